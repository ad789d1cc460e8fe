//! From drafts to undoable steps: the one place of a session where the project changes, and where what follows from it is
//! brought up to date.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use super::{IdSource, Mode, Outcome, Refusal, Request, Session, signing};
use crate::edit::draft::{Draft, Signature};
use crate::edit::transaction::Visit;
use crate::edit::{Deed, Edit, Transaction};
use crate::lint::Findings;
use crate::model::id::AnnotationId;
use crate::model::lookup::{Lookup, Touched};
use crate::model::moment::Moment;
use crate::model::project::Project;

/// What a step needs besides the project: who does it, when, and fresh ids.
pub struct Maker<'a> {
    ids: &'a mut IdSource,
    /// Who and when.
    pub signature: Signature,
}

impl Maker<'_> {
    /// A fresh id.
    pub fn id<T: From<crate::model::id::Uid>>(&mut self) -> T {
        self.ids.next(self.signature.at)
    }

    /// When the step is done.
    pub fn now(&self) -> Moment {
        self.signature.at
    }

    /// Who does it.
    pub fn by(&self) -> &str {
        &self.signature.by
    }
}

impl Session {
    /// Carries out a step, all of it or nothing. The closure gives a result and the step's label (`tag claim A14`).
    pub(super) fn step<T>(
        &mut self,
        draft: impl FnOnce(&mut Draft<'_>, &mut Maker<'_>) -> Result<(T, String), Refusal>,
    ) -> Result<T, Refusal> {
        self.step_in_visit(None, draft)
    }

    /// The same for typing: an earlier step of the same visit is replaced.
    pub(super) fn step_in_visit<T>(
        &mut self,
        visit: Option<Visit>,
        draft: impl FnOnce(&mut Draft<'_>, &mut Maker<'_>) -> Result<(T, String), Refusal>,
    ) -> Result<T, Refusal> {
        self.check_guard()?;
        let retaken = match visit {
            Some(visit) => self.history.retake(visit, &mut self.project)?,
            None => None,
        };
        let signature = Signature { at: self.now, by: self.checker.clone() };
        let drafted = catch_unwind(AssertUnwindSafe(|| draft_step((&mut self.project, &self.lookup), &mut self.ids, signature, draft)));
        let drafted = drafted.unwrap_or_else(|fault| {
            if let Some(step) = retaken.clone() {
                // What was typed before is kept, whatever becomes of what is typed now.
                let _ = step.apply(&mut self.project);
                self.history.push(step);
            }
            resume_unwind(fault)
        });
        match drafted {
            Ok((result, step)) => {
                let mut touched = Touched::default();
                if let Some(retaken) = &retaken {
                    retaken.note_reverted(&mut touched);
                }
                let step = step.map(|step| Arc::new(Transaction { visit, ..step }));
                if let Some(step) = &step {
                    step.note(&mut touched);
                    self.history.push(Arc::clone(step));
                } else if retaken.is_none() {
                    return Ok(result);
                }
                self.refresh(&touched, Deed::Done { step, in_place_of: retaken });
                Ok(result)
            }
            Err(refusal) => {
                if let Some(step) = retaken {
                    // It was just taken back, so it fits again.
                    step.apply(&mut self.project)?;
                    self.history.push(step);
                }
                Err(refusal)
            }
        }
    }

    /// Carries a whole step out that was made elsewhere, and remembers it for undo.
    pub(super) fn carry_out(&mut self, step: Transaction) -> Outcome {
        self.check_guard()?;
        step.apply(&mut self.project)?;
        let mut touched = Touched::default();
        step.note(&mut touched);
        let step = Arc::new(step);
        self.history.push(Arc::clone(&step));
        self.refresh(&touched, Deed::Done { step: Some(step), in_place_of: None });
        Ok(())
    }

    /// After a fault of the program: steps have taken themselves back, so the project is whole; what follows from it may not be.
    pub fn mend_after_fault(&mut self) {
        self.mode = Mode::Reading;
        // Nothing was done, but whoever keeps something for a revision must make it anew, and each revision is one deed.
        self.revision += 1;
        self.deeds.push(Deed::Done { step: None, in_place_of: None });
        self.lookup = Arc::new(Lookup::new(&self.project));
        self.findings = Arc::new(Findings::new(&self.project, &self.lookup, self.now));
        self.forget_all_same();
        self.offered = super::grouping::Offered::default();
        self.worked_out = super::checking::WorkedOut::default();
        self.drop_what_is_gone();
        self.refresh_search();
    }

    /// What was done, for the journal, in order: one deed for each revision since the last call.
    pub fn take_deeds(&mut self) -> Vec<Deed> {
        std::mem::take(&mut self.deeds)
    }

