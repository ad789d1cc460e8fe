//! The program's own file dialog, for systems without a dialog service. It reads no files: the app gives the entries of the
//! folder that is typed, and opens or writes what is chosen.

mod state;
#[cfg(test)]
mod tests;

use egui::{Align, Context, Id, Key, Layout, Modifiers, Role, ScrollArea, Sense, Ui, Vec2};

pub use self::state::{Entry, PathAnswer, PathDialogState, Purpose};
use super::table::inset_ui;
use crate::widget::editor;
use crate::widget::line::{label_ui, words_cut_ui, words_ui};
use crate::widget::paint::{line_of_text, paint_line_at};
use crate::widget::{
    Button, Face, Icon, ModalHead, ModalWindow, Spoken, TextField, Theme, button_ui, hairline_ui, modal_head_ui, modal_ui, paint_icon,
    text_field_ui,
};

const WIDTH: f32 = 620.0;
const PADDING: f32 = 16.0;
const ROW: f32 = 26.0;
const LIST: f32 = 286.0;

/// Draws the dialog over everything.
pub fn path_dialog_ui(ctx: &Context, state: &mut PathDialogState) -> Option<PathAnswer> {
    let keys = Keys::take(ctx);
    let window = ModalWindow { id: "path dialog", name: state.purpose.title(), width: WIDTH, top: Some(84.0) };
    let (inner, should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::FolderOpen, title: state.purpose.title(), remark: state.purpose.remark() };
        let is_closed = modal_head_ui(ui, head);
        field_ui(ui, state);
        state.step(keys.down);
        let mut answer = list_ui(ui, state, keys.down != 0);
        if let Some(foot) = foot_ui(ui, state) {
            answer = Some(foot);
        }
        if is_closed { Some(PathAnswer::Cancelled) } else { answer }
    });
    if should_close {
        return Some(PathAnswer::Cancelled);
    }
    let answer = if keys.does {
        let chosen = state.chosen.and_then(|at| state.offered().get(at).map(|entry| (*entry).clone()));
        match chosen {
            Some(entry) => state.take(&entry, true),
            None => state.done(),
        }
    } else {
        inner.or_else(|| state.go_on())
    };
    answer.or_else(|| state.entered())
}

#[derive(Default)]
struct Keys {
    down: isize,
    does: bool,
}

impl Keys {
    fn take(ctx: &Context) -> Self {
        if editor::is_composing(ctx) {
            return Self::default();
        }
        // On a button, Enter presses the button.
        let is_in_field = ctx.memory(|memory| memory.focused().is_none_or(|id| id == field_id()));
        ctx.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as isize;
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as isize;
            Keys { down: down - up, does: is_in_field && input.consume_key(Modifiers::NONE, Key::Enter) }
        })
    }
}

fn field_id() -> Id {
    Id::unique("path dialog field")
}

fn field_ui(ui: &mut Ui, state: &mut PathDialogState) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        let field = TextField::new("Path").hint("/home/… or ~/…").width(ui.available_width() - PADDING).id(field_id());
        let response = text_field_ui(ui, field, &mut state.text);
        if !state.has_been_shown {
            response.request_focus();
            // Whoever opens the dialog types on behind the folder, or another name before the ending.
            let stem = state.name_start()..state.text.rfind('.').filter(|at| *at > state.name_start()).unwrap_or(state.text.len());
            editor::select_part(ui.ctx(), field_id(), stem);
            state.has_been_shown = true;
        }
        if response.changed() {
            state.note_typed();
        }
    });
    if let Some(error) = &state.error {
        ui.add_space(4.0);
        inset_ui(ui, PADDING, |ui| {
            words_ui(ui, error.clone(), (Face::Dense, Face::Dense.row()), theme.warn);
        });
    }
    ui.add_space(8.0);
}

fn list_ui(ui: &mut Ui, state: &mut PathDialogState, should_reveal: bool) -> Option<PathAnswer> {
    hairline_ui(ui);
    let theme = Theme::of(ui.ctx());
    let offered: Vec<Entry> = state.offered().into_iter().cloned().collect();
    let mut taken = None;
    let height = LIST.min(ui.ctx().content_rect().height() - 230.0).max(2.0 * ROW);
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink([false, false]).show_rows(
        ui,
        ROW,
        offered.len().max(1),
        |ui, visible| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if offered.is_empty() {
                ui.add_space(6.0);
                ui.horizontal(|ui| {
                    ui.add_space(PADDING);
                    let words = match (state.is_listed(), state.purpose.is_saving()) {
                        (false, _) => "Looking into the folder …",
                        (true, true) => "Nothing by that name yet.",
                        (true, false) => "Nothing here by that name.",
                    };
                    label_ui(ui, words, Face::Dense, theme.ink3);
                });
            }
            for at in visible {
                let Some(entry) = offered.get(at) else { continue };
                let response = entry_ui(ui, entry, state.chosen == Some(at));
                if should_reveal && state.chosen == Some(at) {
                    response.scroll_to_me(None);
                }
                if response.double_clicked() || response.clicked() {
                    taken = Some((entry.clone(), response.double_clicked()));
                }
            }
        },
    );
    hairline_ui(ui);
    taken.and_then(|(entry, is_done)| state.take(&entry, is_done))
}

fn entry_ui(ui: &mut Ui, entry: &Entry, is_chosen: bool) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    // Not a stop for Tab: the arrows go through the list from the field.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::CLICK);
    if is_chosen {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let icon = if entry.is_folder { Icon::FolderOpen } else { Icon::FileText };
    paint_icon(ui.painter(), icon, egui::pos2(rect.left() + PADDING + 8.0, rect.center().y), 15.0, theme.ink2);
    let line = line_of_text(ui, &entry.name, Face::Dense, theme.ink);
    paint_line_at(ui.painter(), (rect.left() + PADDING + 24.0, rect.center().y), line, theme.ink);
    let kind = if entry.is_folder { "Folder" } else { "File" };
    Spoken::new(Role::ListBoxOption, &format!("{kind} {}", entry.name)).on(is_chosen).tell(&response);
    response
}

fn foot_ui(ui: &mut Ui, state: &mut PathDialogState) -> Option<PathAnswer> {
    let theme = Theme::of(ui.ctx());
    let mut answer = None;
    let room = Vec2::new(ui.available_width(), 48.0);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.add_space(PADDING);
        if button_ui(ui, Button::primary(state.purpose.word()).key("Enter")).clicked() {
            answer = state.done();
        }
        let articles = if matches!(state.purpose, Purpose::OpenArticle | Purpose::OpenDraft) { state.articles() } else { Vec::new() };
        if articles.len() > 1 && button_ui(ui, Button::secondary(&format!("Open all {}", articles.len()))).clicked() {
            answer = Some(PathAnswer::Chosen(articles));
        }
        if button_ui(ui, Button::secondary("Cancel")).clicked() {
            answer = Some(PathAnswer::Cancelled);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(PADDING);
            words_cut_ui(ui, "↑ ↓ choose, Enter opens, ~ is your home folder", Face::Meta, theme.ink3);
        });
    });
    answer
}
