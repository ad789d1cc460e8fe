//! The journal: what was done is there again after the program was killed, with undo, and the window says what is safe.

use std::path::{Path, PathBuf};

use tickmark::command::Action;
use tickmark::storage::{self, Disk, Fs as _};

use super::trial::{Desk, shipped};

/// A project with a claim, in no file yet.
fn at_work() -> Desk {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.press_all("Ctrl+Home Down C");
    assert_eq!(claims(&desk), 1);
    desk
}

/// The same in a file.
fn at_work_in_a_file() -> (Desk, PathBuf) {
    let mut desk = at_work();
    let path = desk.home.path().join("flood.ron");
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    assert_eq!(claims_in(&path), 1, "{}", desk.said());
    (desk, path)
}

fn claims(desk: &Desk) -> usize {
    desk.look(|app| app.session().project().claims().len())
}

fn claims_in(path: &Path) -> usize {
    storage::open(&Disk, path).unwrap().project.claims().len()
}

fn project(desk: &Desk) -> tickmark::model::project::Project {
    desk.look(|app| app.session().project().clone())
}

/// The folders of journals.
fn journals(home: &Path) -> Vec<PathBuf> {
    Disk.list(&home.join("data/journals")).unwrap()
}

#[test]
fn work_in_no_file_is_kept_at_once_and_is_there_after_a_kill_with_its_undo() {
    let mut desk = at_work();
    assert!(desk.has_containing(", in no file yet"), "the status bar says that it is kept");
    desk.press_all("Ctrl+Down C Ctrl+Down C Ctrl+Z");
    let before = project(&desk);
    let mut desk = Desk::open_in(desk.killed(), &[]);
    assert_eq!(project(&desk), before);
    assert!(desk.said().contains("was in no file when the program ended. It is here as you left it"), "{}", desk.said());
    assert!(desk.said().ends_with("Recovered 5 steps: undo tag claim A3, tag claim A3, tag claim A2 and 2 more."), "{}", desk.said());
    assert!(desk.has_containing(", in no file yet"), "it still is safe");
    desk.press("Ctrl+Shift+Z");
    assert_eq!(claims(&desk), 3, "what was undone before the kill is redone after it");
    desk.press_all("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z");
    assert!(desk.look(|app| app.session().project().order().is_empty()), "undo goes back to the beginning");
}

#[test]
fn work_behind_the_last_save_is_recovered_and_said_and_saved() {
    let (mut desk, path) = at_work_in_a_file();
    desk.press_all("Ctrl+Down C");
    let before = project(&desk);
    let home = desk.killed();
    assert_eq!(claims_in(&path), 1);
    let mut desk = Desk::open_in(home, &[]);
    assert_eq!(project(&desk), before, "the last project opens by itself");
    assert!(desk.said().starts_with("Recovered 1 step since the last save: tag claim A2."), "{}", desk.said());
    desk.wait_until("the autosave", |_| claims_in(&path) == 2);
    let desk = Desk::open_in(desk.killed(), &[]);
    assert_eq!(project(&desk), before);
    assert!(!desk.said().contains("Recovered"), "{}", desk.said());
}

#[test]
fn undo_goes_on_where_the_last_session_ended() {
    let (mut desk, path) = at_work_in_a_file();
    desk.press_all("Ctrl+Down C Ctrl+S");
    let mut desk = Desk::open_in(desk.close(), std::slice::from_ref(&path));
    assert_eq!((claims(&desk), desk.said().as_str()), (2, ""));
    desk.press("Ctrl+Z");
    assert_eq!(claims(&desk), 1);
    assert!(desk.said().starts_with("Undone: tag claim A2"), "{}", desk.said());
    desk.press("Ctrl+S");
    let mut desk = Desk::open_in(desk.close(), std::slice::from_ref(&path));
    desk.press("Ctrl+Shift+Z");
    assert_eq!(claims(&desk), 2);
}

