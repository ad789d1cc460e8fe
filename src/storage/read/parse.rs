//! From bytes to the types of the file: decoding, version, migration, RON.

use ron::error::{Error as RonError, SpannedError};

use super::brackets;
use super::error::{Position, ReadError};
use crate::storage::format::{File, VERSION};
use crate::storage::migrate;
use crate::storage::record;
use crate::storage::salvage::{Salvaged, salvage};

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

/// A file as far as it could be read.
pub struct Parsed {
    /// The file.
    pub file: File,
    /// The version that it was of.
    pub version: u32,
    /// Whether only newer programs may write it.
    pub is_read_only: bool,
    /// What could not be read, where it is damaged.
    pub salvaged: Option<Salvaged>,
}

/// Parses a file: as a whole, or record by record where that fails.
pub fn parse(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let stated = stated(text).or_else(|| stated_late(text)).or_else(|| guessed(text)).filter(|stated| stated.version > 0);
    let Some(stated) = stated else {
        decode(bytes)?;
        return Err(ReadError::NotAProject(Position::of_byte(text, opening(text))));
    };
    // What is newer is read as far as this version can read it.
    let version = u32::try_from(stated.version).unwrap_or(u32::MAX);
    let is_read_only = version > VERSION && stated.least_reader > u64::from(VERSION);
    let parsed = |file, salvaged| Parsed { file, version, is_read_only, salvaged };
    let error = match decode(bytes).and_then(|text| whole(text, version)) {
        Ok(file) => return Ok(parsed(file, None)),
        Err(error) => error,
    };
    let mut salvaged = salvage(bytes, version);
    if salvaged.damage.is_empty() && salvaged.strange.is_empty() {
        // All records came back; what is broken is between them.
        salvaged.damage.extend(error.as_damage());
    }
    match whole(&salvaged.text, version) {
        Ok(file) if salvaged.records > 0 => Ok(parsed(file, Some(salvaged))),
        _ if is_read_only => Err(ReadError::Newer { version: stated.version, ours: VERSION, position: Position::of_byte(text, stated.at) }),
        _ => Err(error),
    }
}

/// A file in which nothing is damaged.
fn whole(text: &str, version: u32) -> Result<File, ReadError> {
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

/// The version of a file whose first lines are damaged, by the way in which its records stand.
fn guessed(text: &str) -> Option<Stated> {
    let version = if text.contains("\n    (id: \"") { VERSION } else { text.contains("\n    (\n      id: \"").then_some(1)? };
    Some(Stated { version: version.into(), least_reader: version.into(), at: 0 })
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
