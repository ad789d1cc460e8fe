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
        let Some(words) = change_words(change) else { continue };
        match rows.last_mut() {
            Some((at, by, steps)) if *at == change.at && *by == change.by => {
                if !steps.contains(&words) {
                    steps.push(words);
                }
            }
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

/// A change in words; nothing for what a fresh record has of itself.
fn change_words(change: &Change) -> Option<String> {
    let (before, after) = (change.before.as_str(), change.after.as_str());
    let is_fresh = before.is_empty();
    if let Some(role) = ROLES.iter().map(|role| role.word()).find(|word| *word == change.field) {
        return Some(if after.is_empty() { format!("unlinked: {role} {before}") } else { format!("linked: {role} {after}") });
    }
    let words = match change.field.as_str() {
        "claim" => if after.is_empty() { "removed the claim" } else { "tagged the claim" }.to_owned(),
        "name" if is_fresh => "tagged the source".to_owned(),
        "value" if is_fresh => format!("tagged the number, read as {after}"),
        "status" | "approximation" | "kind" | "first hand" if is_fresh => return None,
        "status" => format!("marked it {}", after.to_lowercase()),
        "rating" if after.is_empty() => "cleared the rating".to_owned(),
        "rating" => format!("rated {after}"),
        field @ ("value" | "approximation" | "kind" | "first hand" | "name") => format!("changed {field}: {before} to {after}"),
        "evidence" => written(before, after, "evidence"),
        "measured" => written(before, after, "what is measured"),
        "of" => written(before, after, "of whom it is"),
        "as of" => written(before, after, "when it was so"),
        field => written(before, after, &format!("the {field}")),
    };
    Some(words)
}

/// The fields of links are called by their roles.
const ROLES: [Role; 5] = [Role::RestsOn, Role::Contains, Role::Same, Role::Contradicts, Role::Supports];

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
