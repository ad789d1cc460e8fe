//! The measures of the page (design language, sections 3, 4 and 6), scaled to the reader's type size.

use super::flow::Block;
use super::shaped::Shares;
use crate::model::document::structure::Shape;
use crate::widget::typeset::TextStyle;

/// Size and row height at which the design language states its figures, points.
const USUAL_SIZE: f32 = 17.0;
const USUAL_ROW: f32 = 30.0;
/// How far each level of a list or quote is set in, at the usual size.
const STEP: f32 = 26.0;
/// Room between the columns of a table, points.
const CELL_GAP: f32 = 14.0;
/// Room for the bar before the words of a cell, at the usual size: `| ` in the type of tables.
const CELL_BAR: f32 = 8.0;
/// Mean width of a character in em of Source Serif 4.
const MEAN_CHAR_EM: f32 = 0.4766;
/// The same of other letters, in the Noto fonts: of Hebrew and Arabic; of the north of India, where signs stand above and below
/// letters; of its south, Thai and Khmer; of East Asia.
const MEAN_ARABIC_EM: f32 = 0.38;
const MEAN_NORTH_INDIC_EM: f32 = 0.34;
const MEAN_SOUTH_INDIC_EM: f32 = 0.45;
const EAST_ASIAN_EM: f32 = 0.95;
/// How many bytes of a text tell how wide its letters are.
const SAMPLE_BYTES: usize = 4_000;
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
    pub fn style(&self, block: &Block, shape: Shape) -> TextStyle {
        let (size, row, is_strong) = match shape {
            _ if block.is_headline || shape.heading == 1 => (27.0, 34.0, true),
            _ if shape.is_sign(block.span) => (13.0, 17.0, false),
            Shape { heading: 2, .. } => (22.0, 30.0, true),
            Shape { heading: 3, .. } => (19.0, 30.0, true),
            Shape { heading: 4.., .. } => (17.0, 30.0, true),
            Shape { is_caption: true, .. } => (14.5, 22.0, false),
            Shape { table_row: 1, .. } => (15.0, 24.0, true),
            Shape { is_in_table: true, .. } => (15.0, 24.0, false),
            _ => (USUAL_SIZE, USUAL_ROW, false),
        };
        // A plain paragraph has the reader's own size, to the tenth of a point.
        let style = match size {
            USUAL_SIZE => TextStyle::serif(self.size, self.row),
            size => TextStyle::serif((self.scaled(size) * 2.0).round() / 2.0, (self.row * row / USUAL_ROW).round()),
        };
        let style = if is_strong { style.semibold() } else { style };
        let style = if shape.table_row > 0 { style.following_page() } else { style };
        style.on_page(self.is_rtl)
    }

    /// Room above a block: a heading stands off from what is before it.
    pub fn room_above(&self, block: &Block, shape: Shape) -> f32 {
        match shape.heading {
            1..=3 if block.is_first && block.paragraph > 0 => self.scaled(12.0).round(),
            4.. if block.is_first => self.scaled(6.0).round(),
            _ => 0.0,
        }
    }

    /// Room below a block.
    pub fn gap(&self, block: &Block, shape: Shape) -> f32 {
        let gap = if shape.is_in_table { 6.0 } else { 9.0 };
        if block.is_last { self.scaled(gap).round() } else { 0.0 }
    }

    /// How far the words of a block stand from where rows begin: those of quotes and of lists are set in.
    pub fn inset(&self, shape: Shape) -> f32 {
        let steps = f32::from(shape.entry) + f32::from(shape.quote);
        (self.scaled(STEP) * steps).round().min(self.column * 0.5)
    }

    /// The column of the words of a cell that has these shares of the page, from where rows begin: its begin, behind the bar, and its
    /// width.
    pub fn cell(&self, (from, to): Shares) -> (f32, f32) {
        let room = self.column + CELL_GAP;
        let bar = self.scaled(CELL_BAR).round();
        let begin = (room * from).round() + bar;
        (begin, ((room * to).round() - begin - CELL_GAP).max(1.0))
    }

    /// What the height of the words of a block is guessed from before it is laid out, in a column of that width and with letters as
    /// wide as [`byte_em`] says.
    pub fn guess(&self, block: &Block, shape: Shape, (width, byte_em): (f32, f32)) -> Guess {
        let style = self.style(block, shape);
        Guess { bytes_a_row: (width / (byte_em * style.size_pt)).max(1.0), row: style.row_height_pt }
    }
}

/// How many bytes stand on a row.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    bytes_a_row: f32,
    /// Points.
    row: f32,
}

impl Guess {
    /// Height of so many bytes in so many paragraphs, points: the last row of each is half full.
    pub fn height_of_many(&self, bytes: usize, paragraphs: usize) -> f32 {
        let count = paragraphs as f32;
        (bytes as f32 / self.bytes_a_row + 0.5 * count).max(count) * self.row
    }

    /// Height of so many bytes, points.
    pub fn height(&self, bytes: usize) -> f32 {
        (bytes as f32 / self.bytes_a_row).ceil().max(1.0) * self.row
    }
}

/// Mean width of a byte of a text, em: from its first letters, since a byte of Hindi is a third of one.
pub fn byte_em(text: &str) -> f32 {
    let letter_em = |letter: char| match letter {
        '\u{300}'..='\u{36f}' => 0.0,
        '\u{590}'..='\u{8ff}' => MEAN_ARABIC_EM,
        '\u{900}'..='\u{b7f}' => MEAN_NORTH_INDIC_EM,
        '\u{b80}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => MEAN_SOUTH_INDIC_EM,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => EAST_ASIAN_EM,
        _ => MEAN_CHAR_EM,
    };
    let sample = text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or(text);
    if sample.is_empty() { MEAN_CHAR_EM } else { sample.chars().map(letter_em).sum::<f32>() / sample.len() as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_as_wide_as_its_script_makes_it() {
        // As wide as the engine sets the pages of `tests/scripts` with the Noto fonts, em a byte.
        let check = |text: &str, set: f32| {
            let guess = byte_em(text);
            assert!((guess / set - 1.0).abs() < 0.15, "{text}: {guess}, set {set}");
        };
        check("The dyke at Merrowhaven failed on Thursday after heavy rain.", 0.455);
        check("وقال المسؤولون إن القوات ستنضم إلى الحرس الموجود هناك منذ أشهر", 0.236);
        check("उन्होंने कहा कि सैनिक पहले से मौजूद बलों के साथ मिलकर काम करेंगे।", 0.145);
        check("国防部表示，约有2500名士兵将抵达边境（星期一）。官员说，部队将与已经在那里的卫队一起工作", 0.337);
        assert_eq!(byte_em(""), MEAN_CHAR_EM);
    }
}
