//! Blocks around the view, for a screen reader that reads on without looking.

use super::{Flow, Placed};
use crate::model::document::Document;
use crate::widget::typeset::TextEngine;

/// The same while a screen reader reads around the view.
const KEPT_FOR_READER: usize = 800;
/// Blocks around the view that are laid out anew in one frame: a millisecond or two.
const NEW_BLOCKS: usize = 6;

impl Flow {
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
}
