//! The square that is ticked or not, with its word.

use egui::{Color32, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::access::Spoken;
use super::font::Face;
use super::icon::{Icon, paint_icon};
use super::paint::{line_of_text, paint_focus_around, paint_line_at};
use super::style::HIT;
use super::theme::Theme;

const SIDE: f32 = 16.0;
const RADIUS: f32 = 3.0;
const GAP: f32 = 8.0;

/// Draws a check box with its word, 24 high, and turns `is_ticked` over when clicked. With an empty word only the box is
/// drawn; `name` is spoken either way.
pub fn check_box_ui(ui: &mut Ui, name: &str, word: &str, is_ticked: &mut bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let line = line_of_text(ui, word, Face::Dense, Color32::PLACEHOLDER);
    let beside = if word.is_empty() { HIT - SIDE } else { GAP + line.size().x };
    let size = Vec2::new((SIDE + beside).ceil(), HIT);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *is_ticked = !*is_ticked;
        response.mark_changed();
    }
    if ui.is_rect_visible(rect) {
        let centre = Pos2::new(rect.left() + SIDE / 2.0, rect.center().y);
        let square = Rect::from_center_size(centre, Vec2::splat(SIDE));
        let is_pressed = response.is_pointer_button_down_on();
        let (fill, tick) = match (is_pressed, response.hovered()) {
            (true, _) => (theme.ink, theme.onink),
            (false, true) => (theme.hover, theme.ink),
            (false, false) => (theme.field, theme.ink),
        };
        let border = Stroke::new(1.5, theme.ink);
        ui.painter().rect(square, RADIUS, fill, border, StrokeKind::Inside);
        if *is_ticked {
            paint_icon(ui.painter(), Icon::Check, centre, 13.0, tick);
        }
        paint_line_at(ui.painter(), (square.right() + GAP, centre.y), line, theme.ink);
        paint_focus_around(ui, &response, square, RADIUS);
    }
    Spoken::new(Role::CheckBox, name).on(*is_ticked).tell(&response);
    response
}
