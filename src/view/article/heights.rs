//! Heights of all blocks of an article: sums and places in logarithmic time, also for a book. Blocks stand in stretches; of a stretch
//! where nobody was yet only the height of the whole is guessed, so that a book costs no more than an article to begin with.

use std::ops::Range;

/// Blocks in a stretch.
const STRETCH: usize = 64;

/// Heights in points. Sums are f64, because a book is millions of points long.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    stretches: Vec<Stretch>,
    /// A Fenwick tree of the heights of the stretches.
    tree: Vec<f64>,
    len: usize,
}

/// Some blocks that follow one another.
#[derive(Clone, Debug)]
struct Stretch {
    height: f64,
    /// Of each block; none while only the whole is guessed.
    blocks: Vec<f32>,
}

impl Heights {
    /// The heights of so many blocks, guessed by whole stretches of blocks.
    pub fn guessed(len: usize, height: impl Fn(Range<usize>) -> f32) -> Self {
        let stretch = |at: usize| {
            let blocks = at * STRETCH..((at + 1) * STRETCH).min(len);
            Stretch { height: f64::from(height(blocks)), blocks: Vec::new() }
        };
        let stretches: Vec<Stretch> = (0..len.div_ceil(STRETCH)).map(stretch).collect();
        let mut tree = vec![0.0; stretches.len() + 1];
        for (at, stretch) in stretches.iter().enumerate() {
            if let Some(slot) = tree.get_mut(at + 1) {
                *slot += stretch.height;
            }
            let parent = (at + 1) + lowest_bit(at + 1);
            let sum = tree.get(at + 1).copied().unwrap_or(0.0);
            if let Some(slot) = tree.get_mut(parent) {
                *slot += sum;
            }
        }
        Heights { stretches, tree, len }
    }

    /// Number of blocks.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no blocks.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The stretches in order: their first block, their height, and that of each block if it is not guessed.
    pub fn stretches(&self) -> impl Iterator<Item = (usize, f64, &[f32])> + '_ {
        self.stretches.iter().enumerate().map(|(at, stretch)| (at * STRETCH, stretch.height, stretch.blocks.as_slice()))
    }

    /// The blocks of a block's stretch, if only the height of the whole is guessed.
    pub fn unknown_around(&self, block: usize) -> Option<Range<usize>> {
        let stretch = self.stretches.get(block / STRETCH)?;
        stretch.blocks.is_empty().then(|| self.blocks_of(block / STRETCH))
    }

    fn blocks_of(&self, stretch: usize) -> Range<usize> {
        stretch * STRETCH..((stretch + 1) * STRETCH).min(self.len)
    }

    /// Takes the heights of the blocks of a stretch over, which begins with that block.
    pub fn fill(&mut self, first: usize, heights: Vec<f32>) {
        let Some(stretch) = self.stretches.get_mut(first / STRETCH) else { return };
        let height = heights.iter().copied().map(f64::from).sum();
        let difference = height - stretch.height;
        *stretch = Stretch { height, blocks: heights };
        self.add(first / STRETCH, difference);
    }

    /// Height of a block: of one whose stretch is guessed the mean of all there.
    pub fn get(&self, block: usize) -> f32 {
        let Some(stretch) = self.stretches.get(block / STRETCH).filter(|_| block < self.len) else { return 0.0 };
        stretch.blocks.get(block % STRETCH).copied().unwrap_or_else(|| self.mean(block / STRETCH) as f32)
    }

    fn mean(&self, at: usize) -> f64 {
        self.stretches.get(at).map_or(0.0, |stretch| stretch.height / self.blocks_of(at).len().max(1) as f64)
    }

    /// Corrects the height of a block in a stretch that was filled.
    pub fn set(&mut self, block: usize, height: f32) {
        let Some(stretch) = self.stretches.get_mut(block / STRETCH) else { return };
        let Some(old) = stretch.blocks.get_mut(block % STRETCH) else { return };
        let difference = f64::from(height) - f64::from(*old);
        *old = height;
        stretch.height += difference;
        self.add(block / STRETCH, difference);
    }

    fn add(&mut self, stretch: usize, difference: f64) {
        let mut node = stretch + 1;
        while let Some(slot) = self.tree.get_mut(node) {
            *slot += difference;
            node += lowest_bit(node);
        }
    }

    /// Sum of the heights before a block.
    pub fn top(&self, block: usize) -> f64 {
        let block = block.min(self.len);
        let (at, into) = (block / STRETCH, block % STRETCH);
        let mut node = at;
        let mut sum = 0.0;
        while node > 0 {
            sum += self.tree.get(node).copied().unwrap_or(0.0);
            node -= lowest_bit(node);
        }
        let Some(stretch) = self.stretches.get(at).filter(|_| into > 0) else { return sum };
        let above = stretch.blocks.get(..into).map(|blocks| blocks.iter().copied().map(f64::from).sum());
        sum + above.unwrap_or_else(|| self.mean(at) * into as f64)
    }

    /// Sum of all heights.
    pub fn total(&self) -> f64 {
        self.top(self.len)
    }

    /// The block at a height, and how far into it.
    pub fn find(&self, y: f64) -> (usize, f32) {
        let mut node = 0;
        let mut rest = y.max(0.0);
        let mut step = self.stretches.len().next_power_of_two();
        while step > 0 {
            let next = node + step;
            if let Some(sum) = self.tree.get(next).filter(|sum| **sum <= rest) {
                node = next;
                rest -= sum;
            }
            step /= 2;
        }
        for block in self.blocks_of(node) {
            let height = f64::from(self.get(block));
            if rest < height {
                return (block, rest as f32);
            }
            rest -= height;
        }
        // Below the last one, or by a hair below a stretch, where sums are rounded.
        let last = self.blocks_of(node).end.min(self.len).saturating_sub(1);
        (last, self.get(last))
    }
}

