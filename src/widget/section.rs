//! The head of a section in a panel: a muted title, and at the right a remark or a control.

use egui::{Align, Layout, Rect, Role, Sense, Ui, UiBuilder, Vec2};

use super::access::Spoken;
use super::font::Face;
use super::line::label_ui;
use super::paint::{line_of_text, paint_line_at};
use super::theme::Theme;

const HEIGHT: f32 = 20.0;
/// Room above; below there is none, what follows belongs to the head.
const ABOVE: f32 = 7.0;

/// Draws a section head with a remark at the right (`keys 1–5`, `2 against, 1 waiting`), which may be empty.
pub fn section_ui(ui: &mut Ui, title: &str, remark: &str) {
    section_with_ui(ui, title, |ui| {
        if !remark.is_empty() {
            let muted = Theme::of(ui.ctx()).ink3;
            label_ui(ui, remark, Face::Meta, muted);
        }
    });
}

/// Draws a section head with anything at the right; `trailing` adds from right to left.
pub fn section_with_ui<R>(ui: &mut Ui, title: &str, trailing: impl FnOnce(&mut Ui) -> R) -> R {
    let gap = ui.spacing().item_spacing.y;
    ui.add_space((ABOVE - gap).max(0.0));
    let theme = Theme::of(ui.ctx());
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let line = line_of_text(ui, title, Face::SectionHead, theme.ink3);
    let right_of_title = Rect::from_min_max(rect.left_top() + Vec2::new(line.size().x + 8.0, 0.0), rect.max);
    paint_line_at(ui.painter(), (rect.left(), rect.center().y), line, theme.ink3);
    Spoken::new(Role::Heading, title).tell(&response);
    let builder = UiBuilder::new().max_rect(right_of_title).layout(Layout::right_to_left(Align::Center));
    let inner = trailing(&mut ui.new_child(builder));
    ui.add_space(-gap);
    inner
}
