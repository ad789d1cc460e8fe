//! The right panel of the Report view: saving the report, and what to look at before it goes out.

use std::collections::BTreeSet;

use egui::{Align, Layout, Rect, Role, Sense, Ui, UiBuilder, Vec2};

use super::ReportState;
use super::rows::command;
use crate::command::catalogue::Action;
use crate::command::{Command, ExportFormat};
use crate::lint::{Rule, Severity};
use crate::report::checks::CheckLine;
use crate::report::{Check, Jump, Off, Report};
use crate::view::Cx;
use crate::view::kept::Kept;
use crate::view::table::{Heights, Lines, cell_text, lines_ui, padded_ui};
use crate::view::warnings::dots_ui;
use crate::widget::line::{HoverWords, label_ui, said_ui};
use crate::widget::paint::{line_cut_to, paint_focus, paint_line_at};
use crate::widget::{Button, Face, Icon, Spoken, Theme, button_ui, link_button_ui, paint_icon};

const PADDING: f32 = 14.0;
const FORMAT: f32 = 42.0;
const CHECK: f32 = 26.0;
const FINDING: f32 = 40.0;
const DOTS: f32 = 24.0;

/// The forms that stand in the panel; the export window has all.
const PANEL: [(Icon, ExportFormat); 6] = [
    (Icon::FileCode, ExportFormat::Html),
    (Icon::FileText, ExportFormat::Pdf),
    (Icon::FileText, ExportFormat::Docx),
    (Icon::Hash, ExportFormat::Markdown),
    (Icon::FileSpreadsheet, ExportFormat::Xlsx),
    (Icon::Braces, ExportFormat::ClaimReview),
];

/// Which findings are unfolded.
#[derive(Default)]
pub(super) struct ExportState {
    unfolded: BTreeSet<Rule>,
    shown: Kept<(BTreeSet<Rule>, u64), Shown>,
}

/// Draws the right panel.
pub fn report_right_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ReportState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let report = state.report(cx);
    padded_ui(ui, 40.0, PADDING, |ui| said_ui(ui, "Export", Face::ClaimTitle, theme.ink));
    let key = cx.key(Action::Print);
    for (icon, format) in PANEL {
        format_ui(ui, (icon, format.name(), format.remark()), |ui| {
            let spoken = format!("Save as {}", format.name());
            let is_first = format == ExportFormat::Html;
            let button = if is_first { Button::primary("Save") } else { Button::secondary("Save") };
            let response = button_ui(ui, button.name(&spoken).least_width(50.0));
            let is_printed = format == ExportFormat::Pdf && !key.is_empty();
            let response = if is_printed { response.on_hover_words(format!("To print it: {key}")) } else { response };
            if response.clicked() {
                cx.send(Command::Export(vec![format]));
            }
        });
    }
    format_ui(ui, (Icon::Ellipsis, "More forms and choices", "Articles, parts, language, paper, presets"), |ui| {
        let key = cx.key(Action::Export);
        let response = button_ui(ui, Button::secondary("Choose").name("Choose what is exported").least_width(50.0));
        if response.on_hover_words(format!("Export the report ({key})")).clicked() {
            cx.send(Command::Run(Action::Export));
        }
    });
    format_ui(ui, (Icon::Mail, "Letters", "Questions to writers, change list for the editor"), |ui| {
        if button_ui(ui, Button::secondary("Open").name("Open the letters").least_width(50.0)).clicked() {
            cx.send(Command::Run(Action::Letters));
        }
    });
    ui.add_space(8.0);
    let (line, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(line.shrink2(Vec2::new(PADDING, 0.0)), 0.0, theme.line2);
    let Some(report) = report else { return };
    let fine = report.checks.iter().filter(|check| check.is_fine()).count();
    padded_ui(ui, 30.0, PADDING, |ui| {
        said_ui(ui, "Before it goes out", Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = format!("{fine} fine, {} to look at", report.checks.len() - fine);
            label_ui(ui, words, Face::Meta, theme.ink3);
        });
    });
    checks_ui(ui, cx, &mut state.export, (&report, state.building.serial));
}

/// A row of the panel: what it is, and its button at the right.
fn format_ui(ui: &mut Ui, (icon, name, remark): (Icon, &str, &str), button_ui: impl FnOnce(&mut Ui)) {
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
    button_ui(&mut right);
}

/// Draws the rules and, where unfolded, their findings; only what is in view.
fn checks_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ExportState, (report, serial): (&Report, u64)) {
    let shown = state.shown.get(cx.session, (state.unfolded.clone(), serial), || Shown::new(report, &state.unfolded));
    let mut done = None;
    lines_ui(ui, Lines { id: "checks", heights: &shown.heights, reveal: None }, |ui, at, rect| match shown.lines.get(at).copied() {
        Some(Line::Check(check)) => {
            if let Some(check) = report.checks.get(check) {
                done = check_ui(ui, cx, (check, state.unfolded.contains(&check.rule)), rect).or(done.take());
            }
        }
        Some(Line::Finding(check, finding)) => {
            if let Some(line) = report.checks.get(check).and_then(|check| check.lines.get(finding))
                && finding_ui(ui, line, (check, finding), rect)
            {
                done = Some(Done::Goes(line.jump));
            }
        }
        Some(Line::Off(off)) => {
            if let Some(off) = report.switched_off.get(off)
                && off_ui(ui, off, rect)
            {
                done = Some(Done::SwitchesOn(off.code.clone()));
            }
        }
        None => {}
    });
    match done {
        Some(Done::SwitchesOn(rule)) => cx.send(Command::SwitchOn(rule)),
        Some(Done::Goes(jump)) => cx.send(command(jump)),
        Some(Done::Folds(rule)) if !state.unfolded.remove(&rule) => {
            state.unfolded.insert(rule);
        }
        Some(Done::Folds(_)) | None => {}
    }
}

