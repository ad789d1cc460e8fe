//! Reads a broken layout into flat lists: rows, cells (one per grapheme) and placed glyphs.
//!
//! All questions about geometry and all painting work on these lists; parley is asked again only to wrap anew.

use std::ops::Range;

use parley::layout::{BreakReason, Cluster, Layout, Line};

use super::fonts::{FaceId, FaceTable};
use super::grapheme::GraphemeEdges;

/// One grapheme on one row. Bytes are of the paragraph, x in points from its left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) is_rtl: bool,
    /// A line feed and the like: a caret never stands behind it on its own row.
    pub(super) is_break: bool,
}

impl Cell {
    /// The bytes of the grapheme.
    pub(super) fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Where a caret before the grapheme stands.
    pub(super) fn leading_x(&self) -> f32 {
        if self.is_rtl { self.right } else { self.left }
    }

    /// Where a caret behind the grapheme stands.
    pub(super) fn trailing_x(&self) -> f32 {
        if self.is_rtl { self.left } else { self.right }
    }
}

/// One glyph, placed relative to the left edge of the paragraph and the baseline of its row, in points, y down.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedGlyph {
    pub(super) x: f32,
    pub(super) y: f32,
    /// First byte of the grapheme that the glyph draws.
    pub(super) byte: u32,
    pub(super) id: u16,
    pub(super) face: FaceId,
    /// A full-width glyph (Han, kana): set on whole pixels, since four bitmaps of each would fill the atlas.
    pub(super) is_wide: bool,
}

/// One row: ranges into the text and into the flat lists, and how far its visible words reach.
#[derive(Clone, Debug, Default)]
pub(super) struct RowTrace {
    pub(super) bytes: Range<usize>,
    pub(super) cells: Range<usize>,
    pub(super) glyphs: Range<usize>,
    /// Left end of the visible words, white space at a wrap excluded, in points.
    pub(super) left: f32,
    /// Right end of the visible words, in points.
    pub(super) right: f32,
    /// Whether the row was ended by the width alone, so that its end is also the start of the next row.
    pub(super) is_wrapped: bool,
    /// Whether the cells run from left to right without exception, so that they are sorted by byte.
    pub(super) is_plain: bool,
    /// Whether they are sorted the other way, as where all words run from right to left.
    pub(super) is_mirrored: bool,
}

/// The flat lists of one paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Trace {
    pub(super) rows: Vec<RowTrace>,
    pub(super) cells: Vec<Cell>,
    pub(super) glyphs: Vec<PlacedGlyph>,
}

/// Reads `layout`, which must be broken into lines and aligned.
pub(super) fn trace(layout: &Layout<()>, edges: &GraphemeEdges, faces: &mut FaceTable, size_pt: f32) -> Trace {
    let mut tracer = Tracer { edges, faces, size_pt, is_rtl: layout.is_rtl(), out: Trace::default() };
    for line in layout.lines() {
        tracer.read_line(&line);
    }
    tracer.finish()
}

struct Tracer<'a> {
    edges: &'a GraphemeEdges,
    faces: &'a mut FaceTable,
    size_pt: f32,
    is_rtl: bool,
    out: Trace,
}

