//! Words that stand in two lists in the same order: first long runs that each list has only once, between them shorter ones, and in
//! what is left word by word, as in the "patience" manner of comparing.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Lengths of the runs that are sought, one after the other.
const RUNS: [usize; 3] = [12, 6, 3];
/// Word by word are compared only stretches with so many pairs of words at most: some 20 ms without optimisation.
const MOST_PAIRS: usize = 4_000_000;

/// Words of both lists that are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first in the old list.
    pub old: usize,
    /// The first in the new list.
    pub new: usize,
    /// How many.
    pub len: usize,
}

/// Runs in the order of both lists.
pub fn in_order(old: &[u32], new: &[u32]) -> Vec<Run> {
    let mut found = Vec::new();
    let mut open = vec![(0..old.len(), 0..new.len(), 0)];
    while let Some((olds, news, level)) = open.pop() {
        let (olds, news) = trim((old, new), (olds, news), &mut found);
        if olds.is_empty() || news.is_empty() {
            continue;
        }
        let Some(len) = RUNS.get(level) else {
            word_by_word((old, new), (olds, news), &mut found);
            continue;
        };
        let runs = longest_in_order(unique(old.get(olds.clone()).unwrap_or_default(), new.get(news.clone()).unwrap_or_default(), *len));
        let (mut from_old, mut from_new) = (olds.start, news.start);
        for run in runs {
            let run = Run { old: run.old + olds.start, new: run.new + news.start, len: run.len };
            // Two runs may share words at their ends.
            let shared = from_old.saturating_sub(run.old).max(from_new.saturating_sub(run.new));
            let Some(len) = run.len.checked_sub(shared).filter(|len| *len > 0) else { continue };
            let run = Run { old: run.old + shared, new: run.new + shared, len };
            open.push((from_old..run.old, from_new..run.new, level));
            found.push(run);
            (from_old, from_new) = (run.old + run.len, run.new + run.len);
        }
        let is_whole = (from_old, from_new) == (olds.start, news.start);
        open.push((from_old..olds.end, from_new..news.end, if is_whole { level + 1 } else { level }));
    }
    found.sort_unstable_by_key(|run| run.old);
    found
}

/// Takes off what is the same at both ends.
fn trim((old, new): (&[u32], &[u32]), (olds, news): (Range<usize>, Range<usize>), found: &mut Vec<Run>) -> (Range<usize>, Range<usize>) {
    let (one, other) = (old.get(olds.clone()).unwrap_or_default(), new.get(news.clone()).unwrap_or_default());
    let head = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let most = one.len().min(other.len()) - head;
    let tail = one.iter().rev().zip(other.iter().rev()).take(most).take_while(|(one, other)| one == other).count();
    let runs = [Run { old: olds.start, new: news.start, len: head }, Run { old: olds.end - tail, new: news.end - tail, len: tail }];
    found.extend(runs.into_iter().filter(|run| run.len > 0));
    (olds.start + head..olds.end - tail, news.start + head..news.end - tail)
}

fn word_by_word((old, new): (&[u32], &[u32]), (olds, news): (Range<usize>, Range<usize>), found: &mut Vec<Run>) {
    if olds.len().saturating_mul(news.len()) > MOST_PAIRS {
        return;
    }
    let (one, other) = (old.get(olds.clone()).unwrap_or_default(), new.get(news.clone()).unwrap_or_default());
    for op in capture_diff_slices(Algorithm::Myers, one, other) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            found.push(Run { old: olds.start + old_index, new: news.start + new_index, len });
        }
    }
}

/// Where a stretch of words stands: its first place, and whether there is another.
#[derive(Clone, Copy, Default)]
struct Places {
    old: Option<usize>,
    new: Option<usize>,
    is_twice: bool,
}

/// Runs of at least so many words of which each list has at least one stretch only once, in the order of the old list.
pub fn unique(old: &[u32], new: &[u32], len: usize) -> Vec<Run> {
    let mut places: HashMap<&[u32], Places> = HashMap::new();
    for (at, words) in old.windows(len).enumerate() {
        let known = places.entry(words).or_default();
        known.is_twice |= known.old.replace(at).is_some();
    }
    for (at, words) in new.windows(len).enumerate() {
        if let Some(known) = places.get_mut(words) {
            known.is_twice |= known.new.replace(at).is_some();
        }
    }
    let mut pairs: Vec<(usize, usize)> =
        places.into_values().filter(|known| !known.is_twice).filter_map(|known| known.old.zip(known.new)).collect();
    pairs.sort_unstable();
    let mut runs: Vec<Run> = Vec::new();
    for (old, new) in pairs {
        match runs.last_mut() {
            Some(last) if new.checked_sub(last.new) == Some(old - last.old) && old <= last.old + last.len => {
                last.len = old - last.old + len
            }
            _ => runs.push(Run { old, new, len }),
        }
    }
    runs
}

/// Of runs in the order of the old list the heaviest choice that is in the order of the new one, too.
fn longest_in_order(runs: Vec<Run>) -> Vec<Run> {
    // For each last place in the new list the weight of the best choice that ends there; a later place is kept only if it weighs more.
    let mut best: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(runs.len());
    for (at, run) in runs.iter().enumerate() {
        let last = best.range(..run.new).next_back().map(|(_, known)| *known);
        before.push(last.map(|(_, last)| last));
        let weight = last.map_or(0, |(weight, _)| weight) + run.len;
        let lighter: Vec<usize> = best.range(run.new..).take_while(|(_, (other, _))| *other <= weight).map(|(place, _)| *place).collect();
        lighter.iter().for_each(|place| {
            best.remove(place);
        });
        if best.range(..=run.new).next_back().is_none_or(|(_, (other, _))| *other < weight) {
            best.insert(run.new, (weight, at));
        }
    }
    let mut chosen = Vec::new();
    let mut next = best.into_values().next_back().map(|(_, at)| at);
    while let Some(at) = next {
        chosen.extend(runs.get(at).copied());
        next = before.get(at).copied().flatten();
    }
    chosen.reverse();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(old: &[u32], new: &[u32]) {
        let runs = in_order(old, new);
        let mut last = (0, 0);
        for run in &runs {
            assert!(run.old >= last.0 && run.new >= last.1 && run.len > 0, "{runs:?} in {old:?} and {new:?}");
            assert_eq!(old[run.old..run.old + run.len], new[run.new..run.new + run.len], "{runs:?}");
            last = (run.old + run.len, run.new + run.len);
        }
    }

    proptest! {
        #[test]
        fn runs_are_the_same_words_in_the_order_of_both_lists(
            old in prop::collection::vec(0_u32..40, 0..200),
            cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..4),
        ) {
            let mut new = old.clone();
            for (from, len, to) in cuts {
                if new.is_empty() { continue; }
                let from = from.index(new.len());
                let taken: Vec<u32> = new.drain(from..(from + len.index(20)).min(new.len())).collect();
                let to = to.index(new.len() + 1);
                new.splice(to..to, taken);
            }
            check(&old, &new);
            check(&new, &old);
            let all: usize = in_order(&old, &old).iter().map(|run| run.len).sum();
            prop_assert_eq!(all, old.len());
        }
    }

    #[test]
    fn what_stands_only_once_is_found_and_the_longer_stays_where_it_is() {
        let (one, other): (Vec<u32>, Vec<u32>) = ((0..30).collect(), (100..120).collect());
        let swapped = in_order(&[one.clone(), other.clone()].concat(), &[other, one].concat());
        assert_eq!(swapped, [Run { old: 0, new: 20, len: 30 }]);
    }
}
