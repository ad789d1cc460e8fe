//! One number, in digits or in words, with its scale: `1.5 million`, `2½`, `half a dozen`, `two-thirds`, `one in five`.

use rust_decimal::Decimal;

use super::lexicon::Roles;
use super::measure;
use super::numeral::{Numeral, numeral};
use super::spelled::spelled;
use super::token::Line;
use crate::model::document::Language;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits alone: it could be a year, a name, a day.
    PlainDigits,
    /// Digits with parted thousands, a decimal sign or a scale: nothing but a figure.
    Digits,
    /// In words.
    Words,
    /// A part of a whole in words or with a stroke.
    Fraction,
    /// Dozens, thousands.
    Vague,
}

/// A number in the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The first token.
    pub start: usize,
    /// The token after it.
    pub end: usize,
    /// Its value.
    pub value: Decimal,
    /// The same before the scale.
    pub mantissa: Decimal,
    /// The scale that stood with it, one where there was none.
    pub scale: Decimal,
    /// How it is written.
    pub form: Form,
    /// Whether it stands for about so many by itself: `une centaine`.
    pub is_about: bool,
}

/// How exactly a repeating fraction is held.
const FRACTION_DIGITS: u32 = 6;

/// The number that begins at the token. `is_money`: behind a currency sign `5m` and `5b` are millions and billions.
pub fn figure(line: &Line, at: usize, is_money: bool) -> Option<Figure> {
    let number = if line.is_digits(at) {
        in_digits(line, at, is_money)
    } else if let Some(value) = line.sign(at).and_then(vulgar) {
        Some(Figure { start: at, end: at + 1, value, mantissa: value, scale: Decimal::ONE, form: Form::Fraction, is_about: false })
    } else {
        vague(line, at).or_else(|| fraction(line, at)).or_else(|| half(line, at)).or_else(|| in_words(line, at))
    }?;
    Some(of_scale(line, share(line, number).unwrap_or(number)))
}

fn in_digits(line: &Line, at: usize, is_money: bool) -> Option<Figure> {
    let Numeral { value, is_plain, .. } = numeral(line.written(at), line.style)?;
    let form = if is_plain { Form::PlainDigits } else { Form::Digits };
    let mut number = Figure { start: at, end: at + 1, value, mantissa: value, scale: Decimal::ONE, form, is_about: false };
    if let Some((added, end)) = stroke(line, at) {
        number.end = end;
        number.form = Form::Fraction;
        (number.value, number.mantissa) = (added, added);
        return Some(number);
    }
    // 2½ and 2 1/2.
    if let Some(part) = line.sign(number.end).and_then(vulgar) {
        number.end += 1;
        number.form = Form::Digits;
        number.value += part;
    } else if is_plain
        && line.is_digits(number.end)
        && let Some((part, end)) = stroke(line, number.end)
    {
        number.end = end;
        number.form = Form::Digits;
        number.value += part;
    }
    number.mantissa = number.value;
    with_scales(line, number, is_money).or(Some(number))
}

/// Scale words and letters behind digits, and what is added behind them: `2 millones 300 mil`, `3 million and a half`.
fn with_scales(line: &Line, mut number: Figure, is_money: bool) -> Option<Figure> {
    while let Some((factor, end)) = scale(line, number.end, is_money) {
        number.value = number.value.checked_mul(factor)?;
        number.scale = number.scale.checked_mul(factor)?;
        number.end = end;
        number.form = Form::Digits;
    }
    if number.scale > Decimal::ONE
        && line.is_digits(number.end)
        && let Some(low) = numeral(line.written(number.end), line.style)
        && let Some((factor, end)) = scale(line, number.end + 1, is_money)
        && factor < number.scale
    {
        number.value = number.value.checked_add(low.value.checked_mul(factor)?)?;
        number.end = end;
    }
    Some(and_a_half(line, number).unwrap_or(number))
}

