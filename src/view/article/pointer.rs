//! The mouse on the page: selecting by characters, words, sentences and paragraphs, picking marks, dragging handles.

use egui::{CursorIcon, Event, Modifiers, PointerButton, Pos2, Response, Ui, pos2};

use super::flow::Placed;
use super::paint::Page;
use crate::command::Command;
use crate::model::document::{Document, Span};
use crate::model::id::AnnotationId;
use crate::session::selection::snapped;
use crate::session::{Edge, Mode};
use crate::view::Cx;
use crate::widget::typeset::CaretPos;

/// Longest time between the clicks of a double click, seconds.
const CLICK_SECONDS: f64 = 0.4;
/// Farthest way between the clicks of a double click, points.
const CLICK_POINTS: f32 = 5.0;
/// Way after which a press is a drag, points.
const DRAG_POINTS: f32 = 3.0;
/// Hit radius of a handle, points.
const HANDLE_POINTS: f32 = 12.0;

/// What a drag extends.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Drag {
    /// A selection that began with this span (a caret, a word, a sentence, a paragraph).
    Select { origin: Span, unit: Unit, pressed: Pos2, is_moved: bool },
    /// The edge of a mark; the other end stays.
    Edge { mark: AnnotationId, fixed: usize, moving: usize },
}

/// What a selection grows by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Unit {
    /// Characters; while dragging, whole words unless Alt is held.
    #[default]
    Free,
    Word,
    Sentence,
    Paragraph,
}

/// The mouse's memory between frames.
#[derive(Clone, Debug, Default)]
pub struct Pointer {
    drag: Option<Drag>,
    last_press: Option<(Pos2, f64)>,
    clicks: u32,
    /// Marks at the last click, for going through them.
    cycle: Option<(usize, AnnotationId)>,
    /// The mark under the pointer.
    pub hovered: Option<AnnotationId>,
    /// Where the caret was put in this frame, with its side.
    pub hit: Option<CaretPos>,
}

/// What the pointer works on in a frame.
pub struct Target<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// Blocks in view.
    pub placed: &'a [Placed],
    /// The article.
    pub document: &'a Document,
}

impl Target<'_> {
    /// The place of the article at a position; beside and between the words, the nearest one.
    pub fn place_at(&self, at: Pos2) -> CaretPos {
        let local_y = at.y - self.page.top;
        let below = self.placed.iter().rev().find(|placed| placed.top <= local_y).or(self.placed.first());
        let Some(below) = below else { return CaretPos::default() };
        // Of cells side by side the one that is nearest to the place.
        let beside = self.placed.iter().filter(|placed| placed.block.paragraph == below.block.paragraph && placed.top == below.top);
        let away = |placed: &&Placed| {
            let left = self.page.origin(placed).x + placed.words.rows().map(|row| row.left).fold(f32::INFINITY, f32::min);
            let right = self.page.origin(placed).x + placed.words.width();
            (left - at.x).max(at.x - right).max(0.0)
        };
        let placed = beside.min_by(|one, other| away(one).total_cmp(&away(other))).unwrap_or(below);
        let origin = self.page.origin(placed);
        let hit = placed.words.hit(pos2(at.x - origin.x, at.y - origin.y));
        CaretPos { byte: placed.block.span.start() + hit.byte, ..hit }
    }

    /// The byte at a position.
    pub fn byte_at(&self, at: Pos2) -> usize {
        self.place_at(at).byte
    }

    /// The byte of the character under a position; none beside the words.
    fn covered_at(&self, at: Pos2) -> Option<usize> {
        self.placed.iter().find_map(|placed| {
            let origin = self.page.origin(placed);
            let inside = pos2(at.x - origin.x, at.y - origin.y);
            let is_in = inside.y >= 0.0 && inside.y < placed.words.height();
            let cluster = placed.words.cluster_at(inside).filter(|_| is_in)?;
            Some(placed.block.span.start() + cluster.start)
        })
    }
}

