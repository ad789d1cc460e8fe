//! Opens articles: bytes or pasted words become a frozen text, what is known about it, and warnings. One file a format;
//! here it is decided which.

pub mod archive;
pub mod charset;
pub mod docx;
mod draft;
pub mod epub;
pub mod fiction;
mod format;
pub mod html;
pub mod limits;
mod looks;
pub mod mail;
mod markdown;
pub mod odt;
mod origin;
pub mod pdf;
mod pen;
mod room;
pub mod rtf;
pub mod subtitles;
mod text;
mod trouble;
pub mod webarchive;
mod wire;
pub mod xml;

pub use draft::{Draft, Mark, Note};
pub use looks::Looks;
pub use origin::{LeftOpen, left_open};
pub use room::{ARGUMENT, Room, serve};
pub use trouble::{ImportError, Refusal, Warning};

use serde::{Deserialize, Serialize};

use crate::model::document::{Aside, Meta, Structure, Text};

/// How the checker wants a file to be read, where the file itself leaves it open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The name of the encoding to take instead of the one that was found.
    pub encoding: Option<String>,
    /// What the file is locked with.
    pub password: Option<String>,
    /// All the words of a web page, not its article alone.
    pub whole_page: bool,
    /// The encoding that whoever sent it says it is in.
    pub declared: Option<String>,
    /// The address on the web that it was fetched from.
    pub address: Option<String>,
}

/// An article that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Its text, exactly as decoded.
    pub text: Text,
    /// Which of its passages are headings, lists and the like, where the format tells.
    pub structure: Structure,
    /// What could be read off it, to be checked by hand.
    pub meta: Meta,
    /// Comments, notes and tracked changes of its writer, by their places.
    pub asides: Vec<Aside>,
    /// What the checker should know.
    pub warnings: Vec<Warning>,
    /// The encoding of its letters, where it is a format that leaves it open.
    pub encoding: Option<Encoded>,
}

/// In which encoding a text was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encoded {
    /// Its name, as the web calls it.
    pub name: String,
    /// Whether it is a guess, which the checker can change.
    pub is_guess: bool,
}

/// Reads an article as the file itself says. `name` is the name of its file, with or without folders.
///
/// # Errors
/// As [`read_as`].
pub fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Imported, ImportError> {
    read_as(name, bytes, &Wish::default())
}

/// Reads an article in this process. Its bytes decide how; the ending of its name where they leave it open.
///
/// # Errors
/// When the bytes are no text, damaged, or a format that cannot be read; the message says what they look like and what to do.
pub fn read_as(name: &str, bytes: impl Into<Vec<u8>>, wish: &Wish) -> Result<Imported, ImportError> {
    let (name, bytes) = (file_name(name), bytes.into());
    if let Some((looks, reader)) = format::of(name, &bytes) {
        let mut draft = (reader.read)(&bytes, wish).map_err(|refusal| refusal.of(name, looks))?;
        draft.meta.origin = origin::written(name, reader.name, wish);
        return Ok(draft.freeze());
    }
    let Letters { text, encoded, warning } = letters(name, bytes, wish)?;
    let is_markdown = has_ending(name, markdown::ENDINGS);
    let propose = if is_markdown { markdown::propose } else { text::propose };
    let reader = if is_markdown { markdown::reader(&encoded.name) } else { text::reader(&encoded.name) };
    let meta = Meta { origin: format!("{name}, read as {reader}"), ..propose(&text) };
    let mut read = freeze(text, meta);
    if let Some(warning) = warning {
        // It says where the signs for lost letters come from.
        read.warnings.retain(|warning| !matches!(warning, Warning::Replacements { .. }));
        read.warnings.insert(0, warning);
    }
    let structure = if is_markdown { markdown::structure(&read.text) } else { Structure::default() };
    Ok(Imported { structure, encoding: Some(encoded), ..read })
}

/// Whether a file is of a format that other people's code takes apart, which is done in a process of its own.
fn is_taken_apart(name: &str, bytes: &[u8]) -> bool {
    format::of(file_name(name), bytes).is_some()
}

/// The last part of a path, whatever system wrote it.
fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Takes an article from the clipboard.
pub fn pasted(text: &str) -> Imported {
    freeze(text.to_owned(), Meta { origin: "pasted from the clipboard".to_owned(), ..text::propose(text) })
}

fn freeze(decoded: String, meta: Meta) -> Imported {
    let warnings = trouble::warnings(&decoded);
    Imported { text: Text::freeze(decoded), structure: Structure::default(), meta, asides: Vec::new(), warnings, encoding: None }
}

/// The letters of a text file.
struct Letters {
    text: String,
    encoded: Encoded,
    /// What was guessed or lost.
    warning: Option<Warning>,
}

