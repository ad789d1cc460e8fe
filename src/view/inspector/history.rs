//! The history of a record, newest first.

use egui::Ui;

use super::InspectorState;
use super::rows::history::HistoryRow;
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::view::Cx;
use crate::view::menu::{MenuRow, drop_down_ui, menu_row_ui};
use crate::view::wording::{count, date_and_clock, when};
use crate::widget::line::{HoverWords, label_ui, said_ui, words_ui};
use crate::widget::{Face, Icon, IconButton, Theme, icon_button_ui, link_button_ui, section_ui};

/// Rows shown until the whole history is asked for.
const FIRST: usize = 6;
/// Room for the time at the left, points.
const TIME: f32 = 46.0;

/// Draws the history; long ones end in a button that shows the rest.
pub(super) fn history_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, record): (&mut InspectorState, Mention), rows: &[HistoryRow]) {
    let remark = if rows.is_empty() { String::new() } else { count(rows.len(), "change") };
    section_ui(ui, "History", &remark);
    let theme = Theme::of(ui.ctx());
    if rows.is_empty() {
        said_ui(ui, "No changes yet.", Face::Meta, theme.ink3);
    }
    let is_whole = state.whole_history == Some(record);
    let shown = if is_whole { rows.len() } else { FIRST };
    for row in rows.iter().take(shown) {
        row_ui(ui, cx, row);
    }
    if rows.len() > shown {
        let words = format!("{} earlier", rows.len() - shown);
        if link_button_ui(ui, &words, "Show the whole history").clicked() {
            state.whole_history = Some(record);
        }
    }
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &HistoryRow) {
    let theme = Theme::of(ui.ctx());
    let response = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let time = label_ui(ui, when(row.at, cx.now), (Face::Meta, 17.0), theme.ink3);
        ui.add_space((TIME - time.rect.width()).max(6.0));
        if !row.restorable.is_empty() {
            // The way back stands at the right, so that the words keep their room.
            ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
                restore_ui(ui, cx, row);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::TOP), |ui| {
                    words_ui(ui, &row.words, (Face::Meta, 17.0), theme.ink2);
                });
            });
        } else {
            words_ui(ui, &row.words, (Face::Meta, 17.0), theme.ink2);
        }
    });
    response.response.on_hover_words(date_and_clock(row.at));
}

/// What stood in a field before this step, to be put back.
fn restore_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &HistoryRow) {
    let name = format!("Go back to before: {}", row.words);
    let button = icon_button_ui(ui, IconButton::new(Icon::Undo2, &name).icon_size(13.0));
    drop_down_ui(&button, |ui| {
        for (change, field) in &row.restorable {
            if menu_row_ui(ui, MenuRow::new(&format!("Restore the {field}")).icon(Icon::Undo2)) {
                cx.send(Command::Restore(*change));
            }
        }
    });
}
