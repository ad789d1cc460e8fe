//! How was checked: the method in words, the scale, and the proof that the texts are those that were read.

use super::RatingFace;
use super::desk::Desk;
use crate::model::document::{Document, LineEnd};
use crate::model::id::DocumentId;

/// Method and scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// The method, a paragraph each.
    pub paragraphs: Vec<&'static str>,
    /// What the desk calls its scale.
    pub scale_name: String,
}

/// Proof of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HashRow {
    /// The article.
    pub document: DocumentId,
    /// Its letter.
    pub letter: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of the text, in hexadecimal digits.
    pub hash: String,
    /// Length of the text in bytes of UTF-8.
    pub bytes: usize,
    /// What the text was before it was frozen, where that differs from what was hashed; else blank.
    pub original: &'static str,
    /// The file that it was read from, or the address of the page, with the SHA-256 of its bytes; blank where it was pasted.
    pub read_from: String,
    /// When it was opened.
    pub opened: String,
}

/// A named fact about an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is: `Outlet`.
    pub name: &'static str,
    /// What was written down.
    pub value: String,
}

const METHOD: &[&str] = &[
    "Every statement that can be wrong was tagged by hand as a claim, every figure as a number, and everyone who says it as a source. \
     A claim is known by the letter of the article where it was first tagged and a number that it keeps: A14.",
    "A claim is settled when it is confirmed, changed or cut. Open, asked and unresolved claims are not settled. Sentences that no mark \
     touches count as untouched; opinions, forecasts, motives and experiences may be set aside as not checkable.",
    "The text of an article was frozen when it was opened. The SHA-256 below is that of the frozen text in UTF-8 with line feeds as line \
     ends, so that anyone who has the text can prove it.",
];

pub(super) fn method(desk: &Desk<'_>) -> Method {
    Method { paragraphs: METHOD.to_vec(), scale_name: desk.project.scale().name.trim().to_owned() }
}

/// The scale, worst first.
pub(super) fn scale(desk: &Desk<'_>) -> Vec<RatingFace> {
    let mut values: Vec<_> = desk.project.scale().values.iter().collect();
    values.sort_by_key(|value| value.place);
    values.into_iter().map(|value| RatingFace { grade: value.place, word: value.word.clone(), reason: String::new() }).collect()
}

pub(super) fn hashes(desk: &Desk<'_>) -> Vec<HashRow> {
    desk.project.documents().map(|document| hash(desk, document)).collect()
}

fn hash(desk: &Desk<'_>, document: &Document) -> HashRow {
    HashRow {
        document: document.id,
        letter: desk.project.letter(document.id),
        title: desk.title(document),
        hash: document.text.hash().to_string(),
        bytes: document.text.len(),
        original: original(document),
        read_from: document.original.as_ref().map_or_else(String::new, |file| format!("{}, SHA-256 {}", file.name(), file.sha256)),
        opened: desk.date_and_time(document.opened),
    }
}

fn original(document: &Document) -> &'static str {
    match (document.text.line_end(), document.text.had_bom()) {
        (LineEnd::Lf, false) => "",
        (LineEnd::Lf, true) => "byte order mark",
        (LineEnd::CrLf, false) => "CRLF line ends",
        (LineEnd::CrLf, true) => "CRLF line ends, byte order mark",
        (LineEnd::Cr, false) => "CR line ends",
        (LineEnd::Cr, true) => "CR line ends, byte order mark",
        (LineEnd::Mixed, false) => "mixed line ends",
        (LineEnd::Mixed, true) => "mixed line ends, byte order mark",
    }
}

/// What is known about an article, in the order of its head; blank facts are left out.
pub(super) fn facts(desk: &Desk<'_>, document: &Document) -> Vec<Fact> {
    let meta = &document.meta;
    let opened = desk.date_and_time(document.opened);
    let facts = [
        ("Outlet", &meta.outlet),
        ("Byline", &meta.byline),
        ("Published", &meta.published),
        ("Address", &meta.url),
        ("Archived at", &meta.archive_url),
        ("Language", &meta.language),
        ("Read from", &meta.origin),
        ("Opened", &opened),
    ];
    let filled = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(name, value)| Fact { name, value: value.trim().to_owned() }).collect()
}
