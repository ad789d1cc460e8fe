//! The table of mentions: every mark in the order of articles and text, with its place in code points.

use super::ground::{Ground, id};
use super::{Cell, Column, Table, column};
use crate::model::annotation::{Annotation, Fate};
use crate::model::document::Document;
use crate::model::document::offset::OffsetMap;
use crate::model::document::structure::clock_words;

const COLUMNS: &[Column] = &[
    column("article", 8),
    column("title", 30),
    column("paragraph", 10),
    column("page", 8),
    column("moment", 10),
    column("tag", 9),
    column("mentions", 24),
    column("quote", 60),
    column("note", 40),
    column("keywords", 20),
    column("place_in_doubt", 14),
    column("tagged_by", 12),
    column("tagged_at", 26),
    column("start_code_point", 16),
    column("end_code_point", 16),
    column("mark_id", 15),
    column("record_id", 15),
    column("article_id", 15),
];

pub(super) fn table(ground: &Ground<'_>) -> Table {
    let documents = ground.export.project.documents().filter(|document| ground.has_article(document.id));
    let rows = documents.flat_map(|document| of_article(ground, document)).collect();
    Table { name: "mentions", columns: COLUMNS, rows }
}

fn of_article(ground: &Ground<'_>, document: &Document) -> Vec<Vec<Cell>> {
    let (project, Some(article)) = (ground.export.project, ground.export.lookup.document(document.id)) else { return Vec::new() };
    let offsets = OffsetMap::new(document.text.as_str());
    let marks = article.marks.iter().chain(article.lost()).filter_map(|mark| project.annotations().get(&mark.id));
    let kept = marks.filter(|mark| ground.has(mark.mention));
    kept.map(|mark| row(ground, (document, &offsets), mark)).collect()
}

fn row(ground: &Ground<'_>, (document, offsets): (&Document, &OffsetMap<'_>), mark: &Annotation) -> Vec<Cell> {
    let (page, moment_ms) = document.structure.locator(mark.span.start());
    let doubt = match mark.doubt.as_deref().map(|doubt| doubt.fate) {
        Some(Fate::Moved) => "moved",
        Some(Fate::Changed) => "changed",
        Some(Fate::Lost) => "lost",
        None => "",
    };
    let offset = |byte| if mark.is_lost() { Cell::text("") } else { Cell::count(offsets.char_from_byte(byte)) };
    vec![
        Cell::Text(ground.letter(document.id)),
        Cell::text(document.title()),
        ground.paragraph(mark, document),
        page.map_or(Cell::text(""), |page| Cell::count(page as usize)),
        moment_ms.map_or(Cell::text(""), |moment| Cell::Text(clock_words(moment))),
        Cell::text(mark.mention.tag().word()),
        Cell::Text(ground.name(mark.mention)),
        ground.quote(mark),
        Cell::text(&mark.note),
        Cell::Text(mark.keywords.join(", ")),
        Cell::text(doubt),
        ground.person(&mark.by),
        ground.date(mark.created),
        offset(mark.span.start()),
        offset(mark.span.end()),
        Cell::Text(mark.id.to_string()),
        Cell::Text(id(mark.mention)),
        Cell::Text(document.id.to_string()),
    ]
}
