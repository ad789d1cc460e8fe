//! Tells apart sentences that are much alike, as credits, headings and refrains are: two belong together by words that stand nowhere
//! else, or by the sentences beside them, never by a phrase that others have, too.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::tokens::Tokens;
use super::{Alignment, Fate};

/// A run of so many words tells itself.
const TELLING_RUN: usize = 12;
/// Words in a row that may stand nowhere else, at most.
const PHRASE_WORDS: usize = 3;

/// A few words in a row; shorter ones are filled up with a number that no word has.
type Phrase = [u32; PHRASE_WORDS];

/// Two sentences that share words.
#[derive(Default)]
struct Pair {
    /// The shared words: those of the old sentence with their places.
    words: Vec<(usize, usize)>,
    /// Whether the words themselves tell that the sentences belong together.
    is_told: bool,
    /// Whether both sentences are the same, were not moved, and stand equally often in both drafts.
    is_as_often: bool,
    /// Whether the shared words are most of both sentences.
    is_much: bool,
    /// Whether they are a good part of both, or nearly all of one.
    is_some: bool,
    /// Whether what stands before both belongs together, and what stands behind both.
    is_led: bool,
    is_followed: bool,
}

impl Pair {
    fn is_in_doubt(&self) -> bool {
        let (both, one) = (self.is_led && self.is_followed && self.is_much, self.is_led || self.is_followed);
        !(self.is_told || both || one && self.is_as_often)
    }
}

/// The words of the old draft that were put to a sentence which may as well be another one.
pub fn in_doubt(alignment: &Alignment) -> Vec<usize> {
    let mut pairs = pairs(alignment);
    judge(alignment, &mut pairs);
    let keys: Vec<(u32, u32)> = pairs.keys().copied().collect();
    let ends = [&alignment.old, &alignment.new].map(|tokens| tokens.sentence(tokens.len().saturating_sub(1)).unwrap_or(0));
    for key in &keys {
        let before = key.0.checked_sub(1).zip(key.1.checked_sub(1)).and_then(|before| pairs.get(&before));
        let is_led = before.map_or(*key == (0, 0), |before| before.is_told || before.is_led);
        pairs.entry(*key).and_modify(|pair| pair.is_led = is_led);
    }
    for key in keys.iter().rev() {
        let after = pairs.get(&(key.0 + 1, key.1 + 1));
        let is_followed = after.map_or([key.0, key.1] == ends, |after| after.is_told || after.is_followed);
        pairs.entry(*key).and_modify(|pair| pair.is_followed = is_followed);
    }
    pairs.into_values().filter(Pair::is_in_doubt).flat_map(|pair| pair.words).map(|(old, _)| old).collect()
}

fn pairs(alignment: &Alignment) -> BTreeMap<(u32, u32), Pair> {
    let mut pairs: BTreeMap<(u32, u32), Pair> = BTreeMap::new();
    for old in 0..alignment.old.len() {
        let Some(new) = alignment.fate(old).place() else { continue };
        if let Some(key) = alignment.old.sentence(old).zip(alignment.new.sentence(new)) {
            pairs.entry(key).or_default().words.push((old, new));
        }
    }
    pairs
}

