//! A virtual screen, and the program in its window on it, driven by real mouse and key events.
#![allow(dead_code, reason = "each test program uses its own part")]

#[path = "pause.rs"]
mod pause;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub use pause::pause;

/// How long the window may take for a step, on a loaded machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A virtual screen; it ends with the test.
pub struct Screen {
    server: Child,
    /// What programs call it: `:90`.
    pub name: String,
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Screen {
    /// Opens a screen that no other test has: the server itself finds a free number and tells it.
    pub fn open() -> Option<Self> {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-noreset"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = server.spawn().ok()?;
        let mut number = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut number).ok()?;
        Some(Screen { server, name: format!(":{}", number.trim()) })
    }

    pub fn xdotool(&self, words: &[&str]) -> String {
        let output = Command::new("xdotool").args(words).env("DISPLAY", &self.name).output().unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    pub fn key(&self, keys: &str) {
        self.xdotool(&["key", "--delay", "30", keys]);
        pause(150);
    }

    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "12", text]);
        pause(200);
    }

    /// Clicks so many times at one place, as fast as a hand does.
    pub fn click(&self, (x, y): (u32, u32), times: u32) {
        self.move_to((x, y));
        self.xdotool(&["click", "--repeat", &times.to_string(), "--delay", "60", "1"]);
        pause(250);
    }

    pub fn move_to(&self, (x, y): (u32, u32)) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]);
        pause(60);
    }

    /// Presses the mouse button at one place and moves to another, in steps.
    pub fn hold(&self, from: (u32, u32), to: (u32, u32)) {
        self.move_to(from);
        self.xdotool(&["mousedown", "1"]);
        for step in 1..=5 {
            let between = |from: u32, to: u32| (from * (5 - step) + to * step) / 5;
            self.move_to((between(from.0, to.0), between(from.1, to.1)));
        }
    }

    pub fn let_go(&self) {
        self.xdotool(&["mouseup", "1"]);
        pause(250);
    }

    pub fn drag(&self, from: (u32, u32), to: (u32, u32)) {
        self.hold(from, to);
        self.let_go();
    }

    /// What lies on the clipboard.
    pub fn clipboard(&self) -> String {
        let read = Command::new("timeout").args(["10", "xclip", "-selection", "clipboard", "-o"]).env("DISPLAY", &self.name).output();
        String::from_utf8(read.unwrap().stdout).unwrap()
    }

    /// Puts text on the clipboard as another program does.
    pub fn put_on_clipboard(&self, text: &str) {
        let mut other = Command::new("xclip");
        other.args(["-selection", "clipboard", "-i"]).env("DISPLAY", &self.name).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut other = other.stderr(Stdio::null()).spawn().unwrap();
        other.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        other.wait().unwrap();
    }
}

/// Whether a thread of a process computes, or would if the machine let it.
fn is_at_work(process: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let mut states = threads.filter_map(|thread| {
        let stat = fs::read_to_string(thread.path().join("stat")).ok()?;
        stat.rsplit_once(") ")?.1.chars().next()
    });
    states.any(|state| state != 'S')
}

/// The program in its window.
pub struct Window<'a> {
    screen: &'a Screen,
    program: Child,
    timings: PathBuf,
    /// What the window system calls the window.
    pub id: u32,
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl<'a> Window<'a> {
    pub fn open(screen: &'a Screen, home: &Path, files: &[PathBuf]) -> Self {
        Self::open_with(screen, home, files, &[])
    }

    /// Opens it with more in its environment. Without another word there is no session bus.
    pub fn open_with(screen: &'a Screen, home: &Path, files: &[PathBuf], environment: &[(&str, &str)]) -> Self {
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
            .envs(environment.iter().copied())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut window = Window { screen, program, timings, id: 0 };
        window.wait_for("first_frame");
        wait_until("the window", || !screen.xdotool(&["search", "--name", "Tickmark"]).is_empty());
        let id = screen.xdotool(&["search", "--name", "Tickmark"]);
        let id = id.lines().next().unwrap();
        screen.xdotool(&["windowfocus", "--sync", id]);
        window.id = id.parse().unwrap();
        window.rest();
        // An input method takes its time to notice the focus.
        pause(300);
        window
    }

    /// Does something with mouse or keyboard and waits until the window has answered and rests.
    pub fn after(&self, act: impl FnOnce(&Screen)) {
        let before = self.frames();
        act(self.screen);
        wait_until("a frame", || self.frames() > before);
        self.rest();
    }

    /// Holds the program, does something, and lets it go on: whatever the machine is busy with, it finds all of it at once.
    pub fn held(&self, act: impl FnOnce(&Screen)) {
        self.after(|screen| self.stopped(|| act(screen)));
    }

    /// The same, without waiting longer than until the window has drawn an answer and the program rests.
    pub fn answers(&self, act: impl FnOnce(&Screen)) {
        let written = || fs::metadata(&self.timings).map_or(0, |file| file.len());
        let before = written();
        self.stopped(|| act(self.screen));
        wait_until("an answer", || written() > before);
        let (mut last, mut calm) = (written(), 0);
        while calm < 4 {
            pause(12);
            calm = if self.is_at_work() || written() > last { 0 } else { calm + 1 };
            last = written();
        }
    }

    /// Whether one of the program's threads or the screen itself computes, or would if the machine let it.
    fn is_at_work(&self) -> bool {
        [self.program.id(), self.screen.server.id()].into_iter().any(is_at_work)
    }

    fn stopped(&self, act: impl FnOnce()) {
        let signal = |name: &str| {
            let status = Command::new("kill").args([name, &self.program.id().to_string()]).status();
            assert!(status.unwrap().success(), "{name}");
        };
        signal("-STOP");
        act();
        signal("-CONT");
    }

    /// Presses keys one after another.
    pub fn keys(&self, keys: &str) {
        keys.split_whitespace().for_each(|key| self.after(|screen| screen.key(key)));
    }

    pub fn type_text(&self, text: &str) {
        self.after(|screen| screen.type_text(text));
    }

    /// Answers a question for a path.
    pub fn answer_path(&self, path: &Path) {
        self.keys("ctrl+a");
        self.type_text(&path.display().to_string());
        self.keys("Return");
    }

    /// Copies what is selected; what then lies on the clipboard.
    pub fn copied(&self) -> String {
        self.keys("ctrl+c");
        self.screen.clipboard()
    }

    /// Waits until no more frames come; no longer than a second, for there may be something that moves.
    fn rest(&self) {
        let mut last = 0;
        for _ in 0..10 {
            let now = self.frames();
            if now == last {
                return;
            }
            last = now;
            pause(100);
        }
    }

    /// Frames painted so far.
    pub fn frames(&self) -> usize {
        self.events("frame").len()
    }

    pub fn is_open(&mut self) -> bool {
        matches!(self.program.try_wait(), Ok(None))
    }

    pub fn events(&self, name: &str) -> Vec<serde_json::Value> {
        let text = fs::read_to_string(&self.timings).unwrap_or_default();
        let lines = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        lines.filter(|line| line["event"] == name).collect()
    }

    pub fn wait_for(&self, name: &str) {
        wait_until(name, || !self.events(name).is_empty());
    }

    /// Ends the program without a chance to do anything.
    pub fn kill(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }

    pub fn quit(mut self) {
        self.screen.key("ctrl+q");
        wait_until("the end of the program", || matches!(self.program.try_wait(), Ok(Some(_))));
    }
}

#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        pause(30);
    }
}

pub fn has_tools() -> bool {
    let missing: Vec<&str> = ["Xvfb", "xdotool", "xclip"]
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
