//! In which order the pieces of a page are read: as they were drawn, or by columns where that order is plainly broken.

use std::collections::HashSet;

use super::piece::Piece;

/// Pieces of fewer letters than this are cells of a table rather than lines of a column.
const LONG_LETTERS: usize = 25;

/// Puts the pieces of a page in reading order.
pub fn in_reading_order(pieces: Vec<Piece>) -> Vec<Piece> {
    // Words turned against the rest of the page, as at its margin, stand for themselves.
    let mut turns: Vec<(u16, usize)> = Vec::new();
    for piece in &pieces {
        match turns.iter_mut().find(|(turn, _)| *turn == piece.turn) {
            Some((_, letters)) => *letters += piece.letters.len(),
            None => turns.push((piece.turn, piece.letters.len())),
        }
    }
    let mut ordered = Vec::with_capacity(pieces.len());
    let (mut rest, is_broken) = (pieces, |pieces: &[Piece]| is_broken(pieces));
    for (turn, _) in turns {
        let (mut of_turn, others): (Vec<Piece>, Vec<Piece>) = rest.into_iter().partition(|piece| piece.turn == turn);
        rest = others;
        if is_broken(&of_turn) {
            by_place(&mut of_turn, &mut ordered, 0);
        } else {
            ordered.append(&mut of_turn);
        }
    }
    ordered
}

/// Whether the order in which a page was drawn cannot be the order in which it is read.
fn is_broken(pieces: &[Piece]) -> bool {
    let steps = || pieces.iter().zip(pieces.iter().skip(1));
    // Up the page in the same column: back over lines that stood there already.
    let back = |one: &Piece, other: &Piece| other.base < one.base - 0.5 * one.size.max(other.size) && one.overlaps(other);
    let jumps = steps().filter(|(one, other)| back(one, other)).count();
    // From column to column in every line.
    let is_long = |piece: &Piece| piece.letters.len() >= LONG_LETTERS;
    let is_across = |one: &Piece, other: &Piece| is_level(one, other) && !one.overlaps(other) && is_long(one) && is_long(other);
    let across = steps().filter(|(one, other)| is_across(one, other)).count();
    let is_much = |count: usize, part: usize| count >= 4 && count * part > pieces.len();
    is_much(jumps, 10) || is_much(across, 6)
}

/// Whether two pieces stand on one line.
pub fn is_level(one: &Piece, other: &Piece) -> bool {
    one.turn == other.turn && (one.base - other.base).abs() < 0.4 * one.size.max(other.size)
}

/// Cuts a part of a page along its widest gaps, columns first, and reads the parts one after the other.
fn by_place(pieces: &mut Vec<Piece>, ordered: &mut Vec<Piece>, depth: usize) {
    if pieces.len() < 2 || depth > 60 {
        ordered.extend(rows(std::mem::take(pieces)));
        return;
    }
    let size = typical_size(pieces);
    let columns = gap(pieces, |piece| (piece.left, piece.right)).filter(|(wide, _)| *wide > size);
    let is_leftward = columns.is_some() && is_leftward(pieces);
    if let Some((_, at)) = columns.filter(|(_, at)| are_columns(pieces, *at)) {
        let (left, right): (Vec<Piece>, Vec<Piece>) = std::mem::take(pieces).into_iter().partition(|piece| piece.left < at);
        let (mut first, mut second) = if is_leftward { (right, left) } else { (left, right) };
        by_place(&mut first, ordered, depth + 1);
        by_place(&mut second, ordered, depth + 1);
        return;
    }
    let bands = gap(pieces, |piece| (piece.base - 0.8 * piece.size, piece.base + 0.2 * piece.size));
    match bands.filter(|(wide, _)| *wide > 0.1 * size) {
        Some((_, at)) => {
            let (mut above, mut below): (Vec<Piece>, Vec<Piece>) =
                std::mem::take(pieces).into_iter().partition(|piece| piece.base - 0.8 * piece.size < at);
            by_place(&mut above, ordered, depth + 1);
            by_place(&mut below, ordered, depth + 1);
        }
        None => ordered.extend(rows(std::mem::take(pieces))),
    }
}

/// Whether a gap parts columns of text, not cells of a table: lines on one side have none of their own on the other, or are long.
fn are_columns(pieces: &[Piece], at: f32) -> bool {
    let (left, right): (Vec<&Piece>, Vec<&Piece>) = pieces.iter().partition(|piece| piece.left < at);
    let (few, many) = if left.len() < right.len() { (&left, &right) } else { (&right, &left) };
    let step = 0.4 * typical_size(pieces).max(0.1);
    let row = |piece: &Piece| (piece.base / step).round() as i32;
    let rows: HashSet<i32> = many.iter().map(|piece| row(piece)).collect();
    let level = few.iter().filter(|one| (-1..=1).any(|shift| rows.contains(&(row(one) + shift)))).count();
    let letters = |side: &[&Piece]| side.iter().map(|piece| piece.letters.len()).sum::<usize>() / side.len().max(1);
    let is_text = letters(&left).min(letters(&right)) >= LONG_LETTERS.min(18);
    is_text || level * 2 < few.len()
}

/// The widest gap between what pieces cover in one direction, and its middle.
fn gap(pieces: &[Piece], extent: impl Fn(&Piece) -> (f32, f32)) -> Option<(f32, f32)> {
    let mut extents: Vec<(f32, f32)> = pieces.iter().map(extent).collect();
    extents.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut covered = extents.first()?.1;
    let mut widest: Option<(f32, f32)> = None;
    for (start, end) in extents {
        if start > covered && widest.is_none_or(|(wide, _)| start - covered > wide) {
            widest = Some((start - covered, f32::midpoint(start, covered)));
        }
        covered = covered.max(end);
    }
    widest
}

fn typical_size(pieces: &[Piece]) -> f32 {
    let mut sizes: Vec<f32> = pieces.iter().map(|piece| piece.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(1.0)
}

/// Line by line, each from where it is begun.
fn rows(mut pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.sort_by(|one, other| one.base.total_cmp(&other.base));
    let is_leftward = is_leftward(&pieces);
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| is_level(first, &piece)) => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.left.total_cmp(&other.left));
        if is_leftward {
            row.reverse();
        }
    }
    rows.into_iter().flatten().collect()
}

/// Whether most letters are written from right to left.
fn is_leftward(pieces: &[Piece]) -> bool {
    let signs = || pieces.iter().flat_map(|piece| &piece.letters).filter_map(|letter| letter.words.chars().next());
    signs().filter(|sign| super::letter::is_right_to_left(*sign)).count() * 2 > signs().filter(|sign| sign.is_alphabetic()).count()
}
