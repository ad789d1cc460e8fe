//! Two articles beside each other: the passages that they share, what differs in each, and what only one of them has.

use std::ops::Range;

use super::changes::{Change, Speaker, Told, changes};
use super::figures::{Figure, figures};
use super::pairing::{Pairing, pair_up};
use super::reading::Reading;
use super::wording::{Hunk, Words, hunks};
use crate::model::document::Span;

/// One article's side of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its sentences, neighbours.
    pub sentences: Range<usize>,
    /// From the beginning of the first to the end of the last.
    pub span: Span,
}

/// What two articles share, though reworded: one sentence each as a rule, several where one article has split or joined them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in one.
    pub one: Side,
    /// Where it stands in the other.
    pub other: Side,
    /// Words that both have in the same order, of all their words, per cent.
    pub share_percent: u8,
    /// Whether it stands elsewhere among the passages than in the other article.
    pub is_moved: bool,
    /// The words that differ; those that are only spelled otherwise are not among them.
    pub hunks: Vec<Hunk>,
    /// What the changes do, as far as that can be known.
    pub changes: Vec<Change>,
}

impl Passage {
    /// In a few words, for a chip: what its first change does, or that it is reworded, or the same.
    pub fn word(&self) -> &'static str {
        match self.changes.first() {
            Some(change) => change.word(),
            None if self.hunks.is_empty() => "same words",
            None => "reworded",
        }
    }

    /// The same seen from the other article.
    pub fn turned(self) -> Passage {
        let turn = |change| match change {
            Change::Source { one, other } => Change::Source { one: other, other: one },
            Change::Figure { one, other } => Change::Figure { one: other, other: one },
            Change::Negation { one, other } => Change::Negation { one: other, other: one },
            Change::Hedge { one, other } => Change::Hedge { one: other, other: one },
        };
        Passage {
            one: self.other,
            other: self.one,
            hunks: self.hunks.into_iter().map(|hunk| Hunk { one: hunk.other, other: hunk.one }).collect(),
            changes: self.changes.into_iter().map(turn).collect(),
            ..self
        }
    }
}

/// Two articles beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What they share, in the order of one.
    pub passages: Vec<Passage>,
    /// Sentences that only one has.
    pub only_one: Vec<usize>,
    /// Sentences that only the other has.
    pub only_other: Vec<usize>,
    /// The figures of one and of the other, in the order of their text.
    pub figures: (Vec<Figure>, Vec<Figure>),
}

/// Figures without those in the words for who says it: "the two sources" is no figure of what they say.
fn of_what_is_said(mut figures: Vec<Figure>, speakers: &[Speaker]) -> Vec<Figure> {
    figures.retain(|figure| !speakers.iter().any(|speaker| speaker.span.overlaps(figure.span)));
    figures
}

/// Puts two articles beside each other. `speakers` are those that were found in one and in the other, in the order of the text.
pub fn compare(one: &Reading, other: &Reading, speakers: (&[Speaker], &[Speaker])) -> Comparison {
    let pairs = pair_up(one, other);
    let figures = (of_what_is_said(figures(one), speakers.0), of_what_is_said(figures(other), speakers.1));
    let about = About { speakers, figures: (&figures.0, &figures.1) };
    let passages: Vec<Passage> = pairs.iter().map(|pair| passage((one, other), about, pair)).collect();
    let rest = |all: usize, taken: &mut dyn Iterator<Item = Range<usize>>| {
        let mut is_taken = vec![false; all];
        taken.flatten().for_each(|at| is_taken.get_mut(at).into_iter().for_each(|taken| *taken = true));
        (0..all).filter(|at| is_taken.get(*at) == Some(&false)).collect::<Vec<usize>>()
    };
    let only_one = rest(one.sentences().len(), &mut pairs.iter().map(|pair| pair.one.clone()));
    let only_other = rest(other.sentences().len(), &mut pairs.iter().map(|pair| pair.other.clone()));
    Comparison { passages, only_one, only_other, figures }
}

/// What was found in the two articles besides their words.
#[derive(Clone, Copy)]
struct About<'a> {
    speakers: (&'a [Speaker], &'a [Speaker]),
    figures: (&'a [Figure], &'a [Figure]),
}

fn passage((one, other): (&Reading, &Reading), about: About<'_>, pair: &Pairing) -> Passage {
    let side =
        |reading: &Reading, sentences: &Range<usize>| Side { sentences: sentences.clone(), span: reading.span_of(sentences.clone()) };
    let (here, there) = (side(one, &pair.one), side(other, &pair.other));
    let hunks = hunks(&Words::of(one.text(), here.span), &Words::of(other.text(), there.span));
    let here_told = Told { reading: one, span: here.span, speakers: about.speakers.0, figures: about.figures.0 };
    let there_told = Told { reading: other, span: there.span, speakers: about.speakers.1, figures: about.figures.1 };
    let changes = changes(here_told, there_told, &hunks);
    let share_percent = pair.share_percent(one, other);
    Passage { one: here, other: there, share_percent, is_moved: pair.is_moved, hunks, changes }
}
