//! Reading projects off the drawing thread: from their files, and from where they were left when they stand in none.

use std::path::{Path, PathBuf};

use super::backups::{back_up, last_backup};
use super::jobs::{Done, Jobs};
use super::journalling::Ending;
use super::versions::{self, Asked, Claim, Opening, Wish};
use crate::edit::History;
use crate::lint::Findings;
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::storage::folders::Folders;
use crate::storage::journal::{self, Resumed, Unit};
use crate::storage::{self, Disk, Fs, Opened, Standing};

/// A project that was read, and all that follows from it: both take a while for a large one.
pub struct Read {
    /// What is in the file.
    pub opened: Opened,
    /// What follows from it.
    pub lookup: Lookup,
    /// What the rules find in it.
    pub findings: Findings,
    /// When the last backup was made before it was opened.
    pub backup: Option<Moment>,
    /// How its journal left it; none where it may only be read, or is new.
    pub left: Option<Left>,
}

/// How the journal of a project left it.
pub struct Left {
    /// Undo and redo.
    pub history: History,
    /// The project as it stands in its file, where the journal has more.
    pub base: Option<Project>,
    /// What the journal has more, in the words of the menu.
    pub recovered: Vec<String>,
    /// What else to tell the checker, in sentences.
    pub remarks: Vec<String>,
    /// Where it is journalled from now on.
    pub unit: Unit,
}

impl Read {
    /// Looks through what was opened. The sentences of long articles are counted later, so that their words need not wait for it.
    pub fn new(opened: Opened) -> Self {
        let lookup = Lookup::of_records(&opened.project);
        // The window tells what is late by now.
        let findings = Findings::new(&opened.project, &lookup, Moment::default());
        Read { opened, lookup, findings, backup: None, left: None }
    }

    /// The same, gone on with where its journal ends. `file` is where it can be saved, and what stands there; none where it has to be
    /// saved under another name. Also where journals lie, and how many steps of undo are wanted.
    fn resumed(opened: Opened, file: Option<(PathBuf, Option<Standing>)>, (journals, undo_steps): (&Path, usize)) -> Self {
        let base = opened.project.clone();
        let (file, standing) = file.map_or((None, None), |(file, standing)| (Some(file), standing));
        let sha256 = standing.and_then(|standing| standing.sha256());
        let snapshot = journal::Read { project: opened.project.clone(), file, sha256, undo_steps };
        Read::of(opened, journal::resume(&Disk, journals, snapshot), Some(base))
    }

    fn of(opened: Opened, resumed: Resumed, base: Option<Project>) -> Self {
        let Resumed { project, history, recovered, remarks, unit } = resumed;
        let base = base.filter(|_| !recovered.is_empty());
        Read { left: Some(Left { history, base, recovered, remarks, unit }), ..Read::new(Opened { project, ..opened }) }
    }
}

impl Jobs {
    /// Opens a project file, once the journal of the project at work before has ended, if it is given.
    pub fn open_project(&mut self, asked: Asked, wish: Wish, folders: Folders, before: Option<Ending>) {
        let path = asked.path.clone();
        let failed = move |words| {
            let read = Box::new(Err(format!("{words}. The project file is unharmed.")));
            let found = Opening { claim: Claim::Nowhere, standing: None, wish };
            Done::Project { path, read, is_recovered: false, copies: Vec::new(), backup: None, took_ms: 0.0, found }
        };
        self.start_or(failed, move || {
            let began = std::time::Instant::now();
            if let Some(before) = before {
                before.end(false);
            }
            let claim = asked.claim_as(wish);
            // While somebody else has the project, a newer recovery copy is of their work.
            let recovered = if matches!(claim, Claim::By(_)) { None } else { newer_copy(&Disk, &asked.path, &folders.recovery()) };
            let is_recovered = recovered.is_some();
            let (opened, standing) = versions::open(&asked.path, recovered);
            let Asked { path, at, undo_steps, .. } = asked;
            let last = opened.as_ref().ok().and_then(|opened| last_backup(&folders.backups(), &opened.project));
            let backup = opened.as_ref().ok().map(|opened| back_up(&folders.backups(), &opened.project, &path, at));
            let is_ours = !matches!(claim, Claim::By(_));
            let read = opened.map(|opened| {
                let is_own = opened.is_whole().then(|| (path.clone(), standing.filter(|_| !is_recovered)));
                if is_ours && !opened.is_read_only {
                    Read::resumed(opened, is_own, (&folders.journals(), undo_steps))
                } else {
                    Read::new(opened)
                }
            });
            let read = Box::new(read.map(|read| Read { backup: last, ..read }));
            let took_ms = began.elapsed().as_secs_f64() * 1e3;
            let id = read.as_ref().as_ref().ok().map(|read| read.opened.project.id());
            let copies = id.map(|id| storage::conflict_copy::beside(&Disk, &path, id)).unwrap_or_default();
            Done::Project { path, read, is_recovered, copies, backup, took_ms, found: Opening { claim, standing, wish } }
        });
    }

