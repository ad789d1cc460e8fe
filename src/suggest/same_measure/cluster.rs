//! Brings figures together pair by pair, the most alike first, and never two that cannot belong together.

use std::collections::BTreeMap;

use super::features::{Features, Gathered, excludes_in_article};
use super::{ALIKE, Edge};
use crate::model::house::ToldApart;
use crate::model::id::{GroupId, QuantityId};
use crate::model::project::Project;

/// Two clusters are brought together where so much of the likeness that is wanted of two figures is there on average.
const ON_AVERAGE: f32 = 0.75;
/// The same where all of them say the same.
const OF_ONE_VALUE: f32 = 0.55;
/// Figures of a cluster that are asked for the average.
const ASKED: usize = 5;
/// No proposal is larger than this: nobody would look through it.
const MOST: usize = 60;

/// Figures that were brought together so far.
pub(super) struct Clusters<'a> {
    /// The cluster of each figure.
    cluster_of: Vec<usize>,
    clusters: Vec<Cluster>,
    told_apart: &'a [ToldApart],
    /// Where a number is told apart from others.
    told: BTreeMap<QuantityId, Vec<usize>>,
}

#[derive(Clone, Default)]
struct Cluster {
    members: Vec<usize>,
    group: Option<GroupId>,
}

impl<'a> Clusters<'a> {
    /// Each figure by itself, but those of a group together.
    pub fn new(project: &'a Project, features: &[Features]) -> Self {
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut by_group: BTreeMap<GroupId, usize> = BTreeMap::new();
        let mut cluster_of = Vec::new();
        for (at, figure) in features.iter().enumerate() {
            let next = clusters.len();
            let own = figure.group.map_or(next, |group| *by_group.entry(group).or_insert(next));
            if own == next {
                clusters.push(Cluster { members: Vec::new(), group: figure.group });
            }
            if let Some(cluster) = clusters.get_mut(own) {
                cluster.members.push(at);
            }
            cluster_of.push(own);
        }
        let told_apart = project.house().told_apart.as_slice();
        let mut told: BTreeMap<QuantityId, Vec<usize>> = BTreeMap::new();
        for (at, row) in told_apart.iter().enumerate() {
            row.numbers.iter().chain(&row.from).for_each(|number| told.entry(*number).or_default().push(at));
        }
        Clusters { cluster_of, clusters, told_apart, told }
    }

    /// Brings the clusters of two figures together, if they may be.
    pub fn join(&mut self, gathered: &Gathered, edge: Edge) {
        let (Some(&one), Some(&other)) = (self.cluster_of.get(edge.one), self.cluster_of.get(edge.other)) else { return };
        if one == other || !self.may_join(gathered, one, other) {
            return;
        }
        let (Some(keep), Some(join)) = (self.clusters.get(one), self.clusters.get(other)) else { return };
        let (keep, join, gone) =
            if keep.members.len() >= join.members.len() { (one, join.clone(), other) } else { (other, keep.clone(), one) };
        for member in &join.members {
            if let Some(cluster) = self.cluster_of.get_mut(*member) {
                *cluster = keep;
            }
        }
        if let Some(cluster) = self.clusters.get_mut(keep) {
            cluster.members.extend(&join.members);
            cluster.group = cluster.group.or(join.group);
        }
        if let Some(cluster) = self.clusters.get_mut(gone) {
            *cluster = Cluster::default();
        }
    }

    fn may_join(&self, gathered: &Gathered, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.clusters.get(one), self.clusters.get(other)) else { return false };
        // What a checker has put into two groups stays in two.
        if one.group.is_some() && other.group.is_some()
            || one.members.len() + other.members.len() > MOST && one.group.or(other.group).is_none()
        {
            return false;
        }
        let figures = |cluster: &Cluster| cluster.members.iter().filter_map(|at| gathered.features.get(*at)).collect::<Vec<_>>();
        let (ours, theirs) = (figures(one), figures(other));
        let is_apart = |own: &Features, their: &Features| excludes_in_article(own, their) || self.keeps_apart(own.number, their.number);
        if ours.iter().any(|own| theirs.iter().any(|their| is_apart(own, their))) {
            return false;
        }
        let pairs = ours.iter().take(ASKED).flat_map(|own| theirs.iter().take(ASKED).map(move |their| gathered.alike(own, their)));
        let (sum, number) = pairs.fold((0.0, 0), |(sum, number), score| (sum + score, number + 1));
        // Where all say the same, the wording may differ more.
        let value = ours.first().and_then(|own| own.value_key.as_ref());
        let is_one_value = value.is_some() && ours.iter().chain(&theirs).all(|figure| figure.value_key.as_ref() == value);
        sum >= ALIKE * if is_one_value { OF_ONE_VALUE } else { ON_AVERAGE } * number as f32
    }

    fn keeps_apart(&self, one: QuantityId, other: QuantityId) -> bool {
        let rows = self.told.get(&one).into_iter().flatten().filter_map(|at| self.told_apart.get(*at));
        rows.into_iter().any(|row| row.keeps(one, other))
    }

    /// The figures of each cluster, and the group to which some of them belong.
    pub fn into_members(self) -> Vec<(Option<GroupId>, Vec<usize>)> {
        self.clusters.into_iter().filter(|cluster| cluster.members.len() > 1).map(|cluster| (cluster.group, cluster.members)).collect()
    }
}

/// How much figures are alike on average, of the first few of them.
pub(super) fn mean_likeness(gathered: &Gathered, members: &[usize]) -> f32 {
    let figures: Vec<&Features> = members.iter().take(2 * ASKED).filter_map(|at| gathered.features.get(*at)).collect();
    let pairs = figures.iter().enumerate().flat_map(|(at, one)| figures.iter().skip(at + 1).map(|other| gathered.alike(one, other)));
    let (sum, number) = pairs.fold((0.0, 0_u32), |(sum, number), score| (sum + score, number + 1));
    if number == 0 { 0.0 } else { sum / number as f32 }
}
