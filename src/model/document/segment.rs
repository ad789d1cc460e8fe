//! Words, sentences and paragraphs of a text: UAX 29 with dictionaries for scripts without gaps, and with an abbreviation
//! pass for sentences.

mod abbreviations;
mod sentences;
#[cfg(test)]
mod tests;
mod words;

pub use sentences::{Rules, sentences};
pub use words::{word_at, word_count};

use super::span::Span;

/// Lines that hold more than white space, without their line ends.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            found.push(Span::between(start, start + line.len()));
        }
        start += line.len() + 1;
    }
    found
}
