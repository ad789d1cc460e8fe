//! What is not to be offered again, in the file: code points before the words and before their end.

use ron::value::RawValue;
use serde::Deserialize;
use serde::de::MapAccess;

use super::record::{Field, Read};
use super::written::{Out, Written};
use crate::model::annotation::Tag;
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Dropped, Offer, Span, Text};

/// Words that are not to be offered again, by what they were offered as.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Row {
    /// As a claim.
    Claim(usize, usize),
    /// As a number.
    Number(usize, usize),
    /// As a source.
    Source(usize, usize),
    /// As what their writer noted beside them.
    Aside(usize, usize),
}

impl Written for Row {
    fn write(&self, out: &mut Out) {
        let (kind, start, end) = match self {
            Row::Claim(start, end) => ("Claim", start, end),
            Row::Number(start, end) => ("Number", start, end),
            Row::Source(start, end) => ("Source", start, end),
            Row::Aside(start, end) => ("Aside", start, end),
        };
        out.push(&format!("{kind}({start}, {end})"));
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

/// The rows of what was turned down in a text.
pub fn rows(dropped: &[Dropped], text: &Text) -> Rows {
    if dropped.is_empty() {
        return Rows::default();
    }
    let map = OffsetMap::new(text.as_str());
    let row = |dropped: &Dropped| {
        let (start, end) = (map.char_from_byte(dropped.span.start()), map.char_from_byte(dropped.span.end()));
        match dropped.offer {
            Offer::Mark(Tag::Claim) => Row::Claim(start, end),
            Offer::Mark(Tag::Number) => Row::Number(start, end),
            Offer::Mark(Tag::Source) => Row::Source(start, end),
            Offer::Aside => Row::Aside(start, end),
        }
    };
    Rows(dropped.iter().map(row).collect())
}

/// What rows turn down in a text. A place that the text does not have is nothing that could be offered.
pub fn dropped(Rows(rows): &Rows, text: &Text) -> Vec<Dropped> {
    let mut all = Vec::new();
    if rows.is_empty() {
        return all;
    }
    let map = OffsetMap::new(text.as_str());
    for row in rows {
        let (offer, start, end) = match *row {
            Row::Claim(start, end) => (Offer::Mark(Tag::Claim), start, end),
            Row::Number(start, end) => (Offer::Mark(Tag::Number), start, end),
            Row::Source(start, end) => (Offer::Mark(Tag::Source), start, end),
            Row::Aside(start, end) => (Offer::Aside, start, end),
        };
        if let Some((start, end)) = map.byte_from_char(start).zip(map.byte_from_char(end)).filter(|(start, end)| start < end) {
            Dropped { span: Span::between(start, end), offer }.note(&mut all);
        }
    }
    all
}
