//! A file in pieces, each of which begins on a page of its own, so that they can be laid out side by side.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::volumes::Volume;
use crate::report::flow::{Block, Flow};

/// A table of more rows is a piece of its own.
const LONG_ROWS: usize = 80;
/// How large the articles of a piece are together, by `volumes::sizes`, unless one alone is larger: some 25 pages.
const ARTICLES: usize = 410;

/// Some parts of a file, or some of its articles.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// What is said of the report, and the parts of this piece.
    pub flow: Flow,
    /// Which articles stand in it.
    pub articles: Range<usize>,
    /// Whether the heading of the articles stands in it.
    pub begins_articles: bool,
    /// Whether the title of the report stands in it.
    pub is_first: bool,
    /// Whether the report ends with it.
    pub is_last: bool,
}

/// The pieces of a file, at least one; `sizes` are those of all articles of the report.
pub(super) fn pieces(volume: Volume, sizes: &[usize]) -> Vec<Piece> {
    let Volume { mut flow, articles } = volume;
    let parts = std::mem::take(&mut flow.parts);
    let fresh = Piece { flow, articles: 0..0, begins_articles: false, is_first: false, is_last: false };
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_open = false;
    for part in parts {
        if part.blocks.contains(&Block::Articles) {
            for group in groups(articles.clone(), sizes) {
                let flow = Flow { parts: vec![part.clone()], ..fresh.flow.clone() };
                let begins_articles = group.start == articles.start;
                pieces.push(Piece { flow, articles: group, begins_articles, ..fresh.clone() });
            }
            is_open = false;
            continue;
        }
        let is_long = part.blocks.iter().any(|block| matches!(block, Block::Table { rows, .. } if rows.len() > LONG_ROWS));
        match pieces.last_mut().filter(|_| is_open && !is_long) {
            Some(piece) => piece.flow.parts.push(part),
            None => pieces.push(Piece { flow: Flow { parts: vec![part], ..fresh.flow.clone() }, ..fresh.clone() }),
        }
        is_open = !is_long;
    }
    if pieces.is_empty() {
        pieces.push(fresh);
    }
    if let Some(first) = pieces.first_mut() {
        first.is_first = true;
    }
    if let Some(last) = pieces.last_mut() {
        last.is_last = true;
    }
    pieces
}

/// Articles that follow one another, as many together as are not too large.
fn groups(articles: Range<usize>, sizes: &[usize]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut room = 0;
    for at in articles {
        let size = sizes.get(at).copied().unwrap_or_default();
        match groups.last_mut().filter(|_| size <= room) {
            Some(group) => group.end = at + 1,
            None => {
                groups.push(at..at + 1);
                room = ARTICLES;
            }
        }
        room = room.saturating_sub(size);
    }
    groups
}

/// What the work gives for each of these, in their order; as many are worked on at the same time as the machine has cores.
pub(super) fn side_by_side<T: Send, R: Send>(all: Vec<T>, work: impl Fn(usize, T) -> R + Sync) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(all.len());
    if workers < 2 {
        return all.into_iter().enumerate().map(|(nth, one)| work(nth, one)).collect();
    }
    let queue = Mutex::new(all.into_iter().enumerate().collect::<VecDeque<_>>());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((nth, one)) = next() {
                    let one = work(nth, one);
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((nth, one));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(nth, _)| *nth);
    done.into_iter().map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lookup::Lookup;
    use crate::report::flow;
    use crate::report::testing::invented;
    use crate::report::tests::input;

    #[test]
    fn pieces_hold_every_part_and_article_once_and_in_order() {
        let desk = invented();
        let report = crate::report::build(&desk.project, &Lookup::new(&desk.project), &input());
        let mut whole = flow::flow(&report);
        let table = whole.parts.iter_mut().flat_map(|part| &mut part.blocks).find_map(|block| match block {
            Block::Table { rows, .. } if rows.len() > 1 => Some(rows),
            _ => None,
        });
        let rows = table.unwrap();
        *rows = rows.iter().cycle().take(LONG_ROWS + 1).cloned().collect();
        let expected: Vec<_> = whole.parts.iter().filter(|part| !part.blocks.contains(&Block::Articles)).cloned().collect();
        for articles in [0, 1, 5, 60] {
            let pieces = pieces(Volume { flow: whole.clone(), articles: 0..articles }, &vec![100; articles]);
            let parts = pieces.iter().filter(|piece| piece.articles.is_empty()).flat_map(|piece| &piece.flow.parts);
            assert_eq!(parts.cloned().collect::<Vec<_>>(), expected);
            let shown: Vec<_> = pieces.iter().flat_map(|piece| piece.articles.clone()).collect();
            assert_eq!(shown, (0..articles).collect::<Vec<_>>());
            assert_eq!(pieces.iter().filter(|piece| !piece.articles.is_empty()).count(), articles.div_ceil(4));
            assert_eq!(pieces.iter().filter(|piece| piece.begins_articles).count(), articles.min(1));
            assert!(pieces[0].is_first && pieces[1..].iter().all(|piece| !piece.is_first));
            let (last, others) = pieces.split_last().unwrap();
            assert!(last.is_last && others.iter().all(|piece| !piece.is_last) && others.len() > 1);
        }
    }

    #[test]
    fn work_side_by_side_keeps_its_order() {
        // The first takes the longest by far.
        let work = |nth: usize, number: u64| (0..if nth == 0 { 300_000 } else { 10 }).fold(number, |sum, _| std::hint::black_box(sum) + 1);
        let expected: Vec<u64> = (0..20).map(|number| number + if number == 0 { 300_000 } else { 10 }).collect();
        assert_eq!(side_by_side((0..20).collect(), work), expected);
        assert_eq!(side_by_side(Vec::new(), work), Vec::<u64>::new());
    }
}
