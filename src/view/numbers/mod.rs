//! The Numbers view: all figures of all articles in one table, with what they measure at the left.

pub mod rows;

use std::rc::Rc;

use egui::{Align, Color32, Layout, Rect, Role, Sense, Ui, Vec2};

use self::rows::{Filter, Group, Line, NumberRow, NumberTable, SourceCell, Verdict, Wish, lines, table};
use super::Cx;
use super::empty::{filtered_out_ui, nothing_ui};
use super::kept::Kept;
use super::sign::{kind_icon, status_icon};
use super::table::{
    Column, Heights, Lines, RowClick, cell_sign, cell_text, cell_ui, cells, focus_table, headings_ui, keyboard_ui, lines_ui, padded_ui,
    row_ground_ui, stepped,
};
use super::wording::count;
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Mention;
use crate::session::ViewKind;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::paint::{line_cut_to, line_of_text, paint_line_at};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Chip, Face, Icon, Spoken, TextField, Theme, chip_ui, hairline_ui, letter_badge_ui, paint_icon, text_field_ui};

const PADDING: f32 = 14.0;
const ROW: f32 = 28.0;
/// Heading of a group without and with a line on what its figures say together.
const GROUP: (f32, f32) = (52.0, 72.0);
const LEFT_ROW: f32 = 27.0;
const LEFT_PADDING: f32 = 12.0;

const COLUMNS: [Column; 6] = [
    Column::rest("As written"),
    Column::of("Value", 96.0).right(),
    Column::of("Meant as", 104.0).indented(9.0).narrow(3, 0.0),
    Column::of("Where", 70.0).indented(6.0),
    Column::of("Source", 150.0).narrow(2, 0.0),
    Column::of("Claim status", 118.0).narrow(1, 62.0),
];

/// What the Numbers view remembers.
#[derive(Default)]
pub struct NumbersState {
    wish: Wish,
    table: Kept<(), NumberTable>,
    shown: Kept<Wish, Shown>,
    /// Heights of the list of groups at the left.
    groups: Kept<(), Heights>,
    /// The row or heading to bring into view.
    reveal: Option<Line>,
}

/// The lines of the table, with their heights.
struct Shown {
    lines: Vec<Line>,
    heights: Heights,
}

impl NumbersState {
    fn table(&mut self, cx: &Cx<'_>) -> Rc<NumberTable> {
        self.table.get(cx.session, (), || table(cx.session))
    }

    fn shown(&mut self, cx: &Cx<'_>, table: &NumberTable) -> Rc<Shown> {
        self.shown.get(cx.session, self.wish.clone(), || {
            let lines = lines(table, &self.wish);
            let height = |line: &Line| match line {
                Line::Row(_) => ROW,
                Line::Group(at) if table.groups.get(*at).is_some_and(|group| group.verdict.is_some()) => GROUP.1,
                Line::Group(_) => GROUP.0,
            };
            let heights = Heights::new(lines.iter().map(height));
            Shown { lines, heights }
        })
    }
}

/// Draws the table of figures across the middle of the window.
pub fn numbers_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.paper);
    ui.spacing_mut().item_spacing.y = 0.0;
    let table = state.table(cx);
    if table.rows.is_empty() {
        nothing_ui(ui, Filter::All.nothing());
        return;
    }
    let action = keyboard_ui(ui, cx, ViewKind::Numbers);
    headings_ui(ui, &COLUMNS, PADDING, &mut state.wish.sorting);
    let shown = state.shown(cx, &table);
    if let Some(action) = action {
        act(cx, state, (&table, &shown), action);
    }
    if shown.lines.is_empty() {
        if filtered_out_ui(ui, &filtered_out_words(&state.wish)) {
            state.wish.filter = Filter::All;
            state.wish.typed.clear();
        }
        return;
    }
    let reveal = state.reveal.take().and_then(|line| shown.lines.iter().position(|other| *other == line));
    let selected = cx.session.record();
    lines_ui(ui, Lines { id: "numbers", heights: &shown.heights, reveal }, |ui, at, rect| match shown.lines.get(at) {
        Some(Line::Group(group)) => {
            if let Some(group) = table.groups.get(*group) {
                group_ui(ui, rect, group, at == 0);
            }
        }
        Some(Line::Row(row)) => {
            if let Some(row) = table.rows.get(*row) {
                let click = row_ui(ui, rect, row, selected == Some(Mention::Number(row.number)));
                follow(ui, cx, row, click);
            }
        }
        None => {}
    });
}

