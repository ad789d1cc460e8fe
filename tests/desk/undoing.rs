//! Everything that is done can be undone, to the beginning, and done again, to the same bytes.

use tickmark::storage::to_ron;

use super::trial::Desk;

const ONE: &str = "Dyke fails\n\
    About 1,500 people left their homes, the mayor said. The ministry knew. It will rain again.\n\
    Some say the mayor had asked the ministry twice.\n";
const TWO: &str = "Dyke holds\nOnly 900 people left, the ministry said. It rained for 36 hours.\n";

/// Does something of every kind.
fn work(desk: &mut Desk) {
    for (name, text) in [("one.txt", ONE), ("two.txt", TWO)] {
        let path = desk.home.path().join(name);
        std::fs::write(&path, text).unwrap();
        desk.press("Ctrl+O");
        desk.answer_path(&path);
    }
    desk.press_all("Ctrl+V Ctrl+PageUp Ctrl+PageUp");
    tag_and_link(desk);
    settle(desk);
    desk.select("It will rain again");
    desk.press_all("X X");
    desk.press_all("Ctrl+Home J R Shift+Right Shift+Right Enter");
    desk.press_all("Ctrl+2 J V Ctrl+A");
    desk.type_text("77");
    desk.press_all("Ctrl+3 J Ctrl+M J Enter Ctrl+1 Ctrl+End K Delete");
    desk.press("Ctrl+K");
    desk.type_text("Renumber claims");
    desk.press("Enter");
}

/// Tags claims, numbers and sources in two articles, walks through occurrences, links two claims.
fn tag_and_link(desk: &mut Desk) {
    let marks = [("1,500 people", "N"), ("The ministry knew", "C"), ("About 1,500 people left their homes", "C"), ("the mayor", "S")];
    for (words, key) in marks {
        desk.select(words);
        desk.press(key);
    }
    desk.select("ministry");
    desk.press_all("Shift+S Y N");
    // The walk has ended in the other article.
    for (words, key) in [("Only 900 people left", "C"), ("36 hours", "N")] {
        desk.select(words);
        desk.press(key);
    }
    desk.press_all("Ctrl+PageUp Ctrl+Home J L Ctrl+PageDown J R Enter Ctrl+PageUp");
}

/// Settles a claim with everything that belongs to it.
fn settle(desk: &mut Desk) {
    desk.press_all("Ctrl+Home J");
    desk.click_containing("Add evidence");
    desk.type_text("Minutes");
    desk.press_all("Ctrl+1 A T 4");
    desk.type_text("Both agree.");
    for (keys, words) in [("Ctrl+1 F2", "In full."), ("Ctrl+1 F4", " Better."), ("Ctrl+1 M", "See notes.")] {
        desk.press_all(keys);
        desk.type_text(words);
    }
    desk.focus_field("Keywords");
    desk.type_text("flood, dyke");
    desk.press("Ctrl+1");
}

#[test]
fn everything_is_undone_to_the_beginning_and_done_again_to_the_same_bytes() {
    let mut desk = Desk::open(&[]);
    let ron = |desk: &Desk| desk.look(|app| to_ron(app.session().project()));
    let next = |desk: &Desk| desk.look(|app| app.session().history().undo_label().map(str::to_owned));
    let start = ron(&desk);
    work(&mut desk);
    let (end, mut labels) = (ron(&desk), Vec::new());
    desk.press("Ctrl+1");
    while let Some(label) = next(&desk) {
        assert!(desk.has_containing(&format!("Undo {label}")), "{label}");
        labels.push(label);
        desk.press("Ctrl+Z");
    }
    assert_eq!(ron(&desk), start);
    let kinds: std::collections::BTreeSet<_> = labels.iter().filter_map(|label| label.split(' ').next()).collect();
    assert!(labels.len() > 25 && kinds.len() > 12, "{labels:#?}");
    for _ in &labels {
        desk.press("Ctrl+Y");
    }
    assert_eq!(ron(&desk), end);
    assert_eq!(desk.look(|app| app.session().history().redo_label().map(str::to_owned)), None);
}
