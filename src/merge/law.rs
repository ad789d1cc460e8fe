//! What a merge owes to each side, for the tests of laws: everything that a side did is in the merged project or in a flag.

use super::tables::Mergeable;
use crate::edit::Record;
use crate::edit::difference::pairs;
use crate::model::annotation::Annotation;
use crate::model::change::Change;
use crate::model::claim::{Claim, Evidence};
use crate::model::document::Document;
use crate::model::exclusion::Exclusion;
use crate::model::flag::{Conflict, Flag};
use crate::model::group::Group;
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

/// What one side added or changed and neither the merged project nor a flag holds, unless the others have changed it again. `others`
/// are the other sides of all merges since.
pub fn lost(base: &Project, side: &Project, others: &[&Project], merged: &Project) -> Vec<String> {
    let mut law = Law { base, side, others, merged, flags: merged.flags.values().collect(), lost: Vec::new() };
    law.table::<Document>();
    law.table::<Source>();
    law.table::<Group>();
    law.table::<Quantity>();
    law.table::<Claim>();
    law.table::<Annotation>();
    law.table::<Link>();
    law.table::<Exclusion>();
    law.table::<Change>();
    for claim in side.claims.values() {
        law.rating(claim);
        law.evidence(claim);
    }
    for mark in side.annotations.values() {
        law.keywords(mark);
    }
    law.lost
}

struct Law<'a> {
    base: &'a Project,
    side: &'a Project,
    others: &'a [&'a Project],
    merged: &'a Project,
    flags: Vec<&'a Flag>,
    lost: Vec<String>,
}

impl Law<'_> {
    fn table<T: Mergeable + std::fmt::Debug>(&mut self) {
        for (was, now) in pairs::<T>(self.base, self.side) {
            let Some(now) = now else { continue };
            let Some(kept) = T::table(self.merged).get(&now.id()) else {
                self.lost.push(format!("{} is gone: {now:?}", T::NAME));
                continue;
            };
            for field in T::FIELDS {
                let is_changed = was.is_none_or(|was| !(field.is_same)(was, now));
                let is_kept = (field.is_same)(now, kept);
                let is_flagged = self.flags.iter().any(|flag| Some(flag.subject) == T::subject(now.id()) && flag.field == field.name);
                // Somebody else changed it, too: then theirs stands, and ours is in the flag.
                let stands = |other: &Project| T::table(other).get(&now.id()).is_some_and(|other| (field.is_same)(other, kept));
                let is_set = self.others.iter().any(|other| stands(other)) || field.name == "number";
                let is_safe = is_kept || (is_flagged && is_set);
                if is_changed && !is_safe {
                    self.lost.push(format!("{} {}: {now:?}", T::NAME, field.name));
                }
            }
        }
    }

    fn rating(&mut self, claim: &Claim) {
        let was = self.base.claims.get(&claim.id).and_then(|claim| claim.rating.as_ref());
        let (Some(rating), Some(kept)) = (&claim.rating, self.merged.claims.get(&claim.id)) else { return };
        let is_kept = kept.rating.as_ref() == Some(rating) || kept.other_ratings.iter().any(|other| other.rating == *rating);
        let words = super::tables::rating_words(self.merged, rating);
        let is_flagged = self.flags.iter().any(|flag| flag.subject.uid() == claim.id.0 && (flag.ours == words || flag.theirs == words));
        let is_taken_back = self.others.iter().any(|other| other.claims.get(&claim.id).is_some_and(|other| other.rating.is_none()));
        let is_safe = is_kept || (is_flagged && is_taken_back);
        if was != Some(rating) && !is_safe {
            self.lost.push(format!("rating of {}: {words}", self.merged.claim_label(claim.id)));
        }
    }

    fn evidence(&mut self, claim: &Claim) {
        let rows = |project: &Project| project.claims.get(&claim.id).map(|claim| claim.evidence.clone()).unwrap_or_default();
        let (was, kept) = (rows(self.base), rows(self.merged));
        let is_flagged = self.flags.iter().any(|flag| flag.subject.uid() == claim.id.0 && flag.conflict == Conflict::Differs);
        for row in claim.evidence.iter().filter(|row| !was.contains(row)) {
            let has_row = |rows: &[Evidence]| rows.iter().any(|other| other.id == row.id);
            let is_merged = has_row(&kept) && self.others.iter().any(|other| has_row(&rows(other)));
            let is_safe = kept.contains(row) || (is_merged && is_flagged);
            if !is_safe {
                self.lost.push(format!("evidence {row:?}"));
            }
        }
    }

    fn keywords(&mut self, mark: &Annotation) {
        let words = |project: &Project| project.annotations.get(&mark.id).map(|mark| mark.keywords.clone()).unwrap_or_default();
        let (was, kept) = (words(self.base), words(self.merged));
        let missing = mark.keywords.iter().filter(|word| !was.contains(word) && !kept.contains(word));
        self.lost.extend(missing.map(|word| format!("keyword {word}")));
    }
}

/// Whether every record points to what is there, every mark lies in its article, and the order holds every article once.
pub fn is_sound(project: &Project) -> bool {
    fn all<T: Record>(project: &Project) -> bool {
        T::table(project).values().all(|record| record.check(project).is_ok())
    }
    let is_ordered = project.order.len() == project.documents.len() && project.order.iter().all(|id| project.documents.contains_key(id));
    is_ordered
        && all::<Document>(project)
        && all::<Quantity>(project)
        && all::<Claim>(project)
        && all::<Annotation>(project)
        && all::<Link>(project)
        && all::<Exclusion>(project)
}
