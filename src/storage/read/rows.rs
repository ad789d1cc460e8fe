//! From each kind of row to its record. `write::rows` holds the way back.

use std::mem::take;
use std::sync::Arc;

use super::convert::{Notes, Row, id, mention};
use crate::model::annotation::Annotation;
use crate::model::change::Change;
use crate::model::claim::{Agreement, Claim, Correction, Evidence, Grade, Pointer, Rating, Risk, Said, SignedRating};
use crate::model::document::{Document, Meta, Text};
use crate::model::exclusion::Exclusion;
use crate::model::file::KeptFile;
use crate::model::flag::{Conflict, Flag, Subject};
use crate::model::group::Group;
use crate::model::id::{DocumentId, GroupId, Uid};
use crate::model::link::{Link, Role};
use crate::model::quantity::Quantity;
use crate::model::signature::SignOff;
use crate::model::source::Source;
use crate::model::unknown::Unknown;
use crate::storage::mirror::Fate;
use crate::storage::warning::Problem;
use crate::storage::write::rows::{self, Places};
use crate::storage::written::{LeftOut, Written};
use crate::storage::{aside, dropped, format, structure};

impl Row for format::Document {
    type Live = Document;
    const LIST: &'static str = "documents";
    const FIELDS: &'static [&'static str] = format::Document::FIELDS;

    fn of(record: &Document, _: &Places<'_>) -> Self {
        rows::document(record)
    }

    fn unknown(&self) -> Unknown {
        let mut all = self.unknown.clone();
        self.signed.0.iter().for_each(|signed| all.adopt_part("signed", &signed.unknown));
        all
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.title)
    }

    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Document, Problem> {
        let document_id = id(&self.id)?;
        let text = Text::from_frozen(take(&mut self.text.0).join("\n"), self.line_end.into(), self.bom);
        // A file written by hand need not state the hash.
        if !self.sha256.is_empty() && !self.sha256.eq_ignore_ascii_case(&text.hash().to_string()) {
            notes.problems.push(Problem::TextChanged);
            notes.seen.changed.insert(document_id);
            // In other words nothing was turned down.
            self.dropped = dropped::Rows::default();
        }
        let (structure, left_out) = structure::structure(&self.structure, &text);
        if left_out > 0 {
            notes.problems.push(Problem::PartsLeftOut(left_out));
        }
        let meta = Meta {
            title: take(&mut self.title),
            outlet: take(&mut self.outlet),
            byline: take(&mut self.byline),
            published: take(&mut self.published),
            url: take(&mut self.url),
            archive_url: take(&mut self.archive_url),
            language: filled(&mut self.language),
            origin: take(&mut self.origin),
        };
        let mut unknown = take(&mut self.unknown);
        let dropped = dropped::dropped(&self.dropped, &text);
        let asides = aside::asides(take(&mut self.asides), &text);
        let original = take(&mut self.original).0.map(kept_file);
        let earlier = earlier(take(&mut self.earlier), notes)?;
        Ok(Document {
            id: document_id,
            text,
            structure,
            meta,
            opened: notes.time("opened", &self.opened),
            signed: take(&mut self.signed).0.map(|row| signed(row, &mut unknown, notes)),
            dropped,
            asides,
            original,
            earlier,
            unknown,
        })
    }
}

/// Earlier drafts. One whose id cannot be read gets that of nothing: only a merge asks for it.
fn earlier(rows: format::Earlier, notes: &mut Notes<'_>) -> Result<Vec<Arc<Document>>, Problem> {
    let mut all = Vec::new();
    for mut row in rows.0 {
        if id::<DocumentId>(&row.id).is_err() {
            let nothing = DocumentId(Uid(0)).to_string();
            notes.problems.push(Problem::NewId(std::mem::replace(&mut row.id, nothing)));
        }
        all.extend(row.live(notes)?.drafts());
    }
    Ok(all)
}

