//! How a file points at words: code points, the exact quote and its context, so that a place can be proved or found again.

use crate::model::document::{Span, Text, offset::OffsetMap};

/// Code points of context kept on either side of a quote (as Hypothesis does).
pub const CONTEXT_CHARS: usize = 32;

/// A place in a text as files write it (W3C TextPositionSelector and TextQuoteSelector in one).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// Code points before the quote.
    pub start_char: usize,
    /// Code points before its end.
    pub end_char: usize,
    /// The quote itself.
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
}

impl Anchor {
    /// The anchor of a span.
    pub fn of(text: &Text, span: Span, map: &OffsetMap<'_>) -> Self {
        let whole = text.as_str();
        let before = whole.get(..span.start()).unwrap_or("");
        let after = whole.get(span.end()..).unwrap_or("");
        Anchor {
            start_char: map.char_from_byte(span.start()),
            end_char: map.char_from_byte(span.end()),
            exact: text.slice(span).to_owned(),
            prefix: last_chars(before, CONTEXT_CHARS).to_owned(),
            suffix: first_chars(after, CONTEXT_CHARS).to_owned(),
        }
    }

    /// The place that the position names, if the quote stands there. Quick, since nothing is sought.
    pub fn stands(&self, text: &Text, map: &OffsetMap<'_>) -> Option<Span> {
        let (start, end) = (map.byte_from_char(self.start_char)?, map.byte_from_char(self.end_char)?);
        let span = Span::between(start, end);
        let is_there = start <= end && text.slice(span) == self.exact && !self.exact.is_empty();
        // A hand-edited file may name half a grapheme; then the place is widened like any selection.
        (is_there && text.span(start, end) == span).then_some(span)
    }

    /// Whether the words on both sides of a place are those of the anchor. Context that is shorter than what files keep reached an
    /// end of the text, and has to reach it again.
    pub fn has_context(&self, text: &Text, span: Span) -> bool {
        let is_whole = |kept: &str| kept.chars().nth(CONTEXT_CHARS - 1).is_some();
        let whole = text.as_str();
        let (before, after) = (whole.get(..span.start()).unwrap_or(""), whole.get(span.end()..).unwrap_or(""));
        let begins = if is_whole(&self.prefix) { before.ends_with(&self.prefix) } else { before == self.prefix };
        begins && if is_whole(&self.suffix) { after.starts_with(&self.suffix) } else { after == self.suffix }
    }
}

/// The last `chars` code points of a text.
pub fn last_chars(text: &str, chars: usize) -> &str {
    let start = text.char_indices().rev().nth(chars.saturating_sub(1)).map_or(0, |(at, _)| at);
    if chars == 0 { "" } else { text.get(start..).unwrap_or("") }
}

/// The first `chars` code points of a text.
pub fn first_chars(text: &str, chars: usize) -> &str {
    let end = text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "First 1,500 troops went. Then 1,500 troops came back.";

    fn anchor_of(text: &Text, nth: usize) -> Anchor {
        let start = text.as_str().match_indices("1,500").nth(nth).unwrap().0;
        Anchor::of(text, Span::between(start, start + 5), &OffsetMap::new(text.as_str()))
    }

    #[test]
    fn a_place_stands_where_its_words_are_and_nowhere_else() {
        let text = Text::freeze(TEXT);
        let map = OffsetMap::new(TEXT);
        let anchor = anchor_of(&text, 1);
        assert_eq!(anchor.prefix, "First 1,500 troops went. Then ");
        assert_eq!(anchor.stands(&text, &map), Some(Span::between(30, 35)));
        assert!(anchor.has_context(&text, Span::between(30, 35)) && !anchor.has_context(&text, Span::between(6, 11)));
        let shifted = Anchor { start_char: 3, end_char: 8, ..anchor };
        assert_eq!(shifted.stands(&text, &map), None);
    }

    #[test]
    fn context_counts_code_points() {
        assert_eq!(last_chars("é👍b", 2), "👍b");
        assert_eq!(first_chars("é👍b", 2), "é👍");
        assert_eq!((last_chars("ab", 0), first_chars("ab", 0), last_chars("ab", 9)), ("", "", "ab"));
    }
}
