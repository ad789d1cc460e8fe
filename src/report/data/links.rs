//! The table of links between claims, numbers and sources.

use super::ground::{Ground, id};
use super::{Cell, Column, Table, column};
use crate::model::annotation::Mention;
use crate::model::link::Link;

const COLUMNS: &[Column] = &[
    column("from", 10),
    column("from_quote", 50),
    column("role", 12),
    column("to_kind", 9),
    column("to", 24),
    column("to_quote", 50),
    column("attributed_by", 16),
    column("note", 40),
    column("link_id", 15),
    column("from_id", 15),
    column("to_id", 15),
];

pub(super) fn table(ground: &Ground<'_>) -> Table {
    let project = ground.export.project;
    let mut links: Vec<&Link> = project.links().values().filter(|link| ground.has(link.from) && ground.has(link.to)).collect();
    let places: std::collections::BTreeMap<_, _> =
        ground.export.lookup.claims_in_order(project).into_iter().enumerate().map(|(at, claim)| (Mention::Claim(claim.id), at)).collect();
    links.sort_by_key(|link| (places.get(&link.from).copied(), link.role, link.id));
    Table { name: "links", columns: COLUMNS, rows: links.into_iter().map(|link| row(ground, link)).collect() }
}

fn row(ground: &Ground<'_>, link: &Link) -> Vec<Cell> {
    vec![
        Cell::Text(ground.name(link.from)),
        ground.first_quote(link.from),
        Cell::text(link.role.word()),
        Cell::text(link.to.tag().word()),
        Cell::Text(ground.name(link.to)),
        ground.first_quote(link.to),
        Cell::text(&link.cue),
        Cell::text(&link.note),
        Cell::Text(link.id.to_string()),
        Cell::Text(id(link.from)),
        Cell::Text(id(link.to)),
    ]
}
