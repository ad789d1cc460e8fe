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
            "- memory: a mark with its record takes more than 100 bytes; a text of 1 MB takes more than 2 bytes beside a byte when the fixed atlas\n\
            \x20\x20and one screen are counted in, as below\n\n\
            Why: what was in view before is only moved, but a paragraph that comes into view is laid out, and its marks are found and drawn; with\n\
            a mark every ten bytes these are hundreds in a page or a jump, each looked up with its record. Heights of a book are guessed by\n\
            stretches of 64 paragraphs, and its overview has 2,048 rows.\n\n",
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

    fn write_memory(&self, words: &mut String) {
        words.push_str(
            "## Memory\n\n\
            What a process with one such article grows by, without the pages of font files, which the system lends and takes back.\n\
            *Records*: its text, and the marks with what they mention (claims, numbers, sources).\n\
            *Lookup*: index of places, mentions, how sentences stand. *Page*: a page of its own: heights, and the fixed part of every page, which\n\
            is fonts, glyph atlas, layouts and labels of one screen. *One screen* is what a page of 10 KB with marks as close took in the same\n\
            process before, nearly all of it that fixed part; it is counted in *page* once more.\n\
            The issue asks for the text plus 2 bytes per byte of it, 100 bytes an annotation and a fixed atlas: *beside the text* is everything but the\n\
            text where nothing is marked, per byte of text; *lookup and page per mark* is what page and index add for a mark, *record per\n\
            mark* what the mark itself and its claim, number or source take: that is the checker's own work, with its texts, dates and names.\n\n\
            | text | marks | one screen | all beyond | records | lookup | page | beside the text (target 2) | lookup and page per mark (target 100) | record per mark |\n\
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
        );
        let mb = |bytes: usize| format!("{:.1} MB", bytes as f64 / 1e6);
        for (case, _, memory) in self.rows.iter().filter(|(case, ..)| super::has_memory(case)) {
            let unmarked = self.rows.iter().find(|(other, ..)| Case { marks: 0, ..*case } == *other).map(|(_, _, memory)| *memory);
            let (beside, follows, record) = match (unmarked, case.marks) {
                (_, 0) => {
                    (format!("{:.2}", memory.total().saturating_sub(case.bytes) as f64 / case.bytes as f64), String::new(), String::new())
                }
                (Some(bare), marks) => {
                    let per_mark = |all: usize, bare: usize| format!("{:.0}", (all as f64 - bare as f64) / marks as f64);
                    let follows = per_mark(memory.lookup + memory.page, bare.lookup + bare.page);
                    (String::new(), follows, per_mark(memory.records, bare.records))
                }
                _ => continue,
            };
            let Memory { records, lookup, page, screen } = *memory;
            let parts = [screen, memory.total(), records, lookup, page].map(mb).join(" | ");
            let _ = writeln!(words, "| {:?} {} | {} | {parts} | {beside} | {follows} | {record} |", case.language, size(*case), case.marks);
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
