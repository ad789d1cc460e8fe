//! What a figure is measured in: the unit or the currency beside it.

use super::lexicon::Roles;
use super::token::Line;
use crate::model::document::Language;
use crate::model::quantity::{Dimension, Unit};

/// Tokens that the name of a unit takes at most.
const UNIT_TOKENS: usize = 6;
/// Units that are written with a stop.
const STOPPED: &[&str] = &[
    "in.", "ft.", "yd.", "mi.", "lb.", "lbs.", "oz.", "fl. oz.", "sq. ft.", "sq. mi.", "sec.", "min.", "Min.", "Sek.", "Std.", "v.H.",
    "p.c.", "ct.",
];

/// The unit behind a figure, and the token after it. `is_currency_before`: the figure has a currency sign, so it is not measured in
/// anything else, but `5 million US dollars` may say so twice.
pub fn unit(line: &Line, at: usize, is_currency_before: bool) -> Option<(&'static Unit, usize)> {
    let at = if line.is_hyphen(at) { at + 1 } else { at };
    let found = longest(line, at).or_else(|| {
        // Two more weeks.
        let beside = (line.is(at, Roles::BESIDE_UNIT) && !line.is_digits(at)).then(|| longest(line, at + 1)).flatten();
        beside.filter(|(unit, _)| matches!(unit.dimension, Dimension::Time | Dimension::Calendar | Dimension::Length))
    })?;
    let is_money = matches!(found.0.dimension, Dimension::Money(_));
    (!is_currency_before || is_money).then_some(found)
}

/// Whether a unit of time or length stands there: of `a week` the article is a number.
pub fn span(line: &Line, at: usize) -> bool {
    line.is_word(at) && longest(line, at).is_some_and(|(unit, _)| is_span(unit))
}

/// A span of time or a way.
pub fn is_span(unit: &Unit) -> bool {
    matches!(unit.dimension, Dimension::Time | Dimension::Calendar | Dimension::Length)
}

pub fn longest(line: &Line, at: usize) -> Option<(&'static Unit, usize)> {
    line.token(at)?;
    if line.is_word(at) && !line.is(at, Roles::UNIT) {
        return None;
    }
    let most = (1..UNIT_TOKENS).take_while(|ahead| !ends_unit(line, at + ahead)).count() + 1;
    for end in (at + 1..=at + most).rev() {
        let words = line.between(at, end);
        // The stop that ends a sentence is no part of the unit, but that of `ft.` is.
        if words.ends_with('.') && !STOPPED.contains(&words) {
            continue;
        }
        let Some(unit) = known(words, line) else { continue };
        if is_meant(line, (at, end), unit) {
            return Some((contextual(line, unit, (at, end)), end));
        }
    }
    None
}

/// A comma, bracket or another line ends the name of a unit.
fn ends_unit(line: &Line, at: usize) -> bool {
    match line.token(at) {
        None => true,
        Some(_) => line.sign(at).is_some_and(|sign| matches!(sign, ',' | ';' | ':' | '(' | ')' | '!' | '?' | '"' | '“' | '”' | '—')),
    }
}

pub fn known(words: &str, line: &Line) -> Option<&'static Unit> {
    let own = Unit::find_in(words, line.lexicon.language);
    // Articles in other languages have English units too.
    own.or_else(|| {
        (line.lexicon.language != Language::English && words.len() > 3).then(|| Unit::find_in(words, Language::English)).flatten()
    })
}

/// Whether the words are meant as the unit where they stand.
fn is_meant(line: &Line, (at, end): (usize, usize), unit: &Unit) -> bool {
    let (words, is_spaced) = (line.between(at, end), !line.is_attached(at));
    // A unit is whole words: no letters or digits go on behind it.
    let is_name = line.is_hyphen(end) && (line.is_digits(end + 1) || words.len() <= 2 && is_spaced);
    let goes_on = line.is_attached(end) && (line.is_word(end) || line.is_digits(end)) || is_name;
    if goes_on && !(unit.name == "foot" || unit.name == "hour" || unit.name == "percent") {
        return false;
    }
    match words {
        // Preposition, article, initials and the like: only where they touch the figure.
        "in" | "a" | "A" | "B" | "N" | "J" | "d" | "c" | "p" | "y" | "as" | "mo" | "st" | "ct" | "T" | "kn" => !is_spaced,
        "s" | "g" | "t" | "h" | "l" | "L" | "m" | "C" | "F" | "V" | "W" | "K" if is_spaced => !line.is_capital_name(end),
        "To" | "Go" | "Ko" | "Mo" | "ko" => line.lexicon.language == Language::French,
        "au" | "sol" | "real" => false,
        _ => unit.name != "are",
    }
}

/// What the same word means in this article: pounds are money where the pound sign stands somewhere, or where there are millions of
/// them and of nothing.
fn contextual(line: &Line, unit: &'static Unit, (at, end): (usize, usize)) -> &'static Unit {
    let is_pound = unit.name == "pound" && line.written(at).len() > 3;
    let are_millions = line.is_before(at, Roles::SCALE) || line.is_before(at, Roles::OF) && at > 1 && line.is(at - 2, Roles::SCALE);
    let is_money = line.style.has_pound_sign || are_millions && !line.is(end, Roles::OF);
    if is_pound && is_money { Unit::find("GBP").unwrap_or(unit) } else { unit }
}

impl Line<'_> {
    /// A capitalised word right behind, as in `5 C Company`.
    fn is_capital_name(&self, at: usize) -> bool {
        self.is_capital(at) && self.written(at).len() > 1 && !self.begins_sentence(at)
    }
}

/// The currency before a figure and its first token: `$`, `US$`, `EUR`, `Rs.`.
pub fn currency_before(line: &Line, at: usize) -> Option<(&'static Unit, usize)> {
    let limit = at.saturating_sub(4);
    (limit..at).find_map(|from| {
        let is_whole = !line.is_attached(from) || line.sign(from).is_some_and(is_currency_sign) || line.sign_before(from).is_some();
        let words = line.between(from, at);
        let has_gap = (from + 1..at).any(|token| !line.is_attached(token));
        let unit = Unit::find_in(words, Language::English).filter(|unit| matches!(unit.dimension, Dimension::Money(_)))?;
        (is_whole && !has_gap && is_code(words)).then_some((unit, from))
    })
}

/// A currency sign, or a code that stands before figures.
fn is_code(words: &str) -> bool {
    let is_iso = words.len() == 3 && words.bytes().all(|byte| byte.is_ascii_uppercase());
    words.contains(is_currency_sign)
        || is_iso
        || matches!(words, "Rs" | "Rs." | "Rp" | "RM" | "Tk" | "KSh" | "Ksh" | "kr" | "FCFA" | "Dh" | "RMB" | "SFr" | "Fr." | "S/" | "S/.")
}

/// A sign of money.
pub fn is_currency_sign(sign: char) -> bool {
    matches!(
        sign,
        '$' | '€'
            | '£'
            | '¥'
            | '₹'
            | '₽'
            | '₩'
            | '₺'
            | '₴'
            | '₦'
            | '₪'
            | '₫'
            | '₱'
            | '฿'
            | '₿'
            | '￥'
            | '￡'
            | '₡'
            | '₵'
            | '₸'
            | '₾'
            | '৳'
    )
}
