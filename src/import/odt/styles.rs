//! Looks by name in an OpenDocument text: an automatic style for what was set by hand, based on named ones.

use std::collections::HashMap;

use crate::import::pen::Ink;
use crate::import::xml::Element;
use crate::model::document::structure::Kind;

/// How many styles may be based on each other.
const CHAIN: usize = 20;

/// All styles of a document, by family and name.
#[derive(Default)]
pub struct Styles<'x> {
    by_name: HashMap<(String, String), Style<'x>>,
}

struct Style<'x> {
    element: Element<'x>,
    /// Whether it stands for what was set by hand.
    is_automatic: bool,
}

impl<'x> Styles<'x> {
    /// Reads the styles of all parts. What an earlier part says of a name counts.
    pub fn of(roots: impl Iterator<Item = Element<'x>>) -> Self {
        let mut styles = Styles::default();
        for group in roots.flat_map(Element::elements).filter(|group| matches!(group.name(), "styles" | "automatic-styles")) {
            for element in group.elements().filter(|element| element.name() == "style") {
                let (Some(family), Some(name)) = (element.attribute("family"), element.attribute("name")) else { continue };
                let is_automatic = group.name() == "automatic-styles";
                styles.by_name.entry((family.into_owned(), name.into_owned())).or_insert(Style { element, is_automatic });
            }
        }
        styles
    }

    /// A style and those that it is based on.
    fn chain(&self, family: &'static str, name: Option<String>) -> impl Iterator<Item = (String, Option<&Style<'x>>)> {
        let mut next = name;
        std::iter::from_fn(move || {
            let name = next.take()?;
            let style = self.by_name.get(&(family.to_owned(), name.clone()));
            next = style.and_then(|style| style.element.attribute("parent-style-name")).map(std::borrow::Cow::into_owned);
            Some((name, style))
        })
        .take(CHAIN)
    }

    /// How words of a span are printed, inside of others.
    pub fn ink(&self, name: Option<String>, outer: Ink) -> Ink {
        let chain: Vec<_> = self.chain("text", name).collect();
        chain.into_iter().rev().fold(outer, |ink, (_, style)| style.map_or(ink, |style| printed(style.element, ink)))
    }

    /// How words of a paragraph are printed where that was set by hand, and whether they are hidden.
    pub fn paragraph_ink(&self, name: Option<String>) -> Ink {
        let mut ink = Ink::default();
        for (_, style) in self.chain("paragraph", name) {
            let Some(style) = style else { continue };
            let said = printed(style.element, Ink::default());
            ink.hidden |= said.hidden;
            if style.is_automatic {
                ink = Ink { hidden: ink.hidden, ..said };
            }
        }
        ink
    }

    /// What a paragraph is by its style.
    pub fn kind(&self, name: Option<String>) -> Option<Kind> {
        self.chain("paragraph", name).find_map(|(name, style)| {
            let level = style.and_then(|style| style.element.attribute("default-outline-level")).and_then(|level| level.parse().ok());
            kind_of_name(&plain_name(&name)).or_else(|| level.map(|level: u8| Kind::Heading(level.clamp(1, 6))))
        })
    }
}

fn kind_of_name(name: &str) -> Option<Kind> {
    if let Some(level) = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok()) {
        return Some(Kind::Heading(level.clamp(1, 6)));
    }
    match name {
        "title" => Some(Kind::Heading(1)),
        "subtitle" => Some(Kind::Heading(2)),
        "quotations" | "quote" | "intense quote" | "block quotation" => Some(Kind::Quote(1)),
        "caption" | "illustration" | "figure" | "drawing" => Some(Kind::Caption),
        _ => None,
    }
}

/// `Heading_20_1` as `heading 1`.
fn plain_name(name: &str) -> String {
    name.replace("_20_", " ").to_lowercase()
}

/// How a style prints words, on top of what is around it.
fn printed(style: Element<'_>, mut ink: Ink) -> Ink {
    for properties in style.elements().filter(|inner| matches!(inner.name(), "text-properties" | "properties")) {
        for (name, value) in properties.attributes() {
            match name.rsplit(':').next().unwrap_or("") {
                "font-weight" => ink.strong = matches!(&*value, "bold" | "600" | "700" | "800" | "900"),
                "font-style" => ink.emphasis = matches!(&*value, "italic" | "oblique"),
                "display" => ink.hidden = &*value == "none",
                "text-position" => ink.raised = is_raised(&value),
                _ => {}
            }
        }
    }
    ink
}

/// `super 58%` and `33% 58%` are raised, `sub 58%`, `-33% 58%` and `0% 100%` are not.
fn is_raised(position: &str) -> bool {
    let height = position.split_whitespace().next().unwrap_or("");
    height == "super" || height.strip_suffix('%').and_then(|height| height.parse::<f32>().ok()).is_some_and(|height| height > 0.0)
}
