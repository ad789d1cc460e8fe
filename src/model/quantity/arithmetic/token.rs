//! A line cut into figures, words, days and signs.

use std::ops::Range;

use rust_decimal::Decimal;

use super::NoAnswer;
use super::tongue::{figure, steered};
use crate::model::day::Day;
use crate::model::document::{Language, Span};
use crate::model::quantity::Unit;
use crate::model::quantity::value::decimal;

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// Digits.
    Number(Decimal),
    /// A word, or a sign of a unit or of money.
    Word(String),
    /// `2018-10-29`.
    Day(Day),
    /// `+`.
    Plus,
    /// `−`.
    Minus,
    /// `×`.
    Times,
    /// `÷`.
    Over,
    /// `(`.
    Open,
    /// `)`.
    Close,
    /// Between the parts of a date.
    Comma,
}

/// A part with its place, bytes, and whether it touches the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// What it is.
    pub token: Token,
    /// Where it stands.
    pub place: Span,
    /// Whether nothing lies between it and the one before.
    pub is_attached: bool,
}

/// Cuts a line.
pub fn tokens(line: &str, language: Language) -> Result<Vec<Placed>, NoAnswer> {
    let mut found: Vec<Placed> = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let sign = rest.chars().next().unwrap_or(' ');
        if sign.is_whitespace() || sign == '=' && rest.trim_end() == "=" {
            at += sign.len_utf8();
            continue;
        }
        let (token, length) = token(rest, language).map_err(|(words, length)| NoAnswer { words, place: Span::between(at, at + length) })?;
        let is_attached = found.last().is_some_and(|last| last.place.end() == at);
        found.push(Placed { token, place: Span::between(at, at + length), is_attached });
        at += length;
        // The stop of an abbreviation: `Oct.`, `mi.`
        let is_word = matches!(found.last().map(|last| &last.token), Some(Token::Word(_)));
        if is_word && line.get(at..).is_some_and(|rest| rest.starts_with('.')) {
            at += 1;
        }
        // The stop of a German day: `29. Oktober`.
        let is_ordinal = language == Language::German && matches!(found.last().map(|last| &last.token), Some(Token::Number(_)));
        if is_ordinal && line.get(at..).is_some_and(|rest| rest.starts_with(". ")) {
            at += 1;
        }
    }
    Ok(steered(found, language))
}

/// The first token of a text and its length, or what is wrong there.
fn token(rest: &str, language: Language) -> Result<(Token, usize), (String, usize)> {
    let sign = rest.chars().next().unwrap_or(' ');
    let length = sign.len_utf8();
    let is_decimal = sign == '.' && rest.get(1..).is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()));
    if sign.is_ascii_digit() || is_decimal {
        return number(rest, language);
    }
    let token = match sign {
        '+' => Token::Plus,
        '-' | '−' | '–' | '—' => Token::Minus,
        '*' | '×' | '·' => Token::Times,
        '/' | '÷' | ':' => Token::Over,
        '(' => Token::Open,
        ')' => Token::Close,
        ',' => Token::Comma,
        _ => return word(rest),
    };
    Ok((token, length))
}

/// Digits with their groups and decimals, or a day as ISO 8601 has it.
fn number(rest: &str, language: Language) -> Result<(Token, usize), (String, usize)> {
    if let Some(day) = rest.get(..10)
        && day.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
    {
        return Day::read(day).map(|read| (Token::Day(read), 10)).ok_or_else(|| (format!("“{day}” is no day of the calendar."), 10));
    }
    let end = end_of_number(rest, language);
    let written = rest.get(..end).unwrap_or("");
    let value = decimal(&figure(written, language));
    let sign = if language == Language::English { "point" } else { "comma" };
    let no_number = || (format!("“{written}” is not a number. Thousands are parted in threes, decimals by a {sign}."), end);
    value.map(|value| (Token::Number(value), end)).ok_or_else(no_number)
}

/// Signs that part digits count only where a digit follows.
fn end_of_number(rest: &str, language: Language) -> usize {
    let signs: Vec<(usize, char)> = rest.char_indices().collect();
    let is_digit = |at: usize| signs.get(at).is_some_and(|(_, sign)| sign.is_ascii_digit());
    let parts = |sign: char| matches!(sign, ',' | '.' | '\u{202f}' | '\u{2009}' | '\u{a0}');
    // A plain space parts thousands in other languages: three digits follow, and no fourth.
    let is_group = |at: usize| language != Language::English && (1..=3).all(|ahead| is_digit(at + ahead)) && !is_digit(at + 4);
    let parted = |at: usize| signs.get(at).is_some_and(|(_, sign)| parts(*sign) && is_digit(at + 1) || *sign == ' ' && is_group(at));
    let goes_on = |at: &usize| is_digit(*at) || parted(*at);
    let last = (0..signs.len()).take_while(goes_on).last();
    last.and_then(|last| signs.get(last + 1)).map_or(rest.len(), |(at, _)| *at)
}

/// A word, or a sign that is one. A unit with a stroke, as km/h, is one word where it is known.
fn word(rest: &str) -> Result<(Token, usize), (String, usize)> {
    let first = rest.chars().next().unwrap_or(' ');
    let whole: Range<usize> = 0..rest.find(|sign: char| sign.is_whitespace() || matches!(sign, '(' | ')')).unwrap_or(rest.len());
    let whole = rest.get(whole).unwrap_or("").trim_end_matches([',', '.']);
    if whole.contains(['/', '-']) && first.is_alphabetic() && Unit::find(whole).is_some() {
        return Ok((Token::Word(whole.to_owned()), whole.len()));
    }
    if first.is_alphabetic() {
        let belongs = |sign: char| sign.is_alphanumeric() || matches!(sign, '²' | '³' | '\'' | '’' | '°' | '$');
        let end = rest.find(|sign: char| !belongs(sign)).unwrap_or(rest.len());
        // A hyphen joins words: light-year, by-election.
        let joined = rest.get(end..).filter(|rest| rest.starts_with('-')).and_then(|rest| rest.get(1..)).map_or(0, |rest| {
            // C-17s is a name.
            let is_name = end <= 2 && first.is_uppercase();
            let end = rest.find(|sign: char| !(sign.is_alphabetic() || is_name && sign.is_alphanumeric())).unwrap_or(rest.len());
            if end > 0 { end + 1 } else { 0 }
        });
        let word = rest.get(..end + joined).unwrap_or("");
        return Ok((Token::Word(word.to_owned()), word.len()));
    }
    if first == '°' || first == '%' || first == '‰' || Unit::find(&first.to_string()).is_some() {
        let end = first.len_utf8()
            + if first == '°' { rest.chars().nth(1).filter(|sign| sign.is_alphabetic()).map_or(0, char::len_utf8) } else { 0 };
        return Ok((Token::Word(rest.get(..end).unwrap_or("").to_owned()), end));
    }
    Err((format!("“{first}” is no sign that is known here."), first.len_utf8()))
}
