//! Caret motions that need the layout: by rows and screens, and left and right as the eye sees it.

use egui::pos2;

use super::flow::Flow;
use crate::command::catalogue::Motion;
use crate::model::document::{Document, Span};
use crate::session::Selection;
use crate::session::selection::{moved, word_left, word_right};
use crate::widget::typeset::{CaretPos, Paragraph, TextEngine};

/// What a motion works on.
pub struct Ground<'a> {
    /// The column.
    pub flow: &'a mut Flow,
    /// Lays out what is not laid out.
    pub engine: &'a mut TextEngine,
    /// The article.
    pub document: &'a Document,
    /// Height of the view, points.
    pub view_height: f32,
}

/// What is kept between the motions of a caret.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Course {
    /// The column that rows keep while the caret goes up and down, points.
    pub goal_x: Option<f32>,
    /// The way on, where an arrow key has left a paragraph for one that reads the other way.
    travel: Option<Travel>,
}

/// An arrow key that went on into a paragraph of the other direction: pressed again it goes on through the text. By its side
/// alone it would lead back, and a key held down would go to and fro for ever.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Travel {
    to_right: bool,
    is_forward: bool,
}

/// Whether a motion goes to the right; nothing for those that go to no side.
fn side_of(motion: Motion) -> Option<bool> {
    match motion {
        Motion::Right | Motion::WordRight => Some(true),
        Motion::Left | Motion::WordLeft => Some(false),
        _ => None,
    }
}

/// Where an arrow without Shift puts the caret when words are selected: at the side it points to.
fn let_go(span: Span, to_right: bool, is_rtl: bool) -> CaretPos {
    if to_right == is_rtl { CaretPos::from(span.start()) } else { CaretPos::upstream(span.end()) }
}

