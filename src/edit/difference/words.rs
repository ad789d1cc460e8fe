//! What differs between two projects, in words with counts: `3 claims rated, 1 source merged, 2 marks removed`.

use std::collections::BTreeSet;

use super::{Pair, pairs};
use crate::edit::Record;
use crate::model::annotation::{Annotation, Mention};
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::count::count;
use crate::model::document::Document;
use crate::model::exclusion::Exclusion;
use crate::model::flag::Flag;
use crate::model::group::Group;
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

/// What was done to get from one project to the other. Blank where they are the same.
pub fn describe(from: &Project, to: &Project) -> String {
    let joined = joined(from, to);
    let mut told = Vec::new();
    if from.name != to.name {
        told.push("project renamed".to_owned());
    }
    told.extend(house(from, to).into_iter().map(str::to_owned));
    told.extend(documents(from, to));
    told.extend(claims(from, to, &joined));
    told.extend(sources(from, to, &joined));
    told.extend(simple::<Group>(from, to, "group of numbers"));
    told.extend(quantities(from, to));
    told.extend(marks(from, to, &joined));
    told.extend(simple::<Link>(from, to, "link"));
    told.extend(simple::<Exclusion>(from, to, "not-checkable passage"));
    told.extend(simple::<Flag>(from, to, "merge question"));
    if told.is_empty() && pairs::<Change>(from, to).next().is_some() {
        told.push("only lines of the history".to_owned());
    }
    told.join(", ")
}

/// A test of one record before and after.
type Is<T> = fn(&T, &T) -> bool;

/// `2 claims added, 1 claim removed`, and for the records on both sides each kind of change, as far as there are any.
fn simple<T: Record>(from: &Project, to: &Project, noun: &str) -> Vec<String> {
    told::<T>(from, to, noun, &[("changed", |_, _| true)], |_| false)
}

fn told<T: Record>(from: &Project, to: &Project, noun: &str, kinds: &[(&str, Is<T>)], is_joined: impl Fn(&T) -> bool) -> Vec<String> {
    let found: Vec<Pair<'_, T>> = pairs(from, to).collect();
    let of = |is: &dyn Fn(&Pair<'_, T>) -> bool| found.iter().filter(|pair| is(pair)).count();
    let both = |pair: &Pair<'_, T>, is: Is<T>| matches!(pair, (Some(before), Some(after)) if is(before, after));
    let mut counts = vec![("added", of(&|pair| pair.0.is_none()))];
    counts.extend(kinds.iter().map(|(words, is)| (*words, of(&|pair| both(pair, *is)))));
    counts.push(("merged", of(&|pair| matches!(pair, (Some(gone), None) if is_joined(gone)))));
    counts.push(("removed", of(&|pair| matches!(pair, (Some(gone), None) if !is_joined(gone)))));
    counts.iter().filter(|(_, number)| *number > 0).map(|(words, number)| format!("{} {words}", count(*number, noun))).collect()
}

/// What the desk has decided anew.
fn house(from: &Project, to: &Project) -> Vec<&'static str> {
    let (from, to) = (&from.house, &to.house);
    let told = [
        (from.scales != to.scales, "rating scale changed"),
        (from.grades != to.grades, "grades of sources changed"),
        (from.switched_off != to.switched_off, "findings switched on or off"),
        (from.filters != to.filters, "saved filters changed"),
        (from.templates != to.templates, "texts of letters changed"),
        (from.presets != to.presets, "choices for the report changed"),
        (from.kept_apart != to.kept_apart, "sources told apart"),
        (from.told_apart != to.told_apart, "numbers told apart"),
        (from.stated != to.stated, "checks stated or taken back"),
    ];
    told.into_iter().filter(|(is_changed, _)| *is_changed).map(|(_, words)| words).collect()
}

fn documents(from: &Project, to: &Project) -> Vec<String> {
    let kinds: [(&str, Is<Document>); 4] = [
        ("with another text", |before, after| before.text != after.text),
        ("described anew", |before, after| before.meta != after.meta),
        ("signed off", |before, after| after.is_signed() && !before.is_signed()),
        ("opened again after sign-off", |before, after| before.is_signed() && !after.is_signed()),
    ];
    let mut told = told(from, to, "article", &kinds, |_| false);
    let common = |order: &[_], other: &Project| order.iter().copied().filter(|id| other.documents.contains_key(id)).collect::<Vec<_>>();
    if common(&from.order, to) != common(&to.order, from) {
        told.push("articles put in another order".to_owned());
    }
    told
}

