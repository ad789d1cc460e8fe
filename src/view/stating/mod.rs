//! Asks which numbers belong together and how, and shows at once what comes of it.

pub mod rows;

use std::rc::Rc;

use egui::{Align, Context, Key, Layout, Modifiers, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use self::rows::{NumberChoice, choice, choices, likely};
use super::Cx;
use super::kept::Kept;
use super::numbers::checks::sign_of;
use super::table::inset_ui;
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::model::id::QuantityId;
use crate::model::stated::{Relation, Stated};
use crate::session::Session;
use crate::suggest::checks::Check;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::paint::{line_cut_to, paint_line_at};
use crate::widget::{
    Button, Chip, Face, Icon, ModalHead, ModalWindow, Spoken, TextField, Theme, button_ui, chip_ui, editor, hairline_ui, icon_ui,
    key_cap_ui, modal_head_ui, modal_ui, text_field_ui,
};

const WIDTH: f32 = 560.0;
const TOP: f32 = 72.0;
const ROW: f32 = 44.0;
const SLOT: f32 = 28.0;
const FOOT: f32 = 32.0;
const PADDING: f32 = 14.0;
/// Names of places take so much, points.
const NAME: f32 = 84.0;
/// A longer list scrolls.
const MOST_LIST: f32 = 264.0;

/// What is asked, and what is chosen so far.
#[derive(Default)]
pub struct StatingState {
    /// How they belong together; none while nothing is asked.
    relation: Option<Relation>,
    /// The numbers, each at its place.
    numbers: Vec<QuantityId>,
    typed: String,
    chosen: usize,
    rows: Kept<(Vec<QuantityId>, String), Vec<NumberChoice>>,
    judged: Kept<(Option<Relation>, Vec<QuantityId>), Option<Check>>,
    is_new: bool,
    should_reveal: bool,
}

impl StatingState {
    /// Asks about the number that is selected; false where none is.
    pub fn open(&mut self, session: &Session) -> bool {
        let Some(Mention::Number(number)) = session.record() else { return false };
        *self = StatingState { relation: Some(likely(session, number)), numbers: vec![number], is_new: true, ..StatingState::default() };
        true
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.relation.is_some()
    }

    fn stated(&self) -> Option<Stated> {
        self.relation.map(|relation| Stated::new(relation, self.numbers.clone()))
    }

    /// Whether another number has a place.
    fn has_room(&self, relation: Relation) -> bool {
        relation.is_open() || self.numbers.len() < relation.places().len()
    }

    fn choose(&mut self, relation: Relation) {
        self.relation = Some(relation);
        if !relation.is_open() {
            self.numbers.truncate(relation.places().len());
        }
    }
}

/// What was pressed or clicked.
#[derive(Default)]
struct Wanted {
    down: isize,
    turn: isize,
    takes: bool,
    states: bool,
    drops: bool,
}

/// Draws the question over everything while it is asked.
pub fn stating_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut StatingState) {
    let Some(relation) = state.relation else { return };
    state.numbers.retain(|number| cx.session.project().quantities().contains_key(number));
    let mut wanted = take_keys(ctx, state.typed.is_empty());
    let window = ModalWindow { id: "stating", name: "Numbers that belong together", width: WIDTH, top: Some(TOP) };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let is_closed = modal_head_ui(ui, ModalHead { icon: Icon::Calculator, title: "Numbers that belong together", remark: "" });
        ui.spacing_mut().item_spacing.y = 0.0;
        inset_ui(ui, PADDING, |ui| {
            relations_ui(ui, state, relation, wanted.turn);
            places_ui(ui, cx, state);
            wanted.states |= judged_ui(ui, cx, state);
            field_ui(ui, state);
        });
        ui.add_space(6.0);
        wanted.drops.then(|| (state.numbers.len() > 1).then(|| state.numbers.pop()));
        let rows = state.rows(cx);
        state.step(wanted.down, rows.len());
        let clicked = if state.relation.is_some_and(|relation| state.has_room(relation)) { list_ui(ui, state, &rows) } else { None };
        let taken = clicked.or(wanted.takes.then_some(state.chosen)).and_then(|at| rows.get(at));
        match (taken, state.relation) {
            (Some(row), Some(relation)) if state.has_room(relation) => {
                state.numbers.push(row.number);
                state.typed.clear();
                state.chosen = 0;
            }
            _ => wanted.states |= wanted.takes,
        }
        foot_ui(ui);
        is_closed
    });
    let is_stated = wanted.states && state.relation.is_some_and(|relation| relation.takes(state.numbers.len()));
    if let (true, Some(stated)) = (is_stated, state.stated()) {
        cx.send(Command::StateCheck(stated));
    }
    if is_stated || is_closed || should_close {
        *state = StatingState::default();
    }
}

