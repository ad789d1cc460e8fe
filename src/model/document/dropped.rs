//! What was offered in an article and is not to be offered again.

use super::Span;
use crate::model::annotation::Tag;

/// As what words are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Offer {
    /// The program would mark them so.
    Mark(Tag),
    /// Their writer noted something beside them in the file.
    Aside,
}

/// Words that are not to be offered again: what the program suggested there was turned down, or what their writer noted was turned down or
/// kept as evidence. Kept by the article in the order of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dropped {
    /// The words.
    pub span: Span,
    /// As what they were offered.
    pub offer: Offer,
}

impl Dropped {
    /// Adds one to a list in the order of the text; one that is there already is not added again.
    pub fn note(self, list: &mut Vec<Dropped>) {
        if let Err(place) = list.binary_search(&self) {
            list.insert(place, self);
        }
    }
}
