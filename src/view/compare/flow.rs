//! One column of the two: where each block stands, and the words of those in view. A block has a guessed height until it is in view.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rows::Block;
use crate::model::document::Text;
use crate::view::table::Heights;
use crate::widget::typeset::{Paragraph, TextEngine, TextStyle};

/// How the words are set.
pub const STYLE: TextStyle = TextStyle::serif(14.0, 19.0);
/// Height of a fold.
pub const FOLD: f32 = 20.0;
/// Room under a block.
pub const GAP: f32 = 7.0;
/// Where words begin, behind the paragraph number.
pub const INDENT: f32 = 24.0;
/// Room at the right of the words.
pub const OUTDENT: f32 = 6.0;
/// Mean width of a byte of English in the serif, em.
const BYTE_EM: f32 = 0.4766;
/// Words laid out and kept besides those in view.
const KEPT: usize = 160;

/// A column.
#[derive(Default)]
pub struct Flow {
    heights: Vec<f32>,
    summed: Heights,
    words: BTreeMap<usize, Arc<Paragraph>>,
    width: f32,
}

impl Flow {
    /// A column of blocks with guessed heights.
    pub fn new(blocks: &[Block], width: f32) -> Self {
        let heights: Vec<f32> = blocks.iter().map(|block| guessed(block, width)).collect();
        let summed = Heights::new(heights.iter().copied());
        Flow { heights, summed, words: BTreeMap::new(), width }
    }

    /// Height of the whole column, points.
    pub fn total(&self) -> f32 {
        self.summed.total()
    }

    /// The block at a height, points from the top of the column.
    pub fn at(&self, y: f32) -> usize {
        self.summed.visible(y, y).start
    }

    /// Top and bottom of a block without the room under it, points from the top of the column.
    pub fn block(&self, at: usize) -> (f32, f32) {
        let (top, bottom) = self.summed.line(at);
        (top, (bottom - GAP).max(top))
    }

    /// Lays out what shows between two heights. Gives those blocks, and how much what stands above them has grown.
    pub fn look(
        &mut self,
        engine: &mut TextEngine,
        (text, blocks): (&Text, &[Block]),
        (from, to): (f32, f32),
    ) -> (std::ops::Range<usize>, f32) {
        let before = self.summed.visible(from, to).start;
        let anchor = self.summed.line(before).0;
        // A block that turns out higher or lower brings others into view, once or twice.
        for _ in 0..4 {
            let shown = self.summed.visible(from, to);
            let mut has_changed = false;
            for at in shown.clone() {
                has_changed |= self.lay_out(engine, (text, blocks), at);
            }
            if !has_changed {
                break;
            }
            self.summed = Heights::new(self.heights.iter().copied());
        }
        let shown = self.summed.visible(from, to);
        self.forget_far(&shown);
        (shown, self.summed.line(before).0 - anchor)
    }

    /// Whether the height of the block was another one than guessed.
    fn lay_out(&mut self, engine: &mut TextEngine, (text, blocks): (&Text, &[Block]), at: usize) -> bool {
        let Some(Block::Words(words)) = blocks.get(at) else { return false };
        if self.words.contains_key(&at) {
            return false;
        }
        let paragraph = engine.layout(text.slice(words.span), &STYLE, words_width(self.width));
        let height = paragraph.height() + GAP;
        self.words.insert(at, Arc::new(paragraph));
        match self.heights.get_mut(at) {
            Some(held) if (*held - height).abs() > 0.01 => {
                *held = height;
                true
            }
            _ => false,
        }
    }

    /// The words of a block that was in view.
    pub fn words(&self, at: usize) -> Option<&Arc<Paragraph>> {
        self.words.get(&at)
    }

    fn forget_far(&mut self, shown: &std::ops::Range<usize>) {
        if self.words.len() > 2 * KEPT {
            let near = shown.start.saturating_sub(KEPT / 2)..shown.end + KEPT / 2;
            self.words.retain(|at, _| near.contains(at));
        }
    }
}

fn words_width(width: f32) -> f32 {
    (width - INDENT - OUTDENT).max(80.0)
}

fn guessed(block: &Block, width: f32) -> f32 {
    match block {
        Block::Fold(_) => FOLD + GAP,
        Block::Words(words) => {
            let rows = (words.span.len() as f32 * BYTE_EM * STYLE.size_pt / words_width(width)).ceil().max(1.0);
            rows * STYLE.row_height_pt + GAP
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::Span;
    use crate::view::compare::rows::Words;

    #[test]
    fn a_book_is_laid_out_only_where_it_is_looked_at_and_what_grows_above_is_told() {
        let words = "It rained on the roofs of the lower town all night. ".repeat(9);
        let text = Text::freeze(format!("{words}\n").repeat(2_000));
        let block = |span: &Span| Block::Words(Words { paragraph: None, span: *span, passage: None, marks: Vec::new() });
        let blocks: Vec<Block> = text.paragraphs().iter().map(block).collect();
        let mut flow = Flow::new(&blocks, 300.0);
        let mut engine = TextEngine::new(
            crate::widget::font::article_fonts(),
            crate::widget::typeset::SystemFonts::Never,
            egui::Context::default().tex_manager(),
        );
        let middle = flow.total() / 2.0;
        let before = flow.block(1_000).0;
        let (shown, grown) = flow.look(&mut engine, (&text, &blocks), (middle, middle + 600.0));
        assert!(shown.len() < 12 && flow.words.len() < 16, "{shown:?} {}", flow.words.len());
        assert!(grown.abs() < 0.01 && (flow.block(900).0 - before).abs() > 1.0, "nothing above was laid out");
        for _ in 0..100 {
            let (shown, _) = flow.look(&mut engine, (&text, &blocks), (0.0, 600.0));
            assert!(shown.start == 0 && shown.len() < 12);
        }
        assert!(flow.words.len() <= 2 * KEPT);
    }
}
