//! Two numbers that are the ends of one range: `24-48 hours`, `between 1,100 to 1,300`, `$5m to $10m`, `two or three`.

use rust_decimal::Decimal;

use super::figure::{Figure, Form, figure};
use super::lexicon::Roles;
use super::token::{Line, is_dash};
use super::{Kind, apart, measure, noun};
use crate::model::quantity::{Unit, Value};

/// A number or the two ends of a range, and what is known by now.
pub struct Ends {
    /// The value.
    pub value: Value,
    /// The token after it, before its unit.
    pub end: usize,
    /// The unit where the first number had it, or where the figure after it gives it: `rose from 5 to 7 percent`.
    pub unit: Option<&'static Unit>,
    /// Where `between` or `from` stands.
    pub between_at: Option<usize>,
    /// Before which token a hedge is looked for, if not before the figure.
    pub hedge_at: Option<usize>,
    /// What the two are where they are no range.
    pub apart: Option<Kind>,
}

/// Tokens before a figure in which a verb says by how much something rose or fell.
const NEAR: usize = 4;
/// Tokens before `from` in which such a verb stands.
pub const FAR: usize = 12;

/// How two numbers are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    To,
    And,
    Or,
}

/// The first number and what it is the lower end of.
pub fn ends(line: &Line, start: usize, first: Figure, currency: Option<&'static Unit>) -> Ends {
    let alone = Ends { value: Value::one(first.value), end: first.end, unit: None, between_at: None, hedge_at: None, apart: None };
    if matches!(first.form, Form::Vague) {
        return alone;
    }
    let own_unit = measure::unit(line, first.end, currency.is_some());
    let places = [Some(first.end), own_unit.map(|(_, end)| end)];
    let is_after_change = is_change(line, start, NEAR);
    for (at, has_unit) in places.into_iter().zip([false, true]).filter_map(|(at, has_unit)| Some((at?, has_unit))) {
        let Some((joint, next)) = joint(line, start, at) else { continue };
        let Some(second) = second(line, next, currency) else { continue };
        // Fell 4.5p to 212p: by so much, to so much.
        let is_by_and_to = has_unit && joint == Joint::To && is_after_change && opening(line, start).is_none();
        if is_by_and_to || has_unit && !shares_unit(line, own_unit.map(|(unit, _)| unit), second.0.end) {
            continue;
        }
        return joined(line, start, first, (joint, second.0), currency).unwrap_or(alone);
    }
    alone
}

fn joint(line: &Line, start: usize, at: usize) -> Option<(Joint, usize)> {
    let is_wide_dash = line.sign(at).is_some_and(|sign| is_dash(sign) && sign != '−') && !line.is_attached(at) && !line.is_attached(at + 1);
    if line.is_hyphen(at) || is_wide_dash {
        return Some((Joint::Dash, at + 1));
    }
    let is_between = opening(line, start).is_some_and(|at| line.is(at, Roles::BETWEEN));
    let is_from = opening(line, start).is_some_and(|at| line.is(at, Roles::FROM));
    if line.is(at, Roles::TO) || is_from && line.says(at, "auf") {
        return Some((Joint::To, at + 1));
    }
    if line.is(at, Roles::AND) && is_between {
        return Some((Joint::And, at + 1));
    }
    line.is(at, Roles::OR).then_some((Joint::Or, at + 1))
}

/// `between` or `from` before the first number, maybe with a hedge or an article between.
fn opening(line: &Line, start: usize) -> Option<usize> {
    (start.saturating_sub(4)..start)
        .rev()
        .find(|at| line.is(*at, Roles::BETWEEN.with(Roles::FROM)))
        .filter(|at| (*at + 1..start).all(|word| line.is_word(word) && !line.is(word, Roles::NUMERAL)))
}

fn second(line: &Line, at: usize, currency: Option<&'static Unit>) -> Option<(Figure, usize)> {
    // A currency may stand again before the second number.
    let digits = (at..at + 3)
        .find(|token| line.is_digits(*token))
        .filter(|digits| *digits == at || measure::currency_before(line, *digits).is_some_and(|(_, start)| start == at));
    let begin = digits.unwrap_or(at);
    let is_article = line.is(begin, Roles::ARTICLE) && !line.is(begin, Roles::ONES);
    let found = (!is_article).then(|| figure(line, begin, currency.is_some()))??;
    (!matches!(found.form, Form::Vague)).then_some((found, begin))
}

