//! A step in the making: edits are carried out as they are drafted, then kept as a transaction or all taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edit, EditError, Record, Swap, Transaction, chronicle};
use crate::model::annotation::{Annotation, Mention};
use crate::model::document::Span;
use crate::model::house::House;
use crate::model::id::{AnnotationId, ChangeId, DocumentId, LinkId};
use crate::model::link::Link;
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::project::Project;

/// Changes a project step by step and remembers how.
pub struct Draft<'p> {
    project: &'p mut Project,
    /// What followed from the project when the step began.
    lookup: Option<&'p Lookup>,
    edits: Vec<Edit>,
    drafted: Drafted,
}

/// What a step has added or turned to something else so far, which the lookup cannot know yet.
#[derive(Default)]
struct Drafted {
    marks: BTreeSet<AnnotationId>,
    links: BTreeSet<LinkId>,
    /// The highest claim numbers it gave.
    numbers: BTreeMap<DocumentId, u32>,
}

impl Drafted {
    fn note(&mut self, edit: &Edit) {
        match edit {
            Edit::PutAnnotation(Swap { after: Some(after), before }) => {
                let place = |mark: &Annotation| (mark.mention, mark.document, mark.span);
                if before.as_deref().map(place) != Some(place(after)) {
                    self.marks.insert(after.id);
                }
            }
            Edit::PutLink(Swap { after: Some(after), .. }) => drop(self.links.insert(after.id)),
            Edit::PutClaim(Swap { after: Some(after), .. }) => {
                let highest = self.numbers.entry(after.home).or_default();
                *highest = after.number.max(*highest);
            }
            _ => {}
        }
    }
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
        Draft { project, lookup: None, edits: Vec::new(), drafted: Drafted::default() }
    }

    /// Starts a step on a project of which all is known, so that nobody need look through it.
    pub fn knowing(project: &'p mut Project, lookup: &'p Lookup) -> Self {
        Draft { lookup: Some(lookup), ..Draft::new(project) }
    }

    /// The project as drafted so far.
    pub fn project(&self) -> &Project {
        self.project
    }

    /// The edits so far, in order.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether nothing was changed yet.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The marks of a record as drafted so far, in no particular order.
    pub fn mentions(&self, record: Mention) -> Vec<AnnotationId> {
        let is_of_it = |id: &AnnotationId| self.project.annotations.get(id).is_some_and(|mark| mark.mention == record);
        let Some(lookup) = self.lookup else { return self.project.annotations.keys().copied().filter(is_of_it).collect() };
        let known = lookup.mentions(record).iter().filter(|id| !self.drafted.marks.contains(id));
        known.chain(&self.drafted.marks).copied().filter(is_of_it).collect()
    }

    /// The links that start or end at a record as drafted so far.
    pub fn links(&self, record: Mention) -> Vec<LinkId> {
        let is_at_it = |id: &LinkId| self.project.links.get(id).is_some_and(|link| link.touches(record));
        let Some(lookup) = self.lookup else { return self.project.links.keys().copied().filter(is_at_it).collect() };
        let known = lookup.links(record).iter().filter(|id| !self.drafted.links.contains(id));
        known.chain(&self.drafted.links).copied().filter(is_at_it).collect()
    }

    /// Whether a record has a mark as drafted so far.
    pub fn is_mentioned(&self, record: Mention) -> bool {
        let is_of_it = |id: &AnnotationId| self.project.annotations.get(id).is_some_and(|mark| mark.mention == record);
        match self.lookup {
            // From the end: who removes many goes from the beginning.
            Some(lookup) => lookup.mentions(record).iter().rev().chain(&self.drafted.marks).any(is_of_it),
            None => self.project.annotations.keys().any(is_of_it),
        }
    }

    /// Whether a record has such a link as drafted so far.
    pub fn has_link(&self, record: Mention, is_such: impl Fn(&Link) -> bool) -> bool {
        self.links(record).iter().filter_map(|id| self.project.links.get(id)).any(is_such)
    }

    /// The marks that share words with a span as drafted so far, in no particular order.
    pub fn marks_over(&self, document: DocumentId, span: Span) -> Vec<AnnotationId> {
        let is_there =
            |id: &AnnotationId| self.project.annotations.get(id).is_some_and(|mark| mark.document == document && mark.span.overlaps(span));
        let Some(lookup) = self.lookup else { return self.project.annotations.keys().copied().filter(is_there).collect() };
        let known: Vec<_> = lookup.document(document).map(|document| document.marks.overlapping(span)).unwrap_or_default();
        let known = known.into_iter().map(|mark| mark.id).filter(|id| !self.drafted.marks.contains(id));
        known.chain(self.drafted.marks.iter().copied()).filter(is_there).collect()
    }

    /// The next free claim number of an article.
    pub fn next_claim_number(&self, home: DocumentId) -> u32 {
        let Some(lookup) = self.lookup else { return self.project.next_claim_number(home) };
        let drafted = self.drafted.numbers.get(&home).copied().unwrap_or(0);
        lookup.last_claim_number(home).max(drafted).saturating_add(1)
    }

    /// Carries an edit out as part of the step.
    ///
    /// # Errors
    /// When it does not fit the project.
    pub fn put(&mut self, edit: Edit) -> Result<(), EditError> {
        edit.apply(self.project)?;
        self.drafted.note(&edit);
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
        after.forget_changed(&before);
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

    /// Changes what the desk has decided for the whole project; a change that changes nothing leaves no trace.
    ///
    /// # Errors
    /// None in practice; passed on from [`Draft::put`].
    pub fn set_house(&mut self, change: impl FnOnce(&mut House)) -> Result<(), EditError> {
        let before = self.project.house.clone();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return Ok(());
        }
        self.put(Edit::SetHouse(Swap::new(Some(before), Some(after))))
    }

    /// Ends the step: writes its lines of history and gives the transaction.
    ///
    /// # Errors
    /// When a history line cannot be added; the step is then taken back.
    pub fn finish(mut self, label: &str, signature: &Signature, mut next_id: impl FnMut() -> ChangeId) -> Result<Transaction, EditError> {
        for line in chronicle::lines(&self) {
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
