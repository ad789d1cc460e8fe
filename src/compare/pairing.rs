//! Which sentences of two articles belong together: candidates by rare words and pairs of words, the best share of wording first, then
//! neighbours that one of them was split into. The work grows with the length of the texts, not with its square.

use std::collections::HashMap;
use std::ops::Range;

use super::reading::{Reading, Sentence};

/// Sentences that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// Neighbouring sentences of one article.
    pub one: Range<usize>,
    /// Those of the other one.
    pub other: Range<usize>,
    /// Words that both have in the same order.
    pub common: usize,
    /// Whether it stands elsewhere among the passages than in the other article.
    pub is_moved: bool,
}

impl Pairing {
    /// Share of the wording that both have, per cent: twice the words in common, of the words of both.
    pub fn share_percent(&self, one: &Reading, other: &Reading) -> u8 {
        let all = one.word_range(self.one.clone()).len() + other.word_range(self.other.clone()).len();
        u8::try_from((200 * self.common + all / 2) / all.max(1)).unwrap_or(100).min(100)
    }

    fn turned(self) -> Pairing {
        Pairing { one: self.other, other: self.one, ..self }
    }
}

/// Fewer words in common are no shared passage.
const LEAST_COMMON: usize = 4;
/// Nor is a smaller share of the wording, per cent.
const LEAST_SHARE: usize = 50;
/// What stands in more sentences of an article does not tell which of them is meant.
const MOST_SENTENCES: usize = 24;
/// A single word tells less than two, so it must be rarer.
const MOST_FOR_A_WORD: usize = 6;
/// The sentences that each is compared with, word by word.
const CANDIDATES: usize = 6;
/// Sentences that a passage may be split into.
const MOST_SPLIT: usize = 6;

/// The sentences that belong together, in the order of `one`. The same from both sides.
pub fn pair_up(one: &Reading, other: &Reading) -> Vec<Pairing> {
    let mut pairs =
        if one.goes_first(other) { in_order(one, other) } else { in_order(other, one).into_iter().map(Pairing::turned).collect() };
    pairs.sort_by_key(|pair| pair.one.start);
    pairs
}

fn in_order(one: &Reading, other: &Reading) -> Vec<Pairing> {
    let mut matched = Matched::new(one, other);
    for candidate in candidates(one, other) {
        matched.take(candidate);
    }
    matched.grow();
    let mut pairs = matched.pairs;
    pairs.sort_by_key(|pair| pair.one.start);
    mark_moved(one, &mut pairs);
    pairs
}

/// Two sentences that are perhaps the same.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    one: usize,
    other: usize,
    common: usize,
    /// Thousandths of the wording in common.
    share: usize,
}

/// All candidates that share enough, the best first; of equals those that stand at the same place of their articles.
fn candidates(one: &Reading, other: &Reading) -> Vec<Candidate> {
    let traces = Traces::of(other);
    let mut found = Vec::new();
    for (at, sentence) in one.sentences().iter().enumerate() {
        let near = traces.near(one, sentence);
        if near.is_empty() {
            continue;
        }
        let places = Places::of(one.words_of(at..at + 1).iter().map(|word| word.key));
        for candidate in near {
            let words = other.words_of(candidate..candidate + 1);
            let common = places.common(words.iter().map(|word| word.key));
            let share = 2000 * common / (sentence.words.len() + words.len()).max(1);
            if common >= LEAST_COMMON && share >= 10 * LEAST_SHARE {
                found.push(Candidate { one: at, other: candidate, common, share });
            }
        }
    }
    let (ones, others) = (one.sentences().len(), other.sentences().len());
    let apart = |candidate: &Candidate| (candidate.one * others).abs_diff(candidate.other * ones);
    found.sort_by_key(|candidate| (std::cmp::Reverse(candidate.share), apart(candidate), candidate.one + candidate.other, candidate.one));
    found
}

/// Where words and pairs of words stand in an article, by sentence, as far as they are rare.
struct Traces {
    sentences: HashMap<u64, Vec<u32>>,
}

impl Traces {
    fn of(reading: &Reading) -> Self {
        let mut sentences: HashMap<u64, Vec<u32>> = HashMap::new();
        for (at, sentence) in reading.sentences().iter().enumerate() {
            let place = u32::try_from(at).unwrap_or(u32::MAX);
            for (trace, most) in traces(reading, sentence) {
                let known = sentences.entry(trace).or_default();
                // One more than is used tells that it is not rare.
                if known.len() <= most && known.last() != Some(&place) {
                    known.push(place);
                }
            }
        }
        Traces { sentences }
    }

