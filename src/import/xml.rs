//! XML of office files and books as a tree that borrows from its own words. Read generously: a wrong or missing end tag loses no words.
//! Entities that a file defines itself are never expanded, and nothing is ever fetched.

mod names;

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::limits;
use super::trouble::{Refusal, Warning};
use names::Bindings;
pub use names::{Space, unescaped as letters};

/// Most elements and pieces of words in one part of a file; each takes 24 bytes.
const NODES: usize = 20_000_000;

/// A part of a file.
pub struct Xml {
    source: String,
    nodes: Vec<Node>,
    /// Whether it ended too early or was not well formed, so that words may be missing.
    pub is_damaged: bool,
    /// Whether it refers to entities that it defines itself; they stand in its words as they are written.
    pub has_entities: bool,
}

/// An element, or words between elements. Nodes are in the order of the file.
struct Node {
    kind: NodeKind,
    space: Space,
    /// Bytes of the name with its prefix.
    name: u16,
    /// Where the inside of its tag, or its words, begin in the source.
    start: u32,
    len: u32,
    /// The node after everything inside it.
    after: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NodeKind {
    Element,
    Words,
    /// A letter that was written as a reference.
    Letter(char),
}

/// An element.
#[derive(Clone, Copy)]
pub struct Element<'x> {
    xml: &'x Xml,
    node: &'x Node,
    at: u32,
}

/// What stands in an element.
pub enum Child<'x> {
    /// Another element.
    Element(Element<'x>),
    /// Words, with references resolved.
    Words(&'x str),
    /// A letter that was written as a reference.
    Letter(char),
}

impl Xml {
    /// Reads a part of a file in the encoding that it states: UTF-8, UTF-16 or an older one.
    ///
    /// # Errors
    /// When it is nested too deeply or has too many elements.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut xml = Xml { source: decoded(bytes).into_owned(), nodes: Vec::new(), is_damaged: false, has_entities: false };
        let source = std::mem::take(&mut xml.source);
        Builder { xml: &mut xml, open: Vec::new(), bindings: Bindings::default(), source: &source }.build()?;
        xml.source = source;
        Ok(xml)
    }

    /// What the checker should know about the part of that name.
    pub fn warnings(&self, name: &str) -> Vec<Warning> {
        let broken = || Warning::Broken { what: format!("“{name}” ends too early or is not well formed") };
        [self.is_damaged.then(broken), self.has_entities.then_some(Warning::OwnEntities)].into_iter().flatten().collect()
    }

    /// The outermost element.
    pub fn root(&self) -> Option<Element<'_>> {
        let at = self.nodes.iter().position(|node| node.kind == NodeKind::Element)?;
        self.element(u32::try_from(at).ok()?)
    }

    fn element(&self, at: u32) -> Option<Element<'_>> {
        self.nodes.get(at as usize).map(|node| Element { xml: self, node, at })
    }

    fn words(&self, node: &Node) -> &str {
        self.source.get(node.start as usize..(node.start + node.len) as usize).unwrap_or("")
    }
}

impl<'x> Element<'x> {
    /// The vocabulary that its name is of.
    pub fn space(self) -> Space {
        self.node.space
    }

    /// Its name, without the prefix.
    pub fn name(self) -> &'x str {
        let name = self.xml.words(self.node).get(..self.node.name as usize).unwrap_or("");
        local(name)
    }

    /// Whether it is that element.
    pub fn is(self, space: Space, name: &str) -> bool {
        self.space() == space && self.name() == name
    }

    /// The value of an attribute, by its name without the prefix.
    pub fn attribute(self, name: &str) -> Option<Cow<'x, str>> {
        self.attributes().find(|(key, _)| local(key) == name).map(|(_, value)| value)
    }

    /// Its attributes with their full names.
    pub fn attributes(self) -> impl Iterator<Item = (&'x str, Cow<'x, str>)> {
        let tag = self.xml.words(self.node);
        let rest = tag.get(self.node.name as usize..).unwrap_or("");
        names::attributes(rest)
    }

    /// What stands in it, in order.
    pub fn children(self) -> impl Iterator<Item = Child<'x>> {
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            if at >= self.node.after {
                return None;
            }
            let child = self.xml.element(at)?;
            at = child.node.after.max(at + 1);
            Some(match child.node.kind {
                NodeKind::Element => Child::Element(child),
                NodeKind::Words => Child::Words(self.xml.words(child.node)),
                NodeKind::Letter(letter) => Child::Letter(letter),
            })
        })
    }

    /// The elements in it, in order.
    pub fn elements(self) -> impl Iterator<Item = Element<'x>> {
        self.children().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The first element in it of that name.
    pub fn child(self, name: &str) -> Option<Element<'x>> {
        self.elements().find(|element| element.name() == name)
    }

    /// All elements inside it, however deep, in order.
    pub fn descendants(self) -> impl Iterator<Item = Element<'x>> {
        (self.at + 1..self.node.after).filter_map(move |at| self.xml.element(at)).filter(|inner| inner.node.kind == NodeKind::Element)
    }

    /// All words inside it, as they are.
    pub fn words(self) -> String {
        let mut words = String::new();
        for at in self.at + 1..self.node.after {
            let Some(inner) = self.xml.element(at) else { break };
            match inner.node.kind {
                NodeKind::Words => words.push_str(self.xml.words(inner.node)),
                NodeKind::Letter(letter) => words.push(letter),
                NodeKind::Element => {}
            }
        }
        words
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

struct Builder<'a> {
    xml: &'a mut Xml,
    /// The elements around the place that is read.
    open: Vec<u32>,
    bindings: Bindings<'a>,
    source: &'a str,
}

