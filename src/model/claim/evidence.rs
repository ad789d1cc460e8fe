//! What speaks for or against a claim.

use crate::model::id::EvidenceId;
use crate::model::unknown::Unknown;

/// How a piece of evidence stands to its claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It speaks for the claim.
    Supports,
    /// It speaks against it.
    Contradicts,
    /// Background.
    #[default]
    Context,
}

impl Stance {
    /// All three, in the order of the buttons.
    pub const ALL: [Stance; 3] = [Stance::Supports, Stance::Contradicts, Stance::Context];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Stance::Supports => "Supports",
            Stance::Contradicts => "Contradicts",
            Stance::Context => "Context",
        }
    }
}

/// One row of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Identity.
    pub id: EvidenceId,
    /// What was found, in words.
    pub text: String,
    /// Where on the web.
    pub url: String,
    /// Page, paragraph, minute.
    pub locator: String,
    /// For or against.
    pub stance: Stance,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Evidence {
    /// An empty row.
    pub fn new(id: EvidenceId) -> Self {
        Evidence {
            id,
            text: String::new(),
            url: String::new(),
            locator: String::new(),
            stance: Stance::default(),
            unknown: Unknown::default(),
        }
    }
}
