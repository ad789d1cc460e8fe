//! The real window on a real (virtual) screen, driven by real mouse and key events: the main job from opening articles to
//! the exported report, across a restart. Needs Xvfb, xdotool and a GL driver; without them it says so and passes, but on
//! the build machine their absence fails.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test stops at the first surprise, says what it saw, and waits for the program"
)]

#[path = "common/screen.rs"]
mod screen;

use std::fs;
use std::path::{Path, PathBuf};

use screen::{Screen, Window, has_tools, pause};

fn seeds() -> Option<Vec<PathBuf>> {
    let named = std::env::var_os("TICKMARK_TEST_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data")).join("seeds");
    match fs::read_dir(&folder) {
        Ok(entries) => {
            let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path().canonicalize().unwrap()).collect();
            paths.sort();
            Some(paths)
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "the test data is missing at {}: {error}", folder.display());
            eprintln!("skipped: no test data at {}", folder.display());
            None
        }
    }
}

#[test]
fn the_seeds_are_opened_tagged_saved_found_again_and_exported() {
    let Some(seeds) = seeds().filter(|_| has_tools()) else { return };
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let project = home.path().join("border.ron");

    let window = Window::open(&screen, home.path(), &seeds);
    window.wait_for("article_shown");
    pause(600);
    // A claim by double click and growing, a number by double click, a source by dragging over words.
    screen.double_click(420, 195);
    screen.key("g");
    screen.key("g");
    screen.key("c");
    pause(300);
    screen.key("Escape");
    screen.double_click(435, 255);
    screen.key("n");
    pause(300);
    screen.key("Escape");
    screen.drag((330, 350), (520, 350));
    screen.key("s");
    pause(400);
    assert!(window.events("edit_painted").len() >= 3, "three edits were painted");
    screen.key("ctrl+s");
    pause(600);
    screen.key("ctrl+a");
    screen.type_text(&project.display().to_string());
    screen.key("Return");
    window.wait_for("saved");
    window.quit();

    let saved = fs::read(&project).unwrap();
    let opened = tickmark::storage::read(&saved).unwrap();
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    let found = &opened.project;
    assert_eq!((found.order().len(), found.claims().len(), found.quantities().len(), found.sources().len()), (5, 1, 1, 1));
    let quotes: Vec<String> = found.annotations().values().map(|mark| found.quote(mark).to_owned()).collect();
    println!("tagged: {quotes:?}");
    let ron = String::from_utf8(saved.clone()).unwrap();
    assert!(quotes.iter().all(|quote| !quote.trim().is_empty() && ron.contains(quote.as_str())), "{quotes:?}");

    let window = Window::open(&screen, home.path(), &[]);
    window.wait_for("project_opened");
    pause(600);
    assert_eq!(fs::read(&project).unwrap(), saved, "opening changes nothing");
    screen.key("ctrl+e");
    pause(600);
    let report = home.path().join("report.html");
    screen.key("ctrl+a");
    screen.type_text(&report.display().to_string());
    screen.key("Return");
    window.wait_for("exported");
    window.quit();

    let html = fs::read_to_string(&report).unwrap();
    assert!(html.contains("A1") && !html.contains("<script"));
    for quote in &quotes {
        let first = quote.split_whitespace().next().unwrap().replace('\'', "&#39;");
        assert!(html.contains(&first) || html.contains(quote.split_whitespace().next().unwrap()), "{quote}");
    }
}