impl<'a> Builder<'a> {
    fn build(mut self) -> Result<(), Refusal> {
        let mut reader = Reader::from_str(self.source);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            let before = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.begin(&tag, before, true)?,
                Ok(Event::Empty(tag)) => self.begin(&tag, before, false)?,
                Ok(Event::End(tag)) => self.end(tag.name().as_ref()),
                Ok(Event::Text(words)) => self.words(before, words.len())?,
                Ok(Event::CData(words)) => self.words(before + "<![CDATA[".len(), words.len())?,
                Ok(Event::GeneralRef(name)) => self.reference(before, &name)?,
                Ok(Event::Eof) => break,
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
                Err(_) => {
                    self.xml.is_damaged = true;
                    break;
                }
            }
        }
        self.xml.is_damaged |= !self.open.is_empty();
        self.close_to(0);
        Ok(())
    }

    fn begin(&mut self, tag: &BytesStart<'_>, before: usize, has_inside: bool) -> Result<(), Refusal> {
        if self.open.len() >= limits::DEPTH {
            return Err(Refusal::TooMuch(format!("its passages are nested more than {} deep", limits::DEPTH)));
        }
        let start = before + 1;
        let len = tag.len();
        let name_bytes = tag.name().as_ref().len();
        let inside = self.source.get(start..start + len).unwrap_or("");
        let (name, rest) = inside.split_at_checked(name_bytes).unwrap_or((inside, ""));
        let space = self.bindings.enter(self.open.len(), name, rest);
        let at = self.push(NodeKind::Element, start, len)?;
        if let Some(node) = self.xml.nodes.last_mut() {
            node.space = space;
            node.name = u16::try_from(name_bytes).unwrap_or(u16::MAX);
        }
        if has_inside {
            self.open.push(at);
        }
        Ok(())
    }

    /// Closes the nearest open element of that name; an end without a beginning is passed over.
    fn end(&mut self, name: &[u8]) {
        let is_named = |at: &u32| {
            let node = self.xml.nodes.get(*at as usize);
            node.and_then(|node| self.source.as_bytes().get(node.start as usize..node.start as usize + node.name as usize)) == Some(name)
        };
        match self.open.iter().rposition(is_named) {
            Some(place) => {
                self.xml.is_damaged |= place + 1 < self.open.len();
                self.close_to(place);
            }
            None => self.xml.is_damaged = true,
        }
    }

    fn close_to(&mut self, place: usize) {
        let after = u32::try_from(self.xml.nodes.len()).unwrap_or(u32::MAX);
        for at in self.open.drain(place.min(self.open.len())..) {
            if let Some(node) = self.xml.nodes.get_mut(at as usize) {
                node.after = after;
            }
        }
        self.bindings.leave(place);
    }

    fn words(&mut self, start: usize, len: usize) -> Result<(), Refusal> {
        if len > 0 && !self.open.is_empty() {
            self.push(NodeKind::Words, start, len)?;
        }
        Ok(())
    }

    fn reference(&mut self, start: usize, name: &[u8]) -> Result<(), Refusal> {
        let name = std::str::from_utf8(name).unwrap_or("");
        if self.open.is_empty() {
            return Ok(());
        }
        match names::resolved(name) {
            Some(names::Letters::One(letter)) => self.push(NodeKind::Letter(letter), start, 0)?,
            Some(names::Letters::Two(first, second)) => {
                self.push(NodeKind::Letter(first), start, 0)?;
                self.push(NodeKind::Letter(second), start, 0)?
            }
            None => {
                self.xml.has_entities = true;
                self.push(NodeKind::Words, start, name.len() + 2)?
            }
        };
        Ok(())
    }

    fn push(&mut self, kind: NodeKind, start: usize, len: usize) -> Result<u32, Refusal> {
        let at = self.xml.nodes.len();
        let (Ok(start), Ok(len), Ok(place)) = (u32::try_from(start), u32::try_from(len), u32::try_from(at)) else {
            return Err(Refusal::TooMuch("one of its parts is larger than 4 GB".to_owned()));
        };
        if at >= NODES {
            return Err(Refusal::TooMuch(format!("it is made of more than {NODES} pieces")));
        }
        self.xml.nodes.push(Node { kind, space: Space::Other, name: 0, start, len, after: place + 1 });
        Ok(place)
    }
}

