//! Two drafts of a text, word by word: which words of the old one stand in the new one, in their place or moved elsewhere. A word counts
//! as the same only where enough of its sentence came along, so that a `the` of another sentence is no word of this one.

pub mod anchors;
mod moved;
pub mod tokens;
mod told;

use std::collections::HashMap;
use std::ops::Range;

use self::anchors::{Run, in_order};
use self::tokens::{Numbers, Tokens};
use super::{Span, Text};

/// Of the lighter of two sentences, so much has to be the same, of 1, for their words to belong together.
const LEAST_SHARE: f64 = 0.4;
/// A run of so many words belongs together whatever stands around it.
const TELLING_WORDS: usize = 8;

/// So many letters and digits belong together, too.
const TELLING_WEIGHT: usize = 12;

/// What became of a word of the old draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It is not in the new draft.
    #[default]
    Gone,
    /// It is that word of the new draft, in the same order as the others.
    Stays(usize),
    /// It is that word of the new draft, in a sentence that was put elsewhere.
    Moved(usize),
}

impl Fate {
    /// The word of the new draft.
    pub fn place(self) -> Option<usize> {
        match self {
            Fate::Gone => None,
            Fate::Stays(at) | Fate::Moved(at) => Some(at),
        }
    }
}

/// The words of two drafts and how they belong together.
pub struct Alignment {
    old: Tokens,
    new: Tokens,
    fates: Vec<Fate>,
    /// For each word of the new draft, the one of the old.
    origins: Vec<Option<usize>>,
}

/// A run of words in the difference between two drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the new draft that stand in the old one in the same order.
    Kept(Span),
    /// Words of the old draft that stand there no more; nothing says whether they stand elsewhere.
    Struck(Span),
    /// Words of the new draft that did not stand there.
    Added(Span),
}

impl Alignment {
    /// Compares two drafts. Takes half a second to a second a megabyte without optimisation, so it belongs off the drawing thread.
    pub fn of(old: &Text, new: &Text) -> Self {
        let mut numbers = Numbers::default();
        let (old, new) = (Tokens::of(old, &mut numbers), Tokens::of(new, &mut numbers));
        let (fates, origins) = (vec![Fate::Gone; old.len()], vec![None; new.len()]);
        let mut alignment = Alignment { old, new, fates, origins };
        for run in in_order(alignment.old.numbers(), alignment.new.numbers()) {
            alignment.put(run, Fate::Stays);
        }
        alignment.dissolve();
        alignment.extend();
        alignment.lone().into_iter().flatten().for_each(|at| alignment.let_go(at));
        told::in_doubt(&alignment).into_iter().for_each(|at| alignment.let_go(at));
        moved::find(&mut alignment);
        told::in_doubt(&alignment).into_iter().for_each(|at| alignment.let_go(at));
        alignment
    }

    /// Words of the old draft.
    pub fn old_words(&self) -> &Tokens {
        &self.old
    }

    /// Words of the new draft.
    pub fn new_words(&self) -> &Tokens {
        &self.new
    }

    /// What became of a word of the old draft.
    pub fn fate(&self, at: usize) -> Fate {
        self.fates.get(at).copied().unwrap_or_default()
    }

    /// The word of the old draft that a word of the new one was.
    pub fn origin(&self, at: usize) -> Option<usize> {
        self.origins.get(at).copied().flatten()
    }

    fn put(&mut self, run: Run, fate: impl Fn(usize) -> Fate) {
        for at in 0..run.len {
            self.put_one(run.old + at, run.new + at, &fate);
        }
    }

    fn put_one(&mut self, old: usize, new: usize, fate: impl Fn(usize) -> Fate) {
        if let (Some(place), Some(origin)) = (self.fates.get_mut(old), self.origins.get_mut(new)) {
            (*place, *origin) = (fate(new), Some(old));
        }
    }

    fn let_go(&mut self, old: usize) {
        if let Some(fate) = self.fates.get_mut(old)
            && let Some(origin) = std::mem::take(fate).place().and_then(|new| self.origins.get_mut(new))
        {
            *origin = None;
        }
    }

    /// Lets go of words that only happen to be the same.
    fn dissolve(&mut self) {
        let sentences = |at: usize, new: usize| self.old.sentence(at).zip(self.new.sentence(new));
        let pairs = |at: usize| self.fate(at).place().and_then(|new| sentences(at, new));
        let mut shared: HashMap<(u32, u32), usize> = HashMap::new();
        for at in 0..self.old.len() {
            if let Some(pair) = pairs(at) {
                *shared.entry(pair).or_default() += self.old.weight(at..at + 1);
            }
        }
        let is_enough = |(old, new): (u32, u32)| {
            let least = self.old.weight(self.old.of_sentence(old)).min(self.new.weight(self.new.of_sentence(new)));
            shared.get(&(old, new)).copied().unwrap_or(0) as f64 >= LEAST_SHARE * least as f64
        };
        let mut enough: HashMap<(u32, u32), bool> = HashMap::new();
        let mut gone = Vec::new();
        for run in self.runs() {
            let is_telling = run.len() >= TELLING_WORDS;
            gone.extend(
                run.filter(|at| !is_telling && pairs(*at).is_some_and(|pair| !*enough.entry(pair).or_insert_with(|| is_enough(pair)))),
            );
        }
        gone.into_iter().for_each(|at| self.let_go(at));
    }

