//! The galley: an article as a printed page with its marks, margin notes and overview strip. Reads the session, sends
//! commands; scroll position and layouts are its own.

#[cfg(test)]
mod drags {
    mod tests;
}
pub mod doubts;
pub mod drawn;
pub mod flow;
pub mod head;
pub mod heights;
pub mod known;
pub mod margin;
pub mod margin_paint;
pub mod measure;
pub mod motion;
pub mod paint;
pub mod piles;
pub mod pointer;
pub mod press;
pub mod printed;
pub mod seen;
pub mod shaped;
pub mod signs;
pub mod spoken;
pub mod strip;
#[cfg(test)]
mod tests;
pub mod ties;
pub mod toolbar;

use std::collections::BTreeMap;

use egui::{CornerRadius, CursorIcon, EventFilter, Id, Rect, Response, Sense, Stroke, Ui, UiBuilder, pos2};

use self::flow::{Flow, Placed};
use self::measure::{Measure, TEXT_X};
use self::motion::{Course, Ground};
use self::paint::{Highlights, Page};
use self::pointer::{Pointer, Target};
use self::printed::Printed;
use self::seen::Marked;
use self::spoken::Crossing;
use self::strip::Strip;
use super::Cx;
use crate::command::Command;
use crate::command::catalogue::Motion;
use crate::model::document::{Document, Span};
use crate::model::id::DocumentId;
use crate::session::{Mode, Selection, Session};
use crate::widget::font::Face;
use crate::widget::line::words_ui;
use crate::widget::theme::Theme;
use crate::widget::typeset::{CaretPos, TextEngine, reads_rtl};

/// How far above the view notes are still looked for, because they reach down: points.
const ABOVE: f32 = 360.0;
/// How long a jump's target is outlined thick, seconds.
const FLASH_SECONDS: f64 = 0.12;
/// Columns kept for articles that were shown before.
const KEPT_FLOWS: usize = 16;
/// How many letters of an article decide which way its page reads.
const DIRECTION_CHARS: usize = 10_000;

/// The galley's memory between frames.
#[derive(Default)]
pub struct GalleyState {
    flows: BTreeMap<DocumentId, Flow>,
    /// Whether an article reads from right to left; texts never change.
    directions: BTreeMap<DocumentId, bool>,
    pointer: Pointer,
    /// The caret with its side, where the side matters: at a wrap, and between words of two directions.
    caret: Option<CaretPos>,
    strip: Strip,
    marked: Marked,
    printed: Printed,
    crossing: Crossing,
    /// What is kept between motions of the caret, and the byte that it was kept for.
    course: Option<(usize, Course)>,
    motions: Vec<(Motion, bool)>,
    reveal: Option<(DocumentId, Span)>,
    flash_until: f64,
    painted_revision: u64,
}

/// The id of the article text: the widget that must have the focus for letters to be commands.
pub fn galley_id() -> Id {
    Id::unique("tickmark galley")
}

impl GalleyState {
    /// Brings words into view at the next frame, if they are not.
    pub fn reveal(&mut self, document: DocumentId, span: Span) {
        self.reveal = Some((document, span));
    }

    /// Moves the caret by rows or screens at the next frame.
    pub fn push_motion(&mut self, motion: Motion, extends: bool) {
        self.motions.push((motion, extends));
    }

    /// The revision of the project that was last painted.
    pub fn painted_revision(&self) -> u64 {
        self.painted_revision
    }

    /// Scroll position of an article, as the byte at the top of the view.
    pub fn top_byte(&self, document: DocumentId) -> usize {
        let Some(flow) = self.flows.get(&document) else { return 0 };
        flow.blocks().get(flow.top_block()).map_or(0, |block| block.span.start())
    }

    /// Whether the paragraph at a byte of the article shown reads from right to left, as far as that is known.
    pub fn is_rtl_at(&self, document: &Document, at: usize) -> bool {
        let paragraph = document.text.paragraphs().get(document.text.paragraph_at(at));
        let own = paragraph.and_then(|paragraph| reads_rtl(document.text.slice(*paragraph)));
        own.unwrap_or_else(|| self.directions.get(&document.id).copied().unwrap_or_default())
    }

