//! Text in any encoding: every letter as it was meant, also where nobody says in which encoding it is.

use tickmark::import::{self, Warning, Wish};

use crate::common;

#[derive(serde::Deserialize)]
struct Case {
    file: String,
    encoding: String,
    expected: Option<String>,
    #[serde(default = "yes")]
    decodes_without_errors: bool,
}

fn yes() -> bool {
    true
}

#[test]
fn every_text_is_read_letter_by_letter() {
    let Some(folder) = common::data("encodings") else { return };
    let cases: Vec<Case> = serde_json::from_slice(&std::fs::read(folder.join("index.json")).unwrap()).unwrap();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for case in cases.iter().filter(|case| case.file.ends_with(".txt")) {
        let Some(expected) = &case.expected else { continue };
        let expected = std::fs::read_to_string(folder.join(expected)).unwrap().replace("\r\n", "\n").replace('\r', "\n");
        // Every code point of an encoding in a row looks like no language: there the checker says which it is.
        let is_table = case.file.ends_with("_in.txt");
        let wish = Wish { encoding: is_table.then(|| case.encoding.clone()), ..Wish::default() };
        let read = import::read_as(&case.file, std::fs::read(folder.join(&case.file)).unwrap(), &wish).unwrap();
        let encoded = read.encoding.clone().unwrap();
        if read.text.as_str() != expected.trim_start_matches('\u{feff}') {
            wrong.push(format!("{} is {}, read as {}", case.file, case.encoding, encoded.name));
        }
        let has_loss = read.warnings.iter().any(|warning| matches!(warning, Warning::Lost { .. } | Warning::CutOff { .. }));
        // A table of code points has those that stand for nothing, too.
        assert!(is_table || has_loss != case.decodes_without_errors, "{}: {:?}", case.file, read.warnings);
        assert!(!encoded.is_guess || !read.warnings.is_empty(), "{}: a guess is told", case.file);
        tried += 1;
    }
    assert!(tried >= 25, "{tried}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
