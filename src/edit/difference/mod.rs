//! The difference of two projects: as edits that turn one into the other, and in words with counts.

mod words;

use std::collections::BTreeSet;
use std::iter::Peekable;

pub use words::describe;

use super::{Edit, Record, Swap};
use crate::model::annotation::{Annotation, Mention};
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::exclusion::Exclusion;
use crate::model::flag::Flag;
use crate::model::group::Group;
use crate::model::id::DocumentId;
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

/// A record that is not the same in two projects, on either side; one side may be missing.
pub type Pair<'a, T> = (Option<&'a T>, Option<&'a T>);

/// The edits that turn one project into another, in an order in which each fits and no record ever points to one that is not
/// there: what is added or changed first, each kind after those that it points to, then what is removed, the other way round.
/// The id of the project stays, since no edit changes it.
pub fn difference(from: &Project, to: &Project) -> Vec<Edit> {
    let mut edits = Vec::new();
    value(&mut edits, Edit::Rename, &from.name, &to.name);
    value(&mut edits, Edit::SetHouse, &from.house, &to.house);
    value(&mut edits, Edit::Keep, &from.kept, &to.kept);
    let from = &without_changed_texts(from, to, &mut edits);
    put::<Document>(&mut edits, from, to);
    value(&mut edits, Edit::Reorder, &from.order, &to.order);
    put::<Source>(&mut edits, from, to);
    put::<Group>(&mut edits, from, to);
    put::<Quantity>(&mut edits, from, to);
    put::<Claim>(&mut edits, from, to);
    put::<Annotation>(&mut edits, from, to);
    put::<Link>(&mut edits, from, to);
    put::<Exclusion>(&mut edits, from, to);
    put::<Change>(&mut edits, from, to);
    put::<Flag>(&mut edits, from, to);
    take::<Flag>(&mut edits, from, to);
    take::<Change>(&mut edits, from, to);
    take::<Exclusion>(&mut edits, from, to);
    take::<Link>(&mut edits, from, to);
    take::<Annotation>(&mut edits, from, to);
    take::<Claim>(&mut edits, from, to);
    take::<Quantity>(&mut edits, from, to);
    take::<Group>(&mut edits, from, to);
    take::<Source>(&mut edits, from, to);
    take::<Document>(&mut edits, from, to);
    edits
}

/// The records of a kind that are not the same in both projects, by id.
pub fn pairs<'a, T: Record + 'a>(from: &'a Project, to: &'a Project) -> impl Iterator<Item = Pair<'a, T>> {
    side_by_side(T::table(from).values(), T::table(to).values(), |record| record.id()).filter(|(before, after)| before != after)
}

/// Two lists in the order of their keys as one list of pairs.
pub fn side_by_side<'a, T: 'a, K: Ord>(
    left: impl Iterator<Item = &'a T>,
    right: impl Iterator<Item = &'a T>,
    key: impl Fn(&T) -> K,
) -> impl Iterator<Item = Pair<'a, T>> {
    fn next_if<'a, T>(side: &mut Peekable<impl Iterator<Item = &'a T>>, is_next: bool) -> Option<&'a T> {
        side.next_if(|_| is_next)
    }
    let (mut left, mut right) = (left.peekable(), right.peekable());
    std::iter::from_fn(move || {
        let (one, other) = (left.peek().map(|record| key(record)), right.peek().map(|record| key(record)));
        let is_left = one.is_some() && (other.is_none() || one <= other);
        let is_right = other.is_some() && (one.is_none() || other <= one);
        let pair = (next_if(&mut left, is_left), next_if(&mut right, is_right));
        (pair.0.is_some() || pair.1.is_some()).then_some(pair)
    })
}

fn value<T: Clone + PartialEq>(edits: &mut Vec<Edit>, edit: impl Fn(Swap<T>) -> Edit, before: &T, after: &T) {
    if before != after {
        edits.push(edit(Swap::new(Some(before.clone()), Some(after.clone()))));
    }
}

fn put<T: Record>(edits: &mut Vec<Edit>, from: &Project, to: &Project) {
    let changed = pairs::<T>(from, to).filter(|(_, after)| after.is_some());
    edits.extend(changed.map(|(before, after)| T::edit(Swap::new(before.cloned(), after.cloned()))));
}

