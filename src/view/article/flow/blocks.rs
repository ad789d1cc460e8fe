//! The blocks that an article is cut into, their columns, and their heights before they are laid out.

use super::super::heights::Heights;
use super::super::measure::Measure;
use super::super::shaped::Shapes;
use crate::model::document::structure::Shape;
use crate::model::document::{Document, Span};

/// Bytes above which a paragraph is cut into several blocks (layout time grows with length).
pub(super) const BLOCK_BYTES: usize = 6 * 1024;

/// A paragraph, or a piece of a very long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its bytes.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Whether it is the headline.
    pub is_headline: bool,
    /// Whether the paragraph begins here.
    pub is_first: bool,
    /// Whether the paragraph ends here.
    pub is_last: bool,
}

/// The column of a block, from where rows begin: its begin and its width, points.
pub(super) fn column(shapes: &Shapes, measure: Measure, index: usize, shape: Shape) -> (f32, f32) {
    match shapes.cell(index) {
        Some(shares) => measure.cell(shares),
        None => {
            let inset = measure.inset(shape);
            (inset, measure.column - inset)
        }
    }
}

/// Room above and below the words of a block, points.
pub(super) fn room_around(blocks: &[Block], shapes: &Shapes, measure: Measure, index: usize) -> f32 {
    let room = |block: &Block| {
        let shape = shapes.shape(block.paragraph);
        measure.room_above(block, shape) + measure.gap(block, shape)
    };
    blocks.get(index).map_or(0.0, room)
}

/// Heights of all blocks by a guess; of blocks side by side the last has the height of all.
pub(super) fn estimates(blocks: &[Block], shapes: &Shapes, (measure, byte_em): (Measure, f32)) -> Heights {
    // Nearly all blocks of a book are plain words: what follows from that is worked out once.
    let plain = |block: &Block, shape: Shape| shape == Shape::default() && !block.is_headline;
    let words = Block { span: Span::between(0, 0), paragraph: 1, is_headline: false, is_first: true, is_last: true };
    let (guess, gap) = (measure.guess(&words, Shape::default(), (measure.column, byte_em)), measure.gap(&words, Shape::default()));
    let mut tallest = 0.0_f32;
    let height = |(index, block): (usize, &Block)| {
        let shape = shapes.shape(block.paragraph);
        let cell = shapes.cell(index);
        if cell.is_none() && plain(block, shape) {
            return guess.height(block.span.len()) + if block.is_last { gap } else { 0.0 };
        }
        let guess = measure.guess(block, shape, (column(shapes, measure, index, shape).1, byte_em));
        tallest = tallest.max(guess.height(block.span.len()));
        if cell.is_some() && !block.is_last {
            return 0.0;
        }
        std::mem::take(&mut tallest) + room_around(blocks, shapes, measure, index)
    };
    Heights::new(blocks.iter().enumerate().map(height).collect())
}

/// Cuts the paragraphs of an article into blocks.
pub(super) fn blocks(document: &Document, shapes: &Shapes) -> Vec<Block> {
    let has_headline = document.has_headline();
    let mut blocks = Vec::with_capacity(document.text.paragraphs().len());
    for (paragraph, span) in document.text.paragraphs().iter().enumerate() {
        let is_headline = has_headline && paragraph == 0;
        let cells = shapes.cut_row(paragraph, *span);
        if cells.is_empty() && span.len() <= BLOCK_BYTES {
            blocks.push(Block { span: *span, paragraph, is_headline, is_first: true, is_last: true });
            continue;
        }
        let pieces = if cells.is_empty() { pieces(document, *span) } else { cells };
        let count = pieces.len();
        for (at, span) in pieces.into_iter().enumerate() {
            blocks.push(Block { span, paragraph, is_headline, is_first: at == 0, is_last: at + 1 == count });
        }
    }
    blocks
}

/// Cuts a very long paragraph at blanks, or at any grapheme where there are none.
fn pieces(document: &Document, paragraph: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = paragraph.start();
    while paragraph.end() - start > BLOCK_BYTES {
        let limit = document.text.floor(start + BLOCK_BYTES);
        let words = document.text.slice(Span::between(start, limit));
        let end = words.rfind(' ').map_or(limit, |gap| start + gap + 1);
        let end = if end > start { end } else { document.text.next(start) };
        pieces.push(Span::between(start, end));
        start = end;
    }
    pieces.push(Span::between(start, paragraph.end()));
    pieces
}
