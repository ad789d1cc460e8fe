//! Caret motions that need the layout: rows and screens.

use egui::pos2;

use super::flow::Flow;
use crate::command::catalogue::Motion;
use crate::model::document::Document;
use crate::widget::typeset::TextEngine;

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

impl Ground<'_> {
    /// Where the caret goes from a byte. `goal_x` keeps the column while going up and down.
    pub fn moved(&mut self, from: usize, motion: Motion, goal_x: &mut Option<f32>) -> usize {
        let index = self.flow.block_at(from);
        let Some(words) = self.flow.words(self.engine, self.document, index) else { return from };
        let start = self.flow.blocks().get(index).map_or(0, |block| block.span.start());
        let local = from.saturating_sub(start);
        let x = *goal_x.get_or_insert_with(|| words.caret(local).center().x);
        match motion {
            Motion::RowStart => start + words.row_start(local).byte,
            Motion::RowEnd => start + words.row_end(local).byte,
            Motion::Up => match words.up(local, x) {
                Some(at) => start + at.byte,
                None => self.enter_block(index.checked_sub(1), x, false).unwrap_or(from),
            },
            Motion::Down => match words.down(local, x) {
                Some(at) => start + at.byte,
                None => self.enter_block(Some(index + 1), x, true).unwrap_or(from),
            },
            Motion::PageUp => self.by_screen(from, x, -1.0),
            Motion::PageDown => self.by_screen(from, x, 1.0),
            _ => from,
        }
    }

    /// The byte at a column of the first or last row of a block.
    fn enter_block(&mut self, index: Option<usize>, x: f32, is_first_row: bool) -> Option<usize> {
        let index = index?;
        let words = self.flow.words(self.engine, self.document, index)?;
        let start = self.flow.blocks().get(index)?.span.start();
        let row = if is_first_row { words.row(0) } else { words.row(words.row_count().saturating_sub(1)) };
        Some(start + words.hit(pos2(x, (row.top + row.bottom) / 2.0)).byte)
    }

    /// One screen less a row up or down.
    fn by_screen(&mut self, from: usize, x: f32, direction: f32) -> usize {
        let mut at = from;
        let mut goal = Some(x);
        let step = if direction < 0.0 { Motion::Up } else { Motion::Down };
        let row = self
            .flow
            .words(self.engine, self.document, self.flow.block_at(from))
            .map_or(30.0, |words| words.row(0).bottom - words.row(0).top);
        let rows = ((self.view_height / row.max(1.0)) as usize).saturating_sub(1).max(1);
        for _ in 0..rows {
            at = self.moved(at, step, &mut goal);
        }
        at
    }
}
