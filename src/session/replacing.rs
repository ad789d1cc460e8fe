//! Another state of the project in place of the one at work: after a merge, from a backup. One step, which undo takes back.

use super::{Mode, Outcome, Selection, Session};
use crate::edit::{Edit, Transaction, difference};
use crate::model::document::Text;
use crate::model::id::DocumentId;
use crate::model::moment::Moment;
use crate::model::project::Project;

impl Session {
    /// Replaces the project by another state of it, exactly, as one step with a label (`merge with the file on disk`). Where they
    /// are the same, nothing happens. The id of the project stays. Compares all records, so its cost is that of the project.
    ///
    /// # Errors
    /// When the other state is not sound in itself; nothing was changed then.
    pub fn replace_project(&mut self, other: &Project, label: &str, now: Moment) -> Outcome {
        self.carry_over(difference(&self.project, other), label, now)
    }

    /// The same by the difference that was found elsewhere: for a large project, finding it takes longer than a frame.
    ///
    /// # Errors
    /// When the edits do not fit the project as it is; nothing was changed then.
    pub fn carry_over(&mut self, edits: Vec<Edit>, label: &str, now: Moment) -> Outcome {
        if edits.is_empty() {
            return Ok(());
        }
        self.now = now;
        self.mode = Mode::Reading;
        let before = self.project.clone();
        self.carry_out(Transaction { label: label.to_owned(), at: now, by: self.checker.clone(), edits, visit: None })?;
        self.ids.start_behind(&self.project);
        self.leave_changed_texts(&before);
        Ok(())
    }

    /// Brings caret and places back to the start of articles that have another text now.
    fn leave_changed_texts(&mut self, before: &Project) {
        fn text(project: &Project, id: DocumentId) -> Option<&Text> {
            project.document(id).map(|document| &document.text)
        }
        let places = self.back.iter_mut().chain(&mut self.forward).map(|place| &mut place.selection);
        for selection in places.chain(&mut self.selection) {
            if text(before, selection.document) != text(&self.project, selection.document) {
                *selection = Selection::caret(selection.document, 0);
            }
        }
    }
}
