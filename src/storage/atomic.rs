//! Writes a file so that its name always stands for the old contents or the new ones, whole: a temporary file beside it is
//! written, synced, and then renamed over it.

use std::io;
use std::path::{Path, PathBuf};

use super::fs::Fs;

/// Why a file could not be saved.
#[derive(Debug, thiserror::Error)]
#[error("{path} could not be saved: {}. {}", reason(*.step, .cause), next_step(*.step, .cause), path = .path.display())]
pub struct SaveError {
    /// The file that was to be saved.
    pub path: PathBuf,
    /// What was being done.
    pub step: Step,
    /// What the system said.
    #[source]
    pub cause: io::Error,
}

/// The steps of saving. Up to [`Step::Rename`] the old file is untouched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Looking at the file that is there.
    Look,
    /// Making the temporary file.
    Create,
    /// Writing it.
    Write,
    /// Waiting until it is safe on disk.
    Sync,
    /// Putting it in the place of the old one.
    Rename,
    /// Waiting until the new name is safe on disk; the new contents stand there already.
    Settle,
}

/// Links that are followed one after the other before it is called a circle.
const MOST_LINKS: usize = 40;

/// Temporary names that are tried.
const MOST_NAMES: u32 = 100;

/// Replaces the contents of a file, or makes it. A symbolic link stays and its target is replaced; permissions are kept
/// (owner and access lists are those of whoever saves).
///
/// # Errors
/// When the disk refuses; except in [`Step::Settle`] the file is as it was, and no temporary file is left.
pub fn save(fs: &dyn Fs, path: &Path, contents: &[u8]) -> Result<(), SaveError> {
    let fail = |step| move |cause| SaveError { path: path.to_owned(), step, cause };
    let target = follow_links(fs, path).map_err(fail(Step::Look))?;
    let exists = match fs.is_read_only(&target) {
        Ok(false) => true,
        Ok(true) => return Err(fail(Step::Look)(io::ErrorKind::PermissionDenied.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(fail(Step::Look)(error)),
    };
    let folder = folder_of(&target);
    let temporary = write_beside(fs, &target, folder, exists, contents).map_err(|(step, cause)| fail(step)(cause))?;
    if let Err(cause) = fs.rename(&temporary, &target) {
        // The error that counts is the first one.
        let _ = fs.remove(&temporary);
        return Err(fail(Step::Rename)(cause));
    }
    fs.sync_folder(folder).map_err(fail(Step::Settle))
}

/// The folder of a file; the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file that a path stands for. A link that points to nothing yet is followed too, so that the link survives.
fn follow_links(fs: &dyn Fs, path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs.read_link(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            // Not a link, or nothing there.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::NotFound) => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("its symbolic links go round in a circle"))
}

/// Writes the contents to a new file in the folder and gives its path. On failure nothing is left there.
fn write_beside(fs: &dyn Fs, target: &Path, folder: &Path, exists: bool, contents: &[u8]) -> Result<PathBuf, (Step, io::Error)> {
    let (temporary, mut file) = create_temporary(fs, folder).map_err(|cause| (Step::Create, cause))?;
    let mut fill = || {
        if exists {
            // Before the first byte, so that a private file is never readable by others.
            fs.copy_permissions(target, &temporary).map_err(|cause| (Step::Create, cause))?;
        }
        file.write_all(contents).and_then(|()| file.flush()).map_err(|cause| (Step::Write, cause))?;
        file.sync().map_err(|cause| (Step::Sync, cause))
    };
    let filled = fill();
    drop(file);
    match filled {
        Ok(()) => Ok(temporary),
        Err(error) => {
            let _ = fs.remove(&temporary);
            Err(error)
        }
    }
}

/// Makes a temporary file with a name that is free. The name is short, so that it fits where the file's own name does.
fn create_temporary(fs: &dyn Fs, folder: &Path) -> io::Result<(PathBuf, Box<dyn super::fs::NewFile>)> {
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for attempt in 0..MOST_NAMES {
        let path = folder.join(format!(".tickmark-{}-{attempt}.tmp", std::process::id()));
        match fs.create_new(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// The cause in words.
fn reason(step: Step, cause: &io::Error) -> String {
    match (step, cause.kind()) {
        (Step::Look, io::ErrorKind::PermissionDenied) => "the file is read-only".to_owned(),
        (_, io::ErrorKind::PermissionDenied) => "you may not write to this folder".to_owned(),
        (_, io::ErrorKind::NotFound) => "the folder is not there any more".to_owned(),
        (_, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => "the disk is full".to_owned(),
        (_, io::ErrorKind::ReadOnlyFilesystem) => "the disk is read-only".to_owned(),
        (_, io::ErrorKind::IsADirectory) => "a folder has this name".to_owned(),
        _ => cause.to_string(),
    }
}

/// What to do about it.
fn next_step(step: Step, cause: &io::Error) -> &'static str {
    match (step, cause.kind()) {
        (Step::Settle, _) => "It is written, but the disk has not confirmed it. Save again",
        (_, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => {
            "Free some space and save again, or save it elsewhere. The file as last saved is unharmed"
        }
        _ => "Save it under another name or in another folder. The file as last saved is unharmed",
    }
}
