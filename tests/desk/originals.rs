//! Copies of opened files beside the project.

use std::path::PathBuf;

use tickmark::session::Preference;
use tickmark::storage::{kept, originals};

use super::server::{Server, answer};
use super::trial::Desk;

/// The names in the folder of copies.
fn copies(project: &std::path::Path) -> Vec<PathBuf> {
    let folder = std::fs::read_dir(originals::folder(project)).into_iter().flatten();
    let mut names: Vec<_> = folder.map(|entry| PathBuf::from(entry.unwrap().file_name())).collect();
    names.sort();
    names
}

/// A file to open, and a project's file to save to.
fn begin() -> (Desk, PathBuf, PathBuf) {
    let mut desk = Desk::open(&[]);
    let (file, project) = (desk.home.path().join("flood.txt"), desk.home.path().join("story.ron"));
    std::fs::write(&file, "Gate jams\nIt rained.\n").unwrap();
    desk.run(tickmark::command::Command::OpenPaths(vec![file.clone()]));
    (desk, file, project)
}

fn save(desk: &mut Desk, project: &std::path::Path) {
    desk.press("Ctrl+S");
    desk.answer_path(project);
    assert!(project.exists(), "{}", desk.said());
}

#[test]
fn files_and_pages_are_kept_by_hash_once_the_project_has_a_file() {
    let mut desk = Desk::open(&[]);
    let (file, project) = (desk.home.path().join("flood.txt"), desk.home.path().join("story.ron"));
    desk.prefer(Preference::Originals(true));
    desk.prefer(Preference::Fetch(true));
    std::fs::write(&file, "Gate jams\nIt rained.\n").unwrap();
    desk.run(tickmark::command::Command::OpenPaths(vec![file.clone()]));
    let page = b"Rain goes on\nFor 36 hours.\n";
    let site = Server::of(&[("/rain.txt", answer("200 OK", "Content-Type: text/plain; charset=utf-8", page))]);
    desk.press("Ctrl+L");
    desk.type_text(&site.address("/rain.txt"));
    desk.press("Enter");
    assert!(!originals::folder(&project).exists());
    save(&mut desk, &project);
    let of_page = kept::of_bytes("page".as_ref(), page);
    let mut expected = [kept::of_bytes(&file, &std::fs::read(&file).unwrap()).sha256, of_page.sha256.clone()];
    expected.sort();
    assert_eq!(copies(&project), expected.each_ref().map(|hash| PathBuf::from(format!("{hash}.txt"))));
    let copy = originals::folder(&project).join(format!("{}.txt", of_page.sha256));
    assert_eq!(std::fs::read(copy).unwrap(), page);
    assert_eq!(site.asked().len(), 1);
    let words = format!("File: SHA-256 {}\u{2026}, copy kept", of_page.sha256.get(..8).unwrap());
    assert!(desk.has(&words), "the inspector says so");
    let third = desk.home.path().join("third.txt");
    std::fs::write(&third, "Third\nWords.").unwrap();
    desk.run(tickmark::command::Command::OpenPaths(vec![third]));
    assert_eq!(copies(&project).len(), 3, "one that is opened later is kept at once");
    let other = desk.home.path().join("other.ron");
    desk.press("Ctrl+Shift+S");
    desk.answer_path(&other);
    assert_eq!((copies(&other).len(), copies(&project).len()), (3, 3), "they go along to another name: {}", desk.said());
}

#[test]
fn without_the_wish_no_copy_is_made() {
    let (mut desk, _, project) = begin();
    save(&mut desk, &project);
    assert!(copies(&project).is_empty());
    assert!(desk.has_containing("File: SHA-256 ") && !desk.has_containing("copy kept"));
}

#[test]
fn a_file_that_was_changed_since_is_not_kept_which_is_said() {
    let mut desk = Desk::open(&[]);
    let (file, project) = (desk.home.path().join("flood.txt"), desk.home.path().join("story.ron"));
    desk.prefer(Preference::Originals(true));
    std::fs::write(&file, "Gate jams\nIt rained.\n").unwrap();
    desk.run(tickmark::command::Command::OpenPaths(vec![file.clone()]));
    std::fs::write(&file, "Gate jams\nIt snowed.\n").unwrap();
    save(&mut desk, &project);
    assert!(copies(&project).is_empty());
    assert!(desk.said().contains("No copy was kept beside the project: flood.txt was changed since it was opened."), "{}", desk.said());
}
