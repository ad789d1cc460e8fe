//! A highlighted span of one article, and the record that it mentions.

pub mod anchor;
pub mod approximate;
pub mod carry;
pub mod doubt;
pub mod index;
pub mod reanchor;
pub mod tag;

pub use anchor::Anchor;
pub use doubt::{Doubt, Doubtful, Fate};
pub use index::{Mark, MarkIndex};
pub use tag::Tag;

use super::document::Span;
use super::id::{AnnotationId, ClaimId, DocumentId, QuantityId, SourceId};
use super::moment::Moment;
use super::unknown::Unknown;

/// The record that a mark points to. Its kind is the mark's tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mention {
    /// A statement that is checked.
    Claim(ClaimId),
    /// A figure in the text.
    Number(QuantityId),
    /// Who or what says it.
    Source(SourceId),
}

impl Mention {
    /// Claim, number or source.
    pub fn tag(self) -> Tag {
        match self {
            Mention::Claim(_) => Tag::Claim,
            Mention::Number(_) => Tag::Number,
            Mention::Source(_) => Tag::Source,
        }
    }
}

/// A mark in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Identity.
    pub id: AnnotationId,
    /// The article it is in.
    pub document: DocumentId,
    /// The words it covers. One that has lost its place covers none: its span is empty and stands at the best guess.
    pub span: Span,
    /// What it mentions.
    pub mention: Mention,
    /// The checker's note on this mark.
    pub note: String,
    /// Free keywords, in the order typed.
    pub keywords: Vec<String>,
    /// When it was made.
    pub created: Moment,
    /// Who made it (a name or initials).
    pub by: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
    /// Why its place must be looked at, if it must.
    pub doubt: Option<Box<Doubt>>,
}

impl Annotation {
    /// Whether its words are nowhere in the article.
    pub fn is_lost(&self) -> bool {
        self.doubt.as_deref().is_some_and(Doubt::is_lost)
    }
}
