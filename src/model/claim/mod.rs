//! The thing that is checked: one claim, however often and in however many articles it is mentioned.

pub mod correction;
pub mod evidence;
pub mod kind;
pub mod status;
pub mod transcript;
pub mod verdict;

pub use correction::{Agreement, Correction, Party};
pub use evidence::{Evidence, Pointer, Stance};
pub use kind::{ClaimKind, Risk, Risks};
pub use status::Status;
pub use transcript::{Comparison, Likeness, compare, quoted};
pub use verdict::{Grade, Rating, Scale, ScaleValue, SignedRating};

use super::exclusion::Reason;
use super::id::{ClaimId, DocumentId};
use super::moment::Moment;
use super::signature::SignOff;
use super::unknown::Unknown;

/// Who said what is claimed, where and when. Few claims have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Who said it.
    pub speaker: String,
    /// When, as written.
    pub date: String,
    /// Where: a hall, a broadcast, a post.
    pub place: String,
}

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
    /// What sort of thing it says.
    pub kind: ClaimKind,
    /// Who said it, where and when; none where nobody has filled that in.
    pub said: Option<Box<Said>>,
    /// Why it must be right before all others.
    pub risks: Risks,
    /// Why it cannot be checked, where it cannot.
    pub not_checkable: Option<Reason>,
    /// How far its checking is.
    pub status: Status,
    /// When the status was last changed.
    pub status_since: Moment,
    /// Who last changed the status; blank where nobody knows.
    pub status_by: String,
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
    /// Who signed it off. What is signed is not changed until it is opened again.
    pub signed: Option<Box<SignOff>>,
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
            kind: ClaimKind::default(),
            said: None,
            risks: Risks::default(),
            not_checkable: None,
            status: Status::Open,
            status_since: created,
            status_by: String::new(),
            rating: None,
            other_ratings: Vec::new(),
            evidence: Vec::new(),
            correction: None,
            note: String::new(),
            signed: None,
            created,
            by: by.to_owned(),
            unknown: Unknown::default(),
        }
    }

    /// Whether nothing is left to do: its status says so, or it cannot be checked.
    pub fn is_settled(&self) -> bool {
        self.status.is_settled() || self.not_checkable.is_some()
    }

    /// Whether it is signed off and has not been opened again.
    pub fn is_signed(&self) -> bool {
        self.signed.as_deref().is_some_and(SignOff::holds)
    }

    /// Who said it, where and when; blank where nobody has filled that in.
    pub fn said(&self) -> Said {
        self.said.as_deref().cloned().unwrap_or_default()
    }

    /// Changes who said it, where and when.
    pub fn say(&mut self, change: impl FnOnce(&mut Said)) {
        let mut said = self.said();
        change(&mut said);
        self.said = (said != Said::default()).then(|| Box::new(said));
    }
}
