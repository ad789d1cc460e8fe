//! A virtual screen, and the program in its window on it, driven by real mouse and key events.
#![allow(dead_code, reason = "each test program uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

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
    pub fn open() -> Option<Self> {
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

    pub fn double_click(&self, x: u32, y: u32) {
        let (x, y) = (x.to_string(), y.to_string());
        self.xdotool(&["mousemove", &x, &y]);
        pause(80);
        self.xdotool(&["click", "--repeat", "2", "--delay", "60", "1"]);
        pause(250);
    }

    pub fn drag(&self, from: (u32, u32), to: (u32, u32)) {
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
pub struct Window<'a> {
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
        let window = Window { screen, program, timings };
        window.wait_for("first_frame");
        wait_until("the window", || !screen.xdotool(&["search", "--name", "Tickmark"]).is_empty());
        let id = screen.xdotool(&["search", "--name", "Tickmark"]);
        let id = id.lines().next().unwrap().to_owned();
        screen.xdotool(&["windowfocus", "--sync", &id]);
        pause(300);
        window
    }

    pub fn events(&self, name: &str) -> Vec<serde_json::Value> {
        let text = fs::read_to_string(&self.timings).unwrap_or_default();
        let lines = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        lines.filter(|line| line["event"] == name).collect()
    }

    pub fn wait_for(&self, name: &str) {
        wait_until(name, || !self.events(name).is_empty());
    }

    pub fn quit(mut self) {
        self.screen.key("ctrl+q");
        wait_until("the end of the program", || matches!(self.program.try_wait(), Ok(Some(_))));
    }
}

pub fn pause(ms: u64) {
    std::thread::sleep(Duration::from_millis(ms));
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
