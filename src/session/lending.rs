//! Commands that take longer than a frame: which they are, and how a copy of the session is lent to whoever carries them out.

use super::{Guard, Session};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::edit::Edit;

/// Marks in an article with which removing it takes longer than 4 ms; 100,000 take 430 ms (`benches/speed`).
const MANY_MARKS: usize = 900;
/// Edits in a step with which taking it back or doing it again takes as long.
const MANY_EDITS: usize = 2_500;

/// Bytes of an article in which finding every occurrence of a frequent word takes as long.
const LONG_BYTES: usize = 1_000_000;

/// Why a project may not be changed while a copy of it is worked on.
const LENT: &str = "A long step is under way. It takes less than a second.";

/// Whether carrying these edits out takes longer than a frame.
pub fn is_long_step(edits: &[Edit]) -> bool {
    edits.len() > MANY_EDITS
}

impl Session {
    /// Whether a command takes longer than a frame, so that it belongs off the drawing thread.
    pub fn is_long(&self, command: &Command) -> bool {
        let edits = match command {
            Command::RemoveArticle(id) => {
                return self.lookup.document(*id).is_some_and(|document| document.marks.len() > MANY_MARKS);
            }
            Command::Run(Action::TagEveryOccurrence(_)) => {
                return self.document().is_some_and(|document| document.text.len() > LONG_BYTES);
            }
            Command::Run(Action::Undo) => self.history.last(),
            Command::Run(Action::Redo) => self.history.next(),
            _ => None,
        };
        edits.is_some_and(|step| is_long_step(&step.edits))
    }

    /// A copy to work on, which costs next to nothing. Until it is given back this session may only be read.
    pub fn lend(&mut self) -> Session {
        let copy = self.clone();
        self.guard = Guard::ReadOnly { reason: LENT.to_owned(), can_take_over: false };
        copy
    }

    /// Whether a copy is worked on.
    pub fn is_lent(&self) -> bool {
        matches!(&self.guard, Guard::ReadOnly { reason, .. } if reason == LENT)
    }

    /// Goes on with a copy that was lent, or as before where it is lost. Gives what is to be let go of, which takes a while, too: the
    /// copy itself where another project is at work by now.
    pub fn take_back(&mut self, copy: Option<Session>) -> Option<Session> {
        if !self.is_lent() {
            return copy;
        }
        let Some(mut copy) = copy.filter(|copy| copy.project.id() == self.project.id()) else {
            self.guard = Guard::Writable;
            return None;
        };
        // What may come about while it was away.
        copy.saved_revision = self.saved_revision;
        copy.path.clone_from(&self.path);
        copy.checker.clone_from(&self.checker);
        copy.visits = copy.visits.max(self.visits);
        copy.requests.append(&mut self.requests);
        copy.to_count.append(&mut self.to_count);
        if copy.counted != self.counted {
            copy.counted = self.counted + 1;
            copy.want_counted(copy.project.order().to_vec());
        }
        Some(std::mem::replace(self, copy))
    }
}
