//! What merges left open, and how it is decided: each answer is a step.

use super::{Outcome, Refusal, Session};
use crate::edit::difference;
use crate::merge;
use crate::model::flag::{Choice, Flag};
use crate::model::id::FlagId;

impl Session {
    /// The answers that an open question of a merge can have.
    pub fn choices(&self, flag: &Flag) -> Vec<Choice> {
        merge::choices(flag)
    }

    /// Decides an open question of a merge.
    pub(super) fn decide(&mut self, id: FlagId, choice: Choice) -> Outcome {
        self.step(|draft, _| {
            let gone = || Refusal("This question is gone already.".to_owned());
            let flag = draft.project().flags().get(&id).ok_or_else(gone)?;
            let subject = flag.subject_words(draft.project());
            let of = if flag.field.is_empty() { String::new() } else { format!(" of {}", flag.field) };
            let label = match choice {
                Choice::Ours => format!("keep ours{of}: {subject}"),
                Choice::Theirs => format!("take theirs{of}: {subject}"),
                Choice::Both => format!("keep both{of}: {subject}"),
            };
            let unanswerable = || Refusal("This cannot be taken over by itself. Change it by hand, then keep ours.".to_owned());
            let decided = merge::resolve(draft.project(), id, choice).ok_or_else(unanswerable)?;
            for edit in difference(draft.project(), &decided) {
                draft.put(edit)?;
            }
            Ok(((), label))
        })
    }
}
