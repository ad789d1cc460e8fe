//! What the program works out again, and the calculator, in the window.

use tickmark::command::Command;
use tickmark::command::catalogue::Action;
use tickmark::session::ViewKind;

use super::trial::Desk;

const ONE: &str = "Dyke fails\nIt sent four aircraft in total — two C-17s and three C-130s — to the dyke.\n\
    The 1,553 mile (2,500 kilometer) way is open. We are laying 140 miles of wire; we are 30 percent done.\n";

/// An article with a claim that is selected.
fn desk() -> Desk {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("one.txt");
    std::fs::write(&file, ONE).unwrap();
    let mut desk = Desk::open_in(home, &[file]);
    desk.press("Ctrl+1");
    desk.select("The 1,553 mile (2,500 kilometer) way is open");
    desk.press("C");
    desk
}

fn evidence(desk: &Desk) -> Vec<String> {
    let texts = |app: &tickmark::app::App| {
        let claims = app.session().project().claims().values();
        claims.flat_map(|claim| claim.evidence.iter().map(|row| row.text.clone())).collect()
    };
    desk.look(texts)
}

#[test]
fn checks_stand_beside_the_numbers_and_lead_to_their_words() {
    let mut desk = desk();
    desk.press("Ctrl+2");
    assert!(desk.has("1 holds, 1 does not, 1 to look at"), "{}", desk.said());
    let wrong = "does not hold: 2 C-17s + 3 C-130s = 5. Written 4 aircraft. Off by 1. A ¶1";
    assert!(desk.has(wrong), "{}", desk.said());
    assert!(desk.has("holds: 1,553 mi = 2,499.3 km. Written 2,500 km. Off by 0.03 %, within its rounding. A ¶2"));
    assert!(desk.has("to look at: 30 % of 140 mi = 42 mi. So 98 mi would be left. Neither is written. A ¶2"));
    desk.click(wrong);
    let (view, words) = desk.look(|app| {
        let session = app.session();
        let words = session.selection().map(|selection| session.document().unwrap().text.slice(selection.span()).to_owned());
        (session.view(), words)
    });
    assert_eq!((view, words.as_deref()), (ViewKind::Articles, Some("four aircraft")));
}

#[test]
fn a_sum_is_worked_out_while_it_is_typed_and_kept_with_enter() {
    let mut desk = desk();
    desk.press("Ctrl+R");
    desk.type_text("30 % of");
    assert!(desk.has("Here a figure or a day is missing."), "{}", desk.said());
    desk.type_text(" 140 mi");
    assert!(desk.has("Result 42 mi") && desk.has("keeps it as evidence of A1"), "{}", desk.said());
    desk.press("Enter");
    assert_eq!(evidence(&desk), ["30 % of 140 mi = 42 mi (30 ÷ 100 × 140 = 42 mi)"]);
    desk.run(Command::Run(Action::Undo));
    assert!(evidence(&desk).is_empty());
}

#[test]
fn the_panel_of_a_selected_number_gives_way_to_the_checks_where_that_is_wanted() {
    let mut desk = desk();
    desk.select("140 miles");
    desk.press_all("N Ctrl+2 J");
    assert!(!desk.has("Calculator"), "{}", desk.said());
    desk.click("Checks");
    assert!(desk.has("Calculator"), "{}", desk.said());
    desk.press("V");
    assert!(!desk.has("1 holds, 1 does not, 1 to look at"), "the value is changed in the panel of the number");
}

#[test]
fn what_is_stated_stands_among_the_checks_until_it_is_taken_back() {
    let mut desk = desk();
    // The one that was tagged last is selected: it is the whole.
    for words in ["140 miles", "1,553 mile"] {
        desk.select(words);
        desk.press("N");
    }
    desk.press_all("Shift+P PageDown Enter Ctrl+Enter Ctrl+2");
    desk.click("Checks");
    let stated = "holds, stated: 140 of 1,553 = 9.01 %. 140 mi of 1,553 mi. The rest is 1,413. A ¶2";
    assert!(desk.has(stated), "{}", desk.said());
    assert!(desk.has("All figures as CSV") && desk.has("Put together with others"));
    desk.click("Take this check back");
    assert!(!desk.has(stated), "{}", desk.said());
    desk.press("Ctrl+Z");
    assert!(desk.has(stated), "{}", desk.said());
}
