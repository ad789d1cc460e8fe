//! The question as text, and as fingers answer it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::command::GroupChoice;
use crate::command::catalogue::Action;
use crate::testing::{Desk, NOW, number};
use crate::view::testing::{Stage, session, window};

/// Boats in two articles that the program finds, and a group of something else.
fn boats() -> Session {
    let mut desk = Desk::default();
    desk.article("There are already [30 rescue boats|number] on the river. [12 cows|number] drowned.");
    desk.article("There were [40 rescue boats|number] on the river.");
    let mut session = session(desk.project);
    let cows = number(session.project(), "12 cows");
    session.run(Command::Group { numbers: vec![cows], into: GroupChoice::New("Drowned cattle".into()) }, NOW);
    session.find_proposals();
    session.run(Command::Run(Action::ShowNumbers), NOW);
    session.run(Command::SelectRecord(Mention::Number(number(session.project(), "40 rescue boats"))), NOW);
    session
}

fn listed(session: &Session, words: &str, typed: &str) -> Vec<String> {
    let rows = rows(session, number(session.project(), words), typed);
    rows.iter().map(|row| format!("{}{} ({})", if row.is_proposed { "? " } else { "" }, row.title, row.numbers.len())).collect()
}

#[test]
fn what_is_proposed_comes_first_then_groups_then_a_new_one() {
    let session = boats();
    assert_eq!(listed(&session, "40 rescue boats", ""), ["? New: Rescue boats (2)", "Drowned cattle (1)", "New: Rescue boats (1)"]);
    assert_eq!(listed(&session, "40 rescue boats", "catt"), ["Drowned cattle (1)", "New: catt (1)"]);
    assert_eq!(listed(&session, "40 rescue boats", "drowned CATTLE"), ["Drowned cattle (1)"]);
    assert_eq!(listed(&session, "40 rescue boats", "Boats before"), ["New: Boats before (1)"]);
    assert_eq!(listed(&session, "12 cows", ""), ["New: Cows (1)", "Out of “Drowned cattle” (1)"]);
}

fn asked() -> Harness<'static, Stage<GroupingState>> {
    let mut harness = window(boats(), GroupingState::default(), |ui, cx, state| grouping_ui(ui.ctx(), cx, state));
    let stage = harness.state_mut();
    assert!(stage.own.open(&stage.session));
    harness.run();
    harness
}

fn sizes(harness: &Harness<'static, Stage<GroupingState>>) -> Vec<(String, usize)> {
    let session = &harness.state().session;
    session.project().groups().values().map(|group| (group.name.clone(), session.lookup().members(group.id).len())).collect()
}

#[test]
fn enter_takes_what_is_proposed() {
    let mut harness = asked();
    harness.get_by_label_contains("Proposed: New: Rescue boats, 2 figures");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(sizes(&harness).contains(&("Rescue boats".to_owned(), 2)) && !harness.state().own.is_open());
}

#[test]
fn a_name_is_typed_and_the_arrows_choose() {
    let mut harness = asked();
    harness.event(egui::Event::Text("Boats before".into()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(sizes(&harness).contains(&("Boats before".to_owned(), 1)));
    let mut harness = asked();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(sizes(&harness), [("Drowned cattle".to_owned(), 2)]);
}

#[test]
fn escape_leaves_everything_as_it_is() {
    let mut harness = asked();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().own.is_open() && sizes(&harness).len() == 1);
}

#[test]
fn nothing_is_asked_where_no_number_is_selected() {
    let session = session(crate::testing::project("[It rained|claim]."));
    assert!(!GroupingState::default().open(&session));
}
