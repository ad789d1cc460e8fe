//! Letters become pieces: what was drawn on one line without a wide gap.

use std::collections::{HashMap, HashSet};

use super::bidi;
use super::letter::{Letter, is_right_to_left, is_without_blanks};

/// The widest gap within a piece, in sizes of its print.
pub const GAP: f32 = 1.6;

/// Letters on one line, in reading order once [`Piece::settle`] has run.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its letters.
    pub letters: Vec<Letter>,
    /// Where it begins, points.
    pub left: f32,
    /// Where it ends, points.
    pub right: f32,
    /// The line that it stands on, points.
    pub base: f32,
    /// Size of its largest print, points.
    pub size: f32,
    /// By how many degrees it is turned.
    pub turn: u16,
    /// Whether it was drawn in several goes.
    is_stitched: bool,
    /// Whether its blanks are among its letters.
    has_blanks: bool,
}

impl Piece {
    fn begin(letter: Letter) -> Self {
        Piece {
            left: letter.start,
            right: letter.end,
            base: letter.base,
            size: letter.size,
            turn: letter.turn,
            is_stitched: false,
            has_blanks: false,
            letters: vec![letter],
        }
    }

    fn push(&mut self, letter: Letter) {
        self.left = self.left.min(letter.start);
        self.right = self.right.max(letter.end);
        // Small letters above or below the line do not move it.
        if letter.size > self.size * 1.05 {
            self.size = letter.size;
            self.base = letter.base;
        }
        self.letters.push(letter);
    }

    /// Whether a letter stands on the same line, next to the last one; to its left where the line is written so.
    fn takes(&self, letter: &Letter) -> bool {
        let Some(last) = self.letters.last() else { return false };
        let size = self.size.max(letter.size);
        let is_level = (letter.base - self.base).abs() <= 0.45 * size || (letter.base - last.base).abs() <= 0.1 * size;
        let ahead = letter.start - last.end;
        let behind = last.start - letter.end;
        let is_near = (-1.5 * size..=GAP * size).contains(&ahead);
        let is_near_left = is_leftward(letter) && (-1.5 * size..=GAP * size).contains(&behind);
        letter.turn == self.turn && is_level && (is_near || is_near_left)
    }

    /// Puts another piece of the same line behind its letters.
    fn append(&mut self, other: Piece) {
        self.is_stitched = true;
        other.letters.into_iter().for_each(|letter| self.push(letter));
    }

    /// Puts letters that were drawn from left to right though they are read from right to left in the order of reading.
    fn settle(&mut self, page_is_leftward: bool) {
        if self.letters.iter().any(is_leftward) && (self.is_stitched || !bidi::is_drawn_as_read(&self.letters)) {
            bidi::in_reading_order(&mut self.letters, page_is_leftward);
            self.has_blanks = true;
        }
    }

    /// Whether another piece covers some of the same width.
    pub fn overlaps(&self, other: &Piece) -> bool {
        let common = self.right.min(other.right) - self.left.max(other.left);
        common > 0.3 * (self.right - self.left).min(other.right - other.left)
    }
}

/// Whether it is written from right to left, or could be.
fn is_leftward(letter: &Letter) -> bool {
    letter.words.chars().any(is_right_to_left)
}

/// The pieces of a page, in the order in which they were drawn.
pub fn pieces(letters: Vec<Letter>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for letter in without_doubles(letters) {
        match pieces.last_mut() {
            // A blank says nothing of where the line goes on.
            Some(piece) if piece.takes(&letter) => piece.push(letter),
            _ => pieces.push(Piece::begin(letter)),
        }
    }
    pieces.retain(|piece| !piece.letters.iter().all(Letter::is_blank));
    let mut pieces = stitched(pieces);
    let (mut leftward, mut all) = (0_usize, 0_usize);
    for letter in pieces.iter().flat_map(|piece| &piece.letters) {
        leftward += usize::from(is_leftward(letter));
        all += usize::from(letter.words.chars().any(char::is_alphabetic));
    }
    pieces.iter_mut().for_each(|piece| piece.settle(leftward * 2 > all));
    pieces
}

/// A square of a page, in which letters are looked for: its column, its row and the turn of the letters.
type Cell = (i32, i32, u16);

/// Leaves out letters that were drawn a second time in the same place, as shadows and false bold are, and words recognised in a picture
/// where the same place has real ones.
fn without_doubles(letters: Vec<Letter>) -> Vec<Letter> {
    let is_mixed = letters.iter().any(|letter| letter.is_hidden) && letters.iter().any(|letter| !letter.is_hidden && !letter.is_blank());
    // The last letter of each square that begins so.
    let mut seen: HashMap<(Cell, char), &Letter> = HashMap::with_capacity(letters.len());
    let mut painted: HashSet<Cell> = HashSet::new();
    let cell = |at: f32| (at / 2.0).floor() as i32;
    if is_mixed {
        for letter in letters.iter().filter(|letter| !letter.is_hidden && !letter.is_blank()) {
            painted.insert((cell(letter.middle()), cell(letter.base), letter.turn));
        }
    }
    let mut kept = Vec::with_capacity(letters.len());
    for letter in &letters {
        let row = cell(letter.base);
        let is_behind = is_mixed && letter.is_hidden && painted.contains(&(cell(letter.middle()), row, letter.turn));
        if letter.is_blank() || is_behind {
            kept.push(!is_behind);
            continue;
        }
        let near = (0.12 * letter.size).min(4.0);
        let first = letter.words.chars().next().unwrap_or('\u{fffd}');
        let is_same = |other: &Letter| {
            other.words == letter.words && (other.start - letter.start).abs() < near && (other.base - letter.base).abs() < near
        };
        // Most letters are near to one square only.
        let columns = cell(letter.start - near)..=cell(letter.start + near);
        let around = columns.flat_map(|x| (cell(letter.base - near)..=cell(letter.base + near)).map(move |y| (x, y, letter.turn)));
        let is_double = around.filter_map(|square| seen.get(&(square, first))).any(|other| is_same(other));
        if !is_double {
            seen.insert(((cell(letter.start), row, letter.turn), first), letter);
        }
        kept.push(!is_double);
    }
    letters.into_iter().zip(kept).filter_map(|(letter, is_kept)| is_kept.then_some(letter)).collect()
}

