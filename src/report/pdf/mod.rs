//! The report as a PDF: tagged and archival, laid out by Typst from a template of ours. The words go in as data and stay words.

mod article;
mod breaks;
mod data;
mod direction;
mod fonts;
mod language;
mod links;
mod loss;
mod pieces;
mod preview;
#[cfg(test)]
mod tests;
mod typeset;
mod volumes;
mod words;
mod world;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::Report;
use super::forms::{Printed, PrintedFile};
use data::{Heads, Sheet};
use pieces::side_by_side;
pub use preview::{Page, first_page};
use volumes::Volume;
use world::{Desk, HEADS, PIECE, Work};

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The checker ended it.
    #[error("The PDF was not made: it was cancelled.")]
    Cancelled,
    /// The typesetter gave up, which no project should bring about.
    #[error("The pages could not be laid out ({0}). Save the report as HTML and print that, and report this as a fault of Tickmark.")]
    Layout(String),
    /// The picture of a page could not be made.
    #[error("The page could not be drawn ({0}). The PDF itself can still be saved.")]
    Picture(String),
}

/// What a file says that it keeps to, best first.
const STANDARDS: [&[PdfStandard]; 2] = [&[PdfStandard::Ua_1, PdfStandard::A_2a], &[]];
/// How far the work is when the words and the fonts are there.
const READY: f32 = 0.05;
/// How far it is when the pages are laid out.
const LAID_OUT: f32 = 0.9;

/// Prints the report, a very long one as several files, each of which is forgotten before the next is laid out. `progress` is told from
/// 0 to 1 how far that is; its `false` ends the work at the next article.
///
/// # Errors
/// When it was cancelled, or the typesetter fails.
pub fn pdf(report: &Report, progress: &dyn Fn(f32) -> bool) -> Result<Printed, PdfError> {
    let volumes = volumes::volumes(report);
    let of = volumes.len();
    let mut printed = Printed { files: Vec::new(), losses: Vec::new() };
    for (nth, volume) in volumes.into_iter().enumerate() {
        let (bytes, losses) = volume_of(report, volume, &|done| progress(share(nth, of) + done * share(1, of)))?;
        let suffix = if of > 1 { format!("-{}", nth + 1) } else { String::new() };
        printed.files.push(PrintedFile { suffix, bytes });
        printed.losses.extend(losses);
    }
    printed.losses.extend((of > 1).then(|| loss::volumes(of)));
    let mut told = BTreeSet::new();
    printed.losses.retain(|loss| told.insert(loss.clone()));
    Ok(printed)
}

/// The bytes of one file, and what it could not express.
fn volume_of(report: &Report, volume: Volume, progress: &dyn Fn(f32) -> bool) -> Result<(Vec<u8>, Vec<String>), PdfError> {
    let articles = volume.articles.len().max(1);
    let Sheet { pieces, heads, fonts, losses } = Sheet::of(report, volume)?;
    let (steps, taken) = channel();
    let is_cancelled = Arc::new(AtomicBool::new(!progress(READY)));
    let work = Work { fonts, steps, is_cancelled: Arc::clone(&is_cancelled) };
    let printed = std::thread::scope(|scope| {
        // The steps end with the work.
        let work = scope.spawn(move || {
            let pages = pages(report, work, pieces, heads).inspect_err(|_| typeset::forget())?;
            print(&pages, report)
        });
        for (count, _) in taken.iter().enumerate() {
            if !progress(READY + (LAID_OUT - READY) * share(count + 1, articles)) {
                is_cancelled.store(true, Ordering::Relaxed);
            }
        }
        work.join().unwrap_or_else(|_| Err(PdfError::Layout("it stopped half-way".to_owned())))
    });
    let (bytes, loss) = match printed {
        _ if is_cancelled.load(Ordering::Relaxed) => return Err(PdfError::Cancelled),
        printed => printed?,
    };
    Ok((bytes, losses.into_iter().chain(loss).collect()))
}

#[expect(clippy::cast_precision_loss, reason = "a share for a bar on the screen")]
fn share(done: usize, all: usize) -> f32 {
    (done as f32 / all as f32).min(1.0)
}

/// The pages of all pieces, laid out side by side, with what stands over and under them.
fn pages(report: &Report, work: Work, pieces: Vec<Vec<u8>>, heads: Heads) -> Result<PagedDocument, PdfError> {
    // One more than there are pieces, for places of its own.
    let last = pieces.len();
    let mut pieces: Vec<_> = pieces.into_iter().enumerate().collect();
    // The largest first, so that none is left alone at the end.
    pieces.sort_by_key(|(_, data)| Reverse(data.len()));
    let laid_out = side_by_side(pieces, |_, (nth, data)| Ok((nth, typeset::pages(&Desk::new(PIECE, data, &work)?, nth)?)));
    let mut laid_out = laid_out.into_iter().collect::<Result<Vec<_>, PdfError>>()?;
    laid_out.sort_by_key(|(nth, _)| *nth);
    let mut laid_out: Vec<_> = laid_out.into_iter().map(|(_, pages)| pages).collect();
    let info = laid_out.first_mut().map(|first| std::mem::take(first.info_mut())).unwrap_or_default();
    let mut pages = links::settle(laid_out, report);
    let heads = typeset::pages(&Desk::new(HEADS, heads.of_pages(pages.len()), &work)?, last)?;
    for (page, over) in pages.iter_mut().zip(heads.pages()) {
        page.frame.push_multiple(over.frame.items().cloned());
    }
    Ok(PagedDocument::new(pages.into_iter().collect(), info))
}

/// The bytes of the file, and what it could not keep to.
fn print(pages: &PagedDocument, report: &Report) -> Result<(Vec<u8>, Option<String>), PdfError> {
    std::thread::scope(|scope| {
        scope.spawn(typeset::forget);
        let mut loss = None;
        for standards in STANDARDS {
            match typst_pdf::pdf(pages, &options(report, standards)?) {
                Ok(bytes) => return Ok((bytes, loss)),
                Err(faults) => loss = Some(loss::standards(&told(&faults))),
            }
        }
        Err(PdfError::Layout(loss.unwrap_or_default()))
    })
}

fn told(faults: &[SourceDiagnostic]) -> String {
    faults.first().map_or_else(String::new, |fault| fault.message.to_string())
}

/// No clock and no chance: the name of the project and the date of the report make the file's identity.
fn options(report: &Report, standards: &[PdfStandard]) -> Result<PdfOptions, PdfError> {
    let standards = PdfStandards::new(standards).map_err(|fault| PdfError::Layout(fault.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(format!("{}\n{}", report.title, report.made.epoch_ms)),
        creator: Smart::Custom(Some("Tickmark".to_owned())),
        timestamp: timestamp(report),
        standards,
        ..PdfOptions::default()
    })
}

fn timestamp(report: &Report) -> Option<Timestamp> {
    let at = jiff::Timestamp::from_millisecond(report.made.epoch_ms).ok()?;
    let at = jiff::tz::Offset::UTC.to_datetime(at);
    let small = |part: i8| u8::try_from(part).ok();
    let (month, day) = (small(at.month())?, small(at.day())?);
    let time = Datetime::from_ymd_hms(at.year().into(), month, day, small(at.hour())?, small(at.minute())?, small(at.second())?)?;
    Some(Timestamp::new_utc(time))
}
