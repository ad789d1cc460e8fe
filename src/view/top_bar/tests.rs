//! The top bar as a checker meets it, wide and narrow.

use super::*;
use crate::model::annotation::Tag;
use crate::testing::project;
use crate::view::panel::testing::Bench;

fn bench(width: f32) -> Bench<'static> {
    Bench::sized((width, 600.0), project("Dyke fails\nIt [rained|source]."), top_bar_ui)
}

#[test]
fn views_open_by_their_tabs() {
    let mut bench = bench(1440.0);
    bench.click("Sources");
    assert_eq!(bench.session().view(), ViewKind::Sources);
    bench.click("Articles").click("Report");
    assert_eq!(bench.session().view(), ViewKind::Report);
}

#[test]
fn undo_and_redo_say_what_they_do() {
    let mut bench = bench(1440.0);
    bench.command(Command::Run(Action::TagSelection(Tag::Claim)));
    bench.click("Undo tag claim A1");
    assert!(bench.session().project().claims().is_empty());
    bench.click("Redo tag claim A1");
    assert_eq!(bench.session().project().claims().len(), 1);
}

#[test]
fn the_menu_of_the_project_renames_it_and_has_the_files() {
    let mut bench = bench(1440.0);
    bench.harness().state_mut().preferences.recent = vec!["/desk/Harbour.ron".into()];
    bench.click("Project Test").type_in("Project name", " dyke").see("Save as");
    assert_eq!(bench.session().project().name(), "Test dyke");
    bench.taken();
    bench.click("Open Harbour");
    assert_eq!(bench.taken(), [Command::OpenRecent("/desk/Harbour.ron".into())]);
}

#[test]
fn search_commands_and_settings_are_there_in_every_width() {
    for width in [700.0, 820.0, 960.0, 1100.0, 1440.0] {
        let mut bench = bench(width);
        bench.click("Search all articles").click("Commands").click("Settings");
        let expected = [Action::FindEverywhere, Action::Palette, Action::Settings].map(Command::Run);
        assert_eq!(bench.taken(), expected, "{width}");
        bench.harness().check_accessibility();
    }
}

#[test]
fn nothing_overlaps_in_any_width() {
    for width in [760.0, 820.0, 900.0, 1000.0, 1200.0, 1440.0] {
        let bench = bench(width);
        let names =
            ["Project Test", "Articles", "Numbers", "Sources", "Report", "Search all articles", "Undo", "Redo", "Commands", "Settings"];
        let places = names.map(|name| (name, bench.place(name)));
        for (name, place) in &places {
            assert!(place.right() <= width && place.left() >= 0.0, "{name} is outside of {width}: {place}");
        }
        for pair in places.windows(2) {
            assert!(pair[0].1.right() <= pair[1].1.left() + 0.5, "{} and {} overlap in {width}", pair[0].0, pair[1].0);
        }
    }
}
