//! Words and structure out of the elements of a page: what stands in lines of its own, what is a heading, a list, a quote, a table.

use dom_query::{Element, NodeData, NodeRef};

use super::{address, table};
use crate::import::limits;
use crate::import::{Draft, Mark};
use crate::model::document::structure::Kind;

/// Which words of a page are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// All that a reader sees.
    Everything,
    /// Those of an article: no forms and nothing for screen readers alone.
    Article,
    /// The same, without what stands around an article: menus, heads and feet of the page, boxes at its side.
    WithoutSurroundings,
}

/// Writes what is in an element.
pub fn write(node: &NodeRef<'_>, choice: Choice, base: Option<&str>, draft: &mut Draft) {
    let mut walk = Walk::new(choice, base, draft);
    walk.draft.line();
    walk.children(node);
    walk.draft.line();
}

/// Writes an element itself, as a block of its own.
pub fn write_one(node: &NodeRef<'_>, choice: Choice, base: Option<&str>, draft: &mut Draft) {
    let mut walk = Walk::new(choice, base, draft);
    walk.draft.line();
    walk.node(node);
    walk.draft.line();
}

/// Where the walk is.
pub struct Walk<'a> {
    pub(super) draft: &'a mut Draft,
    base: Option<&'a str>,
    choice: Choice,
    depth: usize,
    quotes: usize,
    lists: usize,
    pub(super) is_in_cell: bool,
    is_preformatted: bool,
    is_in_caption: bool,
}

impl<'a> Walk<'a> {
    fn new(choice: Choice, base: Option<&'a str>, draft: &'a mut Draft) -> Self {
        Walk { draft, base, choice, depth: 0, quotes: 0, lists: 0, is_in_cell: false, is_preformatted: false, is_in_caption: false }
    }
}

impl Walk<'_> {
    /// Writes the children of an element. Below the depth that is followed, their words alone.
    pub(super) fn children(&mut self, node: &NodeRef<'_>) {
        if self.depth >= limits::DEPTH {
            for below in node.descendants_it() {
                self.text(&below);
            }
            return;
        }
        self.depth += 1;
        for child in node.children_it(false) {
            self.node(&child);
        }
        self.depth -= 1;
    }

    fn node(&mut self, node: &NodeRef<'_>) {
        let Some(element) = node.element_ref() else { return self.text(node) };
        let name = element.name.local.as_ref();
        if self.is_left_out(&element, name) {
            return;
        }
        match name {
            "br" => self.line(),
            "hr" => self.line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                self.block(node, Kind::Heading(level));
            }
            "ul" | "ol" | "menu" | "dir" => {
                self.lists += 1;
                self.paragraphs(node);
                self.lists -= 1;
            }
            "li" => {
                let kind = Kind::Entry(level(self.lists));
                self.block(node, kind);
            }
            "blockquote" => {
                self.quotes += 1;
                let kind = Kind::Quote(level(self.quotes));
                self.block(node, kind);
                self.quotes -= 1;
            }
            "figcaption" | "caption" => self.caption(node),
            "table" if !self.is_in_cell => match table::Table::of(node) {
                Some(table) => table.write(self),
                None => self.paragraphs(node),
            },
            "pre" | "listing" | "xmp" => {
                let before = std::mem::replace(&mut self.is_preformatted, true);
                self.paragraphs(node);
                self.is_preformatted = before;
            }
            "strong" | "b" => self.marked(node, Kind::Strong),
            "em" | "i" | "cite" | "dfn" => self.marked(node, Kind::Emphasis),
            "a" => self.link(node, &element),
            "q" => {
                self.words("\u{201c}");
                self.children(node);
                self.words("\u{201d}");
            }
            "sup" => self.raised(node),
            _ if is_block(name) && has_caption_class(&element) => self.caption(node),
            _ if is_block(name) => self.paragraphs(node),
            _ => self.children(node),
        }
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        let written = node.query(|inner| {
            if let NodeData::Text { contents } = &inner.data {
                self.words(contents);
            }
        });
        debug_assert!(written.is_some(), "a node of the tree is in the tree");
    }

    pub(super) fn words(&mut self, words: &str) {
        if self.is_preformatted && !self.is_in_cell {
            self.draft.verbatim(words);
        } else {
            self.draft.words(words);
        }
    }

    /// Ends the line; a row of a table is one line.
    fn line(&mut self) {
        if self.is_in_cell {
            self.draft.words(" ");
        } else {
            self.draft.line();
        }
    }

    fn paragraphs(&mut self, node: &NodeRef<'_>) {
        self.line();
        self.children(node);
        self.line();
    }

    fn block(&mut self, node: &NodeRef<'_>, kind: Kind) {
        if self.is_in_cell {
            return self.paragraphs(node);
        }
        let from = self.draft.begin();
        self.children(node);
        self.draft.end(from, kind);
    }

    pub(super) fn caption(&mut self, node: &NodeRef<'_>) {
        if self.is_in_caption {
            return self.paragraphs(node);
        }
        self.is_in_caption = true;
        self.block(node, Kind::Caption);
        self.is_in_caption = false;
    }

    fn marked(&mut self, node: &NodeRef<'_>, kind: Kind) {
        let from: Mark = self.draft.here();
        self.children(node);
        self.draft.mark(from, kind);
    }

    fn link(&mut self, node: &NodeRef<'_>, element: &Element) {
        let target = attribute(element, "href").and_then(|href| address::absolute(self.base, href));
        let from = self.draft.here();
        self.children(node);
        if let Some(target) = target {
            let kind = self.draft.link(&target);
            self.draft.mark(from, kind);
        }
    }

    /// A raised figure behind a letter or figure is an exponent or the number of a note. It must not become part of the number before it.
    fn raised(&mut self, node: &NodeRef<'_>) {
        let words = node.text();
        let raised: Option<String> = words.trim().chars().map(raised).collect();
        let is_behind = self.draft.ends_with(char::is_alphanumeric);
        match raised.filter(|raised| is_behind && (1..=4).contains(&raised.chars().count()) && !has_link(node)) {
            Some(raised) => self.words(&raised),
            None => self.children(node),
        }
    }

    fn is_left_out(&self, element: &Element, name: &str) -> bool {
        let is_silent = matches!(
            name,
            "script"
                | "style"
                | "noscript"
                | "template"
                | "head"
                | "iframe"
                | "object"
                | "embed"
                | "svg"
                | "canvas"
                | "audio"
                | "video"
                | "map"
                | "option"
                | "datalist"
                | "textarea"
                | "annotation"
                | "annotation-xml"
                | "noframes"
                | "noembed"
                | "progress"
                | "meter"
        );
        if is_silent || is_hidden(element, name) {
            return true;
        }
        let role = attribute(element, "role").unwrap_or("");
        let is_control = matches!(name, "button" | "select" | "input");
        match self.choice {
            Choice::Everything => false,
            Choice::Article => is_control || is_for_hearers(element) || is_doubled(element),
            Choice::WithoutSurroundings => {
                is_control
                    || is_for_hearers(element)
                    || matches!(name, "nav" | "header" | "footer" | "aside")
                    || matches!(role, "navigation" | "banner" | "contentinfo" | "complementary" | "search" | "dialog")
            }
        }
    }
}