/// One scale behind digits.
fn scale(line: &Line, at: usize, is_money: bool) -> Option<(Decimal, usize)> {
    let at = if line.is_hyphen(at) && line.is(at + 1, Roles::SCALE.with(Roles::HUNDRED)) { at + 1 } else { at };
    if line.is(at, Roles::SCALE.with(Roles::HUNDRED).with(Roles::SHORT_SCALE)) {
        let is_short = line.is(at, Roles::SHORT_SCALE);
        // `mil` in English is a thousandth of an inch or short for a million: only behind a currency sign.
        let is_slang = is_short && line.lexicon.language == Language::English && matches!(line.written(at), "mil" | "bil");
        if is_slang && !is_money
            || line.says(at, "k") && line.token(at).is_some_and(|token| token.is_spaced) && !is_money && !line.is_lenient
        {
            return None;
        }
        let has_stop = is_short && line.sign(at + 1) == Some('.') && line.is_attached(at + 1) && line.token(at + 2).is_some();
        return Some((Decimal::from(line.value(at)), at + 1 + usize::from(has_stop)));
    }
    let is_attached = line.is_attached(at);
    let million = Decimal::from(1_000_000);
    let factor = match line.written(at) {
        "M" if is_attached || is_money || line.sign(at + 1).is_some_and(|sign| sign == '€' || sign == '$') => million,
        "m" if is_attached && (is_money || counts_millions(line, at + 1)) => million,
        "k" | "K" if is_attached => Decimal::ONE_THOUSAND,
        "b" | "B" if is_attached && is_money => Decimal::from(1_000_000_000),
        "t" | "T" if is_attached && is_money => Decimal::from(1_000_000_000_000_u64),
        "MM" | "mm" if is_attached && is_money => million,
        _ => return None,
    };
    Some((factor, at + 1))
}

/// `5m people`: metres are not of people.
fn counts_millions(line: &Line, at: usize) -> bool {
    let counted = Roles::COUNTABLE.with(Roles::PLURAL);
    let is_named = (at..at + 3).take_while(|word| line.is_word(*word)).any(|word| line.is(word, counted) && !line.is(word, Roles::STOP));
    is_named || line.sign(at).is_some_and(|sign| sign == '€' || sign == '$')
}

fn in_words(line: &Line, at: usize) -> Option<Figure> {
    if line.is(at, Roles::ABOUT_SO_MANY) && line.is_before(at, Roles::ARTICLE) {
        return None;
    }
    if line.is(at, Roles::ARTICLE) && line.lexicon.language == Language::English && measure::span(line, at + 1) {
        let one = Decimal::ONE;
        return Some(Figure { start: at, end: at + 1, value: one, mantissa: one, scale: one, form: Form::Words, is_about: false });
    }
    if line.is(at, Roles::ARTICLE) && line.is(at + 1, Roles::ABOUT_SO_MANY) {
        let value = Decimal::from(line.value(at + 1));
        return Some(Figure { start: at, end: at + 2, value, mantissa: value, scale: Decimal::ONE, form: Form::Words, is_about: true });
    }
    let number = spelled(line, at)?;
    let mantissa = if number.scale.is_zero() { number.value } else { number.value / number.scale };
    let mut found =
        Figure { start: at, end: number.end, value: number.value, mantissa, scale: number.scale, form: Form::Words, is_about: false };
    // Two point five million.
    if line.is(found.end, Roles::POINT) && found.scale == Decimal::ONE && line.is(found.end + 1, Roles::NUMERAL) {
        let mut digits = String::new();
        let mut end = found.end + 1;
        // Five point two five; coma veintidós.
        while line.is(end, Roles::ONES.with(Roles::TEENS)) {
            digits.push_str(&line.value(end).to_string());
            end += 1;
        }
        if digits.is_empty() {
            let part = spelled(line, end).filter(|part| part.scale == Decimal::ONE)?;
            (digits, end) = (part.value.to_string(), part.end);
        }
        let part: Decimal = format!("0.{digits}").parse().ok()?;
        (found.value, found.mantissa, found.end) = (found.value + part, found.value + part, end);
        return with_scales(line, found, false);
    }
    let found = and_a_half(line, found).unwrap_or(found);
    with_scales(line, Figure { scale: Decimal::ONE, ..found }, false).map(|scaled| Figure {
        form: Form::Words,
        scale: if scaled.scale > Decimal::ONE { scaled.scale } else { found.scale },
        ..scaled
    })
}

/// `two and a half`, `deux millions et demi`, `three and a quarter`, `dos y medio`: half of the last scale more.
fn and_a_half(line: &Line, mut number: Figure) -> Option<Figure> {
    if !line.is(number.end, Roles::AND) {
        return None;
    }
    let mut at = number.end + 1;
    if line.is(at, Roles::ARTICLE) && !line.is(at, Roles::HALF) {
        at += 1;
    }
    let part = if line.is(at, Roles::HALF) {
        Decimal::new(5, 1)
    } else if line.is(at, Roles::FRACTION) && at > number.end + 1 {
        Decimal::ONE.checked_div(Decimal::from(line.value(at)))?.round_dp(FRACTION_DIGITS)
    } else if let Some(over) = line.is(at, Roles::ONES).then(|| line.value(at)).filter(|_| line.is(at + 1, Roles::FRACTION)) {
        let part = Decimal::from(over).checked_div(Decimal::from(line.value(at + 1)))?.round_dp(FRACTION_DIGITS);
        at += 1;
        part
    } else {
        return None;
    };
    number.value = number.value.checked_add(part.checked_mul(number.scale)?)?;
    number.mantissa = number.value.checked_div(number.scale)?;
    number.end = at + 1;
    Some(number)
}

