//! The thing that is checked: one claim, however often and in however many articles it is mentioned.

pub mod correction;
pub mod evidence;
pub mod status;
pub mod verdict;

pub use correction::Correction;
pub use evidence::{Evidence, Stance};
pub use status::Status;
pub use verdict::{Grade, Rating, Scale, SignedRating};

use super::id::{ClaimId, DocumentId};
use super::moment::Moment;
use super::unknown::Unknown;

/// A claim. Its words are those of its mentions; what is kept here is what the checker makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Identity.
    pub id: ClaimId,
    /// The article that gives it its letter: where it was first tagged.
    pub home: DocumentId,
    /// Its number within that article; kept for life, so that notes may name it.
    pub number: u32,
    /// The claim in full: a sentence that stands by itself.
    pub restatement: String,
    /// How far its checking is.
    pub status: Status,
    /// When the status was last changed.
    pub status_since: Moment,
    /// Right or wrong, on the house scale.
    pub rating: Option<Rating>,
    /// How other people have rated it, when their work was merged.
    pub other_ratings: Vec<SignedRating>,
    /// What speaks for and against it, in the checker's order.
    pub evidence: Vec<Evidence>,
    /// The wording that should replace it.
    pub correction: Option<Correction>,
    /// The margin note.
    pub note: String,
    /// When it was made.
    pub created: Moment,
    /// Who made it.
    pub by: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Claim {
    /// A fresh, open claim.
    pub fn new(id: ClaimId, home: DocumentId, number: u32, created: Moment, by: &str) -> Self {
        Claim {
            id,
            home,
            number,
            restatement: String::new(),
            status: Status::Open,
            status_since: created,
            rating: None,
            other_ratings: Vec::new(),
            evidence: Vec::new(),
            correction: None,
            note: String::new(),
            created,
            by: by.to_owned(),
            unknown: Unknown::default(),
        }
    }
}