    fn is_rtl_page(&mut self, document: &Document) -> bool {
        *self.directions.entry(document.id).or_insert_with(|| {
            let text = document.text.as_str();
            let end = text.char_indices().nth(DIRECTION_CHARS).map_or(text.len(), |(at, _)| at);
            reads_rtl(text.get(..end).unwrap_or(text)).unwrap_or_default()
        })
    }

    /// The caret at a byte, on the side where it was last put.
    fn caret_at(&self, byte: usize) -> CaretPos {
        self.caret.filter(|caret| caret.byte == byte).unwrap_or(CaretPos::from(byte))
    }

    fn take_flow(&mut self, document: &Document, measure: Measure) -> Flow {
        if self.flows.len() > KEPT_FLOWS {
            self.flows.pop_first();
        }
        let mut flow = self.flows.remove(&document.id).unwrap_or_else(|| Flow::new(document, measure));
        flow.set_measure(measure);
        flow
    }
}

/// Where the parts of the galley lie.
struct Places {
    paper: Rect,
    view: Rect,
    strip: Rect,
    head: Rect,
    measure: Measure,
    has_notes: bool,
}

impl Places {
    fn new(available: Rect, size: f32, is_rtl: bool) -> Self {
        let strip = Rect::from_min_max(pos2(available.right() - strip::WIDTH, available.top()), available.max);
        let desk = Rect::from_min_max(available.min, pos2(strip.left(), available.bottom()));
        let width = Measure::page_width(size).min(desk.width() - 16.0).max(200.0);
        let left = (desk.left() + ((desk.width() - width) / 2.0).max(8.0)).round();
        let paper = Rect::from_min_max(pos2(left, desk.top()), pos2(left + width, desk.bottom()));
        let (measure, has_notes) = Measure::fitting(size, width);
        let head = paper.with_max_y(paper.top() + head::HEIGHT);
        let view = paper.with_min_y(head.bottom());
        Places { paper, view, strip, head, measure: measure.reading(is_rtl), has_notes }
    }

    /// Left edge of the words.
    fn text_x(&self) -> f32 {
        if self.measure.is_rtl { self.paper.right() - TEXT_X - self.measure.column } else { self.paper.left() + TEXT_X }
    }
}

/// Draws the article that is shown, with head, margin and overview strip.
pub fn article_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut GalleyState) {
    let available = ui.available_rect_before_wrap();
    ui.painter().rect_filled(available, CornerRadius::ZERO, Theme::of(ui.ctx()).desk);
    let Some(document) = cx.session.document() else { return };
    let places = Places::new(available, cx.preferences.reader_size_pt, state.is_rtl_page(document));
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(places.paper, CornerRadius::ZERO, theme.paper);
    for x in [places.paper.left(), places.paper.right()] {
        ui.painter().vline(x, places.paper.y_range(), Stroke::new(1.0, theme.line));
    }
    ui.scope_builder(UiBuilder::new().max_rect(places.head), |ui| head::head_ui(ui, cx, document));
    let mut flow = state.take_flow(document, places.measure);
    page_ui(ui, cx, state, (document, &mut flow, &places));
    let wanted = ui
        .scope_builder(UiBuilder::new().max_rect(places.strip), |ui| {
            state.strip.strip_ui(ui, cx.session, (document.id, &flow), places.view.height())
        })
        .inner;
    if let Some(y) = wanted {
        flow.scroll_to(y, places.view.height());
        ui.ctx().request_repaint();
    }
    state.flows.insert(document.id, flow);
    state.painted_revision = cx.session.revision();
    ui.advance_cursor_after_rect(available);
}