/// An attribute of an element.
pub fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.as_ref())
}

/// Whether a reader does not see it. What style sheets hide cannot be known.
fn is_hidden(element: &Element, name: &str) -> bool {
    let style = attribute(element, "style").unwrap_or("").to_ascii_lowercase();
    let style: String = style.chars().filter(|sign| !sign.is_whitespace()).collect();
    let is_closed = name == "dialog" && attribute(element, "open").is_none();
    is_closed || attribute(element, "hidden").is_some() || style.contains("display:none") || style.contains("visibility:hidden")
}

/// Whether it is read out by screen readers and seen by nobody.
fn is_for_hearers(element: &Element) -> bool {
    const CLASSES: [&str; 6] = ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader", "element-invisible"];
    let classes = attribute(element, "class").unwrap_or("");
    classes.split_ascii_whitespace().any(|class| CLASSES.contains(&class))
}

/// Whether it repeats for the eye what screen readers read out already.
fn is_doubled(element: &Element) -> bool {
    let is_fallback = attribute(element, "class").is_some_and(|classes| classes.contains("fallback-image"));
    attribute(element, "aria-hidden") == Some("true") && !is_fallback
}

fn has_caption_class(element: &Element) -> bool {
    let classes = attribute(element, "class").unwrap_or("");
    classes.split_ascii_whitespace().any(|class| class.ends_with("caption") || class == "wp-caption-text")
}

fn has_link(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|below| below.has_name("a")) || node.ancestors_it(Some(2)).any(|above| above.has_name("a"))
}

/// Whether an element stands in lines of its own.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figure"
            | "footer"
            | "form"
            | "frameset"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "main"
            | "nav"
            | "p"
            | "search"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "picture"
    )
}

fn level(depth: usize) -> u8 {
    u8::try_from(depth).unwrap_or(Kind::DEEPEST).clamp(1, Kind::DEEPEST)
}

/// The raised form of a sign that can be an exponent.
fn raised(sign: char) -> Option<char> {
    Some(match sign {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32('⁴' as u32 + (sign as u32 - '4' as u32))?,
        '+' => '⁺',
        '-' | '−' => '⁻',
        'n' => 'ⁿ',
        _ => return None,
    })
}
