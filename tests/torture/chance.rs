//! Numbers without order that are the same in every run, and what they do to bytes.

/// The numbers that follow from a seed.
pub struct Chance(pub u64);

impl Chance {
    /// A number below another one.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    /// Flips a bit, inserts or deletes a byte, or makes one NUL. Gives where.
    pub fn change(&mut self, bytes: &mut Vec<u8>) -> usize {
        let at = self.below(bytes.len());
        match self.below(4) {
            0 => bytes[at] ^= 1 << self.below(8),
            1 => bytes.insert(at, u8::try_from(self.below(256)).unwrap()),
            2 => drop(bytes.remove(at)),
            _ => bytes[at] = 0,
        }
        at
    }
}