/// `half`, `half a million`, `half-million`, `medio millón`, `la mitad de`, `eine halbe Million`.
fn half(line: &Line, at: usize) -> Option<Figure> {
    let start = at;
    let mut at = at;
    if line.is(at, Roles::ARTICLE.with(Roles::THE)) && line.is(at + 1, Roles::HALF) {
        at += 1;
    }
    if !line.is(at, Roles::HALF) {
        return None;
    }
    let value = Decimal::new(5, 1);
    let number = Figure { start, end: at + 1, value, mantissa: value, scale: Decimal::ONE, form: Form::Fraction, is_about: false };
    let mut next = at + 1;
    if line.is_hyphen(next) {
        next += 1;
    }
    if line.is(next, Roles::ARTICLE) && line.is(next + 1, Roles::SCALE.with(Roles::HUNDRED)) {
        next += 1;
    }
    if line.is(next, Roles::SCALE.with(Roles::HUNDRED)) {
        let scale = Decimal::from(line.value(next));
        return Some(Figure { end: next + 1, value: value * scale, scale, form: Form::Words, ..number });
    }
    Some(number)
}

/// `two-thirds`, `a quarter`, `tres cuartas partes`, `ein Drittel`.
fn fraction(line: &Line, at: usize) -> Option<Figure> {
    let (over, mut end) = if line.is(at, Roles::ARTICLE) {
        (Decimal::ONE, at + 1)
    } else {
        let number = spelled(line, at).filter(|number| number.scale == Decimal::ONE)?;
        (number.value, number.end)
    };
    if line.is_hyphen(end) {
        end += 1;
    }
    if !line.is(end, Roles::FRACTION) {
        return None;
    }
    // Two thirds; but the twenty-third is a place in a row.
    let is_inflected = matches!(line.lexicon.language, Language::English | Language::Spanish);
    if is_inflected && (over == Decimal::ONE) == line.written(end).ends_with('s') {
        return None;
    }
    let under = Decimal::from(line.value(end));
    let value = over.checked_div(under)?.round_dp(FRACTION_DIGITS);
    let mut end = end + 1;
    if line.says(end, "parte") || line.says(end, "partes") {
        end += 1;
    }
    Some(Figure { start: at, end, value, mantissa: value, scale: Decimal::ONE, form: Form::Fraction, is_about: false })
}

/// `three quarters of a million`.
fn of_scale(line: &Line, number: Figure) -> Figure {
    // A quarter million.
    if number.form == Form::Fraction && line.is(number.end, Roles::SCALE) && line.value(number.end) >= 1000 {
        let scale = Decimal::from(line.value(number.end));
        return Figure { end: number.end + 1, value: number.value * scale, scale, form: Form::Words, ..number };
    }
    if number.form != Form::Fraction || !line.is(number.end, Roles::OF) {
        return number;
    }
    let at = if line.is(number.end + 1, Roles::ARTICLE) { number.end + 2 } else { number.end + 1 };
    if at == number.end + 1 || !line.is(at, Roles::SCALE) {
        return number;
    }
    let scale = Decimal::from(line.value(at));
    Figure { end: at + 1, value: number.value * scale, scale, form: Form::Words, ..number }
}

/// `one in five`, `9 out of 10`, `uno de cada cinco`, `un sur cinq`: a share.
fn share(line: &Line, number: Figure) -> Option<Figure> {
    if number.scale != Decimal::ONE || !number.value.fract().is_zero() || number.form == Form::Fraction {
        return None;
    }
    let mut at = number.end;
    // Deux personnes sur trois.
    let is_named =
        line.lexicon.language == Language::French && line.is_word(at) && !line.is(at, Roles::STOP) && line.is(at + 1, Roles::SHARE);
    at += usize::from(is_named);
    at = match line.lexicon.language {
        Language::English if line.is(at, Roles::SHARE) => at + 1,
        Language::English if line.says(at, "out") && line.says(at + 1, "of") => at + 2,
        Language::Spanish if line.says(at, "de") && line.says(at + 1, "cada") => at + 2,
        Language::French if line.is(at, Roles::SHARE) => at + 1,
        Language::German if line.is(at, Roles::SHARE) => at + 1,
        _ => return None,
    };
    if line.is(at, Roles::ARTICLE) {
        return None;
    }
    let whole = if line.is_digits(at) { in_digits(line, at, false) } else { in_words(line, at) }?;
    let is_round = whole.value.fract().is_zero() && whole.value > number.value && !number.value.is_zero();
    let is_year = whole.form == Form::PlainDigits && line.is_digits(at) && line.written(at).len() == 4;
    // The whole of a share is small or round, and nothing is measured in it: not `5 in 10 days`.
    let has_unit = measure::unit(line, whole.end, false).is_some();
    let is_whole = whole.value <= Decimal::from(20) || (whole.value % Decimal::TEN).is_zero();
    if !is_round || is_year || has_unit || !is_whole {
        return None;
    }
    let value = number.value.checked_div(whole.value)?.round_dp(FRACTION_DIGITS);
    Some(Figure { end: whole.end, value, mantissa: value, form: Form::Fraction, ..number })
}

