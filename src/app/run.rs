//! Carries commands out: what needs the window here, everything else in the session.

use egui::{Context, ViewportCommand};

use super::App;
use super::dialogs::{Holder, Purpose};
use super::jobs::{After, Done};
use crate::command::catalogue::{Action, Motion};
use crate::command::{Command, NewArticle};
use crate::edit::Edit;
use crate::import;
use crate::model::document::text::SHORT_BYTES;
use crate::session::{Edge, Mode, Preference, Request, Session, ViewKind};
use crate::view::article::galley_id;
use crate::view::field::field_id;

/// Factor of one zoom step, and its bounds.
const ZOOM: (f32, f32, f32) = (1.1, 0.5, 3.0);

impl App {
    /// Carries a command out.
    pub fn run(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Run(action) => self.run_action(ctx, action),
            Command::OpenPaths(paths) => self.open_paths(paths),
            Command::OpenScale => self.ask_path(Purpose::OpenScale),
            Command::AddToLibrary => self.ask_path(Purpose::AddToLibrary),
            Command::SaveScale => self.ask_path(Purpose::SaveScale),
            Command::SaveLetter(document, letter, form) => self.ask_path(Purpose::SaveLetter(document, letter, form)),
            Command::AttachFile(claim, row) => self.ask_path(Purpose::Attach(Holder::Evidence(claim, row))),
            Command::AttachFileToSource(source) => self.ask_path(Purpose::Attach(Holder::Source(source))),
            Command::OpenRecent(path) => self.leave_project(super::leaving::Next::Open(path)),
            Command::SaveTo(path) => self.save_to(path),
            Command::ExportTo(formats, path) => self.export_to(formats, path),
            Command::Export(formats) => self.ask_export(formats),
            Command::StopExport => self.stop_export(),
            command => self.run_in_session(command),
        }
    }

    fn run_in_session(&mut self, command: Command) {
        if self.session.is_lent() && command.can_wait() {
            self.waiting.push_back(command);
            return;
        }
        let now = (self.clock)();
        if !self.session.is_long(&command) || self.session.is_read_only() {
            return self.session.run(command, now);
        }
        // What was done before goes to the journal from here, what this command does from the copy.
        self.journal.hand_over(&mut self.session);
        let mut copy = self.session.lend();
        self.jobs.start_or(
            |_| Done::Worked { copy: None, after: None },
            move || {
                copy.run(command, now);
                Done::Worked { copy: Some(Box::new(copy)), after: None }
            },
        );
    }

    /// Carries edits out that were found elsewhere, as one step, and then does what comes after. Many of them are carried out off the
    /// drawing thread.
    pub(super) fn carry_over(&mut self, edits: Vec<Edit>, label: String, after: impl FnOnce(&mut App) + Send + 'static) {
        let now = (self.clock)();
        if !self.session.is_long_step(&edits) || self.session.is_read_only() {
            return match self.session.carry_over(edits, &label, now) {
                Ok(()) => after(self),
                Err(refusal) => self.session.say(refusal.to_string(), true),
            };
        }
        self.journal.hand_over(&mut self.session);
        let mut copy = self.session.lend();
        self.jobs.start_or(
            |_| Done::Worked { copy: None, after: None },
            move || {
                let after: After = match copy.carry_over(edits, &label, now) {
                    Ok(()) => Box::new(after),
                    Err(refusal) => {
                        let words = refusal.to_string();
                        Box::new(move |app| app.session.say(words, true))
                    }
                };
                Done::Worked { copy: Some(Box::new(copy)), after: Some(after) }
            },
        );
    }

    /// Goes on with the session on which a long step was carried out, unless another project is at work by now.
    pub(super) fn take_worked(&mut self, copy: Option<Box<Session>>, after: Option<After>) {
        if copy.is_none() {
            self.session.say("A fault in the program stopped this. The project is as it was; try it again.", true);
        }
        let is_wanted = self.session.is_lent() && copy.as_ref().is_some_and(|copy| copy.project().id() == self.session.project().id());
        let left = self.session.take_back(copy.map(|copy| *copy));
        self.jobs.let_go(left);
        if !is_wanted {
            self.waiting.clear();
            return;
        }
        if let Some(after) = after {
            after(self);
        }
        self.run_waiting();
    }

    /// Carries out what was asked for while a step was under way, until one of them takes long itself.
    fn run_waiting(&mut self) {
        while !self.session.is_lent()
            && let Some(command) = self.waiting.pop_front()
        {
            self.run_in_session(command);
        }
    }

    fn run_action(&mut self, ctx: &Context, action: Action) {
        if !self.session.applies(action) {
            self.run_in_session(Command::Run(action));
            return;
        }
        match action {
            Action::NewProject => self.leave_project(super::leaving::Next::New),
            Action::OpenSample => self.leave_project(super::leaving::Next::Sample),
            Action::CloseProject => self.leave_project(super::leaving::Next::Welcome),
            Action::OpenArticles => self.ask_path(Purpose::OpenArticles),
            Action::OpenFromWeb => self.ask_address(""),
            Action::OpenProject => self.ask_path(Purpose::OpenProject),
            Action::PasteArticle => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Action::OpenDraft => {
                if let Some(document) = self.session.document().map(|document| document.id) {
                    self.ask_path(Purpose::OpenDraft(document));
                }
            }
            Action::PasteDraft => {
                self.pasting_draft = self.session.document().map(|document| document.id);
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
            }
            Action::Save => self.save(),
            Action::SaveAs => self.ask_path(Purpose::SaveProject),
            Action::ExportAgain => self.export_again(),
            Action::ShowExported => self.show_exported(),
            Action::Print => self.print(),
            Action::SaveFigures => self.ask_path(Purpose::SaveFigures),
            Action::Backups => self.open_backups(),
            Action::TakeOver => self.take_over(),
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Action::ToggleLeftPanel if self.session.view() == ViewKind::Compare => self.panels.toggle_pairs(),
            Action::ToggleLeftPanel => self.panels.toggle_left(ctx, &mut self.preferences),
            Action::Calculator => {
                self.run_in_session(Command::Run(Action::ShowNumbers));
                self.panels.open_calculator(ctx, &mut self.preferences);
            }
            Action::ToggleInspector => self.panels.toggle_inspector(ctx, &mut self.preferences),
            Action::Suggest(tag) => {
                let is_wanted = !self.preferences.suggested.contains(&tag);
                self.change_preference(Preference::Suggest(tag, is_wanted));
            }
            Action::Suggestions => self.change_preference(Preference::Suggestions),
            Action::ZoomIn => zoom(ctx, ZOOM.0),
            Action::ZoomOut => zoom(ctx, 1.0 / ZOOM.0),
            Action::ZoomReset => ctx.set_zoom_factor(1.0),
            Action::NextPanel => self.panels.step_focus(ctx, &self.preferences, true),
            Action::PreviousPanel => self.panels.step_focus(ctx, &self.preferences, false),
            Action::MoveCaret(motion) if needs_layout(motion) => self.panels.galley.push_motion(motion, false),
            Action::ExtendSelection(motion) if needs_layout(motion) => self.panels.galley.push_motion(motion, true),
            // Back to the text means: to the passage that was looked at.
            Action::ShowArticles if self.session.view() == ViewKind::Compare => match self.panels.compare.place() {
                Some((document, span)) => self.run_in_session(Command::ShowPlace { document, span }),
                None => self.run_in_session(Command::Run(action)),
            },
            Action::PassageNext
            | Action::PassagePrevious
            | Action::PassageClaim
            | Action::ClaimChanges
            | Action::PassageLink
            | Action::LinkPassages
            | Action::PassageShow
            | Action::SwapArticles => self.panels.compare.press(action),
            Action::Palette
            | Action::Shortcuts
            | Action::Settings
            | Action::Decide
            | Action::Letters
            | Action::Export
            | Action::Drafts
            | Action::ReadAgain
            | Action::GroupNumber
            | Action::RowGroup
            | Action::StateCheck
            | Action::RowCheck
            | Action::Find
            | Action::FindEverywhere => self.panels.open(&self.session, action),
            action => self.run_in_session(Command::Run(self.as_seen(action))),
        }
    }

    /// The keys that move an edge left and right mean left and right on the page, also where words run the other way.
    fn as_seen(&self, action: Action) -> Action {
        let Mode::Resizing(resizing) = self.session.mode() else { return action };
        let at = if resizing.edge == Edge::Start { resizing.span.start() } else { resizing.span.end() };
        let is_rtl = self.session.document().is_some_and(|document| self.panels.galley.is_rtl_at(document, at));
        match action {
            Action::ResizeLeft if is_rtl => Action::ResizeRight,
            Action::ResizeRight if is_rtl => Action::ResizeLeft,
            Action::ResizeWordLeft if is_rtl => Action::ResizeWordRight,
            Action::ResizeWordRight if is_rtl => Action::ResizeWordLeft,
            action => action,
        }
    }

    /// Adds text from the clipboard as an article, or as a new draft of one if that was asked for.
    pub(super) fn paste_article(&mut self, text: &str) {
        let draft_of = self.pasting_draft.take();
        if text.trim().is_empty() {
            self.session.say("The clipboard holds no text. Copy the words of an article first.", true);
            return;
        }
        if text.len() > SHORT_BYTES {
            self.jobs.read_pasted(text.to_owned(), draft_of);
            return;
        }
        let imported = import::pasted(text);
        let remarks: Vec<String> = imported.warnings.iter().map(ToString::to_string).collect();
        let article = NewArticle::from(imported);
        self.run_in_session(match draft_of {
            Some(document) => Command::OpenDraft(document, Box::new(article)),
            None => Command::AddArticles(vec![article]),
        });
        if !remarks.is_empty() {
            self.session.say(remarks.join(" "), true);
        }
    }

    /// Tells the session what it must know of the checker's habits.
    pub(super) fn take_habits(&mut self) {
        self.session.set_checker(&self.preferences.checker);
        self.session.suggest(&self.preferences.suggested);
    }

    /// Changes a habit of the checker.
    pub fn change_preference(&mut self, change: Preference) {
        let library = self.preferences.library.clone();
        if let Err(words) = self.preferences.change(change) {
            self.session.say(words, true);
        }
        if self.preferences.library != library {
            self.read_library();
        }
        self.take_habits();
    }

    /// Does what the session asks of the window.
    pub(super) fn take_requests(&mut self, ctx: &Context) {
        for request in self.session.take_requests() {
            match request {
                Request::Focus(field) => {
                    self.preferences.is_inspector_open = true;
                    self.panels.show_inspector();
                    self.focus = Some(field);
                    ctx.memory_mut(|memory| memory.request_focus(field_id(field)));
                }
                Request::FocusGalley => ctx.memory_mut(|memory| memory.request_focus(galley_id())),
                Request::Copy(words) => ctx.copy_text(words),
                Request::Reveal { document, span } => self.panels.galley.reveal(document, span),
                Request::Announce(words) => self.panels.announcement = words,
                Request::ShowDrafts(document) => self.panels.open_drafts(document),
                Request::AskWhyOff(rule) => self.panels.ask_why_off(rule),
            }
            ctx.request_repaint();
        }
    }

    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        let paths: Vec<_> = dropped.into_iter().map(|file| file.path().to_path_buf()).collect();
        if !paths.is_empty() {
            self.open_paths(paths);
        }
    }
}

/// Whether a motion goes by rows or screens, which only the galley knows.
fn needs_layout(motion: Motion) -> bool {
    use Motion::{Down, Left, PageDown, PageUp, Right, RowEnd, RowStart, Up, WordLeft, WordRight};
    matches!(motion, Left | Right | WordLeft | WordRight | Up | Down | RowStart | RowEnd | PageUp | PageDown)
}

fn zoom(ctx: &Context, factor: f32) {
    ctx.set_zoom_factor((ctx.zoom_factor() * factor).clamp(ZOOM.1, ZOOM.2));
}
