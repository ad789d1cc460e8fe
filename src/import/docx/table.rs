//! Tables of Word: a row is a line whose cells are parted by tabs. Tables that only set a page in columns are read as their paragraphs.

use super::body::Body;
use super::styles::{is_on, value};
use crate::import::pen::{Layout, is_grid};
use crate::import::xml::Element;
use crate::model::document::structure::Kind;

impl<'x> Body<'x> {
    pub(super) fn table(&mut self, table: Element<'x>) {
        if self.pen.is_in_cell() || !is_grid(layout(table)) {
            return self.loose(table);
        }
        let from = self.pen.begin();
        let names_columns = names_columns(table);
        for (number, row) in (0..).zip(rows(table)) {
            let is_head = number == 0 && names_columns || is_head(row);
            self.row(row, number, is_head);
        }
        self.pen.end(from, Some(Kind::Table));
    }

    /// Writes the paragraphs of all cells, one after the other.
    fn loose(&mut self, table: Element<'x>) {
        for row in rows(table) {
            cells(row).for_each(|cell| self.blocks(cell));
        }
    }

    fn row(&mut self, row: Element<'x>, number: u32, is_head: bool) {
        let properties = row.child("trPr");
        if let Some(change) = properties.and_then(|properties| properties.child("del")) {
            let words: Vec<_> = cells(row).map(super::body::plain).collect();
            let (by, at) = super::body::who(change);
            return self.pen.deleted(&words.join("\t"), &by, &at);
        }
        if row.descendants().all(|inner| !matches!(inner.name(), "t" | "sym")) {
            return;
        }
        let mut column = properties.and_then(|properties| value(properties, "gridBefore")).map_or(0, |before| number_of(&before));
        let row_from = self.pen.draft.here();
        for (nth, cell) in cells(row).enumerate() {
            let from = self.pen.begin_cell(nth == 0);
            self.blocks(cell);
            self.pen.end_cell(from, Kind::Cell { row: number, column, is_head });
            let span = cell.child("tcPr").and_then(|properties| value(properties, "gridSpan"));
            column = column.saturating_add(span.map_or(1, |span| number_of(&span).max(1)));
        }
        if let Some(change) = properties.and_then(|properties| properties.child("ins")) {
            let (by, at) = super::body::who(change);
            self.pen.inserted(row_from, &by, &at);
        }
        self.pen.break_line();
    }
}

fn number_of(words: &str) -> u32 {
    words.parse().unwrap_or(0)
}

/// The rows of a table, also those in frames of other programs.
fn rows(table: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    framed(table, "tr").into_iter()
}

fn cells(row: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    framed(row, "tc").into_iter()
}

fn framed<'x>(outer: Element<'x>, name: &str) -> Vec<Element<'x>> {
    let mut found = Vec::new();
    for inner in outer.elements() {
        if inner.name() == name {
            found.push(inner);
        } else if matches!(inner.name(), "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag") {
            found.extend(framed(inner, name));
        }
    }
    found
}

fn is_head(row: Element<'_>) -> bool {
    row.child("trPr").and_then(|properties| properties.child("tblHeader")).is_some_and(is_on)
}

/// Whether the table says that its first row looks unlike the others.
fn names_columns(table: Element<'_>) -> bool {
    let look = table.child("tblPr").and_then(|properties| properties.child("tblLook"));
    look.and_then(|look| look.attribute("firstRow")).is_some_and(|on| &*on == "1") && rows(table).count() > 1
}

fn layout(table: Element<'_>) -> Layout {
    let mut layout = Layout::default();
    for row in rows(table) {
        let cells: Vec<_> = cells(row).collect();
        layout.columns = layout.columns.max(cells.len());
        for cell in cells {
            let paragraphs = cell.elements().filter(|inner| inner.name() == "p" && !inner.words().trim().is_empty()).count();
            layout.paragraphs = layout.paragraphs.max(paragraphs);
            layout.has_tables |= cell.descendants().any(|inner| inner.name() == "tbl");
            layout.bytes = layout.bytes.max(cell.words().trim().len());
        }
    }
    layout
}
