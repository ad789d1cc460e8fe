//! ZIP archives of office files and books. Only the parts that are asked for are unpacked, in memory and within limits; nothing is
//! ever written to a disk, so a name that leads out of the archive leads nowhere.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::limits;
use super::trouble::{Refusal, Warning};

/// The first bytes of the older office files, which also wrap newer ones that are locked.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// An archive with its parts by name.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Where each part is, by its name in small letters.
    places: HashMap<String, usize>,
    unpacked: u64,
    packed: u64,
    /// How many parts have names that lead out of the archive, and were left out.
    unsafe_names: usize,
    /// Parts that could be unpacked in part only.
    broken: Vec<String>,
}

/// Bits of a Unix mode that say what a file is, and their value for a symbolic link (`sys/stat.h`).
const FILE_TYPE: u32 = 0o170_000;
const SYMBOLIC_LINK: u32 = 0o120_000;

impl<'b> Archive<'b> {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// When it is none, is locked, has too many parts, or parts that share their bytes.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        if bytes.starts_with(OLE) {
            return Err(if is_locked(bytes) { Refusal::Locked } else { Refusal::Damaged("it is an older kind of file inside".into()) });
        }
        let damaged = |_| Refusal::Damaged("the list of its parts cannot be found, as in a file that was not copied to its end".to_owned());
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if zip.len() > limits::ARCHIVE_PARTS {
            return Err(Refusal::TooMuch(format!("it is made of more than {} parts", limits::ARCHIVE_PARTS)));
        }
        if zip.has_overlapping_entries().map_err(damaged)? {
            return Err(Refusal::TooMuch("its parts share their bytes, so that a small file unpacks to a very large one".to_owned()));
        }
        let mut archive = Archive { places: HashMap::new(), unpacked: 0, packed: 0, unsafe_names: 0, broken: Vec::new(), zip };
        for place in 0..archive.zip.len() {
            archive.note_name(place);
        }
        Ok(archive)
    }

    fn note_name(&mut self, place: usize) {
        let Ok(entry) = self.zip.by_index_data(place) else { return };
        let Ok(name) = entry.name() else { return };
        let is_link = entry.unix_mode().is_some_and(|mode| mode & FILE_TYPE == SYMBOLIC_LINK);
        if is_link || !is_safe(&name) {
            self.unsafe_names += 1;
        } else if !name.ends_with('/') {
            self.places.insert(folded(&name), place);
        }
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(&folded(name))
    }

    /// The names of its parts, in small letters.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// Unpacks a part; none if there is none of that name.
    ///
    /// # Errors
    /// When it unpacks to more than the limits allow, is damaged, or is locked.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(place) = self.places.get(&folded(name)) else { return Ok(None) };
        let damaged = |why: &str| Refusal::Damaged(format!("its part “{name}” {why}"));
        let entry = match self.zip.by_index(*place) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::UnsupportedArchive(why)) if why == zip::result::ZipError::PASSWORD_REQUIRED => {
                return Err(Refusal::Locked);
            }
            Err(_) => return Err(damaged("cannot be unpacked")),
        };
        self.packed += entry.compressed_size();
        let by_ratio = (self.packed.saturating_mul(limits::UNPACKED_RATIO)).max(limits::RATIO_FREE_BYTES);
        let left = limits::UNPACKED_BYTES.min(by_ratio).saturating_sub(self.unpacked);
        let mut bytes = Vec::new();
        let read = entry.take(left + 1).read_to_end(&mut bytes);
        self.unpacked += bytes.len() as u64;
        if bytes.len() as u64 > left {
            return Err(Refusal::TooMuch(format!("its part “{name}” unpacks to far more than its size")));
        }
        // What was unpacked before the damage is still worth reading.
        if read.is_err() {
            if bytes.is_empty() {
                return Err(damaged("cannot be unpacked"));
            }
            self.broken.push(name.to_owned());
        }
        Ok(Some(bytes))
    }

    /// What the checker should know about it.
    pub fn warnings(&self) -> Vec<Warning> {
        let count = self.unsafe_names;
        let broken = self.broken.iter().map(|name| Warning::Broken { what: format!("“{name}” cannot be unpacked as a whole") });
        broken.chain((count > 0).then_some(Warning::UnsafeParts { count })).collect()
    }
}

