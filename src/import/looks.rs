//! What bytes look like when they are no plain text: foreign formats by their first bytes, other encodings by theirs.

use std::fmt;

/// Something that cannot be read as an article yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Looks {
    /// A PDF file.
    Pdf,
    /// A Word document (DOCX).
    Docx,
    /// An OpenDocument text.
    Odt,
    /// An EPUB book.
    Epub,
    /// Another ZIP archive.
    Zip,
    /// A Word document from before 2007, or another Office file of that time.
    OldOffice,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// A web page with its pictures in one file (MHTML).
    SavedPage,
    /// A web page with its pictures in one file, as Safari writes it.
    WebArchive,
    /// An e-mail.
    Mail,
    /// Subtitles or a transcript with times (WebVTT).
    Vtt,
    /// Subtitles (SubRip).
    Srt,
    /// A FictionBook.
    Fb2,
    /// XML that is no web page.
    Xml,
    /// A picture.
    Picture,
    /// A project of this program.
    Project,
    /// Text in UTF-16.
    Utf16,
    /// Text in UTF-32.
    Utf32,
    /// Text in an encoding of one byte a letter.
    EightBit,
    /// No text at all.
    Binary,
}

impl Looks {
    /// Endings of files that can be opened as articles, in lower case.
    pub const ENDINGS: &'static [&'static str] = &[
        "txt",
        "text",
        "md",
        "markdown",
        "mdown",
        "mkd",
        "html",
        "htm",
        "xhtml",
        "mhtml",
        "mht",
        "webarchive",
        "eml",
        "pdf",
        "docx",
        "odt",
        "fodt",
        "rtf",
        "epub",
        "vtt",
        "srt",
        "fb2",
        "fbz",
    ];

    /// What to do to have it checked all the same.
    pub fn next_step(self) -> &'static str {
        match self {
            Looks::Pdf | Looks::Epub => "Copy its text and paste it here, or save it as UTF-8 text and open that",
            Looks::Docx | Looks::Odt | Looks::OldOffice | Looks::Rtf => {
                "In the word processor, choose Save as, plain text, encoding UTF-8, and open that file"
            }
            Looks::SavedPage | Looks::WebArchive | Looks::Mail | Looks::Vtt | Looks::Srt | Looks::Fb2 => "Copy its text and paste it here",
            Looks::Html | Looks::Xml => "Copy the article's text from the browser and paste it here, or save it as UTF-8 text",
            Looks::Utf16 | Looks::Utf32 | Looks::EightBit => {
                "Open it in a text editor, save it with the encoding UTF-8, and open that file"
            }
            Looks::Project => "Open it with Open project",
            Looks::Zip => "Unpack it and open the text in it",
            Looks::Picture | Looks::Binary => "Open the article as text, web page, PDF or Word document, or paste its text",
        }
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Looks::Pdf => "a PDF file",
            Looks::Docx => "a Word document",
            Looks::Odt => "an OpenDocument text",
            Looks::Epub => "an EPUB book",
            Looks::Zip => "a ZIP archive",
            Looks::OldOffice => "an old Office file",
            Looks::Rtf => "a rich text file",
            Looks::Html => "a web page",
            Looks::SavedPage | Looks::WebArchive => "a saved web page",
            Looks::Mail => "an e-mail",
            Looks::Vtt | Looks::Srt => "subtitles",
            Looks::Fb2 => "a FictionBook",
            Looks::Xml => "an XML file",
            Looks::Picture => "a picture",
            Looks::Project => "a Tickmark project",
            Looks::Utf16 => "text in UTF-16",
            Looks::Utf32 => "text in UTF-32",
            Looks::EightBit => "text in an older encoding such as Windows-1252, Latin-1 or Shift JIS",
            Looks::Binary => "a file that holds no text",
        })
    }
}

