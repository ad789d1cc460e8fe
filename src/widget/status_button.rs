//! The buttons that set a status or another one-of-several choice: icon, word and key; the chosen one is filled.

use egui::{Color32, Pos2, Response, Role, Sense, Ui, Vec2};

use super::access::Spoken;
use super::font::{self, Face};
use super::icon::{Icon, paint_icon};
use super::key::SMALLEST;
use super::paint::{Skin, line_in_font, line_of_text, paint_focus, paint_line_at};
use super::style::RADIUS;
use super::theme::Theme;

const HEIGHT: f32 = 26.0;
const PADDING: f32 = 9.0;
const ICON: f32 = 14.0;
const GAP: f32 = 5.0;

/// One choice of several.
#[derive(Clone, Copy, Debug)]
pub struct StatusButton<'a> {
    /// Shape that stands for the choice.
    pub icon: Icon,
    /// Its word.
    pub word: &'a str,
    /// The key that chooses it.
    pub key: &'a str,
    /// Whether it is the present choice.
    pub is_chosen: bool,
}

/// Draws a choice `width` points wide, so that a grid of them lines up.
pub fn status_button_ui(ui: &mut Ui, button: StatusButton<'_>, width: f32) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
    if ui.is_rect_visible(rect) {
        let skin = Skin::of(&theme, &response, button.is_chosen);
        skin.paint(ui.painter(), rect, f32::from(RADIUS));
        let middle = rect.center().y;
        let left = rect.left() + PADDING;
        paint_icon(ui.painter(), button.icon, Pos2::new(left + ICON / 2.0, middle), ICON, skin.text);
        let face = if button.is_chosen { Face::DenseStrong } else { Face::Dense };
        let word = line_of_text(ui, button.word, face, Color32::PLACEHOLDER);
        paint_line_at(ui.painter(), (left + ICON + GAP, middle), word, skin.text);
        let (size, row) = SMALLEST;
        let key = line_in_font(ui, button.key, (font::sans(size), row), Color32::PLACEHOLDER);
        let key_left = rect.right() - PADDING - key.size().x;
        paint_line_at(ui.painter(), (key_left, middle), key, skin.text.gamma_multiply(0.8));
        paint_focus(ui, &response);
    }
    Spoken::new(Role::RadioButton, button.word).on(button.is_chosen).key(Some(button.key)).tell(&response);
    response
}
