//! Rich text (RTF): groups, control words and bytes in the encodings of their fonts.

mod letters;
mod reader;
mod state;
mod table;
mod token;
mod word;

#[cfg(test)]
mod tests;

use super::Wish;
use super::draft::Draft;
use super::trouble::Refusal;
use reader::Reader;

/// How the reader is called in an article's origin.
pub const READER: &str = "rich text (RTF)";

/// Reads a text.
///
/// # Errors
/// When it is damaged, has no words, or is nested more deeply than the limits allow.
pub fn read(bytes: &[u8], _: &Wish) -> Result<Draft, Refusal> {
    let start = memchr::memmem::find(bytes.get(..bytes.len().min(1024)).unwrap_or_default(), b"{\\rtf");
    let Some(bytes) = start.and_then(|start| bytes.get(start..)) else {
        return Err(Refusal::Damaged("it does not begin as rich text does".to_owned()));
    };
    let draft = Reader::new(bytes).write()?;
    if draft.is_empty() {
        return Err(Refusal::NoWords("it is empty, or made of pictures alone".to_owned()));
    }
    Ok(draft)
}
