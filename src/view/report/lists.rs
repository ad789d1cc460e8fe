//! The lists of the report: contradictions, open questions, corrections, articles, method, hashes.

use std::ops::Range;

use egui::{Color32, Rect, Role, Sense, Ui, Vec2};

use super::tables::quote_cell_ui;
use crate::lint::worked_out::Verdict;
use crate::model::claim::correction::Piece;
use crate::model::id::ClaimId;
use crate::report::{AnnotatedArticle, ChangeRow, Contradiction, GroupFigures, HashRow, HistoryRow, Question, Report, Side, Working};
use crate::view::sign::status_icon;
use crate::view::table::{Column, cell_sign, cell_text, cell_ui, cells};
use crate::view::wording::count;
use crate::widget::line::Line;
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Face, Icon, Spoken, Theme, letter_badge_ui, paint_icon};

/// A button across the table that brings the rest of the claims.
pub(super) fn more_claims_ui(ui: &mut Ui, more: usize, rect: Rect) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with("more claims"), Sense::click());
    ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, theme.line);
    let words = format!("{more} more claims");
    let colour = if response.hovered() { theme.ink } else { theme.ink3 };
    let line = line_of_text(ui, &words, Face::Dense, colour);
    let end = rect.left() + 44.0 + line.size().x;
    paint_line_at(ui.painter(), (rect.left() + 44.0, rect.center().y), line, colour);
    paint_icon(ui.painter(), Icon::ChevronDown, egui::pos2(end + 10.0, rect.center().y), 13.0, colour);
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("Show {words}")).tell(&response);
    response.clicked()
}

/// Draws two claims side by side; gives the second one when it was clicked (the row itself leads to the first).
pub(super) fn contradiction_ui(ui: &mut Ui, row: &Contradiction, rect: Rect) -> Option<ClaimId> {
    let theme = Theme::of(ui.ctx());
    let upper = rect.with_max_y(rect.top() + 30.0);
    let middle = rect.center().x;
    side_ui(ui, &row.one, upper.with_max_x(middle - 20.0));
    paint_icon(ui.painter(), Icon::EqualNot, egui::pos2(middle, upper.center().y), 15.0, theme.warn);
    let other = upper.with_min_x(middle + 20.0);
    let response = ui.interact(other, ui.scope_id().with(("against", row.one.claim.claim, row.other.claim.claim)), Sense::CLICK);
    if response.hovered() {
        ui.painter().rect_filled(other.shrink2(Vec2::new(0.0, 1.0)), 0.0, theme.hover);
    }
    side_ui(ui, &row.other, other);
    Spoken::new(Role::ListItem, &format!("{} {}", row.other.claim.label, row.other.quote)).tell(&response);
    if !row.note.is_empty() {
        let lower = rect.with_min_y(upper.bottom() - 4.0).with_min_x(rect.left() + 44.0);
        cell_text(ui, lower, &row.note, (Face::Dense, theme.ink2));
    }
    response.clicked().then_some(row.other.claim.claim)
}

fn side_ui(ui: &mut Ui, side: &Side, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    cell_text(ui, rect.with_max_x(rect.left() + 44.0), &side.claim.label, (Face::DenseStrong, theme.ink));
    let (quote, status) = rect.with_min_x(rect.left() + 44.0).split_left_right_at_x(rect.right() - 22.0);
    quote_cell_ui(ui, quote, &side.quote);
    paint_icon(ui.painter(), status_icon(side.status), egui::pos2(status.right() - 8.0, status.center().y), 13.0, theme.ink2);
}

const QUESTIONS: [Column; 4] = [Column::of("", 44.0), Column::of("", 250.0), Column::rest(""), Column::of("", 158.0)];

