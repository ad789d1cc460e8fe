//! Paints what stands beside the words: numbers, ticks and untouched bars where rows begin, notes where they end. On a page
//! that reads from right to left all of it is mirrored.

use egui::{Color32, CornerRadius, Rect, Stroke, StrokeKind, pos2};

use super::flow::Placed;
use super::margin::{Note, Stack};
use super::measure::{BAR_X, NOTES_WIDTH, NUMBER_X, TEXT_X, TICK_X};
use super::paint::Page;
use super::seen::Marked;
use crate::model::document::{Document, Span};
use crate::model::lookup::{DocumentLookup, SentenceState};
use crate::session::Session;
use crate::view::sign::status_icon;
use crate::widget::icon::{Icon, paint_icon};
use crate::widget::line::Line;
use crate::widget::typeset::{Emphasis, Quote, SetQuote, TextStyle};

/// Nearest to the edge of the paper that a paragraph number begins, points.
const LEAST_X: f32 = 3.0;
/// Room between two notes, points.
const NOTE_GAP: f32 = 5.0;
/// Where the words of a note begin, from the margin rule; the number and the sign of the status stand before them.
const NOTE_X: f32 = 48.0;
/// The same for a note without a sign.
const PLAIN_NOTE_X: f32 = 29.0;
/// How a note is set.
const NOTE_STYLE: TextStyle = TextStyle::sans(12.5, 15.0);

/// The number of a paragraph before its first row. That of a book has five digits and more, and stays on the paper.
fn paint_number(page: &Page<'_>, name: &str, baseline: f32) {
    let size = if name.len() > 5 { 10.5 } else { 12.0 };
    let line = Line::new(page.painter.ctx(), name, TextStyle::sans(size, 15.0), page.theme.ink3);
    paint_before(page, NUMBER_X.max(LEAST_X + line.size().x), baseline + 3.0 - 15.0, line);
}

/// Paragraph numbers, ticks where settled claims start, bars beside untouched sentences.
pub fn paint_start_side(page: &Page<'_>, placed: &[Placed], marked: &Marked, (document, lookup): (&Document, &DocumentLookup)) {
    for block in placed.iter().filter(|block| page.shows(block)) {
        let origin = page.origin(block);
        if block.block.is_first {
            let baseline = origin.y + block.words.row(0).baseline;
            paint_number(page, &document.paragraph_name(block.block.paragraph), baseline);
        }
        paint_untouched(page, block, document, lookup);
        let settled = marked.of(block).map_or(&[][..], |(seen, _)| &seen.settled);
        for start in settled.iter().filter(|start| block.block.span.covers(**start)) {
            let row = block.words.row(block.words.row_of(block.local(*start)));
            let centre = pos2(page.from_start(TICK_X + 7.0), origin.y + row.baseline - page.measure.scaled(5.0));
            paint_icon(page.painter, Icon::Check, centre, 15.0, page.theme.ink);
        }
    }
}

/// Paints a line so that it ends at a place from the edge of the page where rows begin; there it begins on a mirrored page.
fn paint_before(page: &Page<'_>, end: f32, top: f32, line: Line) {
    let end = page.from_start(end);
    let left = if page.measure.is_rtl { end } else { end - line.size().x };
    line.paint(page.painter, pos2(left, top), page.theme.ink);
}

fn paint_untouched(page: &Page<'_>, placed: &Placed, document: &Document, lookup: &DocumentLookup) {
    if !lookup.is_counted() {
        return;
    }
    let sentences = document.text.sentences();
    let origin = page.origin(placed);
    let from = document.text.sentence_at(placed.block.span.start());
    for (sentence, state) in sentences.iter().zip(&lookup.sentences).skip(from) {
        if sentence.start() >= placed.block.span.end() {
            break;
        }
        if *state != SentenceState::Untouched || !sentence.overlaps(placed.block.span) {
            continue;
        }
        let first = placed.words.row(placed.words.row_of(placed.local(sentence.start())));
        let last = placed.words.row(placed.words.row_of(placed.local(sentence.end().saturating_sub(1))));
        let bar = page.rect_from_start((BAR_X, BAR_X + 3.0), (origin.y + first.top + 4.0, origin.y + last.bottom));
        page.painter.rect_filled(bar, CornerRadius::ZERO, page.theme.bar);
    }
}

