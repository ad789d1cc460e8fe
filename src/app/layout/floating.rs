//! What floats above the panels and asks something: when it opens, how it is drawn, what was answered.

use std::path::Path;
use std::sync::Arc;

use egui::Context;

use super::Panels;
use crate::app::dialogs::Purpose;
use crate::compare::drafts::Differences;
use crate::lint::Rule;
use crate::model::id::DocumentId;
use crate::session::exporting::Progress;
use crate::view::Cx;
use crate::view::again::{AgainAnswer, ReadAgain, again_ui};
use crate::view::backups::{BackupsAnswer, BackupsState, backups_ui};
use crate::view::changed::{ChangedFile, Choice, changed_ui};
use crate::view::confirm::{CloseAnswer, confirm_close_ui, confirm_copies_ui};
use crate::view::decide::decide_ui;
use crate::view::drafts::{DraftsOrder, drafts_ui};
use crate::view::export::{Picture, PreviewOrder, export_ui};
use crate::view::grouping::grouping_ui;
use crate::view::letters::letters_ui;
use crate::view::opening::{Matter, OpeningAnswer, opening_ui};
use crate::view::palette::palette_ui;
use crate::view::path_dialog::{Entry, PathAnswer, PathDialogState, path_dialog_ui};
use crate::view::settings::settings_ui;
use crate::view::shortcut_sheet::shortcut_sheet_ui;
use crate::view::stating::stating_ui;
use crate::view::switch_off::switch_off_ui;
use crate::view::web::{Stage, WebAnswer, WebState, web_ui};

/// What the checker answered in something that floats, for the app to act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Paths were typed or chosen.
    Paths(Purpose, Vec<String>),
    /// The path dialog was left.
    NoPath,
    /// The window of backups.
    Backups(BackupsAnswer),
    /// What is asked of articles on their way in.
    Opening(OpeningAnswer),
    /// An article is to be read again in another way.
    Again(ReadAgain),
    /// The window that asks for an address on the web.
    Web(WebAnswer),
    /// The question before closing.
    Close(CloseAnswer),
    /// Whether conflict copies are to be merged.
    Copies(bool),
    /// Which version is to stand; later where there is none.
    Which(Option<Choice>),
}

impl Panels {
    /// Asks for a path in the window.
    pub fn ask_for_path(&mut self, purpose: Purpose, folder: &Path, name: &str) {
        let typed = if purpose.is_saving() { folder.join(name) } else { folder.join("") }.display().to_string();
        self.path_dialog = Some((purpose, PathDialogState::new(purpose.for_view(), typed)));
    }

    /// The folder of which the question for a path wants the entries, as it is typed; taken once.
    pub fn take_wanted_folder(&mut self) -> Option<String> {
        self.wanted_folder.take()
    }

    /// Tells the question for a path what lies in a folder, as it was typed.
    pub fn take_entries(&mut self, typed: String, entries: Vec<Entry>) {
        if let Some((_, state)) = &mut self.path_dialog {
            state.list(typed, entries);
        }
    }

    /// Opens the window of backups, which are looked for, with what went wrong last time.
    pub fn open_backups(&mut self, trouble: Option<String>) {
        self.backups = Some(BackupsState::new(trouble));
    }

    /// The window of backups while it is open, to fill in.
    pub fn backups(&mut self) -> Option<&mut BackupsState> {
        self.backups.as_mut()
    }

    /// Closes the window of backups.
    pub fn close_backups(&mut self) {
        self.backups = None;
    }

    /// Shows how far opening is, and what is to be decided or known of which file; closes the window where there is nothing.
    pub fn show_opening(&mut self, shown: Option<(usize, usize, &[Matter])>) {
        let old = self.opening.take();
        self.opening = shown.map(|shown| super::super::arriving::shown(old, shown));
    }

    /// Whether that is shown.
    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    /// Shows the window that asks for an address on the web, or closes it.
    pub fn show_web(&mut self, state: Option<WebState>) {
        self.web = state;
    }

    /// Tells that window how far the page is, if it is open.
    pub fn set_web_stage(&mut self, stage: Stage) {
        if let Some(state) = &mut self.web {
            state.stage = stage;
        }
    }

    /// Asks which version of the file is to stand.
    pub fn ask_which(&mut self, file: ChangedFile) {
        self.changed = Some(file);
    }

    /// Shows the drafts of an article.
    pub fn open_drafts(&mut self, document: DocumentId) {
        self.drafts.open(document);
    }

    /// The drafts that the window of drafts wants compared, taken once.
    pub fn take_drafts_order(&mut self) -> Option<DraftsOrder> {
        self.drafts.take_order()
    }

