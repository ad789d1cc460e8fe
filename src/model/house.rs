//! What a desk decides for a whole project: its rating scales and grades, the findings that it switches off, its saved filters, the
//! text of its letters, and which numbers belong together or do not.

use super::claim::{Rating, Scale, verdict};
use super::id::{QuantityId, SourceId};
use super::moment::Moment;
use super::preset::Preset;
use super::stated::Stated;
use super::unknown::Unknown;

/// A kind of finding that the desk does not want, with the reason that the report prints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SwitchedOff {
    /// The code of the rule.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// Who switched it off.
    pub by: String,
    /// When.
    pub at: Moment,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// A filter of the queue that was given a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its name.
    pub name: String,
    /// What it asks for, as typed.
    pub query: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// The text that a kind of letter is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The kind of letter.
    pub letter: String,
    /// Its text with placeholders.
    pub text: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// What one sign of a grade means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GradeWord {
    /// The sign: `B` or `2`.
    pub sign: String,
    /// Its meaning: `usually reliable`.
    pub meaning: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// Two entries of the register that look the same and are not, as a checker has found. They may be gone by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptApart {
    /// The one.
    pub one: SourceId,
    /// The other one.
    pub other: SourceId,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// Numbers that look as if they measured the same and do not, as a checker has found: each of `numbers` is apart from the others of
/// them and from all of `from`. They may be gone by now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldApart {
    /// Numbers that are apart from each other.
    pub numbers: Vec<QuantityId>,
    /// Numbers that nothing is said of among themselves.
    pub from: Vec<QuantityId>,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl ToldApart {
    /// Whether it keeps two numbers apart.
    pub fn keeps(&self, one: QuantityId, other: QuantityId) -> bool {
        let is_of = |number| self.numbers.contains(&number);
        let is_from = |number| self.from.contains(&number);
        is_of(one) && (is_of(other) || is_from(other)) || is_from(one) && is_of(other)
    }
}

/// The rules of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// The rating scales, the one in use first; never empty.
    pub scales: Vec<Scale>,
    /// The words for grades of sources; blank for the Admiralty code.
    pub grades: Vec<GradeWord>,
    /// Findings that nobody wants, one line a rule.
    pub switched_off: Vec<SwitchedOff>,
    /// Filters with a name, one line a name.
    pub filters: Vec<SavedFilter>,
    /// Letters with a text of the desk's own, one line a kind.
    pub templates: Vec<Template>,
    /// Ways to print the report, the one in use first, one line a name.
    pub presets: Vec<Preset>,
    /// Sources that are not the same, so that nobody asks again.
    pub kept_apart: Vec<KeptApart>,
    /// Numbers that do not measure the same, so that nobody asks again.
    pub told_apart: Vec<ToldApart>,
    /// Numbers that belong together, as checkers have stated.
    pub stated: Vec<Stated>,
}

impl Default for House {
    fn default() -> Self {
        House {
            scales: vec![Scale::default()],
            grades: Vec::new(),
            switched_off: Vec::new(),
            filters: Vec::new(),
            templates: Vec::new(),
            presets: Vec::new(),
            kept_apart: Vec::new(),
            told_apart: Vec::new(),
            stated: Vec::new(),
        }
    }
}

/// The Admiralty code as NATO states it (STANAG 2511): letters for the source, digits for what it says.
const ADMIRALTY: [(&str, &str); 12] = [
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "reliability cannot be judged"),
    ("1", "confirmed by other sources"),
    ("2", "probably true"),
    ("3", "possibly true"),
    ("4", "doubtful"),
    ("5", "improbable"),
    ("6", "truth cannot be judged"),
];

impl House {
    /// The scale in use.
    pub fn scale(&self) -> &Scale {
        // The default is only for a list that somebody emptied by hand.
        static NONE: std::sync::LazyLock<Scale> = std::sync::LazyLock::new(Scale::default);
        self.scales.first().unwrap_or(&NONE)
    }