impl Row for format::Source {
    type Live = Source;
    const LIST: &'static str = "sources";
    const FIELDS: &'static [&'static str] = format::Source::FIELDS;

    fn of(record: &Source, _: &Places<'_>) -> Self {
        rows::source(record)
    }

    fn unknown(&self) -> Unknown {
        let mut all = self.unknown.clone();
        self.files.0.iter().flatten().for_each(|file| all.adopt_part("files", &file.unknown));
        all
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.name)
    }

    fn live(&mut self, _: &mut Notes<'_>) -> Result<Source, Problem> {
        Ok(Source {
            id: id(&self.id)?,
            name: take(&mut self.name),
            kind: self.kind.into(),
            role: take(&mut self.role),
            locator: take(&mut self.locator),
            url: filled(&mut self.url),
            archive_url: filled(&mut self.archive_url),
            contact: filled(&mut self.contact),
            is_contact_open: self.contact_open.0.unwrap_or(false),
            heard_by: filled(&mut self.heard_by),
            rests_on: take(&mut self.rests_on).0.unwrap_or_default().iter().map(|source| id(source)).collect::<Result<_, _>>()?,
            files: take(&mut self.files).0.unwrap_or_default().into_iter().map(kept_file).collect(),
            grade: take(&mut self.grade),
            first_hand: self.first_hand.into(),
            note: take(&mut self.note),
            unknown: take(&mut self.unknown),
        })
    }
}

impl Row for format::Group {
    type Live = Group;
    const LIST: &'static str = "groups";
    const FIELDS: &'static [&'static str] = format::Group::FIELDS;

    fn of(record: &Group, _: &Places<'_>) -> Self {
        rows::group(record)
    }

    fn unknown(&self) -> Unknown {
        self.unknown.clone()
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.name)
    }

    fn live(&mut self, _: &mut Notes<'_>) -> Result<Group, Problem> {
        Ok(Group {
            id: id(&self.id)?,
            name: take(&mut self.name),
            note: filled(&mut self.note),
            apart: filled(&mut self.apart),
            unknown: take(&mut self.unknown),
        })
    }
}

/// The group of a number. One that is not there stays in the file as an unknown word, so that a number is never lost with it.
fn group_of(word: Option<String>, unknown: &mut Unknown, notes: &mut Notes<'_>) -> Option<GroupId> {
    let word = word?;
    let group = word.parse().ok().filter(|group| notes.project.groups().contains_key(group));
    if group.is_none() {
        notes.problems.push(Problem::Dangling(format!("the group {word}")));
        unknown.adopt(&Unknown::new(vec![("group".to_owned(), word.to_ron())]));
    }
    group
}

impl Row for format::Quantity {
    type Live = Quantity;
    const LIST: &'static str = "quantities";
    const FIELDS: &'static [&'static str] = format::Quantity::FIELDS;

    fn of(record: &Quantity, _: &Places<'_>) -> Self {
        rows::quantity(record)
    }

    fn unknown(&self) -> Unknown {
        let mut all = self.unknown.clone();
        self.value.iter().for_each(|value| all.adopt_part("value", &value.unknown));
        all
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.measured)
    }

    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Quantity, Problem> {
        let quantity_id = id(&self.id)?;
        let mut unknown = take(&mut self.unknown);
        let value = self.value.take().and_then(|row| {
            let value = notes.value(&row);
            keep_part(&mut unknown, "value", value.is_some(), &row, &row.unknown);
            value
        });
        Ok(Quantity {
            id: quantity_id,
            value,
            unit: take(&mut self.unit),
            per: filled(&mut self.per),
            approximation: self.approximation.into(),
            measured: take(&mut self.measured),
            of: take(&mut self.of),
            as_of: take(&mut self.as_of),
            is_edited: self.edited,
            group: group_of(take(&mut self.group).0, &mut unknown, notes),
            apart: filled(&mut self.apart),
            unknown,
        })
    }
}

