//! One article in the list of the left panel: badge, title, outlet and date, how much is settled.

use egui::{CornerRadius, CursorIcon, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::PADDING;
use super::rows::ArticleRow;
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::model::id::DocumentId;
use crate::view::Cx;
use crate::view::menu::{MenuRow, menu_row_ui};
use crate::widget::line::HoverWords;
use crate::widget::paint::{line_cut_to, line_in_style, line_of_text, paint_focus_around, paint_line_at, paint_line_in};
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{Face, Icon, Spoken, Theme, paint_icon};

const HEIGHT: f32 = 86.0;
/// Left edge of the words, behind the badge.
const WORDS: f32 = 40.0;
const METER: Vec2 = Vec2::new(54.0, 6.0);
/// Between the counts.
const GAP: f32 = 7.0;

/// Draws the list. An article is shown by a click, moved by dragging, and has a menu.
pub(super) fn articles_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[ArticleRow]) {
    let shown = cx.session.document().map(|document| document.id);
    let top = ui.cursor().top();
    for (place, row) in rows.iter().enumerate() {
        let response = row_ui(ui, cx, row, shown == Some(row.id));
        if response.clicked() {
            cx.send(Command::ShowArticle(row.id));
        }
        response.context_menu(|ui| menu_ui(ui, cx, row, (place, rows.len())));
        response.dnd_set_drag_payload(row.id);
    }
    drop_ui(ui, cx, rows, top);
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &ArticleRow, is_shown: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if is_shown {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(Rect::from_min_size(rect.min, Vec2::new(3.0, HEIGHT)), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    paint_badge(ui, &row.letter, rect.min + Vec2::new(PADDING, 9.0), is_shown);
    let words = Rect::from_min_max(rect.min + Vec2::new(WORDS, 8.0), rect.max - Vec2::new(PADDING, 0.0));
    title_ui(ui, &row.title, words, is_shown);
    origin_ui(ui, cx, row, (Pos2::new(words.left(), words.top() + 34.0 + 7.5), words.right()));
    paint_counts(ui, row, Rect::from_min_max(Pos2::new(words.left(), words.top() + 54.0), words.max));
    paint_focus_around_row(ui, &response, rect);
    Spoken::new(Role::ListItem, &row.spoken()).on(is_shown).tell(&response);
    response
}

fn paint_focus_around_row(ui: &Ui, response: &Response, rect: Rect) {
    paint_focus_around(ui, response, rect.shrink(4.0), 2.0);
}

/// How letters and counts of a row are set.
const COUNT: TextStyle = TextStyle::sans(12.0, 15.0);

/// The letter in its square; the badge of [`crate::widget::badge`] cannot stand in a painted row.
fn paint_badge(ui: &Ui, letter: &str, at: Pos2, is_filled: bool) {
    let theme = Theme::of(ui.ctx());
    let text = if is_filled { theme.onink } else { theme.ink };
    let line = line_in_style(ui, letter, COUNT.semibold(), text);
    let rect = Rect::from_min_size(at, Vec2::new((line.size().x + 8.0).ceil().max(18.0), 18.0));
    if is_filled {
        ui.painter().rect_filled(rect, 3.0, theme.ink);
    } else {
        ui.painter().rect_stroke(rect, 3.0, Stroke::new(1.5, theme.ink), StrokeKind::Inside);
    }
    paint_line_in(ui.painter(), rect, line, text);
}

/// The title in two rows; what does not fit is told when the pointer rests on it.
fn title_ui(ui: &mut Ui, title: &str, rect: Rect, is_strong: bool) {
    let ink = Theme::of(ui.ctx()).ink;
    let style = TextStyle::sans(13.5, 16.0);
    let style = if is_strong { style.semibold() } else { style };
    let mut words = ui.new_child(UiBuilder::new().max_rect(rect));
    quote_ui(&mut words, &Quote::new(title, style, ink).rows(2));
}

/// Outlet and date, as far as they fit. A missing outlet is a question; a click goes to its field.
fn origin_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &ArticleRow, (at, right): (Pos2, f32)) {
    let ink3 = Theme::of(ui.ctx()).ink3;
    let is_missing = row.outlet.is_empty();
    let date = if row.published.is_empty() { String::new() } else { format!(" · {}", row.published) };
    let date = line_of_text(ui, &date, Face::Meta, ink3);
    let outlet = if is_missing { "outlet?" } else { &row.outlet };
    // The date is short and says more than the end of a long name.
    let outlet = line_cut_to(ui, outlet, Face::Meta, (ink3, (right - at.x - date.size().x).max(40.0)));
    let width = outlet.size().x;
    paint_line_at(ui.painter(), (at.x, at.y), outlet, ink3);
    paint_line_at(ui.painter(), (at.x + width, at.y), date, ink3);
    if is_missing {
        paint_dots(ui, at.x..at.x + width, at.y + 8.0);
        let reach = Vec2::new(width + 8.0, 24.0);
        outlet_button_ui(ui, cx, row, Rect::from_center_size(Pos2::new(at.x + width / 2.0, at.y), reach));
    }
}

/// Dots on whole points, as one mesh: smoothed edges would make dots of this fineness fade away.
fn paint_dots(ui: &Ui, from: std::ops::Range<f32>, y: f32) {
    let colour = Theme::of(ui.ctx()).ink3;
    let corner = Pos2::new(from.start.round(), y.round());
    let mut dots = egui::Mesh::default();
    for nth in 0..((from.end - from.start) / 2.0) as usize {
        let dot = Rect::from_min_size(corner + Vec2::new(2.0 * nth as f32, 0.0), Vec2::splat(1.0));
        dots.add_colored_rect(dot, colour);
    }
    ui.painter().add(dots);
}

fn outlet_button_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &ArticleRow, rect: Rect) {
    let response = ui.interact(rect, ui.unique_id().with(("outlet", row.id)), Sense::click());
    paint_focus_around(ui, &response, rect.shrink2(Vec2::new(2.0, 4.0)), 2.0);
    let name = format!("Write the outlet of {}", row.letter);
    Spoken::new(Role::Button, &name).tell(&response);
    if response.on_hover_cursor(CursorIcon::Text).on_hover_words(name).clicked() {
        go_to_field(cx, row.id, Field::Outlet(row.id));
    }
}

