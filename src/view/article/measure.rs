//! The measures of the page (design language, sections 3, 4 and 6), scaled to the reader's type size.

use super::flow::Block;
use crate::widget::typeset::TextStyle;

/// Size and row height at which the design language states its figures, points.
const USUAL_SIZE: f32 = 17.0;
/// Mean width of a character in em of Source Serif 4.
const MEAN_CHAR_EM: f32 = 0.4766;
/// Text column at the usual size: 68 characters.
const COLUMN: f32 = 551.0;

/// Where rows begin, from the edge of the page on that side: the left one, or the right one of a page that reads from there.
pub const TEXT_X: f32 = 64.0;
/// Where the paragraph number ends.
pub const NUMBER_X: f32 = 28.0;
/// Where the tick begins.
pub const TICK_X: f32 = 35.0;
/// Where the bar beside untouched sentences begins.
pub const BAR_X: f32 = 54.0;
/// Room between words and margin rule, and between rule and notes.
pub const RULE_GAP: f32 = 5.0;
/// Width of the notes beside the rule, with their padding.
pub const NOTES_WIDTH: f32 = 186.0;
/// Narrowest column with notes beside it, points: what a window 960 wide leaves with its left panel as it comes.
const LEAST_COLUMN: f32 = 433.0;

/// Size and width of the text column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Type size, points.
    pub size: f32,
    /// Row height, whole points.
    pub row: f32,
    /// Width of the column, points.
    pub column: f32,
    /// Whether the article reads from right to left: then the page is mirrored.
    pub is_rtl: bool,
}

impl Measure {
    /// The measure of a type size and column width, points.
    pub fn new(size: f32, column: f32) -> Self {
        Measure { size, row: (size * 1.76).round(), column: column.floor(), is_rtl: false }
    }

    /// The measure that fits a page of that width, and whether the notes stand beside it.
    pub fn fitting(size: f32, page_width: f32) -> (Self, bool) {
        let wanted = COLUMN * size / USUAL_SIZE;
        let beside = page_width - TEXT_X - RULE_GAP - NOTES_WIDTH;
        if beside >= LEAST_COLUMN {
            (Measure::new(size, wanted.min(beside)), true)
        } else {
            (Measure::new(size, wanted.min(page_width - TEXT_X - 24.0).max(120.0)), false)
        }
    }

    /// Width of the whole page with notes, points.
    pub fn page_width(size: f32) -> f32 {
        TEXT_X + COLUMN * size / USUAL_SIZE + RULE_GAP + NOTES_WIDTH
    }

    /// The same measure for an article that reads from right to left, or not.
    pub fn reading(self, is_rtl: bool) -> Self {
        Measure { is_rtl, ..self }
    }

    /// The margin rule, from the edge of the page where rows begin.
    pub fn rule(&self) -> f32 {
        TEXT_X + self.column + RULE_GAP
    }

    /// A length of the design language at this type size.
    pub fn scaled(&self, points: f32) -> f32 {
        points * self.size / USUAL_SIZE
    }

    /// Room above the first and below the last paragraph.
    pub fn padding(&self) -> f32 {
        14.0
    }

    /// How the words of a block are set.
    pub fn style(&self, block: &Block) -> TextStyle {
        let style = if block.is_headline {
            TextStyle::serif((self.size * 27.0 / USUAL_SIZE).round(), (self.row * 34.0 / 30.0).round()).semibold()
        } else {
            TextStyle::serif(self.size, self.row)
        };
        style.on_page(self.is_rtl)
    }

    /// Room below a block.
    pub fn gap(&self, block: &Block) -> f32 {
        if block.is_last { self.scaled(9.0).round() } else { 0.0 }
    }

    /// A guess at the height of a block that is not laid out yet.
    pub fn estimate(&self, block: &Block) -> f32 {
        let style = self.style(block);
        let chars_a_row = (self.column / (MEAN_CHAR_EM * style.size_pt)).max(1.0);
        let rows = (block.span.len() as f32 / chars_a_row).ceil().max(1.0);
        rows * style.row_height_pt + self.gap(block)
    }
}
