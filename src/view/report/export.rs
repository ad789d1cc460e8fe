//! The right panel of the Report view: saving the report, and what to look at before it goes out.

use std::collections::BTreeSet;

use egui::{Align, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::ReportState;
use super::rows::command;
use crate::command::catalogue::Action;
use crate::command::{Command, ExportFormat};
use crate::lint::{Rule, Severity};
use crate::report::checks::CheckLine;
use crate::report::{Check, Jump};
use crate::view::Cx;
use crate::view::table::{cell_text, padded_ui};
use crate::widget::paint::{line_cut_to, paint_focus, paint_line_at};
use crate::widget::{Button, Face, Icon, Spoken, Theme, button_ui, hairline_ui, link_button_ui, paint_icon};

const PADDING: f32 = 14.0;
const FORMAT: f32 = 44.0;
const CHECK: f32 = 26.0;
const FINDING: f32 = 40.0;

/// Which findings are unfolded.
#[derive(Default)]
pub(super) struct ExportState {
    unfolded: BTreeSet<Rule>,
}

/// Draws the right panel.
pub fn report_right_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ReportState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let report = state.report(cx);
    padded_ui(ui, 40.0, PADDING, |ui| ui.label(Face::ClaimTitle.text("Export").color(theme.ink)));
    let key = cx.key(Action::Export);
    let formats = [
        (Icon::FileCode, "HTML", "Report and annotated articles, one file", ExportFormat::Html),
        (Icon::Hash, "Markdown", "Report and claim list, with footnotes", ExportFormat::Markdown),
    ];
    for (icon, name, remark, format) in formats {
        format_ui(ui, cx, (icon, name, remark), (format, &key));
    }
    ui.add_space(8.0);
    let (line, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(line.shrink2(Vec2::new(PADDING, 0.0)), 0.0, theme.line2);
    let fine = report.checks.iter().filter(|check| check.is_fine()).count();
    padded_ui(ui, 30.0, PADDING, |ui| {
        ui.label(Face::Strong.text("Before it goes out").color(theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = format!("{fine} fine, {} to look at", report.checks.len() - fine);
            ui.label(Face::Meta.text(words).color(theme.ink3));
        });
    });
    ScrollArea::vertical().id_salt("checks").auto_shrink([false, false]).show(ui, |ui| {
        for check in &report.checks {
            if let Some(jump) = check_ui(ui, &mut state.export, check) {
                cx.send(command(jump));
            }
        }
        ui.add_space(12.0);
    });
}

fn format_ui(ui: &mut Ui, cx: &mut Cx<'_>, (icon, name, remark): (Icon, &str, &str), (format, key): (ExportFormat, &str)) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FORMAT), Sense::hover());
    let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
    ui.painter().rect_filled(inside.with_max_y(inside.top() + 1.0), 0.0, theme.line);
    paint_icon(ui.painter(), icon, egui::pos2(inside.left() + 9.0, inside.center().y), 18.0, theme.ink2);
    let words = inside.with_min_x(inside.left() + 28.0).with_max_x(inside.right() - 80.0);
    let upper = line_cut_to(ui, name, Face::Strong, (theme.ink, words.width()));
    paint_line_at(ui.painter(), (words.left(), inside.center().y - 8.0), upper, theme.ink);
    let lower = line_cut_to(ui, remark, Face::Meta, (theme.ink3, words.width()));
    paint_line_at(ui.painter(), (words.left(), inside.center().y + 8.5), lower, theme.ink3);
    let mut right = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)));
    let spoken = format!("Save as {name}");
    let is_first = format == ExportFormat::Html;
    let button = if is_first { Button::primary("Save") } else { Button::secondary("Save") };
    let response = button_ui(&mut right, button.name(&spoken).least_width(50.0));
    let response = if is_first && !key.is_empty() { response.on_hover_text(format!("{spoken} ({key})")) } else { response };
    if response.clicked() {
        cx.send(Command::Export(format));
    }
}

/// Draws a rule and, unfolded, its findings; gives where a clicked finding leads.
fn check_ui(ui: &mut Ui, state: &mut ExportState, check: &Check) -> Option<Jump> {
    let theme = Theme::of(ui.ctx());
    let is_open = state.unfolded.contains(&check.rule);
    let (icon, colour) = match (check.is_fine(), check.severity) {
        (true, _) => (Icon::Check, theme.ok),
        (false, Severity::Note) => (Icon::Info, theme.ink2),
        (false, _) => (Icon::TriangleAlert, theme.warn),
    };
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), CHECK), Sense::hover());
    let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
    paint_icon(ui.painter(), icon, egui::pos2(inside.left() + 7.0, inside.center().y), 14.0, colour);
    let room = if check.is_fine() { 0.0 } else { 44.0 };
    let words = inside.with_min_x(inside.left() + 22.0).with_max_x(inside.right() - room);
    cell_text(ui, words, &check.words, (Face::Dense, theme.ink));
    let response = ui.interact(words, ui.scope_id().with(("check", check.rule)), Sense::hover());
    Spoken::new(Role::Label, &check.words).tell(&response);
    let only = check.lines.first().filter(|_| check.lines.len() == 1);
    if !check.is_fine() {
        let mut right = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)));
        let word = if is_open { "hide" } else { "show" };
        if link_button_ui(&mut right, word, &format!("{} {}", if is_open { "Hide" } else { "Show" }, check.words)).clicked() {
            if let Some(only) = only {
                return Some(only.jump);
            }
            if !state.unfolded.remove(&check.rule) {
                state.unfolded.insert(check.rule);
            }
        }
    }
    if is_open { findings_ui(ui, check) } else { None }
}

fn findings_ui(ui: &mut Ui, check: &Check) -> Option<Jump> {
    let mut clicked = None;
    for (at, line) in check.lines.iter().enumerate() {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FINDING), Sense::click());
        if ui.is_rect_visible(rect) {
            finding_ui(ui, line, rect, &response);
        }
        Spoken::new(Role::Button, &format!("{}: {}", line.subject, line.words)).tell(&response);
        if response.clicked() {
            clicked = check.lines.get(at).map(|line| line.jump);
        }
    }
    hairline_ui(ui);
    clicked
}

fn finding_ui(ui: &Ui, line: &CheckLine, rect: Rect, response: &egui::Response) {
    let theme = Theme::of(ui.ctx());
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let words = rect.shrink2(Vec2::new(PADDING, 0.0)).with_min_x(rect.left() + PADDING + 22.0);
    let upper = line_cut_to(ui, &line.subject, Face::Dense, (theme.ink, words.width()));
    paint_line_at(ui.painter(), (words.left(), rect.center().y - 8.0), upper, theme.ink);
    let lower = line_cut_to(ui, &line.words, Face::Meta, (theme.ink3, words.width()));
    paint_line_at(ui.painter(), (words.left(), rect.center().y + 8.5), lower, theme.ink3);
    paint_focus(ui, response);
}
