//! What was measured as a table in Markdown.

use std::fmt::Write;

use super::floor::Floor;
use super::memory::Memory;
use super::opening::Opening;
use super::page::WHAT;
use super::steps::Step;
use super::texts::Language;
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
pub const TARGETS: [f64; 10] = [0.2, 0.5, 2.0, 2.0, 0.5, 4.0, 40.0, 16.0, 16.0, 16.0];

#[derive(Default)]
pub struct Table {
    pub floor: Floor,
    pub openings: Vec<Opening>,
    pub steps: Vec<Step>,
    /// A process with 1,000 articles and 100,000 marks, bytes.
    pub library: usize,
    /// Laying out one view of new words, alone.
    pub views: Vec<(Language, Times)>,
    pub rows: Vec<(Case, Vec<Times>, Memory)>,
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
    /// The whole file.
    pub fn words(&self) -> String {
        let mut words = String::from(
            "# Speed\n\n\
            Made by `cargo bench --bench speed -- --write`. It draws the real article page into an egui context without a renderer and takes the\n\
            time that the drawing thread computes in each frame: commands, layout and tessellation, without painting. Texts are real articles repeated (English: the five\n\
            seed articles); half of the marks are claims of 90 bytes, a quarter numbers, a quarter sources, spread evenly. 100 frames of each kind,\n\
            50 for tagging and undo, 20 for the first frame. Each figure is median / 99th percentile in milliseconds.\n\n\
            - *at rest*: a frame in which nothing happens (the program draws none then)\n\
            - *wheel*: 120 points a frame; *page*: Page Down; *jump*: to a random place\n\
            - *drag*: selecting with the mouse; *resize*: the window changes its width in every frame\n\
            - *first frame*: of an article whose text is read; *switch*: from one open article to another of the same length\n\
            - *tag*, *undo*: from the key to the painted mark\n\
            - *layout of one view, alone*: as many new words as a view holds go through the text engine, and nothing else happens. A page\n\
              or jump cannot be quicker.\n\n\
            Only the blocks in view are laid out, and what depends on the marks is carried on from step to step, so neither the length of the\n\
            text nor the number of marks shows in a frame; how many marks are in view does (one every ten bytes is more than anybody makes).\n\n",
        );
        self.write_missed(&mut words);
        let _ = writeln!(words, "{}", self.floor.words());
        self.write_openings(&mut words);
        self.write_steps(&mut words);
        self.write_memory(&mut words);
        let _ = writeln!(words, "## Frames\n\n| text | marks | {} |", WHAT.join(" | "));
        let _ = writeln!(words, "|---|---:|{}", "---:|".repeat(WHAT.len()));
        let targets: Vec<_> = TARGETS.iter().map(|target| format!("≤ {target}")).collect();
        let _ = writeln!(words, "| *target, median* | | {} |", targets.join(" | "));
        let floors: Vec<_> = WHAT.iter().map(|_| figure(self.floor.frame)).collect();
        let _ = writeln!(words, "| *empty egui frame* | | {} |", floors.join(" | "));
        for (language, times) in &self.views {
            let alone = WHAT.map(|what| if matches!(what, "page" | "jump") { figure(*times) } else { String::new() });
            let _ = writeln!(words, "| *{language:?}: layout of one view, alone* | | {} |", alone.join(" | "));
        }
        for (case, row, _) in &self.rows {
            let figures: Vec<_> = row.iter().map(|times| figure(*times)).collect();
            let _ = writeln!(words, "| {:?} {} | {} | {} |", case.language, size(*case), case.marks, figures.join(" | "));
        }
        words
    }

    /// What the same article takes without marks.
    pub fn bare(&self, case: Case) -> Option<Memory> {
        self.rows.iter().find(|(other, ..)| Case { marks: 0, ..case } == *other).map(|(_, _, memory)| *memory)
    }

    fn write_missed(&self, words: &mut String) {
        words.push_str("## Targets not met\n\n");
        let missed = super::missed::missed(self);
        if missed.is_empty() {
            words.push_str("None.\n");
        }
        for line in missed {
            let _ = writeln!(words, "- {line}");
        }
        words.push_str(
            "\nWhat takes time where marks are dense: what was in view before is only moved, but a paragraph that comes into view is laid out, and\n\
            its marks are found and drawn. With one every ten bytes these are hundreds in a page or a jump, each looked up once with its record.\n\
            Of such a jump (Arabic, by samples) laying out the words takes 47 %, drawing the marks of the new blocks 11 %, finding them with their\n\
            records 9 %, setting the words into triangles 7 %, margin notes and their numbers 6 %; the rest is egui's own frame.\n\
            Heights of a book are guessed by stretches of 64 paragraphs, and its overview has 2,048 rows.\n\n",
        );
    }

