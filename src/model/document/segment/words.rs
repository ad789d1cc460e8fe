//! Words by UAX 29. Thai, Khmer, Lao, Burmese, Chinese and Japanese write no gaps: their words are found with dictionaries.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use crate::model::document::span::Span;

/// Bytes looked at on each side of a place when its word is sought, at most.
const WINDOW_BYTES: usize = 2048;

fn segmenter() -> WordSegmenterBorrowed<'static> {
    WordSegmenter::new_dictionary(WordBreakInvariantOptions::default())
}

/// The word at byte `at` of a paragraph that begins at byte `base` of the text.
pub fn word_at(paragraph: &str, at: usize, base: usize) -> Span {
    let (from, to) = window(paragraph, at);
    let words = paragraph.get(from..to).unwrap_or("");
    let inside = at.saturating_sub(from);
    let mut start = 0;
    for end in segmenter().segment_str(words).filter(|end| *end > 0) {
        if inside < end || end == words.len() {
            return Span::between(base + from + start, base + from + end);
        }
        start = end;
    }
    Span::between(base + at, base + at)
}

/// Number of words that hold a letter or digit.
pub fn word_count(text: &str) -> usize {
    if !text.contains(needs_dictionary) {
        return text.unicode_words().count();
    }
    let (mut count, mut start) = (0, 0);
    for end in segmenter().segment_str(text) {
        let word = text.get(start..end).unwrap_or("");
        count += usize::from(word.contains(char::is_alphanumeric));
        start = end;
    }
    count
}

/// The words that hold a letter or digit, in order.
pub fn words(text: &str) -> Vec<Span> {
    if !text.contains(needs_dictionary) {
        return text.unicode_word_indices().map(|(at, word)| Span::between(at, at + word.len())).collect();
    }
    let (mut found, mut start) = (Vec::new(), 0);
    for end in segmenter().segment_str(text) {
        if text.get(start..end).unwrap_or("").contains(char::is_alphanumeric) {
            found.push(Span::between(start, end));
        }
        start = end;
    }
    found
}

/// Letters of scripts that write no gaps between words.
const fn needs_dictionary(sign: char) -> bool {
    matches!(
        sign,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
    )
}

/// The stretch around a place that can be looked at alone: it begins and ends where no rule and no dictionary joins what
/// stands on both sides. So a word is the same from wherever it is asked for, and a paragraph of a megabyte is as quick
/// as a short one.
fn window(paragraph: &str, at: usize) -> (usize, usize) {
    let at = paragraph.floor_char_boundary(at);
    let least = paragraph.floor_char_boundary(at.saturating_sub(WINDOW_BYTES));
    let most = paragraph.floor_char_boundary((at + WINDOW_BYTES).min(paragraph.len()));
    let at_sign = paragraph.get(at..most).and_then(|rest| rest.chars().next());
    let mut from = least;
    let mut behind = at_sign;
    for (place, sign) in paragraph.get(least..at).unwrap_or("").char_indices().rev() {
        if behind.is_some_and(|behind| parts(sign, behind)) {
            from = least + place + sign.len_utf8();
            break;
        }
        behind = Some(sign);
    }
    let mut before = at_sign;
    let signs = paragraph.get(at..most).unwrap_or("").char_indices().skip(1);
    for (place, sign) in signs {
        if before.is_some_and(|before| parts(before, sign)) {
            return (from, at + place);
        }
        before = Some(sign);
    }
    (from, most)
}

/// Whether two signs that follow each other are surely parted.
fn parts(before: char, behind: char) -> bool {
    // UAX 29 keeps white space together, and whatever follows may attach marks to the sign before it.
    is_stop(before) && behind.is_alphanumeric() || before.is_alphanumeric() && is_stop(behind)
}

const fn is_stop(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\u{3000}'..='\u{3002}' | '\u{3008}'..='\u{3011}' | '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All words from `word_at`, asked for at every character, in order.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut found: Vec<Span> = text.char_indices().map(|(at, _)| word_at(text, at, 0)).collect();
        found.dedup();
        let words: Vec<&str> = found.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(words.concat(), text, "the words lie one behind the other");
        let words: Vec<&str> = words.into_iter().filter(|word| word.contains(char::is_alphanumeric)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_are_found_anywhere() {
        check("The video-clip, 1,500 men's  3.5%", &["The", "video", "clip", "1,500", "men's", "3.5"]);
        check("снова в 2025-м году", &["снова", "в", "2025", "м", "году"]);
        check("قال: «لا أَعْلَمُ»، 12٫5٪", &["قال", "لا", "أَعْلَمُ", "12٫5"]);
        check("क्षत्रिय नमस्ते।", &["क्षत्रिय", "नमस्ते"]);
        check("한국어 문장입니다.", &["한국어", "문장입니다"]);
        check("e\u{301}te\u{301} x", &["e\u{301}te\u{301}", "x"]);
    }

    #[test]
    fn scripts_without_gaps_are_cut_by_dictionaries() {
        check("国防部表示，三千人抵达边境。", &["国防", "部", "表示", "三千", "人", "抵达", "边境"]);
        check("日本語の文章です。", &["日本語", "の", "文章", "です"]);
        check("ทหารกว่า 1,500 คน", &["ทหาร", "กว่า", "1,500", "คน"]);
        check("ប្រទេសកម្ពុជា", &["ប្រទេស", "កម្ពុជា"]);
        assert_eq!(word_count("国防部表示，三千人。"), 5);
        assert_eq!(word_count("two words"), 2);
        let text = "国防部表示 3,000 人。";
        assert_eq!(words(text).iter().map(|span| &text[span.range()]).collect::<Vec<_>>(), ["国防", "部", "表示", "3,000", "人"]);
        assert_eq!(words("One, two."), [Span::between(0, 3), Span::between(5, 8)]);
    }

    #[test]
    fn a_place_behind_the_end_has_the_last_word() {
        assert_eq!(word_at("ab cd", 5, 10), Span::between(13, 15));
        assert_eq!(word_at("", 0, 7), Span::between(7, 7));
    }

    #[test]
    fn a_word_is_found_in_a_line_of_a_megabyte() {
        let text = "word ".repeat(200_000);
        assert_eq!(&text[word_at(&text, 500_002, 0).range()], "word");
        let text = "国防部表示三千人抵达边境。".repeat(30_000);
        assert_eq!(&text[word_at(&text, 39 * 15_000, 0).range()], "国防");
    }
}
