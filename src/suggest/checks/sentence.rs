//! A sentence with its figures, dates and ages, and what stands between them.

use rust_decimal::Decimal;

use super::words::Words;
use super::{Article, Check, Kind, Verdict};
use crate::model::day::Day;
use crate::model::document::{Language, Span};
use crate::model::id::{QuantityId, Uid};
use crate::model::quantity::reach::{Meant, Reach};
use crate::model::quantity::{Approximation, Dimension, Quantity, Unit};
use crate::suggest::quantity::{self, Reading, figures};

/// A figure, as marked or as read.
#[derive(Clone)]
pub struct Figure {
    /// All words that belong to it; bytes of the article.
    pub span: Span,
    /// The number itself.
    pub core: Span,
    /// What it says.
    pub quantity: Quantity,
    /// The same in another unit.
    pub also: Option<Quantity>,
    /// The records, where it is marked.
    pub numbers: Vec<QuantityId>,
    /// Whether it is written in millions or with decimals, which is mostly done by rounding.
    pub looks_rounded: bool,
}

/// A figure that is no quantity.
pub struct Other {
    /// Its words.
    pub span: Span,
    /// What it is.
    pub kind: quantity::Kind,
    /// Its value, where it is an age.
    pub years: Option<Decimal>,
}

/// A sentence.
pub struct Sentence<'a> {
    words: &'a str,
    span: Span,
    /// Its quantities in order.
    pub figures: Vec<Figure>,
    /// Its dates, years and ages in order.
    pub others: Vec<Other>,
    /// The day of the article.
    pub published: Option<Day>,
    /// The words of its language.
    pub tied: &'static Words,
}

impl<'a> Sentence<'a> {
    /// Reads a sentence.
    pub fn of(article: &'a Article<'_>, span: Span) -> Self {
        let words = article.text.slice(span);
        let tied = Words::of(article.language);
        let mut sentence = Sentence { words, span, figures: Vec::new(), others: Vec::new(), published: article.published, tied };
        if !words.contains(|sign: char| sign.is_ascii_digit()) && sentence.words.len() < 20 {
            return sentence;
        }
        let place = |part: Span| Span::between(span.start() + part.start(), span.start() + part.end());
        for figure in figures(words, article.language) {
            match figure {
                quantity::Figure::Quantity(found) => sentence.figures.push(Figure {
                    span: place(found.span),
                    core: place(found.figure),
                    quantity: quantity_of(found.reading),
                    also: found.also.map(quantity_of),
                    numbers: Vec::new(),
                    looks_rounded: looks_rounded(words.get(found.figure.range()).unwrap_or(""), article.language),
                }),
                quantity::Figure::Other { span, kind, reading } => {
                    sentence.others.push(Other { span: place(span), kind, years: reading.map(|reading| reading.value.low) });
                }
            }
        }
        sentence.take_marks(article);
        sentence
    }

    /// What a checker has typed counts, not what the program reads there.
    fn take_marks(&mut self, article: &Article<'_>) {
        let from = article.marked.partition_point(|mark| mark.span.end() <= self.span.start());
        let marks = article.marked.get(from..).unwrap_or_default().iter().take_while(|mark| mark.span.start() < self.span.end());
        for mark in marks.filter(|mark| mark.number.value.is_some()) {
            let mut over = self.figures.iter_mut().filter(|figure| figure.span.overlaps(mark.span));
            let (Some(figure), None) = (over.next(), over.next()) else { continue };
            if figure.core.overlaps(mark.span) {
                figure.quantity = mark.number.clone();
            } else if figure.also.is_some() {
                figure.also = Some(mark.number.clone());
            } else {
                continue;
            }
            figure.numbers.push(mark.number.id);
        }
    }

    /// What stands between two places of the sentence; blank where they touch or overlap.
    pub fn between(&self, one: Span, other: Span) -> &'a str {
        self.part(one.end(), other.start())
    }

    /// What stands before a place.
    pub fn before(&self, place: Span) -> &'a str {
        self.part(self.span.start(), place.start())
    }

    /// What stands behind a place.
    pub fn behind(&self, place: Span) -> &'a str {
        self.part(place.end(), self.span.end())
    }

    /// The words of a place.
    pub fn slice(&self, place: Span) -> &'a str {
        self.part(place.start(), place.end())
    }

    fn part(&self, start: usize, end: usize) -> &'a str {
        let at = |byte: usize| byte.saturating_sub(self.span.start());
        self.words.get(at(start)..at(end)).unwrap_or("")
    }

    /// Whether the sentence says one of these words.
    pub fn says(&self, words: &[&str]) -> bool {
        says(self.words, words)
    }

    /// Figures that follow a place and are joined by commas and "and": the parts of a list. Each must be of the same kind as the model.
    pub fn list_from(&self, first: usize, model: &Figure) -> &[Figure] {
        let rest = self.figures.get(first..).unwrap_or_default();
        let is_joined = |pair: &[Figure]| match pair {
            [one, other] => joins(self.between(one.span, other.span), self.tied),
            _ => false,
        };
        let alike = rest.iter().take_while(|figure| figure.is_like(model) || figure.is_bare_part_of(model)).count();
        let joined = rest.windows(2).take_while(|pair| is_joined(pair)).count() + 1;
        rest.get(..alike.min(joined)).unwrap_or_default()
    }
}