    /// The sentences that share most with one of another article, the nearest first.
    fn near(&self, reading: &Reading, sentence: &Sentence) -> Vec<usize> {
        let mut hits: HashMap<u32, u32> = HashMap::new();
        for (trace, most) in traces(reading, sentence) {
            let Some(known) = self.sentences.get(&trace).filter(|known| known.len() <= most) else { continue };
            let weight = if most == MOST_SENTENCES { 2 } else { 1 };
            known.iter().for_each(|place| *hits.entry(*place).or_default() += weight);
        }
        let mut near: Vec<(u32, u32)> = hits.into_iter().filter(|(_, hits)| *hits > 1).collect();
        near.sort_by_key(|(place, hits)| (std::cmp::Reverse(*hits), *place));
        near.into_iter().take(CANDIDATES).map(|(place, _)| place as usize).collect()
    }
}

/// The words and the pairs of neighbouring words of a sentence, with the number of sentences in which each may stand.
fn traces<'a>(reading: &'a Reading, sentence: &Sentence) -> impl Iterator<Item = (u64, usize)> + 'a {
    let words = reading.words().get(sentence.words.clone()).unwrap_or_default();
    let single = words.iter().map(|word| (word.key, MOST_FOR_A_WORD));
    let double = words.iter().zip(words.iter().skip(1)).map(|(one, next)| (mixed(one.key, next.key), MOST_SENTENCES));
    single.chain(double)
}

