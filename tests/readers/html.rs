//! Web pages: their articles as readers in browsers show them, and what is known of them.

use std::path::PathBuf;

use serde_json::Value;
use tickmark::import::{Draft, Wish, html};

use super::common::data;
use super::gold;
use super::words::f1;

struct Page {
    name: String,
    folder: PathBuf,
    draft: Draft,
    /// The words that are expected, if all of them are known.
    expected: String,
    /// Title, authors and date that are expected.
    facts: [Option<String>; 3],
}

/// The pages of a set, each with what its own file says of it.
fn pages(set: &str, expectation: fn(&Page) -> (String, [Option<String>; 3])) -> Vec<Page> {
    let Some(folder) = data("html") else { return Vec::new() };
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder.join(set)).unwrap() {
        let folder = entry.unwrap().path();
        let bytes = std::fs::read(folder.join("source.html")).unwrap();
        let draft = html::read(&bytes, &Wish::default()).unwrap();
        let name = format!("{set}/{}", folder.file_name().unwrap().to_string_lossy());
        let mut page = Page { name, folder, draft, expected: String::new(), facts: Default::default() };
        (page.expected, page.facts) = expectation(&page);
        pages.push(page);
    }
    pages.sort_by(|one, other| one.name.cmp(&other.name));
    pages
}

impl Page {
    fn json(&self, file: &str) -> Value {
        serde_json::from_slice(&std::fs::read(self.folder.join(file)).unwrap()).unwrap()
    }

    fn likeness(&self) -> f64 {
        f1(self.draft.text(), &self.expected)
    }
}

/// What a reader in a browser shows.
fn shown(page: &Page) -> (String, [Option<String>; 3]) {
    let expected = std::fs::read_to_string(page.folder.join("expected.html")).unwrap();
    let facts = page.json("expected-metadata.json");
    let facts = ["title", "byline", "publishedTime"].map(|name| gold::text(&facts[name]));
    (gold::lines_of(&expected), facts)
}

/// What the outlet's own paragraphs are, picked by hand-written rules for that outlet.
fn picked(page: &Page) -> (String, [Option<String>; 3]) {
    let expected = page.json("expected.json");
    (gold::paragraphs(&expected), ["title", "authors", "publishing_date"].map(|name| gold::text(&expected[name])))
}

#[test]
fn the_article_is_what_a_reader_in_a_browser_shows() {
    let pages = pages("readability", shown);
    for page in &pages {
        assert!(page.likeness() >= 0.98, "{}: {:.3}", page.name, page.likeness());
        assert!(page.draft.warnings.is_empty(), "{}: {:?}", page.name, page.draft.warnings);
    }
}

#[test]
fn the_article_is_what_outlets_call_their_paragraphs() {
    let mut all: Vec<f64> = pages("readability", shown).iter().map(Page::likeness).collect();
    let picked = pages("fundus", picked);
    for page in &picked {
        println!("{:.3} {}", page.likeness(), page.name);
        // What stands around an article in these pages is no part of it, but looks like one.
        assert!(page.likeness() >= 0.80, "{}: {:.3}", page.name, page.likeness());
    }
    all.extend(picked.iter().map(Page::likeness));
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    assert!(all.is_empty() || mean >= 0.95, "{mean:.3}");
}

#[test]
fn title_authors_and_date_are_found() {
    let mut found = [(0, 0); 3];
    for page in pages("readability", shown).iter().chain(&pages("fundus", picked)) {
        let meta = &page.draft.meta;
        let read = [&meta.title, &meta.byline, &meta.published];
        for (nth, (read, expected)) in read.into_iter().zip(&page.facts).enumerate() {
            let Some(expected) = expected else { continue };
            let day = |text: &str| text.get(..10).unwrap_or(text).to_owned();
            let is_found = if nth == 2 { day(read) == day(expected) } else { gold::is_same(read, expected) };
            if !is_found {
                println!("{}: {read:?}, not {expected:?}", page.name);
            }
            found[nth].0 += usize::from(is_found);
            found[nth].1 += 1;
        }
    }
    println!("title, authors, date: {found:?}");
    for (found, all) in found {
        assert!(found * 10 >= all * 8, "{found} of {all}");
    }
}

#[test]
fn hostile_pages_are_read_or_refused_in_words() {
    let deep = |open: &str, count: usize| format!("<html><body>{}The dyke failed.", open.repeat(count));
    for (page, words) in [
        (deep("<div>", 100_000), "The dyke failed.\n"),
        (deep("<table><tr><td>", 10_000), "The dyke failed.\n"),
        (deep("<blockquote>", 100_000), "The dyke failed.\n"),
        (deep("<ul><li>", 100_000), "The dyke failed.\n"),
        (
            "<p>The <b>dyke\0 failed.</b></p><script>document.write('no')</script><iframe src='file:///etc/passwd'></iframe>".to_owned(),
            "The dyke failed.\n",
        ),
        (format!("<p>{}</p>", "w".repeat(1_000_000)), ""),
        (format!("<table>{}</table>", "<tr><td>1</td><td rowspan=9999999 colspan=9999999>2</td></tr>".repeat(50)), ""),
        ("<p>a</p>".repeat(100_000), ""),
        (format!("<p>{}", "&".repeat(2_000_000)), ""),
        (format!("<p>{}", "&amp;".repeat(400_000)), ""),
        (format!("<p {}>The dyke failed.", "ab=c d ".repeat(270_000)), "The dyke failed.\n"),
    ] {
        let began = std::time::Instant::now();
        let draft = html::read(page.as_bytes(), &Wish::default()).unwrap();
        let start: String = page.chars().take(40).collect();
        assert!(words.is_empty() || draft.text() == words, "{start}: {:?}", draft.text().get(..60));
        assert!(began.elapsed().as_secs() < 30, "{start}: {:?}", began.elapsed());
    }
    for page in ["<script>while (true) {}</script>", "<svg><text>x</text></svg>", "\0\0\0", "<"] {
        let _ = html::read(page.as_bytes(), &Wish::default()).map(|draft| draft.freeze());
    }
}
