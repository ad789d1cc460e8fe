//! What follows from one article: its marks by place, how its sentences stand, its counts.

use std::ops::Range;

use super::overview::{Kind, Overview};
use crate::model::annotation::{Annotation, Mark, MarkIndex, Tag};
use crate::model::document::{Span, Text};
use crate::model::exclusion::Exclusion;

/// Above this number of separate stretches, the sentences are read again from the first to the last of them.
const MOST_STRETCHES: usize = 64;

/// How a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SentenceState {
    /// Nothing in it is marked.
    Untouched,
    /// At least one mark lies in it.
    Marked,
    /// It was set aside as not checkable.
    NotCheckable,
}

/// How a claim stands among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) is_settled: bool,
    /// Whether a link says that another claim contradicts it.
    pub(super) is_contradicted: bool,
    /// Whether it is still not settled which of the two holds.
    pub(super) is_disputed: bool,
}

/// What an article has, in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Claims mentioned in it.
    pub claims: usize,
    /// Those of them that are settled.
    pub settled: usize,
    /// Those of them that contradict another, where it is not settled which of the two holds.
    pub contradictions: usize,
    /// Numbers marked in it.
    pub numbers: usize,
    /// Sources named in it.
    pub sources: usize,
}

/// What follows from one article.
#[derive(Clone, Debug, Default)]
pub struct DocumentLookup {
    /// Its marks by place.
    pub marks: MarkIndex,
    /// The first mentions of its claims that are not settled, by place.
    pub open: MarkIndex,
    /// Its not-checkable passages by place.
    pub exclusions: Vec<Exclusion>,
    /// The marks whose place must be looked at. Those that have lost it stand only here, at the best guess.
    pub doubtful: MarkIndex,
    /// The not-checkable passages whose place must be looked at.
    pub doubtful_exclusions: Vec<Exclusion>,
    /// How each sentence stands, in order. None are there until they are counted.
    pub sentences: Vec<SentenceState>,
    /// Its counts.
    pub tally: Tally,
    /// All of it in a few rows.
    pub overview: Overview,
    by_state: [usize; 3],
    is_counted: bool,
}

impl DocumentLookup {
    /// An article in which nothing is marked yet.
    pub(super) fn new(text: &Text) -> Self {
        let mut lookup = DocumentLookup { overview: Overview::new(text.len()), ..Self::default() };
        lookup.count_sentences(text);
        lookup
    }

    /// Whether it is known how the sentences stand. In a long article they are found in the background, and until then nothing
    /// can be said of them.
    pub fn is_counted(&self) -> bool {
        self.is_counted
    }

    /// Looks how the sentences stand, if they are known by now and were not counted before.
    pub(super) fn count_sentences(&mut self, text: &Text) {
        let Some(sentences) = text.known_sentences().filter(|_| !self.is_counted) else { return };
        self.is_counted = true;
        self.by_state = [sentences.len(), 0, 0];
        self.sentences = vec![SentenceState::Untouched; sentences.len()];
        sentences.iter().for_each(|sentence| self.overview.count(*sentence, Kind::Untouched, true));
        self.read_all(text);
    }

    /// The not-checkable passages that share words with a span, in order.
    pub fn exclusions_in(&self, span: Span) -> Vec<Exclusion> {
        let before = self.exclusions.partition_point(|passage| passage.span.start() < span.end());
        self.exclusions.iter().take(before).filter(|passage| passage.span.overlaps(span)).cloned().collect()
    }

    /// Sentences in that state; none until they are counted.
    pub fn count(&self, state: SentenceState) -> usize {
        self.by_state.get(state as usize).copied().unwrap_or(0)
    }

    /// The marks that have lost their place, where they would most likely stand.
    pub fn lost(&self) -> impl Iterator<Item = &Mark> {
        self.doubtful.iter().filter(|mark| mark.span.is_empty())
    }

    pub(super) fn put_mark(&mut self, mark: &Annotation) {
        if !mark.is_lost() {
            self.marks.insert(Mark::of(mark));
        }
        if mark.doubt.is_some() {
            self.doubtful.insert(Mark::of(mark));
        }
    }

    pub(super) fn take_mark(&mut self, mark: &Annotation) {
        self.marks.remove(Mark::of(mark));
        self.doubtful.remove(Mark::of(mark));
    }

    pub(super) fn put_exclusion(&mut self, passage: &Exclusion) {
        let put = |passages: &mut Vec<Exclusion>| {
            let at = passages.partition_point(|other| (other.span, other.id) < (passage.span, passage.id));
            passages.insert(at, passage.clone());
        };
        if !passage.is_lost() {
            put(&mut self.exclusions);
        }
        if passage.doubt.is_some() {
            put(&mut self.doubtful_exclusions);
        }
    }

