//! The calculator: a line of figures, units, per cent and days is worked out to the last digit, with the working in words. It has no
//! clock, so "today" must be typed as a day.

mod amount;
mod days;
mod percent;
mod reader;
mod shown;
mod sums;
mod token;
mod tongue;

use crate::model::document::{Language, Span};
use reader::Reader;
pub use shown::rounded;

/// What a line comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `2,499.3 km`, rounded as people read it.
    pub result: String,
    /// The steps, each to the last digit: `1,553 mi × 1.609344 = 2,499.311232 km`.
    pub working: Vec<String>,
}

/// Why a line comes to nothing, or not yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{words}")]
pub struct NoAnswer {
    /// What is wrong, with the words concerned.
    pub words: String,
    /// Where in the line, bytes; behind its end where something is missing there.
    pub place: Span,
}

/// A longer line is no sum, bytes.
const LONGEST: usize = 1_000;

/// Works a line out. It knows `+ − × ÷ ( )`, units (`1,553 mi in km`), per cent (`30 % of 140 mi`, `12 % more than 80`, `80 to 92`),
/// parts (`500 of 1,500 in %`), rates (`2.1 million / 350,000`), days (`29 Oct 2018 to 6 Nov 2018`, `6 Nov 2018 − 7 days`, `a week
/// before 6 Nov 2018`, `weekday of 29 Oct 2018`) and ages (`age on 2025-01-22 of 1962-03-04`).
///
/// ```
/// use tickmark::model::quantity::arithmetic::answer;
///
/// assert_eq!(answer("1,553 mi in km").map(|answer| answer.result), Ok("2,499.3 km".to_owned()));
/// ```
pub fn answer(line: &str) -> Result<Answer, NoAnswer> {
    answer_in(line, Language::English)
}

/// The same for a line in one of the languages that are known: figures are read as that language writes them (`1.500,5`), units by
/// their names there, and so are the words between them (`30 Prozent von 140 km`). Result and working are in English.
///
/// # Errors
/// As [`answer`].
pub fn answer_in(line: &str, language: Language) -> Result<Answer, NoAnswer> {
    if line.len() > LONGEST {
        return Err(NoAnswer { words: "This line is too long for a sum.".to_owned(), place: Span::between(0, line.len()) });
    }
    let mut reader = Reader::of(line, language)?;
    let worth = reader.line()?;
    Ok(Answer { result: worth.words(), working: reader.steps })
}

impl Answer {
    /// The line with its result and its working, as evidence keeps it: `1,553 mi in km = 2,499.3 km (1,553 × 1.609344 = 2,499.311232)`.
    pub fn told(&self, line: &str) -> String {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line.trim_end_matches('=').trim_end();
        if self.working.is_empty() {
            return format!("{line} = {}", self.result);
        }
        format!("{line} = {} ({})", self.result, self.working.join("; "))
    }
}

#[cfg(test)]
mod tests;
