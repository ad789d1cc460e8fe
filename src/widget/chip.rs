//! Filter chips: rounded words that narrow a list, with the number of rows they leave.

use egui::{Response, Role, Sense, Ui, Vec2};

use super::access::Spoken;
use super::paint::{Skin, line_in_style, paint_focus_around, paint_line_at};
use super::style::HIT;
use super::theme::Theme;
use super::typeset::TextStyle;

const RADIUS: f32 = 12.0;
const PADDING: f32 = 10.0;
const GAP: f32 = 4.0;

/// One filter.
#[derive(Clone, Copy, Debug)]
pub struct Chip<'a> {
    /// What it leaves in the list.
    pub word: &'a str,
    /// How many rows that are.
    pub count: Option<usize>,
    /// Whether it is the filter in force.
    pub is_on: bool,
}

/// Draws a filter chip, ink-filled when it is on.
pub fn chip_ui(ui: &mut Ui, chip: Chip<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let unset = egui::Color32::PLACEHOLDER;
    let count = chip.count.map(|count| count.to_string());
    let word = line_in_style(ui, chip.word, TextStyle::sans(12.5, 16.0), unset);
    let count = count.map(|count| line_in_style(ui, &count, TextStyle::sans(12.5, 16.0).semibold(), unset));
    let extra = count.as_ref().map_or(0.0, |count| GAP + count.size().x);
    let size = Vec2::new((word.size().x + extra + 2.0 * PADDING).ceil(), HIT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        let skin = Skin::of(&theme, &response, chip.is_on);
        skin.paint(ui.painter(), rect, RADIUS);
        let after = rect.left() + PADDING + word.size().x + GAP;
        paint_line_at(ui.painter(), (rect.left() + PADDING, rect.center().y), word, skin.text);
        if let Some(count) = count {
            paint_line_at(ui.painter(), (after, rect.center().y), count, skin.text);
        }
        paint_focus_around(ui, &response, rect, RADIUS);
    }
    Spoken::new(Role::Button, chip.word).on(chip.is_on).tell(&response);
    response
}