/// First bytes by which formats are known; longer ones before those they begin with.
const BEGINNINGS: &[(&[u8], Looks)] = &[
    (b"%PDF", Looks::Pdf),
    (b"{\\rtf", Looks::Rtf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Looks::OldOffice),
    (b"\x89PNG\r\n", Looks::Picture),
    (b"\xff\xd8\xff", Looks::Picture),
    (b"GIF87a", Looks::Picture),
    (b"GIF89a", Looks::Picture),
    (b"\xff\xfe\0\0", Looks::Utf32),
    (b"\0\0\xfe\xff", Looks::Utf32),
    (b"\xff\xfe", Looks::Utf16),
    (b"\xfe\xff", Looks::Utf16),
];

/// How web pages begin, in lower case.
const WEB_BEGINNINGS: &[&str] = &["<!doctype html", "<html", "<head", "<body"];

/// Bytes that are looked at where the beginning decides.
const HEAD_BYTES: usize = 4096;

/// What the bytes look like, if not like UTF-8 text.
pub fn foreign(name: &str, bytes: &[u8]) -> Option<Looks> {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let known = BEGINNINGS.iter().find(|(beginning, _)| body.starts_with(beginning)).map(|(_, looks)| *looks);
    known
        .or_else(|| archive(name, body))
        .or_else(|| wide_encoding(body))
        .map(|looks| if matches!(looks, Looks::Utf16 | Looks::Utf32) && is_wide_page(name, body) { Looks::Html } else { looks })
        .or_else(|| markup(name, body))
        .or_else(|| lines(name, body))
        .or_else(|| is_binary(body).then_some(Looks::Binary))
        .or_else(|| super::has_ending(name, &["ron"]).then_some(Looks::Project))
}

/// Tells ZIP files apart by the names in them, or by their own where those were cut off.
fn archive(name: &str, body: &[u8]) -> Option<Looks> {
    let is_archive = [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK\x07\x08"].iter().any(|beginning| body.starts_with(beginning));
    let head = body.get(..HEAD_BYTES).unwrap_or(body);
    let tail = body.get(body.len().saturating_sub(HEAD_BYTES)..).unwrap_or(body);
    let has = |words: &[u8]| [head, tail].iter().any(|part| part.windows(words.len()).any(|window| window == words));
    let is_named = |ending| super::has_ending(name, &[ending]);
    is_archive.then(|| {
        if has(b"application/epub+zip") || is_named("epub") {
            Looks::Epub
        } else if has(b"application/vnd.oasis.opendocument.text") || is_named("odt") {
            Looks::Odt
        } else if has(b"word/document") || has(b"word/_rels") || is_named("docx") {
            Looks::Docx
        } else if is_named("fbz") || name.to_ascii_lowercase().ends_with(".fb2.zip") || has(b".fb2") {
            Looks::Fb2
        } else {
            Looks::Zip
        }
    })
}

/// UTF-16 and UTF-32 without a byte order mark, known by where zeros stand: in every second place, or in three of four.
fn wide_encoding(body: &[u8]) -> Option<Looks> {
    let head = body.get(..HEAD_BYTES).unwrap_or(body);
    let mut zeros = [0_usize; 4];
    for (place, _) in head.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        if let Some(count) = zeros.get_mut(place % 4) {
            *count += 1;
        }
    }
    let [first, second, third, fourth] = zeros;
    let quarter = head.len() / 4;
    let is_full = |count: usize| quarter > 0 && count * 10 >= quarter * 9;
    let is_utf32 = |high: usize, next: usize, low: usize| is_full(high) && is_full(next) && !is_full(low);
    if body.len().is_multiple_of(4) && (is_utf32(fourth, third, first) || is_utf32(first, second, fourth)) {
        return Some(Looks::Utf32);
    }
    // Every language has blanks or line ends, whose other byte is zero.
    let (even, odd) = (first + third, second + fourth);
    let is_one_sided = (even == 0) != (odd == 0);
    let is_many = even + odd >= 4 && (even + odd) * 20 >= head.len();
    (body.len().is_multiple_of(2) && is_one_sided && is_many).then_some(Looks::Utf16)
}