pub(super) fn question_ui(ui: &mut Ui, row: &Question, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&QUESTIONS, rect, 0.0);
    let [label, quote, note, since] = cells.as_slice() else { return };
    cell_text(ui, *label, &row.claim.label, (Face::DenseStrong, theme.ink));
    quote_cell_ui(ui, quote.with_max_x(quote.right() - 12.0), &row.quote);
    let (icon, words) = (status_icon(row.status), if row.note.is_empty() { row.status.word() } else { row.note.as_str() });
    cell_sign(ui, note.with_max_x(note.right() - 12.0), (icon, words), theme.ink);
    let line = line_of_text(ui, &format!("since {}", row.since), Face::Meta, theme.ink3);
    paint_line_at(ui.painter(), (since.right() - line.size().x, since.center().y), line, theme.ink3);
}

const CHANGES: [Column; 3] = [Column::of("", 44.0), Column::rest(""), Column::of("", 150.0)];

/// Old and new wording in one run of words: what goes is struck, what comes is bold.
pub(super) fn change_ui(ui: &mut Ui, row: &ChangeRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&CHANGES, rect, 0.0);
    let [label, words, status] = cells.as_slice() else { return };
    let first = |cell: &Rect| cell.with_max_y(cell.top() + 28.0);
    cell_text(ui, first(label), &row.claim.label, (Face::DenseStrong, theme.ink));
    let (text, parts) = difference(row, theme.warn);
    let room = Rect::from_min_max(words.min + Vec2::new(0.0, 5.0), words.max - Vec2::new(12.0, 0.0));
    cell_top_ui(ui, room, |ui| {
        let emphasis: Vec<_> = parts.iter().map(|(range, emphasis)| (range.clone(), *emphasis)).collect();
        quote_ui(ui, &Quote::new(&text, TextStyle::serif(14.0, 19.0), theme.ink).rows(2).emphasis(&emphasis));
    });
    cell_sign(ui, first(status), (status_icon(row.status), row.status.word()), theme.ink);
    let places: Vec<_> = row.places.iter().map(|place| place.words.as_str()).collect();
    let below = status.with_min_y(status.top() + 23.0);
    cell_text(ui, below, &places.join(", "), (Face::Meta, theme.ink3));
}

fn cell_top_ui<R>(ui: &mut Ui, cell: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    contents(&mut ui.new_child(egui::UiBuilder::new().max_rect(cell)))
}

/// The words of both wordings in order, with what is struck and what is added.
fn difference(row: &ChangeRow, struck: Color32) -> (String, Vec<(Range<usize>, Emphasis)>) {
    let mut text = String::new();
    let mut parts = Vec::new();
    for piece in &row.pieces {
        let start = text.len();
        match piece {
            Piece::Kept(words) => text.push_str(words),
            Piece::Struck(words) => {
                text.push_str(words);
                parts.push((start..text.len(), Emphasis::Strike(struck)));
            }
            Piece::Added(words) => {
                // Struck and added words would run together.
                let gap = if text.is_empty() || text.ends_with(' ') { 0 } else { 1 };
                text.extend(std::iter::repeat_n(' ', gap));
                text.push_str(words);
                parts.push((start + gap..text.len(), Emphasis::Semibold));
            }
        }
    }
    (text, parts)
}

pub(super) fn article_ui(ui: &mut Ui, article: &AnnotatedArticle, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let (letter, rest) = rect.split_left_right_at_x(rect.left() + 26.0);
    cell_ui(ui, letter, |ui| letter_badge_ui(ui, &article.letter, Badge::Small));
    let remark = format!("{}, {}", count(article.marks.len(), "mark"), count(article.notes.len(), "note"));
    let line = line_of_text(ui, &remark, Face::Meta, theme.ink3);
    let left = rest.right() - line.size().x;
    paint_line_at(ui.painter(), (left, rest.center().y), line, theme.ink3);
    cell_text(ui, rest.with_max_x(left - 12.0), &article.title, (Face::Dense, theme.ink));
}

/// A paragraph of the report's own words, laid out in `room` points.
pub(super) fn paragraph(ui: &Ui, words: &str, room: f32, color: Color32) -> Line {
    let style = TextStyle { row_height_pt: 18.0, ..Face::Dense.style() };
    Line::rows(ui.ctx(), words, style, (color, room, None))
}

