//! Numbers as labels, put together from figures that were set once: a page with many marks shows dozens of new numbers in every frame,
//! and to shape each as words are costs a fifth of the frame.

use parley::layout::Layout;

use super::elide::LongText;
use super::engine::TextEngine;
use super::grapheme::GraphemeEdges;
use super::label_cache::SetLabel;
use super::paragraph::{Paragraph, RowMetrics};
use super::style::TextStyle;
use super::trace::{Cell, PlacedGlyph, RowTrace, Trace};

/// Longest number that is put together, figures.
const MOST: usize = 20;
/// Each on a row of its own, so that it begins at 0 and its width is not rounded.
const DIGITS: &str = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9";

/// The figures 0 to 9 in one style.
pub(super) struct Figures {
    metrics: RowMetrics,
    /// Each with its advance in points, placed at 0.
    digits: Vec<(PlacedGlyph, f32)>,
}

impl Figures {
    /// Takes them from [`DIGITS`]; nothing where a figure is not one glyph.
    fn of(paragraph: &Paragraph) -> Option<Self> {
        let Trace { rows, cells, glyphs } = &paragraph.trace;
        let digit = |row: &RowTrace| {
            let (cell, glyph) = (cells.get(row.cells.start)?, glyphs.get(row.glyphs.start)?);
            let is_first = cell.start as usize == row.bytes.start && glyph.byte == cell.start && cell.left == 0.0;
            (is_first && row.glyphs.len() == 1 && !cell.is_rtl).then_some((*glyph, cell.right))
        };
        let digits: Vec<_> = rows.iter().map(digit).collect::<Option<_>>()?;
        (digits.len() == 10).then_some(Figures { metrics: paragraph.metrics, digits })
    }

    /// A number as a paragraph of one row, as wide as it is.
    fn paragraph(&self, text: &str, style: TextStyle) -> Option<Paragraph> {
        let (mut cells, mut glyphs) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
        let mut x = 0.0;
        for (at, digit) in text.bytes().enumerate() {
            let (glyph, advance) = self.digits.get(usize::from(digit.checked_sub(b'0')?))?;
            let at = at as u32;
            glyphs.push(PlacedGlyph { x: x + glyph.x, byte: at, ..*glyph });
            cells.push(Cell { start: at, end: at + 1, left: x, right: x + advance, is_rtl: false, is_break: false });
            x += advance;
        }
        let row = RowTrace {
            bytes: 0..text.len(),
            cells: 0..text.len(),
            glyphs: 0..text.len(),
            left: 0.0,
            right: x,
            is_wrapped: false,
            is_plain: true,
            is_mirrored: text.len() < 2,
        };
        // A label is never wrapped anew, so that nothing asks for its layout.
        let (layout, trace) = (Layout::new(), Trace { rows: vec![row], cells, glyphs });
        Some(Paragraph { layout, style, metrics: self.metrics, edges: GraphemeEdges::EveryByte(text.len()), trace, hang: 0.0 })
    }
}

impl TextEngine {
    /// The label of a number that fits into its width; nothing for other words.
    pub(super) fn number(&mut self, long: &LongText<'_>) -> Option<SetLabel> {
        let is_number = (1..=MOST).contains(&long.text.len()) && long.text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || !long.semibold.is_empty() || long.style.is_rtl_page {
            return None;
        }
        let style = long.style.sane();
        if !self.figures.contains_key(&style) {
            let all = self.layout(DIGITS, &style, f32::INFINITY);
            self.figures.insert(style, Figures::of(&all));
        }
        let paragraph = self.figures.get(&style)?.as_ref()?.paragraph(long.text, style)?;
        let fits = paragraph.width() <= long.width_pt.max(1.0);
        fits.then_some(SetLabel { paragraph, shown: long.text.len(), is_elided: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::typeset::tests::engine;

    #[test]
    fn a_number_put_together_is_the_number_that_is_shaped() {
        let mut engine = engine();
        let mut numbers: Vec<String> = (0..1000).map(|number: u64| number.to_string()).collect();
        numbers.extend((1..200).map(|nth: u64| nth.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_string()));
        numbers.push("0012".to_owned());
        let sans = TextStyle::sans(12.0, 15.0);
        let styles = [sans, sans.semibold(), sans.italic(), TextStyle::sans(10.5, 15.0), TextStyle::serif(17.0, 30.0).following_page()];
        for (text, style) in numbers.iter().flat_map(|number| styles.map(|style| (number, style))) {
            let long = LongText { text, style, semibold: &[], width_pt: 20_000.0, max_rows: 1 };
            let (made, shaped) = (engine.number(&long).unwrap(), engine.set_label(&long));
            let told = |label: &SetLabel| {
                let Paragraph { trace, metrics, style, .. } = &label.paragraph;
                let ends = (label.shown, label.is_elided, label.paragraph.is_rtl(), label.paragraph.text_len());
                format!("{ends:?} {metrics:?} {style:?} {:?} {:?}", trace.rows, trace.cells)
            };
            assert_eq!(told(&made), told(&shaped), "{text}");
            let glyphs = |label: &SetLabel| {
                let glyphs = label.paragraph.trace.glyphs.iter();
                glyphs.map(|glyph| (glyph.x, glyph.y, glyph.byte, glyph.id, glyph.face, glyph.is_wide)).collect::<Vec<_>>()
            };
            assert_eq!(glyphs(&made), glyphs(&shaped), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_has_no_room_is_shaped() {
        let mut engine = engine();
        let sans = TextStyle::sans(12.0, 15.0);
        let mut is_made = |text: &str, style: TextStyle, width_pt: f32| {
            engine.number(&LongText { text, style, semibold: &[], width_pt, max_rows: 1 }).is_some()
        };
        assert!(is_made("1500", sans, 60.0));
        for (text, style, width) in
            [("1,500", sans, 60.0), ("", sans, 60.0), ("١٥", sans, 60.0), ("1500", sans, 12.0), ("1500", sans.on_page(true), 60.0)]
        {
            assert!(!is_made(text, style, width), "{text}");
        }
    }
}
