//! What the program keeps by itself: the work in its file, and where the checker was.

use std::path::Path;

use tickmark::session::ViewKind;

use super::trial::{Desk, shipped};

/// A project of two articles in a file.
fn in_a_file(name: &str) -> (Desk, std::path::PathBuf) {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt"), shipped("varnholt-courier-2031-03-14.md")]);
    let path = desk.home.path().join(name);
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    assert!(path.exists(), "{}", desk.said());
    (desk, path)
}

#[test]
fn work_in_a_project_with_a_file_goes_there_by_itself() {
    let (mut desk, path) = in_a_file("flood.ron");
    desk.press_all("Ctrl+Home Down C");
    let claims = |path: &Path| tickmark::storage::read(&std::fs::read(path).unwrap()).unwrap().project.claims().len();
    assert_eq!(claims(&path), 0);
    desk.wait_until("the autosave", |_| claims(&path) == 1);
    assert!(desk.look(|app| app.session().is_saved()));
}

#[test]
fn the_next_start_is_where_the_last_one_ended() {
    let (mut desk, _) = in_a_file("flood.ron");
    desk.press("Ctrl+1");
    if desk.look(|app| app.session().document().unwrap().title().contains("Northwake")) {
        desk.press("Ctrl+PageDown");
    }
    desk.press_all("Ctrl+Home Ctrl+Down Ctrl+Down Ctrl+Right Ctrl+B Ctrl+I Ctrl+Plus");
    let place = |desk: &Desk| desk.look(|app| app.session().selection());
    let (before, zoom) = (place(&desk), desk.harness.ctx.zoom_factor());
    assert!(before.unwrap().head > 0 && zoom > 1.0 && !desk.has("Left panel") && !desk.has("Inspector"));
    let mut desk = Desk::open_in(desk.close(), &[]);
    assert_eq!((place(&desk), desk.harness.ctx.zoom_factor()), (before, zoom));
    assert!(!desk.has("Left panel") && !desk.has("Inspector"));
    desk.press_all("Ctrl+0 Ctrl+B Ctrl+I Ctrl+3");
    let desk = Desk::open_in(desk.close(), &[]);
    assert_eq!(desk.look(|app| app.session().view()), ViewKind::Sources);
    assert!(desk.has("Left panel") && desk.has("Inspector"));
}

#[test]
fn keys_and_settings_that_were_changed_stay_changed() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.press("Ctrl+Comma");
    desk.click("Dark");
    desk.focus_field("Checker");
    desk.type_text("RK");
    desk.click("Keys");
    desk.focus_field("Filter the keys");
    desk.type_text("grow");
    desk.click("Key for Grow the selection: G");
    desk.press_all("Alt+G Escape");
    let mut desk = Desk::open_in(desk.close(), &[shipped("northwake-2031-03-13.txt")]);
    assert!(desk.harness.ctx.global_style().visuals.dark_mode);
    assert_eq!(desk.look(|app| app.session().checker().to_owned()), "RK");
    let has_words = |desk: &Desk| desk.look(|app| app.session().selection().is_some_and(|selection| !selection.is_empty()));
    desk.press_all("Ctrl+1 Ctrl+Home G");
    assert!(!has_words(&desk), "the shipped key is free now");
    desk.press("Alt+G");
    assert!(has_words(&desk));
}

#[test]
fn a_record_that_cannot_be_shown_is_kept_when_the_file_is_saved() {
    let (mut desk, path) = in_a_file("flood.ron");
    desk.press_all("Ctrl+Home Down C Ctrl+S");
    let home = desk.close();
    // The claim goes, its mark stays and points to nothing.
    let whole = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = whole.split_once("  claims: [").unwrap();
    let (_, after) = rest.split_once("\n  ],").unwrap();
    std::fs::write(&path, format!("{before}  claims: [\n  ],{after}")).unwrap();
    let (_, marks) = after.split_once("  annotations: [\n").unwrap();
    let mark = marks.lines().next().unwrap();

    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert!(desk.said().contains("Opened with warnings"), "{}", desk.said());
    desk.press_all("Ctrl+Home Down Down C Ctrl+S");
    let _home = desk.close();
    let saved = std::fs::read_to_string(&path).unwrap();
    assert!(saved.contains(mark.trim().trim_end_matches(',')), "{mark}\n{saved}");
    assert_eq!(tickmark::storage::read(saved.as_bytes()).unwrap().project.claims().len(), 1, "the new one");
}

#[test]
fn a_damaged_file_is_not_written_over_unasked() {
    let (mut desk, path) = in_a_file("flood.ron");
    desk.press_all("Ctrl+Home Down C Ctrl+S");
    let home = desk.close();
    let whole = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = whole.split_once("  claims: [\n").unwrap();
    let (claim, after) = rest.split_once('\n').unwrap();
    let half: String = claim.chars().take(claim.chars().count() / 2).collect();
    let damaged = format!("{before}  claims: [\n{half}\n{after}");
    std::fs::write(&path, &damaged).unwrap();

    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert!(desk.said().contains("The project file is damaged after line"), "{}", desk.said());
    assert!(desk.said().contains("the rest is in the backup of"), "{}", desk.said());
    desk.press_all("Ctrl+Home Down Down C Ctrl+S");
    assert_eq!(desk.window().as_deref(), Some("Save the project"), "it asks for another file");
    desk.press("Escape");
    let _home = desk.close();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged);
}

#[test]
fn a_file_of_a_newer_version_or_no_project_at_all_is_refused_and_stays() {
    let home = tempfile::tempdir().unwrap();
    let files = [("newer.ron", "(\n  version: 99,\n)", "newer"), ("text.ron", "Dear all,\nno project.", "line 1")];
    let paths = files.map(|(name, text, _)| (home.path().join(name), text));
    paths.iter().for_each(|(path, text)| std::fs::write(path, text).unwrap());
    let mut home = home;
    for ((path, text), (.., expected)) in paths.iter().zip(files) {
        let mut desk = Desk::open_in(home, std::slice::from_ref(path));
        assert!(desk.said().contains(expected), "{}", desk.said());
        desk.press("Ctrl+S");
        assert_eq!(desk.window().as_deref(), Some("Save the project"));
        desk.press("Escape");
        home = desk.close();
        assert_eq!(&std::fs::read_to_string(home.path().join(path.file_name().unwrap())).unwrap(), text);
    }
}
