//! The test files with what is expected of each.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{common, gold};

/// A file that is to be opened.
pub struct Sample {
    /// What it is.
    pub format: &'static str,
    /// Where it lies.
    pub path: PathBuf,
    /// What it is locked with.
    pub password: Option<String>,
    /// The encoding that must be named, where no reader could guess it.
    pub encoding: Option<String>,
    /// The words that are expected.
    pub expected: Option<String>,
    /// Whether only letters and digits are compared: the expectation is Markdown, or another reader's.
    pub is_words_alone: bool,
    /// Title, author and date that are expected.
    pub facts: [Option<String>; 3],
}

impl Sample {
    fn new(format: &'static str, path: PathBuf) -> Self {
        Sample { format, path, password: None, encoding: None, expected: None, is_words_alone: false, facts: [None, None, None] }
    }
}

/// All of them, format by format; none where the test data is not there.
pub fn all() -> Vec<Sample> {
    let Some(html) = common::data("html") else { return Vec::new() };
    let mut samples = pages(&html);
    samples.extend(listed("pdf", |_| "PDF", gold::of_pdf));
    samples.extend(listed("office", office_format, |_, text| gold::of_office(text)));
    samples.extend(encodings());
    samples
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

fn pages(folder: &Path) -> Vec<Sample> {
    let files = common::files(folder);
    let sources = files.into_iter().filter(|path| path.file_name().is_some_and(|name| name == "source.html"));
    let page = |source: PathBuf| {
        let folder = source.parent().unwrap().to_owned();
        let set = folder.parent().and_then(Path::file_name).unwrap().to_string_lossy().into_owned();
        let facts = |value: &Value, names: [&str; 3]| names.map(|name| gold::text(&value[name]));
        let expected = json(&folder.join("expected.json")).unwrap_or(Value::Null);
        let format = if set == "readability" {
            "Web page, as a browser's reader shows it"
        } else {
            "Web page, as its outlet or another reader has it"
        };
        let mut sample = Sample::new(format, source);
        match set.as_str() {
            "readability" => {
                sample.expected = std::fs::read_to_string(folder.join("expected.html")).ok().map(|page| gold::lines_of(&page));
                let meta = json(&folder.join("expected-metadata.json")).unwrap_or(Value::Null);
                sample.facts = facts(&meta, ["title", "byline", "publishedTime"]);
            }
            "fundus" => {
                sample.expected = Some(gold::paragraphs(&expected));
                sample.facts = facts(&expected, ["title", "authors", "publishing_date"]);
            }
            "newspaper4k" => sample.expected = std::fs::read_to_string(folder.join("expected.txt")).ok(),
            // Of these only the beginning is known.
            _ => sample.facts = [gold::text(&expected["expected"]["title"]), None, None],
        }
        sample
    };
    sources.map(page).collect()
}

fn office_format(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("docx") => "Word",
        Some("odt") => "OpenDocument",
        Some("epub") => "EPUB",
        Some("rtf") => "Rich text",
        Some("md") => "Markdown",
        Some("eml") => "Mail",
        Some("vtt") => "Subtitles",
        Some("fb2") => "FictionBook",
        other => panic!("{other:?}"),
    }
}

/// Files that a list of expectations names.
fn listed(folder: &str, format: fn(&str) -> &'static str, plain: fn(&str, &str) -> String) -> Vec<Sample> {
    let Some(folder) = common::data(folder) else { return Vec::new() };
    let Some(Value::Object(list)) = json(&folder.join("expectations.json")) else { return Vec::new() };
    let sample = |(name, expected): (String, Value)| {
        let text = |key: &str| expected[key].as_str().map(str::to_owned);
        let is_pdf = format(&name) == "PDF";
        // What another reader of PDF files has is no gold.
        let gold = text("gold_text").or_else(|| text("reference_text").filter(|_| !is_pdf));
        let mut sample = Sample::new(format(&name), folder.join(&name));
        sample.expected = gold.and_then(|file| Some(plain(&file, &std::fs::read_to_string(folder.join(&file)).ok()?)));
        // Markdown is shown as it is written.
        if sample.format == "Markdown" {
            sample.expected = std::fs::read_to_string(&sample.path).ok();
        }
        // Markdown has signs of its own, and that of some PDF files sets the signs between words apart.
        sample.is_words_alone = !is_pdf || text("gold_text").is_some_and(|file| file.ends_with(".md"));
        sample.password = text("password");
        sample
    };
    list.into_iter().map(sample).collect()
}

fn encodings() -> Vec<Sample> {
    let Some(folder) = common::data("encodings") else { return Vec::new() };
    let Some(Value::Array(list)) = json(&folder.join("index.json")) else { return Vec::new() };
    let is_text = |case: &&Value| case["file"].as_str().is_some_and(|name| name.ends_with(".txt"));
    let sample = |case: &Value| {
        let name = case["file"].as_str()?;
        let mut sample = Sample::new("Text in any encoding", folder.join(name));
        let expected = std::fs::read_to_string(folder.join(case["expected"].as_str()?)).ok()?;
        sample.expected = Some(expected.replace("\r\n", "\n").replace('\r', "\n"));
        // Every code point of an encoding in a row looks like no language: there the checker says which it is.
        sample.encoding = name.ends_with("_in.txt").then(|| case["encoding"].as_str().map(str::to_owned)).flatten();
        Some(sample)
    };
    list.iter().filter(is_text).filter_map(sample).collect()
}