    fn refresh(&mut self, touched: &Touched, deed: Deed) {
        self.revision += 1;
        self.deeds.push(deed);
        Arc::make_mut(&mut self.lookup).refresh(&self.project, touched);
        let findings = Arc::make_mut(&mut self.findings);
        findings.refresh(&self.project, &self.lookup, touched);
        findings.wake(&self.project, &self.lookup, self.now);
        self.look_for_same_again(touched);
        self.look_for_proposals_again(touched);
        self.look_for_checks_again(touched);
        self.drop_what_is_gone();
        self.want_counted(touched.documents.iter().copied());
        self.forget_suggestions(&touched.texts);
        if !touched.documents.is_empty() || touched.order.is_some() {
            // Words stay where they are; only other articles change what a search finds.
            self.refresh_search();
        }
    }

    /// Lets go of marks, records and places that no longer exist or fit.
    fn drop_what_is_gone(&mut self) {
        if self.mark.is_some_and(|mark| !self.project.annotations().contains_key(&mark)) {
            self.mark = None;
        }
        if self.record.is_some_and(|record| !self.project.has(record)) {
            self.record = None;
        }
        let project = &self.project;
        self.back.retain(|place| project.document(place.selection.document).is_some());
        self.forward.retain(|place| project.document(place.selection.document).is_some());
        if self.selection.is_none_or(|selection| project.document(selection.document).is_none()) {
            self.selection = project.order().first().map(|first| super::Selection::caret(*first, 0));
            self.mark = None;
        }
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self) -> Outcome {
        self.check_guard()?;
        self.mode = Mode::Reading;
        let Some(step) = self.history.undo(&mut self.project)?.cloned() else { return Ok(()) };
        let mut touched = Touched::default();
        step.note_reverted(&mut touched);
        let words = format!("Undone: {}", step.label);
        self.after_time_travel((Deed::Undone(step), &touched), &words);
        Ok(())
    }

    /// Does the last step that was taken back again.
    pub(super) fn redo(&mut self) -> Outcome {
        self.check_guard()?;
        self.mode = Mode::Reading;
        let Some(step) = self.history.redo(&mut self.project)?.cloned() else { return Ok(()) };
        let mut touched = Touched::default();
        step.note(&mut touched);
        let words = format!("Done again: {}", step.label);
        self.after_time_travel((Deed::Redone(step), &touched), &words);
        Ok(())
    }

    /// Shows what undo or redo did: the mark that came back is selected.
    fn after_time_travel(&mut self, (deed, touched): (Deed, &Touched), words: &str) {
        let brought = mark_brought_by(&deed);
        self.refresh(touched, deed);
        self.say(words, false);
        self.requests.push(Request::Announce(words.to_owned()));
        if let Some(mark) = brought {
            // A mark that was just put there can be selected.
            let _ = self.select_mark(mark);
        }
    }
}

/// The first mark that undo or redo puts there.
fn mark_brought_by(deed: &Deed) -> Option<AnnotationId> {
    let (back, forth) = deed.steps();
    let put = |edit: &Edit, is_back: bool| match edit {
        Edit::PutAnnotation(swap) => if is_back { &swap.before } else { &swap.after }.as_deref().map(|mark| mark.id),
        _ => None,
    };
    let first = |step: Option<&Arc<Transaction>>, is_back| step?.edits.iter().find_map(|edit| put(edit, is_back));
    first(back, true).or_else(|| first(forth, false))
}

fn draft_step<T>(
    (project, lookup): (&mut Project, &Lookup),
    ids: &mut IdSource,
    signature: Signature,
    draft: impl FnOnce(&mut Draft<'_>, &mut Maker<'_>) -> Result<(T, String), Refusal>,
) -> Result<(T, Option<Transaction>), Refusal> {
    let mut step = Draft::knowing(project, lookup);
    let mut maker = Maker { ids, signature };
    let drafted = catch_unwind(AssertUnwindSafe(|| {
        let drafted = draft(&mut step, &mut maker);
        #[cfg(test)]
        crate::testing::fail_in(crate::testing::Spot::Step);
        drafted
    }));
    match drafted {
        Err(fault) => {
            // A project never holds half a step.
            step.abandon();
            resume_unwind(fault)
        }
        Ok(drafted) => finish_step(step, maker, drafted),
    }
}

fn finish_step<T>(
    step: Draft<'_>,
    mut maker: Maker<'_>,
    drafted: Result<(T, String), Refusal>,
) -> Result<(T, Option<Transaction>), Refusal> {
    match drafted {
        Err(refusal) => {
            step.abandon();
            Err(refusal)
        }
        Ok((result, _)) if step.is_empty() => Ok((result, None)),
        Ok((result, label)) => {
            if let Err(refusal) = signing::check(&step) {
                step.abandon();
                return Err(refusal);
            }
            let signature = maker.signature.clone();
            let step = step.finish(&label, &signature, || maker.id())?;
            Ok((result, Some(step)))
        }
    }
}
