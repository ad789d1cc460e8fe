//! One figure as a row of the table, prepared when it comes into view.

use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::{Claim, Status};
use crate::model::document::{Document, Span};
use crate::model::id::{ClaimId, QuantityId};
use crate::model::link::Role;
use crate::model::project::Project;
use crate::model::quantity::{Approximation, Quantity};
use crate::model::source::SourceKind;
pub use crate::report::plots::figure;
use crate::session::Session;
use crate::view::place::paragraph_words;
use crate::view::snippet::{Around, Snippet, snippet};

/// Code points that a row has room for before the figure and in it.
const ROOM_CHARS: usize = 34;
/// Code points before the figure at most.
const MOST_BEFORE_CHARS: usize = 18;

/// Who says a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceCell {
    /// Sources of its claim: kind of the first, and the names.
    Named(SourceKind, String),
    /// Its claim names none.
    Missing,
    /// It is in no claim.
    NoClaim,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRow {
    /// The number.
    pub number: QuantityId,
    /// Its words in their sentence.
    pub quote: Snippet,
    /// The figure alone: `2,200`; a dash where nothing was read.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// How exactly it is meant; none where nothing was read.
    pub approximation: Option<Approximation>,
    /// Letter of its article; blank where it has no mark.
    pub letter: String,
    /// Paragraph: `¶10`.
    pub paragraph: String,
    /// Who says it.
    pub source: SourceCell,
    /// The claim that holds it.
    pub claim: Option<(String, Status)>,
}

impl NumberRow {
    /// Looks a number up; nothing where it is gone.
    pub fn of(session: &Session, id: QuantityId) -> Option<NumberRow> {
        let project = session.project();
        let quantity = project.quantities().get(&id)?;
        let mark = first_mark(session, id);
        let document = mark.and_then(|mark| project.document(mark.document));
        let stands = mark.zip(document);
        let claim = claim_of(session, id);
        let others = session.lookup().mentions(Mention::Number(id)).len().saturating_sub(1);
        let more = if others > 0 { format!(" +{others}") } else { String::new() };
        Some(NumberRow {
            number: id,
            quote: stands.map_or_else(Snippet::default, |(mark, document)| quoted(project, (mark, document), in_row)),
            value: quantity.value.map_or_else(|| "–".to_owned(), figure),
            unit: quantity.unit.clone(),
            approximation: quantity.value.map(|_| quantity.approximation),
            letter: mark.map_or_else(String::new, |mark| project.letter(mark.document)),
            paragraph: stands.map_or_else(String::new, |(mark, document)| paragraph(mark, document) + &more),
            source: claim.map_or(SourceCell::NoClaim, |claim| source(session, claim)),
            claim: claim.map(|claim| (project.claim_label(claim.id), claim.status)),
        })
    }

    /// The words of the source column.
    pub fn source_words(&self) -> &str {
        match &self.source {
            SourceCell::Named(_, names) => names,
            SourceCell::Missing => "none given",
            SourceCell::NoClaim => "in no claim",
        }
    }

    /// How exactly it is meant, and of what: `about, km`.
    pub fn meant(&self) -> String {
        let unit = if self.unit == "percent" { "%" } else { &self.unit };
        let words = self.approximation.map_or("not read", Approximation::word);
        if unit.is_empty() { words.to_owned() } else { format!("{words}, {unit}") }
    }

    /// The words of the figure itself.
    pub fn words(&self) -> &str {
        self.quote.text.get(self.quote.core.clone()).unwrap_or("")
    }

    /// All of it in a line, for who cannot see it.
    pub fn spoken(&self) -> String {
        let claim = self.claim.as_ref().map_or_else(String::new, |(label, status)| format!(", claim {label}, {}", status.word()));
        format!("{}, {} {}, {} {}{claim}", self.words(), self.value, self.meant(), self.letter, self.paragraph)
    }
}

