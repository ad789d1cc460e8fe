//! The history of a record, newest first.

use egui::Ui;

use super::InspectorState;
use super::rows::history::HistoryRow;
use crate::model::annotation::Mention;
use crate::view::Cx;
use crate::view::wording::{count, date_and_clock, when};
use crate::widget::line::{HoverWords, label_ui, said_ui, words_ui};
use crate::widget::{Face, Theme, link_button_ui, section_ui};

/// Rows shown until the whole history is asked for.
const FIRST: usize = 6;
/// Room for the time at the left, points.
const TIME: f32 = 46.0;

/// Draws the history; long ones end in a button that shows the rest.
pub(super) fn history_ui(ui: &mut Ui, cx: &Cx<'_>, (state, record): (&mut InspectorState, Mention), rows: &[HistoryRow]) {
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

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &HistoryRow) {
    let theme = Theme::of(ui.ctx());
    let response = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let time = label_ui(ui, when(row.at, cx.now), (Face::Meta, 17.0), theme.ink3);
        ui.add_space((TIME - time.rect.width()).max(6.0));
        words_ui(ui, &row.words, (Face::Meta, 17.0), theme.ink2);
    });
    response.response.on_hover_words(date_and_clock(row.at));
}
