//! So much for each: `36,000 litres for 30 pupils, or 1,200 litres per pupil`.

use rust_decimal::Decimal;

use super::sentence::{Figure, Sentence, check};
use super::share::{bounds, half_of_place, is_beside};
use super::{Check, Kind, Verdict};
use crate::model::quantity::Unit;
use crate::model::quantity::arithmetic::rounded;
use crate::model::quantity::reach::Meant;

/// For each of the people, whatever they are called.
const HEADS: &[&str] =
    &["head", "person", "capita", "inhabitant", "resident", "cabeza", "persona", "habitante", "habitant", "personne", "kopf", "einwohner"];

pub(super) fn find(sentence: &Sentence<'_>, found: &mut Vec<Check>) {
    for at in 2..sentence.figures.len() {
        let figure = |at: usize| sentence.figures.get(at);
        let (Some(one), Some(other), Some(rate)) = (figure(at - 2), figure(at - 1), figure(at)) else { continue };
        if rate.quantity.per.is_empty() || !is_beside(sentence, sentence.between(other.span, rate.span)) {
            continue;
        }
        let pair = [(one, other), (other, one)].into_iter().find(|(total, heads)| is_all_of(rate, total) && counts(rate, heads));
        found.extend(pair.and_then(|(total, heads)| judged(rate, total, heads)));
    }
}

/// Whether a figure says how much there is in all of what a rate deals out.
fn is_all_of(rate: &Figure, total: &Figure) -> bool {
    let is_same = rate.unit().is_some() || rate.quantity.unit.is_empty() || is_same_noun(&rate.quantity.unit, &total.quantity.unit);
    total.quantity.per.is_empty() && rate.dimension() == total.dimension() && is_same
}

/// Whether a figure says for how many.
fn counts(rate: &Figure, heads: &Figure) -> bool {
    let per = rate.quantity.per.as_str();
    match (Unit::find(per), heads.unit()) {
        (Some(per), Some(unit)) => per.dimension == unit.dimension,
        (None, None) => heads.quantity.per.is_empty() && (HEADS.contains(&per) || is_same_noun(per, &heads.quantity.unit)),
        _ => false,
    }
}

/// Whether two words are one, told of one thing and of several: `pupil`, `pupils`.
fn is_same_noun(one: &str, other: &str) -> bool {
    let last = |text: &str| text.split_whitespace().last().unwrap_or("").to_lowercase();
    let (one, other) = (last(one), last(other));
    let common = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let longest = one.chars().count().max(other.chars().count());
    common >= 3 && common + 2 >= longest
}

/// Whether so much for each is what there is in all, dealt out to so many.
pub(super) fn judged(rate: &Figure, total: &Figure, heads: &Figure) -> Option<Check> {
    let (said, all, number) = (rate.value()?, total.value_in(rate)?, heads_in(rate, heads)?);
    let exact = all.checked_div(number)?;
    let off = said.checked_sub(exact)?.abs();
    let open = rate.open_in(rate).max(half_of_place(said));
    let (least, most) = bounds((all, total.open_in(rate)), (number, heads.open_in(heads)), |all, number| all.checked_div(number))?;
    let is_possible = said.checked_add(open)? >= least && said.checked_sub(open)? <= most;
    let is_bound = [rate, total, heads].iter().any(|figure| figure.meant() != Meant::Value);
    let (verdict, remark) = match off <= open {
        true if off.is_zero() => (Verdict::Holds, String::new()),
        true => (Verdict::Holds, format!(" Off by {}, within its rounding.", rounded(off))),
        false if is_possible => (Verdict::Open, format!(" Off by {}: right only if the figures are rounded.", rounded(off))),
        false if is_bound => (Verdict::Open, " One of them is only a bound.".to_owned()),
        false => (Verdict::Fails, format!(" Off by {}.", rounded(off))),
    };
    let unit = rate.unit().map_or_else(String::new, |unit| format!(" {}", unit.label(exact)));
    let equation = format!("{} ÷ {} = {}{unit} each", total.words(), heads.words(), rounded(exact));
    Some(check((Kind::PerHead, verdict), (equation, format!("Written {}.{remark}", rate.words())), &[rate, total, heads]))
}

/// For how many, in the unit of which the rate tells.
fn heads_in(rate: &Figure, heads: &Figure) -> Option<Decimal> {
    let number = match (heads.unit(), Unit::find(&rate.quantity.per)) {
        (Some(unit), Some(per)) => Unit::convert(heads.value()?, unit, per)?,
        _ => heads.value()?,
    };
    (!number.is_zero()).then_some(number)
}
