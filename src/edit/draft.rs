//! A step in the making: edits are carried out as they are drafted, then kept as a transaction or all taken back.

use super::{Edit, EditError, Record, Swap, Transaction, chronicle};
use crate::model::claim::Scale;
use crate::model::id::{ChangeId, DocumentId};
use crate::model::moment::Moment;
use crate::model::project::Project;

/// Changes a project step by step and remembers how.
pub struct Draft<'p> {
    project: &'p mut Project,
    edits: Vec<Edit>,
}

/// Who does a step, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
}

impl<'p> Draft<'p> {
    /// Starts a step.
    pub fn new(project: &'p mut Project) -> Self {
        Draft { project, edits: Vec::new() }
    }

    /// The project as drafted so far.
    pub fn project(&self) -> &Project {
        self.project
    }

    /// Whether nothing was changed yet.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Carries an edit out as part of the step.
    ///
    /// # Errors
    /// When it does not fit the project.
    pub fn put(&mut self, edit: Edit) -> Result<(), EditError> {
        edit.apply(self.project)?;
        self.edits.push(edit);
        Ok(())
    }

    /// Adds a record.
    ///
    /// # Errors
    /// When its id is taken or it points to nothing.
    pub fn add<T: Record>(&mut self, record: T) -> Result<(), EditError> {
        self.put(T::edit(Swap::new(None, Some(record))))
    }

    /// Removes a record; one that is not there is no error.
    ///
    /// # Errors
    /// None in practice; passed on from [`Draft::put`].
    pub fn remove<T: Record>(&mut self, id: T::Id) -> Result<(), EditError> {
        match T::table(self.project).get(&id).cloned() {
            Some(record) => self.put(T::edit(Swap::new(Some(record), None))),
            None => Ok(()),
        }
    }

    /// Changes a record; a change that changes nothing leaves no trace.
    ///
    /// # Errors
    /// When the record is not there or may not stand as changed.
    pub fn change<T: Record>(&mut self, id: T::Id, change: impl FnOnce(&mut T)) -> Result<(), EditError> {
        let before = T::table(self.project).get(&id).cloned().ok_or(EditError::Stale(T::NAME))?;
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return Ok(());
        }
        self.put(T::edit(Swap::new(Some(before), Some(after))))
    }

    /// Puts the articles in another order.
    ///
    /// # Errors
    /// None in practice; passed on from [`Draft::put`].
    pub fn reorder(&mut self, order: Vec<DocumentId>) -> Result<(), EditError> {
        let before = self.project.order.clone();
        self.put(Edit::Reorder(Swap::new(Some(before), Some(order))))
    }

    /// Renames the project.
    ///
    /// # Errors
    /// None in practice; passed on from [`Draft::put`].
    pub fn rename(&mut self, name: &str) -> Result<(), EditError> {
        let before = self.project.name.clone();
        self.put(Edit::Rename(Swap::new(Some(before), Some(name.to_owned()))))
    }

    /// Changes the house scale.
    ///
    /// # Errors
    /// None in practice; passed on from [`Draft::put`].
    pub fn set_scale(&mut self, scale: Scale) -> Result<(), EditError> {
        let before = self.project.scale.clone();
        self.put(Edit::SetScale(Swap::new(Some(before), Some(scale))))
    }

    /// Ends the step: writes its lines of history and gives the transaction.
    ///
    /// # Errors
    /// When a history line cannot be added; the step is then taken back.
    pub fn finish(mut self, label: &str, signature: &Signature, mut next_id: impl FnMut() -> ChangeId) -> Result<Transaction, EditError> {
        for line in chronicle::lines(&self.edits, self.project) {
            let change = line.signed(next_id(), signature);
            if let Err(error) = self.add(change) {
                self.abandon();
                return Err(error);
            }
        }
        let (at, by) = (signature.at, signature.by.clone());
        Ok(Transaction { label: label.to_owned(), at, by, edits: self.edits, visit: None })
    }

    /// Takes everything back.
    pub fn abandon(self) {
        for edit in self.edits.iter().rev() {
            // The inverse of an edit that was just applied always fits.
            let _ = edit.inverse().apply(self.project);
        }
    }
}
