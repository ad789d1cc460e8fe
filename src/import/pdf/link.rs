//! Where a page's links stand and lead.

use std::sync::Arc;

use hayro_interpret::kurbo::{Affine, Rect};
use hayro_syntax::object::dict::keys::{ANNOTS, RECT};
use hayro_syntax::object::{Array, Dict, Name, Rect as PdfRect, String as PdfString};
use hayro_syntax::page::Page;

use super::meta::text_of;

/// Most links of one page.
const MOST: usize = 1000;

/// The places of a page's links to addresses, and these addresses.
pub fn links(page: &Page<'_>, transform: Affine) -> (Vec<Rect>, Vec<Arc<str>>) {
    let Some(notes) = page.raw().get::<Array<'_>>(ANNOTS) else { return (Vec::new(), Vec::new()) };
    let link = |note: Dict<'_>| {
        let is_link = note.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Link");
        let place = note.get::<PdfRect>(RECT).filter(|_| is_link)?;
        let action: Dict<'_> = note.get("A")?;
        let target = text_of(action.get::<PdfString<'_>>("URI")?.as_bytes());
        let is_address = ["http://", "https://", "mailto:"].iter().any(|start| target.starts_with(start));
        let place = transform.transform_rect_bbox(Rect::new(place.x0, place.y0, place.x1, place.y1));
        is_address.then(|| (place, Arc::from(target.trim())))
    };
    notes.iter::<Dict<'_>>().take(MOST).filter_map(link).unzip()
}
