//! The register as a whole: which entries are perhaps the same, and which a checker has told apart.

use std::sync::{Arc, OnceLock};

use super::{Outcome, Session};
use crate::model::house::KeptApart;
use crate::model::id::SourceId;
use crate::model::lookup::Touched;
use crate::model::source::{Source, SourceKind};
use crate::model::unknown::Unknown;
use crate::suggest::{SameSource, same_sources};

impl Session {
    /// Entries of the register that are perhaps the same, without those that were told apart or count as one. Looked for once, until a name changes.
    pub fn same_sources(&self) -> &[SameSource] {
        self.same.get_or_init(|| {
            let mut pairs = same_sources(self.project.sources().values());
            let rests =
                |one: SourceId, other: SourceId| self.project.sources().get(&one).is_some_and(|source| source.rests_on.contains(&other));
            // Of two that were told apart, and of two that count as one already, nothing is asked.
            let is_known = |pair: &SameSource| {
                self.project.house().keeps_apart(pair.one, pair.other) || rests(pair.one, pair.other) || rests(pair.other, pair.one)
            };
            pairs.retain(|pair| !is_known(pair));
            pairs
        })
    }

    /// Forgets which entries are perhaps the same where a step has touched what that depends on.
    pub(super) fn look_for_same_again(&mut self, touched: &Touched) {
        let called =
            |source: &Source| -> (String, SourceKind, Vec<SourceId>) { (source.name.clone(), source.kind, source.rests_on.clone()) };
        let is_other =
            |(id, before): (&SourceId, &Option<Box<Source>>)| before.as_deref().map(called) != self.project.sources().get(id).map(called);
        if touched.house.is_some() || touched.sources.iter().any(is_other) {
            self.same = Arc::new(OnceLock::new());
        }
    }

    /// Remembers that two entries are not the same.
    pub(super) fn keep_apart(&mut self, one: SourceId, other: SourceId) -> Outcome {
        if self.project.house().keeps_apart(one, other) {
            return Ok(());
        }
        self.step(|draft, _| {
            draft.set_house(|house| house.kept_apart.push(KeptApart { one, other, unknown: Unknown::default() }))?;
            Ok(((), "tell two sources apart".to_owned()))
        })
    }
}
