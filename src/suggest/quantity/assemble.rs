//! Goes through a line and hands out its figures, each with all that belongs to it.

use rust_decimal::Decimal;

use super::draft::{self, Draft};
use super::figure::{self, Form};
use super::lexicon::Roles;
use super::range::{self, Ends};
use super::token::{Line, Shape};
use super::{Figure, Found, Kind, Reading, Reason, apart, judge, measure, one, zero};
use crate::model::document::{Language, Span};
use crate::model::quantity::{Approximation, Dimension};

/// Hands out every figure of the line in order.
pub fn figures(line: &Line, sink: &mut dyn FnMut(Figure)) {
    let mut at = 0;
    let mut floor = 0;
    while at < line.tokens.len() {
        if let Some(end) = address(line, at) {
            at = end;
            continue;
        }
        let read = if may_begin(line, at) { read(line, at, floor) } else { None };
        match read {
            Some((figure, end)) => {
                at = end.max(at + 1);
                // Words that turned out to be no figure may still be the hedge of the next: un peu moins de trois heures.
                if let Some(figure) = figure {
                    sink(figure);
                    floor = at;
                }
            }
            None => at += 1,
        }
    }
}

/// Words with which a figure can begin.
const BEGINNINGS: Roles = Roles::NUMERAL
    .with(Roles::HALF)
    .with(Roles::ARTICLE)
    .with(Roles::VAGUE)
    .with(Roles::SEVERAL)
    .with(Roles::ABOUT_SO_MANY)
    .with(Roles::NO)
    .with(Roles::NONE);

fn may_begin(line: &Line, at: usize) -> bool {
    let Some(token) = line.token(at) else { return false };
    match token.shape {
        Shape::Digits => true,
        Shape::Sign(sign) => !sign.is_ascii() && figure::is_vulgar(sign),
        Shape::Word => {
            token.word.roles.any(BEGINNINGS)
                || line.lexicon.language == Language::German && super::compound::number(line.written(at)).is_some()
        }
    }
}

/// The end of a web or mail address, whose digits are no figures.
fn address(line: &Line, at: usize) -> Option<usize> {
    let is_address = line.sign(at) == Some('@')
        || line.is_word(at)
            && (line.sign(at + 1) == Some(':') && line.sign(at + 2) == Some('/')
                || line.sign(at + 1) == Some('.') && line.written(at) == "www");
    if !is_address {
        return None;
    }
    let mut end = at + 1;
    while line.is_attached(end) {
        end += 1;
    }
    Some(end)
}

/// The figure at the token, if one is there, and the token after it. `floor` is the first token that no figure before it has.
fn read(line: &Line, at: usize, floor: usize) -> Option<(Option<Figure>, usize)> {
    if line.is(at, Roles::NO.with(Roles::NONE))
        && let Some(found) = zero::zero(line, at)
    {
        return Some((Some(none(line, at, &found)), found.end));
    }
    if line.is_digits(at)
        && let Some(found) = apart::apart(line, at)
    {
        let start = found.start.max(floor);
        return Some((Some(other(line, start, found.end, found.kind, None)), found.end));
    }
    let currency = if line.is_digits(at) { measure::currency_before(line, at).filter(|(_, start)| *start >= floor) } else { None };
    let first = figure::figure(line, at, currency.is_some())?;
    let core_start = draft::negative(line, currency.map_or(at, |(_, start)| start), floor);
    let ends = range::ends(line, core_start.0, first, currency.map(|(unit, _)| unit));
    if let Some(kind) = ends.apart {
        return Some((Some(other(line, core_start.0, ends.end, kind, None)), ends.end));
    }
    let mut draft = draft::draft(line, (first, &ends), core_start, currency.map(|(unit, _)| unit), floor);
    if let Some((start, end)) = age(line, &draft, &ends) {
        let reading = reading(line, &draft, Kind::Age);
        let reading = Reading { unit: if reading.unit.is_empty() { "years".to_owned() } else { reading.unit }, ..reading };
        return Some((Some(other(line, start.max(floor), end, Kind::Age, Some(reading))), end));
    }
    let case = judge::Case {
        figure: first,
        end: ends.end,
        unit: draft.unit,
        is_money: currency.is_some(),
        is_range: draft.value.high.is_some(),
        noun: draft.noun,
        hedge: draft.hedge,
    };
    match judge::judge(line, &case) {
        judge::Verdict::Quantity => {}
        judge::Verdict::Other(kind, start) => return Some((Some(other(line, start.max(floor), ends.end, kind, None)), ends.end)),
        judge::Verdict::Nothing => return Some((None, ends.end)),
    }
    if let Some(noun) = judge::with_single(line, &case) {
        draft.noun = Some(noun);
        draft.end = draft.end.max(noun.1);
    }
    let end = draft.end;
    Some((Some(quantity(line, &draft, first.form)), end))
}

