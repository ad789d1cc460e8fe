//! What a part of a line is worth: an amount of something, or a day.

use rust_decimal::Decimal;

use super::shown::{exact, rounded};
use crate::model::day::Day;
use crate::model::quantity::{Dimension, Unit};

/// Of what an amount is.
#[derive(Clone, Debug, PartialEq)]
pub enum Of {
    /// A figure alone.
    Nothing,
    /// A unit of measure or money.
    Unit(&'static Unit),
    /// What is counted.
    Noun(String),
}

/// An amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// How much.
    pub value: Decimal,
    /// Of what.
    pub of: Of,
    /// Per what; blank where it is no rate.
    pub per: String,
}

impl Amount {
    /// A figure alone.
    pub fn plain(value: Decimal) -> Self {
        Amount { value, of: Of::Nothing, per: String::new() }
    }

    /// So much in a unit.
    pub fn of_unit(value: Decimal, unit: &'static Unit) -> Self {
        Amount { value, of: Of::Unit(unit), per: String::new() }
    }

    /// As many per cent.
    pub fn per_cent(value: Decimal) -> Option<Self> {
        Some(Amount::of_unit(value, Unit::find("percent")?))
    }

    /// The same of another figure.
    pub fn with(&self, value: Decimal) -> Self {
        Amount { value, ..self.clone() }
    }

    /// Its unit.
    pub fn unit(&self) -> Option<&'static Unit> {
        match &self.of {
            Of::Unit(unit) => Some(unit),
            Of::Nothing | Of::Noun(_) => None,
        }
    }

    /// Whether it is a part of a whole: per cent, per mille. Not a rate.
    pub fn share(&self) -> Option<&'static Unit> {
        self.unit().filter(|unit| unit.dimension == Dimension::Share && self.per.is_empty())
    }

    /// Whether it is a figure alone.
    pub fn is_plain(&self) -> bool {
        self.of == Of::Nothing && self.per.is_empty()
    }

    /// What stands behind the figure: ` km`, ` %`, ` troops per day`.
    pub fn label(&self) -> String {
        let of = match &self.of {
            Of::Nothing => String::new(),
            Of::Unit(unit) if unit.name == "percent" => " %".to_owned(),
            Of::Unit(unit) => format!(" {}", unit.label(self.value)),
            Of::Noun(noun) => format!(" {noun}"),
        };
        if self.per.is_empty() { of } else { format!("{of} per {}", self.per) }
    }

    /// To the last digit: `2,499.311232 km`.
    pub fn exactly(&self) -> String {
        exact(self.value) + &self.label()
    }
}

/// What a line or a part of it is worth.
#[derive(Clone, Debug, PartialEq)]
pub enum Worth {
    /// An amount.
    Amount(Amount),
    /// A day.
    Day(Day),
    /// A day of the week.
    Weekday(&'static str),
}

impl Worth {
    /// As it is read, rounded.
    pub fn words(&self) -> String {
        match self {
            Worth::Amount(amount) => rounded(amount.value) + &amount.label(),
            Worth::Day(day) => day.words(),
            Worth::Weekday(name) => (*name).to_owned(),
        }
    }
}