/// Distance to the next node that covers this one. Node 0 covers nothing; 1 keeps loops moving.
fn lowest_bit(node: usize) -> usize {
    if node == 0 { 1 } else { node & node.wrapping_neg() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Known heights.
    fn heights(known: &[f32]) -> Heights {
        let mut heights = Heights::guessed(known.len(), |blocks| blocks.len() as f32 * 100.0);
        while let Some(blocks) = (0..known.len()).find_map(|block| heights.unknown_around(block)) {
            heights.fill(blocks.start, known[blocks].to_vec());
        }
        heights
    }

    proptest! {
        #[test]
        fn sums_agree_with_a_naive_list(heights in prop::collection::vec(1u16..500, 0..200), changes in prop::collection::vec((0usize..220, 1u16..500), 0..40)) {
            let mut naive: Vec<f32> = heights.iter().map(|height| f32::from(*height)).collect();
            let mut tree = self::heights(&naive);
            for (block, height) in changes {
                tree.set(block, f32::from(height));
                if let Some(slot) = naive.get_mut(block) {
                    *slot = f32::from(height);
                }
            }
            let mut top = 0.0;
            for (block, height) in naive.iter().enumerate() {
                prop_assert_eq!(tree.top(block), top);
                prop_assert_eq!(tree.find(top), (block, 0.0));
                prop_assert_eq!(tree.find(top + f64::from(*height) - 0.5), (block, height - 0.5));
                top += f64::from(*height);
            }
            prop_assert_eq!(tree.total(), top);
        }

        #[test]
        fn a_stretch_is_known_when_it_is_filled_and_guessed_as_a_whole_before(len in 1usize..400, visits in prop::collection::vec(0usize..400, 0..6)) {
            let mut heights = Heights::guessed(len, |blocks| blocks.len() as f32 * 8.0);
            prop_assert_eq!(heights.total(), len as f64 * 8.0);
            let mut naive = vec![8.0_f32; len];
            for block in visits {
                if let Some(blocks) = heights.unknown_around(block.min(len - 1)) {
                    prop_assert!(blocks.contains(&block.min(len - 1)));
                    naive[blocks.clone()].fill(20.0);
                    heights.fill(blocks.start, vec![20.0; blocks.len()]);
                }
                prop_assert_eq!(heights.unknown_around(block.min(len - 1)), None);
            }
            for (block, height) in naive.iter().enumerate() {
                let top: f32 = naive.iter().take(block).sum();
                prop_assert_eq!((heights.get(block), heights.top(block)), (*height, f64::from(top)));
                prop_assert_eq!(heights.find(f64::from(top + 3.0)), (block, 3.0));
            }
        }
    }
}
