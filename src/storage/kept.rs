//! Files outside the project that evidence and sources rest on: their path and hash are kept, never their contents.

use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::Fs;
use crate::model::file::KeptFile;
use crate::model::unknown::Unknown;

/// A file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be read: {cause}", path.display())]
pub struct CannotKeep {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    #[source]
    pub cause: io::Error,
}

/// Bytes of a file that are in memory at once: a recording may be larger than that of the machine.
const BLOCK: usize = 256 * 1024;

/// Reads a file, block by block, and keeps its path and SHA-256.
///
/// # Errors
/// When it cannot be read.
pub fn keep(disk: &dyn Fs, path: &Path) -> Result<KeptFile, CannotKeep> {
    let hash = hash(disk, path).map_err(|cause| CannotKeep { path: path.to_owned(), cause })?;
    Ok(kept(path, hash))
}

/// The same of a file whose bytes are at hand.
pub fn of_bytes(path: &Path, bytes: &[u8]) -> KeptFile {
    kept(path, Sha256::digest(bytes).into())
}

fn kept(path: &Path, hash: [u8; 32]) -> KeptFile {
    let sha256 = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    KeptFile { path: path.display().to_string(), sha256, unknown: Unknown::default() }
}

fn hash(disk: &dyn Fs, path: &Path) -> io::Result<[u8; 32]> {
    let mut file = disk.open(path)?;
    let (mut hash, mut block) = (Sha256::new(), vec![0; BLOCK]);
    loop {
        match file.read(&mut block) {
            Ok(0) => return Ok(hash.finalize().into()),
            Ok(len) => hash.update(block.get(..len).unwrap_or(&[])),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Whether a kept file still holds the bytes that it held when it was added; an error where it cannot be read any more.
///
/// # Errors
/// When it cannot be read.
pub fn is_unchanged(disk: &dyn Fs, file: &KeptFile) -> Result<bool, CannotKeep> {
    keep(disk, Path::new(&file.path)).map(|now| now.sha256.eq_ignore_ascii_case(&file.sha256))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Disk;
    use crate::storage::faulty::Failing;

    #[test]
    fn a_file_is_kept_by_path_and_hash_and_a_change_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("minutes.txt");
        std::fs::write(&path, "abc").unwrap();
        let kept = keep(&Disk, &path).unwrap();
        assert_eq!(kept.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(kept.name(), "minutes.txt");
        assert!(is_unchanged(&Disk, &kept).unwrap());
        std::fs::write(&path, "abd").unwrap();
        assert!(!is_unchanged(&Disk, &kept).unwrap());
        let gone = keep(&Disk, &folder.path().join("none")).unwrap_err().to_string();
        assert!(gone.contains("none cannot be read"), "{gone}");
    }

    #[test]
    fn a_long_file_is_read_by_blocks_and_one_that_fails_on_the_way_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hearing.wav");
        let bytes: Vec<u8> = (0..BLOCK * 3 + 5).map(|at| (at % 251) as u8).collect();
        std::fs::write(&path, &bytes).unwrap();
        let whole: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(keep(&Disk, &path).unwrap().sha256, whole);
        // It is opened, then four blocks and the end are read: each of these may fail, and nothing more is asked of the disk.
        for (fails_at, is_kept) in [(1, false), (2, false), (4, false), (6, false), (7, true)] {
            let disk = Failing::at(fails_at, false, io::ErrorKind::PermissionDenied);
            assert_eq!(keep(&disk, &path).is_ok(), is_kept, "{fails_at}");
        }
    }
}
