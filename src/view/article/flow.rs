//! The article as a column of blocks: where each stands, which are in view, and a scroll position that does not jump when
//! a height above is corrected. Only blocks in view are laid out.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::heights::Heights;
use super::measure::Measure;
use super::shaped::Shapes;
use crate::model::document::structure::Shape;
use crate::model::document::{Document, Span};
use crate::widget::typeset::{Paragraph, TextEngine};

/// Bytes above which a paragraph is cut into several blocks (layout time grows with length).
const BLOCK_BYTES: usize = 6 * 1024;
/// Laid-out blocks kept besides those in view.
const KEPT_BLOCKS: usize = 120;
/// The same while a screen reader reads around the view.
const KEPT_FOR_READER: usize = 800;
/// Blocks around the view that are laid out anew in one frame: a millisecond or two.
const NEW_BLOCKS: usize = 6;

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
}

/// The column of one article.
pub struct Flow {
    blocks: Vec<Block>,
    heights: Heights,
    measure: Measure,
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

/// The line at the top of the view.
#[derive(Clone, Copy, Debug)]
struct FirstLine {
    /// Its block.
    block: usize,
    /// Where it begins in its block, bytes.
    byte: usize,
    /// How much of it is above the view, points.
    hidden: f32,
}

impl Flow {
    /// The column of an article with estimated heights.
    pub fn new(document: &Document, measure: Measure) -> Self {
        let mut shapes = Shapes::of(document);
        let blocks = blocks(document, &shapes);
        shapes.share_columns(document, &blocks);
        let heights = estimates(&blocks, &shapes, measure);
        Flow {
            blocks,
            heights,
            measure,
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
            self.heights = estimates(&self.blocks, &self.shapes, measure);
            self.laid_out.clear();
            self.anchor.1 = share * self.heights.get(self.anchor.0);
            self.generation += 1;
        }
    }

    /// The line at the top of the view, if its block is laid out and the room above the article is not in view.
    fn first_line(&self) -> Option<FirstLine> {
        let (block, offset) = self.anchor;
        let words = &self.laid_out.get(&block).filter(|_| offset >= 0.0)?.words;
        let offset = offset - self.room_above(block);
        // A line of which less than a point is in view does not count.
        if offset + 1.0 >= words.height() && block + 1 < self.blocks.len() {
            return Some(FirstLine { block: block + 1, byte: 0, hidden: offset + self.room_above(block) - self.heights.get(block) });
        }
        let row = words.row(words.row_at(offset + 1.0));
        Some(FirstLine { block, byte: row.bytes.start, hidden: (offset - row.top).min(row.bottom - row.top) })
    }

    /// Puts the view on the line held, now that its block can be laid out.
    fn settle(&mut self, engine: &mut TextEngine, document: &Document, view_height: f32) {
        let Some(line) = self.held.filter(|_| std::mem::take(&mut self.is_adrift)) else { return };
        let Some(words) = self.words(engine, document, line.block) else { return };
        let row = words.row(words.row_of(line.byte));
        self.anchor = (line.block, self.room_above(line.block) + row.top + line.hidden.min(row.bottom - row.top));
        // A wider column is shorter; its end is not drawn up over the foot of the view.
        let most = (self.total() - f64::from(view_height)).max(0.0);
        if self.scrolled() > most {
            self.scroll_to(most, view_height);
            self.held = Some(line);
        }
    }

    /// Whether the page reads from right to left.
    pub fn is_rtl(&self) -> bool {
        self.measure.is_rtl
    }

