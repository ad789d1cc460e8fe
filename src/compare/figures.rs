//! Figures as they stand in an article: written in digits, with the word that tells how exactly they are meant and the one that is
//! counted. Dates, years and names such as C-17 are none.

use crate::model::document::{Span, Text};
use crate::model::quantity::{Approximation, Value, reading};

use super::lexicon::{BEFORE_FIGURES, MONTHS, NO_UNITS, ORDINALS, SCALES, YEARS};
use super::reading::{Reading, Word};

/// A figure of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The words that say it, with "about" or "up to", without what is counted.
    pub span: Span,
    /// The value.
    pub value: Value,
    /// How exactly it is meant.
    pub approximation: Approximation,
    /// The word behind it, in small letters: what is counted, as a rule. Blank where it is none.
    pub unit: String,
}

/// All figures of an article, in order.
pub fn figures(reading: &Reading) -> Vec<Figure> {
    figures_in(reading, Span::between(0, reading.text().len()))
}

/// The figures within a stretch of it.
pub fn figures_in(reading: &Reading, stretch: Span) -> Vec<Figure> {
    let words = reading.words();
    let from = words.partition_point(|word| word.span.start() < stretch.start());
    let to = words.partition_point(|word| word.span.end() <= stretch.end());
    (from..to).filter_map(|at| Line { text: reading.text(), words, stretch }.figure(at)).collect()
}

/// The words around a figure.
struct Line<'a> {
    text: &'a Text,
    words: &'a [Word],
    stretch: Span,
}

impl<'a> Line<'a> {
    fn word(&self, at: Option<usize>) -> &'a str {
        let word = at.and_then(|at| self.words.get(at)).filter(|word| self.stretch.contains(word.span));
        word.map_or("", |word| self.text.slice(word.span))
    }

    /// The figure that the word at that place begins.
    fn figure(&self, at: usize) -> Option<Figure> {
        let digits = self.words.get(at)?.span;
        let words = self.text.slice(digits);
        if !words.starts_with(|sign: char| sign.is_ascii_digit()) || self.is_date(at, words) {
            return None;
        }
        let mut end = digits.end();
        let mut next = at + 1;
        let is_scale = SCALES.contains(&self.word(Some(next)).to_lowercase().as_str());
        if let Some(scale) = self.words.get(next).filter(|_| is_scale) {
            end = scale.span.end();
            next += 1;
        }
        let sign = |at: usize| self.text.slice(Span::between(at, self.text.len().min(at + 1)));
        if sign(end) == "%" {
            end += 1;
        }
        let start = self.currency(digits.start());
        let start = self.hedge(at, start);
        let span = self.text.span(start, end);
        let read = reading::read(self.text.slice(span))?;
        let unit = if read.unit.is_empty() { self.unit(next, end) } else { read.unit.to_lowercase() };
        Some(Figure { span, value: read.value, approximation: read.approximation, unit })
    }

    /// Whether it is a day, a year, a decade or a place in a row: `22 January`, `in 2025`, `the 1990s`, `(22)`, `3rd`.
    fn is_date(&self, at: usize, words: &str) -> bool {
        let Some(span) = self.words.get(at).map(|word| word.span) else { return false };
        let is_month = |word: &str| MONTHS.contains(&word.to_lowercase().as_str()) && word.starts_with(char::is_uppercase);
        let is_beside_month = is_month(self.word(at.checked_sub(1))) || is_month(self.word(Some(at + 1)));
        let plain: Option<i64> = words.parse().ok();
        let is_year = plain.is_some_and(|number| YEARS.contains(&number)) && self.unit(at + 1, span.end()).is_empty();
        let around = self.text.slice(Span::between(self.text.previous(span.start()), self.text.next(span.end())));
        let is_bracketed = around.starts_with('(') && around.ends_with(')');
        let is_day = plain.is_some_and(|number| (1..=31).contains(&number)) && (is_beside_month || is_bracketed);
        let suffix = words.trim_start_matches(|sign: char| !sign.is_alphabetic());
        is_day || is_year || ORDINALS.contains(&suffix) || words.matches('-').count() > 1
    }

    /// The sign of a currency before the digits.
    fn currency(&self, start: usize) -> usize {
        let before = self.text.previous(start);
        let is_sign = matches!(self.text.slice(Span::between(before, start)), "$" | "€" | "£" | "¥" | "₹");
        if is_sign { before } else { start }
    }

    /// Where the word that tells how exactly it is meant begins.
    fn hedge(&self, at: usize, start: usize) -> usize {
        for count in (1..=3).rev() {
            let Some(first) = at.checked_sub(count).and_then(|first| self.words.get(first)).filter(|word| self.stretch.contains(word.span))
            else {
                continue;
            };
            let words = self.text.slice(Span::between(first.span.start(), start)).trim().to_lowercase();
            let words = words.trim_end_matches(['$', '€', '£', '¥', '₹']).trim_end();
            if BEFORE_FIGURES.contains(&words) {
                return first.span.start();
            }
        }
        start
    }

    /// The word behind a figure, if nothing but a blank or a hyphen parts them.
    fn unit(&self, next: usize, end: usize) -> String {
        let Some(word) = self.words.get(next).filter(|word| self.stretch.contains(word.span)) else { return String::new() };
        let gap = self.text.slice(Span::between(end, word.span.start()));
        let small = self.text.slice(word.span).to_lowercase();
        let is_word = small.starts_with(char::is_alphabetic) && !NO_UNITS.contains(&small.as_str());
        if matches!(gap, " " | "-" | "\u{a0}" | "") && is_word { small } else { String::new() }
    }
}
