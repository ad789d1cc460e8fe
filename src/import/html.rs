//! Web pages: the article in one, or all of its words, with what the page says of itself.

mod address;
mod depth;
mod facts;
mod find;
mod linked;
mod standfirst;
mod stated;
mod table;
mod walk;

use dom_query::Document;

use super::charset::{self, Decoded};
use super::trouble::{self, Refusal, Warning};
use super::{Draft, Wish, limits};
use walk::Choice;

pub(super) use facts::moment;

/// What the reader is called in an article's origin.
pub const READER: &str = "a web page";

/// What is known of a page besides its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The encoding that whoever sent it says it is in.
    pub encoding: Option<&'a str>,
    /// The address that it was fetched from.
    pub url: Option<&'a str>,
}

/// Reads a web page.
///
/// # Errors
/// When it holds no words.
pub fn read(bytes: &[u8], wish: &Wish) -> Result<Draft, Refusal> {
    read_known(bytes, wish, Known { encoding: wish.declared.as_deref(), url: wish.address.as_deref() })
}

/// The same, of a page of which something is known.
///
/// # Errors
/// When it holds no words.
pub fn read_known(bytes: &[u8], wish: &Wish, known: Known<'_>) -> Result<Draft, Refusal> {
    let declared = known.encoding.or_else(|| charset::declared(bytes));
    let Decoded { text, encoded, lost } = charset::decode(bytes, declared, wish.encoding.as_deref());
    let page = depth::tamed(text.strip_prefix('\u{feff}').unwrap_or(&text));
    let document = Document::from(&*page);
    let facts = facts::of(&document, known.url);
    let base = facts.base.as_deref();
    let mut draft = Draft::default();
    let mut meta = facts.meta;
    if wish.whole_page {
        if meta.title.is_empty() {
            meta.title = facts::without_outlet(&document.select_single("title").text(), Some(&meta.outlet));
        }
        walk::write(&document.root(), Choice::Everything, base, &mut draft);
    } else {
        let found = find::article(&page, &document, base);
        draft = found.draft;
        let linked = facts.body.as_ref().filter(|body| find::letters(body) > find::letters(draft.text()) * 2 + 200);
        if let Some(body) = linked {
            draft = linked_body(body);
        } else if let Some(body) = facts.body.clone().or_else(|| stated::marked(&document)) {
            stated::without_surroundings(&body, &mut draft);
        }
        if found.is_uncertain || linked.is_some() {
            draft.warnings.push(Warning::UncertainArticle);
        }
        if meta.byline.is_empty() {
            meta.byline = facts::byline(&found.byline);
        }
        if meta.title.is_empty() {
            meta.title = facts::without_outlet(&found.title, Some(&meta.outlet));
        }
        stated::without_title(&meta.title, &mut draft);
    }
    if draft.is_empty() {
        return Err(Refusal::NoWords("its words may be fetched by scripts, which are not run here".to_owned()));
    }
    if draft.text().len() > limits::TEXT_BYTES {
        return Err(Refusal::TooMuch(format!("it holds more than {} MB of text", limits::TEXT_BYTES / 1024 / 1024)));
    }
    let lost = lost.min(draft.text().matches('\u{fffd}').count());
    draft.warnings.extend(trouble::of_letters(draft.text(), &encoded, lost));
    draft.meta = meta;
    draft.encoding = Some(encoded);
    Ok(draft)
}

/// Writes all that a reader sees of a piece of HTML, as the text of a mail.
pub(super) fn write_all(page: &str, draft: &mut Draft) {
    let document = Document::from(&*depth::tamed(page));
    walk::write(&document.root(), Choice::Article, None, draft);
}

/// An article that the page shows to search engines alone, or to readers once its scripts have run.
fn linked_body(body: &str) -> Draft {
    let mut draft = Draft::default();
    if body.contains("</") {
        write_all(body, &mut draft);
    } else {
        for line in body.lines() {
            draft.words(line);
            draft.line();
        }
    }
    draft
}

#[cfg(test)]
mod tests;