    pub(super) fn take_exclusion(&mut self, passage: &Exclusion) {
        self.exclusions.retain(|other| other.id != passage.id);
        self.doubtful_exclusions.retain(|other| other.id != passage.id);
    }

    /// Counts a mark in or out. Claims and sources count once, with their first mention here.
    pub(super) fn count_mark(&mut self, mark: &Annotation, standing: Standing, (is_first, is_in): (bool, bool)) {
        let add = |number: &mut usize, is_wanted: bool| {
            if is_wanted {
                *number = if is_in { *number + 1 } else { number.saturating_sub(1) };
            }
        };
        let (tag, tally) = (mark.mention.tag(), &mut self.tally);
        add(&mut tally.claims, tag == Tag::Claim && is_first);
        add(&mut tally.settled, tag == Tag::Claim && is_first && standing.is_settled);
        add(&mut tally.contradictions, tag == Tag::Claim && is_first && standing.is_disputed);
        add(&mut tally.numbers, tag == Tag::Number);
        add(&mut tally.sources, tag == Tag::Source && is_first);
        if tag == Tag::Claim && is_first && !standing.is_settled {
            if is_in { self.open.insert(Mark::of(mark)) } else { self.open.remove(Mark::of(mark)) }
        }
        let kind = match (tag, standing) {
            (Tag::Number, _) => Kind::Number,
            (Tag::Source, _) => Kind::Source,
            (Tag::Claim, Standing { is_contradicted: true, .. }) => Kind::Contradicted,
            (Tag::Claim, Standing { is_settled: true, .. }) => Kind::Settled,
            (Tag::Claim, _) => Kind::Open,
        };
        // What has lost its place lies nowhere.
        if !mark.is_lost() {
            self.overview.count(mark.span, kind, is_in);
        }
    }

    /// Looks how all sentences stand, if they are known.
    pub(super) fn read_all(&mut self, text: &Text) {
        if self.is_counted && (!self.marks.is_empty() || !self.exclusions.is_empty()) {
            self.read_sentences(text, 0..text.sentences().len());
        }
    }

    /// Looks again how the sentences under these spans stand.
    pub(super) fn read_again(&mut self, text: &Text, spans: &[Span]) {
        if !self.is_counted {
            return;
        }
        let of = |span: &Span| text.sentence_at(span.start())..text.sentence_at(span.end().saturating_sub(1)) + 1;
        let mut wanted: Vec<Range<usize>> = spans.iter().map(of).collect();
        wanted.sort_by_key(|range| (range.start, range.end));
        wanted.dedup_by(|next, last| {
            let is_joined = next.start <= last.end;
            last.end = if is_joined { last.end.max(next.end) } else { last.end };
            is_joined
        });
        if wanted.len() > MOST_STRETCHES {
            let all = wanted.first().map_or(0, |first| first.start)..wanted.last().map_or(0, |last| last.end);
            wanted = vec![all];
        }
        wanted.into_iter().for_each(|range| self.read_sentences(text, range));
    }

    fn read_sentences(&mut self, text: &Text, range: Range<usize>) {
        let range = range.start..range.end.min(text.sentences().len());
        let Some(sentences) = text.sentences().get(range.clone()) else { return };
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return };
        let whole = Span::between(first.start(), last.end());
        let mut marks = self.marks.overlapping(whole).into_iter().map(|mark| mark.span).peekable();
        let mut passages = self.exclusions_in(whole).into_iter().map(|passage| passage.span).peekable();
        let (mut marked_to, mut set_aside_to) = (0, 0);
        for (at, sentence) in range.zip(sentences) {
            let starts_by = |span: &Span| span.start() < sentence.end();
            while let Some(span) = marks.next_if(starts_by) {
                marked_to = marked_to.max(span.end());
            }
            while let Some(span) = passages.next_if(starts_by) {
                set_aside_to = set_aside_to.max(span.end());
            }
            let state = if set_aside_to > sentence.start() {
                SentenceState::NotCheckable
            } else if marked_to > sentence.start() {
                SentenceState::Marked
            } else {
                SentenceState::Untouched
            };
            self.set_state(at, *sentence, state);
        }
    }

    fn set_state(&mut self, at: usize, sentence: Span, state: SentenceState) {
        let Some(old) = self.sentences.get_mut(at).filter(|old| **old != state) else { return };
        let was = std::mem::replace(old, state);
        for (state, is_in) in [(was, false), (state, true)] {
            if let Some(number) = self.by_state.get_mut(state as usize) {
                *number = if is_in { *number + 1 } else { number.saturating_sub(1) };
            }
            if state == SentenceState::Untouched {
                self.overview.count(sentence, Kind::Untouched, is_in);
            }
        }
    }
}