/// Puts pieces together that follow each other closely on one line but were drawn apart: a bold word, a raised figure.
fn stitched(pieces: Vec<Piece>) -> Vec<Piece> {
    let size = middle_size(&pieces);
    let row = |piece: &Piece| (piece.base / (size * 0.5).max(0.1)).round() as i32;
    let mut rows: HashMap<(u16, i32), Vec<usize>> = HashMap::new();
    for (nth, piece) in pieces.iter().enumerate() {
        rows.entry((piece.turn, row(piece))).or_default().push(nth);
    }
    let mut pieces: Vec<Option<Piece>> = pieces.into_iter().map(Some).collect();
    // Joined pieces grow to the right, so each row is walked from the left, and a piece stays where its first part was drawn.
    let mut keys: Vec<_> = rows.keys().copied().collect();
    keys.sort_unstable();
    for key in keys {
        let mut row = rows.remove(&key).unwrap_or_default();
        row.sort_by(|one, other| left_of(&pieces, *one).total_cmp(&left_of(&pieces, *other)));
        let mut open: Option<usize> = None;
        for nth in row {
            let joins = open.filter(|open| are_close(&pieces, *open, nth));
            let Some(first) = joins else {
                open = Some(nth);
                continue;
            };
            let (Some(mut one), Some(other)) = (take(&mut pieces, first), take(&mut pieces, nth)) else { continue };
            one.append(other);
            let keep = first.min(nth);
            if let Some(place) = pieces.get_mut(keep) {
                *place = Some(one);
            }
            open = Some(keep);
        }
    }
    pieces.into_iter().flatten().collect()
}

fn middle_size(pieces: &[Piece]) -> f32 {
    let mut sizes: Vec<f32> = pieces.iter().map(|piece| piece.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(1.0)
}

fn take(pieces: &mut [Option<Piece>], nth: usize) -> Option<Piece> {
    pieces.get_mut(nth).and_then(Option::take)
}

fn left_of(pieces: &[Option<Piece>], nth: usize) -> f32 {
    pieces.get(nth).and_then(Option::as_ref).map_or(0.0, |piece| piece.left)
}

fn are_close(pieces: &[Option<Piece>], first: usize, second: usize) -> bool {
    let (Some(Some(first)), Some(Some(second))) = (pieces.get(first), pieces.get(second)) else { return false };
    let size = first.size.max(second.size);
    let gap = second.left - first.right;
    (first.base - second.base).abs() < 0.35 * size && (-0.3 * size..0.75 * size).contains(&gap)
}

/// The letters of a piece, and of each whether a gap parts it from the one before.
pub fn spelled(piece: &Piece, mut push: impl FnMut(&Letter, bool)) {
    if piece.has_blanks {
        piece.letters.iter().for_each(|letter| push(letter, false));
    } else {
        each_gap(&piece.letters, push);
    }
}

/// Goes through letters that stand beside each other, and tells of each whether a gap parts it from the one before.
pub fn each_gap(letters: &[Letter], mut push: impl FnMut(&Letter, bool)) {
    let wide = wide_gap(letters);
    let mut before: Option<&Letter> = None;
    for letter in letters {
        let is_apart = |before: &Letter| !before.is_blank() && !letter.is_blank() && gap(before, letter) > wide_for(before, letter, wide);
        push(letter, before.is_some_and(is_apart));
        before = Some(letter);
    }
}

/// The gap between two neighbours, in sizes of their print.
fn gap(one: &Letter, other: &Letter) -> f32 {
    let size = one.size.min(other.size).max(0.01);
    (one.start.max(other.start) - one.end.min(other.end)) / size
}

fn wide_for(one: &Letter, other: &Letter, wide: f32) -> f32 {
    let is_dense = |letter: &Letter| letter.words.chars().next().is_some_and(is_without_blanks);
    if is_dense(one) && is_dense(other) { wide.max(0.6) } else { wide }
}

/// Dots that lead to a number are always set apart.
fn is_in_word(letter: &Letter) -> bool {
    letter.words.chars().all(char::is_alphanumeric)
}

/// From which gap on a blank is meant: more where all letters are set apart.
fn wide_gap(letters: &[Letter]) -> f32 {
    let mut gaps: Vec<f32> = letters
        .iter()
        .zip(letters.iter().skip(1))
        .filter(|(one, other)| is_in_word(one) && is_in_word(other))
        .map(|(one, other)| gap(one, other))
        .collect();
    gaps.sort_by(f32::total_cmp);
    let middle = gaps.get(gaps.len() / 2).copied().filter(|_| gaps.len() >= 6).unwrap_or(0.0);
    0.13 + middle.clamp(0.0, 1.0)
}
