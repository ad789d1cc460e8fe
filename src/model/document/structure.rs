//! Light structure of an article, beside its frozen text: which passages are headings, list entries, quotes, table cells and
//! captions. It points into the text and never changes it, nor any position in it.

use std::collections::HashMap;
use std::sync::Arc;

use super::span::Span;
use super::text::Text;

/// What a passage is, besides its words.
///
/// Headings, entries, quotes, tables and captions cover whole paragraphs; cells and signs lie inside one paragraph; pages, times, links
/// and how words are printed lie anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A table, with all its rows.
    Table,
    /// Words quoted as a block; the depth counts quotes around it and itself, from 1.
    Quote(u8),
    /// An entry of a list with everything in it; the depth counts lists around it and its own, from 1.
    Entry(u8),
    /// A heading, from 1 (the highest) to 6.
    Heading(u8),
    /// The words that stand at a picture or table.
    Caption,
    /// A cell of a table.
    Cell {
        /// Its row, from 0.
        row: u32,
        /// Its column, from 0.
        column: u32,
        /// Whether it names the column.
        is_head: bool,
    },
    /// Signs of the format that are no words: `## `, `> `, `- `, the bars of a table.
    Sign,
    /// A page of the file it came from, and its number from 1. It may begin and end within a paragraph.
    Page(u32),
    /// What is said from that moment of a recording on, in milliseconds.
    Time(u32),
    /// Printed bold.
    Strong,
    /// Printed italic.
    Emphasis,
    /// A link; the number leads to its address ([`Structure::target`]).
    Link(u32),
}

impl Kind {
    /// The deepest level of quotes and lists that is told apart.
    pub const DEEPEST: u8 = 9;

    fn is_sound(self) -> bool {
        match self {
            Kind::Heading(level) => (1..=6).contains(&level),
            Kind::Quote(depth) | Kind::Entry(depth) => (1..=Self::DEEPEST).contains(&depth),
            Kind::Page(number) => number > 0,
            Kind::Table | Kind::Caption | Kind::Cell { .. } | Kind::Sign => true,
            Kind::Time(_) | Kind::Strong | Kind::Emphasis | Kind::Link(_) => true,
        }
    }

    fn is_inside_paragraph(self) -> bool {
        matches!(self, Kind::Cell { .. } | Kind::Sign)
    }

    /// Whether it may begin and end anywhere, and says nothing of the paragraphs it is in.
    pub fn is_free(self) -> bool {
        matches!(self, Kind::Page(_) | Kind::Time(_) | Kind::Strong | Kind::Emphasis | Kind::Link(_))
    }
}

/// A passage with what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The parts of an article in reading order, outer ones before those inside them, and where links lead. Cloning is cheap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    parts: Arc<[Part]>,
    targets: Arc<[Arc<str>]>,
}

impl Structure {
    /// Puts parts in order, and gives back how many do not fit the text and were left out.
    pub fn checked(mut parts: Vec<Part>, text: &Text) -> (Self, usize) {
        let all = parts.len();
        parts.retain(|part| fits(*part, text));
        let left_out = all - parts.len();
        parts.sort_unstable_by_key(|part| (part.span.start(), std::cmp::Reverse(part.span.end()), part.kind));
        parts.dedup();
        (Structure { parts: parts.into(), targets: Arc::default() }, left_out)
    }

    /// The same, with the addresses that its links' numbers lead to. They are numbered anew, each address once, in the order of the text;
    /// links that lead nowhere are left out.
    pub fn with_targets(self, targets: &[Arc<str>]) -> Self {
        let mut used: Vec<Arc<str>> = Vec::new();
        let mut numbers: HashMap<Arc<str>, u32> = HashMap::new();
        let renumber = |part: &Part| {
            let Kind::Link(number) = part.kind else { return Some(*part) };
            let target = targets.get(number as usize)?;
            let number = *numbers.entry(target.clone()).or_insert_with(|| {
                used.push(target.clone());
                u32::try_from(used.len() - 1).unwrap_or(u32::MAX)
            });
            Some(Part { kind: Kind::Link(number), ..*part })
        };
        let parts = self.parts.iter().filter_map(renumber).collect();
        Structure { parts, targets: used.into() }
    }

