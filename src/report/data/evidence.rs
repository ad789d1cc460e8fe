//! The table of evidence: what was asked and found about every claim, and where.

use super::ground::Ground;
use super::{Cell, Column, Table, column};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Evidence};

const COLUMNS: &[Column] = &[
    column("claim", 8),
    column("stance", 12),
    column("question", 40),
    column("found", 50),
    column("quote", 40),
    column("locator", 20),
    column("address", 40),
    column("archived_at", 40),
    column("seen", 14),
    column("source", 30),
    column("due", 26),
    column("file", 30),
    column("file_sha256", 20),
    column("evidence_id", 15),
    column("claim_id", 15),
    column("source_id", 15),
];

pub(super) fn table(ground: &Ground<'_>) -> Table {
    let claims = ground.export.lookup.claims_in_order(ground.export.project);
    let kept = claims.into_iter().filter(|claim| ground.prints(claim.id));
    let rows = kept.flat_map(|claim| claim.evidence.iter().map(|evidence| row(ground, claim, evidence)));
    Table { name: "evidence", columns: COLUMNS, rows: rows.collect() }
}

fn row(ground: &Ground<'_>, claim: &Claim, evidence: &Evidence) -> Vec<Cell> {
    let source = evidence.source.filter(|id| ground.export.project.sources().contains_key(id));
    let file = evidence.file.as_deref();
    vec![
        Cell::Text(ground.label(claim.id)),
        Cell::Text(evidence.stance.word().to_lowercase()),
        Cell::text(&evidence.question),
        Cell::text(&evidence.text),
        Cell::text(&evidence.quote),
        Cell::text(&evidence.locator),
        Cell::text(&evidence.url),
        Cell::text(&evidence.archive_url),
        Cell::text(&evidence.seen),
        source.map_or(Cell::text(""), |id| Cell::Text(ground.name(Mention::Source(id)))),
        evidence.due.map_or(Cell::text(""), |due| ground.date(due)),
        // The name alone: a path tells about somebody's computer.
        file.map_or(Cell::text(""), |file| Cell::text(file.name())),
        file.map_or(Cell::text(""), |file| Cell::text(&file.sha256)),
        Cell::Text(evidence.id.to_string()),
        Cell::Text(claim.id.to_string()),
        source.map_or(Cell::text(""), |id| Cell::Text(id.to_string())),
    ]
}
