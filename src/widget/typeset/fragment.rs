//! Where the words of a range stand: one rectangle for each row, more where the direction changes.

use std::ops::Range;

use super::paragraph::{CaretPos, Paragraph};
use super::trace::Cell;

/// The part of a range that stands together on one row, in one direction. Lengths are points from the paragraph's
/// top left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Fragment {
    /// Index of the row.
    pub row: usize,
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge of the row.
    pub top: f32,
    /// Lower edge of the row.
    pub bottom: f32,
    /// Baseline of the row.
    pub baseline: f32,
    /// Whether the range truly starts here: at the left edge, or at the right one if `is_rtl`.
    pub starts_here: bool,
    /// Whether the range truly ends here: at the right edge, or at the left one if `is_rtl`.
    pub ends_here: bool,
    /// Whether the words of this fragment run from right to left.
    pub is_rtl: bool,
}

impl Paragraph {
    /// Where the graphemes of `range` stand, row by row, left to right within a row.
    ///
    /// Several fragments on one row mean mixed direction. White space at a wrap takes no room. The range is widened
    /// to whole graphemes; an empty range has no fragments.
    pub fn rects(&self, range: Range<usize>) -> Vec<Fragment> {
        let start = self.edges.floor(range.start.min(range.end));
        let end = self.edges.ceil(range.end);
        let mut found = Vec::new();
        if start < end && !range.is_empty() {
            let first = self.row_of(start);
            let last = self.row_of(CaretPos::upstream(end));
            for row in first..=last {
                self.collect_fragments(row, start..end, &mut found);
            }
        }
        mark_ends(found)
    }

    fn collect_fragments(&self, index: usize, range: Range<usize>, found: &mut Vec<Stretch>) {
        let row = self.row_trace(index);
        let mut open: Option<Stretch> = None;
        for cell in self.cells_within(row, &range) {
            let is_inside = range.start <= cell.start as usize && cell.end as usize <= range.end;
            let joins = open.as_ref().is_some_and(|stretch| stretch.fragment.is_rtl == cell.is_rtl);
            if !(is_inside && joins) {
                found.extend(open.take());
            }
            if is_inside {
                let stretch = open.get_or_insert_with(|| self.stretch_from(index, cell));
                stretch.fragment.right = cell.right;
                stretch.bytes.start = stretch.bytes.start.min(cell.start);
                stretch.bytes.end = stretch.bytes.end.max(cell.end);
            }
        }
        found.extend(open);
    }

    fn stretch_from(&self, index: usize, cell: &Cell) -> Stretch {
        let row = self.row(index);
        Stretch {
            bytes: cell.start..cell.end,
            fragment: Fragment {
                row: index,
                left: cell.left,
                right: cell.right,
                top: row.top,
                bottom: row.bottom,
                baseline: row.baseline,
                starts_here: false,
                ends_here: false,
                is_rtl: cell.is_rtl,
            },
        }
    }
}

/// A fragment in the making, with the bytes it covers.
struct Stretch {
    bytes: Range<u32>,
    fragment: Fragment,
}

/// Drops what has no width (unless nothing has any) and marks the true ends of the range.
fn mark_ends(mut found: Vec<Stretch>) -> Vec<Fragment> {
    let has_width = |stretch: &Stretch| stretch.fragment.right > stretch.fragment.left;
    if found.iter().any(has_width) {
        found.retain(has_width);
    }
    if let Some(first) = found.iter_mut().min_by_key(|stretch| stretch.bytes.start) {
        first.fragment.starts_here = true;
    }
    if let Some(last) = found.iter_mut().max_by_key(|stretch| stretch.bytes.end) {
        last.fragment.ends_here = true;
    }
    found.into_iter().map(|stretch| stretch.fragment).collect()
}
