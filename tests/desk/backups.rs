//! Backups in the window: earlier states told in words, brought back and undone, copied; made before anything is saved over.

use std::path::{Path, PathBuf};

use tickmark::model::project::Project;
use tickmark::storage::{Disk, backup, read};

use super::trial::{Desk, shipped};

/// A project of one article in a file, and the file.
fn saved() -> (Desk, PathBuf) {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    let path = desk.home.path().join("flood.ron");
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    assert!(path.exists(), "{}", desk.said());
    (desk, path)
}

fn project(desk: &Desk) -> Project {
    desk.look(|app| app.session().project().clone())
}

/// The bytes of the backups, latest first.
fn kept(desk: &Desk) -> Vec<Vec<u8>> {
    let id = desk.look(|app| app.session().project().id());
    let listed = backup::list(&Disk, &desk.home.path().join("data/backups"), id).unwrap();
    listed.iter().map(|backup| std::fs::read(&backup.path).unwrap()).collect()
}

fn open_window(desk: &mut Desk) {
    desk.press("Ctrl+K");
    desk.type_text("backups");
    desk.press("Enter");
    assert_eq!(desk.window().as_deref(), Some("Backups"));
}

#[test]
fn an_earlier_state_is_told_in_words_restored_as_one_step_and_undone() {
    let (mut desk, path) = saved();
    desk.press_all("Ctrl+Home Down C Ctrl+S");
    let mut desk = Desk::open_in(desk.close(), std::slice::from_ref(&path));
    assert_eq!(kept(&desk).len(), 2, "one when it was first saved, one when a file was opened that had changed since");
    desk.press_all("Ctrl+1 Ctrl+Home J T");
    let (present, steps) = (project(&desk), desk.look(|app| app.session().history().len()));

    open_window(&mut desk);
    assert!(desk.has_containing("Since then: 1 claim settled"));
    assert!(desk.has_containing("Since then: 1 claim added"));
    assert!(desk.has("1 claim opened again."), "what restoring the latest would change");
    desk.press("Down");
    assert!(desk.has_containing("1 claim removed"), "what restoring the one before would change");
    desk.press("Enter");

    assert_eq!((desk.window(), project(&desk).claims().len()), (None, 0), "{}", desk.said());
    assert_eq!(desk.look(|app| app.session().history().len()), steps + 1);
    assert!(desk.look(|app| app.session().history().undo_label().unwrap().starts_with("restore the backup of ")));
    let latest = read(&kept(&desk)[0]).unwrap().project;
    assert_eq!(latest, present, "the state before was in no file, and is in the latest backup");
    desk.press("Ctrl+Z");
    assert_eq!(project(&desk), present);
}

#[test]
fn opening_the_same_file_again_makes_no_second_backup_and_the_window_says_that_nothing_differs() {
    let (desk, path) = saved();
    let desk = Desk::open_in(desk.close(), std::slice::from_ref(&path));
    let mut desk = Desk::open_in(desk.close(), std::slice::from_ref(&path));
    assert_eq!(kept(&desk), [std::fs::read(&path).unwrap()]);
    open_window(&mut desk);
    assert!(desk.has_containing("The same as now"));
    desk.press("Enter");
    assert_eq!(desk.window().as_deref(), Some("Backups"), "there is nothing to restore");
    desk.press("Escape");
    assert_eq!(desk.window(), None);
}

#[test]
fn a_copy_is_saved_elsewhere_but_not_over_the_file_at_work() {
    let (mut desk, path) = saved();
    desk.press_all("Ctrl+Home Down C Ctrl+S");
    let (before, copy) = (std::fs::read(&path).unwrap(), desk.home.path().join("copy.ron"));
    open_window(&mut desk);
    desk.click("Save a copy as");
    assert_eq!(desk.window().as_deref(), Some("Save a copy of the backup"));
    desk.answer_path(&copy);
    assert_eq!(std::fs::read(&copy).unwrap(), kept(&desk)[0]);
    assert_eq!(desk.window().as_deref(), Some("Backups"), "the list is there again");
    desk.click("Save a copy as");
    desk.answer_path(&path);
    // It asks before it replaces a file.
    desk.press("Enter");
    assert!(desk.said().contains("the file of the project at work"), "{}", desk.said());
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_of_an_older_version_is_kept_as_it_was_before_it_is_written_anew() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("old.ron");
    let old = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old_projects/1.ron")).unwrap();
    std::fs::write(&path, &old).unwrap();
    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    desk.press_all("Ctrl+1 Ctrl+Home Down W N Ctrl+S");
    let new = std::fs::read_to_string(&path).unwrap();
    assert!(new.contains("version: 2"), "{}", desk.said());
    assert_eq!(kept(&desk), [old]);
}

#[test]
fn where_no_backup_can_be_made_the_work_goes_on_and_the_trouble_is_told() {
    let (desk, path) = saved();
    let home = desk.close();
    let folder = home.path().join("data/backups");
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, "a file where the folder should be").unwrap();
    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert!(desk.said().starts_with("No backup could be made in "), "{}", desk.said());
    desk.press_all("Ctrl+1 Ctrl+Home Down C Ctrl+S");
    assert!(desk.look(|app| app.session().is_saved()), "{}", desk.said());
    open_window(&mut desk);
    assert!(desk.has_containing("The backups cannot be listed"));
    assert!(desk.has("No backups yet. One is made when you open this project again."));
}
