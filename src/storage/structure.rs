//! The light structure of an article in the file: passages in code points, each with what it is.

use std::sync::Arc;

use ron::value::RawValue;
use serde::Deserialize;
use serde::de::MapAccess;

use super::record::{Field, Read};
use super::written::{Out, Written};
use crate::model::document::offset::OffsetMap;
use crate::model::document::structure::{Kind, Part};
use crate::model::document::{Span, Structure, Text};

/// A passage of an article: code points before it and before its end, then what its kind needs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Row {
    /// A table with all its rows.
    Table(usize, usize),
    /// A quote, and its depth from 1.
    Quote(usize, usize, u8),
    /// An entry of a list, and its depth from 1.
    Entry(usize, usize, u8),
    /// A heading, and its level from 1 to 6.
    Heading(usize, usize, u8),
    /// The words at a picture or table.
    Caption(usize, usize),
    /// A cell that names a column; row and column from 0.
    Head(usize, usize, u32, u32),
    /// Another cell; row and column from 0.
    Cell(usize, usize, u32, u32),
    /// Signs of the format that are no words.
    Sign(usize, usize),
    /// A page, and its number from 1.
    Page(usize, usize, u32),
    /// What is said from a moment on, milliseconds.
    Time(usize, usize, u32),
    /// Bold.
    Strong(usize, usize),
    /// Italic.
    Emphasis(usize, usize),
    /// A link, and its address.
    Link(usize, usize, String),
}

impl Written for Row {
    fn write(&self, out: &mut Out) {
        let words = match self {
            Row::Table(start, end) => format!("Table({start}, {end})"),
            Row::Quote(start, end, depth) => format!("Quote({start}, {end}, {depth})"),
            Row::Entry(start, end, depth) => format!("Entry({start}, {end}, {depth})"),
            Row::Heading(start, end, level) => format!("Heading({start}, {end}, {level})"),
            Row::Caption(start, end) => format!("Caption({start}, {end})"),
            Row::Head(start, end, row, column) => format!("Head({start}, {end}, {row}, {column})"),
            Row::Cell(start, end, row, column) => format!("Cell({start}, {end}, {row}, {column})"),
            Row::Sign(start, end) => format!("Sign({start}, {end})"),
            Row::Page(start, end, number) => format!("Page({start}, {end}, {number})"),
            Row::Time(start, end, moment) => format!("Time({start}, {end}, {moment})"),
            Row::Strong(start, end) => format!("Strong({start}, {end})"),
            Row::Emphasis(start, end) => format!("Emphasis({start}, {end})"),
            Row::Link(start, end, target) => {
                out.push(&format!("Link({start}, {end}, "));
                target.write(out);
                out.push(")");
                return;
            }
        };
        out.push(&words);
    }
}

/// All passages of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Parts(pub Vec<Row>);

impl Written for Parts {
    fn write(&self, out: &mut Out) {
        self.0.write(out);
    }

    fn is_left_out(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Field<'de> for Parts {
    fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error> {
        let raw: &RawValue = map.next_value()?;
        // A list with kinds that are not known stays as it is.
        Ok(raw.into_rust().map_err(|_| raw.trim().get_ron().to_owned()))
    }
}

/// The rows of a structure.
pub fn rows(structure: &Structure, text: &Text) -> Parts {
    if structure.is_empty() {
        return Parts::default();
    }
    let map = OffsetMap::new(text.as_str());
    Parts(structure.parts().iter().map(|part| row(*part, structure, &map)).collect())
}

fn row(part: Part, structure: &Structure, map: &OffsetMap<'_>) -> Row {
    let (start, end) = (map.char_from_byte(part.span.start()), map.char_from_byte(part.span.end()));
    match part.kind {
        Kind::Table => Row::Table(start, end),
        Kind::Quote(depth) => Row::Quote(start, end, depth),
        Kind::Entry(depth) => Row::Entry(start, end, depth),
        Kind::Heading(level) => Row::Heading(start, end, level),
        Kind::Caption => Row::Caption(start, end),
        Kind::Cell { row, column, is_head: true } => Row::Head(start, end, row, column),
        Kind::Cell { row, column, is_head: false } => Row::Cell(start, end, row, column),
        Kind::Sign => Row::Sign(start, end),
        Kind::Page(number) => Row::Page(start, end, number),
        Kind::Time(moment) => Row::Time(start, end, moment),
        Kind::Strong => Row::Strong(start, end),
        Kind::Emphasis => Row::Emphasis(start, end),
        Kind::Link(_) => Row::Link(start, end, structure.target(part.kind).unwrap_or_default().to_owned()),
    }
}

/// The structure of rows, and how many of them do not fit the text and were left out.
pub fn structure(Parts(rows): &Parts, text: &Text) -> (Structure, usize) {
    if rows.is_empty() {
        return (Structure::default(), 0);
    }
    let map = OffsetMap::new(text.as_str());
    let mut targets: Vec<Arc<str>> = Vec::new();
    let parts: Vec<Part> = rows.iter().filter_map(|row| part(row, &mut targets, &map)).collect();
    let outside = rows.len() - parts.len();
    let (structure, left_out) = Structure::checked(parts, text);
    (structure.with_targets(&targets), outside + left_out)
}

fn part(row: &Row, targets: &mut Vec<Arc<str>>, map: &OffsetMap<'_>) -> Option<Part> {
    let (start, end, kind) = match *row {
        Row::Table(start, end) => (start, end, Kind::Table),
        Row::Quote(start, end, depth) => (start, end, Kind::Quote(depth)),
        Row::Entry(start, end, depth) => (start, end, Kind::Entry(depth)),
        Row::Heading(start, end, level) => (start, end, Kind::Heading(level)),
        Row::Caption(start, end) => (start, end, Kind::Caption),
        Row::Head(start, end, row, column) => (start, end, Kind::Cell { row, column, is_head: true }),
        Row::Cell(start, end, row, column) => (start, end, Kind::Cell { row, column, is_head: false }),
        Row::Sign(start, end) => (start, end, Kind::Sign),
        Row::Page(start, end, number) => (start, end, Kind::Page(number)),
        Row::Time(start, end, moment) => (start, end, Kind::Time(moment)),
        Row::Strong(start, end) => (start, end, Kind::Strong),
        Row::Emphasis(start, end) => (start, end, Kind::Emphasis),
        Row::Link(start, end, ref target) => {
            targets.push(target.as_str().into());
            (start, end, Kind::Link(u32::try_from(targets.len() - 1).ok()?))
        }
    };
    let (start, end) = (map.byte_from_char(start)?, map.byte_from_char(end)?);
    (start < end).then(|| Part { span: Span::between(start, end), kind })
}
