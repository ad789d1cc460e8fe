//! Kills the real program in its window at any time while real key events tag spans, starts it again, and looks whether every record is
//! there, field by field, as it was when the status bar called it safe.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
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
        let desk = Desk::new(&screen);
        let mut window = desk.window(&[desk.home.path().join("article.txt")]);
        window.wait_for("article_shown");
        window.keys("c");
        if place == "in a file" {
            window.keys("ctrl+s");
            window.answer_path(&desk.home.path().join("p.ron"));
            window.wait_for("saved");
        }
        // What was shown at the start of the program; nothing of a project that it began itself.
        let mut shown = Prints::new();
        for round in 0..form.choose(4, 100) {
            let chance = Chance(round * 2 + u64::from(place == "in a file"));
            tag_until_killed(&screen, &mut window, chance);
            let states = States::of(shown, &window, &desk.lines());
            window = desk.window(&[]);
            window.wait_for("project_shown");
            shown = desk.lines().remove(0).prints;
            let wrong = (!states.all.contains(&shown)).then(|| format!("it never was so since it was safe: {}", states.difference(&shown)));
            row.note(&format!("{place}, round {round}"), states.lost(&shown), wrong);
        }
        let marks = shown.keys().filter(|name| name.starts_with("mark ")).count();
        assert!(marks > 10, "next to nothing was tagged: {marks}");
    }
    Some(row)
}

/// Presses keys that go on and tag, and kills the program at some moment of it.
fn tag_until_killed(screen: &Screen, window: &mut Window<'_>, mut chance: Chance) {
    let pages = (0..chance.below(40)).map(|_| "Next");
    window.after(|screen| drop(screen.xdotool(&[&["key", "--delay", "4", "ctrl+Home"], pages.collect::<Vec<_>>().as_slice()].concat())));
    let mut keys = Command::new("xdotool");
    keys.args(["key", "--delay", "25"]).args(["ctrl+Down", "c"].repeat(TAGS)).env("DISPLAY", &screen.name);
    let mut keys = keys.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    pause(50 + chance.below(3_000) as u64);
    window.kill();
    keys.kill().unwrap();
    keys.wait().unwrap();
}

/// Fingerprints of all fields of each record, by its kind and identity.
type Prints = BTreeMap<String, String>;

/// A line in which the program bears witness.
struct Line {
    event: String,
    revision: u64,
    prints: Prints,
    /// Records that are gone.
    gone: Vec<String>,
}

impl Line {
    fn add_to(&self, state: &mut Prints) {
        state.extend(self.prints.clone());
        self.gone.iter().for_each(|name| drop(state.remove(name)));
    }
}

/// Where the program keeps its files.
struct Desk<'a> {
    screen: &'a Screen,
    home: tempfile::TempDir,
}

impl<'a> Desk<'a> {
    fn new(screen: &'a Screen) -> Self {
        let home = tempfile::tempdir().unwrap();
        let words: String = (1..=PARAGRAPHS).map(|number| format!("About {number} people left their homes on day {number}.\n")).collect();
        fs::write(home.path().join("article.txt"), words).unwrap();
        Desk { screen, home }
    }

    fn witness(&self) -> PathBuf {
        self.home.path().join("witness.jsonl")
    }

    /// Starts the program.
    fn window(&self, files: &[PathBuf]) -> Window<'a> {
        let _ = fs::remove_file(self.witness());
        let witness = self.witness();
        Window::open_with(self.screen, self.home.path(), files, &[("TICKMARK_WITNESS", witness.to_str().unwrap())])
    }

    /// What the program that was started last has told. A line that the kill has torn was never told.
    fn lines(&self) -> Vec<Line> {
        lines_in(&self.witness())
    }
}

fn lines_in(path: &Path) -> Vec<Line> {
    let text = fs::read_to_string(path).unwrap();
    let values = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let line = |value: serde_json::Value| {
        let (mut prints, mut gone) = (Prints::new(), Vec::new());
        for (name, print) in value["prints"].as_object().unwrap() {
            match print.as_str() {
                Some(print) => drop(prints.insert(name.clone(), print.to_owned())),
                None => gone.push(name.clone()),
            }
        }
        Line { event: value["event"].as_str().unwrap().to_owned(), revision: value["revision"].as_u64().unwrap(), prints, gone }
    };
    values.map(line).collect()
}

/// What the project was in the program's memory: when the status bar last called it safe, and after each step since.
struct States {
    all: Vec<Prints>,
}

impl States {
    /// Adds up what the program told from its start to its end.
    fn of(shown: Prints, window: &Window<'_>, lines: &[Line]) -> Self {
        let told = ["journalled", "saved"].iter().flat_map(|name| window.events(name));
        // A frame that told it may not have been painted any more, which makes this test the stricter.
        let safe = told.filter_map(|event| event["revision"].as_u64()).max().unwrap_or(0);
        let done = || lines.iter().filter(|line| line.event == "done");
        let mut state = shown;
        done().filter(|line| line.revision <= safe).for_each(|line| line.add_to(&mut state));
        let mut all = vec![state];
        for line in done().filter(|line| line.revision > safe) {
            let mut next = all.last().unwrap().clone();
            line.add_to(&mut next);
            all.push(next);
        }
        States { all }
    }

    /// Records that were safe and are neither as they were then nor as they became later.
    fn lost(&self, shown: &Prints) -> usize {
        let is_there = |name: &String| self.all.iter().any(|state| state.get(name) == shown.get(name));
        self.all[0].keys().filter(|name| !is_there(name)).count()
    }

    /// The first record of the last state that is another one now.
    fn difference(&self, shown: &Prints) -> String {
        let last = self.all.last().unwrap();
        let other = last.keys().chain(shown.keys()).find(|name| last.get(*name) != shown.get(*name));
        format!("{} of {} records, {other:?}", shown.len(), last.len())
    }
}
