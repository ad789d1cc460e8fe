//! PDF files, good and bad.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use tickmark::import::{Draft, Refusal, Wish, pdf};

use super::common::data;
use super::gold;
use super::words::{f1, order};

/// The aim for files with an expected text. One is below it: its expectation parts bold words from the colon behind them (`(1978) :`) and
/// has straight quotes and hyphens where the file prints curly ones and dashes.
fn least(name: &str) -> f64 {
    if name == "docling-multi_page.pdf" { 0.955 } else { 0.97 }
}

struct Case {
    name: String,
    bytes: Vec<u8>,
    folder: PathBuf,
    expected: serde_json::Value,
}

impl Case {
    fn text(&self, key: &str) -> Option<String> {
        self.expected[key].as_str().map(str::to_owned)
    }

    fn read(&self) -> Result<Draft, Refusal> {
        pdf::read(&self.bytes, &Wish { password: self.text("password"), ..Wish::default() })
    }

    /// The expected words, without signs of Markdown and of direction.
    fn gold(&self) -> Option<String> {
        let file = self.text("gold_text")?;
        let text = std::fs::read_to_string(self.folder.join(&file)).unwrap();
        Some(gold::of_pdf(&file, &text))
    }
}

fn cases() -> Vec<Case> {
    let Some(folder) = data("pdf") else { return Vec::new() };
    let list = std::fs::read_to_string(folder.join("expectations.json")).unwrap();
    let list: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&list).unwrap();
    let case = |(name, expected): (String, serde_json::Value)| Case {
        bytes: std::fs::read(folder.join(&name)).unwrap(),
        name,
        folder: folder.clone(),
        expected,
    };
    list.into_iter().map(case).collect()
}

#[test]
fn files_with_an_expected_text_are_read_as_it_says() {
    for case in cases() {
        let Some(expected) = case.gold() else { continue };
        let read = gold::without_directions(case.read().unwrap().text());
        let likeness = f1(&read, &expected);
        assert!(likeness >= least(&case.name), "{}: {likeness:.3}", case.name);
        println!("{}: words {likeness:.3}, order {:.3}", case.name, order(&read, &expected));
    }
}

#[test]
fn words_that_must_be_there_are_there() {
    for case in cases() {
        for words in case.expected["contains"].as_array().into_iter().flatten() {
            let read = case.read().unwrap();
            assert!(read.text().contains(words.as_str().unwrap()), "{}: {words}", case.name);
        }
    }
}

#[test]
fn every_file_is_read_or_refused_in_words_soon() {
    const NO_WORDS: [&str; 3] = ["MissingCatalog.pdf", "GHOSTSCRIPT-698804-1-fuzzed.pdf", "poppler-395-0-fuzzed.pdf"];
    for case in cases() {
        let begun = Instant::now();
        let read = case.read();
        assert!(begun.elapsed() < Duration::from_secs(5), "{}: {:?}", case.name, begun.elapsed());
        match read {
            Ok(read) => assert!(!read.is_empty(), "{}", case.name),
            Err(Refusal::NoWords(why)) => assert!(NO_WORDS.contains(&&*case.name), "{}: {why}", case.name),
            Err(Refusal::Damaged(what)) => assert_eq!((&*case.name, &*what), ("REDHAT-1531897-0.pdf", "its pages cannot be found")),
            Err(refusal) => panic!("{}: {refusal:?}", case.name),
        }
    }
}

#[test]
fn columns_and_boxes_are_read_one_after_the_other() {
    for case in cases() {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if case.name == "testPDFTwoTextBoxes.pdf" {
            let read = case.read().unwrap();
            assert_eq!(words(read.text()), "Left column line 1 Left column line 2 Right column line 1 Right column line 2");
        }
        if case.name == "multicolumn.pdf" {
            let read = case.read().unwrap();
            let place = |words: &str| read.text().find(words).unwrap_or_else(|| panic!("{words}"));
            assert!(
                place("Lorem ipsum dolor sit amet, consectetuer adipiscing elit. Ut purus") < place("Quisque ullamcorper placerat ipsum")
            );
        }
    }
}

#[test]
fn a_password_is_asked_for_and_either_of_the_two_opens_the_file() {
    for case in cases() {
        let Some(password) = case.text("password") else { continue };
        let read = |password: Option<&str>| pdf::read(&case.bytes, &Wish { password: password.map(str::to_owned), ..Wish::default() });
        assert_eq!(read(None).unwrap_err(), Refusal::NeedsPassword, "{}", case.name);
        assert_eq!(read(Some("not this one")).unwrap_err(), Refusal::WrongPassword, "{}", case.name);
        let text = read(Some(&password)).unwrap().text().to_owned();
        if let Some(owner) = case.text("owner_password") {
            assert_eq!(read(Some(&owner)).unwrap().text(), text, "{}", case.name);
        }
    }
}

#[test]
fn damaged_files_are_read_or_refused_soon() {
    let cases: Vec<Case> = cases().into_iter().filter(|case| case.bytes.len() < 60_000).collect();
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        usize::try_from(chance % below.max(1) as u64).unwrap()
    };
    for nth in 0..if cases.is_empty() { 0 } else { 150 } {
        let case = &cases[next(cases.len())];
        let mut bytes = case.bytes.clone();
        match nth % 3 {
            0 => (0..1 + next(40)).for_each(|_| {
                let at = next(bytes.len());
                bytes[at] = u8::try_from(next(256)).unwrap();
            }),
            1 => bytes.truncate(next(bytes.len())),
            _ => {
                let (from, to, count) = (next(bytes.len()), next(bytes.len()), next(400));
                let piece: Vec<u8> = bytes.iter().skip(from).take(count).copied().collect();
                bytes.splice(to..to, piece);
            }
        }
        let begun = Instant::now();
        let _ = pdf::read(&bytes, &Wish { password: case.text("password"), ..Wish::default() });
        assert!(begun.elapsed() < Duration::from_secs(5), "{} ({nth}): {:?}", case.name, begun.elapsed());
    }
}

#[test]
fn twenty_thousand_pages_are_read_and_one_more_is_refused() {
    let book = |count: usize| {
        let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned()];
        let kids: String = (0..count).map(|nth| format!("{} 0 R ", 4 + 2 * nth)).collect();
        objects.push(format!("<</Type/Pages/Count {count}/MediaBox[0 0 595 842]/Kids[{kids}]/Resources<</Font<</F 3 0 R>>>>>>"));
        objects.push("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned());
        for nth in 0..count {
            let program = format!("BT /F 10 Tf 60 700 Td (It rained on day {nth}.) Tj ET");
            objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 5 + 2 * nth));
            objects.push(format!("<</Length {}>>\nstream\n{program}\nendstream", program.len()));
        }
        let mut bytes = b"%PDF-1.4\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for (nth, object) in objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
            bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", nth + 1).bytes());
        }
        let start = bytes.len();
        bytes.extend(format!("{table}trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes());
        bytes
    };
    let read = pdf::read(&book(20_000), &Wish::default()).unwrap();
    assert!(read.text().contains("It rained on day 19999."));
    let refusal = pdf::read(&book(20_001), &Wish::default()).unwrap_err();
    assert_eq!(refusal, Refusal::TooMuch("it has 20001 pages, and no more than 20000 are read".to_owned()));
}
