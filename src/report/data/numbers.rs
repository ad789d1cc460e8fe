//! The table of numbers: as written, as read, with what the figures of its group say together.

use rust_decimal::Decimal;

use super::ground::Ground;
use super::{Cell, Column, Table, column};
use crate::model::annotation::Mention;
use crate::model::claim::Claim;
use crate::model::id::QuantityId;
use crate::model::link::Role;
use crate::report::NumberRow;
use crate::report::groups::verdict;

const COLUMNS: &[Column] = &[
    column("article", 8),
    column("paragraph", 10),
    column("as_written", 24),
    column("value", 14),
    column("to", 14),
    column("unit", 14),
    column("per", 10),
    column("meant_as", 12),
    column("measured", 30),
    column("of", 24),
    column("as_of", 14),
    column("group", 30),
    column("group_says", 50),
    column("out_of_line", 11),
    column("claims", 12),
    column("status", 12),
    column("source", 30),
    column("why_not_comparable", 30),
    column("number_id", 15),
    column("group_id", 15),
    column("article_id", 15),
];

pub(super) fn table(ground: &Ground<'_>) -> Table {
    let rows = ground.export.report.numbers.iter().filter_map(|number| row(ground, number));
    Table { name: "numbers", columns: COLUMNS, rows: rows.collect() }
}

fn row(ground: &Ground<'_>, told: &NumberRow) -> Option<Vec<Cell>> {
    let project = ground.export.project;
    let number = project.quantities().get(&told.number)?;
    let record = Mention::Number(number.id);
    let first = ground.first(record);
    let group = number.group.and_then(|id| project.groups().get(&id));
    let judged = group.and_then(|group| ground.export.findings.judged(group.id));
    let is_out = judged.and_then(|judged| judged.agreement.is_out_of_line.get(judged.place(number.id)?).copied()).unwrap_or(false);
    let claims = claims(ground, number.id);
    let sources = claims.first().map(|claim| ground.export.lookup.sources_of(project, claim.id)).unwrap_or_default();
    let sources = sources.into_iter().map(|id| ground.name(Mention::Source(id))).collect::<Vec<_>>().join("; ");
    let decimal = |value: Option<Decimal>| value.map_or(Cell::text(""), |value| Cell::Number(value.normalize()));
    Some(vec![
        first.map_or(Cell::text(""), |(mark, _)| Cell::Text(ground.letter(mark.document))),
        first.map_or(Cell::text(""), |(mark, document)| ground.paragraph(mark, document)),
        ground.first_quote(record),
        decimal(number.value.map(|value| value.low)),
        decimal(number.value.and_then(|value| value.high)),
        Cell::text(&number.unit),
        Cell::text(&number.per),
        Cell::text(if number.value.is_some() { number.approximation.word() } else { "not read" }),
        Cell::text(&number.measured),
        Cell::text(&number.of),
        Cell::text(&number.as_of),
        Cell::text(group.map_or("", |group| group.title())),
        judged.map_or(Cell::text(""), |judged| Cell::Text(verdict(ground.export.report.language(), judged))),
        Cell::flag(is_out),
        ground.labels(told.claims.iter().map(|claim| claim.claim)),
        claims.first().map_or(Cell::text(""), |claim| Cell::Status(claim.status)),
        Cell::Text(sources),
        Cell::text(&number.apart),
        Cell::Text(number.id.to_string()),
        group.map_or(Cell::text(""), |group| Cell::Text(group.id.to_string())),
        first.map_or(Cell::text(""), |(mark, _)| Cell::Text(mark.document.to_string())),
    ])
}

/// The claims that are linked to a number, oldest link first.
fn claims<'a>(ground: &Ground<'a>, number: QuantityId) -> Vec<&'a Claim> {
    let project = ground.export.project;
    let holders = ground.export.lookup.linked(project, Mention::Number(number), Role::Contains).into_iter();
    holders.filter_map(|record| if let Mention::Claim(id) = record { project.claims().get(&id) } else { None }).collect()
}
