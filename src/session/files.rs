//! Articles from disk and reports as text, the same for the window and the command line.

use std::io;
use std::path::{Path, PathBuf};

use crate::command::{ExportFormat, NewArticle};
use crate::import::{self, ImportError};
use crate::report::{self, Report};

/// Largest file that is opened as an article, bytes.
const MOST_BYTES: u64 = 200 * 1024 * 1024;

/// Why a file could not be opened as an article.
#[derive(Debug, thiserror::Error)]
pub enum ArticleError {
    /// The disk refuses.
    #[error("{path} could not be opened: {cause}. Check that it is there and that you may read it.", path = .path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// It is longer than any article.
    #[error("{path} has {megabytes} MB; articles of up to 200 MB are opened. Split it first.", path = .path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
        /// Its length, whole megabytes.
        megabytes: u64,
    },
    /// Its contents are no text that can be read.
    #[error(transparent)]
    Contents(#[from] ImportError),
}

/// Reads one file as an article, with what the checker should know about it. Off the drawing thread, since a disk may be slow.
///
/// # Errors
/// When the file cannot be read, is longer than 200 MB, or is no text.
pub fn read_article(path: &Path) -> Result<(NewArticle, Vec<import::Warning>), ArticleError> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let disk = |cause| ArticleError::Disk { path: path.to_owned(), cause };
    let length = std::fs::metadata(path).map_err(disk)?.len();
    if length > MOST_BYTES {
        return Err(ArticleError::TooLong { path: path.to_owned(), megabytes: length / 1024 / 1024 });
    }
    let bytes = std::fs::read(path).map_err(disk)?;
    let imported = import::read(&name, bytes)?;
    Ok((NewArticle { text: imported.text, structure: imported.structure, meta: imported.meta }, imported.warnings))
}

/// A report in that form, and in sentences what the form cannot express.
pub fn print_report(report: &Report, format: ExportFormat) -> (String, Vec<String>) {
    match format {
        ExportFormat::Html => (report::html(report), Vec::new()),
        ExportFormat::Markdown => {
            let (text, losses) = report::markdown(report);
            (text, losses.iter().map(ToString::to_string).collect())
        }
    }
}
