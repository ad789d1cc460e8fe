//! Turns one glyph of one face into a small bitmap.

use swash::scale::image::{Content, Image};
use swash::scale::{Render, ScaleContext, Source, StrikeWith};
use swash::zeno::{Angle, Format, Transform, Vector};

use super::fonts::Face;

/// What to draw: size and the fraction of a physical pixel it is shifted right by.
#[derive(Clone, Copy, Debug)]
pub(super) struct RasterJob {
    pub(super) glyph: u16,
    /// Physical pixels to the em.
    pub(super) size_px: f32,
    /// 0 up to 1 physical pixel.
    pub(super) shift_px: f32,
}

/// A glyph's picture, placed relative to its origin on the baseline, in physical pixels, y down.
pub(super) struct GlyphBitmap {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Pixels,
}

/// The pixels of a glyph, row by row.
pub(super) enum Pixels {
    /// How much of each pixel the outline covers.
    Coverage(Vec<u8>),
    /// Red, green, blue, alpha, not multiplied: emoji.
    Colour(Vec<u8>),
}

/// Draws glyphs and remembers what fonts need for it.
#[derive(Default)]
pub(super) struct Rasteriser {
    context: ScaleContext,
    image: Image,
}

impl Rasteriser {
    /// Draws a glyph; `None` if there is nothing to see.
    pub(super) fn draw(&mut self, face: &Face, job: RasterJob) -> Option<GlyphBitmap> {
        let mut scaler = self
            .context
            .builder(face.font_ref())
            .size(job.size_px)
            // Fits outlines to the pixel grid vertically only, so that advances stay as laid out.
            .hint(true)
            .normalized_coords(face.coords.iter())
            .build();
        let sources = [Source::ColorOutline(0), Source::ColorBitmap(StrikeWith::BestFit), Source::Outline];
        let slant = face.skew_deg.map(|degrees| Transform::skew(Angle::from_degrees(degrees), Angle::from_degrees(0.0)));
        let thicker = if face.embolden { job.size_px / 36.0 } else { 0.0 };
        self.image.clear();
        let is_drawn = Render::new(&sources)
            .format(Format::Alpha)
            .offset(Vector::new(job.shift_px, 0.0))
            .embolden(thicker)
            .transform(slant)
            .render_into(&mut scaler, job.glyph, &mut self.image);
        is_drawn.then(|| self.bitmap())?
    }

    fn bitmap(&mut self) -> Option<GlyphBitmap> {
        let placement = self.image.placement;
        let (width, height) = (placement.width as usize, placement.height as usize);
        let bytes = std::mem::take(&mut self.image.data);
        let (per_pixel, pixels) = match self.image.content {
            Content::Mask => (1, Pixels::Coverage(bytes)),
            Content::SubpixelMask | Content::Color => (4, Pixels::Colour(bytes)),
        };
        let have = match &pixels {
            Pixels::Coverage(bytes) | Pixels::Colour(bytes) => bytes.len(),
        };
        let is_whole = width > 0 && height > 0 && have >= width * height * per_pixel;
        is_whole.then_some(GlyphBitmap { left: placement.left, top: -placement.top, width, height, pixels })
    }
}
