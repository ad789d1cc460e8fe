//! Tables of rich text, which are paragraphs that say they are in cells: a row is a line whose cells are parted by tabs.

use crate::import::draft::Mark;
use crate::import::pen::Pen;
use crate::model::document::structure::Kind;

/// The table that is read.
#[derive(Default)]
pub struct Table {
    from: Option<Mark>,
    cell: Option<Mark>,
    row: u32,
    column: u32,
    is_head: bool,
}

impl Table {
    /// Begins a cell if none is open, and the table before it.
    pub fn begin_cell(&mut self, pen: &mut Pen) {
        if self.from.is_none() {
            *self = Table { from: Some(pen.begin()), ..Table::default() };
        }
        if self.cell.is_none() {
            self.cell = Some(pen.begin_cell(self.column == 0));
        }
    }

    /// The row names the columns.
    pub fn name_columns(&mut self) {
        self.is_head = true;
    }

    /// Ends a cell.
    pub fn end_cell(&mut self, pen: &mut Pen) {
        self.begin_cell(pen);
        if let Some(from) = self.cell.take() {
            pen.end_cell(from, Kind::Cell { row: self.row, column: self.column, is_head: self.is_head });
        }
        self.column = self.column.saturating_add(1);
    }

    /// Ends a row.
    pub fn end_row(&mut self, pen: &mut Pen) {
        if self.cell.is_some() {
            self.end_cell(pen);
        }
        if self.column > 0 {
            pen.break_line();
            self.row = self.row.saturating_add(1);
        }
        self.column = 0;
        self.is_head = false;
    }

    /// Ends the table, if there is one.
    pub fn end(&mut self, pen: &mut Pen) {
        if self.from.is_some() {
            self.end_row(pen);
        }
        if let Some(from) = self.from.take() {
            pen.end(from, Some(Kind::Table));
        }
    }
}
