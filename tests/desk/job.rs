//! The main job by label: open, read, tag, link, settle, save, reopen, report, export.

use std::path::Path;

use tickmark::session::ViewKind;

use super::common::seeds;
use super::trial::{Desk, shipped};

#[test]
fn the_first_start_welcomes_and_the_sample_is_one_click_away() {
    let mut desk = Desk::open(&[]);
    assert!(desk.has_containing("Start with an article"));
    desk.click_containing("Open the sample");
    let (articles, claims) = desk.look(|app| (app.session().project().order().len(), app.session().project().claims().len()));
    assert_eq!((articles, claims), (4, 70));
    assert!(desk.has_containing("Article text: "));
}

#[test]
fn the_main_job_on_the_seeds() {
    let Some(seeds) = seeds() else { return };
    let mut desk = Desk::open(&seeds);
    assert_eq!(desk.look(|app| app.session().project().order().len()), 5);

    // Tag a number, the claim around it, and who says it.
    desk.select("1500 troops");
    desk.press("N");
    desk.select("an initial deployment of 1500 troops assisting with barrier construction");
    desk.press("C");
    assert!(desk.has_containing("Claim A1"));
    desk.select("Robert Salesses");
    desk.press("S");
    // Link the claim to the source, by keyboard.
    desk.press_all("Ctrl+Home J L J J Enter");
    let links = desk.look(|app| app.session().project().links().len());
    assert_eq!(links, 2, "{}", desk.said());

    // Settle it in the inspector.
    desk.click_containing("Confirmed");
    desk.press("Ctrl+1");
    desk.press("5");
    desk.type_text("Both wires agree.");
    desk.press("Ctrl+1");
    desk.press("F2");
    desk.type_text("The first deployment was of 1,500 troops.");
    let claim = desk.look(|app| app.session().project().claims().values().next().cloned()).unwrap();
    assert_eq!(claim.restatement, "The first deployment was of 1,500 troops.");
    assert_eq!(claim.rating.as_ref().map(|rating| (rating.grade.value(), rating.reason.clone())), Some((5, "Both wires agree.".into())));
    assert!(claim.is_settled());

    // Save under a name, close, reopen: all is there.
    let path = desk.home.path().join("border.ron");
    desk.press("Ctrl+S");
    desk.press("Ctrl+A");
    desk.type_text(&path.display().to_string());
    desk.press("Enter");
    assert!(path.exists(), "{}", desk.said());
    assert_eq!(desk.look(|app| app.session().project().name().to_owned()), "Border");
    let before = desk.look(|app| app.session().project().clone());
    let mut desk = Desk::open_in(desk.close(), &[]);
    assert_eq!(desk.look(|app| app.session().project().clone()), before);

    // The report shows it and every line jumps.
    desk.press("Ctrl+5");
    assert_eq!(desk.look(|app| app.session().view()), ViewKind::Report);
    let report = desk.home.path().join("report.html");
    desk.press("Ctrl+E");
    desk.click("Choose where to export");
    desk.press("Ctrl+A");
    desk.type_text(&report.display().to_string());
    desk.press("Enter");
    let html = std::fs::read_to_string(&report).unwrap();
    assert!(html.contains("The first deployment was of 1,500 troops.") && html.contains("Both wires agree."));
}

#[test]
fn odd_articles_open_and_stay_usable() {
    let home = tempfile::tempdir().unwrap();
    let articles = [
        ("empty.txt", String::new()),
        ("line.txt", "A line without an end ".repeat(50_000)),
        ("words.txt", "word\n".repeat(100_000)),
        ("crlf.txt", "\u{feff}Headline\r\n\r\nFirst.\r\nSecond.\r\n".to_owned()),
    ];
    let files: Vec<_> = articles
        .iter()
        .map(|(name, text)| {
            let path = home.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        })
        .collect();
    let mut desk = Desk::open_in(home, &files);
    assert_eq!(desk.look(|app| app.session().project().order().len()), 4, "{}", desk.said());
    for _ in 0..4 {
        desk.press_all("Ctrl+End PageUp Up Shift+Down C Ctrl+Home PageDown W N Ctrl+PageDown");
    }
    assert!(desk.look(|app| app.session().project().annotations().len()) >= 4);
    assert!(desk.look(|app| app.session().lookup().is_counted()), "the sentences of the long ones are known in the end");
}

