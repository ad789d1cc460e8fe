//! Whether a number is a quantity where it stands: `one of them` and `the Big Three` are none.

use rust_decimal::Decimal;

use super::figure::{Figure, Form};
use super::lexicon::Roles;
use super::token::Line;
use super::{Kind, apart, measure};
use crate::model::document::Language;
use crate::model::quantity::{Approximation, Unit};

/// What is known of a number.
pub struct Case {
    /// The number, or the first of a range.
    pub figure: Figure,
    /// The token after the number, before its unit.
    pub end: usize,
    /// Its unit.
    pub unit: Option<&'static Unit>,
    /// Whether a currency stands before it.
    pub is_money: bool,
    /// Whether it is a range.
    pub is_range: bool,
    /// The noun that it counts.
    pub noun: Option<(usize, usize)>,
    /// What the words around it say of how exactly it is meant.
    pub hedge: Option<Approximation>,
}

/// What it is.
pub enum Verdict {
    /// A quantity.
    Quantity,
    /// Something else, with its first token.
    Other(Kind, usize),
    /// No number at all.
    Nothing,
}

/// Decides.
pub fn judge(line: &Line, case: &Case) -> Verdict {
    if line.is_lenient || case.is_money {
        return Verdict::Quantity;
    }
    match case.figure.form {
        Form::PlainDigits => plain_digits(line, case),
        Form::Digits => digits(line, case),
        Form::Words => words(line, case),
        Form::Fraction => fraction(line, case),
        Form::Vague => vague(line, case),
    }
}

fn plain_digits(line: &Line, case: &Case) -> Verdict {
    let start = case.figure.start;
    if case.is_range {
        return Verdict::Quantity;
    }
    if case.unit.is_some() {
        // A Boeing 777F is not hot: one letter that touches the number of a name is a part of it.
        let is_letter = line.is_attached(case.end) && line.written(case.end).len() == 1 && line.is_word(case.end);
        return match apart::names(line, start).filter(|_| is_letter) {
            Some(name) => Verdict::Other(Kind::Name, name),
            None => Verdict::Quantity,
        };
    }
    if is_list_mark(line, start) {
        return Verdict::Other(Kind::Name, start);
    }
    let is_glued = line.is_attached(case.end) && (line.is_word(case.end) || line.is_hyphen(case.end) && case.noun.is_none());
    if is_glued {
        return Verdict::Other(Kind::Name, start);
    }
    let is_year = apart::is_year(line, start, case.noun.is_some());
    if is_year && !(case.hedge.is_some() && case.noun.is_some()) {
        let is_guess = case.hedge.is_some() && !line.style.parts_thousands && case.noun.is_some();
        if !is_guess {
            return Verdict::Other(Kind::Year, start);
        }
    }
    let has_noun = case.noun.is_some();
    if !has_noun && is_house_number(line, case.end) {
        return Verdict::Other(Kind::Name, start);
    }
    if let Some(name) = apart::names(line, start)
        .filter(|name| !has_noun || line.is(*name, Roles::DESIGNATOR) && name + 1 == start && line.is_capital(*name))
    {
        return Verdict::Other(Kind::Name, name);
    }
    let is_hour = !has_noun && start > 0 && line.says(start - 1, "at") && case.figure.value <= Decimal::from(12);
    if is_hour { Verdict::Other(Kind::Time, start) } else { Verdict::Quantity }
}

fn digits(line: &Line, case: &Case) -> Verdict {
    let start = case.figure.start;
    let is_bare = case.unit.is_none() && case.noun.is_none() && !case.is_range && case.figure.scale == Decimal::ONE;
    if !is_bare {
        return Verdict::Quantity;
    }
    // Version 2.1, section 4.3, Fig. 1.2; but no figure with parted thousands is a name.
    let written = line.written(start);
    let is_short = written.len() <= 5 && written.contains('.');
    if is_short && let Some(name) = apart::names(line, start) {
        return Verdict::Other(Kind::Name, name);
    }
    let is_glued = line.is_attached(case.end) && line.is_word(case.end);
    if is_glued { Verdict::Other(Kind::Name, start) } else { Verdict::Quantity }
}

