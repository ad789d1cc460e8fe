//! Circular support, drawn: who is at the end at the left, those who have it from there at the right.

use egui::{Align, Color32, Frame, Layout, Margin, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::rows::circle::{CircleRows, End};
use crate::widget::line::{Line, label_ui};
use crate::widget::paint::{Breaks, line_cut_to, paint_broken_line, paint_line_at};
use crate::widget::{Badge, Face, Icon, Spoken, Theme, icon_text_ui, letter_badge_ui};

const BOX: f32 = 36.0;
const GAP: f32 = 12.0;
/// Boxes drawn at most; the words name all.
const MOST: usize = 6;
/// Parts of the width that the left and the right boxes take.
const LEFT: f32 = 0.3;
const RIGHT: f32 = 0.56;
const RADIUS: f32 = 3.0;
const HEAD: f32 = 5.0;

/// Draws a circle with its words.
pub(super) fn circle_ui(ui: &mut Ui, rows: &CircleRows) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame {
        fill: theme.warnbg,
        stroke: Stroke::new(1.0, theme.warn),
        corner_radius: 4.into(),
        inner_margin: Margin { left: 11, right: 11, top: 9, bottom: 11 },
        ..Frame::NONE
    };
    ui.add_space(8.0);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        icon_text_ui(ui, Icon::Repeat2, &rows.title, Face::DenseStrong, theme.warn);
        label_ui(ui, &rows.words, Face::Dense, theme.ink);
        ui.add_space(6.0);
        diagram_ui(ui, rows);
    });
    ui.add_space(4.0);
}

fn diagram_ui(ui: &mut Ui, rows: &CircleRows) {
    let theme = Theme::of(ui.ctx());
    let shown = rows.ends.len().min(MOST);
    let height = shown as f32 * (BOX + GAP) - GAP;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height.max(BOX)), Sense::hover());
    Spoken::new(Role::Image, &format!("{}. {}", rows.title, rows.words)).tell(&response);
    let root = Rect::from_center_size(
        Pos2::new(rect.left() + rect.width() * LEFT / 2.0, rect.center().y),
        Vec2::new(rect.width() * LEFT, BOX.max(44.0).min(rect.height())),
    );
    let ends = rows.ends.iter().take(MOST).enumerate().map(|(at, end)| {
        let top = rect.top() + at as f32 * (BOX + GAP);
        (end, Rect::from_min_max(Pos2::new(rect.right() - rect.width() * RIGHT, top), Pos2::new(rect.right(), top + BOX)))
    });
    let ends: Vec<_> = ends.collect();
    for (end, target) in &ends {
        arrow(ui, (root.right_center(), target.left_center()), end.is_direct, theme.ink);
        if rows.is_ring {
            let below = Vec2::new(0.0, BOX / 4.0);
            arrow(ui, (target.left_center() + below, root.right_center() + below), true, theme.warn);
        }
    }
    box_ui(ui, root);
    let words = Line::rows(ui.ctx(), &rows.root, Face::Meta.style(), (theme.ink, root.width() - 10.0, Some(2)));
    let corner = root.center() - words.size() / 2.0;
    words.paint(ui.painter(), corner, theme.ink);
    for (end, target) in ends {
        end_ui(ui, target, end);
    }
}

fn box_ui(ui: &Ui, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect(rect, RADIUS, theme.field, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
}

fn end_ui(ui: &mut Ui, rect: Rect, end: &End) {
    let theme = Theme::of(ui.ctx());
    box_ui(ui, rect);
    let mut left = rect.left() + 8.0;
    if !end.letter.is_empty() {
        let place = Rect::from_min_max(Pos2::new(left, rect.top()), rect.max);
        let mut badge = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)));
        left = letter_badge_ui(&mut badge, &end.letter, Badge::Small).rect.right() + 7.0;
    }
    let room = rect.right() - left - 6.0;
    let title = line_cut_to(ui, &end.title, Face::SectionHead, (theme.ink, room));
    let dy = if end.remark.is_empty() { 0.0 } else { 7.0 };
    paint_line_at(ui.painter(), (left, rect.center().y - dy), title, theme.ink);
    if !end.remark.is_empty() {
        let remark = line_cut_to(ui, &end.remark, Face::Meta, (theme.ink2, room));
        paint_line_at(ui.painter(), (left, rect.center().y + dy), remark, theme.ink2);
    }
}

/// A line with a head; broken where it goes through somebody.
fn arrow(ui: &Ui, (from, to): (Pos2, Pos2), is_direct: bool, colour: Color32) {
    let stroke = Stroke::new(1.5, colour);
    let to = to - Vec2::new((to.x - from.x).signum() * 2.0, 0.0);
    if is_direct {
        ui.painter().line_segment([from, to], stroke);
    } else {
        paint_broken_line(ui.painter(), &[from, to], stroke, Breaks::SUGGESTED);
    }
    let along = (to - from).normalized();
    let across = along.rot90();
    let corner = |side: f32| to - along * HEAD + across * side * HEAD * 0.7;
    ui.painter().add(Shape::line(vec![corner(1.0), to, corner(-1.0)], stroke));
}
