//! Takes the letters off a page: the interpreter draws it, and here it is written down instead of painted.

use hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use hayro_syntax::object::{Dict, String as PdfString};

use super::comment::{self, Comment};
use super::font::Fonts;
use super::guess;
use super::letter::{Letter, Style, folded};
use super::meta::text_of;

/// Most letters of one page that are written down; a page of a newspaper has 40,000.
const PAGE_LETTERS: usize = 1_000_000;

/// What a page drew.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Its letters, in the order in which they were drawn.
    pub letters: Vec<Letter>,
    /// How many of them the file does not tell.
    pub guessed: usize,
    /// The part of the page that pictures cover, at most 1 each.
    pub pictures: f32,
}

/// A passage of the page's program that was given a mark.
struct Marked {
    is_artefact: bool,
    /// What the file says that the passage reads, and where it was put among the letters.
    actual: Option<(Box<str>, Option<usize>)>,
}

/// Writes down what is drawn.
pub struct Taker<'f> {
    drawn: Drawn,
    page: Rect,
    clips: Vec<Rect>,
    marks: Vec<Marked>,
    /// Letters that the file does not tell, and their numbers in it.
    untold: Vec<(usize, u32)>,
    /// The middles of the letters on the page.
    middles: Vec<Point>,
    links: &'f [Rect],
    comments: &'f [Comment],
    fonts: &'f mut Fonts,
}

impl<'f> Taker<'f> {
    /// For a page of that size with links in those places and comments on it.
    pub fn new(page: Rect, links: &'f [Rect], comments: &'f [Comment], fonts: &'f mut Fonts) -> Self {
        Taker {
            drawn: Drawn::default(),
            page,
            clips: Vec::new(),
            marks: Vec::new(),
            untold: Vec::new(),
            middles: Vec::new(),
            links,
            comments,
            fonts,
        }
    }

    /// What was drawn.
    pub fn finish(mut self) -> Drawn {
        self.drawn.guessed = self.untold.len();
        guess::fill(&mut self.drawn.letters, &self.untold);
        comment::settle(self.comments, &mut self.drawn.letters, &self.middles);
        self.drawn
    }

    fn seen(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.page)
    }

    fn push(&mut self, letter: Letter, place: Rect) {
        let middle = place.center();
        // Half an em outside of the frame is still seen in part.
        let seen = self.seen().inflate(f64::from(letter.size) * 0.5, f64::from(letter.size) * 0.5);
        let is_seen = seen.contains(middle) && self.page.contains(middle);
        let smallest = (self.page.height().max(self.page.width()) / 1500.0) as f32;
        if !is_seen || letter.size < smallest || self.drawn.letters.len() >= PAGE_LETTERS {
            return;
        }
        let here = self.drawn.letters.len();
        let Some((words, at)) = self.marks.iter_mut().find_map(|mark| mark.actual.as_mut()) else {
            self.drawn.letters.push(letter);
            self.middles.push(middle);
            return;
        };
        match at.and_then(|at| self.drawn.letters.get_mut(at)) {
            None => {
                *at = Some(here);
                self.drawn.letters.push(Letter { words: words.clone(), ..letter });
                self.middles.push(middle);
            }
            Some(first) if first.turn == letter.turn && (first.base - letter.base).abs() < first.size => {
                first.start = first.start.min(letter.start);
                first.end = first.end.max(letter.end);
            }
            Some(_) => {}
        }
    }
}

impl<'a> Device<'a> for Taker<'_> {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.clips.push(self.seen().intersect(clip.path.bounding_box()));
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.clips.push(self.seen().intersect(*rect));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_transparency_group(&mut self) {}

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        // Its pixels are what is set on the page.
        let pixels = Rect::new(0.0, 0.0, image.width().into(), image.height().into());
        let place = props.transform.transform_rect_bbox(pixels).intersect(self.page);
        self.drawn.pictures += (place.area() / self.page.area().max(1.0)) as f32;
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let is_upright = run.writing_mode() == WritingMode::Vertical;
        let measure = Measure::of(run, props.transform, is_upright);
        let Some(first) = run.glyphs().first() else { return };
        let style = self.fonts.style(first);
        let is_artefact = self.marks.iter().any(|mark| mark.is_artefact);
        for glyph in run.glyphs() {
            let Some((place, turn)) = measure.place(glyph, props.transform) else { continue };
            let words = match glyph.as_unicode() {
                Some(BfString::Char(sign)) => folded(sign.encode_utf8(&mut [0; 4])).into(),
                Some(BfString::String(words)) => folded(&words).into(),
                None => self.fonts.letter(glyph).map(|words| folded(&words).into()).unwrap_or_default(),
            };
            let letter = Letter {
                words,
                start: place.start,
                end: place.end,
                base: place.base,
                size: measure.size,
                turn,
                style: Style { link: self.link_at(place.page_box.center()), note: self.note_at(place.page_box.center()), ..style },
                is_artefact,
                is_hidden: matches!(mode, DrawMode::Invisible),
            };
            let is_untold = letter.words.is_empty();
            let here = self.drawn.letters.len();
            self.push(letter, place.page_box);
            if is_untold && self.drawn.letters.get(here).is_some_and(|letter| letter.words.is_empty()) {
                self.untold.push((here, glyph.char_code()));
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let actual = properties.and_then(|properties| properties.get::<PdfString<'_>>("ActualText"));
        let actual = actual.map(|words| (folded(&text_of(words.as_bytes())).into(), None));
        self.marks.push(Marked { is_artefact: tag == b"Artifact", actual });
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }
}

impl Taker<'_> {
    fn note_at(&self, point: Point) -> u16 {
        let found = self.comments.iter().position(|comment| comment.places.iter().any(|place| place.contains(point)));
        found.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0)
    }

    fn link_at(&self, point: Point) -> u16 {
        let found = self.links.iter().position(|rect| rect.contains(point));
        found.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0)
    }
}

