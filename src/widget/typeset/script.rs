//! What the characters of a text ask for beyond its style: emoji pictures, a language for Han and for Arabic letters, whole
//! Korean words.

use std::ops::Range;

use icu_properties::CodePointSetData;
use icu_properties::props::EmojiPresentation;
use parley::fontique::Language;
use unicode_segmentation::UnicodeSegmentation as _;

/// The character that asks for a picture rather than a sign: ❤ becomes ❤️.
const PICTURE: char = '\u{fe0f}';
/// The character that asks for a sign rather than a picture.
const SIGN: char = '\u{fe0e}';
const KEYCAP: char = '\u{20e3}';
/// So many ranges of their own kind a text may have; layout refuses tens of thousands.
pub(super) const MAX_RANGES: usize = 4096;

/// What layout must know about a text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ScriptNeeds {
    /// Graphemes that want an emoji font even where a text font has the sign; in bytes.
    pub(super) emoji: Vec<Range<usize>>,
    /// The language whose shapes letters take: Han differs between Chinese, Japanese and Korean, figures and some letters
    /// between Arabic, Persian and Urdu.
    pub(super) language: Option<Language>,
    /// Korean is broken between words, unlike its neighbours.
    pub(super) keeps_words: bool,
    /// All of it is in the bundled fonts, or letters of scripts that no font of rare signs has.
    pub(super) is_plain: bool,
}

impl ScriptNeeds {
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { is_plain: true, ..Self::default() };
        }
        let has_kana = text.contains(is_kana);
        let has_hangul = text.contains(is_hangul);
        let tag = match (has_kana, has_hangul) {
            (true, _) => Some("ja"),
            (false, true) => Some("ko"),
            (false, false) if text.contains(is_urdu) => Some("ur"),
            (false, false) if text.contains(is_persian) => Some("fa"),
            (false, false) => None,
        };
        let language = tag.and_then(|tag| Language::parse(tag).ok());
        Self { emoji: emoji_ranges(text), language, keeps_words: has_hangul && !has_kana, is_plain: text.chars().all(is_plain) }
    }
}

fn emoji_ranges(text: &str) -> Vec<Range<usize>> {
    if !text.contains(may_be_picture) {
        return Vec::new();
    }
    let graphemes = text.grapheme_indices(true);
    let pictures = graphemes.filter(|(_, grapheme)| is_picture(grapheme));
    pictures.map(|(start, grapheme)| start..start + grapheme.len()).take(MAX_RANGES).collect()
}

const fn may_be_picture(sign: char) -> bool {
    sign == PICTURE || sign == KEYCAP || matches!(sign, '\u{231a}'..='\u{2b55}' | '\u{1f000}'..='\u{1faff}')
}

fn is_picture(grapheme: &str) -> bool {
    let is_one_by_itself = |sign| CodePointSetData::new::<EmojiPresentation>().contains(sign);
    grapheme.contains([PICTURE, KEYCAP]) || (grapheme.starts_with(is_one_by_itself) && !grapheme.contains(SIGN))
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}')
}

/// Signs that every bundled font has: Latin of the first three blocks but for a few letters, with the usual marks.
const fn is_bundled(c: char) -> bool {
    let is_latin =
        matches!(c, '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{12b}' | '\u{12e}'..='\u{131}' | '\u{134}'..='\u{165}' | '\u{168}'..='\u{17e}');
    is_latin || matches!(c, '\t' | '\n' | ' '..='~' | '–' | '—' | '‘'..='‚' | '“'..='„' | '…')
}

/// Hebrew, Arabic, the scripts of India, Thai, Lao, Burmese, Khmer, and the letters and stops of East Asia.
const fn is_plain(c: char) -> bool {
    is_bundled(c)
        || matches!(c,
            '\u{5d0}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{900}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{200c}'..='\u{200f}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3041}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff5e}')
}

/// Letters that Persian has and Arabic has not; Urdu has them too.
const fn is_persian(c: char) -> bool {
    matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی')
}

/// Letters that Urdu has and Persian has not.
const fn is_urdu(c: char) -> bool {
    matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ھ' | 'ہ' | 'ے')
}

#[cfg(test)]
mod tests {
    use super::super::{SystemFonts, TextEngine, TextStyle};
    use super::*;
    use crate::widget::font::article_fonts;

    #[test]
    fn hearts_and_keycaps_become_pictures() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = ScriptNeeds::of(text).emoji.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected);
        };
        check("a❤️b1️⃣❤", &["❤️", "1️⃣"]);
        check("👍 👍🏽 👍\u{fe0e} ☎ ☎️ ☎︎ 🇫🇷 👨‍👩‍👧 ⌚ ✓ © 1", &["👍", "👍🏽", "☎️", "🇫🇷", "👨‍👩‍👧", "⌚"]);
    }

    #[test]
    fn words_with_rare_signs_are_told_apart() {
        for plain in ["Five came.", "“Zwölf” – für Łódź…", "قال ٣ مسؤولين: BBC نقلت", "बाँध टूट गया।", "大坝垮了。", "댐이 무너졌다"]
        {
            assert!(ScriptNeeds::of(plain).is_plain, "{plain}");
        }
        for rare in ["2 → 3", "π ≈ 3", "Το φράγμα", "Плотина", "x\u{301}", "☎", "ⅷ"] {
            assert!(!ScriptNeeds::of(rare).is_plain, "{rare}");
        }
    }

    #[test]
    fn the_bundled_fonts_have_all_that_is_taken_for_granted() {
        let textures = egui::Context::default().tex_manager();
        let mut engine = TextEngine::new(article_fonts(), SystemFonts::Never, textures);
        let all: String = ('\u{20}'..='\u{2100}').filter(|sign| is_bundled(*sign)).collect();
        for style in [TextStyle::serif(17.0, 30.0), TextStyle::sans(13.0, 18.0)] {
            for style in [style, style.semibold(), TextStyle { italic: true, ..style }] {
                assert!(all.chars().all(|sign| !engine.lacks(&sign.to_string(), &style)), "{style:?}");
            }
        }
    }

    #[test]
    fn han_takes_the_language_of_the_letters_beside_it() {
        let language = |text: &str| ScriptNeeds::of(text).language.map(|l| l.as_str().to_owned());
        assert_eq!(language("日本語の文章").as_deref(), Some("ja"));
        assert_eq!(language("한국어 문장").as_deref(), Some("ko"));
        assert_eq!(language("国防部表示"), None);
        assert_eq!(language("گزارش می‌گوید").as_deref(), Some("fa"));
        assert_eq!(language("رپورٹ کے مطابق").as_deref(), Some("ur"));
        assert_eq!(language("قال مسؤولون"), None);
        assert!(ScriptNeeds::of("한국어 문장").keeps_words);
        assert!(!ScriptNeeds::of("国防部表示").keeps_words);
    }
}
