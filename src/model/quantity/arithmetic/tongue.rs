//! Lines in other languages: figures with a decimal comma, and the words that steer a sum. Units have their own names in each language.

use super::token::{Placed, Token};
use crate::model::day::month_of;
use crate::model::document::{Language, Span};

/// Words of a language and the English ones that the reader knows, the longest first; blank for those that say nothing in a sum.
type Table = &'static [(&'static str, &'static str)];

const SPANISH: Table = &[
    ("dividido por", "divided by"),
    ("dividido entre", "divided by"),
    ("más que", "more than"),
    ("menos que", "less than"),
    ("por ciento", "percent"),
    ("antes de", "before"),
    ("antes del", "before"),
    ("después de", "after"),
    ("después del", "after"),
    ("hasta", "until"),
    ("más", "plus"),
    ("menos", "minus"),
    ("por", "times"),
    ("al", "to"),
    ("a", "to"),
    ("en", "in"),
    ("el", ""),
    ("los", ""),
    ("las", ""),
    ("del", "of"),
    ("de", "of"),
    ("y", "and"),
    ("mil", "thousand"),
    ("millón", "million"),
    ("millones", "million"),
    ("billón", "trillion"),
    ("billones", "trillion"),
    ("edad", "age"),
];

const FRENCH: Table = &[
    ("divisé par", "divided by"),
    ("plus que", "more than"),
    ("moins que", "less than"),
    ("pour cent", "percent"),
    ("jusqu'au", "until"),
    ("jusqu’au", "until"),
    ("avant", "before"),
    ("après", "after"),
    ("sur", "of"),
    ("plus", "plus"),
    ("moins", "minus"),
    ("fois", "times"),
    ("par", "per"),
    ("au", "to"),
    ("à", "to"),
    ("en", "in"),
    ("le", ""),
    ("la", ""),
    ("les", ""),
    ("des", "of"),
    ("du", "of"),
    ("de", "of"),
    ("et", "and"),
    ("mille", "thousand"),
    ("million", "million"),
    ("millions", "million"),
    ("milliard", "billion"),
    ("milliards", "billion"),
    ("âge", "age"),
];

const GERMAN: Table = &[
    ("geteilt durch", "divided by"),
    ("mehr als", "more than"),
    ("weniger als", "less than"),
    ("bis zum", "until"),
    ("bis", "until"),
    ("vor", "before"),
    ("nach", "after"),
    ("minus", "minus"),
    ("mal", "times"),
    ("pro", "per"),
    ("je", "per"),
    ("auf", "to"),
    ("vom", ""),
    ("am", "on"),
    ("dem", ""),
    ("den", ""),
    ("der", "of"),
    ("von", "of"),
    ("und", "and"),
    ("tausend", "thousand"),
    ("million", "million"),
    ("millionen", "million"),
    ("mio", "million"),
    ("milliarde", "billion"),
    ("milliarden", "billion"),
    ("mrd", "billion"),
    ("alter", "age"),
];

fn table(language: Language) -> Table {
    match language {
        Language::English => &[],
        Language::Spanish => SPANISH,
        Language::French => FRENCH,
        Language::German => GERMAN,
    }
}

/// A figure of the language as English has it: `1.500,5` becomes `1,500.5`.
pub fn figure(written: &str, language: Language) -> String {
    let turned = |sign: char| match sign {
        '.' => ',',
        ',' => '.',
        ' ' => '\u{a0}',
        other => other,
    };
    if language == Language::English { written.to_owned() } else { written.chars().map(turned).collect() }
}

/// A line in which the words that steer are the English ones. Units and nouns stay as they are.
pub fn steered(tokens: Vec<Placed>, language: Language) -> Vec<Placed> {
    let table = table(language);
    let mut found: Vec<Placed> = Vec::new();
    let mut at = 0;
    while let Some(placed) = tokens.get(at) {
        let behind_day = found.last().is_some_and(|last| matches!(&last.token, Token::Word(word) if month_of(word).is_some()));
        let before_month = matches!(tokens.get(at + 1).map(|next| &next.token), Some(Token::Word(word)) if month_of(word).is_some());
        let phrase = table.iter().find_map(|(words, english)| {
            let count = words.split(' ').count();
            let is_here = words.split(' ').enumerate().all(|(ahead, wanted)| {
                matches!(tokens.get(at + ahead).map(|placed| &placed.token), Some(Token::Word(word)) if word.to_lowercase() == wanted)
            });
            is_here.then_some((*english, count))
        });
        let Some((english, count)) = phrase else {
            found.push(placed.clone());
            at += 1;
            continue;
        };
        let last = tokens.get(at + count - 1).unwrap_or(placed);
        let place = Span::between(placed.place.start(), last.place.end());
        // In a date, `de` says nothing.
        let is_idle = english == "of" && (behind_day || before_month);
        for word in english.split(' ').filter(|word| !word.is_empty() && !is_idle) {
            let token = match word {
                "plus" => Token::Plus,
                "minus" => Token::Minus,
                "times" => Token::Times,
                word => Token::Word(word.to_owned()),
            };
            found.push(Placed { token, place, is_attached: false });
        }
        at += count;
    }
    found
}
