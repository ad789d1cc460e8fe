//! Settings as fingers change them.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::testing::project;
use crate::view::Sent;
use crate::view::testing::{Stage, session, window};

fn open() -> Harness<'static, Stage<SettingsState>> {
    let mut state = SettingsState::default();
    state.open();
    window(session(project("The dyke held on Monday.")), state, |ui, cx, state| settings_ui(ui.ctx(), cx, state))
}

fn click(harness: &mut Harness<'static, Stage<SettingsState>>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

#[test]
fn theme_size_and_name_are_sent_as_they_change() {
    let mut harness = open();
    click(&mut harness, "Dark");
    click(&mut harness, "High contrast");
    click(&mut harness, "No motion");
    click(&mut harness, "Larger article text");
    click(&mut harness, "More steps of undo");
    click(&mut harness, "Fewer steps of undo");
    harness.get_by_label("1000 steps");
    harness.get_by_role_and_label(egui::Role::TextInput, "Checker").focus();
    harness.run();
    harness.event(egui::Event::Text("RK".into()));
    harness.run();
    click(&mut harness, "Fetch when asked");
    harness.get_by_label("Keep a copy of each").scroll_to_me();
    harness.run();
    click(&mut harness, "Keep a copy of each");
    let expected = [
        Preference::Theme(ThemeWish::Dark),
        Preference::HighContrast(true),
        Preference::Still(true),
        Preference::ReaderSize(18.0),
        Preference::UndoSteps(2_000),
        Preference::UndoSteps(1_000),
        Preference::Checker("RK".into()),
        Preference::Fetch(true),
        Preference::Originals(true),
    ];
    assert_eq!(harness.state().sent, expected.map(Sent::Preference));
}

#[test]
fn the_house_scale_is_typed_into_the_project() {
    let mut harness = open();
    click(&mut harness, "House scale");
    let remark = harness.get_by_label("The scale belongs to this project and stands in its report.").rect();
    assert!(remark.left() >= harness.get_by_label("Word for 3").rect().left() - 40.0, "the remark stands under the labels: {remark}");
    harness.get_by_label("Word for 3").focus();
    harness.run();
    harness.event(egui::Event::Text("Half ".into()));
    harness.run();
    let words = &harness.state().session.project().scale().values[2].word;
    assert!(words.contains("Half"), "{words}");
}

#[test]
fn a_key_is_pressed_for_an_action_a_taken_one_is_refused_in_words() {
    let mut harness = open();
    click(&mut harness, "Keys");
    harness.get_by_label("Filter the keys").focus();
    harness.run();
    harness.event(egui::Event::Text("grow".into()));
    harness.run();
    click(&mut harness, "Key for Grow the selection: G");
    assert!(harness.state().own.is_capturing());
    harness.key_press(Key::C);
    harness.run();
    harness.get_by_label("C does “Tag as claim” already. Choose another key, or free it there first.");
    click(&mut harness, "Key for Grow the selection: G");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().own.is_open() && harness.state().sent.is_empty());
    click(&mut harness, "Key for Grow the selection: G");
    harness.key_press_modifiers(Modifiers::ALT, Key::G);
    harness.run();
    assert_eq!(harness.state().preferences.keys.shown(Action::Grow), "Alt G");
    click(&mut harness, "Shipped keys");
    assert_eq!(harness.state().preferences.keys.shown(Action::Grow), "G");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().own.is_open());
}

#[test]
fn a_scale_gains_values_with_meaning_and_place_and_what_was_rated_is_mapped_on_wish() {
    let mut harness = open();
    let document = harness.state().session.project().order()[0];
    let span = harness.state().session.project().document(document).unwrap().text.span(0, 3);
    let tag = Command::Tag { document, span, tag: crate::model::annotation::Tag::Claim };
    harness.state_mut().session.run(tag, crate::testing::NOW);
    let id = *harness.state().session.project().claims().keys().next().unwrap();
    harness.state_mut().session.run(Command::Rate(id, Some(2)), crate::testing::NOW);
    click(&mut harness, "House scale");
    click(&mut harness, "Remove value 2");
    click(&mut harness, "Add a value");
    harness.get_by_label("Meaning of 5").focus();
    harness.run();
    harness.event(egui::Event::Text("Not to be told".into()));
    harness.run();
    click(&mut harness, "Place of value 5: 5");
    click(&mut harness, "3 of 5");
    let last = harness.state().session.project().scale().values[4].clone();
    assert_eq!((last.meaning.as_str(), last.place.value()), ("Not to be told", 3));
    harness.get_by_label("1 rating in other words, kept as they are.");
    click(&mut harness, "Give all ratings the words that this scale has at their places");
    assert_eq!(harness.state().session.outdated_ratings(), 0);
    click(&mut harness, "Scales");
    click(&mut harness, "New scale of five values");
    assert_eq!(harness.state().session.project().scale().name, "New scale");
}

#[test]
fn projects_of_the_library_are_added_and_taken_out() {
    let mut harness = open();
    harness.state_mut().preferences.library = vec!["old/flood.ron".into(), "old/fire.ron".into()];
    harness.run();
    click(&mut harness, "Add a project to the library");
    click(&mut harness, "Take flood out of the library");
    let expected = [Sent::Command(Command::AddToLibrary), Sent::Preference(Preference::Library(vec!["old/fire.ron".into()]))];
    assert_eq!(harness.state().sent, expected);
    assert!(harness.query_by_label("Take flood out of the library").is_none());
}