fn page_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut GalleyState, (document, flow, places): (&Document, &mut Flow, &Places)) {
    let response = focusable_ui(ui, places.view);
    let engine = TextEngine::of(ui.ctx());
    let placed = {
        let mut engine = engine.lock();
        let mut ground = Ground { flow: &mut *flow, engine: &mut engine, document, view_height: places.view.height() };
        run_motions(cx, state, &mut ground);
        reveal_wanted(ui, state, &mut ground);
        scroll_by_wheel(ui, &response, flow, places.view.height());
        let above = if has_notes_above(cx.session, document, flow) { ABOVE } else { 0.0 };
        flow.place(&mut engine, document, places.view.height(), above)
    };
    let painter = ui.painter_at(places.view);
    let theme = Theme::of(ui.ctx());
    let page = Page { painter: &painter, theme: &theme, measure: places.measure, text_x: places.text_x(), top: places.view.top() };
    let target = Target { page: &page, placed: &placed, document };
    let scroll = state.pointer.handle(ui, cx, &target, &response);
    state.caret = state.pointer.hit.take().or(state.caret);
    if scroll != 0.0 {
        flow.scroll_by(scroll, places.view.height());
        ui.ctx().request_repaint();
    }
    paint_page(ui, cx, state, (&page, &placed, document), places);
    let around = || flow.place_around(&mut engine.lock(), document, (&placed, spoken::STRETCH_BYTES));
    let told = (&response, document);
    let wanted = spoken::page_ui(ui, cx, &page, around, told);
    state.reveal = wanted.map(|span| (document.id, span)).or(state.reveal);
    state.crossing.say_ui(ui, cx.session, document);
    show_toolbar(ui, cx, state, (&page, &placed));
    hover_ui(cx, state, &response);
}

/// Whether notes may reach down into the view from above: else nothing is laid out there.
fn has_notes_above(session: &Session, document: &Document, flow: &mut Flow) -> bool {
    let Some((above, lookup)) = flow.span_above(ABOVE).zip(session.lookup().document(document.id)) else { return false };
    let has_lost = || !doubts::lost_in(session, document, above).is_empty();
    let has_asides = || !session.asides_over(above).is_empty();
    lookup.marks.touches(above) || !lookup.exclusions_in(above).is_empty() || has_lost() || has_asides()
}

/// The widget that holds the focus and hears the mouse. Arrows and Escape are the caret's, Tab moves on.
fn focusable_ui(ui: &Ui, rect: Rect) -> Response {
    let response = ui.interact(rect, galley_id(), Sense::click_and_drag());
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(galley_id(), filter));
    response
}

fn run_motions(cx: &mut Cx<'_>, state: &mut GalleyState, ground: &mut Ground<'_>) {
    let Some(selection) = cx.session.selection() else { return };
    let motions = std::mem::take(&mut state.motions);
    if motions.is_empty() {
        return;
    }
    let mut anchor = selection.anchor;
    let mut caret = state.caret_at(selection.head);
    let mut course = state.course.filter(|(byte, _)| *byte == selection.head).map(|(_, course)| course).unwrap_or_default();
    for (motion, extends) in motions {
        let now = Selection { anchor, head: caret.byte, ..selection };
        caret = ground.collapsed(now, motion, extends).unwrap_or_else(|| ground.moved(caret, motion, &mut course));
        anchor = if extends { anchor } else { caret.byte };
    }
    state.caret = Some(caret);
    state.course = Some((caret.byte, course));
    let head = caret.byte;
    cx.send(Command::Select { document: selection.document, anchor, head });
    state.reveal = Some((selection.document, Span::between(head, head)));
}

fn reveal_wanted(ui: &Ui, state: &mut GalleyState, ground: &mut Ground<'_>) {
    let Some((_, span)) = state.reveal.take_if(|(document, _)| *document == ground.document.id) else { return };
    let has_moved = ground.flow.reveal(ground.engine, ground.document, span, ground.view_height);
    if has_moved && !span.is_empty() {
        state.flash_until = ui.input(|input| input.time) + FLASH_SECONDS;
        ui.ctx().request_repaint_after_secs(FLASH_SECONDS as f32);
    }
}

fn scroll_by_wheel(ui: &Ui, response: &Response, flow: &mut Flow, view_height: f32) {
    if response.contains_pointer() {
        let delta = ui.input(|input| input.smooth_scroll_delta().y);
        if delta != 0.0 {
            flow.scroll_by(-delta, view_height);
        }
    }
}

