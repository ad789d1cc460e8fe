//! OpenDocument texts (ODT, and the single-file FODT; SXW of OpenOffice 1): words, notes, comments and tracked changes.

mod body;
mod changes;
mod styles;
mod table;

#[cfg(test)]
mod tests;

use super::Wish;
use super::archive::Archive;
use super::draft::Draft;
use super::trouble::{Refusal, Warning};
use super::xml::{Element, Space, Xml};
use crate::model::document::{Meta, meta};
use body::Body;
use styles::Styles;

/// How the reader is called in an article's origin.
pub const READER: &str = "an OpenDocument text";

/// Reads a document.
///
/// # Errors
/// When it is damaged, locked, or larger than the limits allow.
pub fn read(bytes: &[u8], _: &Wish) -> Result<Draft, Refusal> {
    let mut parts = Parts::unpack(bytes)?;
    let no_text = || Refusal::Damaged("it has no part with the words of a text".to_owned());
    let body = parts.content.root().and_then(|root| root.child("body")).ok_or_else(no_text)?;
    // OpenOffice 1 has no frame for the kind of the document.
    let text = body.elements().find(|inner| inner.is(Space::Office, "text")).unwrap_or(body);
    let styles = Styles::of(parts.roots());
    let mut draft = Body::new(&styles, text).write();
    draft.meta = stated_meta(&parts, &draft);
    parts.warnings.append(&mut draft.warnings);
    draft.warnings = parts.warnings;
    if draft.is_empty() {
        return Err(Refusal::NoWords("it is empty, or made of pictures alone".to_owned()));
    }
    Ok(draft)
}

/// The parts that are read.
struct Parts {
    content: Xml,
    styles: Option<Xml>,
    meta: Option<Xml>,
    warnings: Vec<Warning>,
}

impl Parts {
    fn unpack(bytes: &[u8]) -> Result<Self, Refusal> {
        if !bytes.starts_with(b"PK") && bytes.trim_ascii_start().first().is_some_and(|first| matches!(first, b'<' | 0xef | 0xfe | 0xff)) {
            let content = Xml::read(bytes)?;
            return Ok(Parts { warnings: content.warnings("it"), content, styles: None, meta: None });
        }
        let mut archive = Archive::open(bytes)?;
        if let Some(list) = archive.part("META-INF/manifest.xml")?
            && memchr::memmem::find(&list, b"encryption-data").is_some()
        {
            return Err(Refusal::Locked);
        }
        let mut warnings = Vec::new();
        let mut part = |name: &str| -> Result<Option<Xml>, Refusal> {
            let Some(bytes) = archive.part(name)? else { return Ok(None) };
            let xml = Xml::read(&bytes)?;
            warnings.extend(xml.warnings(name));
            Ok(Some(xml))
        };
        let content = part("content.xml")?.ok_or_else(|| Refusal::Damaged("it has no part “content.xml”".to_owned()))?;
        let (styles, meta) = (part("styles.xml")?, part("meta.xml")?);
        warnings.extend(archive.warnings());
        Ok(Parts { content, styles, meta, warnings })
    }

    /// The outermost elements of its parts: what the content says comes first.
    fn roots(&self) -> impl Iterator<Item = Element<'_>> {
        [Some(&self.content), self.styles.as_ref(), self.meta.as_ref()].into_iter().flatten().filter_map(Xml::root)
    }
}

/// Title, author, date and language that it states, else those that its words propose.
fn stated_meta(parts: &Parts, draft: &Draft) -> Meta {
    let mut proposed = meta::propose(draft.text());
    let fields = parts.roots().filter_map(|root| root.child("meta")).next();
    let stated = |name: &str| {
        let field = fields.and_then(|fields| fields.child(name));
        field.map(|field| field.words().trim().to_owned()).filter(|words| !words.is_empty())
    };
    if let Some(title) = stated("title") {
        proposed.title = title;
    }
    if let Some(author) = stated("initial-creator").or_else(|| stated("creator")) {
        proposed.byline = author;
    }
    if let Some(date) = stated("date").or_else(|| stated("creation-date")).filter(|_| proposed.published.is_empty()) {
        proposed.published = date.split('T').next().unwrap_or("").to_owned();
    }
    proposed
}
