//! Marks put from one draft on the next, each held against what became of its words.

use std::collections::BTreeMap;
use std::ops::Range;

use tickmark::model::annotation::carry::Carrier;
use tickmark::model::annotation::reanchor::Found;
use tickmark::model::document::{Span, Text};

use super::edited::{Origin, Piece};

/// What became of a mark's words, as whoever changed the text knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// All stand there as they did, and so do the words beside them.
    Untouched,
    /// The same in a sentence or paragraph that was put elsewhere.
    Elsewhere,
    /// All stand there, but a word beside them was changed.
    Beside,
    /// Some were changed, put in or left out.
    Changed,
    /// None is there any more, nor a word in its place.
    Gone,
}

/// What the program said of it, and whether that is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    Kept,
    Moved,
    Changed,
    Lost,
    /// Put on other words, or called kept or moved although it was changed.
    Wrong,
}

/// What is told beside a mark that was put wrong.
const BESIDE_BYTES: usize = 200;

pub type Table = BTreeMap<(Truth, Said), usize>;

struct Draft {
    /// Where each piece begins, and the end.
    starts: Vec<usize>,
    text: Text,
}

impl Draft {
    fn of(pieces: &[Piece]) -> Self {
        let mut starts = vec![0];
        let mut text = String::new();
        for piece in pieces {
            text.push_str(&piece.words);
            starts.push(text.len());
        }
        Draft { starts, text: Text::from_frozen(text, Default::default(), false) }
    }

    fn span(&self, pieces: &Range<usize>) -> Span {
        Span::between(self.starts[pieces.start], self.starts[pieces.end])
    }

    /// A span between brackets with some words on both sides, in one line.
    fn around(&self, span: Span) -> String {
        let wide = self.text.span(span.start().saturating_sub(BESIDE_BYTES), (span.end() + BESIDE_BYTES).min(self.text.len()));
        let words = |from: usize, to: usize| self.text.slice(Span::between(from, to));
        let (before, after) = (words(wide.start(), span.start()), words(span.end(), wide.end()));
        format!("“{before}[{}]{after}”", self.text.slice(span)).replace('\n', "¶")
    }

    /// The pieces that share a byte with a span.
    fn under(&self, span: Span) -> Range<usize> {
        let from = self.starts.partition_point(|start| *start <= span.start()) - 1;
        from..self.starts.partition_point(|start| *start < span.end()).max(from)
    }
}

/// Carries marks over and judges each; `tell` is called with all that are wrong.
pub fn judge(old: &[Piece], new: &[Piece], marks: &[Range<usize>], tell: &mut dyn FnMut(String)) -> Table {
    let (before, after) = (Draft::of(old), Draft::of(new));
    let carrier = Carrier::new(&before.text, &after.text);
    let mut table = Table::new();
    for mark in marks {
        let truth = truth(old, new, mark);
        let found = carrier.find(before.span(mark));
        let said = said(found, truth, (old, new, mark), &after);
        if said == Said::Wrong {
            let now = match found {
                Found::Kept(span) | Found::Moved(span) | Found::Changed(span) => after.around(span),
                Found::Lost(_) => String::new(),
            };
            tell(format!("{truth:?}, said {found:?}: {} → {now}", before.around(before.span(mark))));
        }
        *table.entry((truth, said)).or_default() += 1;
    }
    table
}

/// Whether words stand between the same words of the sentence as the mark did, all between which is gone: whoever sees both drafts can only
/// say that they replaced it, also where one hand took the old word out and another put the new one in.
fn is_in_place(old: &[Piece], new: &[Piece], mark: &Range<usize>, words: &[usize]) -> bool {
    let name = |at: usize| match new[at].origin {
        Origin::Same(at) if !old[at].words.trim().is_empty() => Some(at),
        _ => None,
    };
    let Some((first, last)) = words.first().zip(words.last()) else { return false };
    let Some(left) = (0..*first).rev().find_map(name) else { return false };
    let Some(right) = (last + 1..new.len()).find_map(name) else { return false };
    let is_between = left < mark.start && mark.end <= right && words.iter().all(|at| name(*at).is_none());
    is_between && !old[left..right].iter().any(is_end) && !new[*first..*last].iter().any(is_end)
}

