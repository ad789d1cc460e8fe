//! Key caps: the small boxes that tell which key does what.

use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::access::Spoken;
use super::paint::{line_in_style, paint_line_in};
use super::theme::Theme;
use super::typeset::TextStyle;

/// Height of a cap, points.
pub const HEIGHT: f32 = 17.0;
const PADDING: f32 = 5.0;
const RADIUS: f32 = 3.0;
/// Size and row height of the smallest text that there is, points.
pub(super) const SMALLEST: (f32, f32) = (11.5, 15.0);

/// Draws one box with a key or a chord as it is written on screen: `C`, `Ctrl K`.
pub fn key_cap_ui(ui: &mut Ui, keys: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let (size, row) = SMALLEST;
    let line = line_in_style(ui, keys, TextStyle::sans(size, row), theme.ink2);
    // A single narrow letter still gets a box about as wide as high, so that a column of caps looks even.
    let width = (line.size().x + 2.0 * PADDING).ceil().max(HEIGHT);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::hover());
    if ui.is_rect_visible(rect) {
        let border = Stroke::new(1.0, theme.line2);
        ui.painter().rect(rect, RADIUS, theme.field, border, StrokeKind::Inside);
        paint_line_in(ui.painter(), rect, line, theme.ink2);
    }
    Spoken::new(Role::Label, keys).tell(&response);
    response
}
