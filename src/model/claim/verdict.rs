//! Right or wrong: the rating of a claim on the desk's scale.

use crate::model::moment::Moment;
use crate::model::unknown::Unknown;

/// A place on the scale from 1 (wrong) to 5 (right).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade(u8);

impl Grade {
    /// All grades, worst first.
    pub const ALL: [Grade; 5] = [Grade(1), Grade(2), Grade(3), Grade(4), Grade(5)];

    /// The grade of a number from 1 to 5.
    pub fn new(value: u8) -> Option<Self> {
        (1..=5).contains(&value).then_some(Grade(value))
    }

    /// 1 to 5.
    pub fn value(self) -> u8 {
        self.0
    }

    /// 0 to 4, for lists with a place for each grade.
    pub fn index(self) -> usize {
        usize::from(self.0 - 1)
    }
}

/// A rating with the reason it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Place on the scale.
    pub grade: Grade,
    /// Why. A rating whose reason is blank counts as unfinished everywhere.
    pub reason: String,
}

/// What another person made of a claim, kept beside the rating that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRating {
    /// The rating.
    pub rating: Rating,
    /// Who gave it; blank where nobody knows.
    pub by: String,
    /// When.
    pub at: Moment,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// The words of the house scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What the desk calls it.
    pub name: String,
    /// The word for each grade, worst first.
    pub words: [String; 5],
}

impl Default for Scale {
    fn default() -> Self {
        let words = ["Wrong", "Mostly wrong", "Mixed", "Mostly right", "Right"];
        Scale { name: "House scale".to_owned(), words: words.map(str::to_owned) }
    }
}

impl Scale {
    /// The word for a grade.
    pub fn word(&self, grade: Grade) -> &str {
        self.words.get(grade.index()).map_or("", String::as_str)
    }

    /// Number and word: `1 Wrong`.
    pub fn label(&self, grade: Grade) -> String {
        format!("{} {}", grade.value(), self.word(grade))
    }
}
