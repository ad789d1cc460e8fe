//! A project at work: selection, history, view, search, unsaved state. Everything a view may read, and the one place where
//! commands become edits.

pub mod articles;
pub mod files;
pub mod ids;
pub mod linking;
pub mod merging;
pub mod preferences;
pub mod search;
pub mod selection;
pub mod settling;
pub mod stepping;
pub mod tagging;
pub mod typing;
pub mod walking;

use std::path::{Path, PathBuf};

use crate::command::catalogue::{Action, When};
use crate::command::{Command, Field};
use crate::edit::transaction::Visit;
use crate::edit::{EditError, History};
use crate::model::annotation::{Annotation, Mention};
use crate::model::document::{Document, Span, Text};
use crate::model::id::{AnnotationId, ClaimId, DocumentId, ProjectId};
use crate::model::lookup::{DocumentLookup, Lookup};
use crate::model::moment::Moment;
use crate::model::project::Project;

pub use ids::IdSource;
pub use linking::{LinkStart, Linking};
pub use preferences::{Preference, Preferences, ThemeWish};
pub use search::Search;
pub use selection::Selection;
pub use tagging::{Edge, Occurrences, Resizing};

/// Which view fills the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewKind {
    /// The article and its marks.
    #[default]
    Articles,
    /// All figures.
    Numbers,
    /// The source register.
    Sources,
    /// The report.
    Report,
}

/// What the keyboard is doing in the galley.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Mode {
    /// Reading and tagging.
    #[default]
    Reading,
    /// Choosing the other end of a link.
    Linking(Linking),
    /// Moving an edge of a mark.
    Resizing(Resizing),
    /// Going through every occurrence of words.
    Confirming(Occurrences),
}

/// Words for the checker that are no error of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What to say, with the next step.
    pub words: String,
    /// Whether something went wrong or was refused.
    pub is_warning: bool,
}

/// Something a session needs from the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Put the keyboard focus in a field.
    Focus(Field),
    /// Put the keyboard focus in the article.
    FocusGalley,
    /// Put text on the clipboard.
    Copy(String),
    /// Bring words into view if they are not.
    Reveal {
        /// The article.
        document: DocumentId,
        /// The words.
        span: Span,
    },
    /// Tell a screen reader.
    Announce(String),
}

/// A place to come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    view: ViewKind,
    selection: Selection,
    mark: Option<AnnotationId>,
}

/// Why a command did nothing, in words with a next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub String);

impl From<EditError> for Refusal {
    fn from(error: EditError) -> Self {
        Refusal(format!("Nothing was changed: {error}."))
    }
}

impl From<&str> for Refusal {
    fn from(words: &str) -> Self {
        Refusal(words.to_owned())
    }
}

/// The result of a command.
pub type Outcome = Result<(), Refusal>;

/// A project at work.
pub struct Session {
    project: Project,
    lookup: Lookup,
    history: History,
    ids: IdSource,
    revision: u64,
    saved_revision: u64,
    path: Option<PathBuf>,
    checker: String,
    now: Moment,
    visits: u64,
    view: ViewKind,
    selection: Option<Selection>,
    mark: Option<AnnotationId>,
    record: Option<Mention>,
    grown: Vec<Span>,
    mode: Mode,
    back: Vec<Place>,
    forward: Vec<Place>,
    search: Search,
    notice: Option<Notice>,
    requests: Vec<Request>,
}

impl Session {
    /// A session on a project that stands in a file, or in none yet.
    pub fn new(project: Project, path: Option<PathBuf>, mut ids: IdSource) -> Self {
        ids.start_behind(&project);
        let lookup = Lookup::new(&project);
        let first = project.order().first().copied();
        Session {
            project,
            lookup,
            history: History::default(),
            ids,
            revision: 0,
            saved_revision: 0,
            path,
            checker: String::new(),
            now: Moment::default(),
            visits: 0,
            view: ViewKind::default(),
            selection: first.map(|document| Selection::caret(document, 0)),
            mark: None,
            record: None,
            grown: Vec::new(),
            mode: Mode::default(),
            back: Vec::new(),
            forward: Vec::new(),
            search: Search::default(),
            notice: None,
            requests: Vec::new(),
        }
    }

    /// A session on a new, empty project.
    pub fn empty(mut ids: IdSource, now: Moment) -> Self {
        let project = Project::new(ids.next::<ProjectId>(now), "New project");
        Session::new(project, None, ids)
    }

    /// The project, to read.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// What follows from the project.
    pub fn lookup(&self) -> &Lookup {
        &self.lookup
    }

    /// Undo and redo, to read their labels.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Grows with every change of the project; a key for what is computed from it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the file (if there is one) holds the project as it is.
    pub fn is_saved(&self) -> bool {
        self.revision == self.saved_revision
    }