/// The part's letters: by its byte order mark, else by the encoding that its first line states, else UTF-8.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let by_shape = match bytes {
        [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    };
    let encoding = by_shape.or_else(|| stated(bytes)).unwrap_or(encoding_rs::UTF_8);
    let (words, _, _) = encoding.decode(bytes);
    words
}

/// The encoding that `<?xml … encoding="…"?>` states.
fn stated(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let first = bytes.get(..bytes.len().min(200))?;
    let end = first.iter().position(|byte| *byte == b'>')?;
    let first = first.get(..end)?.strip_prefix(b"<?xml")?;
    let first = std::str::from_utf8(first).ok()?;
    let (_, value) = names::attributes(first).find(|(name, _)| *name == "encoding")?;
    let encoding = encoding_rs::Encoding::for_label(value.as_bytes())?;
    // Bytes that could be read so far are not UTF-16, whatever they state.
    (encoding != encoding_rs::UTF_16LE && encoding != encoding_rs::UTF_16BE).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: impl AsRef<[u8]>) -> String {
        let xml = Xml::read(source.as_ref()).unwrap();
        xml.root().map_or(String::new(), Element::words)
    }

    #[test]
    fn words_are_read_in_every_encoding_with_references_resolved() {
        assert_eq!(words("<a>One &amp; <b>two</b> &#x26;&#38;<![CDATA[<3]]>&lt;&nbsp;</a>"), "One & two &&<3<\u{a0}");
        assert_eq!(words("\u{feff}<a>é</a>"), "é");
        let wide: Vec<u8> = "<?xml version='1.0' encoding='UTF-16'?><a>é</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(words([b"\xff\xfe".as_slice(), &wide].concat()), "é");
        assert_eq!(words(wide), "é");
        assert_eq!(words(b"<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>\xc4\xe0</a>"), "Да");
    }

    #[test]
    fn names_are_known_by_their_vocabulary_whatever_the_prefix() {
        let source = r#"<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:p x:val="a &lt; b"/><w:p/></x:document>"#;
        let xml = Xml::read(source.as_bytes()).unwrap();
        let root = xml.root().unwrap();
        let inner: Vec<_> = root.elements().map(|inner| (inner.space(), inner.name())).collect();
        assert_eq!(inner, [(Space::Word, "p"), (Space::Word, "p")]);
        assert_eq!(root.child("p").unwrap().attribute("val").as_deref(), Some("a < b"));
    }

    #[test]
    fn no_entity_is_expanded_and_no_file_is_read() {
        let bomb = r#"<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&m; &f;</a>"#;
        let xml = Xml::read(bomb.as_bytes()).unwrap();
        assert_eq!(xml.root().unwrap().words(), "&m; &f;");
        assert!(xml.has_entities);
    }

    #[test]
    fn wrong_ends_lose_no_words() {
        for source in ["<a>one <b>two</a> three", "<a>one <b>two three", "<a>one <b>two</c> three</b></a>", "<a>one two three<b "] {
            let xml = Xml::read(source.as_bytes()).unwrap();
            assert!(xml.is_damaged, "{source}");
            assert!(xml.root().unwrap().words().starts_with("one two"), "{source}");
        }
        assert_eq!(words("<a>one & two &three</a>"), "one & two &three");
        assert!(Xml::read(b"").unwrap().root().is_none());
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = "<a>".repeat(100_000);
        assert!(matches!(Xml::read(deep.as_bytes()), Err(Refusal::TooMuch(_))));
    }
}
