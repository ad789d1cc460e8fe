//! Undo and redo, to the beginning.

use std::sync::Arc;

use super::transaction::Visit;
use super::{EditError, Transaction};
use crate::model::project::Project;

/// Steps done and steps taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Arc<Transaction>>,
    undone: Vec<Arc<Transaction>>,
}

impl History {
    /// A history that was kept from an earlier session: steps done, oldest first, and steps taken back, the next to redo last.
    pub fn kept(done: Vec<Arc<Transaction>>, undone: Vec<Arc<Transaction>>) -> Self {
        History { done, undone }
    }

    /// Remembers a step that was just carried out. What had been taken back can no longer be redone.
    pub fn push(&mut self, step: Arc<Transaction>) {
        self.undone.clear();
        self.done.push(step);
    }

    /// The label of the step that undo takes back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.label.as_str())
    }

    /// The label of the step that redo does again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }

    /// The steps done, the last one first.
    pub fn steps(&self) -> impl Iterator<Item = &Transaction> {
        self.done.iter().rev().map(AsRef::as_ref)
    }

    /// Number of steps done.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// The last step done.
    pub fn last(&self) -> Option<&Transaction> {
        self.done.last().map(Arc::as_ref)
    }

    /// The step that redo does again.
    pub fn next(&self) -> Option<&Transaction> {
        self.undone.last().map(Arc::as_ref)
    }

    /// Takes the last step back and gives it.
    ///
    /// # Errors
    /// When it no longer fits; project and history are then unchanged.
    pub fn undo(&mut self, project: &mut Project) -> Result<Option<&Arc<Transaction>>, EditError> {
        let Some(step) = self.done.last() else {
            return Ok(None);
        };
        step.revert(project)?;
        self.undone.extend(self.done.pop());
        Ok(self.undone.last())
    }

    /// Does the last step that was taken back again and gives it.
    ///
    /// # Errors
    /// When it no longer fits; project and history are then unchanged.
    pub fn redo(&mut self, project: &mut Project) -> Result<Option<&Arc<Transaction>>, EditError> {
        let Some(step) = self.undone.last() else {
            return Ok(None);
        };
        step.apply(project)?;
        self.done.extend(self.undone.pop());
        Ok(self.done.last())
    }

    /// Takes the last step back for good if it is typing of this visit, so that the visit's new text can replace it.
    ///
    /// # Errors
    /// When it no longer fits; project and history are then unchanged.
    pub fn retake(&mut self, visit: Visit, project: &mut Project) -> Result<Option<Arc<Transaction>>, EditError> {
        let Some(step) = self.done.last().filter(|step| step.visit == Some(visit)) else {
            return Ok(None);
        };
        step.revert(project)?;
        Ok(self.done.pop())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::draft::{Draft, Signature};
    use crate::model::annotation::{Annotation, Mention};
    use crate::model::claim::{Claim, Grade, Rating, Status};
    use crate::model::document::{Document, Meta, Span, Structure, Text};
    use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, ProjectId, Uid};
    use crate::model::moment::Moment;
    use proptest::prelude::*;

    fn project() -> Project {
        let mut project = Project::new(ProjectId(Uid(1)), "Test");
        let id = DocumentId(Uid(2));
        let mut draft = Draft::new(&mut project);
        draft
            .add(Document {
                id,
                text: Text::freeze("One two three."),
                structure: Structure::default(),
                meta: Meta::default(),
                opened: Moment::default(),
                signed: None,
                dropped: Vec::new(),
                asides: Vec::new(),
                original: None,
                earlier: Vec::new(),
                unknown: Default::default(),
            })
            .unwrap();
        draft.reorder(vec![id]).unwrap();
        project
    }

    fn signature() -> Signature {
        Signature { at: Moment::from_ms(7), by: "RK".into() }
    }

    fn tag(draft: &mut Draft<'_>, number: u64) -> Result<(), EditError> {
        let claim = Claim::new(ClaimId(Uid(number)), DocumentId(Uid(2)), number as u32, Moment::default(), "RK");
        draft.add(claim)?;
        draft.add(Annotation {
            id: AnnotationId(Uid(number)),
            document: DocumentId(Uid(2)),
            span: Span::between(0, 3),
            mention: Mention::Claim(ClaimId(Uid(number))),
            note: String::new(),
            keywords: Vec::new(),
            created: Moment::default(),
            by: "RK".into(),
            unknown: Default::default(),
            doubt: None,
        })
    }

    /// A step by its number: tag, rate, set a status, remove.
    fn step(project: &mut Project, kind: u8, number: u64) -> Option<Transaction> {
        let mut draft = Draft::new(project);
        let id = ClaimId(Uid(number));
        let done = match kind {
            0 => tag(&mut draft, number),
            1 => draft.change::<Claim>(id, |claim| claim.rating = Grade::new(1).map(|grade| Rating::new(grade, "No."))),
            2 => draft.change::<Claim>(id, |claim| claim.status = Status::Asked),
            _ => draft.remove::<Annotation>(AnnotationId(Uid(number))).and_then(|()| draft.remove::<Claim>(id)),
        };
        if done.is_err() {
            draft.abandon();
            return None;
        }
        let mut next = project_changes(draft.project());
        let step = draft.finish("step", &signature(), || {
            next += 1;
            ChangeId(Uid(next))
        });
        step.ok()
    }

    fn project_changes(project: &Project) -> u64 {
        project.changes().keys().next_back().map_or(0, |id| id.0.0)
    }

    proptest! {
        #[test]
        fn undoing_everything_gives_the_start_and_redoing_the_end(steps in prop::collection::vec((0u8..4, 1u64..5), 0..40)) {
            let mut project = project();
            let start = project.clone();
            let mut history = History::default();
            for (kind, number) in steps {
                if let Some(step) = step(&mut project, kind, number) {
                    history.push(step.into());
                }
            }
            let end = project.clone();
            while history.undo(&mut project).unwrap().is_some() {}
            prop_assert_eq!(&project, &start);
            while history.redo(&mut project).unwrap().is_some() {}
            prop_assert_eq!(&project, &end);
        }
    }

    #[test]
    fn a_step_that_does_not_fit_changes_nothing() {
        let mut project = project();
        let tagged = step(&mut project, 0, 1).unwrap();
        let before = project.clone();
        assert_eq!(tagged.apply(&mut project), Err(EditError::Stale("claim")));
        assert_eq!(project, before);
        let mut draft = Draft::new(&mut project);
        let bad =
            Annotation { span: Span::between(0, 99), id: AnnotationId(Uid(9)), ..before.annotations()[&AnnotationId(Uid(1))].clone() };
        assert_eq!(draft.add(bad), Err(EditError::BadSpan));
    }

    #[test]
    fn the_text_of_an_article_cannot_be_changed() {
        let mut project = project();
        let mut draft = Draft::new(&mut project);
        let changed = draft.change::<Document>(DocumentId(Uid(2)), |document| document.text = Text::freeze("Other."));
        assert_eq!(changed, Err(EditError::FrozenText));
    }

    #[test]
    fn the_history_says_what_changed_in_words() {
        let mut project = project();
        step(&mut project, 0, 1).unwrap();
        step(&mut project, 1, 1).unwrap();
        step(&mut project, 2, 1).unwrap();
        let lines: Vec<_> = project.changes().values().map(|c| format!("{} {}: {} -> {}", c.by, c.field, c.before, c.after)).collect();
        assert_eq!(
            lines,
            ["RK claim:  -> tagged", "RK status:  -> Open", "RK rating:  -> 1 Wrong", "RK reason:  -> No.", "RK status: Open -> Asked"]
        );
    }
}
