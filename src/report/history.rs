//! The history: who changed what, when. It is long, and told only where it is asked for.

use super::desk::Desk;
use super::{ClaimRef, Section};
use crate::model::annotation::Mention;
use crate::model::change::Change;

/// One change of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// When: `21 November 2026, 14:32`.
    pub at: String,
    /// Who.
    pub by: String,
    /// The claim, where it is one.
    pub claim: Option<ClaimRef>,
    /// The words of the record at its first place, or the name of a source.
    pub subject: String,
    /// What was changed, as the program recorded it: `status`.
    pub field: String,
    /// What stood there; blank for nothing.
    pub before: String,
    /// What stands there since; blank for nothing.
    pub after: String,
}

/// All changes of the records that the report is about, oldest first; nothing where nobody asks for them.
pub(super) fn rows(desk: &Desk<'_>) -> Vec<HistoryRow> {
    if !desk.input.options.sections.contains(&Section::History) {
        return Vec::new();
    }
    let is_in = |change: &&Change| match change.subject {
        Mention::Claim(id) => desk.has_claim(id),
        record => desk.is_mentioned(record),
    };
    desk.project.changes().values().filter(is_in).map(|change| row(desk, change)).collect()
}

fn row(desk: &Desk<'_>, change: &Change) -> HistoryRow {
    let claim = match change.subject {
        Mention::Claim(id) => Some(desk.claim_ref(id)),
        Mention::Number(_) | Mention::Source(_) => None,
    };
    let subject = match change.subject {
        Mention::Source(id) => desk.project.sources().get(&id).map_or_else(String::new, |source| source.name.trim().to_owned()),
        record => desk.quote(record),
    };
    HistoryRow {
        at: desk.date_and_time(change.at),
        by: desk.person(&change.by),
        claim,
        subject,
        field: change.field.clone(),
        before: change.before.clone(),
        after: change.after.clone(),
    }
}
