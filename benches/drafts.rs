//! How well and how fast marks are put from one draft of an article on the next: `docs/drafts.md`. Articles are changed as an editor
//! would, at random but with what became of each word written down. The articles are those that ship and those of the shared test data
//! that `TICKMARK_TEST_DATA` names, `../shared/data` if it names none.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "in a bench a panic is the report"
)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use tickmark::model::annotation::carry::Carrier;
use tickmark::model::annotation::reanchor::Found;
use tickmark::model::document::Text;

#[path = "../tests/drafts/edited.rs"]
mod edited;
#[path = "../tests/drafts/judged.rs"]
mod judged;

use edited::{Chance, Hand, Stock, edited, marks, pieces};
use judged::{Said, Table, Truth, judge};

/// Marks that are counted at least, if `TICKMARK_MARKS` asks for no more.
const MARKS: usize = 30_000;
/// Marks of an article and draft.
const PER_DRAFT: usize = 40;

const HANDS: [(&str, Hand); 3] = [
    ("a careful edit", Hand { words: 10, sentences: 6, paragraphs: 4 }),
    ("a thorough edit", Hand { words: 30, sentences: 12, paragraphs: 8 }),
    ("a rewrite", Hand { words: 60, sentences: 25, paragraphs: 20 }),
];

fn main() {
    let articles = articles();
    println!("{} articles\n", articles.len());
    quality(&articles);
    speed(&articles);
}

fn data() -> PathBuf {
    std::env::var_os("TICKMARK_TEST_DATA").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from)
}

fn articles() -> Vec<String> {
    let mut found = Vec::new();
    for folder in
        [Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/articles"), data().join("seeds"), data().join("html"), data().join("claims")]
    {
        gather(&folder, &mut found);
    }
    let plain = |text: String| text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    // Filler is the same in several files, so that what was put in cannot be told from what stood there.
    let is_article = |text: &String| (600..60_000).contains(&text.len()) && !text.to_lowercase().contains("lorem ipsum");
    found.into_iter().map(plain).filter(is_article).collect()
}

fn gather(folder: &Path, found: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, found);
            continue;
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(text) = std::fs::read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else { continue };
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("txt" | "md") if name != "ORIGIN.md" => found.push(text),
            Some("json") => strings(&serde_json::from_str(&text).unwrap_or_default(), found),
            Some("html") if name == "expected.html" => found.push(words_of(&text)),
            _ => {}
        }
    }
}

/// The article that an expectation file holds.
fn strings(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    serde_json::Value::String(text) if matches!(name.as_str(), "cleaned_text" | "text" | "plaintext") => {
                        found.push(text.clone())
                    }
                    value => strings(value, found),
                }
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// The words of a page, a line for each paragraph.
fn words_of(page: &str) -> String {
    let mut text = String::new();
    for part in page.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        if ["/p", "/h", "/li", "/div", "br"].iter().any(|end| tag.starts_with(end)) {
            text.push('\n');
        }
        text.push_str(&words.replace('\n', " "));
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn quality(articles: &[String]) {
    let wanted = std::env::var("TICKMARK_MARKS").map_or(MARKS, |count| count.parse().expect("a number of marks"));
    let (mut wrong, mut all) = (Vec::new(), 0);
    for (nth, (name, hand)) in HANDS.iter().enumerate() {
        let (mut table, mut counted, mut seed) = (Table::new(), 0, 0);
        while counted < wanted / HANDS.len() {
            for (at, article) in articles.iter().enumerate() {
                seed += 1;
                let mut chance = Chance::new(seed * 7919 + nth as u64);
                // Another story: what is put in must not be what stood there.
                let stock = Stock::of(&articles[(at + articles.len() / 2) % articles.len()]);
                let old = pieces(article);
                let marked = marks(&old, PER_DRAFT, &mut chance);
                let new = edited(article, &stock, *hand, &mut chance);
                counted += marked.len();
                for (key, count) in judge(&old, &new, &marked, &mut |words| wrong.push(format!("{name}: {words}"))) {
                    *table.entry(key).or_default() += count;
                }
            }
        }
        print_table(name, &table);
        all += counted;
    }
    println!("Wrong: {} of {all}", wrong.len());
    wrong.iter().for_each(|words| println!("  {words}"));
}

fn print_table(name: &str, table: &Table) {
    println!("| {name} | kept | moved | changed | lost | wrong |\n|---|---:|---:|---:|---:|---:|");
    let rows = [
        (Truth::Untouched, "untouched"),
        (Truth::Elsewhere, "untouched in what was moved"),
        (Truth::Beside, "a word beside changed"),
        (Truth::Changed, "changed"),
        (Truth::Gone, "gone"),
    ];
    for (truth, words) in rows {
        let count = |said| table.get(&(truth, said)).copied().unwrap_or(0).to_string();
        let counts = [Said::Kept, Said::Moved, Said::Changed, Said::Lost, Said::Wrong].map(count);
        println!("| {words} | {} |", counts.join(" | "));
    }
    println!();
}

/// A book of one megabyte and a thousand marks.
fn speed(articles: &[String]) {
    let all = articles.join("\n");
    let words: Vec<&str> = all.split_whitespace().collect();
    let mut chance = Chance::new(5);
    let mut book = String::new();
    while book.len() < 1_000_000 {
        for _ in 0..5 {
            let sentence: Vec<&str> = (0..6 + chance.below(20)).map(|_| words[chance.below(words.len())]).collect();
            book += &sentence.join(" ").replace(['.', '!', '?'], "");
            book += ". ";
        }
        book.push('\n');
    }
    let stock = Stock::of(&all);
    for (name, hand) in HANDS {
        let new: String = edited(&book, &stock, hand, &mut chance).into_iter().map(|piece| piece.words).collect();
        let (old, new) = (Text::freeze(book.as_str()), Text::freeze(new));
        let began = Instant::now();
        let carrier = Carrier::new(&old, &new);
        let compared = began.elapsed();
        let step = old.len() / 1000;
        let found = (0..1000).map(|at| carrier.find(old.trimmed(old.span(at * step, at * step + 30))));
        let kept = found.filter(|found| matches!(found, Found::Kept(_))).count();
        let marks = began.elapsed() - compared;
        println!("1 MB and 1,000 marks, {name}: {compared:.0?} to compare, {marks:.1?} for the marks, {kept} kept");
    }
}
