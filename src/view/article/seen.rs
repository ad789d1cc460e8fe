//! What is to be painted of the marks in view. Found once, and kept until the project changes or another block comes into view.

use super::doubts::{Lost, lost_in};
use super::margin::{Note, notes};
use super::piles::{Pile, piled};
use super::signs::{Signed, crossings, signs};
use crate::model::annotation::{Mark, Mention};
use crate::model::claim::Status;
use crate::model::document::{Document, Span};
use crate::session::Session;

/// The marks in view with all that follows from them.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The marks with their looks, longest first; of many on the same words only some.
    pub signed: Vec<Signed>,
    /// Where claims cross.
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
}

impl Seen {
    /// Looks through the marks of a stretch of an article.
    pub fn of(session: &Session, document: &Document, in_view: Span) -> Self {
        let Some(lookup) = session.lookup().document(document.id) else { return Seen::default() };
        let all = lookup.marks.overlapping(in_view);
        let (marks, piles) = piled(&all);
        let signed = signs(session, &marks);
        let crossings = crossings(&signed);
        let starting: Vec<Mark> = marks.iter().copied().filter(|mark| in_view.covers(mark.span.start())).collect();
        let lost = lost_in(session, document, in_view);
        let notes = notes(session, &starting, (&lookup.exclusions_in(in_view), &lost));
        let (struck, cut) = struck_words(session, document, &marks);
        Seen { signed, crossings, piles, lost, notes, struck, cut }
    }
}

/// Words that a correction takes away, and claims that are cut.
fn struck_words(session: &Session, document: &Document, marks: &[Mark]) -> (Vec<Span>, Vec<Span>) {
    let project = session.project();
    let (mut struck, mut cut) = (Vec::new(), Vec::new());
    for mark in marks {
        let Some(Mention::Claim(id)) = project.annotations().get(&mark.id).map(|mark| mark.mention) else { continue };
        let Some(claim) = project.claims().get(&id) else { continue };
        if claim.status == Status::Cut {
            cut.push(mark.span);
        } else if let Some(correction) = &claim.correction {
            let ranges = correction.struck(document.text.slice(mark.span));
            struck.extend(ranges.into_iter().map(|range| Span::between(mark.span.start() + range.start, mark.span.start() + range.end)));
        }
    }
    (struck, cut)
}
