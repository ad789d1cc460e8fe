//! Sum, difference, product and quotient of amounts, with units turned into one another where they must be.

use rust_decimal::Decimal;

use super::amount::{Amount, Of};
use super::shown::exact;
use crate::model::quantity::{Dimension, Unit};

/// Why two amounts cannot be put together, in words.
type Trouble = String;

const TOO_LONG: &str = "The result has more digits than can be worked with.";

/// The two added, or the second taken from the first. Steps are written down.
pub fn add(left: &Amount, right: &Amount, is_minus: bool, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    let sign = if is_minus { '−' } else { '+' };
    let right = alike(left, right, steps)?;
    let value = if is_minus { left.value.checked_sub(right.value) } else { left.value.checked_add(right.value) };
    let value = value.ok_or(TOO_LONG)?;
    let of = match (&left.of, &right.of) {
        (Of::Noun(one), Of::Noun(other)) if !one.eq_ignore_ascii_case(other) => Of::Nothing,
        (Of::Nothing, other) => other.clone(),
        (one, _) => one.clone(),
    };
    let sum = Amount { value, of, per: left.per.clone() };
    steps.push(format!("{} {sign} {} = {}", exact(left.value), exact(right.value), sum.exactly()));
    Ok(sum)
}

/// The second in the unit of the first.
fn alike(left: &Amount, right: &Amount, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    if left.per != right.per {
        return Err(format!("{} and {} are not of the same kind.", left.exactly(), right.exactly()));
    }
    match (left.unit(), right.unit()) {
        (Some(one), Some(other)) if one == other => Ok(right.clone()),
        // Which of two scales a difference is meant in, nobody can tell.
        (Some(one), Some(other)) if one.dimension == other.dimension && one.dimension != Dimension::Temperature => {
            converted(right, one, steps)
        }
        (None, None) => Ok(right.clone()),
        _ => Err(format!("{} and {} cannot be added: they do not measure the same.", left.exactly(), right.exactly())),
    }
}

/// An amount in another unit of its kind, as exactly as the table of units has it.
pub fn converted(amount: &Amount, to: &'static Unit, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    let from = amount.unit().ok_or_else(|| format!("{} has no unit that could be put in {}.", amount.exactly(), plural(to)))?;
    if from.dimension != to.dimension {
        return Err(cannot_convert(from, to));
    }
    let value = Unit::convert(amount.value, from, to).ok_or(TOO_LONG)?;
    let turned = Amount { value, of: Of::Unit(to), per: amount.per.clone() };
    if from == to {
        return Ok(turned);
    }
    let factor = Unit::convert(Decimal::ONE, from, to).filter(|_| to.dimension != Dimension::Temperature);
    steps.push(match factor {
        Some(factor)
            if factor < Decimal::ONE && Unit::convert(Decimal::ONE, to, from).is_some_and(|back| back.scale() < factor.scale()) =>
        {
            let back = Unit::convert(Decimal::ONE, to, from).unwrap_or(factor);
            format!("{} ÷ {} = {}", exact(amount.value), exact(back), turned.exactly())
        }
        Some(factor) => format!("{} × {} = {}", exact(amount.value), exact(factor), turned.exactly()),
        None => format!("{} = {}", amount.exactly(), turned.exactly()),
    });
    Ok(turned)
}

fn cannot_convert(from: &Unit, to: &Unit) -> Trouble {
    match (from.dimension, to.dimension) {
        (Dimension::Time, Dimension::Calendar) | (Dimension::Calendar, Dimension::Time) => {
            format!("{} cannot be put in {}: months and years have no fixed number of days. Type the two days.", plural(from), plural(to))
        }
        (Dimension::Money(_), Dimension::Money(_)) => {
            format!("{} cannot be put in {}: the rate depends on the day.", plural(from), plural(to))
        }
        _ => format!("{} cannot be put in {}: they do not measure the same.", plural(from), plural(to)),
    }
}

fn plural(unit: &Unit) -> String {
    match unit.name {
        "percent" => "per cent".to_owned(),
        "foot" => "feet".to_owned(),
        "inch" => "inches".to_owned(),
        name if name.ends_with("ry") => format!("{}ies", name.trim_end_matches('y')),
        name => match name.split_once(" per ") {
            Some((first, rest)) => format!("{first}s per {rest}"),
            None => format!("{name}s"),
        },
    }
}

/// The product. A share of something is a part of it; a rate times its unit is what it is a rate of; metres times metres are square metres.
pub fn times(left: &Amount, right: &Amount, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    if let (Some(share), false) = (left.share(), right.share().is_some()) {
        return part_of(left.value, share, right, steps);
    }
    if let (false, Some(share)) = (left.share().is_some(), right.share()) {
        return part_of(right.value, share, left, steps);
    }
    let value = left.value.checked_mul(right.value).ok_or(TOO_LONG)?;
    let product = if right.is_plain() {
        left.with(value)
    } else if left.is_plain() {
        right.with(value)
    } else if cancels(left, right) {
        Amount { value, of: left.of.clone(), per: String::new() }
    } else if cancels(right, left) {
        Amount { value, of: right.of.clone(), per: String::new() }
    } else {
        return area(left, right, steps);
    };
    steps.push(format!("{} × {} = {}", exact(left.value), exact(right.value), product.exactly()));
    Ok(product)
}

