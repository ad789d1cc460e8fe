//! The journal on a disk in memory: cut off, changed, and on disks that fail or lose their power while it is written or read back.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tickmark::edit::Deed;
use tickmark::edit::draft::{Draft, Signature};
use tickmark::model::id::{ChangeId, Uid};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::storage::journal::file::{Journal, Names, Snapshot};
use tickmark::storage::journal::resume::{Read, Resumed, resume};
use tickmark::storage::journal::{UNDO_STEPS, sha256};
use tickmark::storage::{self, Fs, atomic};

use super::chance::Chance;
use super::faulty::{Failing, Unsynced, Volatile};
use super::records::{lost, records};
use super::steps::Work;
use super::table::{Form, Row};

const JOURNALS: &str = "/data/journals";
const FILE: &str = "/desk/orva.ron";
/// Steps between two snapshots.
const STRETCH: usize = 6;

/// A few steps after a snapshot, as they stand on disk.
struct Stretch {
    file: Vec<u8>,
    journal: Vec<u8>,
    /// The project in the file and after each step.
    states: Vec<Project>,
    /// Where the line of each step ends, its line feed not counted.
    ends: Vec<usize>,
}

impl Stretch {
    fn all() -> Vec<Self> {
        let work = Work::new();
        let starts = (0..work.deeds.len()).step_by(STRETCH);
        starts.map(|at| Stretch::new(&work.deeds[at..work.deeds.len().min(at + STRETCH)], &work.states[at..])).collect()
    }

    fn new(deeds: &[Deed], states: &[Project]) -> Self {
        let disk = disk_with(&states[0]);
        let resumed = open(&disk).unwrap();
        let mut journal = Journal::new(&disk, resumed.unit);
        for (seq, (deed, after)) in (1..).zip(deeds.iter().zip(&states[1..])) {
            add(&mut journal, seq, deed, after).unwrap();
        }
        let (file, journal) = (disk.read(Path::new(FILE)).unwrap(), disk.read(&Names(&folder(states)).journal()).unwrap());
        let mut ends = Vec::new();
        for (at, _) in journal.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            let line = journal[..at].split(|byte| *byte == b'\n').next_back().unwrap();
            if line.get(8..).is_some_and(|line| line.starts_with(b" Step(")) {
                ends.push(at);
            }
        }
        assert_eq!(ends.len(), deeds.len(), "a step has no line of its own");
        Stretch { file, journal, states: states[..=deeds.len()].to_vec(), ends }
    }

    /// Opens the project beside another journal: the steps before the damage are there, and what is not there is kept and reported.
    fn check(&self, row: &mut Row, case: &str, journal: &[u8], expected: usize) {
        let disk = disk();
        disk.put(Path::new(FILE), &self.file);
        let names = folder(&self.states);
        disk.put(&Names(&names).journal(), journal);
        let resumed = match open(&disk) {
            Ok(resumed) => resumed,
            Err(words) => return row.note(case, expected.max(1), Some(words)),
        };
        let found = self.states.iter().rposition(|state| *state == resumed.project);
        let gone = lost(&records(&self.states[expected]), &resumed.project);
        let gone = if found.is_none_or(|found| found < expected) { gone.max(1) } else { 0 };
        let is_told = !resumed.remarks.is_empty() || found == Some(self.states.len() - 1) || self.is_beginning(journal.trim_ascii_end());
        let remarks = resumed.remarks.clone();
        // The next step writes over the damage, which must stand elsewhere by then.
        let is_kept = goes_on(&disk, resumed).is_ok() && is_kept(&disk, &names, journal);
        row.note(case, gone, (!is_told || !is_kept).then(|| format!("step {found:?}, told {is_told}, kept {is_kept}, {remarks:?}")));
    }

    /// Whether these are whole lines from the beginning.
    fn is_beginning(&self, bytes: &[u8]) -> bool {
        let is_line_end = self.journal.get(bytes.len()).is_none_or(|next| *next == b'\n');
        self.journal.starts_with(bytes) && (bytes.is_empty() || is_line_end)
    }

    /// Steps whose lines are whole before this byte.
    fn steps_before(&self, byte: usize) -> usize {
        self.ends.iter().filter(|end| **end <= byte).count()
    }
}