    /// The blocks.
    pub fn blocks(&self) -> &[Block] {
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

    /// How far the top of the view is below the top of the column, points.
    pub fn scrolled(&self) -> f64 {
        self.heights.top(self.anchor.0) + f64::from(self.anchor.1) + f64::from(self.measure.padding())
    }

    /// Moves the view by so many points.
    pub fn scroll_by(&mut self, points: f32, view_height: f32) {
        self.scroll_to(self.scrolled() + f64::from(points), view_height);
    }

    /// Moves the view so far below the top of the column.
    pub fn scroll_to(&mut self, y: f64, view_height: f32) {
        let most = (self.total() - f64::from(view_height)).max(0.0);
        let padding = f64::from(self.measure.padding());
        let y = y.clamp(0.0, most) - padding;
        self.held = None;
        self.anchor = if y < 0.0 { (0, y as f32) } else { self.heights.find(y) };
    }

    /// The block at the top of the view.
    pub fn top_block(&self) -> usize {
        self.anchor.0
    }

    /// The block that holds a byte.
    pub fn block_at(&self, byte: usize) -> usize {
        self.blocks.partition_point(|block| block.span.start() <= byte).saturating_sub(1)
    }

    /// Where a byte stands in the column, points from its top; inside a block by share of its bytes unless it is laid out.
    pub fn estimate_y(&self, byte: usize) -> f64 {
        let index = self.block_at(byte);
        let Some(block) = self.blocks.get(index) else { return 0.0 };
        let into = byte.clamp(block.span.start(), block.span.end()) - block.span.start();
        let share = into as f64 / block.span.len().max(1) as f64;
        self.heights.top(index) + share * f64::from(self.heights.get(index)) + f64::from(self.measure.padding())
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
        let style = self.measure.style(block, shape);
        let text = document.text.slice(block.span);
        let (begin, width) = column(&self.shapes, self.measure, index, shape);
        let hanging = self.shapes.hanging(document, block);
        let words = if hanging > 0 { engine.layout_hanging(text, &style, width, hanging) } else { engine.layout(text, &style, width) };
        let begin = begin - words.hang();
        let width = width + words.hang();
        let left = if self.measure.is_rtl { self.measure.column - begin - width } else { begin };
        Some(LaidOut { words: Arc::new(words), left, signs: self.shapes.signs(block).into() })
    }

    /// Room above the words of a block, points.
    fn room_above(&self, index: usize) -> f32 {
        self.blocks.get(index).map_or(0.0, |block| self.measure.room_above(block, self.shapes.shape(block.paragraph)))
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
        let block = *self.blocks.get(index)?;
        let LaidOut { words, left, signs } = self.laid_out.get(&index)?.clone();
        Some(Placed { index, block, shape: self.shapes.shape(block.paragraph), top: top + self.room_above(index), left, words, signs })
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

    /// The blocks in view and so many bytes around it on each side, for who reads on without looking; and whether more of them are to
    /// come, since only a few are laid out at each call.
    pub fn place_around(
        &mut self,
        engine: &mut TextEngine,
        document: &Document,
        (placed, bytes): (&[Placed], usize),
    ) -> (Vec<Placed>, bool) {
        self.kept = KEPT_FOR_READER;
        let (Some(first), Some(last)) = (placed.first(), placed.last()) else { return (Vec::new(), false) };
        let mut new_blocks = NEW_BLOCKS;
        let mut around = placed.to_vec();
        let mut has_more = false;
        let mut top = last.top - self.room_above(last.index) + self.heights.get(last.index);
        let mut left = bytes;
        for index in last.index + 1..self.blocks.len() {
            let Some(length) = self.blocks.get(index).map(|block| block.span.len()).filter(|length| *length <= left) else { break };
            if !self.may_lay_out(index, &mut new_blocks) || self.words(engine, document, index).is_none() {
                has_more = true;
                break;
            }
            around.extend(self.placed(index, top));
            top += self.heights.get(index);
            left -= length;
        }
        let mut top = first.top - self.room_above(first.index);
        let mut left = bytes;
        for index in (0..first.index).rev() {
            let Some(length) = self.blocks.get(index).map(|block| block.span.len()).filter(|length| *length <= left) else { break };
            if !self.may_lay_out(index, &mut new_blocks) || self.words(engine, document, index).is_none() {
                has_more = true;
                break;
            }
            top -= self.heights.get(index);
            around.extend(self.placed(index, top));
            left -= length;
        }
        around.sort_by_key(|placed| placed.index);
        (around, has_more)
    }

    /// Whether a block is laid out, or may be since not too many were in this frame.
    fn may_lay_out(&self, index: usize, new_blocks: &mut usize) -> bool {
        if self.laid_out.contains_key(&index) {
            return true;
        }
        let may = *new_blocks > 0;
        *new_blocks = new_blocks.saturating_sub(1);
        may
    }

    /// A block that turned out lower than it was estimated may lie above the view: the next one is then the first.
    fn leave_passed(&mut self, engine: &mut TextEngine, document: &Document) {
        while self.anchor.0 + 1 < self.blocks.len() && self.words(engine, document, self.anchor.0).is_some() {
            let rest = self.anchor.1 - self.heights.get(self.anchor.0);
            if rest < 0.0 {
                break;
            }
            self.anchor = (self.anchor.0 + 1, rest);
        }
    }

    /// The text in so many points above the view, as far as heights are known.
    pub fn span_above(&self, points: f32) -> Option<Span> {
        let top = self.scrolled() - f64::from(self.measure.padding());
        let (first, _) = self.heights.find(top - f64::from(points));
        let (first, last) = (self.blocks.get(first)?, self.blocks.get(self.anchor.0.checked_sub(1)?)?);
        (first.span.start() < last.span.end()).then(|| Span::between(first.span.start(), last.span.end()))
    }

    fn forget_far(&mut self, first: usize) {
        if self.laid_out.len() > self.kept * 2 {
            let near = first.saturating_sub(self.kept / 2)..first + self.kept;
            self.laid_out.retain(|index, _| near.contains(index));
        }
    }

    /// Moves the view so that a span is in it, and says whether it moved. A text that is in view already is not moved.
    pub fn reveal(&mut self, engine: &mut TextEngine, document: &Document, span: Span, view_height: f32) -> bool {
        self.settle(engine, document, view_height);
        let (top, bottom) = self.extent(engine, document, span);
        let view_top = self.scrolled();
        // A caret may stand in the last row; a mark is shown with some of what follows it.
        let margin = f64::from(self.measure.row) * if span.is_empty() { 0.5 } else { 3.0 };
        let view_bottom = view_top + f64::from(view_height);
        let is_in_view = top >= view_top - 1.0 && bottom.min(top + f64::from(view_height) * 0.6) <= view_bottom + 1.0;
        if is_in_view {
            return false;
        }
        // A caret that walks out of view scrolls by a row; a jump puts its target a third down.
        let is_near =
            (top - view_bottom).abs() < 3.0 * f64::from(self.measure.row) || (view_top - bottom).abs() < 3.0 * f64::from(self.measure.row);
        let target = match (is_near, top < view_top) {
            (true, true) => top - margin,
            (true, false) => bottom + margin - f64::from(view_height),
            (false, _) => top - f64::from(view_height) / 3.0,
        };
        self.scroll_to(target, view_height);
        true
    }

    /// Top and bottom of a span's rows in the column, points.
    pub fn extent(&mut self, engine: &mut TextEngine, document: &Document, span: Span) -> (f64, f64) {
        let mut edge = |flow: &mut Flow, byte: usize, is_end: bool| {
            let index = flow.block_at(byte);
            let Some(words) = flow.words(engine, document, index) else { return 0.0 };
            let start = flow.blocks.get(index).map_or(0, |block| block.span.start());
            let row = words.row(words.row_of(byte.saturating_sub(start)));
            let y = if is_end { row.bottom } else { row.top };
            flow.heights.top(index) + f64::from(flow.room_above(index) + y) + f64::from(flow.measure.padding())
        };
        let top = edge(self, span.start(), false);
        let bottom = edge(self, span.end().saturating_sub(usize::from(!span.is_empty())), true);
        (top, bottom.max(top))
    }
}

/// The column of a block, from where rows begin: its begin and its width, points.
fn column(shapes: &Shapes, measure: Measure, index: usize, shape: Shape) -> (f32, f32) {
    match shapes.cell(index) {
        Some(shares) => measure.cell(shares),
        None => {
            let inset = measure.inset(shape);
            (inset, measure.column - inset)
        }
    }
}

/// Room above and below the words of a block, points.
fn room_around(blocks: &[Block], shapes: &Shapes, measure: Measure, index: usize) -> f32 {
    let room = |block: &Block| {
        let shape = shapes.shape(block.paragraph);
        measure.room_above(block, shape) + measure.gap(block, shape)
    };
    blocks.get(index).map_or(0.0, room)
}

/// Heights of all blocks by a guess; of blocks side by side the last has the height of all.
fn estimates(blocks: &[Block], shapes: &Shapes, measure: Measure) -> Heights {
    let mut tallest = 0.0_f32;
    let height = |(index, block): (usize, &Block)| {
        let shape = shapes.shape(block.paragraph);
        let words = measure.estimate(block, shape, column(shapes, measure, index, shape).1);
        tallest = tallest.max(words);
        if shapes.cell(index).is_some() && !block.is_last {
            return 0.0;
        }
        std::mem::take(&mut tallest) + room_around(blocks, shapes, measure, index)
    };
    Heights::new(blocks.iter().enumerate().map(height).collect())
}

/// Cuts the paragraphs of an article into blocks.
fn blocks(document: &Document, shapes: &Shapes) -> Vec<Block> {
    let has_headline = document.has_headline();
    let mut blocks = Vec::with_capacity(document.text.paragraphs().len());
    for (paragraph, span) in document.text.paragraphs().iter().enumerate() {
        let is_headline = has_headline && paragraph == 0;
        let cells = shapes.cut_row(paragraph, *span);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::structure::{Kind, Part};
    use crate::model::document::{Meta, Structure, Text};
    use crate::model::id::{DocumentId, Uid};
    use crate::model::moment::Moment;
    use crate::widget::typeset::SystemFonts;
    use proptest::prelude::*;

    fn document(text: &str) -> Document {
        Document {
            id: DocumentId(Uid(1)),
            text: Text::freeze(text),
            structure: Structure::default(),
            meta: Meta::default(),
            opened: Moment::default(),
            unknown: Default::default(),
        }
    }

    fn engine() -> TextEngine {
        let textures = egui::Context::default().tex_manager();
        TextEngine::new(crate::widget::font::article_fonts(), SystemFonts::Never, textures)
    }

    /// Something of every kind over the paragraphs of a text of `word `s, over and over.
    fn structure_of(text: &Text, kinds: &[usize]) -> Structure {
        let mut parts = Vec::new();
        for (paragraph, kind) in text.paragraphs().iter().zip(kinds.iter().cycle()) {
            let mut add = |kind| parts.push(Part { span: *paragraph, kind });
            match kind {
                0..6 => add(Kind::Heading(*kind as u8 + 1)),
                6 => add(Kind::Quote(2)),
                7 => add(Kind::Caption),
                8 => {
                    add(Kind::Entry(1));
                    parts.push(Part { span: Span::between(paragraph.start(), paragraph.start() + 5), kind: Kind::Sign });
                }
                9 | 10 if paragraph.len() > 60 => {
                    add(Kind::Table);
                    for column in 0..*kind as u32 - 6 {
                        let start = paragraph.start() + column as usize * 15;
                        let kind = Kind::Cell { row: 0, column, is_head: false };
                        parts.push(Part { span: Span::between(start, start + 14), kind });
                    }
                }
                _ => {}
            }
        }
        let (structure, left_out) = Structure::checked(parts, text);
        assert_eq!(left_out, 0);
        structure
    }

    #[test]
    fn a_line_of_a_megabyte_is_cut_into_blocks_that_cover_it() {
        for text in ["word ".repeat(200_000), "x".repeat(1_000_000), "é".repeat(300_000)] {
            let document = document(&text);
            let blocks = blocks(&document, &Shapes::default());
            assert!(blocks.len() > 50);
            assert!(blocks.iter().all(|block| block.span.len() <= BLOCK_BYTES && !block.span.is_empty()));
            assert!(blocks.windows(2).all(|pair| pair[0].span.end() == pair[1].span.start()));
            assert_eq!(blocks.last().unwrap().span.end(), text.len());
        }
    }

    #[test]
    fn an_empty_article_has_no_blocks_and_scrolls_nowhere() {
        let document = document("");
        let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
        flow.scroll_by(100.0, 500.0);
        assert!(flow.place(&mut engine(), &document, 500.0, 100.0).is_empty());
        flow.reveal(&mut engine(), &document, Span::between(0, 0), 500.0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn blocks_in_view_follow_one_another_without_gap_or_overlap(paragraphs in prop::collection::vec(1usize..600, 1..60), kinds in prop::collection::vec(0usize..12, 1..60), jumps in prop::collection::vec((-3000.0f32..3000.0, 200.0f32..800.0, any::<bool>()), 1..20)) {
            let text = paragraphs.iter().map(|length| "word ".repeat(length / 5 + 1)).collect::<Vec<_>>().join("\n");
            let mut document = document(&text);
            document.structure = structure_of(&document.text, &kinds);
            let mut engine = engine();
            let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
            for (jump, width, is_resized) in jumps {
                flow.scroll_by(jump, 600.0);
                if is_resized {
                    flow.set_measure(Measure::new(17.0, width));
                }
                let placed = flow.place(&mut engine, &document, 600.0, 300.0);
                prop_assert!(!placed.is_empty());
                for pair in placed.windows(2) {
                    // Cells of a row stand side by side: the last of them has the height of all.
                    let top = |placed: &Placed| placed.top - flow.room_above(placed.index);
                    let bottom = top(&pair[0]) + flow.heights.get(pair[0].index);
                    prop_assert!((top(&pair[1]) - bottom).abs() < 0.05);
                    prop_assert_eq!(pair[1].index, pair[0].index + 1);
                    let is_row = pair[0].block.paragraph == pair[1].block.paragraph && pair[0].shape.table_row > 0;
                    prop_assert!(!is_row || pair[0].left + pair[0].words.width() <= pair[1].left + 0.05, "cells overlap");
                    prop_assert!(is_row || top(&pair[0]) + pair[0].words.height() <= top(&pair[1]) + 0.05, "rows overlap");
                }
                prop_assert!(placed[0].top <= flow.measure.padding() + 0.05 || placed[0].index == 0);
            }
        }
    }

    /// The byte of the article at which the first line in view begins.
    fn first_byte(placed: &[Placed]) -> usize {
        let block = placed.iter().find(|block| block.top + block.words.height() > 1.0).unwrap();
        block.block.span.start() + block.words.row(block.words.row_at((-block.top + 1.0).max(0.0))).bytes.start
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_window_of_another_width_keeps_the_first_line_and_comes_back_to_it(
            paragraphs in prop::collection::vec(1usize..900, 40..80),
            jump in 0.0f32..4000.0,
            widths in prop::collection::vec(300.0f32..700.0, 1..8),
        ) {
            let text = paragraphs.iter().map(|length| "word of it ".repeat(length / 11 + 1)).collect::<Vec<_>>().join("\n");
            let document = document(&text);
            let mut engine = engine();
            let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
            // Not at the very end, where a shorter column has to move down.
            flow.place(&mut engine, &document, 600.0, 300.0);
            flow.scroll_to(f64::from(jump).min(flow.total() * 0.3), 600.0);
            let start = first_byte(&flow.place(&mut engine, &document, 600.0, 300.0));
            for width in widths {
                flow.set_measure(Measure::new(17.0, width));
                let placed = flow.place(&mut engine, &document, 600.0, 300.0);
                for pair in placed.windows(2) {
                    prop_assert!((pair[1].top - pair[0].top - flow.heights.get(pair[0].index)).abs() < 0.05);
                }
                let first = first_byte(&placed);
                let block = placed.iter().find(|block| block.block.span.covers(start)).unwrap();
                let row = block.words.row(block.words.row_of(block.local(start)));
                prop_assert_eq!(first, block.block.span.start() + row.bytes.start);
            }
            flow.set_measure(Measure::new(17.0, 551.0));
            prop_assert_eq!(first_byte(&flow.place(&mut engine, &document, 600.0, 300.0)), start);
        }
    }

    #[test]
    fn a_jump_never_moves_text_that_is_in_view() {
        let text = (0..400).map(|at| format!("Paragraph number {at} has a few words in it.")).collect::<Vec<_>>().join("\n");
        let document = document(&text);
        let mut engine = engine();
        let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
        let target = document.text.paragraphs()[300];
        assert!(flow.reveal(&mut engine, &document, target, 600.0));
        let before = flow.scrolled();
        flow.place(&mut engine, &document, 600.0, 300.0);
        let near = document.text.paragraphs()[301];
        assert!(!flow.reveal(&mut engine, &document, near, 600.0));
        assert_eq!(flow.scrolled(), before);
        let (top, bottom) = flow.extent(&mut engine, &document, target);
        assert!(top >= flow.scrolled() && bottom <= flow.scrolled() + 600.0);
    }
}
