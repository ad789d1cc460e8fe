//! Another state of the project in place of the one at work: after a merge, from a backup. One step, which undo takes back.

use super::{Mode, Outcome, Selection, Session};
use crate::edit::{Edit, Transaction};
use crate::model::document::Text;
use crate::model::id::DocumentId;
use crate::model::moment::Moment;
use crate::model::project::Project;

impl Session {
    /// Puts another state of the project in its place by the difference to it, exactly, as one step with a label (`merge with the file on
    /// disk`). Where there is none, nothing happens. The id of the project stays. Finding the difference of a large project takes longer
    /// than a frame, so it is done elsewhere.
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
