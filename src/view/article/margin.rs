//! The margin notes: what stands beside each claim, and how notes make room for one another.

use super::doubts::Lost;
use super::known::{Known, Record};
use crate::model::annotation::{Doubt, Doubtful, Fate, Mention};
use crate::model::claim::{Claim, Status};
use crate::model::document::{Aside, Span};
use crate::model::exclusion::Exclusion;
use crate::model::id::AnnotationId;
use crate::session::Session;

/// One margin note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The byte whose row it stands on.
    pub at: usize,
    /// The mark it belongs to; none for a not-checkable passage.
    pub mark: Option<AnnotationId>,
    /// The claim's number, with its letter where the claim lives in another article.
    pub number: String,
    /// The sign of its status.
    pub status: Option<Status>,
    /// Emphasised words at the beginning.
    pub lead: String,
    /// The rest.
    pub words: String,
    /// Whether it is a warning.
    pub is_warning: bool,
    /// Whether it stands for something that has lost its place.
    pub is_lost: bool,
}

/// Letters of what a writer noted that are shown; the inspector has all of it.
const MOST_NOTED: usize = 140;

/// The notes of what the writer of the article shown noted in a stretch and nobody has taken or turned down yet.
pub fn noted(session: &Session, in_view: Span) -> Vec<Note> {
    let Some(document) = session.document() else { return Vec::new() };
    let here = session.asides_over(in_view).into_iter().filter(|noted| in_view.covers(noted.span.start()));
    let asides = here.flat_map(|noted| noted.asides.iter().filter_map(|nth| document.asides.get(*nth)));
    let note = |aside: &Aside| Note {
        at: aside.span.start(),
        mark: None,
        number: String::new(),
        status: None,
        lead: format!("{}:", aside.title()),
        words: cut(&aside.said(&document.text)),
        is_warning: false,
        is_lost: false,
    };
    asides.map(note).collect()
}

fn cut(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(MOST_NOTED) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or("").trim_end()),
        None => words,
    }
}

/// The notes of the marks and passages that start in a stretch of text, and of what has lost its place there, in order.
pub fn notes<'a>(session: &Session, marks: impl Iterator<Item = &'a Known<'a>>, (exclusions, lost): (&[Exclusion], &[Lost])) -> Vec<Note> {
    let mut notes: Vec<Note> = marks.filter_map(|known| mark_note(session, known)).collect();
    notes.extend(exclusions.iter().map(|passage| Note {
        at: passage.span.start(),
        mark: None,
        number: String::new(),
        status: None,
        lead: look_again(passage.doubt.as_deref()),
        words: format!("not checkable: {}", passage.reason.word()),
        is_warning: !look_again(passage.doubt.as_deref()).is_empty(),
        is_lost: false,
    }));
    notes.extend(lost.iter().map(lost_note));
    notes.sort_by_key(|note| note.at);
    notes
}

/// The note of something without a place: what it is, and its words in full.
fn lost_note(lost: &Lost) -> Note {
    let mark = if let Doubtful::Mark(id) = lost.what { Some(id) } else { None };
    let words = format!("“{}”", lost.quote.split_whitespace().collect::<Vec<_>>().join(" "));
    let lead = lost.words.clone();
    Note { at: lost.at, mark, number: String::new(), status: None, lead, words, is_warning: true, is_lost: true }
}

/// What a note begins with while nobody has looked at its mark again. One that only moved stands on its very words, and is counted
/// and walked to like the others, but does not shout.
fn look_again(doubt: Option<&Doubt>) -> String {
    match doubt.map(|doubt| doubt.fate) {
        Some(Fate::Changed) => "Changed, look again.".to_owned(),
        Some(Fate::Moved | Fate::Lost) | None => String::new(),
    }
}

fn mark_note(session: &Session, known: &Known<'_>) -> Option<Note> {
    let Known { mark, annotation, record } = known;
    let Record::Claim(claim) = record else {
        let again = look_again(annotation.doubt.as_deref());
        let has_note = !annotation.note.trim().is_empty() || !again.is_empty();
        return has_note.then(|| Note {
            at: mark.span.start(),
            mark: Some(mark.id),
            number: String::new(),
            status: None,
            words: annotation.note.trim().to_owned(),
            is_warning: !again.is_empty(),
            lead: again,
            is_lost: false,
        });
    };
    let is_at_home = claim.home == annotation.document;
    let number = if is_at_home { claim.number.to_string() } else { session.project().claim_label(claim.id) };
    let (lead, words) = claim_words(session, claim);
    let again = look_again(annotation.doubt.as_deref());
    let lead = match (again.is_empty(), lead.is_empty()) {
        (true, _) => lead,
        (false, true) => again.clone(),
        (false, false) => format!("{again} {lead}"),
    };
    let lacks_reason = claim.rating.as_ref().is_some_and(|rating| rating.reason.trim().is_empty());
    let is_warning = lacks_reason || !again.is_empty();
    let (at, mark, status) = (mark.span.start(), Some(mark.id), Some(claim.status));
    Some(Note { at, mark, number, status, lead, words, is_warning, is_lost: false })
}

/// What a claim's note says: the checker's own note first, else a rating that is not "right", else the correction.
fn claim_words(session: &Session, claim: &Claim) -> (String, String) {
    let project = session.project();
    let bad = claim.rating.as_ref().filter(|rating| rating.grade.value() <= 3);
    let lead = bad.map_or_else(String::new, |rating| format!("{}.", project.scale().label(rating.grade)));
    if !claim.note.trim().is_empty() {
        return (lead, claim.note.trim().to_owned());
    }
    if let Some(rating) = bad.filter(|rating| !rating.reason.trim().is_empty()) {
        return (lead, rating.reason.trim().to_owned());
    }
    if bad.is_some() {
        return (lead, "Needs a reason".to_owned());
    }
    let Some(correction) = &claim.correction else { return (lead, String::new()) };
    let old = session.lookup().quote(project, Mention::Claim(claim.id));
    let pieces = correction.difference(old);
    let joined = |wanted: fn(&crate::model::claim::correction::Piece) -> Option<&str>| {
        let words: Vec<&str> = pieces.iter().filter_map(wanted).map(str::trim).collect();
        words.join(" … ")
    };
    use crate::model::claim::correction::Piece;
    let struck = joined(|piece| if let Piece::Struck(run) = piece { Some(run) } else { None });
    let added = joined(|piece| if let Piece::Added(run) = piece { Some(run) } else { None });
    (lead, format!("{struck} → {added}").trim().to_owned())
}

/// Makes room for notes, so that none overlaps the one above: each stands where it wants or just below its neighbour.
#[derive(Clone, Copy, Debug)]
pub struct Stack {
    free: f32,
}

impl Default for Stack {
    fn default() -> Self {
        Stack { free: f32::NEG_INFINITY }
    }
}

impl Stack {
    /// Where a note stands that wants to stand at a height.
    pub fn top(&self, wanted: f32) -> f32 {
        wanted.max(self.free)
    }

    /// Takes the room of a note, with a gap below it.
    pub fn put(&mut self, top: f32, height: f32, gap: f32) {
        self.free = top + height + gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_push_one_another_down_and_keep_their_order() {
        let mut stack = Stack::default();
        let tops = [(10.0, 20.0), (15.0, 10.0), (100.0, 5.0)].map(|(wanted, height)| {
            let top = stack.top(wanted);
            stack.put(top, height, 4.0);
            top
        });
        assert_eq!(tops, [10.0, 34.0, 100.0]);
    }
}
