//! What is left to do in the article shown.

use egui::{Align, Layout, ScrollArea, Ui, Vec2};

use super::rows::{LeftRow, LeftRows, left_claims};
use super::{PADDING, bar_ui};
use crate::command::Command;
use crate::view::Cx;
use crate::view::sign::status_icon;
use crate::widget::line::label_ui;
use crate::widget::paint::{line_cut_to, line_of_text, paint_line_at};
use crate::widget::{Face, Row, Theme, paint_icon, row_ui};

const HEAD: f32 = 34.0;
const ROW: f32 = 25.0;

/// The height that head and all rows would take, points.
pub(super) fn wanted_height(rows: &LeftRows) -> f32 {
    7.0 + HEAD + ROW * rows.claims.max(2) as f32 + 8.0
}

/// Draws what is left; a click jumps there.
pub(super) fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &LeftRows) {
    let theme = Theme::of(ui.ctx());
    bar_ui(ui, HEAD, |ui| {
        ui.add_space(PADDING);
        label_ui(ui, &rows.title, Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING);
            label_ui(ui, &rows.remark, Face::Meta, theme.ink3);
        });
    });
    let selected = cx.session.mark().map(|mark| mark.mention);
    ScrollArea::vertical().id_salt("left").auto_shrink([false, false]).show_rows(ui, ROW, rows.claims.max(1), |ui, range| {
        if rows.claims == 0 {
            nothing_ui(ui, &rows.nothing);
        }
        for row in left_claims(cx.session, range) {
            let is_selected = selected == Some(crate::model::annotation::Mention::Claim(row.claim));
            claim_ui(ui, cx, &row, is_selected);
        }
    });
}

fn nothing_ui(ui: &mut Ui, words: &str) {
    let muted = Theme::of(ui.ctx()).ink3;
    egui::Frame::NONE.inner_margin(egui::Margin::symmetric(12, 2)).show(ui, |ui| {
        label_ui(ui, words, Face::Dense, muted);
    });
}

fn claim_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &LeftRow, is_selected: bool) {
    let name = format!("{}, {}: {}", row.label, row.status.word().to_lowercase(), row.words);
    let look = Row { name: &name, height: ROW, padding: PADDING, is_selected };
    let (response, ()) = row_ui(ui, look, |ui| paint_claim(ui, row, is_selected));
    if response.clicked() {
        cx.send(Command::SelectMark(row.mark));
    }
}

fn paint_claim(ui: &mut Ui, row: &LeftRow, is_selected: bool) {
    let theme = Theme::of(ui.ctx());
    let (face, number) = if is_selected { (Face::DenseStrong, theme.ink) } else { (Face::Dense, theme.ink3) };
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), egui::Sense::hover());
    let middle = rect.center().y;
    let line = line_of_text(ui, &row.number, face, number);
    let number_end = rect.left() + 15.0_f32.max(line.size().x);
    paint_line_at(ui.painter(), (number_end - line.size().x, middle), line, number);
    paint_icon(ui.painter(), status_icon(row.status), egui::Pos2::new(number_end + 7.0 + 6.5, middle), 13.0, theme.ink3);
    let left = number_end + 7.0 + 14.0 + 7.0;
    let words = line_cut_to(ui, &row.words, face, (theme.ink, rect.right() - left));
    paint_line_at(ui.painter(), (left, middle), words, theme.ink);
}
