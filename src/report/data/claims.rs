//! The table of claims: what is claimed where, how it stands, what it rests on.

use super::ground::Ground;
use super::{Cell, Column, Table, column};
use crate::lint::Subject;
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};
use crate::model::link::Role;
use crate::model::signature::SignOff;

const COLUMNS: &[Column] = &[
    column("claim", 8),
    column("article", 8),
    column("paragraph", 10),
    column("quote", 60),
    column("status", 12),
    column("rating", 8),
    column("rating_word", 15),
    column("reason", 40),
    column("correction", 40),
    column("claim_in_full", 40),
    column("rests_on", 30),
    column("contradicts", 12),
    column("same_as", 12),
    column("supports", 12),
    column("findings", 40),
    column("note", 40),
    column("kind", 10),
    column("said_by", 20),
    column("said_on", 14),
    column("said_at", 20),
    column("risks", 16),
    column("not_checkable", 14),
    column("mentions", 10),
    column("other_ratings", 30),
    column("status_since", 26),
    column("status_by", 12),
    column("signed_by", 12),
    column("signed_at", 26),
    column("tagged_by", 12),
    column("tagged_at", 26),
    column("claim_id", 15),
    column("article_id", 15),
];

pub(super) fn table(ground: &Ground<'_>) -> Table {
    let claims = ground.export.lookup.claims_in_order(ground.export.project);
    let rows = claims.into_iter().filter(|claim| ground.prints(claim.id)).map(|claim| row(ground, claim));
    Table { name: "claims", columns: COLUMNS, rows: rows.collect() }
}

fn row(ground: &Ground<'_>, claim: &Claim) -> Vec<Cell> {
    let (project, lookup) = (ground.export.project, ground.export.lookup);
    let record = Mention::Claim(claim.id);
    let first = ground.first(record);
    let linked = |role| {
        let others = lookup.linked(project, record, role).into_iter();
        ground.labels(others.filter_map(|other| if let Mention::Claim(id) = other { Some(id) } else { None }))
    };
    let supported = lookup.links(record).iter().filter_map(|id| project.links().get(id));
    let supported = supported.filter(|link| link.role == Role::Supports && link.from == record).map(|link| link.to);
    let sources = lookup.sources_of(project, claim.id).into_iter().map(|id| ground.name(Mention::Source(id)));
    let findings = ground.export.findings.about(Subject::Record(record)).map(|finding| ground.words_of(finding));
    let said = claim.said();
    let signed = claim.signed.as_deref().filter(|signed| signed.holds());
    let mut cells = vec![
        Cell::Text(ground.label(claim.id)),
        Cell::Text(ground.letter(first.map_or(claim.home, |(mark, _)| mark.document))),
        first.map_or(Cell::text(""), |(mark, document)| ground.paragraph(mark, document)),
        ground.first_quote(record),
        Cell::Status(claim.status),
        claim.rating.as_ref().map_or(Cell::text(""), |rating| Cell::Grade(rating.grade)),
        claim.rating.as_ref().map_or(Cell::text(""), |rating| Cell::text(project.house().word(rating))),
        claim.rating.as_ref().map_or(Cell::text(""), |rating| Cell::text(&rating.reason)),
        Cell::Text(correction(claim)),
        Cell::text(&claim.restatement),
        Cell::Text(sources.collect::<Vec<_>>().join("; ")),
        linked(Role::Contradicts),
        linked(Role::Same),
        ground.labels(supported.filter_map(|other| if let Mention::Claim(id) = other { Some(id) } else { None })),
        Cell::Text(findings.collect::<Vec<_>>().join("; ")),
        Cell::text(&claim.note),
        Cell::Text(claim.kind.word().to_lowercase()),
        Cell::text(&said.speaker),
        Cell::text(&said.date),
        Cell::text(&said.place),
        Cell::Text(claim.risks.words().to_lowercase()),
        claim.not_checkable.map_or(Cell::text(""), |reason| Cell::text(reason.word())),
        Cell::count(lookup.mentions(record).len()),
        Cell::Text(others(ground, claim)),
    ];
    cells.extend(trail(ground, claim, signed));
    cells
}

/// The new wording, or that there is to be none.
fn correction(claim: &Claim) -> String {
    match &claim.correction {
        Some(correction) if claim.status != Status::Cut && !correction.wording.trim().is_empty() => correction.wording.trim().to_owned(),
        Some(_) => "(take it out)".to_owned(),
        None => String::new(),
    }
}

/// What other people made of it.
fn others(ground: &Ground<'_>, claim: &Claim) -> String {
    let other = |other: &crate::model::claim::SignedRating| {
        let label = ground.export.project.rating_label(&other.rating);
        let by = if other.by.trim().is_empty() { String::new() } else { format!(" by {}", ground.export.person(&other.by)) };
        let reason = other.rating.reason.trim();
        if reason.is_empty() { format!("{label}{by}") } else { format!("{label}{by}: {reason}") }
    };
    claim.other_ratings.iter().map(other).collect::<Vec<_>>().join("; ")
}

/// Who did what when, and the ids.
fn trail(ground: &Ground<'_>, claim: &Claim, signed: Option<&SignOff>) -> [Cell; 8] {
    [
        ground.date(claim.status_since),
        ground.person(&claim.status_by),
        signed.map_or(Cell::text(""), |signed| ground.person(&signed.by)),
        signed.map_or(Cell::text(""), |signed| ground.date(signed.at)),
        ground.person(&claim.by),
        ground.date(claim.created),
        Cell::Text(claim.id.to_string()),
        Cell::Text(claim.home.to_string()),
    ]
}