fn claims(from: &Project, to: &Project, joined: &BTreeSet<Mention>) -> Vec<String> {
    let kinds: [(&str, Is<Claim>); 16] = [
        ("rated", |before, after| after.rating.is_some() && grade(before) != grade(after)),
        ("with its rating taken back", |before, after| before.rating.is_some() && after.rating.is_none()),
        ("with another reason", |before, after| grade(before) == grade(after) && before.rating != after.rating),
        ("with other people’s ratings", |before, after| before.other_ratings != after.other_ratings),
        ("settled", |before, after| !before.is_settled() && after.is_settled()),
        ("opened again", |before, after| before.is_settled() && !after.is_settled()),
        ("with another status", |before, after| before.status != after.status && before.is_settled() == after.is_settled()),
        ("restated", |before, after| before.restatement != after.restatement),
        ("with another kind or risk", |before, after| (before.kind, before.risks) != (after.kind, after.risks)),
        ("with other words on who said it", |before, after| before.said != after.said),
        ("signed off", |before, after| after.is_signed() && !before.is_signed()),
        ("opened again after sign-off", |before, after| before.is_signed() && !after.is_signed()),
        ("with other evidence", |before, after| before.evidence != after.evidence),
        ("with another correction", |before, after| before.correction != after.correction),
        ("with another note", |before, after| before.note != after.note),
        ("renumbered", |before, after| (before.home, before.number) != (after.home, after.number)),
    ];
    told(from, to, "claim", &kinds, |claim: &Claim| joined.contains(&Mention::Claim(claim.id)))
}

fn grade(claim: &Claim) -> Option<crate::model::claim::Grade> {
    claim.rating.as_ref().map(|rating| rating.grade)
}

fn sources(from: &Project, to: &Project, joined: &BTreeSet<Mention>) -> Vec<String> {
    let kinds: [(&str, Is<Source>); 2] =
        [("renamed", |before, after| before.name != after.name), ("described anew", |before, after| before.name == after.name)];
    told(from, to, "source", &kinds, |source: &Source| joined.contains(&Mention::Source(source.id)))
}

fn quantities(from: &Project, to: &Project) -> Vec<String> {
    let kinds: [(&str, Is<Quantity>); 2] = [
        ("moved to another group", |before, after| before.group != after.group),
        ("read anew", |before, after| (before.group, &before.apart) == (after.group, &after.apart)),
    ];
    told(from, to, "number", &kinds, |_| false)
}

fn marks(from: &Project, to: &Project, joined: &BTreeSet<Mention>) -> Vec<String> {
    // Marks of a record that was merged follow it; that is told with the record.
    let follows = |before: &Annotation| joined.contains(&before.mention);
    let kinds: [(&str, Is<Annotation>); 3] = [
        ("moved", |before, after| (before.document, before.span) != (after.document, after.span)),
        ("with another note", |before, after| before.note != after.note),
        ("with other keywords", |before, after| before.keywords != after.keywords),
    ];
    let mut told = told(from, to, "mark", &kinds, |_| false);
    let turned = |(before, after): Pair<'_, Annotation>| matches!((before, after), (Some(before), Some(after)) if before.mention != after.mention && !follows(before));
    let turned = pairs(from, to).filter(|pair| turned(*pair)).count();
    if turned > 0 {
        told.push(format!("{} given to another record", count(turned, "mark")));
    }
    told
}

/// The records that are gone and whose marks now mention another one.
fn joined(from: &Project, to: &Project) -> BTreeSet<Mention> {
    let follows = |(before, after): Pair<'_, Annotation>| {
        let (before, after) = (before?.mention, after?.mention);
        (before != after && before.tag() == after.tag() && !to.has(before) && from.has(after)).then_some(before)
    };
    pairs(from, to).filter_map(follows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Draft;
    use crate::model::claim::{Grade, Rating, Status};
    use crate::model::exclusion::Reason;
    use crate::testing::Desk;

    fn check(change: impl FnOnce(&mut Desk), expected: &str) {
        let mut desk = Desk::default();
        desk.article("T\n[It rained|claim rain], [it poured|claim], [it snowed|claim], [they|source] said. [It|source] is sad.");
        desk.article("U\n[It rained|claim rain].");
        let before = desk.project.clone();
        change(&mut desk);
        assert_eq!(describe(&before, &desk.project), expected);
    }

    #[test]
    fn a_difference_is_told_with_counts() {
        check(|_| {}, "");
        check(|desk| desk.rename("Other"), "project renamed");
        check(
            |desk| {
                for label in ["A1", "A2"] {
                    let claim = desk.claim(label);
                    desk.change(claim, |claim: &mut Claim| {
                        claim.rating = Grade::new(2).map(|grade| Rating::new(grade, "So."));
                        claim.status = Status::Confirmed;
                    });
                }
                let claim = desk.claim("A3");
                desk.change(claim, |claim: &mut Claim| claim.note = "Ask.".into());
            },
            "2 claims rated, 2 claims settled, 1 claim with another note",
        );
        check(
            |desk| {
                let (keep, join) = (desk.source("they"), desk.source("It"));
                let mark = *desk.project.annotations().iter().find(|(_, mark)| mark.mention == Mention::Source(join)).unwrap().0;
                desk.change(mark, |mark: &mut Annotation| mark.mention = Mention::Source(keep));
                Draft::new(&mut desk.project).remove::<Source>(join).unwrap();
            },
            "1 source merged",
        );
        check(
            |desk| {
                let first = *desk.project.annotations().keys().next().unwrap();
                Draft::new(&mut desk.project).remove::<Annotation>(first).unwrap();
                let document = desk.project.order()[0];
                desk.exclude(document, "is sad", Reason::Opinion);
                let order = desk.project.order().iter().rev().copied().collect();
                Draft::new(&mut desk.project).reorder(order).unwrap();
            },
            "articles put in another order, 1 mark removed, 1 not-checkable passage added",
        );
    }
}