/// A line of the list of findings.
#[derive(Clone, Copy)]
enum Line {
    /// A rule.
    Check(usize),
    /// A finding of a rule.
    Finding(usize, usize),
    /// A rule that is switched off.
    Off(usize),
}

/// What was done in the list.
enum Done {
    Goes(Jump),
    Folds(Rule),
    SwitchesOn(String),
}

struct Shown {
    lines: Vec<Line>,
    heights: Heights,
}

impl Shown {
    fn new(report: &Report, unfolded: &BTreeSet<Rule>) -> Self {
        let mut lines = Vec::new();
        for (at, check) in report.checks.iter().enumerate() {
            lines.push(Line::Check(at));
            if unfolded.contains(&check.rule) {
                lines.extend((0..check.lines.len()).map(|finding| Line::Finding(at, finding)));
            }
        }
        lines.extend((0..report.switched_off.len()).map(Line::Off));
        let heights = Heights::new(lines.iter().map(|line| if matches!(line, Line::Check(_)) { CHECK } else { FINDING }));
        Shown { lines, heights }
    }
}

/// Draws a rule with its button; a single finding is gone to at once.
fn check_ui(ui: &mut Ui, cx: &mut Cx<'_>, (check, is_open): (&Check, bool), rect: Rect) -> Option<Done> {
    let theme = Theme::of(ui.ctx());
    let (icon, colour) = match (check.is_fine(), check.severity) {
        (true, _) => (Icon::Check, theme.ok),
        (false, Severity::Note) => (Icon::Info, theme.ink2),
        (false, _) => (Icon::TriangleAlert, theme.warn),
    };
    let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
    paint_icon(ui.painter(), icon, egui::pos2(inside.left() + 7.0, inside.center().y), 14.0, colour);
    let room = if check.is_fine() { 0.0 } else { 44.0 + DOTS };
    let words = inside.with_min_x(inside.left() + 22.0).with_max_x(inside.right() - room);
    cell_text(ui, words, &check.words, (Face::Dense, theme.ink));
    let response = ui.interact(words, ui.scope_id().with(("check", check.rule)), Sense::hover());
    Spoken::new(Role::Label, &check.words).tell(&response);
    if check.is_fine() {
        return None;
    }
    let dots = Rect::from_center_size(egui::pos2(inside.right() - DOTS / 2.0 + 4.0, inside.center().y), Vec2::splat(DOTS));
    let is_near = ui.rect_contains_pointer(rect);
    dots_ui(ui, cx, (check.rule, "check"), (dots, is_near));
    let (word, verb) = if is_open { ("hide", "Hide") } else { ("show", "Show") };
    let mut right = ui.new_child(UiBuilder::new().max_rect(inside.with_max_x(dots.left())).layout(Layout::right_to_left(Align::Center)));
    let clicked = link_button_ui(&mut right, word, &format!("{verb} {}", check.words)).clicked();
    let only = check.lines.first().filter(|_| check.lines.len() == 1);
    clicked.then(|| only.map_or(Done::Folds(check.rule), |only| Done::Goes(only.jump)))
}

/// Draws a rule that is switched off, with the reason; true when it is to be switched on again.
fn off_ui(ui: &mut Ui, off: &Off, rect: Rect) -> bool {
    let theme = Theme::of(ui.ctx());
    let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
    paint_icon(ui.painter(), Icon::Ban, egui::pos2(inside.left() + 7.0, inside.center().y - 8.0), 14.0, theme.ink3);
    let words = inside.with_min_x(inside.left() + 22.0).with_max_x(inside.right() - 72.0);
    let upper = line_cut_to(ui, &format!("{}: switched off", off.title), Face::Dense, (theme.ink2, words.width()));
    paint_line_at(ui.painter(), (words.left(), rect.center().y - 8.0), upper, theme.ink2);
    let lower = line_cut_to(ui, &off.reason, Face::Meta, (theme.ink3, words.width()));
    paint_line_at(ui.painter(), (words.left(), rect.center().y + 8.5), lower, theme.ink3);
    let response = ui.interact(words, ui.scope_id().with(("off", &off.code)), Sense::hover());
    Spoken::new(Role::Label, &format!("{}: switched off. {}", off.title, off.reason)).tell(&response);
    let mut right = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)));
    link_button_ui(&mut right, "switch on", &format!("Switch on {}", off.title)).clicked()
}

/// Draws a finding; true when it was clicked.
fn finding_ui(ui: &mut Ui, line: &CheckLine, place: (usize, usize), rect: Rect) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(place), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let words = rect.shrink2(Vec2::new(PADDING, 0.0)).with_min_x(rect.left() + PADDING + 22.0);
    let upper = line_cut_to(ui, &line.subject, Face::Dense, (theme.ink, words.width()));
    paint_line_at(ui.painter(), (words.left(), rect.center().y - 8.0), upper, theme.ink);
    let lower = line_cut_to(ui, &line.words, Face::Meta, (theme.ink3, words.width()));
    paint_line_at(ui.painter(), (words.left(), rect.center().y + 8.5), lower, theme.ink3);
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("{}: {}", line.subject, line.words)).tell(&response);
    response.clicked()
}
