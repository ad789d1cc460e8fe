//! Opening: what the program starts on, projects and articles by their files, and the place where the checker left.

use std::path::{Path, PathBuf};

use super::App;
use super::jobs::Done;
use super::journalling::Journalling;
use super::leaving::Next;
use super::log::Event;
use super::reading::Read;
use super::settings::{Last, remember_recent, view_name, view_named};
use super::versions::Wish;
use crate::command::{Action, Command};
use crate::fetch::Address;
use crate::model::document::Span;
use crate::session::{Guard, IdSource, Session, ViewKind};
use crate::storage::journal::{self, Unit};
use crate::storage::{self, Disk, Fs as _, Opened};
use crate::view::wording::time_of;

/// The sample project that ships.
const SAMPLE: &str = include_str!("../../projects/merrowhaven-flood.ron");

impl App {
    /// Starts on files, the last project, an unsaved one that can be recovered, or the welcome page.
    pub(super) fn start_on(&mut self, files: Vec<PathBuf>) {
        self.take_habits();
        if !files.is_empty() {
            self.open_paths(files);
            return;
        }
        self.jobs.find_unsaved(self.folders.clone(), self.preferences.undo_steps);
    }

    /// Shows work that stands in no file; if there is none, the last project.
    pub(super) fn take_unsaved(&mut self, read: Option<Box<Read>>, remarks: &[String]) {
        if self.session.path().is_some() || !self.session.project().order().is_empty() {
            // The checker was faster. What was found waits for the next start.
            return;
        }
        if let Some(read) = read {
            self.show_project(*read, None);
            let name = self.session.project().name().to_owned();
            let said = self.session.notice().map_or_else(String::new, |notice| format!(" {}", notice.words));
            let words = format!("“{name}” was in no file when the program ended. It is here as you left it: save it to keep it.{said}");
            self.session.say_lasting(words, false);
            self.session.mark_saved(u64::MAX, None);
        } else if let Some(last) = self.settings.last.clone().filter(|last| Disk.is_there(&last.project)) {
            self.open_project(last.project, Wish::Open);
        }
        if !remarks.is_empty() {
            self.session.say(remarks.join(" "), true);
        }
    }

