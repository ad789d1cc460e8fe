//! Office files, books and subtitles, good and bad.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tickmark::import::{Draft, Refusal, Wish, docx, epub, fiction, odt, rtf, subtitles};
use tickmark::model::document::aside::AsideKind;

use super::common::data;
use super::gold;
use super::words::f1;

/// The aim, and the files that stay below it, each with its reason.
fn least(name: &str) -> f64 {
    match name {
        // The expectation has the numbers that the word processor makes, `1.1.`; they are no words of the file.
        "docx/docx_lists.docx" => 0.98,
        // The other reader leaves a text box out, whose words must be there as well.
        "docx/testWORD_various.docx" => 0.975,
        // The expectation leaves out who speaks.
        "vtt/webvtt_example_01.vtt" => 0.94,
        _ => 0.99,
    }
}

struct Case {
    name: String,
    bytes: Vec<u8>,
    folder: PathBuf,
    expected: serde_json::Value,
}

impl Case {
    fn ending(&self) -> &str {
        Path::new(&self.name).extension().and_then(|ending| ending.to_str()).unwrap()
    }

    fn read(&self) -> Result<Draft, Refusal> {
        let wish = Wish::default();
        match self.ending() {
            "docx" => docx::read(&self.bytes, &wish),
            "odt" => odt::read(&self.bytes, &wish),
            "epub" => epub::read(&self.bytes, &wish),
            "rtf" => rtf::read(&self.bytes, &wish),
            "vtt" => subtitles::read(&self.bytes, &wish),
            "fb2" => fiction::read(&self.bytes, &wish),
            other => panic!("{other}"),
        }
    }

    /// The expected words, without the signs by which Markdown and the other reader mark lists, notes and looks.
    fn gold(&self) -> Option<String> {
        let file = self.expected["gold_text"].as_str().or(self.expected["reference_text"].as_str())?;
        let text = std::fs::read_to_string(self.folder.join(file)).unwrap();
        Some(gold::of_office(&text))
    }
}

fn cases() -> Vec<Case> {
    let Some(folder) = data("office") else { return Vec::new() };
    let list = std::fs::read_to_string(folder.join("expectations.json")).unwrap();
    let list: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&list).unwrap();
    let case = |(name, expected): (String, serde_json::Value)| Case {
        bytes: std::fs::read(folder.join(&name)).unwrap(),
        name,
        folder: folder.clone(),
        expected,
    };
    list.into_iter().map(case).filter(|case| !matches!(case.ending(), "md" | "eml")).collect()
}

#[test]
fn files_with_an_expected_text_are_read_as_it_says() {
    for case in cases() {
        let Some(expected) = case.gold() else { continue };
        let likeness = f1(&gold::words(case.read().unwrap().text()), &gold::words(&expected));
        println!("{}: {likeness:.4}", case.name);
        assert!(likeness >= least(&case.name), "{}: {likeness:.4}", case.name);
    }
}

#[test]
fn words_that_must_be_there_are_there_and_the_others_are_not() {
    for case in cases() {
        let listed = |key: &str| case.expected[key].as_array().cloned().unwrap_or_default();
        for expected in listed("contains") {
            assert!(case.read().unwrap().text().contains(expected.as_str().unwrap()), "{}: {expected}", case.name);
        }
        for unexpected in listed("not_contains") {
            assert!(!case.read().unwrap().text().contains(unexpected.as_str().unwrap()), "{}: {unexpected}", case.name);
        }
    }
}

#[test]
fn every_file_is_read_or_refused_in_words_soon() {
    for case in cases() {
        let begun = Instant::now();
        let read = case.read();
        assert!(begun.elapsed() < Duration::from_secs(5), "{}: {:?}", case.name, begun.elapsed());
        let is_whole = case.name != "docx/testWORD_truncated.docx";
        assert_eq!(read.is_ok(), is_whole, "{}: {:?}", case.name, read.err());
    }
}

#[test]
fn comments_and_notes_stand_beside_their_words() {
    let expected = [
        ("docx/footnotes.docx", AsideKind::Footnote, 1),
        ("docx/mammoth-footnotes.docx", AsideKind::Footnote, 2),
        ("docx/mammoth-comments.docx", AsideKind::Comment, 2),
        ("docx/testComment.docx", AsideKind::Comment, 1),
        ("rtf/testRTFVarious.rtf", AsideKind::Footnote, 1),
        ("other/test.fb2", AsideKind::Footnote, 5),
    ];
    for case in cases() {
        let Some((_, kind, count)) = expected.iter().find(|(name, _, _)| *name == case.name) else { continue };
        let asides = case.read().unwrap().freeze().asides;
        assert_eq!(asides.iter().filter(|aside| aside.kind == *kind && !aside.words.is_empty()).count(), *count, "{}", case.name);
    }
}
