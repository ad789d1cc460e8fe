//! The question as text, and as fingers answer it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::command::catalogue::Action;
use crate::testing::{Desk, NOW, number};
use crate::view::testing::{Stage, session, window};

/// A total, and parts of it in two articles.
fn boats() -> Session {
    let mut desk = Desk::default();
    desk.article("There were [31 people|number] on board.\nThen [12 men|number] got off.");
    desk.article("Later [19 women|number] were seen, or [61 percent|number].");
    let mut session = session(desk.project);
    session.run(Command::Run(Action::ShowNumbers), NOW);
    session.run(Command::SelectRecord(Mention::Number(number(session.project(), "31 people"))), NOW);
    session
}

fn asked() -> Harness<'static, Stage<StatingState>> {
    let mut harness = window(boats(), StatingState::default(), |ui, cx, state| stating_ui(ui.ctx(), cx, state));
    let stage = harness.state_mut();
    assert!(stage.own.open(&stage.session));
    harness.run();
    harness
}

#[test]
fn the_numbers_of_its_own_article_come_first_and_typing_narrows_them() {
    let session = boats();
    let people = number(session.project(), "31 people");
    let listed =
        |typed: &str| choices(&session, &[people], typed).iter().map(|row| format!("{} ({})", row.words, row.remark)).collect::<Vec<_>>();
    assert_eq!(listed(""), ["12 men (A ¶2, 12 men)", "19 women (B ¶1, 19 women)", "61 percent (B ¶1, 61 %)"]);
    assert_eq!(listed("WOM"), ["19 women (B ¶1, 19 women)"]);
    assert_eq!(likely(&session, number(session.project(), "61 percent")), Relation::Share);
}

#[test]
fn a_sum_over_two_articles_is_stated_with_the_keyboard_and_judged_before() {
    let mut harness = asked();
    harness.get_by_label("Total: 31 people, A ¶1, 31 people");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Part: 12 men, A ¶2, 12 men");
    harness.get_by_label_contains("Nothing to work out yet.");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("holds: 12 men + 19 women = 31. Written 31 people.");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
    harness.run();
    let stage = harness.state();
    assert!(!stage.own.is_open());
    let session = &stage.session;
    let wanted = ["31 people", "12 men", "19 women"].map(|words| number(session.project(), words));
    assert_eq!(session.project().house().stated, [Stated::new(Relation::Sum, wanted.to_vec())]);
}

#[test]
fn how_they_belong_together_and_the_places_can_be_changed() {
    let mut harness = asked();
    harness.key_press(Key::PageDown);
    harness.run();
    harness.get_by_label("Whole: 31 people, A ¶1, 31 people");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("holds: 12 of 31 = 38.71 %. 12 men of 31 people. The rest is 19.");
    harness.get_by_label("Part: 12 men, A ¶2, 12 men").click();
    harness.run();
    harness.get_by_label_contains("does not hold: 31 of 12");
    harness.key_press(Key::Backspace);
    harness.run();
    harness.get_by_label("Part: choose it below");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().own.is_open() && harness.state().session.project().house().stated.is_empty());
}
