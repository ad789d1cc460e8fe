//! A laid-out paragraph and every question about its geometry: rows, rectangles of a range, hit test, caret.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2};
use parley::layout::Layout;

use super::grapheme::GraphemeEdges;
use super::motion::slot_of;
use super::style::TextStyle;
use super::trace::{Cell, RowTrace, Trace};

/// Which side of a byte offset a caret belongs to, where the two sides stand in different places: at a wrap and
/// where the direction of the text changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Affinity {
    /// Behind the grapheme that ends here.
    Upstream,
    /// Before the grapheme that starts here. The usual case.
    #[default]
    Downstream,
}

/// A place for a caret: a byte offset and the side it belongs to. A plain `usize` converts to the downstream side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CaretPos {
    /// UTF-8 byte offset in the paragraph, on a grapheme edge.
    pub byte: usize,
    /// The side of the offset.
    pub affinity: Affinity,
}

impl From<usize> for CaretPos {
    fn from(byte: usize) -> Self {
        Self { byte, affinity: Affinity::Downstream }
    }
}

impl CaretPos {
    /// Behind the grapheme that ends at `byte`.
    pub const fn upstream(byte: usize) -> Self {
        Self { byte, affinity: Affinity::Upstream }
    }
}

/// One row of a paragraph. Lengths are points from the paragraph's top left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Upper edge; the lower edge of the row above.
    pub top: f32,
    /// Lower edge.
    pub bottom: f32,
    /// Baseline, a whole number of points below the top.
    pub baseline: f32,
    /// Left end of the visible words.
    pub left: f32,
    /// Right end of the visible words; white space at a wrap does not count.
    pub right: f32,
    /// Bytes of the paragraph on this row, with the white space at its end.
    pub bytes: Range<usize>,
    /// Whether the paragraph reads from right to left.
    pub is_rtl: bool,
}

/// Vertical measures of a style, in points. They come from the style's own font, so that a word in a fallback font
/// never pushes rows apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowMetrics {
    pub(super) height: f32,
    /// Baseline below the top of the row.
    pub(super) baseline: f32,
    /// Highest letters above the baseline.
    pub(super) ascent: f32,
    /// Lowest letters below the baseline.
    pub(super) descent: f32,
}

/// A laid-out paragraph. Made by `TextEngine::layout`, wrapped anew by `TextEngine::rewrap`.
///
/// All offsets are UTF-8 bytes of the text it was made from, all lengths points from its top left corner. Any byte
/// offset may be given: it is moved to a grapheme edge, and past the end means the end.
pub struct Paragraph {
    pub(super) layout: Layout<()>,
    pub(super) style: TextStyle,
    pub(super) metrics: RowMetrics,
    pub(super) edges: GraphemeEdges,
    pub(super) trace: Trace,
    /// How far the first bytes hang before the column, in points.
    pub(super) hang: f32,
}

impl std::fmt::Debug for Paragraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Paragraph").field("text_len", &self.text_len()).field("rows", &self.row_count()).finish_non_exhaustive()
    }
}

impl Paragraph {
    /// Height of all rows, in points.
    pub fn height(&self) -> f32 {
        self.metrics.height * self.row_count() as f32
    }

    /// Distance from the left edge to the right end of the longest row, in points.
    pub fn width(&self) -> f32 {
        let rows = self.trace.rows.iter();
        rows.map(|row| row.right).fold(0.0, f32::max)
    }

    /// How far its first bytes hang before the other rows, in points; see `TextEngine::layout_hanging`.
    pub fn hang(&self) -> f32 {
        self.hang
    }

    /// Width of the first `bytes` of a paragraph that stands on one row.
    pub(super) fn width_of_start(&self, bytes: usize) -> f32 {
        let cells = self.cells_of(self.row_trace(0)).iter();
        cells.filter(|cell| (cell.end as usize) <= bytes).map(|cell| cell.right - cell.left).sum()
    }