impl Row for format::Claim {
    type Live = Claim;
    const LIST: &'static str = "claims";
    const FIELDS: &'static [&'static str] = format::Claim::FIELDS;

    fn of(record: &Claim, _: &Places<'_>) -> Self {
        rows::claim(record)
    }

    fn unknown(&self) -> Unknown {
        let mut all = self.unknown.clone();
        self.rating.iter().for_each(|rating| all.adopt_part("rating", &rating.unknown));
        if let Some(correction) = &self.correction {
            all.adopt_part("correction", &correction.unknown);
            correction.agreed.0.iter().flatten().for_each(|agreement| all.adopt_part("agreed", &agreement.unknown));
        }
        self.signed.0.iter().for_each(|signed| all.adopt_part("signed", &signed.unknown));
        self.other_ratings.iter().for_each(|rating| all.adopt_part("other_ratings", &rating.unknown));
        self.evidence.iter().for_each(|row| all.adopt_part("evidence", &row.unknown));
        all
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.restatement)
    }

    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Claim, Problem> {
        let claim_id = id(&self.id)?;
        let home = notes.document(&self.home)?.id;
        notes.claim_number(home, self.number);
        let status_since = notes.time("status_since", &self.status_since);
        let mut unknown = take(&mut self.unknown);
        let rating = self.rating.take().and_then(|row| {
            let rating = live_rating(&row, notes);
            keep_part(&mut unknown, "rating", rating.is_some(), &row, &row.unknown);
            rating
        });
        let correction = self.correction.take().map(|row| {
            keep_part(&mut unknown, "correction", true, &row, &row.unknown);
            let agreed = row.agreed.0.unwrap_or_default().into_iter().map(|row| live_agreement(row, notes)).collect();
            Correction { wording: row.wording, agreed }
        });
        let signed = take(&mut self.signed).0.map(|row| Box::new(signed(row, &mut unknown, notes)));
        let said = Said { speaker: filled(&mut self.speaker), date: filled(&mut self.said_on), place: filled(&mut self.said_at) };
        Ok(Claim {
            id: claim_id,
            home,
            number: self.number,
            restatement: take(&mut self.restatement),
            kind: self.kind.0.map_or_else(Default::default, Into::into),
            said: (said != Said::default()).then(|| Box::new(said)),
            risks: take(&mut self.risks).0.into_iter().map(Risk::from).collect(),
            not_checkable: self.not_checkable.0.map(Into::into),
            status: self.status.into(),
            status_since,
            status_by: filled(&mut self.status_by),
            rating,
            other_ratings: take(&mut self.other_ratings).into_iter().filter_map(|row| live_signed_rating(row, notes)).collect(),
            evidence: take(&mut self.evidence).into_iter().map(|row| live_evidence(row, notes)).collect(),
            correction,
            note: take(&mut self.note),
            signed,
            created: notes.time("created", &self.created),
            by: take(&mut self.by),
            unknown,
        })
    }
}

/// Keeps what is not known of a part of a record; a part that could not be read at all is kept whole, as an unknown word.
fn keep_part(unknown: &mut Unknown, part: &str, is_read: bool, row: &impl Written, inside: &Unknown) {
    if is_read {
        unknown.adopt_part(part, inside);
    } else {
        unknown.adopt(&Unknown::new(vec![(part.to_owned(), format!("Some({})", row.to_ron()))]));
    }
}

fn live_rating(row: &format::Rating, notes: &mut Notes<'_>) -> Option<Rating> {
    let grade = Grade::new(row.grade);
    if grade.is_none() {
        notes.problems.push(Problem::NoGrade { grade: row.grade, reason: row.reason.clone() });
    }
    let words = |field: &LeftOut<String>| field.0.clone().unwrap_or_default();
    grade.map(|grade| Rating { grade, reason: row.reason.clone(), word: words(&row.word), scale: words(&row.scale) })
}

fn live_signed_rating(row: format::SignedRating, notes: &mut Notes<'_>) -> Option<SignedRating> {
    let format::SignedRating { grade, word, scale, reason, by, at, unknown } = row;
    let rating = live_rating(&format::Rating { grade, word, scale, reason, ..format::Rating::default() }, notes)?;
    Some(SignedRating { rating, by, at: notes.time("at", &at), unknown })
}

