//! The article as a column of blocks: where each stands, which are in view, and a scroll position that does not jump when
//! a height above is corrected. Only blocks in view are laid out.

mod around;
mod blocks;
mod position;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use self::blocks::{Block, Blocks};
use self::blocks::{Ground, column, room_around};
use self::position::FirstLine;
use super::heights::Heights;
use super::measure::{Measure, byte_em};
use super::shaped::{SetApart, Shapes};
use crate::model::document::structure::Shape;
use crate::model::document::{Document, Span};
use crate::widget::typeset::{Paragraph, Printed, TextEngine};

/// Laid-out blocks kept besides those in view.
const KEPT_BLOCKS: usize = 120;

/// A block in view.
#[derive(Clone)]
pub struct Placed {
    /// Its index.
    pub index: usize,
    /// The block.
    pub block: Block,
    /// What its paragraph is.
    pub shape: Shape,
    /// The top of its words, points below the top of the view (negative above it).
    pub top: f32,
    /// Left edge of its words, points from the left edge of the text column.
    pub left: f32,
    /// Its words.
    pub words: Arc<Paragraph>,
    /// Its bytes that are signs of the format and no words.
    pub signs: Arc<[Range<usize>]>,
    /// Its bytes that are links.
    pub links: Arc<[Range<usize>]>,
    /// Its bytes about which the writer noted something.
    pub asides: Arc<[Range<usize>]>,
}

impl Placed {
    /// Offset in the block of a byte of the article.
    pub fn local(&self, byte: usize) -> usize {
        byte.clamp(self.block.span.start(), self.block.span.end()) - self.block.span.start()
    }

    /// The part of a span that lies in this block, as a range of its own bytes.
    pub fn local_range(&self, span: Span) -> std::ops::Range<usize> {
        self.local(span.start())..self.local(span.end())
    }
}

/// The words of a block, laid out.
#[derive(Clone)]
struct LaidOut {
    words: Arc<Paragraph>,
    left: f32,
    signs: Arc<[Range<usize>]>,
    links: Arc<[Range<usize>]>,
    asides: Arc<[Range<usize>]>,
}

/// The column of one article.
pub struct Flow {
    blocks: Blocks,
    heights: Heights,
    measure: Measure,
    /// Mean width of a byte of the article, em.
    byte_em: f32,
    shapes: Shapes,
    laid_out: BTreeMap<usize, LaidOut>,
    /// The block at the top of the view, and how far its top is above it, points.
    anchor: (usize, f32),
    /// What stood at the top when the column got another width, until the view is moved: so that a window that is drawn
    /// wider and narrower comes back to the same line.
    held: Option<FirstLine>,
    /// Whether the view must still be put on the line held.
    is_adrift: bool,
    /// Changes when heights may have changed, for what is drawn from them.
    generation: u64,
    /// Laid-out blocks that are kept besides those in view.
    kept: usize,
}

impl Flow {
    /// The column of an article with estimated heights.
    pub fn new(document: &Document, measure: Measure) -> Self {
        let mut shapes = Shapes::of(document);
        let blocks = Blocks::of(document, &shapes);
        shapes.share_columns(&blocks);
        let byte_em = byte_em(document.text.as_str());
        let heights = Ground { blocks: &blocks, shapes: &shapes, measure, byte_em }.guessed();
        Flow {
            blocks,
            heights,
            measure,
            byte_em,
            shapes,
            laid_out: BTreeMap::new(),
            anchor: (0, -measure.padding()),
            held: None,
            is_adrift: false,
            generation: 0,
            kept: KEPT_BLOCKS,
        }
    }

    /// Takes another column width or type size over; the line at the top of the view stays there.
    pub fn set_measure(&mut self, measure: Measure) {
        if self.measure != measure {
            self.held = self.held.or_else(|| self.first_line());
            self.is_adrift = self.held.is_some();
            let share = self.anchor.1 / self.heights.get(self.anchor.0).max(1.0);
            self.measure = measure;
            self.heights = self.ground().guessed();
            self.laid_out.clear();
            self.look_around(self.anchor.0);
            self.anchor.1 = share * self.heights.get(self.anchor.0);
            self.generation += 1;
        }
    }

