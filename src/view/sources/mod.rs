//! The Sources view: the register by kind, with filters at the left, and merging of two entries.

mod against;
mod grades;
mod left;
mod lines;
mod merging;
pub mod rows;

use std::rc::Rc;

use egui::Ui;

pub use self::left::sources_left_ui;
use self::lines::{kind_ui, row_ui};
use self::merging::{merge, merging_ui};
use self::rows::{Line, Register, SourceRow, Wish, lines, register};
use super::Cx;
use super::empty::{filtered_out_ui, nothing_ui};
use super::kept::Kept;
use super::table::{Column, Heights, Lines, RowClick, focus_table, headings_ui, keyboard_ui, lines_ui, stepped};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Mention;
use crate::model::id::SourceId;
use crate::session::ViewKind;
use crate::widget::Theme;

const PADDING: f32 = 14.0;
const ROW: f32 = 42.0;
const KIND: f32 = 32.0;

const COLUMNS: [Column; 7] = [
    Column::of("", 24.0),
    Column::rest("Source"),
    Column::of("Articles", 68.0),
    Column::of("Claims resting on it", 142.0).narrow(2, 64.0),
    Column::of("Grade", 56.0),
    Column::of("First hand", 86.0).narrow(1, 0.0),
    Column::of("To settle", 182.0).narrow(3, 132.0),
];

/// What the Sources view remembers.
#[derive(Default)]
pub struct SourcesState {
    wish: Wish,
    register: Kept<(), Register>,
    shown: Kept<Wish, Shown>,
    reveal: Option<SourceId>,
    /// The entry that is to go into another one.
    merging: Option<SourceId>,
}

/// The lines of the table, with their heights.
struct Shown {
    lines: Vec<Line>,
    heights: Heights,
}

impl SourcesState {
    fn register(&mut self, cx: &Cx<'_>) -> Rc<Register> {
        self.register.get(cx.session, (), || register(cx.session))
    }

    fn shown(&mut self, cx: &Cx<'_>, register: &Register) -> Rc<Shown> {
        self.shown.get(cx.session, self.wish.clone(), || {
            let lines = lines(cx.session, register, &self.wish);
            let heights = Heights::new(lines.iter().map(|line| if matches!(line, Line::Row(_)) { ROW } else { KIND }));
            Shown { lines, heights }
        })
    }
}

fn selected(cx: &Cx<'_>) -> Option<SourceId> {
    match cx.session.record() {
        Some(Mention::Source(id)) => Some(id),
        _ => None,
    }
}

/// Draws the register across the middle of the window.
pub fn sources_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.paper);
    ui.spacing_mut().item_spacing.y = 0.0;
    let register = state.register(cx);
    if register.rows.is_empty() {
        nothing_ui(ui, "No sources yet. Select who says it and press S.");
        return;
    }
    let action = keyboard_ui(ui, cx, ViewKind::Sources);
    merging_ui(ui, cx, state, &register);
    headings_ui(ui, &COLUMNS, PADDING, &mut state.wish.sorting);
    let shown = state.shown(cx, &register);
    if let Some(action) = action {
        act(cx, state, (&register, &shown), action);
    }
    if shown.lines.is_empty() {
        if filtered_out_ui(ui, &filtered_out_words(&state.wish)) {
            state.wish = Wish { sorting: state.wish.sorting, ..Wish::default() };
        }
        return;
    }
    let place = |id: SourceId| shown.lines.iter().position(|line| source_of(&register, line) == Some(id));
    let reveal = state.reveal.take().and_then(place);
    let chosen = selected(cx);
    let mut folding = None;
    lines_ui(ui, Lines { id: "sources", heights: &shown.heights, reveal }, |ui, at, rect| match shown.lines.get(at) {
        Some(Line::Kind(head)) if kind_ui(ui, rect, head) => folding = Some(head.kind),
        Some(Line::Row(row)) => {
            if let Some(row) = register.rows.get(*row) {
                let click = row_ui(ui, cx, rect, (row, state.wish.is_same, chosen == Some(row.source)));
                follow(ui, cx, row, click);
            }
        }
        _ => {}
    });
    if let Some(kind) = folding
        && !state.wish.folded.remove(&kind)
    {
        state.wish.folded.insert(kind);
    }
}

fn source_of(register: &Register, line: &Line) -> Option<SourceId> {
    match line {
        Line::Row(at) => register.rows.get(*at).map(|row| row.source),
        Line::Kind(_) => None,
    }
}

fn follow(ui: &Ui, cx: &mut Cx<'_>, row: &SourceRow, click: RowClick) {
    let record = Mention::Source(row.source);
    if click.selects {
        focus_table(ui, ViewKind::Sources);
        cx.send(Command::SelectRecord(record));
    }
    if click.opens {
        cx.send(Command::ShowRecord(record));
    }
}

/// Carries out what was pressed while the table has the keyboard.
fn act(cx: &mut Cx<'_>, state: &mut SourcesState, (register, shown): (&Register, &Shown), action: Action) {
    let ids: Vec<SourceId> = shown.lines.iter().filter_map(|line| source_of(register, line)).collect();
    let chosen = selected(cx).and_then(|id| ids.iter().position(|other| *other == id));
    match action {
        Action::RowNext | Action::RowPrevious => {
            if let Some(next) = stepped(chosen, ids.len(), action == Action::RowNext).and_then(|at| ids.get(at)) {
                state.reveal = Some(*next);
                cx.send(Command::SelectRecord(Mention::Source(*next)));
            }
        }
        Action::MergeSources => state.merging = if state.merging.is_some() { None } else { selected(cx) },
        Action::RowShow if state.merging.is_some() => merge(cx, state),
        Action::RowShow | Action::RowEdit if chosen.is_some() => cx.run(action),
        _ => {}
    }
}

fn filtered_out_words(wish: &Wish) -> String {
    match (wish.typed.trim(), wish.rule, wish.kind) {
        ("", ..) if wish.is_same => "No two entries look the same.".to_owned(),
        ("", None, Some(kind)) => format!("No {} in the register.", kind.plural().to_lowercase()),
        ("", ..) => "Nothing to settle here.".to_owned(),
        (typed, ..) => format!("No source with “{typed}”."),
    }
}

#[cfg(test)]
mod tests;
