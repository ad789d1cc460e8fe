//! An article as it is compared: its words, folded so that capitals and the form of quotation marks do not count, in its sentences.

use std::hash::{Hash as _, Hasher as _};
use std::ops::Range;

use crate::model::document::{Span, Text, segment};

/// A sentence of more words is compared in pieces: a table without stops must not cost more than the rest of its article.
const MOST_WORDS: usize = 240;

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, without the signs around it.
    pub span: Span,
    /// The same for words that are written the same but for capitals and the form of the apostrophe.
    pub key: u64,
}

/// A sentence, or a piece of one that is very long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes, with the signs around its words.
    pub span: Span,
    /// Its words, as places in [`Reading::words`].
    pub words: Range<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
}

/// An article as it is compared. Made once, since a text never changes; about 20 bytes a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    text: Text,
    words: Vec<Word>,
    sentences: Vec<Sentence>,
    hash: u64,
}

impl Reading {
    /// Reads an article: about 60 ms a megabyte, its sentences included.
    pub fn of(text: &Text) -> Self {
        let mut words = Vec::new();
        let mut sentences = Vec::new();
        let mut paragraph = 0;
        let paragraphs = text.paragraphs();
        for span in text.sentences() {
            while paragraphs.get(paragraph + 1).is_some_and(|next| next.start() <= span.start()) {
                paragraph += 1;
            }
            let first = words.len();
            words.extend(words_of(text, *span));
            push_pieces(text, (&words, first), (*span, paragraph), &mut sentences);
        }
        let mut hasher = std::hash::DefaultHasher::new();
        words.iter().for_each(|word| word.key.hash(&mut hasher));
        Reading { text: text.clone(), words, sentences, hash: hasher.finish() }
    }

    /// The article's text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// All words in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// All sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The words of neighbouring sentences.
    pub fn words_of(&self, sentences: Range<usize>) -> &[Word] {
        self.words.get(self.word_range(sentences)).unwrap_or_default()
    }

    /// The same as places in all words.
    pub(super) fn word_range(&self, sentences: Range<usize>) -> Range<usize> {
        let first = self.sentences.get(sentences.start).map_or(0, |sentence| sentence.words.start);
        let last = sentences.end.checked_sub(1).and_then(|last| self.sentences.get(last)).map_or(first, |sentence| sentence.words.end);
        first..last.max(first)
    }

    /// From the beginning of the first to the end of the last of neighbouring sentences.
    pub fn span_of(&self, sentences: Range<usize>) -> Span {
        let first = self.sentences.get(sentences.start).map_or(0, |sentence| sentence.span.start());
        let last = sentences.end.checked_sub(1).and_then(|last| self.sentences.get(last)).map_or(first, |sentence| sentence.span.end());
        Span::between(first, last.max(first))
    }

    /// The sentence at or before a byte of the article.
    pub fn sentence_at(&self, byte: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.start() <= byte).saturating_sub(1)
    }

    /// Whether `self` is to be taken first where the order must not matter.
    pub(super) fn goes_first(&self, other: &Reading) -> bool {
        let key = |reading: &Reading| (reading.words.len(), reading.hash);
        key(self) <= key(other)
    }
}

/// The words of a stretch; those that only a hyphen joins are one.
fn words_of(text: &Text, stretch: Span) -> Vec<Word> {
    let words = text.slice(stretch);
    let mut found: Vec<Span> = Vec::new();
    for span in segment::words(words) {
        let joins = |last: &Span| words.get(last.end()..span.start()).is_some_and(|gap| matches!(gap, "-" | "‐" | "‑"));
        match found.last_mut() {
            Some(last) if joins(last) => *last = Span::between(last.start(), span.end()),
            _ => found.push(span),
        }
    }
    let word = |span: Span| Word {
        span: Span::between(stretch.start() + span.start(), stretch.start() + span.end()),
        key: key(words.get(span.range()).unwrap_or_default()),
    };
    found.into_iter().map(word).collect()
}

/// What is the same in words that are the same.
pub(super) fn key(word: &str) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    for sign in word.chars().flat_map(char::to_lowercase) {
        let sign = if sign == '’' { '\'' } else { sign };
        sign.hash(&mut hasher);
    }
    hasher.finish()
}

/// Cuts a sentence into pieces that are not too long, each with the signs up to the next one.
fn push_pieces(text: &Text, (words, first): (&[Word], usize), (span, paragraph): (Span, usize), sentences: &mut Vec<Sentence>) {
    let mut start = span.start();
    let mut from = first;
    loop {
        let to = if words.len() - from > MOST_WORDS { from + MOST_WORDS } else { words.len() };
        let next = words.get(to).filter(|_| to < words.len());
        let end = next.map_or(span.end(), |word| text.floor(word.span.start()));
        sentences.push(Sentence { span: Span::between(start, end), words: from..to, paragraph });
        if next.is_none() {
            return;
        }
        (start, from) = (end, to);
    }
}
