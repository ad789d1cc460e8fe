//! A merge under way: tables record by record, records field by field.

use super::field::Field;
use super::fields::EVIDENCE;
use super::lists::merge_list;
use crate::edit::Record;
use crate::edit::difference::pairs;
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Evidence, Rating, SignedRating};
use crate::model::flag::{Conflict, Flag, Subject};
use crate::model::project::Project;
use crate::model::unknown::Unknown;

/// The three states, and what has become of them so far.
pub struct Merge<'a> {
    pub base: &'a Project,
    pub ours: &'a Project,
    pub theirs: &'a Project,
    pub merged: Project,
    pub flags: Vec<Flag>,
}

/// A kind of record that can be merged.
pub trait Mergeable: Record + 'static {
    /// Its fields but for those that [`Mergeable::merge_rest`] merges.
    const FIELDS: &'static [Field<Self>];

    /// What a flag says it is about; none for records that are never in conflict.
    fn subject(id: Self::Id) -> Option<Subject>;

    /// Whether two records with one id, which the base does not have, are the same thing, and not two that got one id by chance.
    fn is_same_thing(&self, other: &Self) -> bool;

    /// Merges what is more than a field: lists, ratings.
    fn merge_rest(&mut self, base: Option<&Self>, sides: (&Self, &Self), merge: &mut Merge<'_>) {
        let _ = (base, sides, merge);
    }
}

