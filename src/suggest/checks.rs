//! What can be worked out again inside one sentence: a figure in two units, sums and parts, shares, growth, spans of time and ages. The
//! figures are those that a checker has marked, and else those that the program reads. What the words leave open is a question. Numbers
//! that a checker has put together are judged in the same way, wherever they stand.

mod age;
mod group;
mod growth;
mod parts;
mod per_head;
mod sentence;
mod share;
mod span;
mod stated;
mod words;

use crate::model::annotation::{Mark, Mention};
use crate::model::day::Day;
use crate::model::document::{Document, Language, Span, Text};
use crate::model::id::QuantityId;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::quantity::conversion::conversion;
pub use group::in_group;
pub use stated::judge;

use sentence::Sentence;

/// What a check comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The figures cannot all be right.
    Fails,
    /// They fit.
    Holds,
    /// Somebody must look: a figure or a day is not written, or the words may mean something else.
    Open,
}

impl Verdict {
    /// The words on screen.
    pub fn words(self) -> &'static str {
        match self {
            Verdict::Fails => "does not hold",
            Verdict::Holds => "holds",
            Verdict::Open => "to look at",
        }
    }
}

/// What is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The same in two units.
    Conversion,
    /// Parts and what they come to together.
    Sum,
    /// A part and its whole.
    Part,
    /// Per cent of something.
    Share,
    /// From a figure to another one.
    Growth,
    /// So much for each.
    PerHead,
    /// Days, and how long it is between them.
    Span,
    /// How old somebody is.
    Age,
}

/// Something that was worked out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub kind: Kind,
    /// What it comes to.
    pub verdict: Verdict,
    /// `2 C-17s + 2 C-130s = 4`.
    pub equation: String,
    /// What is written, and by how much it is off: `Written 4 aircraft.`
    pub working: String,
    /// The words that it is about, in the order of the text.
    pub places: Vec<Span>,
    /// Those of them that are marked as numbers.
    pub numbers: Vec<QuantityId>,
}

/// A number as it is marked in an article.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'a> {
    /// Where.
    pub span: Span,
    /// What it says.
    pub number: &'a Quantity,
}

/// An article to be looked through.
#[derive(Clone, Debug)]
pub struct Article<'a> {
    text: &'a Text,
    language: Language,
    /// In the order of the text.
    marked: Vec<Marked<'a>>,
    published: Option<Day>,
}

impl<'a> Article<'a> {
    /// A text without marks. `published` is the day of the article, where it is known.
    pub fn of_text(text: &'a Text, language: Language, published: Option<Day>) -> Self {
        Article { text, language, marked: Vec::new(), published }
    }

    /// An article with the numbers that are marked in it.
    pub fn of(project: &'a Project, lookup: &Lookup, document: &'a Document) -> Self {
        let marks = lookup.document(document.id).into_iter().flat_map(|lookup| lookup.marks.iter());
        Article { marked: numbers(project, marks), ..Article::of_text(&document.text, document.language(), day_of(document)) }
    }

    /// One sentence with the numbers that are marked in it, whatever the day of the article: what comes out follows from the words and
    /// the numbers alone.
    pub fn around(project: &'a Project, lookup: &Lookup, (document, sentence): (&'a Document, Span)) -> Self {
        let marks = lookup.document(document.id).map(|lookup| lookup.marks.overlapping(sentence)).unwrap_or_default();
        Article { marked: numbers(project, marks.iter()), ..Article::of_text(&document.text, document.language(), None) }
    }

    /// All checks, in the order of the text.
    pub fn checks(&self) -> Vec<Check> {
        self.text.sentences().iter().flat_map(|sentence| self.checks_in(*sentence)).collect()
    }

    /// Those in one sentence.
    pub fn checks_in(&self, sentence: Span) -> Vec<Check> {
        let words = self.text.slice(sentence);
        // Most sentences hold nothing that could be worked out.
        if words.len() > LONGEST {
            return Vec::new();
        }
        let sentence = Sentence::of(self, sentence);
        let mut found = conversions(&sentence);
        parts::find(&sentence, &mut found);
        share::find(&sentence, &mut found);
        growth::find(&sentence, &mut found);
        per_head::find(&sentence, &mut found);
        span::find(&sentence, &mut found);
        age::find(&sentence, &mut found);
        drop_repeated(&mut found);
        found.sort_by_key(|check| (check.places.first().map(|place| place.start()), check.kind));
        found
    }
}

fn day_of(document: &Document) -> Option<Day> {
    Day::read(&document.meta.published)
}

fn numbers<'a, 'b>(project: &'a Project, marks: impl Iterator<Item = &'b Mark>) -> Vec<Marked<'a>> {
    let number = |mark: &Mark| match project.annotations().get(&mark.id)?.mention {
        Mention::Number(id) => project.quantities().get(&id).map(|number| Marked { span: mark.span, number }),
        Mention::Claim(_) | Mention::Source(_) => None,
    };
    marks.filter_map(number).collect()
}

/// Lets go of what another check says better: a part whose share is written too, and a question about figures of which more is known.
fn drop_repeated(found: &mut Vec<Check>) {
    let says_less = |check: &Check| {
        let is_within = |other: &Check| other.kind != check.kind && check.places.iter().all(|place| other.places.contains(place));
        let is_less = |other: &Check| match check.kind {
            Kind::Part => other.kind == Kind::Share || other.kind == Kind::Sum,
            _ => check.verdict == Verdict::Open && other.verdict != Verdict::Open,
        };
        found.iter().any(|other| is_within(other) && is_less(other))
    };
    let kept: Vec<bool> = found.iter().map(|check| !says_less(check)).collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
}

/// A longer sentence is a table or a list that nobody has cut, bytes.
const LONGEST: usize = 4_000;

fn conversions(sentence: &Sentence<'_>) -> Vec<Check> {
    let check = |figure: &sentence::Figure| {
        let found = conversion(&figure.quantity, figure.also.as_ref()?)?;
        let verdict = if found.holds { Verdict::Holds } else { Verdict::Fails };
        Some(sentence::check((Kind::Conversion, verdict), (found.equation, found.working), &[figure]))
    };
    sentence.figures.iter().filter_map(check).collect()
}

#[cfg(test)]
mod tests;
