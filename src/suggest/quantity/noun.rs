//! What a figure counts: the noun behind it with what belongs to it.

use super::lexicon::Roles;
use super::measure::longest;
use super::token::{Line, is_dash};
use crate::model::document::Language;

/// Tokens of a counted noun with what stands before it.
const NOUN_TOKENS: usize = 10;

/// The counted noun behind a figure with what belongs to it, as written, and the token after it: `additional active-duty troops`.
pub fn noun(line: &Line, at: usize) -> Option<(usize, usize)> {
    let start = if line.is_hyphen(at) { return hyphenated(line, at + 1) } else { at };
    if line.lexicon.language == Language::German {
        return german_noun(line, start);
    }
    let mut next = start;
    let mut last = None;
    let mut has_noun = false;
    while next < start + NOUN_TOKENS && line.token(next).is_some_and(|token| token.is_spaced || next == start) {
        if line.sign(next).is_some_and(|sign| matches!(sign, '“' | '"' | '‘' | '«' | '\'')) && !has_noun {
            // Quoted attributes: 500 "illegal" migrants.
            next += 1;
            let closed = (next..next + 3).find(|token| line.sign(*token).is_some_and(|sign| matches!(sign, '”' | '"' | '’' | '»' | '\'')));
            next = closed? + 1;
            continue;
        }
        if !line.is_word(next) {
            break;
        }
        let end = chunk_end(line, next);
        let is_joined = end == next + 1;
        let is_us = is_joined && line.written(next) == "US";
        // Five of the three-ton satellites; but 24 six-car trains.
        let is_measured = is_joined || line.is_hyphen(next + 1) && longest(line, next + 2).is_some();
        let is_number = line.is(next, Roles::NUMERAL) && !line.is(next, Roles::ARTICLE) && is_measured;
        let is_stop = is_joined && line.is(next, Roles::STOP.with(Roles::WEEKDAY)) && !is_us || is_number;
        let is_month = is_joined && line.is(next, Roles::MONTH) && line.is_capital(next);
        if is_stop || is_month {
            // US National Guard and Reserve forces: names are joined.
            let joins = line.is(next, Roles::AND)
                && last.is_none()
                && line.is_capital(next + 1)
                && line.is_capital(next.saturating_sub(1))
                && next > start;
            if !joins {
                break;
            }
            next += 1;
            continue;
        }
        let is_plural = is_plural(line, next, end);
        // Police officers; but `the 1,500 troops includes`.
        let is_surely = line.is(end - 1, Roles::PLURAL.with(Roles::COUNTABLE)) || line.lexicon.language != Language::English;
        if has_noun && !(is_plural && is_surely) {
            break;
        }
        if is_plural {
            has_noun = true;
            last = Some(end);
        }
        next = end;
        if next > start + NOUN_TOKENS || comma_follows(line, next) && !is_list_of_attributes(line, next) {
            break;
        }
        if !has_noun && line.sign(next) == Some(',') {
            next += 1;
        }
    }
    last.map(|end| (start, end))
}

fn comma_follows(line: &Line, at: usize) -> bool {
    line.sign(at).is_some()
}

/// `500 young, angry men`: the comma is between attributes.
fn is_list_of_attributes(line: &Line, at: usize) -> bool {
    let is_plain_word = |token: usize| line.is_word(token) && !line.is(token, Roles::STOP.with(Roles::NUMERAL)) && !line.is_capital(token);
    line.sign(at) == Some(',')
        && is_plain_word(at + 1)
        && is_plain_word(at + 2)
        && is_plural(line, at + 2, chunk_end(line, at + 2))
        && line.is_word(at - 1)
        && !line.is_capital(at - 1)
}

/// `14-member`, `three-storey`: what is counted stands behind the hyphen in the singular.
fn hyphenated(line: &Line, at: usize) -> Option<(usize, usize)> {
    const COUNTED: &[&str] = &[
        "member",
        "man",
        "woman",
        "person",
        "seat",
        "nation",
        "country",
        "page",
        "point",
        "bed",
        "bedroom",
        "room",
        "story",
        "storey",
        "vehicle",
        "car",
        "vote",
        "game",
        "run",
        "goal",
        "stroke",
        "shot",
        "team",
        "strong",
        "million",
        "passenger",
        "seater",
        "door",
        "lane",
        "unit",
        "soldier",
        "ship",
    ];
    let word = line.written(at);
    // Behind digits any noun may stand so: a 1,200-store chain. Behind number words many are figures of speech: a two-state solution.
    let follows_digits = at >= 2 && line.is_digits(at - 2) && line.lexicon.language == Language::English;
    let is_noun = follows_digits
        && word.len() > 2
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !matches!(word, "plus" | "odd" | "year" | "something" | "ish");
    let is_counted = line.is_word(at) && (COUNTED.contains(&word) || is_noun);
    is_counted.then_some((at, at + 1))
}

/// The end of words that are joined without a gap: `active-duty`, `C-17s`, `U.S.`.
pub fn chunk_end(line: &Line, at: usize) -> usize {
    let mut end = at + 1;
    while line.is_attached(end) {
        let is_joint = line.sign(end).is_some_and(|sign| is_dash(sign) || matches!(sign, '\'' | '’' | '&' | '/'));
        let is_stop = line.sign(end) == Some('.');
        let goes_on = line.is_attached(end + 1) && line.sign(end + 1).is_none_or(is_dash);
        if line.is_word(end) || line.is_digits(end) {
            end += 1;
        } else if is_joint && goes_on || is_stop && goes_on && line.is_word(end + 1) && line.written(end - 1).len() == 1 {
            end += 2;
        } else if is_stop && line.written(end - 1).len() == 1 && end > at + 2 && line.sign(end - 2) == Some('.') {
            // The last stop of U.S.
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether the words end like a plural.
fn is_plural(line: &Line, from: usize, end: usize) -> bool {
    let Some(last) = end.checked_sub(1) else { return false };
    if line.is(last, Roles::PLURAL.with(Roles::COUNTABLE)) && line.is_word(last) {
        return true;
    }
    let word = line.written(last);
    if line.is_digits(last.saturating_sub(1)) && word == "s" {
        return true;
    }
    // The s of a possessive is none: the mayor's.
    if end - from > 1 && matches!(line.sign(last.saturating_sub(1)), Some('\'' | '’')) {
        return false;
    }
    match line.lexicon.language {
        Language::English => {
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")
                || word.len() > 5 && word.ends_with("men")
        }
        Language::Spanish => word.len() > 3 && word.ends_with('s'),
        Language::French => word.len() > 3 && (word.ends_with('s') || word.ends_with("aux") || word.ends_with("eux")),
        Language::German => false,
    }
}

/// The first capitalised word behind attributes in lower case.
fn german_noun(line: &Line, start: usize) -> Option<(usize, usize)> {
    let mut next = start;
    while next < start + 5 && line.is_word(next) && (line.token(next)?.is_spaced || next == start) {
        let end = chunk_end(line, next);
        if line.is_capital(next) {
            return (!line.is(next, Roles::MONTH.with(Roles::WEEKDAY))).then_some((start, end));
        }
        let is_attribute = line.written(next).ends_with("e") || line.written(next).ends_with("en") || line.written(next).ends_with("er");
        if line.is(next, Roles::STOP) || !is_attribute {
            return None;
        }
        next = end;
    }
    None
}
