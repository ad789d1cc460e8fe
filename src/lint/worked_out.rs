//! What was worked out again in a project, for those who print it: sums, shares, conversions, spans of time.

pub use crate::suggest::checks::{Check, Verdict};

use crate::model::document::Document;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::suggest::checks::{Article, in_group, judge};

/// What is found in these articles in the order of their texts, then what the checker has stated, then what groups hold.
pub fn worked_out<'a>(project: &'a Project, lookup: &Lookup, documents: impl Iterator<Item = &'a Document>) -> Vec<Check> {
    let found = documents.flat_map(|document| Article::of(project, lookup, document).checks());
    let stated = project.house().stated.iter().filter_map(|stated| judge(project, lookup, stated));
    let grouped = project.groups().values().flat_map(|group| in_group(project, lookup, group));
    found.chain(stated).chain(grouped).collect()
}
