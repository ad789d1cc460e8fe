//! Paints what stands beside the words: numbers, ticks and untouched bars at the left, notes at the right.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, CornerRadius, Rect, Stroke, StrokeKind, pos2};

use super::flow::Placed;
use super::margin::{Note, stacked};
use super::measure::{BAR_X, NOTES_WIDTH, NUMBER_X, RULE_GAP, TEXT_X, TICK_X};
use super::paint::Page;
use crate::model::annotation::{Mention, Tag};
use crate::model::claim::Status;
use crate::model::document::{Document, Span};
use crate::model::lookup::{DocumentLookup, SentenceState};
use crate::session::Session;
use crate::widget::font;
use crate::widget::icon::{Icon, paint_icon};

/// Room between two notes, points.
const NOTE_GAP: f32 = 5.0;

/// The icon of a status.
pub fn status_icon(status: Status) -> Icon {
    match status {
        Status::Open => Icon::Circle,
        Status::Asked => Icon::Send,
        Status::Confirmed => Icon::Check,
        Status::Changed => Icon::Pencil,
        Status::Cut => Icon::Scissors,
        Status::Unresolved => Icon::CircleQuestionMark,
    }
}

/// Paragraph numbers, ticks where settled claims start, bars beside untouched sentences.
pub fn paint_left(page: &Page<'_>, placed: &[Placed], session: &Session, (document, lookup): (&Document, &DocumentLookup)) {
    let left = page.text_x - TEXT_X;
    for block in placed {
        let origin = page.origin(block);
        if block.block.is_first {
            let baseline = origin.y + block.words.row(0).baseline;
            let name = document.paragraph_name(block.block.paragraph);
            page.painter.text(pos2(left + NUMBER_X, baseline + 3.0), Align2::RIGHT_BOTTOM, name, font::sans(12.0), page.theme.ink3);
        }
        paint_untouched(page, block, document, lookup);
        for mark in lookup.marks.starting_in(block.block.span).iter().filter(|mark| mark.tag == Tag::Claim) {
            let mention = session.project().annotations().get(&mark.id).map(|mark| mark.mention);
            let Some(Mention::Claim(id)) = mention else { continue };
            if session.project().claims().get(&id).is_some_and(|claim| claim.status.is_settled()) {
                let row = block.words.row(block.words.row_of(block.local(mark.span.start())));
                let centre = pos2(left + TICK_X + 7.0, origin.y + row.baseline - page.measure.scaled(5.0));
                paint_icon(page.painter, Icon::Check, centre, 15.0, page.theme.ink);
            }
        }
    }
}

fn paint_untouched(page: &Page<'_>, placed: &Placed, document: &Document, lookup: &DocumentLookup) {
    let sentences = document.text.sentences();
    let origin = page.origin(placed);
    let x = page.text_x - TEXT_X + BAR_X;
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
        let bar = Rect::from_min_max(pos2(x, origin.y + first.top + 4.0), pos2(x + 3.0, origin.y + last.bottom));
        page.painter.rect_filled(bar, CornerRadius::ZERO, page.theme.bar);
    }
}

