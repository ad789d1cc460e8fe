//! Files that nobody writes by accident, made here one by one: each is read or refused in words, and nothing of it is followed.

use std::io::{Cursor, Write as _};

use tickmark::import::{ImportError, Imported, Warning, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = "<?xml version=\"1.0\"?>DTD<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:body><w:p><w:r><w:t>The dyke failed. REF</w:t></w:r></w:p></w:body></w:document>";
const OPEN: &str = "<?xml version=\"1.0\"?>DTD<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><text:p>The dyke failed. REF</text:p>\
    </office:text></office:body></office:document-content>";
const BOOK: &str = "<package><metadata/><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
    <spine><itemref idref=\"a\"/></spine></package>";
const CHAPTER: &str =
    "<?xml version=\"1.0\"?>DTD<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>The dyke failed. REF</p></body></html>";
const CONTAINER: &str = "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>";

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document, an OpenDocument text and a book with that content.
fn packages(fill: impl Fn(&str) -> Vec<u8>) -> [(&'static str, Vec<u8>); 3] {
    [
        ("a.docx", packed(&[("word/document.xml", &fill(WORD))])),
        ("a.odt", packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &fill(OPEN))])),
        (
            "a.epub",
            packed(&[
                ("mimetype", b"application/epub+zip"),
                ("META-INF/container.xml", CONTAINER.as_bytes()),
                ("b.opf", BOOK.as_bytes()),
                ("a.xhtml", &fill(CHAPTER)),
            ]),
        ),
    ]
}

fn words(read: &Result<Imported, ImportError>) -> String {
    match read {
        Ok(read) => read.text.as_str().to_owned(),
        Err(error) => format!("refused: {error}"),
    }
}

#[test]
fn entities_are_neither_unfolded_nor_fetched() {
    let secret = tempfile::tempdir().unwrap();
    let file = secret.path().join("secret.txt");
    std::fs::write(&file, "TOP SECRET").unwrap();
    let laughs: String = (1..10).map(|nth| format!("<!ENTITY l{nth} \"{}\">", format!("&l{};", nth - 1).repeat(10))).collect();
    let long = format!("<!DOCTYPE a [<!ENTITY l9 \"{}\">]>", "ha".repeat(100_000));
    let external = format!("<!DOCTYPE a [<!ENTITY l9 SYSTEM \"file://{}\">]>", file.display());
    for (dtd, reference) in [
        (format!("<!DOCTYPE a [<!ENTITY l0 \"ha\">{laughs}]>"), "&l9;".to_owned()),
        // Quadratic: one long entity, many times.
        (long, "&l9;".repeat(1_000)),
        (external, "&l9;".to_owned()),
        ("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\" [<!ENTITY l9 SYSTEM \"http://127.0.0.1:9/a\">]>".to_owned(), "&l9;".to_owned()),
    ] {
        for (name, bytes) in packages(|part| part.replace("DTD", &dtd).replace("REF", &reference).into_bytes()) {
            let read = read(name, bytes);
            let said = words(&read);
            let start: String = dtd.chars().take(30).collect();
            assert!(said.len() < 10_000 && !said.contains("SECRET") && !said.contains("haha"), "{name}, {start}: {} bytes", said.len());
            assert!(read.is_err() || said.contains("The dyke failed."), "{name}, {start}: {said}");
        }
    }
}

#[test]
fn archives_of_overlapping_or_nested_parts_unpack_to_nothing_large() {
    // One part of 8 MB under 200 names: 1.6 GB that a file of 8 KB holds.
    let one = packed(&[("word/document.xml", &vec![b'a'; 8 << 20])]);
    let at = |bytes: &[u8], sign: &[u8]| bytes.windows(sign.len()).position(|window| window == sign).unwrap();
    let (list, end) = (at(&one, b"PK\x01\x02"), at(&one, b"PK\x05\x06"));
    let entry = &one[list..end];
    let mut many = one[..list].to_vec();
    for nth in 0..200_u32 {
        let mut entry = entry.to_vec();
        let name = entry.len() - "document.xml".len();
        entry[name..name + 8].copy_from_slice(format!("part{nth:04}").as_bytes());
        many.extend(entry);
    }
    let mut tail = one[end..].to_vec();
    tail[8..10].copy_from_slice(&200_u16.to_le_bytes());
    tail[10..12].copy_from_slice(&200_u16.to_le_bytes());
    tail[12..16].copy_from_slice(&(200 * entry.len() as u32).to_le_bytes());
    many.extend(tail);
    let said = words(&read("a.docx", many));
    assert!(said.contains("its parts share their bytes, so that a small file unpacks to a very large one"), "{said}");
    // An archive in an archive is a part like any other.
    let inner = packed(&[("word/document.xml", WORD.replace("DTD", "").as_bytes())]);
    let said = words(&read("a.docx", packed(&[("word/document.xml", &inner)])));
    assert!(said.starts_with("refused: "), "{said}");
    for (name, bytes) in packages(|part| part.replace("DTD", "").replace("REF", &"a".repeat(40 << 20)).into_bytes()) {
        assert!(bytes.len() < 200_000);
        let said = words(&read(name, bytes));
        assert!(said.contains("unpacks to far more than its size"), "{name}: {}", said.chars().take(200).collect::<String>());
    }
}

