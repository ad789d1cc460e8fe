//! Tables of a page: those that hold data become rows of cells, those that only place things on the page do not.

use dom_query::NodeRef;

use super::walk::{Walk, attribute};
use crate::model::document::structure::Kind;

/// Most columns or rows that a cell is believed to span.
const SPAN: usize = 64;

/// Cells with more letters than this, on the average, are passages of a page.
const CELL_CHARS: usize = 150;

/// A table of data.
pub struct Table<'a> {
    captions: Vec<NodeRef<'a>>,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    cells: Vec<NodeRef<'a>>,
    is_head: bool,
}

impl<'a> Table<'a> {
    /// The table, if it is one of data.
    pub fn of(node: &NodeRef<'a>) -> Option<Table<'a>> {
        let role = node.attr("role");
        if matches!(role.as_deref(), Some("presentation" | "none")) || node.descendants_it().any(|below| below.has_name("table")) {
            return None;
        }
        let mut table = Table { captions: Vec::new(), rows: Vec::new() };
        let mut has_head = false;
        for child in node.children_it(false) {
            match child.node_name().as_deref() {
                Some("caption") => table.captions.push(child),
                Some("thead") => {
                    has_head = true;
                    table.add_rows(&child, true);
                }
                Some("tbody" | "tfoot") => table.add_rows(&child, false),
                Some("tr") => table.add_row(&child, false),
                _ => {}
            }
        }
        let is_named = has_head || !table.captions.is_empty();
        (table.columns() > 1 && (is_named || table.has_head_cells() || table.is_terse())).then_some(table)
    }

    fn add_rows(&mut self, group: &NodeRef<'a>, is_head: bool) {
        for row in group.children_it(false).filter(|child| child.has_name("tr")) {
            self.add_row(&row, is_head);
        }
    }

    fn add_row(&mut self, row: &NodeRef<'a>, is_head: bool) {
        let cells: Vec<_> = row.children_it(false).filter(|cell| cell.has_name("td") || cell.has_name("th")).collect();
        let is_head = is_head || (self.rows.is_empty() && !cells.is_empty() && cells.iter().all(|cell| cell.has_name("th")));
        self.rows.push(Row { cells, is_head });
    }

    fn columns(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    fn has_head_cells(&self) -> bool {
        self.rows.iter().any(|row| row.cells.iter().any(|cell| cell.has_name("th")))
    }

    /// Whether its cells hold figures and words, not passages.
    fn is_terse(&self) -> bool {
        let cells: Vec<_> = self.rows.iter().flat_map(|row| &row.cells).collect();
        let letters: usize = cells.iter().map(|cell| cell.normalized_char_count()).sum();
        self.rows.len() > 1 && letters <= cells.len() * CELL_CHARS
    }

    /// Writes it, a row a line.
    pub fn write(&self, walk: &mut Walk<'_>) {
        let from = walk.draft.begin();
        for caption in &self.captions {
            walk.caption(caption);
        }
        // In how many rows from here on a column is taken by a cell that began above.
        let mut taken: Vec<usize> = Vec::new();
        let mut number = 0;
        for row in &self.rows {
            if row.cells.iter().all(|cell| cell.text().trim().is_empty()) {
                taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
                continue;
            }
            write_row(walk, row, number, &mut taken);
            number += 1;
        }
        walk.draft.end(from, Kind::Table);
    }
}

fn write_row(walk: &mut Walk<'_>, row: &Row<'_>, number: u32, taken: &mut Vec<usize>) {
    walk.draft.line();
    let mut column = 0;
    let mut cells = row.cells.iter();
    while cells.len() > 0 || taken.iter().skip(column).any(|rows| *rows > 0) {
        if column > 0 {
            walk.draft.next_cell();
        }
        let is_taken = taken.get_mut(column).filter(|rows| **rows > 0).map(|rows| *rows -= 1).is_some();
        if !is_taken && let Some(cell) = cells.next() {
            let (columns, rows) = (spanned(cell, "colspan"), spanned(cell, "rowspan"));
            write_cell(walk, cell, Kind::Cell { row: number, column: u32::try_from(column).unwrap_or(u32::MAX), is_head: row.is_head });
            take(taken, column, rows - 1);
            for _ in 1..columns {
                column += 1;
                walk.draft.next_cell();
                take(taken, column, rows - 1);
            }
        }
        column += 1;
    }
    walk.draft.line();
}

fn write_cell(walk: &mut Walk<'_>, cell: &NodeRef<'_>, kind: Kind) {
    let from = walk.draft.here();
    walk.is_in_cell = true;
    walk.children(cell);
    walk.is_in_cell = false;
    walk.draft.mark(from, kind);
}

fn take(taken: &mut Vec<usize>, column: usize, rows: usize) {
    if rows > 0 {
        taken.resize(taken.len().max(column + 1), 0);
        if let Some(place) = taken.get_mut(column) {
            *place = rows;
        }
    }
}

fn spanned(cell: &NodeRef<'_>, name: &str) -> usize {
    let element = cell.element_ref();
    let said = element.as_ref().and_then(|element| attribute(element, name)).and_then(|value| value.trim().parse().ok());
    said.unwrap_or(1_usize).clamp(1, SPAN)
}
