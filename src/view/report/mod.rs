//! The report view: the report as it will be handed over, every line a jump; its parts at the left, export and checks at
//! the right.

mod bars;
mod draw;
pub mod rows;

use std::rc::Rc;

use egui::{CornerRadius, Margin, Rect, Stroke, Ui, UiBuilder, Vec2, pos2};

use self::draw::Sheet;
use self::rows::{Line, PARTS, lines};
use super::Cx;
use super::table::{Heights, focus_table, keyboard_ui, lines_ui};
use crate::command::catalogue::Action;
use crate::command::{Command, ExportFormat};
use crate::lint::Severity;
use crate::report::{BuildInput, Jump, Report, Section, build};
use crate::session::ViewKind;
use crate::widget::{Button, Face, Icon, Row, Theme, button_ui, icon_text_ui, icon_ui, link_button_ui, row_ui, section_ui};

/// Widest the page gets, points.
const PAGE: f32 = 826.0;

/// The report view's memory. Make a fresh one when another project is opened.
#[derive(Default)]
pub struct ReportState {
    built: Option<(Key, Rc<Report>)>,
    filter: usize,
    shows_all_claims: bool,
    reveal: Option<Section>,
    part: Option<Section>,
}

/// What the report depends on: the project, who signs, and the minute that is printed in it.
type Key = (u64, String, i64);

impl ReportState {
    fn report(&mut self, cx: &Cx<'_>) -> Rc<Report> {
        let key = (cx.session.revision(), cx.preferences.checker.clone(), cx.now.epoch_ms / 60_000);
        if let Some((_, report)) = self.built.as_ref().filter(|(built, _)| *built == key) {
            return Rc::clone(report);
        }
        let input = BuildInput { today: cx.now, checker: cx.preferences.checker.clone(), offset: jiff::Zoned::now().offset() };
        let report = Rc::new(build(cx.session.project(), cx.session.lookup(), &input));
        self.built = Some((key, Rc::clone(&report)));
        report
    }
}

/// Follows a jump.
pub(super) fn jump(cx: &mut Cx<'_>, jump: Jump) {
    match jump {
        Jump::Record(record) => cx.send(Command::ShowRecord(record)),
        Jump::Mark(mark) => cx.send(Command::SelectMark(mark)),
        Jump::Document(document) => cx.send(Command::ShowArticle(document)),
        Jump::Passage(document, span) => cx.send(Command::ShowPlace { document, span }),
    }
}

/// Draws the page of the report.
pub fn report_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ReportState) {
    let _ = keyboard_ui(ui, cx, ViewKind::Report);
    let report = state.report(cx);
    let theme = Theme::of(ui.ctx());
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, CornerRadius::ZERO, theme.desk);
    let width = PAGE.min(room.width() - 16.0);
    let left = (room.center().x - width / 2.0).round();
    let page = Rect::from_min_max(pos2(left, room.top() + 12.0), pos2(left + width, room.bottom()));
    ui.painter().rect(page, CornerRadius::ZERO, theme.paper, Stroke::new(1.0, theme.line), egui::StrokeKind::Outside);
    if report.is_empty() {
        let inside = page.shrink2(Vec2::new(26.0, 40.0));
        ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
            ui.label(Face::Interface.text("Nothing to report yet. It fills as you tag.").color(theme.ink2));
        });
        return;
    }
    let lines = lines(&report, state.filter, state.shows_all_claims);
    let heights = Heights::new(lines.iter().map(|line| line.height()));
    let wanted = state.reveal.take();
    let reveal = wanted.and_then(|part| lines.iter().position(|line| is_start(*line, part)));
    ui.scope_builder(UiBuilder::new().max_rect(page), |ui| {
        let mut sheet = Sheet { report: &report, filter: &mut state.filter, shows_all_claims: &mut state.shows_all_claims };
        lines_ui(ui, "report", &heights, reveal, |ui, at, rect| {
            if let Some(line) = lines.get(at) {
                sheet.line_ui(ui, cx, *line, rect.shrink2(Vec2::new(26.0, 0.0)));
            }
        });
    });
}

fn is_start(line: Line, part: Section) -> bool {
    if part == Section::Summary { line == Line::Title } else { line == Line::Heading(part) }
}