/// Cuts journals off at every byte; the short form at every 41st.
pub fn cut_at_every_byte(form: Form) -> Option<Row> {
    let mut row = Row::default();
    for (nth, stretch) in Stretch::all().iter().enumerate() {
        for at in (0..stretch.journal.len()).step_by(form.choose(41, 1)) {
            stretch.check(&mut row, &format!("journal {nth} cut at {at}"), &stretch.journal[..at], stretch.steps_before(at));
        }
    }
    Some(row)
}

/// Flips, inserts, deletes and blanks bytes of journals: 10,000 cases, in the short form 300.
pub fn changed_bytes(form: Form) -> Option<Row> {
    let (stretches, mut row) = (Stretch::all(), Row::default());
    for seed in 0..form.choose(300, 10_000_u64) {
        let mut chance = Chance(seed);
        let stretch = &stretches[chance.below(stretches.len())];
        let (mut bytes, mut first) = (stretch.journal.clone(), stretch.journal.len());
        for _ in 0..=chance.below(3) {
            first = first.min(chance.change(&mut bytes));
        }
        // A line whose line feed was changed is damaged with the next one.
        stretch.check(&mut row, &format!("seed {seed}"), &bytes, first.checked_sub(1).map_or(0, |byte| stretch.steps_before(byte)));
    }
    Some(row)
}

/// Lets every operation fail while steps are journalled, saved and read back, for the moment or for good.
pub fn every_operation_fails(form: Form) -> Option<Row> {
    let (work, mut row) = (Work::new(), Row::default());
    let deeds = &work.deeds[..form.choose(8, 14)];
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
        for stays_broken in [false, true] {
            for at in (1..).step_by(form.choose(7, 1)) {
                let disk = disk_with(&work.states[0]);
                let failing = Failing::on(disk.clone(), at, stays_broken, kind);
                let safe = do_work(&failing, deeds, &work.states);
                check_found(&mut row, &format!("{kind:?} at {at}, {stays_broken}"), &disk, &work.states, safe);
                if !failing.was_reached() {
                    break;
                }
            }
            for at in 1.. {
                let disk = disk_with(&work.states[0]);
                do_work(&disk, deeds, &work.states);
                let failing = Failing::on(disk.clone(), at, stays_broken, kind);
                // What cannot be read now must be there once it can.
                drop(open(&failing));
                check_found(&mut row, &format!("{kind:?} at {at} of reading back, {stays_broken}"), &disk, &work.states, deeds.len());
                if !failing.was_reached() {
                    break;
                }
            }
        }
    }
    Some(row)
}

/// Switches the power off after every operation of journalling, saving and reading back; what was not synced is lost, torn or kept.
pub fn power_goes(form: Form) -> Option<Row> {
    let (work, mut row) = (Work::new(), Row::default());
    let deeds = &work.deeds[..form.choose(8, 14)];
    let mut ends = |case: &str, disk: &Volatile, safe: usize| {
        for names in 0..=disk.unsynced_names() {
            for unsynced in [Unsynced::Lost, Unsynced::Torn, Unsynced::Kept] {
                let after = disk.after_power_loss(names, unsynced);
                check_found(&mut row, &format!("{case}, {names} names, {unsynced:?}"), &after, &work.states, safe);
            }
        }
    };
    for operations in (0..).step_by(form.choose(11, 1)) {
        let disk = disk_for(&work.states[0], operations);
        let safe = do_work(&disk, deeds, &work.states);
        ends(&format!("off after {operations}"), &disk, safe);
        if !disk.is_off() {
            break;
        }
    }
    // A torn journal, so that reading back has something to do.
    let worked = disk_with(&work.states[0]);
    do_work(&worked, deeds, &work.states);
    let (file, name) = (worked.read(Path::new(FILE)).unwrap(), Names(&folder(&work.states)).journal());
    let journal = worked.read(&name).unwrap();
    for operations in 0.. {
        let disk = Volatile::new(Path::new(FILE), &file, operations);
        disk.put(&name, &journal[..journal.len() - 9]);
        drop(open(&disk));
        ends(&format!("off after {operations} of reading back"), &disk, deeds.len() - 1);
        if !disk.is_off() {
            break;
        }
    }
    Some(row)
}