    /// The addresses of its links, which a link's number leads to.
    pub fn targets(&self) -> &[Arc<str>] {
        &self.targets
    }

    /// Where a link leads, if its address is known.
    pub fn target(&self, kind: Kind) -> Option<&str> {
        let Kind::Link(number) = kind else { return None };
        self.targets.get(number as usize).map(|target| &**target)
    }

    /// The page and the moment, in milliseconds, at a byte, where they are known.
    pub fn locator(&self, byte: usize) -> (Option<u32>, Option<u32>) {
        let mut found = (None, None);
        for part in self.parts.iter().take_while(|part| part.span.start() <= byte) {
            match part.kind {
                Kind::Page(number) => found.0 = Some(number),
                Kind::Time(start) => found.1 = Some(start),
                _ => {}
            }
        }
        found
    }

    /// The parts.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The shape of each paragraph, in order; empty where no structure is known.
    pub fn shapes(&self, text: &Text) -> Vec<Shape> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut rest = self.parts.iter().peekable();
        let mut around: Vec<Part> = Vec::new();
        let shape = |paragraph: &Span| {
            around.retain(|part| part.span.end() > paragraph.start());
            while let Some(part) = rest.next_if(|part| part.span.start() < paragraph.end()) {
                around.push(*part);
            }
            Shape::of(&around, *paragraph, text)
        };
        text.paragraphs().iter().map(shape).collect()
    }

    /// The parts that lie inside a span: the cells and signs of a paragraph.
    pub fn inside(&self, span: Span) -> impl Iterator<Item = Part> + '_ {
        let from = self.parts.partition_point(|part| part.span.start() < span.start());
        let here = self.parts.iter().skip(from).take_while(move |part| part.span.start() < span.end());
        here.filter(move |part| part.span.end() <= span.end()).copied()
    }
}

/// A moment of a recording, given in milliseconds: `1:02:09`, `2:09`.
pub fn clock_words(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Level of the heading, 1 to 6; 0 where it is none.
    pub heading: u8,
    /// Depth of the list entry it is in; 0 where it is in none.
    pub entry: u8,
    /// Whether the entry begins here, so that its marker stands here.
    pub begins_entry: bool,
    /// Depth of the quote it is in; 0 where it is in none.
    pub quote: u8,
    /// Whether it is the words at a picture.
    pub is_caption: bool,
    /// Its row, where it is a row of a table: 1 for the row that names the columns, 2 and on for the others.
    pub table_row: u32,
    /// Whether it is in a table.
    pub is_in_table: bool,
    /// Bytes at its start that are signs of the format and blanks, before its words; all of it where it holds no words.
    pub lead: u32,
}

impl Shape {
    fn of(around: &[Part], paragraph: Span, text: &Text) -> Self {
        let mut shape = Shape::default();
        for part in around {
            match part.kind {
                Kind::Table => shape.is_in_table = true,
                Kind::Quote(depth) => shape.quote = shape.quote.max(depth),
                Kind::Entry(depth) if depth >= shape.entry => {
                    shape.entry = depth;
                    shape.begins_entry = part.span.start() == paragraph.start();
                }
                Kind::Heading(level) => shape.heading = level,
                Kind::Caption => shape.is_caption = true,
                Kind::Cell { row, is_head, .. } => shape.table_row = if is_head { 1 } else { row.saturating_add(1).max(2) },
                Kind::Entry(_) | Kind::Sign => {}
                Kind::Page(_) | Kind::Time(_) | Kind::Strong | Kind::Emphasis | Kind::Link(_) => {}
            }
        }
        let signs = around.iter().filter(|part| part.kind == Kind::Sign).map(|part| part.span);
        let lead = lead_end(signs, paragraph, text) - paragraph.start();
        Shape { lead: u32::try_from(lead).unwrap_or(0), ..shape }
    }

    /// Whether it holds signs of the format alone, as the line under the head of a table does.
    pub fn is_sign(&self, paragraph: Span) -> bool {
        !paragraph.is_empty() && self.lead as usize >= paragraph.len()
    }
}

