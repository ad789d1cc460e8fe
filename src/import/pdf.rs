//! Reads PDF files: the letters that their pages draw become words, lines and paragraphs in reading order.

mod bidi;
mod cjk;
mod comment;
mod compose;
mod font;
mod furniture;
mod glyphs;
mod guess;
mod hyphen;
mod letter;
mod line;
mod link;
mod meta;
mod order;
mod owner;
mod paragraph;
mod piece;
mod sfnt;

use hayro_interpret::kurbo::Rect;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::limits;
use super::{Draft, Refusal, Warning, Wish};
use font::Fonts;
use furniture::Page as PageLines;
use line::Read;

/// What the reader is called in an article's origin.
pub const READER: &str = "PDF";

/// Reads a PDF file.
///
/// # Errors
/// When it is damaged beyond its pages being found, needs a password, has too many pages, or no words.
pub fn read(bytes: &[u8], wish: &Wish) -> Result<Draft, Refusal> {
    let pdf = open(bytes, wish.password.as_deref())?;
    let count = pdf.pages().len();
    if count > limits::PAGES {
        return Err(Refusal::TooMuch(format!("it has {count} pages, and no more than {} are read", limits::PAGES)));
    }
    let mut taken = Taken::default();
    taken.pages(&pdf)?;
    let mut draft = Draft::default();
    draft.meta = meta::meta(&pdf);
    taken.compose(&mut draft);
    if draft.is_empty() {
        return Err(Refusal::NoWords(taken.why_empty()));
    }
    taken.warn(&mut draft);
    Ok(draft)
}

fn open(bytes: &[u8], password: Option<&str>) -> Result<Pdf, Refusal> {
    let refused = |error| match (error, password) {
        (LoadPdfError::Decryption(DecryptionError::PasswordProtected), None | Some("")) => Refusal::NeedsPassword,
        (LoadPdfError::Decryption(DecryptionError::PasswordProtected), Some(_)) => Refusal::WrongPassword,
        (LoadPdfError::Decryption(_), _) => Refusal::Damaged("it is encrypted in a way that cannot be read".to_owned()),
        (LoadPdfError::Invalid, _) => Refusal::Damaged("its pages cannot be found".to_owned()),
    };
    // Parsed where it lies; each try has the same bytes.
    let data = std::sync::Arc::new(bytes.to_vec());
    let open = |password: &str| Pdf::new_with_password(data.clone(), password);
    let is_locked = |error: &LoadPdfError| *error == LoadPdfError::Decryption(DecryptionError::PasswordProtected);
    let first = open(password.unwrap_or(""));
    if !first.as_ref().err().is_some_and(is_locked) {
        return first.map_err(refused);
    }
    let user = password.and_then(|password| owner::user_password(bytes, password));
    user.map_or(first, |user| open(&user)).map_err(refused)
}

/// What was taken off the pages of a file.
#[derive(Default)]
struct Taken {
    pages: Vec<PageLines>,
    /// Its links and comments.
    beside: Vec<compose::Beside>,
    /// How much of each page could be read.
    read: Vec<Read>,
    /// Pages that are pictures.
    pictures: usize,
    running: Vec<line::Line>,
}

/// After how many pages the interpreter's memory of fonts and pictures is emptied.
const CACHE_PAGES: usize = 1000;

impl Taken {
    fn pages(&mut self, pdf: &Pdf) -> Result<(), Refusal> {
        let mut fonts = Fonts::default();
        let mut cache = InterpreterCache::new();
        let mut bytes = 0;
        for (nth, page) in pdf.pages().iter().enumerate() {
            if nth % CACHE_PAGES == CACHE_PAGES - 1 {
                cache = InterpreterCache::new();
            }
            bytes += self.page(page, nth, &cache, &mut fonts);
            if bytes > limits::TEXT_BYTES {
                return Err(Refusal::TooMuch("its words take more than 200 MB".to_owned()));
            }
        }
        Ok(())
    }

    /// Takes a page, and tells how many bytes of words it has.
    fn page<'a>(&mut self, page: &Page<'a>, nth: usize, cache: &InterpreterCache<'a>, fonts: &mut Fonts) -> usize {
        let (width, height) = page.render_dimensions();
        let frame = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform = page.initial_transform(true).to_kurbo();
        let (links, targets) = link::links(page, transform);
        fonts.turn_to(page);
        let comments = comment::comments(page, transform);
        let mut taker = glyphs::Taker::new(frame, &links, &comments, fonts);
        let mut context = Context::new(transform, frame, cache, page.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut taker);
        let drawn = taker.finish();
        let pieces = order::in_reading_order(piece::pieces(drawn.letters));
        let (lines, read) = line::lines(&pieces, u32::try_from(nth).unwrap_or(u32::MAX));
        if drawn.pictures > 0.5 && lines.is_empty() {
            self.pictures += 1;
        }
        let bytes = lines.iter().map(|line| line.words.len()).sum();
        self.pages.push(PageLines { lines, height });
        self.beside.push(compose::Beside { targets, notes: comments.into_iter().map(|comment| comment.note).collect() });
        self.read.push(read);
        bytes
    }

    fn compose(&mut self, draft: &mut Draft) {
        self.running = furniture::taken_out(&mut self.pages);
        let mut lines: Vec<line::Line> = self.pages.iter_mut().flat_map(|page| std::mem::take(&mut page.lines)).collect();
        let blocks = paragraph::blocks(&mut lines);
        compose::Composer::new(draft, &lines, &blocks, &self.beside).write(&blocks);
    }

    fn why_empty(&self) -> String {
        match (self.pages.len(), self.pictures) {
            (0, _) => "it has no pages".to_owned(),
            (1, 1) => "its one page is a picture".to_owned(),
            (pages, pictures) if pictures == pages => format!("its {pages} pages are pictures"),
            (1, _) => "nothing is written on its one page".to_owned(),
            (pages, 0) => format!("nothing is written on its {pages} pages"),
            (pages, pictures) => format!("{pictures} of its {pages} pages are pictures, and nothing is written on the others"),
        }
    }

    fn warn(&self, draft: &mut Draft) {
        let is_lost = |(nth, read): (usize, &Read)| (read.lost > 20 && read.lost > read.known).then_some(nth + 1);
        let lost: Vec<usize> = self.read.iter().enumerate().filter_map(is_lost).collect();
        if let Some(first) = lost.first() {
            draft.warnings.push(Warning::LostPages { count: lost.len(), first: *first });
        }
        if self.pictures > 0 {
            draft.warnings.push(Warning::PicturePages { count: self.pictures, all: self.pages.len() });
        }
        if let Some(first) = self.running.first() {
            draft.warnings.push(Warning::RunningHeads { count: self.running.len(), example: first.words.chars().take(60).collect() });
        }
    }
}

#[cfg(test)]
mod tests;
