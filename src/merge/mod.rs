//! Three states of one project become one: record by record and field by field, so that two people's work, or the work of two
//! machines, comes together and nothing of it is lost. What cannot be decided is flagged.

mod dangling;
mod drafts;
pub mod field;
mod fields;
mod house;
mod lists;
mod numbers;
mod renamed;
mod resolve;
mod tables;

#[cfg(test)]
pub mod law;
#[cfg(test)]
mod tests;

pub use resolve::{choices, resolve};

use std::collections::BTreeSet;
use std::sync::Arc;

use self::tables::Merge;
use crate::model::annotation::Annotation;
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::exclusion::Exclusion;
use crate::model::flag::{Conflict, Flag, Subject};
use crate::model::group::Group;
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::unknown::Kept;

/// A merged project.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The project, with the flags among its records. Its id is ours.
    pub project: Project,
    /// What this merge could not decide.
    pub flags: Vec<Flag>,
}

/// Why two states cannot be merged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// They are not states of one project.
    #[error("“{0}” and “{1}” are different projects; only two states of one project can be merged")]
    OtherProject(String, String),
}

/// Merges two states of a project that go back to one state, the base.
///
/// - A field that one side changed is taken from that side; equal changes are one.
/// - A field that both sides changed stays as ours, with a flag that holds theirs. Two people's ratings both stay.
/// - A record that one side removed and the other one changed or points to stays, with a flag.
/// - Lists (keywords, evidence, the order of articles) merge element by element; where both added, ours comes first.
/// - Where one side opened a new draft of an article, what the other one marked in the draft before goes along.
/// - A claim number or an id that both sides gave is changed on their side, with a flag.
///
/// 10,000 records of which both sides have changed the same third take 70 ms without optimisation (`benches/merge.rs`).
///
/// # Errors
/// When ours and theirs are different projects.
pub fn merge(base: &Project, ours: &Project, theirs: &Project) -> Result<Merged, MergeError> {
    if ours.id != theirs.id {
        return Err(MergeError::OtherProject(ours.name.clone(), theirs.name.clone()));
    }
    let mut flags = Vec::new();
    let theirs = &renamed::with_ids_of_its_own(base, ours, theirs, &mut flags);
    let mut merge = Merge { base, ours, theirs, merged: ours.clone(), flags };
    merge.value(|project| &mut project.name, |project| &project.name, "name", String::clone);
    merge.house();
    merge.kept();
    merge.table::<Document>();
    merge.table::<Source>();
    merge.table::<Group>();
    merge.table::<Quantity>();
    merge.table::<Claim>();
    merge.table::<Annotation>();
    merge.table::<Link>();
    merge.table::<Exclusion>();
    merge.table::<Change>();
    merge.table::<Flag>();
    merge.follow_drafts();
    merge.bring_back_what_is_needed();
    merge.bring_back_marks();
    merge.follow_drafts();
    // What came back stands in articles that may be gone, too.
    merge.bring_back_what_is_needed();
    merge.order();
    merge.renumber();
    Ok(merge.finish())
}

/// Takes one field of a record over into another of the same kind, by the name that the history has for it. False where there is none.
pub fn copy_field<T: tables::Mergeable>(name: &str, from: &T, to: &mut T) -> bool {
    let field = T::FIELDS.iter().find(|field| field.name == name);
    field.map(|field| (field.copy)(from, to)).is_some()
}

/// Reads one field of a record from words, by the name that the history has for it. False where words do not say enough.
pub fn read_field<T: tables::Mergeable>(name: &str, words: &str, to: &mut T) -> bool {
    T::FIELDS.iter().find(|field| field.name == name).is_some_and(|field| (field.read)(words, to))
}

impl Merge<'_> {
    /// The order of the articles: ours, theirs put in after the articles that they follow.
    fn order(&mut self) {
        let merged = lists::merge_list(&self.base.order, &self.ours.order, &self.theirs.order);
        let mut order = merged.list;
        order.retain(|id| self.merged.documents.contains_key(id));
        let forgotten: Vec<_> = self.merged.documents.keys().copied().filter(|id| !order.contains(id)).collect();
        order.extend(forgotten);
        if merged.is_undecided {
            let words = |project: &Project| {
                let titles = project.order.iter().filter_map(|id| self.merged.documents.get(id)).map(Document::title);
                titles.collect::<Vec<_>>().join("; ")
            };
            let sides = (words(self.ours), words(self.theirs));
            self.flags.push(Flag::new(Subject::Project, Conflict::Differs, "order of articles", sides));
        }
        self.merged.order = order;
    }

    /// What neither side understands of the file itself: whole fields and records, each taken over as it stands.
    fn kept(&mut self) {
        let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(|project| &project.kept);
        let mut fields = if ours.fields == base.fields { theirs.fields.clone() } else { ours.fields.clone() };
        if theirs.fields != base.fields {
            fields.adopt(&theirs.fields);
        }
        self.merged.kept = Kept {
            version: ours.version.max(theirs.version),
            least_reader: ours.least_reader.max(theirs.least_reader),
            fields,
            records: Arc::new(lists::merge_list(&base.records, &ours.records, &theirs.records).list),
        };
    }

    fn finish(mut self) -> Merged {
        let mut told = BTreeSet::new();
        self.flags.retain(|flag| told.insert(flag.id));
        for flag in &self.flags {
            self.merged.flags.insert(flag.id, flag.clone());
        }
        Merged { project: self.merged, flags: self.flags }
    }
}
