//! Where one side opened a new draft of an article, what the other one did in the draft before goes along.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::tables::Merge;
use crate::model::annotation::carry::Carrier;
use crate::model::annotation::reanchor::Trail;
use crate::model::claim::Pointer;
use crate::model::document::{Document, Text};
use crate::model::flag::{Conflict, Subject};
use crate::model::id::DocumentId;

impl Merge<'_> {
    /// Puts what still points to an earlier draft on the draft that took its place.
    pub fn follow_drafts(&mut self) {
        let documents = self.merged.documents.values();
        let next = documents.flat_map(|document| document.earlier.iter().map(|draft| (draft.id, document.id)));
        let next: BTreeMap<DocumentId, DocumentId> = next.filter(|(old, new)| old != new).collect();
        for (old, new) in next {
            self.keep_draft(old, new);
            let text = |id: DocumentId| self.merged.documents.get(&id).map(|document| document.text.clone());
            let draft = self.merged.documents.get(&new).and_then(|document| document.earlier.iter().find(|draft| draft.id == old));
            if let Some((before, after)) = draft.map(|draft| draft.text.clone()).zip(text(new)) {
                self.follow((old, &before), (new, &after));
            }
        }
    }

    /// What one side did with an article of which the other one opened a new draft is said of the draft before.
    fn keep_draft(&mut self, old: DocumentId, new: DocumentId) {
        let Some(changed) = self.merged.documents.remove(&old) else { return };
        self.flags.retain(|flag| flag.subject != Subject::Document(old) || flag.conflict != Conflict::Kept);
        if let Some(mut document) = self.merged.documents.get(&new).cloned() {
            let changed = Arc::new(Document { earlier: Vec::new(), ..changed });
            document
                .earlier
                .iter_mut()
                .filter(|draft| draft.id == old && draft.text == changed.text)
                .for_each(|draft| *draft = Arc::clone(&changed));
            self.merged.documents.insert(new, document);
        }
    }

    fn follow(&mut self, (old, before): (DocumentId, &Text), (new, after): (DocumentId, &Text)) {
        for id in self.merged.claims.keys().copied().collect::<Vec<_>>() {
            let Some(mut claim) = self.merged.claims.get(&id).cloned() else { continue };
            let was = claim.clone();
            claim.home = if claim.home == old { new } else { claim.home };
            let pointers = claim.evidence.iter_mut().filter_map(|row| row.pointer.as_mut());
            pointers.filter(|pointer| **pointer == Pointer::Passage(old)).for_each(|pointer| *pointer = Pointer::Passage(new));
            if claim != was {
                self.merged.claims.insert(id, claim);
            }
        }
        let marks: Vec<_> = self.merged.annotations.values().filter(|mark| mark.document == old).cloned().collect();
        let passages: Vec<_> = self.merged.exclusions.values().filter(|passage| passage.document == old).cloned().collect();
        if marks.is_empty() && passages.is_empty() {
            return;
        }
        let (carrier, mut trail) = (Carrier::new(before, after), Trail::default());
        for mut mark in marks {
            mark.document = new;
            (mark.span, mark.doubt) = carrier.carry(mark.span, mark.doubt.as_deref(), &mut trail);
            self.merged.annotations.insert(mark.id, mark);
        }
        for mut passage in passages {
            passage.document = new;
            (passage.span, passage.doubt) = carrier.carry(passage.span, passage.doubt.as_deref(), &mut trail);
            self.merged.exclusions.insert(passage.id, passage);
        }
    }
}
