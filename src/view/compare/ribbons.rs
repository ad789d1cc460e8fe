//! Draws the ribbons between passages that belong together, each with how much of its wording is shared.

use egui::{Color32, CursorIcon, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::columns::{Page, extent};
use super::flow::Flow;
use super::rows::Column;
use super::{CompareState, LANE, choose_passage, spoken};
use crate::view::Cx;
use crate::widget::paint::{line_of_text, paint_line_in};
use crate::widget::{Face, Spoken, Theme};

/// Room at both sides of the lane, and how far a ribbon runs straight.
const SIDE: f32 = 4.0;
const FAR_SIDE: f32 = 24.0;
const STRAIGHT: f32 = 10.0;
/// Size of a chip.
const CHIP: (f32, f32) = (34.0, 17.0);

/// A ribbon with its place: its ends at the left and at the right.
struct Ribbon {
    passage: usize,
    left: (f32, f32),
    right: (f32, f32),
}

/// Draws what shows of the ribbons, first those that stay in place and then those that were moved, and their chips above all of them.
pub(super) fn ribbons_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState, (page, flows): (&Page<'_>, &(Flow, Flow))) {
    let shown = page.shown;
    let passages = &shown.beside.found.passages;
    let ribbon = |passage: usize| Ribbon {
        passage,
        left: extent(shown, &flows.0, (Column::One, passage)),
        right: extent(shown, &flows.1, (Column::Other, passage)),
    };
    let is_in_view = |ribbon: &Ribbon| {
        let top = ribbon.left.0.min(ribbon.right.0);
        let bottom = ribbon.left.1.max(ribbon.right.1);
        bottom >= page.view.0 && top <= page.view.1
    };
    let mut ribbons: Vec<Ribbon> = (0..passages.len()).map(ribbon).filter(is_in_view).collect();
    ribbons.sort_by_key(|ribbon| passages.get(ribbon.passage).is_some_and(|passage| passage.is_moved));
    for ribbon in &ribbons {
        paint_ribbon(ui, page, ribbon);
    }
    for ribbon in &ribbons {
        chip_ui(ui, cx, state, (page, ribbon));
    }
}

fn paint_ribbon(ui: &Ui, page: &Page<'_>, ribbon: &Ribbon) {
    let theme = Theme::of(ui.ctx());
    let Some(passage) = page.shown.beside.found.passages.get(ribbon.passage) else { return };
    let is_chosen = page.chosen == Some(ribbon.passage);
    let is_lit = is_chosen || page.hovered == Some(ribbon.passage);
    let is_warning = !passage.changes.is_empty();
    let fill = if is_warning { theme.warnbg } else { theme.selbg };
    let border = match (is_lit, is_warning) {
        (true, _) => Stroke::new(if is_chosen { 2.0 } else { 1.5 }, theme.sel),
        (_, true) => Stroke::new(1.0, theme.warn),
        _ => Stroke::new(1.0, theme.line2),
    };
    let (start, end) = ends(page);
    let top = page.corners.0.y;
    let (bend, unbend) = (start + STRAIGHT, end - STRAIGHT);
    let [lt, lb, rt, rb] = [ribbon.left.0, ribbon.left.1, ribbon.right.0, ribbon.right.1].map(|y| top + y);
    // The middle is not convex everywhere, but each of the three parts is.
    let fill = with_alpha(fill, if is_warning { 0.95 } else { 0.8 });
    for quad in [
        [pos2(start, lt), pos2(bend, lt), pos2(bend, lb), pos2(start, lb)],
        [pos2(bend, lt), pos2(unbend, rt), pos2(unbend, rb), pos2(bend, lb)],
        [pos2(unbend, rt), pos2(end, rt), pos2(end, rb), pos2(unbend, rb)],
    ] {
        ui.painter().add(Shape::convex_polygon(quad.to_vec(), fill, Stroke::NONE));
    }
    let outline = [(start, lt), (bend, lt), (unbend, rt), (end, rt), (end, rb), (unbend, rb), (bend, lb), (start, lb)];
    ui.painter().add(Shape::closed_line(outline.map(|(x, y)| pos2(x, y)).to_vec(), border));
}

fn with_alpha(colour: Color32, share: f32) -> Color32 {
    colour.gamma_multiply(share)
}

/// Where ribbons begin and end.
fn ends(page: &Page<'_>) -> (f32, f32) {
    let left = page.corners.0.x + page.width + SIDE;
    (left, left - SIDE + LANE - FAR_SIDE)
}

fn chip_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut CompareState, (page, ribbon): (&Page<'_>, &Ribbon)) {
    let theme = Theme::of(ui.ctx());
    let Some(passage) = page.shown.beside.found.passages.get(ribbon.passage) else { return };
    let (start, end) = ends(page);
    let middle = |(top, bottom): (f32, f32)| page.corners.0.y + (top + bottom) / 2.0;
    let (left, right) = (middle(ribbon.left), middle(ribbon.right));
    // Where a ribbon climbs, its chip stands at its left end, where the ribbons still lie apart.
    let is_level = (left - right).abs() < CHIP.1;
    let centre = if is_level { pos2((start + end) / 2.0, (left + right) / 2.0) } else { pos2(start + 2.0 + CHIP.0 / 2.0, left) };
    let rect = Rect::from_center_size(centre, vec2(CHIP.0, CHIP.1));
    let response = ui.interact(rect.expand2(vec2(0.0, 3.5)), ui.scope_id().with(("ribbon", ribbon.passage)), Sense::CLICK);
    let is_chosen = page.chosen == Some(ribbon.passage);
    let (fill, ink) = if is_chosen { (theme.ink, theme.onink) } else { (theme.paper, theme.ink) };
    let fill = if response.hovered() && !is_chosen { theme.hover } else { fill };
    ui.painter().rect(rect, 3.0, fill, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    let line = line_of_text(ui, &format!("{} %", passage.share_percent), Face::SectionHead, ink);
    paint_line_in(ui.painter(), rect, line, ink);
    Spoken::new(Role::Button, &spoken(cx.session, &page.shown.beside, passage)).on(is_chosen).tell(&response);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        crate::view::table::focus_table(ui, crate::session::ViewKind::Compare);
        choose_passage(cx, state, page.shown, ribbon.passage);
        // Its other end may be out of view.
        state.reveal = true;
    }
}
