//! Typing in fields: letters arrive and are no commands, input methods compose, the clipboard is the field's own.

use egui::{Event, ImeEvent, Key, Modifiers};
use tickmark::command::{CATALOGUE, Shortcut};
use tickmark::widget::editor::is_composing;

use super::trial::{Desk, text_of};

/// Fields, and how to get into each from the article.
const FIELDS: &[(&str, &str)] = &[
    ("Claim in full", "Ctrl+Home J F2"),
    ("Proposed correction", "Ctrl+Home J F4"),
    ("Margin note", "Ctrl+Home J M"),
    ("Reason for the rating", "Ctrl+Home J 3"),
    ("Evidence", "Ctrl+Home J"),
    ("Address", "Ctrl+Home J"),
    ("Value", "Ctrl+Home J J"),
    ("Unit", "Ctrl+Home J J"),
    ("Name", "Ctrl+Home J J J"),
    ("Outlet", "Escape"),
    ("Words to find in this article", "Ctrl+F"),
    ("Words to find in all articles", "Ctrl+Shift+F"),
    ("Command, claim, words or source", "Ctrl+K"),
    ("Path", "Ctrl+O"),
    ("Filter the figures", "Ctrl+2"),
    ("Filter the sources", "Ctrl+3"),
    ("Checker", "Ctrl+Comma"),
];

/// A claim with a number and a piece of evidence, and a source.
fn desk() -> Desk {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("one.txt");
    std::fs::write(&path, "Dyke fails\nAbout 1,500 people left, the mayor said.\n").unwrap();
    let mut desk = Desk::open_in(home, &[path]);
    for (words, key) in [("1,500 people", "N"), ("About 1,500 people left", "C"), ("the mayor", "S")] {
        desk.select(words);
        desk.press(key);
    }
    desk.press_all("Ctrl+Home J");
    desk.click_containing("Add evidence");
    desk.press_all("Ctrl+1 Escape");
    desk
}

/// Goes into a field and selects what stands in it.
fn enter(desk: &mut Desk, (field, keys): (&str, &str)) {
    desk.press_all(keys);
    if desk.focused().as_deref() != Some(field) {
        desk.focus_field(field);
    }
    assert_eq!(desk.focused().as_deref(), Some(field));
    desk.press("Ctrl+A");
}

/// All that a stray command would change: everything but the text of fields.
fn state(desk: &Desk) -> String {
    let window = desk.window();
    desk.look(|app| {
        let (session, project) = (app.session(), app.session().project());
        let marks: Vec<_> = project.annotations().values().map(|mark| (mark.id, mark.span)).collect();
        let claims: Vec<_> =
            project.claims().values().map(|claim| (claim.status, claim.rating.as_ref().map(|rating| rating.grade))).collect();
        let counts = (project.links().len(), project.exclusions().len(), project.order().len(), project.sources().len());
        format!("{marks:?} {claims:?} {counts:?} {:?} {:?} {window:?}", session.view(), session.mode())
    })
}

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None })
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

#[test]
fn every_letter_arrives_in_every_field_and_none_is_a_command() {
    let keys: Vec<Shortcut> = CATALOGUE.iter().flat_map(|row| row.keys).map(|key| key.parse().unwrap()).collect();
    let typed: String = keys.iter().filter_map(text_of).collect();
    assert!(typed.len() > 30 && typed.contains('c') && typed.contains('1') && typed.contains(' '), "{typed}");
    for field in FIELDS {
        let mut desk = desk();
        enter(&mut desk, *field);
        let before = state(&desk);
        keys.iter().filter(|key| text_of(key).is_some()).for_each(|key| desk.strike(key));
        desk.settle();
        assert_eq!(desk.field().as_deref(), Some(typed.as_str()), "{}", field.0);
        assert_eq!(state(&desk), before, "{}", field.0);
    }
}