    /// Short runs that stand alone in their sentence, no other one as far from them as before.
    fn lone(&self) -> Vec<Range<usize>> {
        let runs = self.runs();
        let end = |run: &Range<usize>| self.fate(run.end - 1).place();
        let is_near = |one: &Range<usize>, other: &Range<usize>| {
            let Some((left, right)) = end(one).zip(self.fate(other.start).place()) else { return false };
            let is_in_one_sentence =
                self.old.sentence(one.end - 1) == self.old.sentence(other.start) && self.new.sentence(left) == self.new.sentence(right);
            is_in_one_sentence && (other.start - (one.end - 1)).abs_diff(right.saturating_sub(left)) <= 1
        };
        let has_neighbour = |at: usize, run: &Range<usize>| {
            let before = at.checked_sub(1).and_then(|at| runs.get(at));
            before.is_some_and(|before| is_near(before, run)) || runs.get(at + 1).is_some_and(|after| is_near(run, after))
        };
        // A sentence that is all there is no coincidence.
        let is_whole = |run: &Range<usize>| {
            let sentence = self.old.sentence(run.start).map(|sentence| self.old.of_sentence(sentence));
            sentence.is_some_and(|sentence| run.start <= sentence.start && sentence.end <= run.end)
        };
        let lone = runs
            .iter()
            .enumerate()
            .filter(|(at, run)| self.old.weight((*run).clone()) < TELLING_WEIGHT && !is_whole(run) && !has_neighbour(*at, run));
        lone.map(|(_, run)| run.clone()).collect()
    }

    /// Takes in what goes on equally at both ends of a run within its sentence, also where it was taken for that of another sentence, as
    /// full stops are.
    fn extend(&mut self) {
        for run in self.runs() {
            self.extend_by(run.end - 1, |at| at.checked_add(1));
            self.extend_by(run.start, |at| at.checked_sub(1));
        }
    }

    fn extend_by(&mut self, mut old: usize, next: impl Fn(usize) -> Option<usize>) {
        while let (Some(new), Some(one)) = (self.fate(old).place(), next(old)) {
            let Some(other) = next(new) else { return };
            let (olds, news) = (self.old.sentence(old), self.new.sentence(new));
            let is_same = self.old.number(one).is_some_and(|number| self.new.number(other) == Some(number));
            let is_within = self.old.sentence(one) == olds && self.new.sentence(other) == news;
            let place = self.fate(one).place();
            let origin = self.origin(other);
            let is_free = place.is_none_or(|at| self.new.sentence(at) != news) && origin.is_none_or(|at| self.old.sentence(at) != olds);
            if !is_same || !is_within || !is_free {
                return;
            }
            self.let_go(one);
            origin.into_iter().for_each(|at| self.let_go(at));
            self.put_one(one, other, Fate::Stays);
            old = one;
        }
    }

    /// Stretches of old words that follow each other in the new draft, too.
    fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in 0..self.old.len() {
            let Some(new) = self.fate(at).place() else { continue };
            let goes_on = at.checked_sub(1).and_then(|before| self.fate(before).place()).is_some_and(|before| before + 1 == new);
            match runs.last_mut().filter(|run| goes_on && run.end == at) {
                Some(run) => run.end += 1,
                None => runs.push(at..at + 1),
            }
        }
        runs
    }

    /// The difference in the order of reading, struck words before those in their place. Together the kept and added pieces are the new
    /// draft but for white space between pieces.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut old = 0;
        let mut added: Option<Span> = None;
        for new in 0..self.new.len() {
            let Some(span) = self.new.span(new) else { continue };
            let stays = self.origin(new).filter(|at| self.fate(*at) == Fate::Stays(new));
            let Some(at) = stays else {
                added = Some(added.map_or(span, |added| Span::between(added.start(), span.end())));
                continue;
            };
            let struck = self.stretch(old, at);
            let is_change = struck.is_some() || added.is_some();
            pieces.extend(struck.map(Piece::Struck));
            pieces.extend(added.take().map(Piece::Added));
            old = at + 1;
            match pieces.last_mut() {
                Some(Piece::Kept(kept)) if !is_change => *kept = Span::between(kept.start(), span.end()),
                _ => pieces.push(Piece::Kept(span)),
            }
        }
        pieces.extend(self.stretch(old, self.old.len()).map(Piece::Struck));
        pieces.extend(added.map(Piece::Added));
        pieces
    }

    /// The words of the old draft between two of them.
    fn stretch(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.old.span(from)?, self.old.span(to.checked_sub(1)?)?);
        (from < to).then(|| Span::between(first.start(), last.end()))
    }
}

#[cfg(test)]
mod tests;
