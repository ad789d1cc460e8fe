//! Opening, saving, autosave, recovery and closing. A project is never left behind without asking.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use super::App;
use super::dialogs::{self, Answer, Purpose, typed_path};
use super::jobs::Done;
use super::layout::Answered;
use super::settings::{Last, remember_recent, view_name, view_named};
use crate::command::{Command, ExportFormat};
use crate::model::document::Span;
use crate::model::moment::Moment;
use crate::report::BuildInput;
use crate::session::{IdSource, Session, ViewKind};
use crate::storage::{self, Disk, Opened};
use crate::view::confirm::CloseAnswer;
use crate::view::status_bar::SaveState;

/// Quiet time after an edit before it is saved, milliseconds.
const QUIET_MS: i64 = 2_000;
/// Longest time that steady work goes unsaved, milliseconds.
const STEADY_MS: i64 = 10_000;

/// The sample project that ships.
const SAMPLE: &str = include_str!("../../projects/merrowhaven-flood.ron");

/// What a project is called before it is named.
const NO_NAME: &str = "New project";

/// What comes after the project at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A new project.
    New,
    /// The welcome page.
    Welcome,
    /// The sample.
    Sample,
    /// A project file.
    Open(PathBuf),
    /// The end.
    Quit,
}

/// What is known about the safety of the project.
#[derive(Default)]
pub struct Saving {
    last_revision: u64,
    last_edit_ms: i64,
    first_unsaved_ms: Option<i64>,
    running: Option<u64>,
    saved_at: Option<Moment>,
    recovered: Option<(u64, Moment)>,
    failed: Option<String>,
    sent_edit: Option<u64>,
    /// What to do when the project is safe.
    next: Option<Next>,
}

impl Saving {
    /// Notes an edit that a view sent, which the next frame paints.
    pub fn note_sent_edit(&mut self, revision: u64) {
        self.sent_edit = Some(revision);
    }

    /// Whether the frame in the making paints an edit that a view sent.
    pub fn has_sent_edit(&mut self, revision: u64) -> bool {
        self.sent_edit.take() == Some(revision)
    }

    /// What the status bar says.
    pub fn state(&self, session: &Session, now: Moment) -> SaveState {
        let kept = self.recovered.filter(|(kept, _)| *kept == session.revision());
        match (&self.failed, session.path(), kept) {
            (Some(words), ..) => SaveState::Failed(words.clone()),
            (None, Some(_), _) if session.is_saved() => SaveState::Saved(self.saved_at.unwrap_or(now)),
            (None, None, _) if session.is_saved() => SaveState::NewProject,
            _ => SaveState::Unsaved,
        }
    }
}

impl App {
    /// Starts on files, the last project, an unsaved one that can be recovered, or the welcome page.
    pub(super) fn start_on(&mut self, files: Vec<PathBuf>) {
        self.session.set_checker(&self.preferences.checker);
        if !files.is_empty() {
            self.open_paths(files);
            return;
        }
        let copies = storage::recovery::list(&Disk, &self.folders.recovery()).unwrap_or_default();
        if let Some(copy) = copies.into_iter().find(|copy| copy.belongs_to.is_none())
            && let Ok(opened) = storage::recovery::open(&Disk, &copy)
        {
            self.show_project(opened, None);
            let name = self.session.project().name().to_owned();
            self.session.say(format!("“{name}” was not saved last time; this is its recovery copy. Save it to keep it."), false);
            self.session.mark_saved(u64::MAX, None);
            return;
        }
        if let Some(last) = self.settings.last.clone().filter(|last| last.project.exists()) {
            self.jobs.open_project(last.project, self.folders.recovery());
        }
    }

