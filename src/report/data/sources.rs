//! The table of sources. A protected source is told as the report tells it, never by what else the register holds.

use super::ground::Ground;
use super::{Cell, Column, Table, column};
use crate::model::annotation::Mention;
use crate::model::source::{FirstHand, Source};
use crate::report::SourceRow;

const COLUMNS: &[Column] = &[
    column("name", 30),
    column("kind", 14),
    column("role", 30),
    column("claims", 16),
    column("grade", 8),
    column("grade_means", 30),
    column("first_hand", 10),
    column("locator", 30),
    column("address", 40),
    column("archived_at", 40),
    column("contact", 24),
    column("heard_through", 20),
    column("rests_on", 24),
    column("files", 30),
    column("mentions", 10),
    column("finding", 40),
    column("note", 40),
    column("source_id", 15),
];

pub(super) fn table(ground: &Ground<'_>) -> Table {
    let sources = ground.export.report.sources.iter().flat_map(|group| &group.rows);
    Table { name: "sources", columns: COLUMNS, rows: sources.filter_map(|source| row(ground, source)).collect() }
}

fn row(ground: &Ground<'_>, told: &SourceRow) -> Option<Vec<Cell>> {
    let project = ground.export.project;
    let source = project.sources().get(&told.source)?;
    let open = |words: String| if ground.is_protected(source) { Cell::text("") } else { Cell::Text(words) };
    let rests_on = source.rests_on.iter().filter_map(|id| project.sources().get(id)).map(|other| other.name.trim().to_owned());
    let files = source.files.iter().map(|file| format!("{} (SHA-256 {})", file.name(), file.sha256));
    Some(vec![
        Cell::text(&told.name),
        Cell::Text(source.kind.word().to_lowercase()),
        Cell::text(&told.role),
        ground.labels(told.claims.iter().map(|claim| claim.claim)),
        Cell::text(&source.grade),
        Cell::Text(project.house().grade_meaning(&source.grade)),
        Cell::text(if source.first_hand == FirstHand::Unclear { "" } else { source.first_hand.word() }),
        Cell::text(&source.locator),
        open(source.url.trim().to_owned()),
        open(source.archive_url.trim().to_owned()),
        contact(ground, source),
        open(source.heard_by.trim().to_owned()),
        open(rests_on.collect::<Vec<_>>().join("; ")),
        open(files.collect::<Vec<_>>().join("; ")),
        Cell::count(ground.export.lookup.mentions(Mention::Source(source.id)).len()),
        Cell::text(&told.finding),
        Cell::text(&source.note),
        Cell::Text(source.id.to_string()),
    ])
}

/// How to reach it, where that is open to all or was asked for.
fn contact(ground: &Ground<'_>, source: &Source) -> Cell {
    let is_told = ground.export.has_contacts() || source.is_contact_open;
    Cell::text(if is_told { &source.contact } else { "" })
}
