//! Per what a figure is: `a day`, `per barrel`, `al día`.

use rust_decimal::Decimal;

use super::lexicon::Roles;
use super::measure::{is_span, known, longest};
use super::noun::{chunk_end, noun};
use super::token::Line;
use crate::model::quantity::{Dimension, Unit};

/// Tokens behind a noun in which its rate is looked for.
const RATE_TOKENS: usize = 9;

/// A rate: the token after it, and per what.
pub struct Rate {
    /// The token after it.
    pub end: usize,
    /// In English where the lexicon knows it (`day`), else as written.
    pub per: String,
}

/// The rate right behind a figure and what it counts: `a day`, `per barrel`, `/h`, `daily`, `al día`.
pub fn rate(line: &Line, at: usize) -> Option<Rate> {
    if line.sign(at) == Some('/') && line.is_word(at + 1) {
        return Some(Rate { end: at + 2, per: name_of(line, at + 1, at + 2) });
    }
    if let Some(per) = line.is(at, Roles::RATE).then(|| line.lexicon.rate(line.written(at))).flatten() {
        return Some(Rate { end: at + 1, per: per.to_owned() });
    }
    let most = if line.lexicon.may_begin_rate(line.written(at)) { 5 } else { 0 };
    for tokens in (1..=most).rev() {
        let words = line.between(at, at + tokens).to_lowercase();
        if let Some(per) = line.lexicon.rate_phrase(&words.replace('’', "'")) {
            // From $54m a year earlier; l'an dernier.
            let is_time = Unit::find(per).is_some_and(is_span);
            let is_placed = line.is(at + tokens, Roles::AFTER_SPAN) && !line.says(at + tokens, "from") && !line.says(at + tokens, "since");
            let is_last = matches!(line.written(at + tokens), "dernier" | "prochain" | "passé");
            let is_span = is_time && line.is_word(at) && (is_placed && line.is(at, Roles::ARTICLE) || is_last);
            return (!is_span).then(|| Rate { end: at + tokens, per: per.to_owned() });
        }
    }
    let is_strict = line.says(at, "per") || line.says(at, "pro") || line.says(at, "par") || line.says(at, "por") || line.says(at, "je");
    if !line.is(at, Roles::PER) || line.is(at + 1, Roles::STOP) {
        return None;
    }
    // Per hundred thousand people.
    if is_strict && let Some(number) = super::figure::figure(line, at + 1, false).filter(|number| number.value >= Decimal::TEN) {
        let end = noun(line, number.end).map_or(number.end, |(_, end)| end);
        return Some(Rate { end, per: line.between(at + 1, end).to_owned() });
    }
    if !line.is_word(at + 1) {
        return None;
    }
    let is_strict = is_strict && !line.says(at, "por");
    if let Some((_, end)) = longest(line, at + 1) {
        return Some(Rate { end, per: name_of(line, at + 1, end) });
    }
    let of_one = [
        "head",
        "person",
        "capita",
        "household",
        "cabeza",
        "persona",
        "habitante",
        "hogar",
        "personne",
        "habitant",
        "ménage",
        "foyer",
        "tête",
        "Kopf",
        "Person",
        "Einwohner",
    ];
    let is_known = is_strict || of_one.contains(&line.written(at + 1));
    is_known.then(|| Rate { end: at + 2, per: line.written(at + 1).to_owned() })
}

/// A rate some words behind the noun, in the same clause: `migrants illegally crossing the border daily`.
pub fn later_rate(line: &Line, at: usize) -> Option<Rate> {
    let mut next = at;
    while next < at + RATE_TOKENS && line.is_word(next) {
        if line.is(next, Roles::NUMERAL) && !line.is(next, Roles::ARTICLE) {
            return None;
        }
        let found = if line.is(next, Roles::RATE.with(Roles::ARTICLE).with(Roles::PER).with(Roles::TO)) { rate(line, next) } else { None };
        let is_time = |per: &str| Unit::find(per).is_some_and(|unit| matches!(unit.dimension, Dimension::Time | Dimension::Calendar));
        // An adjective belongs to what follows it: the daily report.
        if let Some(found) = found.filter(|found| is_time(&found.per)) {
            let is_adverb = !line.is(next, Roles::RATE) || !line.is_word(found.end) || line.is(found.end, Roles::STOP);
            return is_adverb.then_some(found);
        }
        next = chunk_end(line, next);
    }
    None
}

fn name_of(line: &Line, from: usize, to: usize) -> String {
    let words = line.between(from, to);
    known(words, line).map_or_else(|| words.to_owned(), |unit| unit.name.to_owned())
}
