//! Puts the marks of one draft of an article on the same words of the next one, where both texts are known. Kept and moved are only the
//! same words with the same words beside them in their sentence. What was changed is put where its own words went or were replaced, and
//! has to be looked at. The rest is lost: words that belong to something else are never taken for it.

use std::ops::Range;

use super::approximate::Pattern;
use super::reanchor::{Found, Ground, Trail};
use super::{Anchor, Doubt, Fate};
use crate::model::document::alignment::tokens::Tokens;
use crate::model::document::alignment::{Alignment, Fate as Word};
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Span, Text};

/// How much of a mark, or of what stands in its place if that is more, must be its own words, of 1.
const LEAST_SHARE: f64 = 0.5;
/// How much of a sentence apart from the words that were replaced must still be there, of 1, for what stands between to replace them.
const LEAST_FRAME: f64 = 0.6;
/// So many letters and digits are told by themselves wherever they stand among new words.
const TELLING_WEIGHT: usize = 40;
/// Words by which a changed stretch may be longer than twice the old one.
const SLACK_WORDS: usize = 2;
/// More words than these are not replaced but another passage.
const MOST_REPLACED: usize = 6;
/// Up to so many words on both sides are taken for each other as a whole.
const FEW_WORDS: usize = 4;

/// Two drafts and what is known of both.
pub struct Carrier<'a> {
    old: &'a Text,
    new: &'a Text,
    old_map: OffsetMap<'a>,
    new_map: OffsetMap<'a>,
    alignment: Alignment,
}

impl<'a> Carrier<'a> {
    /// Compares two drafts, off the drawing thread where they are long.
    pub fn new(old: &'a Text, new: &'a Text) -> Self {
        let alignment = Alignment::of(old, new);
        let (old_map, new_map) = (OffsetMap::new(old.as_str()), OffsetMap::new(new.as_str()));
        Carrier { old, new, old_map, new_map, alignment }
    }

    /// Where a place of the old draft is in the new one, and why it must be looked at there, if it must. What was in doubt stays so.
    pub fn carry(&self, span: Span, doubt: Option<&Doubt>, trail: &mut Trail) -> (Span, Option<Box<Doubt>>) {
        let was = |doubt: Option<&Doubt>| doubt.map_or_else(|| Anchor::of(self.old, span, &self.old_map), |doubt| doubt.was.clone());
        let (span, fate) = match doubt.filter(|doubt| doubt.is_lost()).map(|lost| self.come_back(lost, trail)) {
            Some(Some(span)) => (span, Some(Fate::Moved)),
            Some(None) => (self.guess(self.old_words(span).start), Some(Fate::Lost)),
            None => match self.find(span) {
                Found::Kept(span) => (span, None),
                Found::Moved(span) => (span, Some(Fate::Moved)),
                Found::Changed(span) => (span, Some(Fate::Changed)),
                Found::Lost(guess) => (Span::between(guess, guess), Some(Fate::Lost)),
            },
        };
        // What was changed before has not merely moved now.
        let before = doubt.filter(|doubt| !doubt.is_lost()).map(|doubt| doubt.fate);
        (span, before.max(fate).map(|fate| Box::new(Doubt { fate, was: was(doubt) })))
    }

    /// What became of a place.
    pub fn find(&self, span: Span) -> Found {
        let words = self.old_words(span);
        let found = self.whole(span, &words).or_else(|| self.partly(&words).map(Found::Changed));
        let found = found.or_else(|| self.replaced(&words).or_else(|| self.among_new(&words)).map(Found::Changed));
        found.unwrap_or_else(|| Found::Lost(self.guess(words.start).start()))
    }

    fn old_words(&self, span: Span) -> Range<usize> {
        self.alignment.old_words().under(span)
    }

    fn place(&self, old: usize) -> Option<usize> {
        self.alignment.fate(old).place()
    }

    /// Words that the old draft had lost may stand in the new one as they did once.
    fn come_back(&self, lost: &Doubt, trail: &mut Trail) -> Option<Span> {
        match Ground::new(self.new, &self.new_map, true, trail).find(&lost.was) {
            Found::Kept(span) | Found::Moved(span) => Some(span),
            Found::Changed(_) | Found::Lost(_) => None,
        }
    }