/// Draws the parts of the report and the articles in it.
pub fn report_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ReportState) {
    let report = state.report(cx);
    ui.spacing_mut().item_spacing.y = 0.0;
    egui::Frame::new().inner_margin(Margin { left: 12, right: 14, top: 9, bottom: 9 }).show(ui, |ui| {
        ui.label(Face::GroupTitle.text("Report"));
    });
    let theme = Theme::of(ui.ctx());
    for part in PARTS {
        let count = report.count(part).map_or(String::new(), |count| count.to_string());
        let row = Row { name: part.title(), height: 28.0, padding: 12.0, is_selected: state.part.unwrap_or(Section::Summary) == part };
        let (response, ()) = row_ui(ui, row, |ui| {
            ui.label(Face::Dense.text(part.title()).color(theme.ink));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(Face::Meta.text(count).color(theme.ink3));
            });
        });
        if response.clicked() {
            state.part = Some(part);
            state.reveal = Some(part);
            focus_table(ui, ViewKind::Report);
        }
    }
}

/// Draws export and what to look at before the report goes out.
pub fn report_right_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ReportState) {
    let report = state.report(cx);
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        egui::Frame::new().inner_margin(Margin { left: 14, right: 14, top: 10, bottom: 14 }).show(ui, |ui| {
            ui.label(Face::ViewTitle.text("Export"));
            ui.add_space(8.0);
            let forms = [
                (ExportFormat::Html, Icon::FileCode, "HTML", "Report and annotated articles, one file"),
                (ExportFormat::Markdown, Icon::Hash, "Markdown", "The same with footnotes"),
            ];
            for (format, icon, name, words) in forms {
                export_ui(ui, cx, format, (icon, name, words));
            }
            ui.add_space(16.0);
            checks_ui(ui, cx, &report);
        });
    });
}

fn export_ui(ui: &mut Ui, cx: &mut Cx<'_>, format: ExportFormat, (icon, name, words): (Icon, &str, &str)) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        icon_ui(ui, icon, 18.0, theme.ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.label(Face::Strong.text(name));
            ui.label(Face::Meta.text(words).color(theme.ink2));
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let label = format!("Save as {name}");
            let key = cx.key(Action::Export);
            let button = if format == ExportFormat::Html { Button::primary("Save").key(&key) } else { Button::secondary("Save") };
            if button_ui(ui, button.name(&label)).clicked() {
                cx.send(Command::Export(format));
            }
        });
    });
    ui.add_space(8.0);
}

/// The first words of a subject: the panel must not grow with them.
fn shortened(subject: &str) -> String {
    let short: String = subject.chars().take(30).collect();
    if short.len() < subject.len() { format!("{}…", short.trim_end()) } else { short }
}

fn checks_ui(ui: &mut Ui, cx: &mut Cx<'_>, report: &Report) {
    let theme = Theme::of(ui.ctx());
    let fine = report.checks.iter().filter(|check| check.is_fine()).count();
    section_ui(ui, Section::Checks.title(), &format!("{fine} fine, {} to look at", report.checks.len() - fine));
    ui.add_space(4.0);
    for check in &report.checks {
        let colour = match check.severity {
            _ if check.is_fine() => theme.ok,
            Severity::Note => theme.ink2,
            Severity::Error | Severity::Warning => theme.warn,
        };
        let icon = if check.is_fine() { Icon::Check } else { Icon::TriangleAlert };
        ui.horizontal(|ui| {
            icon_ui(ui, icon, 15.0, colour);
            ui.add(egui::Label::new(Face::Dense.text(&check.words).color(theme.ink)).wrap());
        });
        for line in check.lines.iter().take(4) {
            ui.horizontal(|ui| {
                ui.add_space(23.0);
                let name = format!("Show {}: {}", line.subject, line.words);
                if link_button_ui(ui, &shortened(&line.subject), &name).clicked() {
                    jump(cx, line.jump);
                }
                ui.add(egui::Label::new(Face::Meta.text(&line.words).color(theme.ink3)).truncate());
            });
        }
        if check.lines.len() > 4 {
            ui.horizontal(|ui| {
                ui.add_space(23.0);
                icon_text_ui(ui, Icon::Ellipsis, &format!("{} more", check.lines.len() - 4), Face::Meta, theme.ink3);
            });
        }
        ui.add_space(6.0);
    }
}
