//! The register as a whole: which entries are perhaps the same, and which a checker has told apart. In a large register a thread looks for
//! them, since each key of a name may change what is found.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::{Outcome, Session};
use crate::model::house::KeptApart;
use crate::model::id::SourceId;
use crate::model::lookup::Touched;
use crate::model::project::Project;
use crate::model::source::{Source, SourceKind};
use crate::model::unknown::Unknown;
use crate::suggest::{SameSource, Why, same_sources};

/// Entries of a register up to which those that are perhaps the same are found within a frame: 2,000 with names of a kind take up to
/// 12 ms (`benches/findings`).
const FEW_SOURCES: usize = 300;

/// Entries that are perhaps the same, also by entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    pairs: Vec<SameSource>,
    beside: BTreeMap<SourceId, Vec<(SourceId, Why)>>,
}

impl Alike {
    /// Looks through a register. Of two that were told apart, and of two that count as one already, nothing is said.
    pub fn of(project: &Project) -> Self {
        let rests = |one: SourceId, other: SourceId| project.sources().get(&one).is_some_and(|source| source.rests_on.contains(&other));
        let apart: BTreeSet<(SourceId, SourceId)> =
            project.house().kept_apart.iter().flat_map(|pair| [(pair.one, pair.other), (pair.other, pair.one)]).collect();
        let is_known =
            |pair: &SameSource| apart.contains(&(pair.one, pair.other)) || rests(pair.one, pair.other) || rests(pair.other, pair.one);
        let mut pairs = same_sources(project.sources().values());
        pairs.retain(|pair| !is_known(pair));
        let mut beside: BTreeMap<SourceId, Vec<(SourceId, Why)>> = BTreeMap::new();
        for pair in &pairs {
            beside.entry(pair.one).or_default().push((pair.other, pair.why));
            beside.entry(pair.other).or_default().push((pair.one, pair.why));
        }
        Alike { pairs, beside }
    }
}

/// What a session knows of entries that are perhaps the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Same {
    /// Grows whenever it must be looked for again.
    turn: u64,
    /// For which turn a thread was asked to look.
    asked: Option<u64>,
    known: Arc<OnceLock<Alike>>,
    /// What was known before, and of which entries that says nothing any more.
    before: Arc<OnceLock<Alike>>,
    touched: BTreeSet<SourceId>,
}

impl Session {
    /// Pairs of entries that are perhaps the same, without those that were told apart or count as one. Looked for once, until a name
    /// changes; those of a large register are known when [`Self::take_alike`] has brought them.
    pub fn same_sources(&self) -> &[SameSource] {
        self.alike().map_or(&[], |alike| &alike.pairs)
    }

    /// The entries that are perhaps the same as one, with the reason. While a large register is looked through again, what was found before
    /// about those that were not touched.
    pub fn same_as(&self, source: SourceId) -> impl Iterator<Item = (SourceId, Why)> + '_ {
        let known = self.alike();
        let is_as_before = move |id: &SourceId| known.is_some() || !self.same.touched.contains(id);
        let alike = known.or_else(|| self.same.before.get()).filter(|_| is_as_before(&source));
        let others = alike.and_then(|alike| alike.beside.get(&source)).into_iter().flatten();
        others.filter(move |(other, _)| is_as_before(other)).copied()
    }

    fn alike(&self) -> Option<&Alike> {
        match self.project.sources().len() > FEW_SOURCES {
            true => self.same.known.get(),
            false => Some(self.same.known.get_or_init(|| Alike::of(&self.project))),
        }
    }

    /// A large register that nobody has looked through since it changed, for a thread that does so, and its turn; each is given once.
    pub fn take_to_compare(&mut self) -> Option<(u64, Project)> {
        let turn = self.same.turn;
        let is_known = self.project.sources().len() <= FEW_SOURCES || self.same.known.get().is_some();
        (!is_known && self.same.asked.replace(turn) != Some(turn)).then(|| (turn, self.project.clone()))
    }

    /// Takes what a thread has found in the register of a turn; of an earlier one it says nothing.
    pub fn take_alike(&mut self, turn: u64, alike: Alike) {
        if turn == self.same.turn && self.same.known.set(alike).is_ok() {
            self.counted += 1;
        }
    }

    /// Forgets which entries are perhaps the same where a step has touched what that depends on.
    pub(super) fn look_for_same_again(&mut self, touched: &Touched) {
        let called =
            |source: &Source| -> (String, SourceKind, Vec<SourceId>) { (source.name.clone(), source.kind, source.rests_on.clone()) };
        let is_other =
            |(id, before): &(&SourceId, &Option<Box<Source>>)| before.as_deref().map(called) != self.project.sources().get(id).map(called);
        let mut others: BTreeSet<SourceId> = touched.sources.iter().filter(is_other).map(|(id, _)| *id).collect();
        if let Some(old) = touched.house.as_deref().filter(|old| old.kept_apart != self.project.house().kept_apart) {
            let pairs = old.kept_apart.iter().chain(&self.project.house().kept_apart);
            others.extend(pairs.flat_map(|pair| [pair.one, pair.other]));
        }
        if !others.is_empty() {
            self.forget_same(others);
        }
    }

    fn forget_same(&mut self, touched: BTreeSet<SourceId>) {
        let same = &mut self.same;
        same.turn += 1;
        if same.known.get().is_some() {
            same.before = std::mem::take(&mut same.known);
            same.touched = touched;
        } else {
            same.known = Arc::default();
            same.touched.extend(touched);
        }
    }

    /// Forgets all of it.
    pub(super) fn forget_all_same(&mut self) {
        self.same = Same { turn: self.same.turn + 1, ..Same::default() };
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
