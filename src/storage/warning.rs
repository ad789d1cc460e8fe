//! What was wrong with a file that could be opened all the same. Nothing is dropped in silence: what is left out of the
//! project stands in full in its warning, and stays in the file.

use std::fmt;

use super::read::Position;
use crate::model::annotation::doubt::have_other_digits;

/// One thing to tell the checker after opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Which record it is about.
    pub record: RecordName,
    /// What is wrong with it.
    pub problem: Problem,
    /// The record as the file has it (RON), where it cannot stand in the project; the project keeps it and it is saved with it.
    pub left_out: Option<String>,
}

impl Warning {
    /// Whether it tells of a place that moved, was changed or is lost. The project knows of each.
    pub fn is_of_place(&self) -> bool {
        matches!(self.problem, Problem::Moved { .. } | Problem::Changed { .. } | Problem::Lost(_))
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}.", self.record, self.problem)?;
        match self.left_out {
            Some(_) => write!(f, " It is not shown, and stays in the file as it is."),
            None => Ok(()),
        }
    }
}

/// What a record is called in a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordName {
    /// Its kind in words: `mark`, `claim`.
    pub kind: &'static str,
    /// Its id as the file has it; blank where there is none.
    pub id: String,
    /// The words by which a checker knows it: its quote, name or title.
    pub words: String,
}

impl fmt::Display for RecordName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind)?;
        if !self.words.is_empty() {
            write!(f, " “{}”", self.words)?;
        }
        if !self.id.is_empty() {
            write!(f, " ({})", self.id)?;
        }
        Ok(())
    }
}

/// What can be wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file has a field that this version does not know.
    #[error("the field “{0}” is not known to this version of Tickmark; it is kept as it is")]
    UnknownField(String),
    /// The file has a word that this version does not know.
    #[error("“{word}” in the field “{field}” is not known to this version of Tickmark; it is kept until you change that field")]
    UnknownWord {
        /// Which field.
        field: String,
        /// What stands there.
        word: String,
    },
    /// It is of a kind, or points to a kind of record, that this version does not know.
    #[error("“{0}” is not known to this version of Tickmark")]
    UnknownKind(String),
    /// A record that is sound RON, but not as its list wants it.
    #[error("a record at {position} has a fault: {fault}")]
    Faulty {
        /// Where.
        position: Position,
        /// What is wrong, as the parser says it.
        fault: String,
    },
    /// A stretch of the file could not be read.
    #[error("damaged at {position}: {fault}")]
    Damaged {
        /// Where.
        position: Position,
        /// What is wrong, as the parser says it.
        fault: String,
    },
    /// The quote stands elsewhere than the positions say.
    #[error("its words were not at {from_char} but at {to_char} (code points); it was put where the words are. Please check the place")]
    Moved {
        /// Where the file says they are: code points before them.
        from_char: usize,
        /// Where they are.
        to_char: usize,
    },
    /// The quote or the words beside it were changed.
    #[error("{}", changed_words(.was, .now))]
    Changed {
        /// The words as they were.
        was: String,
        /// The words as they stand there.
        now: String,
    },
    /// The quote is nowhere in the article.
    #[error("its words are nowhere in the article “{0}”. It is kept without a place: put it on the right words, or remove it")]
    Lost(String),
    /// It points to something that is not there.
    #[error("it points to {0}, which is not in the file")]
    Dangling(String),
    /// Another record has the same id.
    #[error("another {0} before it has the same id")]
    SameId(&'static str),
    /// Its id cannot be read.
    #[error("its id cannot be read: {0}")]
    NoId(crate::model::id::NoId),
    /// Its id cannot be read or is taken, so it was given another.
    #[error("its id “{0}” cannot be read or is taken; it was given a new one")]
    NewId(String),
    /// A time cannot be read.
    #[error("the time “{value}” in the field “{field}” cannot be read; 1970 stands in its place. Times look like 2031-03-14T09:30:00Z")]
    NoTime {
        /// Which field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
    /// A value cannot be read.
    #[error("“{0}” is not a number; the value is blank here and stays in the file until you enter one")]
    NoNumber(String),
    /// A grade is not on the scale.
    #[error("{grade} is no grade from 1 to 5; the claim is unrated here and the rating (“{reason}”) stays in the file until you rate it")]
    NoGrade {
        /// What stands there.
        grade: u8,
        /// The reason that goes with it.
        reason: String,
    },
    /// A scale does not have five words.
    #[error("a scale has five words and this one has {0}; the words that are missing were filled in, those too many left out: {1}")]
    ScaleWords(usize, String),
    /// The text is not the one that was saved.
    #[error("its text is not the one that was saved: the file was changed by hand or damaged. Compare it with the published article")]
    TextChanged,
    /// Some of its structure does not fit its text.
    #[error("{0} of the passages that its structure names (headings, lists and the like) do not fit its text and were left out")]
    PartsLeftOut(usize),
    /// Two claims of an article have the same number.
    #[error("another claim of the article has the number {0} too")]
    SameNumber(u32),
    /// The two ends cannot be linked like this.
    #[error("a {from} cannot be linked to a {to} as “{role}”")]
    WrongLink {
        /// Kind of the first end.
        from: &'static str,
        /// Kind of the second end.
        to: &'static str,
        /// The role in words.
        role: &'static str,
    },
    /// The project refuses the record for another reason.
    #[error("{0}")]
    Refused(crate::edit::EditError),
}

fn changed_words(was: &str, now: &str) -> String {
    if was == now {
        return "the words beside it were changed. Please look at it again".to_owned();
    }
    let figure = if have_other_digits(was, now) { ", and a figure with them" } else { "" };
    format!("its words were changed{figure}: “{was}” became “{now}”. Please look at it again")
}
