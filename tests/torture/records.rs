//! The records of a project, each as one line of text, to count which of them are gone.

use std::collections::BTreeSet;
use std::path::Path;

use tickmark::model::project::Project;
use tickmark::storage;

/// Every record in words that differ whenever the record differs.
pub fn records(project: &Project) -> BTreeSet<String> {
    let drafts = project.documents().flat_map(|document| document.earlier.iter().map(|draft| &**draft));
    let documents = project.documents().chain(drafts);
    let documents = documents.map(|document| format!("{} {:?} {}", document.id, document.meta, document.text.as_str()));
    let mut all: BTreeSet<String> = documents.collect();
    all.extend(project.annotations().values().map(|record| format!("{record:?}")));
    all.extend(project.claims().values().map(|record| format!("{record:?}")));
    all.extend(project.sources().values().map(|record| format!("{record:?}")));
    all.extend(project.groups().values().map(|record| format!("{record:?}")));
    all.extend(project.quantities().values().map(|record| format!("{record:?}")));
    all.extend(project.links().values().map(|record| format!("{record:?}")));
    all.extend(project.exclusions().values().map(|record| format!("{record:?}")));
    all.extend(project.changes().values().map(|record| format!("{record:?}")));
    all
}

/// How many of `wanted` are not in the project.
pub fn lost(wanted: &BTreeSet<String>, project: &Project) -> usize {
    wanted.difference(&records(project)).count()
}

/// The project in a file, which must open without a warning.
pub fn open(path: &Path) -> Result<Project, String> {
    let opened = storage::open(&storage::Disk, path).map_err(|error| error.to_string())?;
    match opened.warnings.first() {
        Some(warning) => Err(warning.to_string()),
        None => Ok(opened.project),
    }
}
