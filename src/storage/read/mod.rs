//! Reads a project file: generous with what is in it, silent about nothing.

mod brackets;
mod convert;
mod error;
mod parse;
mod rebuild;
mod rows;
#[cfg(test)]
mod tests;

pub use error::{Position, ReadError};

use super::warning::Warning;
use crate::model::project::Project;

/// A project as it was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The project. It was built through edits, so it is sound whatever the file said.
    pub project: Project,
    /// What to tell the checker.
    pub warnings: Vec<Warning>,
}

impl Opened {
    /// Whether the project holds everything that the file holds, so that saving it loses nothing.
    pub fn is_whole(&self) -> bool {
        true
    }
}

/// Reads a project from the bytes of its file. Takes about 10 ms a megabyte (1,000 marks), so large ones belong off
/// the drawing thread.
///
/// # Errors
/// When it is no project, was cut off, comes from a newer version, or breaks the rules of RON.
pub fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    parse::parse(bytes).map(rebuild::rebuild)
}