/// `10 Downing Street`: capitalised words behind it up to one for a street.
fn is_house_number(line: &Line, at: usize) -> bool {
    const STREETS: &[&str] =
        &["Road", "Street", "Avenue", "Ave", "Lane", "Drive", "Boulevard", "Blvd", "Square", "Place", "Way", "Terrace", "Close", "Row"];
    (at..at + 4).take_while(|word| line.is_capital(*word)).any(|word| STREETS.contains(&line.written(word)))
}

/// `3.` or `3)` at the beginning of a line, `[3]` anywhere.
fn is_list_mark(line: &Line, at: usize) -> bool {
    let is_first =
        at == 0 && matches!(line.sign(1), Some('.' | ')')) && line.is_attached(1) && line.token(2).is_some_and(|token| token.is_spaced);
    let is_note = line.sign_before(at) == Some('[') && line.sign(at + 1) == Some(']');
    is_first || is_note
}

fn words(line: &Line, case: &Case) -> Verdict {
    let (start, end) = (case.figure.start, case.end);
    // Twenty-first, a hundredth.
    let is_ordinal = line.is_hyphen(end) && line.is(end + 1, Roles::ORDINAL.with(Roles::FRACTION));
    if is_ordinal {
        return Verdict::Other(Kind::Ordinal, start);
    }
    let is_one = case.figure.value == Decimal::ONE && !case.is_range;
    if is_one {
        return one(line, case);
    }
    let is_name = line.is_capital(start)
        && !line.begins_sentence(start)
        && line.lexicon.language == Language::English
        && line.is_before(start, Roles::THE.with(Roles::OF))
        && case.unit.is_none()
        && case.figure.scale == Decimal::ONE
        && case.noun.is_none();
    if is_name {
        return Verdict::Other(Kind::Name, start);
    }
    if case.unit.is_some() || case.noun.is_some() {
        return if names_in_words(line, case) { Verdict::Other(Kind::Name, start - 1) } else { Verdict::Quantity };
    }
    let is_counted = line.is(end, Roles::COUNTED) || line.is_before(start, Roles::COUNTED) && !line.is_hyphen(end);
    let is_of_them = line.is(end, Roles::OF)
        && (line.is(end + 1, Roles::THE)
            || matches!(line.written(end + 1), "them" | "us" | "those" | "which" | "whom" | "ellos" | "ellas" | "entre" | "ihnen"));
    let is_large = case.figure.value >= Decimal::ONE_HUNDRED || case.figure.scale > Decimal::ONE;
    let is_glued = line.is_hyphen(end);
    if (case.hedge.is_some() || is_counted || is_of_them || is_large || case.figure.is_about || case.is_range) && !is_glued {
        Verdict::Quantity
    } else {
        Verdict::Nothing
    }
}

/// `phase two trials`, `chapter three`: the number belongs to what stands before it.
fn names_in_words(line: &Line, case: &Case) -> bool {
    let start = case.figure.start;
    line.is_before(start, Roles::DESIGNATOR)
        && case.unit.is_none()
        && case.hedge.is_none()
        && case.figure.value <= Decimal::from(12)
        && !line.is_before(start, Roles::STOP.with(Roles::WEEKDAY))
        && !matches!(
            line.written(start - 1),
            "group" | "day" | "week" | "team" | "case" | "court" | "game" | "match" | "round" | "big" | "top" | "world" | "area" | "line"
        )
}

/// A single one is a number where it measures a span, or where news count somebody.
fn one(line: &Line, case: &Case) -> Verdict {
    let (start, end) = (case.figure.start, case.end);
    if let Some(unit) = case.unit {
        let is_span = measure::is_span(unit);
        let is_word = line.is(start, Roles::ONE) && !line.is(start, Roles::ARTICLE);
        let unit_end = measure::unit(line, end, false).map_or(end + 1, |(_, end)| end);
        let is_placed = line.is_before(start, Roles::BEFORE_SPAN) || line.is(unit_end, Roles::AFTER_SPAN) || case.hedge.is_some();
        let is_idle = unit.name == "second" && !is_word || unit.name == "day" && !is_placed;
        let is_meant = if is_span { is_placed || is_word && unit.name != "day" } else { is_word || case.hedge.is_some() };
        return if is_meant && !is_idle { Verdict::Quantity } else { Verdict::Nothing };
    }
    if single(line, case).is_some() { Verdict::Quantity } else { Verdict::Nothing }
}

