//! Arrows point down: reads every source file and fails where a module mentions something that its row in the table does
//! not allow. Cargo features prove a part of this; the rest would only be a sentence in a document.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "architecture/rooms.rs"]
mod rooms;
#[path = "architecture/source.rs"]
mod source;

use std::path::{Path, PathBuf};

use rooms::violations;

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

/// What would give words of an article to egui's own layout, which knows no direction and no script: the serif that is kept
/// for them, and a label, tooltip or job of egui with such words in it. See `widget::typeset` and `widget::paint::words_ui`.
fn egui_sets_article_words(line: &str) -> bool {
    let serif = ["font::serif", "Face::Quote.text", "Face::TableQuote.text", "Face::Headline.text", "Face::ReportTitle.text"];
    let egui =
        [".label(", "RichText::new(", "Label::new(", "on_hover_text(", "on_hover_text_at_pointer(", "layout_no_wrap(", "layout_job("];
    let article = [".slice(", ".quote(", "quote", ".title()", "snippet", ".label(project", "note.words"];
    let is_egui = egui.iter().any(|call| line.contains(call));
    serif.iter().any(|word| line.contains(word)) || (is_egui && article.iter().any(|word| line.contains(word)))
}

#[test]
fn words_of_articles_are_set_by_the_text_engine_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in rust_files(&root.join("view")).into_iter().chain(rust_files(&root.join("widget"))) {
        let text = std::fs::read_to_string(&file).unwrap();
        let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let is_elsewhere = file.components().any(|part| part.as_os_str() == "typeset");
        let is_test = file.ends_with("tests.rs") || file.ends_with("font.rs") || is_elsewhere;
        let lines = program.lines().enumerate().filter(|(_, line)| !is_test && egui_sets_article_words(line));
        found.extend(lines.map(|(at, line)| format!("{}:{}: {}", file.display(), at + 1, line.trim())));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    assert!(egui_sets_article_words("let title = egui::RichText::new(document.title()).font(font::serif_semibold(16.0));"));
    assert!(egui_sets_article_words("ui.label(Face::Dense.text(project.quote(mark)));"));
    assert!(!egui_sets_article_words("quote_ui(ui, &Quote::new(document.title(), style, theme.ink));"));
}

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
