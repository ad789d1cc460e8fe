//! How was checked: the method in words, the scale, and the proof that the texts are those that were read.

use std::borrow::Cow;
use std::sync::Arc;

use super::RatingFace;
use super::desk::Desk;
use crate::model::document::{Document, LineEnd};
use crate::model::id::DocumentId;
use crate::model::signature::SignOff;

/// Method and scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// The method, a paragraph each.
    pub paragraphs: Vec<String>,
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
    pub original: String,
    /// The file that it was read from, or the address of the page, with the SHA-256 of its bytes; blank where it was pasted.
    pub read_from: String,
    /// When it was opened.
    pub opened: String,
}

/// A named fact about an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is: `Outlet`.
    pub name: String,
    /// What was written down.
    pub value: String,
}

pub(super) fn method(desk: &Desk<'_>) -> Method {
    let paragraphs = [desk.language.say("method-tagging"), desk.language.say("method-settling"), desk.language.say("method-hashes")];
    Method { paragraphs: paragraphs.map(Cow::into_owned).into(), scale_name: desk.project.scale().name.trim().to_owned() }
}

/// The scale, worst first.
pub(super) fn scale(desk: &Desk<'_>) -> Vec<RatingFace> {
    let mut values: Vec<_> = desk.project.scale().values.iter().collect();
    values.sort_by_key(|value| value.place);
    values.into_iter().map(|value| RatingFace { grade: value.place, word: value.word.clone(), reason: String::new() }).collect()
}

pub(super) fn hashes(desk: &Desk<'_>) -> Vec<HashRow> {
    desk.documents().map(|document| hash(desk, document)).collect()
}

fn hash(desk: &Desk<'_>, document: &Document) -> HashRow {
    HashRow {
        document: document.id,
        letter: desk.project.letter(document.id),
        title: desk.title(document),
        hash: document.text.hash().to_string(),
        bytes: document.text.len(),
        original: original(desk, document),
        read_from: document.original.as_ref().map_or_else(String::new, |file| format!("{}, SHA-256 {}", file.name(), file.sha256)),
        opened: desk.date_and_time(document.opened),
    }
}

fn original(desk: &Desk<'_>, document: &Document) -> String {
    let ends = match document.text.line_end() {
        LineEnd::Lf => None,
        LineEnd::CrLf => Some(desk.language.say("original-crlf")),
        LineEnd::Cr => Some(desk.language.say("original-cr")),
        LineEnd::Mixed => Some(desk.language.say("original-mixed")),
    };
    let mark = document.text.had_bom().then(|| desk.language.say("original-bom"));
    desk.language.commas(&ends.into_iter().chain(mark).collect::<Vec<_>>())
}

/// What is known about an article, in the order of its head; blank facts are left out.
pub(super) fn facts(desk: &Desk<'_>, document: &Document) -> Vec<Fact> {
    let meta = &document.meta;
    let opened = desk.date_and_time(document.opened);
    let signed = document.signed.as_ref().map_or_else(String::new, |signed| signature(desk, signed));
    let say = |key| desk.language.say(key);
    let draft = |draft: &Arc<Document>| format!("{} (SHA-256 {})", desk.date_and_time(draft.opened), draft.text.hash());
    let drafts = document.earlier.iter().map(draft).collect::<Vec<_>>().join("; ");
    let is_signed = document.signed.as_ref().is_none_or(SignOff::holds);
    let facts = [
        (say("fact-outlet"), &meta.outlet),
        (say("fact-byline"), &meta.byline),
        (say("fact-published"), &meta.published),
        (say("fact-address"), &meta.url),
        (say("fact-archived"), &meta.archive_url),
        (say("fact-language"), &meta.language),
        (say("fact-read-from"), &meta.origin),
        (say("fact-opened"), &opened),
        (say("fact-drafts"), &drafts),
        (if is_signed { say("fact-signed") } else { say("fact-reopened") }, &signed),
    ];
    let filled = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(name, value)| Fact { name: name.into_owned(), value: value.trim().to_owned() }).collect()
}

/// Who stands for something since when, and why it was opened again: `RK, 21 November 2026, 14:32`.
pub(super) fn signature(desk: &Desk<'_>, signed: &SignOff) -> String {
    let date = desk.date_and_time(signed.at);
    let words = desk.language.say_with("signed-by", &[("by", desk.person(&signed.by).into()), ("date", date.into())]);
    if signed.holds() { words } else { format!("{words}: {}", signed.reopened.trim()) }
}

#[cfg(test)]
mod tests {
    use crate::model::document::Document;
    use crate::report::tests::build;
    use crate::testing::Desk;

    #[test]
    fn earlier_drafts_are_told_with_the_time_they_were_opened_and_their_hash() {
        let mut desk = Desk::default();
        let id = desk.article("Rain\nIt rained.");
        let before = desk.project.document(id).unwrap().clone();
        let said =
            |desk: &Desk| build(desk).articles[0].facts.iter().find(|fact| fact.name == "Earlier drafts").map(|fact| fact.value.clone());
        assert_eq!(said(&desk), None);
        desk.change(id, |document: &mut Document| document.earlier = before.drafts());
        let words = said(&desk).unwrap();
        assert!(words.ends_with(&format!(" (SHA-256 {})", before.text.hash())), "{words}");
    }
}
