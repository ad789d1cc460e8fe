//! Articles beside each other in the whole window: opened from an article, with the pairs of all articles found in the background.

use tickmark::command::Command;
use tickmark::session::ViewKind;

use super::trial::{Desk, shipped};

const WIRE: &str =
    "Gate jams\nThe gate at Orva jammed at noon on Monday, two engineers said. Bread is dear.\nIt did not open for 40 hours.\n";
const COPY: &str =
    "At the gate\nSheep were lost.\nThe gate at Orva jammed at noon on Monday, the ministry said.\nIt did not open for 14 hours.\n";

/// A window on three articles, of which the first and the last belong together.
fn desk() -> Desk {
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, words: &str| {
        let path = home.path().join(name);
        std::fs::write(&path, words).unwrap();
        path
    };
    let files = [write("wire.txt", WIRE), shipped("pellbury-ledger-2031-03-15.txt"), write("copy.txt", COPY)];
    let mut desk = Desk::open_in(home, &files);
    let first = desk.look(|app| app.session().project().order()[0]);
    desk.run(Command::ShowArticle(first));
    desk
}

#[test]
fn an_article_is_shown_beside_the_one_that_it_shares_most_with() {
    let mut desk = desk();
    desk.press("Ctrl+4");
    assert!(desk.has_containing("Left article: A, Gate jams") && desk.has_containing("Right article: C, At the gate"));
    assert!(desk.has_containing("What A changed") && desk.has("A shares 2 of its 3 paragraphs with C"));
    assert!(desk.has_containing("C has it from “the ministry”, A from “two engineers”."));
    assert!(desk.has_containing("C has “14 hours”, A has “40 hours”."));
    desk.press("Ctrl+B");
    assert!(desk.has_containing("A and C: 2 passages, "));
    desk.press_all("J Ctrl+1");
    let words = desk.look(|app| {
        let session = app.session();
        session.document().unwrap().text.slice(session.selection().unwrap().span()).to_owned()
    });
    assert_eq!(words, "The gate at Orva jammed at noon on Monday, two engineers said.");
}

#[test]
fn an_article_that_is_added_or_removed_is_compared_or_forgotten() {
    let mut desk = desk();
    desk.press_all("Ctrl+4 Ctrl+B");
    let path = desk.home.path().join("third.txt");
    std::fs::write(&path, "More\nThe gate at Orva jammed at noon on Monday, a driver said.\n").unwrap();
    desk.run(Command::OpenPaths(vec![path]));
    desk.press("Ctrl+4");
    assert!(desk.has_containing("A and D: 1 passage, ") && desk.has_containing("C and D: 1 passage, "));
    let last = desk.look(|app| app.session().project().order()[2]);
    desk.run(Command::RemoveArticle(last));
    desk.press("Ctrl+4");
    assert!(desk.has_containing("A and C: 1 passage, "), "the last article is C by now");
    assert!(!desk.has_containing("2 passages, "));
}

#[test]
fn the_view_comes_back_at_the_next_start_and_says_what_is_missing() {
    let mut desk = Desk::open(&[shipped("pellbury-ledger-2031-03-15.txt")]);
    desk.press("Ctrl+4");
    assert_eq!(desk.look(|app| app.session().view()), ViewKind::Compare);
    assert!(desk.has_containing("Compare needs two articles. Open another one."));
}

#[test]
fn what_the_keys_do_is_found_by_name_too() {
    let mut desk = desk();
    desk.press_all("Ctrl+4 J Ctrl+K");
    desk.type_text("claim from this pair");
    desk.press("Enter");
    let marks = desk.look(|app| app.session().project().annotations().len());
    assert_eq!(marks, 2, "{}", desk.said());
}

#[test]
fn settled_claims_of_a_project_in_the_library_are_offered_in_another_one() {
    use tickmark::session::Preference;
    let mut first = Desk::open(&[]);
    let path = first.home.path().join("old.ron");
    let article = first.home.path().join("old.txt");
    std::fs::write(&article, "Old\nThe gate at Orva jammed at noon on Monday.\n").unwrap();
    first.run(Command::OpenPaths(vec![article]));
    first.press("Ctrl+1");
    first.select("The gate at Orva jammed at noon on Monday");
    first.press_all("C T");
    first.run(Command::SaveTo(path.clone()));
    let home = first.close();
    let wire = home.path().join("wire.txt");
    std::fs::write(&wire, WIRE).unwrap();
    let mut desk = Desk::open_in(home, &[wire]);
    desk.prefer(Preference::Library(vec![path.clone(), desk.home.path().join("gone.ron")]));
    assert!(desk.said().contains("The library lacks") && desk.said().contains("gone.ron"), "{}", desk.said());
    assert_eq!(desk.look(|app| app.session().view()), ViewKind::Articles);
    desk.select("The gate at Orva jammed at noon on Monday");
    desk.press("C");
    assert!(desk.has_containing("Checked today in ") && desk.has_containing(": confirmed"));
    let before = std::fs::read(&path).unwrap();
    desk.click_containing("Take the verdict of A1");
    let status = desk.look(|app| app.session().claim().map(|id| app.session().project().claims()[&id].status));
    assert_eq!(status, Some(tickmark::model::claim::Status::Confirmed));
    assert_eq!(std::fs::read(&path).unwrap(), before, "the library is only read");
}
