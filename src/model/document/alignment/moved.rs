//! Sentences that were put elsewhere: among those that have no place in the other draft, the ones that are the same to the letter and
//! stand there only once, then the ones that are most alike.

use std::collections::{BTreeMap, HashMap};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::tokens::Tokens;
use super::{Alignment, Fate};

/// Shorter sentences, letters and digits, are not sought elsewhere: there are too many like them.
const LEAST_WEIGHT: usize = 8;
/// How alike two sentences must be, of 1, for one to be the other put elsewhere and reworded.
const LEAST_LIKENESS: f64 = 0.6;
/// By how much more than any other, of 1.
const LEAD: f64 = 0.1;
/// Words in a row by which sentences that may be alike are found.
const CLUE_WORDS: usize = 3;
/// A clue that more sentences have tells nothing.
const MOST_OF_A_CLUE: usize = 16;

/// Pairs of sentences that are looked at, at most: half a second without optimisation.
const MOST_COMPARED: usize = 10_000;
/// Longer ones, words, are none.
const MOST_WORDS: usize = 500;

/// Finds the sentences that were moved.
pub fn find(alignment: &mut Alignment) {
    same(alignment);
    alike(alignment);
}

/// The sentences of which more than half has no counterpart, with the words of them that have none.
fn left(tokens: &Tokens, is_left: impl Fn(usize) -> bool) -> Vec<(u32, Vec<usize>)> {
    let mut all: Vec<(u32, Vec<usize>)> = Vec::new();
    for at in (0..tokens.len()).filter(|at| is_left(*at)) {
        let Some(sentence) = tokens.sentence(at) else { continue };
        match all.last_mut().filter(|(last, _)| *last == sentence) {
            Some((_, words)) => words.push(at),
            None => all.push((sentence, vec![at])),
        }
    }
    let weight = |words: &[usize]| words.iter().map(|at| tokens.weight(*at..*at + 1)).sum::<usize>();
    all.retain(|(sentence, words)| {
        let left = weight(words);
        left >= LEAST_WEIGHT && 2 * left > tokens.weight(tokens.of_sentence(*sentence))
    });
    all
}

fn both_left(alignment: &Alignment) -> [Vec<(u32, Vec<usize>)>; 2] {
    [left(&alignment.old, |at| alignment.fate(at) == Fate::Gone), left(&alignment.new, |at| alignment.origin(at).is_none())]
}

