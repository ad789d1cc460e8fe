//! Builds the project of a file record by record through edits, so that whatever the file says the project is sound.

use sha2::{Digest, Sha256};

use super::Opened;
use super::convert::{Notes, Places, Row, Seen};
use crate::edit::{Draft, EditError, Record};
use crate::model::claim::Scale;
use crate::model::id::{ProjectId, Uid};
use crate::model::project::Project;
use crate::storage::format::{self, File};
use crate::storage::warning::{Problem, RecordName, Warning};

/// The project of a file, and what is to be told about it.
pub fn rebuild(file: &File) -> Opened {
    let mut warnings = Vec::new();
    let id = project_id(file, &mut warnings);
    let mut project = Project::new(id, &file.name);
    let mut rebuild = Rebuild { draft: Draft::new(&mut project), seen: Seen::new(&file.claims), warnings };
    rebuild.set_scale(&file.scale);
    rebuild.add_documents(&file.documents);
    let texts: Vec<_> = rebuild.draft.project().documents().map(|document| (document.id, document.text.clone())).collect();
    let places = Places::new(&texts);
    // Each table after those that it points to.
    rebuild.add_all(&file.sources, &places);
    rebuild.add_all(&file.quantities, &places);
    rebuild.add_all(&file.claims, &places);
    rebuild.add_all(&file.annotations, &places);
    rebuild.add_all(&file.links, &places);
    rebuild.add_all(&file.exclusions, &places);
    rebuild.add_all(&file.changes, &places);
    let warnings = rebuild.warnings;
    Opened { project, warnings }
}

/// The id of the project. Where it cannot be read, one is made of what the file says, so that it stays the same until saved.
fn project_id(file: &File, warnings: &mut Vec<Warning>) -> ProjectId {
    file.id.parse().unwrap_or_else(|_| {
        warnings.push(Warning { record: project_name(&file.name), problem: Problem::NewId(file.id.clone()), left_out: None });
        let digest = Sha256::digest(format!("{}\n{}", file.id, file.name));
        let bits = digest.iter().take(8).fold(0, |bits: u64, byte| (bits << 8) | u64::from(*byte));
        ProjectId(Uid(bits))
    })
}

fn project_name(name: &str) -> RecordName {
    RecordName { kind: "project", id: String::new(), words: name.to_owned() }
}

/// A project in the making.
struct Rebuild<'p> {
    draft: Draft<'p>,
    seen: Seen,
    warnings: Vec<Warning>,
}

impl Rebuild<'_> {
    /// Takes the file's scale; an absent one leaves the program's own.
    fn set_scale(&mut self, row: &format::Scale) {
        let mut scale = Scale::default();
        if row.name.is_empty() && row.words.is_empty() {
            return;
        }
        scale.name = row.name.clone();
        for (word, written) in scale.words.iter_mut().zip(&row.words) {
            word.clone_from(written);
        }
        if row.words.len() != scale.words.len() {
            let record = RecordName { kind: "scale", id: String::new(), words: row.name.clone() };
            let problem = Problem::ScaleWords(row.words.len(), row.words.join(", "));
            self.warnings.push(Warning { record, problem, left_out: None });
        }
        // A draft refuses a value only when it expects another before it, which it has just read.
        let _ = self.draft.set_scale(scale);
    }

    /// Adds the articles and gives them the order of the file.
    fn add_documents(&mut self, rows: &[format::Document]) {
        let nowhere = Places::default();
        let mut order = Vec::new();
        for row in rows {
            order.extend(self.add(row, &nowhere));
        }
        let _ = self.draft.reorder(order);
    }

    /// Adds all rows of a table.
    fn add_all<R: Row>(&mut self, rows: &[R], places: &Places<'_>) {
        for row in rows {
            self.add(row, places);
        }
    }

    /// Adds one row; gives its id, or notes why it was left out.
    fn add<R: Row>(&mut self, row: &R, places: &Places<'_>) -> Option<<R::Live as Record>::Id> {
        let mut notes = Notes { project: self.draft.project(), places, seen: &mut self.seen, problems: Vec::new() };
        let live = row.live(&mut notes);
        let mended = notes.problems;
        let added = live.and_then(|record| {
            let id = record.id();
            self.draft.add(record).map(|()| id).map_err(|error| match error {
                EditError::Stale(kind) => Problem::SameId(kind),
                other => Problem::Refused(other),
            })
        });
        match added {
            Ok(id) => {
                self.warnings.extend(mended.into_iter().map(|problem| Warning { record: row.name(), problem, left_out: None }));
                Some(id)
            }
            Err(problem) => {
                // Rows are plain strings and numbers, which can always be written.
                let left_out = ron::to_string(row).unwrap_or_default();
                self.warnings.push(Warning { record: row.name(), problem, left_out: Some(left_out) });
                None
            }
        }
    }
}
