//! Asks with which figures a number measures the same: two keystrokes where the program has found it, a few letters elsewhere.

pub mod rows;

use std::rc::Rc;

use egui::{Align, Context, Key, Layout, Modifiers, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use self::rows::{GroupingRow, rows};
use super::Cx;
use super::kept::Kept;
use super::table::inset_ui;
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::model::id::QuantityId;
use crate::session::Session;
use crate::widget::line::label_ui;
use crate::widget::paint::{Breaks, line_cut_to, paint_broken_rect, paint_line_at};
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{
    Face, Icon, ModalHead, ModalWindow, Spoken, TextField, Theme, editor, hairline_ui, key_cap_ui, modal_head_ui, modal_ui, text_field_ui,
};

const WIDTH: f32 = 520.0;
const TOP: f32 = 96.0;
const ROW: f32 = 44.0;
const FOOT: f32 = 32.0;
const PADDING: f32 = 14.0;
/// A longer list scrolls.
const MOST_LIST: f32 = 396.0;

/// What is asked, and what is typed so far.
#[derive(Default)]
pub struct GroupingState {
    number: Option<QuantityId>,
    typed: String,
    chosen: usize,
    kept: Kept<String, Vec<GroupingRow>>,
    is_new: bool,
    should_reveal: bool,
}

impl GroupingState {
    /// Asks about the number that is selected; false where none is.
    pub fn open(&mut self, session: &Session) -> bool {
        let Some(Mention::Number(number)) = session.record() else { return false };
        *self = GroupingState { number: Some(number), is_new: true, ..GroupingState::default() };
        true
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.number.is_some()
    }
}

/// Draws the question over everything while it is asked.
pub fn grouping_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut GroupingState) {
    let Some(number) = state.number.filter(|number| cx.session.project().quantities().contains_key(number)) else {
        state.number = None;
        return;
    };
    let (down, is_done) = take_keys(ctx);
    let window = ModalWindow { id: "grouping", name: "Measures the same as", width: WIDTH, top: Some(TOP) };
    let ((is_closed, wanted), should_close) = modal_ui(ctx, &window, |ui| {
        let is_closed = modal_head_ui(ui, ModalHead { icon: Icon::Hash, title: "Measures the same as", remark: "" });
        inset_ui(ui, PADDING, |ui| asked_ui(ui, cx, state, number));
        ui.add_space(6.0);
        let rows = state.rows(cx, number);
        state.step(down, rows.len());
        let clicked = list_ui(ui, state, &rows);
        foot_ui(ui);
        let wanted = clicked.or(is_done.then_some(state.chosen));
        (is_closed, wanted.and_then(|at| rows.get(at)).cloned())
    });
    if let Some(row) = &wanted {
        cx.send(Command::Group { numbers: row.numbers.clone(), into: row.choice.clone() });
    }
    if wanted.is_some() || is_closed || should_close {
        *state = GroupingState::default();
    }
}

/// Steps down the list, and whether the chosen row is taken; before the field can have the keys.
fn take_keys(ctx: &Context) -> (isize, bool) {
    if editor::is_composing(ctx) {
        return (0, false);
    }
    ctx.input_mut(|input| {
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as isize;
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as isize;
        (down - up, input.consume_key(Modifiers::NONE, Key::Enter))
    })
}

impl GroupingState {
    fn rows(&mut self, cx: &Cx<'_>, number: QuantityId) -> Rc<Vec<GroupingRow>> {
        let typed = self.typed.clone();
        let rows = self.kept.get(cx.session, typed, || rows(cx.session, number, &self.typed));
        self.chosen = self.chosen.min(rows.len().saturating_sub(1));
        rows
    }

    fn step(&mut self, down: isize, number: usize) {
        if down != 0 && number > 0 {
            self.chosen = (self.chosen as isize + down).rem_euclid(number as isize) as usize;
            self.should_reveal = true;
        }
    }
}

