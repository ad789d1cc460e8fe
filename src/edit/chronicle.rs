//! Reads off edits what the history should say: field, before, after, in the checker's words.

use std::collections::BTreeMap;

use super::Edit;
use super::draft::{Draft, Signature};
use crate::model::annotation::Mention;
use crate::model::change::Change;
use crate::model::claim::{Claim, ClaimKind, Correction, Evidence, Pointer, Said};
use crate::model::file::KeptFile;
use crate::model::id::{ChangeId, GroupId, SourceId};
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::signature::SignOff;
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
                note(
                    Mention::Source(source.id),
                    source_fields(swap.before.as_deref(), project),
                    source_fields(swap.after.as_deref(), project),
                );
            }
            Edit::PutQuantity(swap) => {
                let Some(quantity) = swap.before.as_ref().or(swap.after.as_ref()) else {
                    continue;
                };
                note(
                    Mention::Number(quantity.id),
                    quantity_fields(swap.before.as_deref(), draft),
                    quantity_fields(swap.after.as_deref(), draft),
                );
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
    let said =
        |field: fn(&Said) -> &String| claim.and_then(|claim| claim.said.as_deref()).map_or_else(String::new, |said| field(said).clone());
    vec![
        ("claim", of(&|_| "tagged".to_owned())),
        ("status", of(&|claim| claim.status.word().to_owned())),
        ("rating", of(&|claim| claim.rating.as_ref().map_or_else(String::new, |rating| project.rating_label(rating)))),
        ("reason", of(&|claim| claim.rating.as_ref().map_or_else(String::new, |rating| rating.reason.clone()))),
        ("claim in full", of(&|claim| claim.restatement.clone())),
        ("kind", of(&|claim| if claim.kind == ClaimKind::default() { String::new() } else { claim.kind.word().to_owned() })),
        ("said by", said(|said| &said.speaker)),
        ("said on", said(|said| &said.date)),
        ("said at", said(|said| &said.place)),
        ("risks", of(&|claim| claim.risks.words())),
        ("not checkable", of(&|claim| claim.not_checkable.map_or_else(String::new, |reason| reason.word().to_owned()))),
        ("evidence", of(&|claim| claim.evidence.iter().map(|row| evidence_words(row, project)).collect::<Vec<_>>().join("; "))),
        ("correction", of(&|claim| claim.correction.as_ref().map_or_else(String::new, |correction| correction.wording.clone()))),
        ("agreed to the correction", of(&|claim| claim.correction.as_ref().map_or_else(String::new, agreed_words))),
        ("note", of(&|claim| claim.note.clone())),
        ("sign-off", of(&|claim| claim.signed.as_deref().map_or_else(String::new, signed_words))),
    ]
}

fn evidence_words(row: &Evidence, project: &Project) -> String {
    let source = row.source.and_then(|id| project.sources().get(&id)).map_or("", |source| source.name.as_str());
    let pointer = match row.pointer {
        Some(Pointer::Claim(id)) => project.claim_label(id),
        Some(Pointer::Passage(id)) => format!("article {}", project.letter(id)),
        None => String::new(),
    };
    let file = row.file.as_deref().map_or("", |file| file.name());
    let parts = [
        row.stance.word(),
        &row.question,
        &row.text,
        source,
        &row.url,
        &row.archive_url,
        &row.locator,
        &row.quote,
        &row.seen,
        &pointer,
        file,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn signed_words(signed: &SignOff) -> String {
    if signed.holds() { format!("signed by {}", signed.by) } else { format!("opened again: {}", signed.reopened) }
}

fn agreed_words(correction: &Correction) -> String {
    let words = correction.agreed.iter().map(|agreement| agreement.party.word().to_lowercase());
    words.collect::<Vec<_>>().join(", ")
}

fn source_fields(source: Option<&Source>, project: &Project) -> Fields {
    let of = |field: &dyn Fn(&Source) -> String| source.map_or_else(String::new, field);
    let names = |ids: &[SourceId]| {
        let names = ids.iter().filter_map(|id| project.sources().get(id)).map(|source| source.name.clone());
        names.collect::<Vec<_>>().join(", ")
    };
    let files = |files: &[KeptFile]| files.iter().map(KeptFile::name).collect::<Vec<_>>().join(", ");
    vec![
        ("name", of(&|source| source.name.clone())),
        ("kind", of(&|source| source.kind.word().to_owned())),
        ("role", of(&|source| source.role.clone())),
        ("locator", of(&|source| source.locator.clone())),
        ("address", of(&|source| source.url.clone())),
        ("archived address", of(&|source| source.archive_url.clone())),
        // The history is printed in reports: what is confidential is not told in it.
        (
            "contact",
            of(&|source| if source.contact.is_empty() { String::new() } else { format!("{} letters", source.contact.chars().count()) }),
        ),
        ("heard by", of(&|source| source.heard_by.clone())),
        ("rests on", of(&|source| names(&source.rests_on))),
        ("files", of(&|source| files(&source.files))),
        ("grade", of(&|source| source.grade.clone())),
        ("first hand", of(&|source| source.first_hand.word().to_owned())),
        ("note", of(&|source| source.note.clone())),
    ]
}

fn quantity_fields(quantity: Option<&Quantity>, draft: &Draft<'_>) -> Fields {
    let of = |field: &dyn Fn(&Quantity) -> String| quantity.map_or_else(String::new, field);
    vec![
        ("value", of(&|quantity| quantity.reading())),
        ("approximation", of(&|quantity| quantity.approximation.word().to_owned())),
        ("measured", of(&|quantity| quantity.measured.clone())),
        ("of", of(&|quantity| quantity.of.clone())),
        ("as of", of(&|quantity| quantity.as_of.clone())),
        ("group", of(&|quantity| quantity.group.map_or_else(String::new, |group| name_of_group(group, draft)))),
        ("not comparable", of(&|quantity| quantity.apart.clone())),
    ]
}

/// What a group is called, also when this very step removes it.
fn name_of_group(id: GroupId, draft: &Draft<'_>) -> String {
    let removed = || {
        draft.edits().iter().find_map(|edit| match edit {
            Edit::PutGroup(swap) => swap.before.as_deref().filter(|group| group.id == id),
            _ => None,
        })
    };
    draft.project().groups().get(&id).or_else(removed).map_or_else(String::new, |group| group.title().to_owned())
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