    /// Opens files: one project, or articles. An address on the web is asked about first, as if it had been typed.
    pub(super) fn open_paths(&mut self, paths: Vec<PathBuf>) {
        let is_address = |path: &PathBuf| path.to_str().is_some_and(Address::is_meant);
        let (addresses, paths): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_address);
        if addresses.len() > 1 {
            self.session.say("One page is fetched at a time; the first address was taken.", false);
        }
        if let Some(address) = addresses.first() {
            self.ask_address(&address.to_string_lossy());
        }
        let is_project = |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(storage::EXTENSION));
        let (projects, articles): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_project);
        if projects.len() > 1 {
            self.session.say("One project is open at a time; the first one was taken.", false);
        }
        if let Some(project) = projects.into_iter().next() {
            self.leave_project(Next::Open(project));
        }
        if !articles.is_empty() {
            self.read_articles(articles);
        }
    }

    /// Opens a copy of the sample.
    pub(super) fn show_sample(&mut self) {
        match storage::read(SAMPLE.as_bytes()) {
            Ok(opened) => {
                // A copy is a project of its own, with backups and a journal of its own.
                let id = IdSource::new(self.fresh_seed()).next((self.clock)());
                self.show_project(Read::new(Opened { project: opened.project.copied_as(id), ..opened }), None);
                self.session.say("This is a copy of the sample: try anything. Save it under a name of your own to keep it.", false);
            }
            Err(error) => self.session.say(format!("The sample could not be opened: {error}."), true),
        }
    }

    /// Starts an empty project.
    pub(super) fn start_new(&mut self) {
        self.settings.last = None;
        let session = Session::empty(IdSource::new(self.fresh_seed()), (self.clock)());
        let unit = Unit::new(&self.folders.journals(), session.project());
        self.take_session(session, Some(unit));
    }

    /// Another seed for every session of this start.
    fn fresh_seed(&mut self) -> u64 {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.seed >> 20
    }

    /// Goes on with another session, and with its journal if it may be changed. What was left is kept unless it is safe in its file or
    /// given up.
    fn take_session(&mut self, session: Session, unit: Option<Unit>) {
        self.journal.hand_over(&mut self.session);
        let journal = Journalling::new(&self.jobs.ctx(), unit, (self.clock)()).watched(self.witness.clone());
        let ending = std::mem::replace(&mut self.journal, journal).take();
        self.jobs.end_journal(ending, !self.session.is_saved());
        let left = std::mem::replace(&mut self.session, session);
        self.jobs.let_go(left);
        self.take_habits();
        self.saving = super::Saving::default();
        self.backups.forget_project();
        self.watch.forget();
        self.panels.forget_project();
        self.fetching.stop();
        self.originals = super::originals::Originals::default();
        self.shown = None;
    }

    /// Shows a project. One that was read with parts left out is shown without its file, so that saving asks for another
    /// one and the damaged file stays as it is.
    pub(super) fn show_project(&mut self, Read { opened, lookup, findings, backup, left }: Read, path: Option<PathBuf>) {
        let is_whole = opened.is_whole();
        let damaged = path.clone().filter(|_| !is_whole);
        let path = path.filter(|_| is_whole && !opened.is_read_only);
        let backup = backup.map(|made| time_of(made, (self.clock)()));
        let (damage, is_read_only) = (opened.damage_words(backup.as_deref()), opened.is_read_only);
        let seed = self.fresh_seed();
        // One that is opened by its file without a journal may only be read.
        let is_new = left.is_none() && path.is_none() && !is_read_only;
        let unit = is_new.then(|| Unit::new(&self.folders.journals(), &opened.project));
        let session = Session::knowing((opened.project, lookup, findings), path.clone(), IdSource::new(seed));
        let (session, unit, recovered, remarks) = match left {
            Some(left) => (session.with_history(left.history), Some(left.unit), left.recovered, left.remarks),
            None => (session, unit, Vec::new(), Vec::new()),
        };
        self.take_session(session, unit);
        let project = self.session.project();
        let (articles, marks) = (project.order().len(), project.annotations().len());
        let claims = project.claims().len();
        self.witness.shown(project);
        self.timings.event("project_shown", serde_json::json!({ "marks": marks, "claims": claims }));
        self.note(Event::Opened { project: project.id(), articles, marks, warnings: opened.warnings.len() });
        if let Some(path) = &path {
            remember_recent(&mut self.preferences.recent, path);
            self.return_to_last(path);
            self.keep_habits();
            self.look_for_originals(path.clone());
        }
        self.damaged = damaged;
        if is_read_only {
            self.session.say(format!("Opened to read only. {}", storage::READ_ONLY), true);
            self.session.set_guard(Guard::ReadOnly { reason: storage::READ_ONLY.to_owned(), can_take_over: false });
        } else if let Some(words) = damage {
            self.session.say(format!("{words} Saving asks for a new name."), true);
        } else if !opened.warnings.is_empty() {
            // Places are told in one sentence, and each where it stands.
            let others: Vec<_> = opened.warnings.iter().filter(|warning| !warning.is_of_place()).collect();
            let first: Vec<String> = others.iter().take(3).map(ToString::to_string).collect();
            let more = others.len().saturating_sub(3);
            let rest = if more > 0 { format!(" And {more} more.") } else { String::new() };
            let places = self.session.reanchored_words().map_or_else(String::new, |words| format!("{words}. "));
            self.session.say(format!("Opened with warnings. {places}{}{rest}", first.join(" ")), true);
        }
        self.tell_recovered(&recovered, &remarks);
    }

    /// Says what the journal had that the file has not, before what else is said.
    fn tell_recovered(&mut self, recovered: &[String], remarks: &[String]) {
        if !recovered.is_empty() {
            // The file does not hold it yet.
            self.session.mark_saved(u64::MAX, None);
        }
        let words = (!recovered.is_empty()).then(|| journal::recovered_words(recovered, self.session.path().is_some()));
        let said = words.into_iter().chain(remarks.iter().cloned()).collect::<Vec<_>>().join(" ");
        if !said.is_empty() {
            let (others, was_warning) =
                self.session.notice().map_or((String::new(), false), |notice| (format!(" {}", notice.words), notice.is_warning));
            self.session.say_lasting(format!("{said}{others}"), was_warning || !remarks.is_empty());
        }
    }

    /// Goes to the place where the checker left this project.
    fn return_to_last(&mut self, path: &Path) {
        let Some(last) = self.settings.last.clone().filter(|last| last.project == path) else { return };
        let document = self.session.project().order().get(last.article).copied();
        if let Some(document) = document {
            self.session.run(Command::Select { document, anchor: last.caret, head: last.caret }, (self.clock)());
            self.panels.galley.reveal(document, Span::between(last.caret, last.caret));
        }
        let action = match view_named(&last.view) {
            ViewKind::Articles => Action::ShowArticles,
            ViewKind::Claims => Action::ShowClaims,
            ViewKind::Numbers => Action::ShowNumbers,
            ViewKind::Sources => Action::ShowSources,
            ViewKind::Compare => Action::ShowCompare,
            ViewKind::Report => Action::ShowReport,
        };
        self.session.run(Command::Run(action), (self.clock)());
    }

    /// Writes habits and place down, so that a start after a kill is where this one ended.
    pub(super) fn keep_habits(&mut self) {
        self.remember_place();
        self.panels.note_sizes(&mut self.settings);
        self.settings.take_preferences(&self.preferences);
        let (settings, path) = (self.settings.clone(), self.folders.settings());
        self.jobs.start(move || {
            // Habits that cannot be written are no reason to stop.
            let _ = settings.write(&path);
            Done::Nothing
        });
    }

    /// Notes where the checker is, for the next start.
    pub(super) fn remember_place(&mut self) {
        let Some(path) = self.session.path() else { return };
        let selection = self.session.selection();
        let article = selection.and_then(|selection| self.session.project().order().iter().position(|id| *id == selection.document));
        self.settings.last = Some(Last {
            project: path.to_owned(),
            view: view_name(self.session.view()).to_owned(),
            article: article.unwrap_or(0),
            caret: selection.map_or(0, |selection| selection.head),
        });
    }
}
