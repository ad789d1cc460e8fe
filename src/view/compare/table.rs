//! Draws the table of figures under the columns.

use egui::{Rect, Sense, Stroke, Ui, vec2};

use super::figures::{Cell, FigureRow, FigureTable};
use super::{CompareState, Shown};
use crate::command::Command;
use crate::view::Cx;
use crate::view::columns::{Column, cells};
use crate::view::table::{Heights, Lines, cell_sign, cell_text, cell_ui, lines_ui, padded_ui, row_ground_ui};
use crate::widget::line::{label_ui, words_cut_ui};
use crate::widget::paint::line_of_text;
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Face, Icon, Theme, check_box_ui, letter_badge_ui};

const PADDING: f32 = 14.0;
const ROW: f32 = 29.0;
const TITLE: f32 = 30.0;
const HEADINGS: f32 = 20.0;
/// What a check box takes besides its words.
const CHECK_BOX: f32 = 25.0;

/// Draws the table.
pub(super) fn figures_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState, shown: &Shown) {
    let theme = Theme::of(ui.ctx());
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line2));
    let letters = [shown.beside.two.0, shown.beside.two.1].map(|id| cx.session.project().letter(id));
    let table = &shown.figures;
    padded_ui(ui, TITLE, PADDING, |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        label_ui(ui, "Figures", Face::GroupTitle, theme.ink);
        words_cut_ui(ui, counts(table, &letters), Face::Meta, theme.ink3);
        let mut has_others = !state.has_no_others;
        let words = "Compare with the other articles";
        let width = line_of_text(ui, words, Face::Dense, theme.ink).size().x + CHECK_BOX;
        let row = ui.max_rect();
        let place = row.with_min_x((row.right() - PADDING - width).max(ui.min_rect().right() + 10.0));
        cell_ui(ui, place, |ui| check_box_ui(ui, words, words, &mut has_others));
        state.has_no_others = !has_others;
    });
    if table.rows.is_empty() {
        padded_ui(ui, ROW, PADDING, |ui| label_ui(ui, "No figures in these two articles.", Face::Dense, theme.ink2));
        return;
    }
    let columns = columns();
    headings_ui(ui, &columns, &letters);
    let heights = Heights::new(table.rows.iter().map(|_| ROW));
    lines_ui(ui, Lines { id: "compared figures", heights: &heights, reveal: None }, |ui, at, rect| {
        if let Some(row) = table.rows.get(at) {
            row_ui(ui, cx, (rect, at, &columns), (row, &letters));
        }
    });
}

/// `5 in both, 5 only in B, 6 only in E`.
fn counts(table: &FigureTable, letters: &[String; 2]) -> String {
    let (both, one, other) = table.counts;
    format!("{both} in both, {one} only in {}, {other} only in {}", letters[0], letters[1])
}

/// Room that one more figure of another article needs with its letter, points.
const LEAST: f32 = 52.0;

fn columns() -> [Column; 5] {
    [
        Column::rest("Measured"),
        Column::of("", 192.0),
        Column::of("", 192.0),
        Column::of("Others", 192.0).narrow(2, 0.0),
        Column::of("Finding", 192.0).narrow(1, 120.0),
    ]
}

fn headings_ui(ui: &mut Ui, columns: &[Column], letters: &[String; 2]) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADINGS), Sense::hover());
    for (at, (column, cell)) in columns.iter().zip(cells(columns, rect, PADDING)).enumerate() {
        let word = match at {
            1 => letters[0].as_str(),
            2 => letters[1].as_str(),
            _ => column.heading,
        };
        cell_text(ui, cell, word, (Face::Meta, theme.ink3));
    }
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, (rect, at, columns): (Rect, usize, &[Column]), (row, letters): (&FigureRow, &[String; 2])) {
    let theme = Theme::of(ui.ctx());
    let click = row_ground_ui(ui, rect, ("figure", at), (&spoken(row, letters), false));
    let cells = cells(columns, rect, PADDING);
    let [measured, one, other, others, finding] = cells.as_slice() else { return };
    let room = |cell: &Rect| cell.with_max_x(cell.right() - 8.0);
    let (face, ink) = if row.is_said { (Face::DenseStrong, theme.ink) } else { (Face::Dense, theme.ink2) };
    let words = if row.measured.is_empty() { "–" } else { &row.measured };
    cell_text(ui, room(measured), words, (face, ink));
    for (place, cell) in [(one, &row.one), (other, &row.other)] {
        match cell {
            Some(cell) => cell_ui(ui, room(place), |ui| figure_ui(ui, cell)),
            None => cell_text(ui, *place, "–", (Face::Dense, theme.ink3)),
        }
    }
    if others.width() > 8.0 {
        cell_ui(ui, room(others), |ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            for (nth, (letter, cell)) in row.others.iter().enumerate() {
                // What has no room is told by the finding and to a screen reader.
                if nth > 0 && ui.available_width() < LEAST {
                    break;
                }
                letter_badge_ui(ui, letter, Badge::Small);
                figure_ui(ui, cell);
            }
        });
    }
    let (icon, ink) = match (row.finding.is_warning, row.one.is_some() && row.other.is_some()) {
        (true, _) => (Icon::TriangleAlert, theme.warn),
        (_, true) => (Icon::Check, theme.ink2),
        _ => (Icon::Minus, theme.ink3),
    };
    cell_sign(ui, *finding, (icon, &row.finding.words), ink);
    if click.opens
        && let Some((document, span)) = row.one.as_ref().or(row.other.as_ref()).map(|cell| cell.place)
    {
        cx.send(Command::ShowPlace { document, span });
    }
}

fn figure_ui(ui: &mut Ui, cell: &Cell) {
    let theme = Theme::of(ui.ctx());
    let lane = [(0..cell.words.len(), Emphasis::NumberLane(theme.num))];
    quote_ui(ui, &Quote::new(&cell.words, TextStyle::serif(14.0, 19.0), theme.ink).rows(1).emphasis(&lane));
}

fn spoken(row: &FigureRow, letters: &[String; 2]) -> String {
    let side = |letter: &str, cell: &Option<Cell>| {
        cell.as_ref().map_or_else(|| format!("{letter} nothing"), |cell| format!("{letter} {}", cell.words))
    };
    let others: Vec<String> = row.others.iter().map(|(letter, cell)| format!(", {letter} {}", cell.words)).collect();
    let measured = if row.measured.is_empty() { "Figure" } else { &row.measured };
    let (one, other) = (side(&letters[0], &row.one), side(&letters[1], &row.other));
    format!("{measured}: {one}, {other}{}. {}", others.concat(), row.finding.words)
}
