//! A word painted as the galley paints marks, for legends and badges: the washed claim, the number over its lane, the source
//! over its dashes.

use egui::{Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2};

use crate::widget::paint::{Breaks, line_in_style, paint_broken_line};
use crate::widget::typeset::TextStyle;
use crate::widget::{Spoken, Theme};

/// How the word is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkLook {
    /// An open claim.
    Claim,
    /// A settled claim.
    SettledClaim,
    /// A number.
    Number,
    /// A source that is named.
    Source,
    /// A source that is not.
    AnonymousSource,
}

impl MarkLook {
    /// The look of a claim.
    pub fn claim(is_settled: bool) -> Self {
        if is_settled { MarkLook::SettledClaim } else { MarkLook::Claim }
    }

    fn padding(self) -> f32 {
        match self {
            MarkLook::Claim | MarkLook::SettledClaim => 5.0,
            MarkLook::Number | MarkLook::Source | MarkLook::AnonymousSource => 0.0,
        }
    }
}

/// Width of a bracket, points.
const BRACKET: f32 = 1.5;

/// Draws the word as it is marked; `size` of the sans in points.
pub fn marked_word_ui(ui: &mut Ui, word: &str, look: MarkLook, size: f32) -> Response {
    let theme = Theme::of(ui.ctx());
    let line = line_in_style(ui, word, style(size), theme.ink);
    let height = (size + 5.0).round();
    let room = Vec2::new((line.size().x + 2.0 * look.padding()).ceil(), height + 4.0);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    if ui.is_rect_visible(rect) {
        let ground = Rect::from_center_size(rect.center(), Vec2::new(rect.width(), height));
        paint_mark(ui, look, ground);
        let top = (ground.center().y - line.size().y / 2.0).round();
        line.paint(ui.painter(), Pos2::new(rect.left() + look.padding(), top), theme.ink);
    }
    Spoken::new(Role::Label, word).tell(&response);
    response
}

/// Width that [`marked_word_ui`] takes, points.
pub fn marked_word_width(ui: &Ui, word: &str, look: MarkLook, size: f32) -> f32 {
    let line = line_in_style(ui, word, style(size), egui::Color32::PLACEHOLDER);
    (line.size().x + 2.0 * look.padding()).ceil()
}

/// How a marked word is set.
fn style(size: f32) -> TextStyle {
    TextStyle::sans(size, (size * 1.26).round())
}

/// Paints the mark in the height of the word: `ground` is the rectangle of a wash; lanes lie below it.
fn paint_mark(ui: &Ui, look: MarkLook, ground: Rect) {
    let theme = Theme::of(ui.ctx());
    let painter = ui.painter();
    let (wash, bracket) = if look == MarkLook::Claim { (theme.wash, theme.claim) } else { (theme.washs, theme.claims) };
    match look {
        MarkLook::Claim | MarkLook::SettledClaim => {
            painter.rect_filled(ground, 0.0, wash);
            for left in [ground.left(), ground.right() - BRACKET] {
                let edge = Rect::from_min_size(Pos2::new(left, ground.top()), Vec2::new(BRACKET, ground.height()));
                painter.rect_filled(edge, 0.0, bracket);
            }
        }
        MarkLook::Number => {
            let lane =
                Rect::from_min_max(Pos2::new(ground.left(), ground.bottom() - 1.0), Pos2::new(ground.right(), ground.bottom() + 2.0));
            painter.rect_filled(lane, 0.0, theme.num);
        }
        MarkLook::Source | MarkLook::AnonymousSource => {
            let breaks = if look == MarkLook::Source { Breaks::DASHED } else { Breaks::DOTTED };
            let y = ground.bottom() + 1.0;
            let path = [Pos2::new(ground.left(), y), Pos2::new(ground.right(), y)];
            paint_broken_line(painter, &path, Stroke::new(2.0, theme.src), breaks);
        }
    }
}
