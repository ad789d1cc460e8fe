//! Commands that take longer than a frame: which they are, and how a copy of the session is lent to whoever carries them out.

use super::{Guard, Session};
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::edit::{Edit, Swap};
use crate::lint::changes_letters;
use crate::model::annotation::Tag;
use crate::model::document::Language;
use crate::model::id::DocumentId;

/// Marks in an article with which removing it takes longer than 4 ms; 100,000 take 430 ms (`benches/speed`).
const MANY_MARKS: usize = 900;
/// Suggestions in an article with which taking all of them takes as long.
const MANY_SUGGESTIONS: usize = 200;
/// Articles that are opened together with which that takes as long: the rules are asked of each.
const MANY_ARTICLES: usize = 20;
/// Edits in a step with which taking it back or doing it again takes as long.
const MANY_EDITS: usize = 2_500;

/// Claims, numbers and sources of a project with which asking all rules anew takes as long: 7,000 take some 40 ms (`benches/findings`).
const MANY_RECORDS: usize = 500;
/// Claims with which reading all ratings on other scales takes as long.
const MANY_CLAIMS: usize = 1_500;

/// Marked numbers of an article with which reading all of them in another language takes as long.
const MANY_NUMBERS: usize = 100;

/// Bytes of an article in which finding every occurrence of a frequent word takes as long.
const LONG_BYTES: usize = 1_000_000;

/// Bytes of two drafts together with which comparing them takes as long.
const COMPARED_BYTES: usize = 6_000;

/// Why a project may not be changed while a copy of it is worked on.
const LENT: &str = "A long step is under way. It takes less than a second.";

impl Session {
    /// Whether carrying these edits out, or taking them back, takes longer than a frame.
    pub fn is_long_step(&self, edits: &[Edit]) -> bool {
        edits.len() > MANY_EDITS || edits.iter().any(|edit| self.asks_many(edit))
    }

    /// Whether an edit touches one thing, and with it what is said of thousands.
    fn asks_many(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Reorder(Swap { before: Some(before), after: Some(after) }) => self.is_large() && changes_letters(before, after),
            Edit::SetHouse(Swap { before: Some(before), after: Some(after) }) => self.has_many_claims() && before.scales != after.scales,
            _ => false,
        }
    }

    fn is_large(&self) -> bool {
        let project = &self.project;
        project.claims().len() + project.quantities().len() + project.sources().len() > MANY_RECORDS
    }

    fn has_many_claims(&self) -> bool {
        self.project.claims().len() > MANY_CLAIMS
    }

    /// Whether a command takes longer than a frame, so that it belongs off the drawing thread.
    pub fn is_long(&self, command: &Command) -> bool {
        let edits = match command {
            Command::RemoveArticle(id) => {
                let is_last = self.project.order().last() == Some(id);
                let has_many_marks = self.lookup.document(*id).is_some_and(|document| document.marks.len() > MANY_MARKS);
                return has_many_marks || (self.is_large() && !is_last);
            }
            Command::AddArticles(articles) => return articles.len() > MANY_ARTICLES,
            Command::OpenDraft(id, article) => {
                let marks = self.lookup.document(*id).map_or(0, |document| document.marks.len());
                let before = self.project.document(*id).map_or(0, |document| document.text.len());
                return marks > MANY_MARKS || before + article.text.len() > COMPARED_BYTES;
            }
            Command::MoveArticle(..) | Command::MoveArticleBy(..) => return self.is_large(),
            Command::Type { field: Field::Language(id), text, .. } => return self.reads_many_again(*id, text),
            // What is typed in a scale changes a word at a time, and only what is said of that word.
            Command::ChangeScale(_) => return self.has_many_claims(),
            Command::Run(Action::TagEveryOccurrence(_)) => {
                return self.document().is_some_and(|document| document.text.len() > LONG_BYTES);
            }
            Command::Run(Action::TakeAllSuggestions | Action::DropAllSuggestions) => return self.suggestions_at_most() > MANY_SUGGESTIONS,
            Command::Run(Action::Undo) => self.history.last(),
            Command::Run(Action::Redo) => self.history.next(),
            _ => None,
        };
        edits.is_some_and(|step| self.is_long_step(&step.edits))
    }

    /// Whether many numbers are read anew where that is typed as the language of an article.
    fn reads_many_again(&self, id: DocumentId, typed: &str) -> bool {
        let Some((document, lookup)) = self.project.document(id).zip(self.lookup.document(id)) else { return false };
        let is_other = Language::named(typed).unwrap_or_else(|| document.text.language()) != document.language();
        is_other && lookup.marks.iter().filter(|mark| mark.tag == Tag::Number).take(MANY_NUMBERS + 1).count() > MANY_NUMBERS
    }

    /// A copy to work on, which costs next to nothing. Until it is given back this session may only be read.
    pub fn lend(&mut self) -> Session {
        let copy = self.clone();
        // What is said from here on is said while it is away.
        self.notice = None;
        self.guard = Guard::ReadOnly { reason: LENT.to_owned(), can_take_over: false };
        copy
    }

    /// Whether a copy is worked on.
    pub fn is_lent(&self) -> bool {
        matches!(&self.guard, Guard::ReadOnly { reason, .. } if reason == LENT)
    }

    /// Goes on with a copy that was lent, or as before where it is lost. Gives what is to be let go of, which takes a while, too: the
    /// copy itself where another project is at work by now.
    pub fn take_back(&mut self, copy: Option<Session>) -> Option<Session> {
        if !self.is_lent() {
            return copy;
        }
        let Some(mut copy) = copy.filter(|copy| copy.project.id() == self.project.id()) else {
            self.guard = Guard::Writable;
            return None;
        };
        // What may come about while it was away.
        copy.saved_revision = self.saved_revision;
        copy.notice = self.notice.take().or(copy.notice);
        copy.path.clone_from(&self.path);
        copy.checker.clone_from(&self.checker);
        copy.visits = copy.visits.max(self.visits);
        copy.requests.append(&mut self.requests);
        copy.to_count.append(&mut self.to_count);
        copy.suggesting.take_back(std::mem::take(&mut self.suggesting));
        if copy.counted != self.counted {
            copy.counted = self.counted + 1;
            copy.want_counted(copy.project.order().to_vec());
        }
        Some(std::mem::replace(self, copy))
    }
}