impl Ground<'_> {
    /// Where the caret goes from a place of the article.
    pub fn moved(&mut self, from: CaretPos, motion: Motion, course: &mut Course) -> CaretPos {
        let keeps_column = matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown);
        let mut goal_x = course.goal_x.take().filter(|_| keeps_column);
        match side_of(motion) {
            Some(to_right) => self.moved_aside(from, motion, (to_right, course)),
            None => {
                let to = self.moved_plainly(from, motion, &mut goal_x);
                *course = Course { goal_x: goal_x.filter(|_| keeps_column), travel: None };
                to
            }
        }
    }

    /// A motion to a side, which goes on the way that it went from paragraph to paragraph.
    fn moved_aside(&mut self, from: CaretPos, motion: Motion, (to_right, course): (bool, &mut Course)) -> CaretPos {
        let is_forward = to_right != self.is_rtl_at(from.byte);
        if let Some(travel) = course.travel.filter(|travel| travel.to_right == to_right && travel.is_forward != is_forward) {
            let is_word = matches!(motion, Motion::WordLeft | Motion::WordRight);
            let on = match (is_word, travel.is_forward) {
                (false, true) => Motion::Right,
                (false, false) => Motion::Left,
                (true, true) => Motion::WordRight,
                (true, false) => Motion::WordLeft,
            };
            return moved(&self.document.text, from.byte, on).unwrap_or(from.byte).into();
        }
        let to = self.moved_plainly(from, motion, &mut None);
        let turns = to.byte != from.byte && is_forward != (to_right != self.is_rtl_at(to.byte));
        course.travel = turns.then_some(Travel { to_right, is_forward });
        to
    }

    fn moved_plainly(&mut self, from: CaretPos, motion: Motion, goal_x: &mut Option<f32>) -> CaretPos {
        let index = self.flow.block_at(from.byte);
        let Some(words) = self.flow.words(self.engine, self.document, index) else { return from };
        let start = self.start_of(index);
        let local = CaretPos { byte: from.byte.saturating_sub(start), ..from };
        // The column is one of the page, and a block may be set in.
        let left = self.flow.left(index);
        let page_x = *goal_x.get_or_insert_with(|| left + words.caret(local).center().x);
        let x = page_x - left;
        let text = &self.document.text;
        match motion {
            Motion::RowStart => in_article(start, words.row_start(local)),
            Motion::RowEnd => in_article(start, words.row_end(local)),
            Motion::Up => match words.up(local, x) {
                Some(at) => in_article(start, at),
                None => self.enter_row(self.flow.band(index).start.checked_sub(1), page_x, false).unwrap_or(from),
            },
            Motion::Down => match words.down(local, x) {
                Some(at) => in_article(start, at),
                None => self.enter_row(Some(self.flow.band(index).end), page_x, true).unwrap_or(from),
            },
            Motion::Left | Motion::Right => self.step(index, local, motion == Motion::Right).unwrap_or(from),
            Motion::WordLeft | Motion::WordRight if (motion == Motion::WordRight) == words.is_rtl() => word_left(text, from.byte).into(),
            Motion::WordLeft | Motion::WordRight => word_right(text, from.byte).into(),
            Motion::PageUp => self.by_screen(from, page_x, -1.0),
            Motion::PageDown => self.by_screen(from, page_x, 1.0),
            _ => from,
        }
    }

    /// Where an arrow key goes that lets go of selected words; nothing if none are selected or it extends them.
    pub fn collapsed(&mut self, selection: Selection, motion: Motion, extends: bool) -> Option<CaretPos> {
        let is_plain = matches!(motion, Motion::Left | Motion::Right) && !extends && !selection.is_empty();
        is_plain.then(|| let_go(selection.span(), motion == Motion::Right, self.is_rtl_at(selection.head)))
    }

    /// Whether the paragraph at a byte reads from right to left.
    pub fn is_rtl_at(&mut self, byte: usize) -> bool {
        let index = self.flow.block_at(byte);
        self.flow.words(self.engine, self.document, index).is_some_and(|words| words.is_rtl())
    }

    fn start_of(&self, index: usize) -> usize {
        self.flow.blocks().get(index).map_or(0, |block| block.span.start())
    }

    /// One grapheme to a side, into the neighbouring block where this one ends.
    fn step(&mut self, index: usize, local: CaretPos, to_right: bool) -> Option<CaretPos> {
        let words = self.flow.words(self.engine, self.document, index)?;
        let start = self.start_of(index);
        if let Some(at) = step_in(&words, local, to_right) {
            return Some(in_article(start, at));
        }
        let is_forward = to_right != words.is_rtl();
        let next = if is_forward { index + 1 } else { index.checked_sub(1)? };
        let block = self.flow.blocks().get(next)?;
        // The corner where its reading begins or ends, whichever way it reads.
        let words = self.flow.words(self.engine, self.document, next)?;
        let last_row = words.row_count().saturating_sub(1);
        let edge = words.row_edge(if is_forward { 0 } else { last_row }, is_forward == words.is_rtl());
        let entered = in_article(block.span.start(), edge);
        if entered.byte != start + local.byte {
            return Some(entered);
        }
        // The same place seen from the next piece of a long paragraph: step once more, or the key would seem dead.
        step_in(&words, edge, to_right).map(|at| in_article(block.span.start(), at))
    }

    /// The place at a column of the page, of the first or last row of a block or of the one beside it in that column.
    fn enter_row(&mut self, index: Option<usize>, page_x: f32, is_first_row: bool) -> Option<CaretPos> {
        let band = self.flow.band(index?);
        self.flow.words(self.engine, self.document, band.start)?;
        let begins_before = |index: &usize| self.flow.left(*index) <= page_x;
        let nearest = if self.flow.is_rtl() { band.clone().find(begins_before) } else { band.clone().rev().find(begins_before) };
        let index = nearest.unwrap_or(if self.flow.is_rtl() { band.end - 1 } else { band.start });
        let words = self.flow.words(self.engine, self.document, index)?;
        let x = page_x - self.flow.left(index);
        let start = self.flow.blocks().get(index)?.span.start();
        let row = if is_first_row { words.row(0) } else { words.row(words.row_count().saturating_sub(1)) };
        Some(in_article(start, words.hit(pos2(x, (row.top + row.bottom) / 2.0))))
    }

    /// One screen less a row up or down.
    fn by_screen(&mut self, from: CaretPos, x: f32, direction: f32) -> CaretPos {
        let mut at = from;
        let mut goal = Some(x);
        let step = if direction < 0.0 { Motion::Up } else { Motion::Down };
        let row = self
            .flow
            .words(self.engine, self.document, self.flow.block_at(from.byte))
            .map_or(30.0, |words| words.row(0).bottom - words.row(0).top);
        let rows = ((self.view_height / row.max(1.0)) as usize).saturating_sub(1).max(1);
        for _ in 0..rows {
            at = self.moved_plainly(at, step, &mut goal);
        }
        at
    }
}

fn step_in(words: &Paragraph, at: CaretPos, to_right: bool) -> Option<CaretPos> {
    if to_right { words.right(at) } else { words.left(at) }
}

/// A place of a block as a place of the article.
fn in_article(start: usize, at: CaretPos) -> CaretPos {
    CaretPos { byte: start + at.byte, ..at }
}