fn live_agreement(row: format::Agreement, notes: &mut Notes<'_>) -> Agreement {
    let format::Agreement { party, by, at, unknown } = row;
    Agreement { party: party.into(), by, at: notes.time("at", &at), unknown }
}

fn live_evidence(row: format::Evidence, notes: &mut Notes<'_>) -> Evidence {
    let mut row = row;
    let pointer = match (&row.claim.0, &row.document.0) {
        (Some(text), _) => notes.pointed(text).map(Pointer::Claim),
        (None, Some(text)) => notes.pointed(text).map(Pointer::Passage),
        (None, None) => None,
    };
    Evidence {
        id: notes.evidence_id(&row.id),
        question: filled(&mut row.question),
        text: row.text,
        url: row.url,
        archive_url: filled(&mut row.archive_url),
        locator: row.locator,
        quote: filled(&mut row.quote),
        seen: filled(&mut row.seen),
        stance: row.stance.into(),
        source: row.source.0.and_then(|text| notes.pointed(&text)),
        pointer,
        due: row.due.0.map(|text| notes.time("due", &text)),
        file: row.file.0.map(|file| Box::new(kept_file(file))),
        unknown: row.unknown,
    }
}

fn kept_file(row: format::KeptFile) -> KeptFile {
    let format::KeptFile { path, sha256, unknown } = row;
    KeptFile { path, sha256, unknown }
}

/// Who signed a record; what is not known of it is kept by the record.
fn signed(row: format::SignOff, unknown: &mut Unknown, notes: &mut Notes<'_>) -> SignOff {
    unknown.adopt_part("signed", &row.unknown);
    SignOff { by: row.by, at: notes.time("at", &row.at), reopened: row.reopened.0.unwrap_or_default() }
}

/// Words that are left out where they are blank.
fn filled(field: &mut LeftOut<String>) -> String {
    take(field).0.unwrap_or_default()
}

impl Row for format::Annotation {
    type Live = Annotation;
    const LIST: &'static str = "annotations";
    const FIELDS: &'static [&'static str] = format::Annotation::FIELDS;

    fn of(record: &Annotation, places: &Places<'_>) -> Self {
        rows::annotation(record, places)
    }

    fn unknown(&self) -> Unknown {
        with_place(self.unknown.clone(), (&self.place, &self.doubt))
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, words_of(&self.place, &self.doubt))
    }

    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Annotation, Problem> {
        let annotation_id = id(&self.id)?;
        let document = notes.document(&self.document)?.id;
        let mention = notes.mention(&self.mention, self.unknown.get("mention"))?;
        let (span, doubt) = notes.place(document, &self.place, &self.doubt);
        Ok(Annotation {
            id: annotation_id,
            document,
            span,
            mention,
            note: take(&mut self.note),
            keywords: take(&mut self.keywords),
            created: notes.time("created", &self.created),
            by: take(&mut self.by),
            doubt,
            unknown: own_and_place(&mut self.unknown, (&self.place, &self.doubt)),
        })
    }
}

/// What is not known of a record with a place in an article, and of the place.
fn own_and_place(unknown: &mut Unknown, parts: (&format::Place, &LeftOut<format::Doubt>)) -> Unknown {
    with_place(take(unknown), parts)
}

fn with_place(mut unknown: Unknown, (place, doubt): (&format::Place, &LeftOut<format::Doubt>)) -> Unknown {
    unknown.adopt_part("place", &place.unknown);
    if let Some(doubt) = &doubt.0 {
        unknown.adopt_part("doubt", &doubt.unknown);
    }
    unknown
}

/// The words of a place; where they are lost, those that it had.
fn words_of<'a>(place: &'a format::Place, doubt: &'a LeftOut<format::Doubt>) -> &'a str {
    let lost = doubt.0.as_ref().filter(|doubt| doubt.fate == Fate::Lost);
    lost.map_or(&place.exact, |doubt| &doubt.was.exact)
}