/// What the keyboard wants, before the field can have the keys.
fn take_keys(ctx: &Context, is_blank: bool) -> Wanted {
    if editor::is_composing(ctx) {
        return Wanted::default();
    }
    ctx.input_mut(|input| {
        let mut times = |key| input.count_and_consume_key(Modifiers::NONE, key) as isize;
        let down = times(Key::ArrowDown) - times(Key::ArrowUp);
        let turn = times(Key::PageDown) - times(Key::PageUp);
        Wanted {
            down,
            turn,
            states: input.consume_key(Modifiers::COMMAND, Key::Enter),
            takes: input.consume_key(Modifiers::NONE, Key::Enter),
            drops: is_blank && input.consume_key(Modifiers::NONE, Key::Backspace),
        }
    })
}

impl StatingState {
    fn rows(&mut self, cx: &Cx<'_>) -> Rc<Vec<NumberChoice>> {
        let key = (self.numbers.clone(), self.typed.clone());
        let rows = self.rows.get(cx.session, key, || choices(cx.session, &self.numbers, &self.typed));
        self.chosen = self.chosen.min(rows.len().saturating_sub(1));
        rows
    }

    fn step(&mut self, down: isize, number: usize) {
        if down != 0 && number > 0 {
            self.chosen = (self.chosen as isize + down).rem_euclid(number as isize) as usize;
            self.should_reveal = true;
        }
    }

    fn judged(&mut self, cx: &Cx<'_>) -> Rc<Option<Check>> {
        let stated = self.stated();
        self.judged.get(cx.session, (self.relation, self.numbers.clone()), || cx.session.judge(&stated?))
    }
}

/// The relations as chips, the chosen one filled.
fn relations_ui(ui: &mut Ui, state: &mut StatingState, relation: Relation, turn: isize) {
    let at = Relation::ALL.iter().position(|other| *other == relation).unwrap_or(0) as isize;
    let turned = Relation::ALL.get((at + turn).rem_euclid(Relation::ALL.len() as isize) as usize);
    if let Some(relation) = turned.filter(|_| turn != 0) {
        state.choose(*relation);
    }
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        for other in Relation::ALL {
            if chip_ui(ui, Chip { word: other.word(), count: None, is_on: state.relation == Some(other) }).clicked() {
                state.choose(other);
            }
        }
    });
    ui.add_space(8.0);
}

/// What stands at each place, and what is still to be chosen.
fn places_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut StatingState) {
    let theme = Theme::of(ui.ctx());
    let Some(relation) = state.relation else { return };
    let shown = relation.places().len().max(state.numbers.len() + usize::from(relation.is_open()));
    let mut moved = None;
    for at in 0..shown {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), SLOT), Sense::hover());
        let middle = rect.center().y;
        let is_next = at == state.numbers.len();
        if is_next {
            ui.painter().rect_filled(rect, 4.0, theme.selbg);
        }
        let name = line_cut_to(ui, relation.place(at), Face::Meta, (theme.ink3, NAME));
        paint_line_at(ui.painter(), (rect.left() + 6.0, middle), name, theme.ink3);
        let left = rect.left() + 6.0 + NAME;
        let shown = state.numbers.get(at).and_then(|number| choice(cx.session, *number));
        let is_needed = at < relation.least();
        let told = match &shown {
            Some(number) => {
                let words = line_cut_to(ui, &number.words, Face::Strong, (theme.ink, rect.width() * 0.45));
                let end = left + words.size().x + 10.0;
                paint_line_at(ui.painter(), (left, middle), words, theme.ink);
                let remark = line_cut_to(ui, &number.remark, Face::Meta, (theme.ink3, rect.right() - end - 8.0));
                paint_line_at(ui.painter(), (end, middle), remark, theme.ink3);
                format!("{}: {}, {}", relation.place(at), number.words, number.remark)
            }
            None => {
                let words = if is_needed { "choose it below" } else { "may be left out" };
                let line = line_cut_to(ui, words, Face::Dense, (theme.ink3, rect.right() - left));
                paint_line_at(ui.painter(), (left, middle), line, theme.ink3);
                format!("{}: {words}", relation.place(at))
            }
        };
        let sense = if shown.is_some() && at > 0 { Sense::CLICK } else { Sense::hover() };
        let response = ui.interact(rect, ui.scope_id().with(("place", at)), sense);
        Spoken::new(if sense == Sense::CLICK { Role::Button } else { Role::Label }, &told).tell(&response);
        if response.clicked() {
            moved = Some(at);
        }
    }
    // A click puts a number before the one above it: the first place may be another's.
    if let Some(at) = moved.filter(|at| *at < state.numbers.len()) {
        state.numbers.swap(at, at - 1);
    }
    ui.add_space(4.0);
}

