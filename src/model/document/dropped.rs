//! Suggestions of the program that a checker has turned down.

use super::Span;
use crate::model::annotation::Tag;

/// Words that the program is not to offer again. Kept by the article in the order of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dropped {
    /// The words.
    pub span: Span,
    /// As what they were offered.
    pub tag: Tag,
}

impl Dropped {
    /// Adds one to a list in the order of the text; one that is there already is not added again.
    pub fn note(self, list: &mut Vec<Dropped>) {
        if let Err(place) = list.binary_search(&self) {
            list.insert(place, self);
        }
    }
}
