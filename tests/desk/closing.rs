//! Leaving a project that is not saved: the question, and what each answer does.

use std::path::{Path, PathBuf};

use super::trial::{Desk, shipped};

const QUESTION: Option<&str> = Some("Save the project before closing?");

/// A project with a claim, in no file yet.
fn at_work() -> Desk {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.press_all("Ctrl+Home Down C");
    assert_eq!(claims(&desk), 1);
    desk
}

/// The same in a file, with one claim more than the file holds.
fn at_work_in_a_file() -> (Desk, PathBuf) {
    let mut desk = at_work();
    let folder = desk.home.path().join("drive");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("flood.ron");
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    assert!(path.exists(), "{}", desk.said());
    desk.press_all("Ctrl+Down C");
    assert_eq!(claims(&desk), 2);
    (desk, path)
}

fn claims(desk: &Desk) -> usize {
    desk.look(|app| app.session().project().claims().len())
}

/// The claims that a project file holds.
fn claims_in(path: &Path) -> usize {
    tickmark::storage::read(&std::fs::read(path).unwrap()).unwrap().project.claims().len()
}

#[test]
fn the_close_button_asks_and_stay_or_escape_stays() {
    let mut desk = at_work();
    for _ in 0..2 {
        desk.click_close();
        assert_eq!((desk.window().as_deref(), desk.is_gone), (QUESTION, false));
        desk.click("Stay");
        assert_eq!((desk.window(), desk.is_gone), (None, false));
        desk.click_close();
        desk.press("Escape");
        assert_eq!((desk.window(), desk.is_gone), (None, false));
    }
    desk.press_all("Ctrl+Down C");
    assert_eq!(claims(&desk), 2, "the work goes on");
}

#[test]
fn without_saving_the_window_closes_and_nothing_comes_back() {
    let mut desk = at_work();
    let journals = desk.home.path().join("data/journals");
    assert_eq!(std::fs::read_dir(&journals).unwrap().count(), 1);
    desk.click_close();
    desk.click("Close without saving");
    assert!(desk.is_gone);
    let desk = Desk::open_in(desk.close(), &[]);
    assert!(desk.has_containing("Start with an article"), "{}", desk.said());
}

#[test]
fn save_asks_for_a_file_and_then_closes() {
    let mut desk = at_work();
    let path = desk.home.path().join("flood.ron");
    desk.click_close();
    desk.click("Save");
    assert_eq!((desk.window().as_deref(), desk.is_gone), (Some("Save the project"), false));
    desk.answer_path(&path);
    desk.wait_until("the window to close", |desk| desk.is_gone);
    assert_eq!(claims_in(&path), 1);
    let desk = Desk::open_in(desk.close(), &[]);
    assert_eq!(claims(&desk), 1);
}

#[test]
fn no_path_means_no_closing_now_or_later() {
    let mut desk = at_work();
    desk.click_close();
    desk.click("Save");
    desk.press("Escape");
    assert_eq!((desk.window(), desk.is_gone), (None, false));
    desk.press("Ctrl+S");
    let path = desk.home.path().join("flood.ron");
    desk.answer_path(&path);
    assert_eq!((claims_in(&path), desk.is_gone), (1, false));
    desk.click_close();
    assert!(desk.is_gone, "all is saved");
}

#[test]
fn a_project_with_a_file_is_saved_there_as_the_window_closes() {
    let (mut desk, path) = at_work_in_a_file();
    desk.click_close();
    assert!(desk.is_gone, "{:?} {}", desk.window(), desk.said());
    assert_eq!(claims_in(&path), 2);
}

#[test]
fn where_the_file_cannot_be_written_closing_asks() {
    let (mut desk, path) = at_work_in_a_file();
    std::fs::rename(path.parent().unwrap(), desk.home.path().join("away")).unwrap();
    desk.click_close();
    assert!(!desk.is_gone && desk.said().contains("safe in the journal"), "{}", desk.said());
    desk.click_close();
    assert_eq!((desk.window().as_deref(), desk.is_gone), (QUESTION, false));
    desk.click("Close without saving");
    assert!(desk.is_gone);
}

#[test]
fn what_is_done_after_a_failed_save_is_kept_too() {
    let (mut desk, path) = at_work_in_a_file();
    let away = desk.home.path().join("away");
    std::fs::rename(path.parent().unwrap(), &away).unwrap();
    desk.press("Ctrl+S");
    assert!(desk.said().contains("safe in the journal"), "{}", desk.said());
    desk.press_all("Ctrl+Down C");
    let home = desk.close();
    std::fs::rename(&away, path.parent().unwrap()).unwrap();
    let desk = Desk::open_in(home, &[path]);
    assert_eq!(claims(&desk), 3);
}

#[test]
fn the_next_project_opens_after_the_answer() {
    let mut desk = at_work();
    let path = desk.home.path().join("flood.ron");
    desk.press("Ctrl+N");
    assert_eq!(desk.window().as_deref(), QUESTION);
    desk.click("Stay");
    assert_eq!(claims(&desk), 1);
    desk.press("Ctrl+N");
    desk.click("Save");
    desk.answer_path(&path);
    assert_eq!((claims_in(&path), claims(&desk), desk.is_gone), (1, 0, false));
}
