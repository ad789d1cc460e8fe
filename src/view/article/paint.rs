//! Paints the page in the order of the design language, section 6: washes, fresh selection, text, brackets, lanes, search
//! outlines, strikes, links, selected outline and handles, caret.

use std::ops::Range;
use std::sync::Arc;

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, pos2};

use super::drawn::{self, Drawn, WASH};
use super::flow::Placed;
use super::measure::{Measure, TEXT_X};
use super::press;
use super::seen::{Marked, Seen};
use super::signs::{Sign, Signed};
use crate::model::annotation::Tag;
use crate::model::document::Offer;
use crate::model::document::Span;
use crate::model::id::AnnotationId;
use crate::widget::paint::{Breaks, paint_broken_rect};
use crate::widget::theme::Theme;
use crate::widget::typeset::{CaretPos, Fragment};

/// Where the words of the page begin on screen, and what is needed to paint on it.
pub struct Page<'a> {
    /// Clipped to the page.
    pub painter: &'a Painter,
    /// Colours.
    pub theme: &'a Arc<Theme>,
    /// Sizes.
    pub measure: Measure,
    /// Left edge of the words.
    pub text_x: f32,
    /// Top edge of the view.
    pub top: f32,
}

/// What is selected, hovered and found.
#[derive(Clone, Debug, Default)]
pub struct Highlights {
    /// Fresh selection.
    pub fresh: Option<Span>,
    /// The selected mark's words (where they would be while an edge is moved).
    pub selected: Option<(AnnotationId, Span)>,
    /// Whether handles are shown.
    pub has_handles: bool,
    /// The outline is thick just after a jump.
    pub is_flashing: bool,
    /// The mark under the pointer.
    pub hovered: Option<AnnotationId>,
    /// The mark that a link would end at.
    pub link_end: Option<Span>,
    /// The words that give what is said to who says it, for the selected mark.
    pub cues: Vec<Span>,
    /// What could be tagged, with its tag.
    pub suggested: Vec<(Offer, Span)>,
    /// Places found, the current one second.
    pub hits: Vec<Span>,
    /// The current place found.
    pub current_hit: Option<Span>,
    /// The caret, in bytes of the article.
    pub caret: Option<CaretPos>,
}

