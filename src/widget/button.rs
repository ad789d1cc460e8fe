//! Buttons with words: the one main action in ink, all others bordered, and quiet underlined ones inside rows.

use egui::{Color32, Response, Role, Sense, Ui, Vec2};

use super::access::Spoken;
use super::icon::{Icon, paint_icon};
use super::line::Line;
use super::paint::{Skin, line_in_style, paint_focus, paint_line_at};
use super::style::{HIT, RADIUS};
use super::theme::Theme;
use super::typeset::TextStyle;

/// Height of a button, points.
pub const HEIGHT: f32 = 28.0;
const PADDING: f32 = 11.0;
const GAP: f32 = 6.0;
const ICON: f32 = 15.0;
const TEXT: (f32, f32) = (13.5, 18.0);

/// A button with a word, built up like `Button::primary("Save").key("Ctrl S")`.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Button<'a> {
    word: &'a str,
    name: &'a str,
    key: Option<&'a str>,
    icon: Option<Icon>,
    least_width: f32,
    is_primary: bool,
    is_enabled: bool,
}

impl<'a> Button<'a> {
    /// The one main action of a place: ink fill.
    pub fn primary(word: &'a str) -> Self {
        Self { is_primary: true, ..Self::secondary(word) }
    }

    /// Any other action: bordered.
    pub fn secondary(word: &'a str) -> Self {
        Self { word, name: word, key: None, icon: None, least_width: 0.0, is_primary: false, is_enabled: true }
    }

    /// A fuller name for screen readers, where several buttons show the same word: “Save as PDF”.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// The key that does the same, shown inside after the word; none where it is blank.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key).filter(|key| !key.is_empty());
        self
    }

    /// An icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Least width in points, so that buttons in a column agree.
    pub fn least_width(mut self, width: f32) -> Self {
        self.least_width = width;
        self
    }

    /// Whether it can be used now.
    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }
}

/// Draws a button, 28 high.
pub fn button_ui(ui: &mut Ui, button: Button<'_>) -> Response {
    ui.add_enabled_ui(button.is_enabled, |ui| bare_ui(ui, button)).inner
}

fn bare_ui(ui: &mut Ui, button: Button<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let lines = Lines::of(ui, &button);
    let size = Vec2::new(lines.button_width(&button), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        let skin = skin(&theme, &response, button.is_primary);
        skin.paint(ui.painter(), rect, f32::from(RADIUS));
        let start = rect.center() - Vec2::new(lines.width() / 2.0, 0.0);
        lines.paint(ui, start, skin.text);
        paint_focus(ui, &response);
    }
    Spoken::new(Role::Button, button.name).key(button.key).tell(&response);
    response
}

/// Width that [`button_ui`] will take, points.
pub(super) fn button_width(ui: &Ui, button: &Button<'_>) -> f32 {
    Lines::of(ui, button).button_width(button)
}

/// The main button is ink from the start, so hover and press lighten it instead of darkening.
fn skin(theme: &Theme, response: &Response, is_primary: bool) -> Skin {
    let mut skin = Skin::of(theme, response, is_primary);
    if is_primary && (response.hovered() || response.is_pointer_button_down_on()) {
        skin.fill = theme.ink2;
        skin.border = theme.ink2;
    }
    skin
}

/// What stands in a button, laid out.
struct Lines {
    icon: Option<Icon>,
    word: Line,
    key: Option<Line>,
}

impl Lines {
    fn of(ui: &Ui, button: &Button<'_>) -> Self {
        let (size, row) = TEXT;
        let plain = TextStyle::sans(size, row);
        let style = if button.is_primary { plain.semibold() } else { plain };
        let unset = Color32::PLACEHOLDER;
        Self {
            icon: button.icon,
            word: line_in_style(ui, button.word, style, unset),
            key: button.key.map(|key| line_in_style(ui, key, TextStyle::sans(12.0, row), unset)),
        }
    }

    fn button_width(&self, button: &Button<'_>) -> f32 {
        (self.width() + 2.0 * PADDING).ceil().max(button.least_width)
    }

    fn width(&self) -> f32 {
        let icon = self.icon.map_or(0.0, |_| ICON + GAP);
        let key = self.key.as_ref().map_or(0.0, |key| 2.0 * GAP + key.size().x);
        icon + self.word.size().x + key
    }

    /// Paints from `start`, the middle of the left edge.
    fn paint(self, ui: &Ui, start: egui::Pos2, colour: Color32) {
        let mut x = start.x;
        if let Some(icon) = self.icon {
            let centre = egui::Pos2::new(x + ICON / 2.0, start.y);
            paint_icon(ui.painter(), icon, centre, ICON, colour);
            x += ICON + GAP;
        }
        let after = x + self.word.size().x + 2.0 * GAP;
        paint_line_at(ui.painter(), (x, start.y), self.word, colour);
        if let Some(key) = self.key {
            paint_line_at(ui.painter(), (after, start.y), key, colour.gamma_multiply(0.82));
        }
    }
}

/// Draws a quiet button inside a row: a word over a thin line. `name` is what a screen reader says when the word alone
/// (“show”) would not tell.
pub fn link_button_ui(ui: &mut Ui, word: &str, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let line = line_in_style(ui, word, TextStyle::sans(12.5, 15.0), Color32::PLACEHOLDER);
    let size = Vec2::new(line.size().x.ceil().max(HIT), HIT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        let is_lit = response.hovered() || response.is_pointer_button_down_on();
        let (text, under) = if is_lit { (theme.ink, theme.ink) } else { (theme.ink2, theme.line2) };
        let left = rect.right() - line.size().x;
        let below = rect.center().y + 8.5;
        paint_line_at(ui.painter(), (left, rect.center().y), line, text);
        ui.painter().hline(left..=rect.right(), below, egui::Stroke::new(1.0, under));
        paint_focus(ui, &response);
    }
    Spoken::new(Role::Button, name).tell(&response);
    response
}
