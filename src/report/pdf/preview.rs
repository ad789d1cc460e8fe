//! A picture of the first page, for the dialog that saves the report.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;

use typst::utils::Scalar;
use typst_render::RenderOptions;

use super::data::{Extent, Sheet};
use super::world::Desk;
use super::{PdfError, lay_out};
use crate::report::Report;

/// The first page as a PNG so many pixels wide. Only what can stand on that page is laid out.
///
/// # Errors
/// When the typesetter fails.
pub fn first_page_png(report: &Report, width_px: u16) -> Result<Vec<u8>, PdfError> {
    let sheet = Sheet::new(report, Extent::FirstPage)?;
    let (steps, _) = channel();
    let desk = Desk::new(sheet.data, sheet.fonts, steps, Arc::new(AtomicBool::new(false)))?;
    let pages = lay_out(&desk)?;
    let page = pages.pages().first().ok_or_else(|| PdfError::Picture("there is none".to_owned()))?;
    let scale = f64::from(width_px) / page.frame.width().to_pt();
    let picture = typst_render::render(page, &RenderOptions { pixel_per_pt: Scalar::new(scale), ..RenderOptions::default() });
    picture.encode_png().map_err(|fault| PdfError::Picture(fault.to_string()))
}