impl Page<'_> {
    /// Top left corner of a block's words on screen, on whole pixels.
    pub fn origin(&self, placed: &Placed) -> Pos2 {
        let scale = self.painter.pixels_per_point();
        let snapped = |value: f32| (value * scale).round() / scale;
        pos2(snapped(self.text_x + placed.left), snapped(self.top + placed.top))
    }

    /// The place on screen so many points from the edge of the page where its rows begin.
    pub fn from_start(&self, points: f32) -> f32 {
        if self.measure.is_rtl { self.text_x + self.measure.column + TEXT_X - points } else { self.text_x - TEXT_X + points }
    }

    /// A rectangle between two such places and two heights on screen.
    pub fn rect_from_start(&self, (near, far): (f32, f32), (top, bottom): (f32, f32)) -> Rect {
        Rect::from_two_pos(pos2(self.from_start(near), top), pos2(self.from_start(far), bottom))
    }

    /// The strips of a span in a block on screen.
    fn bands(&self, placed: &Placed, span: Span, reach: (f32, f32)) -> Vec<Rect> {
        bands(self.measure, (placed, self.origin(placed)), span, reach)
    }

    fn strip(&self, placed: &Placed, fragment: &Fragment, reach: (f32, f32)) -> Rect {
        strip(self.measure, self.origin(placed), fragment, reach)
    }

    /// Whether something of a block may show: its words, or what stands a row above or below them.
    pub fn shows(&self, placed: &Placed) -> bool {
        let (view, top) = (self.painter.clip_rect(), self.origin(placed).y);
        top - self.measure.row < view.bottom() && top + placed.words.height() + self.measure.row > view.top()
    }

    /// The blocks of which something shows, each with its marks.
    fn shown<'b>(&self, placed: &'b [Placed], marked: &'b Marked) -> impl Iterator<Item = (&'b Placed, &'b Seen, &'b Drawn)> {
        placed.iter().filter(|block| self.shows(block)).filter_map(|block| {
            let (seen, drawn) = marked.of(block)?;
            Some((block, seen, drawn))
        })
    }

    /// Everything below the words.
    pub fn paint_below(&self, placed: &[Placed], marked: &Marked, highlights: &Highlights) {
        press::put(self.painter, self.shown(placed, marked).map(|(block, _, drawn)| (drawn.below.as_slice(), self.origin(block))));
        for (block, ..) in self.shown(placed, marked) {
            if let Some(fresh) = highlights.fresh {
                self.fill(block, fresh, WASH, self.theme.fresh);
            }
            if let Some(hit) = highlights.current_hit {
                self.fill(block, hit, (-15.0, 6.0), self.theme.selbg);
            }
        }
    }

    fn fill(&self, placed: &Placed, span: Span, reach: (f32, f32), colour: Color32) {
        for band in self.bands(placed, span, reach) {
            self.painter.rect_filled(band, CornerRadius::ZERO, colour);
        }
    }

    /// The line beside a quote, and the lines between the rows of a table.
    pub fn paint_shapes(&self, placed: &[Placed]) {
        for (at, block) in placed.iter().enumerate() {
            let next = placed.get(at + 1);
            let (top, bottom) = (self.top + block.top, self.top + block.top + block.words.height());
            let goes_on = |depth: u8| next.filter(|next| next.shape.quote >= depth).map_or(bottom, |next| self.top + next.top);
            for depth in 1..=block.shape.quote {
                // Lines of quotes in quotes stand close, so that none lies on a sign of the format.
                let x = TEXT_X + self.measure.scaled(12.0) * f32::from(depth - 1);
                let line = self.rect_from_start((x + 1.0, x + 3.0), (top, goes_on(depth)));
                self.painter.rect_filled(line, CornerRadius::ZERO, self.theme.line2);
            }
            self.underlines(block, &block.links, self.theme.ink3, 4.0);
            self.underlines(block, &block.asides, self.theme.ink2, 7.0);
            let is_row = block.shape.table_row > 0 && block.block.is_first;
            if is_row {
                let colour = if block.shape.table_row == 2 { self.theme.line2 } else { self.theme.line };
                let line = self.rect_from_start((TEXT_X, TEXT_X + self.measure.column), (top - 4.0, top - 3.0));
                self.painter.rect_filled(line, CornerRadius::ZERO, colour);
            }
        }
    }

    /// A dotted line below words that are links, or about which the writer noted something.
    fn underlines(&self, block: &Placed, ranges: &[Range<usize>], colour: Color32, below: f32) {
        if ranges.is_empty() || !self.shows(block) {
            return;
        }
        for range in ranges {
            for band in joined(self.measure, self.origin(block), &block.words.rects(range.clone()), (0.0, below)) {
                let line = [band.left_bottom(), band.right_bottom()];
                self.painter.extend(egui::Shape::dotted_line(&line, colour, 3.0, 0.75));
            }
        }
    }

    /// Everything above the words.
    pub fn paint_above(&self, placed: &[Placed], marked: &Marked, highlights: &Highlights) {
        press::put(self.painter, self.shown(placed, marked).map(|(block, _, drawn)| (drawn.above.as_slice(), self.origin(block))));
        for (block, seen, _) in self.shown(placed, marked) {
            self.paint_hovered(block, seen, highlights);
            for hit in highlights.hits.iter().filter(|hit| block.block.span.overlaps(**hit)) {
                self.outline(block, *hit, (-15.0, 6.0), Stroke::new(1.5, self.theme.ink2));
            }
            for (offer, span) in highlights.suggested.iter().filter(|(_, span)| block.block.span.overlaps(*span)) {
                self.suggested(block, *offer, *span);
            }
            for cue in highlights.cues.iter().filter(|cue| block.block.span.overlaps(**cue)) {
                self.outline(block, *cue, (-15.0, 6.0), Stroke::new(1.5, self.theme.src));
            }
        }
        press::put(self.painter, self.shown(placed, marked).map(|(block, _, drawn)| (drawn.strikes.as_slice(), self.origin(block))));
        for (block, ..) in self.shown(placed, marked) {
            if let Some(end) = highlights.link_end {
                self.outline(block, end, (-16.0, 7.0), Stroke::new(3.0, self.theme.sel));
            }
            self.paint_selected(block, highlights);
        }
        self.paint_caret(placed, highlights);
    }

    /// The brackets of the claim under the pointer are thicker.
    fn paint_hovered(&self, placed: &Placed, seen: &Seen, highlights: &Highlights) {
        let hovered = seen.signed.iter().find(|signed| Some(signed.mark.id) == highlights.hovered);
        let Some(Signed { mark, sign: Sign::Claim { level, is_settled, .. } }) = hovered else { return };
        let colour = if *is_settled { self.theme.claims } else { self.theme.claim };
        let mut fill = |rect| {
            self.painter.rect_filled(rect, CornerRadius::ZERO, colour);
        };
        drawn::brackets(self, self.origin(placed), (&fragments(placed, mark.span), *level), 2.5, &mut fill);
    }

    /// An outline around what stands together on a row.
    fn outline(&self, placed: &Placed, span: Span, (above, below): (f32, f32), stroke: Stroke) {
        for strip in self.bands(placed, span, (above, below)) {
            self.painter.rect_stroke(strip, CornerRadius::same(2), stroke, StrokeKind::Inside);
        }
    }

    /// A broken outline in the colour of what the words could be.
    fn suggested(&self, placed: &Placed, offer: Offer, span: Span) {
        let colour = match offer {
            Offer::Mark(Tag::Claim) => self.theme.claim,
            Offer::Mark(Tag::Number) => self.theme.num,
            Offer::Mark(Tag::Source) => self.theme.src,
            Offer::Aside => self.theme.ink2,
        };
        for band in self.bands(placed, span, (-15.0, 6.0)) {
            paint_broken_rect(self.painter, band, Stroke::new(1.5, colour), Breaks::SUGGESTED);
        }
    }

    /// The outline of the selected mark: open at row wraps.
    fn paint_selected(&self, placed: &Placed, highlights: &Highlights) {
        let Some((_, span)) = highlights.selected else { return };
        if !placed.block.span.overlaps(span) {
            return;
        }
        let width = if highlights.is_flashing { 4.0 } else { 2.0 };
        let stroke = Stroke::new(width, self.theme.sel);
        for fragment in fragments(placed, span) {
            let strip = self.strip(placed, &fragment, (-16.0, 7.0));
            let (is_left_end, is_right_end) = ends(&fragment);
            let left = strip.left() - if is_left_end { 2.0 } else { 0.0 };
            let right = strip.right() + if is_right_end { 2.0 } else { 0.0 };
            self.painter.hline(left..=right, strip.top() + 1.0, stroke);
            self.painter.hline(left..=right, strip.bottom() - 1.0, stroke);
            if is_left_end {
                self.painter.vline(left + 1.0, strip.y_range(), stroke);
            }
            if is_right_end {
                self.painter.vline(right - 1.0, strip.y_range(), stroke);
            }
        }
        if highlights.has_handles {
            for corner in [self.handle(placed, span, true), self.handle(placed, span, false)].into_iter().flatten() {
                self.painter.circle_filled(corner, 7.0, self.theme.paper);
                self.painter.circle_filled(corner, 5.5, self.theme.sel);
            }
        }
    }

    /// Centre of a handle, if that end of the span lies in the block: start at top left, end at bottom right.
    pub fn handle(&self, placed: &Placed, span: Span, is_start: bool) -> Option<Pos2> {
        let fragments = fragments(placed, span);
        let fragment = fragments.iter().find(|fragment| if is_start { fragment.starts_here } else { fragment.ends_here })?;
        let strip = self.strip(placed, fragment, (-16.0, 7.0));
        let at_left = is_start != fragment.is_rtl;
        let x = if at_left { strip.left() - 1.0 } else { strip.right() + 1.0 };
        Some(pos2(x, if is_start { strip.top() } else { strip.bottom() }))
    }

    fn paint_caret(&self, placed: &[Placed], highlights: &Highlights) {
        let Some(caret) = highlights.caret else { return };
        if let Some(rect) = self.caret_rect(placed, caret) {
            self.painter.rect_filled(rect, CornerRadius::ZERO, self.theme.ink);
        }
    }

    /// Where the caret is painted at a place of the article, if it is in view.
    pub fn caret_rect(&self, placed: &[Placed], at: CaretPos) -> Option<Rect> {
        let holds = |placed: &&Placed| placed.block.span.start() <= at.byte && at.byte <= placed.block.span.end();
        let block = placed.iter().rev().find(holds)?;
        let at = CaretPos { byte: block.local(at.byte), ..at };
        let caret = block.words.caret(at);
        let row = block.words.row(block.words.row_of(at));
        let origin = self.origin(block);
        let baseline = origin.y + row.baseline;
        let x = origin.x + caret.left() - 1.0;
        Some(Rect::from_min_max(pos2(x, baseline - self.measure.scaled(15.0)), pos2(x + 2.0, baseline + self.measure.scaled(6.0))))
    }

    /// The pieces of a span on screen, as tall as its wash.
    pub fn screen_rects(&self, placed: &[Placed], span: Span) -> Vec<Rect> {
        placed.iter().flat_map(|block| self.bands(block, span, WASH)).collect()
    }

    /// The baseline of a byte on screen.
    pub fn baseline(&self, placed: &[Placed], byte: usize) -> Option<f32> {
        let block = placed.iter().find(|placed| placed.block.span.covers(byte))?;
        let row = block.words.row(block.words.row_of(block.local(byte)));
        Some(self.origin(block).y + row.baseline)
    }
}