/// Whether the second is what the first is a rate of.
fn cancels(rate: &Amount, of: &Amount) -> bool {
    !rate.per.is_empty() && of.per.is_empty() && singular(of).to_lowercase() == rate.per.to_lowercase()
}

fn area(left: &Amount, right: &Amount, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    let trouble = || format!("{} times {} gives nothing that has a unit here.", left.exactly(), right.exactly());
    let (Some(one), true) = (left.unit(), left.per.is_empty() && right.per.is_empty()) else { return Err(trouble()) };
    let square = Unit::find(&format!("square {}", one.name)).filter(|_| one.dimension == Dimension::Length).ok_or_else(trouble)?;
    if right.unit().is_none_or(|other| other.dimension != one.dimension) {
        return Err(trouble());
    }
    let right = converted(right, one, steps)?;
    let product = Amount::of_unit(left.value.checked_mul(right.value).ok_or(TOO_LONG)?, square);
    steps.push(format!("{} × {} = {}", exact(left.value), exact(right.value), product.exactly()));
    Ok(product)
}

/// So many per cent of something: per cent ÷ 100 × whole.
pub fn part_of(share: Decimal, unit: &'static Unit, whole: &Amount, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    let per_cent = Unit::find("percent").and_then(|per_cent| Unit::convert(share, unit, per_cent)).ok_or(TOO_LONG)?;
    let value = per_cent.checked_mul(whole.value).and_then(|value| value.checked_div(Decimal::ONE_HUNDRED)).ok_or(TOO_LONG)?;
    let part = whole.with(value.normalize());
    steps.push(format!("{} ÷ 100 × {} = {}", exact(per_cent), exact(whole.value), part.exactly()));
    Ok(part)
}

/// The quotient. Two of a kind give a figure alone, two of different kinds a rate.
pub fn over(left: &Amount, right: &Amount, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    let is_same_kind = match (left.unit(), right.unit()) {
        (Some(one), Some(other)) => one.dimension == other.dimension,
        _ => false,
    };
    let right = if is_same_kind && left.per == right.per { converted_to(left, right, steps)? } else { right.clone() };
    let value = left
        .value
        .checked_div(right.value)
        .ok_or_else(|| if right.value.is_zero() { "Nothing can be divided by 0.".to_owned() } else { TOO_LONG.to_owned() })?;
    let quotient = if right.is_plain() {
        left.with(value)
    } else if left.of == right.of && left.per == right.per || is_same_kind {
        Amount::plain(value)
    } else if right.per.is_empty() && left.per.is_empty() {
        rate(value, left, &right)
    } else {
        return Err(format!("{} divided by {} gives nothing that has a unit here.", left.exactly(), right.exactly()));
    };
    steps.push(format!("{} ÷ {} = {}", exact(left.value), exact(right.value), quotient.exactly()));
    Ok(quotient)
}

fn converted_to(left: &Amount, right: &Amount, steps: &mut Vec<String>) -> Result<Amount, Trouble> {
    left.unit().map_or_else(|| Ok(right.clone()), |unit| converted(right, unit, steps))
}

/// `50 km/h`, `6 litres per head`, `40 per day`.
fn rate(value: Decimal, left: &Amount, right: &Amount) -> Amount {
    let joint = left.unit().zip(right.unit()).and_then(|(one, other)| Unit::find(&format!("{} per {}", one.name, other.name)));
    match joint {
        Some(unit) => Amount::of_unit(value, unit),
        None => Amount { value, of: left.of.clone(), per: singular(right) },
    }
}

/// What one of them is called: `day`, `person`, `household`.
fn singular(amount: &Amount) -> String {
    match &amount.of {
        Of::Nothing => String::new(),
        Of::Unit(unit) => unit.name.to_owned(),
        Of::Noun(noun) => one_of(noun),
    }
}

/// An English noun in the singular, where its plural is a usual one.
pub fn one_of(noun: &str) -> String {
    match noun {
        "people" | "persons" => "person".to_owned(),
        "men" | "women" => noun.replace("men", "man"),
        "children" => "child".to_owned(),
        _ => {
            let is_ies = noun.len() > 4 && noun.ends_with("ies");
            let is_plural = noun.len() > 3 && noun.ends_with('s') && !noun.ends_with("ss");
            match (is_ies, is_plural) {
                (true, _) => format!("{}y", noun.trim_end_matches("ies")),
                (false, true) => noun.trim_end_matches('s').to_owned(),
                (false, false) => noun.to_owned(),
            }
        }
    }
}
