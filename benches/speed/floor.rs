//! What this machine needs for nothing: an empty egui frame, and an empty window beside ours, from start to its first picture.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use egui::{Context, RawInput, Rect, pos2};

use tempfile::TempDir;

use super::MB;
use super::table::Times;
use super::texts::Language;

const FLAG: &str = "--empty-window";
/// Starts of each program.
const STARTS: usize = 5;

/// The machine's floor.
#[derive(Clone, Debug, Default)]
pub struct Floor {
    /// An empty egui frame.
    pub frame: Times,
    /// Milliseconds from the start of the process to the first picture: an empty eframe window, and ours. None without a screen.
    windows: Option<(f64, f64)>,
    /// Frames that our window draws in five seconds in which nothing moves.
    frames_at_rest: Option<usize>,
    /// Milliseconds from the first picture of our window to that of an article of 10 MB that was named when it started.
    large: Option<f64>,
}

pub fn measure() -> Floor {
    let has_screen = std::env::var_os("DISPLAY").is_some();
    Floor {
        frame: empty_frames(),
        windows: has_screen.then(|| (empty_window(), our_window())),
        frames_at_rest: has_screen.then(frames_at_rest),
        large: has_screen.then(large_article),
    }
}

impl Floor {
    pub fn words(&self) -> String {
        let windows = match self.windows {
            Some((empty, ours)) => format!(
                "From the start of the process to the first picture: an empty eframe window {empty:.0} ms, ours {ours:.0} ms ({:.2} times; target 1.3). ",
                ours / empty
            ),
            None => "No screen: windows were not measured. ".to_owned(),
        };
        let rest = self.frames_at_rest.map_or(String::new(), |frames| {
            format!("Our window with an article drew {frames} frames in five seconds in which nothing moved (target 0). ")
        });
        let large = self.large.map_or(String::new(), |ms| {
            format!("An article of 10 MB is read from disk, hashed, cut into sentences and shown in {ms:.0} ms (target 40). ")
        });
        format!("{windows}{rest}{large}Machine: {}.\n", machine())
    }
}

fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = cpus.lines().find_map(|line| line.strip_prefix("model name")).map_or("", |rest| rest.trim_start_matches([' ', '\t', ':']));
    format!("{name}, {} cores", std::thread::available_parallelism().map_or(1, usize::from))
}

fn empty_frames() -> Times {
    let ctx = Context::default();
    let times = (0..500).map(|at| {
        let screen_rect = Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 800.0)));
        let input = RawInput { screen_rect, time: Some(f64::from(at) / 60.0), focused: true, ..RawInput::default() };
        let began = Instant::now();
        let output = ctx.run_ui(input, |_| {});
        let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = began.elapsed().as_secs_f64() * 1e3;
        drop(triangles);
        took
    });
    Times::of(times.collect())
}

/// The middle one of a few starts.
fn middle(start: impl Fn() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..STARTS).map(|_| start()).collect();
    times.sort_by(f64::total_cmp);
    times[STARTS / 2]
}

fn empty_window() -> f64 {
    let program = std::env::current_exe().expect("this program has a path");
    middle(|| {
        let output = Command::new(&program).arg(FLAG).output().expect("this program runs");
        String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(f64::NAN)
    })
}

/// Our program as a process of its own with an empty home, measuring itself.
struct Window {
    process: Child,
    home: TempDir,
}

impl Window {
    fn open(article: Option<&str>) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let file = home.path().join("article.txt");
        std::fs::write(&file, article.unwrap_or_default()).expect("an article is written");
        let process = Command::new(env!("CARGO_BIN_EXE_tickmark"))
            .args(article.map(|_| file))
            .env("TICKMARK_TIMINGS", home.path().join("timings.jsonl"))
            .env("HOME", home.path())
            .env("XDG_CONFIG_HOME", home.path())
            .env("XDG_DATA_HOME", home.path())
            .env_remove("WAYLAND_DISPLAY")
            .spawn()
            .expect("the program starts");
        Window { process, home }
    }

    /// The milliseconds of all events of that name so far.
    fn events(&self, name: &str) -> Vec<f64> {
        let lines = std::fs::read_to_string(self.home.path().join("timings.jsonl")).unwrap_or_default();
        let events = lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        events.filter(|event| event["event"] == name).filter_map(|event| event["ms"].as_f64()).collect()
    }

    fn wait_for(&self, name: &str) -> f64 {
        let began = Instant::now();
        while began.elapsed().as_secs() < 20 {
            if let Some(ms) = self.events(name).first() {
                return *ms;
            }
            std::thread::park_timeout(Duration::from_millis(2));
        }
        f64::NAN
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn our_window() -> f64 {
    middle(|| Window::open(None).wait_for("first_frame"))
}

fn frames_at_rest() -> usize {
    let window = Window::open(Some(&Language::English.text(20_000)));
    window.wait_for("article_shown");
    wait(Duration::from_secs(4));
    let before = window.events("frame").len();
    wait(Duration::from_secs(5));
    window.events("frame").len() - before
}

fn large_article() -> f64 {
    let text = Language::English.text(10 * MB);
    middle(|| {
        let window = Window::open(Some(&text));
        window.wait_for("article_shown") - window.wait_for("first_frame")
    })
}

fn wait(time: Duration) {
    let began = Instant::now();
    while began.elapsed() < time {
        std::thread::park_timeout(time);
    }
}

/// Opens an empty window when this process was started for it, prints when its first picture was done, and ends.
pub fn answer(arguments: &[String]) -> bool {
    if !arguments.iter().any(|argument| argument == FLAG) {
        return false;
    }
    let start = Instant::now();
    let options = eframe::NativeOptions::default();
    let app = Empty { start, frames: 0 };
    eframe::run_native("Empty", options, Box::new(|_| Ok(Box::new(app)))).expect("a window opens");
    true
}

struct Empty {
    start: Instant,
    frames: usize,
}

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frames += 1;
        // The second frame begins when the first one is on screen.
        if self.frames == 2 {
            println!("{}", self.start.elapsed().as_secs_f64() * 1e3);
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}