    /// The place of words that are all there, in one piece.
    fn whole(&self, span: Span, words: &Range<usize>) -> Option<Found> {
        let (old, new) = (self.alignment.old_words(), self.alignment.new_words());
        let first = self.place(words.start)?;
        let is_one = words.clone().enumerate().all(|(nth, at)| self.place(at) == Some(first + nth));
        let places = first..first + words.len();
        let ends = |tokens: &Tokens, words: &Range<usize>| tokens.span(words.start).zip(tokens.span(words.end.checked_sub(1)?));
        let ((old_first, old_last), (new_first, new_last)) = ends(old, words).zip(ends(new, &places)).filter(|_| is_one)?;
        // A mark may begin or end within a word.
        let cut = |from: usize, to: usize| from.saturating_sub(to);
        let is_as_long = |one: Span, other: Span| one.len() == other.len();
        let start = new_first.start() + if is_as_long(old_first, new_first) { cut(span.start(), old_first.start()) } else { 0 };
        let end = new_last.end() - if is_as_long(old_last, new_last) { cut(old_last.end(), span.end()) } else { 0 };
        let found = self.new.span(start, end);
        if found.is_empty() {
            return None;
        }
        let all_stay = words.clone().all(|at| matches!(self.alignment.fate(at), Word::Stays(_)));
        let all_moved = words.clone().all(|at| matches!(self.alignment.fate(at), Word::Moved(_)));
        Some(match (self.is_same_beside(words, &places), all_stay, all_moved) {
            (true, true, _) => Found::Kept(found),
            (true, _, true) => Found::Moved(found),
            _ => Found::Changed(found),
        })
    }

    /// Whether the words beside two stretches, within their sentences, are the same, too.
    fn is_same_beside(&self, words: &Range<usize>, places: &Range<usize>) -> bool {
        let beside = |tokens: &Tokens, inner: Option<usize>, outer: Option<usize>| {
            outer.filter(|outer| inner.and_then(|inner| tokens.sentence(inner)) == tokens.sentence(*outer))
        };
        let both = |tokens: &Tokens, words: &Range<usize>| {
            let before = beside(tokens, Some(words.start), words.start.checked_sub(1));
            (before, beside(tokens, words.end.checked_sub(1), Some(words.end).filter(|end| *end < tokens.len())))
        };
        let (before, after) = both(self.alignment.old_words(), words);
        let (new_before, new_after) = both(self.alignment.new_words(), places);
        before.map(|at| self.place(at)) == new_before.map(Some) && after.map(|at| self.place(at)) == new_after.map(Some)
    }

    /// The place of words of which enough are there.
    fn partly(&self, words: &Range<usize>) -> Option<Span> {
        let (old, new) = (self.alignment.old_words(), self.alignment.new_words());
        let kept = self.together(words)?;
        let ((first, start), (last, end)) = kept.first().copied().zip(kept.last().copied())?;
        let before = self.ahead(words.start..first, start);
        let after = self.behind(last + 1..words.end, end + 1);
        let places = start - before..end + 1 + after;
        let own: usize = kept.iter().map(|(at, _)| old.weight(*at..*at + 1)).sum();
        let all = old.weight(words.clone()).max(new.weight(places.clone()));
        if own == 0 || (own as f64) < LEAST_SHARE * all as f64 {
            return None;
        }
        self.new_span(places)
    }

    /// The words of a stretch that are still together, each with its place: of several groups the one with the most letters.
    fn together(&self, words: &Range<usize>) -> Option<Vec<(usize, usize)>> {
        let new = self.alignment.new_words();
        let mut groups: Vec<Vec<(usize, usize)>> = Vec::new();
        for at in words.clone() {
            let Some(place) = self.place(at) else { continue };
            let follows = |(before, last): &(usize, usize)| {
                let most_apart = if new.sentence(*last) == new.sentence(place) { 2 * words.len() } else { 2 * (at - before) } + SLACK_WORDS;
                place > *last && place - last <= most_apart
            };
            match groups.last_mut().filter(|group| group.last().is_some_and(follows)) {
                Some(group) => group.push((at, place)),
                None => groups.push(vec![(at, place)]),
            }
        }
        let weight =
            |group: &Vec<(usize, usize)>| group.iter().map(|(at, _)| self.alignment.old_words().weight(*at..*at + 1)).sum::<usize>();
        groups.into_iter().rev().max_by_key(weight)
    }

