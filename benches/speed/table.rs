//! What was measured as a table in Markdown.

use std::fmt::Write;

use super::floor::Floor;
use super::page::WHAT;
use super::{Case, MB};

/// How long frames of one kind took, milliseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Times {
    pub median: f64,
    pub p99: f64,
}

impl Times {
    pub fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get(((times.len() - 1) as f64 * share).round() as usize).copied().unwrap_or_default();
        Times { median: at(0.5), p99: at(0.99) }
    }
}

/// What the issue asks for, milliseconds at the median, in the order of the columns; Hindi may take 8 ms for page and jump.
const TARGETS: [f64; 10] = [0.2, 0.5, 2.0, 2.0, 0.5, 4.0, 40.0, 16.0, 16.0, 16.0];

pub struct Table {
    floor: Floor,
    rows: Vec<(Case, Vec<Times>, usize)>,
}

/// One line while it is being measured.
pub fn line(case: Case, row: &[Times]) -> String {
    let mut line = format!("{:8} {:>9} bytes {:>7} marks", format!("{:?}", case.language), case.bytes, case.marks);
    for (what, times) in WHAT.iter().zip(row) {
        let _ = write!(line, "  {what} {:.2}/{:.2}", times.median, times.p99);
    }
    line
}

impl Table {
    pub fn new(floor: Floor) -> Self {
        println!("{floor:?}");
        Table { floor, rows: Vec::new() }
    }

    pub fn push(&mut self, case: Case, row: Vec<Times>, memory: usize) {
        self.rows.push((case, row, memory));
    }

    /// The whole file.
    pub fn words(&self) -> String {
        let mut words = String::from(
            "# Speed\n\n\
            Made by `cargo bench --bench speed -- --write`. It draws the real article page into an egui context without a renderer and takes the\n\
            wall-clock time of each frame: commands, layout and tessellation, without painting. Texts are real articles repeated (English: the five\n\
            seed articles); half of the marks are claims of 90 bytes, a quarter numbers, a quarter sources, spread evenly. 200 frames of each kind,\n\
            100 for tagging and undo, 20 for the first frame. Each figure is median / 99th percentile in milliseconds.\n\n\
            - *at rest*: a frame in which nothing happens (the program draws none then)\n\
            - *wheel*: 120 points a frame; *page*: Page Down; *jump*: to a random place\n\
            - *drag*: selecting with the mouse; *resize*: the window changes its width in every frame\n\
            - *first frame*: of an article whose text is read; *switch*: from one open article to another of the same length\n\
            - *tag*, *undo*: from the key to the painted mark\n\
            - *memory*: what a process with one such article grows by: text, records, all that follows from them, the page\n\n\
            Where other work runs on the machine, a 99th percentile of 4 ms and more is mostly a frame in which the processor was taken away.\n\
            Only the blocks in view are laid out, and what depends on the marks is carried on from step to step, so neither the length of the\n\
            text nor the number of marks shows in a frame; how many marks are in view does (one every ten bytes is more than anybody makes).\n\n",
        );
        let _ = writeln!(words, "{}", self.floor.words());
        let _ = writeln!(words, "| text | marks | {} | memory |", WHAT.join(" | "));
        let _ = writeln!(words, "|---|---:|{}", "---:|".repeat(WHAT.len() + 1));
        let targets: Vec<_> = TARGETS.iter().map(|target| format!("≤ {target}")).collect();
        let _ = writeln!(words, "| *target, median* | | {} | |", targets.join(" | "));
        let floors: Vec<_> = WHAT.iter().map(|_| figure(self.floor.frame)).collect();
        let _ = writeln!(words, "| *empty egui frame* | | {} | |", floors.join(" | "));
        for (case, row, memory) in &self.rows {
            let size = if case.bytes >= MB { format!("{} MB", case.bytes / MB) } else { format!("{} KB", case.bytes / 1000) };
            let figures: Vec<_> = row.iter().map(|times| figure(*times)).collect();
            let memory = format!("{:.1} MB", *memory as f64 / 1e6);
            let _ = writeln!(words, "| {:?} {size} | {} | {} | {memory} |", case.language, case.marks, figures.join(" | "));
        }
        words
    }
}

fn figure(times: Times) -> String {
    format!("{:.2} / {:.2}", times.median, times.p99)
}
