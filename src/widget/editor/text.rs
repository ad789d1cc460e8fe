//! Edges in a text: graphemes, words and lines, as byte offsets. Any offset may be given; it is moved to a grapheme edge.

use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use unicode_segmentation::GraphemeCursor;

/// The last grapheme edge at or before `byte`.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) { byte } else { before(text, byte) }
}

/// The first grapheme edge at or after `byte`.
pub(super) fn ceil(text: &str, byte: usize) -> usize {
    let byte = text.ceil_char_boundary(byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) { byte } else { after(text, byte) }
}

/// The grapheme edge before `byte`, which must be a character's edge.
pub(super) fn before(text: &str, byte: usize) -> usize {
    GraphemeCursor::new(byte, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The grapheme edge after `byte`, which must be a character's edge.
pub(super) fn after(text: &str, byte: usize) -> usize {
    GraphemeCursor::new(byte, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// Where the word that `byte` is in, or the one before it, starts.
pub(super) fn word_before(text: &str, byte: usize) -> usize {
    let line = line_at(text, byte);
    let words = words(text, line.clone()).filter(|word| word.start < byte);
    // From the start of a line the step leads to the end of the one above.
    let stop = if line.start == byte { before(text, byte) } else { line.start };
    words.last().map_or(stop, |word| word.start)
}

/// Where the word that `byte` is in, or the one after it, ends.
pub(super) fn word_after(text: &str, byte: usize) -> usize {
    let line = line_at(text, byte);
    let mut words = words(text, line.clone());
    let stop = if line.end == byte { after(text, byte) } else { line.end };
    words.find(|word| word.end > byte).map_or(stop, |word| word.end)
}

/// The word, the gap or the sign that starts at or covers `byte`.
pub(super) fn word_at(text: &str, byte: usize) -> Range<usize> {
    let line = line_at(text, byte);
    let mut pieces = pieces(text, line.clone());
    let covering = pieces.find(|(piece, _)| piece.end > byte);
    covering.or_else(|| self::pieces(text, line).last()).map_or(byte..byte, |(piece, _)| piece)
}

/// The line around `byte`, without its line feed.
pub(super) fn line_at(text: &str, byte: usize) -> Range<usize> {
    let byte = text.floor_char_boundary(byte);
    let (above, below) = text.split_at_checked(byte).unwrap_or((text, ""));
    let start = above.rfind('\n').map_or(0, |feed| feed + 1);
    let end = below.find('\n').map_or(text.len(), |feed| byte + feed);
    // The two signs of a line end of other systems are one grapheme.
    let is_double = end > start && end < text.len() && text.as_bytes().get(end - 1) == Some(&b'\r');
    start..if is_double { end - 1 } else { end }
}

/// The words of a line.
pub(super) fn words(text: &str, line: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    pieces(text, line).filter(|(_, is_word)| *is_word).map(|(piece, _)| piece)
}

/// The line cut at the edges of its words, by dictionary where a script writes no gaps; true for pieces that are words.
fn pieces(text: &str, line: Range<usize>) -> impl Iterator<Item = (Range<usize>, bool)> {
    let (start, words) = (line.start, text.get(line).unwrap_or_default());
    let ends = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()).segment_str(words);
    ends.filter(|end| *end > 0).scan(0, move |from, end| {
        let piece = std::mem::replace(from, ceil(words, end))..ceil(words, end);
        let is_word = words.get(piece.clone()).is_some_and(|piece| piece.contains(char::is_alphanumeric));
        Some((start + piece.start..start + piece.end, is_word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_reached_from_both_sides_and_over_line_feeds() {
        let text = "Höhe, 1,500 m\nund so";
        assert_eq!(word_after(text, 0), "Höhe".len());
        assert_eq!(word_after(text, "Höhe".len()), "Höhe, 1,500".len());
        assert_eq!(word_before(text, "Höhe, 1,5".len()), "Höhe, ".len());
        let feed = text.find('\n').unwrap();
        assert_eq!(word_after(text, feed), feed + 1);
        assert_eq!(word_before(text, feed + 1), feed);
        assert_eq!(word_before(text, 0), 0);
        assert_eq!(word_after(text, text.len()), text.len());
    }

    #[test]
    fn scripts_without_gaps_have_words_too() {
        let words_of = |text: &str| words(text, 0..text.len()).map(|word| text[word].to_owned()).collect::<Vec<_>>();
        assert_eq!(words_of("国防部表示，三千人"), ["国防", "部", "表示", "三千", "人"]);
        assert_eq!(words_of("ทหารกว่า 1,500 คน"), ["ทหาร", "กว่า", "1,500", "คน"]);
        assert_eq!(words_of("क्षत्रिय नमस्ते।"), ["क्षत्रिय", "नमस्ते"]);
        let thai = "ทหารกว่า";
        assert_eq!(word_before(thai, thai.len()), "ทหาร".len());
    }

    #[test]
    fn a_click_finds_word_gap_or_sign() {
        let text = "no, 3.5 m";
        assert_eq!(word_at(text, 0), 0..2);
        assert_eq!(word_at(text, 2), 2..3);
        assert_eq!(word_at(text, 3), 3..4);
        assert_eq!(word_at(text, 5), 4..7);
        assert_eq!(word_at(text, text.len()), 8..9);
        assert_eq!(word_at("", 0), 0..0);
    }

    #[test]
    fn lines_end_before_their_line_feed_of_either_kind() {
        assert_eq!(line_at("a\nbc\n", 2), 2..4);
        assert_eq!(line_at("a\nbc\n", 5), 5..5);
        assert_eq!(line_at("a\r\nb", 0), 0..1);
        assert_eq!(line_at("a\r\nb", 3), 3..4);
    }

    #[test]
    fn offsets_inside_a_grapheme_move_to_its_edges() {
        let text = "👩‍👩‍👧b";
        assert_eq!((floor(text, 5), ceil(text, 5)), (0, text.len() - 1));
        assert_eq!((before(text, text.len() - 1), after(text, 0)), (0, text.len() - 1));
        assert_eq!((floor(text, 99), ceil(text, 99)), (text.len(), text.len()));
    }
}