fn paint_page(ui: &Ui, cx: &Cx<'_>, state: &mut GalleyState, (page, placed, document): (&Page<'_>, &[Placed], &Document), places: &Places) {
    let session = cx.session;
    let Some(lookup) = session.lookup().document(document.id) else { return };
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else { return };
    let in_view = Span::between(first.block.span.start(), last.block.span.end());
    state.marked.look(session, document, page, placed);
    let marked = &state.marked;
    let highlights = highlights(ui, cx, state, document, in_view);
    if places.has_notes {
        page.painter.vline(page.from_start(places.measure.rule()), places.view.y_range(), Stroke::new(1.0, page.theme.line));
    }
    margin_paint::paint_start_side(page, placed, marked, (document, lookup));
    page.paint_shapes(placed);
    page.paint_below(placed, marked, &highlights);
    state.printed.paint(&mut TextEngine::of(ui.ctx()).lock(), page, placed);
    page.paint_above(placed, marked, &highlights);
    piles::paint_piles(page, placed, marked.seen().flat_map(|seen| &seen.piles));
    doubts::paint_lost(page, placed, marked.seen().flat_map(|seen| &seen.lost));
    if let Some(mark) = session.mark().filter(|mark| mark.document == document.id) {
        ties::paint_ties(page, placed, session, mark);
    }
    margin_paint::paint_notes(page, placed, session, marked, places.has_notes);
}

fn highlights(ui: &Ui, cx: &Cx<'_>, state: &GalleyState, document: &Document, in_view: Span) -> Highlights {
    let session = cx.session;
    let selection = session.selection().filter(|selection| selection.document == document.id);
    let mark = session.mark().filter(|mark| mark.document == document.id);
    let moved = match session.mode() {
        Mode::Resizing(resizing) => Some((resizing.mark, resizing.span)),
        _ => state.pointer.dragged_edge(),
    };
    let link_end = match session.mode() {
        Mode::Linking(linking) => linking.end.and_then(|end| session.project().annotations().get(&end)),
        _ => None,
    };
    let has_focus = ui.memory(|memory| memory.has_focus(galley_id()));
    let search = session.search();
    let here = |hit: &&(DocumentId, Span)| hit.0 == document.id && hit.1.overlaps(in_view);
    Highlights {
        fresh: selection.filter(|selection| !selection.is_empty() && mark.is_none()).map(Selection::span),
        selected: moved.or(mark.map(|mark| (mark.id, mark.span))),
        // What is signed off cannot be moved.
        has_handles: !document.is_signed(),
        is_flashing: ui.input(|input| input.time) < state.flash_until,
        hovered: state.pointer.hovered,
        link_end: link_end.filter(|end| end.document == document.id).map(|end| end.span),
        cues: if mark.is_some() { session.cues_shown() } else { Vec::new() },
        suggested: session.suggestions_over(in_view).into_iter().map(|suggestion| (suggestion.offer(), suggestion.span)).collect(),
        hits: search.hits().iter().filter(here).map(|hit| hit.1).collect(),
        current_hit: search.current().and_then(|at| search.hits().get(at)).filter(|hit| hit.0 == document.id).map(|hit| hit.1),
        caret: selection.filter(|_| has_focus && mark.is_none()).map(|selection| state.caret_at(selection.head)),
    }
}

fn show_toolbar(ui: &Ui, cx: &mut Cx<'_>, state: &GalleyState, (page, placed): (&Page<'_>, &[Placed])) {
    let view = page.painter.clip_rect();
    let Some(selection) = cx.session.selection() else { return };
    let is_wanted =
        !selection.is_empty() && cx.session.mark().is_none() && !state.pointer.is_dragging() && *cx.session.mode() == Mode::Reading;
    if is_wanted {
        let rows: Vec<Rect> = page.screen_rects(placed, selection.span()).into_iter().filter(|row| row.intersects(view)).collect();
        toolbar::toolbar_ui(ui, cx, &rows, view);
    }
}

/// What the mark under the pointer is, after the usual while.
fn hover_ui(cx: &Cx<'_>, state: &GalleyState, response: &Response) {
    let Some(mark) = state.pointer.hovered.and_then(|id| cx.session.project().annotations().get(&id)) else { return };
    if state.pointer.is_dragging() {
        return;
    }
    let words = piles::hover(cx.session, mark);
    let told = response.clone().on_hover_cursor(CursorIcon::Text);
    told.on_hover_ui_at_pointer(|ui| {
        words_ui(ui, &words, (Face::Dense, Face::Dense.row()), Theme::of(ui.ctx()).ink);
    });
}
