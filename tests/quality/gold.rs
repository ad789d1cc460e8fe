//! What a text says in figures, written down by hand, and how the program's reading is held against it.

use rust_decimal::Decimal;
use tickmark::model::document::{Language, Span};
use tickmark::model::quantity::Unit;
use tickmark::suggest::quantity::{Found, quantities};

/// Words of the figure, value (`low..high` for a range), unit or counted noun, how exactly it is meant, per what.
pub struct Gold(pub &'static str, pub &'static str, pub &'static str, pub &'static str, pub &'static str);

/// A text with its gold in order.
pub struct Paragraph {
    pub language: Language,
    pub name: &'static str,
    pub text: &'static str,
    pub gold: &'static [Gold],
}

/// How many were found, missed and made up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub hits: u32,
    pub missed: u32,
    pub false_ones: u32,
}

impl Tally {
    pub fn precision(self) -> f64 {
        share(self.hits, self.hits + self.false_ones)
    }

    pub fn recall(self) -> f64 {
        share(self.hits, self.hits + self.missed)
    }

    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }

    pub fn add(&mut self, other: Tally) {
        self.hits += other.hits;
        self.missed += other.missed;
        self.false_ones += other.false_ones;
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

/// The tallies of one text, of numbers with a unit and of the others: a hit has its figure where the gold has it, with the same value,
/// unit, exactness and rate. What differs is told.
pub fn compare(text: &str, language: Language, gold: &[Gold], report: &mut Vec<String>) -> [Tally; 2] {
    let mut found: Vec<Option<Found>> = quantities(text, language).into_iter().map(Some).collect();
    let mut tallies = [Tally::default(); 2];
    let mut from = 0;
    for expected in gold {
        let at =
            text[from..].find(expected.0).map_or_else(|| panic!("{} does not stand in the text behind {from}", expected.0), |at| from + at);
        let place = Span::between(at, at + expected.0.len());
        from = at + expected.0.len();
        let tally = &mut tallies[kind(expected.2)];
        let hit = found.iter_mut().find(|found| found.as_ref().is_some_and(|found| found.figure.overlaps(place))).and_then(Option::take);
        match hit {
            Some(hit) if said(&hit) == wanted(expected) => tally.hits += 1,
            Some(hit) => {
                tally.missed += 1;
                tally.false_ones += 1;
                report.push(format!("  {}: read {} instead of {}", expected.0, said(&hit), wanted(expected)));
            }
            None => {
                tally.missed += 1;
                report.push(format!("  {}: missed ({})", expected.0, wanted(expected)));
            }
        }
    }
    for extra in found.into_iter().flatten() {
        tallies[kind(&extra.reading.unit)].false_ones += 1;
        report.push(format!("  {}: made up ({})", &text[extra.span.range()], said(&extra)));
    }
    tallies
}

/// 0 where the words are a unit of measure or money, 1 where they are a counted noun or nothing.
fn kind(unit: &str) -> usize {
    usize::from(Unit::find(unit).is_none())
}

fn said(found: &Found) -> String {
    let reading = &found.reading;
    let value = match reading.value.high {
        None => reading.value.low.normalize().to_string(),
        Some(high) => format!("{}..{}", reading.value.low.normalize(), high.normalize()),
    };
    format!("{value} | {} | {} | {}", reading.unit, reading.approximation.word(), reading.per)
}

fn wanted(gold: &Gold) -> String {
    let end = |digits: &str| digits.parse::<Decimal>().unwrap_or_else(|_| panic!("{digits} is no value")).normalize().to_string();
    let value = gold.1.split_once("..").map_or_else(|| end(gold.1), |(low, high)| format!("{}..{}", end(low), end(high)));
    format!("{value} | {} | {} | {}", gold.2, gold.3, gold.4)
}
