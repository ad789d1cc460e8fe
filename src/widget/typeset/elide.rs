//! Shortens words to a number of rows, with an ellipsis, and never within a number: "2,500" must not read "2,5…".

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::engine::TextEngine;
use super::label_cache::SetLabel;
use super::paragraph::Paragraph;
use super::style::TextStyle;

const ELLIPSIS: &str = "…";
/// Longest text that is laid out for one row of a label, as a multiple of what fits if every letter is 0.1 em wide.
const GENEROUS: f32 = 10.0;

/// Words to shorten.
pub(super) struct LongText<'a> {
    pub(super) text: &'a str,
    pub(super) style: TextStyle,
    /// Byte ranges set in semibold.
    pub(super) semibold: &'a [Range<usize>],
    pub(super) width_pt: f32,
    pub(super) max_rows: usize,
}

impl TextEngine {
    /// Lays out as many of the words as fit into the rows, with "…" behind them if some are left out.
    pub(super) fn set_label(&mut self, long: &LongText<'_>) -> SetLabel {
        let head = long.head();
        // A single row is filled to its last letter; several rows are broken between words first.
        let measure = if long.max_rows == 1 { f32::INFINITY } else { long.width_pt };
        let mut whole = self.layout_emphasised(head, &long.style, measure, long.semibold);
        let fits = whole.row_count() <= long.max_rows && whole.width() <= long.width_pt.max(1.0);
        if fits && head.len() == long.text.len() {
            self.rewrap(&mut whole, long.width_pt);
            return SetLabel { paragraph: whole, shown: head.len(), is_elided: false };
        }
        let room = long.width_pt - self.layout(ELLIPSIS, &long.style, f32::INFINITY).width();
        let mut shown = fitting_prefix(&whole, long.max_rows - 1, room);
        loop {
            let kept = keep_numbers_whole(head, shown).trim_end();
            let paragraph = self.set_shortened(long, kept);
            if paragraph.row_count() <= long.max_rows || kept.is_empty() {
                return SetLabel { paragraph, shown: kept.len(), is_elided: true };
            }
            shown = whole.edges.floor(kept.len().saturating_sub(1));
        }
    }

    fn set_shortened(&mut self, long: &LongText<'_>, kept: &str) -> Paragraph {
        // Behind a full stop the ellipsis stands apart: "6 a.m. …", not four dots.
        let gap = if kept.ends_with('.') { "\u{a0}" } else { "" };
        let shortened = format!("{kept}{gap}{ELLIPSIS}");
        let cut = |range: &Range<usize>| range.start.min(kept.len())..range.end.min(kept.len());
        let semibold: Vec<Range<usize>> = long.semibold.iter().map(cut).collect();
        self.layout_emphasised(&shortened, &long.style, long.width_pt, &semibold)
    }
}

impl<'a> LongText<'a> {
    /// The start of the text, more than can ever fit: a whole article given as a label is not laid out.
    fn head(&self) -> &'a str {
        let per_row = GENEROUS * (self.width_pt / self.style.size_pt).clamp(1.0, 1000.0);
        let most = per_row * (self.max_rows.min(10_000) as f32 + 1.0);
        let end = self.text.char_indices().nth(most as usize);
        end.and_then(|(end, _)| self.text.get(..end)).unwrap_or(self.text)
    }
}

/// The bytes up to the last grapheme of `row` that still fits into `room` points, in reading order.
fn fitting_prefix(paragraph: &Paragraph, row: usize, room: f32) -> usize {
    let row = paragraph.row_trace(row);
    let mut cells: Vec<_> = paragraph.cells_of(row).iter().collect();
    cells.sort_by_key(|cell| cell.start);
    let mut used = 0.0;
    let mut end = row.bytes.start;
    for cell in cells {
        used += cell.right - cell.left;
        if used > room || cell.is_break {
            break;
        }
        end = cell.end as usize;
    }
    end
}

/// The first `shown` bytes, less the word that is cut if it has a digit in it.
fn keep_numbers_whole(text: &str, shown: usize) -> &str {
    let kept = text.get(..shown).unwrap_or_default();
    let mut words = text.split_word_bound_indices();
    let cut_word = words.find(|(start, word)| *start < shown && shown < start + word.len());
    match cut_word {
        Some((start, word)) if start > 0 && word.contains(|c: char| c.is_numeric()) => text.get(..start).unwrap_or_default(),
        _ => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::typeset::tests::engine;

    const STYLE: TextStyle = TextStyle::serif(14.5, 19.0);
    const TEXT: &str = "Thousands of additional active-duty troops are being sent to the southern border, officials said.";

    fn label(text: &str, width_pt: f32, max_rows: usize) -> SetLabel {
        engine().set_label(&LongText { text, style: STYLE, semibold: &[], width_pt, max_rows })
    }

    #[test]
    fn words_that_fit_stay_as_they_are() {
        let label = label(TEXT, 210.0, 9);
        assert!(!label.is_elided);
        assert_eq!(label.shown, TEXT.len());
    }

    #[test]
    fn a_label_never_has_more_rows_nor_width_than_allowed() {
        for rows in 1..4 {
            for width in 1..300 {
                let label = label(TEXT, width as f32, rows);
                assert!(label.paragraph.row_count() <= rows || label.shown == 0, "{width} {rows}");
                assert!(width < 20 || label.paragraph.width() <= width as f32 + 0.5, "{width} {rows}");
            }
        }
    }

    #[test]
    fn one_row_is_filled_to_the_last_letter() {
        let label = label(TEXT, 210.0, 1);
        assert!(label.is_elided);
        assert!(label.paragraph.width() > 195.0, "{}", label.paragraph.width());
        assert!(label.shown > "Thousands of additional".len());
    }

    #[test]
    fn an_abbreviation_is_not_followed_by_four_dots() {
        let text = "The gate stuck at 6 a.m. by the control room log.";
        let labels = (100..300).map(|width| label(text, width as f32, 1));
        let cut_there: Vec<_> = labels.filter(|label| text[..label.shown].ends_with("a.m.")).collect();
        let added = "\u{a0}…".len();
        assert!(!cut_there.is_empty() && cut_there.iter().all(|label| label.paragraph.text_len() == label.shown + added));
    }

    #[test]
    fn a_number_is_never_cut() {
        let text = "roughly 12,500,000 reserve forces";
        for width in 20..160 {
            let shown = label(text, width as f32, 1).shown;
            assert!(shown <= "roughly".len() || shown >= "roughly 12,500,000".len(), "{width}: {}", &text[..shown]);
        }
    }

    #[test]
    fn a_whole_article_as_a_label_is_not_laid_out() {
        let text = TEXT.repeat(2000);
        let long = LongText { text: &text, style: STYLE, semibold: &[], width_pt: 200.0, max_rows: 2 };
        assert!(long.head().len() < 1000);
        assert!(label(&text, 200.0, 2).is_elided);
    }
}
