//! What a view computed from the project, kept until the project changes.

use std::rc::Rc;

use crate::model::id::ProjectId;
use crate::session::Session;

/// Which state of which project something was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    project: ProjectId,
    revision: u64,
    counted: u64,
}

impl Stamp {
    /// The present state.
    pub fn of(session: &Session) -> Self {
        Stamp { project: session.project().id(), revision: session.revision(), counted: session.counted() }
    }
}

/// One value and what it was computed for.
#[derive(Debug)]
pub struct Kept<K, V> {
    held: Option<(Stamp, K, Rc<V>)>,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Kept { held: None }
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The value for this key and the project as it is; computed only when either is another than last time.
    pub fn get(&mut self, session: &Session, key: K, compute: impl FnOnce() -> V) -> Rc<V> {
        let stamp = Stamp::of(session);
        if let Some((held_stamp, held_key, value)) = &self.held
            && *held_stamp == stamp
            && *held_key == key
        {
            return Rc::clone(value);
        }
        let value = Rc::new(compute());
        self.held = Some((stamp, key, Rc::clone(&value)));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::command::catalogue::Action;
    use crate::model::annotation::Tag;
    use crate::session::IdSource;
    use crate::testing::{NOW, project};

    #[test]
    fn a_value_is_computed_again_only_after_a_change() {
        let mut session = Session::new(project("Title\nIt rained."), None, IdSource::new(1));
        let mut kept = Kept::default();
        let mut times = 0;
        let mut ask = |session: &Session, key: u8| {
            kept.get(session, key, || times += 1);
            times
        };
        assert_eq!([ask(&session, 1), ask(&session, 1), ask(&session, 2)], [1, 1, 2]);
        session.run(Command::Run(Action::TagSelection(Tag::Claim)), NOW);
        assert_eq!(ask(&session, 2), 3);
    }
}
