//! The few things that the program asks of a disk, behind a trait, so that tests can let any of them fail. No other file touches one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// A disk. Every function may fail as its system call may.
pub trait Fs: Send + Sync {
    /// The contents of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Opens a file to read it piece by piece.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;
    /// Where a symbolic link points to; an error where there is none.
    fn read_link(&self, path: &Path) -> io::Result<PathBuf>;
    /// What is known of a file or folder without reading it; an error where there is none.
    fn about(&self, path: &Path) -> io::Result<About>;
    /// The one path of a file that several lead to; an error where there is none.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;
    /// Makes a new empty file; an error where there is one.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Gives one file the permissions of another.
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Opens a file to write at its end, and makes it where there is none: nobody else may read it then.
    fn append(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Opens a file to lock it. It stays open as long as the lock is to be held.
    fn open_lock(&self, path: &Path, how: LockOpening) -> io::Result<Lock>;
    /// Puts a file in the place of another, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are safe on disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a folder and those above it.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a folder and those above it, for the eyes of this user only.
    fn create_private_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a folder that is empty.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// The files in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Whether there is such a file or folder, as far as can be seen.
    fn is_there(&self, path: &Path) -> bool {
        self.about(path).is_ok()
    }

    /// Takes a lock that ends with the process; nothing where another holds it.
    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        let mut file = self.open_lock(path, LockOpening::Private)?;
        match file.try_lock(Share::Alone) {
            Ok(is_ours) => Ok(is_ours.then_some(file)),
            // Some network disks know no locks.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Some(file)),
            Err(error) => Err(error),
        }
    }
}

/// What is known of a file or folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it may not be written to.
    pub is_read_only: bool,
    /// Its length, bytes.
    pub bytes: u64,
    /// When it was last written, milliseconds since 1970; 0 where the disk does not know.
    pub modified_ms: i64,
}

/// How a file is opened that is to be locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockOpening {
    /// To write who holds it; made where there is none.
    Made,
    /// The same, but made for the eyes of this user only.
    Private,
    /// A new one; an error where there is one.
    New,
    /// As it is; an error where there is none.
    Foreign,
}

/// With whom a lock is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// With nobody.
    Alone,
    /// With everybody else who holds it so.
    Together,
}

/// Holds a lock until it is dropped.
pub type Lock = Box<dyn LockFile>;

/// A file that is there to be locked.
pub trait LockFile: Send + Sync {
    /// Takes the lock if nobody is in the way; whether it is ours.
    ///
    /// # Errors
    /// When the disk refuses, or knows no locks.
    fn try_lock(&mut self, share: Share) -> io::Result<bool>;
    /// Lets go of the lock.
    ///
    /// # Errors
    /// When the disk refuses.
    fn unlock(&mut self) -> io::Result<()>;
    /// Replaces the contents.
    ///
    /// # Errors
    /// When the disk refuses; the file may be torn then.
    fn fill(&mut self, bytes: &[u8]) -> io::Result<()>;
}

impl LockFile for File {
    fn try_lock(&mut self, share: Share) -> io::Result<bool> {
        let tried = match share {
            Share::Alone => File::try_lock(self),
            Share::Together => self.try_lock_shared(),
        };
        match tried {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn unlock(&mut self) -> io::Result<()> {
        File::unlock(self)
    }

    fn fill(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.set_len(0)?;
        self.write_all(bytes)
    }
}

/// A file that is being written.
pub trait NewFile: Write + Send + Sync {
    /// Waits until the contents are safe on disk.
    ///
    /// # Errors
    /// When the disk does not confirm it.
    fn sync(&mut self) -> io::Result<()>;
}

impl NewFile for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Fs for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(File::open(path)?))
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        let about = fs::metadata(path)?;
        let since = about.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        let modified_ms = since.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(0);
        Ok(About { is_folder: about.is_dir(), is_read_only: about.permissions().readonly(), bytes: about.len(), modified_ms })
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        Ok(Box::new(file))
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(options.open(path)?))
    }

    fn open_lock(&self, path: &Path, how: LockOpening) -> io::Result<Lock> {
        let mut options = OpenOptions::new();
        options.read(true);
        match how {
            LockOpening::Made | LockOpening::Private => options.write(true).create(true).truncate(false),
            LockOpening::New => options.write(true).create_new(true),
            LockOpening::Foreign => &mut options,
        };
        #[cfg(unix)]
        if how == LockOpening::Private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        Ok(Box::new(options.open(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| fs::rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        patiently(|| fs::remove_file(path))
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            // Some network disks cannot; their names are safe once the rename is answered.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            other => other,
        }
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn create_private_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    }
}

/// How often a file that another program has open is tried again, and after which times, milliseconds.
const WAITS_MS: [u64; 5] = [10, 20, 40, 80, 160];

/// Does something with a file that virus scanners, indexers and sync services may hold open for a moment.
fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let mut outcome = act();
    for wait_ms in WAITS_MS {
        match &outcome {
            Err(error) if is_shared(error) => std::thread::park_timeout(std::time::Duration::from_millis(wait_ms)),
            _ => break,
        }
        outcome = act();
    }
    outcome
}

/// Whether another program has the file open: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
fn is_shared(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_appended_is_private_and_stands_at_the_end() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        Disk.create_private_folder(&folder).unwrap();
        let path = folder.join("journal");
        for words in ["one", "two"] {
            Disk.append(&path).unwrap().write_all(words.as_bytes()).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "onetwo");
        #[cfg(unix)]
        for (path, expected) in [(&folder, 0o700), (&path, 0o600)] {
            let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path).unwrap().permissions());
            assert_eq!(mode & 0o777, expected, "{}", path.display());
        }
    }

    #[test]
    fn a_lock_is_held_once_and_ends_with_its_holder() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("lock");
        let held = Disk.lock(&path).unwrap();
        assert!(held.is_some() && Disk.lock(&path).unwrap().is_none());
        drop(held);
        assert!(Disk.lock(&path).unwrap().is_some());
    }

    #[test]
    fn other_errors_are_not_tried_again() {
        let mut tries = 0;
        let outcome = patiently(|| {
            tries += 1;
            Err(io::ErrorKind::PermissionDenied.into())
        });
        assert_eq!((outcome.is_err(), tries), (true, 1));
    }
}