    fn write_openings(&self, words: &mut String) {
        words.push_str(
            "## From the click to the painted article\n\n\
            The whole program in an egui context without a renderer, at rest, with a short article open; a file of 10 MB on disk. Time that\n\
            went by, middle one of five. Hash, sentences and words are found in the background; until then nothing is said of them.\n\
            *Floor*: the file read, proved to be UTF-8 and cut into paragraphs, and nothing else.\n\n\
            | text of 10 MB | words on screen (target 40) | floor | all counted | project file: words on screen |\n|---|---:|---:|---:|---:|\n",
        );
        for opening in &self.openings {
            let Opening { language, shown, counted, floor, project } = opening;
            let _ = writeln!(words, "| {language:?} | {shown:.0} ms | {floor:.0} ms | {counted:.0} ms | {project:.0} ms |");
        }
        words.push('\n');
    }

    fn write_steps(&self, words: &mut String) {
        words.push_str(
            "## The longest steps\n\n\
            What one key or one result from the background makes the drawing thread compute; middle one of five. Whatever takes more than\n\
            4 ms should leave that thread: a command that does is carried out on a copy of the session in the background, and what stands here\n\
            is lending the copy and taking it back.\n\n\
            | step | time |\n|---|---:|\n",
        );
        for (what, ms) in &self.steps {
            let _ = writeln!(words, "| {what} | {ms:.1} ms |");
        }
        words.push('\n');
    }

    /// The part about memory.
    pub fn write_memory(&self, words: &mut String) {
        words.push_str(
            "## Memory\n\n\
            What a process with one such article grows by, without the pages of font files, which the system lends and takes back, and with\n\
            large blocks given back to the system as soon as they are let go.\n\
            *Fixed* is what the page took with a short article of the same script and marks as close, in the same window: fonts, glyph atlas,\n\
            layouts and labels of one screen. Then the same page shows the long one, and grows by: *records*, its text, and the marks with what\n\
            they mention (claims, numbers, sources); *lookup*, index of places, mentions, how sentences stand; *findings*, what the rules\n\
            have to say of it; *page*, heights and what else it keeps of all of it.\n\n\
            The issue asks for \"text plus at most 2 bytes per text byte plus 100 bytes an annotation plus a fixed atlas\". It asks it of the\n\
            galley, so an annotation's 100 bytes are read as what its lookup and the page add for it. *Record per mark* is the checker's own\n\
            work, which is there whether a page shows it or not: the mark itself and its claim, number or source with their texts, dates and\n\
            names. *Findings per mark* go as the work is done; here every claim lacks a source, every number a reading, every source a claim.\n\
            *Beside the text* is everything but the text and the fixed part where nothing is marked, per byte of text.\n\n\
            | text | marks | fixed | all beyond | records | lookup | findings | page | beside the text (target 2) | lookup and page per mark (target 100) | findings per mark | record per mark |\n\
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
        );
        let mb = |bytes: usize| format!("{:.1} MB", bytes as f64 / 1e6);
        for (case, _, memory) in self.rows.iter().filter(|(case, ..)| super::has_memory(case)) {
            let figures = match self.bare(*case) {
                _ if case.marks == 0 => format!("{:.2} | | |", memory.beside_the_text(*case)),
                Some(bare) => {
                    let than = (*case, bare);
                    let each = [memory.lookup_and_page_per_mark(than), memory.findings_per_mark(than), memory.record_per_mark(than)];
                    format!("| {}", each.map(|bytes| format!("{bytes:.0}")).join(" | "))
                }
                None => continue,
            };
            let Memory { records, lookup, findings, page, fixed } = *memory;
            let parts = [fixed, memory.beyond(), records, lookup, findings, page].map(mb).join(" | ");
            let _ = writeln!(words, "| {:?} {} | {} | {parts} | {figures} |", case.language, size(*case), case.marks);
        }
        let _ = writeln!(
            words,
            "\nA process with 1,000 articles of 100 KB (English), 100,000 marks and one article on its page takes {} (target for projects: 1,500 MB).\n",
            mb(self.library)
        );
    }
}

pub fn size(case: Case) -> String {
    if case.bytes >= MB { format!("{} MB", case.bytes / MB) } else { format!("{} KB", case.bytes / 1000) }
}

fn figure(times: Times) -> String {
    format!("{:.2} / {:.2}", times.median, times.p99)
}
