//! Real articles and files of every encoding: what is UTF-8 opens exactly, goes into a project and comes back the same;
//! everything else is refused in words.

// Clippy takes helpers for tests, too.
#![cfg(test)]

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use tickmark::edit::Draft;
use tickmark::import::{self, ImportError, Imported};
use tickmark::model::document::Document;
use tickmark::model::id::{DocumentId, ProjectId, Uid};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::storage;

fn read(path: &Path) -> Result<Imported, ImportError> {
    import::read(&path.to_string_lossy(), std::fs::read(path).unwrap())
}

/// A project of the text, saved and opened again.
fn through_a_project(imported: &Imported) -> Document {
    let mut project = Project::new(ProjectId(Uid(1)), "Seeds");
    let id = DocumentId(Uid(2));
    let mut draft = Draft::new(&mut project);
    draft
        .add(Document {
            id,
            text: imported.text.clone(),
            structure: imported.structure.clone(),
            meta: imported.meta.clone(),
            opened: Moment::default(),
            signed: None,
            dropped: Vec::new(),
            asides: Vec::new(),
            original: None,
            earlier: Vec::new(),
            unknown: Default::default(),
        })
        .unwrap();
    draft.reorder(vec![id]).unwrap();
    let written = storage::to_ron(&project);
    let opened = storage::read(written.as_bytes()).unwrap();
    assert_eq!((opened.warnings.as_slice(), &opened.project), (&[][..], &project));
    opened.project.document(id).unwrap().clone()
}

#[test]
fn the_seeds_open_byte_for_byte_and_come_back_from_a_project() {
    let Some(files) = common::seeds() else { return };
    assert_eq!(files.len(), 5);
    for path in files {
        let imported = read(&path).unwrap();
        assert_eq!(imported.text.as_str().as_bytes(), std::fs::read(&path).unwrap(), "{}", path.display());
        assert_eq!(imported.warnings, [], "{}", path.display());
        assert_eq!(through_a_project(&imported).text.as_str(), imported.text.as_str());
    }
}

#[test]
fn the_seeds_propose_what_stands_at_their_head() {
    let Some(files) = common::seeds() else { return };
    let found: Vec<_> = files.iter().map(|path| read(path).unwrap().meta).collect();
    let titles: Vec<_> = found.iter().map(|meta| meta.title.as_str()).collect();
    let expected = [
        "US Marines arrive at Mexico border amid immigration crackdown",
        "",
        "Trump Administration Orders 1,000 More Troops To U.S.-Mexico Border: 'Mission Has Evolved'",
        "US military to deploy over 5,200 troops to Mexico border",
        "",
    ];
    assert_eq!(titles, expected);
    assert_eq!((found[4].outlet.as_str(), found[4].published.as_str()), ("CNN", "2025-01-22"));
}

#[test]
fn naughty_strings_open_and_come_back_from_a_project() {
    let Some(folder) = common::data("unicode") else { return };
    let strings: Vec<String> = serde_json::from_slice(&std::fs::read(folder.join("blns.json")).unwrap()).unwrap();
    assert!(strings.len() > 200);
    for text in strings {
        let imported = import::pasted(&text);
        let back = through_a_project(&imported);
        assert_eq!((back.text.as_str(), &back.meta), (imported.text.as_str(), &imported.meta));
    }
}

#[test]
fn large_files_open_in_well_under_a_second() {
    // A debug build is slow; what is measured here is that nothing takes quadratic time.
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 });
    let check = |what: &str, text: String| {
        let start = Instant::now();
        let imported = import::read("large.txt", text.as_bytes()).unwrap();
        let taken = start.elapsed();
        println!("{what}: {} bytes read in {taken:?}", text.len());
        assert!(taken < limit, "{what} took {taken:?}");
        assert_eq!(imported.text.as_str(), text);
    };
    check("an empty file", String::new());
    check("a line of 1 MB", "word ".repeat(200_000));
    check("a word of 1 MB", "w".repeat(1_000_000));
    check("100,000 paragraphs of a word", "word\n".repeat(100_000));
    check("1,000,000 blank lines", "\n".repeat(1_000_000));
    check("10 MB of direction marks", "\u{202e}a".repeat(2_500_000));
}

/// What can be worked out again in them, with nothing marked: no false alarm, and each question is one.
#[test]
fn the_checks_of_the_seeds_hold_or_ask() {
    use tickmark::model::day::Day;
    use tickmark::suggest::checks::{Article, Verdict};

    let Some(files) = common::seeds() else { return };
    let mut told = Vec::new();
    for (letter, path) in ["A", "B", "C", "D", "E"].iter().zip(files) {
        let text = read(&path).unwrap().text;
        for check in Article::of_text(&text, text.language(), Day::read("2025-01-22")).checks() {
            assert_ne!(check.verdict, Verdict::Fails, "{letter} {}", check.equation);
            told.push(format!("{letter} {}: {}", check.verdict.words(), check.equation));
        }
    }
    let expected = [
        "B to look at: 2 days after President Donald Trump ordered the",
        "B holds: 2 C-17s + 2 C-130s = 4",
        "C to look at: 30 % of 140 mi = 42 mi",
        "C holds: 2,100 of 6,000 = 35 %",
        "D to look at: 1 week before the midterm elections",
        "D holds: 1,553 mi = 2,499.3 km",
        "E to look at: 2 days after President Donald Trump mandated that",
        "E holds: 500 of 1,500 = 33.33 %",
    ];
    assert_eq!(told, expected);
}
