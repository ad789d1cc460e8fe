//! Opens articles: bytes or pasted words become a frozen text, what is known about it, and warnings. One file a format;
//! here it is decided which.

mod looks;
mod markdown;
mod text;
mod trouble;

pub use looks::Looks;
pub use trouble::{ImportError, Warning};

use crate::model::document::{Meta, Text};

/// An article that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Its text, exactly as decoded.
    pub text: Text,
    /// What could be read off it, to be checked by hand.
    pub meta: Meta,
    /// What the checker should know.
    pub warnings: Vec<Warning>,
}

/// Reads an article. `name` is the name of its file, with or without folders; its ending chooses between plain text and Markdown.
///
/// # Errors
/// When the bytes are no text in UTF-8, or a format that cannot be read yet; the message says what they look like and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let decoded = decode(name, bytes)?;
    let (reader, meta) = if has_ending(name, markdown::ENDINGS) {
        (markdown::READER, markdown::propose(decoded))
    } else {
        (text::READER, text::propose(decoded))
    };
    Ok(freeze(decoded, Meta { origin: format!("{name}, read as {reader}"), ..meta }))
}

/// Takes an article from the clipboard.
pub fn pasted(text: &str) -> Imported {
    freeze(text, Meta { origin: "pasted from the clipboard".to_owned(), ..text::propose(text) })
}

fn freeze(decoded: &str, meta: Meta) -> Imported {
    Imported { text: Text::freeze(decoded), meta, warnings: trouble::warnings(decoded) }
}

/// The bytes as text, or what they look like instead.
fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, ImportError> {
    if let Some(looks) = looks::foreign(name, bytes) {
        return Err(ImportError::Foreign { name: name.to_owned(), looks });
    }
    std::str::from_utf8(bytes).map_err(|error| trouble::not_utf8(name, bytes, error))
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|wanted| ending.eq_ignore_ascii_case(wanted)))
}