/// What comes of it so far, and the button; whether it was clicked.
fn judged_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut StatingState) -> bool {
    let theme = Theme::of(ui.ctx());
    let judged = state.judged(cx);
    let mut is_clicked = false;
    ui.horizontal(|ui| {
        ui.set_height(44.0);
        ui.spacing_mut().item_spacing.x = 8.0;
        let button = |ui: &mut Ui, is_enabled| button_ui(ui, Button::primary("State it").key("Ctrl Enter").enabled(is_enabled)).clicked();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            is_clicked = button(ui, judged.is_some());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| match judged.as_ref() {
                None => drop(label_ui(ui, "Nothing to work out yet.", Face::Dense, theme.ink3)),
                Some(check) => {
                    let (icon, colour) = sign_of(check.verdict, &theme);
                    icon_ui(ui, icon, 15.0, colour);
                    ui.vertical(|ui| {
                        let told = label_ui(ui, &check.equation, Face::Strong, theme.ink);
                        Spoken::new(Role::Label, &format!("{}: {}. {}", check.verdict.words(), check.equation, check.working)).tell(&told);
                        words_ui(ui, &check.working, (Face::Meta, 16.0), theme.ink2);
                    });
                }
            });
        });
    });
    is_clicked
}

fn field_ui(ui: &mut Ui, state: &mut StatingState) {
    let before = state.typed.clone();
    let field = TextField::new("Number").hint("Words of the next number").id(egui::Id::unique("stating field"));
    let response = text_field_ui(ui, field, &mut state.typed);
    let is_free = ui.memory(|memory| memory.focused().is_none());
    if std::mem::take(&mut state.is_new) || is_free {
        response.request_focus();
    }
    if state.typed != before {
        state.chosen = 0;
    }
}

fn list_ui(ui: &mut Ui, state: &mut StatingState, rows: &[NumberChoice]) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let mut clicked = None;
    let should_reveal = std::mem::take(&mut state.should_reveal);
    hairline_ui(ui);
    if rows.is_empty() {
        inset_ui(ui, PADDING, |ui| {
            ui.add_space(10.0);
            let words = if state.typed.trim().is_empty() { "No other number is tagged yet." } else { "No number with these words." };
            label_ui(ui, words, Face::Dense, theme.ink3);
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

fn row_ui(ui: &mut Ui, row: &NumberChoice, is_chosen: bool) -> (Rect, bool) {
    let theme = Theme::of(ui.ctx());
    // Not a stop for Tab: the keyboard stays in the field.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::CLICK);
    if is_chosen {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let (left, room) = (rect.left() + PADDING, rect.width() - 2.0 * PADDING);
    let words = line_cut_to(ui, &row.words, Face::Interface, (theme.ink, room));
    paint_line_at(ui.painter(), (left, rect.top() + 15.0), words, theme.ink);
    let remark = line_cut_to(ui, &row.remark, Face::Meta, (theme.ink3, room));
    paint_line_at(ui.painter(), (left, rect.top() + 32.0), remark, theme.ink3);
    Spoken::new(Role::ListBoxOption, &format!("{}, {}", row.words, row.remark)).on(is_chosen).tell(&response);
    (rect, response.clicked())
}

fn foot_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    hairline_ui(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FOOT), Sense::hover());
    let builder = UiBuilder::new().max_rect(rect.shrink2(Vec2::new(PADDING, 0.0))).layout(Layout::left_to_right(Align::Center));
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing.x = 5.0;
    let keys =
        [(&["↑", "↓", "Enter"][..], "take a number"), (&["Backspace"][..], "drop the last"), (&["PgUp", "PgDn"][..], "how they belong")];
    for (caps, words) in keys {
        for cap in caps {
            key_cap_ui(&mut ui, cap);
        }
        label_ui(&mut ui, words, Face::Meta, theme.ink3);
        ui.add_space(6.0);
    }
}

#[cfg(test)]
mod tests;
