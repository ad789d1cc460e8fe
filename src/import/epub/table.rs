//! Tables of a book: a row is a line whose cells are parted by tabs.

use super::chapter::Book;
use crate::import::pen::{Ink, Layout, is_grid};
use crate::import::xml::Element;
use crate::model::document::structure::Kind;

impl Book {
    pub(super) fn table(&mut self, table: Element<'_>) {
        for caption in table.elements().filter(|inner| inner.name() == "caption") {
            let from = self.pen.begin();
            self.inside(caption, Ink::default());
            self.pen.end(from, Some(Kind::Caption));
        }
        let mut rows = Vec::new();
        note_rows(table, &mut rows);
        if self.pen.is_in_cell() || !is_grid(layout(&rows)) {
            for cell in rows.into_iter().flat_map(cells) {
                let from = self.pen.begin();
                self.inside(cell, Ink::default());
                self.pen.end(from, None);
            }
            return;
        }
        let from = self.pen.begin();
        for (number, row) in (0..).zip(rows) {
            self.row(row, number);
        }
        self.pen.end(from, Some(Kind::Table));
    }

    fn row(&mut self, row: Element<'_>, number: u32) {
        if row.words().trim().is_empty() {
            return;
        }
        let mut column: u32 = 0;
        for (nth, cell) in cells(row).enumerate() {
            let from = self.pen.begin_cell(nth == 0);
            self.inside(cell, Ink::default());
            self.pen.end_cell(from, Kind::Cell { row: number, column, is_head: cell.name() == "th" });
            let span = cell.attribute("colspan").and_then(|span| span.trim().parse().ok()).unwrap_or(1);
            column = column.saturating_add(u32::clamp(span, 1, 1000));
        }
        self.pen.break_line();
    }
}

fn note_rows<'x>(outer: Element<'x>, rows: &mut Vec<Element<'x>>) {
    for inner in outer.elements() {
        match inner.name() {
            "tr" => rows.push(inner),
            "thead" | "tbody" | "tfoot" => note_rows(inner, rows),
            _ => {}
        }
    }
}

fn cells(row: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    row.elements().filter(|inner| matches!(inner.name(), "td" | "th"))
}

fn layout(rows: &[Element<'_>]) -> Layout {
    let mut layout = Layout::default();
    for row in rows {
        layout.columns = layout.columns.max(cells(*row).count());
        for cell in cells(*row) {
            layout.paragraphs = layout.paragraphs.max(cell.descendants().filter(|inner| matches!(inner.name(), "p" | "li")).count());
            layout.bytes = layout.bytes.max(cell.words().trim().len());
            layout.has_tables |= cell.descendants().any(|inner| inner.name() == "table");
        }
    }
    layout
}
