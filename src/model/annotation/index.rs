//! Which marks cover a place, and which come next: the marks of one article in order, on shelves that know how far they reach.
//! What is added or removed touches one shelf.

use std::cmp::Reverse;

use super::{Annotation, Tag};
use crate::model::document::Span;
use crate::model::id::AnnotationId;

/// Marks on a shelf at most.
const SHELF: usize = 64;

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

impl Mark {
    /// The mark of an annotation.
    pub fn of(annotation: &Annotation) -> Self {
        Mark { span: annotation.span, id: annotation.id, tag: annotation.mention.tag() }
    }

    /// What marks are ordered by: start, longest first where starts are equal, then age.
    pub fn key(&self) -> impl Ord + use<> {
        (self.span.start(), Reverse(self.span.end()), self.id)
    }
}

/// Marks of one article by start (longest first where starts are equal).
#[derive(Clone, Debug, Default)]
pub struct MarkIndex {
    shelves: Vec<Shelf>,
    len: usize,
}

/// Neighbouring marks. None is empty.
#[derive(Clone, Debug)]
struct Shelf {
    marks: Vec<Mark>,
    /// The largest end of all: a shelf that does not reach a place need not be looked through.
    reach: usize,
}

impl Shelf {
    fn new(marks: Vec<Mark>) -> Self {
        let reach = marks.iter().map(|mark| mark.span.end()).max().unwrap_or(0);
        Shelf { marks, reach }
    }

    fn starts_before(&self, byte: usize) -> bool {
        self.marks.first().is_some_and(|mark| mark.span.start() < byte)
    }
}

