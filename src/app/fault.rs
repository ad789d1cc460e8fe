//! Faults of the program itself: where a panic is caught, what is kept then, and the window that tells of it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

use egui::{CornerRadius, Ui, ViewportCommand};

use super::dialogs::Purpose;
use super::log::{Event, Log, place_of};
use super::{App, system_clock};
use crate::view::confirm::{Answered, Question, ask_ui};
use crate::view::wording::clock;
use crate::widget::theme::Theme;

thread_local! {
    /// Where the last panic of this thread was, until somebody has caught it.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A panic that was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the source, if that is known.
    pub place: Option<String>,
}

impl Fault {
    /// `A fault in the program (src/x.rs:7)`.
    pub fn words(&self) -> String {
        let place = self.place.as_ref().map_or_else(String::new, |place| format!(" ({place})"));
        format!("A fault in the program{place}")
    }
}

/// Notes every panic in the log instead of printing it: what is printed can quote an article, and ends in files of the system.
pub fn install(log: Log) {
    std::panic::set_hook(Box::new(move |info| note(info, &log)));
}

fn note(info: &PanicHookInfo<'_>, log: &Log) {
    let place = info.location().map_or_else(String::new, place_of);
    // Only a message that stands in the source holds nothing of a project for certain.
    let message = info.payload().downcast_ref::<&'static str>().copied();
    log.note(system_clock(), Event::Fault { place: &place, message });
    PLACE.with(|last| *last.borrow_mut() = Some(place));
}

/// Does something that may have a fault.
///
/// # Errors
/// When it panicked.
pub fn catch<R>(work: impl FnOnce() -> R) -> Result<R, Fault> {
    // What a panic left half done is looked at by whoever catches it: steps of the project take themselves back.
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        // Letting go of a payload may panic again.
        std::mem::forget(payload);
        Fault { place: PLACE.with(|last| last.borrow_mut().take()) }
    })
}

/// What is told after a fault stopped the window.
#[derive(Clone, Debug)]
pub struct Stopped {
    words: String,
    /// What was said since, about a copy.
    remark: String,
}

impl App {
    /// After a fault in a frame: the project is as it was before the step that failed; it is kept, and the checker is told.
    pub(super) fn take_fault(&mut self, ctx: &egui::Context, fault: &Fault) {
        self.session.mend_after_fault();
        self.panels.forget_project();
        let now = (self.clock)();
        let is_kept = self.rescue();
        self.log.note(now, Event::Stopped { project: self.session.project().id(), is_kept });
        let safe = if is_kept {
            format!("Your work up to {} is safe on disk.", clock(now))
        } else {
            let cause = self.journal.failed().unwrap_or("The journal of your work cannot be written.");
            format!("Your work is still in memory, but not on disk. {cause} Save a copy elsewhere now.")
        };
        let words = format!("{} stopped what was being done. {safe} You can go on, save a copy where you want, or quit.", fault.words());
        self.stopped = Some(Stopped { words, remark: String::new() });
        ctx.request_repaint();
    }

    /// The window while it is stopped: nothing of the project is drawn, since drawing it may be what fails.
    pub(super) fn stopped_frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if catch(|| self.stopped_ui(ui)).is_err() {
            self.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn stopped_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.choose_theme(&ctx);
        ui.painter().rect_filled(ctx.content_rect(), CornerRadius::ZERO, Theme::of(&ctx).desk);
        self.take_jobs(&ctx);
        if self.may_close || ctx.input(|input| input.viewport().close_requested()) {
            self.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        }
        if self.panels.path_question_ui(&ctx) {
            self.list_wanted_folder();
            self.take_answers();
            return;
        }
        let Some(stopped) = self.stopped.clone() else { return };
        let words = format!("{} {}", stopped.words, stopped.remark);
        let question = Question {
            id: "program fault",
            title: "The program had to stop",
            words: words.trim(),
            answers: &["Go on", "Save a copy", "Quit"],
        };
        match ask_ui(&ctx, &question) {
            None => {}
            Some(Answered::Answer(1)) => self.ask_path(Purpose::SaveCopy),
            Some(Answered::Answer(2)) => self.may_close = true,
            Some(Answered::Answer(_) | Answered::Left) => self.stopped = None,
        }
        ctx.request_repaint();
    }

    /// Notes how a copy that the checker asked for went.
    pub(super) fn take_copied(&mut self, words: String, is_failure: bool) {
        match &mut self.stopped {
            Some(stopped) => stopped.remark = words,
            None => self.session.say(words, is_failure),
        }
    }
}

#[cfg(test)]
mod tests;
