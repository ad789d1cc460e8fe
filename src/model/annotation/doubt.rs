//! What is not certain about a place since the text of its article was changed, until somebody has looked at it.

use super::Anchor;
use crate::model::id::{AnnotationId, ExclusionId};

/// What became of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// The same words between the same words stand elsewhere.
    Moved,
    /// The words, or the words beside them, are not what they were.
    Changed,
    /// The words are nowhere.
    Lost,
}

/// Something whose place is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubtful {
    /// A mark.
    Mark(AnnotationId),
    /// A not-checkable passage.
    Passage(ExclusionId),
}

/// Why a place must be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What became of it.
    pub fate: Fate,
    /// The place as it was when it was certain, with its words in full.
    pub was: Anchor,
}

impl Doubt {
    /// Whether the place is lost.
    pub fn is_lost(&self) -> bool {
        self.fate == Fate::Lost
    }
}

/// Whether two wordings have other digits, of whatever script, in order: then a figure was changed and not only its words.
pub fn have_other_digits(one: &str, other: &str) -> bool {
    !one.chars().filter(|sign| sign.is_numeric()).eq(other.chars().filter(|sign| sign.is_numeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_digit_of_any_script_is_noticed_and_a_changed_word_is_none() {
        let check = |one, other, expected| assert_eq!(have_other_digits(one, other), expected, "{one} {other}");
        check("1,500 troops", "1,600 troops", true);
        check("1,500 troops", "1.500 soldiers", false);
        check("٤٥ بالمئة", "٤٦ بالمئة", true);
        check("४ लोग", "५ लोग", true);
        check("４人", "4人", true);
        check("one", "two", false);
    }
}
