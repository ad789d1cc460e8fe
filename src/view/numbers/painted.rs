//! Paints the plot of a group, and the signs of its legend.

use egui::{Color32, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2};

use crate::model::group::Judged;
use crate::report::plots::range::{Plot, PlotMark, Shape};
use crate::widget::paint::{line_in_style, line_of_text, paint_line_at};
use crate::widget::typeset::TextStyle;
use crate::widget::{Face, Spoken, Theme};

/// Room at the left for years and for letters, and at the right, points.
const LEFT: f32 = 56.0;
const RIGHT: f32 = 32.0;
/// From lane to lane at most, and for all lanes together, points.
const LANE: f32 = 13.0;
const LANES: f32 = 54.0;
/// The axis lies at least so far below the top, points.
const LEAST_HEIGHT: f32 = 30.0;
/// Radius of a disc, thickness of lines, half the height of an end, points.
const RADIUS: f32 = 5.0;
const THICK: f32 = 2.0;
const END: f32 = 4.5;

/// Paints a plot; who cannot see it hears its table.
pub(super) fn plot_ui(ui: &mut Ui, area: Rect, (plot, judged): (&Plot, &Judged), key: impl egui::AsIdSalt) {
    let theme = Theme::of(ui.ctx());
    let lanes = plot.lanes.max(1) as f32;
    let lane = LANE.min(LANES / lanes);
    let bottom = area.top() + (lanes * lane + 4.0).max(LEAST_HEIGHT);
    let (from, to) = (area.left() + LEFT, area.right() - RIGHT);
    let x = |at: f32| from + at * (to - from);
    let first = if plot.lanes < 2 { area.top() + (bottom - area.top()) / 2.0 } else { area.top() + lane / 2.0 };
    let y = |at: usize| first + at as f32 * lane;
    for (at, label) in &plot.ticks {
        ui.painter().vline(x(*at), area.top()..=bottom, Stroke::new(1.0, theme.line));
        let line = line_of_text(ui, label, Face::Meta, theme.ink3);
        let left = (x(*at) - line.size().x / 2.0).min(area.right() - line.size().x);
        paint_line_at(ui.painter(), (left, bottom + 10.0), line, theme.ink3);
    }
    ui.painter().hline(from - 6.0..=to + 8.0, bottom + 0.5, Stroke::new(1.0, theme.line2));
    for (lane, year) in &plot.years {
        let line = line_of_text(ui, year, Face::Meta, theme.ink3);
        paint_line_at(ui.painter(), (from - 14.0 - line.size().x, y(*lane)), line, theme.ink3);
    }
    for mark in &plot.marks {
        let colour = if mark.is_out { theme.warn } else { theme.num };
        let middle = y(mark.lane);
        shape_ui(ui.painter(), mark.shape, (Pos2::new(x(mark.from), middle), Pos2::new(x(mark.to), middle)), (colour, theme.paper));
        label_ui(ui, mark, Pos2::new(x(mark.to), middle), to + RIGHT);
    }
    let response = ui.interact(area, ui.scope_id().with(key), Sense::hover());
    Spoken::new(Role::Image, &spoken(judged)).tell(&response);
}

/// The letters behind a mark, or before it where there is no room.
fn label_ui(ui: &Ui, mark: &PlotMark, at: Pos2, right: f32) {
    let theme = Theme::of(ui.ctx());
    let line = line_in_style(ui, &mark.label, TextStyle::sans(11.5, 15.0).semibold(), theme.ink);
    let (width, gap) = (line.size().x, if mark.shape == Shape::AtLeast { 20.0 } else { 9.0 });
    let is_narrow = at.x + gap + width > right;
    let x = if is_narrow && mark.shape != Shape::AtMost { at.x - 9.0 - width } else { (at.x + gap).min(right - width) };
    paint_line_at(ui.painter(), (x, at.y), line, theme.ink);
}

/// Paints what a figure looks like between two places.
pub(super) fn shape_ui(painter: &Painter, shape: Shape, (from, to): (Pos2, Pos2), (colour, ground): (Color32, Color32)) {
    let stroke = Stroke::new(THICK, colour);
    let end = |at: Pos2| painter.vline(at.x, at.y - END..=at.y + END, stroke);
    match shape {
        Shape::Dot => drop(painter.circle_filled(to, RADIUS, colour)),
        Shape::Ring => drop(painter.circle(to, RADIUS - 0.5, ground, stroke)),
        Shape::AtMost => {
            painter.line_segment([from, to], stroke);
            end(to);
        }
        Shape::Range => {
            painter.line_segment([from, to], stroke);
            end(from);
            end(to);
        }
        Shape::AtLeast => {
            let tip = to + Vec2::new(16.0, 0.0);
            painter.line_segment([from, tip], stroke);
            end(from);
            for side in [-1.0, 1.0] {
                painter.line_segment([tip, tip + Vec2::new(-5.0, side * 4.0)], stroke);
            }
        }
    }
}

/// The table of a plot: `A 0, B 2,200 …`, as its rows say it.
fn spoken(judged: &Judged) -> String {
    let told = |(member, is_out): (&crate::model::group::Member, &bool)| {
        let letter = if member.letter.is_empty() { "no article" } else { &member.letter };
        let out = if *is_out { ", out of line" } else { "" };
        format!("{letter}: {}{out}", member.quote)
    };
    let rows: Vec<String> = judged.members.iter().zip(&judged.agreement.is_out_of_line).map(told).collect();
    format!("Plot. {}", rows.join("; "))
}
