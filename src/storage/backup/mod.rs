//! Backups of project files: copies of their bytes, `<project id>/<time>.ron` in a folder of the program, each a project file like any
//! other. They hold confidential work, so nobody else may read them. Whatever fails here leaves projects and older backups alone.

pub mod thinning;

use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::atomic::{self, Step};
use super::fs::Fs;
use super::private;
use crate::model::id::ProjectId;
use crate::model::moment::Moment;

/// Temporary files that are older than this were left behind by a crash, milliseconds.
const STRAY_MS: i64 = 3_600_000;

/// A backup that lies on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// When it was made, by the clock of then.
    pub made: Moment,
}

/// What became of the wish to have a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// There is a new one.
    New(Backup),
    /// The latest one holds the same bytes.
    Same(Backup),
}

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
#[error("No backup could be made in {folder}: {}", atomic::reason(Step::Write, .cause), folder = .folder.display())]
pub struct BackupError {
    /// Where it should lie.
    pub folder: PathBuf,
    /// What the system said.
    #[source]
    pub cause: io::Error,
}

/// The backups of a project below this folder, latest first. Other files are passed over.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn list(fs: &dyn Fs, backups: &Path, project: ProjectId) -> io::Result<Vec<Backup>> {
    let paths = match fs.list(&folder_of(backups, project)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        other => other?,
    };
    let mut found: Vec<Backup> = paths.into_iter().filter_map(|path| Some(Backup { made: made_at(&path, "ron")?, path })).collect();
    found.sort_by_key(|backup| Reverse(backup.made));
    Ok(found)
}

/// Keeps the bytes of a project's file as they are on disk now.
///
/// # Errors
/// When the file cannot be read, and as [`keep`].
pub fn keep_file(fs: &dyn Fs, backups: &Path, project: ProjectId, file: &Path, now: Moment) -> Result<Kept, BackupError> {
    let contents = fs.read(file).map_err(|cause| BackupError { folder: folder_of(backups, project), cause })?;
    keep(fs, backups, project, &contents, now)
}

/// Keeps these bytes as a backup, unless the latest one holds the same, and lets go of those that [`thinning::outdated`] names.
///
/// # Errors
/// When the disk refuses; all older backups are then as they were.
pub fn keep(fs: &dyn Fs, backups: &Path, project: ProjectId, contents: &[u8], now: Moment) -> Result<Kept, BackupError> {
    let folder = folder_of(backups, project);
    keep_in(fs, &folder, (backups, project), contents, now).map_err(|cause| BackupError { folder, cause })
}

fn keep_in(fs: &dyn Fs, folder: &Path, of: (&Path, ProjectId), contents: &[u8], now: Moment) -> io::Result<Kept> {
    let known = list(fs, of.0, of.1)?;
    // After the clock was set back, the latest by this clock is what was kept last.
    let latest = known.iter().find(|backup| backup.made <= now).or(known.first());
    // One that cannot be read is no reason to go without.
    if let Some(latest) = latest.filter(|latest| fs.read(&latest.path).is_ok_and(|bytes| bytes == contents)) {
        return Ok(Kept::Same(latest.clone()));
    }
    fs.create_private_folder(folder)?;
    let made = free_time(&known, now);
    let backup = Backup { path: folder.join(format!("{}.ron", name_of(made))), made };
    private::write(fs, &backup.path, contents, true)?;
    // The new one is safe; only now may others go. Those that cannot be removed are tried again next time.
    let times: Vec<Moment> = known.iter().map(|backup| backup.made).chain([made]).collect();
    let outdated = thinning::outdated(&times, made);
    known.iter().filter(|backup| outdated.contains(&backup.made)).for_each(|backup| drop(fs.remove(&backup.path)));
    remove_strays(fs, folder, now);
    Ok(Kept::New(backup))
}

fn folder_of(backups: &Path, project: ProjectId) -> PathBuf {
    backups.join(project.to_string())
}

/// The first moment from now at which no backup was made.
fn free_time(known: &[Backup], now: Moment) -> Moment {
    let mut made = now;
    while known.iter().any(|backup| backup.made == made) {
        made = Moment::from_ms(made.epoch_ms.saturating_add(1));
    }
    made
}

/// A moment as a file name that all systems take: `2031-03-14T09-30-00.250Z`, in UTC.
fn name_of(made: Moment) -> String {
    let nearest = if made.epoch_ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
    format!("{:.3}", Timestamp::from_millisecond(made.epoch_ms).unwrap_or(nearest)).replace(':', "-")
}

/// When a backup was made, by its name.
fn made_at(path: &Path, ending: &str) -> Option<Moment> {
    let name = path.file_name()?.to_str()?.strip_suffix(ending)?.strip_suffix('.')?;
    let (day, time) = name.split_once('T')?;
    let made: Timestamp = format!("{day}T{}", time.replace('-', ":")).parse().ok()?;
    Some(Moment::from_ms(made.as_millisecond()))
}

/// Removes temporary files that a crash has left.
fn remove_strays(fs: &dyn Fs, folder: &Path, now: Moment) {
    let is_stray = |path: &PathBuf| made_at(path, "new").is_some_and(|made| made.epoch_ms < now.epoch_ms.saturating_sub(STRAY_MS));
    fs.list(folder).unwrap_or_default().iter().filter(|path| is_stray(path)).for_each(|path| drop(fs.remove(path)));
}

#[cfg(test)]
mod tests;
