//! Which words differ within a passage that two articles share.

use std::hash::{Hash as _, Hasher as _};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::document::{Span, Text, segment};

/// Words of one article in whose place the other one has other words, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// The words of one; empty, and where they would stand, if it has none.
    pub one: Span,
    /// Those of the other.
    pub other: Span,
}

/// One side of a passage, word by word. Words are cut finer here than where their share is counted: `active-duty` is two.
pub(super) struct Words {
    spans: Vec<Span>,
    keys: Vec<u64>,
    /// Where the passage begins, for what would stand before its first word.
    start: usize,
}

impl Words {
    pub(super) fn of(text: &Text, passage: Span) -> Self {
        let at = |span: &Span| Span::between(passage.start() + span.start(), passage.start() + span.end());
        let spans: Vec<Span> = segment::words(text.slice(passage)).iter().map(at).collect();
        let keys = spans.iter().map(|span| letters(text.slice(*span))).collect();
        Words { spans, keys, start: passage.start() }
    }

    fn span(&self, (from, count): Stretch) -> Span {
        let before = from.checked_sub(1).and_then(|before| self.spans.get(before)).map_or(self.start, |span| span.end());
        let covered = self.spans.get(from..from + count).unwrap_or_default();
        match (covered.first(), covered.last()) {
            (Some(first), Some(last)) => Span::between(first.start(), last.end()),
            _ => Span::between(before, before),
        }
    }
}

/// The words that differ, in order. Those that are only spelled otherwise (`U.S.` and `US`, a hyphen, a capital) are left out.
pub(super) fn hunks(one: &Words, other: &Words) -> Vec<Hunk> {
    // The smaller first, so that it is the same from both sides.
    let is_turned = (other.keys.len(), &other.keys) < (one.keys.len(), &one.keys);
    let found = if is_turned {
        changed(&other.keys, &one.keys).into_iter().map(|(one, other)| (other, one)).collect()
    } else {
        changed(&one.keys, &other.keys)
    };
    found.into_iter().map(|(ones, others)| Hunk { one: one.span(ones), other: other.span(others) }).collect()
}

/// The place of the first of neighbouring words, and how many there are.
type Stretch = (usize, usize);

/// Where and how many words stand in place of how many others.
fn changed(one: &[u64], other: &[u64]) -> Vec<(Stretch, Stretch)> {
    let mut found: Vec<(Stretch, Stretch)> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, one, other) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (ones, others) = (op.old_range(), op.new_range());
        match found.last_mut() {
            Some((before, beside)) if before.0 + before.1 == ones.start && beside.0 + beside.1 == others.start => {
                before.1 += ones.len();
                beside.1 += others.len();
            }
            _ => found.push(((ones.start, ones.len()), (others.start, others.len()))),
        }
    }
    found
}

/// The same for words that have the same letters and figures.
fn letters(word: &str) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    word.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).for_each(|sign| sign.hash(&mut hasher));
    hasher.finish()
}