impl Merge<'_> {
    /// Merges a value of the project itself.
    pub fn value<T: Clone + PartialEq>(
        &mut self,
        place: impl Fn(&mut Project) -> &mut T,
        of: impl Fn(&Project) -> &T,
        name: &str,
        show: impl Fn(&T) -> String,
    ) {
        let (base, ours, theirs) = (of(self.base), of(self.ours), of(self.theirs));
        if ours == base {
            *place(&mut self.merged) = theirs.clone();
        } else if theirs != base && ours != theirs {
            self.flags.push(Flag::new(Subject::Project, Conflict::Differs, name, (show(ours), show(theirs))));
        }
    }

    /// Merges a table: the merged one is ours so far, so only what they changed is looked at.
    pub fn table<T: Mergeable>(&mut self) {
        let (base, theirs) = (self.base, self.theirs);
        for (was, now) in pairs::<T>(base, theirs) {
            let Some(id) = was.or(now).map(Record::id) else { continue };
            let own = T::table(self.ours).get(&id);
            match (own, now) {
                (None, None) => {}
                (None, Some(now)) => {
                    T::table_mut(&mut self.merged).insert(id, now.clone());
                    if was.is_some() {
                        self.flag_kept::<T>(id);
                    }
                }
                (Some(own), None) if was == Some(own) => drop(T::table_mut(&mut self.merged).remove(&id)),
                (Some(_), None) => self.flag_kept::<T>(id),
                (Some(own), Some(now)) if was == Some(own) => drop(T::table_mut(&mut self.merged).insert(id, now.clone())),
                (Some(own), Some(now)) if own == now => {}
                (Some(own), Some(now)) => {
                    let merged = self.record(was, own, now);
                    T::table_mut(&mut self.merged).insert(id, merged);
                }
            }
        }
    }

    fn flag_kept<T: Mergeable>(&mut self, id: T::Id) {
        let sides = [self.ours, self.theirs].map(|side| if T::table(side).contains_key(&id) { "kept" } else { "removed" }.to_owned());
        let [ours, theirs] = sides;
        self.flags.extend(T::subject(id).map(|subject| Flag::new(subject, Conflict::Kept, "", (ours, theirs))));
    }

    /// Notes that a record stays which one side removed, because the other side needs it.
    pub fn flag_needed(&mut self, subject: Subject, is_ours: bool) {
        let sides = if is_ours { ("kept", "removed") } else { ("removed", "kept") };
        self.flags.push(Flag::new(subject, Conflict::Kept, "", (sides.0.to_owned(), sides.1.to_owned())));
    }

    /// Merges a record that both sides changed.
    fn record<T: Mergeable>(&mut self, base: Option<&T>, ours: &T, theirs: &T) -> T {
        let mut merged = ours.clone();
        if let Some(subject) = T::subject(ours.id()) {
            self.fields(T::FIELDS, subject, (base, ours, theirs), &mut merged);
        }
        merged.merge_rest(base, (ours, theirs), self);
        merged
    }

    fn fields<T>(&mut self, fields: &[Field<T>], subject: Subject, (base, ours, theirs): (Option<&T>, &T, &T), merged: &mut T) {
        for field in fields.iter().filter(|field| !(field.is_same)(ours, theirs)) {
            let is_as_base = |side: &T| base.is_some_and(|base| (field.is_same)(base, side));
            if is_as_base(ours) {
                (field.copy)(theirs, merged);
            } else if !is_as_base(theirs) {
                let sides = ((field.show)(ours, self.ours), (field.show)(theirs, self.theirs));
                self.flags.push(Flag::new(subject, Conflict::Differs, field.name, sides));
            }
        }
    }

    /// Two people's ratings stay side by side; one person's two are flagged like any field.
    pub fn rating(&mut self, claim: &mut Claim, base: Option<&Claim>, (ours, theirs): (&Claim, &Claim)) {
        let was = base.map_or(&[][..], |base| &base.other_ratings);
        claim.other_ratings = merge_list(was, &ours.other_ratings, &theirs.other_ratings).list;
        let was = base.map(|base| &base.rating);
        if ours.rating == theirs.rating || was == Some(&theirs.rating) {
            return;
        }
        if was == Some(&ours.rating) {
            claim.rating.clone_from(&theirs.rating);
            return;
        }
        match (&ours.rating, &theirs.rating) {
            (Some(own), Some(other)) => {
                let signed = signed(self.theirs, theirs, other);
                let sides = (rating_words(self.ours, own), rating_words(self.theirs, other));
                if !claim.other_ratings.contains(&signed) {
                    claim.other_ratings.push(signed);
                }
                self.flags.push(Flag::new(Subject::Claim(claim.id), Conflict::Rated, "rating", sides));
            }
            // Taken back against changed: what was changed stays.
            (own, other) => {
                let words = |project: &Project, rating: &Option<Rating>| {
                    rating.as_ref().map_or_else(String::new, |rating| rating_words(project, rating))
                };
                let sides = (words(self.ours, own), words(self.theirs, other));
                claim.rating = own.clone().or_else(|| other.clone());
                self.flags.push(Flag::new(Subject::Claim(claim.id), Conflict::Differs, "rating", sides));
            }
        }
    }

    /// Rows of evidence by id and field, in the order of a merged list.
    pub fn evidence(&mut self, claim: &mut Claim, base: Option<&Claim>, (ours, theirs): (&Claim, &Claim)) {
        let was = base.map_or(&[][..], |base| &base.evidence);
        if theirs.evidence == was || ours.evidence == theirs.evidence {
            return;
        }
        if ours.evidence == was {
            claim.evidence.clone_from(&theirs.evidence);
            return;
        }
        let ids = |rows: &[Evidence]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        let row = |rows: &'_ [Evidence], id| rows.iter().find(|row| row.id == id).cloned();
        let mut order = merge_list(&ids(was), &ids(&ours.evidence), &ids(&theirs.evidence)).list;
        // A row that one side took out and the other one changed stays.
        for changed in ours.evidence.iter().chain(&theirs.evidence).filter(|row| !was.contains(row)) {
            if !order.contains(&changed.id) {
                order.push(changed.id);
                let words = |is_there: bool| if is_there { changed.text.clone() } else { String::new() };
                let sides = (words(ours.evidence.contains(changed)), words(theirs.evidence.contains(changed)));
                self.flags.push(Flag::new(Subject::Claim(claim.id), Conflict::Differs, "evidence removed", sides));
            }
        }
        let subject = Subject::Claim(claim.id);
        let merged = order.into_iter().filter_map(|id| match (row(&ours.evidence, id), row(&theirs.evidence, id)) {
            (Some(own), Some(other)) => {
                let mut merged = own.clone();
                self.fields(EVIDENCE, subject, (row(was, id).as_ref(), &own, &other), &mut merged);
                Some(merged)
            }
            (own, other) => own.or(other),
        });
        claim.evidence = merged.collect();
    }
}

/// A rating with who gave it and when, as the history tells it; where it does not, the name is blank.
fn signed(project: &Project, claim: &Claim, rating: &Rating) -> SignedRating {
    let is_of_it = |field: &str| field == "rating" || field == "reason";
    // Lines stand by age.
    let last = project.changes.values().rev().find(|line| line.subject == Mention::Claim(claim.id) && is_of_it(&line.field));
    SignedRating {
        rating: rating.clone(),
        by: last.map_or_else(String::new, |line| line.by.clone()),
        at: last.map(|line| line.at).unwrap_or_default(),
        unknown: Unknown::default(),
    }
}

/// `2 Mostly wrong: The register counts fewer.`
pub(super) fn rating_words(project: &Project, rating: &Rating) -> String {
    format!("{}: {}", project.rating_label(rating), rating.reason)
}
