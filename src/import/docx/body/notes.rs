//! Footnotes and endnotes, which stand at the end of the text, and comments, which stand beside it.

use std::collections::HashMap;

use super::{Body, who};
use crate::import::docx::package::{Package, Story};
use crate::import::draft::{Mark, Note};
use crate::import::xml::Element;
use crate::model::document::aside::AsideKind;

/// A place where a note is referred to.
#[derive(Clone)]
pub struct Reference {
    story: Story,
    id: String,
    at: Mark,
}

/// The notes of a document. Lines that part notes from the text are none.
pub fn by_id(package: &Package) -> HashMap<(Story, String), Element<'_>> {
    let mut notes = HashMap::new();
    for story in [Story::Footnotes, Story::Endnotes] {
        for note in package.root(story).into_iter().flat_map(Element::elements) {
            let is_line = note.attribute("type").is_some_and(|kind| kind.contains("eparator") || kind == "continuationNotice");
            if let Some(id) = note.attribute("id").filter(|_| !is_line) {
                notes.insert((story, id.into_owned()), note);
            }
        }
    }
    notes
}

impl<'x> Body<'x> {
    /// Remembers that a note is referred to here.
    pub(super) fn note_reference(&mut self, reference: Element<'x>) {
        self.strike();
        let story = if reference.name() == "footnoteReference" { Story::Footnotes } else { Story::Endnotes };
        let Some(id) = reference.attribute("id") else { return };
        self.references.push(Reference { story, id: id.into_owned(), at: self.pen.draft.here() });
    }

    /// Writes the notes in the order of their references, numbered from 1, each in a line at the end of the text.
    pub(super) fn notes(&mut self) {
        let mut nth = 0;
        while let Some(Reference { story, id, at }) = self.references.get(nth).cloned() {
            nth += 1;
            let Some(note) = self.notes.remove(&(story, id)) else { continue };
            let label = nth.to_string();
            self.story = story;
            let from = self.pen.begin_note(&label);
            self.blocks(note);
            self.pen.end_note(from, &label, at);
        }
    }

    /// Where a comment begins, ends or stands.
    pub(super) fn comment_mark(&mut self, mark: Element<'x>) {
        self.strike();
        let Some(id) = mark.attribute("id") else { return };
        match mark.name() {
            "commentRangeStart" => self.pen.begin_comment(&id),
            _ => self.pen.end_comment(&id),
        }
    }

    /// Puts the comments beside their words.
    pub(super) fn comments(&mut self) {
        for comment in self.package.root(Story::Comments).into_iter().flat_map(Element::elements) {
            let Some(id) = comment.attribute("id") else { continue };
            let (by, at) = who(comment);
            let lines: Vec<_> = comment.elements().map(plain).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
            self.pen.comment(&id, Note { kind: AsideKind::Comment, by, at, words: lines.join("\n") });
        }
    }
}

/// The words in an element without their looks, as comments and deletions need them.
pub fn plain(element: Element<'_>) -> String {
    let mut words = String::new();
    for inner in element.descendants() {
        match inner.name() {
            "t" | "delText" => words.push_str(&inner.words()),
            "tab" | "br" | "cr" => words.push(' '),
            "noBreakHyphen" => words.push('\u{2011}'),
            "p" if !words.is_empty() => words.push('\n'),
            _ => {}
        }
    }
    words
}