    /// How many new words before a place stand for the old words before its word.
    fn ahead(&self, gone: Range<usize>, place: usize) -> usize {
        let free = (0..place).rev().take_while(|at| self.is_new(*at, place)).count();
        let beyond = (0..gone.start).rev().take_while(|at| self.place(*at).is_none() && self.is_beside(*at, gone.end)).count();
        let digits = |nearest: usize| place.checked_sub(nearest).is_some_and(|at| self.has_digit(self.alignment.new_words(), self.new, at));
        self.in_place_of(&gone, free, beyond, digits)
    }

    /// The same for those behind.
    fn behind(&self, gone: Range<usize>, place: usize) -> usize {
        let last = place.saturating_sub(1);
        let free = (place..self.alignment.new_words().len()).take_while(|at| self.is_new(*at, last)).count();
        let old = self.alignment.old_words();
        let beyond =
            (gone.end..old.len()).take_while(|at| self.place(*at).is_none() && self.is_beside(*at, gone.start.saturating_sub(1))).count();
        let digits = |nearest: usize| self.has_digit(self.alignment.new_words(), self.new, place + nearest - 1);
        self.in_place_of(&gone, free, beyond, digits)
    }

    /// How many of so many free new words belong to the old ones that are gone, if behind these so many more are gone. A figure that was
    /// in them takes in the figure that is there now.
    fn in_place_of(&self, gone: &Range<usize>, free: usize, beyond: usize, has_digit: impl Fn(usize) -> bool) -> usize {
        let most = 2 * gone.len() + SLACK_WORDS;
        if gone.is_empty() {
            return 0;
        }
        if beyond == 0 && free <= most {
            return free;
        }
        let taken = gone.len().min(free);
        let is_figure = gone.clone().any(|at| self.has_digit(self.alignment.old_words(), self.old, at));
        let figure = (1..=free.min(most)).find(|nearest| has_digit(*nearest)).filter(|_| is_figure);
        figure.map_or(taken, |figure| taken.max(figure))
    }

    fn has_digit(&self, tokens: &Tokens, text: &Text, at: usize) -> bool {
        tokens.span(at).is_some_and(|span| text.slice(span).contains(char::is_numeric))
    }

    /// Whether a word of the new draft was not in the old one and stands in the sentence of another.
    fn is_new(&self, at: usize, beside: usize) -> bool {
        let new = self.alignment.new_words();
        self.alignment.origin(at).is_none() && new.sentence(at) == new.sentence(beside)
    }

    fn is_beside(&self, at: usize, other: usize) -> bool {
        let old = self.alignment.old_words();
        old.sentence(at) == old.sentence(other)
    }

    /// What stands in place of words that are gone, in a sentence that is still there.
    fn replaced(&self, words: &Range<usize>) -> Option<Span> {
        let (old, new) = (self.alignment.old_words(), self.alignment.new_words());
        let sentence = old.of_sentence(old.sentence(words.start)?);
        if words.end > sentence.end {
            return None;
        }
        let before = (sentence.start..words.start).rev().find(|at| self.place(*at).is_some());
        let after = (words.end..sentence.end).find(|at| self.place(*at).is_some());
        let gone = before.map_or(sentence.start, |at| at + 1)..after.unwrap_or(sentence.end);
        let (left, right) = (before.and_then(|at| self.place(at)), after.and_then(|at| self.place(at)));
        let there = new.of_sentence(new.sentence(left.or(right)?)?);
        let places = left.map_or(there.start, |at| at + 1)..right.unwrap_or(there.end);
        let is_all_new = places.clone().all(|at| self.alignment.origin(at).is_none());
        // What stands between two full stops is a sentence, though one of them may be that of an abbreviation.
        let is_stop = |at: Option<usize>| at.and_then(|at| old.span(at)).is_some_and(|span| self.old.slice(span) == ".");
        let is_sentence = is_stop(before) && is_stop(after);
        let is_long = is_sentence || gone.len() > MOST_REPLACED || places.len() > 2 * gone.len() + SLACK_WORDS;
        if places.is_empty() || !is_all_new || is_long || !self.has_frame(&sentence, &gone) {
            return None;
        }
        let places = self.counterpart(words, &gone, &places)?;
        // A sign replaces no word.
        let has_words = new.weight(places.clone()) > 0 || old.weight(words.clone()) == 0;
        self.new_span(places).filter(|_| has_words)
    }

    /// Whether a sentence without the words that are gone is mostly there, and enough of it.
    fn has_frame(&self, sentence: &Range<usize>, gone: &Range<usize>) -> bool {
        let old = self.alignment.old_words();
        let frame = (sentence.start..gone.start).chain(gone.end..sentence.end);
        let (mut there, mut all) = (0, 0);
        for at in frame {
            let weight = old.weight(at..at + 1);
            all += weight;
            there += if self.place(at).is_some() { weight } else { 0 };
        }
        there as f64 >= LEAST_FRAME * all as f64 && 2 * there >= old.weight(gone.clone())
    }

