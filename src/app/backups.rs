//! Backups: made where a project is opened, while it is worked on and before something takes its place; listed, restored, copied.

use std::path::{Path, PathBuf};

use super::App;
use super::dialogs::Purpose;
use super::jobs::Done;
use crate::edit::{Edit, describe, difference};
use crate::model::id::ProjectId;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::storage::backup::{self, Backup};
use crate::storage::{self, Disk, Fs};
use crate::view::backups::BackupsAnswer;
use crate::view::backups::rows::{BackupLine, Told};
use crate::view::wording::{date_and_clock, time_of};

/// While there is work, a backup is made so often at most, milliseconds.
const HOUR_MS: i64 = 3_600_000;

/// What is known of the backups of the project at work.
#[derive(Default)]
pub struct Backups {
    /// When one was last asked for.
    tried: Option<Moment>,
    /// Why the last one failed.
    failed: Option<String>,
    /// Those in the window, latest first.
    listed: Vec<Backup>,
    /// The project as it was when the window opened, which they are compared with.
    present: Option<Project>,
    /// Grows with every opening of the window, so that answers for an earlier one are known.
    opening: u64,
    /// The one of which a copy is to be saved.
    copied: Option<PathBuf>,
}

/// How a backup compares with the project at work.
pub struct Compared {
    opening: u64,
    at: usize,
    bytes: Option<usize>,
    told: Told,
}

/// What a backup would bring back.
pub struct Restorable {
    /// The state of the project that it would take the place of.
    place: (ProjectId, u64),
    made: Moment,
    /// The edits, or why there are none, in words.
    edits: Result<Vec<Edit>, String>,
}

impl Backups {
    /// Lets go of all that belonged to the project at work. What is still under way for it is known by its number.
    pub(super) fn forget_project(&mut self) {
        *self = Backups { opening: self.opening + 1, ..Backups::default() };
    }
}

impl App {
    /// Notes how the making of a backup went. A failure stops nothing: it is said once, where nothing else is to be said, and stands in
    /// the window of backups.
    pub(super) fn note_backup(&mut self, outcome: Result<(), String>) {
        self.backups.tried = Some((self.clock)());
        self.backups.failed = outcome.err().map(|words| format!("{words}. Your work itself is not touched by this."));
        if let Some(words) = self.backups.failed.clone().filter(|_| self.session.notice().is_none()) {
            self.session.say(words, false);
        }
    }

    /// Makes a backup of the file that was just saved, once an hour at most. A clock that was set back counts as an hour.
    pub(super) fn back_up_saved(&mut self, file: &Path) {
        let now = (self.clock)();
        if !is_due(self.backups.tried, now) {
            return;
        }
        self.backups.tried = Some(now);
        let (folder, project, file) = (self.folders.backups(), self.session.project().clone(), file.to_owned());
        self.jobs.start_or(|words| Done::BackedUp(Err(words)), move || Done::BackedUp(back_up(&folder, &project, &file, now)));
    }

    /// Opens the window of backups.
    pub(super) fn open_backups(&mut self) {
        self.backups.opening += 1;
        self.backups.present = Some(self.session.project().clone());
        self.panels.open_backups(self.backups.failed.clone());
        let (folder, id) = (self.folders.backups(), self.session.project().id());
        let list = move || Done::Backups(backup::list(&Disk, &folder, id).map_err(|error| error.to_string()));
        self.jobs.start_or(|words| Done::Backups(Err(words)), list);
    }

    /// Shows what was found and begins to compare.
    pub(super) fn take_backups(&mut self, found: Result<Vec<Backup>, String>) {
        let (listed, trouble) = match found {
            Ok(listed) => (listed, None),
            Err(words) => (Vec::new(), Some(format!("The backups cannot be listed: {words}."))),
        };
        if let Some(window) = self.panels.backups() {
            window.lines = Some(listed.iter().map(|backup| BackupLine::new(backup.made)).collect());
            window.trouble = trouble.or(window.trouble.take());
        }
        self.backups.listed = listed;
        self.compare_backup(0);
    }

    /// Compares one after the other while the window is open.
    fn compare_backup(&mut self, at: usize) {
        let (Some(backup), Some(present)) = (self.backups.listed.get(at).cloned(), self.backups.present.clone()) else { return };
        if self.panels.backups().is_none() {
            return;
        }
        let opening = self.backups.opening;
        let failed = move |words| Done::Compared(Compared { opening, at, bytes: None, told: Told::Unreadable(words) });
        self.jobs.start_or(failed, move || {
            let (bytes, told) = compare(&backup.path, &present);
            Done::Compared(Compared { opening, at, bytes, told })
        });
    }

