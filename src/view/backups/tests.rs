//! The window of backups under fingers.

use std::path::PathBuf;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::rows::Told;
use super::*;
use crate::session::{IdSource, Session};
use crate::testing::{NOW, project};
use crate::view::testing::{Stage, session, window};

type Own = (BackupsState, Vec<BackupsAnswer>);

fn open(state: BackupsState) -> Harness<'static, Stage<Own>> {
    open_on(session(project("The dyke held on Monday.")), state)
}

fn open_on(session: Session, state: BackupsState) -> Harness<'static, Stage<Own>> {
    window(session, (state, Vec::new()), |ui, cx, (state, answers): &mut Own| answers.extend(backups_ui(ui.ctx(), cx, state)))
}

fn line(hours: i64, told: Told) -> BackupLine {
    BackupLine { made: Moment::from_ms(NOW.epoch_ms - hours * 3_600_000), bytes: Some(820), told }
}

fn differs(since: &str, restoring: &str) -> Told {
    Told::Differs { since: since.into(), restoring: restoring.into(), warnings: 0 }
}

/// The latest one is the project as it is, two hold something else, one is broken.
fn four() -> BackupsState {
    let lines = vec![
        line(1, Told::Same),
        line(2, differs("3 claims rated, 1 source merged", "3 claims with their rating taken back, 1 source added")),
        line(48, differs("1 article added", "1 article removed")),
        line(72, Told::Unreadable("line 3: a bracket is missing".into())),
    ];
    BackupsState { lines: Some(lines), ..BackupsState::default() }
}

fn answers(harness: &mut Harness<'static, Stage<Own>>) -> Vec<BackupsAnswer> {
    std::mem::take(&mut harness.state_mut().own.1)
}

fn press(harness: &mut Harness<'static, Stage<Own>>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn arrows_choose_enter_restores_what_differs_and_nothing_else() {
    let mut harness = open(four());
    press(&mut harness, Key::Enter);
    assert_eq!(answers(&mut harness), [], "the latest is the same as now");
    press(&mut harness, Key::ArrowDown);
    harness.get_by_label("3 claims with their rating taken back, 1 source added.");
    let list = harness.get_by_label("List of backups").value().unwrap();
    assert!(list.contains("820 bytes. Since then: 3 claims rated, 1 source merged"), "{list}");
    press(&mut harness, Key::Enter);
    assert_eq!(answers(&mut harness), [BackupsAnswer::Restore(1)]);
    press(&mut harness, Key::End);
    harness.get_by_label_contains("Nothing: line 3: a bracket is missing.");
    press(&mut harness, Key::Enter);
    assert_eq!(answers(&mut harness), [], "what cannot be read cannot be restored");
    press(&mut harness, Key::Escape);
    assert_eq!(answers(&mut harness), [BackupsAnswer::Closed]);
}

#[test]
fn the_mouse_chooses_and_the_buttons_restore_and_copy() {
    let mut harness = open(four());
    harness.get_by_label_contains("Since then: 1 article added").click();
    harness.run();
    harness.get_by_label("Restore").click();
    harness.run();
    harness.get_by_label("Save a copy as").click();
    harness.run();
    assert_eq!(answers(&mut harness), [BackupsAnswer::Restore(2), BackupsAnswer::Copy(2)]);
}

#[test]
fn tab_goes_from_the_list_to_the_buttons_and_back() {
    let mut harness = open(four());
    press(&mut harness, Key::ArrowDown);
    let mut seen = Vec::new();
    for _ in 0..4 {
        press(&mut harness, Key::Tab);
        let root = harness.root();
        let focused = root.children_recursive().find(|node| node.is_focused()).and_then(|node| node.accesskit_node().label());
        seen.push(focused.unwrap_or_default());
    }
    for name in ["Restore", "Save a copy as", "List of backups"] {
        assert!(seen.iter().any(|focused| focused == name), "{name} is not reached: {seen:?}");
    }
}

#[test]
fn while_one_is_restored_the_window_waits() {
    let mut harness = open(BackupsState { is_restoring: true, chosen: 1, ..four() });
    press(&mut harness, Key::Enter);
    assert_eq!(answers(&mut harness), []);
    harness.get_by_label("Restoring …");
}

#[test]
fn where_there_is_none_the_window_says_when_there_will_be_one() {
    let none = || BackupsState { lines: Some(Vec::new()), trouble: Some("The last backup failed.".into()), ..BackupsState::default() };
    let harness = open(none());
    harness.get_by_label("No backups yet. The first one is made when you save the project.");
    harness.get_by_label("The last backup failed.");
    let saved = Session::new(project("Words."), Some(PathBuf::from("flood.ron")), IdSource::new(7));
    open_on(saved, none()).get_by_label("No backups yet. One is made when you open this project again.");
    open(BackupsState::default()).get_by_label("Looking for backups …");
}
