//! The buttons that set a status or another one-of-several choice: icon, word and key; the chosen one is filled.

use egui::{Color32, Pos2, Response, Role, Sense, Ui, Vec2};

use super::access::Spoken;
use super::font::Face;
use super::icon::{Icon, paint_icon};
use super::key::SMALLEST;
use super::paint::{Skin, line_in_style, line_of_text, paint_focus, paint_line_at};
use super::style::RADIUS;
use super::theme::Theme;
use super::typeset::TextStyle;

const HEIGHT: f32 = 26.0;
const PADDING: f32 = 9.0;
const ICON: f32 = 14.0;
const GAP: f32 = 5.0;
const LEAST_BEFORE_KEY: f32 = 6.0;
const BETWEEN: f32 = 4.0;

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

impl StatusButton<'_> {
    /// Width that the contents need, points; taken in bold, so that choosing moves nothing.
    fn natural_width(&self, ui: &Ui) -> f32 {
        let word = line_of_text(ui, self.word, Face::DenseStrong, Color32::PLACEHOLDER).size().x;
        let key = line_in_style(ui, self.key, KEY, Color32::PLACEHOLDER).size().x;
        2.0 * PADDING + ICON + GAP + word + LEAST_BEFORE_KEY + key
    }
}

/// How the key of a choice is set.
const KEY: TextStyle = TextStyle::sans(SMALLEST.0, SMALLEST.1);

/// Draws all choices in rows of `columns` across the available width, and returns the place of the one that was clicked.
/// Long words get wider columns.
pub fn status_grid_ui(ui: &mut Ui, buttons: &[StatusButton<'_>], columns: usize) -> Option<usize> {
    let widths = column_widths(ui, buttons, columns.max(1));
    let mut clicked = None;
    for (nth_row, row) in buttons.chunks(columns.max(1)).enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            for (nth, (button, width)) in row.iter().zip(&widths).enumerate() {
                if status_button_ui(ui, *button, *width).clicked() {
                    clicked = Some(nth_row * columns + nth);
                }
            }
        });
    }
    clicked
}

/// The widest button of each column, and an even share of what is left over.
fn column_widths(ui: &Ui, buttons: &[StatusButton<'_>], columns: usize) -> Vec<f32> {
    let mut widths = vec![0.0_f32; columns.min(buttons.len())];
    for row in buttons.chunks(columns) {
        for (width, button) in widths.iter_mut().zip(row) {
            *width = width.max(button.natural_width(ui));
        }
    }
    let gaps = BETWEEN * widths.len().saturating_sub(1) as f32;
    let spare = ui.available_width() - gaps - widths.iter().sum::<f32>();
    let share = spare / widths.len().max(1) as f32;
    widths.iter().map(|width| (width + share).floor()).collect()
}

/// Draws one choice, `width` points wide.
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
        let word_end = left + ICON + GAP + word.size().x;
        paint_line_at(ui.painter(), (left + ICON + GAP, middle), word, skin.text);
        let key = line_in_style(ui, button.key, KEY, Color32::PLACEHOLDER);
        let key_left = rect.right() - PADDING - key.size().x;
        // Where there is no room for both, the word stays; the shortcut sheet has the key.
        if key_left >= word_end + 2.0 {
            paint_line_at(ui.painter(), (key_left, middle), key, skin.text.gamma_multiply(0.8));
        }
        paint_focus(ui, &response);
    }
    Spoken::new(Role::RadioButton, button.word).on(button.is_chosen).key(Some(button.key)).tell(&response);
    response
}
