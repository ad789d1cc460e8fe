//! A stretch of article text.

use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 byte offsets that cannot run backwards. Made by [`super::Text::span`], which also puts it on
/// grapheme boundaries. It takes eight bytes, since a project has hundreds of thousands of them; a text is far shorter than the
/// 4 GB that they can reach.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span between two byte offsets, in whichever order they come.
    pub fn between(one: usize, other: usize) -> Self {
        let held = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: held(one.min(other)), end: held(one.max(other)) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies wholly inside (both may be equal).
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.intersection(other).is_some()
    }

    /// Whether the byte at `at` is covered.
    pub fn covers(self, at: usize) -> bool {
        self.range().contains(&at)
    }

    /// What both cover, if anything.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::between(range.start, range.end)
    }
}