impl Pointer {
    /// Whether words are being selected or an edge is being dragged.
    pub fn is_dragging(&self) -> bool {
        match self.drag {
            Some(Drag::Select { is_moved, .. }) => is_moved,
            Some(Drag::Edge { .. }) => true,
            None => false,
        }
    }

    /// The words of the mark whose edge is dragged, as they would be now.
    pub fn dragged_edge(&self) -> Option<(AnnotationId, Span)> {
        match self.drag {
            Some(Drag::Edge { mark, fixed, moving }) => Some((mark, Span::between(fixed, moving))),
            _ => None,
        }
    }

    /// Takes the mouse's events of a frame, of which a slow frame has several. Gives how far the view should scroll, points.
    pub fn handle(&mut self, ui: &Ui, cx: &mut Cx<'_>, target: &Target<'_>, response: &Response) -> f32 {
        let Some(at) = ui.input(|input| input.pointer.interact_pos()) else { return 0.0 };
        if let Some(fingers) = ui.input(|input| input.multi_touch()) {
            // Two fingers push the page; what the first one began is no selection.
            self.drag = None;
            return if response.contains_pointer() { -fingers.translation_delta.y } else { 0.0 };
        }
        let (events, modifiers, time) = ui.input(|input| (input.events.clone(), input.modifiers, input.time));
        self.hover(cx, target, response, at);
        for event in events {
            let Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: held, .. } = event else { continue };
            // A hand lets go of Alt and of the button at once; what counts is what it held at the click.
            let modifiers = modifiers | held;
            if !pressed {
                self.drag_to(cx, target, (pos, modifiers), response);
                self.release(cx, target, pos, modifiers);
            } else if response.contains_pointer() {
                response.request_focus();
                self.press(cx, target, pos, (modifiers, time));
            }
        }
        if response.long_touched() {
            self.take_word(cx, target, at);
        }
        self.drag_to(cx, target, (at, modifiers), response)
    }

    fn hover(&mut self, cx: &Cx<'_>, target: &Target<'_>, response: &Response, at: Pos2) {
        self.hovered = None;
        if !response.hovered() && self.drag.is_none() {
            return;
        }
        let on_handle = self.handle_at(cx, target, at).is_some() || matches!(self.drag, Some(Drag::Edge { .. }));
        response.ctx.set_cursor_icon(if on_handle { CursorIcon::ResizeHorizontal } else { CursorIcon::Text });
        if self.drag.is_none() {
            self.hovered = target.covered_at(at).and_then(|byte| marks_at(cx, byte).first().copied());
        }
    }

    /// The handle of the selected mark under the pointer, with the end that stays.
    fn handle_at(&self, cx: &Cx<'_>, target: &Target<'_>, at: Pos2) -> Option<(AnnotationId, Edge, Span)> {
        let is_loose = !target.document.is_signed();
        let mark = cx.session.mark().filter(|mark| is_loose && mark.document == target.document.id)?;
        for placed in target.placed.iter().filter(|placed| placed.block.span.overlaps(mark.span)) {
            for (is_start, edge) in [(true, Edge::Start), (false, Edge::End)] {
                let is_near = |corner: Pos2| corner.distance(at) <= HANDLE_POINTS;
                if target.page.handle(placed, mark.span, is_start).is_some_and(is_near) {
                    return Some((mark.id, edge, mark.span));
                }
            }
        }
        None
    }

    fn press(&mut self, cx: &mut Cx<'_>, target: &Target<'_>, at: Pos2, (modifiers, time): (Modifiers, f64)) {
        let is_again = self.last_press.is_some_and(|(place, then)| time - then < CLICK_SECONDS && place.distance(at) < CLICK_POINTS);
        self.clicks = if is_again { self.clicks + 1 } else { 1 };
        self.last_press = Some((at, time));
        if self.clicks == 1
            && let Some((mark, edge, span)) = self.handle_at(cx, target, at)
        {
            let (fixed, moving) = if edge == Edge::Start { (span.end(), span.start()) } else { (span.start(), span.end()) };
            self.drag = Some(Drag::Edge { mark, fixed, moving });
            return;
        }
        let byte = target.byte_at(at);
        let text = &target.document.text;
        let (unit, origin) = match self.clicks {
            1 => (Unit::Free, Span::between(byte, byte)),
            2 => (Unit::Word, text.word_at(target.covered_at(at).unwrap_or(byte))),
            3 => (Unit::Sentence, text.sentence_around(byte).unwrap_or(Span::between(byte, byte))),
            _ => (Unit::Paragraph, text.paragraphs().get(text.paragraph_at(byte)).copied().unwrap_or(Span::between(byte, byte))),
        };
        if modifiers.shift && self.clicks == 1 {
            let anchor = cx
                .session
                .selection()
                .filter(|selection| selection.document == target.document.id)
                .map_or(byte, |selection| selection.anchor);
            self.drag = Some(Drag::Select { origin: Span::between(anchor, anchor), unit, pressed: at, is_moved: true });
            self.select(cx, target, (anchor, byte));
            return;
        }
        if unit != Unit::Free {
            self.select(cx, target, (origin.start(), origin.end()));
        }
        self.drag = Some(Drag::Select { origin, unit, pressed: at, is_moved: unit != Unit::Free });
    }

    /// A finger that rests selects the word below it and goes on by words.
    fn take_word(&mut self, cx: &mut Cx<'_>, target: &Target<'_>, at: Pos2) {
        let word = target.document.text.word_at(target.covered_at(at).unwrap_or(target.byte_at(at)));
        self.select(cx, target, (word.start(), word.end()));
        self.drag = Some(Drag::Select { origin: word, unit: Unit::Word, pressed: at, is_moved: true });
    }

    fn select(&self, cx: &mut Cx<'_>, target: &Target<'_>, (anchor, head): (usize, usize)) {
        cx.send(Command::Select { document: target.document.id, anchor, head });
    }

    fn drag_to(&mut self, cx: &mut Cx<'_>, target: &Target<'_>, (at, modifiers): (Pos2, Modifiers), response: &Response) -> f32 {
        let place = target.place_at(at);
        let byte = place.byte;
        match &mut self.drag {
            Some(Drag::Edge { fixed, moving, .. }) => {
                let raw = Span::between(*fixed, byte);
                let span = if modifiers.alt { raw } else { snapped(&target.document.text, raw) };
                if !span.is_empty() {
                    *moving = if byte < *fixed { span.start() } else { span.end() };
                }
            }
            Some(Drag::Select { origin, unit, pressed, is_moved }) => {
                *is_moved |= pressed.distance(at) > DRAG_POINTS;
                if *is_moved {
                    let ends = extended(&target.document.text, *origin, *unit, (byte, modifiers.alt));
                    self.hit = Some(place);
                    let selected = cx.session.selection().map(|selection| (selection.anchor, selection.head));
                    if selected != Some(ends) || cx.session.mark().is_some() {
                        self.select(cx, target, ends);
                    }
                }
            }
            None => {}
        }
        if !self.is_dragging() {
            return 0.0;
        }
        // Past the edge the page follows, faster the farther the pointer is.
        let rect = response.rect;
        let past = (at.y - rect.bottom()).max(0.0) - (rect.top() - at.y).max(0.0);
        (past * 0.3).clamp(-60.0, 60.0)
    }

    fn release(&mut self, cx: &mut Cx<'_>, target: &Target<'_>, at: Pos2, modifiers: Modifiers) {
        match self.drag.take() {
            Some(Drag::Edge { mark, fixed, moving }) => {
                let span = Span::between(fixed, moving);
                if cx.session.project().annotations().get(&mark).is_some_and(|mark| mark.span != span) && !span.is_empty() {
                    cx.send(Command::Resize { mark, span });
                }
            }
            Some(Drag::Select { is_moved: false, .. }) if !modifiers.shift => self.click(cx, target, at),
            _ => {}
        }
    }

    /// A plain click: picks the smallest mark there, the next one if it is picked already, else puts the caret.
    fn click(&mut self, cx: &mut Cx<'_>, target: &Target<'_>, at: Pos2) {
        let byte = target.byte_at(at);
        let under = target.covered_at(at).map_or(Vec::new(), |covered| marks_at(cx, covered));
        if matches!(cx.session.mode(), Mode::Linking(_)) {
            if let Some(end) = under.first() {
                cx.send(Command::PickLinkEnd(*end));
            }
            return;
        }
        let selected = cx.session.mark().map(|mark| mark.id);
        let picked = match selected.and_then(|selected| under.iter().position(|mark| *mark == selected)) {
            Some(current) => under.get((current + 1) % under.len()).copied(),
            None => under.first().copied(),
        };
        match picked {
            Some(mark) => {
                self.cycle = Some((byte, mark));
                cx.send(Command::SelectMark(mark));
            }
            None => match target.covered_at(at).and_then(|covered| suggested_at(cx, covered)) {
                Some(span) => self.select(cx, target, (span.start(), span.end())),
                None => {
                    self.hit = Some(target.place_at(at));
                    self.select(cx, target, (byte, byte));
                }
            },
        }
    }
}

