//! What a number says.

pub mod agreement;
pub mod arithmetic;
pub mod conversion;
pub mod noun;
pub mod reach;
pub mod unit;
pub mod value;

pub use unit::{Dimension, Unit};
pub use value::{Approximation, Value};

use super::id::{GroupId, QuantityId};
use super::unknown::Unknown;

/// A figure as read off the text or typed by the checker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Identity.
    pub id: QuantityId,
    /// The value or range; none while it has not been read.
    pub value: Option<Value>,
    /// Unit or counted noun: `km`, `percent`, `troops`.
    pub unit: String,
    /// Per what, where it is a rate: `day`, `head`, `barrel`.
    pub per: String,
    /// How exactly it is meant.
    pub approximation: Approximation,
    /// What is measured: `length of the journey`.
    pub measured: String,
    /// Of whom or what.
    pub of: String,
    /// At which time.
    pub as_of: String,
    /// Whether the checker has typed any of it; then no reading of the program replaces it.
    pub is_edited: bool,
    /// The figures with which it measures the same.
    pub group: Option<GroupId>,
    /// Why it cannot be compared with the others of its group, as a checker found. Blank where it can.
    pub apart: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Quantity {
    /// A figure that nobody has read yet.
    pub fn new(id: QuantityId) -> Self {
        Quantity {
            id,
            value: None,
            unit: String::new(),
            per: String::new(),
            approximation: Approximation::Exact,
            measured: String::new(),
            of: String::new(),
            as_of: String::new(),
            is_edited: false,
            group: None,
            apart: String::new(),
            unknown: Unknown::default(),
        }
    }

    /// Value and unit as a checker reads them: `3,200 km`, `1,100 to 1,300 migrants per day`; a dash where nothing was read.
    pub fn reading(&self) -> String {
        let reading = self.value_and_unit();
        let per = self.per.trim();
        if per.is_empty() || self.value.is_none() { reading } else { format!("{reading} per {per}") }
    }

    /// Per what it is, the same however it is written: `d` for `day` and `days`. Blank where it is no rate.
    pub fn rate(&self) -> String {
        let per = self.per.trim();
        Unit::find(per).map_or_else(|| per.to_lowercase(), |unit| unit.sign.to_owned())
    }

    fn value_and_unit(&self) -> String {
        match (&self.value, self.unit.as_str()) {
            (None, _) => "–".to_owned(),
            (Some(value), "") => value.to_string(),
            (Some(value), "percent" | "%") => format!("{value} %"),
            (Some(value), unit) => format!("{value} {unit}"),
        }
    }
}
