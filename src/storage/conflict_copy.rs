//! Copies that services which keep folders alike make when two machines have changed a file: known by their names.

use std::path::{Path, PathBuf};

use super::Fs;
use crate::model::id::ProjectId;

/// The copies of a project file that lie beside it: their names say so, and they hold the same project.
pub fn beside(fs: &dyn Fs, project: &Path, id: ProjectId) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (project.parent(), project.file_name().and_then(|name| name.to_str())) else { return Vec::new() };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let is_named_so = |path: &PathBuf| path.file_name().and_then(|other| other.to_str()).is_some_and(|other| is_copy(name, other));
    let holds_it =
        |path: &PathBuf| fs.read(path).ok().and_then(|bytes| super::read(&bytes).ok()).is_some_and(|read| read.project.id() == id);
    let paths = fs.list(folder).unwrap_or_default();
    paths.into_iter().filter(is_named_so).filter(holds_it).collect()
}

/// Words that stand in the names of conflict copies, in the languages of the services.
const WORDS: [&str; 12] = [
    "conflict",
    "konflikt",
    "conflit",
    "conflicto",
    "conflito",
    "conflitto",
    "strijdig",
    "konfliktní",
    "ristiriita",
    "конфликт",
    "競合",
    "冲突",
];

/// Whether a file is named as a conflict copy of another one.
///
/// Dropbox `a (MB's conflicted copy 2031-03-14).ron`, Nextcloud and ownCloud `a (conflicted copy 2031-03-14 101010).ron`, Syncthing
/// `a.sync-conflict-20310314-101010-ABCDEFG.ron`, OneDrive `a-DESK3.ron`, Google Drive `a (1).ron`, iCloud `a 2.ron`.
pub fn is_copy(name: &str, other: &str) -> bool {
    let ((stem, ending), (other_stem, other_ending)) = (split(name), split(other));
    let Some(rest) = other_stem.strip_prefix(stem).filter(|_| ending.eq_ignore_ascii_case(other_ending)) else { return false };
    let lower = rest.to_lowercase();
    let has_word = WORDS.iter().any(|word| lower.contains(word));
    let in_brackets = rest.strip_prefix(" (").and_then(|rest| rest.strip_suffix(')'));
    let is_number = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(inside) = in_brackets {
        return has_word || is_number(inside);
    }
    if rest.starts_with(".sync-conflict-") || (rest.starts_with([' ', '-', '_', '.']) && has_word) {
        return true;
    }
    if rest.strip_prefix(' ').is_some_and(is_number) {
        return true;
    }
    // A machine's name, as Windows has them: capitals, digits and hyphens, up to 15 of them, perhaps with a number after it.
    let is_host = |text: &str| {
        let has_letter = text.bytes().any(|byte| byte.is_ascii_uppercase());
        let is_plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
        (3..=18).contains(&text.len()) && has_letter && is_plain
    };
    rest.strip_prefix('-').is_some_and(is_host)
}

fn split(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or((name, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{Disk, to_ron};
    use crate::testing::{Desk, project};

    #[test]
    fn copies_are_known_by_their_names() {
        let check = |other: &str, expected: bool| assert_eq!(is_copy("dykes.ron", other), expected, "{other}");
        for other in [
            "dykes (MB's conflicted copy 2031-03-14).ron",
            "dykes (MB’s conflicted copy 2031-03-14 (1)).ron",
            "dykes (conflicted copy 2031-03-14 101010).ron",
            "dykes (In Konflikt stehende Kopie von MB 2031-03-14).ron",
            "dykes (Copie en conflit de MB 2031-03-14).ron",
            "dykes (copia en conflicto de MB 2031-03-14).ron",
            "dykes_conflict-20310314-101010.ron",
            "dykes.sync-conflict-20310314-101010-ABCDEFG.ron",
            "dykes-DESK3.ron",
            "dykes-LAPTOP-7KQ2-2.ron",
            "dykes (1).ron",
            "dykes 2.ron",
        ] {
            check(other, true);
        }
        for other in [
            "dykes.ron",
            "dykes-2031.ron",
            "dykes-final.ron",
            "dykes (copy).ron",
            "dykes old.ron",
            "other (1).ron",
            "dykes (1).txt",
            ".dykes.ron.lock",
        ] {
            check(other, false);
        }
    }

    #[test]
    fn only_copies_of_the_same_project_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let same = project("Words.");
        let mut desk = Desk::default();
        desk.project = crate::model::project::Project::new(ProjectId(crate::model::id::Uid(9)), "Other");
        for (name, project) in [("a.ron", &same), ("a (1).ron", &same), ("a 2.ron", &desk.project), ("b (1).ron", &same)] {
            std::fs::write(at(name), to_ron(project)).unwrap();
        }
        std::fs::write(at("a (2).ron"), "broken").unwrap();
        assert_eq!(beside(&Disk, &at("a.ron"), same.id()), [at("a (1).ron")]);
    }
}