/// A figure as a quote beside another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedFigure {
    /// The number.
    pub number: QuantityId,
    /// Letter of its article.
    pub letter: String,
    /// Paragraph: `¶10`.
    pub paragraph: String,
    /// The figure alone: `2,200`.
    pub value: String,
    /// How exactly it is meant.
    pub meant: String,
    /// Its words in their sentence.
    pub quote: Snippet,
}

impl QuotedFigure {
    /// Looks a number up; nothing where it is gone or has no mark.
    pub fn of(session: &Session, id: QuantityId) -> Option<QuotedFigure> {
        let project = session.project();
        let quantity = project.quantities().get(&id)?;
        let mark = first_mark(session, id)?;
        let document = project.document(mark.document)?;
        Some(QuotedFigure {
            number: id,
            letter: project.letter(mark.document),
            paragraph: paragraph(mark, document),
            value: quantity.value.map_or_else(|| "–".to_owned(), figure),
            meant: quantity.approximation.word().to_owned(),
            quote: quoted(project, (mark, document), in_box),
        })
    }
}

/// The first mark of a number, in the order of articles and text.
pub fn first_mark(session: &Session, id: QuantityId) -> Option<&Annotation> {
    let mark = session.lookup().mentions(Mention::Number(id)).first()?;
    session.project().annotations().get(mark)
}

/// The claim that holds a number.
pub fn claim_of(session: &Session, number: QuantityId) -> Option<&Claim> {
    let links = session.lookup().links(Mention::Number(number)).iter().filter_map(|id| session.project().links().get(id));
    let mut holders = links.filter(|link| link.role == Role::Contains).filter_map(|link| match link.from {
        Mention::Claim(id) => session.project().claims().get(&id),
        Mention::Number(_) | Mention::Source(_) => None,
    });
    holders.next()
}

/// Whether the claim of a number names a source.
pub fn has_source(session: &Session, number: QuantityId) -> bool {
    let rests = |claim: ClaimId| {
        let links = session.lookup().links(Mention::Claim(claim)).iter().filter_map(|id| session.project().links().get(id));
        links.into_iter().any(|link| link.role == Role::RestsOn)
    };
    claim_of(session, number).is_some_and(|claim| rests(claim.id))
}

/// Whether a number was read, but without a unit or a noun.
pub fn lacks_unit(number: &Quantity) -> bool {
    number.value.is_some() && number.unit.trim().is_empty()
}

fn paragraph(mark: &Annotation, document: &Document) -> String {
    if mark.is_lost() { "lost".to_owned() } else { paragraph_words(document, mark.span.start()) }
}

/// The figure in its sentence; one that has lost its place stands in none.
fn quoted(project: &Project, (mark, document): (&Annotation, &Document), in_sentence: fn(&Document, Span) -> Snippet) -> Snippet {
    if !mark.is_lost() {
        return in_sentence(document, mark.span);
    }
    let text = project.quote(mark).split_whitespace().collect::<Vec<_>>().join(" ");
    Snippet { core: 0..text.len(), text }
}

/// The figure with words before it as far as the row has room, and words after it.
fn in_row(document: &Document, span: Span) -> Snippet {
    let own = document.text.slice(span).chars().count();
    let before_chars = ROOM_CHARS.saturating_sub(own).min(MOST_BEFORE_CHARS);
    snippet(&document.text, span, Around { before_chars, after_chars: 60 })
}

/// The figure with as much of its sentence as two lines of a box hold.
fn in_box(document: &Document, span: Span) -> Snippet {
    snippet(&document.text, span, Around { before_chars: 64, after_chars: 72 })
}

fn source(session: &Session, claim: &Claim) -> SourceCell {
    let project = session.project();
    let ids = session.lookup().sources_of(project, claim.id);
    let sources: Vec<_> = ids.iter().filter_map(|id| project.sources().get(id)).collect();
    match sources.first() {
        None => SourceCell::Missing,
        Some(first) => {
            let names: Vec<_> = sources.iter().map(|source| source.name.as_str()).collect();
            SourceCell::Named(first.kind, names.join(", "))
        }
    }
}