fn shares_unit(line: &Line, own: Option<&'static Unit>, at: usize) -> bool {
    let other = measure::unit(line, at, false).map(|(unit, _)| unit);
    own.zip(other).is_some_and(|(own, other)| own == other)
}

fn joined(line: &Line, start: usize, first: Figure, (joint, second): (Joint, Figure), currency: Option<&'static Unit>) -> Option<Ends> {
    let opening = opening(line, start);
    let is_from = opening.is_some_and(|at| line.is(at, Roles::FROM) && !line.is(at, Roles::BETWEEN));
    let mut low = first.value;
    // Two to three million: the scale is of both.
    if first.scale == Decimal::ONE
        && second.scale > Decimal::ONE
        && first.value < Decimal::ONE_THOUSAND
        && (is_from || first.mantissa <= second.mantissa)
        && first.form != Form::Fraction
    {
        low = low.checked_mul(second.scale)?;
    }
    let high = second.value;
    let unit = measure::unit(line, second.end, currency.is_some()).map(|(unit, _)| unit);
    let noun = noun::noun(line, second.end);
    let is_named = unit.is_some() || noun.is_some() || currency.is_some();
    let is_plain = first.form == Form::PlainDigits && second.form == Form::PlainDigits;
    if is_plain && !is_named && is_years(line, first, second) {
        return Some(apart_as(Kind::Year, second.end));
    }
    let are_small = low < Decimal::from(300) && high < Decimal::from(300) && is_plain;
    if matches!(joint, Joint::Dash | Joint::To) && are_small && unit.is_none() && currency.is_none() {
        let is_scored = noun.is_none() && joint == Joint::Dash && apart::is_score(line, first.start, second.end, low < high)
            || noun.is_none()
                && joint == Joint::To
                && !is_from
                && (apart::is_score(line, first.start, second.end, low < high) && low >= high)
            || joint == Joint::Dash && low >= high;
        if is_scored {
            return Some(apart_as(Kind::Score, second.end));
        }
        if joint == Joint::Dash && noun.is_none() && second.end < line.tokens.len() && line.is_hyphen(second.end) {
            return Some(apart_as(Kind::Name, second.end + 2));
        }
    }
    if is_from && is_change(line, opening?, FAR) {
        // Rose from 5 to 7 percent: two figures, of which the first has its unit behind the second.
        let value = Value::one(low);
        return Some(Ends { value, end: first.end, unit, between_at: None, hedge_at: None, apart: None });
    }
    if low >= high {
        return None;
    }
    match joint {
        Joint::Or if !is_guess(low, high, first, second, is_named) => return None,
        Joint::To if !is_from && opening.is_none() && !is_named && first.form == Form::Words => return None,
        _ => {}
    }
    let value = Value { low, high: Some(high) };
    Some(Ends { value, end: second.end, unit: None, between_at: opening, hedge_at: opening, apart: None })
}

fn apart_as(kind: Kind, end: usize) -> Ends {
    Ends { value: Value::one(Decimal::ZERO), end, unit: None, between_at: None, hedge_at: None, apart: Some(kind) }
}

/// `2018-2020`, `1939-45`, `between 1914 and 1918`.
fn is_years(line: &Line, first: Figure, second: Figure) -> bool {
    let is_year = |value: Decimal| (Decimal::from(1500)..Decimal::from(2200)).contains(&value);
    let length = |figure: Figure| line.written(figure.start).len();
    let is_short = length(second) == 2 && second.value > first.value % Decimal::ONE_HUNDRED && line.is_hyphen(first.end);
    is_year(first.value) && length(first) == 4 && (is_year(second.value) && length(second) == 4 || is_short)
}

/// Whether a verb of rising or falling stands before in the clause, in so many tokens.
pub fn is_change(line: &Line, at: usize, reach: usize) -> bool {
    let clause = (at.saturating_sub(reach)..at).rev().take_while(|word| !matches!(line.sign(*word), Some(',' | ';' | '.' | '—')));
    clause.into_iter().any(|word| line.is(word, Roles::CHANGE))
}

/// `two or three`: near each other, and of something.
fn is_guess(low: Decimal, high: Decimal, first: Figure, second: Figure, is_named: bool) -> bool {
    is_named && high <= low * Decimal::TWO && first.form == second.form
}
