//! Passages set aside because they cannot be checked.

use super::annotation::Doubt;
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
    /// Whole sentences. A passage that has lost its place covers none: its span is empty and stands at the best guess.
    pub span: Span,
    /// Why.
    pub reason: Reason,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
    /// Why its place must be looked at, if it must.
    pub doubt: Option<Box<Doubt>>,
}

impl Exclusion {
    /// Whether its words are nowhere in the article.
    pub fn is_lost(&self) -> bool {
        self.doubt.as_deref().is_some_and(Doubt::is_lost)
    }
}