#[test]
fn an_input_method_composes_in_every_field_and_its_enter_does_nothing_else() {
    for field in FIELDS {
        let mut desk = desk();
        enter(&mut desk, *field);
        let before = state(&desk);
        assert!(desk.harness.output().platform_output.ime.is_some(), "{} asks for no input method", field.0);
        // Some systems tell of the keys, too, that the input method works on: letters, Enter, Escape.
        for (pressed, words) in [(Key::N, "n"), (Key::C, "nc"), (Key::Enter, "你"), (Key::Escape, "你好"), (Key::ArrowDown, "你好")] {
            desk.frame_with(vec![key(pressed), preedit(words)]);
            assert!(is_composing(&desk.harness.ctx), "{}", field.0);
        }
        desk.settle();
        assert_eq!((desk.focused().as_deref(), &state(&desk)), (Some(field.0), &before), "{}", field.0);
        desk.frame_with(vec![preedit("")]);
        desk.frame_with(vec![Event::Ime(ImeEvent::Commit("你好".into()))]);
        desk.settle();
        desk.type_text("!");
        assert_eq!((desk.field().as_deref(), &state(&desk)), (Some("你好!"), &before), "{}", field.0);
    }
}

#[test]
fn a_composition_that_is_given_up_leaves_nothing() {
    let mut desk = desk();
    enter(&mut desk, FIELDS[0]);
    desk.type_text("So. ");
    desk.frame_with(vec![preedit("ni")]);
    desk.frame_with(vec![preedit("")]);
    desk.settle();
    assert_eq!(desk.field().as_deref(), Some("So. "));
    let claim = desk.look(|app| app.session().project().claims().values().next().cloned()).unwrap();
    assert_eq!(claim.restatement, "So. ");
}

#[test]
fn a_visit_with_an_input_method_is_one_step_back() {
    let mut desk = desk();
    let before = desk.look(|app| app.session().project().clone());
    enter(&mut desk, FIELDS[0]);
    for commit in ["你", "好"] {
        desk.frame_with(vec![preedit("x")]);
        desk.frame_with(vec![Event::Ime(ImeEvent::Commit(commit.into()))]);
        desk.settle();
    }
    assert_eq!(desk.field().as_deref(), Some("你好"));
    desk.press("Ctrl+Z");
    assert_eq!(desk.field().as_deref(), Some(""));
    assert_eq!(desk.look(|app| app.session().project().clone()), before);
}

#[test]
fn the_page_asks_for_no_input_method_so_that_its_letters_stay_commands() {
    let mut desk = desk();
    desk.select("left");
    assert!(desk.harness.output().platform_output.ime.is_none());
    desk.press("C");
    assert_eq!(desk.look(|app| app.session().project().claims().len()), 2);
}

#[test]
fn the_clipboard_is_the_fields_while_it_is_typed_in() {
    let mut desk = desk();
    enter(&mut desk, FIELDS[0]);
    desk.type_text("Fifteen hundred left.");
    desk.press_all("Ctrl+A Ctrl+C");
    assert_eq!(desk.copied.as_deref(), Some("Fifteen hundred left."));
    let before = state(&desk);
    desk.press_all("Ctrl+A Ctrl+V");
    assert!(desk.field().unwrap().starts_with("Pasted headline"), "{:?}", desk.field());
    assert_eq!(state(&desk), before, "no article was pasted");
}

#[test]
fn a_key_that_the_field_needs_is_the_fields() {
    let mut desk = desk();
    enter(&mut desk, FIELDS[0]);
    desk.type_text("One two");
    let before = state(&desk);
    desk.press_all("Home Delete Ctrl+Right Backspace End Left Shift+Home");
    desk.type_text("T");
    assert_eq!((desk.field().as_deref(), &state(&desk)), (Some("To"), &before));
}

#[test]
fn an_emptied_correction_does_not_bring_the_old_words_back() {
    let mut desk = desk();
    desk.press_all("Ctrl+Home J F4");
    assert_eq!(desk.field().as_deref(), Some("About 1,500 people left"));
    desk.type_text(" home");
    desk.press_all("Ctrl+A Delete");
    assert_eq!(desk.field().as_deref(), Some(""));
    desk.type_text("Some 1,500 people left");
    assert_eq!(desk.field().as_deref(), Some("Some 1,500 people left"));
}
