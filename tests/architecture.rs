//! Arrows point down: reads every source file and fails where a module mentions something that its row in the table does
//! not allow. Cargo features prove a part of this; the rest would only be a sentence in a document.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "architecture/rooms.rs"]
mod rooms;
#[path = "architecture/source.rs"]
mod source;

use std::path::{Path, PathBuf};

use rooms::{touches_of_disk, touches_of_net, violations};

#[test]
fn every_module_keeps_to_its_row_of_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = rust_files(&root.join("src"));
    assert!(files.len() > 20, "only {} source files found: is this the right folder?", files.len());
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        found.extend(violations(&name, &text));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// Tests put a disk that fails in the place of the real one; whatever went past it, they would not see.
#[test]
fn one_file_alone_touches_the_disk() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for file in rust_files(&root.join("src")) {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        found.extend(touches_of_disk(&name, &text));
    }
    // What a PDF says of itself in memory is called as what a disk says of a file.
    found.retain(|line| !(line.starts_with("src/import/pdf/meta.rs:") && line.ends_with(": metadata")));
    let (at_home, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(|line| line.starts_with("src/storage/fs.rs:"));
    assert!(elsewhere.is_empty(), "only src/storage/fs.rs may do this, all others through its trait:\n{}\n", elsewhere.join("\n"));
    assert!(at_home.len() > 10, "the test sees too little: {at_home:#?}");
}

/// What is promised of the network has to be looked after in one place.
#[test]
fn one_room_alone_reaches_out_of_this_machine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for file in rust_files(&root.join("src")) {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        found.extend(touches_of_net(&name, &text));
    }
    let (at_home, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(|line| line.starts_with("src/fetch/"));
    assert!(elsewhere.is_empty(), "only src/fetch may do this:\n{}\n", elsewhere.join("\n"));
    assert!(at_home.len() > 4, "the test sees too little: {at_home:#?}");
}

