//! Status, rating, evidence and the other choices of the inspector.

use super::noted::evidence_of;
use super::{Mode, Outcome, Request, Session};
use crate::command::{Field, SourceChange};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Evidence, Stance};
use crate::model::document::{Document, Dropped, Offer};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::id::{ClaimId, DocumentId, EvidenceId, ExclusionId, QuantityId, SourceId};
use crate::model::quantity::{Approximation, Quantity};
use crate::model::source::{FirstHand, Source, SourceKind};

impl Session {
    /// Does something with the selected claim, or says that none is selected.
    pub(super) fn on_claim(&mut self, act: impl FnOnce(&mut Self, ClaimId) -> Outcome) -> Outcome {
        match self.claim() {
            Some(claim) => act(self, claim),
            None => Err("Select a claim first: J goes to the next mark, Space to the next open claim.".into()),
        }
    }

    pub(super) fn focus(&mut self, field: Field) -> Outcome {
        self.requests.push(Request::Focus(field));
        Ok(())
    }

    pub(super) fn change_claim(&mut self, id: ClaimId, what: &str, change: impl FnOnce(&mut Claim)) -> Outcome {
        self.step(|draft, _| {
            let label = format!("{what} {}", draft.project().claim_label(id));
            draft.change::<Claim>(id, change)?;
            Ok(((), label))
        })
    }

    pub(super) fn add_evidence(&mut self, id: ClaimId) -> Outcome {
        let row: EvidenceId = self.ids.next(self.now);
        self.change_claim(id, "add evidence to", |claim| claim.evidence.push(Evidence::new(row)))?;
        self.focus(Field::EvidenceText(id, row))
    }

    /// What was noted in the file becomes a row of evidence, and is not offered again.
    pub(super) fn keep_aside(&mut self, id: ClaimId, document: DocumentId, aside: usize) -> Outcome {
        let Some(document) = self.project.document(document) else { return Ok(()) };
        let Some(noted) = document.asides.get(aside) else { return Ok(()) };
        let row = evidence_of(document, noted, self.ids.next(self.now));
        let (of, dropped) = (document.id, Dropped { span: noted.span, offer: Offer::Aside });
        // What else was noted on these words is still offered.
        let is_alone = document.asides.iter().filter(|other| other.span == noted.span).count() == 1;
        self.step(|draft, _| {
            let label = format!("add evidence to {}", draft.project().claim_label(id));
            draft.change::<Claim>(id, |claim| claim.evidence.push(row))?;
            if is_alone {
                draft.change::<Document>(of, |document| dropped.note(&mut document.dropped))?;
            }
            Ok(((), label))
        })
    }

    pub(super) fn remove_evidence(&mut self, id: ClaimId, row: EvidenceId) -> Outcome {
        self.change_claim(id, "remove evidence of", |claim| claim.evidence.retain(|evidence| evidence.id != row))
    }

    pub(super) fn move_evidence(&mut self, id: ClaimId, row: EvidenceId, by: isize) -> Outcome {
        self.change_claim(id, "reorder evidence of", |claim| {
            let Some(from) = claim.evidence.iter().position(|evidence| evidence.id == row) else { return };
            let to = from.saturating_add_signed(by).min(claim.evidence.len() - 1);
            let evidence = claim.evidence.remove(from);
            claim.evidence.insert(to, evidence);
        })
    }

    pub(super) fn set_stance(&mut self, id: ClaimId, row: EvidenceId, stance: Stance) -> Outcome {
        self.change_claim(id, "change evidence of", |claim| {
            if let Some(evidence) = claim.evidence.iter_mut().find(|evidence| evidence.id == row) {
                evidence.stance = stance;
            }
        })
    }

    pub(super) fn set_approximation(&mut self, id: QuantityId, approximation: Approximation) -> Outcome {
        self.step(|draft, _| {
            draft.change::<Quantity>(id, |number| {
                number.approximation = approximation;
                number.is_edited = true;
            })?;
            Ok(((), format!("read number as {}", approximation.word())))
        })
    }

    fn change_source(&mut self, id: SourceId, what: &str, change: impl FnOnce(&mut Source)) -> Outcome {
        self.step(|draft, _| {
            draft.change::<Source>(id, change)?;
            Ok(((), what.to_owned()))
        })
    }

    /// Changes what a source rests on, its files, or whether exports may hold its contact.
    pub(super) fn change_entry(&mut self, id: SourceId, change: SourceChange) -> Outcome {
        if change == SourceChange::RestsOn(id, true) {
            return Err("A source cannot rest on itself. Choose another entry.".into());
        }
        let what = match &change {
            SourceChange::NotSame(other) => return self.keep_apart(id, *other),
            SourceChange::RestsOn(..) => "change what a source rests on",
            SourceChange::ContactOpen(true) => "let exports hold a contact",
            SourceChange::ContactOpen(false) => "keep a contact out of exports",
            SourceChange::AddFile(_) => "add a file to a source",
            SourceChange::RemoveFile(_) => "take a file from a source",
        };
        self.change_source(id, what, |source| match change {
            SourceChange::RestsOn(root, true) if source.rests_on.contains(&root) => {}
            SourceChange::RestsOn(root, true) => source.rests_on.push(root),
            SourceChange::RestsOn(root, false) => source.rests_on.retain(|other| *other != root),
            SourceChange::ContactOpen(is_open) => source.is_contact_open = is_open,
            SourceChange::AddFile(file) => source.files.push(file),
            SourceChange::RemoveFile(at) if at < source.files.len() => drop(source.files.remove(at)),
            SourceChange::RemoveFile(_) | SourceChange::NotSame(_) => {}
        })
    }

    pub(super) fn set_source_kind(&mut self, id: SourceId, kind: SourceKind) -> Outcome {
        self.change_source(id, "change kind of source", |source| source.kind = kind)
    }

    pub(super) fn set_first_hand(&mut self, id: SourceId, first_hand: FirstHand) -> Outcome {
        self.change_source(id, "change first hand of source", |source| source.first_hand = first_hand)
    }

    pub(super) fn set_reason(&mut self, id: ExclusionId, reason: Reason) -> Outcome {
        self.step(|draft, _| {
            draft.change::<Exclusion>(id, |exclusion| exclusion.reason = reason)?;
            Ok(((), format!("not checkable: {}", reason.word())))
        })
    }

    pub(super) fn remove_exclusion(&mut self, id: ExclusionId) -> Outcome {
        self.step(|draft, _| {
            draft.remove::<Exclusion>(id)?;
            Ok(((), "make sentence checkable again".to_owned()))
        })
    }

    /// The margin note of a claim; for other marks, the note on the mark.
    pub(super) fn edit_note(&mut self) -> Outcome {
        match self.mark().map(|mark| (mark.id, mark.mention)) {
            Some((_, Mention::Claim(claim))) => self.focus(Field::ClaimNote(claim)),
            Some((mark, _)) => self.focus(Field::MarkNote(mark)),
            None => Err("Select a mark first: J goes to the next one.".into()),
        }
    }

    /// The first field of what is selected.
    pub(super) fn edit_selected(&mut self) -> Outcome {
        match self.record() {
            Some(Mention::Claim(id)) => self.focus(Field::Restatement(id)),
            Some(Mention::Number(id)) => self.focus(Field::QuantityValue(id)),
            Some(Mention::Source(id)) => self.focus(Field::SourceName(id)),
            None => Ok(()),
        }
    }

    /// Leaves linking, resizing or confirming.
    pub(super) fn leave_mode(&mut self) -> Outcome {
        self.mode = Mode::Reading;
        Ok(())
    }
}
