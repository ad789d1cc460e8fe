//! Finds places again in a text that may have been changed. Kept and moved are only the same words between the same words;
//! everything else has to be looked at, and what is found nowhere is lost, never put on other words.

use super::Anchor;
use super::approximate::Pattern;
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Span, Text};

/// What became of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The words stand where they stood.
    Kept(Span),
    /// The same words between the same words stand elsewhere.
    Moved(Span),
    /// These are most likely the words, but they or the words beside them were changed.
    Changed(Span),
    /// The words are nowhere; the byte where they would most likely stand.
    Lost(usize),
}

/// The most errors of an approximate place, whatever its length (as Hypothesis has it).
const MOST_ERRORS: usize = 256;
/// What quote, prefix, suffix and position weigh in the score of a place (as Hypothesis has it).
const WEIGHTS: [f64; 4] = [50.0, 20.0, 20.0, 2.0];
/// The score of 1 from which a place is taken for the changed one. Words that only look alike, between words that have nothing to
/// do with the old ones, come to about 0.45.
const LEAST_SCORE: f64 = 0.6;
/// A quote of so many code points is told by itself, also where nothing beside it is as it was.
const TELLING_CHARS: usize = 20;
/// Lost places so many code points apart, at most, are guessed at one place.
const BESIDE_CHARS: usize = 400;
/// Longer quotes that were changed are not sought: the table would be too large.
const MOST_CHARS: usize = 4_096;
/// How alike the words on one side must be for a shorter quote, of 1.
const LEAST_CONTEXT: f64 = 0.5;
/// Code points of prefix or suffix by which a place is looked for whose quote was changed.
const CLUE_CHARS: usize = 12;
/// Places of which the best is chosen, at most.
const MOST_PLACES: usize = 64;
/// What the search in one text may cost, in letters compared by the table: two to three seconds (8 ns a letter and block of 64).
const EFFORT: usize = 300_000_000;
/// Once the search has cost so much, only so many bytes on each side of the expected place are looked through.
const NEAR_BYTES: usize = 2_000;
/// What scoring a place costs.
const PLACE_COST: usize = 200;
/// Letters that plain comparing passes in the time that the approximate search takes for one.
const PLAIN_SPEED: usize = 8;

/// A text in which places are sought, and what was learnt from those before.
pub struct Ground<'a> {
    text: &'a Text,
    map: &'a OffsetMap<'a>,
    /// Whether the text is not the one that the places were made in.
    is_changed: bool,
    trail: &'a mut Trail,
}

/// What was learnt in a text from the places sought before.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    /// Code points by which the last one had moved: what stands behind a change has all moved equally far.
    shift: isize,
    /// What the search has cost.
    spent: usize,
    /// Where the last lost place was, code points, and the byte that was guessed for it.
    lost: Option<(usize, usize)>,
}

/// A place that may be the one.
#[derive(Clone, Copy)]
struct Place {
    span: Span,
    score: f64,
    /// How alike the words of its more similar side are, of 1.
    context: f64,
}

/// Longer words, bytes, are not looked for over themselves: a page of one letter would take for ever, and no sentence repeats itself so.
const OVERLAPPING_BYTES: usize = 64;

impl<'a> Ground<'a> {
    /// Ground to search. A text whose hash is the one stated is not changed.
    pub fn new(text: &'a Text, map: &'a OffsetMap<'a>, is_changed: bool, trail: &'a mut Trail) -> Self {
        Ground { text, map, is_changed, trail }
    }

    /// Finds a place.
    pub fn find(&mut self, anchor: &Anchor) -> Found {
        if let Some(span) = anchor.stands(self.text, self.map).filter(|span| !self.is_changed || anchor.has_context(self.text, *span)) {
            return Found::Kept(span);
        }
        let shifted = self.shifted(anchor);
        if let Some(span) = shifted.stands(self.text, self.map).filter(|span| anchor.has_context(self.text, *span)) {
            return Found::Moved(span);
        }
        let found = self.exact(anchor).or_else(|| self.approximate(anchor).map(Found::Changed));
        if let Some(Found::Kept(span) | Found::Moved(span) | Found::Changed(span)) = found {
            self.trail.shift = self.map.char_from_byte(span.start()).wrapping_sub(anchor.start_char).cast_signed();
        }
        found.unwrap_or_else(|| Found::Lost(self.guess(anchor)))
    }

