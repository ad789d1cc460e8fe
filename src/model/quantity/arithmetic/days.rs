//! Days: how far two are apart, which one is so far from another, and how old somebody is.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::amount::Amount;
use crate::model::day::Day;
use crate::model::quantity::{Dimension, Unit};

const OUT_OF_CALENDAR: &str = "That day lies outside the years 0 to 9999.";

/// How many days lie between two; the first is not counted.
pub fn between(from: Day, to: Day, steps: &mut Vec<String>) -> Result<Amount, String> {
    let days = to.count() - from.count();
    let unit = Unit::find("day").ok_or("Days are not known.")?;
    let amount = Amount::of_unit(Decimal::from(days), unit);
    let mut told = Vec::new();
    let (weeks, rest) = (days.abs() / 7, days.abs() % 7);
    if weeks > 0 {
        let week = if weeks == 1 { "1 week".to_owned() } else { format!("{weeks} weeks") };
        told.push(match rest {
            0 => week,
            1 => format!("{week} and 1 day"),
            _ => format!("{week} and {rest} days"),
        });
    }
    let apart = from.apart(to);
    if apart.years > 0 || apart.months > 0 {
        told.push(apart.words());
    }
    let more = if told.is_empty() { String::new() } else { format!(", which is {}", told.join(", or ")) };
    steps.push(format!("{} to {}: {}{more}; the first day is not counted", from.words(), to.words(), amount.exactly()));
    Ok(amount)
}

/// The day that lies so far before or after another one.
pub fn moved(day: Day, by: &Amount, is_back: bool, steps: &mut Vec<String>) -> Result<Day, String> {
    let no_span = || format!("{} is no span of time that a day can be moved by.", by.exactly());
    let unit = by.unit().filter(|_| by.per.is_empty()).ok_or_else(no_span)?;
    let base = match unit.dimension {
        Dimension::Time => "day",
        Dimension::Calendar => "month",
        _ => return Err(no_span()),
    };
    let whole = Unit::find(base).and_then(|base| Unit::convert(by.value, unit, base)).filter(Decimal::is_integer);
    let number = whole.and_then(|number| number.to_i64()).ok_or_else(no_span)?;
    let number = if is_back { number.checked_neg().ok_or_else(no_span)? } else { number };
    let moved = if base == "day" { day.plus_days(number) } else { day.plus_months(number) };
    let moved = moved.ok_or(OUT_OF_CALENDAR)?;
    let sign = if is_back { '−' } else { '+' };
    steps.push(format!("{} {sign} {} = {}, a {}", day.words(), by.exactly(), moved.words(), moved.weekday()));
    Ok(moved)
}

/// How many full years somebody born on a day has lived on another one.
pub fn age(born: Day, on: Day, steps: &mut Vec<String>) -> Result<Amount, String> {
    if on < born {
        return Err(format!("{} is before the birth on {}.", on.words(), born.words()));
    }
    let apart = born.apart(on);
    let unit = Unit::find("year").ok_or("Years are not known.")?;
    steps.push(format!("{} to {}: {}", born.words(), on.words(), apart.words()));
    Ok(Amount::of_unit(Decimal::from(apart.years), unit))
}