pub(super) fn method_ui(ui: &mut Ui, words: &str, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let lines = paragraph(ui, words, rect.width(), theme.ink2);
    lines.paint(ui.painter(), rect.min, theme.ink2);
    let response = ui.interact(rect, ui.scope_id().with(("method", words)), Sense::hover());
    Spoken::new(Role::Label, words).tell(&response);
}

pub(super) fn hash_ui(ui: &mut Ui, row: &HashRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let (letter, rest) = rect.split_left_right_at_x(rect.left() + 26.0);
    cell_ui(ui, letter, |ui| letter_badge_ui(ui, &row.letter, Badge::Small));
    let line = line_of_text(ui, &row.hash, Face::Meta, theme.ink2);
    let left = (rest.right() - line.size().x).max(rest.left() + 120.0);
    cell_text(ui, rest.with_max_x(left - 12.0), &row.title, (Face::Dense, theme.ink));
    cell_text(ui, rest.with_min_x(left), &row.hash, (Face::Meta, theme.ink2));
}

const GROUP: [Column; 2] = [Column::of("", 250.0), Column::rest("")];

/// Figures of the same that disagree: what they measure, and what they say together.
pub(super) fn group_ui(ui: &mut Ui, group: &GroupFigures, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&GROUP, rect, 0.0);
    let [name, verdict] = cells.as_slice() else { return };
    cell_text(ui, name.with_max_x(name.right() - 12.0), &group.name, (Face::DenseStrong, theme.ink));
    cell_sign(ui, *verdict, (Icon::EqualNot, &group.verdict), theme.warn);
}

const WORKING: [Column; 4] = [Column::of("", 120.0), Column::of("", 300.0), Column::rest(""), Column::of("", 80.0)];

/// Something that was worked out again: whether it holds, the sum, what is written, and where.
pub(super) fn working_ui(ui: &mut Ui, (report, row): (&Report, &Working), rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&WORKING, rect, 0.0);
    let [verdict, equation, words, place] = cells.as_slice() else { return };
    let (icon, colour) = match row.verdict {
        Verdict::Holds => (Icon::Check, theme.ok),
        Verdict::Fails => (Icon::X, theme.warn),
        Verdict::Open => (Icon::CircleQuestionMark, theme.ink2),
    };
    cell_sign(ui, *verdict, (icon, &row.verdict_in(report.language())), colour);
    quote_cell_ui(ui, equation.with_max_x(equation.right() - 12.0), &row.equation);
    cell_text(ui, words.with_max_x(words.right() - 12.0), &row.words, (Face::Dense, theme.ink2));
    cell_text(ui, *place, &row.place, (Face::Meta, theme.ink3));
}

const PAST: [Column; 4] = [Column::of("", 158.0), Column::of("", 70.0), Column::rest(""), Column::of("", 300.0)];

/// A change of the history: when, who, of what, and what became of it.
pub(super) fn past_ui(ui: &mut Ui, row: &HistoryRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&PAST, rect, 0.0);
    let [at, by, subject, change] = cells.as_slice() else { return };
    cell_text(ui, *at, &row.at, (Face::Meta, theme.ink3));
    cell_text(ui, by.with_max_x(by.right() - 8.0), &row.by, (Face::Dense, theme.ink2));
    let label = row.claim.as_ref().map_or("", |claim| claim.label.as_str());
    let (left, words) = subject.split_left_right_at_x(subject.left() + 44.0);
    cell_text(ui, left, label, (Face::DenseStrong, theme.ink));
    quote_cell_ui(ui, words.with_max_x(words.right() - 12.0), &row.subject);
    let [before, after] = [&row.before, &row.after].map(|value| if value.is_empty() { "–" } else { value.as_str() });
    cell_text(ui, *change, &format!("{}: {before} → {after}", row.field), (Face::Dense, theme.ink2));
}
