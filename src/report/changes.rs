//! The change list for the editor: old and new wording of every proposed correction.

use super::desk::Desk;
use super::{ClaimRef, Place, RatingFace};
use crate::model::annotation::Mention;
use crate::model::claim::correction::Piece;
use crate::model::claim::{Claim, Status};

/// A proposed correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// The claim.
    pub claim: ClaimRef,
    /// Where its words stand; all places need the change.
    pub places: Vec<Place>,
    /// The old wording, at the first place.
    pub old: String,
    /// The new wording; blank for "take it out".
    pub new: String,
    /// How the two differ.
    pub pieces: Vec<Piece>,
    /// How far it is.
    pub status: Status,
    /// Why, where the claim is rated.
    pub rating: Option<RatingFace>,
}

pub(super) fn rows(desk: &Desk<'_>) -> Vec<ChangeRow> {
    desk.claims.iter().filter_map(|claim| row(desk, claim)).collect()
}

fn row(desk: &Desk<'_>, claim: &Claim) -> Option<ChangeRow> {
    let correction = claim.correction.as_ref()?;
    let record = Mention::Claim(claim.id);
    let old = desk.quote(record);
    Some(ChangeRow {
        claim: desk.claim_ref(claim.id),
        places: desk.places(record),
        pieces: correction.difference(&old),
        old,
        new: correction.wording.trim().to_owned(),
        status: claim.status,
        rating: claim.rating.as_ref().map(|rating| desk.rating_face(rating)),
    })
}
