//! Articles from disk and from the web, the same for the window and the command line.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::command::NewArticle;
use crate::fetch::Fetched;
use crate::import::{self, Encoded, ImportError, Imported, Room, Wish, limits};
use crate::storage::{self, Fs};

/// Endings of files that can be opened as articles, in lower case.
pub const ARTICLE_ENDINGS: &[&str] = import::Looks::ENDINGS;

/// Where and how files are read as articles.
#[derive(Clone)]
pub struct Opener<'a> {
    /// The disk.
    pub disk: &'a dyn Fs,
    /// Where formats are read that can bring a reader down.
    pub room: &'a Room,
    /// What the checker wants where a file leaves it open.
    pub wish: Wish,
    /// Set by who does not want it any more.
    pub is_cancelled: &'a AtomicBool,
}

/// A file that was read as an article.
#[derive(Debug)]
pub struct Opened {
    /// The article.
    pub article: NewArticle,
    /// What the checker should know.
    pub warnings: Vec<import::Warning>,
    /// In which encoding its letters were, where its format leaves that open.
    pub encoding: Option<Encoded>,
}

impl From<Imported> for NewArticle {
    fn from(read: Imported) -> Self {
        NewArticle { text: read.text, structure: read.structure, meta: read.meta, asides: read.asides, original: None }
    }
}

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

impl Opener<'_> {
    /// Reads one file as an article. Off the drawing thread, since a disk may be slow.
    ///
    /// # Errors
    /// When the file cannot be read, is longer than 200 MB, or cannot be read as an article.
    pub fn open(&self, path: &Path) -> Result<Opened, ArticleError> {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let disk = |cause| ArticleError::Disk { path: path.to_owned(), cause };
        let about = self.disk.about(path).map_err(disk)?;
        if about.bytes > limits::FILE_BYTES {
            return Err(ArticleError::TooLong { path: path.to_owned(), megabytes: about.bytes / 1024 / 1024 });
        }
        let bytes = self.disk.read(path).map_err(disk)?;
        let original = storage::kept::of_bytes(path, &bytes);
        let read = self.room.read(&name, bytes, &self.wish, self.is_cancelled)?;
        let (warnings, encoding) = (read.warnings.clone(), read.encoding.clone());
        Ok(Opened { article: NewArticle { original: Some(original), ..NewArticle::from(read) }, warnings, encoding })
    }
}

impl Opener<'_> {
    /// Reads a page that was fetched from the web, as a file is read. Its original is known by its address and the hash of its bytes.
    ///
    /// # Errors
    /// When it cannot be read as an article.
    pub fn open_page(&self, page: &Fetched) -> Result<Opened, ArticleError> {
        let (name, address) = (page.file_name(), page.address.as_str());
        let original = storage::kept::of_bytes(Path::new(address), &page.bytes);
        let wish = Wish { declared: page.charset.clone(), address: Some(address.to_owned()), ..self.wish.clone() };
        let mut read = self.room.read(&name, page.bytes.clone(), &wish, self.is_cancelled)?;
        address.clone_into(&mut read.meta.url);
        read.meta.origin = match read.meta.origin.strip_prefix(&name) {
            Some(how) => format!("{address}{how}"),
            None => read.meta.origin,
        };
        let (warnings, encoding) = (read.warnings.clone(), read.encoding.clone());
        Ok(Opened { article: NewArticle { original: Some(original), ..NewArticle::from(read) }, warnings, encoding })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::Address;
    use crate::storage::Disk;
    use crate::storage::faulty::Failing;

    #[test]
    fn a_page_is_read_as_its_server_says_and_is_known_by_address_and_hash() {
        let not_cancelled = AtomicBool::new(false);
        let opener = Opener { disk: &Disk, room: &Room::Here, wish: Wish::default(), is_cancelled: &not_cancelled };
        let page = Fetched {
            address: Address::typed("example.org/news/flood?page=1").unwrap(),
            redirects: Vec::new(),
            kind: "text/plain".into(),
            charset: Some("koi8-r".into()),
            bytes: b"\xeb\xc1\xd2\xc1\xd5\xcc".to_vec(),
        };
        let Opened { article, warnings, encoding } = opener.open_page(&page).unwrap();
        assert_eq!(article.text.as_str(), "\u{41a}\u{430}\u{440}\u{430}\u{443}\u{43b}");
        assert!(warnings.is_empty() && encoding.is_some_and(|encoded| !encoded.is_guess));
        assert_eq!(article.meta.url, "https://example.org/news/flood?page=1");
        assert_eq!(article.meta.origin, "https://example.org/news/flood?page=1, read as plain text (KOI8-R)");
        let original = article.original.unwrap();
        assert_eq!(original, storage::kept::of_bytes(Path::new("https://example.org/news/flood?page=1"), &page.bytes));
        assert_eq!(original.name(), "https://example.org/news/flood?page=1");
        let picture = Fetched { kind: String::new(), bytes: b"\x89PNG\r\n\x1a\n".to_vec(), ..page };
        let words = opener.open_page(&picture).unwrap_err().to_string();
        assert!(words.contains("\u{201c}flood\u{201d} looks like a picture"), "{words}");
    }

    #[test]
    fn an_article_is_read_whole_or_said_to_be_unreadable() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("flood.txt");
        std::fs::write(&path, "Gate jams\nAbout 6,200 people left.\n").unwrap();
        let not_cancelled = AtomicBool::new(false);
        let open = |disk: &dyn Fs| Opener { disk, room: &Room::Here, wish: Wish::default(), is_cancelled: &not_cancelled }.open(&path);
        let whole = open(&Disk).unwrap().article;
        assert_eq!(whole.original.as_ref(), Some(&storage::kept::keep(&Disk, &path).unwrap()));
        for at in 1.. {
            let disk = Failing::at(at, false, io::ErrorKind::PermissionDenied);
            match open(&disk) {
                Ok(opened) => {
                    assert!(!disk.was_reached() && at > 2 && opened.article == whole, "{at}");
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
