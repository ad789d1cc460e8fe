//! Which of many articles belong together: rows of four words lead to the articles that have them, too, so that no two are compared
//! that share nothing. The index is kept; an article that is added is compared with what is there.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::pairing::{mixed, pair_up};
use super::reading::Reading;
use crate::model::document::Text;
use crate::model::id::DocumentId;

/// Words in a row by which articles find each other.
const ROW: usize = 4;
/// A row of words that more articles have is a phrase of the trade and leads nowhere.
const MOST_ARTICLES: u32 = 64;
/// Rows that two articles must share to be compared sentence by sentence.
const LEAST_ROWS: u32 = 3;
/// Articles that one is compared with, those that share most rows.
const MOST_NEAR: usize = 32;

/// Two articles that share passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one that was opened first.
    pub one: DocumentId,
    /// The other.
    pub other: DocumentId,
    /// How many passages both have.
    pub passages: usize,
    /// How many of them stand elsewhere in the other.
    pub moved: usize,
    /// Words in common, of all words of the passages, per cent.
    pub share_percent: u8,
}

impl Pair {
    /// The article that is not `id`, if `id` is one of the two.
    pub fn beside(&self, id: DocumentId) -> Option<DocumentId> {
        match (self.one == id, self.other == id) {
            (true, _) => Some(self.other),
            (_, true) => Some(self.one),
            _ => None,
        }
    }
}

/// Where a row of words stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    article: u32,
    /// The place before it that has the same row, one more than its number; 0 where there is none.
    before: u32,
}

/// All articles by the rows of words in them.
#[derive(Clone, Debug, Default)]
pub struct Index {
    articles: Vec<Option<(DocumentId, Arc<Reading>)>>,
    known: HashMap<DocumentId, u32>,
    /// For each row of words: how many articles have it, and one more than the number of the last place.
    rows: HashMap<u64, (u32, u32)>,
    places: Vec<Place>,
    pairs: BTreeMap<(u32, u32), Pair>,
}

impl Index {
    /// How many articles it knows.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Whether it knows an article.
    pub fn has(&self, id: DocumentId) -> bool {
        self.known.contains_key(&id)
    }

    /// The articles that it knows.
    pub fn articles(&self) -> impl Iterator<Item = DocumentId> + '_ {
        self.articles.iter().flatten().map(|(id, _)| *id)
    }

    /// An article as it is compared, if it is known.
    pub fn reading(&self, id: DocumentId) -> Option<&Arc<Reading>> {
        let at = *self.known.get(&id)?;
        self.articles.get(at as usize)?.as_ref().map(|(_, reading)| reading)
    }

    /// The pairs, those that share most passages first.
    pub fn pairs(&self) -> Vec<Pair> {
        let mut pairs: Vec<(&(u32, u32), &Pair)> = self.pairs.iter().collect();
        pairs.sort_by_key(|(places, pair)| (std::cmp::Reverse((pair.passages, pair.share_percent)), **places));
        pairs.into_iter().map(|(_, pair)| *pair).collect()
    }

    /// Adds an article and finds those that share passages with it. One that is known already is left as it is.
    pub fn add(&mut self, id: DocumentId, text: &Text) {
        if self.has(id) {
            return;
        }
        let reading = Arc::new(Reading::of(text));
        let at = u32::try_from(self.articles.len()).unwrap_or(u32::MAX);
        let near = self.near(&reading);
        for other in near {
            let Some(Some((beside, read))) = self.articles.get(other as usize) else { continue };
            let pair = pair_of((*beside, read), (id, &reading));
            if pair.passages > 0 {
                self.pairs.insert((other, at), pair);
            }
        }
        self.note_rows(at, &reading);
        self.known.insert(id, at);
        self.articles.push(Some((id, reading)));
    }

    /// Forgets an article.
    pub fn remove(&mut self, id: DocumentId) {
        let Some(at) = self.known.remove(&id) else { return };
        if let Some(article) = self.articles.get_mut(at as usize) {
            *article = None;
        }
        self.pairs.retain(|(one, other), _| *one != at && *other != at);
    }

    /// The articles that share most rows of words with one, the nearest first.
    fn near(&self, reading: &Reading) -> Vec<u32> {
        let mut hits: HashMap<u32, u32> = HashMap::new();
        for row in rows(reading) {
            let Some((count, last)) = self.rows.get(&row).filter(|(count, _)| *count <= MOST_ARTICLES) else { continue };
            let mut place = *last;
            for _ in 0..*count {
                let Some(found) = place.checked_sub(1).and_then(|at| self.places.get(at as usize)) else { break };
                *hits.entry(found.article).or_default() += 1;
                place = found.before;
            }
        }
        let is_there = |at: &u32| self.articles.get(*at as usize).is_some_and(Option::is_some);
        let mut near: Vec<(u32, u32)> = hits.into_iter().filter(|(at, hits)| *hits >= LEAST_ROWS && is_there(at)).collect();
        near.sort_by_key(|(at, hits)| (std::cmp::Reverse(*hits), *at));
        near.into_iter().take(MOST_NEAR).map(|(at, _)| at).collect()
    }

    fn note_rows(&mut self, article: u32, reading: &Reading) {
        for row in rows(reading) {
            let known = self.rows.entry(row).or_default();
            known.0 += 1;
            // What is known to be everywhere need not be noted again.
            if known.0 <= MOST_ARTICLES {
                self.places.push(Place { article, before: known.1 });
                known.1 = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
            }
        }
    }
}

/// The rows of words of an article, each once; none goes over the end of a sentence.
fn rows(reading: &Reading) -> HashSet<u64> {
    let mut found = HashSet::with_capacity(reading.words().len());
    for sentence in reading.sentences() {
        let words = reading.words().get(sentence.words.clone()).unwrap_or_default();
        for row in words.windows(ROW) {
            found.insert(row.iter().fold(0, |so_far, word| mixed(so_far, word.key)));
        }
    }
    found
}

fn pair_of(one: (DocumentId, &Reading), other: (DocumentId, &Reading)) -> Pair {
    let found = pair_up(one.1, other.1);
    let words = found.iter().map(|pair| one.1.words_of(pair.one.clone()).len() + other.1.words_of(pair.other.clone()).len());
    let (common, all): (usize, usize) = (found.iter().map(|pair| pair.common).sum(), words.sum());
    let share_percent = u8::try_from((200 * common + all / 2) / all.max(1)).unwrap_or(100);
    let moved = found.iter().filter(|pair| pair.is_moved).count();
    Pair { one: one.0, other: other.0, passages: found.len(), moved, share_percent }
}