/// Anchor and head of a selection that began with `origin` and now reaches to a byte.
fn extended(text: &crate::model::document::Text, origin: Span, unit: Unit, (byte, is_exact): (usize, bool)) -> (usize, usize) {
    let at_head = match unit {
        Unit::Free if is_exact => Span::between(byte, byte),
        Unit::Free => {
            let span = snapped(text, Span::between(origin.start(), byte));
            return if byte < origin.start() { (span.end(), span.start()) } else { (span.start(), span.end()) };
        }
        Unit::Word => text.word_at(byte),
        Unit::Sentence => text.sentence_around(byte).unwrap_or(Span::between(byte, byte)),
        Unit::Paragraph => text.paragraphs().get(text.paragraph_at(byte)).copied().unwrap_or(Span::between(byte, byte)),
    };
    if byte < origin.start() {
        (origin.end(), at_head.start().min(origin.start()))
    } else {
        (origin.start(), at_head.end().max(origin.end()))
    }
}

/// The marks over a byte of the article shown, smallest first.
fn marks_at(cx: &Cx<'_>, byte: usize) -> Vec<AnnotationId> {
    cx.session.document_lookup().map_or(Vec::new(), |lookup| lookup.marks.at(byte).into_iter().map(|mark| mark.id).collect())
}

