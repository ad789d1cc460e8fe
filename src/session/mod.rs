//! A project at work: selection, history, view, search, unsaved state. Everything a view may read.

pub mod already;
pub mod articles;
pub mod attributing;
pub mod checking;
pub mod claims;
pub mod comparing;
pub mod deciding;
pub mod dispatch;
pub mod doubts;
pub mod drafts;
pub mod due;
pub mod exporting;
pub mod files;
pub mod grouping;
pub mod guard;
pub mod ids;
pub mod lending;
pub mod linking;
pub mod merging;
mod noted;
pub mod preferences;
pub mod queue;
pub mod register;
pub mod replacing;
mod rereading;
pub mod restoring;
pub mod scales;
pub mod search;
pub mod selection;
pub mod settling;
pub mod signing;
pub mod stepping;
pub mod suggesting;
pub mod switching;
pub mod tagging;
pub mod typing;
pub mod walking;
pub mod web;
mod whole_words;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::command::Field;
use crate::command::catalogue::Action;
use crate::edit::transaction::Visit;
use crate::edit::{Deed, EditError, History};
use crate::lint::{Finding, Findings, Rule, Subject};
use crate::model::annotation::{Annotation, Doubtful, Mention};
use crate::model::document::{Document, Span, Text};
use crate::model::id::{AnnotationId, ClaimId, DocumentId, ProjectId};
use crate::model::lookup::{DocumentLookup, Lookup};
use crate::model::moment::Moment;
use crate::model::project::Project;

pub use guard::Guard;
pub use ids::IdSource;
pub use linking::{LinkStart, Linking};
pub use preferences::{Preference, Preferences, ThemeWish};
pub use search::Search;
pub use selection::Selection;
use suggesting::Suggesting;
pub use suggesting::ToRead;
pub use tagging::{Edge, Occurrences, Resizing};

/// Which view fills the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewKind {
    /// The article and its marks.
    #[default]
    Articles,
    /// The claims of all articles.
    Claims,
    /// All figures.
    Numbers,
    /// The source register.
    Sources,
    /// Two articles beside each other.
    Compare,
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
    /// Whether it stays until it is answered, as warnings do.
    pub stays: bool,
    /// What can be done about it at once.
    pub action: Option<Action>,
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
    /// Show the drafts of this article.
    ShowDrafts(DocumentId),
    /// Ask why findings of this rule are not wanted.
    AskWhyOff(Rule),
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

/// A project at work. A copy shares what it holds, so it costs next to nothing.
#[derive(Clone)]
pub struct Session {
    project: Project,
    lookup: Arc<Lookup>,
    findings: Arc<Findings>,
    same: register::Same,
    /// Numbers that perhaps measure the same.
    offered: grouping::Offered,
    worked_out: checking::WorkedOut,
    history: History,
    /// What was done and is not handed to the journal yet.
    deeds: Vec<Deed>,
    ids: IdSource,
    revision: u64,
    counted: u64,
    to_count: Vec<(DocumentId, Text)>,
    saved_revision: u64,
    path: Option<PathBuf>,
    guard: Guard,
    checker: String,
    now: Moment,
    visits: u64,
    view: ViewKind,
    selection: Option<Selection>,
    mark: Option<AnnotationId>,
    record: Option<Mention>,
    /// What the walk through doubtful places came to last.
    looked_at: Option<Doubtful>,
    grown: Vec<Span>,
    mode: Mode,
    back: Vec<Place>,
    forward: Vec<Place>,
    search: Search,
    suggesting: Suggesting,
    notice: Option<Notice>,
    requests: Vec<Request>,
}

impl Session {
    /// A session on a project that stands in a file, or in none yet.
    pub fn new(project: Project, path: Option<PathBuf>, ids: IdSource) -> Self {
        let lookup = Lookup::new(&project);
        let findings = Findings::new(&project, &lookup, Moment::default());
        Session::knowing((project, lookup, findings), path, ids)
    }

