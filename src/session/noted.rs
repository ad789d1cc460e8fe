//! What the writer of an article noted in its file becomes evidence.

use super::Refusal;
use super::stepping::Maker;
use super::suggesting::turn_down;
use super::tagging::{new_record, put_mark, whole_sentences};
use crate::edit::Draft;
use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::claim::{Claim, Evidence};
use crate::model::document::aside::AsideKind;
use crate::model::document::{Aside, Document, Span};
use crate::model::id::{DocumentId, EvidenceId};
use crate::suggest::Suggestion;

/// Keeps what the writer noted as evidence of the smallest claim over the words, or of a new one; it is not offered again. Gives the mark of
/// the claim.
pub(super) fn take_asides(
    draft: &mut Draft<'_>,
    maker: &mut Maker<'_>,
    id: DocumentId,
    suggestion: &Suggestion,
) -> Result<Annotation, Refusal> {
    let over = draft.marks_over(id, suggestion.span);
    let marks = over.iter().filter_map(|mark| draft.project().annotations().get(mark)).filter(|mark| !mark.is_lost());
    let claims = marks.filter_map(|mark| if let Mention::Claim(id) = mark.mention { Some((mark, id)) } else { None });
    let known = claims.min_by_key(|(mark, _)| mark.span.len()).map(|(mark, claim)| (mark.clone(), claim));
    let (mark, claim) = match known {
        Some(known) => known,
        None => {
            let document = draft.project().document(id);
            let span = document.map_or(suggestion.span, |document| claimed(document, suggestion.span));
            let record = new_record(draft, maker, id, span, Tag::Claim)?;
            let mark = put_mark(draft, maker, id, span, record)?;
            let Mention::Claim(claim) = record else { return Ok(mark) };
            (mark, claim)
        }
    };
    let rows = draft.project().document(id).map_or(Vec::new(), |document| {
        let noted = suggestion.asides.iter().filter_map(|nth| document.asides.get(*nth));
        noted.map(|aside| evidence_of(document, aside, maker.id())).collect()
    });
    draft.change::<Claim>(claim, |claim| claim.evidence.extend(rows))?;
    turn_down(draft, id, &[suggestion])?;
    Ok(mark)
}

/// The words that a claim is about beside which something was noted: these, or their sentence where they are a single word, as before the
/// number of a footnote.
fn claimed(document: &Document, noted: Span) -> Span {
    let is_phrase = document.text.slice(noted).split_whitespace().nth(1).is_some();
    if is_phrase { noted } else { whole_sentences(document, noted).unwrap_or(noted) }
}

/// What was noted as a row of evidence, with who noted it and when as its place.
pub(super) fn evidence_of(document: &Document, aside: &Aside, id: EvidenceId) -> Evidence {
    let file = document.original.as_ref().map_or_else(|| document.title().to_owned(), |file| file.name().to_owned());
    let said = [aside.by.as_str(), aside.at.as_str(), file.as_str()].into_iter().filter(|words| !words.is_empty());
    let locator = said.collect::<Vec<_>>().join(", ");
    let (question, text) = match aside.kind {
        AsideKind::Comment => ("Comment of the writer", aside.words.clone()),
        AsideKind::Footnote => ("Note of the writer", aside.words.clone()),
        AsideKind::Insertion => ("Put in by a tracked change", document.text.slice(aside.span).to_owned()),
        AsideKind::Deletion => ("Taken out by a tracked change", aside.words.clone()),
    };
    Evidence { question: question.to_owned(), text, locator, ..Evidence::new(id) }
}