/// The words of the smallest suggestion over a byte of the article shown; of the next larger one, where it is selected already.
fn suggested_at(cx: &Cx<'_>, byte: usize) -> Option<Span> {
    let mut over: Vec<Span> = cx.session.suggestions_over(Span::between(byte, byte + 1)).iter().map(|found| found.span).collect();
    over.sort_by_key(|span| span.len());
    let selected = cx.session.suggestion().and_then(|chosen| over.iter().position(|span| *span == chosen.span));
    over.get(selected.map_or(0, |at| (at + 1) % over.len())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::Text;

    #[test]
    fn a_drag_extends_by_words_or_by_characters() {
        let text = Text::freeze("One two three. Four five.");
        let check = |from: usize, to: usize, unit, is_exact, expected: &str| {
            let origin = if unit == Unit::Word { text.word_at(from) } else { Span::between(from, from) };
            let (anchor, head) = extended(&text, origin, unit, (to, is_exact));
            assert_eq!(text.slice(Span::between(anchor, head)), expected);
        };
        check(5, 10, Unit::Free, false, "two three");
        check(10, 5, Unit::Free, false, "two three");
        check(5, 10, Unit::Free, true, "wo th");
        check(5, 17, Unit::Word, false, "two three. Four");
        check(17, 1, Unit::Word, false, "One two three. Four");
    }
}
