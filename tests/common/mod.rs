//! Test data that is not part of this package: real articles and files of every encoding.

use std::path::{Path, PathBuf};

/// A folder of the test data: under `TICKMARK_TEST_DATA`, or under `shared/data` beside the package. Where the data is not
/// there the test says so and passes, except under `CI`.
pub fn data(folder: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let path = std::env::var_os("TICKMARK_TEST_DATA").map_or_else(beside, PathBuf::from).join(folder);
    if let Ok(found) = path.canonicalize() {
        return Some(found);
    }
    assert!(std::env::var_os("CI").is_none(), "the test data is not there: {}", path.display());
    println!("SKIPPED: the test data is not there: {}", path.display());
    None
}

/// The five real articles, sorted.
pub fn seeds() -> Option<Vec<PathBuf>> {
    data("seeds").map(|folder| files(&folder))
}

/// The files in a folder and the folders in it, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
