//! A quote beside the transcript or document that it is from: whether the words are the same, where they stand, and what differs.
//!
//! Words are compared, not signs: quotation marks, commas, hyphens and the full stop at the end are the writer's. So is the case of the
//! first word, and what a quote shows to be changed: `…` for words left out, brackets for words put in.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::correction::Piece;

/// How a quote stands to a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same words in the same order.
    Exact,
    /// The same, but for words left out or put in, and the quote shows where.
    Ellipsis,
    /// Close, and not the same.
    Altered,
    /// Nothing like it stands there.
    NotFound,
}

impl Likeness {
    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Likeness::Exact => "Exact",
            Likeness::Ellipsis => "Ellipsis",
            Likeness::Altered => "Altered",
            Likeness::NotFound => "Not found",
        }
    }

    /// Whether the quote may stand as it is.
    pub fn is_faithful(self) -> bool {
        matches!(self, Likeness::Exact | Likeness::Ellipsis)
    }
}

/// What comes of comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The verdict.
    pub likeness: Likeness,
    /// The quote against the transcript: struck is what only the quote has, added what only the transcript has. Empty where nothing was
    /// found.
    pub pieces: Vec<Piece>,
    /// Bytes of the transcript where the words stand.
    pub place: Option<Range<usize>>,
}

/// Words that an ellipsis may stand for.
const MOST_LEFT_OUT: usize = 300;
/// Words of the transcript that brackets may stand for.
const MOST_REPLACED: usize = 12;
/// Words of a quote at least for which a likeness is looked for.
const LEAST_WORDS: usize = 3;

/// Compares a quote with the transcript that it is from.
pub fn compare(quote: &str, transcript: &str) -> Comparison {
    let quote = tidied(quote);
    let words = quote_words(&quote);
    let heard = Heard::new(transcript, &words);
    let parts: Vec<Part<'_>> = parts_of(&words);
    let is_marked = parts.len() > 1 || words.iter().any(|word| word.gap == Gap::Put);
    if let Some(found) = heard.places_of(&parts) {
        let likeness = if is_marked { Likeness::Ellipsis } else { Likeness::Exact };
        return heard.told(likeness, &quote, &found);
    }
    let spoken: Vec<&QuoteWord<'_>> = words.iter().filter(|word| word.gap != Gap::Put).collect();
    heard.closest(&spoken).and_then(|window| heard.altered(&spoken, window)).unwrap_or(Comparison {
        likeness: Likeness::NotFound,
        pieces: Vec::new(),
        place: None,
    })
}

/// The words of an article that stand between quotation marks, with an ellipsis between two runs; all of them where there are no marks.
pub fn quoted(words: &str) -> String {
    let mut runs: Vec<&str> = Vec::new();
    let mut start = None;
    for (at, sign) in words.char_indices() {
        match (sign, start) {
            ('"' | '“' | '„' | '«' | '”', None) => start = Some(at + sign.len_utf8()),
            ('"' | '”' | '“' | '»', Some(from)) => {
                runs.extend(words.get(from..at));
                start = None;
            }
            _ => {}
        }
    }
    // A quote that goes on behind the end of the mark.
    runs.extend(start.and_then(|from| words.get(from..)));
    runs.retain(|run| !run.trim().is_empty());
    if runs.is_empty() { words.to_owned() } else { runs.join(" … ") }
}

/// What stands before a word of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// Nothing but space and signs.
    None,
    /// An ellipsis.
    LeftOut,
    /// The word itself is in brackets: the writer's.
    Put,
}

/// A word of a quote.
#[derive(Clone, Debug)]
struct QuoteWord<'a> {
    key: String,
    folded: String,
    text: &'a str,
    gap: Gap,
}

/// Words of a quote that stand side by side, and how many words of the transcript may stand before them.
struct Part<'a> {
    words: Vec<&'a QuoteWord<'a>>,
    before: usize,
}

