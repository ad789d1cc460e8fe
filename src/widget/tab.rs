//! The tabs of the top bar, one per view.

use egui::{Color32, Pos2, Rect, Response, Role, Sense, Ui, Vec2};

use super::access::Spoken;
use super::font::Face;
use super::icon::{Icon, paint_icon};
use super::icon_button::tooltip_ui;
use super::paint::{line_of_text, paint_focus_around, paint_line_at};
use super::style::RADIUS;
use super::theme::Theme;

/// Height of the top bar, points.
pub const HEIGHT: f32 = 44.0;
const PADDING: f32 = 12.0;
const GAP: f32 = 6.0;
const ICON: f32 = 16.0;
const UNDERLINE: f32 = 3.0;

/// One view in the top bar.
#[derive(Clone, Copy, Debug)]
pub struct Tab<'a> {
    /// Its icon.
    pub icon: Icon,
    /// Its word.
    pub word: &'a str,
    /// How much there is in it.
    pub count: Option<usize>,
    /// The key that goes there, for the tooltip.
    pub key: &'a str,
    /// Whether there is no room for word and count.
    pub is_short: bool,
    /// Whether it is the view on screen.
    pub is_open: bool,
}

/// Draws a tab, as high as the top bar; the open one is underlined in ink.
pub fn tab_ui(ui: &mut Ui, tab: Tab<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let word = line_of_text(ui, tab.word, Face::Interface, Color32::PLACEHOLDER);
    // Room for the bold word in both states, so that nothing moves when another tab opens.
    let strong = line_of_text(ui, tab.word, Face::Strong, Color32::PLACEHOLDER);
    let room = strong.size().x.max(word.size().x);
    let count = tab.count.filter(|_| !tab.is_short).map(|count| line_of_text(ui, &count.to_string(), Face::Meta, theme.ink3));
    let after = count.as_ref().map_or(0.0, |count| GAP + count.size().x);
    let words = if tab.is_short { 0.0 } else { GAP + room + after };
    let size = Vec2::new((2.0 * PADDING + ICON + words).ceil(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        let is_lit = tab.is_open || response.hovered();
        let colour = if is_lit { theme.ink } else { theme.ink2 };
        let (left, middle) = (rect.left() + PADDING, rect.center().y);
        paint_icon(ui.painter(), tab.icon, Pos2::new(left + ICON / 2.0, middle), ICON, colour);
        if !tab.is_short {
            let text = if tab.is_open { strong } else { word };
            paint_line_at(ui.painter(), (left + ICON + GAP, middle), text, colour);
        }
        if let Some(count) = count {
            let count_left = left + ICON + GAP + room + GAP;
            paint_line_at(ui.painter(), (count_left, middle + 0.5), count, theme.ink3);
        }
        if tab.is_open {
            let line =
                Rect::from_min_max(Pos2::new(rect.left() + 10.0, rect.bottom() - UNDERLINE), Pos2::new(rect.right() - 10.0, rect.bottom()));
            ui.painter().rect_filled(line, 0.0, theme.ink);
        }
        let inside = rect.shrink2(Vec2::new(4.0, 8.0));
        paint_focus_around(ui, &response, inside, f32::from(RADIUS));
    }
    Spoken::new(Role::Tab, tab.word).on(tab.is_open).key(Some(tab.key)).tell(&response);
    response.on_hover_ui(|ui| tooltip_ui(ui, tab.word, Some(tab.key)))
}
