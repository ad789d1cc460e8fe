//! Where a line of the report leads: to a record, a mark, an article or a passage.

use crate::model::annotation::Mention;
use crate::model::document::Span;
use crate::model::id::{AnnotationId, ClaimId, DocumentId};

/// What a click on a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jump {
    /// A claim, number or source, at its first mention.
    Record(Mention),
    /// One mark.
    Mark(AnnotationId),
    /// An article.
    Document(DocumentId),
    /// A passage without a mark.
    Passage(DocumentId, Span),
}

/// A mark and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The mark.
    pub mark: AnnotationId,
    /// The article.
    pub document: DocumentId,
    /// Letter and paragraph: `A ¶10`, `A headline`.
    pub words: String,
}

/// A claim by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRef {
    /// The claim.
    pub claim: ClaimId,
    /// What it is called: `A14`.
    pub label: String,
}
