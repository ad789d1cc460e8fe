//! The left panel of the Claims view: filters by name, those of the project among them, and what a filter can ask for.

use egui::{Align, Layout, Rect, Role, Sense, Ui, Vec2};

use super::rows::{USUAL, counts};
use super::{MINUTE_MS, QueueState};
use crate::command::Command;
use crate::session::queue::{Filter, TERMS};
use crate::view::Cx;
use crate::view::table::{cell_text, inset_ui, padded_ui};
use crate::widget::line::{label_ui, said_ui, words_ui};
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at};
use crate::widget::{
    Face, Icon, IconButton, Spoken, TextField, Theme, follow_focus_ui, hairline_ui, icon_button_ui, link_button_ui, text_field_ui,
};

const LEFT_ROW: f32 = 28.0;
const PADDING: f32 = 12.0;

/// Draws the left panel.
pub fn queue_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut QueueState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    padded_ui(ui, 36.0, PADDING, |ui| {
        said_ui(ui, "Claims", Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label_ui(ui, cx.session.project().claims().len().to_string(), Face::Meta, theme.ink3);
        });
    });
    let counted = state.counts.get(cx.session, cx.now.epoch_ms / MINUTE_MS, || counts(cx.session, cx.now));
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        for (at, (name, query, count)) in counted.iter().enumerate() {
            if at == USUAL.len() {
                ui.add_space(8.0);
                hairline_ui(ui);
                padded_ui(ui, 28.0, PADDING, |ui| said_ui(ui, "Saved", Face::SectionHead, theme.ink3));
            }
            row_ui(ui, cx, state, (name, query, *count), at >= USUAL.len());
        }
        save_ui(ui, cx, state);
        hairline_ui(ui);
        help_ui(ui);
        follow_focus_ui(ui);
    });
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut QueueState, (name, query, count): (&str, &str, Option<usize>), is_saved: bool) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LEFT_ROW), Sense::click());
    let is_on = state.typed.trim() == query;
    if is_on {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let face = if is_on { Face::DenseStrong } else { Face::Dense };
    let number = count.map_or_else(|| "?".to_owned(), |count| count.to_string());
    let line = line_of_text(ui, &number, face, theme.ink3);
    let room = if is_saved { 26.0 } else { 0.0 };
    let number_left = rect.right() - PADDING - room - line.size().x;
    paint_line_at(ui.painter(), (number_left, rect.center().y), line, theme.ink3);
    let words = Rect::from_x_y_ranges(rect.left() + PADDING..=number_left - 8.0, rect.y_range());
    cell_text(ui, words, name, (face, theme.ink));
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("{name}, {number}")).on(is_on).tell(&response);
    if response.clicked() {
        query.clone_into(&mut state.typed);
        state.chosen.clear();
    }
    if is_saved {
        let corner = Rect::from_center_size(egui::pos2(rect.right() - PADDING - 8.0, rect.center().y), Vec2::splat(24.0));
        let label = format!("Forget the filter {name}");
        let mut button_ui = ui.new_child(egui::UiBuilder::new().max_rect(corner));
        if icon_button_ui(&mut button_ui, IconButton::new(Icon::X, &label).icon_size(12.0)).clicked() {
            cx.send(Command::RemoveFilter(name.to_owned()));
        }
    }
}

/// Keeps the filter as it stands under a name.
fn save_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut QueueState) {
    let typed = state.typed.trim().to_owned();
    let is_known =
        USUAL.iter().any(|(_, query)| *query == typed) || cx.session.project().house().filters.iter().any(|one| one.query == typed);
    if is_known || Filter::parse(&typed).is_err() {
        state.naming = None;
        ui.add_space(8.0);
        return;
    }
    match &mut state.naming {
        None => {
            padded_ui(ui, 34.0, PADDING, |ui| {
                if link_button_ui(ui, "keep this filter", "Keep this filter under a name").clicked() {
                    state.naming = Some(String::new());
                }
            });
        }
        Some(name) => {
            let response =
                padded_ui(ui, 40.0, PADDING, |ui| text_field_ui(ui, TextField::new("Name of the filter").hint("Name, then Enter"), name));
            if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) && !name.trim().is_empty() {
                cx.send(Command::SaveFilter { name: name.trim().to_owned(), query: typed });
                state.naming = None;
            } else if !response.has_focus() && !response.lost_focus() && name.is_empty() {
                response.request_focus();
            }
        }
    }
}

/// What a filter can ask for.
fn help_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    inset_ui(ui, PADDING, |ui| {
        said_ui(ui, "What a filter can ask for", Face::SectionHead, theme.ink3);
        ui.add_space(3.0);
        for (term, takes) in TERMS {
            words_ui(ui, format!("{term} {takes}"), (Face::Meta, 16.0), theme.ink2);
        }
        ui.add_space(3.0);
        words_ui(ui, "Commas are “or”, a minus before a word is “not”.", (Face::Meta, 16.0), theme.ink3);
    });
    ui.add_space(10.0);
}
