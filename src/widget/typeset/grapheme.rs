//! The places in a text where a caret may stand: the edges of grapheme clusters, in bytes.

use unicode_segmentation::UnicodeSegmentation as _;

/// All grapheme edges of one text, as UTF-8 byte offsets.
#[derive(Clone, Debug)]
pub(super) enum GraphemeEdges {
    /// Plain ASCII without carriage returns: every byte is a grapheme, nothing to store.
    EveryByte(usize),
    /// Sorted edges, first 0, last the length of the text.
    Listed(Vec<u32>),
}

impl GraphemeEdges {
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() && !text.contains('\r') {
            return Self::EveryByte(text.len());
        }
        let starts = text.grapheme_indices(true).map(|(start, _)| start as u32);
        Self::Listed(starts.chain([text.len() as u32]).collect())
    }

    /// Length of the text in bytes.
    pub(super) fn text_len(&self) -> usize {
        match self {
            Self::EveryByte(len) => *len,
            Self::Listed(edges) => edges.last().map_or(0, |last| *last as usize),
        }
    }

    /// The last edge at or before `byte`.
    pub(super) fn floor(&self, byte: usize) -> usize {
        match self {
            Self::EveryByte(len) => byte.min(*len),
            Self::Listed(edges) => {
                let after = edges.partition_point(|edge| *edge as usize <= byte);
                edges.get(after.saturating_sub(1)).map_or(0, |edge| *edge as usize)
            }
        }
    }

    /// The first edge at or after `byte`, at most the length of the text.
    pub(super) fn ceil(&self, byte: usize) -> usize {
        match self {
            Self::EveryByte(len) => byte.min(*len),
            Self::Listed(edges) => {
                let at = edges.partition_point(|edge| (*edge as usize) < byte);
                edges.get(at).map_or_else(|| self.text_len(), |edge| *edge as usize)
            }
        }
    }

    /// The first edge after `byte`, at most the length of the text.
    pub(super) fn after(&self, byte: usize) -> usize {
        self.ceil(byte.saturating_add(1))
    }

    /// Whether `start..end` is exactly one grapheme.
    pub(super) fn is_one(&self, start: usize, end: usize) -> bool {
        self.floor(start) == start && start < end && self.after(start) == end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_keep_families_and_flags_whole() {
        let text = "a👩‍👩‍👧b🇫🇷";
        let edges = GraphemeEdges::of(text);
        assert_eq!(edges.floor(5), 1);
        assert_eq!(edges.ceil(5), text.find('b').unwrap());
        assert_eq!(edges.after(0), 1);
        assert_eq!(edges.ceil(999), text.len());
        assert_eq!(edges.floor(999), text.len());
    }

    #[test]
    fn plain_text_and_listed_text_agree() {
        let plain = GraphemeEdges::of("abc");
        let listed = GraphemeEdges::Listed(vec![0, 1, 2, 3]);
        for byte in 0..6 {
            assert_eq!(plain.floor(byte), listed.floor(byte));
            assert_eq!(plain.ceil(byte), listed.ceil(byte));
            assert_eq!(plain.after(byte), listed.after(byte));
        }
    }
}
