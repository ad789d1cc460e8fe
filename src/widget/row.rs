//! Rows of a list: a ground that answers the pointer, and the ink bar of the selected one.

use egui::{Align, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2};

use super::access::Spoken;
use super::paint::paint_focus_around;
use super::theme::Theme;

const BAR: f32 = 3.0;

/// A row of a list.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What a screen reader calls the row.
    pub name: &'a str,
    /// Height in points, 24 to 28 for one line.
    pub height: f32,
    /// Room at the left and right of the contents, points.
    pub padding: f32,
    /// Whether it is the selected one: a darker ground and an ink bar at its left.
    pub is_selected: bool,
}

/// Draws a row across the available width and its contents from left to right. The response is the whole row's.
pub fn row_ui<R>(ui: &mut Ui, row: Row<'_>, contents: impl FnOnce(&mut Ui) -> R) -> (Response, R) {
    let theme = Theme::of(ui.ctx());
    let size = Vec2::new(ui.available_width(), row.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if row.is_selected {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        let bar = Rect::from_min_size(rect.min, Vec2::new(BAR, rect.height()));
        ui.painter().rect_filled(bar, 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    Spoken::new(Role::ListItem, row.name).on(row.is_selected).tell(&response);
    let builder = UiBuilder::new().max_rect(rect.shrink2(Vec2::new(row.padding, 0.0))).layout(Layout::left_to_right(Align::Center));
    let inner = contents(&mut ui.new_child(builder));
    paint_focus_around(ui, &response, rect.shrink(4.0), 0.0);
    (response, inner)
}
