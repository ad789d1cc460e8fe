//! The left panel of the Sources view: filters by kind and by finding.

use egui::{Align, Layout, Rect, Role, Sense, Ui, Vec2};

use super::SourcesState;
use super::grades::grades_ui;
use super::rows::{RULES, Register, Wish};
use crate::command::Command;
use crate::lint::Rule;
use crate::model::source::SourceKind;
use crate::view::Cx;
use crate::view::sign::kind_icon;
use crate::view::table::{cell_text, padded_ui};
use crate::view::warnings::{WarningRow, next_place, warning_row_ui};
use crate::widget::line::{label_ui, said_ui};
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at};
use crate::widget::{
    Face, Icon, IconButton, Spoken, TextField, Theme, follow_focus_ui, hairline_ui, icon_button_ui, paint_icon, text_field_ui,
};

const LEFT_ROW: f32 = 28.0;
pub(super) const LEFT_PADDING: f32 = 12.0;

/// Draws the left panel: filters by kind and by finding.
pub fn sources_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let register = state.register(cx);
    padded_ui(ui, 36.0, LEFT_PADDING, |ui| {
        said_ui(ui, "Sources", Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if icon_button_ui(ui, IconButton::new(Icon::Plus, "Add a source")).clicked() {
                cx.send(Command::AddSource(String::new()));
            }
            label_ui(ui, register.rows.len().to_string(), Face::Meta, theme.ink3);
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
        grades_ui(ui, cx.session.project().house());
        follow_focus_ui(ui);
    });
}

fn kinds_ui(ui: &mut Ui, state: &mut SourcesState, register: &Register) {
    let is_all = state.wish.kind.is_none() && state.wish.rule.is_none() && !state.wish.is_same;
    let all = FilterRow { icon: Icon::ListFilter, words: "All sources", count: register.rows.len(), is_on: is_all };
    if filter_ui(ui, all) {
        state.wish = Wish { kind: None, rule: None, is_same: false, ..state.wish.clone() };
    }
    for kind in [SourceKind::Person, SourceKind::Anonymous, SourceKind::Organisation, SourceKind::Document, SourceKind::Media] {
        let is_on = state.wish.kind == Some(kind);
        let row = FilterRow { icon: kind_icon(kind), words: kind.plural(), count: register.of_kind(kind), is_on };
        if filter_ui(ui, row) {
            state.wish = Wish { kind: (!is_on).then_some(kind), rule: None, is_same: false, ..state.wish.clone() };
        }
    }
    let is_on = state.wish.is_same;
    if register.same > 0 || is_on {
        let row = FilterRow { icon: Icon::ArrowLeftRight, words: "Perhaps the same", count: register.same, is_on };
        if filter_ui(ui, row) {
            state.wish = Wish { is_same: !is_on, kind: None, rule: None, ..state.wish.clone() };
        }
    }
}

fn warnings_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState, register: &Register) {
    let theme = Theme::of(ui.ctx());
    padded_ui(ui, 28.0, LEFT_PADDING, |ui| said_ui(ui, "Warnings", Face::Strong, theme.ink));
    let rows: Vec<_> = RULES.iter().map(|rule| WarningRow { rule: *rule, count: register.of_rule(*rule) }).collect();
    let rows = rows.into_iter().filter(|row| row.count > 0 || state.wish.rule == Some(row.rule)).collect::<Vec<_>>();
    for row in &rows {
        let is_on = state.wish.rule == Some(row.rule);
        if warning_row_ui(ui, cx, row, is_on) {
            state.wish = Wish { rule: (!is_on).then_some(row.rule), kind: None, is_same: false, ..state.wish.clone() };
        }
    }
    let no_source = WarningRow { rule: Rule::NoSource, count: register.without_source };
    // These are no rows of the register: the next one is shown in its text.
    if no_source.count > 0
        && warning_row_ui(ui, cx, &no_source, false)
        && let Some(next) = next_place(cx.session, Rule::NoSource)
    {
        cx.send(next);
    }
    if rows.is_empty() && no_source.count == 0 {
        padded_ui(ui, LEFT_ROW, LEFT_PADDING, |ui| said_ui(ui, "No warnings.", Face::Dense, theme.ink3));
    }
}

/// A row of the left panel that narrows the table.
struct FilterRow<'a> {
    icon: Icon,
    words: &'a str,
    count: usize,
    is_on: bool,
}

fn filter_ui(ui: &mut Ui, row: FilterRow<'_>) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LEFT_ROW), Sense::click());
    if row.is_on {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    paint_icon(ui.painter(), row.icon, egui::pos2(rect.left() + LEFT_PADDING + 7.5, rect.center().y), 15.0, theme.ink3);
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
