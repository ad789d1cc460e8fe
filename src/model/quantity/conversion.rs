//! Whether a figure that stands in two units says the same in both: `1,553 mile (2,500 kilometer)`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::reach::Reach;
use super::{Quantity, Unit, Value};

/// A figure in two units, worked out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Whether the second is the first within how exactly both are written.
    pub holds: bool,
    /// `1,553 mi = 2,499.3 km`.
    pub equation: String,
    /// `Written 2,500 km. Off by 0.03 %, within its rounding.`
    pub working: String,
}

/// Works the second out from the first, by the exact factors of [`Unit`]. What rounding and "about" leave open is that of [`Reach`].
/// Nothing where one of them was not read, or the two do not measure the same.
pub fn conversion(one: &Quantity, other: &Quantity) -> Option<Conversion> {
    let (from, to) = (Unit::find(&one.unit)?, Unit::find(&other.unit)?);
    let (Value { low, high: None }, Value { low: written, high: None }) = (one.value?, other.value?) else { return None };
    let exact = Unit::convert(low, from, to)?;
    let (first, second) = (Reach::of(one, Some(to))?, Reach::of(other, Some(to))?);
    let holds = !first.excludes(&second);
    let shown = |value: Decimal, places| Value::one(value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero));
    let equation = format!("{} {} = {} {}", Value::one(low), from.label(low), shown(exact, 1), to.label(exact));
    let off = exact.checked_sub(written).and_then(|by| by.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(exact.abs()));
    let off = match off {
        None => String::new(),
        Some(off) if off.is_zero() => " To the last digit.".to_owned(),
        Some(off) if holds => format!(" Off by {} %, within its rounding.", shown(off, 2)),
        Some(off) => format!(" Off by {} %.", shown(off, 1)),
    };
    Some(Conversion { holds, equation, working: format!("Written {} {}.{off}", Value::one(written), to.label(written)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{QuantityId, Uid};
    use crate::testing;

    fn check(one: &str, other: &str, expected: Option<(bool, &str, &str)>) {
        let number = |words: &str| {
            let read = testing::read(words).unwrap_or_else(|| panic!("{words}"));
            let (value, unit, approximation) = (Some(read.value), read.unit, read.approximation);
            Quantity { value, unit, approximation, ..Quantity::new(QuantityId(Uid(1))) }
        };
        let found = conversion(&number(one), &number(other));
        let found = found.as_ref().map(|found| (found.holds, found.equation.as_str(), found.working.as_str()));
        assert_eq!(found, expected, "{one}, {other}");
    }

    #[test]
    fn a_conversion_holds_within_what_is_written() {
        let border = (true, "1,553 mi = 2,499.3 km", "Written 2,500 km. Off by 0.03 %, within its rounding.");
        check("1,553 mile", "2,500 kilometer", Some(border));
        check("about 10 miles", "16 km", Some((true, "10 mi = 16.1 km", "Written 16 km. Off by 0.58 %, within its rounding.")));
        check("100 C", "212 F", Some((true, "100 °C = 212 °F", "Written 212 °F. To the last digit.")));
    }

    #[test]
    fn a_wrong_one_is_told_with_how_far_it_is_off() {
        check("1,553 mile", "2,800 kilometer", Some((false, "1,553 mi = 2,499.3 km", "Written 2,800 km. Off by 12 %.")));
        check("5 kg", "5 pounds", Some((false, "5 kg = 11 lb", "Written 5 lb. Off by 54.6 %.")));
    }

    #[test]
    fn what_does_not_measure_the_same_is_no_conversion() {
        check("5 kg", "5 km", None);
        check("5 men", "5 km", None);
        check("5 to 6 km", "3 miles", None);
    }
}
