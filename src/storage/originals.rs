//! Copies of the files that articles were read from, kept beside the project by their hash: `NAME.originals/HASH.ending`.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic::{self, SaveError};
use super::{Fs, kept};
use crate::model::file::KeptFile;

/// The ending of the folder's name.
const ENDING: &str = "originals";

/// Digits of a hash.
const DIGITS: usize = 64;

/// Why a copy could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// The file holds other bytes than when it was opened.
    #[error("{0} was changed since it was opened")]
    Changed(String),
    /// It is not known by a hash.
    #[error("{0} is not known by its hash")]
    NoHash(String),
    /// It cannot be read, or its folder cannot be made.
    #[error("{path}: {cause}", path = .path.display())]
    Disk {
        /// What the disk refuses.
        path: PathBuf,
        /// What the system says.
        #[source]
        cause: io::Error,
    },
    /// The copy cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Why the bytes that an article was read from cannot be had again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// Other bytes lie where it was opened, and no copy was kept.
    #[error("{0} was changed since it was opened, and no copy of it was kept. Open it as a new draft instead")]
    Changed(String),
    /// There is nothing where it was opened, and no copy was kept.
    #[error("{0} is no longer where it was opened, and no copy of it was kept. Put it back there, or open it as a new draft")]
    Gone(String),
    /// It is a page of the web, of which no copy was kept.
    #[error("No copy of {0} was kept. Open its address anew")]
    Page(String),
}

/// The folder of the copies that belong to a project's file.
pub fn folder(project: &Path) -> PathBuf {
    project.with_extension(ENDING)
}

/// Where the copy of a file belongs; nothing where what stands for its hash is none.
pub fn place(project: &Path, file: &KeptFile) -> Option<PathBuf> {
    let hash = file.sha256.to_ascii_lowercase();
    is_hash(&hash).then(|| folder(project).join(format!("{hash}{}", ending(file))))
}

/// Keeps a copy of a file: of its bytes where they are at hand, else as it lies where it was opened. One that is there and whole is left.
///
/// # Errors
/// When the file is gone or was changed, or the copy cannot be written.
pub fn keep(disk: &dyn Fs, project: &Path, file: &KeptFile, bytes: Option<&[u8]>) -> Result<(), NotKept> {
    let to = place(project, file).ok_or_else(|| NotKept::NoHash(file.name().to_owned()))?;
    let is_of_file = |bytes: &[u8]| kept::of_bytes(&to, bytes).sha256.eq_ignore_ascii_case(&file.sha256);
    if disk.is_there(&to) && disk.read(&to).is_ok_and(|bytes| is_of_file(&bytes)) {
        return Ok(());
    }
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |cause| NotKept::Disk { path, cause }
    };
    let path = Path::new(&file.path);
    let read = match bytes {
        Some(bytes) => bytes.to_vec(),
        None => disk.read(path).map_err(failed(path))?,
    };
    if !is_of_file(&read) {
        return Err(NotKept::Changed(file.name().to_owned()));
    }
    let folder = folder(project);
    disk.create_folder(&folder).map_err(failed(&folder))?;
    Ok(atomic::save(disk, &to, &read)?)
}

/// The bytes of a file, known by its hash: from the copy beside the project, or from where it was opened. Larger ones than `most` bytes are
/// not looked at.
///
/// # Errors
/// When neither holds those bytes.
pub fn find(disk: &dyn Fs, project: Option<&Path>, file: &KeptFile, most: u64) -> Result<Vec<u8>, NotFound> {
    let read = |path: &Path| disk.about(path).ok().filter(|about| about.bytes <= most).and_then(|_| disk.read(path).ok());
    let copy = project.and_then(|project| place(project, file));
    let own = (!file.is_of_web()).then(|| PathBuf::from(&file.path));
    let mut is_changed = false;
    for path in copy.into_iter().chain(own) {
        let Some(bytes) = read(&path) else { continue };
        if kept::of_bytes(&path, &bytes).sha256.eq_ignore_ascii_case(&file.sha256) {
            return Ok(bytes);
        }
        is_changed = true;
    }
    let name = file.name().to_owned();
    Err(match (file.is_of_web(), is_changed) {
        (true, _) => NotFound::Page(name),
        (false, true) => NotFound::Changed(name),
        (false, false) => NotFound::Gone(name),
    })
}

/// The hashes of the copies that lie beside a project.
pub fn hashes(disk: &dyn Fs, project: &Path) -> BTreeSet<String> {
    let stem = |path: &PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    disk.list(&folder(project)).unwrap_or_default().iter().filter_map(stem).filter(|stem| is_hash(stem)).collect()
}

