//! All conversions between the unit in memory (UTF-8 bytes) and the units of files (Unicode code points).

/// Converts offsets of one text both ways; a checkpoint every `STRIDE` bytes makes each conversion short.
pub struct OffsetMap<'a> {
    text: &'a str,
    /// Code points before byte `i * STRIDE` (rounded up to a character boundary).
    checkpoints: Vec<(usize, usize)>,
}

/// Bytes between checkpoints.
const STRIDE: usize = 1024;

impl<'a> OffsetMap<'a> {
    /// Counts once through the text.
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = vec![(0, 0)];
        let (mut byte, mut chars) = (0, 0);
        while byte < text.len() {
            let mut next = (byte + STRIDE).min(text.len());
            while !text.is_char_boundary(next) {
                next += 1;
            }
            chars += count(text, byte, next);
            byte = next;
            checkpoints.push((byte, chars));
        }
        OffsetMap { text, checkpoints }
    }

    /// Code points before a byte offset; an offset inside a character counts as its start, one past the end as the end.
    pub fn char_from_byte(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let at = self.checkpoints.partition_point(|(start, _)| *start <= byte).saturating_sub(1);
        let (start, chars) = self.checkpoints.get(at).copied().unwrap_or((0, 0));
        chars + count(self.text, start, byte)
    }

    /// The byte offset before which so many code points stand; none past the end.
    pub fn byte_from_char(&self, char: usize) -> Option<usize> {
        let at = self.checkpoints.partition_point(|(_, chars)| *chars <= char).saturating_sub(1);
        let (start, chars) = self.checkpoints.get(at).copied().unwrap_or((0, 0));
        let rest = self.text.get(start..)?;
        let boundaries = rest.char_indices().map(|(offset, _)| offset).chain([rest.len()]);
        boundaries.skip(char - chars).map(|offset| start + offset).next()
    }
}

fn count(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).map_or(0, |piece| piece.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn code_points_are_counted_not_bytes() {
        let map = OffsetMap::new("a“é”👍b");
        assert_eq!(map.char_from_byte("a“é”👍".len()), 5);
        assert_eq!(map.byte_from_char(5), Some("a“é”👍".len()));
        assert_eq!(map.byte_from_char(6), Some("a“é”👍b".len()));
        assert_eq!(map.byte_from_char(7), None);
    }

    proptest! {
        #[test]
        fn there_and_back(text in "(\\PC{0,40}|\n){0,200}") {
            let map = OffsetMap::new(&text);
            for (chars, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(map.char_from_byte(byte), chars);
                prop_assert_eq!(map.byte_from_char(chars), Some(byte));
            }
        }
    }
}
