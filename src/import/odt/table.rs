//! Tables of an OpenDocument text: a row is a line whose cells are parted by tabs.

use super::body::Body;
use crate::import::pen::{Layout, is_grid};
use crate::import::xml::{Element, Space};
use crate::model::document::structure::Kind;

/// How often a row or cell that says it is repeated is written: long repetitions only fill a sheet.
const REPEATED: u32 = 100;

impl<'x> Body<'x> {
    pub(super) fn table(&mut self, table: Element<'x>) {
        let mut rows = Vec::new();
        note_rows(table, false, &mut rows);
        if self.pen.is_in_cell() || !is_grid(layout(&rows)) {
            for cell in rows.into_iter().flat_map(|(row, _)| cells(row)) {
                self.blocks(cell);
            }
            return;
        }
        let from = self.pen.begin();
        let mut number = 0;
        for (row, is_head) in rows {
            for _ in 0..repeated(row, "number-rows-repeated") {
                self.row(row, number, is_head);
                number += 1;
            }
        }
        self.pen.end(from, Some(Kind::Table));
    }

    fn row(&mut self, row: Element<'x>, number: u32, is_head: bool) {
        if row.words().trim().is_empty() {
            return;
        }
        let (mut column, mut is_first) = (0, true);
        for cell in row.elements().filter(|cell| cell.space() == Space::Table) {
            for _ in 0..repeated(cell, "number-columns-repeated") {
                if cell.name() == "table-cell" {
                    let from = self.pen.begin_cell(is_first);
                    self.blocks(cell);
                    self.pen.end_cell(from, Kind::Cell { row: number, column, is_head });
                    is_first = false;
                }
                column += 1;
            }
        }
        self.pen.break_line();
    }
}

fn cells(row: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    row.elements().filter(|cell| cell.is(Space::Table, "table-cell"))
}

fn repeated(of: Element<'_>, name: &str) -> u32 {
    of.attribute(name).and_then(|times| times.parse().ok()).unwrap_or(1).clamp(1, REPEATED)
}

/// The rows of a table, and whether they name its columns.
fn note_rows<'x>(outer: Element<'x>, is_head: bool, rows: &mut Vec<(Element<'x>, bool)>) {
    for inner in outer.elements().filter(|inner| inner.space() == Space::Table) {
        match inner.name() {
            "table-row" => rows.push((inner, is_head)),
            "table-header-rows" => note_rows(inner, true, rows),
            "table-rows" | "table-row-group" => note_rows(inner, is_head, rows),
            _ => {}
        }
    }
}

fn layout(rows: &[(Element<'_>, bool)]) -> Layout {
    let mut layout = Layout::default();
    for (row, _) in rows {
        layout.columns = layout.columns.max(row.elements().filter(|cell| cell.name().ends_with("table-cell")).count());
        for cell in cells(*row) {
            let paragraphs = cell.elements().filter(|inner| !inner.words().trim().is_empty()).count();
            layout.paragraphs = layout.paragraphs.max(paragraphs);
            layout.bytes = layout.bytes.max(cell.words().trim().len());
            layout.has_tables |= cell.descendants().any(|inner| inner.is(Space::Table, "table"));
        }
    }
    layout
}
