//! A letter as it stands on a page, and the folding of its code points to the letters that are meant.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// How letters look, and what they are part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Printed bold.
    pub is_bold: bool,
    /// Printed italic.
    pub is_italic: bool,
    /// The link that they stand in: its number on the page, from 1; 0 for none.
    pub link: u16,
    /// The comment that is on them: its number on the page, from 1; 0 for none.
    pub note: u16,
}

/// One drawn sign, which may stand for several letters, in a frame in which its line runs to the right and lines go down.
#[derive(Clone, Debug)]
pub struct Letter {
    /// What it says; empty where the file does not tell.
    pub words: Box<str>,
    /// Where it begins in its line, points.
    pub start: f32,
    /// Where it ends, points.
    pub end: f32,
    /// The line that it stands on, points from the top.
    pub base: f32,
    /// Size of its print, points.
    pub size: f32,
    /// By how many degrees its line is turned clockwise, 0 to 359.
    pub turn: u16,
    /// How it looks.
    pub style: Style,
    /// Whether the file says that it belongs to the page and not to the article.
    pub is_artefact: bool,
    /// Whether it is not painted: words recognised in a picture stand behind it so.
    pub is_hidden: bool,
}

impl Letter {
    /// Whether it is a blank.
    pub fn is_blank(&self) -> bool {
        !self.words.is_empty() && self.words.chars().all(char::is_whitespace)
    }

    /// Its middle.
    pub fn middle(&self) -> f32 {
        f32::midpoint(self.start, self.end)
    }
}

/// The letters that a code point is meant to be: ligatures taken apart, forms of Arabic letters folded, controls gone.
pub fn folded(words: &str) -> Cow<'_, str> {
    if !words.chars().any(needs_folding) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 4);
    for sign in words.chars() {
        match sign {
            // The long s of old print is a letter of its own, but in a ligature it is nothing else than an s.
            '\u{fb05}' => out.push_str("st"),
            '\u{fb00}'..='\u{fb06}' | '\u{fb13}'..='\u{fb17}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                let normalizer = ComposingNormalizerBorrowed::new_nfkc();
                out.push_str(normalizer.normalize(sign.encode_utf8(&mut [0; 4])).trim_start());
            }
            '\u{f0b7}' => out.push('•'),
            '\u{f0a7}' => out.push('▪'),
            '\u{f0d8}' => out.push('➢'),
            '\u{f0fc}' => out.push('✓'),
            '\u{f0e0}' => out.push('→'),
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{feff}' => {}
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    Cow::Owned(out)
}

fn needs_folding(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{f0a7}'..='\u{f0fc}' | '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Whether a letter is written from right to left.
pub fn is_right_to_left(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && !is_number(sign)
        && !matches!(sign, '\u{60c}' | '\u{66a}'..='\u{66c}')
}

/// Whether it is a figure; figures run from left to right in every script.
pub fn is_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

/// Whether letters like it are set without blanks between words.
pub fn is_without_blanks(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
        && !matches!(sign, '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_and_forms_are_folded_and_nothing_else() {
        let check = |drawn: &str, meant: &str| assert_eq!(folded(drawn), meant, "{drawn}");
        check("\u{fb01}", "fi");
        check("\u{fb03}", "ffi");
        check("\u{fb05}", "st");
        check("\u{fed5}\u{fefb}", "\u{642}\u{644}\u{627}");
        check("\u{fe76}", "\u{64e}");
        check("\u{f0b7}", "•");
        check("a\0\u{7}b\u{2028}", "ab ");
        check("½ ² Å œ ﹪ ｆ", "½ ² Å œ ﹪ ｆ");
    }

    #[test]
    fn figures_are_not_right_to_left() {
        assert!(is_right_to_left('\u{5d0}') && is_right_to_left('\u{627}'));
        assert!(!is_right_to_left('\u{661}') && !is_right_to_left('a') && !is_right_to_left('3'));
    }
}
