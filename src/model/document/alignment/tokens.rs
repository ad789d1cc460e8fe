//! The words and signs of texts, numbered so that equal ones have equal numbers.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::document::{Span, Text};

/// Words and signs of one text in order, without the white space between them.
#[derive(Default)]
pub struct Tokens {
    spans: Vec<Span>,
    numbers: Vec<u32>,
    /// The sentence in which each begins.
    sentences: Vec<u32>,
    /// Letters and digits of each.
    weights: Vec<u8>,
}

/// Which number each word has, over all texts that are compared.
#[derive(Default)]
pub struct Numbers<'t>(HashMap<Cow<'t, str>, u32>);

impl<'t> Numbers<'t> {
    fn of(&mut self, word: &'t str) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(plain(word)).or_insert(next)
    }
}

impl Tokens {
    /// The words of a text.
    pub fn of<'t>(text: &'t Text, numbers: &mut Numbers<'t>) -> Self {
        let mut tokens = Tokens::default();
        let sentences = text.sentences();
        let mut sentence = 0;
        let words = text.as_str().split_word_bound_indices().filter(|(_, word)| !word.trim().is_empty());
        for (start, word) in words.flat_map(|(start, word)| parts(start, word)) {
            while sentences.get(sentence + 1).is_some_and(|next| next.start() <= start) {
                sentence += 1;
            }
            tokens.spans.push(Span::between(start, start + word.len()));
            tokens.numbers.push(numbers.of(word));
            tokens.sentences.push(u32::try_from(sentence).unwrap_or(u32::MAX));
            let letters = word.chars().filter(|letter| letter.is_alphanumeric()).count();
            tokens.weights.push(u8::try_from(letters).unwrap_or(u8::MAX));
        }
        tokens
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Where one stands.
    pub fn span(&self, at: usize) -> Option<Span> {
        self.spans.get(at).copied()
    }

    /// The numbers of all.
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// The number of one.
    pub fn number(&self, at: usize) -> Option<u32> {
        self.numbers.get(at).copied()
    }

    /// The sentence in which one begins.
    pub fn sentence(&self, at: usize) -> Option<u32> {
        self.sentences.get(at).copied()
    }

    /// The words of a sentence.
    pub fn of_sentence(&self, sentence: u32) -> std::ops::Range<usize> {
        self.sentences.partition_point(|other| *other < sentence)..self.sentences.partition_point(|other| *other <= sentence)
    }

    /// How many letters and digits these have.
    pub fn weight(&self, range: std::ops::Range<usize>) -> usize {
        self.weights.get(range).unwrap_or_default().iter().map(|weight| usize::from(*weight)).sum()
    }

    /// Those that share at least one byte with a span.
    pub fn under(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.spans.partition_point(|token| token.end() <= span.start());
        from..self.spans.partition_point(|token| token.start() < span.end()).max(from)
    }
}

/// A full stop between letters cuts a word: it may be an abbreviation, or two sentences without a gap.
fn parts(start: usize, word: &str) -> impl Iterator<Item = (usize, &str)> {
    let cuts = word.contains('.') && !word.contains(char::is_numeric);
    let mut rest = Some((start, word));
    std::iter::from_fn(move || {
        let (start, word) = rest.take()?;
        let end = match word.find('.').filter(|_| cuts && word.len() > 1) {
            Some(0) => 1,
            Some(stop) => stop,
            None => word.len(),
        };
        let (part, more) = word.split_at_checked(end)?;
        rest = Some((start + end, more)).filter(|(_, more)| !more.is_empty());
        Some((start, part))
    })
}

/// A word without what only typesetting changes: the form of its quotation marks.
fn plain(word: &str) -> Cow<'_, str> {
    let is_curly = |sign: char| matches!(sign, '’' | '‘' | 'ʼ' | '“' | '”' | '„' | '«' | '»');
    if !word.contains(is_curly) {
        return Cow::Borrowed(word);
    }
    let plain = |sign: char| match sign {
        '’' | '‘' | 'ʼ' => '\'',
        sign if is_curly(sign) => '"',
        sign => sign,
    };
    Cow::Owned(word.chars().map(plain).collect())
}
