//! A damaged file that is to be written over is set aside, byte for byte, under a name of its own beside it.

use std::io;
use std::path::{Path, PathBuf};

use crate::storage::fs::Fs;

/// Renames a damaged file to `flood.damaged.ron`, or the first `flood.damaged 2.ron` that is free, and gives its new path.
///
/// # Errors
/// When the disk refuses; the file then stands where it stood.
pub fn set_aside(fs: &dyn Fs, path: &Path) -> io::Result<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let taken = fs.list(folder)?;
    let names = (1_u64..).map(|nth| if nth == 1 { format!("{stem}.damaged.ron") } else { format!("{stem}.damaged {nth}.ron") });
    let mut free = names.map(|name| folder.join(name)).filter(|path| !taken.contains(path));
    let aside = free.next().ok_or(io::ErrorKind::AlreadyExists)?;
    fs.rename(path, &aside)?;
    fs.sync_folder(folder)?;
    Ok(aside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::fs::Disk;
    use std::fs;

    #[test]
    fn a_damaged_file_is_set_aside_and_none_before_it_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("flood.ron");
        for (bytes, name) in [(b"one", "flood.damaged.ron"), (b"two", "flood.damaged 2.ron")] {
            fs::write(&path, bytes).unwrap();
            assert_eq!(set_aside(&Disk, &path).unwrap(), folder.path().join(name));
            assert!(!path.exists());
        }
        assert_eq!(fs::read(folder.path().join("flood.damaged.ron")).unwrap(), b"one");
        assert_eq!(fs::read(folder.path().join("flood.damaged 2.ron")).unwrap(), b"two");
        assert!(set_aside(&Disk, &path).is_err());
    }
}
