//! Editing text right in every script: the one text field of the program.
//!
//! It stands on our own typesetting, so caret, selection and deletion follow graphemes and both directions of writing, as
//! in the galley. `widget::field` gives it its face; nothing else draws it. What is remembered of a field: `state`.

mod draft;
mod events;
mod motion;
mod page;
mod pointer;
mod spoken;
mod state;
#[cfg(test)]
mod tests;
mod text;

use std::ops::Range;

use egui::emath::GuiRounding as _;
use egui::output::IMEOutput;
use egui::{Context, CursorIcon, EventFilter, IMEPurpose, Id, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use self::events::Desk;
use self::page::{Page, Setting};
use self::state::{Editor, Wish};
use super::font::Face;
use super::line::Line;
use super::paint::{line_cut_to, paint_line_at};
use super::theme::Theme;
use super::typeset::TextEngine;

/// Width of the caret, points.
const CARET: f32 = 2.0;
/// A field is never narrower than this, points.
const LEAST_WIDTH: f32 = 24.0;

/// How a field is drawn. Lengths are points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    pub(super) id: Option<Id>,
    pub(super) face: Face,
    /// Words that stand in the field while it is empty.
    pub(super) hint: &'a str,
    /// Between the edge of the field and its words.
    pub(super) padding: Vec2,
    /// Width wanted; cut to what there is.
    pub(super) width: f32,
    pub(super) least_height: f32,
    /// Whether Enter makes a new line; otherwise it ends the visit.
    pub(super) has_lines: bool,
    /// Whether dots stand for its letters: then it is a single line, and nothing of it goes to the clipboard or a screen reader.
    pub(super) is_masked: bool,
}

/// Whether a text field has the keyboard, so that letters are no commands.
pub fn is_typing(ctx: &Context) -> bool {
    state::ask_focused(ctx, |_| ()).is_some()
}

/// Whether an input method is at work in the field that has the keyboard, so that not even Enter and Esc are commands.
pub fn is_composing(ctx: &Context) -> bool {
    state::ask_focused(ctx, |editor| editor.preedit.is_some()).unwrap_or_default()
}

/// Selects what stands in a field when it is drawn next, so that typing replaces it.
pub fn select_all(ctx: &Context, id: Id) {
    state::wish(ctx, id, Wish::All);
}

/// Puts the caret behind what stands in a field when it is drawn next.
pub fn put_caret_last(ctx: &Context, id: Id) {
    state::wish(ctx, id, Wish::End);
}

/// Selects a part of what stands in a field, in bytes, when it is drawn next.
pub fn select_part(ctx: &Context, id: Id, part: Range<usize>) {
    state::wish(ctx, id, Wish::Part(part.start, part.end));
}

/// Draws a field without its frame, which `paint_frame` adds under the words, and lets it be edited.
pub(super) fn edit_ui(ui: &mut Ui, look: &Look<'_>, text: &mut String, paint_frame: impl FnOnce(&Ui, &Response)) -> Response {
    let ctx = ui.ctx().clone();
    let id = look.id.unwrap_or_else(|| {
        let id = ui.next_auto_id();
        ui.skip_ahead_auto_ids(1);
        id
    });
    let width = look.width.min(ui.available_width().max(LEAST_WIDTH)).max(LEAST_WIDTH);
    let inner_width = (width - 2.0 * look.padding.x).max(1.0);
    let setting = Setting { style: look.face.style(), wrap: look.has_lines.then_some(inner_width), is_masked: look.is_masked };
    let mut editor = state::take(&ctx, id, text);
    let before = editor.draft.selection();
    let before_preedit = editor.preedit.clone();
    take_input(ui, id, setting, &mut editor);

    let engine = TextEngine::of(&ctx);
    let height = editor.page(&mut engine.lock(), setting).height() + 2.0 * look.padding.y;
    let size = Vec2::new(width, height.max(look.least_height));
    let mut response = allocate(ui, id, size);
    let inner = response.rect.shrink2(look.padding);
    let origin = origin_of(&editor, inner, look.has_lines, ui.pixels_per_point());
    touch(ui, &mut response, &mut editor, origin);
    editor.page(&mut engine.lock(), setting);

    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let has_moved = before != editor.draft.selection() || before_preedit != editor.preedit;
    scroll_to_caret(&mut editor, inner, look.has_lines, has_focus);
    let origin = origin_of(&editor, inner, look.has_lines, ui.pixels_per_point());
    paint_frame(ui, &response);
    if ui.is_rect_visible(response.rect) {
        paint(ui, look, &editor, &Place { inner, origin, has_focus });
    }
    if has_focus {
        if has_moved && let Some(page) = editor.laid_out() {
            ui.scroll_to_rect(page.caret(editor.shown_caret()).translate(origin.to_vec2()), None);
        }
        report_caret(ui, &editor, inner, origin);
    }
    finish(ui, &mut response, (look, text), &editor, origin);
    state::put(&ctx, id, editor);
    response
}