    /// Shows how a backup compares.
    pub(super) fn take_compared(&mut self, compared: Compared) {
        if compared.opening != self.backups.opening {
            return;
        }
        let line = self.panels.backups().and_then(|window| window.lines.as_mut()?.get_mut(compared.at));
        if let Some(line) = line {
            line.bytes = compared.bytes;
            line.told = compared.told;
        }
        self.compare_backup(compared.at + 1);
    }

    /// Does what was answered in the window of backups.
    pub(super) fn answer_backups(&mut self, answer: BackupsAnswer) {
        match answer {
            BackupsAnswer::Closed => self.backups.present = None,
            BackupsAnswer::Copy(at) => {
                let Some(backup) = self.backups.listed.get(at) else { return };
                self.backups.copied = Some(backup.path.clone());
                self.ask_path(Purpose::CopyBackup);
            }
            BackupsAnswer::Restore(at) => {
                let Some(backup) = self.backups.listed.get(at).cloned() else { return };
                if let Some(window) = self.panels.backups() {
                    window.is_restoring = true;
                }
                let order = Order {
                    folder: self.folders.backups(),
                    file: self.session.path().map(Path::to_owned),
                    present: self.session.project().clone(),
                    is_saved: self.session.is_saved(),
                    now: (self.clock)(),
                };
                let (place, made) = (self.place(), backup.made);
                let done = move |edits| Done::Restorable(Restorable { place, made, edits });
                self.jobs.start_or(move |words| done(Err(words)), move || done(order.restorable(&backup)));
            }
        }
    }

    /// Which state of which project is at work.
    pub(super) fn place(&self) -> (ProjectId, u64) {
        (self.session.project().id(), self.session.revision())
    }

    /// Puts a backup in the place of the project, as one step.
    pub(super) fn take_restorable(&mut self, Restorable { place, made, edits }: Restorable) {
        self.panels.close_backups();
        self.backups.present = None;
        let now = (self.clock)();
        let time = time_of(made, now);
        match edits {
            Ok(_) if place != self.place() => {
                self.session.say("Nothing was restored: the project has changed meanwhile. Restore it again.", true);
            }
            Ok(edits) => self.carry_over(edits, format!("restore the backup of {time}"), move |app| {
                app.session.say(format!("This is the backup of {time}. Undo brings back what was there before."), false);
            }),
            Err(words) => self.session.say(format!("Nothing was restored: {words}."), true),
        }
    }

    /// The name that is proposed for a copy.
    pub(super) fn copy_name(&self, stem: &str) -> String {
        let made = self.backups.listed.iter().find(|backup| Some(&backup.path) == self.backups.copied.as_ref()).map(|backup| backup.made);
        let time = made.map_or_else(String::new, date_and_clock);
        format!("{stem}-{}.ron", super::paths::file_stem(&time))
    }

    /// Saves a copy of a backup there.
    pub(super) fn copy_backup_to(&mut self, path: PathBuf) {
        let Some(from) = self.backups.copied.take() else { return };
        if self.session.path() == Some(&path) {
            self.session.say("This is the file of the project at work. Restore the backup, or give the copy another name.", true);
            return;
        }
        let copy = move || {
            let bytes = Disk.read(&from).map_err(|error| format!("{} could not be read: {error}", from.display()))?;
            storage::atomic::save(&Disk, &path, &bytes).map_err(|error| error.to_string())?;
            Ok(format!("A copy of the backup is in {}.", path.display()))
        };
        self.jobs.start_or(|words| Done::Copied(Err(words)), move || Done::Copied(copy()));
    }
}

/// Whether an hour has gone by, or nobody knows because the clock was set back by more than that.
fn is_due(tried: Option<Moment>, now: Moment) -> bool {
    tried.is_none_or(|tried| now.epoch_ms.saturating_sub(tried.epoch_ms).saturating_abs() >= HOUR_MS)
}

/// Makes a backup of a project's file as it lies on disk.
///
/// # Errors
/// In words, when the disk refuses.
pub(super) fn back_up(folder: &Path, project: &Project, file: &Path, now: Moment) -> Result<(), String> {
    backup::keep_file(&Disk, folder, project.id(), file, now).map(drop).map_err(|error| error.to_string())
}

/// When the latest backup of a project was made, as far as that can be seen.
pub(super) fn last_backup(folder: &Path, project: &Project) -> Option<Moment> {
    backup::list(&Disk, folder, project.id()).ok()?.first().map(|backup| backup.made)
}