/// The notes, each on the row of its mark or just below the note before. What is pushed out of view is not laid out.
pub fn paint_notes(page: &Page<'_>, placed: &[Placed], session: &Session, marked: &Marked, has_room: bool) {
    let selected = session.mark().map(|mark| mark.id);
    let view = page.painter.clip_rect();
    let notes = marked.seen().flat_map(|seen| &seen.notes);
    let mut stack = Stack::default();
    let mut is_below = false;
    for note in notes {
        let is_selected = note.mark.is_some() && note.mark == selected;
        // Below a note that is out of view all others are, too.
        if is_below && !is_selected {
            continue;
        }
        let Some(baseline) = page.baseline(placed, note.at) else { continue };
        let top = stack.top(baseline - 12.5);
        is_below |= top >= view.bottom();
        if !has_room {
            stack.put(top, FOLDED, 1.0);
            if top < view.bottom() {
                paint_folded(page, note, top);
            }
        } else if top < view.bottom() {
            let set = SetNote::new(page, note);
            let bottom = top + set.height();
            stack.put(top, set.height(), NOTE_GAP);
            if is_selected {
                paint_selected(page, placed, session, (top, bottom));
            }
            if bottom > view.top() {
                paint_note(page, note, &set, top);
            }
        } else if is_selected {
            // Out of view: its leader runs down there.
            paint_selected(page, placed, session, (top + NOTES_WIDTH, top + 2.0 * NOTES_WIDTH));
        }
    }
}

/// The outline of a note that is selected, between two heights, and the line to its words.
fn paint_selected(page: &Page<'_>, placed: &[Placed], session: &Session, (top, bottom): (f32, f32)) {
    let rule = page.measure.rule();
    let frame = page.rect_from_start((rule + 10.0, rule + NOTES_WIDTH - 2.0), (top - 5.0, bottom + 4.0));
    page.painter.rect_stroke(frame, CornerRadius::same(4), Stroke::new(1.5, page.theme.sel), StrokeKind::Inside);
    paint_leader(page, placed, session, frame);
}

fn paint_note(page: &Page<'_>, note: &Note, set: &SetNote, top: f32) {
    let rule = page.measure.rule();
    let number = Line::new(page.painter.ctx(), &note.number, TextStyle::sans(12.0, 15.0).semibold(), page.theme.ink);
    paint_before(page, rule + 27.0, top + 1.0, number);
    let icon = if note.is_lost { Some(Icon::Unlink) } else { note.status.map(status_icon) };
    if let Some(icon) = icon {
        let colour = if note.is_warning { page.theme.warn } else { page.theme.ink };
        paint_icon(page.painter, icon, pos2(page.from_start(rule + 37.0), top + 8.5), 13.0, colour);
    }
    set.paint(page, note, top + 1.0);
}

/// Height of a note that is only its sign, points.
const FOLDED: f32 = 14.0;

/// The words of a note, laid out.
struct SetNote {
    words: String,
    style: TextStyle,
    emphasis: Vec<(std::ops::Range<usize>, Emphasis)>,
    colour: Color32,
    /// Nothing where there are no words.
    set: Option<SetQuote>,
}

impl SetNote {
    fn new(page: &Page<'_>, note: &Note) -> Self {
        let theme = page.theme;
        let is_passage = note.mark.is_none() && !note.is_lost;
        let colour = match (note.is_warning, is_passage) {
            (true, _) => theme.warn,
            (false, true) => theme.ink3,
            (false, false) => theme.ink2,
        };
        let lead = 0..note.lead.len();
        let lead_colour = if note.is_warning { theme.warn } else { theme.ink };
        let emphasis = vec![(lead.clone(), Emphasis::Semibold), (lead, Emphasis::Color(lead_colour))];
        let words = if note.lead.is_empty() { note.words.clone() } else { format!("{} {}", note.lead, note.words) };
        let style = if is_passage { NOTE_STYLE.italic() } else { NOTE_STYLE };
        let style = style.on_page(page.measure.is_rtl);
        let quote = Quote::new(&words, style, colour).emphasis(&emphasis);
        let set = (!words.is_empty()).then(|| SetQuote::new(page.painter.ctx(), &quote, NOTES_WIDTH - NOTE_X - 8.0));
        SetNote { words, style, emphasis, colour, set }
    }

