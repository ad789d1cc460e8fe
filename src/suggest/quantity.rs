//! Numbers in a text: what each says, and what is no quantity although it has digits. English, Spanish, French and German.

mod apart;
mod around;
mod assemble;
mod compound;
mod date;
mod draft;
mod figure;
mod judge;
mod lexicon;
mod measure;
mod noun;
mod numeral;
mod range;
mod rate;
mod spelled;
mod token;
mod zero;

use rust_decimal::Decimal;

use crate::model::document::{Language, Span};
use crate::model::quantity::{Approximation, Value};

use lexicon::Lexicon;
use numeral::Style;
use token::Line;

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// How much or how many.
    Quantity,
    /// A day, month or decade.
    Date,
    /// A time of day.
    Time,
    /// A year.
    Year,
    /// A place in a row.
    Ordinal,
    /// How old somebody is.
    Age,
    /// A score or a vote.
    Score,
    /// A telephone number.
    Phone,
    /// A number that is a name or a part of one: `C-17`, `No. 1`, `Boeing 737`.
    Name,
}

/// What the words of a figure say.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it is. Only a quantity is one; of the other kinds those with a value are ages.
    pub kind: Kind,
    /// The value or range; of fractions without end six digits are held.
    pub value: Value,
    /// The sign or English name of the unit (`km`, `percent`, `USD`, `weeks`; [`crate::model::quantity::Unit::find`] knows it), or the
    /// counted noun with what belongs to it, as written (`additional active-duty troops`). Empty where neither is said.
    pub unit: String,
    /// Per what: `day`, `head`, `barrel`; empty where it is no rate.
    pub per: String,
    /// How exactly it is meant.
    pub approximation: Approximation,
}

/// Why the program takes words for a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It has a unit of measure.
    Measured,
    /// It is an amount of money.
    Money,
    /// It is per cent or percentage points.
    PerCent,
    /// It is a span of time.
    Duration,
    /// It counts something that is named.
    Counted,
    /// It is a part of a whole.
    Share,
    /// It says in words that there is none.
    Zero,
    /// It is a figure alone.
    Alone,
    /// It is a number without a figure: dozens, thousands.
    Vague,
}

impl Reason {
    /// The reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Reason::Measured => "a number with a unit",
            Reason::Money => "an amount of money",
            Reason::PerCent => "per cent",
            Reason::Duration => "a span of time",
            Reason::Counted => "a number of something that is named",
            Reason::Share => "a part of a whole",
            Reason::Zero => "none, in words",
            Reason::Alone => "a number alone",
            Reason::Vague => "a number without a figure",
        }
    }

    /// How sure it is that a checker would call it a number, from 0 to 1. An order, not a probability.
    pub fn score(self) -> f32 {
        match self {
            Reason::Measured | Reason::Money | Reason::PerCent => 0.95,
            Reason::Duration | Reason::Counted => 0.9,
            Reason::Share | Reason::Zero => 0.8,
            Reason::Alone => 0.6,
            Reason::Vague => 0.4,
        }
    }
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// All words that belong to it: `as many as 2000 additional troops`, `1,553 mile (2,500 kilometer)`.
    pub span: Span,
    /// The number and its unit alone: `2000`, `1,553 mile`.
    pub figure: Span,
    /// What it says.
    pub reading: Reading,
    /// The same in another unit, where one stands in brackets or behind `or`: `(2,500 kilometer)`.
    pub also: Option<Reading>,
    /// Why it is one.
    pub reason: Reason,
}

/// A figure of any kind in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A quantity.
    Quantity(Box<Found>),
    /// Something else that has digits.
    Other {
        /// Its words.
        span: Span,
        /// What it is.
        kind: Kind,
        /// What it says, where that is a value: an age.
        reading: Option<Reading>,
    },
}

impl Figure {
    /// Its words.
    pub fn span(&self) -> Span {
        match self {
            Figure::Quantity(found) => found.span,
            Figure::Other { span, .. } => *span,
        }
    }
}

/// The quantities of a text in order. No two overlap.
pub fn quantities(text: &str, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    scan(text, language, &mut |figure| {
        if let Figure::Quantity(quantity) = figure {
            found.push(*quantity);
        }
    });
    found
}

/// All figures of a text in order, with those that are no quantities.
pub fn figures(text: &str, language: Language) -> Vec<Figure> {
    let mut found = Vec::new();
    scan(text, language, &mut |figure| found.push(figure));
    found
}

fn scan(text: &str, language: Language, sink: &mut dyn FnMut(Figure)) {
    let mut line = line_of(text, language);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        line.fill(start, end);
        assemble::figures(&line, sink);
        start = end + 1;
    }
}

fn line_of(text: &str, language: Language) -> Line<'_> {
    Line { text, tokens: Vec::new(), lexicon: Lexicon::of(language), style: Style::of(text, language), is_lenient: false }
}

/// Reads the one figure in marked words, with a look at the words around them: a hedge before the mark and a unit behind it count. What
/// only a checker would take for a number (`one`, `2018`) is read too. Nothing where there is no figure, or more than one.
pub fn read(text: &str, span: Span, language: Language) -> Option<Reading> {
    let around = around_mark(text, span)?;
    let mut line = line_of(text, language);
    let mut inside = Vec::new();
    line.fill(around.start(), around.end());
    assemble::figures(&line, &mut |figure| {
        let core = match &figure {
            Figure::Quantity(found) => found.figure,
            Figure::Other { span, .. } => *span,
        };
        if core.overlaps(span) {
            inside.push(figure);
        }
    });
    match (inside.pop(), inside.is_empty()) {
        (Some(Figure::Quantity(found)), true) => return Some(found.reading),
        (Some(Figure::Other { kind: Kind::Age, reading: Some(reading), .. }), true) => return Some(reading),
        (Some(Figure::Other { kind: Kind::Year, .. }) | None, _) => {}
        // A date, a name, a score, or more than one figure.
        (Some(_), _) => return None,
    }
    line.is_lenient = true;
    line.fill(span.start(), span.end());
    let mut alone = Vec::new();
    assemble::figures(&line, &mut |figure| alone.push(figure));
    match (alone.pop(), alone.is_empty()) {
        (Some(Figure::Quantity(found)), true) => Some(found.reading),
        (Some(Figure::Other { reading: Some(reading), .. }), true) => Some(reading),
        _ => None,
    }
}

/// Bytes around a mark that can say something about its figure.
const AROUND_BYTES: usize = 400;

/// The stretch of lines around a mark that is read with it.
fn around_mark(text: &str, span: Span) -> Option<Span> {
    let before = text.get(..span.start())?;
    let after = text.get(span.end()..)?;
    let mut start = before.rfind('\n').map_or(0, |at| at + 1).max(span.start().saturating_sub(AROUND_BYTES));
    let end = span.end() + after.find('\n').unwrap_or(after.len()).min(AROUND_BYTES);
    while start > 0 && !text.as_bytes().get(start - 1).is_some_and(u8::is_ascii_whitespace) {
        start -= 1;
    }
    let mut end = end.min(text.len());
    while end < text.len() && !text.as_bytes().get(end).is_some_and(u8::is_ascii_whitespace) {
        end += 1;
    }
    Some(Span::between(start, end))
}

/// A value that is one number.
fn one(value: Decimal) -> Value {
    Value::one(value.normalize())
}

#[cfg(test)]
mod tests;
