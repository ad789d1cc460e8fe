//! Word documents (DOCX): the words of the document, and beside them its comments, notes and tracked changes.

mod body;
pub(super) mod field;
mod formula;
mod package;
pub(super) mod styles;
pub(super) mod symbol;
mod table;

#[cfg(test)]
mod tests;

use super::Wish;
use super::draft::Draft;
use super::trouble::Refusal;
use body::Body;
use package::Package;

/// How the reader is called in an article's origin.
pub const READER: &str = "a Word document";

/// Reads a document.
///
/// # Errors
/// When it is damaged, locked, or larger than the limits allow.
pub fn read(bytes: &[u8], _: &Wish) -> Result<Draft, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut warnings = std::mem::take(&mut package.warnings);
    let mut draft = Body::new(&package).write();
    draft.meta = package.meta(&draft);
    warnings.append(&mut draft.warnings);
    draft.warnings = warnings;
    if draft.is_empty() {
        return Err(Refusal::NoWords("it is empty, or made of pictures alone".to_owned()));
    }
    Ok(draft)
}
