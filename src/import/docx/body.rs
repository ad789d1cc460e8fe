//! Walks through the words of a Word document, block by block and run by run.

mod inline;
mod notes;

use std::collections::HashMap;

use super::field::Fields;
use super::package::{Package, Story};
use super::styles::{Style, value};
use crate::import::draft::{Draft, Mark};
use crate::import::pen::{Ink, Pen};
use crate::import::xml::{Element, Space};
use crate::model::document::structure::Kind;
use notes::Reference;
pub(super) use notes::plain;

/// Writes a document.
pub struct Body<'x> {
    package: &'x Package,
    pub(super) pen: Pen,
    /// Which part is read: its links are its own.
    story: Story,
    fields: Fields,
    /// Text boxes of the paragraph that is read; they follow it.
    boxes: Vec<Element<'x>>,
    /// How words of the paragraph are printed, unless they say otherwise.
    ink: Ink,
    references: Vec<Reference>,
    /// The footnotes and endnotes that are known, by their ids.
    notes: HashMap<(Story, String), Element<'x>>,
    /// Deleted words that belong together, with who took them out and when.
    struck: Option<Struck>,
}

struct Struck {
    words: String,
    by: String,
    at: String,
}

impl<'x> Body<'x> {
    /// Begins to write.
    pub fn new(package: &'x Package) -> Self {
        Body {
            package,
            pen: Pen::default(),
            story: Story::Main,
            fields: Fields::default(),
            boxes: Vec::new(),
            ink: Ink::default(),
            references: Vec::new(),
            notes: notes::by_id(package),
            struck: None,
        }
    }

    /// Writes the document, its notes and its comments.
    pub fn write(mut self) -> Draft {
        let body = self.package.root(Story::Main);
        // The body is in the document; a part that is cut off may have lost one of the two.
        let body = body.and_then(|root| root.child("body").or(Some(root)));
        if let Some(body) = body {
            self.blocks(body);
        }
        self.pen.part();
        self.notes();
        self.comments();
        self.pen.finish()
    }

    /// Writes what stands in a body, a cell, a text box or a note.
    pub(super) fn blocks(&mut self, container: Element<'x>) {
        for block in container.elements() {
            self.block(block);
        }
        self.strike();
    }

    fn block(&mut self, block: Element<'x>) {
        if block.space() == Space::Compatibility {
            if let Some(chosen) = inline::chosen(block) {
                self.blocks(chosen);
            }
            return;
        }
        match block.name() {
            "p" => self.paragraph(block),
            "tbl" => self.table(block),
            "sdt" => block.child("sdtContent").into_iter().for_each(|content| self.blocks(content)),
            "customXml" | "smartTag" | "sdtContent" | "body" => self.blocks(block),
            "ins" | "moveTo" => self.inserted(block, Body::blocks),
            "del" | "moveFrom" => self.deleted(block),
            "commentRangeStart" | "commentRangeEnd" => self.comment_mark(block),
            "oMathPara" | "oMath" => {
                let from = self.pen.begin();
                self.inline(block);
                self.pen.end(from, None);
            }
            "altChunk" => {
                let what = "A document embedded in this one".to_owned();
                self.pen.draft.warnings.push(crate::import::Warning::LeftOut { what });
            }
            _ => {}
        }
    }

    fn paragraph(&mut self, paragraph: Element<'x>) {
        let properties = paragraph.child("pPr");
        let named = self.package.styles.get(properties.and_then(|properties| value(properties, "pStyle")).as_deref());
        let direct = properties.map_or_else(Style::default, Style::of_paragraph);
        let kind = kind(&named, &direct);
        let outer = std::mem::take(&mut self.boxes);
        let from = self.pen.begin();
        self.ink = Ink { hidden: named.hidden == Some(true), ..Ink::default() };
        self.runs(paragraph);
        self.strike();
        let mark = properties.and_then(|properties| properties.child("rPr"));
        let is_end_struck = mark.is_some_and(|mark| mark.child("del").or_else(|| mark.child("moveFrom")).is_some());
        if is_end_struck {
            self.pen.join(from);
        } else {
            self.pen.end(from, kind);
        }
        for text_box in std::mem::replace(&mut self.boxes, outer) {
            self.blocks(text_box);
        }
    }

    /// Writes what is in a tracked insertion, and says that it was put in.
    pub(super) fn inserted(&mut self, change: Element<'x>, write: fn(&mut Self, Element<'x>)) {
        self.strike();
        let from = self.pen.draft.here();
        write(self, change);
        self.note_inserted(change, from);
    }

    fn note_inserted(&mut self, change: Element<'x>, from: Mark) {
        let (by, at) = who(change);
        self.pen.inserted(from, &by, &at);
    }

    /// Keeps deleted words: those that follow each other are one deletion.
    pub(super) fn deleted(&mut self, change: Element<'x>) {
        let (by, at) = who(change);
        let words = notes::plain(change);
        match &mut self.struck {
            Some(struck) if struck.by == by && struck.at == at => struck.words.push_str(&words),
            _ => {
                self.strike();
                self.struck = Some(Struck { words, by, at });
            }
        }
    }

    /// Says which words were struck out before this place.
    pub(super) fn strike(&mut self) {
        if let Some(struck) = self.struck.take() {
            self.pen.deleted(&struck.words, &struck.by, &struck.at);
        }
    }
}

/// What a paragraph is. A heading in a list is a heading.
fn kind(named: &Style, direct: &Style) -> Option<Kind> {
    if let Some(level) = direct.heading.or(named.heading) {
        return Some(Kind::Heading(level));
    }
    match direct.entry.or(named.entry) {
        Some(depth) if depth > 0 => return Some(Kind::Entry(depth.min(Kind::DEEPEST))),
        _ => {}
    }
    if named.is_quote {
        return Some(Kind::Quote(1));
    }
    named.is_caption.then_some(Kind::Caption)
}

/// Who made a change, and when.
pub(super) fn who(change: Element<'_>) -> (String, String) {
    let stated = |name| change.attribute(name).map_or(String::new(), std::borrow::Cow::into_owned);
    (stated("author"), stated("date"))
}
