//! Names in XML: which vocabulary a prefix stands for, attributes and their values, and letters written as references.

use std::borrow::Cow;

/// The vocabularies that readers know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Words of a DOCX.
    Word,
    /// Formulas in a DOCX.
    OfficeMath,
    /// Drawings in a DOCX, and what stands around and in them.
    Drawing,
    /// Choices between newer and older ways to say the same, in a DOCX.
    Compatibility,
    /// The frame of an OpenDocument file.
    Office,
    /// Words of an OpenDocument file.
    Text,
    /// Tables of an OpenDocument file.
    Table,
    /// Drawings in an OpenDocument file.
    Draw,
    /// Titles, authors and dates.
    DublinCore,
    /// Web pages, and chapters of an EPUB.
    Html,
    /// Formulas.
    Math,
    /// All others.
    Other,
}

/// The ends of addresses by which vocabularies are known, with the prefix that is usual for it. OOXML has two addresses for each, and
/// OpenOffice 1 other beginnings than OpenDocument.
const SPACES: &[(&str, &str, Space)] = &[
    ("wordprocessingml/2006/main", "w", Space::Word),
    ("ooxml/wordprocessingml/main", "w", Space::Word),
    ("word/2003/wordml", "w", Space::Word),
    ("officeDocument/2006/math", "m", Space::OfficeMath),
    ("ooxml/officeDocument/math", "m", Space::OfficeMath),
    ("drawingml/2006/main", "a", Space::Drawing),
    ("ooxml/drawingml/main", "a", Space::Drawing),
    ("drawingml/2006/wordprocessingDrawing", "wp", Space::Drawing),
    ("word/2010/wordprocessingShape", "wps", Space::Drawing),
    ("word/2010/wordprocessingGroup", "wpg", Space::Drawing),
    ("word/2010/wordprocessingCanvas", "wpc", Space::Drawing),
    ("schemas-microsoft-com:vml", "v", Space::Drawing),
    ("markup-compatibility/2006", "mc", Space::Compatibility),
    ("opendocument:xmlns:office:1.0", "office", Space::Office),
    ("openoffice.org/2000/office", "office", Space::Office),
    ("opendocument:xmlns:text:1.0", "text", Space::Text),
    ("openoffice.org/2000/text", "text", Space::Text),
    ("opendocument:xmlns:table:1.0", "table", Space::Table),
    ("openoffice.org/2000/table", "table", Space::Table),
    ("opendocument:xmlns:drawing:1.0", "draw", Space::Draw),
    ("openoffice.org/2000/drawing", "draw", Space::Draw),
    ("purl.org/dc/elements/1.1/", "dc", Space::DublinCore),
    ("www.w3.org/1999/xhtml", "", Space::Html),
    ("w3.org/1998/Math/MathML", "math", Space::Math),
];

impl Space {
    fn of_address(address: &str) -> Self {
        SPACES.iter().find(|(end, _, _)| address.ends_with(end)).map_or(Space::Other, |(_, _, space)| *space)
    }

    /// For files that leave the addresses out.
    fn of_usual_prefix(prefix: &str) -> Self {
        SPACES.iter().find(|(_, usual, _)| !usual.is_empty() && *usual == prefix).map_or(Space::Other, |(_, _, space)| *space)
    }
}

/// Which prefix stands for which vocabulary at the place that is read.
#[derive(Default)]
pub struct Bindings<'a> {
    /// At which depth, the prefix, and its vocabulary.
    bound: Vec<(usize, &'a str, Space)>,
    /// The last answer: neighbours mostly have the same prefix.
    last: Option<(&'a str, Space)>,
}

impl<'a> Bindings<'a> {
    /// The vocabulary of an element at that depth, with what its attributes bind.
    pub fn enter(&mut self, depth: usize, name: &'a str, attributes_part: &'a str) -> Space {
        if attributes_part.contains("xmlns") {
            for (key, value) in attributes(attributes_part) {
                let prefix = if key == "xmlns" { Some("") } else { key.strip_prefix("xmlns:") };
                let Some(prefix) = prefix else { continue };
                self.bound.push((depth, prefix, Space::of_address(&value)));
                self.last = None;
            }
        }
        let prefix = name.rsplit_once(':').map_or("", |(prefix, _)| prefix);
        if let Some((known, space)) = self.last
            && known == prefix
        {
            return space;
        }
        let bound = self.bound.iter().rev().find(|(_, bound, _)| *bound == prefix);
        let space = bound.map_or_else(|| Space::of_usual_prefix(prefix), |(_, _, space)| *space);
        self.last = Some((prefix, space));
        space
    }

    /// Forgets what was bound at that depth and deeper.
    pub fn leave(&mut self, depth: usize) {
        while self.bound.last().is_some_and(|(at, _, _)| *at >= depth) {
            self.bound.pop();
            self.last = None;
        }
    }
}

/// The attributes in the rest of a tag, with references in their values resolved. Quotation marks and whole values may be missing.
pub fn attributes<'a>(part: &'a str) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
    let mut rest = part;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/');
        let name_end = rest.find(|sign: char| sign.is_ascii_whitespace() || sign == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(name_end)?;
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            return (!name.is_empty()).then_some((name, Cow::Borrowed("")));
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = value.get(1..)?;
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => value.split_once(|sign: char| sign.is_ascii_whitespace()).unwrap_or((value, "")),
        };
        rest = after;
        Some((name, unescaped(value)))
    })
}

/// Words with references to letters resolved; other references stay as they are written.
pub fn unescaped(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, reference)) = rest.split_once('&') {
        plain.push_str(before);
        let resolved = reference.split_once(';').and_then(|(name, after)| Some((resolved(name)?, after)));
        rest = match resolved {
            Some((Letters::One(letter), after)) => {
                plain.push(letter);
                after
            }
            Some((Letters::Two(first, second), after)) => {
                plain.extend([first, second]);
                after
            }
            None => {
                plain.push('&');
                reference
            }
        };
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// What a reference stands for: nearly always one letter.
pub enum Letters {
    /// One letter.
    One(char),
    /// A letter with a combining one.
    Two(char, char),
}

/// The letters of `amp`, `#38`, `#x26` or a name that HTML defines; none for names that a file defines itself.
pub fn resolved(name: &str) -> Option<Letters> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(Letters::One(char::from_u32(code).filter(|letter| *letter != '\0').unwrap_or('\u{fffd}')));
    }
    let mut letters = quick_xml::escape::resolve_html5_entity(name)?.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(one), None, None) => Some(Letters::One(one)),
        (Some(first), Some(second), None) => Some(Letters::Two(first, second)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let read = |part| attributes(part).map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        assert_eq!(read(r#" a="1" w:b = '2 &amp; &#51;' c=4 /"#), ["a=1", "w:b=2 & 3", "c=4"]);
        assert_eq!(read(r#" a="&x; & b" hidden d="1"#), ["a=&x; & b", "hidden=", "d=1"]);
        assert_eq!(read(" "), Vec::<String>::new());
    }
}
