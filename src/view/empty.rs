//! What stands in a table that has nothing to show: how to begin, or that a filter left nothing.

use egui::Ui;

use crate::widget::line::{label_ui, words_ui};
use crate::widget::{Face, Theme, link_button_ui};

const PADDING: f32 = 14.0;

/// Draws words where there is nothing yet.
pub fn nothing_ui(ui: &mut Ui, words: &str) {
    let ink = Theme::of(ui.ctx()).ink2;
    ui.add_space(22.0);
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        words_ui(ui, words, (Face::Interface, Face::Interface.row()), ink);
    });
}

/// Draws words where a filter leaves nothing; true when it is to be cleared.
pub fn filtered_out_ui(ui: &mut Ui, words: &str) -> bool {
    let ink = Theme::of(ui.ctx()).ink2;
    ui.add_space(18.0);
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        label_ui(ui, words, Face::Interface, ink);
        link_button_ui(ui, "Clear the filter", "Clear the filter").clicked()
    })
    .inner
}
