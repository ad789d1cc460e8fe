//! The bars of the report: claims by rating, sentences read. Each carries its numbers as words for a screen reader.

use egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2};

use crate::report::ArticleRow;
use crate::widget::{Theme, font};

/// Paints the claims of an article by rating, best first, with the count in each part.
pub(super) fn paint_ratings(ui: &Ui, rect: Rect, row: &ArticleRow) {
    let theme = Theme::of(ui.ctx());
    let total = row.claims.max(1) as f32;
    let mut left = rect.left();
    let parts = row.rated.iter().enumerate().rev().map(|(at, count)| (Some(at as u8 + 1), *count)).chain([(None, row.unrated)]);
    for (grade, count) in parts.filter(|(_, count)| *count > 0) {
        let right = left + rect.width() * count as f32 / total;
        let part = Rect::from_min_max(pos2(left, rect.top()), pos2(right.min(rect.right()), rect.bottom()));
        let (fill, ink) = grade.map_or((theme.paper, theme.ink2), |grade| theme.rating(grade));
        ui.painter().rect_filled(part, CornerRadius::ZERO, fill);
        if right < rect.right() - 0.5 {
            ui.painter().vline(right, rect.y_range(), Stroke::new(1.0, theme.paper));
        }
        ui.painter().text(part.center(), Align2::CENTER_CENTER, count.to_string(), font::semibold(12.0), ink);
        left = right;
    }
    ui.painter().rect_stroke(rect, CornerRadius::same(3), Stroke::new(1.0, theme.line2), StrokeKind::Outside);
}

/// Paints how far an article is read: marked, not checkable, untouched.
pub(super) fn paint_read(ui: &Ui, rect: Rect, row: &ArticleRow) {
    let theme = Theme::of(ui.ctx());
    let total = row.sentences.total().max(1) as f32;
    let marked = rect.left() + rect.width() * row.sentences.marked as f32 / total;
    let aside = marked + rect.width() * row.sentences.not_checkable as f32 / total;
    ui.painter().rect_filled(rect.with_max_x(marked), CornerRadius::ZERO, theme.ink2);
    let barred = Rect::from_min_max(pos2(marked, rect.top()), pos2(aside, rect.bottom()));
    if barred.width() > 1.0 {
        ui.painter().hline(barred.x_range(), barred.center().y, Stroke::new(1.0, theme.ink2));
        ui.painter().rect_stroke(barred, CornerRadius::ZERO, Stroke::new(1.0, theme.ink2), StrokeKind::Inside);
    }
    ui.painter().rect_stroke(rect, CornerRadius::ZERO, Stroke::new(1.0, theme.line2), StrokeKind::Outside);
}
