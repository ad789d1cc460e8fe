//! Whether the project may be changed now, and why not.

use super::{Outcome, Refusal, Session};

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

    /// Refuses a change of a project that may only be read.
    pub(super) fn check_guard(&self) -> Outcome {
        match &self.guard {
            Guard::Writable => Ok(()),
            Guard::ReadOnly { reason, .. } => Err(Refusal(format!("Nothing was changed: the project is open to read only. {reason}"))),
        }
    }
}
