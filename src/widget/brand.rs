//! The sign of the program: a tick over an underlined line, as a checker leaves it on paper.

use egui::{CornerRadius, Pos2, Rect, Sense, Stroke, Ui, Vec2};

use super::theme::Theme;

const SIDE: f32 = 22.0;

/// Draws the sign in a square of 22.
pub fn brand_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(SIDE), Sense::hover());
    let at = |x: f32, y: f32| Pos2::new(rect.left() + x, rect.top() + y);
    let painter = ui.painter();
    painter.rect_filled(rect.shrink(1.0), CornerRadius::same(4), theme.ink);
    let line = Rect::from_min_max(at(5.0, 15.0), at(17.0, 16.5));
    painter.rect_filled(line, 0.0, theme.paper);
    // The tick keeps the colour of an open claim's wash; on the bright square of the dark theme that is the darker one.
    let stroke = Stroke::new(2.6, theme.wash2);
    let tick = [at(6.0, 9.2), at(9.2, 12.5), at(16.0, 5.2)];
    for end in [tick[0], tick[2]] {
        painter.circle_filled(end, stroke.width / 2.0, stroke.color);
    }
    painter.line(tick.to_vec(), stroke);
}