#[test]
fn what_is_no_text_is_refused_in_words_and_the_rest_opens() {
    let home = tempfile::tempdir().unwrap();
    let (picture, latin) = (home.path().join("story.png"), home.path().join("latin.txt"));
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n").unwrap();
    std::fs::write(&latin, b"The caf\xe9 society met. M\xfcller paid nothing for the caf\xe9.").unwrap();
    let mut desk = Desk::open_in(home, &[picture, latin, shipped("northwake-2031-03-13.txt")]);
    let articles = |desk: &Desk| desk.look(|app| app.session().project().order().len());
    assert_eq!(articles(&desk), 1);
    assert!(desk.has("story.png") && desk.has_containing("looks like a picture"));
    assert!(desk.has_containing("Read as windows-1252 it says:") && desk.has_containing("The caf\u{e9} society met."));
    desk.click("Open latin.txt");
    assert_eq!(articles(&desk), 2, "a guess is opened when somebody has looked at it");
    desk.click("Done");
    assert!(!desk.has("story.png"));
}

#[test]
fn a_guessed_encoding_is_changed_before_the_text_is_frozen() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("dyke.txt");
    std::fs::write(&path, b"\xcc\xfd\xf0 \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee \xe4\xe0\xec\xe1\xe0 \xef\xf0\xee\xf0\xe2\xe0\xed\xe0.")
        .unwrap();
    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert_eq!(desk.look(|app| app.session().project().order().len()), 0);
    desk.click("Other encodings for dyke.txt");
    desk.click("KOI8-R");
    desk.wait_until("the file to be read again", |desk| desk.has_containing("Read as KOI8-R it says:"));
    desk.click("Other encodings for dyke.txt");
    desk.click("windows-1251");
    desk.wait_until("the file to be read again", |desk| desk.has_containing("Read as windows-1251 it says:"));
    desk.click("Open dyke.txt");
    let text = desk.look(|app| app.session().project().documents().next().unwrap().text.as_str().to_owned());
    assert_eq!(
        text,
        "\u{41c}\u{44d}\u{440} \u{441}\u{43a}\u{430}\u{437}\u{430}\u{43b}, \u{447}\u{442}\u{43e} \u{434}\u{430}\u{43c}\u{431}\u{430} \u{43f}\u{440}\u{43e}\u{440}\u{432}\u{430}\u{43d}\u{430}."
    );
}

#[test]
fn a_folder_is_opened_whole_and_a_file_that_is_open_already_is_told() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("packet");
    std::fs::create_dir_all(folder.join("deep")).unwrap();
    for nth in 0..60 {
        std::fs::write(folder.join(format!("story-{nth:02}.txt")), format!("Story {nth}\nIt rained {nth} days.")).unwrap();
    }
    std::fs::copy(folder.join("story-07.txt"), folder.join("deep/again.txt")).unwrap();
    let desk = Desk::open_in(home, &[folder]);
    assert_eq!(desk.look(|app| app.session().project().order().len()), 60);
    assert!(desk.has("story-07.txt") && desk.has_containing("It is the same file as \u{201c}again.txt\u{201d}, to the last byte"));
    assert_eq!(desk.look(|app| app.session().history().len()), 1, "all are one step");
}

#[test]
fn a_damaged_project_is_refused_with_its_line_and_stays_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("broken.ron");
    std::fs::write(&path, "(\n    version: 1,\n    id: oops").unwrap();
    let desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert!(desk.said().contains("line"), "{}", desk.said());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "(\n    version: 1,\n    id: oops");
}

#[test]
fn unsaved_work_is_recovered_at_the_next_start() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.press_all("Ctrl+Home Down W C");
    let before = desk.look(|app| app.session().project().clone());
    let desk = Desk::open_in(desk.close(), &[]);
    assert_eq!(desk.look(|app| app.session().project().clone()), before);
    assert!(desk.said().contains("was in no file when the program ended"), "{}", desk.said());
}

