//! What several figures measure alike, over all articles: `active-duty troops at the border before the order`.

mod judged;

pub use judged::{Judged, Member, judged, judged_all};

use super::id::GroupId;
use super::unknown::Unknown;

/// Figures of the same. A number says itself to which group it belongs, so each belongs to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Identity.
    pub id: GroupId,
    /// What is measured.
    pub name: String,
    /// Scope, time, and whatever else a checker wants to say of it.
    pub note: String,
    /// Why its figures cannot be compared with each other, as a checker found: another scope, other days. Blank where they can.
    pub apart: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Group {
    /// A group of which only the name is known.
    pub fn named(id: GroupId, name: &str) -> Self {
        Group { id, name: name.to_owned(), note: String::new(), apart: String::new(), unknown: Unknown::default() }
    }

    /// The name as lists show it, also where nobody has given one.
    pub fn title(&self) -> &str {
        if self.name.trim().is_empty() { "A group without a name" } else { self.name.trim() }
    }
}
