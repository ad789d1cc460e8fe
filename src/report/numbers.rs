//! The numbers: as written, as read, and which claims hold them.

use super::desk::Desk;
use super::words::join_filled;
use super::{ClaimRef, Place};
use crate::model::annotation::Mention;
use crate::model::id::QuantityId;
use crate::model::quantity::{Approximation, Quantity};

/// One number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRow {
    /// The number.
    pub number: QuantityId,
    /// Its words at the first place.
    pub written: String,
    /// Value and unit; a dash where nothing was read.
    pub reading: String,
    /// Whether a value was read or typed.
    pub is_read: bool,
    /// How exactly it is meant.
    pub approximation: Approximation,
    /// What is measured.
    pub measured: String,
    /// Of whom or what.
    pub of: String,
    /// At which time.
    pub as_of: String,
    /// Where it stands.
    pub places: Vec<Place>,
    /// The claims that hold it.
    pub claims: Vec<ClaimRef>,
}

impl NumberRow {
    /// What is measured, of whom, when; blank parts left out.
    pub fn about(&self) -> String {
        join_filled(&[&self.measured, &self.of, &self.as_of], ", ")
    }
}

pub(super) fn rows(desk: &Desk<'_>) -> Vec<NumberRow> {
    let project = desk.project;
    let place = |quantity: &Quantity| {
        let mark = desk.lookup.mentions(Mention::Number(quantity.id)).first().and_then(|id| project.annotations().get(id));
        let article = mark.and_then(|mark| project.order().iter().position(|id| *id == mark.document));
        (article.unwrap_or(usize::MAX), mark.map_or(0, |mark| mark.span.start()), quantity.id)
    };
    let is_in = |quantity: &&Quantity| desk.is_mentioned(Mention::Number(quantity.id));
    let mut quantities: Vec<_> = project.quantities().values().filter(is_in).collect();
    quantities.sort_by_cached_key(|quantity| place(quantity));
    quantities.into_iter().map(|quantity| row(desk, quantity)).collect()
}

/// What a number measures: as written for it, else what its group says.
fn measured(desk: &Desk<'_>, quantity: &Quantity) -> String {
    let group = quantity.group.and_then(|group| desk.project.groups().get(&group)).map_or("", |group| group.name.trim());
    let own = quantity.measured.trim();
    if own.is_empty() { group.to_owned() } else { own.to_owned() }
}

fn row(desk: &Desk<'_>, quantity: &Quantity) -> NumberRow {
    let record = Mention::Number(quantity.id);
    NumberRow {
        number: quantity.id,
        written: desk.quote(record),
        reading: quantity.reading(),
        is_read: quantity.value.is_some(),
        approximation: quantity.approximation,
        measured: measured(desk, quantity),
        of: quantity.of.trim().to_owned(),
        as_of: quantity.as_of.trim().to_owned(),
        places: desk.places(record),
        claims: desk.claims_of(quantity.id),
    }
}