    /// Which of the words that stand in place of others stand in place of these.
    fn counterpart(&self, words: &Range<usize>, gone: &Range<usize>, places: &Range<usize>) -> Option<Range<usize>> {
        if words == gone {
            return Some(places.clone());
        }
        // Word stands for word where there are few; of many, all may have changed their order.
        if gone.len() == places.len() && gone.len() < FEW_WORDS {
            return Some(places.start + (words.start - gone.start)..places.start + (words.end - gone.start));
        }
        let figures = |tokens: &Tokens, text: &Text, range: &Range<usize>| -> Vec<usize> {
            range.clone().filter(|at| self.has_digit(tokens, text, *at)).collect()
        };
        let olds = figures(self.alignment.old_words(), self.old, gone);
        let news = figures(self.alignment.new_words(), self.new, places);
        let mut own = olds.iter().zip(&news).filter(|(at, _)| words.contains(at)).map(|(_, place)| *place);
        if olds.len() == news.len()
            && let Some(first) = own.next()
        {
            return Some(first..own.next_back().unwrap_or(first) + 1);
        }
        if gone.len() > FEW_WORDS || places.len() > FEW_WORDS {
            return None;
        }
        // What is spelled much like a word beside the mark is that word.
        let origin = |place: usize| gone.clone().filter(|at| self.is_alike(*at, place)).collect::<Vec<_>>();
        let origins: Vec<(usize, Vec<usize>)> = places.clone().map(|place| (place, origin(place))).collect();
        let is_own = |(_, olds): &&(usize, Vec<usize>)| olds.iter().any(|at| words.contains(at));
        let first_own = origins.iter().find(is_own).map(|(place, _)| *place);
        match (first_own, origins.iter().rev().find(is_own)) {
            (Some(first), Some((last, _))) => Some(first..last + 1),
            _ => origins.iter().all(|(_, olds)| olds.is_empty()).then(|| places.clone()),
        }
    }

    /// Whether two words have most of their letters in common, or are figures both.
    fn is_alike(&self, old: usize, new: usize) -> bool {
        let (Some(one), Some(other)) = (self.alignment.old_words().span(old), self.alignment.new_words().span(new)) else { return false };
        let (one, other) = (self.old.slice(one), self.new.slice(other));
        if one.contains(char::is_numeric) && other.contains(char::is_numeric) {
            return true;
        }
        let pattern = Pattern::new(one.chars());
        let errors = pattern.scan_from_start(other.chars()).last().unwrap_or(pattern.len());
        2 * errors < pattern.len().max(other.chars().count())
    }

    /// The only place where many words stand to the letter among words that are new.
    fn among_new(&self, words: &Range<usize>) -> Option<Span> {
        let (old, new) = (self.alignment.old_words(), self.alignment.new_words());
        if old.weight(words.clone()) < TELLING_WEIGHT {
            return None;
        }
        let sought = old.numbers().get(words.clone())?;
        let is_there =
            |(at, there): &(usize, &[u32])| *there == sought && (*at..at + words.len()).all(|at| self.alignment.origin(at).is_none());
        let mut hits = new.numbers().windows(words.len()).enumerate().filter(is_there).map(|(at, _)| at);
        let hit = hits.next().filter(|_| hits.next().is_none())?;
        self.new_span(hit..hit + words.len())
    }

    fn new_span(&self, places: Range<usize>) -> Option<Span> {
        let new = self.alignment.new_words();
        let (first, last) = (new.span(places.start)?, new.span(places.end.checked_sub(1)?)?);
        (!places.is_empty()).then(|| self.new.span(first.start(), last.end()))
    }

    /// Where words that are lost would most likely stand: behind the nearest word before them that is still there. It covers nothing.
    fn guess(&self, words: usize) -> Span {
        let stays = |at: usize| matches!(self.alignment.fate(at), Word::Stays(_)).then(|| self.place(at)).flatten();
        let before = (0..words).rev().find_map(stays).and_then(|at| self.alignment.new_words().span(at));
        let guess = self.new.floor(before.map_or(0, Span::end));
        Span::between(guess, guess)
    }
}

#[cfg(test)]
mod tests;