/// The bytes as text, or what they look like instead. UTF-8 is not copied: a book should be on screen at once.
fn letters(name: &str, mut bytes: Vec<u8>, wish: &Wish) -> Result<Letters, ImportError> {
    let looks = looks::foreign(name, &bytes).filter(|looks| !matches!(looks, Looks::Utf16 | Looks::Utf32));
    if let Some(looks) = looks {
        return Err(ImportError::Foreign { name: name.to_owned(), looks });
    }
    // Escapes switch between the alphabets of ISO-2022, whose bytes are those of ASCII.
    let is_said_otherwise = wish.declared.as_deref().is_some_and(|name| !name.eq_ignore_ascii_case("utf-8"));
    if wish.encoding.is_none() && !is_said_otherwise && memchr::memchr(0x1b, &bytes).is_none() {
        match String::from_utf8(bytes) {
            Ok(text) => return Ok(Letters { text, encoded: Encoded { name: "UTF-8".to_owned(), is_guess: false }, warning: None }),
            Err(error) => bytes = error.into_bytes(),
        }
    }
    let charset::Decoded { text, encoded, lost } = charset::decode(&bytes, wish.declared.as_deref(), wish.encoding.as_deref());
    let is_wide = encoded.name.starts_with("UTF-16") || encoded.name.starts_with("UTF-32");
    if !is_wide && wish.encoding.is_none() && looks::without_utf8(&bytes) == Looks::Binary {
        return Err(ImportError::Foreign { name: name.to_owned(), looks: Looks::Binary });
    }
    let warning = trouble::of_letters(&text, &encoded, lost);
    Ok(Letters { text, encoded, warning })
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|wanted| ending.eq_ignore_ascii_case(wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::LineEnd;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, line_end: LineEnd, bom: bool) {
        let read = read("a.txt", bytes).unwrap();
        assert_eq!((read.text.as_str(), read.text.line_end(), read.text.had_bom()), (text, line_end, bom));
        assert_eq!(read.warnings, []);
    }

    #[test]
    fn text_is_kept_as_decoded_with_its_line_ends_noted() {
        check(b"", "", LineEnd::Lf, false);
        check(b"\xef\xbb\xbf", "", LineEnd::Lf, true);
        check(b"a\nb\n", "a\nb\n", LineEnd::Lf, false);
        check(b"\xef\xbb\xbfa\r\nb\r\n", "a\nb\n", LineEnd::CrLf, true);
        check(b"a\rb", "a\nb", LineEnd::Cr, false);
        check(b"a\r\nb\rc\n", "a\nb\nc\n", LineEnd::Mixed, false);
        check("  e\u{301} \u{a0} ﬁ Å  \n".as_bytes(), "  e\u{301} \u{a0} ﬁ Å  \n", LineEnd::Lf, false);
    }

    #[test]
    fn letters_are_read_as_whoever_sent_them_says() {
        let read = |bytes: &[u8], declared: &str| {
            let wish = Wish { declared: Some(declared.to_owned()), ..Wish::default() };
            let read = read_as("a.txt", bytes, &wish).unwrap();
            (read.text.as_str().to_owned(), read.encoding.unwrap())
        };
        let encoded = |name: &str, is_guess| Encoded { name: name.to_owned(), is_guess };
        assert_eq!(read(b"\xcc\xfd\xf0", "windows-1251"), ("\u{41c}\u{44d}\u{440}".to_owned(), encoded("windows-1251", false)));
        assert_eq!(read("\u{41c}".as_bytes(), "UTF-8"), ("\u{41c}".to_owned(), encoded("UTF-8", false)));
        assert_eq!(read(b"\x1b$B5;\x1b(B", "iso-2022-jp"), ("\u{6280}".to_owned(), encoded("ISO-2022-JP", false)));
        assert_eq!(
            read(b"<!DOCTYPE html><p>\xcc\xfd\xf0", "cp1251"),
            ("\u{41c}\u{44d}\u{440}\n".to_owned(), encoded("windows-1251", false))
        );
    }

    #[test]
    fn the_name_chooses_the_reader_and_stands_in_the_origin() {
        let origin = |name| read(name, b"# Dyke fails\n\nIt *failed*.").unwrap();
        assert_eq!(origin("/home/rk/dyke.txt").meta.origin, "dyke.txt, read as plain text (UTF-8)");
        assert_eq!(origin("C:\\desk\\Dyke.MD").meta.origin, "Dyke.MD, read as Markdown (UTF-8), shown as written");
        assert_eq!(origin("dyke").meta.origin, "dyke, read as plain text (UTF-8)");
        assert_eq!(origin("dyke.md").text.as_str(), "# Dyke fails\n\nIt *failed*.");
        assert_eq!(origin("dyke.md").meta.title, "Dyke fails");
        assert!(!origin("dyke.md").structure.is_empty() && origin("dyke.txt").structure.is_empty());
        assert_eq!(pasted("Dyke fails\nIt failed.").meta.origin, "pasted from the clipboard");
        assert_eq!(pasted("Dyke fails\nIt failed.").meta.title, "Dyke fails");
    }
}
