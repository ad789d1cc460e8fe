//! The sentences of the article shown that are most worth checking, while claims are suggested.

use egui::{Align, Layout, Ui, Vec2};

use super::{PADDING, bar_ui};
use crate::command::Command;
use crate::model::document::Span;
use crate::session::Session;
use crate::view::Cx;
use crate::view::inspector::rows::on_one_line;
use crate::widget::line::label_ui;
use crate::widget::paint::{line_cut_to, line_of_text, paint_line_at};
use crate::widget::{Face, Row, Theme, hairline_ui, row_ui};

/// How many are listed.
const MOST: usize = 5;
const HEAD: f32 = 34.0;
const ROW: f32 = 25.0;

/// A sentence of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorthRow {
    /// Its words in the article.
    pub span: Span,
    /// How much of 100.
    pub score: u8,
    /// The words on one line.
    pub words: String,
    /// Why.
    pub reason: String,
}

/// The list: the most worth checking first. Empty while claims are not suggested.
pub fn rows(session: &Session) -> Vec<WorthRow> {
    let Some(document) = session.document() else { return Vec::new() };
    let row = |found: &&crate::suggest::Suggestion| WorthRow {
        span: found.span,
        score: found.score,
        words: on_one_line(document.text.slice(found.span)),
        reason: found.reason.clone(),
    };
    session.most_worth_checking(MOST).iter().map(row).collect()
}

/// The height that the list takes, points.
pub(super) fn wanted_height(session: &Session) -> f32 {
    match session.most_worth_checking(MOST).len() {
        0 => 0.0,
        rows => 7.0 + HEAD + ROW * rows as f32 + 8.0,
    }
}

/// Draws the list; a click goes to the sentence.
pub(super) fn worth_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let rows = rows(cx.session);
    let Some(document) = cx.session.document().filter(|_| !rows.is_empty()).map(|document| document.id) else { return };
    let theme = Theme::of(ui.ctx());
    ui.add_space(6.0);
    hairline_ui(ui);
    bar_ui(ui, HEAD, |ui| {
        ui.add_space(PADDING);
        label_ui(ui, "Worth checking", Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING);
            label_ui(ui, "not tagged", Face::Meta, theme.ink3);
        });
    });
    let selected = cx.session.suggestion().map(|suggestion| suggestion.span);
    for row in rows {
        let name = format!("Worth checking, {} of 100: {}. {}", row.score, row.words, row.reason);
        let look = Row { name: &name, height: ROW, padding: PADDING, is_selected: selected == Some(row.span) };
        let (response, ()) = row_ui(ui, look, |ui| paint(ui, &row));
        if response.clicked() {
            cx.send(Command::ShowPlace { document, span: row.span });
        }
    }
}

fn paint(ui: &mut Ui, row: &WorthRow) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), egui::Sense::hover());
    let middle = rect.center().y;
    let score = line_of_text(ui, &row.score.to_string(), Face::Dense, theme.ink3);
    paint_line_at(ui.painter(), (rect.left() + 22.0 - score.size().x, middle), score, theme.ink3);
    let left = rect.left() + 30.0;
    let words = line_cut_to(ui, &row.words, Face::Dense, (theme.ink, rect.right() - left));
    paint_line_at(ui.painter(), (left, middle), words, theme.ink);
}
