//! From each record to its row of the file. `read::rows` holds the way back.

use std::collections::BTreeMap;

use crate::model::annotation::{Anchor, Annotation, Doubt, Mention};
use crate::model::change::Change;
use crate::model::claim::{
    Agreement, Claim, ClaimKind, Correction, Evidence, Grade, Pointer, Rating, Said, Scale, ScaleValue, SignedRating,
};
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Document, Span, Text};
use crate::model::exclusion::Exclusion;
use crate::model::file::KeptFile;
use crate::model::flag::Flag;
use crate::model::group::Group;
use crate::model::house::{GradeWord, House, KeptApart, SavedFilter, SwitchedOff, Template, ToldApart};
use crate::model::id::{DocumentId, QuantityId};
use crate::model::link::Link;
use crate::model::preset::Preset;
use crate::model::project::Project;
use crate::model::quantity::{Quantity, Value};
use crate::model::signature::SignOff;
use crate::model::source::Source;
use crate::model::stated::Stated;
use crate::model::unknown::Unknown;
use crate::storage::written::{LeftOut, Lines, Words};
use crate::storage::{aside, dropped, format, structure, time};

/// The texts of articles, ready for turning bytes to code points and back.
#[derive(Default)]
pub struct Places<'a>(BTreeMap<DocumentId, (&'a Text, OffsetMap<'a>)>);

impl<'a> Places<'a> {
    /// Counts through each text once.
    pub fn new(project: &'a Project) -> Self {
        Places::of(project.documents().map(|document| (document.id, &document.text)))
    }

