//! Per cent: parts of a whole, more and less, growth.

use rust_decimal::Decimal;

use super::amount::{Amount, Of};
use super::shown::{exact, rounded};
use super::sums::{add, converted, part_of};

const TOO_LONG: &str = "The result has more digits than can be worked with.";

/// `30 % of 140 mi`, or `500 of 1,500`, which is a share: part ÷ whole × 100.
pub fn of(left: &Amount, whole: &Amount, steps: &mut Vec<String>) -> Result<Amount, String> {
    match left.share() {
        Some(unit) => part_of(left.value, unit, whole, steps),
        None => share(left, whole, steps),
    }
}

fn share(part: &Amount, whole: &Amount, steps: &mut Vec<String>) -> Result<Amount, String> {
    let part = same_unit(part, whole, steps)?;
    let value = part.value.checked_mul(Decimal::ONE_HUNDRED).and_then(|value| value.checked_div(whole.value));
    let value = value.ok_or_else(|| if whole.value.is_zero() { "Of 0 there is no part.".to_owned() } else { TOO_LONG.to_owned() })?;
    let share = Amount::per_cent(value.normalize()).ok_or(TOO_LONG)?;
    steps.push(format!("{} ÷ {} × 100 = {}", exact(part.value), exact(whole.value), share.exactly()));
    Ok(share)
}

fn same_unit(one: &Amount, other: &Amount, steps: &mut Vec<String>) -> Result<Amount, String> {
    match (one.unit(), other.unit()) {
        (Some(own), Some(unit)) if own == unit => Ok(one.clone()),
        (Some(_), Some(unit)) => converted(one, unit, steps),
        (None, None) => Ok(one.clone()),
        (Some(_), None) | (None, Some(_)) => {
            Err(format!("{} and {} cannot be compared: one of them has no unit.", one.exactly(), other.exactly()))
        }
    }
}

/// `12 % more than 80`: 80 × (1 + 12 ÷ 100). Without per cent the amount itself is added.
pub fn more(by: &Amount, than: &Amount, is_less: bool, steps: &mut Vec<String>) -> Result<Amount, String> {
    let Some(unit) = by.share().filter(|_| than.share().is_none()) else { return add(than, by, is_less, steps) };
    let part = part_of(by.value, unit, than, steps)?;
    add(than, &part, is_less, steps)
}

/// `80 + 12 %`, as a till works it out; per cent and per cent are added as they are.
pub fn added(left: &Amount, right: &Amount, is_minus: bool, steps: &mut Vec<String>) -> Result<Amount, String> {
    match (left.share(), right.share()) {
        (None, Some(_)) => more(right, left, is_minus, steps),
        _ => add(left, right, is_minus, steps),
    }
}

/// `80 to 92`: the growth, (new − old) ÷ old × 100. Of two shares the difference in percentage points is told as well.
pub fn growth(from: &Amount, to: &Amount, steps: &mut Vec<String>) -> Result<Amount, String> {
    let to = same_unit(to, from, steps)?;
    let by = to.value.checked_sub(from.value).ok_or(TOO_LONG)?;
    let value = by.checked_mul(Decimal::ONE_HUNDRED).and_then(|by| by.checked_div(from.value.abs()));
    let value = value
        .ok_or_else(|| if from.value.is_zero() { "From 0 there is no growth in per cent.".to_owned() } else { TOO_LONG.to_owned() })?;
    let label = match &from.of {
        Of::Unit(_) if from.share().is_some() => {
            if by.abs() == Decimal::ONE { " percentage point" } else { " percentage points" }.to_owned()
        }
        _ => from.with(by).label(),
    };
    steps.push(format!("{} − {} = {}{label}", exact(to.value), exact(from.value), exact(by)));
    let word = if by.is_sign_negative() { "less" } else { "more" };
    let told = if by.is_zero() { "no growth".to_owned() } else { format!("{} % {word}", rounded(value.abs())) };
    steps.push(format!("{} ÷ {} × 100 = {told}", exact(by), exact(from.value.abs())));
    Amount::per_cent(value.normalize()).ok_or_else(|| TOO_LONG.to_owned())
}

/// A figure alone as per cent: 0.25 is 25 %.
pub fn as_per_cent(amount: &Amount, steps: &mut Vec<String>) -> Result<Amount, String> {
    if let (Some(_), Some(per_cent)) = (amount.share(), Amount::per_cent(Decimal::ONE).and_then(|one| one.unit())) {
        return converted(amount, per_cent, steps);
    }
    if !amount.is_plain() {
        return Err(format!("{} is no part of a whole. Type the whole as well: 500 of 1,500 in %.", amount.exactly()));
    }
    let value = amount.value.checked_mul(Decimal::ONE_HUNDRED).ok_or(TOO_LONG)?;
    let share = Amount::per_cent(value.normalize()).ok_or(TOO_LONG)?;
    steps.push(format!("{} × 100 = {}", exact(amount.value), share.exactly()));
    Ok(share)
}