    /// Remembers that the file holds the project as it was at that revision.
    pub fn mark_saved(&mut self, revision: u64, path: Option<&Path>) {
        self.saved_revision = revision;
        if let Some(path) = path {
            self.path = Some(path.to_owned());
        }
    }

    /// The project's file.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The checker's name or initials, written into every change.
    pub fn checker(&self) -> &str {
        &self.checker
    }

    /// Sets the checker's name.
    pub fn set_checker(&mut self, name: &str) {
        self.checker = name.to_owned();
    }

    /// The view that is shown.
    pub fn view(&self) -> ViewKind {
        self.view
    }

    /// Caret and selection; none while no article is open.
    pub fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// The selected mark.
    pub fn mark(&self) -> Option<&Annotation> {
        self.mark.and_then(|id| self.project.annotations().get(&id))
    }

    /// The record that the inspector shows: the selected mark's, or the row chosen in a table.
    pub fn record(&self) -> Option<Mention> {
        match self.view {
            ViewKind::Articles => self.mark().map(|mark| mark.mention),
            _ => self.record.filter(|record| self.project.has(*record)),
        }
    }

    /// The claim that the settling keys act on.
    pub fn claim(&self) -> Option<ClaimId> {
        match self.record()? {
            Mention::Claim(id) => Some(id),
            Mention::Number(_) | Mention::Source(_) => None,
        }
    }

    /// What the keyboard is doing.
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The search.
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// Words for the checker, until dismissed or replaced.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Takes the notice away.
    pub fn dismiss_notice(&mut self) {
        self.notice = None;
    }

    /// Says something to the checker.
    pub fn say(&mut self, words: impl Into<String>, is_warning: bool) {
        self.notice = Some(Notice { words: words.into(), is_warning });
    }

    /// What the window should do, taken once.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// The article that is shown.
    pub fn document(&self) -> Option<&Document> {
        self.project.document(self.selection?.document)
    }

    /// What follows from the article that is shown.
    pub fn document_lookup(&self) -> Option<&DocumentLookup> {
        self.lookup.document(self.selection?.document)
    }

    /// A number for a new visit to a text field.
    pub fn new_visit(&mut self) -> Visit {
        self.visits += 1;
        Visit(self.visits)
    }

    /// Whether an action makes sense now.
    pub fn applies(&self, action: Action) -> bool {
        let has_words = self.selection.is_some_and(|selection| !selection.is_empty());
        match action.row().map_or(When::Always, |row| row.when) {
            When::Always => true,
            When::Article => self.document().is_some(),
            When::Selection => has_words || self.mark.is_some(),
            When::Mark => self.mark.is_some(),
            When::Claim => self.claim().is_some(),
            When::Undo => self.history.undo_label().is_some(),
            When::Redo => self.history.redo_label().is_some(),
            When::Hits => !self.search.hits().is_empty(),
        }
    }

    /// Carries out a command. A command that only the window can do is left alone. What is refused is said in a notice.
    pub fn run(&mut self, command: Command, now: Moment) {
        self.now = now;
        let outcome = self.dispatch(command);
        if let Err(Refusal(words)) = outcome {
            self.say(words, true);
        }
    }

