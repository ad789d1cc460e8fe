//! What several figures of the same say together: they agree, they differ, or they cannot be compared, in words with who is out of line
//! and by how much.

mod when;
mod words;

pub use when::{period, year};

use std::collections::BTreeSet;

use super::reach::Reach;
use super::{Dimension, Quantity, Unit};

/// More different values than this are compared with the least, the greatest and the most frequent one only.
const MOST_COMPARED: usize = 64;

/// A figure as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// What it says.
    pub number: &'a Quantity,
    /// Letter of its article; blank where it stands in none.
    pub letter: &'a str,
    /// What is counted, as its article has it: `US National Guard and Reserve forces`; may be blank.
    pub noun: &'a str,
    /// When it was so, as far as that is known; may be blank.
    pub time: &'a str,
    /// Whether the wording still stands: nobody has changed or cut it.
    pub stands: bool,
}

/// Why figures that differ cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// They may count different things.
    Scope,
    /// They are of different times.
    Time,
    /// They measure in units of different kinds.
    Unit,
    /// One is so many a day, the other so many a week, or so many at all.
    Rate,
    /// A checker says so.
    Stated,
}

/// What figures say together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// There are no two that were read.
    #[default]
    Nothing,
    /// They say the same, within what they leave open.
    Agree,
    /// They cannot all be right.
    Differ,
    /// They say different things, and there is a reason that may explain it.
    Apart(Why),
}

impl Outcome {
    /// Whether somebody should look at it.
    pub fn is_warning(self) -> bool {
        matches!(self, Outcome::Differ | Outcome::Apart(Why::Scope | Why::Unit | Why::Rate))
    }

    /// A word for machines.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Nothing => "nothing to compare",
            Outcome::Agree => "agree",
            Outcome::Differ => "differ",
            Outcome::Apart(Why::Scope) => "check the scope",
            Outcome::Apart(Why::Time) => "other dates",
            Outcome::Apart(Why::Unit) => "units differ",
            Outcome::Apart(Why::Rate) => "rates differ",
            Outcome::Apart(Why::Stated) => "not comparable",
        }
    }
}

/// What figures say together, with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// In a word.
    pub outcome: Outcome,
    /// What stands out: `Contradiction.`, `Five times apart.`; blank where they agree.
    pub strong: String,
    /// Who says what: `A says none, B and E say about 2,200`.
    pub words: String,
    /// For each figure, in their order, the one against which it stands most.
    pub against: Vec<Option<usize>>,
    /// For each figure whether it is out of line with the rest.
    pub is_out_of_line: Vec<bool>,
}

impl Agreement {
    /// All words: `Contradiction. A says none, B and E say about 2,200`.
    pub fn sentence(&self) -> String {
        let parts = [self.strong.as_str(), self.words.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Figures that say the same to the letter and are of the same.
struct Cluster<'a> {
    reach: Reach,
    kind: Option<Dimension>,
    /// Per what it is; blank where it is no rate.
    rate: String,
    first: Figure<'a>,
    members: Vec<usize>,
    articles: usize,
}

/// How two clusters stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Same,
    Differ,
    Apart(Why),
}

/// Compares figures of the same. `stated` is why they cannot be compared, where a checker has found that.
pub fn agreement(figures: &[Figure<'_>], stated: &str) -> Agreement {
    let clusters = clusters(figures);
    let relations = relations(&clusters, stated);
    let outcome = outcome(&clusters, &relations);
    let (strong, words) = words::words((figures, stated), &clusters, (&relations, outcome));
    let mut agreement =
        Agreement { outcome, strong, words, against: vec![None; figures.len()], is_out_of_line: vec![false; figures.len()] };
    if outcome == Outcome::Differ {
        point_out(&clusters, &relations, &mut agreement);
    }
    agreement
}

/// The figures that were read and stand, gathered by what they say.
fn clusters<'a>(figures: &[Figure<'a>]) -> Vec<Cluster<'a>> {
    let unit = figures.iter().find_map(|figure| Unit::find(&figure.number.unit));
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    let read = figures.iter().enumerate().filter(|(_, figure)| figure.stands);
    let mut keyed: Vec<_> = read.filter_map(|(at, figure)| Some((key(figure), at, *figure, reach(figure, unit)?))).collect();
    keyed.sort_by(|(one, at, ..), (other, other_at, ..)| (one, at).cmp(&(other, other_at)));
    for same in keyed.chunk_by(|(one, ..), (other, ..)| one == other) {
        let Some((_, _, first, reach)) = same.first() else { continue };
        let letters: BTreeSet<&str> = same.iter().map(|(_, _, figure, _)| figure.letter).collect();
        let members = same.iter().map(|(_, at, ..)| *at).collect();
        let kind = Unit::find(&first.number.unit).map(|unit| unit.dimension);
        let rate = first.number.rate();
        clusters.push(Cluster { reach: *reach, kind, rate, first: *first, members, articles: letters.len() });
    }
    clusters.sort_by_key(|cluster| (cluster.reach.low, cluster.reach.high, cluster.members.first().copied()));
    clusters
}

/// In the unit of the others, where it is of their kind.
fn reach(figure: &Figure<'_>, unit: Option<&'static Unit>) -> Option<Reach> {
    let is_of_kind = Unit::find(&figure.number.unit).zip(unit).is_some_and(|(own, unit)| own.dimension == unit.dimension);
    Reach::of(figure.number, unit.filter(|_| is_of_kind))
}

/// What must be the same for two figures to count as one.
fn key(figure: &Figure<'_>) -> String {
    let Quantity { value, unit, approximation, of, apart, .. } = figure.number;
    let value = value.map(|value| (value.low.normalize(), value.high.map(|high| high.normalize())));
    let (unit, rate) = (Unit::find(unit).map(|unit| unit.sign), figure.number.rate());
    let (joined, time) = (is_joined(figure.noun), figure.time.trim().to_lowercase());
    format!("{value:?} {unit:?} {rate} {approximation:?} {} {joined} {time} {}", of.trim().to_lowercase(), !apart.trim().is_empty())
}

