//! How well figures of the same are found in articles for which nothing was tuned: the sample, in which a checker has written of each
//! number what it measures. That is taken away, and what is proposed is compared with it.

// Clippy takes helpers for tests, too.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tickmark::edit::Draft;
use tickmark::model::id::QuantityId;
use tickmark::model::project::Project;
use tickmark::model::quantity::Quantity;
use tickmark::storage;
use tickmark::suggest::same_measure;

fn sample() -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("projects/merrowhaven-flood.ron");
    storage::open(&storage::Disk, &path).unwrap().project
}

fn pairs(sets: impl Iterator<Item = Vec<QuantityId>>) -> BTreeSet<(QuantityId, QuantityId)> {
    let of_set = |mut set: Vec<QuantityId>| {
        set.sort_unstable();
        let pair = |one: usize| set.iter().skip(one + 1).map(|other| (set[one], *other)).collect::<Vec<_>>();
        (0..set.len()).flat_map(pair).collect::<Vec<_>>()
    };
    sets.flat_map(of_set).collect()
}

#[test]
fn figures_of_the_same_are_found_in_articles_for_which_nothing_was_tuned() {
    let mut project = sample();
    let mut by_measure: BTreeMap<String, Vec<QuantityId>> = BTreeMap::new();
    for number in project.quantities().values() {
        by_measure.entry(number.measured.clone()).or_default().push(number.id);
    }
    let ids: Vec<QuantityId> = project.quantities().keys().copied().collect();
    let mut draft = Draft::new(&mut project);
    for id in ids {
        draft
            .change(id, |number: &mut Quantity| {
                (number.measured, number.of, number.as_of) = Default::default();
                number.group = None;
            })
            .unwrap();
    }
    // What is told by district or by house is of different things.
    let wanted = pairs(by_measure.iter().filter(|(name, _)| !name.contains(", by ")).map(|(_, numbers)| numbers.clone()));
    let proposals = same_measure(&project);
    let found = pairs(proposals.iter().map(|proposal| proposal.numbers.clone()));
    let right = wanted.intersection(&found).count();
    for proposal in &proposals {
        let measured: BTreeSet<&String> =
            by_measure.iter().filter(|(_, numbers)| numbers.iter().any(|id| proposal.numbers.contains(id))).map(|(name, _)| name).collect();
        println!("{:.2} {} ({}): {measured:?}", proposal.score, proposal.name, proposal.numbers.len());
    }
    println!("{right} of {} pairs found, {} proposed", wanted.len(), found.len());
    assert!(right * 100 >= wanted.len() * 40 && right * 100 >= found.len() * 75, "{right} of {} and {}", wanted.len(), found.len());
}