/// Takes what the frame brought by keyboard, input method, clipboard and assistive technology.
fn take_input(ui: &Ui, id: Id, setting: Setting, editor: &mut Editor) {
    if !ui.is_enabled() {
        return;
    }
    let ctx = ui.ctx();
    let engine = TextEngine::of(ctx);
    let mut engine = engine.lock();
    let filter = key_filter(editor);
    let mut desk = Desk { ctx, id, setting, editor, is_done: false };
    desk.take_requests(&mut engine);
    if !ui.memory(|memory| memory.has_focus(id)) {
        desk.editor.settle();
        return;
    }
    let events = ui.input(|input| input.filtered_events(&filter));
    desk.take_all(&mut engine, &events);
    let is_done = desk.is_done;
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, key_filter(editor));
        if is_done {
            memory.surrender_focus(id);
        }
    });
}

/// The keys that stay in a field: arrows, and while words are composed those that would lead out of it.
fn key_filter(editor: &Editor) -> EventFilter {
    let is_composing = editor.preedit.is_some();
    EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: is_composing, escape: is_composing }
}

fn allocate(ui: &mut Ui, id: Id, size: Vec2) -> Response {
    let (_, rect) = ui.allocate_space(size);
    // On a touch screen a drag scrolls what is around the field until the field has the keyboard.
    let selects_by_drag = ui.input(|input| !input.has_touch_screen()) || ui.memory(|memory| memory.has_focus(id));
    let sense = if selects_by_drag { Sense::click_and_drag() } else { Sense::click() };
    ui.interact(rect, id, sense)
}