/// A check about these figures, in the order of the text.
pub fn check((kind, verdict): (Kind, Verdict), (equation, working): (String, String), about: &[&Figure]) -> Check {
    let mut about: Vec<&&Figure> = about.iter().collect();
    about.sort_by_key(|figure| figure.span.start());
    Check {
        kind,
        verdict,
        equation,
        working,
        places: about.iter().map(|figure| figure.span).collect(),
        numbers: about.iter().flat_map(|figure| figure.numbers.iter().copied()).collect(),
    }
}

/// Whether a figure is written in millions or with decimals.
pub fn looks_rounded(core: &str, language: Language) -> bool {
    let (decimal, words): (char, &[&str]) = match language {
        Language::English => ('.', &["million", "billion", "trillion", "m", "bn", "mn", "thousand"]),
        Language::Spanish => (',', &["mil", "millón", "millones", "billón", "billones", "millardo", "millardos"]),
        Language::French => (',', &["mille", "million", "millions", "milliard", "milliards", "billion", "billions"]),
        Language::German => (',', &["tausend", "million", "millionen", "milliarde", "milliarden", "mio", "mrd", "billion", "billionen"]),
    };
    core.contains(decimal) || says(core, words)
}

/// The longest stretch between two parts of a list, bytes.
const LONGEST_JOIN: usize = 70;

/// Whether the words between two figures only join parts of a list. What stands behind a part, as `on Monday,`, may be there; a new
/// clause may not.
fn joins(between: &str, tied: &Words) -> bool {
    let is_joint = between.contains([',', ';', '+', '&']) || says(between, tied.and);
    is_joint && !says(between, tied.clause) && between.len() <= LONGEST_JOIN
}

/// Whether a text says one of these words as whole words, whatever their case.
pub fn says(text: &str, words: &[&str]) -> bool {
    words_of(text).any(|word| words.contains(&word) || words.contains(&word.to_lowercase().as_str()))
}

/// The words of a text.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '\'' | '’'))).filter(|word| !word.is_empty())
}

/// A reading as a number of the project.
fn quantity_of(read: Reading) -> Quantity {
    let (value, approximation) = (Some(read.value), read.approximation);
    Quantity { value, unit: read.unit, per: read.per, approximation, ..Quantity::new(QuantityId(Uid(0))) }
}

impl Figure {
    /// Its value, where it is one and no range.
    pub fn value(&self) -> Option<Decimal> {
        self.quantity.value.filter(|value| value.high.is_none()).map(|value| value.low)
    }

    /// Its unit of measure; none of what is counted.
    pub fn unit(&self) -> Option<&'static Unit> {
        Unit::find(&self.quantity.unit)
    }

    /// What it measures; none of what is counted.
    pub fn dimension(&self) -> Option<Dimension> {
        self.unit().map(|unit| unit.dimension)
    }

    /// Whether it is per cent.
    pub fn is_share(&self) -> bool {
        self.unit().is_some_and(|unit| unit.name == "percent") && self.quantity.per.is_empty()
    }

    /// Whether it is a span of time.
    pub fn is_time(&self) -> bool {
        matches!(self.dimension(), Some(Dimension::Time | Dimension::Calendar))
    }

    /// Whether it counts or measures something that can be added up with another one.
    pub fn is_like(&self, other: &Figure) -> bool {
        self.value().is_some() && !self.is_time() && self.dimension() == other.dimension() && self.quantity.per == other.quantity.per
    }

    /// Whether it has no unit of its own, as in `10 million euros (4 million for roads …)`, and may have that of a whole.
    fn is_bare_part_of(&self, whole: &Figure) -> bool {
        let is_bare = self.quantity.unit.is_empty() && self.quantity.per.is_empty() && self.value().is_some();
        is_bare && whole.unit().is_some() && !whole.is_time() && !whole.is_share()
    }

    /// The value in the unit of another one.
    pub fn value_in(&self, other: &Figure) -> Option<Decimal> {
        let value = self.value()?;
        match (self.unit(), other.unit()) {
            (Some(one), Some(to)) => Unit::convert(value, one, to),
            (None, None) => Some(value),
            (None, Some(_)) if self.quantity.unit.is_empty() => Some(value),
            _ => None,
        }
    }

    /// What it leaves open in the unit of another one.
    pub fn open_in(&self, other: &Figure) -> Decimal {
        Reach::of(&self.quantity, other.unit()).map_or(Decimal::ZERO, |reach| reach.open)
    }

    /// What it says of the value.
    pub fn meant(&self) -> Meant {
        match self.quantity.approximation {
            Approximation::Exact | Approximation::About | Approximation::Between => Meant::Value,
            Approximation::UpTo | Approximation::LessThan => Meant::AtMost,
            Approximation::AtLeast | Approximation::MoreThan => Meant::AtLeast,
        }
    }

    /// Whether it is told as rounded: with "about", or in millions or decimals.
    pub fn is_rounded(&self) -> bool {
        self.quantity.approximation != Approximation::Exact || self.looks_rounded
    }

    /// As it is read: `1,500 troops`.
    pub fn words(&self) -> String {
        self.quantity.reading()
    }
}