    fn dispatch(&mut self, command: Command) -> Outcome {
        match command {
            Command::Run(action) => self.act(action),
            Command::Select { document, anchor, head } => self.select(document, anchor, head),
            Command::SelectMark(mark) => self.select_mark(mark),
            Command::Resize { mark, span } => self.resize(mark, span),
            Command::Tag { document, span, tag } => self.tag(document, span, tag),
            Command::PickLinkEnd(mark) => self.pick_link_end(mark),
            Command::PickRole(role) => self.pick_role(role),
            Command::Type { field, text, visit } => self.type_in(field, &text, visit),
            Command::SetStatus(claim, status) => self.set_status(claim, status),
            Command::Rate(claim, grade) => self.rate(claim, grade),
            Command::AddEvidence(claim) => self.add_evidence(claim),
            Command::RemoveEvidence(claim, row) => self.remove_evidence(claim, row),
            Command::MoveEvidence(claim, row, by) => self.move_evidence(claim, row, by),
            Command::SetStance(claim, row, stance) => self.set_stance(claim, row, stance),
            Command::SetApproximation(number, approximation) => self.set_approximation(number, approximation),
            Command::SetSourceKind(source, kind) => self.set_source_kind(source, kind),
            Command::SetFirstHand(source, first_hand) => self.set_first_hand(source, first_hand),
            Command::SetReason(exclusion, reason) => self.set_reason(exclusion, reason),
            Command::RemoveExclusion(exclusion) => self.remove_exclusion(exclusion),
            Command::Link { from, to, role } => self.link(from, to, role),
            Command::Unlink(link) => self.unlink(link),
            Command::SetRole(link, role) => self.set_role(link, role),
            Command::AddMention { claim, document, span } => self.add_mention(claim, document, span),
            Command::MergeClaims { keep, join } => self.merge_claims(keep, join),
            Command::SplitClaim(mark) => self.split_claim(mark),
            Command::MergeSources { keep, join } => self.merge_sources(keep, join),
            Command::SplitSource(mark) => self.split_source(mark),
            Command::AddSource(name) => self.add_source(&name),
            Command::RemoveMark(mark) => self.remove_mark(mark),
            Command::RemoveSource(source) => self.remove_source(source),
            Command::AddArticles(articles) => self.add_articles(articles),
            Command::RemoveArticle(document) => self.remove_article(document),
            Command::MoveArticle(document, place) => self.move_article(document, place),
            Command::ShowArticle(document) => self.show_article(document),
            Command::ShowRecord(record) => self.show_record(record),
            Command::SelectRecord(record) => {
                self.record = Some(record);
                Ok(())
            }
            Command::ShowPlace { document, span } => self.show_place(document, span),
            Command::Search(query) => self.search_for(query),
            Command::FocusField(field) => self.focus(field),
            Command::DismissNotice => {
                self.dismiss_notice();
                Ok(())
            }
            Command::OpenPaths(_)
            | Command::SaveTo(_)
            | Command::ExportTo(..)
            | Command::Export(_)
            | Command::OpenSample
            | Command::OpenRecent(_) => Ok(()),
        }
    }

    fn act(&mut self, action: Action) -> Outcome {
        match action {
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Copy => self.copy(),
            Action::ShowArticles => self.show_view(ViewKind::Articles),
            Action::ShowNumbers => self.show_view(ViewKind::Numbers),
            Action::ShowSources => self.show_view(ViewKind::Sources),
            Action::ShowReport => self.show_view(ViewKind::Report),
            Action::MoveCaret(motion) => self.move_caret(motion, false),
            Action::ExtendSelection(motion) => self.move_caret(motion, true),
            Action::SelectAll => self.select_all(),
            Action::SelectWord => self.select_word(),
            Action::Grow => self.grow(),
            Action::Shrink => self.shrink(),
            Action::Clear => self.clear(),
            Action::TagSelection(tag) => self.tag_selection(tag),
            Action::TagEveryOccurrence(tag) => self.tag_every_occurrence(tag),
            Action::NotCheckable => self.set_aside(),
            Action::Remove => self.remove_selected(),
            Action::StartLink => self.start_link(),
            Action::StartResize => self.start_resize(),
            Action::SetStatus(status) => self.on_claim(|session, claim| session.set_status(claim, status)),
            Action::Rate(grade) => self.on_claim(|session, claim| session.rate(claim, Some(grade))),
            Action::ClearRating => self.on_claim(|session, claim| session.rate(claim, None)),
            Action::EditClaim => self.on_claim(|session, claim| session.focus(Field::Restatement(claim))),
            Action::EditCorrection => self.on_claim(|session, claim| session.focus(Field::Correction(claim))),
            Action::EditNote => self.edit_note(),
            Action::EditSelected | Action::RowEdit => self.edit_selected(),
            Action::SplitMention => self.split_selected(),
            Action::NextMark => self.next_mark(),
            Action::PreviousMark => self.previous_mark(),
            Action::NextOpen => self.next_open(),
            Action::PreviousOpen => self.previous_open(),
            Action::NextArticle => self.step_article(1),
            Action::PreviousArticle => self.step_article(-1),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::RenumberClaims => self.renumber_claims(),
            Action::NextHit => self.step_hit(true),
            Action::PreviousHit => self.step_hit(false),
            Action::LinkNext => self.step_link_end(true),
            Action::LinkPrevious => self.step_link_end(false),
            Action::LinkRole => self.next_role(),
            Action::LinkConfirm => self.confirm_link(),
            Action::LinkLeave | Action::OccurrenceLeave => self.leave_mode(),
            Action::ResizeRight => self.resize_step(Text::next),
            Action::ResizeLeft => self.resize_step(Text::previous),
            Action::ResizeWordRight => self.resize_step(selection::word_right),
            Action::ResizeWordLeft => self.resize_step(selection::word_left),
            Action::ResizeEdge => self.resize_other_edge(),
            Action::ResizeKeep => self.resize_keep(),
            Action::ResizeRestore => self.resize_restore(),
            Action::OccurrenceTake => self.occurrence(true),
            Action::OccurrenceSkip => self.occurrence(false),
            Action::RowShow => self.record().map_or(Ok(()), |record| self.show_record(record)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
