//! An opened article: frozen text and what is known about it.

pub mod alignment;
pub mod aside;
pub mod dropped;
pub mod language;
pub mod meta;
pub mod oddity;
pub mod offset;
pub mod segment;
pub mod span;
pub mod structure;
pub mod text;

pub use aside::Aside;
pub use dropped::{Dropped, Offer};
pub use language::Language;
pub use meta::Meta;
pub use span::Span;
pub use structure::Structure;
pub use text::{LineEnd, Text, TextHash};

use std::sync::Arc;

use super::file::KeptFile;
use super::id::DocumentId;
use super::moment::Moment;
use super::signature::SignOff;
use super::unknown::Unknown;

/// An article as it was opened. The text never changes; the metadata may.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Identity.
    pub id: DocumentId,
    /// The frozen text.
    pub text: Text,
    /// Which passages of the text are headings, lists, quotes and the like, as far as its reader told.
    pub structure: Structure,
    /// Title, outlet, byline and the like, editable.
    pub meta: Meta,
    /// When it was opened.
    pub opened: Moment,
    /// Who signed it off. The marks of a signed article stay as they are until it is opened again.
    pub signed: Option<SignOff>,
    /// What is not to be offered again, in the order of the text.
    pub dropped: Vec<Dropped>,
    /// What stood beside its words in the file it came from, in the order of the text. It never changes.
    pub asides: Vec<Aside>,
    /// The file it was read from, proved by its hash; none where it was pasted.
    pub original: Option<KeptFile>,
    /// The drafts before this one, oldest first, as they were when the next one was opened; none of them has earlier ones itself. They
    /// are shared, since their words are long and never change.
    pub earlier: Vec<Arc<Document>>,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Document {
    /// The title, or the beginning of the text where there is none.
    pub fn title(&self) -> &str {
        if !self.meta.title.trim().is_empty() {
            return self.meta.title.trim();
        }
        // A feed's line of date and names is no title; the words begin behind it.
        let mut lines = self.text.paragraphs().iter().map(|paragraph| self.text.slice(*paragraph).trim());
        lines.find(|line| !meta::is_date_line(line)).unwrap_or("Untitled article")
    }

    /// In which language its figures are read: what the checker says, or what its words tell.
    pub fn language(&self) -> Language {
        Language::named(&self.meta.language).unwrap_or_else(|| self.text.language())
    }

    /// The drafts before this one and this one, as the next one is to hold them.
    pub fn drafts(&self) -> Vec<Arc<Document>> {
        let this = Document { earlier: Vec::new(), ..self.clone() };
        self.earlier.iter().cloned().chain([Arc::new(this)]).collect()
    }

    /// Whether a document of that id was an earlier draft of this one.
    pub fn was(&self, id: DocumentId) -> bool {
        self.earlier.iter().any(|draft| draft.id == id)
    }

    /// Whether it is signed off and has not been opened again: then its marks are locked.
    pub fn is_signed(&self) -> bool {
        self.signed.as_ref().is_some_and(SignOff::holds)
    }

    /// Whether the first paragraph is the headline: then it is called H and paragraphs count from the next.
    pub fn has_headline(&self) -> bool {
        let first = self.text.paragraphs().first().map(|p| self.text.slice(*p));
        first.is_some_and(|first| {
            let first = first.trim().trim_start_matches('#').trim();
            !first.is_empty() && first == self.meta.title.trim()
        })
    }

    /// What the paragraph of that index is called: `H` for the headline, else its number from 1.
    pub fn paragraph_name(&self, index: usize) -> String {
        match (self.has_headline(), index) {
            (true, 0) => "H".to_owned(),
            (true, index) => index.to_string(),
            (false, index) => (index + 1).to_string(),
        }
    }
}

/// The letter of the article at that place in the list: A to Z, then AA, AB and so on.
pub fn letter(index: usize) -> String {
    let mut rest = index;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
        if rest == 0 {
            break;
        }
        rest -= 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_without_a_headline_is_called_by_its_first_words() {
        let check = |text: &str, expected: &str| {
            let document = Document {
                id: DocumentId(crate::model::id::Uid(1)),
                text: Text::freeze(text),
                structure: Structure::default(),
                meta: Meta::default(),
                opened: Moment::default(),
                signed: None,
                dropped: Vec::new(),
                asides: Vec::new(),
                original: None,
                earlier: Vec::new(),
                unknown: Unknown::default(),
            };
            assert_eq!(document.title(), expected);
        };
        check("date 2025-01-22 By Ann Ex, CNN\n\n(CNN) — Thousands went.", "(CNN) — Thousands went.");
        check("First words.\nMore.", "First words.");
        check("", "Untitled article");
    }

    #[test]
    fn the_language_is_what_the_words_tell_unless_the_checker_says_otherwise() {
        let mut document = Document {
            id: DocumentId(crate::model::id::Uid(1)),
            text: Text::freeze("El Gobierno anunció ayer que la empresa pública despedirá a cientos de trabajadores este año."),
            structure: Structure::default(),
            meta: Meta::default(),
            opened: Moment::default(),
            signed: None,
            dropped: Vec::new(),
            asides: Vec::new(),
            original: None,
            earlier: Vec::new(),
            unknown: Unknown::default(),
        };
        assert_eq!(document.language(), Language::Spanish);
        document.meta.language = "en-US".to_owned();
        assert_eq!(document.language(), Language::English);
        document.meta.language = "no language".to_owned();
        assert_eq!(document.language(), Language::Spanish);
    }

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<_> = [0, 25, 26, 51, 52, 701, 702].map(letter).into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