impl Tracer<'_> {
    fn read_line(&mut self, line: &Line<'_, ()>) {
        let metrics = line.metrics();
        let origin = metrics.offset + metrics.inline_min_coord;
        let start = self.out.rows.last().map_or(0, |row| row.bytes.end);
        // A grapheme belongs to the row that it starts on, even where the layout tears it.
        let end = self.edges.ceil(line.text_range().end).max(start);
        if start == end && !line.text_range().is_empty() && !self.out.rows.is_empty() {
            self.append_torn_part(line);
            return;
        }
        let mut row = RowTrace {
            bytes: start..end,
            cells: self.out.cells.len()..0,
            glyphs: self.out.glyphs.len()..0,
            left: origin,
            right: origin + metrics.advance,
            is_wrapped: matches!(line.break_reason(), BreakReason::Regular | BreakReason::Emergency),
            is_plain: true,
            is_mirrored: false,
        };
        self.read_clusters(line, origin, &row.bytes);
        row.cells.end = self.out.cells.len();
        row.glyphs.end = self.out.glyphs.len();
        self.hide_hanging_space(&mut row, metrics.hanging_advance);
        self.out.rows.push(row);
    }

    /// A line that holds only the rest of a grapheme: drawn behind the row above, which holds the grapheme.
    fn append_torn_part(&mut self, line: &Line<'_, ()>) {
        let Some(mut row) = self.out.rows.pop() else { return };
        self.read_clusters(line, row.right, &row.bytes);
        self.out.cells.truncate(row.cells.end);
        row.glyphs.end = self.out.glyphs.len();
        self.out.rows.push(row);
    }

    fn read_clusters(&mut self, line: &Line<'_, ()>, origin: f32, bytes: &Range<usize>) {
        let first_cell = self.out.cells.len();
        let mut x = origin;
        for run in line.runs() {
            let face = self.faces.id_of(&run);
            // In right-to-left runs the parts of a ligature come before the part that holds its glyphs.
            let mut ligature_left = None;
            for cluster in run.visual_clusters() {
                let advance = cluster.advance();
                if cluster.is_rtl() && cluster.is_ligature_continuation() {
                    ligature_left.get_or_insert(x);
                } else {
                    let pen = ligature_left.take().unwrap_or(x);
                    self.place_glyphs(&cluster, pen, face);
                }
                self.place_cell(&cluster, x..x + advance, bytes, first_cell);
                x += advance;
            }
        }
    }

    fn place_glyphs(&mut self, cluster: &Cluster<'_, ()>, pen: f32, face: Option<FaceId>) {
        let Some(face) = face else { return };
        let byte = self.edges.floor(cluster.text_range().start) as u32;
        let mut pen = pen;
        for glyph in cluster.glyphs() {
            if let Ok(id) = u16::try_from(glyph.id) {
                self.out.glyphs.push(PlacedGlyph {
                    x: pen + glyph.x,
                    y: glyph.y,
                    byte,
                    id,
                    face,
                    is_wide: (glyph.advance - self.size_pt).abs() < 0.01 * self.size_pt,
                });
            }
            pen += glyph.advance;
        }
    }

    fn place_cell(&mut self, cluster: &Cluster<'_, ()>, x: Range<f32>, row_bytes: &Range<usize>, first_cell: usize) {
        let bytes = cluster.text_range();
        // An empty text is laid out as one space, to have something to measure.
        let end = bytes.end.min(self.edges.text_len());
        if bytes.start >= end {
            return;
        }
        let cell = Cell {
            start: bytes.start as u32,
            end: end as u32,
            left: x.start,
            right: x.end,
            is_rtl: cluster.is_rtl(),
            is_break: cluster.is_hard_line_break(),
        };
        if self.edges.is_one(bytes.start, end) {
            self.out.cells.push(cell);
        } else {
            self.place_torn_cell(cell, row_bytes, first_cell);
        }
    }

    /// A cluster that is not one grapheme: several are cut evenly, and parts of one are joined.
    fn place_torn_cell(&mut self, cell: Cell, row_bytes: &Range<usize>, first_cell: usize) {
        let mut starts = Vec::new();
        let mut at = self.edges.floor(cell.start as usize);
        while at < cell.end as usize {
            starts.push(at);
            at = self.edges.after(at);
        }
        if cell.is_rtl {
            starts.reverse();
        }
        let width = (cell.right - cell.left) / starts.len().max(1) as f32;
        for (nth, start) in starts.into_iter().enumerate() {
            let left = cell.left + width * nth as f32;
            let piece = Cell { start: start as u32, end: self.edges.after(start) as u32, left, right: left + width, ..cell };
            if row_bytes.contains(&start) {
                self.join_cell(piece, first_cell);
            } else if let Some(beside) = self.out.cells.get_mut(first_cell..).and_then(<[Cell]>::last_mut) {
                // A part that the layout tore off the row above and put among the words of this one.
                beside.right = piece.right;
            }
        }
    }

    /// Adds a part of a grapheme. A later part is given to the cell beside it: to its own grapheme as a rule, to a
    /// neighbour where a mark of the other direction stands apart, so that cells never overlap nor leave a gap.
    fn join_cell(&mut self, piece: Cell, first_cell: usize) {
        let of_row = self.out.cells.get_mut(first_cell..).unwrap_or_default();
        let is_known = of_row.iter().any(|cell| cell.start == piece.start);
        match of_row.last_mut() {
            Some(beside) if is_known => beside.right = piece.right,
            _ => self.out.cells.push(piece),
        }
    }

    /// White space that hangs over the end of a row takes no room: its cells fold onto the last word.
    fn hide_hanging_space(&mut self, row: &mut RowTrace, hanging: f32) {
        let of_row = self.out.cells.get_mut(row.cells.clone()).unwrap_or_default();
        // It hangs at the end edge of the paragraph's direction, whatever the direction of the words beside it.
        if self.is_rtl {
            row.left += hanging;
        } else {
            row.right -= hanging;
        }
        row.right = row.right.max(row.left);
        for cell in of_row.iter_mut() {
            cell.left = cell.left.clamp(row.left, row.right);
            cell.right = cell.right.clamp(row.left, row.right);
        }
        row.is_plain = of_row.iter().all(|cell| !cell.is_rtl);
        row.is_mirrored = of_row.is_sorted_by(|left, right| left.start > right.start);
    }

    /// Makes sure that there is a row and that the rows cover the whole text.
    fn finish(mut self) -> Trace {
        let len = self.edges.text_len();
        match self.out.rows.last_mut() {
            Some(last) => last.bytes.end = len,
            None => self.out.rows.push(RowTrace { bytes: 0..len, is_plain: true, ..RowTrace::default() }),
        }
        self.out
    }
}