/// Whether a text of two or four bytes a letter is a web page.
fn is_wide_page(name: &str, body: &[u8]) -> bool {
    let head = body.get(..HEAD_BYTES).unwrap_or(body).iter().copied();
    let narrow: Vec<u8> = head.filter(|byte| !matches!(byte, 0 | 0xfe | 0xff)).collect();
    markup(name, &narrow) == Some(Looks::Html)
}

/// Web pages and XML by how they begin, or by the ending of the name and a first sign that agrees.
fn markup(name: &str, body: &[u8]) -> Option<Looks> {
    let head = String::from_utf8_lossy(body.get(..HEAD_BYTES).unwrap_or(body)).to_ascii_lowercase();
    let mut head = head.trim_start();
    let is_xml = head.starts_with("<?xml");
    // What may stand before the page itself.
    while let Some(end) = prologue_end(head) {
        head = head.get(end..).unwrap_or("").trim_start();
    }
    let named_page = super::has_ending(name, &["html", "htm", "xhtml"]) && head.starts_with('<');
    if named_page || WEB_BEGINNINGS.iter().any(|beginning| head.starts_with(beginning)) {
        return Some(Looks::Html);
    }
    if head.starts_with("<office:document") && head.contains("opendocument.text") {
        return Some(Looks::Odt);
    }
    is_xml.then(|| if head.starts_with("<fictionbook") { Looks::Fb2 } else { Looks::Xml })
}

/// Names of headers with which mails begin.
const MAIL_HEADERS: &[&str] = &[
    "return-path:",
    "received:",
    "delivered-to:",
    "mime-version:",
    "message-id:",
    "from:",
    "date:",
    "subject:",
    "x-",
    "dkim-signature:",
    "to:",
];

/// Mails and saved pages by their headers, subtitles by their first line; by the ending of the name where that agrees.
fn lines(name: &str, body: &[u8]) -> Option<Looks> {
    let named = |endings: &[&str]| super::has_ending(name, endings);
    let head = String::from_utf8_lossy(body.get(..HEAD_BYTES).unwrap_or(body)).to_ascii_lowercase();
    let begins_with_headers = MAIL_HEADERS.iter().any(|header| head.starts_with(header));
    if body.starts_with(b"bplist00") && (named(&["webarchive"]) || memchr::memmem::find(body, b"WebMainResource").is_some()) {
        return Some(Looks::WebArchive);
    }
    if begins_with_headers
        && (named(&["mhtml", "mht"])
            || (head.contains("\nmime-version:") && head.contains("multipart/related") && head.contains("\nsnapshot-content-location:")))
    {
        return Some(Looks::SavedPage);
    }
    if begins_with_headers && (named(&["eml"]) || (head.contains("\nmessage-id:") && head.contains("\nfrom:"))) {
        return Some(Looks::Mail);
    }
    if head.starts_with("webvtt") {
        return Some(Looks::Vtt);
    }
    (named(&["srt"]) && head.contains("-->")).then_some(Looks::Srt)
}

/// Where a leading XML declaration or comment ends.
fn prologue_end(head: &str) -> Option<usize> {
    [("<?xml", "?>"), ("<!--", "-->")].iter().find_map(|(start, end)| {
        let rest = head.strip_prefix(start)?;
        Some(start.len() + rest.find(end)? + end.len())
    })
}

/// Whether so many bytes are control codes that it cannot be meant to be read.
fn is_binary(body: &[u8]) -> bool {
    let (controls, all) = controls(body);
    controls >= 16 && controls * 10 >= all
}

/// What bytes that are no UTF-8 look like: letters of one byte each, unless control codes stand among them.
pub fn without_utf8(bytes: &[u8]) -> Looks {
    let (controls, all) = controls(bytes);
    if controls * 100 > all { Looks::Binary } else { Looks::EightBit }
}