/// The place that a reference in a part leads to, as a name in the archive; it never leads out of it.
pub fn resolved(from: &str, reference: &str) -> String {
    let reference = reference.split(['#', '?']).next().unwrap_or("");
    let reference = percent_decoded(reference);
    let mut folders: Vec<&str> = match reference.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for step in reference.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                folders.pop();
            }
            _ => folders.push(step),
        }
    }
    folders.join("/")
}

/// `%20` and the like as what they stand for.
pub fn percent_decoded(reference: &str) -> String {
    let bytes = reference.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = reference.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(code) if *byte == b'%' => {
                plain.push(code);
                at += 3;
            }
            _ => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// Names of parts are the same in small and capital letters, and with either slash.
fn folded(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

/// Whether a name stays in the archive wherever it would be unpacked.
fn is_safe(name: &str) -> bool {
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    let leads_up = name.split(['/', '\\']).any(|step| step == "..");
    !(has_drive || leads_up || name.contains('\0') || name.starts_with(['/', '\\']))
}

/// Whether it is an older kind of file that wraps a newer one, which opens with a password.
pub fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(OLE) && memchr::memmem::find(bytes, &name).is_some()
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;

    use super::*;

    /// An archive of parts with these names and contents.
    pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_found_whatever_the_case_and_slash() {
        let bytes = packed(&[("Word/document.xml", "<a/>"), ("word\\styles.xml", "<b/>")]);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.part("/word/Document.xml").unwrap().as_deref(), Some(b"<a/>".as_slice()));
        assert_eq!(archive.part("word/styles.xml").unwrap().as_deref(), Some(b"<b/>".as_slice()));
        assert_eq!(archive.part("word/none.xml").unwrap(), None);
        assert_eq!(archive.warnings(), []);
    }

    #[test]
    fn names_that_lead_out_are_left_out_with_a_word() {
        let bytes = packed(&[("../x", "a"), ("/etc/x", "a"), ("C:\\x", "a"), ("a/../../x", "a"), ("a\0b", "a"), ("good", "a")]);
        let archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.names().collect::<Vec<_>>(), ["good"]);
        assert!(archive.warnings().iter().any(|warning| warning.to_string().contains("(5)")), "{:?}", archive.warnings());
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.add_symlink("word/document.xml", "/etc/passwd", SimpleFileOptions::default()).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        assert_eq!(Archive::open(&bytes).unwrap().part("word/document.xml").unwrap(), None);
    }

    #[test]
    fn references_stay_in_the_archive() {
        assert_eq!(resolved("OPS/package.opf", "text/one.xhtml#p1"), "OPS/text/one.xhtml");
        assert_eq!(resolved("OPS/package.opf", "../../../etc/passwd"), "etc/passwd");
        assert_eq!(resolved("word/document.xml", "/word/my%20notes.xml"), "word/my notes.xml");
        assert_eq!(percent_decoded("100%, %zz %c3%a9"), "100%, %zz é");
    }

    #[test]
    fn what_unpacks_to_far_more_than_its_size_is_refused() {
        let bomb = packed(&[("word/document.xml", &"0".repeat(64 << 20))]);
        assert!(bomb.len() < 1 << 20);
        let refusal = Archive::open(&bomb).unwrap().part("word/document.xml").unwrap_err();
        assert!(matches!(refusal, Refusal::TooMuch(_)), "{refusal:?}");
    }

    #[test]
    fn damaged_and_locked_files_are_told_apart() {
        let whole = packed(&[("a", "one")]);
        let refusal = |bytes: &[u8]| Archive::open(bytes).err();
        assert!(matches!(refusal(whole.get(..whole.len() / 2).unwrap()), Some(Refusal::Damaged(_))));
        assert!(matches!(refusal(b""), Some(Refusal::Damaged(_))));
        let locked = [OLE, "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()].concat();
        assert_eq!(refusal(&locked), Some(Refusal::Locked));
        assert!(matches!(refusal(OLE), Some(Refusal::Damaged(_))));
    }
}
