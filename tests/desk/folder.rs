//! A folder with many files: all that can be read is opened as one step, what failed is listed with its reason, and it can be stopped.

use std::path::Path;

use tickmark::command::Command;

use super::trial::Desk;

/// So many files with words of their own, some that are another one to the last byte, and some that are no text.
fn write(folder: &Path, (good, same, bad): (usize, usize, usize), words: usize) {
    std::fs::create_dir_all(folder).unwrap();
    for nth in 0..good + same {
        std::fs::write(folder.join(format!("{nth:04}.txt")), format!("Gate {}\n\n{}\n", nth % good, "It jammed on Friday. ".repeat(words)))
            .unwrap();
    }
    for nth in 0..bad {
        std::fs::write(folder.join(format!("bad-{nth:04}.txt")), b"\x89PNG\r\n\x1a\n\0").unwrap();
    }
}

fn articles(desk: &Desk) -> usize {
    desk.look(|app| app.session().project().order().len())
}

#[test]
fn what_can_be_read_of_a_folder_is_one_step_and_the_rest_is_listed() {
    let mut desk = Desk::open(&[]);
    let folder = desk.home.path().join("articles");
    write(&folder, (120, 5, 3), 1);
    desk.run(Command::OpenPaths(vec![folder]));
    assert_eq!(articles(&desk), 120);
    assert_eq!(desk.window().as_deref(), Some("Opening articles"));
    assert!(desk.has("8 files not opened"), "duplicates and broken ones");
    assert!(desk.has("0120.txt") && desk.has_containing("to the last byte, so it was not opened again."));
    assert!(desk.has("bad-0000.txt") && desk.has_containing("looks like a picture"));
    desk.click("Done");
    assert_eq!(desk.window(), None);
    desk.press("Ctrl+Z");
    assert_eq!(articles(&desk), 0, "all of them are one step");
}

#[test]
fn opening_a_folder_is_stopped_and_what_was_read_until_then_is_there() {
    let mut desk = Desk::open(&[]);
    let folder = desk.home.path().join("articles");
    // Long enough that the window shows how far it is.
    write(&folder, (1_500, 0, 0), 2_000);
    desk.begin(Command::OpenPaths(vec![folder]));
    desk.wait_for_window("Opening articles");
    assert!(desk.has_containing("of 1500 files") && desk.has("Stop"));
    desk.strike(&"Escape".parse().unwrap());
    desk.settle();
    let opened = articles(&desk);
    assert!(opened < 1_500, "{opened}");
    assert!(desk.said().contains("of 1500 files were not opened."), "{}", desk.said());
}
