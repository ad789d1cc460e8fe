//! Words that are selected but not tagged yet: what they could be, and what they could belong to.

use regex::RegexBuilder;

use super::beside::{BesideRow, beside};
use super::checked::CheckLine;
use super::{ClaimLine, claim_line, on_one_line};
use crate::model::annotation::{Mark, Mention, Tag};
use crate::model::document::{Document, Span};
use crate::model::id::{ClaimId, DocumentId, QuantityId, Uid};
use crate::model::quantity::{Approximation, Quantity};
use crate::session::Session;
use crate::suggest::checks::{Article, Check};
use crate::suggest::quantity;
use crate::view::place::place_words;
use crate::view::wording::{count, number_word};

/// Claims offered for the words.
const NEARBY: usize = 3;
/// Text looked through for the same words, bytes; more would be felt while selecting.
const SEARCHED_BYTES: usize = 4_000_000;
/// The longest selection that is looked for elsewhere, bytes.
const SOUGHT_BYTES: usize = 200;

/// Selected words and what can be done with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectionRows {
    /// The article.
    pub document: DocumentId,
    /// The words, without the space around them.
    pub span: Span,
    /// `¶8, sentence 2`.
    pub place: String,
    /// The words to the letter.
    pub quote: String,
    /// What stands beside them in the file they came from.
    pub beside: Vec<BesideRow>,
    /// What the program reads off them: `1,553 mi` and `exact, as written`.
    pub reading: Option<(String, String)>,
    /// What can be worked out again with the words.
    pub checks: Vec<CheckLine>,
    /// Claims that the words may belong to, the nearest first.
    pub nearby: Vec<ClaimLine>,
    /// The sentence around the words, where it is more than they are.
    pub sentence: Option<Span>,
    /// The same words elsewhere, in words; nothing where that was not looked for.
    pub elsewhere: Option<String>,
}

impl SelectionRows {
    /// Looks at the selection; nothing where there is none.
    pub fn of(session: &Session) -> Option<Self> {
        let selection = session.selection().filter(|selection| !selection.is_empty())?;
        let document = session.document()?;
        let span = document.text.trimmed(selection.span());
        let span = if span.is_empty() { selection.span() } else { span };
        let quote = document.text.slice(span).to_owned();
        let sentence = document.text.sentence_around(span.start());
        Some(SelectionRows {
            document: document.id,
            span,
            place: place_words(document, span),
            beside: beside(document, span),
            reading: read_as(document, span),
            checks: checks_at(session, document, span),
            nearby: nearby(session, document, span),
            sentence: sentence.filter(|sentence| sentence.contains(span) && *sentence != span),
            elsewhere: elsewhere(session, document, span),
            quote,
        })
    }
}

/// What the sentence of the words says together, as far as they are part of it.
fn checks_at(session: &Session, document: &Document, span: Span) -> Vec<CheckLine> {
    let Some(sentence) = document.text.sentence_around(span.start()) else { return Vec::new() };
    let article = Article::around(session.project(), session.lookup(), (document, sentence));
    let touches = |check: &Check| check.places.iter().any(|place| place.overlaps(span));
    article.checks_in(sentence).into_iter().filter(touches).map(CheckLine::of).collect()
}

fn as_number(read: quantity::Reading) -> Quantity {
    let (value, approximation) = (Some(read.value), read.approximation);
    Quantity { value, unit: read.unit, per: read.per, approximation, ..Quantity::new(QuantityId(Uid(0))) }
}

fn read_as(document: &Document, span: Span) -> Option<(String, String)> {
    let read = quantity::read(document.text.as_str(), span, document.language())?;
    let exactness = match read.approximation {
        Approximation::Exact => "exact, as written".to_owned(),
        other => other.word().to_owned(),
    };
    Some((as_number(read).reading(), exactness))
}

/// The claims whose words lie around or nearest to these, in the same article.
fn nearby(session: &Session, document: &Document, span: Span) -> Vec<ClaimLine> {
    let Some(lookup) = session.document_lookup() else { return Vec::new() };
    let distance = |mark: &Mark| {
        if mark.span.overlaps(span) {
            0
        } else {
            mark.span.start().saturating_sub(span.end()).max(span.start().saturating_sub(mark.span.end()))
        }
    };
    let mut claims: Vec<(usize, ClaimId)> = lookup
        .marks
        .iter()
        .filter(|mark| mark.tag == Tag::Claim)
        .filter_map(|mark| match session.project().annotations().get(&mark.id)?.mention {
            Mention::Claim(id) => Some((distance(mark), id)),
            Mention::Number(_) | Mention::Source(_) => None,
        })
        .collect();
    claims.sort();
    let mut found: Vec<ClaimLine> = Vec::new();
    for (_, id) in claims {
        if found.len() < NEARBY && !found.iter().any(|line| line.id == id) {
            found.extend(claim_line(session, id));
        }
    }
    debug_assert!(session.project().document(document.id).is_some());
    found
}

/// How often the same words stand elsewhere, whatever their case.
fn elsewhere(session: &Session, here: &Document, span: Span) -> Option<String> {
    let project = session.project();
    let size: usize = project.documents().map(|document| document.text.len()).sum();
    if size > SEARCHED_BYTES || span.len() > SOUGHT_BYTES {
        return None;
    }
    let words = here.text.slice(span);
    let pattern = regex::escape(words);
    let is_word = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    let edge = |is_edge: bool| if is_edge { r"\b" } else { "" };
    let whole = format!("{}{pattern}{}", edge(is_word(words.chars().next())), edge(is_word(words.chars().last())));
    let sought = RegexBuilder::new(&whole).case_insensitive(true).build().ok()?;
    let mut places: Vec<(String, usize)> = Vec::new();
    for document in project.documents() {
        let hits = sought.find_iter(document.text.as_str()).filter(|hit| document.id != here.id || hit.start() != span.start()).count();
        if hits > 0 {
            places.push((project.letter(document.id), hits));
        }
    }
    Some(places_words(&places, project.order().len()))
}

fn places_words(places: &[(String, usize)], articles: usize) -> String {
    if places.is_empty() {
        return if articles == 1 {
            "Nowhere else in this article".to_owned()
        } else {
            format!("Nowhere else in the {} articles", number_word(articles))
        };
    }
    let all: usize = places.iter().map(|(_, hits)| hits).sum();
    let letters: Vec<_> =
        places.iter().map(|(letter, hits)| if *hits == 1 { letter.clone() } else { format!("{letter} ({hits})") }).collect();
    format!("{} more: in {}", count(all, "place"), on_one_line(&letters.join(", ")))
}
