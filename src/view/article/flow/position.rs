//! Where the view stands in the column: on the same line while heights and widths change around it, and how it is moved.

use super::Flow;
use crate::model::document::{Document, Span};
use crate::widget::typeset::TextEngine;

/// Blocks of an article that is as long as a book.
const BOOK_BLOCKS: usize = 4_000;

/// The line at the top of the view.
#[derive(Clone, Copy, Debug)]
pub(super) struct FirstLine {
    /// Its block.
    block: usize,
    /// Where it begins in its block, bytes.
    byte: usize,
    /// How much of it is above the view, points.
    hidden: f32,
}

impl Flow {
    /// The line at the top of the view, if its block is laid out and the room above the article is not in view.
    pub(super) fn first_line(&self) -> Option<FirstLine> {
        let (block, offset) = self.anchor;
        let words = &self.laid_out.get(&block).filter(|_| offset >= 0.0)?.words;
        let offset = offset - self.room_above(block);
        // A line of which less than a point is in view does not count.
        if offset + 1.0 >= words.height() && block + 1 < self.blocks.len() {
            return Some(FirstLine { block: block + 1, byte: 0, hidden: offset + self.room_above(block) - self.heights.get(block) });
        }
        let row = words.row(words.row_at(offset + 1.0));
        Some(FirstLine { block, byte: row.bytes.start, hidden: (offset - row.top).min(row.bottom - row.top) })
    }

    /// Puts the view on the line held, now that its block can be laid out.
    pub(super) fn settle(&mut self, engine: &mut TextEngine, document: &Document, view_height: f32) {
        let Some(line) = self.held.filter(|_| std::mem::take(&mut self.is_adrift)) else { return };
        let Some(words) = self.words(engine, document, line.block) else { return };
        let row = words.row(words.row_of(line.byte));
        self.anchor = (line.block, self.room_above(line.block) + row.top + line.hidden.min(row.bottom - row.top));
        // A wider column is shorter; its end is not drawn up over the foot of the view.
        let most = (self.total() - f64::from(view_height)).max(0.0);
        if self.scrolled() > most {
            self.scroll_to(most, view_height);
            self.held = Some(line);
        }
    }

    /// How far the top of the view is below the top of the column, points.
    pub fn scrolled(&self) -> f64 {
        self.heights.top(self.anchor.0) + f64::from(self.anchor.1) + f64::from(self.measure.padding())
    }

    /// Moves the view by so many points.
    pub fn scroll_by(&mut self, points: f32, view_height: f32) {
        self.scroll_to(self.scrolled() + f64::from(points), view_height);
    }

    /// Moves the view so far below the top of the column.
    pub fn scroll_to(&mut self, y: f64, view_height: f32) {
        let padding = f64::from(self.measure.padding());
        self.held = None;
        loop {
            let most = (self.total() - f64::from(view_height)).max(0.0);
            let y = y.clamp(0.0, most) - padding;
            self.anchor = if y < 0.0 { (0, y as f32) } else { self.heights.find(y) };
            // Where only the height of a whole stretch was guessed, it is looked into, and the place found again.
            if !self.look_around(self.anchor.0) {
                return;
            }
        }
    }

    /// The block at the top of the view.
    pub fn top_block(&self) -> usize {
        self.anchor.0
    }

    /// Where bytes (in order) stand in the column, points from its top: by share of the bytes of a block, or of a whole stretch of
    /// blocks where only the height of that is guessed, and in a book.
    pub fn estimate_ys(&self, bytes: impl Iterator<Item = usize>) -> Vec<f64> {
        let mut tops = self.tops().into_iter().peekable();
        let mut last = (0, f64::from(self.measure.padding()));
        let y = |byte: usize| {
            while let Some(next) = tops.next_if(|(start, _)| *start <= byte) {
                last = next;
            }
            let (end, bottom) = tops.peek().copied().unwrap_or(last);
            let share = byte.saturating_sub(last.0) as f64 / end.saturating_sub(last.0).max(1) as f64;
            last.1 + share.min(1.0) * (bottom - last.1)
        };
        bytes.map(y).collect()
    }

