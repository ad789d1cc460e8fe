//! What several parts paint alike: one line of text, the frame of a control, the focus outline, broken lines.

use egui::{Color32, Id, LayerId, Order, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui};

use super::font::Face;
use super::line::Line;
use super::style::RADIUS;
use super::theme::Theme;
use super::typeset::TextStyle;

/// Lays out one line of text that never wraps; `colour` may be [`Color32::PLACEHOLDER`] and be given when painting.
pub fn line_of_text(ui: &Ui, text: &str, face: Face, colour: Color32) -> Line {
    Line::new(ui.ctx(), text, face.style(), colour)
}

/// Like [`line_of_text`], for the few sizes outside the type table.
pub fn line_in_style(ui: &Ui, text: &str, style: TextStyle, colour: Color32) -> Line {
    Line::new(ui.ctx(), text, style, colour)
}

/// Like [`line_of_text`], cut with an ellipsis where it would be wider than `width` points.
pub fn line_cut_to(ui: &Ui, text: &str, face: Face, (colour, width): (Color32, f32)) -> Line {
    Line::rows(ui.ctx(), text, face.style(), (colour, width, Some(1)))
}

/// Paints a laid-out line with its left end at `x`, centred on the height `y`.
pub fn paint_line_at(painter: &Painter, (x, y): (f32, f32), line: Line, colour: Color32) {
    let top = y - line.size().y / 2.0;
    line.paint(painter, Pos2::new(x, top), colour);
}

/// Paints a laid-out line centred in `rect`.
pub fn paint_line_in(painter: &Painter, rect: Rect, line: Line, colour: Color32) {
    let corner = rect.center() - line.size() / 2.0;
    line.paint(painter, corner, colour);
}

/// The three colours of a bordered control in its present state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Skin {
    pub fill: Color32,
    pub border: Color32,
    pub text: Color32,
}

impl Skin {
    /// Ink fill when `is_on` or while pressed, otherwise a field that greys a little under the pointer.
    pub fn of(theme: &Theme, response: &Response, is_on: bool) -> Self {
        if is_on || response.is_pointer_button_down_on() {
            Self { fill: theme.ink, border: theme.ink, text: theme.onink }
        } else {
            let fill = if response.hovered() { theme.hover } else { theme.field };
            Self { fill, border: theme.line2, text: theme.ink }
        }
    }

    /// Paints the box.
    pub fn paint(self, painter: &Painter, rect: Rect, radius: f32) {
        painter.rect(rect, radius, self.fill, Stroke::new(1.0, self.border), StrokeKind::Inside);
    }
}

/// The focus outline: 2 of ink, 2 outside the control, only while it has the keyboard.
pub fn paint_focus(ui: &Ui, response: &Response) {
    paint_focus_around(ui, response, response.rect, f32::from(RADIUS));
}

/// The focus outline around a part of what the response covers, with that part's corner radius.
pub fn paint_focus_around(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        paint_outline(ui, rect, radius);
    }
}

/// The focus outline around a rectangle with that corner radius.
pub fn paint_outline(ui: &Ui, rect: Rect, radius: f32) {
    let outline = Stroke::new(2.0, Theme::of(ui.ctx()).ink);
    // The outline belongs to the control: a panel edge may clip it less than the control's own row would.
    let painter = ui.painter().with_clip_rect(ui.clip_rect().expand(4.0));
    painter.rect_stroke(rect.expand(2.0), radius + 2.0, outline, StrokeKind::Outside);
}

/// The focus outline inside the edge of a whole panel or table, above what it holds. `id` is whose it is.
pub fn paint_outline_above(ui: &Ui, id: Id, rect: Rect) {
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, id)).with_clip_rect(rect);
    painter.rect_stroke(rect.shrink(1.0), 0.0, Stroke::new(2.0, Theme::of(ui.ctx()).ink), StrokeKind::Inside);
}

/// How a broken line breaks: length of each stroke and of each gap, points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breaks {
    /// Length of a stroke.
    pub on: f32,
    /// Length of a gap.
    pub off: f32,
}

impl Breaks {
    /// An identified source.
    pub const DASHED: Self = Self { on: 6.0, off: 3.0 };
    /// An anonymous source.
    pub const DOTTED: Self = Self { on: 2.0, off: 3.0 };
    /// Outline of what is only suggested or may be dropped here.
    pub const SUGGESTED: Self = Self { on: 4.0, off: 3.0 };
}

/// Paints a broken line along `path`.
pub fn paint_broken_line(painter: &Painter, path: &[Pos2], stroke: Stroke, breaks: Breaks) {
    painter.extend(Shape::dashed_line(path, stroke, breaks.on, breaks.off));
}

/// Paints a broken outline just inside `rect`, with square corners.
pub fn paint_broken_rect(painter: &Painter, rect: Rect, stroke: Stroke, breaks: Breaks) {
    let rect = rect.shrink(stroke.width / 2.0);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    paint_broken_line(painter, &corners, stroke, breaks);
}
