//! The letter that names an article everywhere: A, B, C…

use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::access::Spoken;
use super::paint::{line_in_style, paint_line_in};
use super::theme::Theme;
use super::typeset::TextStyle;

const RADIUS: f32 = 3.0;
const BORDER: f32 = 1.5;

/// How a letter badge looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// Ink fill, 18 high: the article that is open.
    Filled,
    /// Outline, 18 high.
    Outlined,
    /// Outline, 16 high, for table rows.
    Small,
}

/// Draws the square with the article's letter (or letters, after Z).
pub fn letter_badge_ui(ui: &mut Ui, letter: &str, badge: Badge) -> Response {
    let theme = Theme::of(ui.ctx());
    let (side, text_size) = if badge == Badge::Small { (16.0, 11.5) } else { (18.0, 12.0) };
    let text = if badge == Badge::Filled { theme.onink } else { theme.ink };
    let line = line_in_style(ui, letter, TextStyle::sans(text_size, 15.0).semibold(), text);
    let width = (line.size().x + 8.0).ceil().max(side);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, side), Sense::hover());
    if ui.is_rect_visible(rect) {
        if badge == Badge::Filled {
            ui.painter().rect_filled(rect, RADIUS, theme.ink);
        } else {
            let border = Stroke::new(BORDER, theme.ink);
            ui.painter().rect_stroke(rect, RADIUS, border, StrokeKind::Inside);
        }
        paint_line_in(ui.painter(), rect, line, text);
    }
    Spoken::new(Role::Label, &format!("Article {letter}")).tell(&response);
    response
}