    /// The same for texts apart from a project.
    pub fn of(texts: impl Iterator<Item = (DocumentId, &'a Text)>) -> Self {
        Places(texts.map(|(id, text)| (id, (text, OffsetMap::new(text.as_str())))).collect())
    }

    /// A text and its positions.
    pub fn get(&self, document: DocumentId) -> Option<(&'a Text, &OffsetMap<'a>)> {
        self.0.get(&document).map(|(text, map)| (*text, map))
    }

    fn place(&self, document: DocumentId, span: Span, unknown: Unknown) -> format::Place {
        place(self.get(document).map_or_else(Anchor::default, |(text, map)| Anchor::of(text, span, map)), unknown)
    }
}

fn place(anchor: Anchor, unknown: Unknown) -> format::Place {
    let Anchor { start_char, end_char, exact, prefix, suffix } = anchor;
    format::Place { start: start_char, end: end_char, exact, prefix, suffix, unknown }
}

/// Why a place must be looked at; what is not known of it is kept by its record.
fn doubt(record: Option<Box<Doubt>>, unknown: Unknown) -> LeftOut<format::Doubt> {
    LeftOut(record.map(|doubt| format::Doubt { fate: doubt.fate.into(), was: place(doubt.was, Unknown::default()), unknown }))
}

/// A pointer to a record.
pub fn mention(mention: Mention) -> format::Mention {
    match mention {
        Mention::Claim(id) => format::Mention::Claim(id.to_string()),
        Mention::Number(id) => format::Mention::Number(id.to_string()),
        Mention::Source(id) => format::Mention::Source(id.to_string()),
    }
}

/// Left out where it is blank.
fn filled(words: String) -> LeftOut<String> {
    LeftOut((!words.is_empty()).then_some(words))
}

/// Left out where it is empty.
fn some<T>(list: Vec<T>) -> LeftOut<Vec<T>> {
    LeftOut((!list.is_empty()).then_some(list))
}

/// A rating scale.
pub fn scale(scale: &Scale) -> format::Scale {
    let value = |ScaleValue { word, meaning, place, unknown }: ScaleValue| format::ScaleValue {
        word,
        meaning: filled(meaning),
        place: place.value(),
        unknown,
    };
    let is_plain = scale.values.iter().map(|value| value.place).eq(Grade::ALL)
        && scale.values.iter().all(|value| value.meaning.is_empty() && value.unknown.is_empty());
    let (words, values) = match is_plain {
        true => (LeftOut(Some(scale.values.iter().map(|value| value.word.clone()).collect())), LeftOut(None)),
        false => (LeftOut(None), LeftOut(Some(scale.values.iter().cloned().map(value).collect()))),
    };
    format::Scale { name: scale.name.clone(), words, values, unknown: scale.unknown.clone() }
}

/// All that the desk has decided.
pub fn house(record: &House) -> format::House {
    let House { scales, grades, switched_off, filters, templates, presets, kept_apart, told_apart, stated } = record.clone();
    let off =
        |SwitchedOff { rule, reason, by, at, unknown }: SwitchedOff| format::SwitchedOff { rule, reason, by, at: time::write(at), unknown };
    let apart =
        |KeptApart { one, other, unknown }: KeptApart| format::KeptApart { one: one.to_string(), other: other.to_string(), unknown };
    let told = |ToldApart { numbers, from, unknown }: ToldApart| {
        let ids = |numbers: Vec<QuantityId>| numbers.iter().map(ToString::to_string).collect::<Vec<_>>();
        format::ToldApart { numbers: ids(numbers), from: some(ids(from)), unknown }
    };
    format::House {
        scales: scales.iter().map(scale).collect(),
        grades: grades.into_iter().map(|GradeWord { sign, meaning, unknown }| format::GradeWord { sign, meaning, unknown }).collect(),
        switched_off: switched_off.into_iter().map(off).collect(),
        filters: filters.into_iter().map(|SavedFilter { name, query, unknown }| format::SavedFilter { name, query, unknown }).collect(),
        presets: presets.into_iter().map(preset).collect(),
        kept_apart: some(kept_apart.into_iter().map(apart).collect()),
        told_apart: some(told_apart.into_iter().map(told).collect()),
        stated: some(stated.into_iter().map(row_of_stated).collect()),
        templates: templates.into_iter().map(|Template { letter, text, unknown }| format::Template { letter, text, unknown }).collect(),
        unknown: Unknown::default(),
    }
}

fn preset(preset: Preset) -> format::Preset {
    let Preset { name, sections, articles, filter, names, language, paper, has_contacts, has_fonts, page, unknown } = preset;
    format::Preset {
        name,
        sections: some(sections),
        articles: some(articles.iter().map(ToString::to_string).collect()),
        filter: filled(filter),
        names: filled(names),
        language: filled(language),
        paper: filled(paper),
        contacts: LeftOut(has_contacts.then_some(true)),
        fonts: LeftOut(has_fonts.then_some(true)),
        page: filled(page),
        unknown,
    }
}

fn row_of_stated(Stated { relation, numbers, unknown }: Stated) -> format::Stated {
    let numbers = numbers.iter().map(ToString::to_string).collect();
    format::Stated { relation: LeftOut(relation.map(Into::into)), numbers, unknown }
}

fn sign_off(SignOff { by, at, reopened }: SignOff, unknown: Unknown) -> format::SignOff {
    format::SignOff { by, at: time::write(at), reopened: filled(reopened), unknown }
}

fn kept_file(KeptFile { path, sha256, unknown }: KeptFile) -> format::KeptFile {
    format::KeptFile { path, sha256, unknown }
}

/// An article.
pub fn document(record: &Document) -> format::Document {
    let meta = record.meta.clone();
    format::Document {
        id: record.id.to_string(),
        title: meta.title,
        outlet: meta.outlet,
        byline: meta.byline,
        published: meta.published,
        url: meta.url,
        archive_url: meta.archive_url,
        language: filled(meta.language),
        origin: meta.origin,
        opened: time::write(record.opened),
        signed: LeftOut(record.signed.clone().map(|signed| sign_off(signed, record.unknown.part("signed")))),
        dropped: dropped::rows(&record.dropped, &record.text),
        original: LeftOut(record.original.clone().map(kept_file)),
        asides: aside::rows(&record.asides, &record.text),
        sha256: record.text.hash().to_string(),
        line_end: record.text.line_end().into(),
        bom: record.text.had_bom(),
        structure: structure::rows(&record.structure, &record.text),
        earlier: format::Earlier(record.earlier.iter().map(|draft| document(draft)).collect()),
        text: Lines(record.text.as_str().split('\n').map(str::to_owned).collect()),
        unknown: record.unknown.own(),
    }
}

/// An entry of the register.
pub fn source(record: &Source) -> format::Source {
    let Source { id, name, kind, role, locator, grade, first_hand, note, unknown, .. } = record.clone();
    let Source { url, archive_url, contact, heard_by, rests_on, files, .. } = record.clone();
    format::Source {
        id: id.to_string(),
        name,
        kind: kind.into(),
        role,
        locator,
        url: filled(url),
        archive_url: filled(archive_url),
        contact: filled(contact),
        contact_open: LeftOut(record.is_contact_open.then_some(true)),
        heard_by: filled(heard_by),
        rests_on: some(rests_on.iter().map(ToString::to_string).collect()),
        files: some(files.into_iter().map(kept_file).collect()),
        grade,
        first_hand: first_hand.into(),
        note,
        unknown,
    }
}

/// What several numbers measure.
pub fn group(record: &Group) -> format::Group {
    let Group { id, name, note, apart, unknown } = record.clone();
    format::Group { id: id.to_string(), name, note: filled(note), apart: filled(apart), unknown }
}

/// A number.
pub fn quantity(record: &Quantity) -> format::Quantity {
    let Quantity { id, value, unit, per, approximation, measured, of, as_of, is_edited: edited, group, apart, unknown } = record.clone();
    let value = value.map(|Value { low, high }| format::Value {
        low: low.to_string(),
        high: high.map(|high| high.to_string()),
        unknown: unknown.part("value"),
    });
    let (approximation, unknown) = (approximation.into(), unknown.own());
    let (id, group, apart) = (id.to_string(), LeftOut(group.map(|group| group.to_string())), filled(apart));
    format::Quantity { id, value, unit, per: filled(per), approximation, measured, of, as_of, edited, group, apart, unknown }
}

/// A claim with its evidence.
pub fn claim(record: &Claim) -> format::Claim {
    let Claim { id, home, number, restatement, status, status_since, status_by, created, by, note, unknown, .. } = record.clone();
    let Claim { kind, risks, not_checkable, rating, other_ratings, evidence: rows, correction, signed, .. } = record.clone();
    let Said { speaker, date, place } = record.said();
    let rated = |rating: Rating| format::Rating {
        grade: rating.grade.value(),
        word: filled(rating.word),
        scale: filled(rating.scale),
        reason: rating.reason,
        unknown: unknown.part("rating"),
    };
    let corrected = |Correction { wording, agreed }: Correction| format::Correction {
        wording,
        agreed: some(agreed.into_iter().map(agreement).collect()),
        unknown: unknown.part("correction"),
    };
    format::Claim {
        id: id.to_string(),
        home: home.to_string(),
        number,
        restatement,
        kind: LeftOut((kind != ClaimKind::default()).then(|| kind.into())),
        speaker: filled(speaker),
        said_on: filled(date),
        said_at: filled(place),
        risks: Words(risks.iter().map(Into::into).collect()),
        not_checkable: LeftOut(not_checkable.map(Into::into)),
        status: status.into(),
        status_since: time::write(status_since),
        status_by: filled(status_by),
        rating: rating.map(rated),
        other_ratings: other_ratings.into_iter().map(signed_rating).collect(),
        evidence: rows.into_iter().map(evidence).collect(),
        correction: correction.map(corrected),
        note,
        signed: LeftOut(signed.map(|signed| sign_off(*signed, unknown.part("signed")))),
        created: time::write(created),
        by,
        unknown: unknown.own(),
    }
}

fn signed_rating(record: SignedRating) -> format::SignedRating {
    let SignedRating { rating: Rating { grade, reason, word, scale }, by, at, unknown } = record;
    format::SignedRating { grade: grade.value(), word: filled(word), scale: filled(scale), reason, by, at: time::write(at), unknown }
}

fn agreement(record: Agreement) -> format::Agreement {
    let Agreement { party, by, at, unknown } = record;
    format::Agreement { party: party.into(), by, at: time::write(at), unknown }
}

fn evidence(record: Evidence) -> format::Evidence {
    let (claim, document) = match record.pointer {
        Some(Pointer::Claim(id)) => (Some(id.to_string()), None),
        Some(Pointer::Passage(id)) => (None, Some(id.to_string())),
        None => (None, None),
    };
    format::Evidence {
        id: record.id.to_string(),
        question: filled(record.question),
        text: record.text,
        url: record.url,
        archive_url: filled(record.archive_url),
        locator: record.locator,
        quote: filled(record.quote),
        seen: filled(record.seen),
        stance: record.stance.into(),
        source: LeftOut(record.source.map(|id| id.to_string())),
        claim: LeftOut(claim),
        document: LeftOut(document),
        due: LeftOut(record.due.map(time::write)),
        file: LeftOut(record.file.map(|file| kept_file(*file))),
        unknown: record.unknown,
    }
}

/// A mark; its place is counted in the text of its article.
pub fn annotation(record: &Annotation, places: &Places<'_>) -> format::Annotation {
    let place = places.place(record.document, record.span, record.unknown.part("place"));
    let Annotation { id, document, span: _, mention: to, note, keywords, created, by, doubt: why, unknown } = record.clone();
    let doubt = doubt(why, unknown.part("doubt"));
    let (id, document, created, unknown) = (id.to_string(), document.to_string(), time::write(created), unknown.own());
    format::Annotation { id, document, place, mention: mention(to), note, keywords, created, by, doubt, unknown }
}

/// A link.
pub fn link(record: &Link) -> format::Link {
    let Link { id, from, to, role, note, cue, unknown } = record.clone();
    format::Link { id: id.to_string(), from: mention(from), to: mention(to), role: role.into(), note, cue: filled(cue), unknown }
}

/// A not-checkable passage; its place is counted in the text of its article.
pub fn exclusion(record: &Exclusion, places: &Places<'_>) -> format::Exclusion {
    let Exclusion { id, document, span, reason, doubt: why, unknown } = record.clone();
    let place = places.place(document, span, unknown.part("place"));
    let doubt = doubt(why, unknown.part("doubt"));
    format::Exclusion { id: id.to_string(), document: document.to_string(), place, reason: reason.into(), doubt, unknown: unknown.own() }
}

/// A line of the history.
pub fn change(record: &Change) -> format::Change {
    let Change { id, at, by, subject, field, before, after, unknown } = record.clone();
    format::Change { id: id.to_string(), at: time::write(at), by, subject: mention(subject), field, before, after, unknown }
}

/// What a merge could not decide.
pub fn flag(record: &Flag) -> format::Flag {
    let Flag { id, subject, conflict, field, ours, theirs, unknown } = record.clone();
    let (kind, conflict) = (subject.kind().to_owned(), conflict.word().to_owned());
    format::Flag { id: id.to_string(), kind, record: subject.uid().to_string(), conflict, field, ours, theirs, unknown }
}
