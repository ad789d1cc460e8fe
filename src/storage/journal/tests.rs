//! The promises of the journal, each by breaking what it stands on.

mod checker;
mod faults;
mod replay;
mod strangers;
mod torn;
mod writer;

use std::io;
use std::path::{Path, PathBuf};

use checker::Checker;

use super::file::{Journal, Names, Snapshot, Unit, sha256};
use super::line;
use super::resume::{self, Read, Resumed};
use crate::edit::{Deed, Draft};
use crate::model::project::Project;
use crate::storage::atomic;
use crate::storage::faulty::Volatile;
use crate::storage::fs::Fs;
use crate::storage::private;

const JOURNALS: &str = "/data/journals";
const FILE: &str = "/desk/flood.ron";

fn disk() -> Volatile {
    Volatile::new(Path::new("/none"), b"", usize::MAX)
}

/// A journal for a new project.
fn begun<'d>(disk: &'d dyn Fs, project: &Project) -> Journal<'d> {
    Journal::new(disk, Unit::new(Path::new(JOURNALS), project))
}

fn folder() -> PathBuf {
    Path::new(JOURNALS).join("0000000000001")
}

fn write(journal: &mut Journal<'_>, seq: u64, (deed, after): &(Deed, Project)) -> io::Result<()> {
    journal.add(seq, deed, &deed.texts(after)).unwrap();
    journal.commit()
}

/// Saves as the program does.
fn save(disk: &dyn Fs, journal: &mut Journal<'_>, seq: u64, project: &Project) -> io::Result<()> {
    let contents = crate::storage::to_ron(project);
    let sha256 = sha256(contents.as_bytes());
    journal.note_snapshot(seq, &sha256).unwrap();
    let _ = journal.commit();
    atomic::save(disk, Path::new(FILE), contents.as_bytes()).map_err(io::Error::other)?;
    let texts = project.documents().map(|document| document.text.hash().to_string()).collect();
    let _ = private::write(disk, &Names(&folder()).base(), contents.as_bytes(), false);
    journal.rotate(Snapshot { seq, sha256, file: Some(FILE.into()), name: project.name().to_owned(), texts })
}

/// Opens the project's file, or what stands in none, as the next start does.
fn open(disk: &dyn Fs) -> Option<Resumed> {
    open_with(disk, super::UNDO_STEPS)
}

/// The same, with so many steps of undo.
fn open_with(disk: &dyn Fs, undo_steps: usize) -> Option<Resumed> {
    match disk.read(Path::new(FILE)) {
        Ok(bytes) => {
            let project = crate::storage::read(&bytes).unwrap().project;
            let read = Read { project, file: Some(FILE.into()), sha256: Some(sha256(&bytes)), undo_steps };
            Some(resume::resume(disk, Path::new(JOURNALS), read))
        }
        Err(_) => resume::unsaved(disk, Path::new(JOURNALS)).map(|unsaved| resume::recover(disk, unsaved, undo_steps).unwrap()),
    }
}

/// Ten steps with a save after the sixth, each noted once it is called safe; ends where the disk no longer works.
fn work(disk: &dyn Fs, deeds: &[(Deed, Project)], start: &Project) -> u64 {
    let mut journal = begun(disk, start);
    let mut safe = 0;
    for (seq, done) in (1..).zip(deeds) {
        // What fails is tried again at the next step, as the thread does after a while.
        if write(&mut journal, seq, done).is_ok() {
            safe = seq;
            assert_eq!(journal.safe(), seq);
        }
        if seq == 6 && save(disk, &mut journal, seq, &done.1).is_ok() {
            safe = seq;
        }
    }
    if journal.commit().is_ok() { journal.safe() } else { safe }
}

fn worked() -> (Vec<(Deed, Project)>, Vec<Project>) {
    let mut checker = Checker::new();
    let start = checker.project.clone();
    let deeds = checker.deeds(10);
    let states = [start].into_iter().chain(deeds.iter().map(|(_, after)| after.clone())).collect();
    (deeds, states)
}