fn follow(ui: &Ui, cx: &mut Cx<'_>, row: &NumberRow, click: RowClick) {
    let record = Mention::Number(row.number);
    if click.selects {
        focus_table(ui, ViewKind::Numbers);
        cx.send(Command::SelectRecord(record));
    }
    if click.opens {
        cx.send(Command::ShowRecord(record));
    }
}

/// Carries out what was pressed while the table has the keyboard.
fn act(cx: &mut Cx<'_>, state: &mut NumbersState, (table, shown): (&NumberTable, &Shown), action: Action) {
    let rows: Vec<usize> = shown.lines.iter().filter_map(|line| if let Line::Row(row) = line { Some(*row) } else { None }).collect();
    let is_selected = |row: &usize| table.rows.get(*row).map(|row| Mention::Number(row.number)) == cx.session.record();
    let chosen = rows.iter().position(is_selected);
    match action {
        Action::RowNext | Action::RowPrevious => {
            let next = stepped(chosen, rows.len(), action == Action::RowNext).and_then(|at| rows.get(at));
            if let Some((at, row)) = next.and_then(|at| Some((*at, table.rows.get(*at)?))) {
                state.reveal = Some(Line::Row(at));
                cx.send(Command::SelectRecord(Mention::Number(row.number)));
            }
        }
        Action::RowShow | Action::RowEdit if chosen.is_some() => cx.run(action),
        _ => {}
    }
}

fn filtered_out_words(wish: &Wish) -> String {
    let typed = wish.typed.trim();
    if typed.is_empty() { wish.filter.nothing().to_owned() } else { format!("No figure with “{typed}”.") }
}

fn group_ui(ui: &mut Ui, rect: Rect, group: &Group, is_first: bool) {
    let theme = Theme::of(ui.ctx());
    if !is_first {
        ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, theme.line2);
    }
    let left = rect.left() + PADDING;
    let room = rect.width() - 2.0 * PADDING;
    let title = line_cut_to(ui, group.title(), Face::ClaimTitle, (theme.ink, room));
    paint_line_at(ui.painter(), (left, rect.top() + 19.0), title, theme.ink);
    let remark = line_of_text(ui, &group.remark, Face::Meta, theme.ink3);
    paint_line_at(ui.painter(), (left, rect.top() + 37.0), remark, theme.ink3);
    if let Some(verdict) = &group.verdict {
        verdict_ui(ui, (left, rect.top() + 56.0), verdict, room);
    }
    let response = ui.interact(rect, ui.scope_id().with(("group", &group.measured)), Sense::hover());
    Spoken::new(Role::Heading, &format!("{}, {}", group.title(), group.remark)).tell(&response);
}

fn verdict_ui(ui: &Ui, (left, middle): (f32, f32), verdict: &Verdict, room: f32) {
    let theme = Theme::of(ui.ctx());
    let (icon, colour, strong, words) = match verdict {
        Verdict::Contradiction(words) => (Icon::TriangleAlert, theme.warn, "Contradiction.", words),
        Verdict::Agreement(words) => (Icon::Check, theme.ink, "", words),
    };
    paint_icon(ui.painter(), icon, egui::pos2(left + 7.0, middle), 14.0, colour);
    let mut x = left + 19.0;
    if !strong.is_empty() {
        let line = line_of_text(ui, strong, Face::DenseStrong, colour);
        let width = line.size().x;
        paint_line_at(ui.painter(), (x, middle), line, colour);
        x += width + 4.0;
    }
    let line = line_cut_to(ui, words, Face::Dense, (colour, room - (x - left)));
    paint_line_at(ui.painter(), (x, middle), line, colour);
}

