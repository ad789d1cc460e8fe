//! The small outlined bar that tells how much of something is settled.

use egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::theme::Theme;

const HEIGHT: f32 = 6.0;
const RADIUS: f32 = 3.0;

/// Draws a bar `width` points wide, filled for `share` (0 to 1). `name` tells a screen reader what it counts.
pub fn progress_ui(ui: &mut Ui, name: &str, share: f32, width: f32) -> Response {
    let theme = Theme::of(ui.ctx());
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::hover());
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        painter.rect_filled(rect, RADIUS, theme.field);
        let done = Rect::from_min_size(rect.min, Vec2::new((rect.width() * share).round(), HEIGHT));
        // Clipping a full bar keeps its left end round and its right end straight at any share.
        let clip = done.intersect(ui.clip_rect());
        painter.with_clip_rect(clip).rect_filled(rect, RADIUS, theme.ink2);
        painter.rect_stroke(rect, RADIUS, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    }
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share));
        info
    });
    response
}
