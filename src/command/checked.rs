//! A claim that was checked before, as its verdict is taken over.

use crate::model::claim::{Evidence, Rating, Status};
use crate::model::exclusion::Reason;
use crate::model::id::ClaimId;
use crate::model::moment::Moment;

/// A claim that was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// Which one, if it is of the project at work.
    pub own: Option<ClaimId>,
    /// The project that it is from.
    pub project: String,
    /// What it is called there: `A14`.
    pub label: String,
    /// Its words.
    pub words: String,
    /// `1 Wrong`, or the status where it has no rating.
    pub verdict: String,
    /// When it was settled.
    pub since: Moment,
    /// How its checking ended.
    pub status: Status,
    /// Why it cannot be checked, where it cannot.
    pub not_checkable: Option<Reason>,
    /// Its rating, with the word and the scale that it is of.
    pub rating: Option<Rating>,
    /// What spoke for and against it.
    pub evidence: Vec<Evidence>,
}
