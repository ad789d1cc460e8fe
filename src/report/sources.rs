//! The register of sources by kind: where each is named, and which claims rest on it.

use super::desk::Desk;
use super::{ClaimRef, Place};
use crate::lint::Subject;
use crate::model::annotation::Mention;
use crate::model::id::SourceId;
use crate::model::link::Role;
use crate::model::source::{FirstHand, Source, SourceKind};

/// The sources of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceGroup {
    /// The kind; its plural is the heading.
    pub kind: SourceKind,
    /// Its sources, those that carry most claims first.
    pub rows: Vec<SourceRow>,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// The source.
    pub source: SourceId,
    /// Name, or the description where it is anonymous.
    pub name: String,
    /// Office or role.
    pub role: String,
    /// Address, page, archive shelf; and the contact where it is open to all.
    pub locator: String,
    /// The desk's grade.
    pub grade: String,
    /// Whether it speaks first hand.
    pub first_hand: FirstHand,
    /// The checker's note.
    pub note: String,
    /// Where it is named.
    pub places: Vec<Place>,
    /// The claims that rest on it.
    pub claims: Vec<ClaimRef>,
    /// What is wrong with it; blank where nothing is.
    pub finding: String,
}

pub(super) fn groups(desk: &Desk<'_>) -> Vec<SourceGroup> {
    let group = |kind| {
        let sources = desk.project.sources().values().filter(|source| source.kind == kind && is_in(desk, source));
        let mut rows: Vec<_> = sources.map(|source| row(desk, source)).collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.claims.len()), row.name.to_lowercase(), row.source));
        SourceGroup { kind, rows }
    };
    SourceKind::ALL.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect()
}

/// Whether the report is about it: it is named in its articles, or one of its claims rests on it.
fn is_in(desk: &Desk<'_>, source: &Source) -> bool {
    let record = Mention::Source(source.id);
    desk.is_mentioned(record) || desk.claims_linked_to(record, Role::RestsOn).iter().any(|claim| desk.has_claim(claim.claim))
}

fn row(desk: &Desk<'_>, source: &Source) -> SourceRow {
    let record = Mention::Source(source.id);
    let claims = desk.claims_linked_to(record, Role::RestsOn);
    SourceRow {
        source: source.id,
        name: source.name.trim().to_owned(),
        role: source.role.trim().to_owned(),
        locator: where_to_find(desk, source),
        grade: source.grade.trim().to_owned(),
        first_hand: source.first_hand,
        note: source.note.trim().to_owned(),
        places: desk.places(record),
        finding: finding(desk, record, &claims),
        claims,
    }
}

/// Where it is found; how to reach it only where the checker said that exports may hold that, or asks for it.
fn where_to_find(desk: &Desk<'_>, source: &Source) -> String {
    let locator = source.locator.trim();
    let contact = source.contact.trim();
    let is_told = (source.is_contact_open || desk.input.options.has_contacts) && !contact.is_empty();
    let contact = if is_told { desk.language.say_with("contact", &[("words", contact.into())]) } else { String::new() };
    [locator, &contact].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
}

/// `Only source for A10 and B3` when a claim rests on this anonymous source alone; else what the rules say of the source.
fn finding(desk: &Desk<'_>, record: Mention, claims: &[ClaimRef]) -> String {
    use crate::lint::Rule::OnlyAnonymous;
    let is_alone = |claim: &&ClaimRef| {
        desk.finding(claim.claim, OnlyAnonymous).is_some() && desk.lookup.sources_of(desk.project, claim.claim).len() == 1
    };
    let alone: Vec<_> = claims.iter().filter(is_alone).map(|claim| claim.label.clone()).collect();
    if !alone.is_empty() {
        return desk.language.say_with("only-source-for", &[("claims", desk.language.list(&alone).into())]);
    }
    desk.findings_on(Subject::Record(record)).next().map_or_else(String::new, |finding| desk.words_of(finding))
}
