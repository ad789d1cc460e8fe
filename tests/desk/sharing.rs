//! A project's file in two hands: two windows, and a window beside another program. Nobody's work is lost, and each is told.

use std::path::{Path, PathBuf};

use tickmark::command::Command;
use tickmark::model::moment::Moment;
use tickmark::session::{IdSource, Session};
use tickmark::storage::{self, Disk};

use super::trial::{Desk, shipped};

const QUESTION: Option<&str> = Some("The file was changed on disk");

/// A project with a claim in a file.
fn at_work() -> (Desk, PathBuf) {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    tag(&mut desk, "Gate 3 stopped 1.8 metres");
    let path = desk.home.path().join("flood.ron");
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    assert_eq!(claims_in(&path), 1, "{}", desk.said());
    (desk, path)
}

/// The same with another program that adds a source to the file, and a claim more that is not saved yet.
fn with_another_version() -> (Desk, PathBuf) {
    let (mut desk, path) = at_work();
    let mut session = Session::new(storage::open(&Disk, &path).unwrap().project, None, IdSource::new(99));
    session.run(Command::AddSource("harbour master".into()), Moment::from_ms(1_900_000_000_000));
    storage::save(&Disk, &path, session.project()).unwrap();
    tag(&mut desk, "No one was injured");
    assert_eq!(claims(&desk), 2);
    (desk, path)
}

/// Tags words as a claim.
fn tag(desk: &mut Desk, words: &str) {
    desk.select(words);
    desk.press("C");
}

fn claims(desk: &Desk) -> usize {
    desk.look(|app| app.session().project().claims().len())
}

fn claims_in(path: &Path) -> usize {
    storage::open(&Disk, path).unwrap().project.claims().len()
}

/// Whether the file holds what the other program has written.
fn has_source(path: &Path) -> bool {
    storage::open(&Disk, path).unwrap().project.sources().values().any(|source| source.name == "harbour master")
}

fn look_away_and_back(desk: &mut Desk) {
    desk.harness.input_mut().focused = false;
    desk.settle();
    desk.harness.input_mut().focused = true;
    desk.settle();
}

fn mine(path: &Path) -> PathBuf {
    path.with_file_name("flood (mine).ron")
}

#[test]
fn a_second_window_says_who_has_the_project() {
    let (_first, path) = at_work();
    let second = Desk::open(std::slice::from_ref(&path));
    assert!(second.said().starts_with("Open to read only. Another window has had it open"), "{}", second.said());
}

#[test]
fn another_version_is_found_on_focus_and_before_saving_and_keeping_both_makes_a_file_beside_it() {
    for is_on_focus in [true, false] {
        let (mut desk, path) = with_another_version();
        if is_on_focus {
            look_away_and_back(&mut desk)
        } else {
            desk.press("Ctrl+S")
        }
        assert_eq!(desk.window().as_deref(), QUESTION);
        assert!(desk.has_containing("There: 1 source added."), "what differs is told");
        assert_eq!((claims_in(&path), has_source(&path)), (1, true));
        desk.click("Keep both");
        assert_eq!((claims_in(&path), has_source(&path)), (1, true));
        assert_eq!((claims_in(&mine(&path)), has_source(&mine(&path))), (2, false));
        assert!(desk.look(|app| app.session().path() == Some(mine(&path).as_path()) && app.session().is_saved()));
    }
}

#[test]
fn merging_brings_both_together_in_one_step() {
    let (mut desk, path) = with_another_version();
    desk.press("Ctrl+S");
    desk.click("Merge");
    assert_eq!(desk.window(), None);
    assert!(desk.said().starts_with("Merged with the version on disk. Nothing is left to decide."), "{}", desk.said());
    desk.press("Ctrl+S");
    assert_eq!((claims_in(&path), has_source(&path), desk.window()), (2, true, None));
}

#[test]
fn keeping_mine_keeps_theirs_as_a_backup() {
    let (mut desk, path) = with_another_version();
    desk.press("Ctrl+S");
    desk.click("Keep mine");
    assert_eq!((claims_in(&path), has_source(&path)), (2, false), "{}", desk.said());
    let id = desk.look(|app| app.session().project().id());
    let backups = storage::backup::list(&Disk, &desk.home.path().join("data/backups"), id).unwrap();
    assert!(backups.iter().any(|backup| has_source(&backup.path)), "{backups:?}");
    tag(&mut desk, "Some 11,400 households lost power");
    desk.press("Ctrl+S");
    assert_eq!((claims_in(&path), desk.window()), (3, None));
}

#[test]
fn keeping_theirs_is_a_step_that_undo_takes_back() {
    let (mut desk, path) = with_another_version();
    desk.press("Ctrl+S");
    desk.click("Keep theirs");
    assert_eq!(claims(&desk), 1);
    assert!(desk.look(|app| app.session().is_saved()) && has_source(&path));
    desk.press("Ctrl+Z");
    assert_eq!(claims(&desk), 2, "{}", desk.said());
    desk.press("Ctrl+Shift+Z");
    tag(&mut desk, "Some 11,400 households lost power");
    desk.press("Ctrl+S");
    assert_eq!((claims_in(&path), has_source(&path), desk.window()), (2, true, None));
}

#[test]
fn deciding_later_writes_nothing() {
    let (mut desk, path) = with_another_version();
    look_away_and_back(&mut desk);
    desk.press("Escape");
    assert_eq!(desk.window(), None);
    assert_eq!((claims_in(&path), has_source(&path)), (1, true));
}

#[test]
fn a_project_is_taken_over_and_what_was_not_saved_goes_beside_it() {
    let (mut first, path) = at_work();
    let mut second = Desk::open(std::slice::from_ref(&path));
    tag(&mut first, "No one was injured");
    assert_eq!((claims(&first), claims_in(&path)), (2, 1));
    tag(&mut second, "Some 11,400 households lost power");
    assert_eq!(claims(&second), 1, "it may only be read");
    second.click_containing("Take over");
    assert!(second.said().contains("You have taken the project over"), "{}", second.said());
    tag(&mut second, "Some 11,400 households lost power");
    second.press("Ctrl+S");
    assert_eq!((claims(&second), claims_in(&path)), (2, 2));

    look_away_and_back(&mut first);
    first.wait_until("the file beside it", |_| mine(&path).exists());
    assert!(first.said().contains("What you had not saved is in"), "{}", first.said());
    assert_eq!(claims_in(&mine(&path)), 2);
    tag(&mut first, "Some 11,400 households lost power");
    assert_eq!(claims(&first), 2, "it may only be read");
    first.click_close();
    assert!(first.is_gone);
    let both = storage::open(&Disk, &path).unwrap().project;
    assert!(both.annotations().values().any(|mark| both.quote(mark).starts_with("Some 11,400")), "the work of the second stands");
}