fn own(origin: Origin, mark: &Range<usize>) -> bool {
    matches!(origin, Origin::Same(at) | Origin::Instead(at) if mark.contains(&at))
}

/// The new places of the words of a mark that are the same.
fn same(new: &[Piece], mark: &Range<usize>) -> Vec<usize> {
    let is_same = |piece: &Piece| piece.is_word() && matches!(piece.origin, Origin::Same(at) if mark.contains(&at));
    (0..new.len()).filter(|at| is_same(&new[*at])).collect()
}

fn truth(old: &[Piece], new: &[Piece], mark: &Range<usize>) -> Truth {
    let words = old[mark.clone()].iter().filter(|piece| piece.is_word()).count();
    let there = same(new, mark);
    let is_whole =
        there.len() == words && stretch(&there).is_some_and(|range| new[range].iter().filter(|piece| piece.is_word()).count() == words);
    if !is_whole {
        return if new.iter().any(|piece| piece.is_word() && own(piece.origin, mark)) { Truth::Changed } else { Truth::Gone };
    }
    let range = stretch(&there).unwrap_or_default();
    let is_beside = beside(old, mark, Some)
        == beside(new, &range, |at| match new[at].origin {
            Origin::Same(at) => Some(at),
            Origin::Instead(_) | Origin::New => None,
        });
    let all_signs = new[range.clone()].iter().all(|piece| piece.words.trim().is_empty() || matches!(piece.origin, Origin::Same(_)));
    match (is_beside && all_signs, new[range.start].is_moved) {
        (false, _) => Truth::Beside,
        (true, true) => Truth::Elsewhere,
        (true, false) => Truth::Untouched,
    }
}

fn stretch(places: &[usize]) -> Option<Range<usize>> {
    Some(*places.first()?..*places.last()? + 1)
}

/// What stands before and behind a stretch in its sentence.
fn beside(pieces: &[Piece], range: &Range<usize>, name: impl Fn(usize) -> Option<usize>) -> [Option<Option<usize>>; 2] {
    let is_gap = |at: usize| pieces[at].words.trim().is_empty() && pieces[at].words != "\n";
    let before = (0..range.start).rev().find(|at| !is_gap(*at)).filter(|at| !is_end(&pieces[*at]));
    let after = (range.end..pieces.len()).find(|at| !is_gap(*at)).filter(|at| pieces[*at].words != "\n");
    [before.map(&name), after.map(&name)]
}

fn is_end(piece: &Piece) -> bool {
    matches!(&*piece.words, "." | "!" | "?" | "\n" | "。")
}

fn said(found: Found, truth: Truth, (old, new, mark): (&[Piece], &[Piece], &Range<usize>), after: &Draft) -> Said {
    let (span, said) = match found {
        Found::Kept(span) => (span, Said::Kept),
        Found::Moved(span) => (span, Said::Moved),
        Found::Changed(span) => (span, Said::Changed),
        Found::Lost(_) => return Said::Lost,
    };
    let there = after.under(span);
    let words: Vec<usize> = there.filter(|at| new[*at].is_word()).collect();
    let is_right = if said == Said::Changed {
        let own: Vec<usize> = words.iter().copied().filter(|at| own(new[*at].origin, mark)).collect();
        // What was put in between the mark's own words belongs to it now.
        let inner =
            stretch(&own).map_or(0, |range| words.iter().filter(|at| range.contains(at) && new[**at].origin == Origin::New).count());
        2 * (own.len() + inner) >= words.len() && !own.is_empty() || is_in_place(old, new, mark, &words)
    } else {
        let all = old[mark.clone()].iter().filter(|piece| piece.is_word()).count();
        words.len() == all && words == same(new, mark) && truth != Truth::Changed
    };
    if is_right { said } else { Said::Wrong }
}
