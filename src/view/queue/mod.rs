//! The Claims view: what is left over all articles, by a filter that can be typed and kept, with changes of many claims at once.

mod bulk;
mod left;
pub mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::rc::Rc;

use egui::{Rect, Ui, Vec2};

pub use self::left::queue_left_ui;
use self::rows::{QueueRow, claims, row, sorted};
use super::Cx;
use super::empty::{filtered_out_ui, nothing_ui};
use super::kept::Kept;
use super::key_event::take_action_where;
use super::sign::status_icon;
use super::table::{
    Column, Heights, Lines, RowClick, Sorting, cell_sign, cell_text, cell_ui, cells, focus_table, headings_ui, keyboard_ui, lines_ui,
    padded_ui, row_ground_ui, stepped, table_id,
};
use crate::command::catalogue::{Action, Scope};
use crate::command::{ClaimChange, Command};
use crate::model::annotation::Mention;
use crate::model::id::ClaimId;
use crate::session::ViewKind;
use crate::session::queue::WHAT_IS_LEFT;
use crate::view::mark_word::{MarkLook, marked_word_ui};
use crate::widget::line::label_ui;
use crate::widget::paint::{line_cut_to, paint_line_at};
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{Face, Icon, TextField, Theme, paint_icon, rating_chip_ui, text_field_ui};

const PADDING: f32 = 14.0;
const ROW: f32 = 42.0;
/// Milliseconds of a minute: what is overdue changes that often.
const MINUTE_MS: i64 = 60_000;

const COLUMNS: [Column; 6] = [
    Column::of("No.", 58.0),
    Column::rest("Claim"),
    Column::of("Kind", 64.0).narrow(1, 0.0),
    Column::of("Risk", 92.0).narrow(2, 24.0),
    Column::of("Status", 122.0).narrow(4, 96.0),
    Column::of("Rating", 122.0).narrow(3, 30.0),
];

/// What the Claims view remembers.
pub struct QueueState {
    typed: String,
    /// The claims that are chosen besides the one that is shown; changes are of all of them.
    chosen: BTreeSet<ClaimId>,
    /// The row from which a click with Shift reaches.
    anchor: Option<ClaimId>,
    sorting: Sorting,
    found: Kept<(String, Sorting, i64), Result<Vec<ClaimId>, String>>,
    counts: Kept<i64, Vec<(String, String, Option<usize>)>>,
    heights: Kept<usize, Heights>,
    reveal: Option<ClaimId>,
    /// The name under which the filter is to be kept, while it is typed.
    naming: Option<String>,
}

impl Default for QueueState {
    fn default() -> Self {
        QueueState {
            typed: WHAT_IS_LEFT.to_owned(),
            chosen: BTreeSet::new(),
            anchor: None,
            sorting: Sorting::default(),
            found: Kept::default(),
            counts: Kept::default(),
            heights: Kept::default(),
            reveal: None,
            naming: None,
        }
    }
}

impl QueueState {
    fn found(&mut self, cx: &Cx<'_>) -> Rc<Result<Vec<ClaimId>, String>> {
        let key = (self.typed.clone(), self.sorting, cx.now.epoch_ms / MINUTE_MS);
        let found = || claims(cx.session, &self.typed, cx.now).map(|found| sorted(cx.session, found, self.sorting));
        self.found.get(cx.session, key, found)
    }

    /// The claims that a change is of: those chosen, else the one shown.
    fn subjects(&self, cx: &Cx<'_>) -> Vec<ClaimId> {
        if self.chosen.is_empty() { shown(cx).into_iter().collect() } else { self.chosen.iter().copied().collect() }
    }
}

fn shown(cx: &Cx<'_>) -> Option<ClaimId> {
    match cx.session.record() {
        Some(Mention::Claim(id)) => Some(id),
        _ => None,
    }
}

