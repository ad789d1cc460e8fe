//! The forms of a report of the sample that ships: each is written twice alike, and what other programs are to read is read here, the
//! Word document by the program's own reader. With `TICKMARK_FORMS` set to a folder the files are written there, to be looked at.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "in a test a panic is the report")]

use tickmark::lint::Findings;
use tickmark::model::document::aside::AsideKind;
use tickmark::model::lookup::Lookup;
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::report::forms::Printed;
use tickmark::report::{self, BuildInput, Export, Language, Options};
use tickmark::{import, storage};

fn flood() -> Project {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/projects/merrowhaven-flood.ron");
    storage::read::read(&std::fs::read(path).unwrap()).unwrap().project
}

/// Does something with the export of the sample.
fn exported<T>(options: Options, act: impl FnOnce(&Export<'_>) -> T) -> T {
    let project = flood();
    let lookup = Lookup::new(&project);
    let today = Moment::from_ms(1_795_271_520_000);
    let input = BuildInput { today, checker: "RK".to_owned(), offset: jiff::tz::Offset::constant(1), options };
    let findings = Findings::new(&project, &lookup, today);
    let report = report::build(&project, &lookup, &input);
    act(&Export { project: &project, lookup: &lookup, findings: &findings, report: &report, input: &input })
}

/// Every form by its name.
fn all(export: &Export<'_>) -> Vec<(&'static str, Printed)> {
    let go_on = |_| true;
    vec![
        ("csv", report::csv(export)),
        ("xlsx", report::xlsx(export, &go_on).unwrap()),
        ("json", report::json(export, &go_on).unwrap()),
        ("claim review", report::claim_review(export).unwrap()),
        ("docx", report::docx(export, &go_on).unwrap()),
        ("svg", report::svg(export)),
        ("png", report::png(export, &go_on).unwrap()),
        ("letters", report::letter_files(export).unwrap()),
    ]
}

/// Writes the files of a form where somebody wants to look at them.
fn keep(language: Language, form: &str, printed: &Printed) {
    let Some(folder) = std::env::var_os("TICKMARK_FORMS").map(std::path::PathBuf::from) else { return };
    for file in &printed.files {
        std::fs::write(folder.join(format!("{}{}.{form}", language.code(), file.suffix)), &file.bytes).unwrap();
    }
}

#[test]
fn every_form_is_the_same_bytes_each_time_and_its_files_have_names_of_their_own() {
    for language in [Language::English, Language::Arabic] {
        let options = || Options { language, page: "https://desk.example/flood".to_owned(), ..Options::default() };
        let (one, other) = (exported(options(), all), exported(options(), all));
        for ((form, one), (_, other)) in one.into_iter().zip(other) {
            keep(language, form, &one);
            assert!(!one.files.is_empty(), "{form} has no file");
            assert!(one == other, "{form} differs");
            let names: std::collections::BTreeSet<_> = one.files.iter().map(|file| &file.suffix).collect();
            assert_eq!(names.len(), one.files.len(), "{form}");
            assert!(one.losses.iter().all(|loss| loss.ends_with('.')), "{form}: {:?}", one.losses);
        }
    }
}

#[test]
fn the_programs_own_reader_finds_comments_footnotes_and_tracked_changes() {
    exported(Options::default(), |export| {
        let bytes = report::docx(export, &|_| true).unwrap().files.remove(0).bytes;
        let read = import::read("report.docx", bytes).unwrap();
        let count = |kind| read.asides.iter().filter(|aside| aside.kind == kind).count();
        let notes: Vec<_> = export.report.articles.iter().flat_map(|article| &article.notes).collect();
        let claims: std::collections::BTreeSet<_> = notes.iter().map(|note| note.claim.claim).collect();
        assert_eq!((count(AsideKind::Comment), count(AsideKind::Footnote)), (claims.len(), notes.len()));
        assert!(count(AsideKind::Insertion) > 0 && count(AsideKind::Deletion) > 0);
        let comment = read.asides.iter().find(|aside| aside.kind == AsideKind::Comment).unwrap();
        assert_eq!((comment.by.as_str(), comment.at.starts_with("2026-11-21")), ("RK", true));
        for document in export.project.documents() {
            assert!(read.text.as_str().contains(document.title()), "{}", document.title());
        }
    });
}

#[test]
fn an_article_that_is_left_out_is_in_no_table_and_no_document() {
    let left_out = flood().documents().next().unwrap().id;
    let kept: std::collections::BTreeSet<_> = flood().documents().map(|document| document.id).filter(|id| *id != left_out).collect();
    exported(Options { articles: Some(kept), ..Options::default() }, |export| {
        let title = export.project.document(left_out).unwrap().title();
        for table in report::data::tables(export).iter().filter(|table| table.name == "mentions") {
            let all: String = table.rows.iter().flatten().map(|cell| format!("{cell:?}")).collect();
            assert!(!table.rows.is_empty() && !all.contains(title), "{title}");
        }
        let bytes = report::docx(export, &|_| true).unwrap().files.remove(0).bytes;
        let text = import::read("report.docx", bytes).unwrap();
        assert!(!text.text.as_str().contains(title));
    });
}
