//! Draws one figure of the table.

use egui::{Rect, Ui};

use super::rows::{NumberRow, SourceCell};
use super::{COLUMNS, PADDING};
use crate::view::sign::{kind_icon, status_icon};
use crate::view::table::{RowClick, cell_sign, cell_text, cell_ui, cells, row_ground_ui};
use crate::widget::line::label_ui;
use crate::widget::paint::{line_cut_to, paint_line_at};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Face, Icon, Theme, letter_badge_ui};

/// Draws a row of the table.
pub(super) fn row_ui(ui: &mut Ui, rect: Rect, row: &NumberRow, is_selected: bool) -> RowClick {
    let theme = Theme::of(ui.ctx());
    let click = row_ground_ui(ui, rect, ("number", row.number), (&row.spoken(), is_selected));
    let cells = cells(&COLUMNS, rect, PADDING);
    let [written, value, meant, place, source, status] = cells.as_slice() else { return click };
    cell_ui(ui, written.with_max_x(written.right() - 8.0), |ui| {
        let lane = [(row.quote.core.clone(), Emphasis::NumberLane(theme.num))];
        quote_ui(ui, &Quote::new(&row.quote.text, TextStyle::serif(14.0, 19.0), theme.ink).rows(1).emphasis(&lane));
    });
    let figure = line_cut_to(ui, &row.value, Face::Strong, (theme.ink, value.width()));
    paint_line_at(ui.painter(), (value.right() - figure.size().x, value.center().y), figure, theme.ink);
    let colour = if row.approximation.is_none() { theme.warn } else { theme.ink3 };
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
