//! Claims that wait for an answer: asked, or not to be settled.

use super::ClaimRef;
use super::desk::Desk;
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};

/// An open question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The claim it is about.
    pub claim: ClaimRef,
    /// The words of its first mention.
    pub quote: String,
    /// The checker's note: who was asked what.
    pub note: String,
    /// Asked or unresolved.
    pub status: Status,
    /// Since when: `21 November 2026, 14:10`.
    pub since: String,
}

pub(super) fn rows(desk: &Desk<'_>) -> Vec<Question> {
    let waits = |claim: &&&Claim| matches!(claim.status, Status::Asked | Status::Unresolved);
    desk.claims.iter().filter(waits).map(|claim| question(desk, claim)).collect()
}

fn question(desk: &Desk<'_>, claim: &Claim) -> Question {
    Question {
        claim: desk.claim_ref(claim.id),
        quote: desk.quote(Mention::Claim(claim.id)),
        note: claim.note.trim().to_owned(),
        status: claim.status,
        since: desk.date_and_time(claim.status_since),
    }
}
