//! The queue as plain rows: one claim each, with what must be seen of it at a glance.

use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};
use crate::model::id::ClaimId;
use crate::model::link::Role;
use crate::model::moment::Moment;
use crate::session::Session;
use crate::session::queue::{Filter, WHAT_IS_LEFT};
use crate::view::table::Sorting;
use crate::view::wording::when;

/// A claim in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// Which claim.
    pub claim: ClaimId,
    /// `A14`.
    pub label: String,
    /// The claim in full, else its words.
    pub words: String,
    /// Whether these are the article's words.
    pub is_quote: bool,
    /// Whom it rests on: `Texas Military Department, Salesses`.
    pub sources: String,
    /// `Figure`.
    pub kind: &'static str,
    /// `Legal, Minors`.
    pub risks: String,
    /// How far it is.
    pub status: Status,
    /// Whether nothing is left to do.
    pub is_settled: bool,
    /// Whether it is signed off.
    pub is_signed: bool,
    /// `MB, 14:05`.
    pub since: String,
    /// Place and word of its rating.
    pub rating: Option<(u8, String)>,
    /// When an answer is due: `due 17:00`, and whether that is past.
    pub due: Option<(String, bool)>,
}

impl QueueRow {
    /// What a screen reader says: everything, in the order of the columns.
    pub fn spoken(&self) -> String {
        let rating = self.rating.as_ref().map(|(place, word)| format!("rated {place} {word}")).unwrap_or_default();
        let risk = if self.risks.is_empty() { String::new() } else { format!("risk: {}", self.risks) };
        let signed = if self.is_signed { "signed off" } else { "" };
        let due = self.due.as_ref().map_or("", |(words, _)| words.as_str());
        let status = self.status.word().to_lowercase();
        let parts = [self.label.as_str(), &status, &rating, &risk, signed, due, &self.sources, &self.words];
        let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(", ")
    }
}

/// The claims that answer a filter, or why it cannot be read.
pub fn claims(session: &Session, typed: &str, now: Moment) -> Result<Vec<ClaimId>, String> {
    let filter = Filter::parse(typed).map_err(|error| error.to_string())?;
    Ok(filter.claims(session.project(), session.lookup(), now))
}

/// The same in the order of a column; without one, those at risk first, then as the texts have them.
pub fn sorted(session: &Session, mut found: Vec<ClaimId>, sorting: Sorting) -> Vec<ClaimId> {
    let claims = session.project().claims();
    let of = |id: &ClaimId| claims.get(id);
    match sorting.column {
        Some(0) => {
            let order: Vec<ClaimId> = session.lookup().claims_in_order(session.project()).into_iter().map(|claim| claim.id).collect();
            let place: std::collections::BTreeMap<ClaimId, usize> = order.into_iter().zip(0..).collect();
            found.sort_by_key(|id| place.get(id).copied());
        }
        Some(1) => found.sort_by_cached_key(|id| row(session, *id, Moment::default()).map(|row| row.words.to_lowercase())),
        Some(2) => found.sort_by_key(|id| of(id).map(|claim| claim.kind)),
        Some(3) => found.sort_by_key(|id| of(id).map(|claim| std::cmp::Reverse(claim.risks.len()))),
        Some(4) => found.sort_by_key(|id| of(id).map(|claim| (claim.status, claim.status_since))),
        Some(5) => found.sort_by_key(|id| of(id).map(|claim| claim.rating.as_ref().map(|rating| rating.grade))),
        _ => {}
    }
    if sorting.is_backward {
        found.reverse();
    }
    found
}

/// Looks a claim up; nothing where it is gone.
pub fn row(session: &Session, id: ClaimId, now: Moment) -> Option<QueueRow> {
    let project = session.project();
    let claim = project.claims().get(&id)?;
    let (words, is_quote) = match claim.restatement.trim() {
        "" => (session.lookup().quote(project, Mention::Claim(id)), true),
        restatement => (restatement, false),
    };
    Some(QueueRow {
        claim: id,
        label: project.claim_label(id),
        words: words.split_whitespace().collect::<Vec<_>>().join(" "),
        is_quote,
        sources: sources(session, id),
        kind: claim.kind.word(),
        risks: claim.risks.words(),
        status: claim.status,
        is_settled: claim.is_settled(),
        is_signed: claim.is_signed(),
        since: since(claim, now),
        rating: claim.rating.as_ref().map(|rating| (rating.grade.value(), project.house().word(rating).to_owned())),
        due: due(claim, now),
    })
}

fn sources(session: &Session, id: ClaimId) -> String {
    let project = session.project();
    let linked = session.lookup().linked(project, Mention::Claim(id), Role::RestsOn).into_iter();
    let names = linked.filter_map(|record| match record {
        Mention::Source(id) => project.sources().get(&id).map(|source| source.name.as_str()),
        Mention::Claim(_) | Mention::Number(_) => None,
    });
    names.collect::<Vec<_>>().join(", ")
}

fn since(claim: &Claim, now: Moment) -> String {
    let at = when(claim.status_since, now);
    let by = if claim.status_by.is_empty() { &claim.by } else { &claim.status_by };
    if by.is_empty() { at } else { format!("{by}, {at}") }
}

fn due(claim: &Claim, now: Moment) -> Option<(String, bool)> {
    let waiting = claim.evidence.iter().filter(|row| row.is_waiting());
    let first = waiting.filter_map(|row| row.due).min()?;
    let is_late = first < now;
    Some((format!("{} {}", if is_late { "was due" } else { "due" }, when(first, now)), is_late))
}

/// The filters that are always there, each with its name.
pub const USUAL: [(&str, &str); 6] = [
    ("What is left", WHAT_IS_LEFT),
    ("At risk", "risk:any is:left"),
    ("Waiting for an answer", "is:waiting"),
    ("Overdue", "is:overdue"),
    ("Settled, not signed", "is:settled is:unsigned"),
    ("All claims", ""),
];

/// How many claims answer each of the usual and saved filters; nothing for one that cannot be read.
pub fn counts(session: &Session, now: Moment) -> Vec<(String, String, Option<usize>)> {
    let saved = session.project().house().filters.iter().map(|filter| (filter.name.clone(), filter.query.clone()));
    let usual = USUAL.iter().map(|(name, query)| ((*name).to_owned(), (*query).to_owned()));
    let counted = |(name, query): (String, String)| {
        let count = claims(session, &query, now).ok().map(|found| found.len());
        (name, query, count)
    };
    usual.chain(saved).map(counted).collect()
}
