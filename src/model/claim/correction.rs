//! The wording that should replace a claim, and how it differs from what stands there.

use similar::{ChangeTag, TextDiff};

use crate::model::moment::Moment;
use crate::model::unknown::Unknown;

/// Who has to agree to a correction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Whoever checks.
    #[default]
    Checker,
    /// Whoever wrote the article.
    Writer,
    /// Whoever answers for it.
    Editor,
}

impl Party {
    /// All three, in the order in which they agree.
    pub const ALL: [Party; 3] = [Party::Checker, Party::Writer, Party::Editor];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Party::Checker => "Checker",
            Party::Writer => "Writer",
            Party::Editor => "Editor",
        }
    }
}

/// Somebody's agreement to a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// In which part.
    pub party: Party,
    /// Who; for the writer and the editor, whoever wrote it down.
    pub by: String,
    /// When.
    pub at: Moment,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

/// A proposed correction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// The wording that should stand there; blank for "take it out".
    pub wording: String,
    /// Who has agreed to this wording, one line a party at most.
    pub agreed: Vec<Agreement>,
}

/// A run of words in the difference between old and new wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// Only in the old wording: struck.
    Struck(String),
    /// Only in the new wording.
    Added(String),
}

impl Correction {
    /// A wording to which nobody has agreed yet.
    pub fn of(wording: impl Into<String>) -> Self {
        Correction { wording: wording.into(), agreed: Vec::new() }
    }

    /// The agreement of a party.
    pub fn agreement(&self, party: Party) -> Option<&Agreement> {
        self.agreed.iter().find(|agreement| agreement.party == party)
    }

    /// Whether all three have agreed.
    pub fn is_agreed(&self) -> bool {
        Party::ALL.into_iter().all(|party| self.agreement(party).is_some())
    }

    /// Old against new wording, word by word. Neighbouring changes are joined, also over a lone space, so that a run of new words
    /// reads as one change.
    pub fn difference(&self, old: &str) -> Vec<Piece> {
        let diff = TextDiff::from_unicode_words(old, &self.wording);
        let mut pieces: Vec<Piece> = Vec::new();
        for change in diff.iter_all_changes() {
            let words = change.value();
            match (change.tag(), pieces.last_mut()) {
                (ChangeTag::Equal, Some(Piece::Kept(run)))
                | (ChangeTag::Delete, Some(Piece::Struck(run)))
                | (ChangeTag::Insert, Some(Piece::Added(run))) => run.push_str(words),
                (ChangeTag::Equal, _) => pieces.push(Piece::Kept(words.to_owned())),
                (ChangeTag::Delete, _) => pieces.push(Piece::Struck(words.to_owned())),
                (ChangeTag::Insert, _) => pieces.push(Piece::Added(words.to_owned())),
            }
        }
        joined(pieces)
    }

    /// Byte ranges of the old wording that are struck.
    pub fn struck(&self, old: &str) -> Vec<std::ops::Range<usize>> {
        let mut at = 0;
        let mut ranges = Vec::new();
        for piece in self.difference(old) {
            match piece {
                Piece::Kept(run) => at += run.len(),
                Piece::Struck(run) => {
                    ranges.push(at..at + run.len());
                    at += run.len();
                }
                Piece::Added(_) => {}
            }
        }
        ranges
    }
}

/// Joins changes that only white space separates.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found = Vec::new();
    let (mut struck, mut added) = (String::new(), String::new());
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        match piece {
            Piece::Struck(words) => struck.push_str(&words),
            Piece::Added(words) => added.push_str(&words),
            Piece::Kept(gap) if gap.trim().is_empty() && !struck.is_empty() && !added.is_empty() && rest.peek().is_some() => {
                struck.push_str(&gap);
                added.push_str(&gap);
            }
            kept => {
                push_change(&mut struck, &mut added, &mut found);
                found.push(kept);
            }
        }
    }
    push_change(&mut struck, &mut added, &mut found);
    found
}

fn push_change(struck: &mut String, added: &mut String, found: &mut Vec<Piece>) {
    found.extend(Some(std::mem::take(struck)).filter(|words| !words.is_empty()).map(Piece::Struck));
    found.extend(Some(std::mem::take(added)).filter(|words| !words.is_empty()).map(Piece::Added));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_changed_words_are_struck_and_added() {
        let old = "there were no active duty troops";
        let correction = Correction::of("there were about 2,200 active duty troops");
        assert_eq!(
            correction.difference(old),
            [
                Piece::Kept("there were ".into()),
                Piece::Struck("no".into()),
                Piece::Added("about 2,200".into()),
                Piece::Kept(" active duty troops".into())
            ]
        );
        assert_eq!(correction.struck(old), [11..13]);
    }

    #[test]
    fn a_run_of_new_words_is_one_change() {
        let correction = Correction::of("Directorate overlooked advice to replace seals");
        let pieces = correction.difference("Ministry ignored order to replace seals");
        let expected = [
            Piece::Struck("Ministry ignored order".into()),
            Piece::Added("Directorate overlooked advice".into()),
            Piece::Kept(" to replace seals".into()),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(correction.struck("Ministry ignored order to replace seals"), [0..22]);
    }

    #[test]
    fn a_blank_wording_strikes_everything() {
        assert_eq!(Correction::default().struck("all of it"), [0..9]);
    }
}