/// `dozens`, `tens of thousands`, `millions and millions`, `several hundred`, `a few dozen`: at least two of them.
fn vague(line: &Line, at: usize) -> Option<Figure> {
    let start = at;
    let mut at = at;
    let is_several = line.is(at, Roles::SEVERAL) || line.is(at, Roles::ARTICLE) && line.is(at + 1, Roles::SEVERAL);
    if is_several {
        at += if line.is(at, Roles::SEVERAL) { 1 } else { 2 };
        // A couple of hundred.
        if line.is(at, Roles::OF) && line.is(at + 1, Roles::SCALE.with(Roles::HUNDRED)) {
            at += 1;
        }
        if line.is(at, Roles::SCALE.with(Roles::HUNDRED)) {
            return Some(two_or_more(line, start, at, Decimal::from(line.value(at))));
        }
    }
    if !line.is(at, Roles::VAGUE) && !is_plural_scale(line, at) {
        return None;
    }
    let mut scale = Decimal::from(line.value(at));
    // `millions and millions` are no more than millions.
    if line.is(at + 1, Roles::AND) && line.written(at + 2).eq_ignore_ascii_case(line.written(at)) {
        at += 2;
    }
    // Tens of thousands, hundreds of thousands, decenas de miles, des centaines de milliers.
    while line.is(at + 1, Roles::OF) && (line.is(at + 2, Roles::VAGUE.with(Roles::SCALE))) {
        scale = scale.checked_mul(Decimal::from(line.value(at + 2)))?;
        at += 2;
    }
    Some(two_or_more(line, start, at, scale))
}

/// `millions` in French, `Millionen` in German, `millones` in Spanish, with nothing before that counts them.
fn is_plural_scale(line: &Line, at: usize) -> bool {
    line.lexicon.language != Language::English
        && line.is(at, Roles::SCALE)
        && line.value(at) >= 1_000_000
        && line.written(at).ends_with(['s', 'n'])
        && !line.written(at).ends_with("illon")
}

fn two_or_more(line: &Line, start: usize, last: usize, scale: Decimal) -> Figure {
    let _ = line;
    let two = Decimal::TWO;
    Figure { start, end: last + 1, value: two * scale, mantissa: two, scale, form: Form::Vague, is_about: false }
}

/// `3/4`, where it is no date and no name (`9/11`).
pub fn stroke(line: &Line, at: usize) -> Option<(Decimal, usize)> {
    let has_stroke = matches!(line.sign(at + 1), Some('/' | '⁄')) && line.is_attached(at + 1) && line.is_attached(at + 2);
    if !has_stroke || !line.is_digits(at + 2) || line.sign(at + 3) == Some('/') && line.is_attached(at + 3) {
        return None;
    }
    let (over, under): (u32, u32) = (line.written(at).parse().ok()?, line.written(at + 2).parse().ok()?);
    let is_common = matches!(under, 2..=6 | 8 | 10 | 12 | 16 | 20 | 25 | 32 | 40 | 50 | 64 | 100 | 1000);
    if over == 0 || over >= under || !is_common || line.is_attached(at) {
        return None;
    }
    Some((Decimal::from(over).checked_div(Decimal::from(under))?.round_dp(FRACTION_DIGITS), at + 3))
}

/// Whether the sign is a fraction by itself.
pub fn is_vulgar(sign: char) -> bool {
    vulgar(sign).is_some()
}

/// `½` as a value.
fn vulgar(sign: char) -> Option<Decimal> {
    let (over, under) = match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅒' => (1, 10),
        _ => return None,
    };
    Some((Decimal::from(over) / Decimal::from(under)).round_dp(FRACTION_DIGITS))
}
