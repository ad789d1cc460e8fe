//! The project as tables: claims, evidence, mentions, numbers, sources, links and the history, built once for spreadsheets of every kind.
//! Heads are in the language of the report; in English they are names that programs may rely on. Words that the program puts into cells are
//! English in every language, but for what the rules found.

mod changes;
mod claims;
pub mod csv;
mod evidence;
mod ground;
mod links;
mod mentions;
mod numbers;
mod sources;
#[cfg(test)]
mod tests;
pub mod xlsx;

pub use csv::csv;
pub use xlsx::xlsx;

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::export::Export;
use super::language::Language;
use crate::model::claim::{Grade, Status};
use ground::Ground;
pub use ground::iso;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head in English, a name for programs.
    pub head: &'static str,
    /// How wide a spreadsheet shows it, characters.
    pub width: u8,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words; blank for nothing.
    Text(String),
    /// A number.
    Number(Decimal),
    /// How far a claim is.
    Status(Status),
    /// How right a claim is.
    Grade(Grade),
}

impl Cell {
    /// Words without white space around them.
    fn text(words: &str) -> Cell {
        Cell::Text(words.trim().to_owned())
    }

    /// A count or an offset.
    fn count(number: usize) -> Cell {
        Cell::Number(Decimal::from(number))
    }

    /// `yes`, or nothing.
    fn flag(is_so: bool) -> Cell {
        Cell::Text((if is_so { "yes" } else { "" }).to_owned())
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Cell::Text(words) if words.is_empty())
    }
}

impl Column {
    /// Its head as printed.
    pub fn head_in(&self, language: Language) -> Cow<'static, str> {
        language.head(self.head)
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called, in lower case: `claims`.
    pub name: &'static str,
    /// Its columns, those that a desk reads first, ids last.
    pub columns: &'static [Column],
    /// Its rows, with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a head and a width.
const fn column(head: &'static str, width: u8) -> Column {
    Column { head, width }
}

/// All tables, in order, also those without rows.
pub fn tables(export: &Export<'_>) -> Vec<Table> {
    let ground = Ground::new(export);
    vec![
        claims::table(&ground),
        evidence::table(&ground),
        mentions::table(&ground),
        numbers::table(&ground),
        sources::table(&ground),
        links::table(&ground),
        changes::table(&ground),
    ]
}

/// What no table can express, a sentence each.
fn losses(export: &Export<'_>) -> Vec<String> {
    let hidden = export
        .project
        .sources()
        .values()
        .filter(|source| !export.has_contacts() && !source.is_contact_open && !source.contact.trim().is_empty());
    let mut losses = vec![
        "The words of the articles are not in the tables, only those of the marks.".to_owned(),
        "Passages that were set aside as not checkable are not in the tables.".to_owned(),
    ];
    let hidden = hidden.count();
    if hidden > 0 {
        let contacts = crate::model::count::count(hidden, "confidential contact");
        losses.push(format!("{contacts} left out. Ask for contacts to have them in the table of sources."));
    }
    losses
}
