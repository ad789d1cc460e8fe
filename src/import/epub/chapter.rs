//! Walks through a chapter: blocks, how words are printed, links, notes, and where the printed book turns its pages.

use std::collections::HashMap;

use super::place;
use crate::import::draft::{Draft, Mark, Note};
use crate::import::pen::{Ink, Pen};
use crate::import::xml::{Child, Element};
use crate::model::document::aside::AsideKind;
use crate::model::document::structure::Kind;

/// Writes a book, chapter by chapter.
#[derive(Default)]
pub struct Book {
    pub(super) pen: Pen,
    chapter: String,
    /// Whether scripts of the chapter may show what it hides.
    has_scripts: bool,
    /// Quotes and lists around the place.
    quotes: u16,
    lists: u16,
    /// The page of the printed book, and where it begins.
    page: Option<(Mark, u32)>,
    /// Where notes are referred to, and the chapter and place that they stand at.
    references: Vec<(Mark, (String, String))>,
    /// What notes say, by chapter and place.
    notes: HashMap<(String, String), String>,
}

impl Book {
    /// Writes a chapter.
    pub fn chapter(&mut self, name: &str, root: Element<'_>) {
        name.clone_into(&mut self.chapter);
        self.has_scripts = root.descendants().any(|inner| inner.name() == "script");
        let body = root.child("body").or_else(|| root.descendants().find(|inner| inner.name() == "body"));
        let from = self.pen.begin();
        match body {
            Some(body) => self.inside(body, Ink::default()),
            None => self.element(root, Ink::default()),
        }
        self.pen.end(from, None);
    }

    /// Ends the book, and puts its notes beside the words that they are about.
    pub fn finish(mut self) -> Draft {
        self.turn_page(None);
        for (at, target) in std::mem::take(&mut self.references) {
            if let Some(words) = self.notes.get(&target) {
                let note = Note { kind: AsideKind::Footnote, by: String::new(), at: String::new(), words: words.clone() };
                self.pen.draft.aside_between(at, at, note);
            }
        }
        self.pen.finish()
    }

    pub(super) fn inside(&mut self, element: Element<'_>, ink: Ink) {
        for child in element.children() {
            match child {
                Child::Words(words) => self.pen.words(words, ink),
                Child::Letter(letter) => self.pen.words(letter.encode_utf8(&mut [0; 4]), ink),
                Child::Element(inner) => self.element(inner, ink),
            }
        }
    }

    fn element(&mut self, element: Element<'_>, ink: Ink) {
        if is_hidden(element) && !self.has_scripts {
            return self.pen.words(&element.words(), Ink { hidden: true, ..ink });
        }
        if is_page_break(element) {
            return self.turn_page(page_number(element));
        }
        match element.name() {
            "script" | "style" | "head" | "template" | "audio" | "video" | "map" | "datalist" | "annotation" | "annotation-xml" => {}
            // The list of chapters, of pages and the like: the same words stand in the text.
            "nav" => {}
            "br" => {
                self.pen.break_line();
                self.inside(element, ink);
            }
            "img" => self.picture(element, ink),
            "table" => self.table(element),
            "pre" => self.preformatted(element),
            "a" => self.link(element, ink),
            "b" | "strong" => self.inside(element, Ink { strong: true, ..ink }),
            "i" | "em" => self.inside(element, Ink { emphasis: true, ..ink }),
            "sup" => self.inside(element, Ink { raised: true, ..ink }),
            "rp" => {}
            "svg" => self.drawing(element, ink),
            "msup" => self.joined(element, "^", ink),
            "msub" => self.joined(element, "_", ink),
            "mfrac" => self.joined(element, "/", ink),
            name if is_block(name) => self.block(element, ink),
            _ => self.inside(element, ink),
        }
    }