/// The size of a backup, and how it compares with the project as it is.
fn compare(backup: &Path, present: &Project) -> (Option<usize>, Told) {
    let bytes = match Disk.read(backup) {
        Ok(bytes) => bytes,
        Err(error) => return (None, Told::Unreadable(error.to_string())),
    };
    let told = match storage::read(&bytes) {
        Err(error) => Told::Unreadable(error.to_string().trim_end_matches('.').to_owned()),
        Ok(opened) if difference(present, &opened.project).is_empty() => Told::Same,
        Ok(opened) => Told::Differs {
            since: in_words(&opened.project, present),
            restoring: in_words(present, &opened.project),
            warnings: opened.warnings.len(),
        },
    };
    (Some(bytes.len()), told)
}

/// The difference of two projects that are not the same.
fn in_words(from: &Project, to: &Project) -> String {
    let words = describe(from, to);
    if words.is_empty() { "only details that are not shown".to_owned() } else { words }
}

/// A wish to restore, with all that it takes.
struct Order {
    folder: PathBuf,
    file: Option<PathBuf>,
    present: Project,
    is_saved: bool,
    now: Moment,
}

impl Order {
    /// The edits that bring a backup back. Before that, what the project's file holds and what it does not hold yet is backed up.
    fn restorable(&self, backup: &Backup) -> Result<Vec<Edit>, String> {
        // First, since making a backup may thin out the oldest.
        let opened = storage::open(&Disk, &backup.path).map_err(|error| error.to_string())?;
        self.back_up().map_err(|error| format!("{error}. Save a copy of the project elsewhere first"))?;
        opened.project.documents().for_each(|document| document.text.prepare());
        Ok(difference(&self.present, &opened.project))
    }

    fn back_up(&self) -> Result<(), backup::BackupError> {
        let id = self.present.id();
        // A file that is gone cannot be overwritten either.
        if let Some(file) = self.file.as_ref().filter(|file| Disk.is_there(file)) {
            backup::keep_file(&Disk, &self.folder, id, file, self.now)?;
        }
        if !self.is_saved {
            backup::keep(&Disk, &self.folder, id, storage::to_ron(&self.present).as_bytes(), self.now)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Claim, Status};
    use crate::testing::{Desk, NOW};

    fn at(seconds: i64) -> Moment {
        Moment::from_ms(NOW.epoch_ms + seconds * 1_000)
    }

    #[test]
    fn a_backup_is_due_once_an_hour_and_when_the_clock_was_set_back() {
        let due: Vec<bool> = [0, 3_599, 3_600, -3_599, -86_400].iter().map(|seconds| is_due(Some(NOW), at(*seconds))).collect();
        assert_eq!(due, [false, false, true, false, true]);
        assert!(is_due(None, NOW));
    }

    /// A project, the same with one claim more settled, and a wish to go back.
    fn wish(home: &Path) -> (Project, Order) {
        let mut desk = Desk::default();
        desk.article("T\n[It rained|claim].");
        let before = desk.project.clone();
        let claim = desk.claim("A1");
        desk.change(claim, |claim: &mut Claim| claim.status = Status::Confirmed);
        let order = Order { folder: home.join("backups"), file: None, present: desk.project, is_saved: false, now: at(1_000) };
        (before, order)
    }

    fn keep(order: &Order, project: &Project, made: Moment) -> Backup {
        match backup::keep(&Disk, &order.folder, project.id(), storage::to_ron(project).as_bytes(), made) {
            Ok(backup::Kept::New(backup)) => backup,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_present_state_is_backed_up_before_another_one_takes_its_place() {
        let home = tempfile::tempdir().unwrap();
        let (before, order) = wish(home.path());
        let oldest = keep(&order, &before, at(0));
        for nth in 1..=19 {
            let other = order.folder.join(before.id().to_string()).join(format!("2026-11-21T14-32-{nth:02}.000Z.ron"));
            std::fs::write(other, "no project").unwrap();
        }
        let edits = order.restorable(&oldest).unwrap();
        assert_eq!(edits, difference(&order.present, &before), "also of the one that the new backup thins out");
        let listed = backup::list(&Disk, &order.folder, before.id()).unwrap();
        assert!(listed.len() == 20 && !listed.contains(&oldest));
        assert_eq!(storage::open(&Disk, &listed[0].path).unwrap().project, order.present);
    }

    #[test]
    fn nothing_is_restored_where_the_present_state_cannot_be_backed_up() {
        let home = tempfile::tempdir().unwrap();
        let (before, mut order) = wish(home.path());
        let backup = keep(&order, &before, at(0));
        order.folder = home.path().join("no folder");
        std::fs::write(&order.folder, "").unwrap();
        let refused = order.restorable(&backup).unwrap_err();
        assert!(
            refused.contains("No backup could be made") && refused.ends_with("Save a copy of the project elsewhere first"),
            "{refused}"
        );
    }
}
