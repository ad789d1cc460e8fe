//! Articles from disk and reports as text, the same for the window and the command line.

use std::io;
use std::path::{Path, PathBuf};

use crate::command::{ExportFormat, NewArticle};
use crate::import::{self, ImportError};
use crate::report::{self, Report};
use crate::storage::Fs;

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
pub fn read_article(fs: &dyn Fs, path: &Path) -> Result<(NewArticle, Vec<import::Warning>), ArticleError> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let disk = |cause| ArticleError::Disk { path: path.to_owned(), cause };
    let bytes = fs.about(path).map_err(disk)?.bytes;
    if bytes > MOST_BYTES {
        return Err(ArticleError::TooLong { path: path.to_owned(), megabytes: bytes / 1024 / 1024 });
    }
    let bytes = fs.read(path).map_err(disk)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Disk;
    use crate::storage::faulty::Failing;

    #[test]
    fn an_article_is_read_whole_or_said_to_be_unreadable() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("flood.txt");
        std::fs::write(&path, "Gate jams\nAbout 6,200 people left.\n").unwrap();
        let (whole, _) = read_article(&Disk, &path).unwrap();
        for at in 1.. {
            let disk = Failing::at(at, false, io::ErrorKind::PermissionDenied);
            match read_article(&disk, &path) {
                Ok((article, _)) => {
                    assert!(!disk.was_reached() && at > 2 && article.text == whole.text, "{at}");
                    break;
                }
                Err(error) => {
                    let words = error.to_string();
                    assert!(words.contains("flood.txt could not be opened: ") && words.ends_with("that you may read it."), "{words}");
                }
            }
        }
    }
}
