//! Joins the ends and beginnings of lines: words parted by a hyphen become whole where the whole word is meant.

use std::collections::HashSet;

use super::letter::is_without_blanks;
use super::line::Line;

/// How two lines are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seam {
    /// With a blank.
    Blank,
    /// Directly.
    Close,
    /// Directly, and the hyphen at the end of the first goes.
    WithoutHyphen,
}

/// The words that a file has within lines, in small letters.
#[derive(Debug, Default)]
pub struct Words {
    all: HashSet<String>,
    /// What stands before the first hyphen of words that have one.
    starts: HashSet<String>,
}

impl Words {
    /// Of these lines. Words that a line's end parts do not count.
    pub fn of(lines: &[Line]) -> Self {
        let mut words = Words::default();
        if !lines.iter().any(|line| line.words.ends_with(HYPHENS)) {
            return words;
        }
        let mut was_parted = false;
        for line in lines {
            let is_parted = line.words.ends_with(HYPHENS);
            let mut tokens: Vec<&str> = line.words.split(|sign: char| !sign.is_alphanumeric() && !HYPHENS.contains(&sign)).collect();
            if is_parted {
                tokens.pop();
            }
            for token in tokens.into_iter().skip(usize::from(was_parted)).filter(|token| token.len() > 1) {
                let token = token.to_lowercase();
                words.starts.extend(token.split_once(HYPHENS).map(|(start, _)| start.to_owned()));
                words.all.insert(token);
            }
            was_parted = is_parted;
        }
        words
    }

    fn has(&self, word: &str) -> bool {
        self.all.contains(&word.to_lowercase())
    }

    /// How the end of a line goes on with the next.
    pub fn seam(&self, before: &str, after: &str) -> Seam {
        let Some(last) = before.chars().next_back() else { return Seam::Close };
        let Some(first) = after.chars().next() else { return Seam::Close };
        if last == '\u{ad}' {
            return Seam::WithoutHyphen;
        }
        if is_without_blanks(last) && is_without_blanks(first) {
            return Seam::Close;
        }
        let body = before.strip_suffix(last).unwrap_or("");
        let is_after_word = body.chars().next_back().is_some_and(char::is_alphanumeric);
        let next = after.split(' ').next().unwrap_or("");
        if HYPHENS.contains(&last) && SHARED.contains(&next) {
            return Seam::Blank;
        }
        if last == '\u{2010}' && is_after_word && first.is_lowercase() {
            // Typesetters part words with it; writers type the other one.
            return Seam::WithoutHyphen;
        }
        if HYPHENS.contains(&last) && is_after_word {
            return self.hyphen(body, after, first);
        }
        let token = before.rsplit(' ').next().unwrap_or("");
        let is_address = token.contains("://") || token.starts_with("www.");
        if (last == '—' && is_after_word) || (is_address && last.is_ascii_punctuation() && !matches!(last, ',' | ';' | ')')) {
            return Seam::Close;
        }
        Seam::Blank
    }

    fn hyphen(&self, body: &str, after: &str, first: char) -> Seam {
        let start = body.rsplit(|sign: char| !sign.is_alphabetic()).next().unwrap_or("");
        let rest = after.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or("");
        if !first.is_lowercase() {
            // In capitals only a word that is met whole as well is taken for one: ELE-MENT, but not NATO-EU.
            let is_whole = start.len() > 1 && rest.len() > 1 && self.has(&format!("{start}{rest}"));
            let seam = if first.is_alphanumeric() { Seam::Close } else { Seam::Blank };
            return if is_whole { Seam::WithoutHyphen } else { seam };
        }
        if start.is_empty() {
            // 18-year
            return Seam::Close;
        }
        let is_compound = body.strip_suffix(start).is_some_and(|before| before.ends_with(HYPHENS));
        let whole = format!("{start}{rest}");
        let is_fixed = is_fixed_part(&start.to_lowercase(), rest) || self.starts.contains(&start.to_lowercase());
        if self.has(&whole) {
            Seam::WithoutHyphen
        } else if self.has(&format!("{start}-{rest}")) || (is_compound && self.has(rest)) || is_fixed {
            Seam::Close
        } else {
            Seam::WithoutHyphen
        }
    }
}

/// Parts that English keeps apart by a hyphen, where no syllable ends so: self-taught, strongly-coupled.
fn is_fixed_part(start: &str, rest: &str) -> bool {
    let is_ending = ["ness", "ish", "less", "hood", "same"].iter().any(|ending| rest.starts_with(ending));
    let is_adverb = start.len() > 4 && start.ends_with("ly") && rest.ends_with("ed");
    (["self", "well", "two", "three", "five"].contains(&start) && !is_ending) || is_adverb
}

/// Words after which the second half of a shared word follows: `Bildungs- und Sozialpolitik`.
const SHARED: [&str; 12] = ["und", "oder", "bzw.", "sowie", "and", "or", "to", "en", "of", "och", "og", "eller"];

/// Hyphens at the end of a line.
const HYPHENS: &[char] = &['-', '\u{2010}', '\u{ad}'];

#[cfg(test)]
mod tests {
    use super::*;

    fn words(lines: &[&str]) -> Words {
        Words::of(&lines.iter().map(|words| Line { words: (*words).to_owned(), ..Line::default() }).collect::<Vec<_>>())
    }

    #[test]
    fn hyphens_go_where_the_whole_word_is_meant() {
        let words = words(&[
            "the govern-",
            "ment and government",
            "an anti-war rally, the anti-",
            "war rally",
            "well known, well-",
            "known",
            "one ELEMENT",
        ]);
        let check = |before: &str, after: &str, seam| assert_eq!(words.seam(before, after), seam, "{before}|{after}");
        check("the govern-", "ment fell", Seam::WithoutHyphen);
        check("the anti-", "war rally", Seam::Close);
        check("the well-", "known", Seam::Close);
        check("Bildungs-", "und Sozialpolitik", Seam::Blank);
        check("Vereins\u{2010}", "vorstand", Seam::WithoutHyphen);
        check("the flood\u{ad}", "Plain", Seam::WithoutHyphen);
        check("the Anglo-", "Dutch", Seam::Close);
        check("2010-", "2012", Seam::Close);
        check("an ELE-", "MENT", Seam::WithoutHyphen);
        check("the NATO-", "EU talks", Seam::Close);
        check("the dyke -", "it failed", Seam::Blank);
        check("the dyke—", "it failed", Seam::Close);
        check("see https://example.org/", "report", Seam::Close);
        check("the unseen-", "behaviour", Seam::WithoutHyphen);
        check("a self-", "taught", Seam::Close);
        check("a strongly-", "coupled", Seam::Close);
        check("one self-", "ish act", Seam::WithoutHyphen);
        check("大雨で堤防", "が切れた", Seam::Close);
        check("one", "two", Seam::Blank);
    }
}
