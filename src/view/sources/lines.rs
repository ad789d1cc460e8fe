//! The lines of the register: headings of kinds and entries with their cells.

use egui::{Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::rows::{KindHead, SourceCells, SourceRow};
use super::{COLUMNS, PADDING};
use crate::lint::Severity;
use crate::model::id::SourceId;
use crate::model::source::FirstHand;
use crate::view::Cx;
use crate::view::sign::kind_icon;
use crate::view::table::{RowClick, cell_text, cell_ui, cells, row_ground_ui};
use crate::view::warnings::rule_icon;
use crate::view::wording::count;
use crate::widget::line::{HoverWords, Line, label_ui};
use crate::widget::paint::{line_cut_to, line_of_text, paint_focus, paint_line_at, paint_line_in};
use crate::widget::typeset::TextStyle;
use crate::widget::{Badge, Face, Icon, Spoken, Theme, letter_badge_ui, paint_icon};

const CELL: Vec2 = Vec2::new(9.0, 11.0);

/// Draws the heading of a kind; true when its folding was clicked.
pub(super) fn kind_ui(ui: &mut Ui, rect: Rect, head: &KindHead) -> bool {
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

/// Draws an entry in its line.
pub(super) fn row_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, (row, is_same, is_selected): (&SourceRow, bool, bool)) -> RowClick {
    let theme = Theme::of(ui.ctx());
    let Some(shown) = SourceCells::of(cx.session, row) else { return RowClick::default() };
    let told = if is_same { &shown.same } else { &shown.finding };
    let finding = if told.is_empty() { String::new() } else { format!(", {told}") };
    let name =
        format!("{}, {}, {}, {} settled{finding}", row.name, row.kind.word().to_lowercase(), count(row.claims, "claim"), shown.settled);
    let click = row_ground_ui(ui, rect, ("source", row.source), (&name, is_selected));
    let cells = cells(&COLUMNS, rect, PADDING);
    let [sign, source, articles, claims, grade, first_hand, settle] = cells.as_slice() else { return click };
    paint_icon(ui.painter(), kind_icon(row.kind), egui::pos2(sign.left() + 8.0, sign.center().y), 16.0, theme.ink3);
    name_ui(ui, source.with_max_x(source.right() - 10.0), row, &shown.role);
    badges_ui(ui, *articles, &shown.letters);
    paint_claims(ui, *claims, (shown.settled, row.claims));
    grade_ui(ui, *grade, row.source, &shown);
    let (words, colour) = match shown.first_hand {
        FirstHand::Unclear => (shown.first_hand.word(), theme.ink3),
        FirstHand::Yes | FirstHand::No => (shown.first_hand.word(), theme.ink),
    };
    cell_text(ui, *first_hand, words, (Face::Dense, colour));
    let icon = if is_same { Icon::ArrowLeftRight } else { shown.rule.map_or(Icon::TriangleAlert, rule_icon) };
    let is_note = shown.rule.is_some_and(|rule| rule.severity() == Severity::Note);
    let colour = if is_same || is_note { theme.ink2 } else { theme.warn };
    finding_ui(ui, *settle, told, (icon, colour));
    click
}

fn name_ui(ui: &Ui, cell: Rect, row: &SourceRow, role: &str) {
    let theme = Theme::of(ui.ctx());
    let colour = if row.is_unnamed { theme.ink3 } else { theme.ink };
    if role.is_empty() {
        cell_text(ui, cell, &row.name, (Face::Strong, colour));
        return;
    }
    let name = line_cut_to(ui, &row.name, Face::Strong, (colour, cell.width()));
    paint_line_at(ui.painter(), (cell.left(), cell.center().y - 7.5), name, colour);
    let role = line_cut_to(ui, role, Face::Meta, (theme.ink3, cell.width()));
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
            label_ui(ui, format!("+{}", letters.len() - shown), Face::Meta, Theme::of(ui.ctx()).ink3);
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

/// The grade in its box, with its meaning while the pointer rests on it.
fn grade_ui(ui: &Ui, cell: Rect, source: SourceId, shown: &SourceCells) {
    let theme = Theme::of(ui.ctx());
    let (words, colour) = if shown.grade.is_empty() { ("–", theme.ink3) } else { (shown.grade.as_str(), theme.ink) };
    let line = line_cut_to(ui, words, Face::Note, (colour, cell.width() - 20.0));
    let size = Vec2::new((line.size().x + 10.0).max(22.0), 19.0);
    let frame = Rect::from_min_size(egui::pos2(cell.left(), (cell.center().y - 9.5).round()), size);
    ui.painter().rect(frame, 3.0, theme.field, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    paint_line_in(ui.painter(), frame, line, colour);
    if !shown.grade_meaning.is_empty() {
        ui.interact(frame, ui.scope_id().with(("grade", source)), Sense::hover()).on_hover_words(&shown.grade_meaning);
    }
}

fn finding_ui(ui: &mut Ui, cell: Rect, words: &str, (icon, colour): (Icon, Color32)) {
    if words.is_empty() {
        return;
    }
    let style = TextStyle { row_height_pt: 16.0, ..Face::Dense.style() };
    let lines = Line::rows(ui.ctx(), words, style, (colour, cell.width() - 19.0, Some(2)));
    let top = cell.center().y - lines.size().y / 2.0;
    paint_icon(ui.painter(), icon, egui::pos2(cell.left() + 7.0, top + 8.0), 13.0, colour);
    lines.paint(ui.painter(), egui::pos2(cell.left() + 19.0, top), colour);
}