/// The noun in the singular that a single one counts: `at least one person`, `one soldier was killed`.
fn single(line: &Line, case: &Case) -> Option<(usize, usize)> {
    let end = case.end;
    let is_word = line.is(case.figure.start, Roles::ONE)
        && !(line.lexicon.language == Language::English && line.is(case.figure.start, Roles::ARTICLE));
    if !is_word || !line.is_word(end) || line.is(end, Roles::STOP) || line.is_hyphen(end) {
        return None;
    }
    let is_sum =
        matches!(line.written(end), "total" | "maximum" | "minimum" | "average" | "máximo" | "mínimo" | "promedio" | "moyenne" | "peak");
    // Where one is also the article, only `at least` makes it a number.
    let is_article = line.is(case.figure.start, Roles::ARTICLE);
    let is_hedged = case.hedge.is_some_and(|hedge| !is_article || hedge == Approximation::AtLeast) && !is_sum;
    let is_killed = line.is(end, Roles::PERSON)
        && (end + 1..end + 4).any(|word| line.is(word, Roles::COUNTED) && !line.says(word, "have") && !line.says(word, "are"));
    (is_hedged || is_killed).then_some((end, end + 1))
}

/// The noun of a single one that was judged a quantity.
pub fn with_single(line: &Line, case: &Case) -> Option<(usize, usize)> {
    let is_one = case.figure.form == Form::Words && case.figure.value == Decimal::ONE && case.unit.is_none() && !case.is_range;
    if is_one && !line.is_lenient { single(line, case) } else { None }
}

fn fraction(line: &Line, case: &Case) -> Verdict {
    let (start, end) = (case.figure.start, case.end);
    if case.unit.is_some() || line.is_digits(start) || case.is_range || !line.is_word(start) {
        return Verdict::Quantity;
    }
    let before = start.checked_sub(1).map_or("", |before| line.written(before));
    let is_numbered = matches!(
        before.to_lowercase().as_str(),
        "first"
            | "second"
            | "other"
            | "latter"
            | "last"
            | "primera"
            | "segunda"
            | "erste"
            | "zweite"
            | "première"
            | "seconde"
            | "better"
            | "third"
            | "fourth"
            | "top"
            | "bottom"
            | "third-"
            | "opening"
            | "closing"
    );
    if is_numbered {
        return Verdict::Other(Kind::Ordinal, start);
    }
    let is_part = line.is(end, Roles::OF.with(Roles::THE))
        || line.says(end, "aller")
        || line.is(end, Roles::ARTICLE) && line.lexicon.language == Language::English;
    let is_compared = matches!(
        line.written(end),
        "more" | "less" | "fewer" | "higher" | "lower" | "smaller" | "larger" | "as" | "full" | "más" | "menos" | "mehr" | "weniger"
    );
    let is_after_by = matches!(before, "by" | "en" | "por" | "um" | "to" | "than");
    let ends_clause = line.sign(end).is_some_and(|sign| matches!(sign, '.' | ',' | ';' | ')' | '”' | '"')) || line.token(end).is_none();
    let is_plural_part = !line.is(start, Roles::ARTICLE.with(Roles::HALF).with(Roles::THE));
    let is_share = figure_is_share(line, case);
    if is_part
        || is_compared
        || case.hedge.is_some()
        || is_after_by
        || is_plural_part
        || is_share
        || ends_clause && line.is(start, Roles::ARTICLE)
    {
        Verdict::Quantity
    } else {
        Verdict::Nothing
    }
}

fn figure_is_share(line: &Line, case: &Case) -> bool {
    (case.figure.start + 1..case.figure.end).any(|at| line.is(at, Roles::SHARE))
}

fn vague(line: &Line, case: &Case) -> Verdict {
    let last = case.figure.end - 1;
    // Scores and tens are results and figures of speech unless they are of something.
    let is_doubtful = matches!(line.written(last).to_lowercase().as_str(), "scores" | "tens");
    let has_of = line.is(case.figure.end, Roles::OF) && case.noun.is_some();
    if is_doubtful && !has_of { Verdict::Nothing } else { Verdict::Quantity }
}
