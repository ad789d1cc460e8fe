//! The numbered notes under an article: one for each claim, with all that the checker made of it.

use super::claims::{RatingFace, rests_on};
use super::desk::{Desk, claim_id};
use super::words::join_filled;
use super::{ClaimRef, Place};
use crate::lint::Subject;
use crate::model::annotation::Mention;
use crate::model::claim::correction::Piece;
use crate::model::claim::{Claim, Stance, Status};
use crate::model::id::{AnnotationId, ClaimId, DocumentId, QuantityId, SourceId};
use crate::model::link::{Link, Role};
use crate::model::quantity::{Approximation, Quantity};
use crate::model::source::{FirstHand, Source, SourceKind};

/// A note on a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The claim.
    pub claim: ClaimRef,
    /// The number of the note: `14` in the claim's own article, `A14` elsewhere.
    pub number: String,
    /// Its words at its first mark in this article.
    pub quote: String,
    /// That mark.
    pub mark: AnnotationId,
    /// Its marks elsewhere: later in this article and in others.
    pub elsewhere: Vec<Place>,
    /// How far its checking is.
    pub status: Status,
    /// Right or wrong, and why.
    pub rating: Option<RatingFace>,
    /// The claim in full; may be blank.
    pub restatement: String,
    /// What speaks for and against it.
    pub evidence: Vec<EvidenceLine>,
    /// The numbers it holds.
    pub numbers: Vec<NumberLine>,
    /// The sources it rests on.
    pub sources: Vec<SourceLine>,
    /// Its links to other claims.
    pub links: Vec<LinkLine>,
    /// The proposed correction, as the difference to the words in this article.
    pub correction: Option<Vec<Piece>>,
    /// The checker's notes: on the claim, then on its marks in this article.
    pub notes: Vec<String>,
    /// Keywords of its marks in this article.
    pub keywords: Vec<String>,
    /// What the rules find.
    pub findings: Vec<String>,
    /// Who stands for it since when; blank for nobody.
    pub signed: String,
    /// The short form for the margin.
    pub margin: MarginNote,
}

impl Note {
    /// Whether the claim bears the letter of this article.
    pub fn is_home(&self) -> bool {
        self.number != self.claim.label
    }
}

/// A note in a line or two, beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarginNote {
    /// A bad rating, `1 Wrong`; comes first, in bold.
    pub verdict: Option<RatingFace>,
    /// A finding; comes next.
    pub warning: Option<String>,
    /// Reason, note, correction or evidence, whichever is there first; may be blank.
    pub words: String,
}

/// A row of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceLine {
    /// For or against.
    pub stance: Stance,
    /// What was found.
    pub text: String,
    /// Where on the web; any text, so a writer makes it a link only when it is safe.
    pub url: String,
    /// Page, paragraph, minute.
    pub locator: String,
}

/// A number in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberLine {
    /// The number.
    pub number: QuantityId,
    /// As written.
    pub written: String,
    /// As read.
    pub reading: String,
    /// How exactly it is meant.
    pub approximation: Approximation,
    /// What is measured, of whom, when; blank parts left out.
    pub about: String,
}

/// A source in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// The source.
    pub source: SourceId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: SourceKind,
    /// Office or role.
    pub role: String,
    /// Address, page, archive shelf.
    pub locator: String,
    /// The desk's grade.
    pub grade: String,
    /// Whether it speaks first hand.
    pub first_hand: FirstHand,
    /// The checker's note on the link.
    pub note: String,
}

/// A link to another claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkLine {
    /// What this claim is to the other: `contradicts`.
    pub words: String,
    /// Whether they cannot both be right.
    pub is_contradiction: bool,
    /// The other claim.
    pub claim: ClaimRef,
    /// Its words.
    pub quote: String,
    /// The checker's note on the link.
    pub note: String,
}

/// The note on a claim at its first mark in an article.
pub(super) fn note(desk: &Desk<'_>, claim: ClaimId, mark: AnnotationId, document: DocumentId) -> Option<Note> {
    let (claim, first) = (desk.project.claims().get(&claim)?, desk.project.annotations().get(&mark)?);
    let record = Mention::Claim(claim.id);
    let quote = desk.project.quote(first);
    let marks: Vec<_> = desk.lookup.mentions(record).iter().filter_map(|id| desk.project.annotations().get(id)).collect();
    let here = || marks.iter().filter(|mark| mark.document == document);
    let mark_notes = here().map(|mark| mark.note.as_str());
    let notes = std::iter::once(claim.note.as_str()).chain(mark_notes).map(|note| note.trim().to_owned());
    let correction = claim.correction.as_ref().map(|correction| correction.difference(quote));
    Some(Note {
        claim: desk.claim_ref(claim.id),
        number: if claim.home == document { claim.number.to_string() } else { desk.project.claim_label(claim.id) },
        quote: quote.to_owned(),
        mark,
        elsewhere: desk.places(record).into_iter().filter(|place| place.mark != mark).collect(),
        status: claim.status,
        rating: claim.rating.as_ref().map(|rating| desk.rating_face(rating)),
        restatement: claim.restatement.trim().to_owned(),
        evidence: evidence(claim),
        numbers: desk.numbers_of(claim.id).iter().filter_map(|id| Some(number(desk, desk.project.quantities().get(id)?))).collect(),
        sources: links(desk, record).filter_map(|link| source(desk, link)).collect(),
        links: links(desk, record).filter_map(|link| claim_link(desk, link, record)).collect(),
        margin: margin(desk, claim, correction.as_deref()),
        correction,
        notes: notes.filter(|note| !note.is_empty()).collect(),
        keywords: here().flat_map(|mark| mark.keywords.iter().cloned()).collect(),
        findings: desk.findings_on(Subject::Record(record)).map(|finding| desk.words_of(finding)).collect(),
        signed: claim.signed.as_ref().map_or_else(String::new, |signed| super::method::signature(desk, signed)),
    })
}

