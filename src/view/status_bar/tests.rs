//! The status bar as a checker meets it.

use super::*;
use crate::command::catalogue::Action;
use crate::lint::Findings;
use crate::model::annotation::Fate;
use crate::model::document::text::SHORT_BYTES;
use crate::model::link::Role;
use crate::model::lookup::Lookup;
use crate::session::{IdSource, Mode, Session};
use crate::testing::{Desk, NOW, project_of};
use crate::view::panel::testing::Bench;

fn bench(width: f32, saved: SaveState) -> Bench<'static> {
    let project = project_of(&["T\n[It rained|claim]. It snowed.", "U\n[It was dry|claim]."]);
    let mut state = StatusBarState::default();
    Bench::sized((width, 30.0), project, move |ui, cx| status_bar_ui(ui, cx, &mut state, &saved))
}

#[test]
fn reading_shows_the_meter_and_the_tags() {
    let mut bench = bench(1440.0, SaveState::Saved(NOW));
    bench.see("1 of 3 sentences read").see("1 of 3 read, 2 untouched").see("1 claim, 0 settled");
    bench.see("claim").see("number").see("source").see("not checkable").see("next open");
    bench.see(&format!("Saved {}", clock(NOW)));
}

#[test]
fn linking_offers_the_roles() {
    let mut bench = bench(1200.0, SaveState::Unsaved);
    bench.see("Not saved yet").command(Command::Run(Action::NextMark)).command(Command::Run(Action::StartLink));
    bench.see("Link A1 to which mark?");
    for letter in ['b', '1'] {
        bench.harness().state_mut().session.type_link_end(letter);
    }
    bench.harness().run();
    bench.see("Link A1 → B1: contradicts").click("supports").see("Link A1 → B1: supports");
    assert!(matches!(bench.session().mode(), Mode::Linking(linking) if linking.role == Some(Role::Supports)));
}

#[test]
fn a_failure_to_save_stays_in_words() {
    let words = "Could not save to the stick. Choose another place.";
    let mut narrow = bench(820.0, SaveState::Failed(words.to_owned()));
    narrow.see(words);
    let mut state = StatusBarState::default();
    let mut empty = Bench::sized((1200.0, 30.0), Desk::default().project, move |ui, cx| {
        status_bar_ui(ui, cx, &mut state, &SaveState::NewProject);
    });
    empty.see("New project. Everything is kept from your first mark on.").see("all commands").see("keys");
}

#[test]
fn hints_give_way_rather_than_overlap() {
    for width in [600.0, 820.0, 1000.0, 1440.0] {
        let bench = bench(width, SaveState::Saved(NOW));
        let end = bench.place("1 claim, 0 settled").right();
        for hint in ["claim", "number", "next open"] {
            assert!(!bench.shows(hint) || bench.place(hint).left() >= end, "{hint} in {width}");
        }
    }
}

#[test]
fn nothing_is_said_of_sentences_that_are_not_counted_yet() {
    let project = project_of(&[&"One came. Two left.\n".repeat(SHORT_BYTES / 10)]);
    let lookup = Lookup::of_records(&project);
    let findings = Findings::new(&project, &lookup, NOW);
    let mut session = Session::knowing((project, lookup, findings), None, IdSource::new(1));
    let words = |session: &Session| Meter::of(session).unwrap().read_words().into_iter().map(|(words, _)| words).collect::<String>();
    assert_eq!(words(&session), "counting sentences");
    for (article, text) in session.take_to_count() {
        text.prepare();
        session.take_counted(article);
    }
    assert_eq!(words(&session), "0 of 10000 read, 10000 untouched");
}

#[test]
fn places_to_look_at_are_counted_until_nothing_is_in_doubt_and_a_click_goes_to_them() {
    let mut desk = Desk::default();
    desk.article("T\n[It rained|claim]. It snowed.");
    desk.article("U\n[It was dry|claim].");
    desk.doubt("It was dry", Fate::Lost);
    let mut state = StatusBarState::default();
    let draw = move |ui: &mut Ui, cx: &mut Cx<'_>| status_bar_ui(ui, cx, &mut state, &SaveState::Saved(NOW));
    let mut bench = Bench::sized((1440.0, 30.0), desk.project, draw);
    bench.click("1 lost its place");
    assert!(bench.session().mark().unwrap().is_lost());
    bench.command(Command::Run(Action::Remove));
    assert!(!bench.shows("1 lost its place"));
    bench.command(Command::Run(Action::Undo)).see("1 lost its place");
}

#[test]
fn what_is_said_of_saving_takes_the_same_room_while_it_is_written() {
    let kept = format!("Kept {}, in no file yet", clock(NOW));
    let saved = format!("Saved {}", clock(NOW));
    for (has_file, settled, words) in [(true, SaveState::Saved(NOW), saved), (false, SaveState::Kept(NOW), kept)] {
        let saving = bench(1440.0, SaveState::Saving { has_file }).place("Saving").left();
        assert_eq!(saving, bench(1440.0, settled).place(&words).left());
    }
}
