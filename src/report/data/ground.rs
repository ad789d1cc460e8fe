//! What every table asks for: which records are in the report, letters and paragraphs, dates, names.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::Cell;
use crate::lint::Finding;
use crate::model::annotation::{Annotation, Mention};
use crate::model::document::{Document, letter};
use crate::model::id::{ClaimId, DocumentId, QuantityId, SourceId};
use crate::model::moment::Moment;
use crate::model::source::{Source, SourceKind};
use crate::report::export::Export;

/// A project laid out for tables.
pub(super) struct Ground<'a> {
    pub export: &'a Export<'a>,
    ranks: BTreeMap<DocumentId, usize>,
    articles: BTreeSet<DocumentId>,
    claims: BTreeSet<ClaimId>,
    printed: BTreeSet<ClaimId>,
    numbers: BTreeSet<QuantityId>,
    sources: BTreeSet<SourceId>,
}

impl<'a> Ground<'a> {
    pub fn new(export: &'a Export<'a>) -> Self {
        let report = export.report;
        Ground {
            export,
            ranks: export.project.order().iter().enumerate().map(|(rank, id)| (*id, rank)).collect(),
            articles: report.articles.iter().map(|article| article.document).collect(),
            claims: report.claims.rows.iter().map(|row| row.claim).collect(),
            printed: report.claims.printed().map(|row| row.claim).collect(),
            numbers: report.numbers.iter().map(|row| row.number).collect(),
            sources: report.sources.iter().flat_map(|group| &group.rows).map(|row| row.source).collect(),
        }
    }

    /// Whether a record is in the report.
    pub fn has(&self, record: Mention) -> bool {
        match record {
            Mention::Claim(id) => self.claims.contains(&id),
            Mention::Number(id) => self.numbers.contains(&id),
            Mention::Source(id) => self.sources.contains(&id),
        }
    }

    pub fn has_claim(&self, id: ClaimId) -> bool {
        self.claims.contains(&id)
    }

    /// Whether a claim stands in the table of claims, as the report's filter has it.
    pub fn prints(&self, id: ClaimId) -> bool {
        self.printed.contains(&id)
    }

    /// A name of somebody of the desk.
    pub fn person(&self, name: &str) -> Cell {
        Cell::Text(self.export.person(name))
    }

    /// What a rule found, in the language of the report.
    pub fn words_of(&self, finding: Finding) -> String {
        self.export.report.language().words_of(&finding)
    }

    pub fn has_article(&self, id: DocumentId) -> bool {
        self.articles.contains(&id)
    }

    /// The letter of an article; `?` for one that is not there.
    pub fn letter(&self, id: DocumentId) -> String {
        self.ranks.get(&id).map_or_else(|| "?".to_owned(), |rank| letter(*rank))
    }

    /// What a claim is called; blank for one that is not there.
    pub fn label(&self, id: ClaimId) -> String {
        self.export.project.claims().get(&id).map_or_else(String::new, |claim| format!("{}{}", self.letter(claim.home), claim.number))
    }

    /// Names of claims with spaces between them; those that are not in the report are left out.
    pub fn labels(&self, ids: impl IntoIterator<Item = ClaimId>) -> Cell {
        let labels = ids.into_iter().filter(|id| self.has_claim(*id)).map(|id| self.label(id));
        Cell::Text(labels.collect::<Vec<_>>().join(" "))
    }

    /// What a record is called: `A14`, the name of a source, the reading of a number.
    pub fn name(&self, record: Mention) -> String {
        match record {
            Mention::Claim(id) => self.label(id),
            Mention::Number(id) => self.export.project.quantities().get(&id).map_or_else(String::new, |number| number.reading()),
            Mention::Source(id) => self.export.project.sources().get(&id).map_or_else(String::new, |source| source.name.trim().to_owned()),
        }
    }

    /// The first mark of a record, with its article.
    pub fn first(&self, record: Mention) -> Option<(&'a Annotation, &'a Document)> {
        let mark = self.export.project.annotations().get(self.export.lookup.mentions(record).first()?)?;
        Some((mark, self.export.project.document(mark.document)?))
    }

    /// The paragraph of a mark: `H` for the headline, else its number; blank where it has lost its place.
    pub fn paragraph(&self, mark: &Annotation, document: &Document) -> Cell {
        if mark.is_lost() {
            return Cell::text("lost");
        }
        let name = document.paragraph_name(document.text.paragraph_at(mark.span.start()));
        name.parse().map_or(Cell::Text(name), Cell::Number)
    }

    /// The words of a mark on one line.
    pub fn quote(&self, mark: &Annotation) -> Cell {
        Cell::Text(one_line(self.export.project.quote(mark)))
    }

    /// The words of the first mark of a record on one line.
    pub fn first_quote(&self, record: Mention) -> Cell {
        self.first(record).map_or(Cell::text(""), |(mark, _)| self.quote(mark))
    }

    /// ISO 8601 by the checker's clock, to the second: `2026-11-21T14:32:00+01:00`; blank for a moment outside the calendar and for the
    /// beginning of time, which nobody wrote down.
    pub fn date(&self, moment: Moment) -> Cell {
        Cell::Text(if moment == Moment::default() { String::new() } else { iso(moment, self.export.input.offset) })
    }

    /// Whether nothing may be told of a source but what the report prints.
    pub fn is_protected(&self, source: &Source) -> bool {
        source.kind == SourceKind::Anonymous
    }
}

/// ISO 8601 with the difference to UTC; blank for a moment outside the calendar.
pub fn iso(moment: Moment, offset: jiff::tz::Offset) -> String {
    let Ok(timestamp) = Timestamp::from_millisecond(moment.epoch_ms) else { return String::new() };
    timestamp.display_with_offset(offset).to_string()
}

/// Words with single spaces for all white space.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The id of a record.
pub(super) fn id(record: Mention) -> String {
    match record {
        Mention::Claim(id) => id.to_string(),
        Mention::Number(id) => id.to_string(),
        Mention::Source(id) => id.to_string(),
    }
}
