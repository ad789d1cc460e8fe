//! The Sources view: the register by kind, with filters at the left, and merging of two entries.

pub mod rows;

use std::rc::Rc;

use egui::{Align, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use self::rows::{KindHead, Line, RULES, Register, SourceRow, Wish, lines, merge_words, register, rule_words};
use super::Cx;
use super::kept::Kept;
use super::sign::kind_icon;
use super::table::{
    Column, Heights, Lines, RowClick, cell_text, cell_ui, cells, focus_table, headings_ui, keyboard_ui, lines_ui, padded_ui, row_ground_ui,
    stepped,
};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::lint::Rule;
use crate::model::annotation::Mention;
use crate::model::id::SourceId;
use crate::model::source::{FirstHand, SourceKind};
use crate::session::ViewKind;
use crate::widget::paint::{line_cut_to, line_of_text, paint_focus, paint_line_at, paint_line_in};
use crate::widget::{
    Answer, Badge, Face, Icon, IconButton, Message, Spoken, TextField, Theme, Tone, hairline_ui, icon_button_ui, letter_badge_ui,
    link_button_ui, message_bar_ui, paint_icon, text_field_ui,
};

const PADDING: f32 = 14.0;
const ROW: f32 = 42.0;
const KIND: f32 = 32.0;
const LEFT_ROW: f32 = 28.0;
const LEFT_PADDING: f32 = 12.0;
const CELL: Vec2 = Vec2::new(9.0, 11.0);

const COLUMNS: [Column; 7] = [
    Column::of("", 24.0),
    Column::rest("Source"),
    Column::of("Articles", 62.0),
    Column::of("Claims resting on it", 142.0),
    Column::of("Grade", 56.0),
    Column::of("First hand", 86.0),
    Column::of("To settle", 182.0),
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
            let lines = lines(register, &self.wish);
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
        words_ui(ui, "No sources yet. Select who says it and press S.");
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
        filtered_out_ui(ui, state);
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
                let click = row_ui(ui, rect, row, chosen == Some(row.source));
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

fn merge(cx: &mut Cx<'_>, state: &mut SourcesState) {
    if let (Some(join), Some(keep)) = (state.merging, selected(cx))
        && join != keep
    {
        cx.send(Command::MergeSources { keep, join });
        state.merging = None;
        state.reveal = Some(keep);
    }
}

/// What merging would do, while an entry waits for another one.
fn merging_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState, register: &Register) {
    // An entry that is gone cannot be merged.
    state.merging = state.merging.filter(|id| cx.session.project().sources().contains_key(id));
    let Some(join) = state.merging else { return };
    let keep = selected(cx).filter(|keep| *keep != join);
    let words = merge_words(register, join, keep);
    let actions: &[&str] = if keep.is_some() { &["Merge", "Leave"] } else { &["Leave"] };
    let mut answer = None;
    egui::Frame::NONE.inner_margin(egui::Margin { left: 14, right: 14, top: 8, bottom: 4 }).show(ui, |ui| {
        answer = message_bar_ui(ui, &Message { tone: Tone::Note, text: &words, actions, can_close: false });
    });
    let is_escaped = !ui.ctx().text_edit_focused() && ui.input(|input| input.key_pressed(egui::Key::Escape));
    match answer {
        Some(Answer::Action(0)) if keep.is_some() => merge(cx, state),
        Some(_) => state.merging = None,
        None if is_escaped => state.merging = None,
        None => {}
    }
}

fn words_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(22.0);
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        ui.add(egui::Label::new(Face::Interface.text(words).color(theme.ink2)).wrap());
    });
}

fn filtered_out_ui(ui: &mut Ui, state: &mut SourcesState) {
    let theme = Theme::of(ui.ctx());
    let typed = state.wish.typed.trim();
    let words = match (typed, state.wish.rule, state.wish.kind) {
        ("", None, Some(kind)) => format!("No {} in the register.", kind.plural().to_lowercase()),
        ("", ..) => "Nothing to settle here.".to_owned(),
        (typed, ..) => format!("No source with “{typed}”."),
    };
    ui.add_space(18.0);
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        ui.label(Face::Interface.text(words).color(theme.ink2));
        if link_button_ui(ui, "Clear the filter", "Clear the filter").clicked() {
            state.wish = Wish { sorting: state.wish.sorting, ..Wish::default() };
        }
    });
}