#[test]
fn the_mouse_selects_whole_words_and_drags_an_edge_that_keeps_links_and_rating() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("one.txt");
    std::fs::write(&path, "Dyke fails\nAbout 1,500 people left their homes on Monday, officials said.\n").unwrap();
    let mut desk = Desk::open_in(home, &[path]);
    desk.select("1,500 people");
    desk.press("N");
    desk.select("About 1,500 people left");
    desk.press_all("C 4 Ctrl+1");
    let quote = |desk: &Desk| desk.look(|app| app.session().mark().map(|mark| app.session().project().quote(mark).to_owned()));
    assert_eq!(quote(&desk).as_deref(), Some("About 1,500 people left"));

    // The handle at the end is a disc below the right corner; three words further right it is let go within a word.
    let mark = desk.rect_of("no source. About 1,500");
    let handle = mark.right_bottom() + egui::vec2(1.0, 2.0);
    desk.drag(handle, egui::pos2(mark.right() + 60.0, mark.center().y));
    assert_eq!(quote(&desk).as_deref(), Some("About 1,500 people left their homes"));
    let (links, claim) =
        desk.look(|app| (app.session().project().links().len(), app.session().project().claims().values().next().cloned()));
    assert_eq!((links, claim.unwrap().rating.map(|rating| rating.grade.value())), (1, Some(4)));
    desk.press("Ctrl+Z");
    assert_eq!(quote(&desk).as_deref(), Some("About 1,500 people left"));

    // Half a word at either end becomes a whole one.
    let number = desk.rect_of("Number, 1,500 people, read as");
    desk.press("Escape");
    desk.drag(egui::pos2(number.left() + 12.0, number.center().y), egui::pos2(number.right() - 12.0, number.center().y));
    let words = desk.look(|app| {
        let session = app.session();
        session.document().unwrap().text.slice(session.selection().unwrap().span()).to_owned()
    });
    assert_eq!(words, "1,500 people");
}

#[test]
fn a_save_that_fails_keeps_the_work_and_the_next_start_goes_on_with_it() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    let folder = desk.home.path().join("desk");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("flood.ron");
    desk.press_all("Ctrl+Home Down W C Ctrl+S Ctrl+A");
    desk.type_text(&path.display().to_string());
    desk.press("Enter");
    assert!(path.exists(), "{}", desk.said());
    // The folder goes away under the program: a drive that was pulled out.
    let away = desk.home.path().join("away");
    std::fs::rename(&folder, &away).unwrap();
    desk.press_all("Ctrl+End Ctrl+Up W C Ctrl+S");
    assert!(desk.said().contains("Your work is safe in the journal."), "{}", desk.said());
    // The place that refused is not proposed again.
    desk.press("Ctrl+Shift+S");
    let proposed = desk.field().unwrap();
    assert!(proposed.ends_with(".ron") && !Path::new(&proposed).starts_with(&folder), "{proposed}");
    desk.press("Escape");
    let before = desk.look(|app| app.session().project().clone());
    let home = desk.close();
    std::fs::rename(&away, &folder).unwrap();
    let desk = Desk::open_in(home, std::slice::from_ref(&path));
    assert_eq!(desk.look(|app| app.session().project().clone()), before);
    assert!(desk.said().contains("Recovered 1 step since the last save: tag claim"), "{}", desk.said());
}

#[test]
fn a_first_save_that_fails_names_nothing_after_a_file_that_there_is_not() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.press_all("Ctrl+Home Down W C");
    let before = desk.look(|app| app.session().project().clone());
    desk.press("Ctrl+S");
    let path = desk.home.path().join("none/flood.ron");
    desk.answer_path(&path);
    assert!(desk.said().contains("there is no such folder") && !desk.said().contains("unharmed"), "{}", desk.said());
    assert!(desk.look(|app| app.session().project() == &before && app.session().path().is_none()));
    // The second try names it.
    std::fs::create_dir(desk.home.path().join("none")).unwrap();
    desk.press("Ctrl+S");
    desk.answer_path(&path);
    assert_eq!(desk.look(|app| app.session().project().name().to_owned()), "Flood");
}