fn is_hash(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// `.html`, in plain lower-case letters and digits; blank where the name has none.
fn ending(file: &KeptFile) -> String {
    let path = match file.path.split_once("://").filter(|_| file.is_of_web()) {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path).split(['?', '#']).next().unwrap_or(""),
        None => file.path.as_str(),
    };
    let name = path.rsplit(['/', '\\']).next().unwrap_or("");
    let Some((_, ending)) = name.rsplit_once('.') else { return String::new() };
    let is_plain = !ending.is_empty() && ending.len() <= 12 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { format!(".{}", ending.to_ascii_lowercase()) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Disk;
    use crate::storage::faulty::Failing;

    const HASH: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn file(path: &str) -> KeptFile {
        KeptFile { path: path.into(), sha256: HASH.into(), ..KeptFile::default() }
    }

    #[test]
    fn a_copy_is_named_by_hash_and_ending() {
        let check = |path: &str, name: &str| {
            let at = place(Path::new("desk/flood story.ron"), &file(path)).unwrap();
            assert_eq!(at, Path::new("desk/flood story.originals").join(name));
        };
        check("/home/rk/flood.HTML", &format!("{HASH}.html"));
        check("C:\\desk\\flood.docx", &format!("{HASH}.docx"));
        check("https://example.org/news/flood.pdf?x=a.b", &format!("{HASH}.pdf"));
        check("https://example.org", HASH);
        check("flood", HASH);
        check("flood.a b", HASH);
        let other = KeptFile { sha256: "../../etc/passwd".into(), ..file("a.txt") };
        assert_eq!(place(Path::new("p.ron"), &other), None, "what a project file says leads nowhere else");
    }

    #[test]
    fn a_copy_is_kept_once_and_only_of_what_was_opened() {
        let home = tempfile::tempdir().unwrap();
        let (project, path) = (home.path().join("p.ron"), home.path().join("flood.txt"));
        let opened = file(&path.display().to_string());
        let words = |outcome: Result<(), NotKept>| outcome.unwrap_err().to_string();
        assert!(words(keep(&Disk, &project, &opened, None)).contains("flood.txt: "));
        std::fs::write(&path, "abd").unwrap();
        assert_eq!(words(keep(&Disk, &project, &opened, None)), "flood.txt was changed since it was opened");
        assert!(hashes(&Disk, &project).is_empty() && !folder(&project).exists());
        std::fs::write(&path, "abc").unwrap();
        keep(&Disk, &project, &opened, None).unwrap();
        let copy = place(&project, &opened).unwrap();
        assert_eq!(std::fs::read(&copy).unwrap(), b"abc");
        std::fs::remove_file(&path).unwrap();
        keep(&Disk, &project, &opened, None).expect("it is there already");
        std::fs::write(&copy, "ab").unwrap();
        assert!(keep(&Disk, &project, &opened, None).is_err(), "one that is damaged is not taken for it");
        keep(&Disk, &project, &opened, Some(b"abc")).unwrap();
        assert_eq!(std::fs::read(&copy).unwrap(), b"abc");
        assert_eq!(hashes(&Disk, &project).into_iter().collect::<Vec<_>>(), [HASH]);
    }

    #[test]
    fn the_very_bytes_are_found_again_or_it_is_said_why_not() {
        let home = tempfile::tempdir().unwrap();
        let (project, path) = (home.path().join("p.ron"), home.path().join("flood.txt"));
        let opened = file(&path.display().to_string());
        let found = |project: Option<&Path>, file: &KeptFile| find(&Disk, project, file, 3);
        assert_eq!(found(None, &opened), Err(NotFound::Gone("flood.txt".into())));
        std::fs::write(&path, "abc").unwrap();
        assert_eq!(found(None, &opened), Ok(b"abc".to_vec()));
        assert!(find(&Disk, None, &opened, 2).is_err(), "it is too large to be looked at");
        keep(&Disk, &project, &opened, None).unwrap();
        std::fs::write(&path, "abd").unwrap();
        assert_eq!(found(None, &opened), Err(NotFound::Changed("flood.txt".into())));
        assert_eq!(found(Some(&project), &opened), Ok(b"abc".to_vec()), "the copy is as it was");
        std::fs::write(place(&project, &opened).unwrap(), "xyz").unwrap();
        assert_eq!(found(Some(&project), &opened), Err(NotFound::Changed("flood.txt".into())), "a damaged copy is not taken for it");
        let page = file("https://example.org/flood");
        assert_eq!(found(Some(&project), &page), Err(NotFound::Page("https://example.org/flood".into())));
    }

    #[test]
    fn a_disk_that_fails_leaves_no_half_a_copy_and_says_so() {
        let home = tempfile::tempdir().unwrap();
        let (project, path) = (home.path().join("p.ron"), home.path().join("flood.txt"));
        std::fs::write(&path, "abc").unwrap();
        let opened = file(&path.display().to_string());
        let copy = place(&project, &opened).unwrap();
        let mut failures = 0;
        for at in 1..100 {
            let disk = Failing::at(at, false, io::ErrorKind::StorageFull);
            let outcome = keep(&disk, &project, &opened, None);
            assert!(!copy.exists() || std::fs::read(&copy).unwrap() == b"abc", "{at}");
            if !disk.was_reached() {
                assert!(outcome.is_ok() && failures > 3, "{at}: {failures}");
                return;
            }
            failures += usize::from(outcome.is_err());
            let _ = std::fs::remove_dir_all(folder(&project));
        }
        panic!("it never ended");
    }
}