/// Draws the queue across the middle of the window.
pub fn queue_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut QueueState) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.paper);
    ui.spacing_mut().item_spacing.y = 0.0;
    if cx.session.project().claims().is_empty() {
        nothing_ui(ui, "No claims yet. Select what can be wrong and press C.");
        return;
    }
    filter_ui(ui, state);
    let found = state.found(cx);
    let found = match found.as_ref() {
        Ok(found) => found,
        Err(words) => {
            padded_ui(ui, 30.0, PADDING, |ui| {
                paint_icon(ui.painter(), Icon::TriangleAlert, ui.max_rect().left_center() + Vec2::new(7.0, 0.0), 13.0, theme.warn);
                ui.add_space(19.0);
                label_ui(ui, words, Face::Note, theme.warn);
            });
            return;
        }
    };
    // What the filter no longer shows is not changed unseen.
    let visible: BTreeSet<ClaimId> = if state.chosen.is_empty() { BTreeSet::new() } else { found.iter().copied().collect() };
    state.chosen.retain(|id| visible.contains(id));
    bulk::bulk_ui(ui, cx, state);
    let action = keyboard_ui(ui, cx, ViewKind::Claims);
    let settling = settling_action(ui, cx);
    headings_ui(ui, &COLUMNS, PADDING, &mut state.sorting);
    if let Some(action) = action.or(settling) {
        act(cx, state, found, action);
    }
    if found.is_empty() {
        if filtered_out_ui(ui, &nothing_words(&state.typed)) {
            state.typed.clear();
        }
        return;
    }
    list_ui(ui, cx, state, found);
}

fn filter_ui(ui: &mut Ui, state: &mut QueueState) {
    padded_ui(ui, 40.0, PADDING, |ui| {
        let hint = "status:open risk:legal source:mayor caravan";
        text_field_ui(ui, TextField::new("Filter the claims").hint(hint), &mut state.typed);
    });
}

fn nothing_words(typed: &str) -> String {
    if typed.trim() == WHAT_IS_LEFT { "All claims are settled.".to_owned() } else { format!("No claim answers “{}”.", typed.trim()) }
}

fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut QueueState, found: &[ClaimId]) {
    let heights = state.heights.get(cx.session, found.len(), || Heights::new(found.iter().map(|_| ROW)));
    let reveal = state.reveal.take().and_then(|id| found.iter().position(|other| *other == id));
    let current = shown(cx);
    let mut clicked = None;
    lines_ui(ui, Lines { id: "queue", heights: &heights, reveal }, |ui, at, rect| {
        let Some(row) = found.get(at).and_then(|id| row(cx.session, *id, cx.now)) else { return };
        let is_chosen = state.chosen.contains(&row.claim);
        let click = row_ui(ui, rect, &row, (current == Some(row.claim), is_chosen));
        if click.selects || click.opens {
            clicked = Some((row.claim, click));
        }
    });
    if let Some((claim, click)) = clicked {
        follow(ui, cx, (state, found), (claim, click));
    }
}

fn follow(ui: &Ui, cx: &mut Cx<'_>, (state, found): (&mut QueueState, &[ClaimId]), (claim, click): (ClaimId, RowClick)) {
    let record = Mention::Claim(claim);
    if click.opens {
        cx.send(Command::ShowRecord(record));
        return;
    }
    focus_table(ui, ViewKind::Claims);
    let modifiers = ui.input(|input| input.modifiers);
    if modifiers.command {
        // The one shown belongs to those chosen from the first click on.
        if state.chosen.is_empty() {
            state.chosen.extend(shown(cx));
        }
        toggle(state, claim);
    } else if modifiers.shift {
        let place = |id: ClaimId| found.iter().position(|other| *other == id);
        let from = state.anchor.or(shown(cx)).and_then(place);
        if let (Some(from), Some(to)) = (from, place(claim)) {
            state.chosen = found.iter().skip(from.min(to)).take(from.abs_diff(to) + 1).copied().collect();
        }
    } else {
        state.chosen.clear();
        state.anchor = Some(claim);
    }
    cx.send(Command::SelectRecord(record));
}

fn toggle(state: &mut QueueState, claim: ClaimId) {
    if !state.chosen.remove(&claim) {
        state.chosen.insert(claim);
    }
    state.anchor = Some(claim);
}

/// The keys that settle a claim in the text settle the chosen ones here.
fn settling_action(ui: &Ui, cx: &Cx<'_>) -> Option<Action> {
    let has_focus = ui.memory(|memory| memory.has_focus(table_id(ViewKind::Claims)));
    let is_settling = |action: Action| {
        matches!(action, Action::SetStatus(_) | Action::Rate(_) | Action::ClearRating | Action::SignOff | Action::SelectAll | Action::Clear)
    };
    has_focus.then(|| take_action_where(ui.ctx(), &cx.preferences.keys, Scope::Galley, is_settling)).flatten()
}

