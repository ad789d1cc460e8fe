//! The blocks that an article is cut into, their columns, and their heights before they are laid out. Nearly every paragraph is one
//! block: only those that are more than one are written down, so that a book costs no more than an article.

use std::ops::Range;

use super::super::heights::Heights;
use super::super::measure::{Guess, Measure};
use super::super::shaped::Shapes;
use crate::model::document::structure::Shape;
use crate::model::document::{Document, Span, Text};

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

/// The blocks of an article in order.
#[derive(Clone)]
pub struct Blocks {
    text: Text,
    has_headline: bool,
    /// The paragraphs that are more than one block.
    cuts: Vec<Cut>,
    len: usize,
}

/// A paragraph in pieces.
#[derive(Clone)]
struct Cut {
    paragraph: usize,
    /// Index of its first piece among all blocks.
    first: usize,
    pieces: Vec<Span>,
}

impl Cut {
    fn blocks(&self) -> Range<usize> {
        self.first..self.first + self.pieces.len()
    }
}

impl Blocks {
    /// Cuts very long paragraphs, and the rows of tables into their cells.
    pub fn of(document: &Document, shapes: &Shapes) -> Self {
        let paragraphs = document.text.paragraphs();
        let (mut cuts, mut more) = (Vec::new(), 0);
        let has_cuts = !shapes.is_plain() || document.text.longest_paragraph() > BLOCK_BYTES;
        for (paragraph, span) in paragraphs.iter().enumerate().take_while(|_| has_cuts) {
            let is_long = span.len() > BLOCK_BYTES;
            let cells = shapes.cut_row(paragraph, *span);
            if cells.is_empty() && !is_long {
                continue;
            }
            let pieces = if cells.is_empty() { pieces(document, *span) } else { cells };
            let first = paragraph + more;
            more += pieces.len() - 1;
            cuts.push(Cut { paragraph, first, pieces });
        }
        Blocks { text: document.text.clone(), has_headline: document.has_headline(), cuts, len: paragraphs.len() + more }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether the article has no words.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// A block.
    pub fn get(&self, index: usize) -> Option<Block> {
        let cut = self.cuts.partition_point(|cut| cut.first <= index).checked_sub(1).and_then(|at| self.cuts.get(at));
        let Some(cut) = cut else { return self.whole(index) };
        match cut.pieces.get(index - cut.first) {
            Some(span) => {
                let is_last = index + 1 == cut.blocks().end;
                let is_headline = self.has_headline && cut.paragraph == 0;
                Some(Block { span: *span, paragraph: cut.paragraph, is_headline, is_first: index == cut.first, is_last })
            }
            None => self.whole(cut.paragraph + 1 + index - cut.blocks().end),
        }
    }

    /// A paragraph that is one block.
    fn whole(&self, paragraph: usize) -> Option<Block> {
        let span = *self.text.paragraphs().get(paragraph)?;
        Some(Block { span, paragraph, is_headline: self.has_headline && paragraph == 0, is_first: true, is_last: true })
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Block> + '_ {
        (0..self.len).filter_map(|index| self.get(index))
    }

    /// The block at or before a byte.
    pub fn at(&self, byte: usize) -> usize {
        let paragraph = self.text.paragraph_at(byte);
        let cut = self.cuts.partition_point(|cut| cut.paragraph <= paragraph).checked_sub(1).and_then(|at| self.cuts.get(at));
        match cut {
            None => paragraph,
            Some(cut) if cut.paragraph == paragraph => {
                cut.first + cut.pieces.partition_point(|piece| piece.start() <= byte).saturating_sub(1)
            }
            Some(cut) => cut.blocks().end + paragraph - cut.paragraph - 1,
        }
    }

    /// Blocks that are pieces of one paragraph: for each paragraph in pieces, which they are.
    pub fn cut(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        self.cuts.iter().map(|cut| (cut.paragraph, cut.blocks()))
    }

    /// The pieces of the same paragraph as a block.
    pub fn siblings(&self, index: usize) -> Range<usize> {
        let cut = self.cuts.partition_point(|cut| cut.first <= index).checked_sub(1).and_then(|at| self.cuts.get(at));
        cut.map(Cut::blocks).filter(|blocks| blocks.contains(&index)).unwrap_or(index..index + 1)
    }
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
pub(super) fn room_around(blocks: &Blocks, shapes: &Shapes, measure: Measure, index: usize) -> f32 {
    let room = |block: Block| {
        let shape = shapes.shape(block.paragraph);
        measure.room_above(&block, shape) + measure.gap(&block, shape)
    };
    blocks.get(index).map_or(0.0, room)
}

/// What heights are guessed from: the blocks, what they are, and the column with the mean width of a byte, em.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) blocks: &'a Blocks,
    pub(super) shapes: &'a Shapes,
    pub(super) measure: Measure,
    pub(super) byte_em: f32,
}

impl Ground<'_> {
    /// Heights of the stretches of all blocks: of plain words by how many bytes there are.
    pub(super) fn guessed(&self) -> Heights {
        let (guess, gap) = self.plain();
        Heights::guessed(self.blocks.len(), |blocks| {
            if !self.shapes.is_plain() {
                return self.estimates(blocks).into_iter().sum();
            }
            let count = blocks.len();
            let bytes = self.span(blocks).map_or(0, Span::len);
            guess.height_of_many(bytes, count) + gap * count as f32
        })
    }

    /// The bytes of blocks that follow one another.
    pub(super) fn span(&self, blocks: Range<usize>) -> Option<Span> {
        let last = self.blocks.get(blocks.end.checked_sub(1)?)?;
        Some(Span::between(self.blocks.get(blocks.start)?.span.start(), last.span.end()))
    }

    /// How the heights of plain words are guessed, and the room below them.
    fn plain(&self) -> (Guess, f32) {
        let words = Block { span: Span::between(0, 0), paragraph: 1, is_headline: false, is_first: true, is_last: true };
        let guess = self.measure.guess(&words, Shape::default(), (self.measure.column, self.byte_em));
        (guess, self.measure.gap(&words, Shape::default()))
    }

    /// Heights of some blocks by a guess; of blocks side by side the last has the height of all.
    pub(super) fn estimates(&self, wanted: Range<usize>) -> Vec<f32> {
        // A row of a table may begin before.
        let from = if self.shapes.is_plain() { wanted.start } else { self.blocks.siblings(wanted.start).start };
        let mut tallest = 0.0_f32;
        let height = |index: usize| {
            let Some(block) = self.blocks.get(index) else { return 0.0 };
            let shape = self.shapes.shape(block.paragraph);
            let (_, width) = column(self.shapes, self.measure, index, shape);
            let guess = self.measure.guess(&block, shape, (width, self.byte_em));
            tallest = tallest.max(guess.height(block.span.len()));
            if self.shapes.cell(index).is_some() && !block.is_last {
                return 0.0;
            }
            std::mem::take(&mut tallest) + room_around(self.blocks, self.shapes, self.measure, index)
        };
        let heights: Vec<f32> = (from..wanted.end).map(height).collect();
        heights.get(wanted.start - from..).unwrap_or_default().to_vec()
    }
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
