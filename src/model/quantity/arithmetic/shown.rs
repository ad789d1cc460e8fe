//! Figures as they are read: to the last digit in the working, rounded in the result.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::quantity::Value;

/// A figure without end is shown to so many places.
const MOST_PLACES: u32 = 8;
/// Below one, so many digits that are no zero are shown.
const LEAST_DIGITS: u32 = 3;

/// To the last digit, with a mark where there are more of them than anybody reads.
pub fn exact(value: Decimal) -> String {
    let value = value.normalize();
    if value.scale() <= MOST_PLACES {
        return Value::one(value).to_string();
    }
    let cut = value.round_dp_with_strategy(places(value).max(MOST_PLACES), RoundingStrategy::ToZero);
    format!("{}…", Value::one(cut))
}

/// Rounded half away from zero: one place from 100 on, two from 1 on, below that three digits.
pub fn rounded(value: Decimal) -> String {
    Value::one(round(value)).to_string()
}

/// The same as a figure.
pub fn round(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(places(value), RoundingStrategy::MidpointAwayFromZero).normalize()
}

fn places(value: Decimal) -> u32 {
    let size = value.abs();
    if size >= Decimal::ONE_HUNDRED {
        return 1;
    }
    if size >= Decimal::ONE || size.is_zero() {
        return 2;
    }
    let zeros = (1..28).take_while(|place| size.round_dp_with_strategy(*place, RoundingStrategy::ToZero).is_zero()).count();
    u32::try_from(zeros).unwrap_or(0) + LEAST_DIGITS
}
