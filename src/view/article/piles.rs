//! Many marks on the very same words: a few are painted, a badge counts the rest, and the tooltip lists them.

use egui::{CornerRadius, Rect, pos2, vec2};

use super::flow::Placed;
use super::paint::Page;
use super::signs;
use crate::model::annotation::{Annotation, Mark, Tag};
use crate::model::document::Span;
use crate::session::Session;
use crate::view::wording::count;
use crate::widget::line::Line;
use crate::widget::typeset::TextStyle;

/// Marks on the same words that are painted.
const PAINTED: usize = 3;
/// Marks that a tooltip lists.
const LISTED: usize = 8;

/// Words with more marks than are painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pile {
    /// The words.
    pub span: Span,
    /// Marks that are not painted.
    pub more: usize,
}

/// The marks to be painted of these (in index order), and where there are more.
pub fn piled(marks: &[Mark]) -> (Vec<Mark>, Vec<Pile>) {
    let (mut shown, mut piles) = (Vec::with_capacity(marks.len()), Vec::new());
    for same in marks.chunk_by(|one, other| one.span == other.span) {
        let more = same.len().saturating_sub(PAINTED);
        shown.extend(same.iter().filter(|mark| more == 0 || is_painted(same, mark)));
        piles.extend(same.first().filter(|_| more > 0).map(|first| Pile { span: first.span, more }));
    }
    (shown, piles)
}

/// The oldest mark of each tag, and the oldest of the others where a tag is missing.
fn is_painted(same: &[Mark], mark: &Mark) -> bool {
    let oldest = |tag: Tag| same.iter().find(|other| other.tag == tag);
    let first: Vec<_> = [Tag::Claim, Tag::Number, Tag::Source].into_iter().filter_map(oldest).collect();
    let others = same.iter().filter(|other| !first.contains(other)).take(PAINTED - first.len());
    first.contains(&mark) || others.into_iter().any(|other| other == mark)
}

/// A badge above the end of each pile in view. Where piles end close together the largest is counted; the tooltip tells of the others.
pub fn paint_piles<'a>(page: &Page<'_>, placed: &[Placed], piles: impl Iterator<Item = &'a Pile>) {
    let mut piles: Vec<&Pile> = piles.collect();
    piles.sort_by_key(|pile| std::cmp::Reverse(pile.more));
    let mut painted: Vec<Rect> = Vec::new();
    for pile in piles {
        let rects = page.screen_rects(placed, pile.span);
        let Some(last) = rects.last() else { continue };
        let words = Line::new(page.painter.ctx(), &format!("+{}", pile.more), TextStyle::sans(10.0, 13.0).semibold(), page.theme.onink);
        let size = words.size() + vec2(6.0, 1.0);
        let badge = Rect::from_min_size(pos2(last.right() - 2.0, last.top() - size.y * 0.6), size);
        if painted.iter().any(|other| other.expand(1.0).intersects(badge)) {
            continue;
        }
        painted.push(badge);
        page.painter.rect_filled(badge, CornerRadius::same(3), page.theme.ink);
        words.paint(page.painter, badge.min + vec2(3.0, 0.5), page.theme.onink);
    }
}

/// What the tooltip says of the mark under the pointer: of a pile, each mark by name.
pub fn hover(session: &Session, mark: &Annotation) -> String {
    let marks = session.lookup().document(mark.document).map(|lookup| lookup.marks.at(mark.span.start())).unwrap_or_default();
    let same: Vec<_> = marks.iter().filter(|other| other.span == mark.span).collect();
    if same.len() <= PAINTED {
        return signs::hover(session, mark);
    }
    let annotations = same.iter().take(LISTED).filter_map(|mark| session.project().annotations().get(&mark.id));
    let mut lines: Vec<String> = annotations.map(|mark| signs::hover(session, mark)).collect();
    lines.insert(0, format!("{} here; click goes through them", count(same.len(), "mark")));
    if same.len() > LISTED {
        lines.push(format!("and {} more", same.len() - LISTED));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{AnnotationId, Uid};
    use crate::testing::Desk;
    use crate::view::testing::session;

    fn mark(id: u64, start: usize, tag: Tag) -> Mark {
        Mark { span: Span::between(start, 9), id: AnnotationId(Uid(id)), tag }
    }

    #[test]
    fn a_pile_shows_the_oldest_of_each_tag_and_counts_the_rest() {
        let mut marks = vec![mark(1, 0, Tag::Claim)];
        marks.extend((2..1000).map(|id| mark(id, 3, Tag::Claim)));
        marks.push(mark(1000, 3, Tag::Source));
        let (shown, piles) = piled(&marks);
        let ids: Vec<_> = shown.iter().map(|mark| mark.id.0.0).collect();
        assert_eq!(ids, [1, 2, 3, 1000]);
        assert_eq!(piles, [Pile { span: Span::between(3, 9), more: 996 }]);
        let (all, none) = piled(&marks[..4]);
        assert_eq!((all.len(), none), (4, vec![]));
    }

    #[test]
    fn the_tooltip_of_a_pile_lists_its_marks() {
        let mut desk = Desk::default();
        let article = desk.article("Title\n[It rained|claim].");
        (0..11).for_each(|_| {
            desk.tag(article, "It rained", Tag::Claim);
        });
        let session = session(desk.project);
        let first = session.project().annotations().values().next().unwrap();
        let words = hover(&session, first);
        assert!(words.starts_with("12 marks here; click goes through them\nClaim A1"), "{words}");
        assert!(words.ends_with("and 4 more"), "{words}");
        assert_eq!(words.lines().count(), 10);
    }
}
