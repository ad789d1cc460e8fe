//! The table of the history: who changed what, when, before and after. What would give away a protected source or a contact is left out.

use super::ground::{Ground, id};
use super::{Cell, Column, Table, column};
use crate::model::change::Change;
use crate::report::withheld::Withheld;

const COLUMNS: &[Column] = &[
    column("at", 26),
    column("by", 12),
    column("kind", 9),
    column("record", 24),
    column("field", 16),
    column("before", 50),
    column("after", 50),
    column("change_id", 15),
    column("record_id", 15),
];

/// What stands instead of words that are not told.
const WITHHELD: &str = "(not told)";

pub(super) fn table(ground: &Ground<'_>) -> Table {
    let project = ground.export.project;
    let withheld = Withheld::new(ground.export);
    let kept = project.changes().values().filter(|change| ground.has(change.subject));
    Table { name: "changes", columns: COLUMNS, rows: kept.map(|change| row(ground, &withheld, change)).collect() }
}

fn row(ground: &Ground<'_>, withheld: &Withheld<'_>, change: &Change) -> Vec<Cell> {
    let told = |words: &str| Cell::text(if withheld.is_told(change, words) { words } else { WITHHELD });
    vec![
        ground.date(change.at),
        ground.person(&change.by),
        Cell::text(change.subject.tag().word()),
        Cell::Text(ground.name(change.subject)),
        Cell::text(&change.field),
        told(&change.before),
        told(&change.after),
        Cell::Text(change.id.to_string()),
        Cell::Text(id(change.subject)),
    ]
}
