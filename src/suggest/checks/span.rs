//! Spans of time: between two days that are written, or to something whose day is not: `just a week before the midterm elections`.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::sentence::{Figure, Other, Sentence, check};
use super::words::{begins, is_any};
use super::{Check, Kind, Verdict};
use crate::model::day::{Day, month_of};
use crate::model::document::Span;
use crate::model::quantity::{Dimension, Unit};
use crate::suggest::quantity;

/// Words of what something was before or after, at most.
const MOST_WORDS: usize = 5;
/// Between a span of time and its days, bytes.
const NEAR: usize = 24;

pub(super) fn find(sentence: &Sentence<'_>, found: &mut Vec<Check>) {
    for figure in sentence.figures.iter().filter(|figure| figure.is_time() && figure.quantity.per.is_empty()) {
        found.extend(between_days(sentence, figure).or_else(|| without_day(sentence, figure)));
    }
}

/// The dates of the sentence with their days; one without a year has that of the other, or of the article.
fn days(sentence: &Sentence<'_>) -> Vec<(Span, Day)> {
    let dates: Vec<&Other> = sentence.others.iter().filter(|other| other.kind == quantity::Kind::Date).collect();
    let whole = |date: &Other| Day::read(sentence.slice(date.span));
    let year = dates.iter().find_map(|date| whole(date)).or(sentence.published).map(|day| day.year);
    let day = |date: &&Other| {
        let words = sentence.slice(date.span);
        whole(date).or_else(|| Day::read(&format!("{words} {}", year?))).map(|day| (date.span, day))
    };
    dates.iter().filter_map(day).collect()
}

fn between_days(sentence: &Sentence<'_>, figure: &Figure) -> Option<Check> {
    let days = days(sentence);
    let [(one, first), (other, second)] = days.as_slice() else { return None };
    let gap = sentence.between(*one, *other);
    let is_range = is_any(gap, sentence.tied.until) && gap.len() <= NEAR;
    let gap_to = |date: Span| {
        if date.start() < figure.span.start() { sentence.between(date, figure.span) } else { sentence.between(figure.span, date) }
    };
    let is_beside = is_range && (gap_to(*one).len() <= NEAR || gap_to(*other).len() <= NEAR);
    let behind = sentence.behind(figure.span);
    let is_later = begins(behind, sentence.tied.later) && one.end() <= figure.span.start() && figure.span.end() <= other.start();
    let leads = begins(behind, sentence.tied.before) || begins(behind, sentence.tied.after);
    let is_before = leads && gap_to(*other).len() <= NEAR && one.end() <= figure.span.start();
    if !(is_beside || is_later || is_before) {
        return None;
    }
    let mut check = between(figure, (*first, *second), is_range)?;
    check.places.extend([*one, *other]);
    check.places.sort_by_key(|place| place.start());
    Some(check)
}

/// Whether it is as long between two days as a figure says. Where they are a range, the first day may be counted.
pub(super) fn between(figure: &Figure, (first, second): (Day, Day), is_range: bool) -> Option<Check> {
    let days = (second.count() - first.count()).abs();
    let (least, most) = span_of(figure, first.min(second))?;
    // The first day is counted by some and not by others.
    let verdict = if least <= days && days <= most || is_range && days + 1 == most { Verdict::Holds } else { Verdict::Fails };
    let remark = if least <= days && days <= most {
        ""
    } else if verdict == Verdict::Holds {
        " The first day is counted."
    } else {
        " It is not."
    };
    let told = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    let equation = format!("{} to {} = {told}", first.min(second).words(), first.max(second).words());
    Some(check((Kind::Span, verdict), (equation, format!("Written {}.{remark}", figure.words())), &[figure]))
}

/// The fewest and the most days that the words mean, from that day on.
fn span_of(figure: &Figure, from: Day) -> Option<(i64, i64)> {
    let (value, unit) = (figure.value()?, figure.unit()?);
    let (base, open) = match unit.dimension {
        Dimension::Time => ("day", 0),
        Dimension::Calendar => ("month", 15),
        _ => return None,
    };
    let number = Unit::convert(value, unit, Unit::find(base)?)?;
    // Weeks are said of about so many days, as months are.
    let open = if unit.name == "week" { 3 } else { open };
    let days = if base == "day" { number.round().to_i64()? } else { from.plus_months(number.round().to_i64()?)?.count() - from.count() };
    Some((days - open, days + open))
}

/// A span of time to something whose day is not written. The day of the article tells which it would be.
fn without_day(sentence: &Sentence<'_>, figure: &Figure) -> Option<Check> {
    let unit = figure.unit().filter(|unit| matches!(unit.name, "day" | "week" | "month" | "year"))?;
    let behind = sentence.behind(figure.span);
    let words: Vec<&str> = behind.split([',', '.', ';', '(', '—']).next().filter(|_| behind.starts_with(' '))?.split_whitespace().collect();
    let is_before = begins(behind, sentence.tied.before);
    let leads = if is_before { sentence.tied.before } else { sentence.tied.after };
    let lead = leads.iter().filter(|lead| begins(behind, &[**lead])).map(|lead| lead.split(' ').count()).max()?;
    let side = words.get(..lead)?.join(" ");
    let event: Vec<&str> = words.get(lead..)?.iter().take(MOST_WORDS).copied().collect();
    let names_month = event.iter().any(|word| month_of(word).is_some() && word.starts_with(char::is_uppercase));
    if event.is_empty() || names_month || event.iter().any(|word| word.starts_with(|sign: char| sign.is_ascii_digit())) {
        return None;
    }
    let equation = format!("{} {side} {}", figure.words(), event.join(" "));
    // A day that is told before it in the sentence comes before the one of the article.
    let told = days(sentence).iter().rev().find(|(place, _)| place.end() <= figure.span.start()).map(|(_, day)| *day);
    let from = told.or(sentence.published);
    let day = from.and_then(|day| Some((day, moved(day, (figure.value()?, unit), is_before)?)));
    let working = match day {
        Some((told_day, day)) if told.is_some() => format!("Counted from {}: {}.", told_day.words(), day.words()),
        Some((article, day)) => format!("No day is written. Counted from the article of {}: {}.", article.words(), day.words()),
        None => "No day is written, and the article has none.".to_owned(),
    };
    Some(check((Kind::Span, Verdict::Open), (equation, working), &[figure]))
}

fn moved(day: Day, (value, unit): (Decimal, &Unit), is_on: bool) -> Option<Day> {
    let is_time = unit.dimension == Dimension::Time;
    let number = Unit::convert(value, unit, Unit::find(if is_time { "day" } else { "month" })?)?;
    let number = number.is_integer().then(|| number.to_i64())??;
    let number = if is_on { number } else { number.checked_neg()? };
    if is_time { day.plus_days(number) } else { day.plus_months(number) }
}
