//! Writes a file so that its name always stands for the old contents or the new ones, whole: a temporary file beside it is
//! written, synced, and then renamed over it.

use std::io;
use std::path::{Path, PathBuf};

use super::fs::Fs;
use super::standing::Condition;

/// Why a file could not be saved.
#[derive(Debug, thiserror::Error)]
#[error("{path} could not be saved: {}. {}", reason(*.step, .cause), next_step(*.step, .cause, *.has_older), path = .path.display())]
pub struct SaveError {
    /// The file that was to be saved.
    pub path: PathBuf,
    /// What was being done.
    pub step: Step,
    /// Whether there is a file as it was last saved.
    pub has_older: bool,
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
    /// Finding that another version stands there than the one that was to be replaced.
    Compare,
    /// Finding that somebody has taken the project over.
    Own,
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
    save_if(fs, path, contents, &Condition::default())
}

/// The same, if in the last moment before the file is replaced it is as expected.
///
/// # Errors
/// As [`save`], and when the condition is not met.
pub fn save_if(fs: &dyn Fs, path: &Path, contents: &[u8], condition: &Condition) -> Result<(), SaveError> {
    let fail_with = |step, has_older| move |cause| SaveError { path: path.to_owned(), step, has_older, cause };
    let target = follow_links(fs, path).map_err(fail_with(Step::Look, true))?;
    let is_there = match fs.about(&target) {
        Ok(about) if !about.is_read_only => true,
        Ok(_) => return Err(fail_with(Step::Look, true)(io::ErrorKind::PermissionDenied.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(fail_with(Step::Look, true)(error)),
    };
    let fail = |step| fail_with(step, is_there);
    let folder = folder_of(&target);
    let temporary = write_beside(fs, &target, folder, is_there, contents).map_err(|(step, cause)| fail(step)(cause))?;
    let replaced = condition.check(fs, &target).and_then(|()| fs.rename(&temporary, &target).map_err(|cause| (Step::Rename, cause)));
    if let Err((step, cause)) = replaced {
        // The error that counts is the first one.
        let _ = fs.remove(&temporary);
        return Err(fail(step)(cause));
    }
    fs.sync_folder(folder).map_err(fail(Step::Settle))
}

/// The folder of a file; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file that a path stands for. A link that points to nothing yet is followed too, so that the link survives.
pub(super) fn follow_links(fs: &dyn Fs, path: &Path) -> io::Result<PathBuf> {
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
fn write_beside(fs: &dyn Fs, target: &Path, folder: &Path, is_there: bool, contents: &[u8]) -> Result<PathBuf, (Step, io::Error)> {
    let (temporary, mut file) = create_temporary(fs, folder).map_err(|cause| (Step::Create, cause))?;
    let mut fill = || {
        if is_there {
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
pub(super) fn reason(step: Step, cause: &io::Error) -> String {
    match (step, cause.kind()) {
        (Step::Compare | Step::Own, _) => cause.to_string(),
        (Step::Look, io::ErrorKind::PermissionDenied) => "the file is read-only".to_owned(),
        (_, io::ErrorKind::PermissionDenied) => "you may not write to this folder".to_owned(),
        (_, io::ErrorKind::NotFound) => "there is no such folder".to_owned(),
        (_, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => "the disk is full".to_owned(),
        (_, io::ErrorKind::ReadOnlyFilesystem) => "the disk is read-only".to_owned(),
        (_, io::ErrorKind::IsADirectory) => "a folder has this name".to_owned(),
        _ => cause.to_string(),
    }
}

/// What to do about it.
fn next_step(step: Step, cause: &io::Error, has_older: bool) -> String {
    let advice = match (step, cause.kind()) {
        (Step::Compare | Step::Own, _) => return "Nothing was overwritten. Save this version under another name".to_owned(),
        (Step::Settle, _) => return "It is written, but the disk has not confirmed it. Save again".to_owned(),
        (_, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => "Free some space and save again, or save it elsewhere",
        _ => "Save it under another name or in another folder",
    };
    if has_older { format!("{advice}. The file as last saved is unharmed") } else { advice.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::faulty::{Failing, Volatile};
    use crate::storage::fs::Disk;
    use std::fs;

    fn names(folder: &Path) -> Vec<String> {
        Disk.list(folder).unwrap().iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_made_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        for contents in ["one", "two, longer", ""] {
            save(&Disk, &path, contents.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), contents);
        }
        assert_eq!(names(folder.path()), ["a.ron"]);
    }

    #[test]
    fn whatever_operation_fails_the_file_is_the_old_one_or_the_new_one() {
        let new = "new ".repeat(100);
        for old in [None, Some("old")] {
            for stays_broken in [false, true] {
                for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
                    let mut at = 1;
                    while fail_at(at, stays_broken, kind, old, &new) {
                        at += 1;
                    }
                    assert!(at > 12, "too few operations were tried: {at}");
                }
            }
        }
    }

    /// Saves with a disk that fails at an operation; false once there is no such operation.
    fn fail_at(at: usize, stays_broken: bool, kind: io::ErrorKind, old: Option<&str>, new: &str) -> bool {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        if let Some(old) = old {
            fs::write(&path, old).unwrap();
        }
        let disk = Failing::at(at, stays_broken, kind);
        let saved = save(&disk, &path, new.as_bytes());
        let stands = fs::read_to_string(&path).ok();
        match &saved {
            Ok(()) => assert!(!disk.was_reached() && stands.as_deref() == Some(new)),
            Err(error) if error.step == Step::Settle => assert_eq!(stands.as_deref(), Some(new), "at {at}"),
            Err(_) => assert_eq!(stands.as_deref(), old, "at {at}"),
        }
        if !stays_broken {
            let expected: &[&str] = if stands.is_some() { &["a.ron"] } else { &[] };
            assert_eq!(names(folder.path()), expected, "at {at}: {saved:?}");
        }
        saved.is_err()
    }

    #[test]
    fn whenever_the_power_goes_the_file_is_the_old_one_or_the_new_one() {
        let (path, old, new) = (Path::new("a.ron"), b"old".to_vec(), b"new ".repeat(100));
        for operations in 0.. {
            let disk = Volatile::new(path, &old, operations);
            let saved = save(&disk, path, &new);
            for found in disk.possible(path) {
                assert!(found.as_ref() == Some(&old) || found.as_ref() == Some(&new), "after {operations} operations: {found:?}");
            }
            if saved.is_ok() {
                assert_eq!(disk.possible(path), [Some(new)], "what was called saved is safe");
                return;
            }
            assert!(disk.is_off());
        }
    }

    #[test]
    fn the_disk_that_forgets_would_notice_a_missing_sync() {
        let path = Path::new("a.ron");
        let disk = Volatile::new(path, b"old", 99);
        let mut file = disk.create_new(Path::new("b")).unwrap();
        file.write_all(b"new").unwrap();
        disk.rename(Path::new("b"), path).unwrap();
        assert!(disk.possible(path).contains(&Some(Vec::new())));
    }

    #[test]
    fn errors_say_what_to_do() {
        let check = |error: io::ErrorKind, step, expected: &str| {
            // Of a file that was never saved nothing is said.
            let shorter = expected.replace(". The file as last saved is unharmed", "");
            for (has_older, expected) in [(true, expected), (false, &shorter)] {
                let error = SaveError { path: "desk/a.ron".into(), step, has_older, cause: error.into() };
                assert_eq!(error.to_string(), expected);
            }
        };
        check(
            io::ErrorKind::StorageFull,
            Step::Write,
            "desk/a.ron could not be saved: the disk is full. Free some space and save again, or save it elsewhere. The file as last saved is unharmed",
        );
        check(
            io::ErrorKind::PermissionDenied,
            Step::Look,
            "desk/a.ron could not be saved: the file is read-only. Save it under another name or in another folder. The file as last saved is unharmed",
        );
        check(
            io::ErrorKind::NotFound,
            Step::Create,
            "desk/a.ron could not be saved: there is no such folder. Save it under another name or in another folder. The file as last saved is unharmed",
        );
    }

    #[test]
    fn a_folder_of_that_name_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a.ron")).unwrap();
        save(&Disk, &folder.path().join("a.ron"), b"new").unwrap_err();
        assert_eq!(names(folder.path()), ["a.ron"]);
    }

    #[test]
    fn a_temporary_file_that_a_crash_left_is_no_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        let left = format!(".tickmark-{}-0.tmp", std::process::id());
        fs::write(folder.path().join(&left), "left").unwrap();
        save(&Disk, &folder.path().join("a.ron"), b"new").unwrap();
        assert_eq!(names(folder.path()), [left.as_str(), "a.ron"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("far")).unwrap();
        fs::write(at("far/real.ron"), "old").unwrap();
        fs::set_permissions(at("far/real.ron"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("far/real.ron", at("near.ron")).unwrap();
        symlink("near.ron", at("nearer.ron")).unwrap();
        symlink("far/new.ron", at("dangling.ron")).unwrap();
        symlink("circle.ron", at("circle.ron")).unwrap();
        for link in ["nearer.ron", "dangling.ron"] {
            save(&Disk, &at(link), b"new").unwrap();
            assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink(), "{link}");
            assert_eq!(fs::read_to_string(at(link)).unwrap(), "new");
        }
        assert_eq!(fs::metadata(at("far/real.ron")).unwrap().permissions().mode() & 0o777, 0o640);
        let circle = save(&Disk, &at("circle.ron"), b"new").unwrap_err().to_string();
        assert!(circle.contains("could not be saved: its symbolic links go round in a circle."), "{circle}");
        fs::set_permissions(at("far/real.ron"), fs::Permissions::from_mode(0o440)).unwrap();
        let read_only = save(&Disk, &at("near.ron"), b"newer").unwrap_err().to_string();
        assert!(read_only.contains("the file is read-only"), "{read_only}");
        assert_eq!(names(&at("far")), ["new.ron", "real.ron"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_private_file_is_never_readable_by_others() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        // A disk that breaks for good leaves the temporary file where it was; look at it at every stage.
        for at in 1..20 {
            let _ = save(&Failing::at(at, true, io::ErrorKind::Other), &path, &b"secret ".repeat(50));
            for name in names(folder.path()).iter().filter(|name| name.ends_with(".tmp")) {
                let about = fs::metadata(folder.path().join(name)).unwrap();
                assert!(about.len() == 0 || about.permissions().mode() & 0o077 == 0, "{name} at {at}");
                fs::remove_file(folder.path().join(name)).unwrap();
            }
        }
    }
}
