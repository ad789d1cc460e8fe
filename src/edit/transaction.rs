//! Edits that belong together: one step of undo, with a name.

use std::collections::BTreeSet;

use super::{Edit, EditError};
use crate::model::id::DocumentId;
use crate::model::moment::Moment;
use crate::model::project::Project;

/// One visit of the checker to one text field; all typing of a visit is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Visit(pub u64);

/// A named step.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What the checker did, as the menu says it: `tag claim A14`.
    pub label: String,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
    /// The edits in order.
    pub edits: Vec<Edit>,
    /// The field visit it belongs to, if it is typing.
    pub visit: Option<Visit>,
}

impl Transaction {
    /// Carries all edits out, or none.
    ///
    /// # Errors
    /// The first edit's that does not fit; the project is then unchanged.
    pub fn apply(&self, project: &mut Project) -> Result<(), EditError> {
        apply_all(self.edits.iter().cloned(), project)
    }

    /// Takes all edits back, or none.
    ///
    /// # Errors
    /// The first edit's that does not fit; the project is then unchanged.
    pub fn revert(&self, project: &mut Project) -> Result<(), EditError> {
        apply_all(self.edits.iter().rev().map(Edit::inverse), project)
    }

    /// The articles whose marks it touches.
    pub fn touched_documents(&self) -> BTreeSet<DocumentId> {
        self.edits.iter().flat_map(Edit::touched_documents).collect()
    }
}

fn apply_all(edits: impl Iterator<Item = Edit>, project: &mut Project) -> Result<(), EditError> {
    let mut done: Vec<Edit> = Vec::new();
    for edit in edits {
        if let Err(error) = edit.apply(project) {
            for edit in done.iter().rev() {
                // The inverse of an edit that was just applied always fits.
                let _ = edit.inverse().apply(project);
            }
            return Err(error);
        }
        done.push(edit);
    }
    Ok(())
}
