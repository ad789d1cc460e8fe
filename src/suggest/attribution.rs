//! Who says what: splits a sentence into source, cue and content by its English cue, with its quotes and commas. Where the sentence
//! does not say it plainly, it says why it cannot be split.

use std::ops::Range;

use super::lexicon::{ARTICLES, BETWEEN, CUES, PRONOUNS, TOLD, WHEN_WHERE};

/// The parts of a sentence that gives words to somebody, in bytes from its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it.
    pub source: Range<usize>,
    /// The words that give it to them: `said`, `according to`.
    pub cue: Range<usize>,
    /// What is said.
    pub content: Range<usize>,
}

/// Why a sentence cannot be split.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotSplit {
    /// It has none of the words that are known.
    #[error("There is no English “said” or “according to” here")]
    NoCue,
    /// A cue is there, and nobody or nothing beside it.
    #[error("Who says what around “{0}” is not plain here")]
    Unclear(String),
    /// The speaker is named elsewhere.
    #[error("Who “{0}” is stands elsewhere")]
    Pronoun(String),
}

/// The most words of a speaker: longer ones are half a sentence.
const SPEAKER_WORDS: usize = 16;
/// The most words of a name with a title before it.
const NAME_WORDS: usize = 5;
/// The most words behind a cue at the end: `said on Monday`, `explained to reporters on Wednesday (22)`.
const TAIL_WORDS: usize = 7;
/// How far behind a cue its "that" is looked for.
const THAT_WORDS: usize = 12;

/// Splits a sentence, or a few of which only one has a cue outside of quotes.
///
/// # Errors
/// Where it does not say plainly who says what.
pub fn attribution(sentence: &str) -> Result<Attribution, CannotSplit> {
    let sentence = Sentence::of(sentence);
    let mut reason = CannotSplit::NoCue;
    for (first, last) in sentence.cues() {
        let cue = sentence.range(first, last);
        let found = if first == last { sentence.said(first) } else { sentence.according(first, last) };
        let Some((source, content)) = found else {
            if reason == CannotSplit::NoCue {
                reason = CannotSplit::Unclear(sentence.slice(&cue).to_owned());
            }
            continue;
        };
        let speaker = sentence.slice(&source);
        if PRONOUNS.contains(&speaker.to_lowercase().as_str()) {
            reason = CannotSplit::Pronoun(speaker.to_owned());
            continue;
        }
        return Ok(Attribution { source, cue, content });
    }
    Err(reason)
}

/// Where the words of a cue stand, as near as can be to the speaker and in no part of the content.
pub fn cue_near(text: &str, cue: &str, speaker: &Range<usize>, content: &Range<usize>) -> Option<Range<usize>> {
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let stands_alone = |range: &Range<usize>| {
        let (before, after) = (text.get(..range.start), text.get(range.end..));
        !is_letter(before.and_then(|text| text.chars().next_back())) && !is_letter(after.and_then(|text| text.chars().next()))
    };
    let is_outside = |range: &Range<usize>, part: &Range<usize>| range.end <= part.start || range.start >= part.end;
    let found = text.match_indices(cue).map(|(at, found)| at..at + found.len());
    found
        .filter(|range| !range.is_empty() && stands_alone(range) && is_outside(range, speaker) && is_outside(range, content))
        .min_by_key(|range| if range.start < speaker.start { speaker.start - range.end } else { range.start - speaker.end })
}

/// A word of a sentence.
struct Word {
    range: Range<usize>,
    small: String,
    /// Whether it stands between quotation marks.
    is_quoted: bool,
    /// Signs between it and the word before: a comma, a quotation mark that ends, one that begins.
    comma: bool,
    closed: bool,
    opened: bool,
    /// Whether a colon or a dash is there, or a bracket.
    is_broken: bool,
}

impl Word {
    fn is_one_of(&self, list: &[&str]) -> bool {
        list.contains(&self.small.as_str())
    }
}