fn touch(ui: &Ui, response: &mut Response, editor: &mut Editor, origin: Pos2) {
    if !ui.is_enabled() {
        return;
    }
    let touched = pointer::take(ui, response, editor, origin);
    // A click of assistive technology has no place.
    let is_asked_for = response.clicked() && !response.has_focus();
    if touched.wants_focus || is_asked_for {
        ui.memory_mut(|memory| memory.request_focus(response.id));
    }
    if touched.has_settled {
        ui.memory_mut(egui::Memory::interrupt_ime);
    }
    if response.hovered() {
        ui.output_mut(|output| output.mutable_text_under_cursor = true);
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
}

/// Width that a single line takes, with room for the caret at its end.
fn line_width(page: &Page) -> f32 {
    page.width() + CARET
}

/// The top left corner of the text on screen.
fn origin_of(editor: &Editor, inner: Rect, has_lines: bool, pixels_per_point: f32) -> Pos2 {
    let Some(page) = editor.laid_out() else { return inner.min };
    if has_lines {
        return inner.min.round_to_pixels(pixels_per_point);
    }
    let top = inner.center().y - page.height() / 2.0;
    let room = inner.width() - line_width(page);
    let left = match (room >= 0.0, page.is_rtl(0)) {
        (true, true) => inner.left() + room,
        (true, false) => inner.left(),
        (false, true) => inner.left() + room + editor.scroll_x,
        (false, false) => inner.left() - editor.scroll_x,
    };
    pos2(left, top).round_to_pixels(pixels_per_point)
}

/// Scrolls a line that is longer than its field to its caret, and back to its beginning when nobody is in it.
fn scroll_to_caret(editor: &mut Editor, inner: Rect, has_lines: bool, has_focus: bool) {
    let caret = editor.shown_caret();
    let Some(page) = editor.laid_out() else { return };
    let most = line_width(page) - inner.width();
    if has_lines || !has_focus || most <= 0.0 {
        editor.scroll_x = 0.0;
        return;
    }
    // Counted from the side on which the line begins.
    let from_left = page.caret(caret).left();
    let at = if page.is_rtl(0) { page.width() - from_left } else { from_left };
    let scroll = editor.scroll_x.clamp(at + CARET - inner.width(), at);
    editor.scroll_x = scroll.clamp(0.0, most);
}

/// Where the text of a field is painted.
struct Place {
    inner: Rect,
    origin: Pos2,
    has_focus: bool,
}

fn paint(ui: &Ui, look: &Look<'_>, editor: &Editor, place: &Place) {
    let Some(page) = editor.laid_out() else { return };
    let theme = Theme::of(ui.ctx());
    let down = place.origin.to_vec2();
    // A little wider than the words, so that neither caret nor slanted letters are cut.
    let painter = ui.painter_at(place.inner.expand(CARET / 2.0));
    if place.has_focus {
        for rect in page.rects(editor.draft.selection().range()).into_iter().filter(|_| editor.preedit.is_none()) {
            painter.rect_filled(rect.translate(down), 0.0, theme.fresh);
        }
    }
    if page.text().is_empty() {
        paint_hint(ui, &painter, look, place.inner);
    }
    page.paint(&mut TextEngine::of(ui.ctx()).lock(), &painter, place.origin, theme.ink);
    if !place.has_focus {
        return;
    }
    paint_preedit(&painter, page, editor, down);
    let is_awake = ui.input(|input| input.focused);
    if is_awake && ui.is_enabled() {
        let caret = page.caret(editor.shown_caret()).translate(down);
        let x = caret.left().clamp(place.inner.left(), place.inner.right() - CARET / 2.0);
        painter.vline(x.round_to_pixels(ui.pixels_per_point()), caret.y_range(), Stroke::new(CARET, theme.ink));
    }
}

fn paint_hint(ui: &Ui, painter: &Painter, look: &Look<'_>, inner: Rect) {
    let muted = Theme::of(ui.ctx()).ink3;
    if look.has_lines {
        Line::rows(ui.ctx(), look.hint, look.face.style(), (muted, inner.width(), None)).paint(painter, inner.min, muted);
    } else {
        let line = line_cut_to(ui, look.hint, look.face, (muted, inner.width()));
        paint_line_at(painter, (inner.left(), inner.center().y), line, muted);
    }
}

/// A line under words of an input method that are not settled, thicker under the part at work.
fn paint_preedit(painter: &Painter, page: &Page, editor: &Editor, down: Vec2) {
    let (Some(range), Some(preedit)) = (editor.shown_preedit(), &editor.preedit) else { return };
    let ink = Theme::of(painter.ctx()).ink;
    let active = preedit.active.clone().map(|active| range.start + active.start..range.start + active.end);
    for (part, width) in [(Some(range), 1.0), (active, 2.0)] {
        for rect in part.map_or_else(Vec::new, |part| page.rects(part)) {
            let rect = rect.translate(down);
            painter.hline(rect.x_range(), rect.bottom() - 1.5, Stroke::new(width, ink));
        }
    }
}

/// Tells the window system where the caret is, so that candidates of an input method stand beside it.
fn report_caret(ui: &Ui, editor: &Editor, inner: Rect, origin: Pos2) {
    let Some(page) = editor.laid_out() else { return };
    let to_window = ui.ctx().layer_transform_to_global(ui.layer_id()).unwrap_or_default();
    let caret = page.caret(editor.shown_caret()).translate(origin.to_vec2());
    let ime = IMEOutput {
        purpose: IMEPurpose::Normal,
        rect: to_window * inner,
        cursor_rect: to_window * caret,
        should_interrupt_composition: false,
    };
    ui.output_mut(|output| output.ime = Some(ime));
}

/// Hands the text back and tells assistive technology.
fn finish(ui: &mut Ui, response: &mut Response, (look, text): (&Look<'_>, &mut String), editor: &Editor, origin: Pos2) {
    let old = (editor.draft.text() != text).then(|| std::mem::replace(text, editor.draft.text().to_owned()));
    if old.is_some() {
        response.mark_changed();
    }
    let is_enabled = ui.is_enabled();
    let shown = |words: &str| if look.is_masked { "*".repeat(words.chars().count()) } else { words.to_owned() };
    response.widget_info(|| WidgetInfo::text_edit(is_enabled, shown(old.as_deref().unwrap_or(text)), shown(text), look.hint));
    let role = match (look.is_masked, look.has_lines) {
        (true, _) => egui::Role::PasswordInput,
        (false, true) => egui::Role::MultilineTextInput,
        (false, false) => egui::Role::TextInput,
    };
    let told = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(role);
        node.add_action(egui::accesskit::Action::SetValue);
        node.add_action(egui::accesskit::Action::ReplaceSelectedText);
        node.add_action(egui::accesskit::Action::SetTextSelection);
    });
    if let (Some(()), Some(page)) = (told, editor.laid_out()) {
        spoken::tell(ui, response.id, page, editor.draft.selection(), origin.to_vec2());
    }
}