/// Draws the heading of a kind; true when its folding was clicked.
fn kind_ui(ui: &mut Ui, rect: Rect, head: &KindHead) -> bool {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, theme.line2);
    let middle = rect.bottom() - 14.0;
    let title = line_of_text(ui, head.kind.plural(), Face::Strong, theme.ink);
    let after = rect.left() + PADDING + title.size().x + 8.0;
    paint_line_at(ui.painter(), (rect.left() + PADDING, middle), title, theme.ink);
    let remark = line_of_text(ui, &head.remark, Face::Meta, theme.ink3);
    paint_line_at(ui.painter(), (after, middle + 0.5), remark, theme.ink3);
    let response = ui.interact(rect, ui.scope_id().with(("kind", head.kind)), Sense::hover());
    Spoken::new(Role::Heading, &format!("{}, {}", head.kind.plural(), head.remark)).tell(&response);
    if head.quiet == 0 {
        return false;
    }
    let words =
        if head.is_folded { format!("{} without findings folded", head.quiet) } else { format!("Fold {} without findings", head.quiet) };
    let icon = if head.is_folded { Icon::ChevronRight } else { Icon::ChevronDown };
    let line = line_of_text(ui, &words, Face::Meta, theme.ink3);
    let left = rect.right() - PADDING - line.size().x;
    let hit = Rect::from_min_max(egui::pos2(left - 20.0, middle - 12.0), egui::pos2(rect.right() - PADDING, middle + 12.0));
    let response = ui.interact(hit, ui.scope_id().with(("fold", head.kind)), Sense::click());
    let colour = if response.hovered() { theme.ink } else { theme.ink3 };
    paint_icon(ui.painter(), icon, egui::pos2(left - 10.0, middle), 13.0, colour);
    paint_line_at(ui.painter(), (left, middle), line_of_text(ui, &words, Face::Meta, colour), colour);
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("{}: {words}", head.kind.plural())).on(head.is_folded).tell(&response);
    response.clicked()
}

fn row_ui(ui: &mut Ui, rect: Rect, row: &SourceRow, is_selected: bool) -> RowClick {
    let theme = Theme::of(ui.ctx());
    let finding = if row.finding.is_empty() { String::new() } else { format!(", {}", row.finding) };
    let name = format!("{}, {}, {} claims, {} settled{finding}", row.name, row.kind.word().to_lowercase(), row.claims, row.settled);
    let click = row_ground_ui(ui, rect, ("source", row.source), (&name, is_selected));
    let cells = cells(&COLUMNS, rect, PADDING);
    let [sign, source, articles, claims, grade, first_hand, settle] = cells.as_slice() else { return click };
    paint_icon(ui.painter(), kind_icon(row.kind), egui::pos2(sign.left() + 8.0, sign.center().y), 16.0, theme.ink3);
    name_ui(ui, source.with_max_x(source.right() - 10.0), row);
    badges_ui(ui, *articles, &row.letters);
    paint_claims(ui, *claims, (row.settled, row.claims));
    paint_grade(ui, *grade, &row.grade);
    let (words, colour) = match row.first_hand {
        FirstHand::Unclear => (row.first_hand.word(), theme.ink3),
        FirstHand::Yes | FirstHand::No => (row.first_hand.word(), theme.ink),
    };
    cell_text(ui, *first_hand, words, (Face::Dense, colour));
    finding_ui(ui, *settle, &row.finding);
    click
}

fn name_ui(ui: &Ui, cell: Rect, row: &SourceRow) {
    let theme = Theme::of(ui.ctx());
    let colour = if row.is_unnamed { theme.ink3 } else { theme.ink };
    if row.role.is_empty() {
        cell_text(ui, cell, &row.name, (Face::Strong, colour));
        return;
    }
    let name = line_cut_to(ui, &row.name, Face::Strong, (colour, cell.width()));
    paint_line_at(ui.painter(), (cell.left(), cell.center().y - 7.5), name, colour);
    let role = line_cut_to(ui, &row.role, Face::Meta, (theme.ink3, cell.width()));
    paint_line_at(ui.painter(), (cell.left(), cell.center().y + 9.0), role, theme.ink3);
}

fn badges_ui(ui: &mut Ui, cell: Rect, letters: &[String]) {
    cell_ui(ui, cell, |ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        // Three fit; of more, the rest is counted.
        let shown = if letters.len() > 3 { 2 } else { 3 };
        for letter in letters.iter().take(shown) {
            letter_badge_ui(ui, letter, Badge::Small);
        }
        if letters.len() > shown {
            ui.label(Face::Meta.text(format!("+{}", letters.len() - shown)).color(Theme::of(ui.ctx()).ink3));
        }
    });
}

