//! Three people at work on one project, two hundred commands each: nothing that any of them did is lost when it comes together.

use std::collections::BTreeSet;

use super::lookup::step;
use super::*;
use crate::merge::law::{is_sound, lost};
use crate::merge::merge;
use crate::model::id::Uid;
use crate::model::project::Project;

/// A number of a row that looks like chance and is the same in every run.
fn chance(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

/// When people begin on what they share, after it was made, milliseconds.
const LATER_MS: i64 = 3_600_000;

/// What a person makes of a project in so many commands.
fn work(base: &Project, (name, seed): (&str, u64), (start_ms, commands): (i64, usize)) -> Project {
    let mut session = Session::new(base.clone(), None, IdSource::new(seed));
    session.set_checker(name);
    let mut seed = seed;
    for at in 0..commands {
        let (kind, one, other) = (chance(&mut seed) % 24, chance(&mut seed) % 90, chance(&mut seed) % 40);
        if let Some(document) = session.document().map(|document| document.id).filter(|_| one.is_multiple_of(2)) {
            session.run(Command::Select { document, anchor: one, head: one + other }, NOW);
        }
        let claim = session.project().claims().keys().nth(one % session.project().claims().len().max(1)).copied();
        let command = match (kind, claim) {
            // Undo and removals all the time would leave little to merge.
            (3 | 5 | 12, _) if !at.is_multiple_of(16) => None,
            (18, Some(claim)) => Some(Command::Rate(claim, Some((other % 5) as u8 + 1))),
            (19..=21, Some(claim)) => {
                let field = [Field::RatingReason(claim), Field::ClaimNote(claim), Field::Restatement(claim)][kind - 19];
                Some(Command::Type { field, text: format!("{name} {at}"), visit: session.new_visit() })
            }
            (22, Some(claim)) => Some(Command::AddEvidence(claim)),
            _ => step(&mut session, kind, one, other),
        };
        if let Some(command) = command {
            session.run(command, Moment::from_ms(NOW.epoch_ms + start_ms + 1_000 * at as i64));
        }
    }
    session.project().clone()
}

/// Rows of seeds, the same in every run: ids of two people must never be the same by chance.
fn seeds<const N: usize>(rounds: u64) -> impl Iterator<Item = [u64; N]> {
    (0..rounds).map(|round| std::array::from_fn(|nth| 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(round * N as u64 + nth as u64 + 1)))
}

#[test]
fn three_people_and_two_hundred_commands_each_lose_nothing() {
    let marked = [
        "Dyke\n[About [1,500|number] people|claim] left, [officials|source] said. [It held|claim held]. Bad luck.",
        "Two\n[It held|claim held] for [40|number] years. [They|source officials] left. [None|claim] left.",
    ];
    let base = work(&testing::project_of(&marked), ("RK", 1), (0, 40));
    let mut flags = 0;
    for seeds in seeds::<3>(24) {
        let [ours, theirs, third] =
            [("AB", seeds[0]), ("CD", seeds[1]), ("EF", seeds[2])].map(|(name, seed)| work(&base, (name, seed), (LATER_MS, 200)));
        let two = merge(&base, &ours, &theirs).unwrap().project;
        let three = merge(&base, &two, &third).unwrap().project;
        assert!(is_sound(&two) && is_sound(&three));
        let nothing: [String; 0] = [];
        assert_eq!(lost(&base, &ours, &[&theirs], &two), nothing, "{seeds:?}");
        assert_eq!(lost(&base, &theirs, &[&ours], &two), nothing, "{seeds:?}");
        assert_eq!(lost(&base, &two, &[&third], &three), nothing, "{seeds:?}");
        assert_eq!(lost(&base, &third, &[&two], &three), nothing, "{seeds:?}");
        flags += three.flags().len();
    }
    assert!(flags > 24, "they were at odds: {flags}");
}

#[test]
fn which_side_is_ours_matters_only_where_there_are_flags() {
    let base = work(&testing::project_of(&["Dyke\n[It held|claim], [they|source] said. [None|claim] left."]), ("RK", 1), (0, 20));
    for seeds in seeds::<2>(24) {
        let [ours, theirs] = [("AB", seeds[0]), ("CD", seeds[1])].map(|(name, seed)| work(&base, (name, seed), (LATER_MS, 100)));
        let (one, other) = (merge(&base, &ours, &theirs).unwrap().project, merge(&base, &theirs, &ours).unwrap().project);
        let flagged = |project: &Project| project.flags().values().map(|flag| flag.subject.uid()).collect::<Vec<_>>();
        let flagged: BTreeSet<Uid> = flagged(&one).into_iter().chain(flagged(&other)).collect();
        assert_eq!(without(&flagged, &one), without(&flagged, &other), "{seeds:?}");
    }
}

/// A merged project as text, without what flags are about and without the order of what both sides added to one list.
fn without(flagged: &BTreeSet<Uid>, project: &Project) -> Vec<String> {
    let mut lines: Vec<(Uid, String)> = Vec::new();
    lines.extend(project.documents().map(|record| (record.id.0, format!("{:?}", record.meta))));
    lines.extend(project.claims().values().cloned().map(|mut claim| {
        claim.evidence.sort_by_key(|row| row.id);
        (claim.id.0, format!("{claim:?}"))
    }));
    lines.extend(project.sources().values().map(|record| (record.id.0, format!("{record:?}"))));
    lines.extend(project.quantities().values().map(|record| (record.id.0, format!("{record:?}"))));
    lines.extend(project.annotations().values().map(|record| (record.id.0, format!("{record:?}"))));
    lines.extend(project.links().values().map(|record| (record.id.0, format!("{record:?}"))));
    lines.extend(project.exclusions().values().map(|record| (record.id.0, format!("{record:?}"))));
    lines.extend(project.changes().values().map(|record| (record.id.0, format!("{record:?}"))));
    lines.into_iter().filter(|(id, _)| !flagged.contains(id)).map(|(_, line)| line).collect()
}
