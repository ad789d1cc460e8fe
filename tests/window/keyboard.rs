//! Keyboards of other countries: what composes a sign is no command, by the codes that a real keyboard sends.

use std::process::{Command, Stdio};

use tickmark::model::annotation::Tag;

use super::screen::{Screen, Window, has_tools, pause};

/// Codes of keys by their place: right Alt, the key that only reaches the third level, and C, N, S, X and the apostrophe of the
/// keyboards of America.
const ALT_GR: &str = "108";
const THIRD_LEVEL: &str = "92";
const C: &str = "54";
const N: &str = "57";
const S: &str = "39";
const X: &str = "53";
const APOSTROPHE: &str = "48";

fn has_layouts() -> bool {
    let has = Command::new("setxkbmap").arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    assert!(has || std::env::var_os("CI").is_none(), "the build machine lacks setxkbmap");
    has
}

fn set_layout(screen: &Screen, words: &[&str]) {
    assert!(Command::new("setxkbmap").args(words).env("DISPLAY", &screen.name).status().unwrap().success());
    pause(500);
}

#[test]
fn neither_a_third_level_nor_a_dead_key_is_a_command() {
    if !has_tools() || !has_layouts() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let (article, project) = (home.path().join("one.txt"), home.path().join("one.ron"));
    std::fs::write(&article, "Dyke fails at Orva\nAbout 1,500 people left their homes.\n").unwrap();
    set_layout(&screen, &["-layout", "pl"]);
    let window = Window::open_with(&screen, home.path(), &[article], &[("TICKMARK_OWN_DIALOGS", "1"), ("LC_ALL", "en_US.UTF-8")]);
    window.wait_for("article_shown");
    for keys in ["Escape", "ctrl+Home", "w"] {
        window.keys(keys);
    }
    for level in [ALT_GR, THIRD_LEVEL] {
        screen.xdotool(&["keydown", level]);
        for code in [C, N, S, X] {
            screen.key(code);
        }
        screen.xdotool(&["keyup", level]);
    }
    set_layout(&screen, &["-layout", "us", "-variant", "intl"]);
    for code in [C, N, S] {
        screen.key(APOSTROPHE);
        screen.key(code);
    }
    // In a field the same keys write what they compose.
    window.keys("ctrl+f");
    for code in [APOSTROPHE, C] {
        screen.key(code);
    }
    window.keys("ctrl+a");
    assert_eq!(window.copied(), "ç");
    window.keys("Escape");
    window.keys("ctrl+Home w c ctrl+s");
    pause(400);
    set_layout(&screen, &["-layout", "us"]);
    window.answer_path(&project);
    window.wait_for("saved");
    let saved = tickmark::storage::read(&std::fs::read(&project).unwrap()).unwrap().project;
    let marks: Vec<(Tag, &str)> = saved.annotations().values().map(|mark| (mark.mention.tag(), saved.quote(mark))).collect();
    assert_eq!(marks, [(Tag::Claim, "Dyke")], "the letter by itself is one");
    assert!(saved.exclusions().is_empty());
}
