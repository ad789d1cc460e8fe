//! The same words again, as whole words and whatever the case. As one expression with `\b` the search would look at every letter of
//! a book by itself; the bare words are found as quickly as the processor reads, and their ends are looked at afterwards.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Words that are looked for.
pub(super) struct WholeWords {
    words: Regex,
    starts_in_word: bool,
    ends_in_word: bool,
}

impl WholeWords {
    /// None where there is nothing to look for.
    pub(super) fn new(words: &str) -> Option<Self> {
        let pattern = Regex::new(&format!("(?i){}", regex::escape(words))).ok()?;
        let is_in_word = |letter: Option<char>| letter.is_some_and(is_of_word);
        let (starts_in_word, ends_in_word) = (is_in_word(words.chars().next()), is_in_word(words.chars().next_back()));
        (!words.is_empty()).then_some(WholeWords { words: pattern, starts_in_word, ends_in_word })
    }

    /// Where they stand, bytes, in order; no two places overlap.
    pub(super) fn find_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            while let Some(hit) = self.words.find_at(text, from) {
                if self.is_whole(text, &hit.range()) {
                    from = hit.end();
                    return Some(hit.range());
                }
                // Behind its first letter the same words may stand again.
                from = hit.start() + hit.as_str().chars().next().map_or(1, char::len_utf8);
            }
            None
        })
    }

    /// Whether no word goes on before or behind the hit. Where it begins or ends with another sign, as "$5" does, none can.
    fn is_whole(&self, text: &str, hit: &Range<usize>) -> bool {
        let before = text.get(..hit.start).and_then(|before| before.chars().next_back());
        let after = text.get(hit.end..).and_then(|after| after.chars().next());
        let goes_on = self.starts_in_word && before.is_some_and(is_of_word) || self.ends_in_word && after.is_some_and(is_of_word);
        !goes_on
    }
}

/// Whether a letter is part of a word, as `\w` has it.
fn is_of_word(letter: char) -> bool {
    static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\w").ok());
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric() || letter == '_';
    }
    WORD.as_ref().is_some_and(|word| word.is_match(letter.encode_utf8(&mut [0; 4])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(words: &str, text: &str, expected: &[usize]) {
        let found: Vec<usize> = WholeWords::new(words).unwrap().find_in(text).map(|hit| hit.start).collect();
        assert_eq!(found, expected, "{words:?} in {text:?}");
    }

    #[test]
    fn only_whole_words_are_found_whatever_the_case() {
        check("dyke", "Dyke dykes undyke dyke.", &[0, 18]);
        check("a a", "xa a a", &[3]);
        check("\u{f6}re", "f\u{f6}re \u{d6}RE", &[6]);
        check("\u{917}\u{92f}\u{93e}", "\u{917}\u{92f}\u{93e} \u{917}\u{92f}\u{93e}\u{901}", &[0]);
        check("$5 million", "cost $5 million, US$5 million, $5 millions", &[5, 19]);
        assert!(WholeWords::new("").is_none());
    }

    proptest! {
        #[test]
        fn they_are_those_of_an_expression_with_word_bounds(
            words in "[ab\u{e9}](|[ab \u{e9}\u{301}]{0,3}[ab\u{e9}])",
            text in "[abAB\u{e9}\u{c9} .\u{301}]{0,40}",
        ) {
            let naive = Regex::new(&format!(r"(?i)\b{}\b", regex::escape(&words))).unwrap();
            let expected: Vec<Range<usize>> = naive.find_iter(&text).map(|hit| hit.range()).collect();
            let found: Vec<Range<usize>> = WholeWords::new(&words).unwrap().find_in(&text).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
