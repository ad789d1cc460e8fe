//! Project files that are cut off, or in which bytes were changed: whatever stands before the damage comes back, nothing panics, and
//! what was opened can be saved and opened again.

use std::collections::BTreeMap;

use tickmark::model::project::Project;
use tickmark::storage;

use super::chance::Chance;
use super::table::{Form, Row};

const FILE: &str = include_str!("../old_projects/2.ron");

/// Cuts the file off at every byte; the short form at every 17th.
pub fn cut_at_every_byte(form: Form) -> Option<Row> {
    let (sample, mut row) = (Sample::new(), Row::default());
    for at in (0..FILE.len()).step_by(form.choose(17, 1)) {
        sample.check(&mut row, &format!("cut at {at}"), &FILE.as_bytes()[..at], at);
    }
    Some(row)
}

/// Flips, inserts and deletes bytes: 10,000 cases, in the short form 300.
pub fn changed_bytes(form: Form) -> Option<Row> {
    let (sample, mut row) = (Sample::new(), Row::default());
    for seed in 0..form.choose(300, 10_000_u64) {
        let (mut chance, mut bytes, mut first) = (Chance(seed), FILE.as_bytes().to_vec(), FILE.len());
        for _ in 0..=chance.below(3) {
            first = first.min(chance.change(&mut bytes));
        }
        sample.check(&mut row, &format!("bytes changed, seed {seed}"), &bytes, first);
    }
    Some(row)
}

/// Replaces whole stretches: blocks of NUL bytes as a torn page leaves them, and pieces of the file written elsewhere.
pub fn torn_blocks(form: Form) -> Option<Row> {
    let (sample, mut row) = (Sample::new(), Row::default());
    for seed in 0..form.choose(100, 2_000_u64) {
        let (mut chance, mut bytes) = (Chance(seed), FILE.as_bytes().to_vec());
        let (at, len) = (chance.below(bytes.len()), 1 + chance.below(512));
        let end = (at + len).min(bytes.len());
        match chance.below(3) {
            0 => bytes[at..end].fill(0),
            1 => drop(bytes.splice(at..at, FILE.bytes().skip(chance.below(FILE.len())).take(len)).count()),
            _ => bytes.truncate(at),
        }
        if chance.below(3) == 0 {
            bytes.extend(FILE.bytes());
        }
        sample.check(&mut row, &format!("torn, seed {seed}"), &bytes, at);
    }
    Some(row)
}

/// The file as it should open: each record in words by its id, and the byte behind its last line.
struct Sample {
    records: BTreeMap<String, String>,
    ends: Vec<(usize, String)>,
}

impl Sample {
    fn new() -> Self {
        let records = by_id(&storage::read(FILE.as_bytes()).unwrap().project);
        let (mut ends, mut at, mut list, mut open) = (Vec::new(), 0, "", None);
        for line in FILE.split_inclusive('\n') {
            at += line.len();
            if let Some(rest) = line.strip_prefix("    (id: \"") {
                open = Some(format!("{list} {}", &rest[..13]));
            } else if let Some(name) = line.trim_start().strip_suffix(": [\n") {
                list = name;
            }
            if line.ends_with("),\n") && line.starts_with("    ") {
                ends.extend(open.take().map(|id| (at, id)));
            }
        }
        assert_eq!(ends.len(), records.len(), "a record stands on no line of its own");
        Sample { records, ends }
    }

    /// Opens a damaged file; every record that ends before the damage must come back as it was.
    fn check(&self, row: &mut Row, case: &str, bytes: &[u8], damage: usize) {
        let before: Vec<_> = self.ends.iter().filter(|(end, _)| *end <= damage).map(|(_, id)| id).collect();
        let Ok(opened) = storage::read(bytes) else { return row.note(case, before.len(), None) };
        let found = by_id(&opened.project);
        let lost = before.iter().filter(|id| found.get(**id) != self.records.get(**id)).count();
        let again = storage::read(storage::to_ron(&opened.project).as_bytes());
        let is_sound = again.is_ok_and(|again| again.project == opened.project);
        row.note(case, lost, (!is_sound).then(|| "it does not open again as it was saved".to_owned()));
    }
}

/// Each record in words by its list and id: a piece that stands in another list as well is another record.
fn by_id(project: &Project) -> BTreeMap<String, String> {
    let documents = project.documents().map(|record| (format!("documents {}", record.id), format!("{record:?}{}", record.text.as_str())));
    let mut all: BTreeMap<_, _> = documents.collect();
    all.extend(project.annotations().values().map(|record| (format!("annotations {}", record.id), format!("{record:?}"))));
    all.extend(project.claims().values().map(|record| (format!("claims {}", record.id), format!("{record:?}"))));
    all.extend(project.sources().values().map(|record| (format!("sources {}", record.id), format!("{record:?}"))));
    all.extend(project.quantities().values().map(|record| (format!("quantities {}", record.id), format!("{record:?}"))));
    all.extend(project.links().values().map(|record| (format!("links {}", record.id), format!("{record:?}"))));
    all.extend(project.exclusions().values().map(|record| (format!("exclusions {}", record.id), format!("{record:?}"))));
    all.extend(project.changes().values().map(|record| (format!("changes {}", record.id), format!("{record:?}"))));
    all
}
