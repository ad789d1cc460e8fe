//! The history of one record: who did what and when, newest first.

use crate::model::annotation::Mention;
use crate::model::change::Change;
use crate::model::id::ChangeId;
use crate::model::link::Role;
use crate::model::moment::Moment;
use crate::session::Session;
use crate::view::wording::{capitalised, listed};

/// One step in the history of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// When.
    pub at: Moment,
    /// Who and what: `RK rated it 1 Wrong, wrote the reason`.
    pub words: String,
    /// The changes whose fields can be put back, each with what its field is called.
    pub restorable: Vec<(ChangeId, String)>,
}

/// One step: what was done, and to what; steps of the same kind are told together.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    verb: &'static str,
    what: String,
}

/// The history of a record, newest first; what was done at one moment by one person is one row.
pub fn history(session: &Session, record: Mention) -> Vec<HistoryRow> {
    let changes = session.lookup().changes(record).iter().filter_map(|id| session.project().changes().get(id));
    let mut rows: Vec<(Moment, &str, Vec<Step>, Vec<&Change>)> = Vec::new();
    for change in changes {
        let Some(step) = step(change) else { continue };
        match rows.last_mut() {
            Some((at, by, steps, changes)) if *at == change.at && *by == change.by => {
                if !steps.contains(&step) {
                    steps.push(step);
                }
                changes.push(change);
            }
            _ => rows.push((change.at, &change.by, vec![step], vec![change])),
        }
    }
    let row = |(at, by, steps, changes): (Moment, &str, Vec<Step>, Vec<&Change>)| {
        let steps = told(&steps);
        let words = if by.is_empty() { capitalised(&steps) } else { format!("{by} {steps}") };
        let restorable = changes.into_iter().filter(|change| is_field(change));
        HistoryRow { at, words, restorable: restorable.map(|change| (change.id, change.field.clone())).collect() }
    };
    rows.into_iter().rev().map(row).collect()
}

/// Whether a line is about a field, which can be put back, not about the record as a whole or its links.
fn is_field(change: &Change) -> bool {
    let is_link = ROLES.iter().any(|role| role.word() == change.field);
    !is_link && !matches!(change.field.as_str(), "claim" | "sign-off")
}

/// `rated 1 Wrong, wrote the reason and the note`.
fn told(steps: &[Step]) -> String {
    let same_verb = steps.chunk_by(|one, next| one.verb == next.verb);
    let words = same_verb.filter_map(|steps| {
        let whats: Vec<_> = steps.iter().map(|step| step.what.clone()).collect();
        Some(format!("{} {}", steps.first()?.verb, listed(&whats)))
    });
    words.collect::<Vec<_>>().join(", ")
}

/// A change in words; nothing for what a fresh record has of itself.
fn step(change: &Change) -> Option<Step> {
    let (before, after) = (change.before.as_str(), change.after.as_str());
    let is_fresh = before.is_empty();
    let step = |verb, what: &str| Some(Step { verb, what: what.to_owned() });
    if let Some(role) = ROLES.iter().find(|role| role.word() == change.field) {
        let (verb, other) = if after.is_empty() { ("no longer links it as", before) } else { ("linked it as", after) };
        return step(verb, &format!("{} {other}", being(*role)));
    }
    match change.field.as_str() {
        "claim" => step(if after.is_empty() { "removed" } else { "tagged" }, "the claim"),
        "name" if is_fresh => step("tagged", "the source"),
        "value" if is_fresh => step("read it as", after),
        "status" | "approximation" | "kind" | "first hand" if is_fresh => None,
        "status" => step("marked it", &after.to_lowercase()),
        "rating" if after.is_empty() => step("cleared", "the rating"),
        "rating" => step("rated it", after),
        field @ ("value" | "approximation" | "kind" | "name") => step("changed", &format!("the {field} from {before} to {after}")),
        "first hand" => step("changed", &format!("first hand from {before} to {after}")),
        "evidence" => written(change, "evidence"),
        "measured" => written(change, "what is measured"),
        "of" => written(change, "of whom"),
        "as of" => written(change, "as of when"),
        field => written(change, &format!("the {field}")),
    }
}

/// The fields of links are called by their roles.
const ROLES: [Role; 5] = [Role::RestsOn, Role::Contains, Role::Same, Role::Contradicts, Role::Supports];

/// What a record is to the other end of a link, after "as".
fn being(role: Role) -> &'static str {
    match role {
        Role::RestsOn => "resting on",
        Role::Contains => "holding",
        Role::Same => "the same as",
        Role::Contradicts => "contradicting",
        Role::Supports => "supporting",
    }
}

fn written(change: &Change, what: &str) -> Option<Step> {
    let verb = match (change.before.is_empty(), change.after.is_empty()) {
        (true, _) => "wrote",
        (false, true) => "removed",
        (false, false) => "changed",
    };
    Some(Step { verb, what: what.to_owned() })
}
