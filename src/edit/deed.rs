//! What was done to a project, one after the other: steps done, taken back and done again. The crash journal writes these down.

use std::sync::Arc;

use super::{Edit, Transaction};
use crate::model::document::Text;
use crate::model::id::DocumentId;
use crate::model::project::Project;

/// One change of the project by the checker. Cloning is cheap.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A step was done.
    Done {
        /// What was done; nothing where typing went back to what stood there before.
        step: Option<Arc<Transaction>>,
        /// The last step before, which this one replaces: typing of the same visit.
        in_place_of: Option<Arc<Transaction>>,
    },
    /// A step was taken back.
    Undone(Arc<Transaction>),
    /// A step that had been taken back was done again.
    Redone(Arc<Transaction>),
}

impl Deed {
    /// The steps that it takes back and then carries out.
    pub fn steps(&self) -> (Option<&Arc<Transaction>>, Option<&Arc<Transaction>>) {
        match self {
            Deed::Done { step, in_place_of } => (in_place_of.as_ref(), step.as_ref()),
            Deed::Undone(step) => (Some(step), None),
            Deed::Redone(step) => (None, Some(step)),
        }
    }

    /// The texts of the articles in which it marks or unmarks words, by the project after it.
    pub fn texts(&self, project: &Project) -> Vec<(DocumentId, Text)> {
        let (back, forth) = self.steps();
        let edits = || back.into_iter().chain(forth).flat_map(|step| &step.edits);
        let mut marked: Vec<DocumentId> = Vec::new();
        for id in edits().flat_map(marked_in).flatten() {
            // The marks of an article mostly stand together, and there may be a hundred thousand of them.
            if marked.last() != Some(&id) {
                marked.push(id);
            }
        }
        marked.sort_unstable();
        marked.dedup();
        let removed = |id: &DocumentId| {
            let mut documents = edits().filter_map(|edit| match edit {
                Edit::PutDocument(swap) => swap.before.as_deref().or(swap.after.as_deref()),
                _ => None,
            });
            documents.find(|document| document.id == *id).map(|document| document.text.clone())
        };
        let text = |id: &DocumentId| project.document(*id).map(|document| document.text.clone()).or_else(|| removed(id));
        marked.iter().filter_map(|id| text(id).map(|text| (*id, text))).collect()
    }
}

/// The articles in which an edit marks or unmarks words.
fn marked_in(edit: &Edit) -> [Option<DocumentId>; 2] {
    match edit {
        Edit::PutAnnotation(swap) => [&swap.before, &swap.after].map(|side| side.as_deref().map(|mark| mark.document)),
        Edit::PutExclusion(swap) => [&swap.before, &swap.after].map(|side| side.as_deref().map(|passage| passage.document)),
        _ => [None, None],
    }
}
