//! Which marks cover a place, and which come next: the marks of one article in order, with an implicit tree of ends.

use std::cmp::Reverse;
use std::ops::Range;

use super::{Annotation, Tag};
use crate::model::document::Span;
use crate::model::id::AnnotationId;

/// One mark as the index holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words it covers.
    pub span: Span,
    /// Which annotation it is.
    pub id: AnnotationId,
    /// Its tag.
    pub tag: Tag,
}

/// Marks of one article by start (longest first where starts are equal), searchable by place in logarithmic time.
#[derive(Clone, Debug, Default)]
pub struct MarkIndex {
    marks: Vec<Mark>,
    /// Binary tree over the marks: the largest end below each node.
    max_end: Vec<usize>,
    leaves: usize,
}

impl MarkIndex {
    /// Sorts the marks and builds the tree: O(n log n).
    pub fn new<'a>(annotations: impl IntoIterator<Item = &'a Annotation>) -> Self {
        let mark = |annotation: &Annotation| Mark { span: annotation.span, id: annotation.id, tag: annotation.mention.tag() };
        let mut marks: Vec<Mark> = annotations.into_iter().map(mark).collect();
        marks.sort_unstable_by_key(|mark| (mark.span.start(), Reverse(mark.span.end()), mark.id));
        let leaves = marks.len().next_power_of_two();
        let mut max_end = vec![0; leaves * 2];
        for (leaf, mark) in max_end.iter_mut().skip(leaves).zip(&marks) {
            *leaf = mark.span.end();
        }
        for node in (1..leaves).rev() {
            let below = max_end.get(node * 2..node * 2 + 2).and_then(|pair| pair.iter().max()).copied();
            if let (Some(slot), Some(below)) = (max_end.get_mut(node), below) {
                *slot = below;
            }
        }
        MarkIndex { marks, max_end, leaves }
    }

    /// All marks in order.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The marks that share at least a byte with the span, in order.
    pub fn overlapping(&self, span: Span) -> Vec<Mark> {
        let mut found = Vec::new();
        self.collect(1, 0..self.leaves, span, &mut found);
        found
    }

    fn collect(&self, node: usize, leaves: Range<usize>, span: Span, found: &mut Vec<Mark>) {
        let Range { start: from, end: to } = leaves;
        let reaches = self.max_end.get(node).is_some_and(|end| *end > span.start());
        let begins = self.marks.get(from).is_some_and(|mark| mark.span.start() < span.end());
        if !reaches || !begins {
            return;
        }
        if to - from == 1 {
            found.extend(self.marks.get(from).filter(|mark| mark.span.overlaps(span)));
            return;
        }
        let middle = (from + to) / 2;
        self.collect(node * 2, from..middle, span, found);
        self.collect(node * 2 + 1, middle..to, span, found);
    }

    /// The marks that start in the span, in order.
    pub fn starting_in(&self, span: Span) -> Vec<Mark> {
        let from = self.marks.partition_point(|mark| mark.span.start() < span.start());
        let marks = self.marks.iter().skip(from).take_while(|mark| mark.span.start() < span.end());
        marks.copied().collect()
    }

    /// Whether any mark shares at least a byte with the span.
    pub fn touches(&self, span: Span) -> bool {
        !self.overlapping(span).is_empty()
    }

    /// The marks over one byte, smallest first: the order in which clicks go through them.
    pub fn at(&self, byte: usize) -> Vec<Mark> {
        let mut found = self.overlapping(Span::between(byte, byte + 1));
        found.sort_by_key(|mark| (mark.span.len(), mark.span.start(), mark.id));
        found
    }

    /// Place of a mark in the order.
    pub fn position(&self, id: AnnotationId) -> Option<usize> {
        self.marks.iter().position(|mark| mark.id == id)
    }

    /// The mark after `id`; without one, the first that starts at or after `byte`.
    pub fn next(&self, id: Option<AnnotationId>, byte: usize) -> Option<Mark> {
        let at = match id.and_then(|id| self.position(id)) {
            Some(at) => at + 1,
            None => self.marks.partition_point(|mark| mark.span.start() < byte),
        };
        self.marks.get(at).copied()
    }

    /// The mark before `id`; without one, the last that starts before `byte`.
    pub fn previous(&self, id: Option<AnnotationId>, byte: usize) -> Option<Mark> {
        let at = match id.and_then(|id| self.position(id)) {
            Some(at) => at,
            None => self.marks.partition_point(|mark| mark.span.start() < byte),
        };
        self.marks.get(at.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::annotation::Mention;
    use crate::model::id::{ClaimId, DocumentId, Uid};
    use crate::model::moment::Moment;
    use proptest::prelude::*;

    fn annotations(spans: &[(usize, usize)]) -> Vec<Annotation> {
        let annotation = |(at, &(start, len)): (usize, &(usize, usize))| Annotation {
            id: AnnotationId(Uid(at as u64)),
            document: DocumentId(Uid(0)),
            span: Span::between(start, start + len),
            mention: Mention::Claim(ClaimId(Uid(at as u64))),
            note: String::new(),
            keywords: Vec::new(),
            created: Moment::default(),
            by: String::new(),
        };
        spans.iter().enumerate().map(annotation).collect()
    }

    proptest! {
        #[test]
        fn the_index_agrees_with_a_naive_list(spans in prop::collection::vec((0usize..200, 1usize..40), 0..80), from in 0usize..240, len in 1usize..50) {
            let annotations = annotations(&spans);
            let index = MarkIndex::new(&annotations);
            let wanted = Span::between(from, from + len);
            let mut naive: Vec<_> = annotations.iter().filter(|a| a.span.overlaps(wanted)).map(|a| a.id).collect();
            let mut found: Vec<_> = index.overlapping(wanted).iter().map(|mark| mark.id).collect();
            naive.sort();
            found.sort();
            prop_assert_eq!(found, naive);
        }
    }

    #[test]
    fn the_smallest_mark_under_the_pointer_comes_first() {
        let index = MarkIndex::new(&annotations(&[(0, 50), (10, 5), (8, 20)]));
        let lengths: Vec<_> = index.at(12).iter().map(|mark| mark.span.len()).collect();
        assert_eq!(lengths, [5, 20, 50]);
    }

    #[test]
    fn next_and_previous_walk_in_order() {
        let index = MarkIndex::new(&annotations(&[(30, 5), (0, 5), (10, 5)]));
        let first = index.next(None, 0).unwrap();
        assert_eq!(first.span.start(), 0);
        let second = index.next(Some(first.id), 0).unwrap();
        assert_eq!(second.span.start(), 10);
        assert_eq!(index.previous(Some(second.id), 0), Some(first));
        assert_eq!(index.previous(Some(first.id), 0), None);
        assert_eq!(index.previous(None, 20), Some(second));
        assert_eq!(MarkIndex::default().next(None, 0), None);
    }
}