    /// The same for a large project of which the thread that read it has already found what follows from it.
    pub fn knowing((project, lookup, findings): (Project, Lookup, Findings), path: Option<PathBuf>, mut ids: IdSource) -> Self {
        ids.start_behind(&project);
        let first = project.order().first().copied();
        let mut session = Session {
            project,
            lookup: Arc::new(lookup),
            findings: Arc::new(findings),
            same: register::Same::default(),
            offered: grouping::Offered::default(),
            worked_out: checking::WorkedOut::default(),
            history: History::default(),
            deeds: Vec::new(),
            ids,
            revision: 0,
            counted: 0,
            to_count: Vec::new(),
            saved_revision: 0,
            path,
            guard: Guard::default(),
            checker: String::new(),
            now: Moment::default(),
            visits: 0,
            view: ViewKind::default(),
            selection: first.map(|document| Selection::caret(document, 0)),
            mark: None,
            record: None,
            looked_at: None,
            grown: Vec::new(),
            mode: Mode::default(),
            back: Vec::new(),
            forward: Vec::new(),
            search: Search::default(),
            suggesting: Suggesting::default(),
            notice: None,
            requests: Vec::new(),
        };
        session.want_counted(session.project.order().to_vec());
        session
    }

    /// The same with undo and redo as an earlier session left them.
    pub fn with_history(self, history: History) -> Self {
        Session { history, ..self }
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

    /// What the rules find, as it is now.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What the rules find about records, in the order in which they are given.
    pub fn findings_about(&self, records: &[Mention]) -> Vec<Finding> {
        records.iter().flat_map(|record| self.findings.about(Subject::Record(*record))).collect()
    }

    /// Looks at the clock: what was asked may be late by now.
    pub fn wake(&mut self, now: Moment) {
        if self.findings.is_late(now) {
            Arc::make_mut(&mut self.findings).wake(&self.project, &self.lookup, now);
            self.counted += 1;
        }
    }

    /// Milliseconds until [`Self::wake`] has something to tell.
    pub fn next_deadline_ms(&self, now: Moment) -> Option<u64> {
        let next = self.findings.next_deadline(now)?;
        // A moment is over one millisecond later.
        u64::try_from(next.epoch_ms.saturating_sub(now.epoch_ms)).ok().map(|wait| wait.saturating_add(1))
    }

    /// Undo and redo, to read their labels.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Grows with every change of the project; a key for what is computed from it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Grows when the sentences of a long article were counted, entries that are perhaps the same were found, or an answer is late: what is
    /// computed from that changes without a change of the project.
    pub fn counted(&self) -> u64 {
        self.counted
    }

    /// The long articles whose sentences nobody has counted yet, for a thread that prepares their texts; each is given once.
    pub fn take_to_count(&mut self) -> Vec<(DocumentId, Text)> {
        std::mem::take(&mut self.to_count)
    }

    /// Looks how the sentences of an article stand, now that its text is prepared.
    pub fn take_counted(&mut self, id: DocumentId) {
        Arc::make_mut(&mut self.lookup).count_sentences(&self.project, id);
        Arc::make_mut(&mut self.findings).count_sentences(&self.project, &self.lookup, id);
        self.counted += 1;
    }

    fn want_counted(&mut self, ids: impl IntoIterator<Item = DocumentId>) {
        for id in ids {
            let is_counted = self.lookup.document(id).is_none_or(DocumentLookup::is_counted);
            let text = self.project.document(id).filter(|_| !is_counted).map(|document| document.text.clone());
            self.to_count.extend(text.map(|text| (id, text)));
        }
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
        self.notice = Some(Notice { words: words.into(), is_warning, stays: is_warning, action: None });
    }

    /// Says something that nobody should miss: it stays until it is closed.
    pub fn say_lasting(&mut self, words: impl Into<String>, is_warning: bool) {
        self.notice = Some(Notice { words: words.into(), is_warning, stays: true, action: None });
    }

    /// Warns the checker, with what can be done about it at once.
    pub fn say_with(&mut self, words: impl Into<String>, action: Action) {
        self.notice = Some(Notice { words: words.into(), is_warning: true, stays: true, action: Some(action) });
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
}

#[cfg(test)]
mod tests;
