//! The palette's rows as text, and the palette as fingers use it.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable};

use super::*;
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::model::claim::Status;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::session::Preferences;
use crate::testing::Desk;
use crate::view::testing::{Stage, session, window};

fn project() -> Project {
    let mut desk = Desk::default();
    desk.article("Dykes\n[The dyke was asked for by the reeve in 1953|claim], [officials|source] said. It does a task.");
    desk.article("Locks\n[The lock holds|claim], said [Ann Ex|source]. No more.");
    let ann = desk.source("Ann Ex");
    desk.change(ann, |source: &mut Source| source.role = "head of the asking desk".into());
    desk.change(desk.claim("B1"), |claim: &mut crate::model::claim::Claim| claim.status = Status::Asked);
    desk.project
}

fn listed(typed: &str) -> String {
    let mut session = session(project());
    session.run(Command::ShowRecord(Mention::Claim(crate::testing::claim(session.project(), "A1"))), crate::testing::NOW);
    let mark = |marked: &Marked| {
        let mut words = marked.words.clone();
        for range in marked.letters.iter().rev() {
            words.insert(range.end, ']');
            words.insert(range.start, '[');
        }
        words
    };
    let line = |row: &PaletteRow| {
        [format!("{:?}", row.group()), row.lead.clone(), mark(&row.words), mark(&row.beside), row.key.clone()].join(" | ")
    };
    rows(&session, &Preferences::default(), typed).iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn commands_claims_text_and_sources_answer_what_is_typed() {
    let expected = "\
Commands |  | Mark A1 as [ask]ed |  | A
Commands |  | Quit | [Ask]s first if something is not saved | Ctrl Q
Claims | A1 | The dyke was [ask]ed for by the reeve in 1953 | open | 
Claims | B1 | The lock holds | [ask]ed | 
Text | A | The dyke was [ask]ed for by the reeve in 1953, officials… | ¶1 | 
Text | A | It does a t[ask]. | ¶1 | 
Sources |  | Ann Ex | head of the [ask]ing desk | ";
    assert_eq!(listed("ask"), expected);
    let far = "Claims | A1 | …for by the reeve in [1953] | open | \nText | A | …for by the reeve in [1953], officials said. | ¶1 | ";
    assert_eq!(listed("1953"), far);
    assert_eq!(listed("b1"), "Claims | B1 | The lock holds | asked | ");
    assert_eq!(listed("nextoc"), "Commands |  | [Next] [o]pen [c]laim |  | Space");
    assert_eq!(listed("zzzz"), "");
}

#[test]
fn the_letters_that_answer_are_never_cut_off() {
    let mut desk = Desk::default();
    desk.article("Dykes\n[The dyke that the reeve had been asked for held|claim], [Ann Ex|source] said.");
    let role = "head of the office for dykes, locks, weirs, barriers, gates, sluices and tides in the province of Merrow";
    desk.change(desk.source("Ann Ex"), |source: &mut Source| source.role = role.into());
    desk.change(desk.claim("A1"), |claim: &mut crate::model::claim::Claim| claim.restatement = format!("It held, said the {role}"));
    let mut state = PaletteState::default();
    state.open();
    let mut harness = window(session(desk.project), state, |ui, cx, state| palette_ui(ui.ctx(), cx, state));
    harness.event(egui::Event::Text("province of m".into()));
    harness.run();
    // The remark of the source and the claim in full both begin shortly before the words.
    let shown: Vec<_> = harness.query_all_by_label_contains("province").filter_map(|node| node.accesskit_node().value()).collect();
    assert_eq!(shown, ["…in the province of Merrow", "…in the province of Merrow"]);
}

#[test]
fn only_what_applies_is_offered() {
    let listed = listed("");
    for word in ["Mark A1 as confirmed", "Rate A1 1 Wrong", "Find in this article"] {
        assert!(listed.contains(word), "{word} is missing:\n{listed}");
    }
    for word in ["Undo", "Next hit", "Caret left", "Merge two", "Make the link"] {
        assert!(!listed.contains(word), "{word} is offered:\n{listed}");
    }
}

fn open() -> egui_kittest::Harness<'static, Stage<PaletteState>> {
    let mut state = PaletteState::default();
    state.open();
    window(session(project()), state, |ui, cx, state| palette_ui(ui.ctx(), cx, state))
}

#[test]
fn typing_arrows_and_enter_do_what_is_chosen() {
    let mut harness = open();
    harness.event(egui::Event::Text("lock".into()));
    harness.run();
    harness.get_by_label("B1 The lock holds");
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let stage = harness.state();
    assert!(!stage.own.is_open());
    assert_eq!(stage.session.claim(), Some(crate::testing::claim(stage.session.project(), "B1")));
}

#[test]
fn ctrl_enter_stays_a_click_goes_and_escape_leaves() {
    let mut harness = open();
    harness.event(egui::Event::Text("numbers".into()));
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
    harness.run();
    assert_eq!(harness.state().commands(), [&Command::Run(Action::ShowNumbers)]);
    assert!(harness.state().own.is_open());
    harness.get_by_role_and_label(egui::Role::ListBoxOption, "Numbers").click();
    harness.run();
    assert_eq!(harness.state().sent.len(), 2);
    assert!(!harness.state().own.is_open());
    let mut harness = open();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().own.is_open());
}

#[test]
fn nothing_found_is_said_in_words() {
    let mut harness = open();
    harness.event(egui::Event::Text("zzzz".into()));
    harness.run();
    harness.get_by_label("No command or claim by that name.");
}