#[test]
fn a_torn_end_of_the_journal_is_kept_aside_and_reported() {
    let mut desk = at_work();
    desk.press_all("Ctrl+Down C");
    let home = desk.killed();
    let journal = journals(home.path())[0].join("journal");
    let bytes = std::fs::read(&journal).unwrap();
    std::fs::write(&journal, &bytes[..bytes.len() - 5]).unwrap();
    let desk = Desk::open_in(home, &[]);
    assert_eq!(claims(&desk), 1);
    assert!(desk.said().contains("The end of the journal was torn; what could not be read is kept in"), "{}", desk.said());
    let aside = Disk.list(&journals(desk.home.path())[0]).unwrap();
    assert!(aside.iter().any(|path| path.extension().is_some_and(|ending| ending == "torn")), "{aside:?}");
}

#[test]
fn where_no_journal_can_be_written_the_window_says_so_and_offers_to_save() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("data")).unwrap();
    std::fs::write(home.path().join("data/journals"), "a file where the folder should be").unwrap();
    let mut desk = Desk::open_in(home, &[shipped("northwake-2031-03-13.txt")]);
    desk.press_all("Ctrl+Home Down C");
    const WORDS: &str = "The journal of your work cannot be written";
    assert!(desk.said().starts_with(WORDS), "{}", desk.said());
    assert!(desk.has_containing(WORDS), "the status bar has it as well");
    let path = desk.home.path().join("flood.ron");
    desk.click_containing("Save as");
    desk.answer_path(&path);
    assert_eq!(claims_in(&path), 1, "saving needs no journal");
    std::fs::remove_file(desk.home.path().join("data/journals")).unwrap();
    desk.press_all("Ctrl+Down C");
    desk.wait_until("the journal", |desk| !desk.has_containing(WORDS));
    let before = project(&desk);
    assert_eq!(project(&Desk::open_in(desk.killed(), &[path])), before);
}

#[test]
fn the_recovery_copy_of_an_earlier_version_is_still_found() {
    let desk = at_work();
    let before = project(&desk);
    let home = desk.killed();
    std::fs::remove_dir_all(home.path().join("data/journals")).unwrap();
    let (folder, id) = (home.path().join("data/recovery"), before.id());
    let heading =
        format!("// Recovery copy: (project: \"{id}\", name: \"New project\", belongs_to: None, made: \"2026-11-21T14:32:00Z\")\n");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{id}.recovery.ron")), heading + &storage::to_ron(&before)).unwrap();
    let mut desk = Desk::open_in(home, &[]);
    assert_eq!(project(&desk), before);
    // From now on it is journalled, and once it is saved the copy goes.
    desk.press_all("Ctrl+Home Down Down C");
    let path = desk.home.path().join("flood.ron");
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    assert_eq!(claims_in(&path), 2, "{}", desk.said());
    assert_eq!(Disk.list(&desk.home.path().join("data/recovery")).unwrap(), Vec::<PathBuf>::new());
}

#[test]
fn a_project_that_is_closed_well_leaves_no_journal() {
    let (desk, path) = at_work_in_a_file();
    let home = desk.close();
    let left: Vec<_> = journals(home.path()).iter().flat_map(|folder| Disk.list(folder).unwrap()).collect();
    assert!(left.iter().all(|path| path.file_name().is_some_and(|name| name == "history")), "{left:?}");
    let desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert_eq!(desk.said(), "");
}

#[test]
fn the_project_at_work_can_be_opened_again_and_a_copy_of_the_sample_has_a_journal_of_its_own() {
    let (mut desk, path) = at_work_in_a_file();
    let before = project(&desk);
    desk.run(tickmark::command::Command::OpenPaths(vec![path]));
    assert_eq!((project(&desk), desk.said().as_str()), (before, ""));
    desk.press_all("Ctrl+Home Down Down C Ctrl+S");
    let home = desk.close();
    let sample = |home| {
        let mut desk = Desk::open_in(home, &[]);
        desk.run(tickmark::command::Command::Run(Action::OpenSample));
        desk.press_all("Ctrl+Home Down C");
        desk
    };
    let first = sample(home);
    let id = project(&first).id();
    assert!(journals(first.home.path()).iter().any(|folder| folder.ends_with(id.to_string())));
    let mut second = Desk::open_in(first.killed(), &[]);
    assert_eq!(project(&second).id(), id);
    second.press("Ctrl+N");
    second.click("Close without saving");
    second.run(tickmark::command::Command::Run(Action::OpenSample));
    assert_ne!(project(&second).id(), id);
}
