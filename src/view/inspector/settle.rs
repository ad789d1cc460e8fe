//! Status and rating of a claim, and the reason that a rating needs.

use egui::{Frame, Margin, Rect, Ui, Vec2};

use super::part;
use super::rows::claim::ClaimRows;
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::model::claim::{Rating, Scale, Status};
use crate::view::Cx;
use crate::view::field::area_ui;
use crate::view::sign::status_icon;
use crate::view::wording::when;
use crate::widget::field::TextField;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::{Face, StatusButton, Theme, rating_scale_ui, section_ui, section_with_ui, status_grid_ui};

/// Narrower than this, three buttons in a row have no room for their keys, points.
const LEAST_FOR_THREE: f32 = 310.0;

/// Draws status, rating and reason.
pub(super) fn settle_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    let (since, by) = &rows.since;
    let told = if by.is_empty() { String::new() } else { format!("{by}, {}", when(*since, cx.now)) };
    section_ui(ui, "Status", &told);
    status_ui(ui, cx, rows);
    rating_head_ui(ui, cx, rows);
    rating_ui(ui, cx, rows);
    if let Some(rating) = &rows.rating {
        reason_ui(ui, cx, (rows, rating));
    }
    for other in &rows.other_ratings {
        let muted = Theme::of(ui.ctx()).ink2;
        ui.add_space(4.0);
        words_ui(ui, other, (Face::Note, Face::Note.row()), muted);
    }
    part::warnings_ui(ui, cx, &rows.settling);
}

fn status_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    let keys = Status::ALL.map(|status| cx.key(Action::SetStatus(status)));
    let buttons: Vec<_> = Status::ALL
        .iter()
        .zip(&keys)
        .map(|(status, key)| StatusButton { icon: status_icon(*status), word: status.word(), key, is_chosen: *status == rows.status })
        .collect();
    let clicked = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let columns = if ui.available_width() < LEAST_FOR_THREE { 2 } else { 3 };
        status_grid_ui(ui, &buttons, columns)
    });
    if let Some(status) = clicked.inner.and_then(|nth| Status::ALL.get(nth)) {
        cx.send(Command::SetStatus(rows.id, *status));
    }
}

fn rating_head_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    let keys: Vec<String> = (1..=rows.scale.values.len().min(Scale::MOST_VALUES) as u8).map(|nth| cx.key(Action::Rate(nth))).collect();
    let keys = keys_words(&keys);
    section_with_ui(ui, "Rating", |ui| {
        let muted = Theme::of(ui.ctx()).ink3;
        if rows.rating.is_some() {
            if part::section_act_ui(ui, "clear", "Clear the rating") {
                cx.send(Command::Rate(rows.id, None));
            }
        } else {
            label_ui(ui, keys, Face::Meta, muted);
        }
    });
}

/// The keys that rate: `keys 1–5` while they are these, each of them once the checker has changed one.
fn keys_words(keys: &[String]) -> String {
    let is_row = keys.len() > 2 && keys.iter().zip(1..).all(|(key, nth)| *key == format!("{nth}"));
    if is_row { format!("keys 1–{}", keys.len()) } else { format!("keys {}", keys.join(" ")).trim_end().to_owned() }
}

fn rating_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    let scale: Vec<(u8, &str)> = rows.scale.values.iter().map(|value| (value.place.value(), value.word.as_str())).collect();
    if let Some(nth) = rating_scale_ui(ui, &scale, rows.rated) {
        cx.send(Command::Rate(rows.id, u8::try_from(nth + 1).ok()));
    }
    if let Some(outdated) = &rows.outdated {
        let muted = Theme::of(ui.ctx()).ink2;
        words_ui(ui, outdated, (Face::Note, Face::Note.row()), muted);
    }
}

/// The reason stands beside a bar in the colour of the rating.
fn reason_ui(ui: &mut Ui, cx: &mut Cx<'_>, (rows, rating): (&ClaimRows, &Rating)) {
    ui.add_space(6.0);
    let shown = Frame::NONE.inner_margin(Margin { left: 10, ..Margin::ZERO }).show(ui, |ui| {
        let look = TextField::new("Reason for the rating").hint("Why is it rated so?").least_rows(1).quiet();
        area_ui(ui, cx, Field::RatingReason(rows.id), look, &rating.reason);
        if let Some(lack) = &rows.rating_lack {
            let warn = Theme::of(ui.ctx()).warn;
            label_ui(ui, lack, Face::Note, warn);
        }
    });
    let (colour, _) = Theme::of(ui.ctx()).rating(rating.grade.value());
    let bar = Rect::from_min_size(shown.response.rect.min, Vec2::new(2.0, shown.response.rect.height()));
    ui.painter().rect_filled(bar, 0.0, colour);
}
