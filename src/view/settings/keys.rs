//! The list of all keys in the settings: a click on one waits for another.

use egui::{Align, Context, Layout, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::scrolling_ui;
use crate::command::catalogue::{Action, CATALOGUE, Group, Row};
use crate::command::key::Shortcut;
use crate::session::Preference;
use crate::view::Cx;
use crate::view::key_event::take_shortcut;
use crate::widget::line::{HoverWords, label_ui, said_ui, words_cut_ui};
use crate::widget::paint::{line_of_text, paint_focus, paint_line_in};
use crate::widget::{
    Button, Face, Icon, IconButton, Spoken, TextField, Theme, button_ui, hairline_ui, icon_button_ui, key_cap_ui, text_field_ui,
};

const ROW: f32 = 30.0;
const KEY_COLUMN: f32 = 190.0;

/// What the list of keys remembers.
#[derive(Default)]
pub(super) struct KeysState {
    wanted: String,
    /// The action that waits for its key.
    waiting: Option<Action>,
    /// Why the last key was refused, and for which action.
    refused: Option<(Action, String)>,
}

impl KeysState {
    pub(super) fn is_capturing(&self) -> bool {
        self.waiting.is_some()
    }

    /// Takes the key that is waited for. Esc leaves the old one.
    pub(super) fn capture(&mut self, ctx: &Context, cx: &mut Cx<'_>) {
        let Some(action) = self.waiting else { return };
        let Some(key) = take_shortcut(ctx) else { return };
        self.waiting = None;
        let is_escape = key.to_string() == "Escape";
        if !is_escape {
            self.change(cx, action, vec![key]);
        }
    }

    fn change(&mut self, cx: &mut Cx<'_>, action: Action, keys: Vec<Shortcut>) {
        self.refused = None;
        // Tried on a copy first: a refusal is said beside the row, not somewhere else later.
        match cx.preferences.keys.clone().change(action, keys.clone()) {
            Ok(()) => cx.prefer(Preference::Keys(action, keys)),
            Err(label) => {
                let key = keys.first().map_or_else(String::new, Shortcut::shown);
                self.refused = Some((action, format!("{key} does “{label}” already. Choose another key, or free it there first.")));
            }
        }
    }
}

pub(super) fn keys_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut KeysState, padding: f32, most: f32) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.add_space(padding);
        text_field_ui(ui, TextField::new("Filter the keys").hint("Filter by name or key").width(260.0), &mut state.wanted);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(padding);
            let is_changed = !cx.preferences.changed_keys.is_empty();
            if button_ui(ui, Button::secondary("Shipped keys").icon(Icon::Undo2).enabled(is_changed)).clicked() {
                state.refused = None;
                cx.prefer(Preference::ShippedKeys);
            }
        });
    });
    ui.add_space(8.0);
    hairline_ui(ui);
    scrolling_ui(ui, most, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut is_empty = true;
        for group in Group::ALL {
            let rows: Vec<_> = CATALOGUE.iter().filter(|row| row.group == group && is_wanted(cx, row, &state.wanted)).collect();
            is_empty &= rows.is_empty();
            if !rows.is_empty() {
                group_ui(ui, group, padding);
            }
            for row in rows {
                key_row_ui(ui, cx, state, (row, padding));
            }
        }
        if is_empty {
            ui.add_space(14.0);
            ui.horizontal(|ui| {
                ui.add_space(padding);
                said_ui(ui, "No command by that name or key.", Face::Dense, Theme::of(ui.ctx()).ink2);
            });
        }
        ui.add_space(10.0);
    });
}

fn is_wanted(cx: &Cx<'_>, row: &Row, wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    row.label.to_lowercase().contains(&wanted) || cx.key(row.action).to_lowercase() == wanted
}

fn group_ui(ui: &mut Ui, group: Group, padding: f32) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 32.0), Sense::hover());
    let title = line_of_text(ui, group.title(), Face::SectionHead, theme.ink3);
    crate::widget::paint::paint_line_at(ui.painter(), (rect.left() + padding, rect.bottom() - 11.0), title, theme.ink3);
    Spoken::new(Role::Heading, group.title()).tell(&response);
}

fn key_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut KeysState, (row, padding): (&Row, f32)) {
    let theme = Theme::of(ui.ctx());
    let room = Vec2::new(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(padding);
        let words = Vec2::new((ui.available_width() - KEY_COLUMN - padding).max(80.0), ROW);
        let label = ui.allocate_ui_with_layout(words, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(words);
            words_cut_ui(ui, row.label, Face::Dense, theme.ink);
        });
        label.response.on_hover_words(row.tooltip);
        key_button_ui(ui, cx, state, row);
        if cx.preferences.changed_keys.contains_key(&row.action) {
            shipped_ui(ui, cx, state, row);
        } else if !cx.key(row.action).is_empty() {
            let name = format!("No key for {}", row.label);
            if icon_button_ui(ui, IconButton::new(Icon::X, &name).icon_size(13.0).hit(24.0, 24.0)).clicked() {
                state.change(cx, row.action, Vec::new());
            }
        }
    });
    if let Some((_, words)) = state.refused.as_ref().filter(|(action, _)| *action == row.action) {
        ui.horizontal(|ui| {
            ui.add_space(padding);
            label_ui(ui, words.clone(), Face::Dense, theme.warn);
        });
        ui.add_space(6.0);
    }
}

/// Back to the key that this one action came with.
fn shipped_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut KeysState, row: &Row) {
    let name = format!("Shipped key for {}", row.label);
    if icon_button_ui(ui, IconButton::new(Icon::Undo2, &name).icon_size(13.0).hit(24.0, 24.0)).clicked() {
        let shipped = row.keys.iter().filter_map(|key| key.parse().ok()).collect();
        state.change(cx, row.action, shipped);
    }
}

/// The key caps as one button.
fn key_button_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut KeysState, row: &Row) {
    let theme = Theme::of(ui.ctx());
    let is_waiting = state.waiting == Some(row.action);
    let size = Vec2::new(KEY_COLUMN - 36.0, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if is_waiting || response.hovered() {
        ui.painter().rect(rect, 4.0, theme.hover, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    }
    let shown: Vec<String> = cx.preferences.keys.keys(row.action).iter().map(Shortcut::shown).collect();
    if is_waiting {
        let line = line_of_text(ui, "Press a key, Esc leaves", Face::Meta, theme.ink);
        paint_line_in(ui.painter(), rect, line, theme.ink);
    } else {
        let inside = egui::UiBuilder::new().max_rect(rect.shrink2(Vec2::new(6.0, 0.0))).layout(Layout::left_to_right(Align::Center));
        let mut caps = ui.new_child(inside);
        for key in &shown {
            key_cap_ui(&mut caps, key);
        }
        if shown.is_empty() {
            said_ui(&mut caps, "none", Face::Meta, theme.ink3);
        }
    }
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("Key for {}: {}", row.label, shown.join(", "))).on(is_waiting).tell(&response);
    if response.clicked() {
        state.refused = None;
        state.waiting = if is_waiting { None } else { Some(row.action) };
    }
}
