//! The left panel as a checker meets it.

use super::*;
use crate::command::{Command, Field};
use crate::model::project::Project;
use crate::testing::Desk;
use crate::view::panel::testing::Bench;

fn bench(project: Project) -> Bench<'static> {
    let mut state = SidebarState::default();
    Bench::sized((232.0, 800.0), project, move |ui, cx| sidebar_ui(ui, cx, &mut state))
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.article("Dyke fails\n[It rained|claim]. [It broke|claim].");
    desk.article("Dyke holds\n[It held|claim].");
    desk
}

#[test]
fn an_article_is_shown_by_a_click() {
    let mut bench = bench(desk().project);
    bench.harness().check_accessibility();
    bench.see("Left in A").see("0 of 3 settled").click("Article B: Dyke holds, 0 of 1 claim settled");
    assert_eq!(bench.session().document().unwrap().title(), "Dyke holds");
    bench.see("Left in B").see("1 claim");
}

#[test]
fn a_claim_that_is_left_is_a_click_away() {
    let mut bench = bench(desk().project);
    bench.click("A2, open: It broke");
    let project = bench.session().project();
    assert_eq!(bench.session().mark().map(|mark| project.quote(mark)), Some("It broke"));
}

#[test]
fn warnings_unfold_and_each_click_goes_to_the_next_one() {
    let mut bench = bench(desk().project);
    bench.click("Show warnings, 5").click("Claims with no source, 3").click("Claims with no source, 3");
    let project = bench.session().project();
    assert_eq!(bench.session().mark().map(|mark| project.quote(mark)), Some("It broke"));
    bench.click("More about “Claims with no source”").click("Not for this project…");
    assert_eq!(bench.taken().last(), Some(&Command::AskWhyOff("no-source".to_owned())));
    bench.click("Fold warnings, 5").see("Show warnings, 5");
}

#[test]
fn a_missing_outlet_leads_to_its_field() {
    let mut bench = bench(desk().project);
    let second = bench.session().project().order()[1];
    bench.click("Write the outlet of B");
    let expected = [Command::ShowArticle(second), Command::Run(Action::Clear), Command::FocusField(Field::Outlet(second))];
    assert_eq!(bench.taken(), expected);
}

#[test]
fn an_article_is_moved_and_removed_from_its_menu() {
    let mut bench = bench(desk().project);
    let order = bench.session().project().order().to_vec();
    let row = "Article A: Dyke fails, 0 of 2 claims settled";
    bench.click_secondary(row).click("Move down");
    assert_eq!(bench.session().project().order(), [order[1], order[0]]);
    bench.click_secondary("Article B: Dyke fails, 0 of 2 claims settled").click("Remove article");
    assert_eq!(bench.session().project().order(), [order[1]]);
}

#[test]
fn an_article_is_moved_by_dragging() {
    let mut bench = bench(desk().project);
    let order = bench.session().project().order().to_vec();
    let from = bench.place("Article A: Dyke fails, 0 of 2 claims settled").center();
    let harness = bench.harness();
    harness.hover_at(from);
    harness.drag_at(from);
    harness.hover_at(from + egui::vec2(0.0, 60.0));
    harness.hover_at(from + egui::vec2(0.0, 100.0));
    harness.drop_at(from + egui::vec2(0.0, 100.0));
    harness.run();
    assert_eq!(bench.session().project().order(), [order[1], order[0]]);
}

#[test]
fn articles_are_opened_from_the_head_and_an_empty_list_says_so() {
    let mut bench = bench(Desk::default().project);
    bench.see("No articles yet. Open one and it appears here with its count of settled claims.").click("Open articles");
    assert_eq!(bench.taken(), [Command::Run(Action::OpenArticles)]);
}
