//! Claim numbers that both sides gave: theirs gets the next free one.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::Merge;
use crate::model::claim::Claim;
use crate::model::flag::{Conflict, Flag, Subject};
use crate::model::id::{ClaimId, DocumentId};
use crate::model::project::Project;

fn place(claim: &Claim) -> (DocumentId, u32) {
    (claim.home, claim.number)
}

impl Merge<'_> {
    /// Gives their claims other numbers where ours have the same. Numbers that one side gave twice by itself stay.
    pub fn renumber(&mut self) {
        let mut by_place: BTreeMap<(DocumentId, u32), Vec<ClaimId>> = BTreeMap::new();
        for claim in self.merged.claims.values() {
            by_place.entry(place(claim)).or_default().push(claim.id);
        }
        let has = |project: &Project, id: ClaimId, at| project.claims.get(&id).map(place) == Some(at);
        let mut wanted: BTreeSet<ClaimId> = BTreeSet::new();
        for (at, claims) in by_place.iter().filter(|(_, claims)| claims.len() > 1) {
            // A clash that stands on either side as it is was no work of the merge.
            let is_ours = |id: &&ClaimId| has(self.ours, **id, *at);
            let is_theirs = |id: &&ClaimId| has(self.theirs, **id, *at);
            if claims.iter().all(|id| is_ours(&id)) || claims.iter().all(|id| is_theirs(&id)) {
                continue;
            }
            wanted.extend(claims.iter().filter(|id| !is_ours(id)));
        }
        for id in wanted {
            let Some(claim) = self.merged.claims.get(&id).cloned() else { continue };
            let old = self.merged.claim_label(id);
            let number = self.merged.next_claim_number(claim.home);
            self.merged.claims.insert(id, Claim { number, ..claim });
            let new = self.merged.claim_label(id);
            self.flags.push(Flag::new(Subject::Claim(id), Conflict::Renumbered, "number", (old, new)));
        }
    }
}
