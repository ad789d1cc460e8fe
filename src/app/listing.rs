//! Which files of folders are read as articles.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::import::Looks;
use crate::storage::Fs;

/// Most files of a folder and those in it.
const MOST_FILES: usize = 20_000;

/// Deepest folder in a folder.
const DEEPEST: usize = 16;

/// The files, and those in the folders among them and in their folders, that may be articles; each folder by name.
pub(super) fn files_in(disk: &dyn Fs, paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        if disk.about(&path).is_ok_and(|about| about.is_folder) {
            walk(disk, &path, DEEPEST, &mut seen, &mut files);
        } else {
            files.push(path);
        }
    }
    files
}

fn walk(disk: &dyn Fs, folder: &Path, depth: usize, seen: &mut BTreeSet<PathBuf>, files: &mut Vec<PathBuf>) {
    // A link that leads back is gone into once.
    let is_new = disk.canonical(folder).is_ok_and(|folder| seen.insert(folder));
    if depth == 0 || !is_new {
        return;
    }
    for path in disk.list(folder).unwrap_or_default() {
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_hidden || files.len() >= MOST_FILES {
            continue;
        }
        match disk.about(&path) {
            Ok(about) if about.is_folder => walk(disk, &path, depth - 1, seen, files),
            Ok(_) if is_article(&path) => files.push(path),
            _ => {}
        }
    }
}

fn is_article(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let is_packed_book = path.to_string_lossy().to_ascii_lowercase().ends_with(".fb2.zip");
    is_packed_book || ending.is_some_and(|ending| Looks::ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Disk;

    #[test]
    fn folders_give_their_articles_once_by_name_and_nothing_hidden() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("b/deep")).unwrap();
        for name in ["a.txt", "b/book.fb2.zip", "b/deep/c.HTML", "b/.hidden.txt", "picture.png", "z.md"] {
            std::fs::write(at(name), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), at("b/back")).unwrap();
        let found = files_in(&Disk, vec![folder.path().to_owned(), at("picture.png")]);
        assert_eq!(
            found,
            [at("a.txt"), at("b/book.fb2.zip"), at("b/deep/c.HTML"), at("z.md"), at("picture.png")],
            "a file that is named is taken as it is"
        );
    }
}
