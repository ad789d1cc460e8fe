//! Opening and saving, each in a process of its own, so that its memory is its own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use tickmark::storage;

use super::clock::Stopwatch;
use super::{middle_and_most, plain, project};

const MARKS: [u64; 3] = [1_000, 10_000, 100_000];
const FLAG: &str = "--measure";

/// What is measured in a process of its own, by its name on that process's command line.
type Measure = (&'static str, fn(&Path) -> Measured);

const MEASURES: &[Measure] = &[
    ("open", open),
    ("parse plainly", parse_plainly),
    ("write", write),
    ("write plainly", write_plainly),
    ("save", save),
    ("open with every mark moved", open_moved),
];

/// Milliseconds and bytes.
struct Measured {
    ms: f64,
    peak: usize,
}

/// The table of all sizes.
pub fn table() -> String {
    let mut words = "| marks | file | open | plain parse | times the floor (target 2) | write | plain write | times the floor | save and sync | every mark moved, open | memory to open | plain | memory to write | plain |\n".to_owned();
    words += "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    for marks in MARKS {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder for the bench");
        let path = folder.path().join("bench.ron");
        storage::save(&storage::Disk, &path, &project::project(marks)).expect("the file is written");
        let size = std::fs::metadata(&path).expect("it was just written").len() as f64 / 1e6;
        let of = |name: &str| ask(name, &path);
        let (open, parsed, written, plainly, saved, moved) =
            (of("open"), of("parse plainly"), of("write"), of("write plainly"), of("save"), of("open with every mark moved"));
        let _ = writeln!(
            words,
            "| {marks} | {size:.1} MB | {:.1} ms | {:.1} ms | {:.2} | {:.1} ms | {:.1} ms | {:.2} | {:.1} ms | {:.1} ms | {} | {} | {} | {} |",
            open.ms,
            parsed.ms,
            open.ms / parsed.ms,
            written.ms,
            plainly.ms,
            written.ms / plainly.ms,
            saved.ms,
            moved.ms,
            megabytes(open.peak),
            megabytes(parsed.peak),
            megabytes(written.peak),
            megabytes(plainly.peak),
        );
    }
    words
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

fn ask(name: &str, path: &Path) -> Measured {
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program).arg(FLAG).arg(name).arg(path).output().expect("this program runs");
    let words = String::from_utf8_lossy(&output.stdout);
    let (ms, peak) = words.trim().split_once(' ').unwrap_or_else(|| panic!("{name}: {output:?}"));
    Measured { ms: ms.parse().expect("a number"), peak: peak.parse().expect("a number") }
}

/// Answers when this process was started to measure something.
pub fn answer(arguments: &[String]) -> bool {
    let Some(at) = arguments.iter().position(|argument| argument == FLAG) else { return false };
    let (_, measure) = MEASURES.iter().find(|(name, _)| *name == arguments[at + 1]).expect("a measure of that name");
    let Measured { ms, peak } = measure(&PathBuf::from(&arguments[at + 2]));
    println!("{ms} {peak}");
    true
}

fn open(path: &Path) -> Measured {
    let bytes = std::fs::read(path).expect("the file is there");
    again_and_again(bytes.len(), || storage::read(&bytes).expect("it opens"))
}

fn parse_plainly(path: &Path) -> Measured {
    let text = std::fs::read_to_string(path).expect("the file is there");
    again_and_again(text.len(), || plain::read(&text))
}

fn write(path: &Path) -> Measured {
    let bytes = std::fs::read(path).expect("the file is there");
    let project = storage::read(&bytes).expect("it opens").project;
    again_and_again(bytes.len(), || storage::to_ron(&project))
}

fn write_plainly(path: &Path) -> Measured {
    let text = std::fs::read_to_string(path).expect("the file is there");
    let file = plain::read(&text);
    again_and_again(text.len(), || plain::write(&file))
}

/// From the project to the file that is safe on disk: time that went by.
fn save(path: &Path) -> Measured {
    let project = storage::open(&storage::Disk, path).expect("it opens").project;
    let times = (0..5).map(|_| {
        let began = Instant::now();
        storage::save(&storage::Disk, path, &project).expect("it is saved");
        began.elapsed().as_secs_f64() * 1e3
    });
    Measured { ms: middle_and_most(times.collect()).0, peak: 0 }
}

/// The worst that a change by hand can do: every mark has to be sought.
fn open_moved(path: &Path) -> Measured {
    let written = std::fs::read_to_string(path).expect("the file is there");
    let shifted = written.replacen("text: [\n      \"", "text: [\n      \"!", 1);
    assert_ne!(written, shifted, "the text was not changed");
    let times = (0..3).map(|_| {
        let watch = Stopwatch::start();
        std::hint::black_box(storage::read(shifted.as_bytes()).expect("it opens"));
        watch.ms()
    });
    Measured { ms: middle_and_most(times.collect()).0, peak: 0 }
}

/// The first time counts for memory, the middle one of all for time.
fn again_and_again<T>(bytes: usize, act: impl Fn() -> T) -> Measured {
    let before = resident();
    forget_peak();
    let mut times = Vec::new();
    let mut peak = 0;
    for turn in 0..if bytes > 10_000_000 { 5 } else { 15 } {
        let watch = Stopwatch::start();
        let made = std::hint::black_box(act());
        times.push(watch.ms());
        if turn == 0 {
            peak = in_status("VmHWM:").saturating_sub(before);
        }
        drop(made);
    }
    Measured { ms: middle_and_most(times).0, peak }
}

fn resident() -> usize {
    in_status("VmRSS:")
}

/// Lets the system count the highest memory anew.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Bytes that the system states of this process.
fn in_status(name: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("");
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or(0) * 1024
}