#[test]
fn odd_bytes_are_read_or_refused_in_words() {
    let wide = |units: &[u16]| [&[0xff, 0xfe][..], &units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>()].concat();
    let dyke: Vec<u16> = "The dyke ".encode_utf16().collect();
    let lone = wide(&[&dyke[..], &[0xd800], &dyke, &[0xdc00], &dyke].concat());
    for (name, bytes, expected) in [
        ("a.txt", lone, "The dyke \u{fffd}The dyke \u{fffd}The dyke "),
        ("a.rtf", b"{\\rtf1 The dyke \\u-10240? failed.}".to_vec(), "The dyke"),
        // An overlong slash is no slash, wherever it is read.
        ("a.txt", b"The dyke \xc0\xaf failed.".to_vec(), "The dyke "),
        ("a.txt", b"The dyke \xf0\x9f".to_vec(), "The dyke "),
        ("a.txt", "The \u{feff}dyke".as_bytes().to_vec(), "The \u{feff}dyke"),
        ("a.txt", b"The dyke\0failed.".to_vec(), "The dyke\0failed."),
        ("a.txt", "One\u{2028}Two\u{2029}Three\u{85}Four  ".as_bytes().to_vec(), "One\u{2028}Two\u{2029}Three\u{85}Four  "),
    ] {
        let said = words(&read(name, bytes.clone()));
        assert!(said.contains(expected) && !said.contains('/'), "{name}: {said:?}, not {expected:?}");
    }
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    let mut noise = |count: usize| -> Vec<u8> {
        let mut next = || {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            (chance >> 32) as u8
        };
        (0..count).map(|_| next()).collect()
    };
    for name in [
        "a.pdf",
        "a.docx",
        "a.odt",
        "a.epub",
        "a.rtf",
        "a.html",
        "a.eml",
        "a.vtt",
        "a.srt",
        "a.fb2",
        "a.md",
        "a.txt",
        "a.webarchive",
        "a.mhtml",
    ] {
        for begin in [
            &b""[..],
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"{\\rtf1",
            b"<html>",
            b"From: a\n",
            b"WEBVTT\n",
            b"bplist00",
            b"\xff\xfe",
            &[0xff; 64],
        ] {
            let bytes = [begin, &noise(5_000)].concat();
            let said = words(&read(name, bytes));
            assert!(!said.is_empty() || begin.is_empty(), "{name}");
        }
    }
}

#[test]
fn very_long_lines_words_and_very_many_lines_are_read() {
    let check = |text: String, paragraphs: usize| {
        let (length, name) = (text.len(), "a.txt");
        let read = read(name, text).unwrap();
        assert_eq!((read.text.len(), read.text.paragraphs().len()), (length, paragraphs));
    };
    check("The dyke failed. ".repeat(1_200_000), 1);
    check("w".repeat(1_000_000), 1);
    check("The dyke failed.\n".repeat(1_000_000), 1_000_000);
    check("The dyke failed.\n\n".repeat(1_000_000), 1_000_000);
    let markdown = read("a.md", format!("{}The dyke failed.", ">".repeat(100_000))).unwrap();
    assert!(markdown.text.as_str().ends_with("The dyke failed."));
    let markdown = read("a.md", format!("{}The dyke failed.", "[".repeat(100_000))).unwrap();
    assert!(markdown.text.as_str().ends_with("The dyke failed."));
}

#[test]
fn what_is_hidden_or_disguised_is_told_in_every_format() {
    let hidden = "The m\u{430}yor s\u{200b}aid\u{202e} no\u{202c}.";
    let kinds = |read: Result<Imported, ImportError>| {
        let read = read.unwrap();
        let has = |is_it: fn(&Warning) -> bool| read.warnings.iter().any(is_it);
        [
            has(|warning| matches!(warning, Warning::BidiControls { count: 2, .. })),
            has(|warning| matches!(warning, Warning::HiddenSigns { count: 1, .. })),
            has(|warning| matches!(warning, Warning::LookAlikes { count: 1, word, .. } if word == "m\u{430}yor")),
        ]
    };
    for (name, bytes) in packages(|part| part.replace("DTD", "").replace("REF", hidden).into_bytes()) {
        assert_eq!(kinds(read(name, bytes)), [true; 3], "{name}");
    }
    for (name, text) in [
        ("a.txt", hidden.to_owned()),
        ("a.html", format!("<!DOCTYPE html><p>{hidden}</p>")),
        ("a.eml", format!("From: a@x.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n{hidden}\n")),
        ("a.srt", format!("1\n00:00:01,000 --> 00:00:02,000\n{hidden}\n")),
    ] {
        assert_eq!(kinds(read(name, text)), [true; 3], "{name}");
    }
}
