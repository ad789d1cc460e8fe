//! From bytes to the types of the file: decoding, version, migration, RON.

use ron::error::{Error as RonError, SpannedError};

use super::brackets;
use super::error::{Position, ReadError};
use crate::storage::format::{File, VERSION};
use crate::storage::migrate;
use crate::storage::record;

/// What a file states before all else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Its version.
    pub version: u64,
    /// The least version that may write it; its own where it does not say.
    pub least_reader: u64,
    /// The byte at which it states its version.
    at: usize,
}

/// Parses a file of this version or an older one.
pub fn parse(bytes: &[u8]) -> Result<File, ReadError> {
    let text = decode(bytes)?;
    let stated = stated(text).or_else(|| stated_late(text)).filter(|stated| stated.version > 0);
    let Some(Stated { version, least_reader, at }) = stated else {
        return Err(ReadError::NotAProject(Position::of_byte(text, opening(text))));
    };
    if version > u64::from(VERSION) && least_reader > u64::from(VERSION) {
        return Err(ReadError::Newer { version, ours: VERSION, position: Position::of_byte(text, at) });
    }
    let version = u32::try_from(version).unwrap_or(VERSION);
    let current = migrate::to_current(text, version).map_err(|error| explain(text, error))?;
    record::parse(&current).map_err(|error| explain(&current, error))
}

/// The file as text, without a byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or("");
        let position = Position::of_byte(good, good.len());
        // A character that is cut in two at the very end is how a file ends that was cut off.
        let is_cut_off = error.error_len().is_none() && stated(good).is_some();
        if is_cut_off { ReadError::Truncated(position) } else { ReadError::NotText(position) }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The byte at which the contents begin: after white space and line comments.
fn opening(text: &str) -> usize {
    let mut rest = text.trim_start();
    while rest.starts_with("//") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    text.len() - rest.len()
}

/// What the file states in its first fields. Read apart from all the rest, so that a newer file is known as one whatever it holds.
fn stated(text: &str) -> Option<Stated> {
    let contents = text.get(opening(text)..)?;
    let field = contents.strip_prefix('(')?.trim_start();
    let (version, rest) = number_after(field, "version")?;
    let next = rest.trim_start().strip_prefix(',').unwrap_or("").trim_start();
    let least_reader = number_after(next, "least_reader").map_or(version, |(number, _)| number);
    Some(Stated { version, least_reader, at: text.len() - field.len() })
}

/// The same for a file written by hand that states its version elsewhere.
fn stated_late(text: &str) -> Option<Stated> {
    let file: File = record::parse(text).ok()?;
    let (version, least_reader) = (file.version.into(), file.least_reader.max(file.version).into());
    Some(Stated { version, least_reader, at: text.find("version").unwrap_or(0) })
}

/// The number in a field of that name, and what follows it.
fn number_after<'a>(text: &'a str, name: &str) -> Option<(u64, &'a str)> {
    let number = text.strip_prefix(name)?.trim_start().strip_prefix(':')?.trim_start();
    let rest = number.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let digits = number.get(..number.len() - rest.len()).filter(|digits| !digits.is_empty())?;
    Some((digits.parse().unwrap_or(u64::MAX), rest))
}

/// Turns the parser's error into one that helps.
fn explain(text: &str, error: SpannedError) -> ReadError {
    let end = Position::of_byte(text, text.trim_end().len());
    let position = Position { line: error.span.start.line, column: error.span.start.col };
    let is_unclosed = matches!(error.code, RonError::Eof | RonError::ExpectedStringEnd | RonError::UnclosedBlockComment);
    // The parser stops at the last word of a file that was cut off, and some bracket is still open there.
    if is_unclosed || (position.line >= end.line && brackets::are_open_at_end(text)) {
        return ReadError::Truncated(end);
    }
    ReadError::Malformed { position, fault: error.code.to_string() }
}