fn age(line: &Line, draft: &Draft, ends: &Ends) -> Option<(usize, usize)> {
    let low = draft.value.low;
    let is_small = low > Decimal::ZERO && low <= Decimal::from(122) && low.fract().is_zero();
    let is_time = draft.unit.is_some_and(|unit| matches!(unit.dimension, Dimension::Calendar | Dimension::Time));
    if draft.unit.is_some() && !is_time {
        return None;
    }
    apart::age(line, draft.core_start, ends.end, is_small, draft.unit.map(|_| draft.core_end))
}

fn reading(line: &Line, draft: &Draft, kind: Kind) -> Reading {
    let unit = match (draft.unit, draft.noun) {
        (Some(unit), _) => unit.label(draft.value.high.unwrap_or(draft.value.low)),
        (None, Some((start, end))) => line.between(start, end).split_whitespace().collect::<Vec<_>>().join(" "),
        (None, None) => String::new(),
    };
    Reading { kind, value: draft.value.normalized(), unit, per: draft.per.clone(), approximation: draft.approximation }
}

fn quantity(line: &Line, draft: &Draft, form: Form) -> Figure {
    let reason = match draft.unit {
        Some(unit) => match unit.dimension {
            Dimension::Money(_) => Reason::Money,
            Dimension::Share | Dimension::SharePoints => Reason::PerCent,
            Dimension::Time | Dimension::Calendar => Reason::Duration,
            _ => Reason::Measured,
        },
        None if form == Form::Vague => Reason::Vague,
        None if form == Form::Fraction => Reason::Share,
        None if draft.noun.is_some() => Reason::Counted,
        None => Reason::Alone,
    };
    Figure::Quantity(Box::new(Found {
        span: span(line, draft.start, draft.end),
        figure: span(line, draft.core_start, draft.core_end),
        reading: reading(line, draft, Kind::Quantity),
        also: draft.also.clone(),
        reason,
    }))
}

fn none(line: &Line, at: usize, found: &zero::Zero) -> Figure {
    let unit = found.noun.map_or(String::new(), |(start, end)| line.between(start, end).split_whitespace().collect::<Vec<_>>().join(" "));
    Figure::Quantity(Box::new(Found {
        span: span(line, at, found.end),
        figure: span(line, at, at + 1),
        reading: Reading { kind: Kind::Quantity, value: one(Decimal::ZERO), unit, per: String::new(), approximation: Approximation::Exact },
        also: None,
        reason: Reason::Zero,
    }))
}

fn other(line: &Line, start: usize, end: usize, kind: Kind, reading: Option<Reading>) -> Figure {
    Figure::Other { span: span(line, start, end), kind, reading }
}

/// The bytes of the tokens.
fn span(line: &Line, start: usize, end: usize) -> Span {
    let first = line.token(start).map_or(0, |token| token.start);
    let last = end.checked_sub(1).and_then(|last| line.token(last)).map_or(first, |token| token.end);
    Span::between(first, last)
}
