//! Pieces become lines of words with their styles.

use super::letter::{Letter, Style, is_right_to_left};
use super::order::is_level;
use super::piece::{Piece, spelled};

/// A line of words.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its words.
    pub words: String,
    /// From which byte on which style holds.
    pub styles: Vec<(usize, Style)>,
    /// Where it begins, points.
    pub left: f32,
    /// Where it ends, points.
    pub right: f32,
    /// The line it stands on, points from the top.
    pub base: f32,
    /// Size of most of its print, points.
    pub size: f32,
    /// By how many degrees it is turned.
    pub turn: u16,
    /// How wide its first word is, points.
    pub first_word: f32,
    /// Whether it is read from right to left.
    pub is_leftward: bool,
    /// Whether it stands on the same line as the one before it, beside it.
    pub is_beside: bool,
    /// Whether the file says that it belongs to the page and not to the article.
    pub is_artefact: bool,
    /// Whether all of it is bold.
    pub is_bold: bool,
    /// Its page, from 0.
    pub page: u32,
}

/// How many signs of a page can be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Read {
    /// Signs with letters.
    pub known: usize,
    /// Signs without.
    pub lost: usize,
}

/// The lines of a page, from pieces in reading order.
pub fn lines(pieces: &[Piece], page: u32) -> (Vec<Line>, Read) {
    let mut lines: Vec<Line> = Vec::with_capacity(pieces.len());
    let mut read = Read::default();
    let mut before: Option<&Piece> = None;
    for piece in pieces {
        let Some(mut line) = line(piece, &mut read) else { continue };
        line.page = page;
        line.is_beside = before.is_some_and(|before| is_level(before, piece) && !before.overlaps(piece));
        before = Some(piece);
        match lines.last_mut() {
            Some(label) if line.is_beside && is_label(&label.words) => label.append(line),
            _ => lines.push(line),
        }
    }
    (lines, read)
}

/// Whether words are no more than the sign or number in front of a list entry: `•`, `3.`, `(a)`, `iv)`.
pub fn is_label(words: &str) -> bool {
    if is_bullet(words) {
        return true;
    }
    let Some(number) = words.strip_suffix(['.', ')']).map(|words| words.trim_start_matches('(')) else { return false };
    let all = |test: fn(char) -> bool| number.chars().all(test);
    let is_number = number.len() <= 3 && all(|sign| sign.is_ascii_digit());
    let is_roman = number.len() <= 4 && all(|sign| "ivxIVX".contains(sign));
    !number.is_empty() && (is_number || is_roman || number.len() == 1 && all(char::is_alphabetic))
}

/// Whether words are the sign in front of a list entry.
pub fn is_bullet(words: &str) -> bool {
    let mut signs = words.chars();
    signs.next().is_some_and(|sign| BULLETS.contains(sign)) && signs.next().is_none()
}

/// Signs that stand in front of list entries.
pub const BULLETS: &str = "•◦▪▫■□●○‣⁃➢➤✓✔✗❖◆◇·∙*–—-";

impl Line {
    /// Puts the words beside it behind its own.
    pub fn append(&mut self, other: Line) {
        self.words.push(' ');
        let at = self.words.len();
        self.styles.extend(other.styles.into_iter().map(|(byte, style)| (byte + at, style)));
        self.words.push_str(&other.words);
        self.left = self.left.min(other.left);
        self.right = self.right.max(other.right);
        self.size = other.size;
        self.is_bold &= other.is_bold;
    }
}

fn line(piece: &Piece, read: &mut Read) -> Option<Line> {
    let mut line = Line { left: piece.left, right: piece.right, base: piece.base, turn: piece.turn, is_bold: true, ..Line::default() };
    line.size = main_size(&piece.letters);
    let (mut leftward, mut rightward, mut artefacts, mut all) = (0, 0, 0, 0);
    let mut first_word: Option<(f32, f32)> = None;
    let mut is_first_word = true;
    spelled(piece, |letter, is_apart| {
        if is_apart || letter.is_blank() {
            is_first_word &= first_word.is_none();
            push_blank(&mut line.words);
        }
        if letter.is_blank() {
            return;
        }
        // A soft hyphen counts at the end of a line only.
        if !is_apart && line.words.ends_with('\u{ad}') {
            line.words.pop();
        }
        all += 1;
        artefacts += usize::from(letter.is_artefact);
        if line.styles.last().is_none_or(|(_, style)| *style != letter.style) {
            line.styles.push((line.words.len(), letter.style));
        }
        line.is_bold &= letter.style.is_bold;
        if letter.words.is_empty() {
            read.lost += 1;
            line.words.push('\u{fffd}');
        } else {
            read.known += 1;
            push_letters(&mut line.words, &letter.words);
        }
        leftward += letter.words.chars().filter(|sign| is_right_to_left(*sign)).count();
        rightward += letter.words.chars().filter(|sign| sign.is_alphabetic()).count();
        if is_first_word {
            let (start, end) = first_word.unwrap_or((letter.start, letter.end));
            first_word = Some((start.min(letter.start), end.max(letter.end)));
        }
    });
    line.words.truncate(line.words.trim_end().len());
    line.first_word = first_word.map_or(0.0, |(start, end)| end - start);
    line.is_leftward = leftward * 2 > rightward;
    line.is_artefact = artefacts * 2 > all;
    let is_sign_without_letters = line.words == "\u{fffd}";
    (!line.words.is_empty() && !is_sign_without_letters).then_some(line)
}

/// Adds what a sign stands for, without soft hyphens inside of it.
fn push_letters(words: &mut String, letters: &str) {
    let inside = letters.strip_suffix('\u{ad}').unwrap_or(letters);
    words.extend(inside.chars().filter(|sign| *sign != '\u{ad}'));
    words.push_str(letters.get(inside.len()..).unwrap_or(""));
}

fn push_blank(words: &mut String) {
    if !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
}

/// The size of print of most letters.
fn main_size(letters: &[Letter]) -> f32 {
    let mut sizes: Vec<(i32, usize)> = Vec::new();
    for letter in letters.iter().filter(|letter| !letter.is_blank()) {
        let size = (letter.size * 10.0).round() as i32;
        match sizes.iter_mut().find(|(known, _)| *known == size) {
            Some((_, count)) => *count += 1,
            None => sizes.push((size, 1)),
        }
    }
    sizes.iter().max_by_key(|(size, count)| (*count, *size)).map_or(0.0, |(size, _)| *size as f32 / 10.0)
}
