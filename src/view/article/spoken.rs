//! What a screen reader hears of the page: the page is a document, its paragraphs and marks are its children.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo};

use super::flow::Placed;
use super::paint::Page;
use super::signs;
use crate::model::document::{Document, Span};
use crate::session::Session;

/// Names the page, and every paragraph and mark in view.
pub fn page_ui(ui: &Ui, session: &Session, page: &Page<'_>, placed: &[Placed], (response, document): (&Response, &Document)) {
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, format!("Article text: {}", document.title())));
    let view = page.painter.clip_rect();
    for block in placed {
        let origin = page.origin(block);
        let rect = Rect::from_min_size(origin, egui::vec2(page.measure.column, block.words.height()));
        if rect.intersects(view) {
            let id = response.id.with(("paragraph", block.index));
            let paragraph = ui.interact(rect.intersect(view), id, Sense::hover());
            paragraph.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, document.text.slice(block.block.span)));
        }
    }
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else { return };
    let in_view = Span::between(first.block.span.start(), last.block.span.end());
    let marks = session.lookup().document(document.id).map_or(Vec::new(), |lookup| lookup.marks.overlapping(in_view));
    for mark in marks {
        let Some(annotation) = session.project().annotations().get(&mark.id) else { continue };
        let rows = page.screen_rects(placed, mark.span).into_iter().filter(|row| row.intersects(view));
        let Some(union) = rows.reduce(Rect::union) else { continue };
        let heard = ui.interact(union.intersect(view), response.id.with(("mark", mark.id)), Sense::hover());
        heard.widget_info(|| WidgetInfo::labeled(Role::Mark, true, signs::spoken(session, annotation)));
    }
}