/// One cell a claim, filled where it is settled; narrower cells, then a bar, where there are many.
fn paint_claims(ui: &Ui, cell: Rect, (settled, all): (usize, usize)) {
    let theme = Theme::of(ui.ctx());
    let number = line_of_text(ui, &all.to_string(), Face::Dense, theme.ink);
    let room = cell.width() - number.size().x - 14.0;
    let pitch = (room / all.max(1) as f32).min(CELL.x + 1.0);
    let (left, top) = (cell.left(), (cell.center().y - CELL.y / 2.0).round());
    let border = Stroke::new(1.0, theme.line2);
    if pitch >= 4.0 {
        for at in 0..all {
            let x = (left + at as f32 * pitch).round();
            let square = Rect::from_min_size(egui::pos2(x, top), Vec2::new(pitch.floor() - 1.0, CELL.y));
            if at < settled {
                ui.painter().rect_filled(square, 0.0, theme.ink2);
            } else {
                ui.painter().rect_stroke(square, 0.0, border, StrokeKind::Inside);
            }
        }
    } else {
        let bar = Rect::from_min_size(egui::pos2(left, top), Vec2::new(room, CELL.y));
        ui.painter().rect_stroke(bar, 0.0, border, StrokeKind::Inside);
        let share = settled as f32 / all.max(1) as f32;
        ui.painter().rect_filled(bar.with_max_x(left + room * share), 0.0, theme.ink2);
    }
    let colour = if all == 0 { theme.ink3 } else { theme.ink };
    let after = if all == 0 { left } else { left + pitch * all as f32 + 6.0 };
    paint_line_at(ui.painter(), (after, cell.center().y), number, colour);
}

fn paint_grade(ui: &Ui, cell: Rect, grade: &str) {
    let theme = Theme::of(ui.ctx());
    let (words, colour) = if grade.is_empty() { ("–", theme.ink3) } else { (grade, theme.ink) };
    let line = line_cut_to(ui, words, Face::Note, (colour, cell.width() - 20.0));
    let size = Vec2::new((line.size().x + 10.0).max(22.0), 19.0);
    let frame = Rect::from_min_size(egui::pos2(cell.left(), (cell.center().y - 9.5).round()), size);
    ui.painter().rect(frame, 3.0, theme.field, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    paint_line_in(ui.painter(), frame, line, colour);
}

fn finding_ui(ui: &mut Ui, cell: Rect, words: &str) {
    if words.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let mut job = egui::text::LayoutJob::single_section(
        words.to_owned(),
        egui::text::TextFormat {
            font_id: Face::Dense.font(),
            color: theme.warn,
            line_height: Some(16.0),
            ..egui::text::TextFormat::default()
        },
    );
    job.wrap = egui::text::TextWrapping { max_width: cell.width() - 19.0, max_rows: 2, ..egui::text::TextWrapping::default() };
    let lines = ui.painter().layout_job(job);
    let top = cell.center().y - lines.size().y / 2.0;
    paint_icon(ui.painter(), Icon::TriangleAlert, egui::pos2(cell.left() + 7.0, top + 8.0), 13.0, theme.warn);
    ui.painter().galley(egui::pos2(cell.left() + 19.0, top), lines, theme.warn);
}

/// Draws the left panel: filters by kind and by finding.
pub fn sources_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let register = state.register(cx);
    padded_ui(ui, 36.0, LEFT_PADDING, |ui| {
        ui.label(Face::Strong.text("Sources").color(theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if icon_button_ui(ui, IconButton::new(Icon::Plus, "Add a source")).clicked() {
                cx.send(Command::AddSource(String::new()));
            }
            ui.label(Face::Meta.text(register.rows.len().to_string()).color(theme.ink3));
        });
    });
    padded_ui(ui, 36.0, LEFT_PADDING, |ui| {
        text_field_ui(ui, TextField::new("Filter the sources").hint("Filter"), &mut state.wish.typed);
    });
    ui.add_space(4.0);
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        kinds_ui(ui, state, &register);
        ui.add_space(8.0);
        hairline_ui(ui);
        ui.add_space(8.0);
        warnings_ui(ui, cx, state, &register);
        ui.add_space(8.0);
        hairline_ui(ui);
        grades_ui(ui);
    });
}