fn links<'a>(desk: &Desk<'a>, record: Mention) -> impl Iterator<Item = &'a Link> {
    desk.lookup.links(record).iter().filter_map(|id| desk.project.links().get(id))
}

fn evidence(claim: &Claim) -> Vec<EvidenceLine> {
    let line = |row: &crate::model::claim::Evidence| EvidenceLine {
        stance: row.stance,
        text: row.text.trim().to_owned(),
        url: row.url.trim().to_owned(),
        locator: row.locator.trim().to_owned(),
    };
    let lines = claim.evidence.iter().map(line);
    lines.filter(|line| [&line.text, &line.url, &line.locator].iter().any(|field| !field.is_empty())).collect()
}

fn number(desk: &Desk<'_>, quantity: &Quantity) -> NumberLine {
    NumberLine {
        number: quantity.id,
        written: desk.quote(Mention::Number(quantity.id)),
        reading: quantity.reading(),
        approximation: quantity.approximation,
        about: join_filled(&[&quantity.measured, &quantity.of, &quantity.as_of], ", "),
    }
}

fn source(desk: &Desk<'_>, link: &Link) -> Option<SourceLine> {
    let Mention::Source(id) = link.to else { return None };
    let source: &Source = desk.project.sources().get(&id)?;
    Some(SourceLine {
        source: id,
        name: source.name.trim().to_owned(),
        kind: source.kind,
        role: source.role.trim().to_owned(),
        locator: source.locator.trim().to_owned(),
        grade: source.grade.trim().to_owned(),
        first_hand: source.first_hand,
        note: link.note.trim().to_owned(),
    })
}

fn claim_link(desk: &Desk<'_>, link: &Link, record: Mention) -> Option<LinkLine> {
    let other = link.other_end(record);
    let id = claim_id(other)?;
    // Only support has a direction that reads differently from its other end.
    let words = match link.role {
        Role::Supports if link.to == record => desk.language.say("role-supported-by"),
        Role::RestsOn => desk.language.say("role-rests-on"),
        Role::Contains => desk.language.say("role-contains"),
        Role::Same => desk.language.say("role-same-as"),
        Role::Contradicts => desk.language.say("role-contradicts"),
        Role::Supports => desk.language.say("role-supports"),
    };
    Some(LinkLine {
        words: words.into_owned(),
        is_contradiction: link.role == Role::Contradicts,
        claim: desk.claim_ref(id),
        quote: desk.quote(other),
        note: link.note.trim().to_owned(),
    })
}

fn margin(desk: &Desk<'_>, claim: &Claim, correction: Option<&[Piece]>) -> MarginNote {
    let verdict = claim.rating.as_ref().filter(|rating| rating.grade.value() <= 2).map(|rating| desk.rating_face(rating));
    let warning = Some(rests_on(desk, claim)).filter(|rests_on| rests_on.is_warning && verdict.is_none());
    let reason = verdict.as_ref().map_or("", |verdict| verdict.reason.as_str());
    let correction = correction.map_or_else(String::new, |pieces| in_short(desk, pieces));
    let evidence = claim.evidence.iter().map(|row| join_filled(&[&row.text, &row.locator], ", ")).find(|words| !words.is_empty());
    let choices = [reason, claim.note.trim(), &correction, evidence.as_deref().unwrap_or("")];
    let words = choices.into_iter().find(|words| !words.is_empty()).unwrap_or("").to_owned();
    MarginNote { verdict, warning: warning.map(|rests_on| rests_on.words), words }
}

/// Only what changes: `soldiers → Marines`.
fn in_short(desk: &Desk<'_>, pieces: &[Piece]) -> String {
    let gather = |wanted: &dyn Fn(&Piece) -> Option<String>| pieces.iter().filter_map(wanted).collect::<Vec<_>>().join(" … ");
    let struck = gather(&|piece| if let Piece::Struck(words) = piece { Some(words.trim().to_owned()) } else { None });
    let added = gather(&|piece| if let Piece::Added(words) = piece { Some(words.trim().to_owned()) } else { None });
    match (struck.as_str(), added.as_str()) {
        ("", "") => String::new(),
        ("", added) => desk.language.say_with("margin-add", &[("words", added.into())]),
        (struck, "") => desk.language.say_with("margin-take-out", &[("words", struck.into())]),
        (struck, added) => format!("{struck} → {added}"),
    }
}
