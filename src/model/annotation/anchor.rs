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

/// What became of a place when a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The quote stands where the file says.
    Exact(Span),
    /// The quote stands elsewhere; the context chose the place.
    Moved(Span),
    /// The quote is nowhere in the text.
    Lost,
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

    /// Finds the place in a text. The quote is trusted over the position when they disagree.
    pub fn find(&self, text: &Text, map: &OffsetMap<'_>) -> Found {
        self.stands(text, map).map_or_else(|| self.search(text, map), Found::Exact)
    }

    /// The place that the position names, if the quote stands there. Quick, since nothing is sought.
    pub fn stands(&self, text: &Text, map: &OffsetMap<'_>) -> Option<Span> {
        let (start, end) = (map.byte_from_char(self.start_char)?, map.byte_from_char(self.end_char)?);
        let span = Span::between(start, end);
        let is_there = start <= end && text.slice(span) == self.exact && !self.exact.is_empty();
        // A hand-edited file may name half a grapheme; then the place is widened like any selection.
        (is_there && text.span(start, end) == span).then_some(span)
    }

    /// The best place of the exact quote by context, then by nearness to the old position.
    fn search(&self, text: &Text, map: &OffsetMap<'_>) -> Found {
        if self.exact.is_empty() {
            return Found::Lost;
        }
        let whole = text.as_str();
        let old = map.byte_from_char(self.start_char).unwrap_or(whole.len());
        let places = whole.match_indices(&self.exact).map(|(start, words)| Span::between(start, start + words.len()));
        let whole_graphemes = places.filter(|span| text.span(span.start(), span.end()) == *span);
        let best = whole_graphemes.max_by_key(|span| {
            let before = common_end(whole.get(..span.start()).unwrap_or(""), &self.prefix);
            let after = common_start(whole.get(span.end()..).unwrap_or(""), &self.suffix);
            (before + after, std::cmp::Reverse(span.start().abs_diff(old)))
        });
        best.map_or(Found::Lost, Found::Moved)
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

fn common_end(one: &str, other: &str) -> usize {
    one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count()
}

fn common_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
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
    fn a_place_is_found_where_it_was() {
        let text = Text::freeze(TEXT);
        let anchor = anchor_of(&text, 1);
        assert_eq!(anchor.prefix, "First 1,500 troops went. Then ");
        assert_eq!(anchor.find(&text, &OffsetMap::new(TEXT)), Found::Exact(Span::between(30, 35)));
    }

    #[test]
    fn a_wrong_position_gives_way_to_the_quote_and_its_context() {
        let text = Text::freeze(TEXT);
        let map = OffsetMap::new(TEXT);
        let shifted = Anchor { start_char: 3, end_char: 8, ..anchor_of(&text, 1) };
        assert_eq!(shifted.find(&text, &map), Found::Moved(Span::between(30, 35)));
        let without_context = Anchor { prefix: String::new(), suffix: String::new(), start_char: 3, end_char: 8, ..anchor_of(&text, 1) };
        assert_eq!(without_context.find(&text, &map), Found::Moved(Span::between(6, 11)));
        let absent = Anchor { exact: "1,600".into(), ..anchor_of(&text, 0) };
        assert_eq!(absent.find(&text, &map), Found::Lost);
    }

    #[test]
    fn context_counts_code_points() {
        assert_eq!(last_chars("é👍b", 2), "👍b");
        assert_eq!(first_chars("é👍b", 2), "é👍");
        assert_eq!((last_chars("ab", 0), first_chars("ab", 0), last_chars("ab", 9)), ("", "", "ab"));
    }
}
