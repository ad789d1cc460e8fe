//! The stretch of values that a figure leaves open, and whether two figures leave each other room: bounds, ranges, "about", and how
//! precisely a figure is written.

use rust_decimal::Decimal;

use super::value::{Approximation, Value};
use super::{Quantity, Unit};

/// "About" leaves so much open, per cent of the value. Newsrooms round further only where they say so.
const ABOUT_PER_CENT: u32 = 5;
/// What rounding to the last written place leaves open is at most so much, per mille of the value: 2,000 is not 2,400.
const ROUNDED_PER_MILLE: u32 = 25;

/// What a figure says of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meant {
    /// It is that, or within that range.
    Value,
    /// It is no more than that.
    AtMost,
    /// It is no less than that.
    AtLeast,
}

/// A figure in the unit in which it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The value, the bound, or the lower end of the range.
    pub low: Decimal,
    /// The same, or the upper end of the range.
    pub high: Decimal,
    /// What it says of the value.
    pub meant: Meant,
    /// What it leaves open on either side.
    pub open: Decimal,
}

impl Reach {
    /// What a number says, in another unit where both are known; nothing where it has not been read, or the figure is too long.
    pub fn of(number: &Quantity, unit: Option<&Unit>) -> Option<Reach> {
        let Value { low, high } = number.value?;
        let high = high.unwrap_or(low);
        let own = Unit::find(&number.unit);
        let turned = |value: Decimal| match (own, unit) {
            (Some(own), Some(unit)) => Unit::convert(value, own, unit),
            _ => Some(value),
        };
        let open = leaves_open(low, number.approximation).max(leaves_open(high, number.approximation));
        // In the other unit it is as much as it is here, whatever the zero of the scale.
        let open = turned(high.checked_add(open)?)?.checked_sub(turned(high)?)?.abs();
        let (low, high) = (turned(low)?, turned(high)?);
        let meant = match number.approximation {
            Approximation::Exact | Approximation::About | Approximation::Between => Meant::Value,
            Approximation::UpTo | Approximation::LessThan => Meant::AtMost,
            Approximation::AtLeast | Approximation::MoreThan => Meant::AtLeast,
        };
        Some(Reach { low: low.min(high), high: high.max(low), meant, open })
    }

    /// Whether no value can be what both say. Two upper bounds, and two lower ones, are compared as the figures that they are: both may
    /// be right, but they do not say the same.
    pub fn excludes(&self, other: &Reach) -> bool {
        let open = self.open.max(other.open);
        let exceeds = |more: Decimal, less: Decimal| more.checked_sub(less).is_none_or(|by| by > open);
        match (self.meant, other.meant) {
            (Meant::AtMost, Meant::Value) => exceeds(other.low, self.high),
            (Meant::Value, Meant::AtMost) => exceeds(self.low, other.high),
            (Meant::AtLeast, Meant::Value) => exceeds(self.low, other.high),
            (Meant::Value, Meant::AtLeast) => exceeds(other.low, self.high),
            (Meant::AtMost, Meant::AtLeast) => exceeds(other.low, self.high),
            (Meant::AtLeast, Meant::AtMost) => exceeds(self.low, other.high),
            _ => exceeds(self.low, other.high) || exceeds(other.low, self.high),
        }
    }

    /// How far the two are from each other, for finding the farthest.
    pub fn distance(&self, other: &Reach) -> Decimal {
        let far = |one: Decimal, other: Decimal| one.checked_sub(other).map_or(Decimal::MAX, |by| by.abs());
        far(self.low, other.high).max(far(other.low, self.high))
    }
}

/// What a value leaves open on either side: a part of it where it is meant about, else what its last written place leaves open.
fn leaves_open(value: Decimal, approximation: Approximation) -> Decimal {
    let part = |of: Decimal, by: u32| of.checked_div(by.into()).unwrap_or(Decimal::ZERO);
    let size = value.abs();
    let rounded = half_of_last_place(size).min(part(size, 1_000 / ROUNDED_PER_MILLE));
    match approximation {
        Approximation::About => rounded.max(part(size, 100 / ABOUT_PER_CENT)),
        _ => rounded,
    }
}

