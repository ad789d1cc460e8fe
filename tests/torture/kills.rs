//! Kills the real program in its window at any time while real key events tag spans, starts it again, and looks whether everything is
//! there that the status bar had called safe.

use std::fs;
use std::process::{Command, Stdio};

use super::chance::Chance;
use super::pause::pause;
use super::screen::{Screen, Window, has_tools};
use super::table::{Form, Row};

/// Paragraphs of the article.
const PARAGRAPHS: usize = 1_200;
/// Keys that are pressed in a round, unless the program is killed before: more than it has time for.
const TAGS: usize = 60;

/// Tags, kills, starts again; half of the rounds with a project that is in no file, half with one that is saved meanwhile.
pub fn killed_while_tagging(form: Form) -> Option<Row> {
    if !has_tools() {
        return None;
    }
    let screen = Screen::open()?;
    let mut row = Row::default();
    for place in ["in no file", "in a file"] {
        let home = tempfile::tempdir().unwrap();
        let article = home.path().join("article.txt");
        let words: String = (1..=PARAGRAPHS).map(|number| format!("About {number} people left their homes on day {number}.\n")).collect();
        fs::write(&article, words).unwrap();
        let mut window = Window::open(&screen, home.path(), &[article]);
        window.wait_for("article_shown");
        window.keys("c");
        if place == "in a file" {
            window.keys("ctrl+s");
            window.answer_path(&home.path().join("p.ron"));
            window.wait_for("saved");
        }
        let mut before = 0;
        for round in 0..form.choose(4, 100) {
            let mut chance = Chance(round * 2 + u64::from(place == "in a file"));
            let pages = (0..chance.below(40)).map(|_| "Next");
            window.after(|screen| {
                drop(screen.xdotool(&[&["key", "--delay", "4", "ctrl+Home"], pages.collect::<Vec<_>>().as_slice()].concat()))
            });
            let mut keys = Command::new("xdotool");
            keys.args(["key", "--delay", "25"]).args(["ctrl+Down", "c"].repeat(TAGS)).env("DISPLAY", &screen.name);
            let mut keys = keys.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            pause(50 + chance.below(3_000) as u64);
            let safe = window.killed();
            keys.kill().unwrap();
            keys.wait().unwrap();
            window = Window::open(&screen, home.path(), &[]);
            window.wait_for("project_shown");
            let shown = window.events("project_shown").remove(0);
            let [marks, claims] = ["marks", "claims"].map(|name| usize::try_from(shown[name].as_u64().unwrap()).unwrap());
            let safe = safe.unwrap_or(0).max(before);
            let wrong = (marks != claims).then(|| format!("{marks} marks and {claims} claims"));
            row.note(&format!("{place}, round {round}"), safe.saturating_sub(marks), wrong);
            before = marks;
        }
        assert!(before > 10, "next to nothing was tagged: {before}");
    }
    Some(row)
}

impl Window<'_> {
    /// Kills the program; how many marks the status bar had called safe.
    fn killed(&mut self) -> Option<usize> {
        self.kill();
        // A frame that told it may not have been painted any more, which makes this test the stricter.
        let told = self.events("journalled");
        told.iter().rev().find_map(|event| event["marks"].as_u64()).map(|marks| usize::try_from(marks).unwrap())
    }
}