    /// The place, moved as far as the last one was.
    fn shifted(&self, anchor: &Anchor) -> Anchor {
        let shift = |at: usize| at.saturating_add_signed(self.trail.shift);
        Anchor { start_char: shift(anchor.start_char), end_char: shift(anchor.end_char), ..anchor.clone() }
    }

    /// The byte where a place is expected.
    fn expected(&self, anchor: &Anchor) -> usize {
        self.map.byte_from_char(self.shifted(anchor).start_char).unwrap_or(self.text.len())
    }

    /// The stretch that is looked through at this cost a letter, and whether it is the whole text.
    fn stretch(&mut self, anchor: &Anchor, cost: usize) -> (Span, bool) {
        let len = self.text.len();
        let price = len.saturating_mul(cost) / PLAIN_SPEED;
        if self.trail.spent.saturating_add(price) <= EFFORT {
            self.trail.spent += price;
            return (Span::between(0, len), true);
        }
        let at = self.expected(anchor);
        (self.text.span(at.saturating_sub(NEAR_BYTES), at + NEAR_BYTES + anchor.exact.len().min(NEAR_BYTES)), len <= NEAR_BYTES)
    }

    /// Where words stand in a stretch. Short ones may lie over each other: in 口口口口 the words 口口口 stand twice.
    fn hits<'t>(&'t self, words: &'t str, within: Span) -> impl Iterator<Item = Span> + 't {
        let text = self.text.slice(within);
        let first = words.chars().next().map_or(1, char::len_utf8);
        let step = if words.len() <= OVERLAPPING_BYTES { first } else { words.len() };
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + text.get(from..)?.find(words)?;
            from = at + step;
            Some(Span::between(within.start() + at, within.start() + at + words.len()))
        })
    }

    /// The place of the quote as it was.
    fn exact(&mut self, anchor: &Anchor) -> Option<Found> {
        if anchor.exact.is_empty() {
            return None;
        }
        let (within, is_all) = self.stretch(anchor, 1);
        let whole = |span: &Span| self.text.span(span.start(), span.end()) == *span;
        let mut hits: Vec<Span> = self.hits(&anchor.exact, within).filter(whole).collect();
        let same = |span: &&Span| anchor.has_context(self.text, **span);
        let is_only_one = is_all && hits.len() == 1 && !self.is_changed;
        let mut between_same_words = hits.iter().filter(same);
        let same = between_same_words.next().copied().filter(|_| is_all && between_same_words.next().is_none() && is_telling(anchor));
        if let Some(span) = same.or(hits.first().copied().filter(|_| is_only_one)) {
            return Some(Found::Moved(span));
        }
        let expected = self.expected(anchor);
        if hits.len() > MOST_PLACES {
            let run = |span: &Span| (std::cmp::Reverse(self.common(anchor, *span)), span.start().abs_diff(expected));
            hits.sort_by_cached_key(run);
            hits.truncate(MOST_PLACES);
        }
        self.trail.spent += hits.len() * PLACE_COST;
        let places = hits.into_iter().map(|span| self.place(anchor, span, 0.0));
        best(places.filter(|place| is_told(anchor, place))).map(|place| Found::Changed(self.widened(anchor, place.span)))
    }

    /// Code points beside a place that are the anchor's: a quick look before places are scored.
    fn common(&self, anchor: &Anchor, span: Span) -> usize {
        let (before, after) = self.around(span);
        let before = before.chars().rev().zip(anchor.prefix.chars().rev()).take_while(|(a, b)| a == b).count();
        before + after.chars().zip(anchor.suffix.chars()).take_while(|(a, b)| a == b).count()
    }

    fn around(&self, span: Span) -> (&str, &str) {
        let whole = self.text.as_str();
        (whole.get(..span.start()).unwrap_or(""), whole.get(span.end()..).unwrap_or(""))
    }

    /// Scores a place whose words have that share of errors.
    fn place(&self, anchor: &Anchor, span: Span, errors: f64) -> Place {
        let (before, after) = self.around(span);
        let prefix = likeness(anchor.prefix.chars().rev(), before.chars().rev());
        let suffix = likeness(anchor.suffix.chars(), after.chars());
        let away = span.start().abs_diff(self.expected(anchor)) as f64 / self.text.len().max(1) as f64;
        let parts = [1.0 - errors, prefix.unwrap_or(0.5), suffix.unwrap_or(0.5), 1.0 - away];
        let score = parts.iter().zip(WEIGHTS).map(|(part, weight)| part * weight).sum::<f64>() / WEIGHTS.iter().sum::<f64>();
        // Context that the file does not have speaks against nothing while the text is as it was.
        let unknown = if self.is_changed { 0.0 } else { 1.0 };
        Place { span, score, context: prefix.into_iter().chain(suffix).reduce(f64::max).unwrap_or(unknown) }
    }

    /// The best place of words like the quote.
    fn approximate(&mut self, anchor: &Anchor) -> Option<Span> {
        let len = anchor.exact.chars().count();
        let most = MOST_ERRORS.min(len / 2);
        if most == 0 || len > MOST_CHARS || self.trail.spent > 2 * EFFORT {
            return None;
        }
        let blocks = len.div_ceil(64);
        let (clues, _) = self.stretch(anchor, 2);
        let windows = self.clued(anchor, clues, len + most);
        let cost: usize = windows.iter().map(|window| window.len().saturating_mul(blocks)).sum();
        self.trail.spent = self.trail.spent.saturating_add(cost);
        let pattern = Pattern::new(anchor.exact.chars());
        let near: Vec<Place> = windows.into_iter().flat_map(|window| self.alike(anchor, &pattern, window, most)).collect();
        let is_good = |place: &Place| place.score >= LEAST_SCORE && is_told(anchor, place);
        let found = best(near.into_iter().filter(is_good)).or_else(|| {
            let (within, _) = self.stretch(anchor, blocks.saturating_mul(PLAIN_SPEED));
            self.trail.spent += MOST_PLACES * PLACE_COST;
            best(self.alike(anchor, &pattern, within, most).into_iter().filter(is_good))
        });
        found.map(|place| self.widened(anchor, place.span))
    }

    /// Stretches beside which the words before or behind the quote stand as they were.
    fn clued(&self, anchor: &Anchor, within: Span, room_chars: usize) -> Vec<Span> {
        let room = room_chars.saturating_mul(4);
        let before = super::anchor::last_chars(&anchor.prefix, CLUE_CHARS);
        let after = super::anchor::first_chars(&anchor.suffix, CLUE_CHARS);
        let is_clue = |words: &&str| words.chars().count() == CLUE_CHARS;
        let behind = Some(before).filter(is_clue).into_iter().flat_map(|words| self.hits(words, within));
        let behind = behind.map(|hit| self.text.span(hit.end(), (hit.end() + room).min(self.text.len())));
        let ahead = Some(after).filter(is_clue).into_iter().flat_map(|words| self.hits(words, within));
        let ahead = ahead.map(|hit| self.text.span(hit.start().saturating_sub(room), hit.start()));
        behind.take(MOST_PLACES / 8).chain(ahead.take(MOST_PLACES / 8)).collect()
    }

    /// Places of words like the pattern in a stretch, scored.
    fn alike(&self, anchor: &Anchor, pattern: &Pattern, within: Span, most: usize) -> Vec<Place> {
        let words = self.text.slice(within);
        let mut ends: Vec<(usize, usize)> = Vec::new();
        let mut last = usize::MAX;
        for ((at, letter), errors) in words.char_indices().zip(pattern.scan(words.chars())) {
            // Of a run of columns that get better, the last is the best.
            if errors <= most && errors < last {
                let end = at + letter.len_utf8();
                match ends.last_mut().filter(|(_, before)| *before == at) {
                    Some(best) => *best = (errors, end),
                    None => ends.push((errors, end)),
                }
            }
            last = errors;
            if ends.len() > MOST_PLACES * 64 {
                keep_best(&mut ends);
            }
        }
        keep_best(&mut ends);
        let backwards = Pattern::new(anchor.exact.chars().rev());
        let start = |errors: usize, end: usize| {
            let before = words.get(..end).unwrap_or("").char_indices().rev().take(pattern.len() + errors);
            let starts: Vec<usize> = before.clone().map(|(at, _)| at).collect();
            let columns = backwards.scan_from_start(before.map(|(_, letter)| letter));
            // Of equal ones the longest: what was put before a figure belongs to it.
            columns.zip(starts).min_by_key(|(errors, start)| (*errors, *start)).map_or(end, |(_, start)| start)
        };
        let share = |errors: usize| errors as f64 / pattern.len().max(1) as f64;
        let place = |(errors, end): (usize, usize)| {
            let span = Span::between(within.start() + start(errors, end), within.start() + end);
            let span = self.text.trimmed(self.text.span(span.start(), span.end()));
            (!span.is_empty()).then(|| self.place(anchor, span, share(errors)))
        };
        ends.into_iter().filter_map(place).collect()
    }

    /// A place that was changed covers whole words where the old one did: never half of a figure.
    fn widened(&self, anchor: &Anchor, span: Span) -> Span {
        let joins =
            |one: Option<char>, other: Option<char>| one.zip(other).is_some_and(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric());
        let (before, after) = self.around(span);
        let words = self.text.slice(span);
        let cut_before = joins(anchor.prefix.chars().next_back(), anchor.exact.chars().next());
        let cut_after = joins(anchor.exact.chars().next_back(), anchor.suffix.chars().next());
        let cuts_start = !cut_before && joins(before.chars().next_back(), words.chars().next());
        let cuts_end = !cut_after && joins(words.chars().next_back(), after.chars().next());
        let start = if cuts_start { self.text.word_at(span.start()).start().min(span.start()) } else { span.start() };
        let last = self.text.previous(span.end());
        let end = if cuts_end { self.text.word_at(last).end().max(span.end()) } else { span.end() };
        self.text.span(start, end)
    }

    /// Where lost words would most likely stand: beside what stood beside them, else as far on as the last place has moved.
    fn guess(&mut self, anchor: &Anchor) -> usize {
        let (within, _) = self.stretch(anchor, 2);
        let expected = self.expected(anchor);
        let nearest = |words: &str, is_end: bool| {
            let is_clue = words.chars().count() >= CLUE_CHARS;
            let hits = self.hits(words, within).map(|hit| if is_end { hit.end() } else { hit.start() });
            is_clue.then(|| hits.min_by_key(|at| at.abs_diff(expected))).flatten()
        };
        let clue = |words| super::anchor::last_chars(words, CLUE_CHARS);
        let found = nearest(&anchor.prefix, true).or_else(|| nearest(&anchor.suffix, false));
        let found = found.or_else(|| nearest(clue(&anchor.prefix), true));
        let found = found.or_else(|| nearest(super::anchor::first_chars(&anchor.suffix, CLUE_CHARS), false));
        // Words that went with others would stand where those would.
        let beside = self.trail.lost.filter(|(at, _)| at.abs_diff(anchor.start_char) <= BESIDE_CHARS).map(|(_, guess)| guess);
        let guess = self.text.floor(found.or(beside).unwrap_or(expected));
        self.trail.lost = Some((anchor.start_char, guess));
        guess
    }
}

