//! Finding by label, as fingers do it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::testing::project_of;
use crate::view::testing::{Stage, session, window};

fn open(is_everywhere: bool) -> Harness<'static, Stage<FindState>> {
    let session = session(project_of(&["Dykes\nThe dyke held. A dyke is a wall.", "Locks\nNo dyke here."]));
    let mut state = FindState::default();
    state.open(&session, is_everywhere);
    window(session, state, |ui, cx, state| {
        find_bar_ui(ui, cx, state);
        find_results_ui(ui, cx, state);
    })
}

fn type_in(harness: &mut Harness<'static, Stage<FindState>>, words: &str) {
    harness.event(egui::Event::Text(words.into()));
    harness.run();
}

#[test]
fn the_bar_finds_in_the_article_shown_and_steps_through() {
    let mut harness = open(false);
    type_in(&mut harness, "dyke");
    harness.get_by_label("3 found");
    harness.get_by_label("Next hit").click();
    harness.run();
    harness.get_by_label("1 of 3");
    harness.get_by_label("Previous hit").click();
    harness.run();
    harness.get_by_label("3 of 3");
    harness.get_by_label("Match the case of letters").click();
    harness.run();
    harness.get_by_label("2 of 2");
    harness.get_by_label("Close the search").click();
    harness.run();
    assert!(!harness.state().own.is_bar_open() && harness.state().session.search().hits().is_empty());
}

#[test]
fn nothing_found_and_a_bad_expression_are_said_in_words() {
    let mut harness = open(false);
    type_in(&mut harness, "caravan(");
    harness.get_by_label("No “caravan(” in this article. Spelling, or another word?");
    harness.get_by_label("Regular expression").click();
    harness.run();
    harness.get_by_label_contains("This is no regular expression");
    let mut harness = open(true);
    type_in(&mut harness, "caravan");
    harness.get_by_label("No “caravan” in these two articles. Spelling, or another word?");
}

#[test]
fn the_list_shows_hits_by_article_and_a_click_jumps() {
    let mut harness = open(true);
    type_in(&mut harness, "dyke");
    harness.get_by_label("Dykes, 3 hits");
    harness.get_by_label("Locks, 1 hit");
    harness.get_by_label("Hit 4, No dyke here.").click();
    harness.run();
    harness.get_by_label("4 of 4");
    let stage = harness.state();
    let shown = stage.session.document().map(|document| stage.session.project().letter(document.id));
    assert_eq!(shown.as_deref(), Some("B"));
}