    /// Tells it what differs between them.
    pub fn take_differences(&mut self, order: &DraftsOrder, found: Differences) {
        self.drafts.take_found(order, found);
    }

    /// Shows how far an export is.
    pub fn show_export(&mut self, progress: Option<Arc<Progress>>) {
        self.export.show_progress(progress);
    }

    /// The first page that the export window wants, taken once.
    pub fn take_preview_order(&mut self) -> Option<PreviewOrder> {
        self.export.take_preview_order()
    }

    /// Shows it.
    pub fn take_preview(&mut self, ctx: &Context, order: PreviewOrder, drawn: Result<Picture, String>) {
        self.export.take_preview(ctx, &order, drawn);
    }

    /// Asks why findings of a rule are not wanted.
    pub fn ask_why_off(&mut self, rule: Rule) {
        self.switch_off.open(rule);
    }

    /// Asks whether to save before closing.
    pub fn ask_to_close(&mut self, is_asking: bool) {
        self.is_asking_to_close = is_asking;
    }

    /// Asks whether conflict copies are to be merged; `names` in words.
    pub fn ask_about_copies(&mut self, names: &str) {
        self.copies = Some(names.to_owned());
    }

    /// What was answered since the last call.
    pub fn take_answers(&mut self) -> Vec<Answered> {
        std::mem::take(&mut self.answered)
    }

    /// Draws what floats above.
    pub(super) fn floating_ui(&mut self, ctx: &Context, cx: &mut Cx<'_>) {
        palette_ui(ctx, cx, &mut self.palette);
        settings_ui(ctx, cx, &mut self.settings);
        decide_ui(ctx, cx, &mut self.decide);
        letters_ui(ctx, cx, &mut self.letters);
        export_ui(ctx, cx, &mut self.export);
        grouping_ui(ctx, cx, &mut self.grouping);
        stating_ui(ctx, cx, &mut self.stating);
        switch_off_ui(ctx, cx, &mut self.switch_off);
        drafts_ui(ctx, cx, &mut self.drafts);
        if self.is_sheet_open {
            shortcut_sheet_ui(ctx, cx, &mut self.is_sheet_open);
        }
        // While a path is asked for, the list waits below.
        if self.path_dialog.is_none()
            && let Some(answer) = self.backups.as_mut().and_then(|state| backups_ui(ctx, cx, state))
        {
            self.backups.take_if(|_| answer == BackupsAnswer::Closed);
            self.answered.push(Answered::Backups(answer));
        }
        if let Some(answer) = self.opening.as_mut().and_then(|state| opening_ui(ctx, state)) {
            self.answered.push(Answered::Opening(answer));
        }
        if let Some(answer) = self.again.as_mut().and_then(|state| again_ui(ctx, state)) {
            self.again = None;
            if let AgainAnswer::Read(wanted) = answer {
                self.answered.push(Answered::Again(wanted));
            }
        }
        if let Some(answer) = self.web.as_mut().and_then(|state| web_ui(ctx, state, cx.preferences.may_fetch)) {
            self.answered.push(Answered::Web(answer));
        }
        if self.path_question_ui(ctx) && self.path_dialog.is_some() {
            return;
        }
        if self.is_asking_to_close
            && let Some(answer) = confirm_close_ui(ctx, (cx.session.project().name(), cx.session.path().is_some()))
        {
            self.is_asking_to_close = false;
            self.answered.push(Answered::Close(answer));
        }
        if let Some(answer) = self.copies.as_deref().and_then(|names| confirm_copies_ui(ctx, names)) {
            self.copies = None;
            self.answered.push(Answered::Copies(answer));
        }
        if let Some(choice) = self.changed.as_ref().and_then(|file| changed_ui(ctx, file)) {
            self.changed = None;
            self.answered.push(Answered::Which(choice));
        }
    }

    /// Draws the question for a path, if one is asked; says whether it was.
    pub fn path_question_ui(&mut self, ctx: &Context) -> bool {
        let Some((purpose, state)) = &mut self.path_dialog else { return false };
        match path_dialog_ui(ctx, state) {
            Some(PathAnswer::Entered(folder)) => {
                self.wanted_folder = Some(folder);
                return true;
            }
            Some(PathAnswer::Chosen(texts)) => self.answered.push(Answered::Paths(*purpose, texts)),
            Some(PathAnswer::Cancelled) => self.answered.push(Answered::NoPath),
            None => return true,
        }
        self.path_dialog = None;
        true
    }
}
