//! The world that the typesetter sees: a template, one file of data, fonts. There is no disk, no network and no clock in it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use super::PdfError;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The template of a piece of the report.
pub(super) const PIECE: &str = "main.typ";
/// The template of what stands over and under every page.
pub(super) const HEADS: &str = "heads.typ";
/// The page's look. It reads `report.json` and nothing else.
const TEMPLATES: [(&str, &str); 5] = [
    (PIECE, include_str!("../../../assets/report/main.typ")),
    (HEADS, include_str!("../../../assets/report/heads.typ")),
    ("look.typ", include_str!("../../../assets/report/look.typ")),
    ("blocks.typ", include_str!("../../../assets/report/blocks.typ")),
    ("article.typ", include_str!("../../../assets/report/article.typ")),
];
/// The data as a file of the template.
const DATA: &str = "report.json";
/// Where the template reads an empty file when it has come to an article: `step/12`.
const STEP: &str = "/step/";

/// What all pieces of a file have in common: their fonts, and who is told how far they are.
#[derive(Clone)]
pub(super) struct Work {
    /// The fonts for their words.
    pub fonts: Vec<Font>,
    /// Told of each article that is being laid out.
    pub steps: Sender<usize>,
    /// Whether it is wanted no more.
    pub is_cancelled: Arc<AtomicBool>,
}

/// What is printed, and how far that is.
pub(super) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sources: Vec<Source>,
    data: (FileId, Bytes),
    /// Told of each article that is being laid out.
    steps: Sender<usize>,
    is_cancelled: Arc<AtomicBool>,
}

impl Desk {
    /// A world of a template, these data and fonts. It tells `steps` of each article, and ends the layout there when it is cancelled.
    ///
    /// # Errors
    /// If the name of a template is no path, which they all are.
    pub fn new(main: &str, data: Vec<u8>, work: &Work) -> Result<Self, PdfError> {
        let Work { fonts, steps, is_cancelled } = work.clone();
        let source = |(name, words): &(&str, &str)| Ok(Source::new(file(name)?, (*words).to_owned()));
        Ok(Desk {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: file(main)?,
            sources: TEMPLATES.iter().map(source).collect::<Result<_, _>>()?,
            data: (file(DATA)?, Bytes::new(data)),
            steps,
            is_cancelled,
        })
    }

    /// Whether it is wanted no more.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// Tells how far the layout is; an error ends it.
    fn step(&self, at: &str) -> FileResult<Bytes> {
        if self.is_cancelled() {
            return Err(FileError::AccessDenied);
        }
        // Nobody listens to the layout of a preview.
        if let Ok(at) = at.parse() {
            let _ = self.steps.send(at);
        }
        Ok(Bytes::new([]))
    }
}

fn file(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(|_| PdfError::Layout(format!("{name} is no path")))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            return Ok(self.data.1.clone());
        }
        match id.vpath().get_with_slash().strip_prefix(STEP) {
            Some(at) => self.step(at),
            None => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