    fn ground(&self) -> Ground<'_> {
        Ground { blocks: &self.blocks, shapes: &self.shapes, measure: self.measure, byte_em: self.byte_em }
    }

    /// Guesses the height of each block around one, if only that of the whole stretch was guessed, and says whether it did.
    fn look_around(&mut self, block: usize) -> bool {
        let Some(stretch) = self.heights.unknown_around(block) else { return false };
        let heights = self.ground().estimates(stretch.clone());
        self.heights.fill(stretch.start, heights);
        self.generation += 1;
        true
    }

    /// Whether the page reads from right to left.
    pub fn is_rtl(&self) -> bool {
        self.measure.is_rtl
    }

    /// The blocks.
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }

    /// Grows when heights were corrected.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Height of the whole column, points.
    pub fn total(&self) -> f64 {
        self.heights.total() + f64::from(self.measure.padding() * 2.0)
    }

    /// The block that holds a byte.
    pub fn block_at(&self, byte: usize) -> usize {
        self.blocks.at(byte)
    }

    /// The words of a block, laid out now if they are not; a corrected height above the view does not move it.
    pub fn words(&mut self, engine: &mut TextEngine, document: &Document, index: usize) -> Option<Arc<Paragraph>> {
        if let Some(laid_out) = self.laid_out.get(&index) {
            return Some(Arc::clone(&laid_out.words));
        }
        self.blocks.get(index)?;
        // Cells of a row are as high as the highest of them, and the last of them has that height.
        let band = self.shapes.band(&self.blocks, index);
        let mut tallest = 0.0_f32;
        for member in band.clone() {
            if !self.laid_out.contains_key(&member) {
                let laid_out = self.lay_out(engine, document, member)?;
                self.laid_out.insert(member, laid_out);
            }
            tallest = tallest.max(self.laid_out.get(&member)?.words.height());
        }
        let last = band.end - 1;
        self.look_around(last);
        let height = tallest + room_around(&self.blocks, &self.shapes, self.measure, last);
        if (height - self.heights.get(last)).abs() > 0.01 {
            self.heights.set(last, height);
            self.generation += 1;
        }
        self.laid_out.get(&index).map(|laid_out| Arc::clone(&laid_out.words))
    }

    fn lay_out(&self, engine: &mut TextEngine, document: &Document, index: usize) -> Option<LaidOut> {
        let block = self.blocks.get(index)?;
        let shape = self.shapes.shape(block.paragraph);
        let style = self.measure.style(&block, shape);
        let text = document.text.slice(block.span);
        let (begin, width) = column(&self.shapes, self.measure, index, shape);
        let hanging = self.shapes.hanging(document, &block);
        let paragraph = document.text.paragraphs().get(block.paragraph).copied().unwrap_or(block.span);
        let SetApart { strong, emphasis, links } = self.shapes.set_apart(paragraph, block.span);
        let printed = Printed { semibold: &strong, italic: &emphasis };
        let words = engine.layout_printed_hanging(text, &style, (width, hanging), printed);
        let begin = begin - words.hang();
        let width = width + words.hang();
        let left = if self.measure.is_rtl { self.measure.column - begin - width } else { begin };
        let about = document.asides.iter().filter(|aside| aside.span.overlaps(block.span)).map(|aside| aside.span);
        let local =
            |span: Span| span.start().max(block.span.start()) - block.span.start()..span.end().min(block.span.end()) - block.span.start();
        let asides = about.map(local).collect();
        Some(LaidOut { words: Arc::new(words), left, signs: self.shapes.signs(&block).into(), links: links.into(), asides })
    }

    /// Room above the words of a block, points.
    fn room_above(&self, index: usize) -> f32 {
        self.blocks.get(index).map_or(0.0, |block| self.measure.room_above(&block, self.shapes.shape(block.paragraph)))
    }

    /// Left edge of the words of a block, points from the left edge of the text column, if they are laid out.
    pub fn left(&self, index: usize) -> f32 {
        self.laid_out.get(&index).map_or(0.0, |laid_out| laid_out.left)
    }

    /// The blocks that stand side by side with this one, itself among them.
    pub fn band(&self, index: usize) -> Range<usize> {
        self.shapes.band(&self.blocks, index)
    }

    /// A block that is laid out, at a height.
    fn placed(&self, index: usize, top: f32) -> Option<Placed> {
        let block = self.blocks.get(index)?;
        let LaidOut { words, left, signs, links, asides } = self.laid_out.get(&index)?.clone();
        let (shape, top) = (self.shapes.shape(block.paragraph), top + self.room_above(index));
        Some(Placed { index, block, shape, top, left, words, signs, links, asides })
    }

    /// Lays out and places every block that shows in a view of that height, and some above for the notes that reach down.
    pub fn place(&mut self, engine: &mut TextEngine, document: &Document, view_height: f32, above: f32) -> Vec<Placed> {
        self.settle(engine, document, view_height);
        self.leave_passed(engine, document);
        let mut placed = Vec::new();
        let (anchored, offset) = self.anchor;
        let first = self.band(anchored).start;
        let mut top = -offset;
        let mut index = first;
        while top < view_height && index < self.blocks.len() {
            if self.words(engine, document, index).is_none() {
                break;
            }
            placed.extend(self.placed(index, top));
            top += self.heights.get(index);
            index += 1;
        }
        let mut top = -offset;
        let mut index = first;
        while top > -above && index > 0 {
            index -= 1;
            if self.words(engine, document, index).is_none() {
                break;
            }
            top -= self.heights.get(index);
            placed.extend(self.placed(index, top));
        }
        placed.sort_by_key(|placed| placed.index);
        self.forget_far(first);
        placed
    }

    fn forget_far(&mut self, first: usize) {
        if self.laid_out.len() > self.kept * 2 {
            let near = first.saturating_sub(self.kept / 2)..first + self.kept;
            self.laid_out.retain(|index, _| near.contains(index));
        }
    }
}
