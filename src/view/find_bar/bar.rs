//! The slim bar over the page for the article shown.

use egui::{Align, Layout, Rect, Ui, Vec2};

use super::controls::{field_ui, place_words, steps_ui, toggles_ui, trouble_ui};
use super::{FindState, PADDING};
use crate::view::Cx;
use crate::widget::line::label_ui;
use crate::widget::{Face, Icon, IconButton, Theme, hairline_ui, icon_button_ui, icon_ui};

const BAR: f32 = 40.0;

/// Draws the bar across the available width, 40 high, while it is open: field, toggles, place among the hits, steps, close.
pub fn find_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    if state.is_bar_open {
        ui.scope(|ui| bar_ui(ui, cx, state));
    }
}

fn bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), BAR));
    ui.painter().rect_filled(room, 0.0, theme.paper);
    let mut should_close = false;
    ui.allocate_ui_with_layout(room.size(), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room.size());
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_space(PADDING);
        icon_ui(ui, Icon::Search, 15.0, theme.ink2);
        ui.add_space(2.0);
        let width = (ui.available_width() - 330.0).clamp(120.0, 320.0);
        should_close = field_ui(ui, cx, state, width);
        toggles_ui(ui, state);
        ui.add_space(8.0);
        label_ui(ui, place_words(cx.session, state), Face::Dense, theme.ink2);
        steps_ui(ui, cx);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING - 5.0);
            should_close |= icon_button_ui(ui, IconButton::new(Icon::X, "Close the search").key("Esc")).clicked();
        });
    });
    trouble_ui(ui, cx.session, state, PADDING);
    hairline_ui(ui);
    state.send_if_due(cx);
    if should_close {
        state.close(cx);
    }
}