/// Pieces of a span in a block, in the block's own points.
pub(super) fn fragments(placed: &Placed, span: Span) -> Vec<Fragment> {
    let starts_here = placed.block.span.start() <= span.start();
    let ends_here = span.end() <= placed.block.span.end();
    let mut fragments = placed.words.rects(placed.local_range(span));
    for fragment in &mut fragments {
        fragment.starts_here &= starts_here;
        fragment.ends_here &= ends_here;
    }
    fragments
}

/// A strip of a fragment between two heights relative to its baseline, one point wider at true ends. `origin` is the top left corner
/// of its block.
pub(super) fn strip(measure: Measure, origin: Pos2, fragment: &Fragment, (above, below): (f32, f32)) -> Rect {
    let baseline = origin.y + fragment.baseline;
    let (wide_left, wide_right) = ends(fragment);
    let left = origin.x + fragment.left - f32::from(u8::from(wide_left));
    let right = origin.x + fragment.right + f32::from(u8::from(wide_right));
    Rect::from_min_max(pos2(left, baseline + measure.scaled(above)), pos2(right, baseline + measure.scaled(below)))
}

/// The strips of a span in a block.
pub(super) fn bands(measure: Measure, (placed, origin): (&Placed, Pos2), span: Span, reach: (f32, f32)) -> Vec<Rect> {
    let overlaps = placed.block.span.overlaps(span);
    if overlaps { joined(measure, origin, &fragments(placed, span), reach) } else { Vec::new() }
}

/// The strips of fragments. Pieces of mixed direction that touch are one, or their seams would show.
pub(super) fn joined(measure: Measure, origin: Pos2, fragments: &[Fragment], reach: (f32, f32)) -> Vec<Rect> {
    let mut bands: Vec<Rect> = Vec::new();
    for fragment in fragments {
        let strip = strip(measure, origin, fragment, reach);
        match bands.last_mut().filter(|last| last.top() == strip.top() && strip.left() - last.right() < 0.5) {
            Some(last) => *last = last.union(strip),
            None => bands.push(strip),
        }
    }
    bands
}

/// Whether the span's true ends lie at the left and at the right of a piece.
pub(super) fn ends(fragment: &Fragment) -> (bool, bool) {
    if fragment.is_rtl { (fragment.ends_here, fragment.starts_here) } else { (fragment.starts_here, fragment.ends_here) }
}
