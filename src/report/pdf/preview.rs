//! A picture of the first page, for the dialog that saves the report.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;

use typst::utils::Scalar;
use typst_render::RenderOptions;

use super::data::Sheet;
use super::world::Work;
use super::{PdfError, typeset};
use crate::report::Report;

/// A page as a picture: pixels in rows from the top, four bytes each (red, green, blue, opacity).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// The pixels.
    pub rgba: Vec<u8>,
}

/// The first page so many pixels wide. Only what can stand on that page is laid out.
///
/// # Errors
/// When the typesetter fails.
pub fn first_page(report: &Report, width_px: u16) -> Result<Page, PdfError> {
    let sheet = Sheet::of_first_page(report)?;
    let (steps, _) = channel();
    let work = Work { fonts: sheet.fonts, steps, is_cancelled: Arc::new(AtomicBool::new(false)) };
    let pages = super::pages(report, work, sheet.pieces, sheet.heads);
    typeset::forget();
    let pages = pages?;
    let page = pages.pages().first().ok_or_else(|| PdfError::Picture("there is none".to_owned()))?;
    let scale = f64::from(width_px) / page.frame.width().to_pt();
    let picture = typst_render::render(page, &RenderOptions { pixel_per_pt: Scalar::new(scale), ..RenderOptions::default() });
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    Ok(Page { width, height, rgba: picture.take_demultiplied() })
}