    fn block(&mut self, element: Element<'_>, ink: Ink) {
        let from = self.pen.begin();
        let kind = match element.name() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element.name().as_bytes().get(1).map_or(1, |digit| digit.saturating_sub(b'0'));
                Some(Kind::Heading(level.clamp(1, 6)))
            }
            "li" => Some(Kind::Entry(deep(self.lists))),
            "blockquote" => Some(Kind::Quote(deep(self.quotes + 1))),
            "figcaption" | "caption" => Some(Kind::Caption),
            _ => is_picture(element).then_some(Kind::Caption),
        };
        let (is_list, is_quote) = (matches!(element.name(), "ul" | "ol"), element.name() == "blockquote");
        self.lists += u16::from(is_list);
        self.quotes += u16::from(is_quote);
        self.inside(element, if matches!(kind, Some(Kind::Heading(_))) { Ink::default() } else { ink });
        self.lists -= u16::from(is_list);
        self.quotes -= u16::from(is_quote);
        self.pen.end(from, kind);
        if is_note(element)
            && let Some(id) = element.attribute("id")
        {
            let words = self.pen.draft.since(from).trim().to_owned();
            self.notes.insert((self.chapter.clone(), id.into_owned()), words);
        }
    }

    /// Writes what is said of a picture to those who cannot see it. A single letter is the picture of one, at the start of a chapter.
    fn picture(&mut self, picture: Element<'_>, ink: Ink) {
        let words = picture.attribute("alt").unwrap_or_default();
        let is_letter = words.trim().chars().count() == 1;
        let around = if is_letter { "" } else { " " };
        for piece in [around, words.trim(), around] {
            self.pen.words(piece, ink);
        }
    }

    /// Writes the words in a drawing, each label for itself.
    fn drawing(&mut self, drawing: Element<'_>, ink: Ink) {
        for label in drawing.elements() {
            match label.name() {
                "text" | "foreignObject" => {
                    let from = self.pen.begin();
                    self.inside(label, ink);
                    self.pen.end(from, None);
                }
                "title" | "desc" | "metadata" | "defs" | "symbol" | "style" | "script" => {}
                _ => self.drawing(label, ink),
            }
        }
    }

    /// The two parts of a formula that stand above or beside each other, in one line.
    fn joined(&mut self, formula: Element<'_>, between: &str, ink: Ink) {
        for (nth, part) in formula.elements().enumerate() {
            if nth > 0 {
                self.pen.words(between, ink);
            }
            let words: String = part.words().split_whitespace().collect();
            self.pen.words(&words, ink);
        }
    }

    /// Keeps the lines of verses and of figures set by hand.
    fn preformatted(&mut self, element: Element<'_>) {
        let from = self.pen.begin();
        for line in element.words().lines() {
            self.pen.words(line, Ink::default());
            self.pen.break_line();
        }
        self.pen.end(from, None);
    }

    fn link(&mut self, link: Element<'_>, ink: Ink) {
        // The arrow by which a reader comes back from a note.
        if has_role(link, &["backlink", "doc-backlink"]) {
            return;
        }
        let from = self.pen.draft.here();
        let address = link.attribute("href").unwrap_or_default();
        if has_role(link, &["noteref", "doc-noteref"]) {
            self.references.push((from, place(&self.chapter, &address)));
        }
        self.inside(link, ink);
        let is_outside = ["http:", "https:", "mailto:", "ftp:"].iter().any(|scheme| address.starts_with(scheme));
        if is_outside {
            let kind = self.pen.draft.link(&address);
            self.pen.draft.mark(from, kind);
        }
    }

    /// A page of the printed book ends here, and another one may begin.
    fn turn_page(&mut self, next: Option<u32>) {
        if let Some((from, number)) = self.page.take() {
            self.pen.draft.mark(from, Kind::Page(number));
        }
        self.page = next.filter(|number| *number > 0).map(|number| (self.pen.draft.here(), number));
    }
}

/// A depth, as far as it is told apart.
fn deep(depth: u16) -> u8 {
    u8::try_from(depth).unwrap_or(u8::MAX).clamp(1, Kind::DEEPEST)
}

/// Elements that begin and end a line.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "aside"
            | "main"
            | "header"
            | "footer"
            | "address"
            | "hgroup"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "menu"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "caption"
            | "center"
            | "details"
            | "summary"
            | "fieldset"
            | "legend"
            | "form"
            | "hr"
            | "noscript"
            | "body"
            | "td"
            | "th"
            | "tr"
    )
}

/// Whether a picture stands alone in its paragraph.
fn is_picture(element: Element<'_>) -> bool {
    let is_or_holds = |inner: Element<'_>| inner.name() == "img" || inner.elements().any(|inmost| inmost.name() == "img");
    element.elements().any(is_or_holds) && element.words().trim().is_empty()
}

fn is_hidden(element: Element<'_>) -> bool {
    let is_unshown = |style: std::borrow::Cow<'_, str>| {
        let style: String = style.to_lowercase().split_whitespace().collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    element.name() != "nav" && (element.attribute("hidden").is_some() || element.attribute("style").is_some_and(is_unshown))
}

/// Whether an element says that it plays one of these parts in the book.
fn has_role(element: Element<'_>, roles: &[&str]) -> bool {
    let said = [element.attribute("type"), element.attribute("role")];
    said.iter().flatten().any(|words| words.split_whitespace().any(|word| roles.contains(&word)))
}

fn is_note(element: Element<'_>) -> bool {
    has_role(element, &["footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"])
}

fn is_page_break(element: Element<'_>) -> bool {
    has_role(element, &["pagebreak", "doc-pagebreak"])
}

/// The number of the page that begins; none for those that are counted in Roman numerals.
fn page_number(element: Element<'_>) -> Option<u32> {
    let stated = ["title", "aria-label"].into_iter().find_map(|name| element.attribute(name));
    let stated = stated.map_or_else(|| element.words(), std::borrow::Cow::into_owned);
    stated.trim().trim_start_matches(|sign: char| !sign.is_ascii_digit()).trim_end_matches('.').parse().ok()
}
