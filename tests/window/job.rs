//! The main job: open, tag, save, reopen, export.

use std::fs;

use tickmark::model::annotation::Tag;
use tickmark::model::project::Project;

use super::common::seeds;
use super::screen::{Screen, Window, has_tools};

#[test]
fn the_seeds_are_opened_tagged_saved_found_again_and_exported() {
    let Some(seeds) = seeds().filter(|_| has_tools()) else { return };
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let project = home.path().join("border.ron");

    let window = Window::open(&screen, home.path(), &seeds);
    window.wait_for("article_shown");
    // A claim by double click and growing, a number by double click, a source by dragging over words. What is copied before
    // each is tagged tells what was selected.
    window.after(|screen| screen.click((420, 195), 2));
    window.keys("g g");
    let claim = window.copied();
    window.keys("c Escape");
    window.after(|screen| screen.click((435, 255), 2));
    let number = window.copied();
    window.keys("n Escape");
    window.after(|screen| screen.drag((330, 350), (520, 350)));
    let source = window.copied();
    window.keys("s");
    println!("tagged: {claim:?} {number:?} {source:?}");
    assert!(claim.split(' ').count() > 4 && !number.contains(' ') && source.contains(' '));
    check_timings(&window);
    window.keys("ctrl+s");
    window.answer_path(&project);
    window.wait_for("saved");
    window.quit();

    let saved = fs::read(&project).unwrap();
    let opened = tickmark::storage::read(&saved).unwrap();
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    let found = &opened.project;
    assert_eq!((found.order().len(), found.annotations().len()), (5, 3));
    assert_eq!((found.claims().len(), found.quantities().len(), found.sources().len()), (1, 1, 1));
    assert_eq!([Tag::Claim, Tag::Number, Tag::Source].map(|tag| quote(found, tag)), [&claim, &number, &source].map(Clone::clone));
    assert_eq!(found.sources().values().next().unwrap().name, source);
    let ron = String::from_utf8(saved.clone()).unwrap();
    for quote in [&claim, &number, &source] {
        assert!(ron.contains(&format!("exact: {quote:?},")), "{quote}");
    }

    let window = Window::open(&screen, home.path(), &[]);
    window.wait_for("project_opened");
    window.keys("j");
    assert_eq!(fs::read(&project).unwrap(), saved, "opening and looking change nothing");
    let report = home.path().join("report.html");
    window.keys("ctrl+e");
    // Its choices stay as they are.
    window.keys("Return");
    window.answer_path(&report);
    window.wait_for("exported");
    window.quit();

    let html = fs::read_to_string(&report).unwrap();
    assert!(!html.contains("<script"));
    for (sign, quote) in [("c", &claim), ("n", &number), ("s", &source)] {
        assert_eq!(&words_within(&html, sign), quote, "in marks of the class {sign}");
    }
}

/// The lines that the program writes about itself hold what later measurements read.
fn check_timings(window: &Window<'_>) {
    let edits = window.events("edit_painted");
    assert!(edits.len() >= 3, "three edits were painted");
    assert!(edits.iter().all(|edit| edit["latency_ms"].as_f64().is_some_and(|ms| ms > 0.0)), "{edits:?}");
    let frames = window.events("frame");
    let has_all = |frame: &serde_json::Value| ["ms", "logic_ms", "layout_ms", "paint_ms"].iter().all(|field| frame[field].is_f64());
    assert!(frames.len() > 10 && frames.iter().all(has_all), "{:?}", frames.first());
    let times: Vec<f64> = frames.iter().filter_map(|frame| frame["ms"].as_f64()).collect();
    assert!(times.is_sorted(), "since the start of the process");
    assert_eq!((window.events("first_frame").len(), window.events("article_shown").is_empty()), (1, false));
}

/// The words of the only mark with that tag.
fn quote(project: &Project, tag: Tag) -> String {
    let marks: Vec<_> = project.annotations().values().filter(|mark| mark.mention.tag() == tag).collect();
    assert_eq!(marks.len(), 1);
    project.quote(marks[0]).to_owned()
}

/// All words of the articles that stand in elements of this class, as a reader sees them, without the numbers of notes.
fn words_within(html: &str, class: &str) -> String {
    let mut open: Vec<Vec<String>> = Vec::new();
    let mut words = String::new();
    let is_in = |open: &[Vec<String>], wanted: &str| open.iter().flatten().any(|class| class == wanted);
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            open.pop();
        } else if !["!DOCTYPE", "meta", "br", "hr", "img", "link", "input", "col", "path", "circle"].contains(&name) {
            let classes = tag.split_once("class=\"").map_or("", |(_, rest)| rest.split('"').next().unwrap());
            open.push(classes.split(' ').map(str::to_owned).collect());
        }
        if is_in(&open, "tx") && is_in(&open, class) && !is_in(&open, "ref") {
            words.push_str(text);
        }
    }
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[test]
fn words_are_read_out_of_the_right_elements() {
    let html = "<div class=\"tx\">a<span class=\"c o e\">b &amp; <span class=\"n\">c</span><a class=\"ref\">1</a></span>d</div><p class=\"c\">e</p>";
    assert_eq!((words_within(html, "c"), words_within(html, "n"), words_within(html, "s")), ("b & c".into(), "c".into(), String::new()));
}