/// Whether quote and context together are long enough to tell one place from another.
fn is_telling(anchor: &Anchor) -> bool {
    let chars = anchor.prefix.chars().chain(anchor.exact.chars()).chain(anchor.suffix.chars());
    chars.count() >= TELLING_CHARS
}

/// Whether a place is told by a long quote, or by what stands beside it.
fn is_told(anchor: &Anchor, place: &Place) -> bool {
    place.context >= LEAST_CONTEXT || anchor.exact.chars().nth(TELLING_CHARS - 1).is_some()
}

/// How alike kept context is to what stands there, of 1; nothing where none was kept.
fn likeness(kept: impl Iterator<Item = char> + Clone, there: impl Iterator<Item = char>) -> Option<f64> {
    let pattern = Pattern::new(kept);
    let room = pattern.len() + pattern.len() / 2;
    let least = pattern.scan_from_start(there.take(room)).min().unwrap_or(pattern.len());
    (!pattern.is_empty()).then(|| 1.0 - least.min(pattern.len()) as f64 / pattern.len() as f64)
}

/// Of equal places the first.
fn best(places: impl Iterator<Item = Place>) -> Option<Place> {
    places.reduce(|best, place| if place.score > best.score { place } else { best })
}

fn keep_best(ends: &mut Vec<(usize, usize)>) {
    ends.sort_unstable();
    ends.truncate(MOST_PLACES);
}

#[cfg(test)]
mod tests;
