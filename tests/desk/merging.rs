//! A conflict copy of a sync service, merged in the window: offered, merged, decided, saved, and not offered again.

use super::trial::{Desk, shipped};

/// The state in a project file.
fn read(path: &std::path::Path) -> tickmark::model::project::Project {
    tickmark::storage::read(&std::fs::read(path).unwrap()).unwrap().project
}

#[test]
fn a_conflict_copy_is_merged_and_its_questions_are_decided_one_by_one() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    let path = desk.home.path().join("flood.ron");
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    desk.press_all("Ctrl+Home Down C F2");
    desk.type_text("As we say it");
    desk.press_all("Escape Ctrl+S");
    let ours = std::fs::read_to_string(&path).unwrap();
    assert!(ours.contains("As we say it"), "{}", desk.said());
    let home = desk.close();
    // The other machine has said it in its own way, and marked nothing less.
    let copy = home.path().join("flood (MB's conflicted copy 2031-03-14).ron");
    std::fs::write(&copy, ours.replace("As we say it", "As they say it")).unwrap();

    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert_eq!(desk.window().as_deref(), Some("Merge the conflict copy?"));
    desk.click("Merge");
    desk.settle();
    assert!(desk.said().contains("left: see the status bar"), "{}", desk.said());
    let left = |desk: &Desk| desk.look(|app| app.session().project().flags().len());
    let before = left(&desk);
    assert!(before > 0);
    desk.press("Ctrl+S");
    assert_eq!(read(&path).flags().len(), before, "the questions are saved with the project");
    assert!(!copy.exists() && copy.with_extension("ron.merged").exists(), "the copy is put aside");

    let mut desk = Desk::open_in(desk.close(), std::slice::from_ref(&path));
    assert_eq!(desk.window(), None, "it is not offered again");
    desk.click(&format!("{before} to decide"));
    assert_eq!(desk.window().as_deref(), Some("What the merge left open"));
    while left(&desk) > 0 {
        let was = left(&desk);
        desk.press(if desk.has_containing("claim in full") { "2" } else { "1" });
        assert_eq!(left(&desk), was - 1);
    }
    assert_eq!(desk.window(), None);
    desk.press("Ctrl+S");
    let decided = read(&path);
    assert_eq!(decided.claims().values().next().unwrap().restatement, "As they say it");
    assert!(decided.flags().is_empty());
}