/// Where a letter stands.
struct Place {
    start: f32,
    end: f32,
    base: f32,
    /// Roughly what it covers of the page.
    page_box: Rect,
}

/// What holds for all letters of a run.
struct Measure {
    /// Size of print, points.
    size: f32,
    /// How much wider than high letters are drawn.
    width: f64,
    is_upright: bool,
}

impl Measure {
    fn of(run: &GlyphRun<'_, '_>, page: Affine, is_upright: bool) -> Self {
        let scales: Vec<(f64, f64)> = run.glyphs().iter().map(|glyph| scale(page * glyph.transform())).collect();
        let height = scales.first().map_or(0.0, |(_, height)| *height);
        let ratio = |(width, height): &(f64, f64)| if *height > 0.0 { width / height } else { 1.0 };
        let first = scales.first().map_or(1.0, ratio);
        // A font that stands in for one that is missing is stretched letter by letter; the widths that the file gives hold already.
        let is_even = scales.iter().all(|scale| (ratio(scale) - first).abs() < 0.01 * first);
        let width = if is_even && (scales.len() > 1 || (0.5..2.0).contains(&first)) { first } else { 1.0 };
        let mut size = height * 1000.0;
        if let Some(Glyph::Type3(_)) = run.glyphs().first().map(|glyph| &**glyph) {
            size = drawn_size(run, height * width).unwrap_or(size);
        }
        Measure { size: size as f32, width, is_upright }
    }

    fn place(&self, glyph: &PositionedGlyph<'_>, page: Affine) -> Option<(Place, u16)> {
        let [a, b, c, d, x, y] = (page * glyph.transform()).as_coeffs();
        let (wide, high) = ((a * a + b * b).sqrt(), (c * c + d * d).sqrt());
        if ![a, b, c, d, x, y].iter().all(|number| number.is_finite()) || wide <= 0.0 || high <= 0.0 {
            return None;
        }
        let advance = f64::from(advance(glyph).unwrap_or(500.0)) * high * self.width;
        let size = f64::from(self.size);
        let (along_x, along_y, turn) = direction(a / wide, b / wide);
        if self.is_upright {
            // Its origin is at the middle above; the line runs down, the next line is to the left.
            let (middle_x, top) = (x + along_x * size * 0.5, y - size * 0.88);
            let page_box = Rect::new(x, top, x + size, top + size);
            let place = Place { start: top as f32, end: (top + size) as f32, base: -middle_x as f32, page_box };
            return Some((place, (turn + 90) % 360));
        }
        let start = x * along_x + y * along_y;
        let base = -x * along_y + y * along_x;
        let (end_x, end_y) = (x + along_x * advance, y + along_y * advance);
        // The letter stands on its line: a third of its size above it is its middle.
        let (up_x, up_y) = (along_y * size * 0.33, -along_x * size * 0.33);
        let page_box = Rect::from_points((x + up_x, y + up_y), (end_x + up_x, end_y + up_y));
        let place = Place { start: start as f32, end: (start + advance) as f32, base: base as f32, page_box };
        Some((place, turn))
    }
}

fn scale(transform: Affine) -> (f64, f64) {
    let [a, b, c, d, ..] = transform.as_coeffs();
    ((a * a + b * b).sqrt(), (c * c + d * d).sqrt())
}

fn advance(glyph: &Glyph<'_>) -> Option<f32> {
    match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    }
}

/// The size of letters that are drawn by programs of their own, which say none: letters are half as wide as they are high.
fn drawn_size(run: &GlyphRun<'_, '_>, scale: f64) -> Option<f64> {
    let widths: Vec<f64> = run.glyphs().iter().filter_map(|glyph| advance(glyph)).map(f64::from).filter(|width| *width > 0.0).collect();
    let count = u32::try_from(widths.len()).ok().filter(|count| *count > 0)?;
    Some(widths.iter().sum::<f64>() / f64::from(count) * scale * 2.0)
}

/// The direction of a line, straightened where it is nearly level or upright, and by how many degrees it is turned.
fn direction(x: f64, y: f64) -> (f64, f64, u16) {
    let degrees = y.atan2(x).to_degrees().rem_euclid(360.0).round();
    let quarter = (degrees / 90.0).round() * 90.0;
    let turn = if (degrees - quarter).abs() <= 3.0 { quarter } else { degrees } % 360.0;
    let (along_y, along_x) = turn.to_radians().sin_cos();
    (along_x, along_y, turn as u16)
}
