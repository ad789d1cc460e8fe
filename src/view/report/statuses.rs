//! Claims by status below the cards: an article a row, a column for each status that occurs.

use egui::{Rect, Ui};

use crate::model::claim::Status;
use crate::report::{ArticleRow, Report, Tally};
use crate::view::table::{Column, cell_text, cell_ui, cells};
use crate::widget::paint::{line_cut_to, paint_line_at};
use crate::widget::{Badge, Face, Theme, letter_badge_ui};

/// Letter and title, then the counts, which are content with less where the window is narrow.
fn columns(report: &Report) -> Vec<Column> {
    let count = |status: &Status| Column::of(status.word(), 84.0).right().narrow(1, 40.0);
    [Column::of("", 26.0), Column::rest("Claims by status")].into_iter().chain(report.statuses.iter().map(count)).collect()
}

fn right_text(ui: &Ui, cell: Rect, words: &str, face: Face, is_quiet: bool) {
    let theme = Theme::of(ui.ctx());
    let colour = if is_quiet { theme.ink3 } else { theme.ink };
    let line = line_cut_to(ui, words, face, (colour, cell.width()));
    paint_line_at(ui.painter(), (cell.right() - line.size().x, cell.center().y), line, colour);
}

/// Draws the headings, with room above that keeps them from the cards.
pub(super) fn columns_ui(ui: &Ui, report: &Report, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let columns = columns(report);
    for (column, cell) in columns.iter().zip(cells(&columns, rect.with_min_y(rect.bottom() - 20.0), 0.0)) {
        match column.is_right {
            true => right_text(ui, cell, column.heading, Face::Meta, true),
            false => cell_text(ui, cell, column.heading, (Face::Meta, theme.ink3)),
        }
    }
}

/// Draws the row of an article.
pub(super) fn article_ui(ui: &mut Ui, (report, row): (&Report, &ArticleRow), rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&columns(report), rect, 0.0);
    let [letter, title, counts @ ..] = cells.as_slice() else { return };
    cell_ui(ui, *letter, |ui| letter_badge_ui(ui, &row.letter, Badge::Small));
    cell_text(ui, title.with_max_x(title.right() - 10.0), &row.title, (Face::Dense, theme.ink));
    counts_ui(ui, (report, &row.tally), counts);
}

/// Draws all articles together, in the columns of one.
pub(super) fn total_ui(ui: &Ui, (report, total): (&Report, &Tally), rect: Rect) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, theme.line2);
    let cells = cells(&columns(report), rect, 0.0);
    let [_, title, counts @ ..] = cells.as_slice() else { return };
    cell_text(ui, title.with_max_x(title.right() - 10.0), &report.language().say("total-row"), (Face::DenseStrong, theme.ink));
    counts_ui(ui, (report, total), counts);
}

/// A count that is nothing stands back, so that the eye finds the others.
fn counts_ui(ui: &Ui, (report, tally): (&Report, &Tally), cells: &[Rect]) {
    for (status, cell) in report.statuses.iter().zip(cells) {
        let count = tally.of_status(*status);
        right_text(ui, *cell, &count.to_string(), Face::Dense, count == 0);
    }
}
