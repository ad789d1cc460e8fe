//! Where the article is in a page.

use dom_query::{Document, NodeRef};
use dom_smoothie::Readability;

use super::standfirst;
use super::walk::{self, Choice};
use crate::import::{Draft, limits};

/// An article with fewer letters than this is looked for in another way, too.
const LITTLE_CHARS: usize = 250;

/// A page of more elements than this is not searched for its article, which takes too long.
const ELEMENTS: usize = 300_000;

/// Most bytes that are looked through for that, with those that are looked through again and again: about a second.
const WRITTEN_BYTES: usize = 10_000_000_000;

/// Elements that pages keep their article in, the surest first.
const PLACES: [&str; 5] = ["[itemprop=articleBody]", "article", "main", "[role=main]", "body"];

/// What was found.
pub struct Found {
    /// The article.
    pub draft: Draft,
    /// Whether it may be more or less than the article.
    pub is_uncertain: bool,
    /// The title and the byline that stand in the page.
    pub title: String,
    /// Who wrote it, as the page shows it.
    pub byline: String,
}

/// Writes the article of a page, which is parsed anew for that: finding it takes the page apart.
pub fn article(page: &str, document: &Document, base: Option<&str>) -> Found {
    let mut found = Found { draft: Draft::default(), is_uncertain: true, title: String::new(), byline: String::new() };
    let elements = document.root().descendants_it().filter(NodeRef::is_element).count();
    if elements <= ELEMENTS && !is_too_deep(document) && !is_slow_to_write(document) {
        read(page, document, base, &mut found);
    }
    let letters = letters(found.draft.text());
    if letters < LITTLE_CHARS || letters * 4 < paragraph_letters(document) {
        let other = place(document, base);
        if letters == 0 || self::letters(other.text()) > letters * 2 + 40 {
            found.draft = other;
            found.is_uncertain = true;
        }
    }
    found
}

fn read(page: &str, document: &Document, base: Option<&str>, found: &mut Found) {
    let config = dom_smoothie::Config { keep_classes: true, ..dom_smoothie::Config::default() };
    let Ok(mut reader) = Readability::new(page, None, Some(config)) else { return };
    let Ok(article) = reader.parse() else { return };
    found.title = article.title;
    found.byline = article.byline.unwrap_or_default();
    let place = reader.doc.select_single("#readability-page-1");
    if let Some(node) = place.nodes().first() {
        if let Some(lead) = standfirst::of(document, &node.text()) {
            walk::write_one(&lead, Choice::Article, base, &mut found.draft);
        }
        walk::write(node, Choice::Article, base, &mut found.draft);
        found.is_uncertain = false;
    }
}

/// The place that looks most like an article's.
fn place(document: &Document, base: Option<&str>) -> Draft {
    let mut best = Draft::default();
    for place in PLACES {
        let places = document.select(place);
        let Some(node) = places.nodes().iter().max_by_key(|node| node.normalized_char_count()) else { continue };
        let mut draft = Draft::default();
        walk::write(node, Choice::WithoutSurroundings, base, &mut draft);
        if letters(draft.text()) >= LITTLE_CHARS {
            return draft;
        }
        if letters(draft.text()) > letters(best.text()) {
            best = draft;
        }
    }
    best
}

/// Letters in the paragraphs of a page, without those of its surroundings.
fn paragraph_letters(document: &Document) -> usize {
    let is_around = |node: &NodeRef<'_>| {
        node.ancestors_it(Some(limits::DEPTH))
            .any(|above| above.node_name().is_some_and(|name| matches!(&*name, "nav" | "footer" | "aside")))
    };
    let paragraphs = document.select("p");
    paragraphs.nodes().iter().filter(|node| !is_around(node)).map(|node| node.normalized_char_count()).filter(|letters| *letters > 80).sum()
}

/// Whether it would take for ever to write the page anew, which is done in looking for its article: for each `&` of a text all of the rest
/// is looked through.
fn is_slow_to_write(document: &Document) -> bool {
    let cost = |text: &str| memchr::memchr_iter(b'&', text.as_bytes()).count().saturating_mul(text.len());
    let of_node = |node: NodeRef<'_>| {
        let own = if node.is_text() { cost(&node.text()) } else { 0 };
        node.attrs().iter().map(|attribute| cost(&attribute.value)).fold(own, usize::saturating_add)
    };
    document.root().descendants_it().map(of_node).fold(0, usize::saturating_add) > WRITTEN_BYTES
}

/// Whether elements are nested deeper than can be followed.
fn is_too_deep(document: &Document) -> bool {
    let mut depth = 0_usize;
    let mut next = document.root().first_child();
    while let Some(node) = next {
        if let Some(child) = node.first_child() {
            depth += 1;
            next = Some(child);
        } else {
            let mut at = Some(node);
            next = None;
            while let Some(node) = at {
                if let Some(sibling) = node.next_sibling() {
                    next = Some(sibling);
                    break;
                }
                depth = depth.saturating_sub(1);
                at = node.parent();
            }
        }
        if depth > limits::DEPTH {
            return true;
        }
    }
    false
}

/// How many letters a text has.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|sign| !sign.is_whitespace()).count()
}
