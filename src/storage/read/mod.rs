//! Reads a project file: generous with what is in it, silent about nothing.

mod brackets;
pub(super) mod convert;
mod error;
pub(super) mod house;
mod parse;
mod rebuild;
mod rows;
#[cfg(test)]
mod tests;

pub use error::{Position, ReadError};

use super::format::VERSION;
use super::salvage::Damage;
use super::warning::{Problem, RecordName, Warning};
use crate::model::project::Project;

/// A project as it was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The project. Each record was held to the rules of edits, so it is sound whatever the file said.
    pub project: Project,
    /// What to tell the checker.
    pub warnings: Vec<Warning>,
    /// Stretches of a damaged file that are not in the project.
    pub damage: Vec<Damage>,
    /// The version of the file.
    pub version: u32,
    /// Whether the file may not be written by this version.
    pub is_read_only: bool,
}

impl Opened {
    /// A project of this version that was read without a remark.
    pub fn sound(project: Project) -> Self {
        Opened { project, warnings: Vec::new(), damage: Vec::new(), version: VERSION, is_read_only: false }
    }

    /// Whether the project holds everything that the file holds, so that saving it loses nothing.
    pub fn is_whole(&self) -> bool {
        self.damage.is_empty()
    }

    /// Whether saving it turns a file of an older version into one of the current version; a backup is due before.
    pub fn is_migrated(&self) -> bool {
        self.version < VERSION
    }

    /// What is to be said of a damaged file: where, how much was read, where the rest is. `backup` is when the last one was made.
    pub fn damage_words(&self, backup: Option<&str>) -> Option<String> {
        let first = self.damage.iter().map(|damage| damage.position.line).min()?;
        let claims = self.project.claims().len();
        let bad = self.damage.iter().filter(|damage| damage.list == "claims").count();
        let read = match (claims, bad) {
            (1, 0) => "1 claim was read".to_owned(),
            (_, 0) => format!("{claims} claims were read"),
            _ => format!("{claims} of {} claims were read", claims + bad),
        };
        let rest = match backup {
            Some(time) => format!("the rest is in the backup of {time}. Compare the two."),
            None => "the rest stays in the damaged file, which is kept as it is.".to_owned(),
        };
        Some(format!("The project file is damaged after line {}. {read}; {rest}", first.saturating_sub(1)))
    }
}

/// Reads a project from the bytes of its file. Takes about 10 ms a megabyte (2,000 marks), so large ones belong off the
/// drawing thread.
///
/// # Errors
/// When it is no project, or nothing of it can be read.
pub fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    let parse::Parsed { file, version, is_read_only, salvaged } = parse::parse(bytes)?;
    let salvaged = salvaged.unwrap_or_default();
    let kept = salvaged.strange.iter().map(|strange| (strange.list.clone(), strange.text.clone())).collect();
    let (project, mut warnings) = rebuild::rebuild(file, kept);
    let of_file = |damage: &Damage| RecordName { kind: "file", id: String::new(), words: damage.list.clone() };
    warnings.extend(salvaged.strange.iter().map(|strange| {
        let problem = Problem::Faulty { position: strange.position, fault: strange.fault.clone() };
        Warning { record: of_file(strange), problem, left_out: Some(strange.text.clone()) }
    }));
    warnings.extend(salvaged.damage.iter().map(|damage| {
        let problem = Problem::Damaged { position: damage.position, fault: damage.fault.clone() };
        Warning { record: of_file(damage), problem, left_out: None }
    }));
    Ok(Opened { project, warnings, damage: salvaged.damage, version, is_read_only })
}
