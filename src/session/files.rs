//! Articles from disk and from the web, the same for the window and the command line.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::command::NewArticle;
use crate::fetch::{Address, Fetched};
use crate::import::{self, Encoded, ImportError, Imported, Room, Wish, limits};
pub use crate::import::{LeftOpen, left_open};
use crate::model::file::KeptFile;
use crate::storage::{self, Fs};

/// Endings of files that can be opened as articles, in lower case.
pub const ARTICLE_ENDINGS: &[&str] = import::Looks::ENDINGS;

/// The encodings that a checker can choose from, the usual ones first.
pub const ENCODINGS: &[&str] = import::charset::NAMES;

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
    /// It was read before, and its bytes cannot be had again.
    #[error("{0}.")]
    NotFound(#[from] storage::originals::NotFound),
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
        let from = (page.file_name(), page.address.as_str());
        self.read_page(from, page.charset.clone(), page.bytes.clone())
    }

    fn read_page(&self, (name, address): (String, &str), charset: Option<String>, bytes: Vec<u8>) -> Result<Opened, ArticleError> {
        let original = storage::kept::of_bytes(Path::new(address), &bytes);
        let wish = Wish { declared: charset, address: Some(address.to_owned()), ..self.wish.clone() };
        let mut read = self.room.read(&name, bytes, &wish, self.is_cancelled)?;
        address.clone_into(&mut read.meta.url);
        read.meta.origin = match read.meta.origin.strip_prefix(&name) {
            Some(how) => format!("{address}{how}"),
            None => read.meta.origin,
        };
        let (warnings, encoding) = (read.warnings.clone(), read.encoding.clone());
        Ok(Opened { article: NewArticle { original: Some(original), ..NewArticle::from(read) }, warnings, encoding })
    }

    /// Reads a file or page again that an article was read from: the very same bytes, from the copy beside the project or from where it was
    /// opened.
    ///
    /// # Errors
    /// When those bytes cannot be had any more, or cannot be read that way.
    pub fn open_again(&self, file: &KeptFile, project: Option<&Path>) -> Result<Opened, ArticleError> {
        let bytes = storage::originals::find(self.disk, project, file, limits::FILE_BYTES)?;
        if file.is_of_web() {
            let name = Address::typed(&file.path).map_or_else(|_| file.name().to_owned(), |address| address.file_name(""));
            return self.read_page((name, &file.path), None, bytes);
        }
        let name = file.name().to_owned();
        let read = self.room.read(&name, bytes, &self.wish, self.is_cancelled)?;
        let (warnings, encoding) = (read.warnings.clone(), read.encoding.clone());
        Ok(Opened { article: NewArticle { original: Some(file.clone()), ..NewArticle::from(read) }, warnings, encoding })
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
    fn a_file_is_read_again_by_its_hash_in_another_way() {
        let folder = tempfile::tempdir().unwrap();
        let (path, project) = (folder.path().join("flood.txt"), folder.path().join("p.ron"));
        std::fs::write(&path, b"\xeb\xc1\xd2\xc1\xd5\xcc").unwrap();
        let not_cancelled = AtomicBool::new(false);
        let as_in = |encoding: &str| {
            let wish = Wish { encoding: Some(encoding.into()), ..Wish::default() };
            Opener { disk: &Disk, room: &Room::Here, wish, is_cancelled: &not_cancelled }
        };
        let first = as_in("windows-1251").open(&path).unwrap().article;
        let file = first.original.clone().unwrap();
        let again = as_in("KOI8-R").open_again(&file, Some(&project)).unwrap().article;
        assert_eq!(again.text.as_str(), "\u{41a}\u{430}\u{440}\u{430}\u{443}\u{43b}");
        assert_eq!((&again.original, &*again.meta.origin), (&Some(file.clone()), "flood.txt, read as plain text (KOI8-R)"));
        std::fs::write(&path, "It rained.").unwrap();
        let words = as_in("KOI8-R").open_again(&file, Some(&project)).unwrap_err().to_string();
        assert_eq!(words, "flood.txt was changed since it was opened, and no copy of it was kept. Open it as a new draft instead.");
        let page = b"<!DOCTYPE html><title>Flood</title><nav>Menu</nav><p>The dyke failed.";
        let address = "https://example.org/news/flood";
        let of_web = storage::kept::of_bytes(Path::new(address), page);
        storage::originals::keep(&Disk, &project, &of_web, Some(page)).unwrap();
        let wish = Wish { whole_page: true, ..Wish::default() };
        let opener = Opener { disk: &Disk, room: &Room::Here, wish, is_cancelled: &not_cancelled };
        let again = opener.open_again(&of_web, Some(&project)).unwrap().article;
        assert!(again.text.as_str().contains("Menu"), "{:?}", again.text.as_str());
        assert_eq!(again.meta.origin, "https://example.org/news/flood, read as a web page, with all of its words");
        assert_eq!((again.meta.url.as_str(), again.original), (address, Some(of_web)));
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
