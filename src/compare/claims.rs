//! Claims that were checked before: found by wording, or by a figure that both have.

use std::collections::{HashMap, HashSet};

use super::figures::{Figure, figures};
use super::pairing::{Places, mixed};
use super::reading::{Reading, Word};
use crate::model::document::Text;

/// Less of the wording in common does not make two claims one, per cent.
const LEAST_SHARE: usize = 60;
/// Fewer words in common tell nothing.
const LEAST_COMMON: usize = 4;
/// Where a figure agrees, so many other words must, too.
const BESIDE_FIGURE: usize = 2;
/// Words that stand in more claims than one in so many do not tell which.
const RARE: usize = 12;

/// Why a claim is offered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They have a figure and words around it in common: the figure as written.
    Figure(String),
    /// They share so much of their wording, per cent.
    Wording(u8),
}

/// The words of a claim as they are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    words: Vec<u64>,
    /// The words without figures.
    plain: HashSet<u64>,
    figures: Vec<(String, Figure)>,
}

impl Wording {
    /// The words of a claim: its quote, or the claim in full.
    pub fn of(words: &str) -> Self {
        let reading = Reading::of(&Text::freeze(words));
        let figures = figures(&reading).into_iter().map(|figure| (reading.text().slice(figure.span).to_owned(), figure));
        let is_plain = |word: &&Word| !reading.text().slice(word.span).contains(|sign: char| sign.is_ascii_digit());
        let plain = reading.words().iter().filter(is_plain).map(|word| word.key).collect();
        Wording { words: reading.words().iter().map(|word| word.key).collect(), plain, figures: figures.collect() }
    }

    /// How much two are alike, if enough. `is_common` tells which words say nothing about which claim it is.
    fn likeness(&self, other: &Wording, is_common: impl Fn(u64) -> bool) -> Option<Likeness> {
        let places = Places::of(self.words.iter().copied());
        let common = places.common(other.words.iter().copied());
        let all = self.words.len() + other.words.len();
        let share = 200 * common / all.max(1);
        if common >= LEAST_COMMON && share >= LEAST_SHARE {
            return Some(Likeness::Wording(u8::try_from(share).unwrap_or(100)));
        }
        let (figure, _) = self.figures.iter().find(|(_, figure)| other.figures.iter().any(|(_, other)| is_same(figure, other)))?;
        let shared = self.plain.intersection(&other.plain).filter(|word| !is_common(**word)).count();
        (shared >= BESIDE_FIGURE).then(|| Likeness::Figure(figure.clone()))
    }
}

/// A value from which on a figure is hardly the same by chance, whatever is counted.
const TELLING: i64 = 1_000;

fn is_same(one: &Figure, other: &Figure) -> bool {
    let is_unit = one.unit == other.unit || one.unit.is_empty() || other.unit.is_empty();
    one.value == other.value && (is_unit || one.value.low >= TELLING.into())
}

/// Claims that were checked, to be asked for those that are like another one.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    claims: Vec<Wording>,
    /// The claims by their words, and by pairs of them.
    by_word: HashMap<u64, Vec<u32>>,
}

impl Shelf {
    /// Puts a claim there; its number is how many were there before.
    pub fn add(&mut self, words: &str) {
        let at = u32::try_from(self.claims.len()).unwrap_or(u32::MAX);
        let wording = Wording::of(words);
        let pairs = wording.words.windows(2).map(|pair| pair.iter().fold(0, |so_far, word| mixed(so_far, *word)));
        let traces: HashSet<u64> = wording.words.iter().copied().chain(pairs).collect();
        for trace in traces {
            self.by_word.entry(trace).or_default().push(at);
        }
        self.claims.push(wording);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    /// The claims that are like these words, the likest first, by their numbers.
    pub fn like(&self, words: &str) -> Vec<(usize, Likeness)> {
        let wanted = Wording::of(words);
        let most = (self.claims.len() / RARE).max(3);
        let is_common = |word: u64| self.by_word.get(&word).is_some_and(|claims| claims.len() > most);
        let pairs = wanted.words.windows(2).map(|pair| pair.iter().fold(0, |so_far, word| mixed(so_far, *word)));
        let traces = wanted.words.iter().copied().chain(pairs).filter(|trace| !is_common(*trace));
        let mut hits: HashMap<u32, usize> = HashMap::new();
        for trace in traces {
            self.by_word.get(&trace).into_iter().flatten().for_each(|claim| *hits.entry(*claim).or_default() += 1);
        }
        let near = hits.into_iter().filter(|(_, hits)| *hits >= BESIDE_FIGURE).filter_map(|(claim, _)| {
            let likeness = self.claims.get(claim as usize)?.likeness(&wanted, is_common)?;
            Some((claim as usize, likeness))
        });
        let mut near: Vec<(usize, Likeness)> = near.collect();
        near.sort_by(|(one, like), (other, as_like)| as_like.cmp(like).then(one.cmp(other)));
        near
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(words: &[&str]) -> Shelf {
        let mut shelf = Shelf::default();
        words.iter().for_each(|words| shelf.add(words));
        shelf
    }

    #[test]
    fn a_claim_is_known_by_its_wording_or_by_its_figure_with_words_around() {
        let shelf = shelf(&[
            "an initial wave of about 1,500 troops was sent to the border",
            "The National Guard has roughly 4,500 men at the border",
            "Bread is dear in the lower town",
            "The dyke was sound before the storm came",
        ]);
        let like = |words: &str| shelf.like(words);
        assert_eq!(like("An initial wave of around 1,500 troops was sent to the border."), [(0, Likeness::Wording(91))]);
        assert_eq!(like("Some 4,500 National Guardsmen, the Guard says, stand there"), [(1, Likeness::Figure("roughly 4,500".into()))]);
        assert_eq!(like("Exports fell by 4,500 tonnes"), []);
        assert_eq!(like("The dyke was not sound"), [(3, Likeness::Wording(61))]);
        assert_eq!(like("Sheep were lost"), []);
        assert_eq!(like(""), []);
    }

    #[test]
    fn the_likest_comes_first_and_words_of_every_claim_tell_nothing() {
        let mut words: Vec<String> = (0..60).map(|nth| format!("The river gauge number {nth} showed {} metres", 1_000 + nth)).collect();
        words.push("The river gauge at Orva failed on Monday".to_owned());
        words.push("The river gauge at Orva failed on Sunday night".to_owned());
        let shelf = shelf(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let found = shelf.like("The river gauge at Orva failed on Sunday");
        assert_eq!(found.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [61, 60]);
        assert_eq!(shelf.len(), 62);
    }
}
