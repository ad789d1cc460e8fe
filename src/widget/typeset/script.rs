//! What the characters of a text ask for beyond its style: emoji pictures, a language for Han, whole Korean words.

use std::ops::Range;

use parley::fontique::Language;
use unicode_segmentation::UnicodeSegmentation as _;

/// The character that asks for a picture rather than a sign: ❤ becomes ❤️.
const PICTURE: char = '\u{fe0f}';
const KEYCAP: char = '\u{20e3}';
/// So many ranges of their own kind a text may have; layout refuses tens of thousands.
pub(super) const MAX_RANGES: usize = 4096;

/// What layout must know about a text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ScriptNeeds {
    /// Graphemes that want an emoji font even where a text font has the sign; in bytes.
    pub(super) emoji: Vec<Range<usize>>,
    /// The language whose shapes Han characters take: they differ between Chinese, Japanese and Korean.
    pub(super) language: Option<Language>,
    /// Korean is broken between words, unlike its neighbours.
    pub(super) keeps_words: bool,
}

impl ScriptNeeds {
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let has_kana = text.contains(is_kana);
        let has_hangul = text.contains(is_hangul);
        let language = match (has_kana, has_hangul) {
            (true, _) => Language::parse("ja").ok(),
            (false, true) => Language::parse("ko").ok(),
            (false, false) => None,
        };
        Self { emoji: emoji_ranges(text), language, keeps_words: has_hangul && !has_kana }
    }
}

fn emoji_ranges(text: &str) -> Vec<Range<usize>> {
    if !text.contains([PICTURE, KEYCAP]) {
        return Vec::new();
    }
    let graphemes = text.grapheme_indices(true);
    let pictures = graphemes.filter(|(_, grapheme)| grapheme.contains([PICTURE, KEYCAP]));
    pictures.map(|(start, grapheme)| start..start + grapheme.len()).take(MAX_RANGES).collect()
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hearts_and_keycaps_become_pictures() {
        let text = "a❤️b1️⃣❤";
        let found: Vec<&str> = ScriptNeeds::of(text).emoji.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["❤️", "1️⃣"]);
    }

    #[test]
    fn han_takes_the_language_of_the_letters_beside_it() {
        let language = |text: &str| ScriptNeeds::of(text).language.map(|l| l.as_str().to_owned());
        assert_eq!(language("日本語の文章").as_deref(), Some("ja"));
        assert_eq!(language("한국어 문장").as_deref(), Some("ko"));
        assert_eq!(language("国防部表示"), None);
        assert!(ScriptNeeds::of("한국어 문장").keeps_words);
        assert!(!ScriptNeeds::of("国防部表示").keeps_words);
    }
}