/// Control codes among the first bytes, and how many bytes these are. Tabs, line and page ends and the escapes of East Asian
/// encodings do not count.
fn controls(body: &[u8]) -> (usize, usize) {
    let head = body.get(..HEAD_BYTES).unwrap_or(body);
    let is_control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x0e | 0x0f | 0x1b);
    (head.iter().filter(is_control).count(), head.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: Option<Looks>) {
        assert_eq!(foreign(name, bytes), expected, "{name}: {}", String::from_utf8_lossy(bytes));
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn utf32(text: &str, bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
        text.chars().flat_map(|sign| bytes(sign.into())).collect()
    }

    #[test]
    fn formats_are_known_by_their_first_bytes_whatever_the_name() {
        check("a.txt", b"%PDF-1.7\n", Some(Looks::Pdf));
        check("a.txt", b"{\\rtf1\\ansi", Some(Looks::Rtf));
        check("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", Some(Looks::OldOffice));
        check("a.md", b"\x89PNG\r\n\x1a\n", Some(Looks::Picture));
        check("a.txt", b"PK\x03\x04....word/document.xml", Some(Looks::Docx));
        check("a.txt", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.textPK", Some(Looks::Odt));
        check("book.FB2.zip", b"PK\x03\x04....", Some(Looks::Fb2));
        check("book.zip", b"PK\x03\x04....war.fb2....", Some(Looks::Fb2));
        check("notes.zip", b"PK\x03\x04....war.txt....", Some(Looks::Zip));
        let flat = |kind: &str| {
            format!("<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"application/vnd.oasis.opendocument.{kind}\">")
        };
        check("a.fodt", flat("text").as_bytes(), Some(Looks::Odt));
        check("a.fods", flat("spreadsheet").as_bytes(), Some(Looks::Xml));
        check("a.txt", b"PK\x03\x04....mimetypeapplication/epub+zipPK", Some(Looks::Epub));
        check("a.txt", b"PK\x05\x06", Some(Looks::Zip));
        check("packet.ron", b"(version: 1)", Some(Looks::Project));
    }

    #[test]
    fn web_pages_are_known_behind_what_may_stand_before_them() {
        check("a.txt", b"\xef\xbb\xbf \n<!DOCTYPE HTML><p>x", Some(Looks::Html));
        check("a.txt", b"<?xml version=\"1.0\"?>\n<!-- c --><html xmlns=\"\">", Some(Looks::Html));
        check("a.html", b"<p>Text</p>", Some(Looks::Html));
        check("a", &utf16("\u{feff}<!DOCTYPE html><p>\u{e4}", u16::to_le_bytes), Some(Looks::Html));
        check("a.htm", &utf16("<p>Der Deich ist gebrochen.</p>", u16::to_be_bytes), Some(Looks::Html));
        check("a.htm", &utf32("\u{feff}<p>Der Deich ist gebrochen.</p>", u32::to_be_bytes), Some(Looks::Html));
        check("a.xml", b"<?xml version=\"1.0\"?><article/>", Some(Looks::Xml));
        check("a.md", b"<p align=\"center\">A heading</p>\n\nText.", None);
        check("a.txt", b"<3 the dyke", None);
        check("a.html", b"no page at all", None);
    }

    #[test]
    fn wide_encodings_are_known_with_and_without_a_mark() {
        for text in [
            "The dyke failed.\n",
            "\u{feff}The dyke.",
            "\u{414}\u{430}\u{43c}\u{431}\u{430} \u{43f}\u{440}\u{43e} \u{432} \u{434} \u{436}\u{438}\n",
        ] {
            check("a.txt", &utf16(text, u16::to_le_bytes), Some(Looks::Utf16));
            check("a.txt", &utf16(text, u16::to_be_bytes), Some(Looks::Utf16));
            check("a.txt", &utf32(text, u32::to_le_bytes), Some(Looks::Utf32));
            check("a.txt", &utf32(text, u32::to_be_bytes), Some(Looks::Utf32));
        }
    }

    #[test]
    fn plain_text_looks_like_nothing_else() {
        for text in [
            "",
            "a",
            "P",
            "PK is a name",
            "a\0b",
            "a\0b\0c",
            "\u{feff}",
            "The dyke failed.\0",
            "{rtf}",
            "%",
            "\u{1b}[1mbold",
            "<",
            "<!",
            "<!--",
        ] {
            check("a.txt", text.as_bytes(), None);
        }
        check("a.txt", &[1; 100], Some(Looks::Binary));
    }
}