impl Row for format::Link {
    type Live = Link;
    const LIST: &'static str = "links";
    const FIELDS: &'static [&'static str] = format::Link::FIELDS;

    fn of(record: &Link, _: &Places<'_>) -> Self {
        rows::link(record)
    }

    fn unknown(&self) -> Unknown {
        self.unknown.clone()
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.note)
    }

    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Link, Problem> {
        let link_id = id(&self.id)?;
        let (from, to) = (notes.mention(&self.from, self.unknown.get("from"))?, notes.mention(&self.to, self.unknown.get("to"))?);
        if let Some(word) = self.unknown.get("role") {
            return Err(Problem::UnknownKind(word.to_owned()));
        }
        let role = Role::from(self.role);
        if from == to || !Role::between(from.tag(), to.tag()).contains(&role) {
            return Err(Problem::WrongLink { from: from.tag().word(), to: to.tag().word(), role: role.word() });
        }
        let (note, cue) = (take(&mut self.note), filled(&mut self.cue));
        Ok(Link { id: link_id, from, to, role, note, cue, unknown: take(&mut self.unknown) })
    }
}

impl Row for format::Exclusion {
    type Live = Exclusion;
    const LIST: &'static str = "exclusions";
    const FIELDS: &'static [&'static str] = format::Exclusion::FIELDS;

    fn of(record: &Exclusion, places: &Places<'_>) -> Self {
        rows::exclusion(record, places)
    }

    fn unknown(&self) -> Unknown {
        with_place(self.unknown.clone(), (&self.place, &self.doubt))
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, words_of(&self.place, &self.doubt))
    }

    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Exclusion, Problem> {
        let exclusion_id = id(&self.id)?;
        let document = notes.document(&self.document)?.id;
        let (span, doubt) = notes.place(document, &self.place, &self.doubt);
        let unknown = own_and_place(&mut self.unknown, (&self.place, &self.doubt));
        Ok(Exclusion { id: exclusion_id, document, span, reason: self.reason.into(), doubt, unknown })
    }
}

impl Row for format::Change {
    type Live = Change;
    const LIST: &'static str = "changes";
    const FIELDS: &'static [&'static str] = format::Change::FIELDS;

    fn of(record: &Change, _: &Places<'_>) -> Self {
        rows::change(record)
    }

    fn unknown(&self) -> Unknown {
        self.unknown.clone()
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.field)
    }

    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Change, Problem> {
        let change_id = id(&self.id)?;
        // History outlives what it tells of, so the record need not be there.
        let subject = mention(&self.subject, self.unknown.get("subject"))?;
        Ok(Change {
            id: change_id,
            at: notes.time("at", &self.at),
            by: take(&mut self.by),
            subject,
            field: take(&mut self.field),
            before: take(&mut self.before),
            after: take(&mut self.after),
            unknown: take(&mut self.unknown),
        })
    }
}

impl Row for format::Flag {
    type Live = Flag;
    const LIST: &'static str = "flags";
    const FIELDS: &'static [&'static str] = format::Flag::FIELDS;

    fn of(record: &Flag, _: &Places<'_>) -> Self {
        rows::flag(record)
    }

    fn unknown(&self) -> Unknown {
        self.unknown.clone()
    }

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.field)
    }

    fn live(&mut self, _: &mut Notes<'_>) -> Result<Flag, Problem> {
        let unknown = |word: &str| Problem::UnknownKind(word.to_owned());
        let conflict = Conflict::ALL.into_iter().find(|conflict| conflict.word() == self.conflict);
        Ok(Flag {
            id: id(&self.id)?,
            subject: Subject::named(&self.kind, id(&self.record)?).ok_or_else(|| unknown(&self.kind))?,
            conflict: conflict.ok_or_else(|| unknown(&self.conflict))?,
            field: take(&mut self.field),
            ours: take(&mut self.ours),
            theirs: take(&mut self.theirs),
            unknown: take(&mut self.unknown),
        })
    }
}
