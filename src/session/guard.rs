//! Whether the project may be changed now, and why not.

use super::{Outcome, Refusal, Session};
use crate::command::catalogue::Action;

/// Whether the project may be changed. Reading, searching, exporting and saving under another name are always free.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Guard {
    /// It may be changed.
    #[default]
    Writable,
    /// It may only be read.
    ReadOnly {
        /// Why, and what would help, in sentences.
        reason: String,
        /// Whether the checker may take it over from whoever has it open.
        can_take_over: bool,
    },
}

impl Guard {
    /// Whether the checker may take the project over.
    pub fn can_take_over(&self) -> bool {
        matches!(self, Guard::ReadOnly { can_take_over: true, .. })
    }
}

impl Session {
    /// Whether the project may be changed.
    pub fn guard(&self) -> &Guard {
        &self.guard
    }

    /// Opens or closes the project to changes.
    pub fn set_guard(&mut self, guard: Guard) {
        self.guard = guard;
    }

    /// Whether the project may only be read.
    pub fn is_read_only(&self) -> bool {
        self.guard != Guard::Writable
    }

    /// Says why a command did nothing; where it was the guard, with the way out of it.
    pub(super) fn say_refusal(&mut self, refusal: Refusal) {
        let is_by_guard = self.check_guard().is_err_and(|guard| guard == refusal);
        self.say(refusal.0, true);
        if let Some(notice) = self.notice.as_mut().filter(|_| is_by_guard && self.guard.can_take_over()) {
            notice.action = Some(Action::TakeOver);
        }
    }

    /// Refuses a change of a project that may only be read.
    pub(super) fn check_guard(&self) -> Outcome {
        match &self.guard {
            Guard::Writable => Ok(()),
            Guard::ReadOnly { reason, .. } => Err(Refusal(format!("Nothing was changed: the project is open to read only. {reason}"))),
        }
    }
}
