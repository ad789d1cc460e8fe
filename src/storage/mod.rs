//! Project files: RON, read generously and written safely. Read `format` first: it is what stands in a file.

pub mod aside;
pub mod atomic;
pub mod backup;
pub mod conflict_copy;
pub mod dropped;
#[cfg(test)]
pub(crate) mod faulty;
pub mod folders;
pub mod format;
pub mod fs;
pub mod journal;
pub mod kept;
mod legible;
pub mod lock;
mod migrate;
mod mirror;
pub mod originals;
mod private;
pub mod read;
mod record;
pub mod recovery;
pub mod salvage;
pub mod scale;
pub mod standing;
pub mod structure;
mod time;
pub mod warning;
pub mod write;
pub mod written;

use std::io;
use std::path::{Path, PathBuf};

pub use atomic::SaveError;
pub use fs::{Disk, Fs};
pub use lock::ProjectLock;
pub use read::{Opened, ReadError, read};
pub use standing::{Condition, Standing};
pub use warning::Warning;
pub use write::to_ron;

use crate::model::project::Project;

/// The ending of project files.
pub const EXTENSION: &str = "ron";

/// What is said of a file that only newer versions may write.
pub const READ_ONLY: &str = "A newer version of Tickmark wrote this project, and it holds more than this version knows. Update Tickmark \
                             to change it, and copy the file itself to keep a copy.";

/// Why a project file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The disk refuses.
    #[error("{path} could not be opened: {cause}. Check that it is there and that you may read it", path = .path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// The file is no project, or is broken.
    #[error("{path}: {cause}", path = .path.display())]
    Contents {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        cause: ReadError,
    },
}

/// Opens a project file.
///
/// # Errors
/// When it cannot be read from disk or is no project.
pub fn open(fs: &dyn Fs, path: &Path) -> Result<Opened, OpenError> {
    open_standing(fs, path).map(|(opened, _)| opened)
}

/// The same, with what stood in the file, to notice later when somebody else has written to it.
///
/// # Errors
/// When it cannot be read from disk or is no project.
pub fn open_standing(fs: &dyn Fs, path: &Path) -> Result<(Opened, Standing), OpenError> {
    let bytes = fs.read(path).map_err(|cause| OpenError::Disk { path: path.to_owned(), cause })?;
    let opened = read(&bytes).map_err(|cause| OpenError::Contents { path: path.to_owned(), cause })?;
    Ok((opened, Standing::of(&bytes)))
}

/// Saves a project: the file is the old one or the new one, whole, whatever happens.
///
/// # Errors
/// When the disk refuses; the file is then as it was (see [`atomic::save`]).
pub fn save(fs: &dyn Fs, path: &Path, project: &Project) -> Result<(), SaveError> {
    save_if(fs, path, project, &Condition::default()).map(|_| ())
}

/// The same, if in the last moment the file is as expected; what stands in it then.
///
/// # Errors
/// When the disk refuses or the condition is not met; the file is then as it was (see [`atomic::save_if`]).
pub fn save_if(fs: &dyn Fs, path: &Path, project: &Project, condition: &Condition) -> Result<Standing, SaveError> {
    let contents = to_ron(project);
    atomic::save_if(fs, path, contents.as_bytes(), condition)?;
    Ok(Standing::of(contents.as_bytes()))
}