/// The figure as its article has it, and the field.
fn asked_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut GroupingState, number: QuantityId) {
    let theme = Theme::of(ui.ctx());
    let quote = cx.session.lookup().quote(cx.session.project(), Mention::Number(number)).to_owned();
    ui.add_space(8.0);
    quote_ui(ui, &Quote::new(&quote, TextStyle::serif(14.5, 19.0), theme.ink).rows(1));
    ui.add_space(8.0);
    let before = state.typed.clone();
    let field = TextField::new("Group").hint("A group, or the name of a new one").id(egui::Id::unique("grouping field"));
    let response = text_field_ui(ui, field, &mut state.typed);
    let is_free = ui.memory(|memory| memory.focused().is_none());
    if std::mem::take(&mut state.is_new) || is_free {
        response.request_focus();
    }
    if state.typed != before {
        state.chosen = 0;
    }
}

fn list_ui(ui: &mut Ui, state: &mut GroupingState, rows: &[GroupingRow]) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let mut clicked = None;
    let should_reveal = std::mem::take(&mut state.should_reveal);
    ui.spacing_mut().item_spacing.y = 0.0;
    hairline_ui(ui);
    if rows.is_empty() {
        inset_ui(ui, PADDING, |ui| {
            ui.add_space(10.0);
            label_ui(ui, "No group of that name.", Face::Dense, theme.ink3);
            ui.add_space(10.0);
        });
    }
    ScrollArea::vertical().max_height(MOST_LIST).auto_shrink([false, true]).show(ui, |ui| {
        for (at, row) in rows.iter().enumerate() {
            let (rect, was_clicked) = row_ui(ui, row, at == state.chosen);
            if was_clicked {
                clicked = Some(at);
            }
            if should_reveal && at == state.chosen {
                ui.scroll_to_rect(rect, None);
            }
        }
    });
    clicked
}

fn row_ui(ui: &mut Ui, row: &GroupingRow, is_chosen: bool) -> (Rect, bool) {
    let theme = Theme::of(ui.ctx());
    // Not a stop for Tab: the keyboard stays in the field.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::CLICK);
    if is_chosen {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    if row.is_proposed {
        let sign = Rect::from_center_size(egui::pos2(rect.left() + PADDING + 8.0, rect.top() + 15.0), Vec2::new(15.0, 12.0));
        paint_broken_rect(ui.painter(), sign, egui::Stroke::new(1.5, theme.num), Breaks::SUGGESTED);
    }
    let (left, room) = (rect.left() + PADDING + 24.0, rect.width() - 2.0 * PADDING - 24.0);
    let title = line_cut_to(ui, &row.title, Face::Interface, (theme.ink, room));
    paint_line_at(ui.painter(), (left, rect.top() + 15.0), title, theme.ink);
    let remark = line_cut_to(ui, &row.remark, Face::Meta, (theme.ink3, room));
    paint_line_at(ui.painter(), (left, rect.top() + 32.0), remark, theme.ink3);
    let proposed = if row.is_proposed { "Proposed: " } else { "" };
    Spoken::new(Role::ListBoxOption, &format!("{proposed}{}, {}", row.title, row.remark)).on(is_chosen).tell(&response);
    (rect, response.clicked())
}

fn foot_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    hairline_ui(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FOOT), Sense::hover());
    let builder = UiBuilder::new().max_rect(rect.shrink2(Vec2::new(PADDING, 0.0))).layout(Layout::left_to_right(Align::Center));
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing.x = 6.0;
    for (caps, words) in [(&["↑", "↓"][..], "choose"), (&["Enter"], "put it there"), (&["Esc"], "leave it")] {
        for cap in caps {
            key_cap_ui(&mut ui, cap);
        }
        label_ui(&mut ui, words, Face::Meta, theme.ink3);
        ui.add_space(8.0);
    }
}

#[cfg(test)]
mod tests;
