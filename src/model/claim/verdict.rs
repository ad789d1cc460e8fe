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

/// A rating with the reason it needs. It keeps the word that it was given with, so that a scale may change later and nothing that was
/// rated is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Place on the scale.
    pub grade: Grade,
    /// Why. A rating whose reason is blank counts as unfinished everywhere.
    pub reason: String,
    /// The word; blank for the word that the scale in use has at this place.
    pub word: String,
    /// Name of the scale that the word is from; blank for the scale in use.
    pub scale: String,
}

impl Rating {
    /// A rating in the words of the scale in use.
    pub fn new(grade: Grade, reason: impl Into<String>) -> Self {
        Rating { grade, reason: reason.into(), word: String::new(), scale: String::new() }
    }
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

/// A step of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleValue {
    /// The word: `Mostly wrong`.
    pub word: String,
    /// What the desk means by it.
    pub meaning: String,
    /// Where it stands between 1 (wrong) and 5 (right). Several values may stand at one place.
    pub place: Grade,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// A rating scale of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What the desk calls it.
    pub name: String,
    /// Its values in the order of the buttons, worst first as a rule.
    pub values: Vec<ScaleValue>,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl ScaleValue {
    /// A value without a meaning.
    pub fn new(word: impl Into<String>, place: Grade) -> Self {
        ScaleValue { word: word.into(), meaning: String::new(), place, unknown: Unknown::default() }
    }
}

impl Default for Scale {
    fn default() -> Self {
        Scale::five("House scale", ["Wrong", "Mostly wrong", "Mixed", "Mostly right", "Right"])
    }
}

impl Scale {
    /// The most values that a scale may have: each has a digit key.
    pub const MOST_VALUES: usize = 9;

    /// A scale with a word for each place from 1 to 5.
    pub fn five<T: Into<String>>(name: impl Into<String>, words: [T; 5]) -> Self {
        let values = Grade::ALL.into_iter().zip(words).map(|(place, word)| ScaleValue::new(word, place)).collect();
        Scale { name: name.into(), values, unknown: Unknown::default() }
    }

    /// The first word at a place; blank where the scale has none there.
    pub fn word(&self, grade: Grade) -> &str {
        self.values.iter().find(|value| value.place == grade).map_or("", |value| value.word.as_str())
    }

    /// Number and word of a place: `1 Wrong`.
    pub fn label(&self, grade: Grade) -> String {
        label(grade, self.word(grade))
    }

    /// The value that a word names.
    pub fn named(&self, word: &str) -> Option<&ScaleValue> {
        self.values.iter().find(|value| value.word == word)
    }
}

/// Number and word: `1 Wrong`; the number alone where there is no word.
pub fn label(grade: Grade, word: &str) -> String {
    if word.is_empty() { grade.value().to_string() } else { format!("{} {word}", grade.value()) }
}
