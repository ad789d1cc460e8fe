//! Hairlines: decoration that parts groups; nothing depends on seeing them.

use egui::{Sense, Stroke, Ui, Vec2};

use super::theme::Theme;

/// Draws a hairline across the available width and takes up one point of height.
pub fn hairline_ui(ui: &mut Ui) {
    let size = Vec2::new(ui.available_width(), 1.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let line = Theme::of(ui.ctx()).line;
    ui.painter().rect_filled(rect, 0.0, line);
}

/// Draws an upright hairline of `height` points between groups of a bar.
pub fn upright_hairline_ui(ui: &mut Ui, height: f32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(1.0, height), Sense::hover());
    let stroke = Stroke::new(1.0, Theme::of(ui.ctx()).line);
    ui.painter().vline(rect.center().x, rect.y_range(), stroke);
}