    /// Number of rows, at least one.
    pub fn row_count(&self) -> usize {
        self.trace.rows.len()
    }

    /// Length of the text in bytes.
    pub fn text_len(&self) -> usize {
        self.edges.text_len()
    }

    /// The style it was set in.
    pub fn style(&self) -> &TextStyle {
        &self.style
    }

    /// Whether the paragraph as a whole reads from right to left.
    pub fn is_rtl(&self) -> bool {
        self.layout.is_rtl()
    }

    /// Row number `index`; the last row if there are fewer.
    pub fn row(&self, index: usize) -> Row {
        let index = index.min(self.row_count().saturating_sub(1));
        let trace = self.row_trace(index);
        let top = self.metrics.height * index as f32;
        Row {
            top,
            bottom: top + self.metrics.height,
            baseline: top + self.metrics.baseline,
            left: trace.left,
            right: trace.right,
            bytes: trace.bytes.clone(),
            is_rtl: self.is_rtl(),
        }
    }

    /// All rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        (0..self.row_count()).map(|index| self.row(index))
    }

    /// Index of the row at `y` points below the top, the nearest one outside.
    pub fn row_at(&self, y: f32) -> usize {
        let row = (y / self.metrics.height).floor().max(0.0) as usize;
        row.min(self.row_count().saturating_sub(1))
    }

    /// Index of the row on which a caret at `at` stands.
    pub fn row_of(&self, at: impl Into<CaretPos>) -> usize {
        let at = self.snap(at.into());
        let after = self.trace.rows.partition_point(|row| row.bytes.start <= at.byte);
        let row = after.saturating_sub(1);
        let sits_above = at.affinity == Affinity::Upstream
            && row > 0
            && self.row_trace(row).bytes.start == at.byte
            && self.row_trace(row - 1).is_wrapped;
        if sits_above { row - 1 } else { row }
    }

    /// The byte at which the row of `at` starts (key Home).
    pub fn row_start(&self, at: impl Into<CaretPos>) -> CaretPos {
        CaretPos::from(self.row_trace(self.row_of(at)).bytes.start)
    }

    /// The last place for a caret on the row of `at` (key End).
    pub fn row_end(&self, at: impl Into<CaretPos>) -> CaretPos {
        let index = self.row_of(at);
        let row = self.row_trace(index);
        if row.is_wrapped { CaretPos::upstream(row.bytes.end) } else { self.keep_before_line_feed(index, CaretPos::from(row.bytes.end)) }
    }

    /// The caret place nearest to `pos`, in points from the top left corner.
    pub fn hit(&self, pos: Pos2) -> CaretPos {
        let index = self.row_at(pos.y);
        let row = self.row_trace(index);
        let gap = |cell: &Cell| (cell.left - pos.x).max(pos.x - cell.right).max(0.0);
        // Among cells at the same distance the widest wins: folded white space has no width to be hit.
        let nearest = self.cells_of(row).iter().min_by(|a, b| {
            let by_gap = gap(a).total_cmp(&gap(b));
            by_gap.then((b.right - b.left).total_cmp(&(a.right - a.left)))
        });
        let Some(cell) = nearest else {
            return CaretPos::from(row.bytes.start);
        };
        let is_leading = (pos.x < (cell.left + cell.right) * 0.5) != cell.is_rtl;
        if is_leading {
            return CaretPos::from(cell.start as usize);
        }
        let behind = CaretPos::upstream(cell.end as usize);
        self.settle(self.keep_before_line_feed(index, behind))
    }

    /// The bytes of the grapheme under `pos`, if there is one.
    pub fn cluster_at(&self, pos: Pos2) -> Option<Range<usize>> {
        if pos.y < 0.0 || pos.y >= self.height() {
            return None;
        }
        let row = self.row_trace(self.row_at(pos.y));
        let mut cells = self.cells_of(row).iter();
        cells.find(|cell| cell.left <= pos.x && pos.x < cell.right).map(Cell::bytes)
    }

    /// The caret at `at`: a rectangle without width, as high as the letters, in points from the top left corner.
    pub fn caret(&self, at: impl Into<CaretPos>) -> Rect {
        let at = self.snap(at.into());
        let index = self.row_of(at);
        let row = self.row_trace(index);
        let baseline = self.metrics.height * index as f32 + self.metrics.baseline;
        let top = pos2(self.caret_x(row, at), baseline - self.metrics.ascent);
        let height = self.metrics.ascent + self.metrics.descent;
        Rect::from_min_size(top, Vec2::new(0.0, height))
    }

    fn caret_x(&self, row: &RowTrace, at: CaretPos) -> f32 {
        let before = || self.cell_starting(row, at.byte).map(Cell::leading_x);
        let behind = || self.cell_ending(row, at.byte).map(Cell::trailing_x);
        let x = match at.affinity {
            Affinity::Downstream => before().or_else(behind),
            Affinity::Upstream => behind().or_else(before),
        };
        x.unwrap_or(if self.is_rtl() { row.right } else { row.left })
    }

    /// Moves a place to a grapheme edge within the text.
    pub(super) fn snap(&self, at: CaretPos) -> CaretPos {
        CaretPos { byte: self.edges.floor(at.byte), affinity: at.affinity }
    }

    /// Drops the upstream side where it makes no difference, so that equal places compare equal.
    pub(super) fn settle(&self, at: CaretPos) -> CaretPos {
        let plain = CaretPos::from(at.byte);
        let row = self.row_of(at);
        let cells = self.cells_of(self.row_trace(row));
        if self.row_of(plain) == row && slot_of(cells, plain) == slot_of(cells, at) { plain } else { at }
    }

    pub(super) fn row_trace(&self, index: usize) -> &RowTrace {
        static NO_ROW: RowTrace = RowTrace {
            bytes: 0..0,
            cells: 0..0,
            glyphs: 0..0,
            left: 0.0,
            right: 0.0,
            is_wrapped: false,
            is_plain: true,
            is_mirrored: false,
        };
        self.trace.rows.get(index).unwrap_or(&NO_ROW)
    }

    /// The cells of a row from left to right.
    pub(super) fn cells_of(&self, row: &RowTrace) -> &[Cell] {
        self.trace.cells.get(row.cells.clone()).unwrap_or_default()
    }

    /// The cells of a row that can lie in a range of bytes: all of them where directions are mixed.
    pub(super) fn cells_within(&self, row: &RowTrace, range: &Range<usize>) -> &[Cell] {
        let cells = self.cells_of(row);
        let (starts_before, ends_by) = (|cell: &Cell| (cell.start as usize) < range.start, |cell: &Cell| cell.end as usize <= range.end);
        let (from, to) = if row.is_plain {
            (cells.partition_point(starts_before), cells.partition_point(ends_by))
        } else if row.is_mirrored {
            (cells.partition_point(|cell| !ends_by(cell)), cells.partition_point(|cell| !starts_before(cell)))
        } else {
            (0, cells.len())
        };
        cells.get(from..to).unwrap_or_default()
    }

    fn cell_starting(&self, row: &RowTrace, byte: usize) -> Option<&Cell> {
        let cells = self.cells_of(row);
        if row.is_plain {
            let at = cells.partition_point(|cell| (cell.start as usize) < byte);
            cells.get(at).filter(|cell| cell.start as usize == byte)
        } else {
            cells.iter().find(|cell| cell.start as usize == byte)
        }
    }

    fn cell_ending(&self, row: &RowTrace, byte: usize) -> Option<&Cell> {
        let cells = self.cells_of(row);
        if row.is_plain {
            let at = cells.partition_point(|cell| (cell.end as usize) < byte);
            cells.get(at).filter(|cell| cell.end as usize == byte)
        } else {
            cells.iter().find(|cell| cell.end as usize == byte)
        }
    }
}
