//! The left panel: all pairs of articles that share passages, those that share most first.

use egui::{Sense, Ui, Vec2, vec2};

use super::CompareState;
use crate::compare::Pair;
use crate::view::Cx;
use crate::view::table::{Heights, Lines, lines_ui, padded_ui};
use crate::view::wording::count;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::paint::line_cut_to;
use crate::widget::paint::paint_line_at;
use crate::widget::{Face, Row, Theme, letter_badge_ui, progress_ui, row_ui};

const PADDING: f32 = 12.0;
const ROW: f32 = 46.0;

/// Draws the panel.
pub fn compare_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let pairs = std::sync::Arc::clone(&state.all.pairs);
    padded_ui(ui, 36.0, PADDING, |ui| {
        label_ui(ui, "Shared passages", Face::Strong, theme.ink);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            label_ui(ui, count(pairs.len(), "pair"), Face::Meta, theme.ink3);
        });
    });
    if let Some((done, all)) = state.all.progress {
        padded_ui(ui, 24.0, PADDING, |ui| label_ui(ui, format!("{done} of {} compared", count(all, "article")), Face::Meta, theme.ink3));
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
        let mut bar = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(PADDING, 2.0))));
        let width = bar.available_width();
        progress_ui(&mut bar, "Articles compared", done as f32 / all.max(1) as f32, width);
    }
    if pairs.is_empty() {
        if state.all.is_known {
            padded_ui(ui, 34.0, PADDING, |ui| words_ui(ui, "No two articles share a passage.", (Face::Meta, Face::Meta.row()), theme.ink3));
        }
        return;
    }
    let heights = Heights::new(pairs.iter().map(|_| ROW));
    lines_ui(ui, Lines { id: "pairs", heights: &heights, reveal: None }, |ui, at, rect| {
        let Some(pair) = pairs.get(at) else { return };
        let mut line = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        if pair_ui(&mut line, cx, state, pair) {
            state.is_chosen = true;
            state.choose((pair.one, pair.other));
        }
    });
}

/// Draws a pair; true when it was clicked.
fn pair_ui(ui: &mut Ui, cx: &Cx<'_>, state: &CompareState, pair: &Pair) -> bool {
    let theme = Theme::of(ui.ctx());
    let project = cx.session.project();
    let letters = [pair.one, pair.other].map(|id| project.letter(id));
    let is_shown = state.two == Some((pair.one, pair.other)) || state.two == Some((pair.other, pair.one));
    let moved = if pair.moved == 0 { String::new() } else { format!(", {} moved", pair.moved) };
    let about = format!("{}{moved}, {} %", count(pair.passages, "passage"), pair.share_percent);
    let name = format!("{} and {}: {about}", letters[0], letters[1]);
    let row = Row { name: &name, height: ROW, padding: PADDING, is_selected: is_shown };
    let (response, ()) = row_ui(ui, row, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for letter in &letters {
            letter_badge_ui(ui, letter, crate::widget::Badge::Outlined);
        }
        let rect = ui.available_rect_before_wrap();
        let left = rect.left() + 4.0;
        let title = project.document(pair.one).map_or("", |document| document.title());
        let title = line_cut_to(ui, title, Face::Dense, (theme.ink, rect.right() - left));
        paint_line_at(ui.painter(), (left, rect.center().y - 9.0), title, theme.ink);
        let about = line_cut_to(ui, &about, Face::Meta, (theme.ink3, rect.right() - left));
        paint_line_at(ui.painter(), (left, rect.center().y + 9.0), about, theme.ink3);
    });
    response.clicked()
}
