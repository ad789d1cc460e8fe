//! Which reader takes a file apart, by what its bytes look like.

use super::Wish;
use super::draft::Draft;
use super::looks::{self, Looks};
use super::trouble::Refusal;
use super::{archive, docx, epub, fiction, html, mail, odt, pdf, rtf, subtitles, webarchive};

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
    let reader = if looks == Looks::OldOffice && archive::is_locked(bytes) { reader(Looks::Docx)? } else { reader(looks)? };
    Some((looks, reader))
}

fn reader(looks: Looks) -> Option<Reader> {
    let reader = match looks {
        Looks::Docx => Reader { name: docx::READER, read: docx::read },
        Looks::Odt => Reader { name: odt::READER, read: odt::read },
        Looks::Epub => Reader { name: epub::READER, read: epub::read },
        Looks::Rtf => Reader { name: rtf::READER, read: rtf::read },
        Looks::Html => Reader { name: html::READER, read: html::read },
        Looks::SavedPage => Reader { name: mail::PAGE_READER, read: mail::read_page },
        Looks::WebArchive => Reader { name: webarchive::READER, read: webarchive::read },
        Looks::Mail => Reader { name: mail::READER, read: mail::read },
        Looks::Vtt | Looks::Srt => Reader { name: subtitles::READER, read: subtitles::read },
        Looks::Fb2 => Reader { name: fiction::READER, read: fiction::read },
        Looks::Pdf => Reader { name: pdf::READER, read: pdf::read },
        _ => return None,
    };
    Some(reader)
}

#[cfg(test)]
mod tests {
    use crate::import::read;

    #[test]
    fn formats_are_known_and_a_locked_one_says_so() {
        let origin = |name: &str, words: &str| read(name, words.as_bytes()).unwrap().meta.origin;
        assert_eq!(origin("talk.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nOne"), "talk.vtt, read as subtitles");
        assert_eq!(origin("talk.srt", "1\n00:00:01,000 --> 00:00:02,000\nOne"), "talk.srt, read as subtitles");
        assert_eq!(origin("dyke", "<!DOCTYPE html><p>The dyke failed."), "dyke, read as a web page");
        assert_eq!(origin("dyke.eml", "From: a@x.example\nSubject: x\n\nThe dyke failed."), "dyke.eml, read as a mail");
        let saved = "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/\nMIME-Version: 1.0\n\
            Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\n\n<p>The dyke failed.\n--B--\n";
        assert_eq!(origin("dyke", saved), "dyke, read as a saved web page");
        let book = "<?xml version=\"1.0\"?><FictionBook><body><p>One</p></body></FictionBook>";
        assert_eq!(origin("book.fb2", book), "book.fb2, read as a FictionBook");
        let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &package].concat();
        let said = read("plan.docx", locked).unwrap_err().to_string();
        assert!(said.starts_with("\u{201c}plan.docx\u{201d} is locked. Open it with the program"), "{said}");
        let old = read("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice()).unwrap_err().to_string();
        assert!(old.contains("looks like an old Office file"), "{old}");
    }
}
