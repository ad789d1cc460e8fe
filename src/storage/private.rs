//! Files of the program itself, which only this user may read: backups, journals.

use std::io::{self, Write as _};
use std::path::Path;

use super::fs::Fs;

/// Replaces a file or makes it, for the eyes of this user only. Its name stands for the old contents or the new, whole, whatever
/// happens. With `is_safe` it waits until they are safe on disk; without, they may be lost with the power.
///
/// # Errors
/// When the disk refuses; the file is then as it was, or it is whole and only its name may not be safe.
pub fn write(disk: &dyn Fs, path: &Path, contents: &[u8], is_safe: bool) -> io::Result<()> {
    let new = path.with_extension("new");
    // What a crash has left there must not stand before the new contents.
    remove_if_there(disk, &new)?;
    let placed = write_new(disk, &new, contents, is_safe).and_then(|()| disk.rename(&new, path));
    if placed.is_err() {
        // The error that counts is the first one.
        let _ = disk.remove(&new);
    }
    placed?;
    match path.parent() {
        Some(folder) if is_safe => disk.sync_folder(folder),
        _ => Ok(()),
    }
}

fn write_new(disk: &dyn Fs, path: &Path, contents: &[u8], is_safe: bool) -> io::Result<()> {
    let mut file = disk.append(path)?;
    file.write_all(contents)?;
    file.flush()?;
    if is_safe { file.sync() } else { Ok(()) }
}

/// Removes a file; one that is not there is no error.
///
/// # Errors
/// When the disk refuses.
pub fn remove_if_there(disk: &dyn Fs, path: &Path) -> io::Result<()> {
    match disk.remove(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::faulty::{Failing, Unsynced, Volatile};

    const FILE: &str = "/data/file.ron";

    #[test]
    fn whatever_fails_the_old_contents_or_the_new_stand_there_and_nothing_else() {
        for at in 1.. {
            let disk = Volatile::new(Path::new(FILE), b"old", usize::MAX);
            disk.put(Path::new("/data/file.new"), b"left by a crash");
            let failing = Failing::on(disk.clone(), at, false, io::ErrorKind::StorageFull);
            let written = write(&failing, Path::new(FILE), &[b'n'; 200], true);
            let stands = disk.read(Path::new(FILE)).unwrap();
            assert!(stands == [b'n'; 200] || (written.is_err() && stands == b"old"), "{at}: {written:?}");
            let is_left = disk.read(Path::new("/data/file.new")).is_ok();
            assert!(!is_left || at == 1, "{at}: what was begun is left");
            if !failing.was_reached() {
                assert!(written.is_ok());
                break;
            }
        }
    }

    #[test]
    fn whenever_the_power_goes_the_file_is_the_old_one_or_the_new_one() {
        for operations in 0.. {
            let disk = Volatile::new(Path::new(FILE), b"old", operations);
            let written = write(&disk, Path::new(FILE), b"new", true);
            for names in 0..=disk.unsynced_names() {
                let stands = disk.after_power_loss(names, Unsynced::Lost).read(Path::new(FILE)).unwrap();
                assert!(stands == b"new" || (written.is_err() && stands == b"old"), "{operations}, {names}: {stands:?}");
            }
            if !disk.is_off() {
                break;
            }
        }
    }
}
