//! Books (EPUB 2 and 3): the chapters in reading order, each read whole.

mod chapter;
mod package;
mod table;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::Wish;
use super::archive::{self, Archive};
use super::draft::Draft;
use super::trouble::{Refusal, Warning};
use super::xml::Xml;
use chapter::Book;
use package::Package;

/// How the reader is called in an article's origin.
pub const READER: &str = "an EPUB book";

/// Reads a book.
///
/// # Errors
/// When it is damaged, copy-protected, or larger than the limits allow.
pub fn read(bytes: &[u8], _: &Wish) -> Result<Draft, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let package = Package::read(&mut archive)?;
    let mut warnings = Vec::new();
    let mut book = Book::default();
    let mut known = HashSet::new();
    for name in &package.chapters {
        // A chapter that is listed twice is read once.
        if !known.insert(name) {
            continue;
        }
        if package.locked.contains(name) {
            return Err(Refusal::Locked);
        }
        let Some(bytes) = archive.part(name)? else {
            warnings.push(Warning::Broken { what: format!("the chapter “{name}” is missing") });
            continue;
        };
        let chapter = Xml::read(&bytes)?;
        warnings.extend(chapter.warnings(name));
        if let Some(root) = chapter.root() {
            book.chapter(name, root);
        }
    }
    warnings.extend(archive.warnings());
    let mut draft = book.finish();
    draft.meta = package.meta;
    warnings.append(&mut draft.warnings);
    draft.warnings = warnings;
    if draft.is_empty() {
        return Err(Refusal::NoWords("its pages are pictures, or in a form that is no text".to_owned()));
    }
    Ok(draft)
}

/// The chapter and the place in it that a link leads to.
fn place(from: &str, reference: &str) -> (String, String) {
    let (path, id) = reference.split_once('#').unwrap_or((reference, ""));
    let path = if path.is_empty() { from.to_owned() } else { archive::resolved(from, path) };
    (path, archive::percent_decoded(id))
}
