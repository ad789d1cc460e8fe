//! The real window on a real (virtual) screen, driven by real mouse and key events: the main job from opening articles to
//! the exported report, across a restart. Needs Xvfb, xdotool and a GL driver; without them it says so and passes, but on
//! the build machine their absence fails.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test stops at the first surprise, says what it saw, and waits for the program"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long the window may take for a step, on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A virtual screen; it ends with the test.
struct Screen {
    server: Child,
    name: String,
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Screen {
    fn open() -> Option<Self> {
        for number in 90..120 {
            let lock = format!("/tmp/.X{number}-lock");
            if Path::new(&lock).exists() {
                continue;
            }
            let name = format!(":{number}");
            let server =
                Command::new("Xvfb").args([&name, "-screen", "0", "1440x900x24", "-noreset"]).stderr(Stdio::null()).spawn().ok()?;
            let screen = Screen { server, name };
            let socket = format!("/tmp/.X11-unix/X{number}");
            wait_until("the virtual screen", || Path::new(&socket).exists());
            return Some(screen);
        }
        None
    }

    fn xdotool(&self, words: &[&str]) -> String {
        let output = Command::new("xdotool").args(words).env("DISPLAY", &self.name).output().unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn key(&self, keys: &str) {
        self.xdotool(&["key", "--delay", "30", keys]);
        pause(150);
    }

    fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "12", text]);
        pause(200);
    }

    fn double_click(&self, x: u32, y: u32) {
        let (x, y) = (x.to_string(), y.to_string());
        self.xdotool(&["mousemove", &x, &y]);
        pause(80);
        self.xdotool(&["click", "--repeat", "2", "--delay", "60", "1"]);
        pause(250);
    }

    fn drag(&self, from: (u32, u32), to: (u32, u32)) {
        let place = |at: (u32, u32)| [at.0.to_string(), at.1.to_string()];
        let [x, y] = place(from);
        self.xdotool(&["mousemove", &x, &y]);
        pause(80);
        self.xdotool(&["mousedown", "1"]);
        for step in 1..=5 {
            let between = |from: u32, to: u32| (from * (5 - step) + to * step) / 5;
            let [x, y] = place((between(from.0, to.0), between(from.1, to.1)));
            self.xdotool(&["mousemove", &x, &y]);
            pause(40);
        }
        self.xdotool(&["mouseup", "1"]);
        pause(250);
    }
}

/// The program in its window.
struct Window<'a> {
    screen: &'a Screen,
    program: Child,
    timings: PathBuf,
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl<'a> Window<'a> {
    fn open(screen: &'a Screen, home: &Path, files: &[PathBuf]) -> Self {
        let timings = home.join(format!("timings-{}.jsonl", files.len()));
        let _ = fs::remove_file(&timings);
        let program = Command::new(env!("CARGO_BIN_EXE_tickmark"))
            .args(files)
            .current_dir(home)
            .env("DISPLAY", &screen.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env("TICKMARK_TIMINGS", &timings)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let window = Window { screen, program, timings };
        window.wait_for("first_frame");
        wait_until("the window", || !screen.xdotool(&["search", "--name", "Tickmark"]).is_empty());
        let id = screen.xdotool(&["search", "--name", "Tickmark"]);
        let id = id.lines().next().unwrap().to_owned();
        screen.xdotool(&["windowfocus", "--sync", &id]);
        pause(300);
        window
    }

    fn events(&self, name: &str) -> Vec<serde_json::Value> {
        let text = fs::read_to_string(&self.timings).unwrap_or_default();
        let lines = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        lines.filter(|line| line["event"] == name).collect()
    }

    fn wait_for(&self, name: &str) {
        wait_until(name, || !self.events(name).is_empty());
    }

    fn quit(mut self) {
        self.screen.key("ctrl+q");
        wait_until("the end of the program", || matches!(self.program.try_wait(), Ok(Some(_))));
    }
}

fn pause(ms: u64) {
    std::thread::sleep(Duration::from_millis(ms));
}

#[track_caller]
fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        pause(30);
    }
}

fn has_tools() -> bool {
    let missing: Vec<&str> = ["Xvfb", "xdotool"]
        .into_iter()
        .filter(|tool| Command::new(tool).arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err())
        .collect();
    if missing.is_empty() {
        return true;
    }
    assert!(std::env::var_os("CI").is_none(), "the build machine lacks {missing:?}");
    eprintln!("skipped: {} not installed", missing.join(" and "));
    false
}

fn seeds() -> Option<Vec<PathBuf>> {
    let named = std::env::var_os("TICKMARK_TEST_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data")).join("seeds");
    match fs::read_dir(&folder) {
        Ok(entries) => {
            let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path().canonicalize().unwrap()).collect();
            paths.sort();
            Some(paths)
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "the test data is missing at {}: {error}", folder.display());
            eprintln!("skipped: no test data at {}", folder.display());
            None
        }
    }
}

#[test]
fn the_seeds_are_opened_tagged_saved_found_again_and_exported() {
    let Some(seeds) = seeds().filter(|_| has_tools()) else { return };
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let project = home.path().join("border.ron");

    let window = Window::open(&screen, home.path(), &seeds);
    window.wait_for("article_shown");
    pause(600);
    // A claim by double click and growing, a number by double click, a source by dragging over words.
    screen.double_click(420, 195);
    screen.key("g");
    screen.key("g");
    screen.key("c");
    pause(300);
    screen.key("Escape");
    screen.double_click(435, 255);
    screen.key("n");
    pause(300);
    screen.key("Escape");
    screen.drag((330, 350), (520, 350));
    screen.key("s");
    pause(400);
    assert!(window.events("edit_painted").len() >= 3, "three edits were painted");
    screen.key("ctrl+s");
    pause(600);
    screen.key("ctrl+a");
    screen.type_text(&project.display().to_string());
    screen.key("Return");
    window.wait_for("saved");
    window.quit();

    let saved = fs::read(&project).unwrap();
    let opened = tickmark::storage::read(&saved).unwrap();
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    let found = &opened.project;
    assert_eq!((found.order().len(), found.claims().len(), found.quantities().len(), found.sources().len()), (5, 1, 1, 1));
    let quotes: Vec<String> = found.annotations().values().map(|mark| found.quote(mark).to_owned()).collect();
    println!("tagged: {quotes:?}");
    let ron = String::from_utf8(saved.clone()).unwrap();
    assert!(quotes.iter().all(|quote| !quote.trim().is_empty() && ron.contains(quote.as_str())), "{quotes:?}");

    let window = Window::open(&screen, home.path(), &[]);
    window.wait_for("project_opened");
    pause(600);
    assert_eq!(fs::read(&project).unwrap(), saved, "opening changes nothing");
    screen.key("ctrl+e");
    pause(600);
    let report = home.path().join("report.html");
    screen.key("ctrl+a");
    screen.type_text(&report.display().to_string());
    screen.key("Return");
    window.wait_for("exported");
    window.quit();

    let html = fs::read_to_string(&report).unwrap();
    assert!(html.contains("A1") && !html.contains("<script"));
    for quote in &quotes {
        let first = quote.split_whitespace().next().unwrap().replace('\'', "&#39;");
        assert!(html.contains(&first) || html.contains(quote.split_whitespace().next().unwrap()), "{quote}");
    }
}
