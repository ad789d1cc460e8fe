//! Buttons that show only an icon. Each has a name, and a tooltip with the name and the key.

use egui::{Response, Role, Sense, Ui, Vec2};

use super::access::Spoken;
use super::font::Face;
use super::icon::{Icon, paint_icon};
use super::key::key_cap_ui;
use super::line::label_ui;
use super::paint::paint_focus;
use super::style::{HIT, RADIUS};
use super::theme::Theme;

/// An icon button, built up like `IconButton::new(Icon::Undo2, "Undo").key("Ctrl Z")`.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    key: Option<&'a str>,
    icon_size: f32,
    hit: Vec2,
    is_enabled: bool,
    is_on: Option<bool>,
}

impl<'a> IconButton<'a> {
    /// A button of 26 x 26 with an icon of 16. The name is what a tooltip and a screen reader say.
    pub fn new(icon: Icon, name: &'a str) -> Self {
        Self { icon, name, key: None, icon_size: 16.0, hit: Vec2::splat(26.0), is_enabled: true, is_on: None }
    }

    /// The key that does the same, as written on screen.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Side of the icon in points: 13, 15, 16, 17 or 18.
    pub fn icon_size(mut self, size: f32) -> Self {
        self.icon_size = size;
        self
    }

    /// Size of the button; never below 24 x 24. The top bar uses 30 x 28.
    pub fn hit(mut self, width: f32, height: f32) -> Self {
        self.hit = Vec2::new(width.max(HIT), height.max(HIT));
        self
    }

    /// Whether it can be used now.
    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// Makes it a switch that is on or off; on is a selected ground.
    pub fn on(mut self, is_on: bool) -> Self {
        self.is_on = Some(is_on);
        self
    }
}

/// Draws an icon button.
pub fn icon_button_ui(ui: &mut Ui, button: IconButton<'_>) -> Response {
    ui.add_enabled_ui(button.is_enabled, |ui| bare_ui(ui, button)).inner
}

fn bare_ui(ui: &mut Ui, button: IconButton<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(button.hit, Sense::click());
    if ui.is_rect_visible(rect) {
        let is_on = button.is_on == Some(true);
        let (ground, icon) = if response.is_pointer_button_down_on() {
            (Some(theme.ink), theme.onink)
        } else if is_on {
            (Some(theme.selbg), theme.ink)
        } else if response.hovered() {
            (Some(theme.hover), theme.ink)
        } else {
            (None, theme.ink2)
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, RADIUS, ground);
        }
        paint_icon(ui.painter(), button.icon, rect.center(), button.icon_size, icon);
        paint_focus(ui, &response);
    }
    let mut spoken = Spoken::new(Role::Button, button.name).key(button.key);
    spoken.is_on = button.is_on;
    spoken.tell(&response);
    let explain = |ui: &mut Ui| tooltip_ui(ui, button.name, button.key);
    response.on_hover_ui(explain).on_disabled_hover_ui(explain)
}

/// Draws the inside of a tooltip: words, and the key beside them.
pub fn tooltip_ui(ui: &mut Ui, words: &str, key: Option<&str>) {
    ui.horizontal(|ui| {
        label_ui(ui, words, Face::Dense, Theme::of(ui.ctx()).ink);
        if let Some(key) = key {
            key_cap_ui(ui, key);
        }
    });
}
