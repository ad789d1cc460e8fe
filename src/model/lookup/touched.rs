//! Which records a step touched, each as it was before: what follows from the rest of the project still holds.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::annotation::Annotation;
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::exclusion::Exclusion;
use crate::model::group::Group;
use crate::model::house::House;
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, ExclusionId, GroupId, LinkId, QuantityId, SourceId};
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::table::Table;

/// Records as they were; none where there was none.
pub type Before<K, V> = BTreeMap<K, Option<Box<V>>>;

/// All that a step touched. What it did not touch is as the project has it.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Marks.
    pub annotations: Before<AnnotationId, Annotation>,
    /// Claims.
    pub claims: Before<ClaimId, Claim>,
    /// Links.
    pub links: Before<LinkId, Link>,
    /// Passages set aside.
    pub exclusions: Before<ExclusionId, Exclusion>,
    /// Lines of the history.
    pub changes: Before<ChangeId, Change>,
    /// Entries of the register.
    pub sources: Before<SourceId, Source>,
    /// Numbers.
    pub quantities: Before<QuantityId, Quantity>,
    /// What several numbers measure.
    pub groups: Before<GroupId, Group>,
    /// Articles that were added, removed or described anew.
    pub documents: BTreeSet<DocumentId>,
    /// Those of them that were added or removed; one that was both may have come back with another text.
    pub texts: BTreeSet<DocumentId>,
    /// Those of them whose figures are read in another language than before.
    pub languages: BTreeSet<DocumentId>,
    /// The order of the articles as it was, if it was changed.
    pub order: Option<Vec<DocumentId>>,
    /// What the desk had decided for the project, if that was changed.
    pub house: Option<Box<House>>,
}

impl Touched {
    /// Everything in a project, none of which was there before.
    pub fn everything(project: &Project) -> Self {
        fn new<K: Ord + Copy, V: Clone>(table: &Table<K, V>) -> Before<K, V> {
            table.keys().map(|id| (*id, None)).collect()
        }
        Touched {
            annotations: new(project.annotations()),
            claims: new(project.claims()),
            links: new(project.links()),
            exclusions: new(project.exclusions()),
            changes: new(project.changes()),
            sources: new(project.sources()),
            quantities: new(project.quantities()),
            groups: new(project.groups()),
            documents: project.order().iter().copied().collect(),
            texts: BTreeSet::new(),
            languages: BTreeSet::new(),
            order: None,
            house: None,
        }
    }
}

/// Notes how a record was before the first change of it.
pub fn note<K: Ord, V: Clone>(known: &mut Before<K, V>, id: K, before: Option<&V>) {
    known.entry(id).or_insert_with(|| before.cloned().map(Box::new));
}

/// The records of a project before a step or after it.
#[derive(Clone, Copy)]
pub(super) struct Then<'a> {
    project: &'a Project,
    /// What was changed since; none for the project as it is.
    touched: Option<&'a Touched>,
}

impl<'a> Then<'a> {
    pub(super) fn now(project: &'a Project) -> Self {
        Then { project, touched: None }
    }

    pub(super) fn before(project: &'a Project, touched: &'a Touched) -> Self {
        Then { project, touched: Some(touched) }
    }

    pub(super) fn annotation(self, id: AnnotationId) -> Option<&'a Annotation> {
        record(self.touched.map(|touched| &touched.annotations), self.project.annotations(), id)
    }

    pub(super) fn claim(self, id: ClaimId) -> Option<&'a Claim> {
        record(self.touched.map(|touched| &touched.claims), self.project.claims(), id)
    }

    pub(super) fn link(self, id: LinkId) -> Option<&'a Link> {
        record(self.touched.map(|touched| &touched.links), self.project.links(), id)
    }
}

fn record<'a, K: Ord + Copy, V: Clone>(before: Option<&'a Before<K, V>>, now: &'a Table<K, V>, id: K) -> Option<&'a V> {
    match before.and_then(|before| before.get(&id)) {
        Some(before) => before.as_deref(),
        None => now.get(&id),
    }
}
