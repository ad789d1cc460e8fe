//! What the marks of one block put on paper: washes below the words, brackets, lanes and strikes above them. Drawn once in the block's
//! own points, and only moved while the page scrolls: hundreds of marks may be in view.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::flow::Placed;
use super::paint::{Page, bands, ends, fragments, joined, strip};
use super::press::{Figure, Press, shapes};
use super::seen::Seen;
use super::signs::{Sign, Signed};
use crate::model::document::Span;
use crate::widget::paint::Breaks;
use crate::widget::theme::Theme;
use crate::widget::typeset::{Fragment, Paragraph};

/// How far the wash and the brackets of a claim reach above and below the baseline, at the usual size.
pub const WASH: (f32, f32) = (-14.0, 5.0);
/// Shapes in a block up to which the window makes its triangles of them in every frame, as of all other shapes.
const FEW: usize = 40;

/// The marks of a block, drawn.
pub struct Drawn {
    words: Arc<Paragraph>,
    /// Washes, and what lies on them where claims cross.
    pub below: Vec<Shape>,
    /// Brackets and lanes.
    pub above: Vec<Shape>,
    /// Lines through words.
    pub strikes: Vec<Shape>,
}

impl Drawn {
    /// Draws the marks of a block.
    pub fn new(page: &Page<'_>, placed: &Placed, seen: &Seen) -> Self {
        let here = seen.signed.iter().filter(|signed| placed.block.span.overlaps(signed.mark.span));
        let pieces = here.map(|signed| (*signed, fragments(placed, signed.mark.span))).collect();
        let mut draft = Draft { page, placed, pieces, figures: Vec::new(), dashes: Vec::new() };
        draft.washes(seen);
        let below = std::mem::take(&mut draft.figures);
        draft.signs();
        let above = std::mem::take(&mut draft.figures);
        draft.strikes(seen);
        let layers = [below, above, draft.figures];
        let are_many = layers.iter().map(Vec::len).sum::<usize>() > FEW;
        let mut press = are_many.then(|| Press::new(page.painter));
        let [below, above, strikes] = layers.map(|figures| match &mut press {
            Some(press) => press.triangles(&figures),
            None => shapes(&figures),
        });
        Drawn { words: Arc::clone(&placed.words), below, above, strikes }
    }

    /// Whether it was drawn for these very words, as they are laid out now.
    pub fn is_of(&self, placed: &Placed) -> bool {
        Arc::ptr_eq(&self.words, &placed.words)
    }
}

/// The brackets of a claim around its words, with that width of their lines: points. Pieces are relative to `origin`.
pub fn brackets(page: &Page<'_>, origin: Pos2, (pieces, level): (&[Fragment], usize), width: f32, fill: &mut dyn FnMut(Rect)) {
    let inset = 2.0 * level as f32;
    let foot = page.measure.scaled(5.0);
    for fragment in pieces {
        let strip = strip(page.measure, origin, fragment, (WASH.0 + inset, WASH.1 - inset));
        let mut bracket = |at_left: bool, foot_at_top: bool| {
            let x = if at_left { strip.left() } else { strip.right() - width };
            let foot_x = if at_left { strip.left() } else { strip.right() - foot };
            let foot_y = if foot_at_top { strip.top() } else { strip.bottom() - width };
            fill(Rect::from_min_size(pos2(x, strip.top()), vec2(width, strip.height())));
            fill(Rect::from_min_size(pos2(foot_x, foot_y), vec2(foot, width)));
        };
        if fragment.starts_here {
            bracket(!fragment.is_rtl, true);
        }
        if fragment.ends_here {
            bracket(fragment.is_rtl, false);
        }
    }
}

/// The marks of a block on their way to paper.
struct Draft<'a> {
    page: &'a Page<'a>,
    placed: &'a Placed,
    /// The marks with the pieces of their words.
    pieces: Vec<(Signed, Vec<Fragment>)>,
    figures: Vec<Figure>,
    /// The dashes of one line, while it is broken into them.
    dashes: Vec<Shape>,
}