fn kinds_ui(ui: &mut Ui, state: &mut SourcesState, register: &Register) {
    let is_all = state.wish.kind.is_none() && state.wish.rule.is_none();
    let all = FilterRow { icon: Icon::ListFilter, words: "All sources", count: register.rows.len(), is_on: is_all, is_warning: false };
    if filter_ui(ui, all) {
        state.wish = Wish { kind: None, rule: None, ..state.wish.clone() };
    }
    for kind in [SourceKind::Person, SourceKind::Anonymous, SourceKind::Organisation, SourceKind::Document, SourceKind::Media] {
        let is_on = state.wish.kind == Some(kind);
        let row = FilterRow { icon: kind_icon(kind), words: kind.plural(), count: register.of_kind(kind), is_on, is_warning: false };
        if filter_ui(ui, row) {
            state.wish = Wish { kind: (!is_on).then_some(kind), rule: None, ..state.wish.clone() };
        }
    }
}

fn warnings_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState, register: &Register) {
    let theme = Theme::of(ui.ctx());
    padded_ui(ui, 28.0, LEFT_PADDING, |ui| ui.label(Face::Strong.text("To settle").color(theme.ink)));
    let mut is_quiet = register.without_source.is_empty();
    for rule in RULES {
        let is_on = state.wish.rule == Some(rule);
        let count = register.of_rule(rule);
        if count == 0 && !is_on {
            continue;
        }
        is_quiet = false;
        let row = FilterRow { icon: Icon::TriangleAlert, words: rule_words(rule), count, is_on, is_warning: true };
        if filter_ui(ui, row) {
            state.wish = Wish { rule: (!is_on).then_some(rule), kind: None, ..state.wish.clone() };
        }
    }
    if let Some(first) = register.without_source.first() {
        let count = register.without_source.len();
        let row = FilterRow { icon: Icon::TriangleAlert, words: rule_words(Rule::NoSource), count, is_on: false, is_warning: true };
        // These are no rows of the register: the first one is shown in its text.
        if filter_ui(ui, row) {
            cx.send(Command::ShowRecord(Mention::Claim(*first)));
        }
    }
    if is_quiet {
        padded_ui(ui, LEFT_ROW, LEFT_PADDING, |ui| ui.label(Face::Dense.text("Nothing to settle.").color(theme.ink3)));
    }
}

/// A row of the left panel that narrows the table.
struct FilterRow<'a> {
    icon: Icon,
    words: &'a str,
    count: usize,
    is_on: bool,
    is_warning: bool,
}

fn filter_ui(ui: &mut Ui, row: FilterRow<'_>) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LEFT_ROW), Sense::click());
    if row.is_on {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let colour = if row.is_warning { theme.warn } else { theme.ink3 };
    paint_icon(ui.painter(), row.icon, egui::pos2(rect.left() + LEFT_PADDING + 7.5, rect.center().y), 15.0, colour);
    let face = if row.is_on { Face::DenseStrong } else { Face::Dense };
    let number = line_of_text(ui, &row.count.to_string(), face, theme.ink3);
    let number_left = rect.right() - LEFT_PADDING - number.size().x;
    paint_line_at(ui.painter(), (number_left, rect.center().y), number, theme.ink3);
    let words = Rect::from_x_y_ranges(rect.left() + LEFT_PADDING + 23.0..=number_left - 8.0, rect.y_range());
    cell_text(ui, words, row.words, (face, theme.ink));
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("{}, {}", row.words, row.count)).on(row.is_on).tell(&response);
    response.clicked()
}

/// The code in which most desks write grades.
fn grades_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    padded_ui(ui, 22.0, LEFT_PADDING, |ui| ui.label(Face::SectionHead.text("Grades").color(theme.ink3)));
    let line = |ui: &mut Ui, sign: &str, words: &str| {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 19.0), Sense::hover());
        let builder = UiBuilder::new().max_rect(rect.shrink2(Vec2::new(LEFT_PADDING, 0.0))).layout(Layout::left_to_right(Align::Center));
        let mut row = ui.new_child(builder);
        row.spacing_mut().item_spacing.x = 0.0;
        let sign_line = line_of_text(&row, sign, Face::SectionHead, theme.ink2);
        paint_line_at(row.painter(), (rect.left() + LEFT_PADDING, rect.center().y), sign_line, theme.ink2);
        row.add_space(22.0);
        row.label(Face::Meta.text(words).color(theme.ink2));
    };
    for (sign, words) in [
        ("A", "always reliable"),
        ("B", "usually reliable"),
        ("C", "fairly reliable"),
        ("D", "not usually reliable"),
        ("E", "cannot be judged"),
    ] {
        line(ui, sign, words);
    }
    ui.add_space(5.0);
    for (sign, words) in [("1", "confirmed elsewhere"), ("2", "probably true"), ("3", "possibly true"), ("4", "doubtful")] {
        line(ui, sign, words);
    }
    ui.add_space(10.0);
}

#[cfg(test)]
mod tests;
