//! The history: who changed what, when, before and after.

use super::annotation::Mention;
use super::id::ChangeId;
use super::moment::Moment;
use super::unknown::Unknown;

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Identity.
    pub id: ChangeId,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
    /// The record that was changed.
    pub subject: Mention,
    /// What was changed, in words: `rating`, `status`, `correction`.
    pub field: String,
    /// What stood there; blank for nothing.
    pub before: String,
    /// What stands there now; blank for nothing.
    pub after: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}
