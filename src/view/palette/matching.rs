//! How well words answer what was typed, and which letters do.

use std::ops::Range;

/// A match: letters that agree, as byte ranges, and how good it is (less is better).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Byte ranges of the letters that agree.
    pub letters: Vec<Range<usize>>,
    /// Less is better.
    pub rank: usize,
}

/// The first place where `wanted` stands in `words`, whatever the case of letters.
pub fn find(words: &str, wanted: &str) -> Option<Range<usize>> {
    let starts = words.char_indices().map(|(at, _)| at);
    starts.into_iter().find_map(|start| Some(start..start + length_at_start(words.get(start..)?, wanted)?))
}

/// Length in bytes of `wanted` at the very start of `words`; none where it does not stand there.
fn length_at_start(words: &str, wanted: &str) -> Option<usize> {
    let mut wanted = wanted.chars().flat_map(char::to_lowercase).peekable();
    let mut length = 0;
    for sign in words.chars() {
        if wanted.peek().is_none() {
            break;
        }
        for lower in sign.to_lowercase() {
            if wanted.next() != Some(lower) {
                return None;
            }
        }
        length += sign.len_utf8();
    }
    wanted.peek().is_none().then_some(length)
}

/// Whole words first, then beginnings of words, then any place, then letters in order (`tbl` in “tab left”).
pub fn rank(words: &str, wanted: &str) -> Option<Match> {
    if let Some(found) = find(words, wanted) {
        let before = words.get(..found.start).and_then(|head| head.chars().next_back());
        let begins_word = before.is_none_or(|sign| !sign.is_alphanumeric());
        let rank = if begins_word { found.start.min(99) } else { 100 + found.start.min(99) };
        return Some(Match { letters: vec![found], rank });
    }
    scattered(words, wanted)
}

/// Letters in order, each at the beginning of a word or right after the one before it.
fn scattered(words: &str, wanted: &str) -> Option<Match> {
    let mut wanted = wanted.chars().filter(|sign| !sign.is_whitespace()).flat_map(char::to_lowercase).peekable();
    wanted.peek()?;
    let mut letters: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    for (at, sign) in words.char_indices() {
        let Some(next) = wanted.peek() else { break };
        let follows = letters.last().is_some_and(|last| last.end == at);
        let begins_word = !before.is_alphanumeric();
        if (follows || begins_word) && sign.to_lowercase().next() == Some(*next) {
            wanted.next();
            let end = at + sign.len_utf8();
            match letters.last_mut() {
                Some(last) if follows => last.end = end,
                _ => letters.push(at..end),
            }
        }
        before = sign;
    }
    wanted.peek().is_none().then(|| Match { rank: 200 + letters.len(), letters })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, wanted: &str, expected: Option<(&[&str], usize)>) {
        let found = rank(words, wanted);
        let found = found.map(|found| (found.letters.iter().map(|range| &words[range.clone()]).collect::<Vec<_>>(), found.rank));
        assert_eq!(found, expected.map(|(letters, rank)| (letters.to_vec(), rank)));
    }

    #[test]
    fn beginnings_of_words_go_before_places_inside_words_and_initials() {
        check("Mark A14 as asked", "ASK", Some((&["ask"], 12)));
        check("clerical tasks", "ask", Some((&["ask"], 110)));
        check("Find in all articles", "fia", Some((&["Fi", "a"], 202)));
        check("Save as", "xyz", None);
        check("", "a", None);
    }

    #[test]
    fn letters_that_grow_in_lower_case_keep_their_places() {
        check("İstanbul, Galata", "galata", Some((&["Galata"], 11)));
        check("Straße Groß", "groß", Some((&["Groß"], 8)));
        check("ÉCLAIR", "éclair", Some((&["ÉCLAIR"], 0)));
    }
}
