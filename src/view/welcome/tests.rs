//! The first page as a checker meets it.

use super::*;
use crate::testing::Desk;
use crate::view::panel::testing::Bench;

fn bench(size: (f32, f32)) -> Bench<'static> {
    let mut state = WelcomeState::default();
    Bench::sized(size, Desk::default().project, move |ui, cx| welcome_ui(ui, cx, &mut state))
}

#[test]
fn every_way_to_begin_is_a_click_away() {
    let mut bench = bench((852.0, 826.0));
    bench.see("Start with an article").see("Underline everything in it that can be wrong.");
    bench.click("Open articles").click("Paste text").click("Open the sample").click("Open a project");
    let expected = [
        Command::Run(Action::OpenArticles),
        Command::Run(Action::PasteArticle),
        Command::Run(Action::OpenSample),
        Command::Run(Action::OpenProject),
    ];
    assert_eq!(bench.taken(), expected);
}

#[test]
fn recent_projects_are_offered() {
    let mut bench = bench((852.0, 900.0));
    assert!(!bench.shows("Recent projects"));
    bench.harness().state_mut().preferences.recent = vec!["/desk/Harbour.ron".into()];
    bench.harness().run();
    bench.see("Recent projects").click("Open Harbour");
    assert_eq!(bench.taken(), [Command::OpenRecent("/desk/Harbour.ron".into())]);
}

#[test]
fn a_small_window_scrolls() {
    let bench = bench((500.0, 400.0));
    assert!(bench.place("Open articles").left() > 0.0);
}
