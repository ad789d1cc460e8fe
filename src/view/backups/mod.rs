//! The window of backups: a list, latest first, what has changed since each, and what restoring the chosen one would change.

pub mod rows;

use egui::{Align, Context, Id, Layout, Rect, Role, ScrollArea, Sense, Ui, Vec2};

use self::rows::{BackupLine, size_words};
use super::Cx;
use super::list_keys::{ListKeys, ListPressed, list_keys_ui};
use super::table::inset_ui;
use super::wording::time_of;
use crate::model::moment::Moment;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::modal::top_within;
use crate::widget::paint::{line_cut_to, line_of_text, paint_line_at};
use crate::widget::{
    Button, Face, Icon, ModalHead, ModalWindow, Spoken, Theme, button_ui, hairline_ui, key_cap_ui, modal_head_ui, modal_ui, section_ui,
};

const WIDTH: f32 = 640.0;
const TOP: f32 = 84.0;
const PADDING: f32 = 18.0;
const ROW: f32 = 46.0;
const LIST: f32 = 7.0 * ROW;
/// Room for what restoring would change, three rows of words.
const DETAIL: f32 = 54.0;
const FOOT: f32 = 52.0;

/// The backups of the project as the window shows them. The app makes it, fills it in, and drops it after an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupsState {
    /// The backups, latest first; none while they are looked for.
    pub lines: Option<Vec<BackupLine>>,
    /// Why the last backup failed, or why none can be listed, in words.
    pub trouble: Option<String>,
    /// Whether one is being restored; the window then waits.
    pub is_restoring: bool,
    chosen: usize,
    should_reveal: bool,
    came_by_tab: bool,
}

/// What was done in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupsAnswer {
    /// The backup with this place in the list is to be restored.
    Restore(usize),
    /// A copy of it is to be saved elsewhere.
    Copy(usize),
    /// The window is to be closed.
    Closed,
}

impl BackupsState {
    /// A window for which backups are looked for, with what went wrong last time, in words.
    pub fn new(trouble: Option<String>) -> Self {
        BackupsState { trouble, ..BackupsState::default() }
    }

    fn lines(&self) -> &[BackupLine] {
        self.lines.as_deref().unwrap_or_default()
    }

    fn chosen(&self) -> Option<&BackupLine> {
        self.lines().get(self.chosen)
    }

    fn can_restore(&self) -> bool {
        !self.is_restoring && self.chosen().is_some_and(BackupLine::can_restore)
    }
}

/// Draws the window over everything.
pub fn backups_ui(ctx: &Context, cx: &Cx<'_>, state: &mut BackupsState) -> Option<BackupsAnswer> {
    let window = ModalWindow { id: "backups", name: "Backups", width: WIDTH, top: Some(TOP) };
    let ((is_closed, answer), should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::HardDrive, title: "Backups", remark: "The 20 latest, and one a day for 30 days" };
        let is_closed = modal_head_ui(ui, head);
        trouble_ui(ui, state);
        if state.lines().is_empty() {
            nothing_ui(ui, cx, state);
            return (is_closed, None);
        }
        let entered = list_ui(ui, cx, state);
        hairline_ui(ui);
        detail_ui(ui, state);
        let pressed = foot_ui(ui, state);
        (is_closed, entered.or(pressed))
    });
    if is_closed || should_close { Some(BackupsAnswer::Closed) } else { answer }
}

fn trouble_ui(ui: &mut Ui, state: &BackupsState) {
    let Some(words) = &state.trouble else { return };
    let warn = Theme::of(ui.ctx()).warn;
    ui.add_space(12.0);
    inset_ui(ui, PADDING, |ui| words_ui(ui, words, (Face::Dense, Face::Dense.row()), warn));
    ui.add_space(12.0);
    hairline_ui(ui);
}

/// The words where there is no backup yet.
fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>, state: &BackupsState) {
    let words = match (&state.lines, cx.session.path()) {
        (None, _) => "Looking for backups …",
        (Some(_), Some(_)) => "No backups yet. One is made when you open this project again.",
        (Some(_), None) => "No backups yet. The first one is made when you save the project.",
    };
    let ink = Theme::of(ui.ctx()).ink2;
    ui.add_space(22.0);
    inset_ui(ui, PADDING, |ui| words_ui(ui, words, (Face::Interface, Face::Interface.row()), ink));
    ui.add_space(22.0);
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut BackupsState) -> Option<BackupsAnswer> {
    let room = ui.ctx().content_rect().height() - top_within(ui.ctx(), TOP) - DETAIL - FOOT - 160.0;
    let height = room.clamp(2.0 * ROW, LIST).min(state.lines().len() as f32 * ROW);
    let rect = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), height));
    let answer = keyboard_ui(ui, rect, state, cx.now);
    let (mut clicked, should_reveal) = (None, std::mem::take(&mut state.should_reveal));
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show_rows(
        ui,
        ROW,
        state.lines().len(),
        |ui, visible| {
            for at in visible {
                let Some(line) = state.lines().get(at) else { continue };
                if line_ui(ui, line, cx.now, at == state.chosen) {
                    clicked = Some(at);
                }
            }
        },
    );
    if should_reveal {
        state.reveal(ui, rect);
    }
    if let Some(at) = clicked {
        state.chosen = at;
    }
    answer
}

