//! Looks by name: which paragraphs are headings, quotes, captions and list entries, which words are bold, italic or hidden.

use std::collections::HashMap;

use crate::import::xml::Element;

/// What a style says, with all that it is based on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Level of the heading, from 1.
    pub heading: Option<u8>,
    /// Depth of the list entry, from 1; 0 where a style ends a list that it is based on.
    pub entry: Option<u8>,
    /// Whether it is a quote set off from the text.
    pub is_quote: bool,
    /// Whether it is the words at a picture.
    pub is_caption: bool,
    /// Bold, italic and hidden, where it says so.
    pub strong: Option<bool>,
    /// Italic.
    pub emphasis: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// Set higher than the line.
    pub raised: Option<bool>,
}

/// All styles of a document.
#[derive(Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
}

/// How many styles may be based on each other.
const CHAIN: usize = 20;

/// Beginnings of names of headings. Word writes `heading 1` in every language; other programs write their own.
const HEADINGS: &[&str] = &[
    "heading ",
    "überschrift ",
    "titre ",
    "título ",
    "titulo ",
    "titolo ",
    "kop ",
    "rubrik ",
    "overskrift ",
    "otsikko ",
    "nagłówek ",
    "nadpis ",
    "заголовок ",
    "címsor ",
    "başlık ",
    "επικεφαλίδα ",
    "見出し ",
    "标题 ",
    "標題 ",
    "제목 ",
    "عنوان ",
    "כותרת ",
];

impl Styles {
    /// Reads the styles of a document.
    pub fn of(root: Option<Element<'_>>) -> Self {
        let Some(root) = root else { return Styles::default() };
        let raw: HashMap<String, Element<'_>> = root
            .elements()
            .filter(|element| element.name() == "style")
            .filter_map(|element| Some((element.attribute("styleId")?.into_owned(), element)))
            .collect();
        let whole = |id: &String| {
            let mut style = Style::default();
            let mut next = Some(id.clone());
            for _ in 0..CHAIN {
                let Some(element) = next.as_ref().and_then(|id| raw.get(id)) else { break };
                style.add(*element);
                next = value(*element, "basedOn");
            }
            (id.clone(), style)
        };
        Styles { by_id: raw.keys().map(whole).collect() }
    }

    /// A style by its id; one that says nothing where it is unknown.
    pub fn get(&self, id: Option<&str>) -> Style {
        let Some(id) = id else { return Style::default() };
        // Where the styles are missing, their ids are mostly their names.
        self.by_id.get(id).cloned().unwrap_or_else(|| Style::named(&spaced(id)))
    }
}

impl Style {
    /// Adds what a style says that this one, based on it, leaves open.
    fn add(&mut self, element: Element<'_>) {
        let named = Style::named(&value(element, "name").unwrap_or_default());
        let paragraph = element.child("pPr");
        let direct = paragraph.map_or_else(Style::default, Style::of_paragraph);
        let words = element.child("rPr").map_or_else(Style::default, Style::of_words);
        self.heading = self.heading.or(named.heading).or(direct.heading);
        self.entry = self.entry.or(direct.entry.map(|depth| if depth == 0 { 0 } else { named.entry.unwrap_or(depth) }));
        self.is_quote |= named.is_quote;
        self.is_caption |= named.is_caption;
        self.strong = self.strong.or(words.strong);
        self.emphasis = self.emphasis.or(words.emphasis);
        self.hidden = self.hidden.or(words.hidden);
        self.raised = self.raised.or(words.raised);
    }

    /// What a name says.
    pub fn named(name: &str) -> Self {
        let name = name.trim().to_lowercase();
        let level = HEADINGS.iter().find_map(|heading| name.strip_prefix(heading)).and_then(|rest| rest.trim().parse::<u8>().ok());
        let heading = level.filter(|level| (1..=9).contains(level)).map(|level| level.min(6));
        let title = match name.as_str() {
            "title" => Some(1),
            "subtitle" => Some(2),
            _ => None,
        };
        let list_depth = ["list bullet ", "list number ", "list continue "].iter().find_map(|list| name.strip_prefix(list));
        Style {
            heading: heading.or(title),
            entry: list_depth.and_then(|depth| depth.parse().ok()),
            is_quote: ["quote", "intense quote", "block text", "quotations", "block quotation", "blockquote"].contains(&name.as_str()),
            is_caption: name == "caption" || name.ends_with(" caption"),
            ..Style::default()
        }
    }

    /// What the properties of a paragraph say.
    pub fn of_paragraph(properties: Element<'_>) -> Self {
        let level = value(properties, "outlineLvl").and_then(|level| level.parse::<u8>().ok());
        let entry = properties.child("numPr").map(|list| {
            let is_none = value(list, "numId").is_some_and(|number| number == "0");
            let level = value(list, "ilvl").and_then(|level| level.parse::<u8>().ok()).unwrap_or(0);
            if is_none { 0 } else { level.saturating_add(1).min(9) }
        });
        Style { heading: level.filter(|level| *level < 9).map(|level| (level + 1).min(6)), entry, ..Style::default() }
    }

    /// What the properties of words say.
    pub fn of_words(properties: Element<'_>) -> Self {
        let mut style = Style::default();
        for property in properties.elements() {
            let place = match property.name() {
                "b" => &mut style.strong,
                "i" => &mut style.emphasis,
                "vanish" => &mut style.hidden,
                "vertAlign" => {
                    style.raised = Some(property.attribute("val").is_some_and(|height| &*height == "superscript"));
                    continue;
                }
                _ => continue,
            };
            *place = Some(is_on(property));
        }
        style
    }
}

/// The value of a property.
pub fn value(of: Element<'_>, name: &str) -> Option<String> {
    of.child(name)?.attribute("val").map(std::borrow::Cow::into_owned)
}

/// Whether a property that is on or off is on.
pub fn is_on(property: Element<'_>) -> bool {
    property.attribute("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
}

/// `Heading1` as `heading 1`, `IntenseQuote` as `intense quote`.
fn spaced(id: &str) -> String {
    let mut name = String::new();
    for sign in id.chars() {
        if (sign.is_uppercase() || sign.is_ascii_digit()) && !name.is_empty() && !name.ends_with(' ') {
            name.push(' ');
        }
        name.push(sign);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_headings_quotes_and_captions() {
        for (name, heading) in [("heading 2", 2), ("Überschrift 3", 3), ("Heading 9", 6), ("Title", 1), ("見出し 1", 1)] {
            assert_eq!(Style::named(name).heading, Some(heading), "{name}");
        }
        assert_eq!(Style::named("Heading").heading, None);
        assert_eq!(Style::named(&spaced("Heading1")).heading, Some(1));
        assert!(Style::named("Intense Quote").is_quote && Style::named("caption").is_caption);
        assert!(!Style::named("Quote Char").is_quote);
    }
}
