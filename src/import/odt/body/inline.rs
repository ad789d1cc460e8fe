//! What stands in a paragraph: words, blanks, spans, links, notes, comments, changes, frames.

use super::{Body, Footnote, plain, style_name};
use crate::import::draft::Note;
use crate::import::odt::changes::stated;
use crate::import::pen::Ink;
use crate::import::xml::{Child, Element, Space};
use crate::model::document::aside::AsideKind;

impl<'x> Body<'x> {
    /// Writes what stands in a paragraph or a span.
    pub(super) fn inlines(&mut self, container: Element<'x>, ink: Ink) {
        for child in container.children() {
            match child {
                Child::Words(words) => self.pen.words(words, ink),
                Child::Letter(letter) => self.pen.words(letter.encode_utf8(&mut [0; 4]), ink),
                Child::Element(inline) => self.inline(inline, ink),
            }
        }
    }

    fn inline(&mut self, inline: Element<'x>, ink: Ink) {
        match (inline.space(), inline.name()) {
            (Space::Text, "s" | "tab" | "tab-stop") => self.pen.words(" ", ink),
            (Space::Text, "line-break") => self.pen.break_line(),
            (Space::Text, "span") => {
                let ink = self.styles.ink(style_name(inline), ink);
                self.inlines(inline, ink);
            }
            (Space::Text | Space::Draw, "a") => self.link(inline, ink),
            (Space::Text, "note" | "footnote" | "endnote") => self.note(inline),
            (Space::Text, "change" | "change-start" | "change-end") => self.change_mark(inline),
            (Space::Office, "annotation") => self.comment(inline),
            (Space::Office, "annotation-end") => {
                let id = inline.attribute("name").unwrap_or_default();
                self.pen.end_comment(&id);
            }
            (Space::Draw, _) => note_boxes(inline, &mut self.boxes),
            // Fields show what they hold; readings stand behind their signs.
            (Space::Text, _) => self.inlines(inline, ink),
            _ => {}
        }
    }

    fn link(&mut self, link: Element<'x>, ink: Ink) {
        let from = self.pen.draft.here();
        self.inlines(link, ink);
        let address = link.attribute("href").filter(|address| !address.is_empty() && !address.starts_with('#'));
        if let Some(address) = address {
            let kind = self.pen.draft.link(&address);
            self.pen.draft.mark(from, kind);
        }
    }

    /// Remembers a note, and where it is referred to.
    fn note(&mut self, note: Element<'x>) {
        let body = note.elements().find(|inner| inner.name().ends_with("-body"));
        let Some(body) = body else { return };
        let citation = note.elements().find(|inner| inner.name().ends_with("-citation"));
        let label = citation.map(|citation| citation.words().trim().to_owned()).filter(|label| !label.is_empty());
        let label = label.unwrap_or_else(|| (self.notes.len() + 1).to_string());
        self.notes.push(Footnote { label, body, at: self.pen.draft.here() });
    }

    fn comment(&mut self, comment: Element<'x>) {
        // Without a name it stands at its place; no two have the same.
        let id = comment.attribute("name").map_or_else(|| format!("\0{}", self.comments.len()), std::borrow::Cow::into_owned);
        let lines = comment.elements().filter(|inner| matches!(inner.name(), "p" | "list" | "h")).map(plain);
        let words = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
        let (by, at) = (stated(comment, "creator", "author"), stated(comment, "date", "create-date"));
        self.pen.begin_comment(&id);
        self.comments.push((id, Note { kind: AsideKind::Comment, by, at, words }));
    }

    /// Where a tracked change begins, ends or stands.
    pub(super) fn change_mark(&mut self, mark: Element<'x>) {
        let Some(id) = mark.attribute("change-id") else { return };
        let Some(change) = self.changes.get(&*id) else { return };
        match mark.name() {
            "change-start" => {
                self.insertions.insert(id.into_owned(), self.pen.draft.here());
            }
            "change-end" => {
                if let Some(from) = self.insertions.remove(&*id) {
                    self.pen.inserted(from, &change.by, &change.at);
                }
            }
            _ => {
                if let Some(words) = &change.deleted {
                    self.pen.deleted(words, &change.by, &change.at);
                }
            }
        }
    }
}

/// Finds the frames and shapes with words in a drawing, not those inside of others.
pub fn note_boxes<'x>(drawing: Element<'x>, boxes: &mut Vec<Element<'x>>) {
    let has_paragraphs = drawing.elements().any(|inner| inner.space() == Space::Text && matches!(inner.name(), "p" | "h" | "list"));
    if has_paragraphs || drawing.name() == "text-box" {
        boxes.push(drawing);
        return;
    }
    drawing.elements().filter(|inner| inner.space() == Space::Draw).for_each(|inner| note_boxes(inner, boxes));
}