fn row_ui(ui: &mut Ui, rect: Rect, row: &NumberRow, is_selected: bool) -> RowClick {
    let theme = Theme::of(ui.ctx());
    let claim = row.claim.as_ref().map_or_else(String::new, |(label, status)| format!(", claim {label}, {}", status.word()));
    let words = row.quote.text.get(row.quote.core.clone()).unwrap_or("");
    let name = format!("{words}, {} {}, {} {}{claim}", row.value, row.meant(), row.letter, row.paragraph);
    let click = row_ground_ui(ui, rect, ("number", row.number), (&name, is_selected));
    let cells = cells(&COLUMNS, rect, PADDING);
    let [written, value, meant, place, source, status] = cells.as_slice() else { return click };
    cell_ui(ui, written.with_max_x(written.right() - 8.0), |ui| {
        let lane = [(row.quote.core.clone(), Emphasis::NumberLane(theme.num))];
        quote_ui(ui, &Quote::new(&row.quote.text, TextStyle::serif(14.0, 19.0), theme.ink).rows(1).emphasis(&lane));
    });
    let figure = line_cut_to(ui, &row.value, Face::Strong, (theme.ink, value.width()));
    paint_line_at(ui.painter(), (value.right() - figure.size().x, value.center().y), figure, theme.ink);
    let colour = if row.passes(Filter::NotRead) { theme.warn } else { theme.ink3 };
    cell_text(ui, meant.with_max_x(meant.right() - 6.0), &row.meant(), (Face::Meta, colour));
    if !row.letter.is_empty() {
        cell_ui(ui, *place, |ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            letter_badge_ui(ui, &row.letter, Badge::Small);
            label_ui(ui, &row.paragraph, Face::Dense, theme.ink);
        });
    }
    source_ui(ui, source.with_max_x(source.right() - 8.0), row);
    status_ui(ui, *status, row);
    click
}

fn source_ui(ui: &Ui, cell: Rect, row: &NumberRow) {
    let theme = Theme::of(ui.ctx());
    match &row.source {
        SourceCell::Named(kind, names) => cell_sign(ui, cell, (kind_icon(*kind), names), theme.ink),
        SourceCell::Missing => cell_sign(ui, cell, (Icon::TriangleAlert, row.source_words()), theme.warn),
        SourceCell::NoClaim => cell_text(ui, cell, row.source_words(), (Face::Dense, theme.ink3)),
    }
}

fn status_ui(ui: &Ui, cell: Rect, row: &NumberRow) {
    let theme = Theme::of(ui.ctx());
    let Some((label, status)) = &row.claim else { return };
    let (left, right) = cell.split_left_right_at_x(cell.left() + 36.0);
    cell_text(ui, left, label, (Face::DenseStrong, theme.ink));
    cell_sign(ui, right, (status_icon(*status), status.word()), theme.ink);
}

/// Draws the left panel: filters, and what is measured.
pub fn numbers_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let table = state.table(cx);
    let is_grouped = !table.groups.is_empty();
    padded_ui(ui, 36.0, LEFT_PADDING, |ui| {
        label_ui(ui, if is_grouped { "What is measured" } else { "Numbers" }, Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let number = if is_grouped { count(table.groups.len(), "group") } else { table.rows.len().to_string() };
            label_ui(ui, number, Face::Meta, theme.ink3);
        });
    });
    padded_ui(ui, 36.0, LEFT_PADDING, |ui| {
        text_field_ui(ui, TextField::new("Filter the figures").hint("Filter"), &mut state.wish.typed);
    });
    chips_ui(ui, state, &table);
    if is_grouped {
        groups_ui(ui, cx, state, &table);
    } else if !table.rows.is_empty() {
        hairline_ui(ui);
        ui.add_space(8.0);
        padded_ui(ui, 32.0, LEFT_PADDING, |ui| {
            let words = "Say what a figure measures, and figures of the same stand together.";
            words_ui(ui, words, (Face::Meta, Face::Meta.row()), theme.ink3);
        });
    }
}