/// Half of the last place that is not a closing zero: 50 for 1,500, 0.05 for 3.5.
fn half_of_last_place(size: Decimal) -> Decimal {
    let size = size.normalize();
    if size.is_zero() {
        return Decimal::ZERO;
    }
    let mut place = Decimal::new(1, size.scale());
    if size.scale() == 0 {
        let ten = Decimal::TEN;
        while size.checked_rem(place.checked_mul(ten).unwrap_or(Decimal::ZERO)).is_some_and(|rest| rest.is_zero()) {
            place = place.checked_mul(ten).unwrap_or(place);
        }
    }
    place.checked_div(Decimal::TWO).unwrap_or(Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{QuantityId, Uid};
    use crate::testing;

    fn number(words: &str) -> Quantity {
        let read = testing::read(words).unwrap_or_else(|| panic!("{words}"));
        let (value, unit, approximation) = (Some(read.value), read.unit, read.approximation);
        Quantity { value, unit, approximation, ..Quantity::new(QuantityId(Uid(1))) }
    }

    /// Whether the two figures exclude each other, asked both ways.
    fn excludes(one: &str, other: &str) -> bool {
        let (one, other) = (number(one), number(other));
        let unit = Unit::find(&one.unit);
        let (one, other) = (Reach::of(&one, unit).unwrap(), Reach::of(&other, unit).unwrap());
        assert_eq!(one.excludes(&other), other.excludes(&one));
        one.excludes(&other)
    }

    #[test]
    fn the_last_written_place_leaves_a_little_open() {
        let half = |text: &str| half_of_last_place(text.parse().unwrap()).normalize().to_string();
        assert_eq!(["1500", "1523", "3.5", "70", "0", "4"].map(half), ["50", "0.5", "0.05", "5", "0", "0.5"]);
        for (one, other) in [("4,490", "4,500"), ("1,500", "1,523"), ("2.5 million", "2,480,000")] {
            assert!(!excludes(one, other), "{one} {other}");
        }
        for (one, other) in [("2,000", "2,100"), ("4", "5"), ("1,500", "1,600"), ("0", "1"), ("2,500", "4,500")] {
            assert!(excludes(one, other), "{one} {other}");
        }
    }

    #[test]
    fn about_leaves_a_twentieth_open_and_no_more() {
        assert!(!excludes("about 1,500", "1,523") && !excludes("about 2,200", "about 2,300"));
        assert!(excludes("about 2,200", "about 2,420") && excludes("about 2,200", "2,500"));
    }

    #[test]
    fn bounds_exclude_what_lies_beyond_them_and_each_other_where_they_differ() {
        let check = |one: &str, other: &str, expected: bool| assert_eq!(excludes(one, other), expected, "{one} {other}");
        check("more than 2,000", "2,100", false);
        check("more than 2,000", "9,000", false);
        check("more than 2,000", "1,500", true);
        check("up to 2,000", "1,500", false);
        check("up to 2,000", "2,500", true);
        check("up to 2,000", "up to 10,000", true);
        check("up to 2,000", "more than 3,000", true);
        check("up to 3,000", "more than 2,000", false);
        check("at least 2,000", "more than 2,000", false);
        check("1,100 to 1,300", "1,200", false);
        check("1,100 to 1,300", "1,500", true);
        check("1,100 to 1,300", "1,250 to 1,400", false);
    }

    #[test]
    fn units_are_turned_into_one_another_before() {
        assert!(!excludes("1,553 miles", "2,500 km"));
        assert!(excludes("1,553 miles", "2,000 km"));
        assert!(!excludes("20 °C", "68 °F"));
    }

    #[test]
    fn figures_of_any_length_are_compared() {
        let longest = Quantity { value: Some(Value::one(Decimal::MAX)), ..Quantity::new(QuantityId(Uid(1))) };
        let least = Quantity { value: Some(Value::one(Decimal::MIN)), ..longest.clone() };
        assert_eq!(Reach::of(&longest, None), None, "what it leaves open has no digits any more");
        assert_eq!(Reach::of(&Quantity { value: None, ..longest }, None), None);
        assert_eq!(Reach::of(&least, None).map(|reach| reach.low), Some(Decimal::MIN));
    }
}
