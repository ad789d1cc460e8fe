//! Walks through the words of an OpenDocument text, block by block.

mod inline;

use std::collections::HashMap;

use super::changes::{self, Change};
use super::styles::Styles;
use crate::import::draft::{Draft, Mark, Note};
use crate::import::pen::{Ink, Pen};
use crate::import::xml::{Element, Space};
use crate::model::document::structure::Kind;

/// Writes a text.
pub struct Body<'x> {
    styles: &'x Styles<'x>,
    text: Element<'x>,
    pub(super) pen: Pen,
    changes: HashMap<String, Change>,
    /// Where insertions began, by the ids of their changes.
    insertions: HashMap<String, Mark>,
    /// Frames of the paragraph that is read; their words follow it.
    boxes: Vec<Element<'x>>,
    notes: Vec<Footnote<'x>>,
    comments: Vec<(String, Note)>,
    /// Lists around the place.
    depth: u16,
}

struct Footnote<'x> {
    label: String,
    body: Element<'x>,
    at: Mark,
}

impl<'x> Body<'x> {
    /// Begins to write.
    pub fn new(styles: &'x Styles<'x>, text: Element<'x>) -> Self {
        Body {
            styles,
            text,
            pen: Pen::default(),
            changes: changes::by_id(text),
            insertions: HashMap::new(),
            boxes: Vec::new(),
            notes: Vec::new(),
            comments: Vec::new(),
            depth: 0,
        }
    }

    /// Writes the text, its notes and its comments.
    pub fn write(mut self) -> Draft {
        self.blocks(self.text);
        let mut nth = 0;
        while let Some(note) = self.notes.get(nth) {
            let (label, body, at) = (note.label.clone(), note.body, note.at);
            nth += 1;
            let from = self.pen.begin_note(&label);
            self.blocks(body);
            self.pen.end_note(from, &label, at);
        }
        for (id, note) in std::mem::take(&mut self.comments) {
            self.pen.comment(&id, note);
        }
        self.pen.finish()
    }

    /// Writes what stands in a body, a section, a cell, a frame or a note.
    pub(super) fn blocks(&mut self, container: Element<'x>) {
        for block in container.elements() {
            self.block(block);
        }
    }

    fn block(&mut self, block: Element<'x>) {
        match (block.space(), block.name()) {
            (Space::Text, "p") => {
                let by_style = self.styles.kind(style_name(block));
                let by_list = (self.depth > 0).then(|| Kind::Entry(u8::try_from(self.depth).unwrap_or(u8::MAX).min(Kind::DEEPEST)));
                let is_heading = matches!(by_style, Some(Kind::Heading(_)));
                self.paragraph(block, if is_heading { by_style } else { by_list.or(by_style) });
            }
            (Space::Text, "h") => {
                let level = block.attribute("outline-level").or_else(|| block.attribute("level"));
                let level = level.and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
                self.paragraph(block, Some(Kind::Heading(level.clamp(1, 6))));
            }
            (Space::Text, "list" | "ordered-list" | "unordered-list") => {
                self.depth += 1;
                self.blocks(block);
                self.depth -= 1;
            }
            (Space::Table, "table") => self.table(block),
            (Space::Text, "tracked-changes") => {}
            (Space::Text, "change" | "change-start" | "change-end") => self.change_mark(block),
            (Space::Text, "section") if is_hidden(block) => self.pen.words(&plain(block), Ink { hidden: true, ..Ink::default() }),
            (Space::Draw, _) => {
                let mut boxes = Vec::new();
                inline::note_boxes(block, &mut boxes);
                boxes.into_iter().for_each(|text_box| self.blocks(text_box));
            }
            // Sections, indexes, entries of lists and whatever else frames paragraphs.
            (Space::Text, _) => self.blocks(block),
            _ => {}
        }
    }

    fn paragraph(&mut self, paragraph: Element<'x>, kind: Option<Kind>) {
        let outer = std::mem::take(&mut self.boxes);
        let from = self.pen.begin();
        let ink = self.styles.paragraph_ink(style_name(paragraph));
        let ink = if matches!(kind, Some(Kind::Heading(_))) { Ink { strong: false, ..ink } } else { ink };
        self.inlines(paragraph, ink);
        self.pen.end(from, kind);
        for text_box in std::mem::replace(&mut self.boxes, outer) {
            let depth = std::mem::take(&mut self.depth);
            self.blocks(text_box);
            self.depth = depth;
        }
    }
}

fn style_name(of: Element<'_>) -> Option<String> {
    of.attribute("style-name").map(std::borrow::Cow::into_owned)
}

fn is_hidden(section: Element<'_>) -> bool {
    section.attribute("display").is_some_and(|display| &*display == "none")
}

/// The words in an element without their looks, as comments and deletions need them.
pub fn plain(element: Element<'_>) -> String {
    use crate::import::xml::Child;
    let mut words = String::new();
    for child in element.children() {
        match child {
            Child::Words(inner) => words.push_str(inner),
            Child::Letter(letter) => words.push(letter),
            Child::Element(inner) => match inner.name() {
                "s" | "tab" | "tab-stop" => words.push(' '),
                "line-break" => words.push('\n'),
                "annotation" | "note" => {}
                "p" | "h" if !words.is_empty() => words.extend(["\n", &plain(inner)]),
                _ => words.push_str(&plain(inner)),
            },
        }
    }
    words
}
