//! A new draft in the window: opened by its file or pasted, its differences read, its marks gone through, and taken back as one step.

use tickmark::command::Command;
use tickmark::command::catalogue::Action;

use super::keys;
use super::trial::{Desk, PASTED};

fn project(desk: &Desk) -> tickmark::model::project::Project {
    desk.look(|app| app.session().project().clone())
}

/// The first article with a figure changed, a sentence put first, and the claim about the dyke left out.
fn open_draft(desk: &mut Desk) {
    let text = desk.look(|app| app.session().project().documents().next().unwrap().text.as_str().to_owned());
    let text = text.replacen("1,500", "1,600", 1).replacen(" The dyke had held for 40 years before the storm came.", "", 1);
    let path = desk.home.path().join("draft.txt");
    std::fs::write(&path, text.replacen("About", "It was a long night. About", 1)).unwrap();
    desk.press("Ctrl+D");
    desk.answer_path(&path);
}

#[test]
fn a_draft_is_opened_read_walked_through_and_taken_back_to_the_letter() {
    let mut desk = keys::desk();
    let before = project(&desk);
    open_draft(&mut desk);
    assert!(desk.said().contains("New draft of A: 0 marks kept, 2 changed, 2 lost their place. Look at them."), "{}", desk.said());
    assert_eq!(desk.window().as_deref(), Some("Drafts"));
    for words in ["Draft 1, ", "It was a long night.", "paragraphs as before"] {
        assert!(desk.has_containing(words), "{words}");
    }
    assert_eq!(project(&desk).annotations().len(), before.annotations().len());
    // The first two are right, the third gets other words.
    desk.press("Enter");
    desk.press("Enter");
    let left = |desk: &Desk| desk.look(|app| app.session().doubt_count());
    assert_eq!((left(&desk).to_look_at, left(&desk).lost), (0, 2));
    desk.press("Enter");
    assert_eq!(desk.window(), None);
    desk.select("the dyke was sound");
    desk.press("P");
    assert_eq!(left(&desk).lost, 1);
    desk.press("Ctrl+Shift+D");
    assert_eq!(desk.window().as_deref(), Some("Drafts"));
    desk.click("Remove it");
    assert!(desk.has_containing("Every mark stands on its words."));
    desk.click("As it was");
    assert!(desk.has_containing("The dyke had held for 40 years"));
    desk.press("Escape");
    // Two places accepted, one placed, one removed; then the draft itself.
    desk.press_all("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(project(&desk), before);
    desk.press("Ctrl+Shift+Z");
    assert_eq!(project(&desk).documents().next().unwrap().earlier.len(), 1);
}

#[test]
fn a_draft_is_pasted_and_saved_with_the_one_before() {
    let mut desk = keys::desk();
    desk.run(Command::Run(Action::PasteDraft));
    // The window system answers with what lies on the clipboard.
    desk.press("Ctrl+V");
    desk.settle();
    let first = |project: &tickmark::model::project::Project| project.documents().next().unwrap().clone();
    let now = first(&project(&desk));
    assert_eq!((now.text.as_str(), now.earlier.len()), (PASTED, 1));
    desk.press("Escape");
    desk.press("Ctrl+S");
    let path = desk.home.path().join("drafts.ron");
    desk.answer_path(&path);
    let saved = tickmark::storage::read(&std::fs::read(&path).unwrap()).unwrap();
    assert!(saved.warnings.is_empty(), "{:?}", saved.warnings);
    assert_eq!(saved.project, project(&desk));
}
