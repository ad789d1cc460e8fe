//! A paragraph as a screen reader walks through it: runs of one row and one direction, with the place of each grapheme.

use std::ops::Range;

use super::paragraph::Paragraph;
use super::trace::Cell;

/// Graphemes in a run at most: assistive technology counts the words of a run in bytes.
const MOST_GRAPHEMES: usize = 255;

/// A stretch of one row that reads in one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Index of its row.
    pub row: usize,
    /// Its bytes of the paragraph.
    pub bytes: Range<usize>,
    /// Whether it reads from right to left.
    pub is_rtl: bool,
    /// Left end, points from the left edge of the paragraph.
    pub left: f32,
    /// Right end, points.
    pub right: f32,
    /// Its graphemes in reading order.
    pub graphemes: Vec<PlacedGrapheme>,
}

/// One grapheme of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedGrapheme {
    /// Its bytes of the paragraph.
    pub bytes: Range<usize>,
    /// How far its start is from the start of the run, in the direction of reading, points.
    pub position: f32,
    /// Its width, points.
    pub width: f32,
}

impl Run {
    fn starting(row: usize, cell: &Cell) -> Self {
        let start = cell.start as usize;
        Run { row, bytes: start..start, is_rtl: cell.is_rtl, left: cell.left, right: cell.right, graphemes: Vec::new() }
    }

    fn takes(&self, cell: &Cell, cuts: &[usize]) -> bool {
        let is_cut = cuts.binary_search(&(cell.start as usize)).is_ok();
        self.is_rtl == cell.is_rtl && self.graphemes.len() < MOST_GRAPHEMES && !is_cut
    }

    fn push(&mut self, cell: &Cell) {
        self.bytes.end = cell.end as usize;
        self.left = self.left.min(cell.left);
        self.right = self.right.max(cell.right);
        // The left edge of the run is known when it is whole; until then `position` holds where the grapheme begins.
        self.graphemes.push(PlacedGrapheme { bytes: cell.bytes(), position: cell.leading_x(), width: cell.right - cell.left });
    }

    fn finish(mut self) -> Self {
        for grapheme in &mut self.graphemes {
            grapheme.position = if self.is_rtl { self.right - grapheme.position } else { grapheme.position - self.left };
        }
        self
    }
}

impl Paragraph {
    /// The runs of all rows in reading order, with a new one wherever a byte of `cuts` (sorted) begins.
    pub fn runs(&self, cuts: &[usize]) -> Vec<Run> {
        let mut runs = Vec::new();
        for (row, trace) in self.trace.rows.iter().enumerate() {
            let mut cells = self.cells_of(trace).to_vec();
            cells.sort_by_key(|cell| cell.start);
            let mut open: Option<Run> = None;
            for cell in &cells {
                if let Some(run) = open.take_if(|run| !run.takes(cell, cuts)) {
                    runs.push(run.finish());
                }
                open.get_or_insert_with(|| Run::starting(row, cell)).push(cell);
            }
            runs.extend(open.map(Run::finish));
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::super::{SystemFonts, TextEngine, TextStyle};
    use super::*;
    use crate::widget::font::article_fonts;

    fn paragraph(text: &str, width: f32) -> Paragraph {
        let textures = egui::Context::default().tex_manager();
        TextEngine::new(article_fonts(), SystemFonts::Never, textures).layout(text, &TextStyle::serif(17.0, 30.0), width)
    }

    #[track_caller]
    fn check(text: &str, cuts: &[usize], expected: &[&str]) {
        let paragraph = paragraph(text, 9000.0);
        let runs = paragraph.runs(cuts);
        let words: Vec<&str> = runs.iter().map(|run| &text[run.bytes.clone()]).collect();
        assert_eq!(words, expected);
        assert_eq!(words.concat(), text, "every byte is in one run");
    }

    #[test]
    fn runs_end_with_the_direction_the_cut_and_the_count() {
        check("Only left to right.", &[], &["Only left to right."]);
        check("Cut here and there.", &[4, 9], &["Cut ", "here ", "and there."]);
        check("About שלום people", &[], &["About ", "שלום", " people"]);
        let long = "x".repeat(300);
        check(&long, &[], &[&long[..255], &long[255..]]);
        check("", &[], &[]);
    }

    #[test]
    fn every_row_begins_a_run() {
        let text = "Several words that do not all fit on one row of this width.";
        let paragraph = paragraph(text, 160.0);
        let runs = paragraph.runs(&[]);
        assert_eq!(runs.len(), paragraph.row_count());
        assert!(runs.iter().all(|run| run.bytes == paragraph.row(run.row).bytes));
    }

    #[test]
    fn graphemes_stand_where_the_caret_finds_them_in_both_directions() {
        let text = "About 12 שלום עולם people";
        let paragraph = paragraph(text, 2000.0);
        for run in paragraph.runs(&[]) {
            for grapheme in &run.graphemes {
                let x = if run.is_rtl { run.right - grapheme.position } else { run.left + grapheme.position };
                assert!((paragraph.caret(grapheme.bytes.start).left() - x).abs() < 0.01, "{grapheme:?}");
                assert!(grapheme.position >= -0.01 && grapheme.position + grapheme.width <= run.right - run.left + 0.01);
            }
        }
    }
}