    /// Changes the scale in use.
    pub fn change_scale(&mut self, change: impl FnMut(&mut Scale)) {
        if self.scales.is_empty() {
            self.scales.push(Scale::default());
        }
        self.scales.iter_mut().take(1).for_each(change);
    }

    /// The scale of that name; a blank name is the one in use.
    pub fn scale_named(&self, name: &str) -> Option<&Scale> {
        if name.is_empty() { Some(self.scale()) } else { self.scales.iter().find(|scale| scale.name == name) }
    }

    /// The word of a rating: its own, else that of the scale in use at its place.
    pub fn word<'a>(&'a self, rating: &'a Rating) -> &'a str {
        if rating.word.is_empty() { self.scale().word(rating.grade) } else { &rating.word }
    }

    /// Number and word of a rating: `1 Wrong`.
    pub fn label(&self, rating: &Rating) -> String {
        verdict::label(rating.grade, self.word(rating))
    }

    /// Whether a rating has a word that no value of its scale has any more.
    pub fn is_outdated(&self, rating: &Rating) -> bool {
        let value = self.scale_named(&rating.scale).and_then(|scale| scale.named(&rating.word));
        !rating.word.is_empty() && value.is_none_or(|value| value.place != rating.grade)
    }

    /// The signs of grades with their meanings: the desk's own, else the Admiralty code.
    pub fn grade_words(&self) -> Vec<(&str, &str)> {
        match self.grades.is_empty() {
            true => ADMIRALTY.to_vec(),
            false => self.grades.iter().map(|word| (word.sign.as_str(), word.meaning.as_str())).collect(),
        }
    }

    /// What a grade means: `usually reliable, probably true`. Signs that are not known are left out.
    pub fn grade_meaning(&self, grade: &str) -> String {
        let words = self.grade_words();
        if let Some((_, meaning)) = words.iter().find(|(sign, _)| *sign == grade.trim()) {
            return (*meaning).to_owned();
        }
        let mean = |sign: char| words.iter().find(|(known, _)| *known == sign.to_uppercase().to_string()).map(|(_, meaning)| *meaning);
        grade.trim().chars().filter_map(mean).collect::<Vec<_>>().join(", ")
    }

    /// Whether a checker has said that two sources are not the same.
    pub fn keeps_apart(&self, one: SourceId, other: SourceId) -> bool {
        self.kept_apart.iter().any(|pair| (pair.one, pair.other) == (one, other) || (pair.one, pair.other) == (other, one))
    }

    /// Why a rule is switched off, where it is.
    pub fn why_off(&self, rule: &str) -> Option<&SwitchedOff> {
        self.switched_off.iter().find(|off| off.rule == rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Grade, ScaleValue};

    #[test]
    fn a_grade_says_what_it_means() {
        let mut house = House::default();
        assert_eq!(house.grade_meaning("B2"), "usually reliable, probably true");
        assert_eq!(house.grade_meaning(" c3 "), "fairly reliable, possibly true");
        assert_eq!(house.grade_meaning("?"), "");
        house.grades = vec![GradeWord { sign: "gold".into(), meaning: "seen by us".into(), ..GradeWord::default() }];
        assert_eq!(house.grade_meaning("gold"), "seen by us");
        assert_eq!(house.grade_meaning("B2"), "");
    }

    #[test]
    fn a_rating_keeps_its_word_when_the_scale_changes() {
        let mut house = House::default();
        let mut rating = Rating::new(Grade::ALL[0], "Counted.");
        assert_eq!(house.label(&rating), "1 Wrong");
        rating.word = "Wrong".into();
        assert!(!house.is_outdated(&rating));
        house.change_scale(|scale| scale.values = vec![ScaleValue::new("False", Grade::ALL[0])]);
        assert_eq!(house.label(&rating), "1 Wrong");
        assert!(house.is_outdated(&rating));
        rating.word.clear();
        assert_eq!((house.label(&rating).as_str(), house.is_outdated(&rating)), ("1 False", false));
    }
}
