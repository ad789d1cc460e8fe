//! From each kind of row to its record.

use super::convert::{Notes, Row, id, mention};
use crate::model::annotation::Annotation;
use crate::model::change::Change;
use crate::model::claim::{Claim, Correction, Evidence, Grade, Rating};
use crate::model::document::{Document, Meta, Text};
use crate::model::exclusion::Exclusion;
use crate::model::link::{Link, Role};
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::storage::format;
use crate::storage::warning::Problem;

impl Row for format::Document {
    type Live = Document;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.title)
    }

    fn live(&self, notes: &mut Notes<'_>) -> Result<Document, Problem> {
        let text = Text::from_frozen(self.text.join("\n"), self.line_end.into(), self.bom);
        // A file written by hand need not state the hash.
        if !self.sha256.is_empty() && !self.sha256.eq_ignore_ascii_case(&text.hash().to_string()) {
            notes.problems.push(Problem::TextChanged);
        }
        let meta = Meta {
            title: self.title.clone(),
            outlet: self.outlet.clone(),
            byline: self.byline.clone(),
            published: self.published.clone(),
            url: self.url.clone(),
            archive_url: self.archive_url.clone(),
            origin: self.origin.clone(),
        };
        Ok(Document { id: id(&self.id)?, text, meta, opened: notes.time("opened", &self.opened) })
    }
}

impl Row for format::Source {
    type Live = Source;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.name)
    }

    fn live(&self, _: &mut Notes<'_>) -> Result<Source, Problem> {
        Ok(Source {
            id: id(&self.id)?,
            name: self.name.clone(),
            kind: self.kind.into(),
            role: self.role.clone(),
            locator: self.locator.clone(),
            grade: self.grade.clone(),
            first_hand: self.first_hand.into(),
            note: self.note.clone(),
        })
    }
}

impl Row for format::Quantity {
    type Live = Quantity;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.measured)
    }

    fn live(&self, notes: &mut Notes<'_>) -> Result<Quantity, Problem> {
        Ok(Quantity {
            id: id(&self.id)?,
            value: self.value.as_ref().and_then(|value| notes.value(value)),
            unit: self.unit.clone(),
            approximation: self.approximation.into(),
            measured: self.measured.clone(),
            of: self.of.clone(),
            as_of: self.as_of.clone(),
            is_edited: self.edited,
        })
    }
}

impl Row for format::Claim {
    type Live = Claim;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.restatement)
    }

    fn live(&self, notes: &mut Notes<'_>) -> Result<Claim, Problem> {
        let claim_id = id(&self.id)?;
        let home = notes.document(&self.home)?.id;
        notes.claim_number(home, self.number);
        let status_since = notes.time("status_since", &self.status_since);
        Ok(Claim {
            id: claim_id,
            home,
            number: self.number,
            restatement: self.restatement.clone(),
            status: self.status.into(),
            status_since,
            rating: self.rating.as_ref().and_then(|rating| live_rating(rating, notes)),
            evidence: self.evidence.iter().map(|row| live_evidence(row, notes)).collect(),
            correction: self.correction.as_ref().map(|correction| Correction { wording: correction.wording.clone() }),
            note: self.note.clone(),
            created: notes.time("created", &self.created),
            by: self.by.clone(),
        })
    }
}

fn live_rating(row: &format::Rating, notes: &mut Notes<'_>) -> Option<Rating> {
    let grade = Grade::new(row.grade);
    if grade.is_none() {
        notes.problems.push(Problem::NoGrade { grade: row.grade, reason: row.reason.clone() });
    }
    grade.map(|grade| Rating { grade, reason: row.reason.clone() })
}

fn live_evidence(row: &format::Evidence, notes: &mut Notes<'_>) -> Evidence {
    Evidence {
        id: notes.evidence_id(&row.id),
        text: row.text.clone(),
        url: row.url.clone(),
        locator: row.locator.clone(),
        stance: row.stance.into(),
    }
}

impl Row for format::Annotation {
    type Live = Annotation;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.place.exact)
    }

    fn live(&self, notes: &mut Notes<'_>) -> Result<Annotation, Problem> {
        let annotation_id = id(&self.id)?;
        let document = notes.document(&self.document)?.id;
        let mention = notes.mention(&self.mention)?;
        let span = notes.span(document, &self.place)?;
        Ok(Annotation {
            id: annotation_id,
            document,
            span,
            mention,
            note: self.note.clone(),
            keywords: self.keywords.clone(),
            created: notes.time("created", &self.created),
            by: self.by.clone(),
        })
    }
}

impl Row for format::Link {
    type Live = Link;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.note)
    }

    fn live(&self, notes: &mut Notes<'_>) -> Result<Link, Problem> {
        let link_id = id(&self.id)?;
        let (from, to) = (notes.mention(&self.from)?, notes.mention(&self.to)?);
        let role = Role::from(self.role);
        if from == to || !Role::between(from.tag(), to.tag()).contains(&role) {
            return Err(Problem::WrongLink { from: from.tag().word(), to: to.tag().word(), role: role.word() });
        }
        Ok(Link { id: link_id, from, to, role, note: self.note.clone() })
    }
}

impl Row for format::Exclusion {
    type Live = Exclusion;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.place.exact)
    }

    fn live(&self, notes: &mut Notes<'_>) -> Result<Exclusion, Problem> {
        let exclusion_id = id(&self.id)?;
        let document = notes.document(&self.document)?.id;
        Ok(Exclusion { id: exclusion_id, document, span: notes.span(document, &self.place)?, reason: self.reason.into() })
    }
}

impl Row for format::Change {
    type Live = Change;

    fn identity(&self) -> (&str, &str) {
        (&self.id, &self.field)
    }

    fn live(&self, notes: &mut Notes<'_>) -> Result<Change, Problem> {
        Ok(Change {
            id: id(&self.id)?,
            at: notes.time("at", &self.at),
            by: self.by.clone(),
            // History outlives what it tells of, so the record need not be there.
            subject: mention(&self.subject)?,
            field: self.field.clone(),
            before: self.before.clone(),
            after: self.after.clone(),
        })
    }
}
