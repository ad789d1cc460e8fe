//! Words, sentences and paragraphs of a text: UAX 29 with dictionaries for scripts without gaps, and with an abbreviation
//! pass for sentences.

mod abbreviations;
mod sentences;
#[cfg(test)]
mod tests;
mod words;

pub use sentences::{Rules, read_language, sentences};
pub use words::{word_at, word_count, words};

use super::span::Span;

/// Lines that hold more than white space, without their line ends.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut found = Vec::new();
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = text.get(start..end).unwrap_or_default();
        if !line.trim_start().is_empty() {
            found.push(Span::between(start, end));
        }
        start = end + 1;
    }
    found
}
