//! Comments that were put on a page after it was made: notes, and marked words with a remark.

use hayro_interpret::kurbo::{Affine, Point, Rect};
use hayro_syntax::object::dict::keys::{ANNOTS, RECT};
use hayro_syntax::object::{Array, Dict, Name, Rect as PdfRect, String as PdfString};
use hayro_syntax::page::Page;

use super::super::Note;
use super::letter::Letter;
use super::meta::{day_told, text_of};
use crate::model::document::aside::AsideKind;

/// Most comments of one page, and most places of one comment.
const MOST: usize = 200;

/// A comment and where it stands.
#[derive(Debug)]
pub struct Comment {
    /// The words that it is on, or its own place where it marks none.
    pub places: Vec<Rect>,
    /// What it says.
    pub note: Note,
}

/// The comments on a page.
pub fn comments(page: &Page<'_>, transform: Affine) -> Vec<Comment> {
    let Some(annotations) = page.raw().get::<Array<'_>>(ANNOTS) else { return Vec::new() };
    annotations.iter::<Dict<'_>>().filter_map(|annotation| comment(&annotation, transform)).take(MOST).collect()
}

fn comment(annotation: &Dict<'_>, transform: Affine) -> Option<Comment> {
    const KINDS: [&str; 6] = ["Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret"];
    let kind = annotation.get::<Name<'_>>("Subtype")?;
    if !KINDS.contains(&kind.as_str()) {
        return None;
    }
    let told = |key: &str| annotation.get::<PdfString<'_>>(key).map(|words| text_of(words.as_bytes())).unwrap_or_default();
    let words = told("Contents").replace('\r', "\n").trim().to_owned();
    if words.is_empty() {
        return None;
    }
    let frame = annotation.get::<PdfRect>(RECT)?;
    let frame = Rect::new(frame.x0, frame.y0, frame.x1, frame.y1);
    let marked: Vec<f64> =
        annotation.get::<Array<'_>>("QuadPoints").map(|points| points.iter::<f64>().take(8 * MOST).collect()).unwrap_or_default();
    let mut places: Vec<Rect> = marked.chunks_exact(8).filter_map(around).collect();
    if places.is_empty() {
        places.push(frame);
    }
    let places = places.into_iter().map(|place| transform.transform_rect_bbox(place)).collect();
    let note = Note { kind: AsideKind::Comment, by: told("T"), at: day_told(&told("M")), words };
    Some(Comment { places, note })
}

/// The rectangle around four points.
fn around(points: &[f64]) -> Option<Rect> {
    let points: Vec<Point> = points.chunks_exact(2).filter_map(|pair| Some(Point::new(*pair.first()?, *pair.last()?))).collect();
    let first = points.first()?;
    Some(points.iter().fold(Rect::from_points(*first, *first), |rect, point| rect.union_pt(*point)))
}

/// Puts comments that are on no words on the letter that is next to them. `middles` are the places of the letters.
pub fn settle(comments: &[Comment], letters: &mut [Letter], middles: &[Point]) {
    for (number, comment) in (1_u16..).zip(comments) {
        if letters.iter().any(|letter| letter.style.note == number) {
            continue;
        }
        let Some(place) = comment.places.first().map(Rect::center) else { continue };
        let free = letters.iter_mut().zip(middles).filter(|(letter, _)| letter.style.note == 0 && !letter.is_blank());
        let nearest = free.min_by(|(_, one), (_, other)| one.distance_squared(place).total_cmp(&other.distance_squared(place)));
        if let Some((letter, _)) = nearest {
            letter.style.note = number;
        }
    }
}