/// A quote without what says nothing of its words: `[t]he` is `the`, `[sic]` is nothing, `[…]` is an ellipsis.
fn tidied(quote: &str) -> String {
    let mut tidy = String::with_capacity(quote.len());
    let mut rest = quote;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((inside, behind)) = after.split_once(']') else { break };
        tidy.push_str(before);
        let joins = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        let is_in_word = joins(before.chars().next_back()) || joins(behind.chars().next());
        let is_signs = !inside.chars().any(char::is_alphanumeric);
        if is_in_word || is_signs {
            tidy.push_str(inside);
        } else if inside != "sic" {
            tidy.push('[');
            tidy.push_str(inside);
            tidy.push(']');
        }
        rest = behind;
    }
    tidy.push_str(rest);
    tidy
}

fn quote_words(quote: &str) -> Vec<QuoteWord<'_>> {
    let mut words = Vec::new();
    let (mut end, mut is_put) = (0, false);
    for (at, text) in quote.unicode_word_indices() {
        let between = quote.get(end..at).unwrap_or("");
        end = at + text.len();
        is_put = between.rfind(['[', ']']).map_or(is_put, |place| between.get(place..).is_some_and(|sign| sign.starts_with('[')));
        let is_left_out = between.contains('…') || between.matches('.').count() > 1;
        let gap = match (is_put, is_left_out) {
            (true, _) => Gap::Put,
            (false, true) => Gap::LeftOut,
            (false, false) => Gap::None,
        };
        let key = key(text);
        words.push(QuoteWord { folded: key.to_lowercase(), key, text, gap });
    }
    words
}

/// The runs of words between ellipses and brackets. Gaps at both ends say nothing.
fn parts_of<'a>(words: &'a [QuoteWord<'a>]) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut is_after_put = false;
    for word in words {
        match word.gap {
            Gap::Put => is_after_put = true,
            gap => {
                let before = match (gap, is_after_put) {
                    (Gap::LeftOut, _) => MOST_LEFT_OUT,
                    (_, true) => MOST_REPLACED,
                    _ => 0,
                };
                is_after_put = false;
                match parts.last_mut().filter(|_| before == 0) {
                    Some(part) => part.words.push(word),
                    None => parts.push(Part { words: vec![word], before }),
                }
            }
        }
    }
    parts
}

/// A word as it is compared.
fn key(text: &str) -> String {
    text.replace(['’', 'ʼ'], "'")
}

/// The words of a transcript.
struct Heard<'a> {
    text: &'a str,
    words: Vec<(usize, &'a str)>,
    /// The number of each word among those of the quote, whatever their case; none for words that the quote has not.
    ids: Vec<Option<u32>>,
    numbers: HashMap<String, u32>,
}