/// Steps, each written at once, and a save in the middle. Gives how many are safe.
fn do_work(disk: &dyn Fs, deeds: &[Deed], states: &[Project]) -> usize {
    let Ok(resumed) = open(disk) else { return 0 };
    let mut journal = Journal::new(disk, resumed.unit);
    let mut safe = 0;
    for (nth, deed) in deeds.iter().enumerate() {
        let seq = nth as u64 + 1;
        if add(&mut journal, seq, deed, &states[nth + 1]).is_ok() {
            safe = nth + 1;
        }
        if nth == deeds.len() / 2 && save(disk, &mut journal, seq, &states[nth + 1]).is_ok() {
            safe = nth + 1;
        }
    }
    // What failed is tried again, as the thread does after a while.
    if journal.commit().is_ok() { usize::try_from(journal.safe()).unwrap() } else { safe }
}

fn add(journal: &mut Journal<'_>, seq: u64, deed: &Deed, after: &Project) -> io::Result<()> {
    journal.add(seq, deed, &deed.texts(after)).unwrap();
    journal.commit()
}

/// Saves as the program does.
fn save(disk: &dyn Fs, journal: &mut Journal<'_>, seq: u64, project: &Project) -> io::Result<()> {
    let contents = storage::to_ron(project);
    let sha256 = sha256(contents.as_bytes());
    journal.note_snapshot(seq, &sha256).unwrap();
    // Where the journal fails the file is what counts.
    let _ = journal.commit();
    atomic::save(disk, Path::new(FILE), contents.as_bytes()).map_err(io::Error::other)?;
    let texts = project.documents().map(|document| document.text.hash().to_string()).collect();
    // Where this fails the journal goes on as it was.
    let _ = journal.rotate(Snapshot { seq, sha256, file: Some(FILE.into()), name: project.name().to_owned(), texts });
    Ok(())
}

/// The next start finds a state of the work, and none before the last that was called safe.
fn check_found(row: &mut Row, case: &str, disk: &dyn Fs, states: &[Project], safe: usize) {
    match open(disk) {
        Ok(resumed) => {
            let found = states.iter().rposition(|state| *state == resumed.project);
            let is_there = found.is_some_and(|found| found >= safe);
            let gone = if is_there { 0 } else { lost(&records(&states[safe]), &resumed.project).max(1) };
            row.note(case, gone, (!is_there).then(|| format!("{safe} steps were called safe, found {found:?}, {:?}", resumed.remarks)));
        }
        Err(words) => row.note(case, records(&states[safe]).len(), Some(words)),
    }
}

/// Opens the project with its journal, as the next start does.
fn open(disk: &dyn Fs) -> Result<Resumed, String> {
    let bytes = disk.read(Path::new(FILE)).map_err(|error| error.to_string())?;
    let project = storage::read(&bytes).map_err(|error| error.to_string())?.project;
    Ok(resume(disk, Path::new(JOURNALS), Read { project, file: Some(FILE.into()), sha256: Some(sha256(&bytes)), undo_steps: UNDO_STEPS }))
}

fn disk() -> Volatile {
    Volatile::new(Path::new("/none"), b"", usize::MAX)
}

fn disk_with(project: &Project) -> Volatile {
    disk_for(project, usize::MAX)
}

/// A disk with the project's file and power for so many operations.
fn disk_for(project: &Project, operations: usize) -> Volatile {
    Volatile::new(Path::new(FILE), storage::to_ron(project).as_bytes(), operations)
}

fn folder(states: &[Project]) -> PathBuf {
    Path::new(JOURNALS).join(states[0].id().to_string())
}

/// One more step.
fn goes_on(disk: &dyn Fs, mut resumed: Resumed) -> io::Result<()> {
    let seq = resumed.unit.start.last + 1;
    let mut draft = Draft::new(&mut resumed.project);
    draft.rename("One more").unwrap();
    let signature = Signature { at: Moment::from_ms(1_900_000_000_000), by: "RK".to_owned() };
    let step = draft.finish("rename", &signature, || ChangeId(Uid(u64::MAX))).unwrap();
    add(&mut Journal::new(disk, resumed.unit), seq, &Deed::Done { step: Some(Arc::new(step)), in_place_of: None }, &resumed.project)
}

/// Whether files in the folder hold each of these lines.
fn is_kept(disk: &Volatile, folder: &Path, lines: &[u8]) -> bool {
    let files: Vec<Vec<u8>> = disk.list(folder).unwrap().iter().filter_map(|path| disk.read(path).ok()).collect();
    let held: BTreeSet<&[u8]> = files.iter().flat_map(|file| file.split(|byte| *byte == b'\n')).map(<[u8]>::trim_ascii).collect();
    lines.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).all(|line| line.is_empty() || held.contains(line))
}