impl MarkIndex {
    /// Sorts the marks and puts them up.
    pub fn new<'a>(annotations: impl IntoIterator<Item = &'a Annotation>) -> Self {
        let mut marks: Vec<Mark> = annotations.into_iter().map(Mark::of).collect();
        marks.sort_unstable_by_key(Mark::key);
        Self::of_sorted(&marks)
    }

    fn of_sorted(marks: &[Mark]) -> Self {
        let shelves = marks.chunks(SHELF).map(|marks| Shelf::new(marks.to_vec())).collect();
        MarkIndex { shelves, len: marks.len() }
    }

    /// Puts the marks up anew on full shelves, after many were put in one by one.
    pub fn pack(&mut self) {
        let marks: Vec<Mark> = self.iter().copied().collect();
        *self = Self::of_sorted(&marks);
    }

    /// Puts a mark in its place; one that is there already stays.
    pub fn insert(&mut self, mark: Mark) {
        let at = self.shelf_of(&mark);
        let Some(shelf) = self.shelves.get_mut(at) else {
            self.shelves.push(Shelf::new(vec![mark]));
            self.len += 1;
            return;
        };
        let Err(place) = shelf.marks.binary_search_by_key(&mark.key(), Mark::key) else { return };
        shelf.marks.insert(place, mark);
        shelf.reach = shelf.reach.max(mark.span.end());
        self.len += 1;
        if shelf.marks.len() > SHELF {
            let rest = shelf.marks.split_off(SHELF / 2);
            shelf.marks.shrink_to_fit();
            *shelf = Shelf::new(std::mem::take(&mut shelf.marks));
            self.shelves.insert(at + 1, Shelf::new(rest));
        }
    }

    /// Takes a mark out, if it is there.
    pub fn remove(&mut self, mark: Mark) {
        let at = self.shelf_of(&mark);
        let Some(shelf) = self.shelves.get_mut(at) else { return };
        let Ok(place) = shelf.marks.binary_search_by_key(&mark.key(), Mark::key) else { return };
        shelf.marks.remove(place);
        self.len -= 1;
        if shelf.marks.is_empty() {
            self.shelves.remove(at);
        } else {
            *shelf = Shelf::new(std::mem::take(&mut shelf.marks));
        }
    }

    /// The shelf on which a mark stands or would stand.
    fn shelf_of(&self, mark: &Mark) -> usize {
        let is_before = |shelf: &Shelf| shelf.marks.first().is_some_and(|first| first.key() <= mark.key());
        self.shelves.partition_point(is_before).saturating_sub(1)
    }

    /// Number of marks.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All marks in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Mark> + Clone {
        self.shelves.iter().flat_map(|shelf| &shelf.marks)
    }

    /// The marks from that place in the order on.
    pub fn iter_from(&self, at: usize) -> impl Iterator<Item = &Mark> + Clone {
        let (mut shelf, mut rest) = (0, at);
        while let Some(marks) = self.shelves.get(shelf).map(|shelf| shelf.marks.len()).filter(|marks| *marks <= rest) {
            shelf += 1;
            rest -= marks;
        }
        self.shelves.iter().skip(shelf).flat_map(|shelf| &shelf.marks).skip(rest)
    }

    fn over(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let before = self.shelves.partition_point(|shelf| shelf.starts_before(span.end()));
        let shelves = self.shelves.iter().take(before).filter(move |shelf| shelf.reach > span.start());
        shelves.flat_map(|shelf| &shelf.marks).filter(move |mark| mark.span.overlaps(span))
    }

    /// The marks that share at least a byte with the span, in order.
    pub fn overlapping(&self, span: Span) -> Vec<Mark> {
        self.over(span).copied().collect()
    }

    /// Whether any mark shares at least a byte with the span.
    pub fn touches(&self, span: Span) -> bool {
        self.over(span).next().is_some()
    }

    /// The marks that start in the span, in order.
    pub fn starting_in(&self, span: Span) -> Vec<Mark> {
        self.starting_at(span.start()).take_while(|mark| mark.span.start() < span.end()).copied().collect()
    }

    /// The marks that start at or after a byte, in order.
    fn starting_at(&self, byte: usize) -> impl Iterator<Item = &Mark> {
        let ends_before = |shelf: &Shelf| shelf.marks.last().is_some_and(|mark| mark.span.start() < byte);
        let from = self.shelves.partition_point(ends_before);
        self.shelves.iter().skip(from).flat_map(|shelf| &shelf.marks).skip_while(move |mark| mark.span.start() < byte)
    }

    /// The marks over one byte, smallest first: the order in which clicks go through them.
    pub fn at(&self, byte: usize) -> Vec<Mark> {
        let mut found = self.overlapping(Span::between(byte, byte + 1));
        found.sort_by_key(|mark| (mark.span.len(), mark.span.start(), mark.id));
        found
    }

    /// The mark after `mark`; without one, the first that starts at or after `byte`.
    pub fn next(&self, mark: Option<Mark>, byte: usize) -> Option<Mark> {
        let Some(mark) = mark else { return self.starting_at(byte).next().copied() };
        self.starting_at(mark.span.start()).find(|other| other.key() > mark.key()).copied()
    }

    /// The mark before `mark`; without one, the last that starts before `byte`.
    pub fn previous(&self, mark: Option<Mark>, byte: usize) -> Option<Mark> {
        let is_before = |other: &&Mark| mark.map_or(other.span.start() < byte, |mark| other.key() < mark.key());
        let shelf = self.shelves.partition_point(|shelf| shelf.marks.first().is_some_and(|first| is_before(&first)));
        self.shelves.get(shelf.checked_sub(1)?)?.marks.iter().rev().find(is_before).copied()
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
            unknown: Default::default(),
            id: AnnotationId(Uid(at as u64)),
            document: DocumentId(Uid(0)),
            span: Span::between(start, start + len),
            mention: Mention::Claim(ClaimId(Uid(at as u64))),
            note: String::new(),
            keywords: Vec::new(),
            created: Moment::default(),
            by: String::new(),
            doubt: None,
        };
        spans.iter().enumerate().map(annotation).collect()
    }

    proptest! {
        #[test]
        fn an_index_that_grew_and_shrank_is_the_one_built_at_once(
            spans in prop::collection::vec((0usize..500, 1usize..40), 0..400),
            gone in prop::collection::vec(0usize..400, 0..200),
            at in 0usize..540,
        ) {
            let mut left = annotations(&spans);
            let mut grown = MarkIndex::default();
            left.iter().for_each(|annotation| grown.insert(Mark::of(annotation)));
            for at in gone.into_iter().filter(|at| *at < spans.len()) {
                left.iter().filter(|annotation| annotation.id.0.0 == at as u64).for_each(|annotation| grown.remove(Mark::of(annotation)));
                left.retain(|annotation| annotation.id.0.0 != at as u64);
            }
            let built = MarkIndex::new(&left);
            prop_assert!(grown.iter().eq(built.iter()));
            prop_assert_eq!(grown.len(), left.len());
            let wanted = Span::between(at, at + 7);
            let marks: Vec<Mark> = built.iter().copied().collect();
            let naive = |is_in: &dyn Fn(&Mark) -> bool| marks.iter().copied().filter(|mark| is_in(mark)).collect::<Vec<_>>();
            prop_assert_eq!(grown.overlapping(wanted), naive(&|mark| mark.span.overlaps(wanted)));
            prop_assert_eq!(grown.starting_in(wanted), naive(&|mark| wanted.covers(mark.span.start())));
            prop_assert_eq!(grown.next(None, at), naive(&|mark| mark.span.start() >= at).first().copied());
            prop_assert_eq!(grown.previous(None, at), naive(&|mark| mark.span.start() < at).last().copied());
            for (place, mark) in marks.iter().enumerate() {
                prop_assert_eq!(grown.next(Some(*mark), 0), marks.get(place + 1).copied());
                prop_assert_eq!(grown.previous(Some(*mark), 0), place.checked_sub(1).and_then(|at| marks.get(at)).copied());
            }
            prop_assert!(grown.iter_from(at).eq(marks.iter().skip(at)));
        }

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
        let second = index.next(Some(first), 0).unwrap();
        assert_eq!(second.span.start(), 10);
        assert_eq!(index.previous(Some(second), 0), Some(first));
        assert_eq!(index.previous(Some(first), 0), None);
        assert_eq!(index.previous(None, 20), Some(second));
        assert_eq!(MarkIndex::default().next(None, 0), None);
    }
}
