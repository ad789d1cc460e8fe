//! What this machine needs for nothing: an empty egui frame, and an empty window beside ours, from the start to the first picture.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use egui::{Context, RawInput, Rect, pos2};

use tempfile::TempDir;

use super::MB;
use super::clock::Stopwatch;
use super::table::Times;
use super::texts::Language;

const FLAG: &str = "--empty-window";
/// How many times an empty window ours may take to its first picture.
const START: f64 = 1.3;
/// Starts of each program, in turns.
const STARTS: usize = 7;

/// The machine's floor.
#[derive(Clone, Debug, Default)]
pub struct Floor {
    /// An empty egui frame.
    pub frame: Times,
    /// What a window takes to its first picture. None without a screen.
    windows: Option<Windows>,
    /// Frames that our window draws in five seconds in which nothing moves.
    frames_at_rest: Option<usize>,
}

/// From the start of a process to its first picture.
#[derive(Clone, Copy, Debug, Default)]
struct Start {
    /// Milliseconds that went by.
    ms: f64,
    /// Milliseconds that its threads computed.
    cpu_ms: f64,
}

#[derive(Clone, Copy, Debug)]
struct Windows {
    /// An empty eframe window.
    empty: Start,
    /// Ours, with the welcome page.
    ours: Start,
    /// Ours, started on an article of 10 MB, to the first picture of its words.
    on_large: Start,
}

pub fn measure() -> Floor {
    let has_screen = std::env::var_os("DISPLAY").is_some();
    Floor { frame: empty_frames(), windows: has_screen.then(windows), frames_at_rest: has_screen.then(frames_at_rest) }
}

impl Floor {
    pub fn words(&self) -> String {
        let windows = self.windows.map_or("No screen: windows were not measured.\n".to_owned(), |windows| {
            let Windows { empty, ours, on_large } = windows;
            format!(
                "From the start of the process to the first picture (software renderer, 1440 by 900; middle one of {STARTS} starts in turns):\n\n\
                | | time | of an empty window | computed by all threads | of an empty window |\n|---|---:|---:|---:|---:|\n{}{}{}\n",
                start_line("an empty eframe window", empty, empty),
                start_line("ours, welcome page (target 1.3 times)", ours, empty),
                start_line("ours, started on an article of 10 MB, to its words", on_large, empty),
            )
        });
        let rest = self.frames_at_rest.map_or(String::new(), |frames| {
            format!("Our window with an article drew {frames} frames in five seconds in which nothing moved (target 0). ")
        });
        format!("{windows}{rest}Machine: {}.\n", machine())
    }
}

impl Floor {
    /// The targets that starts and rest did not meet.
    pub fn missed(&self) -> Vec<String> {
        let slow = self.windows.filter(|windows| windows.ours.ms > windows.empty.ms * START).map(|windows| {
            format!("first frame of the program {:.2} times an empty window (target {START})", windows.ours.ms / windows.empty.ms)
        });
        let restless = self.frames_at_rest.filter(|frames| *frames > 0).map(|frames| format!("{frames} frames at rest (target 0)"));
        slow.into_iter().chain(restless).collect()
    }
}

fn start_line(what: &str, start: Start, empty: Start) -> String {
    let (times, cpu_times) = (start.ms / empty.ms, start.cpu_ms / empty.cpu_ms);
    format!("| {what} | {:.0} ms | {times:.2} | {:.0} ms | {cpu_times:.2} |\n", start.ms, start.cpu_ms)
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
        let began = Stopwatch::start();
        let output = ctx.run_ui(input, |_| {});
        let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = began.ms();
        drop(triangles);
        took
    });
    Times::of(times.collect())
}

fn windows() -> Windows {
    let text = Language::English.text(10 * MB);
    let mut starts = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..STARTS {
        let [empty, ours, on_large] = &mut starts;
        empty.push(empty_window());
        ours.push(Window::open(None).start_to("first_frame"));
        on_large.push(Window::open(Some(&text)).start_to("article_painted"));
    }
    let [empty, ours, on_large] = starts.map(middle);
    Windows { empty, ours, on_large }
}

/// The middle one of a few starts, each figure by itself.
fn middle(starts: Vec<Start>) -> Start {
    let middle = |figure: fn(&Start) -> f64| {
        let mut figures: Vec<f64> = starts.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    Start { ms: middle(|start| start.ms), cpu_ms: middle(|start| start.cpu_ms) }
}

fn empty_window() -> Start {
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(&program).arg(FLAG).output().expect("this program runs");
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut figures = words.split_whitespace().map(|word| word.parse().unwrap_or(f64::NAN));
    let mut next = || figures.next().unwrap_or(f64::NAN);
    Start { ms: next(), cpu_ms: next() }
}

/// What all threads of a process have computed so far, milliseconds.
fn computed_ms(process: &str) -> f64 {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let ns = threads.filter_map(|thread| {
        let times = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        times.split_whitespace().next()?.parse::<f64>().ok()
    });
    ns.sum::<f64>() / 1e6
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

    fn start_to(&self, name: &str) -> Start {
        let ms = self.wait_for(name);
        Start { ms, cpu_ms: computed_ms(&self.process.id().to_string()) }
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

fn frames_at_rest() -> usize {
    let window = Window::open(Some(&Language::English.text(20_000)));
    window.wait_for("article_shown");
    wait(Duration::from_secs(4));
    let before = window.events("frame").len();
    wait(Duration::from_secs(5));
    window.events("frame").len() - before
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
    // As large as ours, since the software renderer paints every pixel.
    let viewport = egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
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
            println!("{} {}", self.start.elapsed().as_secs_f64() * 1e3, computed_ms("self"));
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}
