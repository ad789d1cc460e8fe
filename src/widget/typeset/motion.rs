//! Moving a caret by arrow keys: up and down to the nearest x, left and right as the eye sees it.

use egui::pos2;

use super::paragraph::{Affinity, CaretPos, Paragraph};
use super::trace::Cell;

impl Paragraph {
    /// The place on the row above `at` nearest to `goal_x` points; `None` on the first row.
    pub fn up(&self, at: impl Into<CaretPos>, goal_x: f32) -> Option<CaretPos> {
        let above = self.row_of(at).checked_sub(1)?;
        Some(self.hit(pos2(goal_x, self.row_middle(above))))
    }

    /// The place on the row below `at` nearest to `goal_x` points; `None` on the last row.
    pub fn down(&self, at: impl Into<CaretPos>, goal_x: f32) -> Option<CaretPos> {
        let below = self.row_of(at) + 1;
        (below < self.row_count()).then(|| self.hit(pos2(goal_x, self.row_middle(below))))
    }

    /// One grapheme to the left as the eye sees it; `None` where the paragraph ends on that side.
    pub fn left(&self, at: impl Into<CaretPos>) -> Option<CaretPos> {
        self.step(at.into(), false)
    }

    /// One grapheme to the right as the eye sees it; `None` where the paragraph ends on that side.
    pub fn right(&self, at: impl Into<CaretPos>) -> Option<CaretPos> {
        self.step(at.into(), true)
    }

    fn row_middle(&self, row: usize) -> f32 {
        self.metrics.height * (row as f32 + 0.5)
    }

    fn step(&self, at: CaretPos, to_right: bool) -> Option<CaretPos> {
        let at = self.snap(at);
        let row = self.row_of(at);
        match self.step_in_row(row, at, to_right) {
            Some(next) => Some(self.leave_wrap(row, next, to_right)),
            None => self.step_over_edge(row, at, to_right),
        }
    }

    /// Steps over the cell beside the caret, if the row has one on that side.
    fn step_in_row(&self, row: usize, at: CaretPos, to_right: bool) -> Option<CaretPos> {
        let cells = self.cells_of(self.row_trace(row));
        let slot = slot_of(cells, at)?;
        let cell = if to_right { cells.get(slot)? } else { cells.get(slot.checked_sub(1)?)? };
        if to_right == cell.is_rtl {
            Some(CaretPos::from(cell.start as usize))
        } else {
            let behind = CaretPos::upstream(cell.end as usize);
            (!self.is_past_line_feed(row, behind)).then_some(behind)
        }
    }

    /// The end of a wrapped row and the start of the next are one offset: a key going forward shows the latter.
    fn leave_wrap(&self, row: usize, at: CaretPos, to_right: bool) -> CaretPos {
        let trace = self.row_trace(row);
        let is_forward = to_right != self.is_rtl();
        let is_at_edge = self.step_in_row(row, at, to_right).is_none();
        if is_forward && is_at_edge && trace.is_wrapped && at == CaretPos::upstream(trace.bytes.end) {
            CaretPos::from(at.byte)
        } else {
            self.settle(at)
        }
    }

    fn step_over_edge(&self, row: usize, at: CaretPos, to_right: bool) -> Option<CaretPos> {
        let is_forward = to_right != self.is_rtl();
        let next = if is_forward { row.checked_add(1).filter(|row| *row < self.row_count())? } else { row.checked_sub(1)? };
        let entered = self.row_edge(next, !to_right);
        if entered.byte == at.byte {
            // The same offset seen from the other row: step once more, or the key would seem dead.
            self.step_in_row(next, entered, to_right).or(Some(entered))
        } else {
            Some(self.settle(entered))
        }
    }

    /// The place at the far right or far left of a row as the eye sees it.
    pub fn row_edge(&self, row: usize, at_right: bool) -> CaretPos {
        let trace = self.row_trace(row);
        let cells = self.cells_of(trace);
        let cell = if at_right { cells.last() } else { cells.first() };
        match cell {
            None => CaretPos::from(trace.bytes.start),
            Some(cell) if at_right == cell.is_rtl => CaretPos::from(cell.start as usize),
            Some(cell) => self.keep_before_line_feed(row, CaretPos::upstream(cell.end as usize)),
        }
    }

    /// Whether `at` lies behind the line feed that ends `row`, which means: on the next row.
    fn is_past_line_feed(&self, row: usize, at: CaretPos) -> bool {
        let trace = self.row_trace(row);
        at.byte == trace.bytes.end && !trace.is_wrapped && row + 1 < self.row_count()
    }

    /// A caret never stands behind a line feed on its own row.
    pub(super) fn keep_before_line_feed(&self, row: usize, at: CaretPos) -> CaretPos {
        let feed = self.cells_of(self.row_trace(row)).iter().find(|cell| cell.is_break);
        match feed {
            Some(feed) if self.is_past_line_feed(row, at) => CaretPos::from(feed.start as usize),
            _ => at,
        }
    }
}

/// How many cells stand to the left of the caret.
pub(super) fn slot_of(cells: &[Cell], at: CaretPos) -> Option<usize> {
    let before = || {
        let index = cells.iter().position(|c| c.start as usize == at.byte)?;
        let is_rtl = cells.get(index)?.is_rtl;
        Some(if is_rtl { index + 1 } else { index })
    };
    let behind = || {
        let index = cells.iter().position(|c| c.end as usize == at.byte)?;
        let is_rtl = cells.get(index)?.is_rtl;
        Some(if is_rtl { index } else { index + 1 })
    };
    match at.affinity {
        Affinity::Downstream => before().or_else(behind),
        Affinity::Upstream => behind().or_else(before),
    }
}
