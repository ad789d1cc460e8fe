//! The marks of an article that its new draft put in doubt, and what its drafts are called.

use crate::model::annotation::{Doubtful, Fate};
use crate::model::document::{Document, Span};
use crate::model::id::DocumentId;
use crate::model::moment::Moment;
use crate::session::Session;
use crate::session::drafts::Carried;
use crate::view::wording::time_of;

/// A mark or passage that must be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkRow {
    /// Which.
    pub doubtful: Doubtful,
    /// Where it is, or would be.
    pub span: Span,
    /// What became of it.
    pub fate: Fate,
    /// `Changed: claim A1`.
    pub title: String,
    /// The words it was on.
    pub was: String,
    /// The words it is on now; blank where it has lost its place.
    pub now: String,
}

impl MarkRow {
    /// All of it in one line for a screen reader.
    pub fn spoken(&self) -> String {
        let now = if self.now.is_empty() { String::new() } else { format!(", now “{}”", self.now) };
        format!("{}, it was on “{}”{now}", self.title, self.was)
    }
}

/// An article and its drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRows {
    /// `Drafts of A`.
    pub title: String,
    /// What the earlier drafts are called, oldest first: `Draft 1, 12 Nov`.
    pub earlier: Vec<String>,
    /// `Draft 3, opened today 16:31`.
    pub now: String,
    /// `41 marks kept, 3 moved, 2 changed, 1 lost its place`.
    pub summary: String,
    /// What must be looked at, in the order of the text.
    pub marks: Vec<MarkRow>,
}

impl DraftRows {
    /// Looks an article up; nothing where it is gone or has only one draft.
    pub fn of(session: &Session, id: DocumentId, now: Moment) -> Option<Self> {
        let project = session.project();
        let document = project.document(id).filter(|document| !document.earlier.is_empty())?;
        let lookup = session.lookup().document(id)?;
        let marks = lookup.doubtful.iter().map(|mark| (mark.span, Doubtful::Mark(mark.id)));
        let passages = lookup.doubtful_exclusions.iter().map(|passage| (passage.span, Doubtful::Passage(passage.id)));
        let mut all: Vec<(Span, Doubtful)> = marks.chain(passages).collect();
        all.sort_unstable();
        let marks: Vec<MarkRow> = all.into_iter().filter_map(|(span, doubtful)| mark_row(session, document, span, doubtful)).collect();
        let of = |fate: Fate| marks.iter().filter(|mark| mark.fate == fate).count();
        let (moved, changed, lost) = (of(Fate::Moved), of(Fate::Changed), of(Fate::Lost));
        let in_place = lookup.marks.len() + lookup.exclusions.len();
        let carried = Carried { kept: in_place.saturating_sub(moved + changed), moved, changed, lost };
        let called = |nth: usize, draft: &Document| format!("Draft {}, {}", nth + 1, time_of(draft.opened, now));
        Some(DraftRows {
            title: format!("Drafts of {}", project.letter(id)),
            earlier: document.earlier.iter().enumerate().map(|(nth, draft)| called(nth, draft)).collect(),
            now: format!("{} is the one you check", called(document.earlier.len(), document)),
            summary: carried.words(),
            marks,
        })
    }
}

fn mark_row(session: &Session, document: &Document, span: Span, doubtful: Doubtful) -> Option<MarkRow> {
    let doubt = session.doubt_of(doubtful)?;
    let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(MarkRow {
        doubtful,
        span,
        fate: doubt.fate,
        title: session.doubt_words(doubtful),
        was: one_line(&doubt.was.exact),
        now: one_line(document.text.slice(span)),
    })
}
