//! Files of every version that there ever was: each opens without a warning and is the same project. A version that is given up gets a
//! file here, written by the last program that wrote it, and no file here is ever changed.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use tickmark::model::project::Project;
use tickmark::storage;

/// The project of a file of that version.
#[track_caller]
fn open(version: u32) -> Project {
    let bytes = std::fs::read(format!("{}/tests/old_projects/{version}.ron", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains(&format!("  version: {version},\n")), "this is no file of version {version}");
    let opened = storage::read(&bytes).unwrap();
    assert_eq!(opened.warnings, [], "version {version}");
    opened.project
}

#[test]
fn every_version_opens_as_the_same_project() {
    let newest = open(storage::format::VERSION);
    assert_eq!((newest.order().len(), newest.claims().len(), newest.annotations().len(), newest.links().len()), (2, 4, 8, 3));
    for version in 1..storage::format::VERSION {
        assert_eq!(open(version), newest, "version {version}");
    }
}

#[test]
fn an_old_file_is_saved_in_the_version_of_today() {
    let newest = storage::to_ron(&open(storage::format::VERSION));
    assert!(newest.contains(&format!("  version: {},\n", storage::format::VERSION)));
    assert_eq!(storage::to_ron(&open(1)), newest);
}
