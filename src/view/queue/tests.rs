//! The Claims view as a checker meets it: filtered, chosen, changed in bulk, by mouse and by keys.

use egui::{Key, Modifiers};

use super::*;
use crate::model::claim::{Claim, Risk, Status};
use crate::testing::{Desk, claim};
use crate::view::panel::testing::Bench;

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.article("Dyke fails\n[It rained|claim], [officials|source officials] said. [It broke|claim]. [Nobody left|claim].");
    desk.article("Dyke holds\n[The caravan held|claim].");
    let last = desk.claim("B1");
    desk.change(last, |claim: &mut Claim| claim.risks = claim.risks.with(Risk::Legal, true));
    let first = desk.claim("A1");
    desk.change(first, |claim: &mut Claim| claim.status = Status::Confirmed);
    desk
}

fn bench() -> Bench<'static> {
    let mut state = QueueState::default();
    let mut bench = Bench::sized((1200.0, 600.0), desk().project, move |ui, cx| {
        let (left, right) = ui.max_rect().split_left_right_at_x(240.0);
        let mut panel = ui.new_child(egui::UiBuilder::new().max_rect(left).id_salt("left"));
        queue_left_ui(&mut panel, cx, &mut state);
        let mut middle = ui.new_child(egui::UiBuilder::new().max_rect(right).id_salt("middle"));
        queue_ui(&mut middle, cx, &mut state);
    });
    bench.command(Command::Run(Action::ShowClaims));
    bench
}

fn status(bench: &Bench<'_>, label: &str) -> Status {
    let project = bench.session().project();
    project.claims()[&claim(project, label)].status
}

#[test]
fn the_queue_begins_with_what_is_left_those_at_risk_first() {
    let mut bench = bench();
    bench.see("B1, open, risk: Legal, The caravan held").see("A2, open, It broke").see("A3, open, Nobody left");
    assert!(!bench.shows_containing("It rained") && bench.shows("What is left, 3") && bench.shows("At risk, 1"));
    let (risky, other) = (bench.place("B1, open, risk: Legal, The caravan held"), bench.place("A2, open, It broke"));
    assert!(risky.bottom() <= other.top() + 0.5);
    bench.click("All claims, 4").see("A1, confirmed, It rained");
}

#[test]
fn a_click_on_a_heading_sorts() {
    let mut bench = bench();
    bench.click("Sort by claim");
    let places =
        ["A2, open, It broke", "A3, open, Nobody left", "B1, open, risk: Legal, The caravan held"].map(|name| bench.place(name).top());
    assert!(places.is_sorted(), "{places:?}");
    bench.click("Sort by no.").click("Sort by no.");
    assert!(bench.place("B1, open, risk: Legal, The caravan held").top() < bench.place("A3, open, Nobody left").top());
}

#[test]
fn a_filter_is_typed_kept_under_a_name_and_forgotten() {
    let mut bench = bench();
    bench.type_in("Filter the claims", " caravan");
    assert!(bench.shows_containing("The caravan held") && !bench.shows_containing("It broke"));
    bench.click("Keep this filter under a name").type_in("Name of the filter", "Caravan");
    bench.harness().key_press(Key::Enter);
    bench.harness().run();
    assert_eq!(bench.session().project().house().filters[0].query, "is:left caravan");
    bench.see("Caravan, 1").click("What is left, 3").see("A2, open, It broke").click("Caravan, 1");
    assert!(!bench.shows_containing("It broke"));
    bench.click("Forget the filter Caravan");
    assert!(bench.session().project().house().filters.is_empty());
}

#[test]
fn what_cannot_be_asked_is_told_below_the_filter() {
    let mut bench = bench();
    bench.type_in("Filter the claims", " status:done");
    assert!(bench.shows_containing("“status:” takes open, asked"));
}

#[test]
fn chosen_claims_are_changed_in_one_step_of_undo() {
    let mut bench = bench();
    bench.click("A2, open, It broke");
    bench.click_with(Modifiers::COMMAND, "A3, open, Nobody left");
    bench.see("2 claims chosen").click("Status of the chosen claims").click("Cut");
    assert_eq!((status(&bench, "A2"), status(&bench, "A3"), status(&bench, "B1")), (Status::Cut, Status::Cut, Status::Open));
    bench.command(Command::Run(Action::Undo));
    assert_eq!((status(&bench, "A2"), status(&bench, "A3")), (Status::Open, Status::Open));
}

#[test]
fn all_of_it_goes_by_keys() {
    let mut bench = bench();
    let press = |bench: &mut Bench<'_>, modifiers, key| {
        bench.harness().key_press_modifiers(modifiers, key);
        bench.harness().run();
    };
    press(&mut bench, Modifiers::NONE, Key::J);
    press(&mut bench, Modifiers::NONE, Key::Space);
    press(&mut bench, Modifiers::NONE, Key::J);
    press(&mut bench, Modifiers::NONE, Key::Space);
    bench.see("2 claims chosen");
    press(&mut bench, Modifiers::NONE, Key::A);
    assert_eq!((status(&bench, "B1"), status(&bench, "A2"), status(&bench, "A3")), (Status::Asked, Status::Asked, Status::Open));
    press(&mut bench, Modifiers::COMMAND, Key::A);
    bench.see("3 claims chosen");
    press(&mut bench, Modifiers::NONE, Key::Escape);
    assert!(!bench.shows("3 claims chosen"));
}
