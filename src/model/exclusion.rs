//! Passages set aside because they cannot be checked.

use super::document::Span;
use super::id::{DocumentId, ExclusionId};
use super::unknown::Unknown;

/// Why something cannot be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Somebody's view.
    #[default]
    Opinion,
    /// What will be.
    Forecast,
    /// Why somebody does something.
    Motive,
    /// What somebody lived through.
    Experience,
}

impl Reason {
    /// All reasons, in the order of the menu.
    pub const ALL: [Reason; 4] = [Reason::Opinion, Reason::Forecast, Reason::Motive, Reason::Experience];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Reason::Opinion => "opinion",
            Reason::Forecast => "forecast",
            Reason::Motive => "motive",
            Reason::Experience => "experience",
        }
    }
}

/// A passage that is not checkable. It counts as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Identity.
    pub id: ExclusionId,
    /// The article.
    pub document: DocumentId,
    /// Whole sentences.
    pub span: Span,
    /// Why.
    pub reason: Reason,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}
