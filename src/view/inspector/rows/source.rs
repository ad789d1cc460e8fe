//! A source as the inspector shows it.

use super::circle::{CircleRows, circles};
use super::history::{HistoryRow, history};
use super::number::{OwnerRow, owners};
use super::{MentionRow, findings_about, mentions, place};
use crate::lint::{Finding, Rule};
use crate::model::annotation::{Annotation, Mention};
use crate::model::id::{AnnotationId, SourceId};
use crate::model::link::Role;
use crate::model::source::Source;
use crate::session::Session;
use crate::suggest::Why;
use crate::view::wording::count;

/// A source with all that hangs on it.
#[derive(Clone, Debug)]
pub struct SourceRows {
    /// The entry itself.
    pub source: Source,
    /// The mention that is shown.
    pub mark: Option<Annotation>,
    /// `¶10, sentence 2`.
    pub place: String,
    /// The words of the mention, to the letter.
    pub quote: String,
    /// What the rules say about it.
    pub findings: Vec<(Rule, String)>,
    /// All mentions.
    pub mentions: Vec<MentionRow>,
    /// The claims that rest on it, each with the words that give it to the source, in the order of their labels.
    pub claims: Vec<OwnerRow>,
    /// What it rests on, by name; what is gone has none.
    pub rests_on: Vec<(SourceId, String)>,
    /// What its grade means: `fairly reliable, possibly true`.
    pub grade_meaning: String,
    /// Entries that are perhaps the same.
    pub same: Vec<SameRow>,
    /// The circles in which it stands.
    pub circles: Vec<CircleRows>,
    /// Its history.
    pub history: Vec<HistoryRow>,
}

/// An entry that is perhaps the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameRow {
    /// Which one.
    pub other: SourceId,
    /// Its name.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// The entries that are perhaps the same as a source.
fn same(session: &Session, id: SourceId) -> Vec<SameRow> {
    let row = |(other, why): (SourceId, Why)| {
        let source = session.project().sources().get(&other)?;
        Some(SameRow { other, name: source.name.trim().to_owned(), why })
    };
    session.same_as(id).filter_map(row).collect()
}

impl SourceRows {
    /// Looks a source up; nothing where it is gone.
    pub fn of(session: &Session, id: SourceId, mark: Option<AnnotationId>, findings: &[Finding]) -> Option<Self> {
        let project = session.project();
        let record = Mention::Source(id);
        let source = project.sources().get(&id)?.clone();
        let mark = mark.and_then(|mark| project.annotations().get(&mark)).cloned();
        let mut claims = owners(session, record, Role::RestsOn);
        claims.sort_by_key(|row| project.claims().get(&row.claim.id).map(|claim| (project.letter(claim.home), claim.number)));
        Some(SourceRows {
            place: place(session, mark.as_ref()),
            quote: mark.as_ref().map_or("", |mark| project.quote(mark)).to_owned(),
            findings: findings_about(findings, record),
            mentions: mentions(session, record, mark.as_ref().map(|mark| mark.id)),
            claims,
            history: history(session, record),
            grade_meaning: project.house().grade_meaning(&source.grade),
            same: same(session, id),
            circles: circles(session, id),
            rests_on: source
                .rests_on
                .iter()
                .map(|id| (*id, project.sources().get(id).map_or_else(|| "no longer in the register".to_owned(), |root| root.name.clone())))
                .collect(),
            source,
            mark,
        })
    }

    /// `11 claims rest on it`.
    pub fn claims_title(&self) -> String {
        match self.claims.len() {
            0 => "No claim rests on it".to_owned(),
            1 => "1 claim rests on it".to_owned(),
            many => format!("{} rest on it", count(many, "claim")),
        }
    }

    /// `4 settled`.
    pub fn claims_remark(&self) -> String {
        let settled = self.claims.iter().filter(|row| row.claim.status.is_settled()).count();
        if self.claims.is_empty() { String::new() } else { format!("{settled} settled") }
    }
}
