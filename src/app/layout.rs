//! Puts the panels together: bars, side panels, the view in the middle, what floats above.

use std::path::Path;

use egui::{CentralPanel, Context, Frame, Id, Ui};

use super::dialogs::Purpose;
use super::projects::SaveState;
use super::settings::Settings;
use crate::command::catalogue::Action;
use crate::session::{Preferences, Session, ViewKind};
use crate::view::Cx;
use crate::view::article::{GalleyState, article_ui};

/// All panels with what they remember.
#[derive(Default)]
pub struct Panels {
    /// The article.
    pub galley: GalleyState,
    /// What a screen reader is told.
    pub announcement: String,
}

impl Panels {
    /// Panels as wide as they were last time.
    pub fn new(_settings: &Settings) -> Self {
        Panels::default()
    }
    pub fn has_overlay(&self) -> bool {
        false
    }
    pub fn takes_all_keys(&self) -> bool {
        false
    }
    pub fn is_table_focus(&self, _id: Id) -> bool {
        false
    }
    pub fn forget_project(&mut self) {
        self.galley = GalleyState::default();
    }
    pub fn open(&mut self, _ctx: &Context, _session: &Session, _action: Action) {}
    pub fn push_row_action(&mut self, _action: Action) {}
    pub fn toggle_inspector(&mut self, _ctx: &Context, preferences: &mut Preferences) {
        preferences.is_inspector_open ^= true;
    }
    pub fn show_inspector(&mut self) {}
    pub fn step_focus(&mut self, _ctx: &Context, _preferences: &Preferences, _forward: bool) {}
    pub fn ask_for_path(&mut self, _purpose: Purpose, _folder: &Path, _stem: &str) {}
    pub fn note_sizes(&self, _settings: &mut Settings) {}

    /// Draws everything.
    pub fn draw_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, _state: &SaveState) {
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if cx.session.view() == ViewKind::Articles {
                article_ui(ui, cx, &mut self.galley);
            }
        });
    }
}
