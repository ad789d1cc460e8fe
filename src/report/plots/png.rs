//! Drawings as PNG, with the program's own fonts, so that they look the same on every machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::drawing::{Drawing, Shape};
use super::plots;
use super::svg::to_svg;
use crate::report::export::{Export, ExportError};
use crate::report::forms::{Printed, PrintedFile};

/// Pixels to a point: 216 to the inch, fit for print.
const SCALE: f32 = 3.0;
/// A pixel of SVG is 1/96 inch.
const POINTS_PER_PIXEL: f32 = 0.75;

/// The program's own faces that plots are set in.
const FACES: [&[u8]; 2] =
    [include_bytes!("../../../assets/fonts/source-sans-3-400.ttf"), include_bytes!("../../../assets/fonts/source-sans-3-600.ttf")];

/// Prints the plots of a report, a file each.
///
/// # Errors
/// When it was stopped, or a picture could not be painted.
pub fn png(export: &Export<'_>, progress: &dyn Fn(f32) -> bool) -> Result<Printed, ExportError> {
    let plots = plots(export);
    let painter = Painter::new();
    let mut files = Vec::new();
    for plot in &plots {
        let picture = painter.paint(&to_svg(&plot.drawing)).map_err(|why| ExportError::Failed { form: "PNG file", why })?;
        files.push(PrintedFile { suffix: plot.suffix.clone(), bytes: picture.png });
        if !progress(files.len() as f32 / plots.len() as f32) {
            return Err(ExportError::Cancelled);
        }
    }
    Ok(Printed { losses: losses(&plots.iter().map(|plot| &plot.drawing).collect::<Vec<_>>()), files })
}

/// Paints drawings as pictures, in the program's own faces alone.
#[derive(Debug)]
pub struct Painter {
    options: usvg::Options<'static>,
}

/// A drawing as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The PNG file.
    pub png: Vec<u8>,
    /// Its width in points.
    pub width_pt: f32,
    /// Its height in points.
    pub height_pt: f32,
}

impl Painter {
    /// A painter with its faces.
    pub fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        FACES.into_iter().for_each(|face| fonts.load_font_data(face.to_vec()));
        Painter { options: usvg::Options { fontdb: Arc::new(fonts), font_family: "Source Sans 3".to_owned(), ..usvg::Options::default() } }
    }

    /// Paints a drawing that [`to_svg`] has written. Words in a script that its faces lack are left out: they would be empty boxes.
    ///
    /// # Errors
    /// If it is none, or has no size; in words.
    pub fn paint(&self, svg: &str) -> Result<Picture, String> {
        let is_lacking = |line: &&str| line.starts_with("<text ") && line.ends_with("</text>") && is_foreign(line);
        let svg: String = svg.lines().filter(|line| !is_lacking(line)).flat_map(|line| [line, "\n"]).collect();
        let tree = usvg::Tree::from_str(&svg, &self.options).map_err(|error| error.to_string())?;
        // The size of the file is told in points, which the reader of SVG takes for a third more pixels.
        let size = tree.size();
        let [width_pt, height_pt] = [size.width(), size.height()].map(|pixels| pixels * POINTS_PER_PIXEL);
        let pixels = |points: f32| (points * SCALE).ceil() as u32;
        let mut map = Pixmap::new(pixels(width_pt), pixels(height_pt)).ok_or("it has no size")?;
        let transform = Transform::from_scale(map.width() as f32 / size.width(), map.height() as f32 / size.height());
        resvg::render(&tree, transform, &mut map.as_mut());
        Ok(Picture { png: map.encode_png().map_err(|error| error.to_string())?, width_pt, height_pt })
    }
}

impl Default for Painter {
    fn default() -> Self {
        Painter::new()
    }
}

/// Whether words have letters beyond Latin, Greek and Cyrillic.
fn is_foreign(words: &str) -> bool {
    words.chars().any(|sign| sign.is_alphabetic() && sign > '\u{52f}' && !('\u{1e00}'..'\u{2e80}').contains(&sign))
}

/// How many texts of drawings are in a script that the program's own faces lack.
pub fn foreign_words<'a>(drawings: impl Iterator<Item = &'a Drawing>) -> usize {
    drawings.flat_map(|drawing| &drawing.shapes).filter(|shape| matches!(shape, Shape::Words { words, .. } if is_foreign(words))).count()
}

fn losses(drawings: &[&Drawing]) -> Vec<String> {
    if drawings.is_empty() {
        return vec!["There is nothing to plot: no claims, and no group of numbers that were read.".to_owned()];
    }
    let foreign = foreign_words(drawings.iter().copied());
    let told = match foreign {
        0 => None,
        1 => Some("1 text is in a script that the program's own fonts lack, and missing in its picture. The SVG has it.".to_owned()),
        more => {
            Some(format!("{more} texts are in scripts that the program's own fonts lack, and missing in their pictures. The SVG has them."))
        }
    };
    told.into_iter().collect()
}