fn take<T: Record>(edits: &mut Vec<Edit>, from: &Project, to: &Project) {
    let gone = pairs::<T>(from, to).filter(|(_, after)| after.is_none());
    edits.extend(gone.map(|(before, _)| T::edit(Swap::new(before.cloned(), None))));
}

/// The text of an article never changes, so one that stands in the other project with another text goes first, with all that
/// points into it, and comes back as a new one.
fn without_changed_texts(from: &Project, to: &Project, edits: &mut Vec<Edit>) -> Project {
    let both = pairs::<Document>(from, to).filter_map(|(before, after)| before.zip(after));
    let gone: BTreeSet<DocumentId> = both.filter(|(before, after)| before.text != after.text).map(|(before, _)| before.id).collect();
    let mut rest = from.clone();
    if gone.is_empty() {
        return rest;
    }
    let is_homeless =
        |record: Mention| matches!(record, Mention::Claim(id) if from.claims.get(&id).is_some_and(|claim| gone.contains(&claim.home)));
    let first = edits.len();
    remove(edits, from, |link: &Link| is_homeless(link.from) || is_homeless(link.to));
    remove(edits, from, |mark: &Annotation| gone.contains(&mark.document) || is_homeless(mark.mention));
    remove(edits, from, |passage: &Exclusion| gone.contains(&passage.document));
    remove(edits, from, |claim: &Claim| gone.contains(&claim.home));
    let order: Vec<_> = from.order.iter().copied().filter(|id| !gone.contains(id)).collect();
    value(edits, Edit::Reorder, &from.order, &order);
    remove(edits, from, |document: &Document| gone.contains(&document.id));
    for edit in edits.iter().skip(first) {
        // Each of them removes what was just found there.
        let _ = edit.apply(&mut rest);
    }
    rest
}

fn remove<T: Record>(edits: &mut Vec<Edit>, from: &Project, is_gone: impl Fn(&T) -> bool) {
    let gone = T::table(from).values().filter(|record| is_gone(record));
    edits.extend(gone.map(|record| T::edit(Swap::new(Some(record.clone()), None))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::EditError;
    use crate::testing::projects::projects;
    use crate::testing::{Desk, project_of};
    use proptest::prelude::*;

    /// Every record points to what is there, and every mark lies in its article.
    fn is_sound(project: &Project) -> bool {
        fn all<T: Record>(project: &Project) -> bool {
            T::table(project).values().all(|record| record.check(project).is_ok())
        }
        all::<Document>(project)
            && all::<Quantity>(project)
            && all::<Claim>(project)
            && all::<Annotation>(project)
            && all::<Link>(project)
            && all::<Exclusion>(project)
    }

    fn apply(edits: &[Edit], project: &mut Project) -> Result<(), EditError> {
        for edit in edits {
            edit.apply(project)?;
            assert!(is_sound(project), "after {edit:?}");
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn the_difference_turns_one_project_into_the_other_and_back_and_every_state_between_is_sound(
            from in projects(),
            to in projects(),
        ) {
            let edits = difference(&from, &to);
            let mut project = from.clone();
            apply(&edits, &mut project).unwrap();
            prop_assert_eq!(&project, &to);
            let back: Vec<_> = edits.iter().rev().map(Edit::inverse).collect();
            apply(&back, &mut project).unwrap();
            prop_assert_eq!(&project, &from);
            prop_assert_eq!(difference(&from, &from), vec![]);
        }
    }

    #[test]
    fn an_article_with_another_text_goes_with_its_marks_and_comes_back() {
        let (from, to) =
            (project_of(&["T\n[It rained|claim].", "U\n[It poured|claim]."]), project_of(&["T\n[It snowed|claim].", "U\nDry."]));
        let mut project = from.clone();
        apply(&difference(&from, &to), &mut project).unwrap();
        assert_eq!(project, to);
    }

    #[test]
    fn a_change_of_one_field_is_one_edit() {
        let mut desk = Desk::default();
        desk.article("T\n[It rained|claim] and [it poured|claim].");
        let from = desk.project.clone();
        let claim = desk.claim("A1");
        desk.change(claim, |claim: &mut Claim| claim.note = "Ask.".into());
        assert!(matches!(&*difference(&from, &desk.project), [Edit::PutClaim(swap)] if swap.after.as_ref().unwrap().note == "Ask."));
    }
}
