//! One line of a text in words, figures and signs, each looked up once.

use super::lexicon::{Lexicon, Roles, Word};
use super::numeral::Style;

/// What a piece of the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Letters.
    Word,
    /// Digits with the points, commas and narrow spaces inside them.
    Digits,
    /// Anything else, one sign each.
    Sign(char),
}

/// A piece of the line.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub shape: Shape,
    /// Whether a gap stands before it, or the line begins.
    pub is_spaced: bool,
    /// What the lexicon knows of it.
    pub word: Word,
}

/// A line of the text, ready to be read. Places in it are numbers of tokens; one that is out of bounds is nothing at all.
pub struct Line<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Its pieces.
    pub tokens: Vec<Token>,
    /// The language.
    pub lexicon: &'static Lexicon,
    /// How the article writes figures.
    pub style: Style,
    /// Whether a figure may stand alone: what the checker has marked is a figure, whatever stands around it.
    pub is_lenient: bool,
}

impl<'a> Line<'a> {
    /// Reads the line between two bytes of the text; the tokens of the line before go.
    pub fn fill(&mut self, start: usize, end: usize) {
        self.tokens.clear();
        let Some(line) = self.text.get(start..end) else { return };
        let bytes = line.as_bytes();
        let (mut at, mut is_spaced) = (0, true);
        while let Some(&byte) = bytes.get(at) {
            // Emphasis of Markdown belongs to no word: *36* hours.
            if byte == b'*' || byte == b'_' {
                at += 1;
                continue;
            }
            if byte == b' ' || byte == b'\t' || byte == b'\r' {
                (at, is_spaced) = (at + 1, true);
                continue;
            }
            let from = at;
            let shape = if byte.is_ascii_alphabetic() {
                at = word_end(line, at);
                Shape::Word
            } else if is_spaced && matches!(byte, b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
                // .08 percent.
                at = digits_end(line, at + 1, self.style);
                Shape::Digits
            } else if byte.is_ascii_digit() {
                at = digits_end(line, at, self.style);
                Shape::Digits
            } else {
                let Some(sign) = line.get(at..).and_then(|rest| rest.chars().next()) else { break };
                at += sign.len_utf8();
                if sign.is_whitespace() || sign == '\u{200b}' || sign == '\u{feff}' {
                    is_spaced = true;
                    continue;
                }
                if sign.is_alphabetic() && sign != 'º' && sign != 'ª' {
                    at = word_end(line, from);
                    Shape::Word
                } else {
                    Shape::Sign(sign)
                }
            };
            let word = match shape {
                Shape::Word => self.lexicon.word(line.get(from..at).unwrap_or("")),
                Shape::Digits | Shape::Sign(_) => Word::default(),
            };
            self.tokens.push(Token { start: start + from, end: start + at, shape, is_spaced, word });
            is_spaced = false;
        }
    }

    /// The token.
    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// Its words as written; nothing beyond the ends.
    pub fn written(&self, at: usize) -> &'a str {
        self.between(at, at + 1)
    }

    /// The words from one token up to another.
    pub fn between(&self, from: usize, to: usize) -> &'a str {
        let ends = self.tokens.get(from).zip(to.checked_sub(1).and_then(|last| self.tokens.get(last)));
        ends.and_then(|(first, last)| self.text.get(first.start..last.end)).unwrap_or("")
    }

    /// What it can be; nothing for what is no word.
    pub fn roles(&self, at: usize) -> Roles {
        self.tokens.get(at).map_or(Roles::default(), |token| token.word.roles)
    }

    /// Whether it can be any of these.
    pub fn is(&self, at: usize, roles: Roles) -> bool {
        self.roles(at).any(roles)
    }

    /// The number of the word.
    pub fn value(&self, at: usize) -> u64 {
        self.tokens.get(at).map_or(0, |token| token.word.value)
    }

    /// The same for the token before; nothing at the beginning.
    pub fn is_before(&self, at: usize, roles: Roles) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, roles))
    }

    /// The sign at that place.
    pub fn sign(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.shape {
            Shape::Sign(sign) => Some(sign),
            Shape::Word | Shape::Digits => None,
        }
    }

    /// The sign before that place.
    pub fn sign_before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|before| self.sign(before))
    }

    /// Whether digits stand there.
    pub fn is_digits(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Digits)
    }

    /// Whether a word stands there.
    pub fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Word)
    }

    /// Whether it follows what stands before it without a gap.
    pub fn is_attached(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| !token.is_spaced)
    }

    /// A hyphen or dash between two things without a gap on either side.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.sign(at).is_some_and(is_dash) && self.is_attached(at) && self.is_attached(at + 1)
    }

    /// Whether the word begins with a capital letter.
    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.written(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token begins the line or a sentence.
    pub fn begins_sentence(&self, at: usize) -> bool {
        match at.checked_sub(1) {
            None => true,
            Some(before) => match self.sign(before) {
                Some('.' | '!' | '?' | ':' | '“' | '"' | '«' | '„' | '—' | '–' | '(' | '•' | '‘' | '¿' | '¡' | '-') => true,
                Some(_) => false,
                None => false,
            },
        }
    }

    /// Whether the word is that one, whatever its case.
    pub fn says(&self, at: usize, word: &str) -> bool {
        self.written(at).eq_ignore_ascii_case(word)
    }
}

/// A hyphen or a dash as it stands in ranges.
pub fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '–' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '−')
}

fn word_end(line: &str, from: usize) -> usize {
    // Most letters are of ASCII; the tables of Unicode are asked for the others only.
    let plain = line.as_bytes().get(from..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if line.as_bytes().get(from + plain).is_none_or(u8::is_ascii) {
        return from + plain;
    }
    let rest = line.get(from..).unwrap_or("");
    let end = rest.find(|sign: char| !sign.is_alphabetic() && !is_mark(sign) || sign == 'º' || sign == 'ª');
    from + end.unwrap_or(rest.len())
}

/// Accents that stand as signs of their own.
fn is_mark(sign: char) -> bool {
    ('\u{300}'..'\u{370}').contains(&sign)
}

/// Digits with what may stand inside them: a point or comma before a digit, a narrow space or apostrophe before three.
fn digits_end(line: &str, from: usize, style: Style) -> usize {
    let bytes = line.as_bytes();
    let run = |at: usize| bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
    let first = run(from);
    let mut at = from + first;
    loop {
        let separator = match line.get(at..).and_then(|rest| rest.chars().next()) {
            Some(sign @ ('.' | ',')) if run(at + sign.len_utf8()) > 0 => sign,
            Some(sign @ ('\u{202f}' | '\u{2009}' | '\u{a0}')) if run(at + sign.len_utf8()) == 3 && first <= 3 => sign,
            Some(sign @ ('\'' | '’')) if run(at + sign.len_utf8()) == 3 && first <= 3 => sign,
            Some(' ') if style.has_spaces && run(at + 1) == 3 && first <= 3 && !follows_a_fraction(line, from, at) => ' ',
            _ => return at,
        };
        at += separator.len_utf8();
        at += run(at);
    }
}

/// A space between groups stands before any decimal sign: `1 234,5` and not `3,5 200`.
fn follows_a_fraction(line: &str, from: usize, at: usize) -> bool {
    line.get(from..at).unwrap_or("").contains([',', '.'])
}