/// One key of two.
pub(super) const fn mixed(one: u64, other: u64) -> u64 {
    (one.rotate_left(23) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Where each word of a sentence stands in it, as bits, to count what another one has in the same order (Hyyrö 2004).
pub(super) struct Places {
    bits: HashMap<u64, Vec<u64>>,
    length: usize,
}

impl Places {
    pub(super) fn of(words: impl Iterator<Item = u64>) -> Self {
        let words: Vec<u64> = words.collect();
        let blocks = words.len().div_ceil(64);
        let mut bits: HashMap<u64, Vec<u64>> = HashMap::new();
        for (at, word) in words.iter().enumerate() {
            if let Some(block) = bits.entry(*word).or_insert_with(|| vec![0; blocks]).get_mut(at / 64) {
                *block |= 1 << (at % 64);
            }
        }
        Places { bits, length: words.len() }
    }

    /// The length of the longest row of words that both have in the same order.
    pub(super) fn common(&self, others: impl Iterator<Item = u64>) -> usize {
        let mut row = vec![u64::MAX; self.length.div_ceil(64)];
        for word in others {
            let Some(bits) = self.bits.get(&word) else { continue };
            let mut carry = false;
            for (block, bits) in row.iter_mut().zip(bits) {
                let matches = *block & bits;
                let (sum, one) = block.overflowing_add(matches);
                let (sum, two) = sum.overflowing_add(u64::from(carry));
                carry = one || two;
                *block = sum | (*block & !bits);
            }
        }
        let unused = |at: usize| if (at + 1) * 64 > self.length { self.length % 64 } else { 0 };
        let zeros = row.iter().enumerate().map(|(at, block)| {
            let used = unused(at);
            let mask = if used == 0 { u64::MAX } else { (1 << used) - 1 };
            (!block & mask).count_ones() as usize
        });
        zeros.sum()
    }
}

/// Sentences that have found each other.
struct Matched<'a> {
    readings: (&'a Reading, &'a Reading),
    pairs: Vec<Pairing>,
    taken: (Vec<bool>, Vec<bool>),
}

impl<'a> Matched<'a> {
    fn new(one: &'a Reading, other: &'a Reading) -> Self {
        let taken = (vec![false; one.sentences().len()], vec![false; other.sentences().len()]);
        Matched { readings: (one, other), pairs: Vec::new(), taken }
    }

    fn take(&mut self, candidate: Candidate) {
        let (Some(one), Some(other)) = (self.taken.0.get_mut(candidate.one), self.taken.1.get_mut(candidate.other)) else { return };
        if *one || *other {
            return;
        }
        (*one, *other) = (true, true);
        let Candidate { one, other, common, .. } = candidate;
        self.pairs.push(Pairing { one: one..one + 1, other: other..other + 1, common, is_moved: false });
    }

    /// Joins neighbours that nobody has, where that makes the share larger: a sentence that became two.
    fn grow(&mut self) {
        for at in 0..self.pairs.len() {
            for _ in 0..MOST_SPLIT {
                let Some(pair) = self.pairs.get(at).cloned() else { break };
                let Some(wider) = self.widest(&pair) else { break };
                let mark = |taken: &mut Vec<bool>, range: &Range<usize>| {
                    taken.iter_mut().skip(range.start).take(range.len()).for_each(|taken| *taken = true);
                };
                mark(&mut self.taken.0, &wider.one);
                mark(&mut self.taken.1, &wider.other);
                if let Some(held) = self.pairs.get_mut(at) {
                    *held = wider;
                }
            }
        }
    }

    /// The pair with one more sentence on one side, if its share grows by that.
    fn widest(&self, pair: &Pairing) -> Option<Pairing> {
        let (one, other) = self.readings;
        let around = |range: &Range<usize>, taken: &[bool]| {
            let is_free = |at: usize| taken.get(at).is_some_and(|taken| !taken);
            let before = range.start.checked_sub(1).filter(|at| is_free(*at)).map(|at| at..range.end);
            let behind = is_free(range.end).then(|| range.start..range.end + 1);
            before.into_iter().chain(behind).collect::<Vec<_>>()
        };
        let ones = around(&pair.one, &self.taken.0).into_iter().map(|range| (range, pair.other.clone()));
        let others = around(&pair.other, &self.taken.1).into_iter().map(|range| (pair.one.clone(), range));
        let wider = ones.chain(others).filter(|(ones, others)| ones.len() == 1 || others.len() == 1).map(|(ones, others)| {
            let places = Places::of(one.words_of(ones.clone()).iter().map(|word| word.key));
            let common = places.common(other.words_of(others.clone()).iter().map(|word| word.key));
            Pairing { one: ones, other: others, common, is_moved: false }
        });
        let now = pair.share_percent(one, other);
        let best = wider.max_by_key(|wider| wider.share_percent(one, other))?;
        (best.share_percent(one, other) > now + 2 && best.common > pair.common + 2).then_some(best)
    }
}

/// Marks what stands elsewhere than in the other article: all but the passages that are most of the words in the same order.
fn mark_moved(one: &Reading, pairs: &mut [Pairing]) {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by_key(|at| pairs.get(*at).map(|pair| pair.other.start));
    let mut rank = vec![0; pairs.len()];
    for (place, at) in order.iter().enumerate() {
        if let Some(rank) = rank.get_mut(*at) {
            *rank = place;
        }
    }
    // The heaviest row so far that ends at or before each place, as sums over powers of two (Fenwick).
    let mut best: Vec<(usize, Option<usize>)> = vec![(0, None); pairs.len() + 1];
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    let mut whole: (usize, Option<usize>) = (0, None);
    for (at, (pair, rank)) in pairs.iter().zip(&rank).enumerate() {
        let mut behind = (0, None);
        let mut place = *rank;
        while place > 0 {
            behind = best.get(place).copied().filter(|found| found.0 > behind.0).unwrap_or(behind);
            place &= place - 1;
        }
        let weight = behind.0 + one.word_range(pair.one.clone()).len().max(1);
        if let Some(before) = before.get_mut(at) {
            *before = behind.1;
        }
        if weight > whole.0 {
            whole = (weight, Some(at));
        }
        let mut place = rank + 1;
        while let Some(held) = best.get_mut(place) {
            if weight > held.0 {
                *held = (weight, Some(at));
            }
            place += place & place.wrapping_neg();
        }
    }
    pairs.iter_mut().for_each(|pair| pair.is_moved = true);
    let mut next = whole.1;
    while let Some(at) = next {
        if let Some(pair) = pairs.get_mut(at) {
            pair.is_moved = false;
        }
        next = before.get(at).copied().flatten();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_the_same_order_are_counted_across_blocks_of_bits() {
        let slow = |one: &[u64], other: &[u64]| {
            let mut row = vec![0; other.len() + 1];
            for word in one {
                let mut corner = 0;
                for (at, beside) in other.iter().enumerate() {
                    let above = row[at + 1];
                    row[at + 1] = if word == beside { corner + 1 } else { above.max(row[at]) };
                    corner = above;
                }
            }
            row[other.len()]
        };
        let mut seed = 1_u64;
        let mut next = |most: u64| {
            seed = mixed(seed, 77);
            (seed >> 33) % most
        };
        for round in 0..300 {
            let mut words = |most: u64| (0..next(most)).map(|_| next(1 + round / 10)).collect::<Vec<u64>>();
            let (one, other) = (words(200), words(90));
            assert_eq!(Places::of(one.iter().copied()).common(other.iter().copied()), slow(&one, &other), "{one:?} {other:?}");
        }
    }
}