impl<'a> Heard<'a> {
    fn new(text: &'a str, quote: &[QuoteWord<'_>]) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for word in quote {
            let next = numbers.len() as u32;
            numbers.entry(word.folded.clone()).or_insert(next);
        }
        let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
        let longest = quote.iter().map(|word| word.folded.len()).max().unwrap_or(0) * 2;
        // Most words of a long transcript are none of the quote's: those that cannot be are not looked up.
        let id = |(_, word): &(usize, &str)| (word.len() <= longest).then(|| numbers.get(&key(word).to_lowercase()).copied()).flatten();
        let ids = words.iter().map(id).collect();
        Heard { text, words, ids, numbers }
    }

    fn id(&self, word: &QuoteWord<'_>) -> Option<u32> {
        self.numbers.get(&word.folded).copied()
    }

    /// Where all parts stand one after the other: ranges of words.
    fn places_of(&self, parts: &[Part<'_>]) -> Option<Vec<Range<usize>>> {
        let (first, rest) = parts.split_first()?;
        let mut from = 0;
        while let Some(place) = self.find(first, from, usize::MAX) {
            let mut places = vec![place.clone()];
            let mut end = place.end;
            let is_whole = rest.iter().all(|part| match self.find(part, end, end + part.before) {
                Some(next) => {
                    end = next.end;
                    places.push(next);
                    true
                }
                None => false,
            });
            if is_whole {
                return Some(places);
            }
            from = place.start + 1;
        }
        None
    }

    /// The first place of a part that starts in these words, `to` included.
    fn find(&self, part: &Part<'_>, from: usize, to: usize) -> Option<Range<usize>> {
        let first = self.id(part.words.first()?);
        let len = part.words.len();
        let last = self.words.len().checked_sub(len)?.min(to);
        (from..=last).find(|at| self.ids.get(*at).is_some_and(|id| *id == first) && self.is_at(part, *at)).map(|at| at..at + len)
    }

    /// Whether the words of a part stand there, in the same case but for the first.
    fn is_at(&self, part: &Part<'_>, at: usize) -> bool {
        let here = self.words.get(at..).unwrap_or(&[]);
        let is_same = |(nth, (word, (_, heard))): (usize, (&&QuoteWord<'_>, &(usize, &str)))| {
            let heard = key(heard);
            heard == word.key || (nth == 0 && heard.to_lowercase() == word.folded)
        };
        here.len() >= part.words.len() && part.words.iter().zip(here).enumerate().all(is_same)
    }

    fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.words.get(words.start).map_or(0, |(at, _)| *at);
        let end = words.end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |(at, word)| at + word.len());
        start..end.max(start)
    }

    /// A quote that stands there: what was left out is told as added.
    fn told(&self, likeness: Likeness, quote: &str, places: &[Range<usize>]) -> Comparison {
        let whole = places.first().map_or(0, |place| place.start)..places.last().map_or(0, |place| place.end);
        let text = |words: &Range<usize>| self.text.get(self.bytes(words)).unwrap_or("").to_owned();
        let mut pieces = Vec::new();
        let mut end = whole.start;
        for place in places {
            if end < place.start {
                pieces.push(Piece::Added(text(&(end..place.start))));
            }
            pieces.push(Piece::Kept(text(place)));
            end = place.end;
        }
        if likeness == Likeness::Exact {
            pieces = vec![Piece::Kept(quote.trim().to_owned())];
        }
        Comparison { likeness, pieces, place: Some(self.bytes(&whole)) }
    }

    /// The stretch of words that has most of the quote's words, rare ones before frequent ones.
    fn closest(&self, quote: &[&QuoteWord<'_>]) -> Option<Range<usize>> {
        if quote.len() < LEAST_WORDS {
            return None;
        }
        let mut wanted = vec![0_i64; self.numbers.len()];
        for word in quote.iter().filter_map(|word| self.id(word)) {
            if let Some(count) = wanted.get_mut(word as usize) {
                *count += 1;
            }
        }
        let mut frequency = vec![0_u32; wanted.len()];
        for id in self.ids.iter().flatten() {
            if let Some(count) = frequency.get_mut(*id as usize) {
                *count += 1;
            }
        }
        let weight = |id: u32| 24 - i64::from(frequency.get(id as usize).copied().unwrap_or(0).max(1).ilog2().min(23));
        // Room for a few words that the quote has not.
        let width = quote.len() + quote.len() / 2;
        let (mut score, mut best, mut best_end) = (0, 0, 0);
        for (at, id) in self.ids.iter().enumerate() {
            if let Some(id) = id
                && let Some(left) = wanted.get_mut(*id as usize)
            {
                score += if *left > 0 { weight(*id) } else { 0 };
                *left -= 1;
            }
            let gone = at.checked_sub(width).and_then(|gone| self.ids.get(gone).copied().flatten());
            if let Some(id) = gone
                && let Some(left) = wanted.get_mut(id as usize)
            {
                *left += 1;
                score -= if *left > 0 { weight(id) } else { 0 };
            }
            if score > best {
                (best, best_end) = (score, at + 1);
            }
        }
        // The first window with most of them ends with the last of them; the quote may end later with words that differ.
        let start = best_end.saturating_sub(width);
        (best > 0).then_some(start..(best_end + quote.len() / 2).min(self.words.len()))
    }

    /// Quote and stretch word by word; none where too little is the same.
    fn altered(&self, quote: &[&QuoteWord<'_>], window: Range<usize>) -> Option<Comparison> {
        let heard = self.words.get(window.clone())?;
        let new: Vec<String> = heard.iter().map(|(_, word)| key(word)).collect();
        let old: Vec<String> = quote.iter().enumerate().map(|(nth, word)| first_in_case(nth, word, &new)).collect();
        let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
        let is_equal = |op: &&DiffOp| matches!(op, DiffOp::Equal { .. });
        let first = ops.iter().find(is_equal)?.new_range().start;
        let last = ops.iter().rfind(is_equal)?.new_range().end;
        let kept: usize = ops.iter().filter(is_equal).map(|op| op.old_range().len()).sum();
        // What stands beside the quote in the transcript is no part of it, but for the words that something struck was put for.
        let start = first.saturating_sub(struck_before(&ops));
        let end = (last + struck_behind(&ops)).min(new.len());
        if kept * 2 < old.len() || kept < LEAST_WORDS.min(old.len() - 1) {
            return None;
        }
        let pieces = pieces(&ops, (quote, heard), (start, end));
        let place = self.bytes(&(window.start + start..window.start + end));
        Some(Comparison { likeness: Likeness::Altered, pieces, place: Some(place) })
    }
}

/// The key of a word; of the first one in the case that the transcript has it in, since that is the writer's.
fn first_in_case(nth: usize, word: &QuoteWord<'_>, heard: &[String]) -> String {
    let other = || heard.iter().find(|heard| heard.to_lowercase() == word.folded).cloned();
    if nth == 0 && !heard.contains(&word.key) { other().unwrap_or_else(|| word.key.clone()) } else { word.key.clone() }
}

/// Words of the quote before the first one that both have.
fn struck_before(ops: &[DiffOp]) -> usize {
    ops.iter().take_while(|op| !matches!(op, DiffOp::Equal { .. })).map(|op| op.old_range().len()).sum()
}

/// Words of the quote behind the last one that both have.
fn struck_behind(ops: &[DiffOp]) -> usize {
    ops.iter().rev().take_while(|op| !matches!(op, DiffOp::Equal { .. })).map(|op| op.old_range().len()).sum()
}

fn pieces(ops: &[DiffOp], (quote, heard): (&[&QuoteWord<'_>], &[(usize, &str)]), (start, end): (usize, usize)) -> Vec<Piece> {
    let old = |range: Range<usize>| joined(quote.get(range).unwrap_or(&[]).iter().map(|word| word.text));
    let new = |range: Range<usize>| {
        let range = range.start.max(start)..range.end.min(end);
        joined(heard.get(range).unwrap_or(&[]).iter().map(|(_, word)| *word))
    };
    let mut pieces = Vec::new();
    for op in ops {
        let (struck, added) = (old(op.old_range()), new(op.new_range()));
        if matches!(op, DiffOp::Equal { .. }) {
            pieces.push(Piece::Kept(struck));
            continue;
        }
        pieces.extend(Some(struck).filter(|words| !words.is_empty()).map(Piece::Struck));
        pieces.extend(Some(added).filter(|words| !words.is_empty()).map(Piece::Added));
    }
    pieces
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEECH: &str = "Good afternoon. In short order, the department will develop and execute additional missions in cooperation with \
                          DHS, federal agencies, and state partners – that’s the plan. The President’s active-duty force grew to 3,200. Thank you.";

    fn check(quote: &str, expected: Likeness) -> Comparison {
        let found = compare(quote, SPEECH);
        assert_eq!(found.likeness, expected, "{quote}\n{found:?}");
        found
    }

    fn told(pieces: &[Piece]) -> String {
        let word = |piece: &Piece| match piece {
            Piece::Kept(words) => words.clone(),
            Piece::Struck(words) => format!("-{words}-"),
            Piece::Added(words) => format!("+{words}+"),
        };
        pieces.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_same_words_are_exact_whatever_their_signs() {
        let found = check("“In short order, the department will develop”", Likeness::Exact);
        assert_eq!(&SPEECH[found.place.unwrap()], "In short order, the department will develop");
        check("in short order the department will develop.", Likeness::Exact);
        check("The department will develop", Likeness::Exact);
        check("[t]he department will develop", Likeness::Exact);
        check("\"that's the plan,\"", Likeness::Exact);
        check("The President's active duty force grew to 3,200", Likeness::Exact);
        check("the department [sic] will develop", Likeness::Exact);
        check("… the department will develop …", Likeness::Exact);
        check("Thank you", Likeness::Exact);
    }

    #[test]
    fn what_a_quote_shows_to_be_changed_is_an_ellipsis() {
        let found = check("the department will … execute additional missions", Likeness::Ellipsis);
        assert_eq!(told(&found.pieces), "the department will +develop and+ execute additional missions");
        assert_eq!(&SPEECH[found.place.unwrap()], "the department will develop and execute additional missions");
        check("the department will ... execute additional missions", Likeness::Ellipsis);
        check("the department will . . . execute additional missions", Likeness::Ellipsis);
        check("the department will [...] execute additional missions", Likeness::Ellipsis);
        check("the department will execute additional missions", Likeness::Altered);
        check("[the Pentagon] will develop and execute", Likeness::Ellipsis);
        check("the department will [begin to] develop", Likeness::Ellipsis);
        check("the department will [soon start to] execute additional missions", Likeness::Ellipsis);
        // In another order it is no ellipsis.
        check("execute additional missions … the department will", Likeness::Altered);
    }

    #[test]
    fn other_words_are_told_one_by_one() {
        let found = check("the department will plan and execute new missions in cooperation with DHS", Likeness::Altered);
        assert_eq!(
            told(&found.pieces),
            "the department will -plan- +develop+ and execute -new- +additional+ missions in cooperation with DHS"
        );
        assert_eq!(&SPEECH[found.place.unwrap()], "the department will develop and execute additional missions in cooperation with DHS");
        // Case within a quote is a word's own.
        check("the president’s active-duty force grew", Likeness::Altered);
        let found = check("our department will develop", Likeness::Altered);
        assert_eq!(told(&found.pieces), "-our- +the+ department will develop");
    }

    #[test]
    fn what_stands_nowhere_is_not_found() {
        check("We will build a wall and they will pay for it", Likeness::NotFound);
        check("gratitude", Likeness::NotFound);
        check("", Likeness::NotFound);
        check("the and in to", Likeness::NotFound);
        assert_eq!(compare("anything at all", "").likeness, Likeness::NotFound);
    }

    #[test]
    fn a_place_is_found_in_a_long_transcript() {
        let filler = "The committee will come to order and the department will answer. ".repeat(8_000);
        let long = format!("{filler}{SPEECH}{filler}");
        let found = compare("the department will develop and carry out additional missions", &long);
        assert_eq!(found.likeness, Likeness::Altered);
        assert_eq!(&long[found.place.unwrap()], "the department will develop and execute additional missions");
        assert_eq!(compare("state partners – that’s the plan", &long).likeness, Likeness::Exact);
    }

    #[test]
    fn the_words_between_quotation_marks_are_the_quote() {
        assert_eq!(quoted("“It held,” she said, “for years.”"), "It held, … for years.");
        assert_eq!(quoted("\"It held,\" she said"), "It held,");
        assert_eq!(quoted("“It held for"), "It held for");
        assert_eq!(quoted("It held"), "It held");
        assert_eq!(quoted("“”"), "“”");
    }
}
