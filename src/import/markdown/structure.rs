//! What the signs of Markdown say about an article: headings, lists, quotes, tables and the words at pictures, as places in
//! the text that stays as it is written.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::model::document::structure::{Kind, Part};
use crate::model::document::{Span, Structure, Text};

/// The structure of a Markdown text.
pub fn structure(text: &Text) -> Structure {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader { text, parts: Vec::new(), lists: 0, quotes: 0, row: 0, column: 0, is_head: false };
    for (event, range) in Parser::new_ext(text.as_str(), options).into_offset_iter() {
        match event {
            Event::Start(tag) => reader.begin(&tag, range),
            Event::End(tag) => reader.end(tag),
            _ => {}
        }
    }
    // Places come from the text itself, so nothing is left out.
    Structure::checked(reader.parts, text).0
}

struct Reader<'a> {
    text: &'a Text,
    parts: Vec<Part>,
    lists: u8,
    quotes: u8,
    row: u32,
    column: u32,
    is_head: bool,
}

impl Reader<'_> {
    fn begin(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.heading(*level, range),
            Tag::BlockQuote(_) => self.quote(range),
            Tag::List(_) => self.lists = self.lists.saturating_add(1),
            Tag::Item => self.entry(range),
            Tag::Paragraph => self.caption(range),
            Tag::Table(_) => self.table(range),
            Tag::TableHead => (self.row, self.column, self.is_head) = (0, 0, true),
            Tag::TableRow => (self.row, self.column, self.is_head) = (self.row + 1, 0, false),
            Tag::TableCell => {
                let (row, column, is_head) = (self.row, self.column, self.is_head);
                self.column += 1;
                let span = self.text.trimmed(Span::between(range.start, range.end));
                self.add(span, Kind::Cell { row, column, is_head });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            _ => {}
        }
    }

    fn add(&mut self, span: Span, kind: Kind) {
        if !span.is_empty() {
            self.parts.push(Part { span, kind });
        }
    }

    /// The paragraphs of the program, lines with words, that a block of Markdown touches.
    fn lines(&self, range: Range<usize>) -> &[Span] {
        let block = self.text.trimmed(Span::between(range.start, range.end));
        let paragraphs = self.text.paragraphs();
        let from = paragraphs.partition_point(|line| line.end() <= block.start());
        let to = paragraphs.partition_point(|line| line.start() < block.end());
        paragraphs.get(from..to).unwrap_or_default()
    }

    /// Notes a block that covers whole lines.
    fn block(&mut self, range: Range<usize>, kind: Kind) {
        if let [first, .., last] | [first @ last] = self.lines(range) {
            self.add(Span::between(first.start(), last.end()), kind);
        }
    }

    fn heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let lines = self.lines(range.clone()).to_vec();
        let Some((last, above)) = lines.split_last() else { return };
        let is_rule =
            |line: &Span| self.text.slice(*line).trim_start_matches(['>', ' ', '\t']).chars().all(|sign| matches!(sign, '=' | '-' | ' '));
        let words = if !above.is_empty() && is_rule(last) {
            self.sign(*last, *last);
            above
        } else {
            lines.as_slice()
        };
        if let [first, .., last] | [first @ last] = words {
            self.add(Span::between(first.start(), last.end()), Kind::Heading(level as u8));
            let begin = range.start.max(first.start());
            self.sign(*first, self.run(begin, *first, |sign| sign == '#'));
        }
    }

    fn quote(&mut self, range: Range<usize>) {
        self.quotes = self.quotes.saturating_add(1);
        self.block(range.clone(), Kind::Quote(self.quotes.min(Kind::DEEPEST)));
        if self.quotes > 1 {
            return;
        }
        for line in self.lines(range).to_vec() {
            let words = self.text.slice(line);
            let begin = line.start() + (words.len() - words.trim_start().len());
            self.sign(line, self.run(begin, line, |sign| sign == '>'));
        }
    }

    fn entry(&mut self, range: Range<usize>) {
        self.block(range.clone(), Kind::Entry(self.lists.clamp(1, Kind::DEEPEST)));
        let Some(line) = self.lines(range.clone()).first().copied() else { return };
        let is_marker = |sign: char| matches!(sign, '-' | '*' | '+' | '.' | ')') || sign.is_ascii_digit();
        let rest = self.text.slice(Span::between(range.start, line.end()));
        let signs = rest.len() - rest.trim_start_matches(is_marker).len();
        // Figures that begin the words are none of the marker: "- 4 % of them".
        let marker = rest.find(char::is_whitespace).map_or(signs, |gap| signs.min(gap));
        self.sign(line, Span::between(range.start, self.run(range.start + marker, line, |_| false).end()));
    }

    /// A paragraph that is a picture alone is the words at it.
    fn caption(&mut self, range: Range<usize>) {
        let block = self.text.trimmed(Span::between(range.start, range.end));
        let words = self.text.slice(block);
        let inner = words.strip_prefix("![").and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once("]("));
        let Some((caption, target)) =
            inner.filter(|(caption, target)| !caption.is_empty() && !caption.contains('[') && !target.contains('('))
        else {
            return;
        };
        if target.contains('\n') || caption.contains('\n') {
            return;
        }
        self.block(range, Kind::Caption);
        let start = block.start() + 2;
        self.add(Span::between(block.start(), start), Kind::Sign);
        self.add(Span::between(start + caption.len(), block.end()), Kind::Sign);
    }

    /// The line under the head of a table holds no words.
    fn table(&mut self, range: Range<usize>) {
        self.block(range.clone(), Kind::Table);
        if let Some(rule) = self.lines(range).get(1).copied() {
            self.sign(rule, rule);
        }
    }

    /// From `begin` over signs and the blanks between and behind them.
    fn run(&self, begin: usize, line: Span, is_sign: impl Fn(char) -> bool) -> Span {
        let rest = self.text.slice(Span::between(begin, line.end().max(begin)));
        let words = rest.trim_start_matches(|sign: char| is_sign(sign) || sign == ' ' || sign == '\t');
        Span::between(begin, begin + (rest.len() - words.len()))
    }

    /// Notes signs of a line, cut to it.
    fn sign(&mut self, line: Span, signs: Span) {
        let (start, end) = (signs.start().max(line.start()), signs.end().min(line.end()));
        if start < end {
            self.add(Span::between(start, end), Kind::Sign);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each part as its kind and its words.
    fn check(markdown: &str, expected: &[(Kind, &str)]) {
        let text = Text::freeze(markdown);
        let structure = structure(&text);
        let found: Vec<(Kind, &str)> = structure.parts().iter().map(|part| (part.kind, text.slice(part.span))).collect();
        assert_eq!(found, expected, "{markdown}");
        assert_eq!(Structure::checked(structure.parts().to_vec(), &text).1, 0, "{markdown}");
    }

    #[test]
    fn headings_of_both_kinds_are_known_with_their_signs() {
        check(
            "# Gate\n\nText.\n\n### Why 3\n",
            &[(Kind::Heading(1), "# Gate"), (Kind::Sign, "# "), (Kind::Heading(3), "### Why 3"), (Kind::Sign, "### ")],
        );
        check("Gate\n====\nText.", &[(Kind::Heading(1), "Gate"), (Kind::Sign, "====")]);
        check("---\ntitle: Gate\n---\nText.", &[]);
        check("#hash and ---", &[]);
    }

    #[test]
    fn entries_know_their_depth_and_their_marker() {
        let text = "- 4 % came\n  1. In March\n     they left\n- last";
        check(
            text,
            &[
                (Kind::Entry(1), "- 4 % came\n  1. In March\n     they left"),
                (Kind::Sign, "- "),
                (Kind::Entry(2), "  1. In March\n     they left"),
                (Kind::Sign, "1. "),
                (Kind::Entry(1), "- last"),
                (Kind::Sign, "- "),
            ],
        );
        check("10) ten\n", &[(Kind::Entry(1), "10) ten"), (Kind::Sign, "10) ")]);
    }

    #[test]
    fn quotes_cover_their_lines_and_may_hold_a_list() {
        check("> They\n> said\n\nEnd", &[(Kind::Quote(1), "> They\n> said"), (Kind::Sign, "> "), (Kind::Sign, "> ")]);
        check("> > Deep", &[(Kind::Quote(1), "> > Deep"), (Kind::Quote(2), "> > Deep"), (Kind::Sign, "> > ")]);
        check("> - one", &[(Kind::Quote(1), "> - one"), (Kind::Entry(1), "> - one"), (Kind::Sign, "> "), (Kind::Sign, "- ")]);
    }

    #[test]
    fn cells_of_a_table_know_row_and_column() {
        let cell = |row, column| Kind::Cell { row, column, is_head: row == 0 };
        check(
            "| Month | Rain |\n|---|--:|\n| May | 40 mm |\n",
            &[
                (Kind::Table, "| Month | Rain |\n|---|--:|\n| May | 40 mm |"),
                (cell(0, 0), "Month"),
                (cell(0, 1), "Rain"),
                (Kind::Sign, "|---|--:|"),
                (cell(1, 0), "May"),
                (cell(1, 1), "40 mm"),
            ],
        );
    }

    #[test]
    fn a_picture_alone_in_its_paragraph_gives_a_caption() {
        check("![The dyke](dyke.jpg)\n", &[(Kind::Caption, "![The dyke](dyke.jpg)"), (Kind::Sign, "!["), (Kind::Sign, "](dyke.jpg)")]);
        check("See ![it](dyke.jpg) there.", &[]);
    }

    #[test]
    fn windows_line_ends_odd_nesting_and_right_to_left_words_give_places_of_the_frozen_text() {
        check("# سد\r\n\r\n- ماء\r\n", &[(Kind::Heading(1), "# سد"), (Kind::Sign, "# "), (Kind::Entry(1), "- ماء"), (Kind::Sign, "- ")]);
        for odd in [
            "",
            "#",
            "-",
            ">",
            "|",
            "- - - a",
            ">\n>\n",
            "# \n",
            "|a|\n|-|\n||\n",
            "1.\n2.\n",
            "![](x)",
            "- a\n\n\n  b\n> c\nd",
            "\u{feff}# a",
        ] {
            let text = Text::freeze(odd);
            let structure = structure(&text);
            assert_eq!(Structure::checked(structure.parts().to_vec(), &text).1, 0, "{odd:?}");
        }
    }
}