impl Draft<'_> {
    fn theme(&self) -> &Theme {
        self.page.theme
    }

    fn bands(&self, span: Span, reach: (f32, f32)) -> Vec<Rect> {
        bands(self.page.measure, (self.placed, Pos2::ZERO), span, reach)
    }

    /// Adds a filled rectangle.
    fn rect(&mut self, rect: Rect, colour: Color32) {
        self.figures.push(Figure::Filled(rect, colour));
    }

    fn washes(&mut self, seen: &Seen) {
        let theme = self.page.theme;
        let pieces = std::mem::take(&mut self.pieces);
        for (signed, pieces) in &pieces {
            let Sign::Claim { level, is_settled, .. } = signed.sign else { continue };
            let colour = match (level, is_settled) {
                (0, false) => theme.wash,
                (0, true) => theme.washs,
                (_, false) => theme.wash2,
                (_, true) => continue,
            };
            let inset = 2.0 * level as f32;
            for band in joined(self.page.measure, Pos2::ZERO, pieces, (WASH.0 + inset, WASH.1 - inset)) {
                self.rect(band, colour);
            }
        }
        self.pieces = pieces;
        for crossing in &seen.crossings {
            self.fill(*crossing, WASH, theme.wash2);
        }
    }

    fn fill(&mut self, span: Span, reach: (f32, f32), colour: Color32) {
        for band in self.bands(span, reach) {
            self.rect(band, colour);
        }
    }

    fn signs(&mut self) {
        for (signed, pieces) in std::mem::take(&mut self.pieces) {
            match signed.sign {
                Sign::Claim { level, is_settled, .. } => {
                    let colour = if is_settled { self.theme().claims } else { self.theme().claim };
                    brackets(self.page, Pos2::ZERO, (&pieces, level), 1.5, &mut |rect| self.rect(rect, colour));
                }
                Sign::Number { is_inner } => self.number(&pieces, is_inner),
                Sign::Source { is_anonymous } => self.source(&pieces, is_anonymous),
            }
        }
    }

    fn number(&mut self, pieces: &[Fragment], is_inner: bool) {
        let colour = self.theme().num;
        for fragment in pieces {
            let (is_left_end, is_right_end) = ends(fragment);
            let mut lane = strip(self.page.measure, Pos2::ZERO, fragment, (8.0, 11.0));
            // Neighbours that touch stay two.
            if fragment.ends_here && fragment.is_rtl {
                lane.min.x += 1.0;
            } else if fragment.ends_here {
                lane.max.x -= 1.0;
            }
            self.rect(lane, colour);
            for (x, is_end) in [(lane.left(), is_left_end), (lane.right() - 1.5, is_right_end)] {
                if is_inner && is_end {
                    self.rect(Rect::from_min_size(pos2(x, lane.top() - 2.0), vec2(1.5, 2.0)), colour);
                }
            }
        }
    }

    fn source(&mut self, pieces: &[Fragment], is_anonymous: bool) {
        let breaks = if is_anonymous { Breaks::DOTTED } else { Breaks::DASHED };
        for lane in joined(self.page.measure, Pos2::ZERO, pieces, (12.0, 14.0)) {
            let path = [pos2(lane.left(), lane.center().y), pos2(lane.right(), lane.center().y)];
            let stroke = Stroke::new(2.0, self.theme().src);
            Shape::dashed_line_many(&path, stroke, breaks.on, breaks.off, &mut self.dashes);
            let line = |dash| if let Shape::LineSegment { points, stroke } = dash { Some(Figure::Line(points, stroke)) } else { None };
            self.figures.extend(self.dashes.drain(..).filter_map(line));
        }
    }

    fn strikes(&mut self, seen: &Seen) {
        let (struck, cut) =
            (seen.struck.iter().map(|span| (span, self.theme().warn)), seen.cut.iter().map(|span| (span, self.theme().ink2)));
        let lines: Vec<(Rect, Color32)> = struck
            .chain(cut)
            .flat_map(|(span, colour)| self.bands(*span, (-5.5, -4.0)).into_iter().map(move |band| (band, colour)))
            .collect();
        for (band, colour) in lines {
            let ends = [pos2(band.left(), band.center().y), pos2(band.right(), band.center().y)];
            self.figures.push(Figure::Line(ends, Stroke::new(1.5, colour)));
        }
    }
}
