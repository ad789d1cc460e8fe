//! Books in FictionBook (FB2): the chapters in their order, the notes behind them and beside the words they are about.

use super::Wish;
use super::archive::Archive;
use super::draft::{Draft, Mark, Note};
use super::pen::{Ink, Pen};
use super::trouble::Refusal;
use super::xml::{Child, Element, Xml};
use crate::model::document::Meta;
use crate::model::document::aside::AsideKind;
use crate::model::document::structure::Kind;

/// How the reader is called in an article's origin.
pub const READER: &str = "a FictionBook";

/// Reads a book, also one that is packed in an archive by itself.
///
/// # Errors
/// When it is damaged, or larger than the limits allow.
pub fn read(bytes: &[u8], _: &Wish) -> Result<Draft, Refusal> {
    let unpacked = if bytes.starts_with(b"PK") { unpack(bytes)? } else { None };
    let xml = Xml::read(unpacked.as_deref().unwrap_or(bytes))?;
    let root = xml.root().filter(|root| root.name() == "FictionBook");
    let root = root.ok_or_else(|| Refusal::Damaged("it does not begin as a FictionBook does".to_owned()))?;
    let mut book = Book { notes: notes(root), ..Book::default() };
    for body in root.elements().filter(|inner| inner.name() == "body") {
        book.blocks(body);
    }
    let mut draft = book.finish();
    draft.meta = meta(root);
    draft.warnings.extend(xml.warnings("it"));
    if draft.is_empty() {
        return Err(Refusal::NoWords("it is empty, or made of pictures alone".to_owned()));
    }
    Ok(draft)
}

fn unpack(bytes: &[u8]) -> Result<Option<Vec<u8>>, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let name = archive.names().find(|name| name.ends_with(".fb2")).map(str::to_owned);
    name.map_or(Ok(None), |name| archive.part(&name))
}

/// The words of the notes by their ids.
fn notes(root: Element<'_>) -> Vec<(String, String)> {
    let bodies = root.elements().filter(|body| body.name() == "body" && body.attribute("name").is_some());
    let sections = bodies.flat_map(Element::descendants).filter(|inner| inner.name() == "section");
    sections.filter_map(|section| Some((section.attribute("id")?.into_owned(), note_words(section)))).collect()
}

