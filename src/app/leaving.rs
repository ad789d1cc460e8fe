//! Leaving a project for another one or for good: never while something in it is not safe, unless the checker says so.

use std::path::PathBuf;

use egui::{Context, ViewportCommand};

use super::App;
use super::dialogs::Purpose;
use super::jobs::Done;
use super::layout::Answered;
use super::versions::Wish;
use crate::session::Guard;
use crate::storage::{self, Disk};
use crate::view::confirm::CloseAnswer;

/// Why a project may not be changed while its file is read again.
const OPENING: &str = "Its file is being opened again.";

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

impl App {
    /// Goes on to something else once the project at work is safe.
    pub(super) fn leave_project(&mut self, next: Next) {
        let has_work = !self.session.is_saved();
        if has_work && self.session.path().is_some() && !self.saving.has_failed() && !self.session.is_read_only() {
            // It has a file: it is saved there, and then the next one opens. Where that failed, only the checker can decide.
            self.saving.next = Some(next);
            self.save();
        } else if has_work {
            self.saving.next = Some(next);
            self.panels.ask_to_close(true);
        } else {
            self.go_on(next);
        }
    }

    /// What was to follow could not be opened: the project at work is worked on.
    pub(super) fn stay(&mut self) {
        if matches!(self.session.guard(), Guard::ReadOnly { reason, .. } if reason == OPENING) {
            self.session.set_guard(Guard::Writable);
        }
        if !self.session.is_read_only() {
            self.journal.begin(&mut self.session, &self.folders);
        }
    }

    fn go_on(&mut self, next: Next) {
        self.remember_place();
        match next {
            Next::New | Next::Welcome => self.start_new(),
            Next::Sample => self.show_sample(),
            Next::Open(path) if self.session.path() == Some(&path) => {
                // Its journal ends before it is opened again: what was done meanwhile would go nowhere.
                self.session.set_guard(Guard::ReadOnly { reason: OPENING.to_owned(), can_take_over: false });
                self.open_again(path, Wish::Open);
            }
            Next::Open(path) => self.open_project(path, Wish::Open),
            Next::Quit => self.may_close = true,
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
                Answered::Paths(purpose, texts) => self.use_typed_paths(purpose, &texts),
                Answered::NoPath | Answered::Close(CloseAnswer::Stay) => self.saving.next = None,
                Answered::Opening(answer) => self.answer_opening(answer),
                Answered::Again(answer) => self.read_article_again(answer),
                Answered::Web(answer) => self.answer_web(answer),
                Answered::Backups(answer) => self.answer_backups(answer),
                Answered::Which(choice) => self.take_choice(choice),
                Answered::Close(CloseAnswer::Save) if self.session.is_read_only() => self.ask_path(Purpose::SaveProject),
                Answered::Close(CloseAnswer::Save) => self.save(),
                Answered::Copies(is_merging) => self.answer_copies(is_merging),
                Answered::Close(CloseAnswer::CloseWithoutSaving) => {
                    // The checker does not want it back: a project that is saved takes its journal with it.
                    let _ = storage::recovery::remove(&Disk, &self.folders.recovery(), self.session.project().id());
                    self.session.mark_saved(self.session.revision(), None);
                    if let Some(next) = self.saving.next.take() {
                        self.go_on(next);
                    }
                }
            }
        }
    }

    /// The end of the program: jobs and the journal are waited for, habits written.
    pub fn finish(&mut self) {
        self.fetching.stop();
        self.journal.hand_over(&mut self.session);
        // What waits for a long step may take long itself.
        for _ in 0..=self.waiting.len() {
            for done in self.jobs.finish() {
                match done {
                    Done::Saved { revision, path, outcome: Ok(_), .. } => self.session.mark_saved(revision, Some(&path)),
                    Done::Worked { copy, after } => self.take_worked(copy, after),
                    _ => {}
                }
            }
        }
        self.journal.hand_over(&mut self.session);
        self.journal.take().end(!self.session.is_saved());
        self.watch.forget();
        self.remember_place();
        self.panels.note_sizes(&mut self.settings);
        self.settings.take_preferences(&self.preferences);
        // Habits that cannot be written are no reason to stay.
        let _ = self.settings.write(&self.folders.settings());
        self.note(super::log::Event::Ended);
    }
}
