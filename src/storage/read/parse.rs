//! From bytes to the types of the file: decoding, version, RON, unknown fields.

use std::fmt;

use ron::error::{Error as RonError, SpannedError};
use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer};
use serde_ignored::Path;

use super::brackets;
use super::error::{Position, ReadError};
use crate::storage::format::{File, VERSION};
use crate::storage::warning::{Problem, RecordName, Warning};

/// Parses a file; the warnings name the fields that this version does not know.
pub fn parse(bytes: &[u8]) -> Result<(File, Vec<Warning>), ReadError> {
    let text = decode(bytes)?;
    let stated = stated_version(text);
    if let Some((version, at)) = stated
        && version > u64::from(VERSION)
    {
        return Err(ReadError::Newer { version, ours: VERSION, position: Position::of_byte(text, at) });
    }
    let mut unknown = Vec::new();
    // Both `Some("x")` and `"x"` are read, so that a file may be written by hand.
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    match options.from_str_seed(text, Noting(&mut unknown)) {
        Ok(file) if file.version == VERSION => Ok((file, unknown)),
        Ok(file) if file.version > VERSION => {
            let position = Position::of_byte(text, text.find("version").unwrap_or(0));
            Err(ReadError::Newer { version: file.version.into(), ours: VERSION, position })
        }
        Ok(_) => Err(ReadError::NotAProject(Position::of_byte(text, opening(text)))),
        Err(error) => Err(explain(text, stated.is_some(), error)),
    }
}

/// The file as text, without a byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or("");
        let position = Position::of_byte(good, good.len());
        // A character that is cut in two at the very end is how a file ends that was cut off.
        let is_cut_off = error.error_len().is_none() && stated_version(good).is_some();
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

/// The version that the file states in its first field, and the byte at which it does. Read apart from all the rest, so
/// that a newer file is known as one whatever it holds.
fn stated_version(text: &str) -> Option<(u64, usize)> {
    let contents = text.get(opening(text)..)?;
    let field = contents.strip_prefix('(')?.trim_start();
    let number = field.strip_prefix("version")?.trim_start().strip_prefix(':')?.trim_start();
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let version = if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(u64::MAX)) };
    Some((version?, text.len() - field.len()))
}

/// Turns the parser's error into one that helps.
fn explain(text: &str, is_project: bool, error: SpannedError) -> ReadError {
    if !is_project {
        return ReadError::NotAProject(Position::of_byte(text, opening(text)));
    }
    let end = Position::of_byte(text, text.trim_end().len());
    let position = Position { line: error.span.start.line, column: error.span.start.col };
    let is_unclosed = matches!(error.code, RonError::Eof | RonError::ExpectedStringEnd | RonError::UnclosedBlockComment);
    // The parser stops at the last word of a file that was cut off, and some bracket is still open there.
    if is_unclosed || (position.line >= end.line && brackets::are_open_at_end(text)) {
        return ReadError::Truncated(end);
    }
    ReadError::Malformed { position, fault: error.code.to_string() }
}

/// Reads a file and notes the fields that no type asked for.
struct Noting<'a>(&'a mut Vec<Warning>);

impl<'de> DeserializeSeed<'de> for Noting<'_> {
    type Value = File;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<File, D::Error> {
        let mut note = |path: Path<'_>| {
            let (place, field) = split(&path);
            let record = RecordName { kind: "file", id: String::new(), words: place };
            self.0.push(Warning { record, problem: Problem::UnknownField(field), left_out: None });
        };
        File::deserialize(serde_ignored::Deserializer::new(deserializer, &mut note))
    }
}

/// The path of a field as its place and its name: `annotations 3` and `colour`.
fn split(path: &Path<'_>) -> (String, String) {
    match path {
        Path::Map { parent, key } => (Place(parent).to_string(), key.clone()),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => split(parent),
        Path::Root | Path::Seq { .. } => (String::new(), Place(path).to_string()),
    }
}

/// A path in words; records count from 1.
struct Place<'a, 'p>(&'a Path<'p>);

impl fmt::Display for Place<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Path::Root => Ok(()),
            Path::Seq { parent, index } => write!(f, "{} {}", Place(parent), index + 1),
            Path::Map { parent: Path::Root, key } => f.write_str(key),
            Path::Map { parent, key } => write!(f, "{}, {key}", Place(parent)),
            Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => Place(parent).fmt(f),
        }
    }
}