/// A sentence with its words.
struct Sentence<'a> {
    text: &'a str,
    words: Vec<Word>,
}

impl<'a> Sentence<'a> {
    fn of(text: &'a str) -> Self {
        Sentence::within(text, false)
    }

    /// The same where a quote may have been opened before it.
    fn within(text: &'a str, mut is_quoted: bool) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut start = None;
        let (mut comma, mut closed, mut opened, mut is_broken) = (false, false, false, false);
        let mut signs = text.char_indices().peekable();
        while let Some((at, sign)) = signs.next() {
            let next = signs.peek().map(|(_, sign)| *sign);
            let within = matches!(sign, '\'' | '’' | '-' | '.' | ',') && start.is_some() && next.is_some_and(char::is_alphanumeric);
            if sign.is_alphanumeric() || within {
                start.get_or_insert(at);
                if next.is_some() {
                    continue;
                }
            }
            if let Some(start) = start.take() {
                let end = if sign.is_alphanumeric() { at + sign.len_utf8() } else { at };
                let small = text.get(start..end).unwrap_or_default().to_lowercase();
                words.push(Word { range: start..end, small, is_quoted, comma, closed, opened, is_broken });
                (comma, closed, opened, is_broken) = (false, false, false, false);
            }
            match sign {
                ',' => comma = true,
                '"' if is_quoted => (is_quoted, closed) = (false, true),
                '"' | '“' | '«' | '„' => (is_quoted, opened) = (true, true),
                '”' | '»' => (is_quoted, closed) = (false, true),
                ':' | ';' | '–' | '—' | '(' | ')' => is_broken = true,
                _ => {}
            }
        }
        Sentence { text, words }
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The cues outside of quotes as places of their first and last word. Those that end a quote come first, then in the order of the text.
    fn cues(&self) -> Vec<(usize, usize)> {
        let small = |at: usize| self.words.get(at).map_or("", |word| word.small.as_str());
        let mut cues: Vec<(usize, usize)> = Vec::new();
        for (at, word) in self.words.iter().enumerate().filter(|(_, word)| !word.is_quoted) {
            if word.small == "according" && small(at + 1) == "to" {
                cues.push((at, at + 1));
            } else if word.is_one_of(CUES) {
                cues.push((at, at));
            }
        }
        // Of two, the one that ends the sentence or a quote gives all of it: "X said A reported B, officials said".
        cues.sort_by_key(|(first, last)| (*first == *last && self.before_comma(*first).is_none() && !self.follows_content(*first), *first));
        cues
    }

    fn range(&self, first: usize, last: usize) -> Range<usize> {
        let (Some(first), Some(last)) = (self.words.get(first), self.words.get(last)) else { return 0..0 };
        first.range.start..last.range.end
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// Whether a comma or the end of a quote stands right before the word.
    fn follows_content(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| (word.comma || word.closed) && at > 1) && !self.is_apposition(at)
    }

    /// Whether the comma before a cue ends what the speaker is: `Ann Ex, head of the dykes, said`.
    fn is_apposition(&self, cue: usize) -> bool {
        let behind = |from: usize| (1..=from).rev().find(|at| self.word(*at).is_some_and(|word| word.comma || word.closed));
        let is_comma = self.word(cue).is_some_and(|word| word.comma && !word.closed);
        let before = cue.checked_sub(1).filter(|_| is_comma).and_then(behind);
        before.is_some_and(|before| before - behind(before - 1).unwrap_or(0) <= NAME_WORDS)
    }

    /// Content and speaker where a speaker stands before the cue at the end: the place of its first word.
    fn before_comma(&self, cue: usize) -> Option<usize> {
        let end = self.speaker_end(cue)?;
        let mut back = (1..=end).rev().filter(|at| self.word(*at).is_some_and(|word| word.comma || word.closed));
        let nearest = back.next()?;
        let start = if self.is_apposition(cue) { back.next()? } else { nearest };
        let is_short = end - start < SPEAKER_WORDS;
        let tail = self.tail_words(cue);
        let is_name = self.word(start).is_some_and(|word| !word.is_quoted && !word.is_one_of(WHEN_WHERE));
        let is_introduction = self.word(0).is_some_and(|word| !word.opened && word.is_one_of(WHEN_WHERE)) && self.ends_late(cue);
        (is_short && is_name && start > 1 && tail.is_some() && !is_introduction).then_some(start)
    }

    /// Whether much is said behind the cue.
    fn ends_late(&self, cue: usize) -> bool {
        self.words.len() > cue + 1 + TAIL_WORDS
    }

    /// The last word of a speaker before a cue: words between them are left out. Nothing where a quote or the beginning is there.
    fn speaker_end(&self, cue: usize) -> Option<usize> {
        let mut at = cue;
        loop {
            if self.word(at)?.closed || at == 0 {
                return None;
            }
            at -= 1;
            let word = self.word(at)?;
            if word.is_quoted {
                return None;
            }
            if !word.is_one_of(BETWEEN) {
                return Some(at);
            }
        }
    }

    /// How many words follow a cue up to the end or a comma, where they only say when, where and to whom.
    fn tail_words(&self, cue: usize) -> Option<usize> {
        let rest = self.words.get(cue + 1..)?;
        if rest.first().is_some_and(|word| word.comma) {
            return Some(0);
        }
        let is_that = rest.iter().take(THAT_WORDS).any(|word| word.small == "that" || word.opened);
        (rest.len() <= TAIL_WORDS && !is_that && !self.goes_on(cue)).then_some(rest.len())
    }

    /// Whether what is said follows the cue at once, although it is short: only a time, a place or a hearer makes a tail.
    fn goes_on(&self, cue: usize) -> bool {
        let is_told = self.word(cue).is_some_and(|word| word.is_one_of(TOLD));
        self.word(cue + 1).is_some_and(|word| !is_told && !word.is_one_of(WHEN_WHERE))
    }

    /// `CONTENT, X said.` | `CONTENT, said X.` | `X said CONTENT.`
    fn said(&self, cue: usize) -> Option<(Range<usize>, Range<usize>)> {
        if let Some(start) = self.before_comma(cue) {
            let content = self.content(0, start.checked_sub(1)?)?;
            return Some((self.speaker(start, self.speaker_end(cue)?)?, content));
        }
        let is_told = self.word(cue)?.is_one_of(TOLD);
        if self.follows_content(cue) && !is_told {
            let end = self.run_end(cue + 1)?;
            let speaker = self.speaker(cue + 1, end)?;
            return Some((speaker, self.content(0, cue.checked_sub(1)?)?));
        }
        let end = self.speaker_end(cue)?;
        let content = self.content(self.content_start(cue)?, self.words.len().checked_sub(1)?)?;
        let speaker = self.speaker(self.speaker_start(end, cue), end)?;
        // More than a name with its title is half a sentence.
        (self.slice(&speaker).split_whitespace().count() <= 2 * NAME_WORDS).then_some((speaker, content))
    }

    /// `According to X, CONTENT.` | `CONTENT, according to X.`
    fn according(&self, first: usize, last: usize) -> Option<(Range<usize>, Range<usize>)> {
        let end = self.run_end(last + 1)?;
        let speaker = self.speaker(last + 1, end)?;
        let content = if first == 0 { self.content(end + 1, self.words.len().checked_sub(1)?)? } else { self.content(0, first - 1)? };
        Some((speaker, content))
    }

    /// The last word from here before a comma, a quote or a break.
    fn run_end(&self, from: usize) -> Option<usize> {
        self.word(from)?;
        let is_break = |at: &usize| self.word(*at).is_none_or(|word| word.comma || word.opened || word.is_broken);
        (from + 1..=self.words.len()).find(is_break).map(|at| at - 1)
    }

    /// Where a speaker before its cue begins: behind the last comma, or before it where commas stand around what the speaker is.
    fn speaker_start(&self, end: usize, cue: usize) -> usize {
        let behind_comma = |from: usize| (1..=from).rev().find(|at| self.word(*at).is_some_and(|word| word.comma || word.is_broken));
        match (behind_comma(end), self.is_apposition(cue)) {
            (Some(comma), true) => behind_comma(comma - 1).unwrap_or(0),
            (comma, _) => comma.unwrap_or(0),
        }
    }

    /// The words of a speaker, without what stands behind a comma in them.
    fn speaker(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let comma = (first + 1..=last).find(|at| self.word(*at).is_some_and(|word| word.comma)).map_or(last, |at| at - 1);
        let is_plain = (first..=comma).all(|at| self.word(at).is_some_and(|word| !word.is_quoted));
        let is_only_article = first == comma && self.word(first).is_some_and(|word| word.is_one_of(ARTICLES));
        (first <= comma && comma - first < SPEAKER_WORDS && is_plain && !is_only_article).then(|| self.range(first, comma))
    }

    /// The first word of what follows a cue: behind "that", behind a hearer, behind a time.
    fn content_start(&self, cue: usize) -> Option<usize> {
        let first = self.word(cue + 1)?;
        if first.opened {
            return Some(cue + 1);
        }
        let is_told = self.word(cue).is_some_and(|word| word.is_one_of(TOLD));
        let may_wait = is_told || first.comma || first.is_one_of(WHEN_WHERE);
        let reach = if may_wait { THAT_WORDS } else { 1 };
        let near = || (cue + 1..=cue + reach).filter(|at| self.word(*at).is_some());
        if let Some(that) = near().find(|at| self.word(*at).is_some_and(|word| word.small == "that")) {
            return Some(that + 1);
        }
        if let Some(quote) = near().find(|at| self.word(*at).is_some_and(|word| word.opened)).filter(|_| may_wait) {
            return Some(quote);
        }
        // Who was told and what cannot be parted without a "that".
        (!is_told).then_some(cue + 1)
    }

    /// What is said, without the commas around it, and without quotation marks where they are around all of it.
    fn content(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let first = if first == 0 { self.behind_dateline() } else { first };
        (last > first).then_some(())?;
        let (start, end) = (self.word(first)?.range.start, self.word(last)?.range.end);
        let is_all_quoted = (first..=last).all(|at| self.word(at).is_some_and(|word| word.is_quoted))
            && (first + 1..=last).all(|at| self.word(at).is_some_and(|word| !word.opened));
        if is_all_quoted {
            return Some(start..self.with_closing(end, &['?', '!', '.']));
        }
        // A quote within keeps its marks.
        let opens = self.word(first)?.opened;
        let start = if opens { self.text.get(..start)?.rfind(['"', '“', '«', '„']).unwrap_or(start) } else { start };
        Some(start..self.with_closing(end, &['"', '”', '»', '.', '?', '!', '%', ')']))
    }

    /// The first word behind a dateline: `WASHINGTON (AP) — Dykes held`.
    fn behind_dateline(&self) -> usize {
        let gap = |at: usize| Some(self.slice(&(self.word(at - 1)?.range.end..self.word(at)?.range.start)));
        let is_quoted = self.words.iter().take(NAME_WORDS).any(|word| word.is_quoted);
        (1..NAME_WORDS).find(|at| !is_quoted && gap(*at).is_some_and(|gap| gap.contains('—') && gap.contains(')'))).unwrap_or(0)
    }

    /// Takes in the signs that follow, up to the last one that is no full stop.
    fn with_closing(&self, end: usize, signs: &[char]) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        let taken: &str = rest.get(..rest.find(|sign| !signs.contains(&sign)).unwrap_or(rest.len())).unwrap_or_default();
        end + taken.trim_end_matches('.').len()
    }
}

mod cited;
mod foreign;

pub use cited::{Cited, cited};
pub use foreign::cited as cited_abroad;

#[cfg(test)]
mod tests;
