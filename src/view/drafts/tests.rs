//! The window of drafts, by label.

use super::*;
use crate::command::NewArticle;
use crate::model::document::Text;
use crate::session::IdSource;
use crate::testing::{Desk, NOW};
use crate::view::panel::testing::Bench;

const OLD: &str = "Rain\nIn May [it rained on [4|number] days|claim]. [Nobody was hurt|claim].\nThe end is near, the office said.";
const NEW: &str = "Rain\nIn May it rained on 5 days.\nThe end is near, the office said.";

fn bench() -> Bench<'static> {
    let mut desk = Desk::default();
    let first = desk.article(OLD);
    let mut session = Session::new(desk.project, None, IdSource::new(9));
    session.run(Command::OpenDraft(first, Box::new(NewArticle::of(Text::freeze(NEW)))), NOW);
    let document = session.project().order()[0];
    let mut state = DraftsState::default();
    state.open(document);
    Bench::sized((1280.0, 800.0), session.project().clone(), move |ui, cx| {
        if let Some(order) = state.take_order() {
            state.take_found(&order, order.compare());
        }
        drafts_ui(ui.ctx(), cx, &mut state);
    })
}

fn press(bench: &mut Bench<'_>, key: egui::Key) {
    bench.harness().key_press(key);
    bench.harness().run();
}

#[test]
fn the_window_tells_what_was_changed_and_which_marks_to_look_at() {
    let mut bench = bench();
    for words in ["Drafts of A", "0 marks kept, 2 changed, 1 lost its place", "It was", "1 paragraph as before"] {
        assert!(bench.shows_containing(words), "{words}");
    }
    assert!(bench.shows("Changed: claim A1, it was on “it rained on 4 days”, now “it rained on 5 days”"));
    bench.click("As it was");
    assert!(bench.shows_containing("Nobody was hurt"));
}

#[test]
fn marks_are_accepted_one_by_one_and_what_is_lost_is_shown_in_the_article() {
    let mut bench = bench();
    press(&mut bench, egui::Key::Enter);
    let marks: Vec<_> = bench.session().project().annotations().keys().copied().collect();
    assert_eq!(bench.taken(), [Command::Accept(Doubtful::Mark(marks[0]))]);
    press(&mut bench, egui::Key::ArrowDown);
    press(&mut bench, egui::Key::Enter);
    assert_eq!(bench.taken(), [Command::LookAt(Doubtful::Mark(marks[2]))]);
    assert!(!bench.shows_containing("Drafts of A"), "the article is in front again");
}
