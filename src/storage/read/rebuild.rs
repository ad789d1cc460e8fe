//! Builds the project of a file record by record, each held to the rules that edits are held to, so that whatever the file says the
//! project is sound.

use std::mem::take;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::convert::{Notes, Row, Seen};
use super::house;
use crate::edit::{Draft, Record, admit};
use crate::model::document::Text;
use crate::model::id::{DocumentId, ProjectId, Uid};
use crate::model::project::Project;
use crate::model::unknown::{Kept, Unknown};
use crate::storage::format::{self, File, LEAST_READER, VERSION};
use crate::storage::warning::{Problem, RecordName, Warning};
use crate::storage::write::rows::Places;

/// The project of a file, and what is to be told about it. `kept` are records of its lists that no type could read.
pub fn rebuild(mut file: File, kept: Vec<(String, String)>) -> (Project, Vec<Warning>) {
    let mut warnings = Vec::new();
    let id = project_id(&file, &mut warnings);
    let mut project = Project::new(id, &file.name);
    let is_newer = file.version > VERSION;
    let fields = take(&mut file.unknown);
    project.keep(Kept {
        version: if is_newer { file.version } else { 0 },
        least_reader: if file.least_reader > LEAST_READER { file.least_reader } else { 0 },
        fields,
        records: Arc::default(),
    });
    let mut rebuild = Rebuild { project, seen: Seen::new(&file.claims), warnings, kept, is_newer };
    let fields = rebuild.project.kept().fields.clone();
    rebuild.note_unknown(&project_name(&file.name), &fields, File::FIELDS);
    rebuild.set_house(&mut file);
    rebuild.add_documents(take(&mut file.documents));
    let texts: Vec<(DocumentId, Text)> = rebuild.project.documents().map(|document| (document.id, document.text.clone())).collect();
    let places = Places::of(texts.iter().map(|(id, text)| (*id, text)));
    // Each table after those that it points to.
    rebuild.add_all(file.sources, &places);
    rebuild.add_all(file.groups, &places);
    rebuild.add_all(file.quantities, &places);
    rebuild.add_all(file.claims, &places);
    rebuild.add_all(file.annotations, &places);
    rebuild.add_all(file.links, &places);
    rebuild.add_all(file.exclusions, &places);
    rebuild.add_all(file.changes, &places);
    rebuild.add_all(file.flags, &places);
    let Rebuild { mut project, warnings, kept: records, .. } = rebuild;
    let kept = Kept { records: Arc::new(records), ..project.kept().clone() };
    project.keep(kept);
    (project, warnings)
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
struct Rebuild {
    project: Project,
    seen: Seen,
    warnings: Vec<Warning>,
    /// Records that cannot stand in the project, with their lists.
    kept: Vec<(String, String)>,
    /// Whether a newer version wrote the file, so that fields that are not known are to be expected.
    is_newer: bool,
}

impl Rebuild {
    /// Takes what the desk has decided; an absent scale leaves the program's own.
    fn set_house(&mut self, file: &mut File) {
        let rows = format::House {
            scales: std::iter::once(take(&mut file.scale)).chain(take(&mut file.more_scales).0.unwrap_or_default()).collect(),
            grades: take(&mut file.grades).0.unwrap_or_default(),
            switched_off: take(&mut file.switched_off).0.unwrap_or_default(),
            filters: take(&mut file.filters).0.unwrap_or_default(),
            templates: take(&mut file.templates).0.unwrap_or_default(),
            presets: take(&mut file.presets).0.unwrap_or_default(),
            kept_apart: take(&mut file.kept_apart),
            told_apart: take(&mut file.told_apart),
            stated: take(&mut file.stated),
            unknown: Unknown::default(),
        };
        let (house, problems) = house::house(rows);
        for (words, problem) in problems {
            let record = RecordName { kind: "scale", id: String::new(), words };
            self.warnings.push(Warning { record, problem, left_out: None });
        }
        // A draft refuses a value only when it expects another before it, which it has just read.
        let _ = Draft::new(&mut self.project).set_house(|own| *own = house);
    }

    /// Adds the articles and gives them the order of the file.
    fn add_documents(&mut self, rows: Vec<format::Document>) {
        let nowhere = Places::default();
        let order = rows.into_iter().filter_map(|row| self.add(row, &nowhere)).collect();
        let _ = Draft::new(&mut self.project).reorder(order);
    }

    /// Adds all rows of a table.
    fn add_all<R: Row>(&mut self, rows: Vec<R>, places: &Places<'_>) {
        for row in rows {
            self.add(row, places);
        }
    }

    /// Adds one row; gives its id, or keeps it aside and says why.
    fn add<R: Row>(&mut self, mut row: R, places: &Places<'_>) -> Option<<R::Live as Record>::Id> {
        let id = row.identity().0.parse().ok();
        if let Some(record) = id.and_then(|id| R::Live::table(&self.project).get(&id)) {
            // The same record twice, as where a file was written behind itself, says nothing new.
            if R::of(record, places) != row {
                self.leave_out(&row, Problem::SameId(R::Live::NAME));
            }
            return None;
        }
        let unknown = row.unknown();
        if !unknown.is_empty() {
            self.note_unknown(&row.name(), &unknown, R::FIELDS);
        }
        let mut notes = Notes { project: &self.project, places, seen: &mut self.seen, problems: Vec::new() };
        let live = row.live(&mut notes);
        let mended = notes.problems;
        let added = match live {
            Ok(record) => {
                let id = record.id();
                let refused = admit(&mut self.project, record);
                refused.map(|()| id).map_err(|(error, record)| {
                    row = R::of(&record, places);
                    Problem::Refused(error)
                })
            }
            Err(problem) => Err(problem),
        };
        match added {
            Ok(id) => {
                if let Some(record) = R::Live::table(&self.project).get(&id).filter(|_| !mended.is_empty()) {
                    let name = R::of(record, places).name();
                    self.warnings.extend(mended.into_iter().map(|problem| Warning { record: name.clone(), problem, left_out: None }));
                }
                Some(id)
            }
            Err(problem) => {
                self.leave_out(&row, problem);
                None
            }
        }
    }

    /// Keeps a row that cannot stand in the project, and says why.
    fn leave_out<R: Row>(&mut self, row: &R, problem: Problem) {
        let left_out = row.to_ron();
        self.warnings.push(Warning { record: row.name(), problem, left_out: Some(left_out.clone()) });
        self.kept.push((R::LIST.to_owned(), left_out));
    }

    /// Notes fields and words that this version does not know. In a file of a newer version fields are to be expected.
    fn note_unknown(&mut self, record: &RecordName, unknown: &Unknown, known: &[&str]) {
        for (field, word) in unknown.iter() {
            let evidence = field.strip_prefix("evidence/");
            let is_known = known.contains(&field) || evidence.is_some_and(|field| format::Evidence::FIELDS.contains(&field));
            let problem = if is_known {
                Problem::UnknownWord { field: field.to_owned(), word: word.to_owned() }
            } else if self.is_newer {
                continue;
            } else {
                Problem::UnknownField(field.replace('/', ", "))
            };
            self.warnings.push(Warning { record: record.clone(), problem, left_out: None });
        }
    }
}
