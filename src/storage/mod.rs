//! Project files: RON, read generously and written safely. Read `format` first: it is what stands in a file.

pub mod atomic;
pub mod backup;
#[cfg(test)]
mod faulty;
pub mod format;
pub mod fs;
mod legible;
mod migrate;
mod mirror;
pub mod read;
mod record;
pub mod recovery;
mod time;
pub mod warning;
pub mod write;
pub mod written;

use std::io;
use std::path::{Path, PathBuf};

pub use atomic::SaveError;
pub use fs::{Disk, Fs};
pub use read::{Opened, ReadError, read};
pub use warning::Warning;
pub use write::to_ron;

use crate::model::project::Project;

/// The ending of project files.
pub const EXTENSION: &str = "ron";

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
    let bytes = fs.read(path).map_err(|cause| OpenError::Disk { path: path.to_owned(), cause })?;
    read(&bytes).map_err(|cause| OpenError::Contents { path: path.to_owned(), cause })
}

/// Saves a project: the file is the old one or the new one, whole, whatever happens.
///
/// # Errors
/// When the disk refuses; the file is then as it was (see [`atomic::save`]).
pub fn save(fs: &dyn Fs, path: &Path, project: &Project) -> Result<(), SaveError> {
    atomic::save(fs, path, to_ron(project).as_bytes())
}