/// The fields of an article are in the inspector while nothing in it is selected.
fn go_to_field(cx: &mut Cx<'_>, article: DocumentId, field: Field) {
    cx.send(Command::ShowArticle(article));
    cx.run(Action::Clear);
    cx.send(Command::FocusField(field));
}

/// Meter and counts. Where all have two digits, the meter gives way.
fn paint_counts(ui: &Ui, row: &ArticleRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let middle = rect.top() + 7.5;
    let warn = (Icon::TriangleAlert, row.contradictions, theme.warn);
    // The place of a warning stays free where there is none, so that the counts stand in columns.
    let mut right = if row.contradictions > 0 { paint_count(ui, warn, (rect.right(), middle)) } else { rect.right() - 19.0 } - GAP;
    for (icon, number) in [(Icon::Quote, row.sources), (Icon::Hash, row.numbers)] {
        right = paint_count(ui, (icon, number, theme.ink3), (right, middle)) - GAP;
    }
    let settled = line_in_style(ui, &row.settled.to_string(), COUNT.semibold(), theme.ink2);
    let all = line_in_style(ui, &format!("/{}", row.claims), COUNT, theme.ink2);
    let words = settled.size().x + all.size().x;
    let width = (right - GAP - words - rect.left()).clamp(0.0, METER.x);
    let meter = Rect::from_min_size(Pos2::new(rect.left(), middle - METER.y / 2.0), Vec2::new(width, METER.y));
    paint_meter(ui, meter, row.settled as f32 / row.claims.max(1) as f32);
    let x = meter.right() + if width > 0.0 { GAP } else { 0.0 };
    let after = x + settled.size().x;
    paint_line_at(ui.painter(), (x, middle), settled, theme.ink2);
    paint_line_at(ui.painter(), (after, middle), all, theme.ink2);
}

/// An icon and a count, ending at `right`. Gives its left edge.
fn paint_count(ui: &Ui, (icon, number, colour): (Icon, usize, egui::Color32), (right, middle): (f32, f32)) -> f32 {
    let words = line_in_style(ui, &number.to_string(), COUNT, colour);
    let words_left = right - words.size().x;
    paint_line_at(ui.painter(), (words_left, middle), words, colour);
    let left = words_left - 2.0 - 11.0;
    paint_icon(ui.painter(), icon, Pos2::new(left + 5.5, middle), 11.0, colour);
    left
}

fn paint_meter(ui: &Ui, rect: Rect, share: f32) {
    let theme = Theme::of(ui.ctx());
    let radius = CornerRadius::same(3);
    ui.painter().rect_filled(rect, radius, theme.field);
    let done = Rect::from_min_size(rect.min, Vec2::new((rect.width() * share).round(), rect.height()));
    ui.painter().with_clip_rect(done.intersect(ui.clip_rect())).rect_filled(rect, radius, theme.ink2);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
}

fn menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &ArticleRow, (place, of): (usize, usize)) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_width(200.0);
    if menu_row_ui(ui, MenuRow::new("Rename").icon(Icon::Pencil)) {
        go_to_field(cx, row.id, Field::Title(row.id));
    }
    if menu_row_ui(ui, MenuRow::new("Move up").icon(Icon::ChevronUp).enabled(place > 0)) {
        cx.send(Command::MoveArticleBy(row.id, -1));
    }
    if menu_row_ui(ui, MenuRow::new("Move down").icon(Icon::ChevronDown).enabled(place + 1 < of)) {
        cx.send(Command::MoveArticleBy(row.id, 1));
    }
    if menu_row_ui(ui, MenuRow::new("Remove article").icon(Icon::Trash)) {
        cx.send(Command::RemoveArticle(row.id));
    }
}

/// While an article is dragged: a line where it would come to stand, and the move when it is let go.
fn drop_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[ArticleRow], top: f32) {
    let Some(dragged) = egui::DragAndDrop::payload::<DocumentId>(ui.ctx()) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let Some(from) = rows.iter().position(|row| row.id == *dragged) else { return };
    let gap = (((pointer.y - top) / HEIGHT).round().max(0.0) as usize).min(rows.len());
    let line = top + gap as f32 * HEIGHT;
    let ink = Theme::of(ui.ctx()).ink;
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(2.0, ink));
    if ui.input(|input| input.pointer.any_released()) {
        egui::DragAndDrop::clear_payload(ui.ctx());
        let place = if gap > from { gap - 1 } else { gap };
        if place != from && ui.clip_rect().contains(pointer) {
            cx.send(Command::MoveArticle(*dragged, place));
        }
    }
}
