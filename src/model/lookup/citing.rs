//! Who names whom beside the links: evidence its sources and claims, entries of the register those that they rest on.

use std::collections::BTreeMap;

use super::{drop_from, put_by_age};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Pointer};
use crate::model::id::{ClaimId, SourceId};
use crate::model::source::Source;

/// What is named, and by whom. What is named may be gone by now.
#[derive(Clone, Debug, Default)]
pub(super) struct Citing {
    resting: BTreeMap<SourceId, Vec<SourceId>>,
    claims: BTreeMap<Mention, Vec<ClaimId>>,
}

impl Citing {
    pub(super) fn resting(&self, on: SourceId) -> &[SourceId] {
        self.resting.get(&on).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of(&self, record: Mention) -> &[ClaimId] {
        self.claims.get(&record).map_or(&[], Vec::as_slice)
    }

    pub(super) fn put_claim(&mut self, claim: &Claim) {
        for record in cited(claim) {
            put_by_age(self.claims.entry(record).or_default(), claim.id);
        }
    }

    pub(super) fn take_claim(&mut self, claim: &Claim) {
        for record in cited(claim) {
            drop_from(&mut self.claims, record, claim.id);
        }
    }

    pub(super) fn put_source(&mut self, source: &Source) {
        for other in &source.rests_on {
            put_by_age(self.resting.entry(*other).or_default(), source.id);
        }
    }

    pub(super) fn take_source(&mut self, source: &Source) {
        for other in &source.rests_on {
            drop_from(&mut self.resting, *other, source.id);
        }
    }
}

/// The sources that the evidence of a claim names and the claims that it points at, each as often as it does.
pub(crate) fn cited(claim: &Claim) -> impl Iterator<Item = Mention> + '_ {
    let pointed = |pointer: Option<Pointer>| match pointer {
        Some(Pointer::Claim(id)) => Some(Mention::Claim(id)),
        Some(Pointer::Passage(_)) | None => None,
    };
    claim.evidence.iter().flat_map(move |row| [row.source.map(Mention::Source), pointed(row.pointer)]).flatten()
}