#[test]
fn a_touch_of_the_disk_is_seen_however_it_is_written() {
    let check = |text: &str, expected: usize| {
        let found = touches_of_disk("src/app/mod.rs", text);
        assert_eq!(found.len(), expected, "{text}\n{found:#?}");
    };
    check("use std::fs;", 1);
    check("use std::{fs::{self, File}, io};", 2);
    check("fn a(path: &Path) { std::fs::read(path) }", 1);
    check("fn a(path: &Path) { path.exists() && path.is_dir() || path.canonicalize().is_ok() }", 3);
    check("use std::os::unix::fs::symlink; use tempfile::NamedTempFile;", 2);
    check("use crate::storage::fs::Fs; // std::fs\nconst A: &str = \"std::fs\";", 0);
    check("#[cfg(test)]\nmod tests { use std::fs; }", 0);
    assert!(touches_of_disk("src/app/tests/long.rs", "use std::fs;").is_empty());
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Clippy refuses every way to have egui lay words out (`clippy.toml`); this holds the few places that may do it all the same,
/// each for what is no words of an article. What is then really painted, the tests of the desk look through frame by frame.
#[test]
fn the_doors_to_the_layout_of_egui_are_few_and_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = std::fs::read_to_string(root.join("clippy.toml")).unwrap();
    for name in ["Ui::label", "Painter::text", "Painter::layout_job", "Response::on_hover_text", "RichText", "text::LayoutJob"] {
        assert!(rules.contains(&format!("\"egui::{name}\"")), "clippy.toml lets egui::{name} pass");
    }
    let doors = |text: &str| text.matches("clippy::disallowed_").count();
    let mut found: Vec<(String, usize)> = Vec::new();
    for file in rust_files(&root.join("src")).into_iter().filter(|file| !file.ends_with("tests.rs")) {
        let text = std::fs::read_to_string(&file).unwrap();
        // A test may wait; it paints nothing for anybody.
        let is_test = file.file_stem().is_some_and(|name| name == "tests");
        let count = doors(&text);
        if count > 0 && !is_test {
            found.push((file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"), count));
        }
    }
    let known = DOORS.map(|(file, count)| (file.to_owned(), count));
    assert_eq!(found, known, "who lays words out by egui, or allows itself something else that clippy.toml refuses?");
}

/// Files that may do what `clippy.toml` refuses, and how often.
const DOORS: [(&str, usize); 4] =
    [("src/widget/font.rs", 1), ("src/widget/icon.rs", 1), ("src/widget/line.rs", 1), ("src/widget/trailing.rs", 1)];

/// The checker must find this number of violations in the planted text.
fn check(file: &str, text: &str, expected: usize) {
    let found = violations(file, text);
    assert_eq!(found.len(), expected, "{file}: {text}\n{found:#?}");
}

#[test]
fn a_planted_violation_is_found_with_its_line_and_its_rule() {
    let found = violations("src/model/claim/verdict.rs", "//! A verdict.\n\nuse crate::session::Session;\n");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("src/model/claim/verdict.rs:3: "), "{}", found[0]);
    assert!(found[0].contains("`crate::session`") && found[0].contains("model may use"), "{}", found[0]);
}

#[test]
fn arrows_are_seen_however_they_are_written() {
    check("src/edit/mod.rs", "use crate::{model::Claim, storage};", 1);
    check("src/edit/mod.rs", "use crate::{model::{self, Claim}, edit::Edit};", 0);
    check("src/edit/history.rs", "fn save() { crate::storage::write() }", 1);
    check("src/edit/history.rs", "use super::Edit; use super::super::storage::Saved;", 1);
    check("src/lint/no_source.rs", "use super::super::model::Claim;", 0);
    check("src/report/mod.rs", "use crate::lint::Finding; use crate::compare::Shared;", 0);
    check("src/lint/mod.rs", "use crate::report::Report;", 1);
    check("src/view/article/mod.rs", "use crate::storage::Saved; use rfd::FileDialog; use std::fs;", 3);
    check("src/app/mod.rs", "use crate::storage::Saved; use rfd::FileDialog; use std::fs;", 0);
    check("src/main.rs", "use tickmark::{app, cli};", 0);
    check("src/main.rs", "use tickmark::model;", 1);
}

#[test]
fn the_model_knows_no_world() {
    check("src/model/id.rs", "use std::{collections::BTreeMap, fs, time::SystemTime};", 2);
    check("src/model/id.rs", "#[derive(serde::Serialize)] struct Id;", 1);
    check("src/model/moment.rs", "let now = jiff::Timestamp::now();", 1);
    check("src/model/moment.rs", "use jiff::Timestamp;", 0);
    check("src/widget/chip.rs", "use crate::model::Claim;", 1);
    check("src/cli/mod.rs", "use eframe::egui;", 1);
}

#[test]
fn comments_strings_and_tests_are_read_for_what_they_are() {
    check("src/model/id.rs", "//! Not `crate::app`.\n/* use crate::app; /* std::fs */ */ const A: &str = \"crate::app\";", 0);
    check("src/model/id.rs", "const A: &str = r#\"\"crate::app\"#; const B: char = '\"'; use crate::app;", 1);
    check("src/model/id.rs", "fn a<'a>(b: &'a str) -> &'a str { b } use crate::app;", 1);
    // A test may open files and read the clock, but its arrows point down too.
    check("src/model/id.rs", "#[cfg(test)]\nmod tests { use super::*; use std::fs; use crate::testing::article; }", 0);
    check("src/model/id.rs", "#[cfg(test)]\nmod tests { use crate::app::App; }", 1);
    check("src/model/id.rs", "#[cfg(test)]\nmod tests { use std::fs; }\nuse std::fs;", 1);
    check("src/model/id.rs", "#[cfg(test)]\nfn a(b: [u8; 4], c: crate::testing::Desk) { std::fs::read(b) }\nuse std::fs;", 1);
    check("src/model/id.rs", "#[cfg(test)]\nuse std::fs;\n#[cfg(test)]\nmod tests;\nuse std::fs;", 1);
    check("src/model/tests.rs", "use super::*; use std::fs;", 0);
    check("src/model/id.rs", "use crate::testing::article;", 1);
}

#[test]
fn a_new_room_must_first_be_put_into_the_table() {
    check("src/cloud/mod.rs", "", 1);
    check("src/lib.rs", "pub mod model;", 0);
}