    /// Opens files: one project, or articles.
    pub(super) fn open_paths(&mut self, paths: Vec<PathBuf>) {
        let is_project = |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(storage::EXTENSION));
        let (projects, articles): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_project);
        if projects.len() > 1 {
            self.session.say("One project is open at a time; the first one was taken.", false);
        }
        if let Some(project) = projects.into_iter().next() {
            self.leave_project(Next::Open(project));
        }
        if !articles.is_empty() {
            self.jobs.read_articles(articles);
        }
    }

    /// Goes on to something else once the project at work is safe.
    pub(super) fn leave_project(&mut self, next: Next) {
        let has_work = !self.session.is_saved();
        if has_work && self.session.path().is_some() {
            // It has a file: it is saved there, and then the next one opens.
            self.saving.next = Some(next);
            self.save();
        } else if has_work {
            self.saving.next = Some(next);
            self.panels.ask_to_close(true);
        } else {
            self.go_on(next);
        }
    }

    fn go_on(&mut self, next: Next) {
        self.remember_place();
        match next {
            Next::New | Next::Welcome => {
                self.settings.last = None;
                let session = Session::empty(IdSource::new(self.fresh_seed()), (self.clock)());
                self.take_session(session);
            }
            Next::Sample => match storage::read(SAMPLE.as_bytes()) {
                Ok(opened) => {
                    self.show_project(opened, None);
                    self.session.say("This is a copy of the sample: try anything. Save it under a name of your own to keep it.", false);
                }
                Err(error) => self.session.say(format!("The sample could not be opened: {error}."), true),
            },
            Next::Open(path) => self.jobs.open_project(path, self.folders.recovery()),
            Next::Quit => self.may_close = true,
        }
    }

    /// Another seed for every session of this start.
    fn fresh_seed(&mut self) -> u64 {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.seed >> 20
    }

    fn take_session(&mut self, session: Session) {
        self.session = session;
        self.session.set_checker(&self.preferences.checker);
        self.saving = super::Saving::default();
        self.panels.forget_project();
        self.shown = None;
    }

    /// Shows a project. One that was read with parts left out is shown without its file, so that saving asks for another
    /// one and the damaged file stays as it is.
    fn show_project(&mut self, opened: Opened, path: Option<PathBuf>) {
        let is_whole = opened.is_whole();
        let path = path.filter(|_| is_whole);
        let seed = self.fresh_seed();
        self.take_session(Session::new(opened.project, path.clone(), IdSource::new(seed)));
        if let Some(path) = &path {
            remember_recent(&mut self.preferences.recent, path);
            self.return_to_last(path);
        }
        if !opened.warnings.is_empty() {
            let first: Vec<String> = opened.warnings.iter().take(3).map(ToString::to_string).collect();
            let more = opened.warnings.len().saturating_sub(3);
            let rest = if more > 0 { format!(" And {more} more.") } else { String::new() };
            let kept = if is_whole { "" } else { " The file stays as it is: saving asks for a new name." };
            self.session.say(format!("Opened with warnings. {}{rest}{kept}", first.join(" ")), true);
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
            ViewKind::Articles => crate::command::Action::ShowArticles,
            ViewKind::Numbers => crate::command::Action::ShowNumbers,
            ViewKind::Sources => crate::command::Action::ShowSources,
            ViewKind::Report => crate::command::Action::ShowReport,
        };
        self.session.run(Command::Run(action), (self.clock)());
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

    /// Saves to the project's file, or asks for one.
    pub(super) fn save(&mut self) {
        match self.session.path().map(Path::to_owned) {
            Some(path) => self.save_to(path),
            None => self.ask_path(Purpose::SaveProject),
        }
    }

    /// Saves to a file.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        self.name_after(&path);
        let revision = self.session.revision();
        self.saving.running = Some(revision);
        self.jobs.save(self.session.project().clone(), path, revision, (self.clock)());
    }

    /// A project that has no name of its own is called after its file.
    fn name_after(&mut self, path: &Path) {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
        if self.session.project().name() == NO_NAME && !stem.trim().is_empty() {
            let first: String = stem.trim().chars().take(1).flat_map(char::to_uppercase).collect();
            let rest: String = stem.trim().chars().skip(1).collect();
            let visit = self.session.new_visit();
            let named = Command::Type { field: crate::command::Field::ProjectName, text: first + &rest, visit };
            self.session.run(named, (self.clock)());
        }
    }

    /// Writes the report to a file.
    pub(super) fn export_to(&mut self, format: ExportFormat, path: PathBuf) {
        let input = BuildInput { today: (self.clock)(), checker: self.preferences.checker.clone(), offset: local_offset() };
        self.jobs.export(self.session.project().clone(), input, format, path);
    }

    /// Asks for a path: by the system's dialog, or by ours.
    pub(super) fn ask_path(&mut self, purpose: Purpose) {
        let folder = self.session.path().and_then(Path::parent).map(Path::to_owned);
        let name = self.file_name(purpose);
        if self.has_own_dialogs {
            self.panels.ask_for_path(purpose, &self.dialog_folder(), &name);
            return;
        }
        dialogs::ask(&mut self.jobs, purpose, folder.as_deref(), &name);
    }

    /// The name that is proposed for a file to be written.
    fn file_name(&self, purpose: Purpose) -> String {
        let stem = file_stem(self.session.project().name());
        match purpose {
            Purpose::SaveProject => format!("{stem}.ron"),
            Purpose::Export(format) => format!("{stem}.{}", format.extension()),
            Purpose::OpenArticles | Purpose::OpenProject => String::new(),
        }
    }

    pub(super) fn use_paths(&mut self, purpose: Purpose, paths: Vec<PathBuf>) {
        match (purpose, paths.into_iter().collect::<Vec<_>>()) {
            (_, paths) if paths.is_empty() => {}
            (Purpose::OpenArticles | Purpose::OpenProject, paths) => self.open_paths(paths),
            (Purpose::SaveProject, paths) => paths.into_iter().take(1).for_each(|path| self.save_to(path)),
            (Purpose::Export(format), paths) => paths.into_iter().take(1).for_each(|path| self.export_to(format, path)),
        }
    }

    /// A path typed in our own dialog.
    pub(super) fn use_typed_path(&mut self, purpose: Purpose, text: &str) {
        let folder = self.dialog_folder();
        self.use_paths(purpose, vec![typed_path(text, purpose, &folder)]);
    }

    /// The folder in which our own dialog starts.
    pub(super) fn dialog_folder(&self) -> PathBuf {
        let beside = self.session.path().and_then(Path::parent).map(Path::to_owned);
        beside.or_else(|| std::env::current_dir().ok()).unwrap_or_default()
    }

    /// Takes what jobs brought back.
    pub(super) fn take_jobs(&mut self, ctx: &Context) {
        for done in self.jobs.take() {
            self.take_done(ctx, done);
        }
    }

    fn take_done(&mut self, ctx: &Context, done: Done) {
        match done {
            Done::Articles { articles, remarks } => {
                if !articles.is_empty() {
                    self.run(ctx, Command::AddArticles(articles));
                }
                if !remarks.is_empty() {
                    self.session.say(remarks.join(" "), true);
                }
            }
            Done::Project { path, opened, is_recovered, took_ms } => match *opened {
                Ok(opened) => {
                    self.show_project(opened, Some(path));
                    if is_recovered {
                        self.session.mark_saved(u64::MAX, None);
                        self.session.say("The last save had failed; this is the recovery copy, which is newer than the file.", false);
                    }
                    self.timings.event("project_opened", serde_json::json!({ "took_ms": took_ms }));
                }
                Err(words) => self.session.say(words, true),
            },
            Done::Saved { revision, path, outcome, at } => self.take_saved(revision, &path, outcome, at),
            Done::Recovered { revision, outcome } => match outcome {
                Ok(()) => self.saving.recovered = Some((revision, (self.clock)())),
                Err(words) => self.saving.failed = Some(words),
            },
            Done::Exported { path, outcome } => match outcome {
                Ok(losses) => {
                    let lost = if losses.is_empty() { String::new() } else { format!(" {}", losses.join(" ")) };
                    self.session.say(format!("Report written to {}.{lost}", path.display()), false);
                    self.timings.event("exported", serde_json::json!({}));
                }
                Err(words) => self.session.say(format!("{words}. The project is safe; choose another place for the report."), true),
            },
            Done::Dialog(Answer::Paths(purpose, paths)) => self.use_paths(purpose, paths),
            Done::Dialog(Answer::Cancelled) => self.saving.next = None,
            Done::Dialog(Answer::NoService(purpose)) => {
                let folder = self.dialog_folder();
                let name = self.file_name(purpose);
                self.panels.ask_for_path(purpose, &folder, &name);
            }
        }
    }

    fn take_saved(&mut self, revision: u64, path: &Path, outcome: Result<(), String>, at: Moment) {
        self.saving.running = None;
        match outcome {
            Ok(()) => {
                self.session.mark_saved(revision, Some(path));
                self.saving.saved_at = Some(at);
                self.saving.failed = None;
                self.saving.first_unsaved_ms = None;
                remember_recent(&mut self.preferences.recent, path);
                // The file holds all that the copy held.
                let _ = storage::recovery::remove(&Disk, &self.folders.recovery(), self.session.project().id());
                self.timings.event("saved", serde_json::json!({ "revision": revision }));
                if let Some(next) = self.saving.next.take() {
                    self.leave_project(next);
                }
            }
            Err(words) => {
                self.saving.next = None;
                self.saving.failed = Some(words.clone());
                let now = (self.clock)();
                let folder = self.folders.recovery();
                self.jobs.recover(self.session.project().clone(), folder, self.session.path().map(Path::to_owned), (revision, now));
                self.session.say(format!("{words}. Your work is kept in a recovery copy. Choose another place with Save as."), true);
            }
        }
    }

    /// Autosave: two seconds after the last edit, at most ten seconds after the first unsaved one.
    pub(super) fn keep_safe(&mut self, ctx: &Context) {
        let now = (self.clock)();
        let revision = self.session.revision();
        if revision != self.saving.last_revision {
            self.saving.last_revision = revision;
            self.saving.last_edit_ms = now.epoch_ms;
            self.saving.first_unsaved_ms.get_or_insert(now.epoch_ms);
        }
        let is_safe = self.session.is_saved() || self.saving.recovered.is_some_and(|(kept, _)| kept == revision);
        if is_safe || self.saving.running.is_some() || self.saving.failed.is_some() {
            return;
        }
        let quiet = now.epoch_ms - self.saving.last_edit_ms;
        let steady = now.epoch_ms - self.saving.first_unsaved_ms.unwrap_or(now.epoch_ms);
        if quiet < QUIET_MS && steady < STEADY_MS {
            ctx.request_repaint_after(std::time::Duration::from_millis((QUIET_MS - quiet).max(50).unsigned_abs()));
            return;
        }
        match self.session.path().map(Path::to_owned) {
            Some(path) => self.save_to(path),
            None => {
                let folder = self.folders.recovery();
                self.saving.recovered = Some((revision, now));
                self.saving.first_unsaved_ms = None;
                self.jobs.recover(self.session.project().clone(), folder, None, (revision, now));
            }
        }
    }

    /// Stops the window from closing while something is not saved.
    pub(super) fn answer_close(&mut self, ctx: &Context) {
        if self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            let has_work = !self.session.is_saved();
            if has_work {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.leave_project(Next::Quit);
            } else {
                self.may_close = true;
                self.remember_place();
            }
        }
    }

    /// Does what was answered in something that floats.
    pub(super) fn take_answers(&mut self) {
        for answered in self.panels.take_answers() {
            match answered {
                Answered::Path(purpose, text) => self.use_typed_path(purpose, &text),
                Answered::NoPath | Answered::Close(CloseAnswer::Stay) => self.saving.next = None,
                Answered::Close(CloseAnswer::Save) => self.save(),
                Answered::Close(CloseAnswer::CloseWithoutSaving) => {
                    // The checker does not want it back.
                    let _ = storage::recovery::remove(&Disk, &self.folders.recovery(), self.session.project().id());
                    self.session.mark_saved(self.session.revision(), None);
                    if let Some(next) = self.saving.next.take() {
                        self.go_on(next);
                    }
                }
            }
        }
    }

    /// The end of the program: jobs are waited for, habits written.
    pub fn finish(&mut self) {
        for done in self.jobs.finish() {
            if let Done::Saved { revision, path, outcome: Ok(()), .. } = done {
                self.session.mark_saved(revision, Some(&path));
            }
        }
        self.remember_place();
        self.panels.note_sizes(&mut self.settings);
        self.settings.take_preferences(&self.preferences);
        // Habits that cannot be written are no reason to stay.
        let _ = self.settings.write(&self.folders.settings());
    }
}

/// The difference of this machine's clock to UTC now.
fn local_offset() -> jiff::tz::Offset {
    jiff::Zoned::now().offset()
}

/// A file name from a project's name: letters, digits and hyphens.
pub(super) fn file_stem(name: &str) -> String {
    let words = name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.collect::<Vec<_>>().join("-").to_lowercase();
    if stem.is_empty() { "project".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_project() {
        assert_eq!(file_stem("Border troops: 2025!"), "border-troops-2025");
        assert_eq!(file_stem("…"), "project");
    }
}
