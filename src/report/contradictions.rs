//! Claims that cannot both be right, side by side.

use super::claims::RatingFace;
use super::desk::{Desk, claim_id};
use super::{ClaimRef, Place};
use crate::model::annotation::Mention;
use crate::model::claim::Status;
use crate::model::link::{Link, Role};

/// Two claims against one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The first claim.
    pub one: Side,
    /// The second.
    pub other: Side,
    /// Whether both still stand: neither was changed or cut.
    pub is_live: bool,
    /// The checker's note on the link.
    pub note: String,
}

/// One claim of a contradiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The claim.
    pub claim: ClaimRef,
    /// Where it first stands; none where it has no mark.
    pub place: Option<Place>,
    /// Its words there.
    pub quote: String,
    /// How far its checking is.
    pub status: Status,
    /// Right or wrong.
    pub rating: Option<RatingFace>,
}

/// Pairs that still stand first, then in the order of the first claim's label.
pub(super) fn rows(desk: &Desk<'_>) -> Vec<Contradiction> {
    let label_place = |record| claim_id(record).and_then(|id| desk.place_of_claim(id));
    let mut links: Vec<_> = desk.project.links().values().filter(|link| link.role == Role::Contradicts).collect();
    links.sort_by_cached_key(|link| (!is_live(desk, link), label_place(link.from), label_place(link.to)));
    links.into_iter().filter(|link| touches(desk, link)).filter_map(|link| row(desk, link)).collect()
}

/// Whether one of its claims is in the report.
fn touches(desk: &Desk<'_>, link: &Link) -> bool {
    [link.from, link.to].into_iter().filter_map(claim_id).any(|id| desk.has_claim(id))
}

fn is_live(desk: &Desk<'_>, link: &Link) -> bool {
    [link.from, link.to].into_iter().filter_map(claim_id).all(|id| desk.stands(id))
}

fn row(desk: &Desk<'_>, link: &Link) -> Option<Contradiction> {
    let (one, other) = (side(desk, link.from)?, side(desk, link.to)?);
    Some(Contradiction { one, other, is_live: is_live(desk, link), note: link.note.trim().to_owned() })
}

fn side(desk: &Desk<'_>, record: Mention) -> Option<Side> {
    let claim = desk.project.claims().get(&claim_id(record)?)?;
    Some(Side {
        claim: desk.claim_ref(claim.id),
        place: desk.places(record).into_iter().next(),
        quote: desk.quote(record),
        status: claim.status,
        rating: claim.rating.as_ref().map(|rating| desk.rating_face(rating)),
    })
}