/// Where the words of a paragraph begin, behind its signs and the blanks between them. `signs` are in order.
fn lead_end(signs: impl Iterator<Item = Span>, paragraph: Span, text: &Text) -> usize {
    let mut end = paragraph.start();
    for sign in signs.filter(|sign| sign.start() >= paragraph.start()) {
        let gap = text.slice(Span::between(end, sign.start().max(end)));
        if !gap.trim().is_empty() {
            break;
        }
        end = sign.end();
    }
    end.min(paragraph.end())
}

/// Whether a part is sound by itself and lies where its kind may lie.
fn fits(part: Part, text: &Text) -> bool {
    let Part { span, kind } = part;
    let is_whole = text.floor(span.start()) == span.start() && text.ceil(span.end()) == span.end();
    if span.is_empty() || span.end() > text.len() || !is_whole || !kind.is_sound() {
        return false;
    }
    if kind.is_free() {
        return true;
    }
    let paragraphs = text.paragraphs();
    let at = |byte: usize| paragraphs.get(text.paragraph_at(byte));
    let (Some(first), Some(last)) = (at(span.start()), at(span.end() - 1)) else { return false };
    if kind.is_inside_paragraph() {
        return first.start() <= span.start() && span.end() <= first.end();
    }
    first.start() == span.start() && last.end() == span.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Dyke\n> They\n> said\n  - one\nend";

    fn part(text: &Text, words: &str, kind: Kind) -> Part {
        let start = text.as_str().find(words).unwrap();
        Part { span: Span::between(start, start + words.len()), kind }
    }

    #[test]
    fn parts_that_do_not_fit_the_text_are_left_out_and_counted() {
        let text = Text::freeze(TEXT);
        let check = |words: &str, kind, expected: usize| {
            assert_eq!(Structure::checked(vec![part(&text, words, kind)], &text).1, expected, "{words} {kind:?}");
        };
        check("# Dyke", Kind::Heading(1), 0);
        check("# Dyke", Kind::Heading(7), 1);
        check("# Dyke", Kind::Quote(0), 1);
        check("Dyke", Kind::Heading(1), 1);
        check("# Dy", Kind::Heading(1), 1);
        check("# Dyke\n", Kind::Heading(1), 1);
        check("> They\n> said", Kind::Quote(1), 0);
        check("> They\n> said", Kind::Sign, 1);
        check("one", Kind::Cell { row: 0, column: 3, is_head: false }, 0);
        let outside = Part { span: Span::between(4, 999), kind: Kind::Caption };
        assert_eq!(Structure::checked(vec![outside], &text).1, 1);
        assert_eq!(Structure::checked(vec![outside], &Text::freeze("")).1, 1);
        let accent = Text::freeze("e\u{301}");
        assert_eq!(Structure::checked(vec![Part { span: Span::between(0, 1), kind: Kind::Sign }], &accent).1, 1);
    }

    #[test]
    fn each_paragraph_has_the_shape_of_what_is_around_it() {
        let text = Text::freeze(TEXT);
        let mut signs: Vec<Part> = Vec::new();
        for (at, _) in TEXT.match_indices(['#', '>', '-']) {
            signs.push(Part { span: Span::between(at, at + 2), kind: Kind::Sign });
        }
        let parts = vec![
            part(&text, "  - one", Kind::Entry(2)),
            part(&text, "# Dyke", Kind::Heading(1)),
            part(&text, "> They\n> said", Kind::Quote(1)),
        ];
        let (structure, left_out) = Structure::checked(parts.into_iter().chain(signs).collect(), &text);
        assert_eq!(left_out, 0);
        let plain = Shape::default();
        assert_eq!(
            structure.shapes(&text),
            [
                Shape { heading: 1, lead: 2, ..plain },
                Shape { quote: 1, lead: 2, ..plain },
                Shape { quote: 1, lead: 2, ..plain },
                Shape { entry: 2, begins_entry: true, lead: 4, ..plain },
                plain,
            ]
        );
        assert!(Structure::default().shapes(&text).is_empty());
        assert_eq!(structure.inside(text.paragraphs()[3]).map(|part| part.kind).collect::<Vec<_>>(), [Kind::Entry(2), Kind::Sign]);
    }
}