fn chips_ui(ui: &mut Ui, state: &mut NumbersState, table: &NumberTable) {
    let frame = egui::Frame::NONE.inner_margin(egui::Margin { left: 12, right: 12, top: 4, bottom: 8 });
    frame.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(4.0);
            for filter in Filter::ALL {
                let count = table.count(filter);
                let is_on = state.wish.filter == filter;
                // A filter that would leave nothing is not offered, unless it is the one in force.
                if count == 0 && filter != Filter::All && !is_on {
                    continue;
                }
                if chip_ui(ui, Chip { word: filter.word(), count: Some(count), is_on }).clicked() {
                    state.wish.filter = filter;
                }
            }
        });
    });
}

fn groups_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState, table: &NumberTable) {
    let heights = state.groups.get(cx.session, (), || Heights::new(table.groups.iter().map(|_| LEFT_ROW)));
    let selected = match cx.session.record() {
        Some(Mention::Number(number)) => table.row(number),
        _ => None,
    };
    let holds = |group: &Group| selected.is_some_and(|row| row.measured == group.measured);
    let mut clicked = None;
    lines_ui(ui, Lines { id: "groups", heights: &heights, reveal: None }, |ui, at, rect| {
        if let Some(group) = table.groups.get(at)
            && group_row_ui(ui, rect, group, holds(group))
        {
            clicked = Some(at);
        }
    });
    let Some(at) = clicked else { return };
    // The heading comes into view, and its first figure is the selected one.
    state.reveal = Some(Line::Group(at));
    let shown = state.shown(cx, table);
    if !shown.lines.contains(&Line::Group(at)) {
        state.wish.filter = Filter::All;
        state.wish.typed.clear();
    }
    if let Some(first) = table.groups.get(at).and_then(|group| group.rows.first()).and_then(|at| table.rows.get(*at)) {
        cx.send(Command::SelectRecord(Mention::Number(first.number)));
    }
}

fn group_row_ui(ui: &mut Ui, rect: Rect, group: &Group, is_selected: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("measured", &group.measured)), Sense::click());
    if is_selected {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let sign: Option<(Icon, Color32)> = match &group.verdict {
        Some(Verdict::Contradiction(_)) => Some((Icon::TriangleAlert, theme.warn)),
        Some(Verdict::Agreement(_)) => Some((Icon::Check, theme.ink3)),
        None => None,
    };
    if let Some((icon, colour)) = sign {
        paint_icon(ui.painter(), icon, egui::pos2(rect.left() + LEFT_PADDING + 7.0, rect.center().y), 13.0, colour);
    }
    let number = line_of_text(ui, &group.rows.len().to_string(), Face::Dense, theme.ink3);
    let number_left = rect.right() - LEFT_PADDING - number.size().x;
    paint_line_at(ui.painter(), (number_left, rect.center().y), number, theme.ink3);
    let title = Rect::from_x_y_ranges(rect.left() + LEFT_PADDING + 20.0..=number_left - 8.0, rect.y_range());
    let face = if is_selected { Face::DenseStrong } else { Face::Dense };
    let colour = if group.measured.is_empty() { theme.ink3 } else { theme.ink };
    cell_text(ui, title, group.title(), (face, colour));
    crate::widget::paint::paint_focus(ui, &response);
    Spoken::new(Role::ListItem, &format!("{}, {}", group.title(), group.remark)).on(is_selected).tell(&response);
    response.clicked()
}

#[cfg(test)]
mod tests;
