//! Heights of all blocks of an article as a Fenwick tree: sums and places in logarithmic time, also for a book.

/// Heights in points. Sums are f64, because a book is millions of points long.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    heights: Vec<f32>,
    tree: Vec<f64>,
}

impl Heights {
    /// Builds the tree in linear time.
    pub fn new(heights: Vec<f32>) -> Self {
        let mut tree = vec![0.0; heights.len() + 1];
        for (at, height) in heights.iter().enumerate() {
            if let Some(slot) = tree.get_mut(at + 1) {
                *slot += f64::from(*height);
            }
            let parent = (at + 1) + lowest_bit(at + 1);
            let sum = tree.get(at + 1).copied().unwrap_or(0.0);
            if let Some(slot) = tree.get_mut(parent) {
                *slot += sum;
            }
        }
        Heights { heights, tree }
    }

    /// Number of blocks.
    pub fn len(&self) -> usize {
        self.heights.len()
    }

    /// Whether there are no blocks.
    pub fn is_empty(&self) -> bool {
        self.heights.is_empty()
    }

    /// Height of a block.
    pub fn get(&self, block: usize) -> f32 {
        self.heights.get(block).copied().unwrap_or(0.0)
    }

    /// Corrects the height of a block.
    pub fn set(&mut self, block: usize, height: f32) {
        let Some(old) = self.heights.get_mut(block) else { return };
        let difference = f64::from(height) - f64::from(*old);
        *old = height;
        let mut node = block + 1;
        while let Some(slot) = self.tree.get_mut(node) {
            *slot += difference;
            node += lowest_bit(node);
        }
    }

    /// Sum of the heights before a block.
    pub fn top(&self, block: usize) -> f64 {
        let mut node = block.min(self.len());
        let mut sum = 0.0;
        while node > 0 {
            sum += self.tree.get(node).copied().unwrap_or(0.0);
            node -= lowest_bit(node);
        }
        sum
    }

    /// Sum of all heights.
    pub fn total(&self) -> f64 {
        self.top(self.len())
    }

    /// The block at a height, and how far into it.
    pub fn find(&self, y: f64) -> (usize, f32) {
        let mut node = 0;
        let mut rest = y.max(0.0);
        let mut step = self.len().next_power_of_two();
        while step > 0 {
            let next = node + step;
            if let Some(sum) = self.tree.get(next).filter(|sum| **sum <= rest) {
                node = next;
                rest -= sum;
            }
            step /= 2;
        }
        if node >= self.len() {
            let last = self.len().saturating_sub(1);
            return (last, self.get(last));
        }
        (node, rest as f32)
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

    proptest! {
        #[test]
        fn sums_agree_with_a_naive_list(heights in prop::collection::vec(1u16..500, 0..200), changes in prop::collection::vec((0usize..220, 1u16..500), 0..40)) {
            let mut naive: Vec<f32> = heights.iter().map(|height| f32::from(*height)).collect();
            let mut tree = Heights::new(naive.clone());
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
    }
}
