//! What speaks for or against a claim.

use crate::model::file::KeptFile;
use crate::model::id::{ClaimId, DocumentId, EvidenceId, SourceId};
use crate::model::moment::Moment;
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

/// Something in an article of the project that evidence points at. It may be gone by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A claim.
    Claim(ClaimId),
    /// The words in [`Evidence::quote`], which stand in this article.
    Passage(DocumentId),
}

/// One row of evidence: a question, what was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Identity.
    pub id: EvidenceId,
    /// What was asked.
    pub question: String,
    /// The answer: what was found, in words.
    pub text: String,
    /// Where on the web.
    pub url: String,
    /// Address of an archived copy.
    pub archive_url: String,
    /// Page, paragraph, minute.
    pub locator: String,
    /// The words that were found, to the letter.
    pub quote: String,
    /// When it was seen, as written.
    pub seen: String,
    /// For or against.
    pub stance: Stance,
    /// The entry of the register that it comes from. It may be gone by now.
    pub source: Option<SourceId>,
    /// What it points at in the articles of the project.
    pub pointer: Option<Pointer>,
    /// When an answer is due.
    pub due: Option<Moment>,
    /// The file that holds it.
    pub file: Option<Box<KeptFile>>,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Evidence {
    /// An empty row.
    pub fn new(id: EvidenceId) -> Self {
        Evidence {
            id,
            question: String::new(),
            text: String::new(),
            url: String::new(),
            archive_url: String::new(),
            locator: String::new(),
            quote: String::new(),
            seen: String::new(),
            stance: Stance::default(),
            source: None,
            pointer: None,
            due: None,
            file: None,
            unknown: Unknown::default(),
        }
    }

    /// Whether a question was put and no answer stands there.
    pub fn is_waiting(&self) -> bool {
        !self.question.trim().is_empty() && !self.is_answered()
    }

    /// Whether it says anything: an answer, a quote, an address, a file, or a passage.
    pub fn is_answered(&self) -> bool {
        let said = [&self.text, &self.url, &self.archive_url, &self.quote].into_iter().any(|field| !field.trim().is_empty());
        said || self.pointer.is_some() || self.file.is_some()
    }

    /// Whether another person could find it: an address, a file, a passage of an article, or an entry of the register with a place in it.
    pub fn is_findable(&self) -> bool {
        let has = |field: &str| !field.trim().is_empty();
        let is_placed = self.source.is_some() && has(&self.locator);
        has(&self.url) || has(&self.archive_url) || self.file.is_some() || self.pointer.is_some() || is_placed
    }
}