    /// Looks for work that stands in no file: in journals, then in the recovery copies of earlier versions.
    pub fn find_unsaved(&mut self, folders: Folders, undo_steps: usize) {
        self.start_or(
            |words| Done::Unsaved(None, vec![format!("{words}.")]),
            move || {
                let mut remarks = Vec::new();
                if let Some(unsaved) = journal::unsaved(&Disk, &folders.journals()) {
                    match journal::recover(&Disk, unsaved, undo_steps) {
                        Ok(resumed) => {
                            return Done::Unsaved(Some(Box::new(Read::of(Opened::sound(resumed.project.clone()), resumed, None))), remarks);
                        }
                        Err(words) => remarks.push(words),
                    }
                }
                let copies = storage::recovery::list(&Disk, &folders.recovery()).unwrap_or_default();
                let copy = copies.into_iter().find(|copy| copy.belongs_to.is_none()).map(|copy| storage::recovery::open(&Disk, &copy));
                let read = copy.and_then(|copy| copy.map_err(|error| remarks.push(format!("{error}."))).ok());
                Done::Unsaved(read.map(|opened| Box::new(Read::resumed(opened, None, (&folders.journals(), undo_steps)))), remarks)
            },
        );
    }
}

/// The recovery copy that an earlier version kept of a project's file, if it was made after the file was last written: then the last save had failed.
fn newer_copy(disk: &dyn Fs, path: &Path, recovery: &Path) -> Option<Opened> {
    let copies = storage::recovery::list(disk, recovery).ok()?;
    let copy = copies.into_iter().find(|copy| copy.belongs_to.as_deref() == Some(path))?;
    let written_ms = disk.about(path).map_or(0, |about| about.modified_ms);
    storage::recovery::open(disk, &copy).ok().filter(|_| copy.made.epoch_ms > written_ms)
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;
    use crate::storage::faulty::Failing;
    use crate::testing::project;

    #[test]
    fn a_recovery_copy_is_taken_only_where_it_is_newer_and_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (path, recovery) = (folder.path().join("p.ron"), folder.path().join("recovery"));
        let work = project("One\n[It rained|claim].");
        storage::save(&Disk, &path, &work).unwrap();
        std::fs::create_dir(&recovery).unwrap();
        let copy = |made: &str| {
            let heading = format!(
                "// Recovery copy: (project: \"{}\", name: \"Test\", belongs_to: Some({:?}), made: \"{made}\")",
                work.id(),
                path.to_str().unwrap()
            );
            std::fs::write(recovery.join(format!("{}.recovery.ron", work.id())), format!("{heading}\n{}", storage::to_ron(&work))).unwrap();
        };
        copy("2001-03-14T09:30:00Z");
        assert!(newer_copy(&Disk, &path, &recovery).is_none());
        copy("2999-03-14T09:30:00Z");
        assert_eq!(newer_copy(&Disk, &path, &recovery).map(|opened| opened.project).as_ref(), Some(&work));
        // A disk that fails while the copy is looked for leaves the file itself to be opened.
        for at in 1.. {
            let disk = Failing::at(at, true, ErrorKind::PermissionDenied);
            let found = newer_copy(&disk, &path, &recovery);
            assert!(found.is_none_or(|found| found.project == work), "{at}");
            if !disk.was_reached() {
                break;
            }
        }
    }
}
