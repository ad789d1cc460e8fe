//! Saving: to the project's file on wish and by itself. Before that, and while there is no file, the journal keeps the work.

use std::path::{Path, PathBuf};

use egui::Context;

use super::App;
use super::dialogs::Purpose;
use super::guarding::UNDECIDED;
use super::journalling::Journalling;
use super::leaving::Next;
use super::log::Event;
use super::settings::remember_recent;
use super::versions::{Kept, NotSaved, Order};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::moment::Moment;
use crate::session::{Guard, Session};
use crate::storage::{self, Disk, Standing};
use crate::view::status_bar::SaveState;
use crate::view::wording::capitalised;

/// Quiet time after an edit before it is saved, milliseconds.
const QUIET_MS: i64 = 2_000;
/// Longest time that steady work goes unsaved, milliseconds.
const STEADY_MS: i64 = 10_000;

/// What a project is called before it is named.
const NO_NAME: &str = "New project";

/// What is known about the safety of the project.
#[derive(Default)]
pub struct Saving {
    last_revision: u64,
    last_edit_ms: i64,
    first_unsaved_ms: Option<i64>,
    running: Option<u64>,
    /// The revision at which the project was called after the file that is being saved, if it was.
    named: Option<u64>,
    saved_at: Option<Moment>,
    failed: Option<String>,
    /// A file to save to when the save that is under way is done.
    queued: Option<PathBuf>,
    sent_edit: Option<u64>,
    /// What to do when the project is safe.
    pub(super) next: Option<Next>,
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

    /// Whether a save is under way.
    pub(super) fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Notes why the project cannot be saved by itself.
    pub(super) fn fail(&mut self, words: &str) {
        self.failed = Some(words.to_owned());
    }

    /// Takes that back, or all of it where no words are given.
    pub(super) fn settle(&mut self, words: Option<&str>) {
        self.failed.take_if(|failed| words.is_none_or(|words| failed.as_str() == words));
    }

    /// Whether the last attempt to save failed.
    pub(super) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// What the status bar says.
    pub fn state(&self, session: &Session, journal: &Journalling, now: Moment) -> SaveState {
        if session.is_lent() {
            return SaveState::Saving { has_file: session.path().is_some() };
        }
        if let Guard::ReadOnly { reason, .. } = session.guard() {
            return SaveState::ReadOnly(reason.clone());
        }
        if let Some(words) = self.failed.as_deref().or(journal.failed()) {
            return SaveState::Failed(words.to_owned());
        }
        match (session.path(), journal.safe_since(session.revision())) {
            (Some(_), _) if session.is_saved() => SaveState::Saved(self.saved_at.unwrap_or(now)),
            (None, _) if session.is_saved() => SaveState::NewProject,
            (Some(_), Some(at)) => SaveState::Saved(at),
            (None, Some(at)) => SaveState::Kept(at),
            (path, None) if journal.is_waiting() => SaveState::Saving { has_file: path.is_some() },
            _ => SaveState::Unsaved,
        }
    }
}

impl App {
    /// Saves to the project's file, or asks for one.
    pub(super) fn save(&mut self) {
        if let Guard::ReadOnly { reason, can_take_over: true } = self.session.guard() {
            let words =
                format!("Nothing was saved: the project is open to read only. {reason} Save it under another name to change it there.");
            self.session.say(words, true);
            return;
        }
        match self.session.path().map(Path::to_owned) {
            Some(path) => self.save_to(path),
            None => self.ask_path(Purpose::SaveProject),
        }
    }

