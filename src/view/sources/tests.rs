//! The register as text, and as fingers use it.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::rows::SourceCells;
use super::*;
use crate::lint::Rule;
use crate::model::claim::{Claim, Status};
use crate::model::link::Role as LinkRole;
use crate::model::project::Project;
use crate::model::source::{Source, SourceKind};
use crate::testing::{Desk, source};
use crate::view::table::Sorting;
use crate::view::testing::{Stage, session, window};

fn project() -> Project {
    let mut desk = Desk::default();
    desk.article("Dykes\n[It held|claim], [officials|source they] said. [It leaked|claim], [one official|source] said. [So|claim].");
    desk.article("Locks\n[They|source they] told [Ann Ex|source]. [It froze|claim]. [A report|source].");
    for (claim, name) in [("A1", "officials"), ("A2", "officials"), ("A2", "one official"), ("B1", "Ann Ex")] {
        desk.link(desk.claim(claim), LinkRole::RestsOn, desk.source(name));
    }
    desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Confirmed);
    desk.change(desk.source("Ann Ex"), |source: &mut Source| {
        source.role = "dyke reeve".into();
        source.grade = "B2".into();
    });
    desk.project
}

fn listed(wish: &Wish) -> String {
    let session = session(project());
    let register = register(&session);
    let text = |line: Line| match line {
        Line::Kind(head) => format!("# {} ({}), {} quiet", head.kind.plural(), head.remark, head.quiet),
        Line::Row(at) => {
            let row = &register.rows[at];
            let cells = SourceCells::of(&session, row).unwrap();
            let claims = format!("{}/{}", cells.settled, row.claims);
            [&row.name, &cells.role, &cells.letters.concat(), &claims, &cells.grade, cells.first_hand.word(), &cells.finding]
                .map(|cell| cell.to_owned())
                .join(" | ")
        }
    };
    lines(&session, &register, wish).into_iter().map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn sources_stand_by_kind_with_what_rests_on_them() {
    let expected = "\
# Anonymous (2 sources, 3 claims), 0 quiet
officials |  | AB | 1/2 |  | unclear | Only source for A1
one official |  | A | 0/1 |  | unclear | A2 rests on two anonymous sources
# Named people (1 source, 1 claim), 1 quiet
Ann Ex | dyke reeve | B | 0/1 | B2 | unclear | 
# Documents (1 source, 0 claims), 0 quiet
A report |  | B | 0/0 |  | unclear | No locator: find the document and the page";
    assert_eq!(listed(&Wish::default()), expected);
}

#[test]
fn filters_sorting_and_folding_change_the_lines() {
    let names = |wish: Wish| {
        let rows = listed(&wish);
        rows.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(" | ").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(Wish { kind: Some(SourceKind::Person), ..Wish::default() }), ["Ann Ex"]);
    assert_eq!(names(Wish { rule: Some(Rule::SourceUnused), ..Wish::default() }), ["A report"]);
    assert_eq!(names(Wish { typed: "REEVE".into(), ..Wish::default() }), ["Ann Ex"]);
    assert_eq!(names(Wish { folded: SourceKind::ALL.into(), ..Wish::default() }), ["officials", "one official", "A report"]);
    let backward = Wish { sorting: Sorting { column: Some(1), is_backward: true }, ..Wish::default() };
    assert_eq!(names(backward), ["one official", "officials", "Ann Ex", "A report"]);
}

fn open() -> Harness<'static, Stage<SourcesState>> {
    let mut session = session(project());
    session.run(Command::Run(Action::ShowSources), crate::testing::NOW);
    window(session, SourcesState::default(), |ui, cx, state| {
        egui::Panel::left("left").exact_size(232.0).show(ui, |ui| sources_left_ui(ui, cx, state));
        egui::CentralPanel::default().show(ui, |ui| sources_ui(ui, cx, state));
    })
}

fn press(harness: &mut Harness<'static, Stage<SourcesState>>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

#[test]
fn two_entries_are_merged_with_the_keyboard_alone() {
    let mut harness = open();
    press(&mut harness, &[Key::J, Key::J]);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::M);
    harness.run();
    harness.get_by_label("“one official” is to go into another entry. Choose that one.");
    press(&mut harness, &[Key::K]);
    harness.get_by_label("“one official” goes into “officials”: 1 mention and 1 claim move there, and what is blank there is filled.");
    let (keep, join) = {
        let project = harness.state().session.project();
        (source(project, "officials"), source(project, "one official"))
    };
    press(&mut harness, &[Key::Enter]);
    assert_eq!(harness.state().commands().last(), Some(&&Command::MergeSources { keep, join }));
    assert_eq!(harness.state().session.project().sources().len(), 3);
}

#[test]
fn escape_leaves_merging_and_the_mouse_does_all_of_it_too() {
    let mut harness = open();
    press(&mut harness, &[Key::J]);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::M);
    harness.run();
    press(&mut harness, &[Key::Escape]);
    assert!(harness.query_by_label("Leave").is_none());
    harness.get_by_label("Anonymous, 2").click();
    harness.run();
    assert!(harness.query_by_label_contains("Ann Ex").is_none());
    harness.get_by_label("All sources, 4").click();
    harness.run();
    harness.get_by_label_contains("Ann Ex, named person").click();
    harness.run();
    let ann = source(harness.state().session.project(), "Ann Ex");
    assert_eq!(harness.state().session.record(), Some(Mention::Source(ann)));
    harness.get_by_label("Claims with no source, 1").click();
    harness.run();
    assert_eq!(harness.state().session.view(), ViewKind::Articles);
}

#[test]
fn a_source_is_added_and_an_empty_register_says_how_it_fills() {
    let mut harness = open();
    harness.get_by_label("Add a source").click();
    harness.run();
    assert_eq!(harness.state().session.project().sources().len(), 5);
    harness.get_by_label_contains("No name yet");
    let mut session = session(crate::testing::project("Words."));
    session.run(Command::Run(Action::ShowSources), crate::testing::NOW);
    let harness = window(session, SourcesState::default(), sources_ui);
    harness.get_by_label("No sources yet. Select who says it and press S.");
}

#[test]
fn entries_that_are_perhaps_the_same_stand_by_themselves() {
    let mut desk = Desk::default();
    desk.article("[Salesses|source] and [Acting Secretary of Defense Robert Salesses|source] met [Ann Ex|source].");
    let mut harness = window(session(desk.project), SourcesState::default(), |ui, cx, state| {
        egui::Panel::left("left").show(ui, |ui| sources_left_ui(ui, cx, state));
        sources_ui(ui, cx, state);
    });
    harness.get_by_label("Perhaps the same, 2").click();
    harness.run();
    harness.get_by_label_contains("Perhaps the same as “Acting Secretary of Defense Robert Salesses”");
    harness.get_by_label_contains("Perhaps the same as “Salesses”");
    assert!(harness.query_by_label_contains("Ann Ex, named person").is_none());
}

#[test]
fn a_row_tells_what_is_to_be_settled_to_a_screen_reader_as_well() {
    let harness = open();
    harness.get_by_label_contains("officials, anonymous, 2 claims, 1 settled, Only source for A1");
}

#[test]
fn a_grade_says_what_it_means_in_the_words_of_the_desk() {
    let session = session(project());
    let rows = register(&session).rows;
    let ann = rows.iter().find(|row| row.name == "Ann Ex").unwrap();
    assert_eq!(SourceCells::of(&session, ann).unwrap().grade_meaning, "usually reliable, probably true");
}
