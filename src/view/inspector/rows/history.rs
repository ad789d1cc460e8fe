//! The history of one record: who did what and when, newest first.

use crate::model::annotation::Mention;
use crate::model::change::Change;
use crate::model::link::Role;
use crate::model::moment::Moment;
use crate::session::Session;

/// One step in the history of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// When.
    pub at: Moment,
    /// Who and what: `RK rated 1 Wrong, wrote the reason`.
    pub words: String,
}

/// The history of a record, newest first; what was done at one moment by one person is one row.
pub fn history(session: &Session, record: Mention) -> Vec<HistoryRow> {
    let changes = session.lookup().changes(record).iter().filter_map(|id| session.project().changes().get(id));
    let mut rows: Vec<(Moment, &str, Vec<String>)> = Vec::new();
    for change in changes {
        let words = change_words(change);
        match rows.last_mut() {
            Some((at, by, steps)) if *at == change.at && *by == change.by => steps.push(words),
            _ => rows.push((change.at, &change.by, vec![words])),
        }
    }
    let row = |(at, by, steps): (Moment, &str, Vec<String>)| {
        let steps = steps.join(", ");
        let words = if by.is_empty() { capitalised(&steps) } else { format!("{by} {steps}") };
        HistoryRow { at, words }
    };
    rows.into_iter().rev().map(row).collect()
}

fn change_words(change: &Change) -> String {
    let (before, after) = (change.before.as_str(), change.after.as_str());
    let role =
        [Role::RestsOn, Role::Contains, Role::Same, Role::Contradicts, Role::Supports].iter().find(|role| role.word() == change.field);
    match (change.field.as_str(), role) {
        (_, Some(role)) if after.is_empty() => format!("unlinked: {} {before}", role.word()),
        (_, Some(role)) => format!("linked: {} {after}", role.word()),
        ("claim", _) => if after.is_empty() { "removed the claim" } else { "tagged the claim" }.to_owned(),
        ("status", _) if before.is_empty() => "left it open".to_owned(),
        ("status", _) => format!("marked it {}", after.to_lowercase()),
        ("rating", _) if after.is_empty() => "cleared the rating".to_owned(),
        ("rating", _) => format!("rated {after}"),
        ("value" | "approximation" | "kind" | "first hand" | "name", _) if before.is_empty() || before == "–" => {
            format!("set {}: {after}", change.field)
        }
        ("value" | "approximation" | "kind" | "first hand" | "name", _) => format!("changed {}: {before} to {after}", change.field),
        ("evidence", _) => written(before, after, &change.field),
        (field, _) => written(before, after, &format!("the {field}")),
    }
}

fn written(before: &str, after: &str, what: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("wrote {what}"),
        (false, true) => format!("removed {what}"),
        (false, false) => format!("changed {what}"),
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
