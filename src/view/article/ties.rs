//! The links of the selected mark: elbow lines left of the margin rule within the article, letter badges to other articles.

use egui::{Align2, Rect, Stroke, pos2, vec2};

use super::flow::Placed;
use super::paint::Page;
use crate::model::annotation::{Annotation, Mention};
use crate::model::id::{AnnotationId, DocumentId};
use crate::model::link::Role;
use crate::session::Session;
use crate::widget::line::Line;
use crate::widget::paint::paint_line_in;
use crate::widget::typeset::TextStyle;

/// Room between badges, points.
const BADGE_GAP: f32 = 4.0;
/// How many rows down room for badges is looked for.
const MOST_ROWS_DOWN: usize = 6;

/// One link to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// What the selected record is to the other.
    pub role: Role,
    /// The other end's mark nearest to the selected one.
    pub end: AnnotationId,
    /// Its article.
    pub document: DocumentId,
    /// What it is called there: `B2`, or the letter of the article.
    pub badge: String,
}

/// The links of a mark that are worth a line: those to marks that do not lie in its own words.
pub fn ties(session: &Session, mark: &Annotation) -> Vec<Tie> {
    let project = session.project();
    let links = session.lookup().links(mark.mention).iter().filter_map(|id| project.links().get(id));
    let ties = links.filter_map(|link| {
        let other = link.other_end(mark.mention);
        let ends = session.lookup().mentions(other).iter().filter_map(|id| project.annotations().get(id));
        let nearest = |end: &&Annotation| (end.document != mark.document, end.span.start().abs_diff(mark.span.start()));
        let end = ends.min_by_key(nearest)?;
        let lies_within = end.document == mark.document && (mark.span.contains(end.span) || end.span.contains(mark.span));
        let badge = match other {
            Mention::Claim(id) => project.claim_label(id),
            Mention::Number(_) | Mention::Source(_) => project.letter(end.document),
        };
        (!lies_within).then_some(Tie { role: link.role, end: end.id, document: end.document, badge })
    });
    ties.collect()
}

/// Paints the links of the selected mark.
pub fn paint_ties(page: &Page<'_>, placed: &[Placed], session: &Session, mark: &Annotation) {
    let Some(from_y) = page.baseline(placed, mark.span.start()) else { return };
    let from_y = from_y - page.measure.scaled(5.0);
    let rule = page.measure.rule();
    let stroke = Stroke::new(1.5, page.theme.ink);
    let ties = ties(session, mark);
    let mut words: Vec<Rect> = Vec::new();
    for (at, tie) in ties.iter().enumerate().filter(|(_, tie)| tie.document == mark.document) {
        let x = page.from_start(rule - 5.0 - 6.0 * (at % 4) as f32);
        let Some(end) = session.project().annotations().get(&tie.end) else { continue };
        let to_y = match page.baseline(placed, end.span.start()) {
            Some(baseline) => baseline - page.measure.scaled(5.0),
            // The other end is out of view: the line runs to the edge.
            None if end.span < mark.span => page.painter.clip_rect().top(),
            None => page.painter.clip_rect().bottom(),
        };
        page.painter.line_segment([pos2(x, from_y), pos2(x, to_y)], stroke);
        page.painter.circle_filled(pos2(x, from_y), 2.5, page.theme.ink);
        page.painter.circle_filled(pos2(x, to_y), 2.5, page.theme.ink);
        let (side, anchor) = if page.measure.is_rtl { (5.0, Align2::LEFT_CENTER) } else { (-5.0, Align2::RIGHT_CENTER) };
        let middle = pos2(x + side, to_y + if to_y > from_y { -9.0 } else { 9.0 });
        let word = Line::new(page.painter.ctx(), tie.role.word(), TextStyle::sans(11.5, 14.0), page.theme.ink2);
        let rect = anchor.anchor_size(middle, word.size());
        // The article's words come first: where they fill the row, the role stands in the inspector only.
        if !covers_words(page, placed, rect) {
            word.paint(page.painter, rect.min, page.theme.ink2);
            words.push(rect);
        }
    }
    let elsewhere = ties.iter().filter(|tie| tie.document != mark.document);
    paint_badges(page, elsewhere, from_y, |badges| covers_words(page, placed, badges) || words.iter().any(|word| word.intersects(badges)));
}

/// Links to other articles end in badges, side by side before the rule: above the row at which they begin, or at the first row below
/// that leaves room for them beside its words and the roles of other links.
fn paint_badges<'a>(page: &Page<'_>, ties: impl Iterator<Item = &'a Tie>, from_y: f32, is_taken: impl Fn(Rect) -> bool) {
    let line = |tie: &Tie| Line::new(page.painter.ctx(), &tie.badge, TextStyle::sans(11.5, 14.0).semibold(), page.theme.onink);
    let badges: Vec<Line> = ties.map(line).collect();
    let width: f32 = badges.iter().map(|text| text.size().x + 8.0 + BADGE_GAP).sum();
    let end = page.measure.rule() - 10.0;
    let place = |y: f32| {
        let (one, other) = (page.from_start(end), page.from_start(end - width));
        Rect::from_x_y_ranges(one.min(other)..=one.max(other), y - 8.0..=y + 8.0)
    };
    let above = from_y - page.measure.row * 0.62;
    let below = (0..MOST_ROWS_DOWN * 3).map(|third| from_y + page.measure.row * third as f32 / 3.0);
    let y = [above].into_iter().chain(below).find(|y| !is_taken(place(*y))).unwrap_or(above);
    let mut badge_end = end;
    for text in badges {
        let size = text.size() + vec2(8.0, 2.0);
        let rect = Rect::from_center_size(pos2(page.from_start(badge_end - size.x / 2.0), y), size);
        page.painter.rect_filled(rect, 3.0, page.theme.ink);
        badge_end -= size.x + BADGE_GAP;
        paint_line_in(page.painter, rect, text, page.theme.onink);
    }
}

/// Whether a rect on screen would lie over words of the article.
fn covers_words(page: &Page<'_>, placed: &[Placed], rect: Rect) -> bool {
    placed.iter().any(|block| {
        let origin = page.origin(block);
        block.words.rows().any(|row| {
            let (above, below) = (page.measure.scaled(13.0), page.measure.scaled(5.0));
            let baseline = origin.y + row.baseline;
            let meets_row = baseline - above < rect.bottom() && rect.top() < baseline + below;
            let meets_words = origin.x + row.left - 2.0 < rect.right() && origin.x + row.right + 2.0 > rect.left();
            meets_row && meets_words
        })
    })
}