/// The relation of each pair, the earlier one first.
fn relations(clusters: &[Cluster<'_>], stated: &str) -> Vec<(usize, usize, Relation)> {
    let pairs: Vec<(usize, usize)> = if clusters.len() <= MOST_COMPARED {
        (0..clusters.len()).flat_map(|one| (one + 1..clusters.len()).map(move |other| (one, other))).collect()
    } else {
        let most = (0..clusters.len()).max_by_key(|at| clusters.get(*at).map_or(0, |cluster| cluster.members.len())).unwrap_or(0);
        let with = BTreeSet::from([0, most, clusters.len() - 1]);
        let all = (0..clusters.len()).flat_map(|one| with.iter().map(move |other| (one.min(*other), one.max(*other))));
        all.filter(|(one, other)| one != other).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let relation = |(one, other): (usize, usize)| Some((one, other, relation(clusters.get(one)?, clusters.get(other)?, stated)));
    pairs.into_iter().filter_map(relation).collect()
}

fn relation(one: &Cluster<'_>, other: &Cluster<'_>, stated: &str) -> Relation {
    let (first, second) = (&one.first, &other.first);
    if one.kind != other.kind {
        return Relation::Apart(Why::Unit);
    }
    // What is said of a day is not multiplied to a week: nobody works round the clock, and "at all" may be of any time.
    let is_other_rate = one.rate != other.rate;
    if !is_other_rate && !one.reach.excludes(&other.reach) {
        return Relation::Same;
    }
    let is_stated = [stated, &first.number.apart, &second.number.apart].into_iter().any(|reason| !reason.trim().is_empty());
    if is_stated {
        return Relation::Apart(Why::Stated);
    }
    if is_other_rate {
        return Relation::Apart(Why::Rate);
    }
    match (has_other_scope(first, second), when::is_other_time(first.time, second.time)) {
        (_, true) => Relation::Apart(Why::Time),
        (true, _) => Relation::Apart(Why::Scope),
        _ => Relation::Differ,
    }
}

/// Whether two figures may count different things: a checker has written down other ones, or one counts two things together and the other
/// does not.
fn has_other_scope(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let (own, others) = (one.number.of.trim(), other.number.of.trim());
    if !own.is_empty() && !others.is_empty() {
        return own.to_lowercase() != others.to_lowercase();
    }
    let are_known = !one.noun.trim().is_empty() && !other.noun.trim().is_empty();
    are_known && is_joined(one.noun) != is_joined(other.noun)
}

/// Words between two things that are counted together, in the languages that are read.
const JOINTS: [&str; 9] = ["and", "or", "&", "plus", "y", "et", "und", "ou", "oder"];

/// Whether a noun names two things together: `Guard and Reserve forces`.
fn is_joined(noun: &str) -> bool {
    noun.split_whitespace().any(|word| JOINTS.contains(&word.to_lowercase().as_str()))
}

fn outcome(clusters: &[Cluster<'_>], relations: &[(usize, usize, Relation)]) -> Outcome {
    if clusters.iter().map(|cluster| cluster.members.len()).sum::<usize>() < 2 {
        return Outcome::Nothing;
    }
    let is_there = |wanted: Relation| relations.iter().any(|(_, _, relation)| *relation == wanted);
    if is_there(Relation::Differ) {
        return Outcome::Differ;
    }
    let reasons = [Why::Stated, Why::Scope, Why::Unit, Why::Rate, Why::Time];
    reasons.into_iter().find(|why| is_there(Relation::Apart(*why))).map_or(Outcome::Agree, Outcome::Apart)
}

/// Notes against which other each figure stands most, and who is out of line: those against whom more articles stand than with them,
/// or, where it is even, all of them.
fn point_out(clusters: &[Cluster<'_>], relations: &[(usize, usize, Relation)], agreement: &mut Agreement) {
    let mut stands: Vec<Standing> = clusters.iter().map(|cluster| Standing { with: cluster.articles, ..Standing::default() }).collect();
    for (one, other, relation) in relations {
        for (own, against) in [(*one, *other), (*other, *one)] {
            let (Some(cluster), Some(rival), Some(standing)) = (clusters.get(own), clusters.get(against), stands.get_mut(own)) else {
                continue;
            };
            match relation {
                Relation::Same => standing.with += rival.articles,
                Relation::Differ => {
                    standing.against += rival.articles;
                    let distance = (cluster.reach.distance(&rival.reach), rival.members.len());
                    if standing.farthest.is_none_or(|(farthest, _)| distance > farthest) {
                        standing.farthest = Some((distance, against));
                    }
                }
                Relation::Apart(_) => {}
            }
        }
    }
    let is_even = !stands.iter().any(|standing| standing.against > standing.with);
    for (cluster, standing) in clusters.iter().zip(&stands) {
        let rival = standing.farthest.and_then(|(_, rival)| clusters.get(rival)?.members.first().copied());
        for member in &cluster.members {
            if let (Some(against), Some(is_out)) = (agreement.against.get_mut(*member), agreement.is_out_of_line.get_mut(*member)) {
                *against = rival;
                *is_out = rival.is_some() && (is_even || standing.against > standing.with);
            }
        }
    }
}

/// How many articles stand with a cluster and against it, and the one that is farthest from it.
#[derive(Clone, Copy, Default)]
struct Standing {
    with: usize,
    against: usize,
    farthest: Option<((rust_decimal::Decimal, usize), usize)>,
}

#[cfg(test)]
mod tests;
