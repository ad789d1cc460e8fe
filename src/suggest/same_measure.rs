//! Figures of all articles that perhaps measure the same: by their noun, the wording around them, their value, how exactly they are meant,
//! and whether they tell what is or what is to come. Only proposals, each with its reason; numbers that share nothing rare are never
//! compared, so that ten thousand of them take a second.

mod cluster;
mod features;
mod wording;

use std::collections::BTreeMap;

use self::cluster::Clusters;
use self::features::{Features, Gathered};
use crate::model::id::{GroupId, QuantityId};
use crate::model::project::Project;

/// Two figures that are no more alike than this are not proposed.
const ALIKE: f32 = 0.40;
/// Words that more figures than this have in their sentences bring nobody together.
const COMMON: usize = 200;
/// So many of the rarest words of a figure are looked up.
const RARE_WORDS: usize = 10;
/// Figures that are most alike to one, and may be brought together with it.
const NEIGHBOURS: usize = 12;

/// Figures that perhaps measure the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Numbers that are in no group yet, in the order of articles and text.
    pub numbers: Vec<QuantityId>,
    /// The group to which they would be added; none where they would make a new one.
    pub into: Option<GroupId>,
    /// What a new group would be called: `Active duty forces`.
    pub name: String,
    /// Why, in words: `all say 1,500; “initial”, “wave”`.
    pub reason: String,
    /// How much they are alike, from 0 to 1.
    pub score: f32,
}

/// Looks through a project for figures of the same, the most alike first. Takes about a second for 10,000 numbers, so it belongs off the
/// drawing thread.
pub fn same_measure(project: &Project) -> Vec<Proposal> {
    let gathered = Gathered::new(project);
    let edges = edges(&gathered);
    let mut clusters = Clusters::new(project, &gathered.features);
    for edge in edges {
        clusters.join(&gathered, edge);
    }
    let found = clusters.into_members().into_iter().filter_map(|(group, members)| proposal(&gathered, group, &members));
    let mut proposals: Vec<Proposal> = found.collect();
    proposals.sort_by(|one, other| other.score.total_cmp(&one.score).then_with(|| one.numbers.cmp(&other.numbers)));
    proposals
}

/// Two figures that are alike.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Edge {
    score: f32,
    one: usize,
    other: usize,
}

/// Pairs that are alike enough, the most alike first.
fn edges(gathered: &Gathered) -> Vec<Edge> {
    let index = Index::new(gathered);
    let mut edges = Vec::new();
    for (one, features) in gathered.features.iter().enumerate() {
        let candidates = index.candidates(one, features).into_iter();
        let scored =
            candidates.filter_map(|other| Some(Edge { score: gathered.alike(features, gathered.features.get(other)?), one, other }));
        let mut near: Vec<Edge> = scored.filter(|edge| edge.score >= ALIKE).collect();
        near.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.other.cmp(&b.other)));
        near.truncate(NEIGHBOURS);
        edges.extend(near.into_iter().map(|edge| Edge { one: edge.one.min(edge.other), other: edge.one.max(edge.other), ..edge }));
    }
    edges.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.one, a.other).cmp(&(b.one, b.other))));
    edges.dedup();
    edges
}

/// Figures by their rare words and by their value.
struct Index {
    by_word: BTreeMap<u32, Vec<usize>>,
    by_value: BTreeMap<String, Vec<usize>>,
}

impl Index {
    fn new(gathered: &Gathered) -> Self {
        let mut index = Index { by_word: BTreeMap::new(), by_value: BTreeMap::new() };
        for (at, features) in gathered.features.iter().enumerate() {
            for word in rare_words(gathered, features) {
                index.by_word.entry(word).or_default().push(at);
            }
            if let Some(value) = &features.value_key {
                index.by_value.entry(value.clone()).or_default().push(at);
            }
        }
        index.by_word.retain(|_, figures| (2..=COMMON).contains(&figures.len()));
        index.by_value.retain(|_, figures| (2..=COMMON).contains(&figures.len()));
        index
    }

    /// The figures of one kind with whom a figure shares a rare word or its value, each once.
    fn candidates(&self, at: usize, features: &Features) -> Vec<usize> {
        let by_word = features.words.iter().filter_map(|(word, _)| self.by_word.get(word)).flatten();
        let by_value = features.value_key.iter().filter_map(|value| self.by_value.get(value)).flatten();
        let mut found: Vec<usize> = by_word.chain(by_value).copied().filter(|other| *other != at).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The rarest words of a figure.
fn rare_words(gathered: &Gathered, features: &Features) -> Vec<u32> {
    let mut words: Vec<u32> = features.words.iter().map(|(word, _)| *word).collect();
    words.sort_by_key(|word| (gathered.spread(*word), *word));
    words.truncate(RARE_WORDS);
    words
}

fn proposal(gathered: &Gathered, into: Option<GroupId>, members: &[usize]) -> Option<Proposal> {
    let mut all: Vec<&Features> = members.iter().filter_map(|at| gathered.features.get(*at)).collect();
    all.sort_by_key(|features| features.place);
    let free: Vec<&Features> = all.iter().copied().filter(|features| features.group.is_none()).collect();
    if free.is_empty() || all.len() < 2 {
        return None;
    }
    let score = cluster::mean_likeness(gathered, members);
    let (name, reason) = (wording::name(gathered, &all), wording::reason(gathered, &all));
    Some(Proposal { numbers: free.iter().map(|features| features.number).collect(), into, name, reason, score })
}

#[cfg(test)]
mod tests;
