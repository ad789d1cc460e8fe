//! Claims, numbers, sources, links, history and flags.

use super::shape::{
    Agreement, Change, Claim, Correction, Evidence, File, Flag, Group, Link, Number, OtherRating, Rating, Reference, SignOff, Source,
};
use super::time;
use crate::model;
use crate::model::annotation::Mention;
use crate::model::claim::Pointer;
use crate::model::project::Project;
use crate::model::source::SourceKind;
use crate::report::export::Export;
use crate::report::withheld::Withheld;

pub(super) fn reference(record: Mention) -> Reference {
    let id = match record {
        Mention::Claim(id) => id.to_string(),
        Mention::Number(id) => id.to_string(),
        Mention::Source(id) => id.to_string(),
    };
    Reference { kind: record.tag().word(), id }
}

pub(super) fn sign_off(signed: &model::signature::SignOff) -> SignOff<'_> {
    SignOff { by: &signed.by, at: time(signed.at), reopened: &signed.reopened }
}

pub(super) fn file(file: &model::file::KeptFile) -> File<'_> {
    File { name: file.name(), sha256: &file.sha256 }
}

pub(super) fn claim<'a>(project: &'a Project, claim: &'a model::claim::Claim) -> Claim<'a> {
    let said = claim.said();
    Claim {
        id: claim.id.to_string(),
        label: project.claim_label(claim.id),
        article: claim.home.to_string(),
        number: claim.number,
        restatement: &claim.restatement,
        kind: claim.kind.word().to_lowercase(),
        said_by: said.speaker,
        said_on: said.date,
        said_at: said.place,
        risks: claim.risks.iter().map(|risk| risk.word().to_lowercase()).collect(),
        not_checkable: claim.not_checkable.map(|reason| reason.word()),
        status: claim.status.word().to_lowercase(),
        status_since: time(claim.status_since),
        status_by: &claim.status_by,
        rating: claim.rating.as_ref().map(|given| rating(project, given)),
        other_ratings: claim
            .other_ratings
            .iter()
            .map(|other| OtherRating { rating: rating(project, &other.rating), by: &other.by, at: time(other.at) })
            .collect(),
        evidence: claim.evidence.iter().map(evidence).collect(),
        correction: claim.correction.as_ref().map(correction),
        note: &claim.note,
        signed: claim.signed.as_deref().map(sign_off),
        by: &claim.by,
        at: time(claim.created),
    }
}

fn rating<'a>(project: &'a Project, rating: &'a model::claim::Rating) -> Rating<'a> {
    let scale = if rating.scale.is_empty() { &project.scale().name } else { &rating.scale };
    Rating { place: rating.grade.value(), word: project.house().word(rating), scale, reason: &rating.reason }
}

fn evidence(evidence: &model::claim::Evidence) -> Evidence<'_> {
    let (claim, article) = match evidence.pointer {
        Some(Pointer::Claim(id)) => (Some(id.to_string()), None),
        Some(Pointer::Passage(id)) => (None, Some(id.to_string())),
        None => (None, None),
    };
    Evidence {
        id: evidence.id.to_string(),
        stance: evidence.stance.word().to_lowercase(),
        question: &evidence.question,
        text: &evidence.text,
        quote: &evidence.quote,
        locator: &evidence.locator,
        address: &evidence.url,
        archived_at: &evidence.archive_url,
        seen: &evidence.seen,
        source: evidence.source.map(|id| id.to_string()),
        claim,
        article,
        due: evidence.due.and_then(time),
        file: evidence.file.as_deref().map(file),
    }
}

fn correction(correction: &model::claim::Correction) -> Correction<'_> {
    let agreed = |agreed: &model::claim::Agreement| (agreed.party.word().to_lowercase(), time(agreed.at));
    let agreed = correction.agreed.iter().map(|told| {
        let (party, at) = agreed(told);
        Agreement { party, by: &told.by, at }
    });
    Correction { wording: &correction.wording, agreed: agreed.collect() }
}

pub(super) fn number(number: &model::quantity::Quantity) -> Number<'_> {
    Number {
        id: number.id.to_string(),
        value: number.value.map(|value| value.low.to_string()),
        to: number.value.and_then(|value| value.high).map(|high| high.to_string()),
        unit: &number.unit,
        per: &number.per,
        meant_as: number.approximation.word(),
        measured: &number.measured,
        of: &number.of,
        as_of: &number.as_of,
        was_typed: number.is_edited,
        group: number.group.map(|group| group.to_string()),
        why_not_comparable: &number.apart,
    }
}

pub(super) fn group(group: &model::group::Group) -> Group<'_> {
    Group { id: group.id.to_string(), name: &group.name, note: &group.note, why_not_comparable: &group.apart }
}

/// Whether the file may say how to reach a source.
pub(super) fn is_contact_told(source: &model::source::Source, contacts: bool) -> bool {
    contacts || source.is_contact_open
}

pub(super) fn source(source: &model::source::Source, contacts: bool) -> Source<'_> {
    let kind = match source.kind {
        SourceKind::Person => "person",
        SourceKind::Anonymous => "anonymous",
        SourceKind::Organisation => "organisation",
        SourceKind::Document => "document",
        SourceKind::Media => "media",
    };
    // What would tell who a protected source is goes with its contact.
    let is_open = contacts || source.kind != SourceKind::Anonymous;
    let told = |words| if is_open { words } else { "" };
    Source {
        id: source.id.to_string(),
        name: &source.name,
        kind,
        role: &source.role,
        locator: &source.locator,
        address: told(&source.url),
        archived_at: told(&source.archive_url),
        contact: is_contact_told(source, contacts).then_some(&source.contact),
        is_contact_open: source.is_contact_open,
        heard_through: told(&source.heard_by),
        rests_on: if is_open { source.rests_on.iter().map(ToString::to_string).collect() } else { Vec::new() },
        files: if is_open { source.files.iter().map(file).collect() } else { Vec::new() },
        grade: &source.grade,
        first_hand: source.first_hand.word(),
        note: &source.note,
    }
}

pub(super) fn link(link: &model::link::Link) -> Link<'_> {
    Link {
        id: link.id.to_string(),
        from: reference(link.from),
        role: link.role.word(),
        to: reference(link.to),
        note: &link.note,
        attributed_by: &link.cue,
    }
}

/// The history. What would give away a protected source is not told, unless contacts were asked for.
pub(super) fn history<'a>(export: &'a Export<'a>) -> Vec<Change<'a>> {
    let withheld = Withheld::new(export);
    let change = |change: &'a model::change::Change| {
        let told = |words: &'a str| (export.has_contacts() || withheld.is_told(change, words)).then_some(words);
        Change {
            id: change.id.to_string(),
            at: time(change.at),
            by: &change.by,
            record: reference(change.subject),
            field: &change.field,
            before: told(&change.before),
            after: told(&change.after),
        }
    };
    export.project.changes().values().map(change).collect()
}

pub(super) fn flag(flag: &model::flag::Flag) -> Flag<'_> {
    Flag {
        id: flag.id.to_string(),
        record: Reference { kind: flag.subject.kind(), id: flag.subject.uid().to_string() },
        conflict: flag.conflict.word(),
        field: &flag.field,
        ours: &flag.ours,
        theirs: &flag.theirs,
    }
}
