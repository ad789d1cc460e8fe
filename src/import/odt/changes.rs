//! Tracked changes of an OpenDocument text: what was done stands before the text, where it was done stands in it.

use std::collections::HashMap;

use super::body::plain;
use crate::import::xml::Element;

/// A tracked change.
pub struct Change {
    /// The words that were taken out; none where words were put in.
    pub deleted: Option<String>,
    /// Who did it.
    pub by: String,
    /// When.
    pub at: String,
}

/// The changes of a text by their ids.
pub fn by_id(text: Element<'_>) -> HashMap<String, Change> {
    let regions = text.elements().filter(|inner| inner.name() == "tracked-changes").flat_map(Element::elements);
    regions.filter_map(|region| Some((region.attribute("id")?.into_owned(), change(region)?))).collect()
}

fn change(region: Element<'_>) -> Option<Change> {
    let done = region.elements().find(|inner| matches!(inner.name(), "insertion" | "deletion"))?;
    let info = done.child("change-info").unwrap_or(done);
    let deleted = (done.name() == "deletion").then(|| {
        let lines = done.elements().filter(|inner| inner.name() != "change-info").map(plain);
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    });
    Some(Change { deleted, by: stated(info, "creator", "chg-author"), at: stated(info, "date", "chg-date-time") })
}

/// A field that stands as an element, or in OpenOffice 1 as an attribute.
pub fn stated(of: Element<'_>, element: &str, attribute: &str) -> String {
    let inner = of.child(element).map(|field| field.words().trim().to_owned());
    inner.or_else(|| of.attribute(attribute).map(std::borrow::Cow::into_owned)).unwrap_or_default()
}