    fn height(&self) -> f32 {
        self.set.as_ref().map_or(0.0, SetQuote::height).max(17.0)
    }

    /// Paints the words close to their sign, whichever way they read themselves.
    fn paint(&self, page: &Page<'_>, note: &Note, top: f32) {
        let Some(set) = &self.set else { return };
        let has_sign = note.status.is_some() || note.mark.is_some() || note.is_lost;
        let near = page.from_start(page.measure.rule() + if has_sign { NOTE_X } else { PLAIN_NOTE_X });
        let extent = set.extent();
        let x = if page.measure.is_rtl { near - extent.max } else { near - extent.min };
        let quote = Quote::new(&self.words, self.style, self.colour).emphasis(&self.emphasis);
        set.paint(page.painter, &quote, pos2(x, top));
    }
}

/// Without room for words, the sign alone stands at the edge.
fn paint_folded(page: &Page<'_>, note: &Note, top: f32) {
    let x = page.from_start(TEXT_X + page.measure.column + 12.0);
    let (icon, colour) = match note.status {
        _ if note.is_lost => (Icon::Unlink, page.theme.warn),
        Some(status) => (status_icon(status), if note.is_warning { page.theme.warn } else { page.theme.ink }),
        None if note.mark.is_none() => (Icon::Ban, page.theme.ink3),
        None => (Icon::Info, page.theme.ink3),
    };
    paint_icon(page.painter, icon, pos2(x, top + 8.5), 13.0, colour);
}

/// From the end of the selected words to their note.
fn paint_leader(page: &Page<'_>, placed: &[Placed], session: &Session, note: Rect) {
    let Some(mark) = session.mark() else { return };
    let rows = page.screen_rects(placed, mark.span);
    let Some(row) = rows.iter().min_by(|one, other| {
        let away = |row: &Rect| (row.center().y - note.center().y).abs();
        away(one).total_cmp(&away(other))
    }) else {
        return;
    };
    let (row_end, outwards, note_x) = if page.measure.is_rtl { (row.left(), -1.0, note.right()) } else { (row.right(), 1.0, note.left()) };
    // Words behind the mark on its row are not struck through: the line then runs above them.
    let ends_row = words_end(page, placed, mark.span).is_none_or(|end| (end - row_end) * outwards < 10.0);
    let from = pos2(row_end + 3.0 * outwards, if ends_row { row.center().y } else { row.top() - page.measure.scaled(1.0) });
    let y = from.y.clamp(note.top() + 4.0, note.bottom() - 4.0);
    let stroke = Stroke::new(1.5, page.theme.sel);
    let elbow = page.from_start(TEXT_X + page.measure.column + 1.0);
    if (y - from.y).abs() < 1.0 {
        page.painter.line_segment([from, pos2(note_x, from.y)], stroke);
    } else {
        page.painter.line_segment([from, pos2(elbow, from.y)], stroke);
        page.painter.line_segment([pos2(elbow, from.y), pos2(elbow, y)], stroke);
        page.painter.line_segment([pos2(elbow, y), pos2(note_x, y)], stroke);
    }
}

/// Where the words end on the row where a span ends, on screen: at the right, or at the left of a mirrored page.
fn words_end(page: &Page<'_>, placed: &[Placed], span: Span) -> Option<f32> {
    let last = span.end().saturating_sub(1);
    let block = placed.iter().find(|placed| placed.block.span.covers(last))?;
    let row = block.words.row(block.words.row_of(block.local(last)));
    Some(page.origin(block).x + if page.measure.is_rtl { row.left } else { row.right })
}
