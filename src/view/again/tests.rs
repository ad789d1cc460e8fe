//! The window that reads an article in another way, by label.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::edit::Draft;
use crate::model::document::Document;
use crate::testing::Desk;
use crate::view::testing::{Stage, session, window};

type Shown = (AgainState, Option<AgainAnswer>);

fn shown(origin: &str) -> Harness<'static, Stage<Shown>> {
    let mut desk = Desk::default();
    let first = desk.article("Gate jams\nIt rained.");
    Draft::new(&mut desk.project).change::<Document>(first, |document| document.meta.origin = origin.to_owned()).unwrap();
    let session = session(desk.project);
    let state = AgainState::of(&session).unwrap();
    window(session, (state, None), |ui, _, (state, answer)| {
        if let Some(given) = again_ui(&ui.ctx().clone(), state) {
            *answer = Some(given);
        }
    })
}

fn click(harness: &mut Harness<'static, Stage<Shown>>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

#[test]
fn a_page_is_read_whole_or_in_another_encoding_and_only_if_that_is_another_way() {
    let mut harness = shown("gate.html, read as a web page");
    harness.get_by_label("Read A in another way");
    click(&mut harness, "Read it");
    assert_eq!(harness.state().own.1, None, "nothing is read as it was read");
    click(&mut harness, "Words");
    click(&mut harness, "All words of the page");
    click(&mut harness, "Encoding");
    click(&mut harness, "windows-1252");
    click(&mut harness, "Read it");
    let Some(AgainAnswer::Read(wanted)) = harness.state().own.1.clone() else { panic!("{:?}", harness.state().own.1) };
    assert_eq!((wanted.is_whole, wanted.encoding.as_deref()), (true, Some("windows-1252")));
}

#[test]
fn what_a_file_does_not_leave_open_is_not_offered() {
    let harness = shown("gate.txt, read as plain text (UTF-8)");
    assert!(harness.query_by_label("Words").is_none() && harness.query_by_label("Encoding").is_some());
    let harness = shown("gate.pdf, read as PDF");
    assert!(harness.query_by_label("Words").is_none() && harness.query_by_label("Encoding").is_none());
    harness.get_by_label_contains("Its file leaves nothing open");
}