/// The notes, each on the row of its mark or just below the note before.
pub fn paint_right(page: &Page<'_>, placed: &[Placed], session: &Session, notes: &[Note], has_room: bool) {
    let selected = session.mark().map(|mark| mark.id);
    let rule_x = page.text_x + page.measure.column + RULE_GAP;
    let text_x = if has_room { rule_x + 48.0 } else { 0.0 };
    let width = NOTES_WIDTH - 48.0 - 8.0;
    let in_view = notes.iter().filter_map(|note| {
        let baseline = page.baseline(placed, note.at)?;
        let job = job(page, note, if has_room { width } else { 1.0 });
        let galley = page.painter.layout_job(job);
        Some((note, baseline - 12.5, galley))
    });
    let rows: Vec<_> = in_view.collect();
    let tops = stacked(&rows.iter().map(|(_, top, galley)| (*top, galley.size().y.max(17.0))).collect::<Vec<_>>(), NOTE_GAP);
    for ((note, wanted, galley), top) in rows.into_iter().zip(tops) {
        let is_selected = note.mark.is_some() && note.mark == selected;
        if !has_room {
            paint_folded(page, note, wanted);
            continue;
        }
        let height = galley.size().y.max(17.0);
        if is_selected {
            let frame = Rect::from_min_max(pos2(rule_x + 10.0, top - 5.0), pos2(rule_x + NOTES_WIDTH - 2.0, top + height + 4.0));
            page.painter.rect_stroke(frame, CornerRadius::same(4), Stroke::new(1.5, page.theme.sel), StrokeKind::Inside);
            paint_leader(page, placed, session, frame);
        }
        let number = page.painter.layout_no_wrap(note.number.clone(), font::semibold(12.0), page.theme.ink);
        page.painter.galley(pos2(rule_x + 27.0 - number.size().x, top + 1.0), number, page.theme.ink);
        if let Some(status) = note.status {
            let colour = if note.is_warning { page.theme.warn } else { page.theme.ink };
            paint_icon(page.painter, status_icon(status), pos2(rule_x + 37.0, top + 8.5), 13.0, colour);
        }
        let x = if note.status.is_none() && note.mark.is_none() { rule_x + 29.0 } else { text_x };
        page.painter.galley(pos2(x, top + 1.0), galley, page.theme.ink2);
    }
}

/// Without room for words, the sign alone stands at the edge.
fn paint_folded(page: &Page<'_>, note: &Note, top: f32) {
    let x = page.text_x + page.measure.column + 12.0;
    let (icon, colour) = match note.status {
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
    // Words behind the mark on its row are not struck through: the line then runs above them.
    let ends_row = words_end(page, placed, mark.span).is_none_or(|end| end - row.right() < 10.0);
    let from = pos2(row.right() + 3.0, if ends_row { row.center().y } else { row.top() - page.measure.scaled(1.0) });
    let y = from.y.clamp(note.top() + 4.0, note.bottom() - 4.0);
    let stroke = Stroke::new(1.5, page.theme.sel);
    let elbow = page.text_x + page.measure.column + 1.0;
    if (y - from.y).abs() < 1.0 {
        page.painter.line_segment([from, pos2(note.left(), from.y)], stroke);
    } else {
        page.painter.line_segment([from, pos2(elbow, from.y)], stroke);
        page.painter.line_segment([pos2(elbow, from.y), pos2(elbow, y)], stroke);
        page.painter.line_segment([pos2(elbow, y), pos2(note.left(), y)], stroke);
    }
}

/// Right end of the words on the row where a span ends, on screen.
fn words_end(page: &Page<'_>, placed: &[Placed], span: Span) -> Option<f32> {
    let last = span.end().saturating_sub(1);
    let block = placed.iter().find(|placed| placed.block.span.covers(last))?;
    let row = block.words.row(block.words.row_of(block.local(last)));
    Some(page.origin(block).x + row.right)
}

fn job(page: &Page<'_>, note: &Note, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let format = |font: egui::FontId, color: Color32| TextFormat { font_id: font, color, line_height: Some(15.0), ..TextFormat::default() };
    let is_passage = note.mark.is_none();
    let colour = if note.is_warning { page.theme.warn } else { page.theme.ink2 };
    if !note.lead.is_empty() {
        job.append(&note.lead, 0.0, format(font::semibold(12.5), if note.is_warning { page.theme.warn } else { page.theme.ink }));
        job.append(" ", 0.0, format(font::sans(12.5), colour));
    }
    let face = if is_passage { font::italic(12.5) } else { font::sans(12.5) };
    job.append(&note.words, 0.0, format(face, if is_passage { page.theme.ink3 } else { colour }));
    job
}
