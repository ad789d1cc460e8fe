//! What several figures measure, and what they say together, for `tickmark compare`.

use serde::Serialize;

use super::count;
use super::terminal::say;
use crate::model::group::{Group, Judged, Member, judged_all};
use crate::model::lookup::Lookup;
use crate::model::project::Project;

/// Figures of the same.
#[derive(Serialize)]
struct GroupLine<'a> {
    kind: &'static str,
    id: String,
    name: &'a str,
    /// `agree`, `differ`, `check the scope` …
    outcome: &'static str,
    verdict: String,
    figures: Vec<FigureLine<'a>>,
}

/// One of them.
#[derive(Serialize)]
struct FigureLine<'a> {
    id: String,
    article: &'a str,
    quote: &'a str,
    reading: String,
    time: &'a str,
    out_of_line: bool,
}

/// One object a line.
pub(super) fn json(project: &Project, lookup: &Lookup) {
    for (group, judged) in judged_all(project, lookup) {
        say(&serde_json::to_string(&line(project, group, &judged)).unwrap_or_default());
    }
}

/// A line a group.
pub(super) fn words(project: &Project, lookup: &Lookup) {
    for (group, judged) in judged_all(project, lookup) {
        let verdict = judged.agreement.sentence();
        let colon = if verdict.is_empty() { "" } else { ": " };
        say(&format!("{}, {}{colon}{verdict}", group.name, count(judged.members.len(), "figure")));
    }
}

fn line<'a>(project: &Project, group: &'a Group, judged: &'a Judged) -> GroupLine<'a> {
    let figure = |(member, is_out): (&'a Member, &bool)| FigureLine {
        id: member.number.to_string(),
        article: &member.letter,
        quote: &member.quote,
        reading: project.quantities().get(&member.number).map_or_else(String::new, |number| number.reading()),
        time: &member.time,
        out_of_line: *is_out,
    };
    GroupLine {
        kind: "group",
        id: group.id.to_string(),
        name: &group.name,
        outcome: judged.agreement.outcome.word(),
        verdict: judged.agreement.sentence(),
        figures: judged.members.iter().zip(&judged.agreement.is_out_of_line).map(figure).collect(),
    }
}