/// Sentences that are the same to the letter, and with them what stands beside both.
fn same(alignment: &mut Alignment) {
    let [olds, news] = both_left(alignment);
    let mut places: HashMap<Vec<u32>, [Vec<usize>; 2]> = HashMap::new();
    for (side, (tokens, sentences)) in [(&alignment.old, &olds), (&alignment.new, &news)].into_iter().enumerate() {
        for (at, (_, words)) in sentences.iter().enumerate() {
            let numbers = words.iter().filter_map(|at| tokens.number(*at)).collect();
            places.entry(numbers).or_default().iter_mut().skip(side).take(1).for_each(|places| places.push(at));
        }
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for [old, new] in places.into_values() {
        if let ([old], [new]) = (&*old, &*new) {
            found.push((*old, *new));
        }
    }
    found.sort_unstable();
    for (old, new) in found {
        let (Some((_, olds)), Some((_, news))) = (olds.get(old), news.get(new)) else { continue };
        for (old, new) in olds.iter().zip(news) {
            if alignment.fate(*old) == Fate::Gone && alignment.origin(*new).is_none() {
                alignment.put_one(*old, *new, Fate::Moved);
            }
        }
        beside(alignment, (olds, news), |sentence| sentence.checked_add(1));
        beside(alignment, (olds, news), |sentence| sentence.checked_sub(1));
    }
}

/// Sentences beside one that was moved came along as far as they are the same.
fn beside(alignment: &mut Alignment, (olds, news): (&[usize], &[usize]), next: impl Fn(u32) -> Option<u32>) {
    let sentence = |tokens: &Tokens, words: &[usize]| words.first().and_then(|at| tokens.sentence(*at));
    let (Some(mut old), Some(mut new)) = (sentence(&alignment.old, olds), sentence(&alignment.new, news)) else { return };
    while let Some((one, other)) = next(old).zip(next(new)) {
        let (ones, others) = (alignment.old.of_sentence(one), alignment.new.of_sentence(other));
        let is_same = !ones.is_empty() && alignment.old.numbers().get(ones.clone()) == alignment.new.numbers().get(others.clone());
        let is_free = ones.clone().all(|at| alignment.fate(at) == Fate::Gone) && others.clone().all(|at| alignment.origin(at).is_none());
        if !is_same || !is_free {
            return;
        }
        ones.zip(others).for_each(|(one, other)| alignment.put_one(one, other, Fate::Moved));
        (old, new) = (one, other);
    }
}

/// Two sentences and how alike they are.
struct Match {
    old: usize,
    new: usize,
    likeness: f64,
    words: Vec<(usize, usize)>,
}

/// Sentences that are alike, each with the one that is most like it on both sides.
fn alike(alignment: &mut Alignment) {
    let [olds, news] = both_left(alignment);
    let matches: Vec<Match> =
        candidates(alignment, &olds, &news).into_iter().filter_map(|(old, new)| compare(alignment, (old, &olds), (new, &news))).collect();
    let rivals = |of: fn(&Match) -> usize| {
        let mut best: BTreeMap<usize, [f64; 2]> = BTreeMap::new();
        for found in &matches {
            let [first, second] = best.entry(of(found)).or_default();
            if found.likeness > *first {
                (*second, *first) = (*first, found.likeness);
            } else {
                *second = second.max(found.likeness);
            }
        }
        best
    };
    let (by_old, by_new) = (rivals(|found| found.old), rivals(|found| found.new));
    let leads =
        |best: Option<&[f64; 2]>, likeness: f64| best.is_some_and(|[first, second]| likeness >= *first && likeness - *second >= LEAD);
    for found in &matches {
        let is_best = leads(by_old.get(&found.old), found.likeness) && leads(by_new.get(&found.new), found.likeness);
        if found.likeness >= LEAST_LIKENESS && is_best {
            for (old, new) in &found.words {
                alignment.put_one(*old, *new, Fate::Moved);
            }
        }
    }
}

/// Pairs of sentences that share some words in a row.
fn candidates(alignment: &Alignment, olds: &[(u32, Vec<usize>)], news: &[(u32, Vec<usize>)]) -> Vec<(usize, usize)> {
    let clues = |tokens: &Tokens, words: &[usize]| -> Vec<Vec<u32>> {
        words.windows(CLUE_WORDS).map(|words| words.iter().filter_map(|at| tokens.number(*at)).collect()).collect()
    };
    let mut places: HashMap<Vec<u32>, Vec<usize>> = HashMap::new();
    for (at, (_, words)) in news.iter().enumerate() {
        for clue in clues(&alignment.new, words) {
            places.entry(clue).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (old, (_, words)) in olds.iter().enumerate() {
        let hits = clues(&alignment.old, words).into_iter().filter_map(|clue| places.get(&clue));
        pairs.extend(hits.filter(|hits| hits.len() <= MOST_OF_A_CLUE).flatten().map(|new| (old, *new)));
    }
    pairs.sort_unstable();
    let mut shared: Vec<(usize, (usize, usize))> =
        pairs.chunk_by(|one, other| one == other).filter_map(|same| Some((same.len(), *same.first()?))).collect();
    // Those that share most are looked at where there are too many.
    shared.sort_by_key(|(clues, _)| std::cmp::Reverse(*clues));
    shared.truncate(MOST_COMPARED);
    shared.into_iter().map(|(_, pair)| pair).collect()
}

fn compare(alignment: &Alignment, (old, olds): (usize, &[(u32, Vec<usize>)]), (new, news): (usize, &[(u32, Vec<usize>)])) -> Option<Match> {
    let ((_, one), (_, other)) = (olds.get(old)?, news.get(new)?);
    if one.len().max(other.len()) > MOST_WORDS {
        return None;
    }
    let numbers = |tokens: &Tokens, words: &[usize]| words.iter().filter_map(|at| tokens.number(*at)).collect::<Vec<u32>>();
    let weight = |tokens: &Tokens, words: &[usize]| words.iter().map(|at| tokens.weight(*at..*at + 1)).sum::<usize>();
    let mut words = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &numbers(&alignment.old, one), &numbers(&alignment.new, other)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            let ones = one.iter().skip(old_index).take(len);
            words.extend(ones.copied().zip(other.iter().skip(new_index).take(len).copied()));
        }
    }
    let shared: usize = words.iter().map(|(old, _)| alignment.old.weight(*old..*old + 1)).sum();
    let all = weight(&alignment.old, one) + weight(&alignment.new, other);
    let likeness = 2.0 * shared as f64 / all.max(1) as f64;
    Some(Match { old, new, likeness, words })
}