/// What a note says, without the number that is its title.
fn note_words(section: Element<'_>) -> String {
    let lines = section.elements().filter(|inner| inner.name() != "title");
    let lines = lines.map(|line| line.words().split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Book {
    pen: Pen,
    /// Sections and quotes around the place.
    depth: u16,
    quotes: u16,
    notes: Vec<(String, String)>,
    references: Vec<(Mark, String)>,
}

impl Book {
    fn finish(mut self) -> Draft {
        let notes: std::collections::HashMap<String, String> = std::mem::take(&mut self.notes).into_iter().collect();
        for (at, id) in std::mem::take(&mut self.references) {
            if let Some(words) = notes.get(&id) {
                let note = Note { kind: AsideKind::Footnote, by: String::new(), at: String::new(), words: words.clone() };
                self.pen.draft.aside_between(at, at, note);
            }
        }
        self.pen.finish()
    }

    fn blocks(&mut self, container: Element<'_>) {
        container.elements().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: Element<'_>) {
        match block.name() {
            "title" => {
                let level = small(self.depth + 1).min(6);
                self.kept(block, Kind::Heading(level));
            }
            "subtitle" => {
                let level = small(self.depth + 2).min(6);
                self.line(block, Some(Kind::Heading(level)));
            }
            "section" => {
                self.depth += 1;
                self.blocks(block);
                self.depth -= 1;
            }
            "cite" | "epigraph" => {
                self.quotes += 1;
                self.kept(block, Kind::Quote(small(self.quotes).min(Kind::DEEPEST)));
                self.quotes -= 1;
            }
            "table" => self.table(block),
            "poem" | "stanza" | "annotation" | "tr" => self.blocks(block),
            "image" | "binary" | "empty-line" => {}
            _ => self.line(block, None),
        }
    }

    /// Blocks that are one thing together.
    fn kept(&mut self, block: Element<'_>, kind: Kind) {
        let from = self.pen.begin();
        self.blocks(block);
        self.pen.end(from, Some(kind));
    }

    fn line(&mut self, block: Element<'_>, kind: Option<Kind>) {
        let from = self.pen.begin();
        self.inside(block, Ink::default());
        self.pen.end(from, kind);
    }

    fn table(&mut self, table: Element<'_>) {
        let from = self.pen.begin();
        for (number, row) in (0..).zip(table.elements().filter(|row| row.name() == "tr")) {
            let mut column: u32 = 0;
            for cell in row.elements() {
                let from = self.pen.begin_cell(column == 0);
                self.inside(cell, Ink::default());
                self.pen.end_cell(from, Kind::Cell { row: number, column, is_head: cell.name() == "th" });
                column = column.saturating_add(1);
            }
            self.pen.break_line();
        }
        self.pen.end(from, Some(Kind::Table));
    }

    fn inside(&mut self, element: Element<'_>, ink: Ink) {
        for child in element.children() {
            match child {
                Child::Words(words) => self.pen.words(words, ink),
                Child::Letter(letter) => self.pen.words(letter.encode_utf8(&mut [0; 4]), ink),
                Child::Element(inner) => match inner.name() {
                    "strong" => self.inside(inner, Ink { strong: true, ..ink }),
                    "emphasis" => self.inside(inner, Ink { emphasis: true, ..ink }),
                    "sup" => self.inside(inner, Ink { raised: true, ..ink }),
                    "a" => self.link(inner, ink),
                    "image" => {}
                    _ => self.inside(inner, ink),
                },
            }
        }
    }

    fn link(&mut self, link: Element<'_>, ink: Ink) {
        let address = link.attribute("href").unwrap_or_default();
        let from = self.pen.draft.here();
        if let Some(id) = address.strip_prefix('#') {
            self.references.push((from, id.to_owned()));
        }
        self.inside(link, ink);
        if !address.is_empty() && !address.starts_with('#') {
            let kind = self.pen.draft.link(&address);
            self.pen.draft.mark(from, kind);
        }
    }
}

/// A depth, as far as it is told apart.
fn small(depth: u16) -> u8 {
    u8::try_from(depth).unwrap_or(u8::MAX)
}

fn meta(root: Element<'_>) -> Meta {
    let description = root.child("description");
    let info = description.and_then(|description| description.child("title-info"));
    let plain = |element: Element<'_>| element.words().split_whitespace().collect::<Vec<_>>().join(" ");
    let words = |name: &str| info.and_then(|info| info.child(name)).map(plain).unwrap_or_default();
    let author = |author: Element<'_>| {
        let names = ["first-name", "middle-name", "last-name", "nickname"].into_iter().filter_map(|part| author.child(part));
        names.map(plain).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let authors = info.into_iter().flat_map(Element::elements).filter(|inner| inner.name() == "author").map(author);
    let publisher = description.and_then(|description| description.child("publish-info")).and_then(|info| info.child("publisher"));
    Meta {
        title: words("book-title"),
        byline: authors.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", "),
        outlet: publisher.map(plain).unwrap_or_default(),
        published: words("date"),
        language: words("lang"),
        ..Meta::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::archive::tests::packed;

    const BOOK: &str = r##"<?xml version="1.0" encoding="UTF-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><author><first-name>Ann</first-name><last-name>Example</last-name></author><book-title>Gate fails</book-title><date>2031</date><lang>ru</lang></title-info></description>
<body><title><p>Gate</p><p>fails</p></title><section><title><p>One</p></title><epigraph><p>They said.</p><text-author>Ben</text-author></epigraph>
<p>It <strong>cost</strong> 20 million<a l:href="#n1" type="note">[1]</a>.</p><poem><stanza><v>a</v><v>b</v></stanza></poem><table><tr><th>town</th><td>5</td></tr></table></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>The budget.</p></section></body><binary id="x">AAAA</binary></FictionBook>"##;

    #[test]
    fn a_book_is_read_with_its_notes() {
        for bytes in [BOOK.as_bytes().to_vec(), packed(&[("book.fb2", BOOK)])] {
            let read = read(&bytes, &Wish::default()).unwrap().freeze();
            let text = "Gate\nfails\nOne\nThey said.\nBen\nIt cost 20 million[1].\na\nb\ntown\t5\n1\nThe budget.\n";
            assert_eq!(read.text.as_str(), text);
            let asides: Vec<_> = read.asides.iter().map(|aside| (read.text.slice(aside.span), &*aside.words)).collect();
            assert_eq!(asides, [("million", "The budget.")]);
            let parts: Vec<_> = read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect();
            let cell = |column, is_head| Kind::Cell { row: 0, column, is_head };
            let expected = [
                ("Gate\nfails", Kind::Heading(1)),
                ("One", Kind::Heading(2)),
                ("They said.\nBen", Kind::Quote(1)),
                ("cost", Kind::Strong),
                ("town\t5", Kind::Table),
                ("town", cell(0, true)),
                ("5", cell(1, false)),
                ("1", Kind::Heading(2)),
            ];
            assert_eq!(parts, expected);
            let meta = read.meta;
            assert_eq!([&*meta.title, &*meta.byline, &*meta.published, &*meta.language], ["Gate fails", "Ann Example", "2031", "ru"]);
        }
    }

    #[test]
    fn what_is_no_book_is_refused() {
        for source in ["<html/>", "", "<FictionBook>"] {
            assert!(read(source.as_bytes(), &Wish::default()).is_err(), "{source}");
        }
        let deep = format!("<FictionBook><body>{}", "<section>".repeat(50_000));
        assert!(matches!(read(deep.as_bytes(), &Wish::default()), Err(Refusal::TooMuch(_))));
    }
}
