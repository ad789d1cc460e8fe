//! The dialog by keyboard and by mouse, and what it says before a file is replaced.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::testing::project;
use crate::view::testing::{Stage, session, window};

type Tried = (PathDialogState, Vec<PathAnswer>);

fn open() -> Harness<'static, Stage<Tried>> {
    let entry = |name: &str, is_folder| Entry { name: name.to_owned(), is_folder };
    let entries = vec![entry("zwin.txt", false), entry("notes", true), entry(".hidden", false), entry("Nord.md", false)];
    let mut state = PathDialogState::new(Purpose::OpenArticle, "~/press/");
    state.entered();
    state.list("~/press/".to_owned(), entries);
    window(session(project("Words.")), (state, Vec::new()), |ui, _, (state, answers): &mut Tried| {
        answers.extend(path_dialog_ui(ui.ctx(), state));
    })
}

fn press(harness: &mut Harness<'static, Stage<Tried>>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn the_keyboard_alone_goes_into_a_folder_and_chooses_a_file() {
    let mut harness = open();
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().own.1, [PathAnswer::Entered("~/press/notes/".into())]);
    let mut harness = open();
    harness.event(egui::Event::Text("n".into()));
    harness.run();
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().own.1, [PathAnswer::Chosen(vec!["~/press/Nord.md".into()])]);
}

#[test]
fn all_articles_of_a_folder_are_opened_at_once() {
    let mut harness = open();
    harness.get_by_label("Open all 2").click();
    harness.run();
    assert_eq!(harness.state().own.1, [PathAnswer::Chosen(vec!["~/press/Nord.md".into(), "~/press/zwin.txt".into()])]);
}

#[test]
fn a_file_is_replaced_only_after_it_was_said() {
    let entries = vec![Entry { name: "flood.ron".to_owned(), is_folder: false }];
    let mut state = PathDialogState::new(Purpose::SaveProject, "~/desk/flood");
    assert_eq!(state.entered(), Some(PathAnswer::Entered("~/desk/".into())));
    // Who is faster than the disk is answered once it is known what would be replaced.
    assert_eq!((state.done(), state.go_on()), (None, None));
    state.list("~/".to_owned(), Vec::new());
    assert_eq!((state.go_on(), state.error.as_deref()), (None, None));
    state.list("~/desk/".to_owned(), entries);
    assert_eq!(state.go_on(), None);
    let told = "flood.ron is there already. Save once more to replace it, or type another name.";
    assert_eq!(state.error.as_deref(), Some(told));
    assert_eq!(state.done(), Some(PathAnswer::Chosen(vec!["~/desk/flood".into()])));
    state.text = "~/desk/tide".into();
    assert_eq!(state.done(), Some(PathAnswer::Chosen(vec!["~/desk/tide".into()])));
}

#[test]
fn another_name_is_typed_over_the_proposed_one() {
    let state = PathDialogState::new(Purpose::SaveProject, "/desk/new-project.ron");
    let mut harness = window(session(project("Words.")), (state, Vec::new()), |ui, _, (state, answers): &mut Tried| {
        answers.extend(path_dialog_ui(ui.ctx(), state));
    });
    harness.event(egui::Event::Text("flood".into()));
    harness.run();
    assert_eq!(harness.state().own.0.text, "/desk/flood.ron");
}

#[test]
fn a_whole_path_behind_the_folder_begins_anew() {
    let begun = |text: &str| {
        let mut state = PathDialogState::new(Purpose::OpenProject, text);
        state.begin_anew();
        state.text
    };
    assert_eq!(begun("/home/ann//srv/flood.ron"), "/srv/flood.ron");
    assert_eq!(begun("/home/ann/~/flood.ron"), "~/flood.ron");
    assert_eq!([begun("/home/ann//"), begun("/home/ann/a")], ["/home/ann//", "/home/ann/a"]);
}

#[test]
fn a_folder_is_no_file_and_typing_into_another_folder_asks_for_its_entries() {
    let mut harness = open();
    harness.get_by_label("Open").click();
    harness.run();
    harness.get_by_label("Type or choose a file name, too.");
    harness.get_by_label("Path").focus();
    harness.run();
    harness.event(egui::Event::Text("a/b".into()));
    harness.run();
    assert_eq!(harness.state().own.1, [PathAnswer::Entered("~/press/a/".into())]);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().own.1.last(), Some(&PathAnswer::Cancelled));
}

#[test]
fn a_click_takes_a_name_and_hidden_files_are_listed_only_when_asked_for() {
    let mut harness = open();
    assert!(harness.query_by_label("File .hidden").is_none());
    harness.get_by_label("File zwin.txt").click();
    harness.run();
    assert_eq!(harness.state().own.0.text, "~/press/zwin.txt");
    harness.get_by_label("Open").click();
    harness.run();
    assert_eq!(harness.state().own.1, [PathAnswer::Chosen(vec!["~/press/zwin.txt".into()])]);
}
