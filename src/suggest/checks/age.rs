//! How old somebody is, where the day or the year of birth stands in the same sentence.

use rust_decimal::prelude::ToPrimitive;

use super::sentence::{Other, Sentence, words_of};
use super::{Check, Kind, Verdict};
use crate::model::day::Day;
use crate::suggest::quantity;

/// Between "born" and the day, words.
const NEAR: usize = 3;

pub(super) fn find(sentence: &Sentence<'_>, found: &mut Vec<Check>) {
    let mut ages = sentence.others.iter().filter(|other| other.kind == quantity::Kind::Age && other.years.is_some());
    // Of two people nobody knows who was born when.
    if let (Some(age), None) = (ages.next(), ages.next()) {
        found.extend(check(sentence, age));
    }
}

/// When somebody was born.
pub(super) enum Birth {
    Day(Day),
    Year(u16),
}

fn birth<'a>(sentence: &'a Sentence<'_>) -> Option<(&'a Other, Birth)> {
    let born = |other: &&Other| {
        let before: Vec<&str> = words_of(sentence.before(other.span)).collect();
        before
            .get(before.len().saturating_sub(NEAR)..)
            .unwrap_or_default()
            .iter()
            .any(|word| sentence.tied.born.contains(&word.to_lowercase().as_str()))
    };
    let other = sentence.others.iter().filter(born).find(|other| matches!(other.kind, quantity::Kind::Date | quantity::Kind::Year))?;
    let words = sentence.slice(other.span);
    let birth = match Day::read(words) {
        Some(day) => Birth::Day(day),
        None => Birth::Year(words.parse().ok()?),
    };
    Some((other, birth))
}

fn check(sentence: &Sentence<'_>, age: &Other) -> Option<Check> {
    let said = age.years?.to_i64()?;
    let (born, birth) = birth(sentence)?;
    // Of the dead the age is that of their last day, where one is written.
    let other_day = sentence.others.iter().filter(|other| other.span != born.span).find_map(|other| Day::read(sentence.slice(other.span)));
    let has_died = sentence.says(sentence.tied.died);
    let on = if has_died { other_day } else { sentence.published };
    let mut check = judged(said, birth, on);
    check.places = vec![age.span, born.span];
    check.places.sort_by_key(|place| place.start());
    Some(check)
}

/// Whether somebody who was born then is that old on a day.
pub(super) fn judged(said: i64, birth: Birth, on: Option<Day>) -> Check {
    let (told, ages) = match birth {
        Birth::Day(day) => (day.words(), on.map(|on| (day.apart(on).years, day.apart(on).years))),
        Birth::Year(year) => {
            (year.to_string(), on.map(|on| (i64::from(on.year) - i64::from(year) - 1, i64::from(on.year) - i64::from(year))))
        }
    };
    let (verdict, equation) = match ages.zip(on) {
        None => (Verdict::Open, format!("Born {told}: how old?")),
        Some(((least, most), on)) => {
            let verdict = if (least..=most).contains(&said) {
                Verdict::Holds
            } else if (least - 1..=most + 1).contains(&said) {
                Verdict::Open
            } else {
                Verdict::Fails
            };
            let years = if least == most { most.to_string() } else { format!("{least} or {most}") };
            (verdict, format!("Born {told}: {years} on {}", on.words()))
        }
    };
    let remark = match verdict {
        Verdict::Holds | Verdict::Fails => "",
        Verdict::Open if on.is_none() => " On which day is not known.",
        Verdict::Open => " A year off: on which day was it?",
    };
    let working = format!("Written {said}.{remark}");
    Check { kind: Kind::Age, verdict, equation, working, places: Vec::new(), numbers: Vec::new() }
}
