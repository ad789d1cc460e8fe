//! Reads off edits what the history should say: field, before, after, in the checker's words.

use std::collections::BTreeMap;

use super::Edit;
use super::draft::{Draft, Signature};
use crate::model::annotation::Mention;
use crate::model::change::Change;
use crate::model::claim::{Claim, Evidence};
use crate::model::id::ChangeId;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::unknown::Unknown;

/// A line of history without date and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    subject: Mention,
    field: &'static str,
    before: String,
    after: String,
}

impl Line {
    /// The line with date and name.
    pub fn signed(self, id: ChangeId, signature: &Signature) -> Change {
        let Line { subject, field, before, after } = self;
        Change {
            id,
            at: signature.at,
            by: signature.by.clone(),
            subject,
            field: field.to_owned(),
            before,
            after,
            unknown: Unknown::default(),
        }
    }
}

/// The lines for all edits of a step. A record that is changed twice in a step gives one line a field.
pub fn lines(draft: &Draft<'_>) -> Vec<Line> {
    let (edits, project) = (draft.edits(), draft.project());
    let mut fields: BTreeMap<(Mention, &'static str), (String, String)> = BTreeMap::new();
    let mut order = Vec::new();
    let mut note = |subject: Mention, before: Fields, after: Fields| {
        for ((field, before), (_, after)) in before.into_iter().zip(after) {
            if before == after {
                continue;
            }
            let key = (subject, field);
            let first = fields.get(&key).map(|(first, _)| first.clone());
            if first.is_none() {
                order.push(key);
            }
            fields.insert(key, (first.unwrap_or(before), after));
        }
    };
    for edit in edits {
        match edit {
            Edit::PutClaim(swap) => {
                let Some(claim) = swap.before.as_ref().or(swap.after.as_ref()) else {
                    continue;
                };
                note(Mention::Claim(claim.id), claim_fields(swap.before.as_deref(), project), claim_fields(swap.after.as_deref(), project));
            }
            Edit::PutSource(swap) => {
                let Some(source) = swap.before.as_ref().or(swap.after.as_ref()) else {
                    continue;
                };
                note(Mention::Source(source.id), source_fields(swap.before.as_deref()), source_fields(swap.after.as_deref()));
            }
            Edit::PutQuantity(swap) => {
                let Some(quantity) = swap.before.as_ref().or(swap.after.as_ref()) else {
                    continue;
                };
                note(Mention::Number(quantity.id), quantity_fields(swap.before.as_deref()), quantity_fields(swap.after.as_deref()));
            }
            Edit::PutLink(swap) => {
                let Some(link) = swap.before.as_ref().or(swap.after.as_ref()) else {
                    continue;
                };
                let name = |is_there: bool| {
                    if is_there { name_of(link.to, draft) } else { String::new() }
                };
                note(
                    link.from,
                    vec![(link.role.word(), name(swap.before.is_some()))],
                    vec![(link.role.word(), name(swap.after.is_some()))],
                );
            }
            _ => {}
        }
    }
    let changed = order.into_iter().filter_map(|key| fields.remove(&key).map(|sides| (key, sides)));
    changed
        .filter(|(_, (before, after))| before != after)
        .map(|((subject, field), (before, after))| Line { subject, field, before, after })
        .collect()
}

type Fields = Vec<(&'static str, String)>;

fn claim_fields(claim: Option<&Claim>, project: &Project) -> Fields {
    let of = |field: &dyn Fn(&Claim) -> String| claim.map_or_else(String::new, field);
    vec![
        ("claim", of(&|_| "tagged".to_owned())),
        ("status", of(&|claim| claim.status.word().to_owned())),
        ("rating", of(&|claim| claim.rating.as_ref().map_or_else(String::new, |rating| project.scale().label(rating.grade)))),
        ("reason", of(&|claim| claim.rating.as_ref().map_or_else(String::new, |rating| rating.reason.clone()))),
        ("claim in full", of(&|claim| claim.restatement.clone())),
        ("evidence", of(&|claim| claim.evidence.iter().map(evidence_words).collect::<Vec<_>>().join("; "))),
        ("correction", of(&|claim| claim.correction.as_ref().map_or_else(String::new, |correction| correction.wording.clone()))),
        ("note", of(&|claim| claim.note.clone())),
    ]
}

fn evidence_words(row: &Evidence) -> String {
    let parts = [row.stance.word(), &row.text, &row.url, &row.locator];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn source_fields(source: Option<&Source>) -> Fields {
    let of = |field: &dyn Fn(&Source) -> String| source.map_or_else(String::new, field);
    vec![
        ("name", of(&|source| source.name.clone())),
        ("kind", of(&|source| source.kind.word().to_owned())),
        ("role", of(&|source| source.role.clone())),
        ("locator", of(&|source| source.locator.clone())),
        ("grade", of(&|source| source.grade.clone())),
        ("first hand", of(&|source| source.first_hand.word().to_owned())),
        ("note", of(&|source| source.note.clone())),
    ]
}

fn quantity_fields(quantity: Option<&Quantity>) -> Fields {
    let of = |field: &dyn Fn(&Quantity) -> String| quantity.map_or_else(String::new, field);
    vec![
        ("value", of(&|quantity| quantity.reading())),
        ("approximation", of(&|quantity| quantity.approximation.word().to_owned())),
        ("measured", of(&|quantity| quantity.measured.clone())),
        ("of", of(&|quantity| quantity.of.clone())),
        ("as of", of(&|quantity| quantity.as_of.clone())),
    ]
}

/// What the other end of a link is called, also when this very step removes it.
fn name_of(record: Mention, draft: &Draft<'_>) -> String {
    let project = draft.project();
    match record {
        Mention::Claim(id) => project.claim_label(id),
        Mention::Source(id) => {
            let removed = draft.edits().iter().find_map(|edit| match edit {
                Edit::PutSource(swap) => swap.before.as_deref().filter(|source| source.id == id),
                _ => None,
            });
            project.sources().get(&id).or(removed).map_or_else(String::new, |source| source.name.clone())
        }
        Mention::Number(id) => {
            let mark = draft.mentions(record).into_iter().min().and_then(|mark| project.annotations().get(&mark));
            let reading = project.quantities().get(&id).map_or_else(String::new, Quantity::reading);
            mark.map_or(reading, |mark| format!("“{}”", project.quote(mark)))
        }
    }
}