    /// Saves to a file.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        if matches!(self.session.guard(), Guard::ReadOnly { reason, .. } if reason == storage::READ_ONLY) {
            return self.session.say(format!("Not saved. {}", storage::READ_ONLY), true);
        }
        if self.damaged.as_ref() == Some(&path) {
            match storage::salvage::set_aside(&Disk, &path) {
                Ok(aside) => self.session.say(format!("The damaged file is kept as {}.", aside.display()), false),
                Err(error) => {
                    let words = format!("Could not set the damaged file {} aside: {error}. Save under another name.", path.display());
                    return self.session.say(words, true);
                }
            }
        }
        self.damaged = None;
        self.save_over(path, None);
    }

    /// Saves to a file; `replaces` is the other version that stands there and is kept as a backup first. One save at a time: the
    /// next one has to know what the last one has written.
    pub(super) fn save_over(&mut self, path: PathBuf, replaces: Option<Standing>) {
        if self.saving.is_running() {
            self.saving.queued = Some(path);
            return;
        }
        let is_named_now = self.name_after(&path);
        self.journal.hand_over(&mut self.session);
        let revision = self.session.revision();
        self.saving.running = Some(revision);
        self.saving.named = is_named_now.then_some(revision);
        let own = self.own_file();
        let replaces = replaces.map(|standing| (standing, self.folders.backups()));
        let journal = self.journal.link(&mut self.session, &self.folders);
        let (project, asked) = (self.session.project().clone(), self.asked(path));
        self.jobs.save(Order { project, revision, journal, asked, own, replaces });
    }

    /// A project that has no name of its own is called after its file; whether it is by that.
    fn name_after(&mut self, path: &Path) -> bool {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
        let is_named_now = self.session.project().name() == NO_NAME && !stem.trim().is_empty();
        if is_named_now {
            let visit = self.session.new_visit();
            let named = Command::Type { field: crate::command::Field::ProjectName, text: capitalised(stem.trim()), visit };
            self.session.run(named, (self.clock)());
        }
        is_named_now
    }

    /// Notes how a save went.
    pub(super) fn take_saved(&mut self, revision: u64, path: &Path, outcome: Result<Box<Kept>, NotSaved>, at: Moment) {
        if self.saving.running.take() != Some(revision) {
            // It belongs to a project that is no longer shown.
            return;
        }
        let project = self.session.project().id();
        self.note(match &outcome {
            Ok(_) => Event::Saved(project),
            Err(why) => Event::NotSaved { project, kind: why.kind() },
        });
        let queued = self.saving.queued.take();
        match outcome {
            Ok(kept) => {
                let was = self.session.path().filter(|was| *was != path).map(Path::to_owned);
                self.session.mark_saved(revision, Some(path));
                if let Some(was) = was {
                    self.follow_originals(was, path.to_owned());
                }
                self.session.set_guard(Guard::Writable);
                self.watch.take_kept(*kept);
                self.saving.saved_at = Some(at);
                self.saving.failed = None;
                self.saving.first_unsaved_ms = None;
                self.put_copies_aside();
                remember_recent(&mut self.preferences.recent, path);
                // The file holds all that the copy held.
                let _ = storage::recovery::remove(&Disk, &self.folders.recovery(), self.session.project().id());
                self.back_up_saved(path);
                self.keep_originals();
                self.keep_habits();
                self.timings.event("saved", serde_json::json!({ "revision": revision }));
                if let Some(path) = queued {
                    self.save_to(path);
                } else if let Some(next) = self.saving.next.take() {
                    self.leave_project(next);
                }
            }
            Err(why) => {
                self.saving.next = None;
                if self.saving.named.take() == Some(self.session.revision()) {
                    // It was called after a file that there is not.
                    self.session.run(Command::Run(Action::Undo), (self.clock)());
                }
                self.take_not_saved(why);
            }
        }
    }

    fn take_not_saved(&mut self, why: NotSaved) {
        match why {
            NotSaved::Failed(words) => {
                self.saving.fail(&words);
                let safe = if self.journal.failed().is_none() { " Your work is safe in the journal." } else { "" };
                self.session.say_with(format!("{words}.{safe}"), Action::SaveAs);
            }
            NotSaved::Changed => {
                self.saving.fail(UNDECIDED);
                self.look_at_file();
            }
            NotSaved::TakenOver(words) => self.lose_project(&words),
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
        // Where there is no file, or it cannot be written, the journal has the work.
        let can_save = self.session.path().is_some() && !self.saving.has_failed();
        if self.session.is_saved() || self.saving.is_running() || self.session.is_read_only() || !can_save {
            return self.shorten_journal();
        }
        // A clock that was put back says nothing about how long ago it was: then it is time.
        let since = |then: i64| if now.epoch_ms < then { STEADY_MS } else { now.epoch_ms - then };
        let quiet = since(self.saving.last_edit_ms);
        let steady = since(self.saving.first_unsaved_ms.unwrap_or(now.epoch_ms));
        if quiet < QUIET_MS && steady < STEADY_MS {
            ctx.request_repaint_after(std::time::Duration::from_millis((QUIET_MS - quiet).max(50).unsigned_abs()));
            return;
        }
        if let Some(path) = self.session.path().map(Path::to_owned) {
            self.save_to(path);
        }
    }
}