impl BackupsState {
    /// Brings the chosen line into view.
    fn reveal(&self, ui: &Ui, list: Rect) {
        let top = list.top() + self.chosen as f32 * ROW;
        ui.scroll_to_rect(Rect::from_min_size(egui::pos2(list.left(), top), Vec2::new(1.0, ROW)), None);
    }
}

/// The list is one stop for Tab, its lines are chosen by arrows; Enter restores.
fn keyboard_ui(ui: &Ui, rect: Rect, state: &mut BackupsState, now: Moment) -> Option<BackupsAnswer> {
    let spoken = state.chosen().map_or_else(String::new, |line| line.spoken(now));
    let list = ListKeys { id: Id::unique("backups list"), name: "List of backups", spoken, count: state.lines().len() };
    let ListPressed { chosen, is_entered } = list_keys_ui(ui, rect, list, state.chosen, &mut state.came_by_tab);
    if let Some(chosen) = chosen {
        (state.chosen, state.should_reveal) = (chosen, true);
    }
    (is_entered && state.can_restore()).then_some(BackupsAnswer::Restore(state.chosen))
}

/// Draws a line; true when it was clicked.
fn line_ui(ui: &mut Ui, line: &BackupLine, now: Moment, is_chosen: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    // Not a stop for Tab: the arrows go through the list.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::CLICK);
    if ui.is_rect_visible(rect) {
        if is_chosen {
            ui.painter().rect_filled(rect, 0.0, theme.selbg);
            ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hover);
        }
        let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
        let (above, below) = (rect.top() + 15.0, rect.top() + 32.0);
        let time = line_of_text(ui, &time_of(line.made, now), Face::DenseStrong, theme.ink);
        paint_line_at(ui.painter(), (inside.left(), above), time, theme.ink);
        let size = line_of_text(ui, &line.bytes.map_or_else(String::new, size_words), Face::Meta, theme.ink3);
        paint_line_at(ui.painter(), (inside.right() - size.size().x, above), size, theme.ink3);
        let since = line_cut_to(ui, &line.since_words(), Face::Dense, (theme.ink2, inside.width()));
        paint_line_at(ui.painter(), (inside.left(), below), since, theme.ink2);
    }
    Spoken::new(Role::ListItem, &line.spoken(now)).on(is_chosen).tell(&response);
    response.clicked()
}

/// What restoring the chosen backup would change.
fn detail_ui(ui: &mut Ui, state: &BackupsState) {
    let Some(line) = state.chosen() else { return };
    let theme = Theme::of(ui.ctx());
    ui.add_space(4.0);
    inset_ui(ui, PADDING, |ui| {
        let remark = if line.can_restore() { "Undo takes it back. The present state is backed up first." } else { "" };
        section_ui(ui, "What restoring it would change", remark);
        ui.add_space(3.0);
        let height = ScrollArea::vertical().max_height(DETAIL).min_scrolled_height(DETAIL).auto_shrink([false, true]);
        height.show(ui, |ui| {
            ui.set_min_height(DETAIL);
            words_ui(ui, line.restoring_words(), (Face::Interface, Face::Interface.row()), theme.ink);
        });
    });
}

fn foot_ui(ui: &mut Ui, state: &BackupsState) -> Option<BackupsAnswer> {
    let theme = Theme::of(ui.ctx());
    hairline_ui(ui);
    let room = Vec2::new(ui.available_width(), FOOT);
    let mut answer = None;
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(PADDING);
        let (keys, words): (&[&str], _) = if state.is_restoring { (&[], "Restoring …") } else { (&["↑", "↓"], "choose") };
        keys.iter().for_each(|key| drop(key_cap_ui(ui, key)));
        label_ui(ui, words, Face::Meta, theme.ink3);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING);
            if button_ui(ui, Button::primary("Restore").key("Enter").enabled(state.can_restore())).clicked() {
                answer = Some(BackupsAnswer::Restore(state.chosen));
            }
            if button_ui(ui, Button::secondary("Save a copy as").enabled(!state.is_restoring)).clicked() {
                answer = Some(BackupsAnswer::Copy(state.chosen));
            }
        });
    });
    answer
}

#[cfg(test)]
mod tests;
