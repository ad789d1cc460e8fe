//! What stood beside an article's words, in the file: code points before the words that it is about and before their end, who wrote it,
//! when, and what it says.

use ron::value::RawValue;
use serde::Deserialize;
use serde::de::MapAccess;

use super::record::{Field, Read};
use super::written::{Out, Written};
use crate::model::document::aside::{Aside, AsideKind};
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Span, Text};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Row {
    /// A comment.
    Comment(usize, usize, String, String, String),
    /// A footnote.
    Footnote(usize, usize, String, String, String),
    /// Words that were put in.
    Insertion(usize, usize, String, String, String),
    /// Words that were taken out.
    Deletion(usize, usize, String, String, String),
}

impl Written for Row {
    fn write(&self, out: &mut Out) {
        let (kind, start, end, words) = match self {
            Row::Comment(start, end, by, at, words) => ("Comment", start, end, [by, at, words]),
            Row::Footnote(start, end, by, at, words) => ("Footnote", start, end, [by, at, words]),
            Row::Insertion(start, end, by, at, words) => ("Insertion", start, end, [by, at, words]),
            Row::Deletion(start, end, by, at, words) => ("Deletion", start, end, [by, at, words]),
        };
        out.push(&format!("{kind}({start}, {end}"));
        for said in words {
            out.push(", ");
            said.write(out);
        }
        out.push(")");
    }
}

/// All of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Rows(pub Vec<Row>);

impl Written for Rows {
    fn write(&self, out: &mut Out) {
        self.0.write(out);
    }

    fn is_left_out(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Field<'de> for Rows {
    fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error> {
        let raw: &RawValue = map.next_value()?;
        // A list with kinds that are not known stays as it is.
        Ok(raw.into_rust().map_err(|_| raw.trim().get_ron().to_owned()))
    }
}

/// The rows of what stands beside a text.
pub fn rows(asides: &[Aside], text: &Text) -> Rows {
    if asides.is_empty() {
        return Rows::default();
    }
    let map = OffsetMap::new(text.as_str());
    let row = |aside: &Aside| {
        let (start, end) = (map.char_from_byte(aside.span.start()), map.char_from_byte(aside.span.end()));
        let make = match aside.kind {
            AsideKind::Comment => Row::Comment,
            AsideKind::Footnote => Row::Footnote,
            AsideKind::Insertion => Row::Insertion,
            AsideKind::Deletion => Row::Deletion,
        };
        make(start, end, aside.by.clone(), aside.at.clone(), aside.words.clone())
    };
    Rows(asides.iter().map(row).collect())
}

/// What stands beside a text. A place that the text does not have becomes the nearest that it has: what a writer noted is not lost.
pub fn asides(Rows(rows): Rows, text: &Text) -> Vec<Aside> {
    if rows.is_empty() {
        return Vec::new();
    }
    let map = OffsetMap::new(text.as_str());
    let byte = |at: usize| map.byte_from_char(at).unwrap_or(text.len());
    let aside = |row: Row| {
        let (kind, start, end, by, at, words) = match row {
            Row::Comment(start, end, by, at, words) => (AsideKind::Comment, start, end, by, at, words),
            Row::Footnote(start, end, by, at, words) => (AsideKind::Footnote, start, end, by, at, words),
            Row::Insertion(start, end, by, at, words) => (AsideKind::Insertion, start, end, by, at, words),
            Row::Deletion(start, end, by, at, words) => (AsideKind::Deletion, start, end, by, at, words),
        };
        // To the code point: what was turned down of them is known again by its place.
        let (start, end) = (byte(start), byte(end));
        Aside { span: Span::between(start, end.max(start)), kind, by, at, words }
    };
    rows.into_iter().map(aside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::LineEnd;

    #[test]
    fn a_place_within_what_reads_as_one_letter_comes_back_to_the_code_point() {
        let text = Text::from_frozen("dyke\r\ne\u{301}".to_owned(), LineEnd::Lf, false);
        let aside = |start, end| Aside {
            span: Span::between(start, end),
            kind: AsideKind::Comment,
            by: String::new(),
            at: String::new(),
            words: "Who says so?".to_owned(),
        };
        for (start, end) in [(0, 5), (6, 7), (7, 9), (0, 9), (3, 3)] {
            let one = vec![aside(start, end)];
            assert_eq!(asides(rows(&one, &text), &text), one);
        }
        let beyond = Row::Comment(4, 90, String::new(), String::new(), "Who says so?".to_owned());
        assert_eq!(asides(Rows(vec![beyond]), &text), [aside(4, 9)]);
    }
}