/// Finds the pairs that are told by their words.
fn judge(alignment: &Alignment, pairs: &mut BTreeMap<(u32, u32), Pair>) {
    let (old, new) = (&alignment.old, &alignment.new);
    let (olds, news) = (how_often(old), how_often(new));
    let mut open: Vec<((u32, u32), Vec<Phrase>)> = Vec::new();
    for (key, pair) in pairs.iter_mut() {
        let (one, other) = (words_of(old, key.0), words_of(new, key.1));
        let shared: usize = pair.words.iter().map(|(at, _)| old.weight(*at..*at + 1)).sum();
        let heavier = old.weight(old.of_sentence(key.0)).max(new.weight(new.of_sentence(key.1)));
        let lighter = old.weight(old.of_sentence(key.0)).min(new.weight(new.of_sentence(key.1)));
        pair.is_much = 2 * shared >= heavier;
        pair.is_some = 10 * shared >= 3 * heavier || 4 * shared >= 3 * lighter;
        let often = |all: &HashMap<&[u32], usize>, words: &[u32]| all.get(words).copied().unwrap_or(0);
        if one == other {
            let stays = |(at, _): &(usize, usize)| matches!(alignment.fate(*at), Fate::Stays(_));
            pair.is_as_often = often(&olds, one) == often(&news, one) && pair.words.iter().all(stays);
            pair.is_told = often(&olds, one) == 1 && often(&news, one) == 1;
        } else if pair.words.chunk_by(follows).any(|run| run.len() >= TELLING_RUN) {
            pair.is_told = true;
        } else {
            open.push((*key, phrases_of(old, &pair.words)));
        }
    }
    let wanted: HashSet<Phrase> = open.iter().flat_map(|(_, phrases)| phrases).copied().collect();
    let counts = [old, new].map(|tokens| count(tokens.numbers(), &wanted));
    let is_unique = |phrase: &Phrase| counts.iter().all(|counts| counts.get(phrase) == Some(&1));
    for (key, phrases) in open {
        let is_told = phrases.iter().any(is_unique);
        pairs.entry(key).and_modify(|pair| pair.is_told = is_told && pair.is_some);
    }
}

/// Whether two shared words follow each other in both drafts.
fn follows(one: &(usize, usize), next: &(usize, usize)) -> bool {
    *next == (one.0 + 1, one.1 + 1)
}

fn words_of(tokens: &Tokens, sentence: u32) -> &[u32] {
    tokens.numbers().get(tokens.of_sentence(sentence)).unwrap_or_default()
}

/// How often each sentence stands in a text.
fn how_often(tokens: &Tokens) -> HashMap<&[u32], usize> {
    let mut counts: HashMap<&[u32], usize> = HashMap::new();
    let last = tokens.sentence(tokens.len().saturating_sub(1)).map_or(0, |last| last + 1);
    for sentence in 0..last {
        *counts.entry(words_of(tokens, sentence)).or_default() += 1;
    }
    counts
}

/// The phrases that shared words make where they follow each other in both drafts.
fn phrases_of(old: &Tokens, words: &[(usize, usize)]) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for (at, (first, place)) in words.iter().enumerate() {
        let mut phrase = [u32::MAX; PHRASE_WORDS];
        for (nth, (slot, (one, other))) in phrase.iter_mut().zip(words.iter().skip(at)).enumerate() {
            if (*one, *other) != (first + nth, place + nth) {
                break;
            }
            *slot = old.number(*one).unwrap_or(u32::MAX);
        }
        for len in 1..=PHRASE_WORDS {
            phrases.push(cut(&phrase, len));
        }
    }
    phrases
}

fn cut(phrase: &[u32], len: usize) -> Phrase {
    let mut cut = [u32::MAX; PHRASE_WORDS];
    cut.iter_mut().zip(phrase.iter().take(len)).for_each(|(slot, word)| *slot = *word);
    cut
}

/// How often each of these phrases stands in a text.
fn count(numbers: &[u32], wanted: &HashSet<Phrase>) -> HashMap<Phrase, usize> {
    let mut counts = HashMap::new();
    // Most words begin none of them.
    let firsts: HashSet<u32> = wanted.iter().filter_map(|phrase| phrase.first().copied()).collect();
    for (at, first) in numbers.iter().enumerate() {
        if !firsts.contains(first) {
            continue;
        }
        let rest = numbers.get(at..).unwrap_or_default();
        for len in 1..=PHRASE_WORDS.min(rest.len()) {
            let phrase = cut(rest, len);
            if wanted.contains(&phrase) {
                *counts.entry(phrase).or_default() += 1;
            }
        }
    }
    counts
}
