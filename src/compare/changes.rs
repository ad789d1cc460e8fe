//! What a change of words does, as far as that can be known without understanding them: another source, another figure, a negation or
//! a hedge that came or went. Everything else is reworded.

use super::figures::{Figure, within};
use super::lexicon::{EMPTY, HEDGES, NEGATIONS};
use super::reading::Reading;
use super::wording::Hunk;
use crate::model::document::{Span, Text};
use crate::model::source::SourceKind;

/// Who says something, as somebody else found them in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that stand for them in the passage.
    pub span: Span,
    /// The words that name them: elsewhere, where the passage has only a pronoun.
    pub named: Span,
    /// What kind of source the register says they are; none where they are not in it.
    pub kind: Option<SourceKind>,
}

/// What a change does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The two give it to others, or only one of them says from whom it is.
    Source {
        /// Who says it in one.
        one: Vec<Speaker>,
        /// Who says it in the other.
        other: Vec<Speaker>,
    },
    /// A figure of one is not in the other.
    Figure {
        /// Those that only one has.
        one: Vec<Span>,
        /// Those that only the other has.
        other: Vec<Span>,
    },
    /// A word that denies came or went.
    Negation {
        /// Those that only one has.
        one: Vec<Span>,
        /// Those that only the other has.
        other: Vec<Span>,
    },
    /// A hedge came or went: it may be, it is planned, it is said.
    Hedge {
        /// Those that only one has.
        one: Vec<Span>,
        /// Those that only the other has.
        other: Vec<Span>,
    },
}

impl Change {
    /// In a few words, for a chip.
    pub fn word(&self) -> &'static str {
        match self {
            Change::Source { .. } => "source changes",
            Change::Figure { .. } => "figure changes",
            Change::Negation { .. } => "negation changes",
            Change::Hedge { .. } => "hedge changes",
        }
    }

    /// The words that it is about, of one and of the other.
    pub fn spans(&self) -> (Vec<Span>, Vec<Span>) {
        match self {
            Change::Source { one, other } => {
                let spans = |speakers: &[Speaker]| speakers.iter().map(|speaker| speaker.span).collect();
                (spans(one), spans(other))
            }
            Change::Figure { one, other } | Change::Negation { one, other } | Change::Hedge { one, other } => (one.clone(), other.clone()),
        }
    }
}

/// One side of a passage.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub reading: &'a Reading,
    /// Where the passage stands.
    pub span: Span,
    /// All speakers of the article, in order.
    pub speakers: &'a [Speaker],
    /// All figures of it.
    pub figures: &'a [Figure],
}

impl<'a> Told<'a> {
    fn text(&self) -> &'a Text {
        self.reading.text()
    }

    fn speakers(&self) -> Vec<Speaker> {
        let from = self.speakers.partition_point(|speaker| speaker.span.start() < self.span.start());
        let here = self.speakers.iter().skip(from).take_while(|speaker| speaker.span.end() <= self.span.end());
        here.copied().collect()
    }

    fn figures(&self) -> Vec<Figure> {
        within(self.figures, self.span)
    }

    /// The words of the passage that are in a list and lie within the spans.
    fn listed(&self, list: &[&str], within: &[Span]) -> Vec<(String, Span)> {
        let words = within.iter().flat_map(|span| {
            let all = self.reading.words();
            let from = all.partition_point(|word| word.span.start() < span.start());
            all.iter().skip(from).take_while(|word| word.span.end() <= span.end())
        });
        words.filter_map(|word| Some((listed(list, self.text().slice(word.span))?, word.span))).collect()
    }
}

/// The word of a list that a word is: `don't` and `isn't` deny, too.
fn listed(list: &[&str], word: &str) -> Option<String> {
    let small = word.to_lowercase().replace('’', "'");
    let small = if list == NEGATIONS && small.ends_with("n't") { "not".to_owned() } else { small };
    list.contains(&small.as_str()).then_some(small)
}

/// What the changed words of a passage do. Nothing where they are only reworded.
pub(super) fn changes(one: Told<'_>, other: Told<'_>, hunks: &[Hunk]) -> Vec<Change> {
    let mut found = Vec::new();
    found.extend(source_change(&one, &other));
    found.extend(figure_change(&one, &other));
    let (ones, others): (Vec<Span>, Vec<Span>) = hunks.iter().map(|hunk| (hunk.one, hunk.other)).unzip();
    let of = |list: &[&str]| came_and_went(one.listed(list, &ones), other.listed(list, &others));
    found.extend(of(NEGATIONS).map(|(one, other)| Change::Negation { one, other }));
    found.extend(of(HEDGES).map(|(one, other)| Change::Hedge { one, other }));
    found
}

/// What only one and what only the other has, each counted as often as it stands there.
fn came_and_went(one: Vec<(String, Span)>, mut other: Vec<(String, Span)>) -> Option<(Vec<Span>, Vec<Span>)> {
    let mut gone = Vec::new();
    for (word, span) in one {
        match other.iter().position(|(beside, _)| *beside == word) {
            Some(at) => drop(other.remove(at)),
            None => gone.push(span),
        }
    }
    let come: Vec<Span> = other.into_iter().map(|(_, span)| span).collect();
    (!gone.is_empty() || !come.is_empty()).then_some((gone, come))
}

/// Another source, where no speaker of one shares a word that matters with one of the other.
fn source_change(one: &Told<'_>, other: &Told<'_>) -> Option<Change> {
    let (ones, others) = (one.speakers(), other.speakers());
    if ones.is_empty() && others.is_empty() {
        return None;
    }
    let names = |told: &Told<'_>, speakers: &[Speaker]| speakers.iter().flat_map(|speaker| naming(told, *speaker)).collect::<Vec<_>>();
    let (named, beside) = (names(one, &ones), names(other, &others));
    let is_shared = named.iter().any(|word| beside.contains(word));
    // Whom one names, the other may name as well where nobody looked for speakers: in another turn of phrase.
    let is_told = |names: &[String], told: &Told<'_>| {
        let words = told.text().slice(told.span).to_lowercase();
        !names.is_empty() && names.iter().all(|name| words.contains(name.as_str()))
    };
    let is_same = is_shared || (others.is_empty() && is_told(&named, other)) || (ones.is_empty() && is_told(&beside, one));
    (!is_same).then_some(Change::Source { one: ones, other: others })
}

/// The words of a speaker that tell who it is.
fn naming(told: &Told<'_>, speaker: Speaker) -> Vec<String> {
    let words = told.text().slice(speaker.named).split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
    // "Officials" and "an official" may be the same.
    let stem = |word: String| word.strip_suffix('s').filter(|stem| stem.len() > 3).map_or(word.clone(), str::to_owned);
    words.filter(|word| !word.is_empty() && !EMPTY.contains(&word.as_str())).map(stem).collect()
}

/// Figures that only one of the two has.
fn figure_change(one: &Told<'_>, other: &Told<'_>) -> Option<Change> {
    let (ones, others) = (one.figures(), other.figures());
    let beside = |figure: &Figure, figures: &[Figure]| figures.iter().any(|other| other.value == figure.value);
    let only = |figures: &[Figure], others: &[Figure]| {
        figures.iter().filter(|figure| !beside(figure, others)).map(|figure| figure.span).collect::<Vec<_>>()
    };
    let (one, other) = (only(&ones, &others), only(&others, &ones));
    (!one.is_empty() || !other.is_empty()).then_some(Change::Figure { one, other })
}