    /// Where blocks or stretches of them begin, in order, and where the last ends: byte, and points from the top of the column.
    fn tops(&self) -> Vec<(usize, f64)> {
        let start = |block: usize| self.blocks.get(block).map(|block| block.span.start());
        let mut top = f64::from(self.measure.padding());
        let mut tops = Vec::new();
        for (first, height, blocks) in self.heights.stretches() {
            let mut block_top = top;
            // A stretch of a book is a point or two of its overview.
            let known = if self.blocks.len() > BOOK_BLOCKS || blocks.is_empty() { &[0.0] } else { blocks };
            for (nth, height) in known.iter().enumerate() {
                tops.extend(start(first + nth).map(|byte| (byte, block_top)));
                block_top += f64::from(*height);
            }
            top += height;
        }
        let end = self.blocks.len().checked_sub(1).and_then(|last| self.blocks.get(last)).map(|last| last.span.end());
        tops.extend(end.map(|end| (end, top)));
        tops
    }

    /// A block that turned out lower than it was estimated may lie above the view: the next one is then the first.
    pub(super) fn leave_passed(&mut self, engine: &mut TextEngine, document: &Document) {
        while self.anchor.0 + 1 < self.blocks.len() && self.words(engine, document, self.anchor.0).is_some() {
            let rest = self.anchor.1 - self.heights.get(self.anchor.0);
            if rest < 0.0 {
                break;
            }
            self.anchor = (self.anchor.0 + 1, rest);
        }
    }

    /// The text in so many points above the view, as far as heights are known.
    pub fn span_above(&mut self, points: f32) -> Option<Span> {
        let first = loop {
            let top = self.scrolled() - f64::from(self.measure.padding());
            let (first, _) = self.heights.find(top - f64::from(points));
            if !self.look_around(first) {
                break first;
            }
        };
        let (first, last) = (self.blocks.get(first)?, self.blocks.get(self.anchor.0.checked_sub(1)?)?);
        (first.span.start() < last.span.end()).then(|| Span::between(first.span.start(), last.span.end()))
    }

    /// Moves the view so that a span is in it, and says whether it moved. A text that is in view already is not moved.
    pub fn reveal(&mut self, engine: &mut TextEngine, document: &Document, span: Span, view_height: f32) -> bool {
        self.settle(engine, document, view_height);
        let (top, bottom) = self.extent(engine, document, span);
        let view_top = self.scrolled();
        // A caret may stand in the last row; a mark is shown with some of what follows it.
        let margin = f64::from(self.measure.row) * if span.is_empty() { 0.5 } else { 3.0 };
        let view_bottom = view_top + f64::from(view_height);
        let is_in_view = top >= view_top - 1.0 && bottom.min(top + f64::from(view_height) * 0.6) <= view_bottom + 1.0;
        if is_in_view {
            return false;
        }
        // A caret that walks out of view scrolls by a row; a jump puts its target a third down.
        let is_near =
            (top - view_bottom).abs() < 3.0 * f64::from(self.measure.row) || (view_top - bottom).abs() < 3.0 * f64::from(self.measure.row);
        let target = match (is_near, top < view_top) {
            (true, true) => top - margin,
            (true, false) => bottom + margin - f64::from(view_height),
            (false, _) => top - f64::from(view_height) / 3.0,
        };
        self.scroll_to(target, view_height);
        true
    }

    /// Top and bottom of a span's rows in the column, points.
    pub fn extent(&mut self, engine: &mut TextEngine, document: &Document, span: Span) -> (f64, f64) {
        let mut edge = |flow: &mut Flow, byte: usize, is_end: bool| {
            let index = flow.block_at(byte);
            let Some(words) = flow.words(engine, document, index) else { return 0.0 };
            let start = flow.blocks.get(index).map_or(0, |block| block.span.start());
            let row = words.row(words.row_of(byte.saturating_sub(start)));
            let y = if is_end { row.bottom } else { row.top };
            flow.heights.top(index) + f64::from(flow.room_above(index) + y) + f64::from(flow.measure.padding())
        };
        let top = edge(self, span.start(), false);
        let bottom = edge(self, span.end().saturating_sub(usize::from(!span.is_empty())), true);
        (top, bottom.max(top))
    }
}
