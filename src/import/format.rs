//! Which reader takes a file apart, by what its bytes look like.

use super::Wish;
use super::draft::Draft;
use super::looks::{self, Looks};
use super::trouble::Refusal;
use super::{docx, epub, odt, rtf};

/// A reader of a format.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What it is called in an article's origin.
    pub name: &'static str,
    /// Reads the bytes of a file.
    pub read: fn(&[u8], &Wish) -> Result<Draft, Refusal>,
}

/// What a file looks like and who reads it; nothing for plain text, Markdown, and what nobody reads.
pub fn of(name: &str, bytes: &[u8]) -> Option<(Looks, Reader)> {
    let looks = looks::foreign(name, bytes)?;
    let reader = reader(looks)?;
    Some((looks, reader))
}

fn reader(looks: Looks) -> Option<Reader> {
    let reader = match looks {
        Looks::Docx => Reader { name: docx::READER, read: docx::read },
        Looks::Odt => Reader { name: odt::READER, read: odt::read },
        Looks::Epub => Reader { name: epub::READER, read: epub::read },
        Looks::Rtf => Reader { name: rtf::READER, read: rtf::read },
        _ => return None,
    };
    Some(reader)
}