/// Carries out what was pressed while the table has the keyboard.
fn act(cx: &mut Cx<'_>, state: &mut QueueState, found: &[ClaimId], action: Action) {
    let at = shown(cx).and_then(|id| found.iter().position(|other| *other == id));
    match action {
        Action::RowNext | Action::RowPrevious => {
            if let Some(next) = stepped(at, found.len(), action == Action::RowNext).and_then(|at| found.get(at)) {
                state.reveal = Some(*next);
                cx.send(Command::SelectRecord(Mention::Claim(*next)));
            }
        }
        Action::RowChoose => {
            if let Some(claim) = at.and_then(|at| found.get(at)) {
                toggle(state, *claim);
            }
        }
        Action::SelectAll => state.chosen = found.iter().copied().collect(),
        Action::Clear => state.chosen.clear(),
        Action::RowShow | Action::RowEdit if at.is_some() => cx.run(action),
        Action::SetStatus(status) => change(cx, state, ClaimChange::Status(status)),
        Action::Rate(nth) => change(cx, state, ClaimChange::Rating(Some(nth))),
        Action::ClearRating => change(cx, state, ClaimChange::Rating(None)),
        Action::SignOff => change(cx, state, ClaimChange::SignOff),
        _ => {}
    }
}

/// Changes all chosen claims in one step.
fn change(cx: &mut Cx<'_>, state: &QueueState, change: ClaimChange) {
    let claims = state.subjects(cx);
    if !claims.is_empty() {
        cx.send(Command::Change(claims, change));
    }
}

fn row_ui(ui: &mut Ui, rect: Rect, row: &QueueRow, (is_shown, is_chosen): (bool, bool)) -> RowClick {
    let theme = Theme::of(ui.ctx());
    let click = row_ground_ui(ui, rect, ("claim", row.claim), (&row.spoken(), is_shown || is_chosen));
    let cells = cells(&COLUMNS, rect, PADDING);
    let [label, claim, kind, risk, status, rating] = cells.as_slice() else { return click };
    if is_chosen {
        paint_icon(ui.painter(), Icon::Check, egui::pos2(rect.left() + 9.0, rect.center().y), 13.0, theme.ink);
    }
    cell_ui(ui, label.with_min_x(label.left() + 4.0), |ui| marked_word_ui(ui, &row.label, MarkLook::claim(row.is_settled), 13.0));
    words_ui(ui, claim.with_max_x(claim.right() - 10.0), row);
    cell_text(ui, *kind, row.kind, (Face::Dense, theme.ink2));
    if !row.risks.is_empty() {
        cell_sign(ui, risk.with_max_x(risk.right() - 6.0), (Icon::TriangleAlert, &row.risks), theme.warn);
    }
    status_ui(ui, *status, row);
    if let Some((place, word)) = &row.rating {
        let word = if rating.width() < 60.0 { "" } else { word };
        cell_ui(ui, *rating, |ui| rating_chip_ui(ui, Some(*place), word));
    }
    click
}

/// The claim on the first line, whom it rests on below.
fn words_ui(ui: &mut Ui, cell: Rect, row: &QueueRow) {
    let theme = Theme::of(ui.ctx());
    let (upper, lower) = cell.shrink2(Vec2::new(0.0, 3.0)).split_top_bottom_at_fraction(0.55);
    let upper = if row.sources.is_empty() && row.due.is_none() { cell } else { upper };
    cell_ui(ui, upper, |ui| {
        let style = if row.is_quote { TextStyle::serif(14.0, 19.0) } else { Face::Dense.style() };
        quote_ui(ui, &Quote::new(&row.words, style, theme.ink).rows(1));
    });
    let mut left = lower.left();
    if let Some((due, is_late)) = &row.due {
        let colour = if *is_late { theme.warn } else { theme.ink3 };
        paint_icon(ui.painter(), Icon::Hourglass, egui::pos2(left + 6.0, lower.center().y), 12.0, colour);
        let line = line_cut_to(ui, due, Face::Meta, (colour, lower.width() - 16.0));
        let width = line.size().x;
        paint_line_at(ui.painter(), (left + 16.0, lower.center().y), line, colour);
        left += 16.0 + width + 10.0;
    }
    if !row.sources.is_empty() && left < lower.right() {
        cell_text(ui, lower.with_min_x(left), &row.sources, (Face::Meta, theme.ink3));
    }
}

fn status_ui(ui: &Ui, cell: Rect, row: &QueueRow) {
    let theme = Theme::of(ui.ctx());
    let (upper, lower) = cell.shrink2(Vec2::new(0.0, 3.0)).split_top_bottom_at_fraction(0.55);
    let icon = if row.is_signed { Icon::Lock } else { status_icon(row.status) };
    cell_sign(ui, upper, (icon, row.status.word()), theme.ink);
    cell_text(ui, lower.with_min_x(lower.left() + 19.0), &row.since, (Face::Meta, theme.ink3));
}
