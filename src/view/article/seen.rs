//! What is to be painted of the marks in view. Found once for each block that comes into view, and kept until the project changes or
//! the block goes out of view.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::doubts::{Lost, lost_in};
use super::drawn::Drawn;
use super::flow::Placed;
use super::known::{Known, Record};
use super::margin::{Note, noted, notes};
use super::measure::Measure;
use super::paint::Page;
use super::piles::{Pile, piled};
use super::signs::{Signed, crossings, joined, signs};
use crate::model::claim::{Claim, Status};
use crate::model::document::{Document, Span};
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::view::kept::Stamp;
use crate::widget::theme::Theme;

/// The marks of a stretch of text with all that follows from them.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The marks with their looks, longest first; of many on the same words only some.
    pub signed: Vec<Signed>,
    /// Where claims cross, no words twice.
    pub crossings: Vec<Span>,
    /// Where more marks are than are painted.
    pub piles: Vec<Pile>,
    /// What has lost its place and would most likely stand here.
    pub lost: Vec<Lost>,
    /// The margin notes.
    pub notes: Vec<Note>,
    /// Words that a correction takes away.
    pub struck: Vec<Span>,
    /// Claims that are cut.
    pub cut: Vec<Span>,
    /// Where settled claims begin.
    pub settled: Vec<usize>,
}

impl Seen {
    /// Looks through the marks of a stretch of an article.
    pub fn of(session: &Session, document: &Document, in_view: Span) -> Self {
        let Some(lookup) = session.lookup().document(document.id) else { return Seen::default() };
        let known = Known::all(session.project(), &lookup.marks.overlapping(in_view));
        let (shown, mut piles) = piled(&known.iter().map(|known| known.mark).collect::<Vec<_>>());
        let mut shown = shown.into_iter().peekable();
        let shown: Vec<Known> = known.iter().filter(|known| shown.next_if_eq(&known.mark).is_some()).copied().collect();
        // The badge of a pile stands at its end.
        piles.retain(|pile| in_view.covers(pile.span.end().saturating_sub(1)));
        let signed = signs(&shown);
        let crossings = joined(crossings(&signed));
        let begins = |known: &&Known<'_>| in_view.covers(known.mark.span.start());
        let lost = lost_in(session, document, in_view);
        let mut notes = notes(session, shown.iter().filter(begins), (&lookup.exclusions_in(in_view), &lost));
        if session.document().is_some_and(|shown| shown.id == document.id) {
            notes.extend(noted(session, in_view));
            notes.sort_by_key(|note| note.at);
        }
        let (struck, cut) = struck_words(document, &shown);
        let is_settled = |known: &&Known<'_>| known.claim().is_some_and(Claim::is_settled);
        let settled = known.iter().filter(begins).filter(is_settled).map(|known| known.mark.span.start()).collect();
        Seen { signed, crossings, piles, lost, notes, struck, cut, settled }
    }
}

/// The marks of the blocks in view, as they are and as they are drawn.
#[derive(Default)]
pub struct Marked {
    found_for: Option<(Stamp, DocumentId)>,
    drawn_for: Option<(Arc<Theme>, Measure, f32)>,
    blocks: BTreeMap<usize, (Seen, Option<Drawn>)>,
}

impl Marked {
    /// Finds and draws the marks of the blocks that came into view.
    pub fn look(&mut self, session: &Session, document: &Document, page: &Page<'_>, placed: &[Placed]) {
        let found_for = Some((Stamp::of(session), document.id));
        if self.found_for != found_for {
            self.blocks.clear();
            self.found_for = found_for;
        }
        let look = (page.measure, page.painter.pixels_per_point());
        let is_same = |(theme, measure, scale): &(Arc<Theme>, Measure, f32)| Arc::ptr_eq(theme, page.theme) && (*measure, *scale) == look;
        if !self.drawn_for.as_ref().is_some_and(is_same) {
            self.blocks.values_mut().for_each(|(_, drawn)| *drawn = None);
            self.drawn_for = Some((Arc::clone(page.theme), look.0, look.1));
        }
        let in_view = placed.first().map_or(0, |first| first.index)..placed.last().map_or(0, |last| last.index + 1);
        self.blocks.retain(|index, _| in_view.contains(index));
        for (at, block) in placed.iter().enumerate() {
            let end = placed.get(at + 1).map_or(block.block.span.end(), |next| next.block.span.start());
            let stretch = Span::between(block.block.span.start(), end);
            let (seen, drawn) = self.blocks.entry(block.index).or_insert_with(|| (Seen::of(session, document, stretch), None));
            if page.shows(block) && !drawn.as_ref().is_some_and(|drawn| drawn.is_of(block)) {
                *drawn = Some(Drawn::new(page, block, seen));
            }
        }
    }

    /// The marks of a block, found and drawn.
    pub fn of(&self, placed: &Placed) -> Option<(&Seen, &Drawn)> {
        let (seen, drawn) = self.blocks.get(&placed.index)?;
        Some((seen, drawn.as_ref()?))
    }

    /// What was found in all blocks, in order.
    pub fn seen(&self) -> impl Iterator<Item = &Seen> {
        self.blocks.values().map(|(seen, _)| seen)
    }
}

/// Words that a correction takes away, and claims that are cut.
fn struck_words(document: &Document, marks: &[Known<'_>]) -> (Vec<Span>, Vec<Span>) {
    let (mut struck, mut cut) = (Vec::new(), Vec::new());
    for Known { mark, record, .. } in marks {
        let Record::Claim(claim) = record else { continue };
        if claim.status == Status::Cut {
            cut.push(mark.span);
        } else if let Some(correction) = &claim.correction {
            let ranges = correction.struck(document.text.slice(mark.span));
            struck.extend(ranges.into_iter().map(|range| Span::between(mark.span.start() + range.start, mark.span.start() + range.end)));
        }
    }
    (struck, cut)
}
