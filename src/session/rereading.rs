//! What numbers say by the words of their marks, and when they are read anew: where a mark was moved, and where the language was changed.

use std::collections::BTreeMap;

use super::Outcome;
use crate::edit::Draft;
use crate::model::annotation::Mention;
use crate::model::document::Span;
use crate::model::id::{AnnotationId, DocumentId, QuantityId};
use crate::model::quantity::Quantity;
use crate::suggest::quantity;

/// What the words of a mark say becomes what the number says; nothing is left of what it said before.
pub(super) fn read_off(draft: &Draft<'_>, number: &mut Quantity, document: DocumentId, span: Span) {
    let read = draft.project().document(document).and_then(|document| quantity::read(document.text.as_str(), span, document.language()));
    let blank = Quantity::new(number.id);
    number.value = read.as_ref().map(|reading| reading.value);
    number.approximation = read.as_ref().map_or(blank.approximation, |reading| reading.approximation);
    (number.unit, number.per) = read.map_or((blank.unit, blank.per), |reading| (reading.unit, reading.per));
}

/// Reads a number anew whose only mark was moved, unless the checker has typed any of it.
pub(super) fn read_again(draft: &mut Draft<'_>, id: QuantityId) -> Outcome {
    let marks = draft.mentions(Mention::Number(id));
    let [only] = marks.as_slice() else { return Ok(()) };
    let Some(mark) = draft.project().annotations().get(only) else { return Ok(()) };
    let (document, span) = (mark.document, mark.span);
    let Some(mut number) = draft.project().quantities().get(&id).filter(|number| !number.is_edited).cloned() else { return Ok(()) };
    read_off(draft, &mut number, document, span);
    draft.change::<Quantity>(id, |held| *held = number.clone())?;
    Ok(())
}

/// Reads all numbers of an article anew, each off its first words there, unless the checker has typed any of it or other articles
/// have it too.
pub(super) fn read_all_again(draft: &mut Draft<'_>, document: DocumentId) -> Outcome {
    let Some(whole) = draft.project().document(document).map(|document| Span::between(0, document.text.len())) else { return Ok(()) };
    let marks = draft.marks_over(document, whole);
    let mut first: BTreeMap<QuantityId, Span> = BTreeMap::new();
    for mark in marks.into_iter().filter_map(|id| draft.project().annotations().get(&id)) {
        if let (Mention::Number(id), false) = (mark.mention, mark.is_lost()) {
            let span = first.entry(id).or_insert(mark.span);
            *span = mark.span.min(*span);
        }
    }
    for (id, span) in first {
        let Some(known) = draft.project().quantities().get(&id).filter(|number| !number.is_edited) else { continue };
        let is_elsewhere = |id: &AnnotationId| draft.project().annotations().get(id).is_some_and(|mark| mark.document != document);
        if draft.mentions(Mention::Number(id)).iter().any(is_elsewhere) {
            continue;
        }
        let mut number = known.clone();
        read_off(draft, &mut number, document, span);
        draft.change::<Quantity>(id, |held| *held = number.clone())?;
    }
    Ok(())
}
