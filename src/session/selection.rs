//! Caret and selection in an article, and how they move by what the text says (rows and pages are the galley's business).

use crate::command::catalogue::Motion;
use crate::model::document::{Document, Span, Text};
use crate::model::id::DocumentId;

/// Where the caret stands and where the selection began, in bytes of one article; equal where nothing is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The article.
    pub document: DocumentId,
    /// Where the selection began.
    pub anchor: usize,
    /// Where the caret is.
    pub head: usize,
}

impl Selection {
    /// A bare caret.
    pub fn caret(document: DocumentId, at: usize) -> Self {
        Selection { document, anchor: at, head: at }
    }

    /// The selected words, empty for a bare caret.
    pub fn span(self) -> Span {
        Span::between(self.anchor, self.head)
    }

    /// Whether no words are selected.
    pub fn is_empty(self) -> bool {
        self.anchor == self.head
    }
}

/// Where the caret goes from `at`; nothing for motions that need the layout.
pub fn moved(text: &Text, at: usize, motion: Motion) -> Option<usize> {
    match motion {
        Motion::Left => Some(skip_gap_left(text, text.previous(at))),
        Motion::Right => Some(skip_gap_right(text, text.next(at))),
        Motion::WordLeft => Some(word_left(text, at)),
        Motion::WordRight => Some(word_right(text, at)),
        Motion::ParagraphUp => {
            let paragraph = text.paragraphs().get(text.paragraph_at(at))?;
            let up = if at > paragraph.start() { text.paragraph_at(at) } else { text.paragraph_at(at).saturating_sub(1) };
            text.paragraphs().get(up).map(|paragraph| paragraph.start())
        }
        Motion::ParagraphDown => {
            let last = text.paragraphs().last()?;
            let next = text.paragraphs().get(text.paragraph_at(at) + 1);
            Some(next.map_or(last.end(), |paragraph| paragraph.start()))
        }
        Motion::Start => Some(text.paragraphs().first().map_or(0, |paragraph| paragraph.start())),
        Motion::End => Some(text.paragraphs().last().map_or(0, |paragraph| paragraph.end())),
        Motion::Up | Motion::Down | Motion::RowStart | Motion::RowEnd | Motion::PageUp | Motion::PageDown => None,
    }
}

/// Blank lines are not painted, so the caret does not stop in them.
fn skip_gap_right(text: &Text, at: usize) -> usize {
    match text.paragraphs().get(text.paragraph_at(at)) {
        Some(paragraph) if at > paragraph.end() => {
            text.paragraphs().get(text.paragraph_at(at) + 1).map_or(paragraph.end(), |next| next.start())
        }
        Some(paragraph) => at.max(paragraph.start()),
        None => at,
    }
}

fn skip_gap_left(text: &Text, at: usize) -> usize {
    match text.paragraphs().get(text.paragraph_at(at)) {
        Some(paragraph) => at.clamp(paragraph.start(), paragraph.end()),
        None => 0,
    }
}

/// To the end of the next word, as desktop text fields do.
pub fn word_right(text: &Text, at: usize) -> usize {
    let mut at = skip_gap_right(text, at);
    let end = moved(text, at, Motion::End).unwrap_or(at);
    while at < end {
        let word = text.word_at(at);
        if has_word(text.slice(word)) && word.end() > at {
            return word.end();
        }
        at = skip_gap_right(text, word.end().max(text.next(at)));
    }
    end
}

