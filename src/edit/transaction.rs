//! Edits that belong together: one step of undo, with a name.

use super::{Edit, EditError};
use crate::model::lookup::Touched;
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

    /// Notes what it touches when it is carried out.
    pub fn note(&self, touched: &mut Touched) {
        self.edits.iter().for_each(|edit| edit.note(touched));
    }

    /// Notes what it touches when it is taken back.
    pub fn note_reverted(&self, touched: &mut Touched) {
        self.edits.iter().rev().for_each(|edit| edit.inverse().note(touched));
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
