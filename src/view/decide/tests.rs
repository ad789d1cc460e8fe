//! The walk through what a merge left open, by keys and by mouse.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::model::claim::Claim;
use crate::model::flag::{Conflict, Flag, Subject};
use crate::testing::Desk;
use crate::view::testing::{Stage, session, window};

/// A claim with three flags on it: two notes that differ, a restatement, and one that is only to be seen.
fn walk() -> Harness<'static, Stage<DecideState>> {
    let mut desk = Desk::default();
    desk.article("T\n[It rained|claim].");
    let claim = desk.claim("A1");
    desk.change(claim, |claim: &mut Claim| claim.note = "Ask.".into());
    let subject = Subject::Claim(claim);
    let sides = |ours: &str, theirs: &str| (ours.to_owned(), theirs.to_owned());
    desk.add(Flag::new(subject, Conflict::Differs, "note", sides("Ask.", "Call.")));
    desk.add(Flag::new(subject, Conflict::Kept, "", sides("kept", "removed")));
    let state = DecideState { is_open: true, at: 0 };
    window(session(desk.project), state, |ui, cx, state| decide_ui(&ui.ctx().clone(), cx, state))
}

fn note(harness: &Harness<'static, Stage<DecideState>>) -> String {
    harness.state().session.project().claims().values().next().unwrap().note.clone()
}

/// Goes to the question about the note, wherever its id puts it.
fn go_to_note(harness: &mut Harness<'static, Stage<DecideState>>) {
    if harness.query_by_label("Claim A1, note").is_none() {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    harness.get_by_label("Claim A1, note");
}

#[test]
fn keys_answer_and_the_walk_ends_with_the_last_question() {
    let mut harness = walk();
    go_to_note(&mut harness);
    harness.key_press(Key::Num3);
    harness.run();
    assert_eq!(note(&harness), "Ask.\nCall.");
    harness.get_by_label("Leave it so").click();
    harness.run();
    harness.run();
    assert!(harness.state().session.project().flags().is_empty() && !harness.state().own.is_open());
    assert_eq!(harness.state().session.history().len(), 2, "each answer is a step");
}

#[test]
fn theirs_is_taken_by_its_button_and_undo_brings_the_question_back() {
    let mut harness = walk();
    go_to_note(&mut harness);
    harness.get_by_label("Take theirs").click();
    harness.run();
    assert_eq!(note(&harness), "Call.");
    let now = crate::testing::NOW;
    harness.state_mut().session.run(Command::Run(crate::command::Action::Undo), now);
    assert_eq!((note(&harness).as_str(), harness.state().session.project().flags().len()), ("Ask.", 2));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().own.is_open());
}

#[test]
fn a_question_leads_to_its_place_in_the_text() {
    let mut harness = walk();
    harness.get_by_label("Show it").click();
    harness.run();
    assert!(harness.state().session.mark().is_some() && !harness.state().own.is_open());
    assert_eq!(rows::left(&harness.state().session), "2 to decide");
}