/// To the start of the word before.
pub fn word_left(text: &Text, at: usize) -> usize {
    let mut at = at;
    loop {
        let before = skip_gap_left(text, text.previous(at));
        if before >= at {
            return at;
        }
        let word = text.word_at(before);
        at = word.start().min(before);
        if has_word(text.slice(word)) {
            return at;
        }
    }
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The next larger stretch around a span: word, phrase, sentence, paragraph. Nothing beyond the paragraph.
pub fn grown(document: &Document, span: Span) -> Option<Span> {
    let text = &document.text;
    let paragraph = *text.paragraphs().get(text.paragraph_at(span.start()))?;
    let mut levels = vec![word_around(text, span.start())];
    if let Some(sentence) = text.sentence_around(span.start()).filter(|sentence| sentence.covers(span.start())) {
        levels.push(phrase(text, sentence, span));
        levels.push(sentence);
    }
    levels.push(paragraph);
    levels.into_iter().find(|level| level.contains(span) && level.len() > span.len())
}

/// The word at a place; just behind a word, that word.
pub fn word_around(text: &Text, at: usize) -> Span {
    let word = text.word_at(at);
    if has_word(text.slice(word)) {
        return word;
    }
    let before = text.word_at(text.previous(at));
    if before.end() == at && has_word(text.slice(before)) { before } else { word }
}

/// The part of a sentence around a span between commas, dashes, brackets, colons and quotation marks.
fn phrase(text: &Text, sentence: Span, span: Span) -> Span {
    let words = text.slice(sentence);
    let inner = |at: usize| at.saturating_sub(sentence.start()).min(words.len());
    let is_break = |(at, sign): (usize, char)| {
        let next = words.get(at + sign.len_utf8()..).and_then(|rest| rest.chars().next());
        match sign {
            // A comma or point inside a figure is no break.
            ',' | ':' => next.is_none_or(char::is_whitespace) || next.is_some_and(|next| "\"”’'".contains(next)),
            ';' | '(' | ')' | '“' | '”' | '"' | '—' | '–' => true,
            _ => false,
        }
    };
    let head = words.get(..inner(span.start())).unwrap_or("");
    let start = head.char_indices().rev().find(|sign| is_break(*sign)).map_or(0, |(at, sign)| at + sign.len_utf8());
    let tail_from = inner(span.end());
    let tail = words.get(tail_from..).unwrap_or("");
    let end = tail.char_indices().map(|(at, sign)| (at + tail_from, sign)).find(|sign| is_break(*sign)).map_or(words.len(), |(at, _)| at);
    let raw = Span::between(sentence.start() + start.min(end), sentence.start() + end);
    let trimmed = text.trimmed(raw);
    if trimmed.contains(span) { trimmed } else { raw }
}

/// A selection made with the mouse, widened to whole words.
pub fn snapped(text: &Text, span: Span) -> Span {
    if span.is_empty() {
        return span;
    }
    let first = text.word_at(span.start());
    let last = text.word_at(text.previous(span.end()));
    let start = if has_word(text.slice(first)) { first.start().min(span.start()) } else { span.start() };
    let end = if has_word(text.slice(last)) { last.end().max(span.end()) } else { span.end() };
    let trimmed = text.trimmed(Span::between(start, end));
    if trimmed.is_empty() { span } else { trimmed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::{Meta, Structure};
    use crate::model::id::Uid;
    use crate::model::moment::Moment;

    fn document(text: &str) -> Document {
        Document {
            id: DocumentId(Uid(1)),
            text: Text::freeze(text),
            structure: Structure::default(),
            meta: Meta::default(),
            opened: Moment::default(),
            signed: None,
            dropped: Vec::new(),
            asides: Vec::new(),
            original: None,
            earlier: Vec::new(),
            unknown: Default::default(),
        }
    }

    #[test]
    fn growing_goes_from_word_to_paragraph() {
        let document = document("First one. On Thursday, about 1,500 troops went, they said. Last.");
        let mut span = Span::between(30, 30);
        let mut steps = Vec::new();
        while let Some(next) = grown(&document, span) {
            steps.push(document.text.slice(next).to_owned());
            span = next;
        }
        assert_eq!(
            steps,
            [
                "1,500",
                "about 1,500 troops went",
                "On Thursday, about 1,500 troops went, they said.",
                "First one. On Thursday, about 1,500 troops went, they said. Last."
            ]
        );
    }

    #[test]
    fn the_caret_moves_by_words_and_skips_blank_lines() {
        let text = Text::freeze("One, two.\n\n\nThree");
        let walk = |mut at: usize, step: fn(&Text, usize) -> usize| {
            let mut places = Vec::new();
            while step(&text, at) != at {
                at = step(&text, at);
                places.push(at);
            }
            places
        };
        assert_eq!(walk(0, word_right), [3, 8, 17]);
        assert_eq!(walk(17, word_left), [12, 5, 0]);
        assert_eq!(moved(&text, 9, Motion::Right), Some(12));
        assert_eq!(moved(&text, 12, Motion::Left), Some(9));
        assert_eq!(moved(&text, 14, Motion::ParagraphUp), Some(12));
        assert_eq!(moved(&text, 12, Motion::ParagraphUp), Some(0));
        assert_eq!(moved(&text, 3, Motion::ParagraphDown), Some(12));
        assert_eq!(moved(&text, 13, Motion::ParagraphDown), Some(17));
    }

    #[test]
    fn a_mouse_selection_snaps_to_words_without_the_space_around() {
        let text = Text::freeze("roughly 3,200km border.");
        let snap = |start, end| text.slice(snapped(&text, Span::between(start, end))).to_owned();
        assert_eq!(snap(2, 10), "roughly 3,200km");
        assert_eq!(snap(7, 17), "3,200km border");
        assert_eq!(snap(20, 23), "border.");
    }

    #[test]
    fn an_empty_article_has_nowhere_to_go() {
        let document = document("");
        assert_eq!(grown(&document, Span::between(0, 0)), None);
        for motion in [Motion::Left, Motion::Right, Motion::WordLeft, Motion::WordRight, Motion::Start, Motion::End] {
            assert_eq!(moved(&document.text, 0, motion), Some(0));
        }
    }
}
