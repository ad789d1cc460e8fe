//! What a text and its marks take: the growth of a process of its own, so that nothing before it counts.

use std::process::Command;

use tickmark::edit::Draft;
use tickmark::lint::Findings;
use tickmark::model::id::{DocumentId, ProjectId, Uid};
use tickmark::model::lookup::Lookup;
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::session::{IdSource, Session};

use super::page::Page;
use super::texts::{self, FIRST, Language};
use super::{Case, KB};

const FLAG: &str = "--memory-of";
const LIBRARY_FLAG: &str = "--memory-of-library";

/// Bytes by which a fresh process grows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// Text, and records with their marks.
    pub records: usize,
    /// What follows from them and is asked for all the time: index, mentions, how the sentences stand.
    pub lookup: usize,
    /// What the rules find in it.
    pub findings: usize,
    /// What the page keeps of all of it.
    pub page: usize,
    /// What the same page took before with a short article and marks as close: fonts, atlas and one screen of laid-out words.
    pub fixed: usize,
}

impl Memory {
    /// All that grows with the text and its marks.
    pub fn beyond(self) -> usize {
        self.records + self.lookup + self.findings + self.page
    }

    /// All but the text, per byte of an article without marks.
    pub fn beside_the_text(self, case: Case) -> f64 {
        self.beyond().saturating_sub(case.bytes) as f64 / case.bytes as f64
    }

    /// What lookup and page take for each mark beyond what they take for the same article without marks.
    pub fn lookup_and_page_per_mark(self, (case, bare): (Case, Memory)) -> f64 {
        ((self.lookup + self.page) as f64 - (bare.lookup + bare.page) as f64) / case.marks as f64
    }

    /// What the findings take for each mark.
    pub fn findings_per_mark(self, (case, bare): (Case, Memory)) -> f64 {
        (self.findings as f64 - bare.findings as f64) / case.marks as f64
    }

    /// What the records take for each mark.
    pub fn record_per_mark(self, (case, bare): (Case, Memory)) -> f64 {
        (self.records as f64 - bare.records as f64) / case.marks as f64
    }
}

pub fn measure(case: Case) -> Memory {
    let language = Language::ALL.iter().position(|language| *language == case.language).unwrap_or(0);
    let [records, lookup, findings, page, fixed] = ask(&[FLAG, &language.to_string(), &case.bytes.to_string(), &case.marks.to_string()]);
    Memory { records, lookup, findings, page, fixed }
}

/// The whole process with a session of 1,000 articles of 100 KB and 100,000 marks, and one of them on its page, bytes.
pub fn library() -> usize {
    let [all, ..] = ask(&[LIBRARY_FLAG]);
    all
}

fn ask(arguments: &[&str]) -> [usize; 5] {
    let program = std::env::current_exe().expect("this program has a path");
    let mut command = Command::new(program);
    if arguments.contains(&FLAG) {
        // Large blocks that are let go on the way go back to the system at once, or what only passed through would count as held.
        command.env("MALLOC_MMAP_THRESHOLD_", "131072").env("MALLOC_TRIM_THRESHOLD_", "131072");
    }
    let output = command.args(arguments).output().expect("this program runs");
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = words.split_whitespace().map(|word| word.parse().unwrap_or(0));
    [(); 5].map(|()| numbers.next().unwrap_or(0))
}

/// Answers when this process was started to measure itself.
pub fn answer(arguments: &[String]) -> bool {
    if arguments.iter().any(|argument| argument == LIBRARY_FLAG) {
        answer_library();
        return true;
    }
    let Some(at) = arguments.iter().position(|argument| argument == FLAG) else { return false };
    let number = |by: usize| arguments[at + by].parse::<usize>().expect("a number");
    let case = Case { language: Language::ALL[number(1)], bytes: number(2), marks: number(3) };
    let nothing = own();
    let short = texts::project(Case { bytes: 10 * KB, marks: case.marks * 10 * KB / case.bytes, ..case }, &[FIRST]);
    let follows = following(&short);
    let mut page = Page::new(session(short, follows));
    look(&mut page);
    let with_short = own();
    let project = texts::project(case, &[FIRST]);
    let with_records = own();
    let lookup = Lookup::new(&project);
    let with_lookup = own();
    let findings = Findings::new(&project, &lookup, Moment::default());
    let with_findings = own();
    // Kept, or the long article would move into the room of the short one.
    let _short = page.turn_to(session(project, (lookup, findings)));
    look(&mut page);
    let steps = [nothing, with_short, with_records, with_lookup, with_findings, own()];
    let [fixed, records, lookup, findings, page] = std::array::from_fn(|at| steps[at + 1].saturating_sub(steps[at]));
    println!("{records} {lookup} {findings} {page} {fixed}");
    true
}

fn answer_library() {
    let mut project = Project::new(ProjectId(Uid(1)), "Bench");
    let ids: Vec<_> = (1..=1_000).map(|nth| DocumentId(Uid(nth))).collect();
    for id in &ids {
        let words = Language::English.text(100 * KB);
        texts::add_article(&mut project, *id, &format!("{} {words}", id.0.0));
    }
    Draft::new(&mut project).reorder(ids.clone()).expect("the order fits");
    for (nth, id) in ids.iter().enumerate() {
        texts::add_marks(&mut project, *id, (100 * nth as u64, 100));
    }
    let follows = following(&project);
    let mut page = Page::new(session(project, follows));
    look(&mut page);
    println!("{}", status("VmRSS:"));
}

fn following(project: &Project) -> (Lookup, Findings) {
    let lookup = Lookup::new(project);
    let findings = Findings::new(project, &lookup, Moment::default());
    (lookup, findings)
}

fn session(project: Project, (lookup, findings): (Lookup, Findings)) -> Session {
    Session::knowing((project, lookup, findings), None, IdSource::new(7))
}

fn look(page: &mut Page) {
    for _ in 0..10 {
        page.frame(Vec::new());
    }
}

/// Bytes of this process in memory that are its own: pages of files that the system maps, such as fonts, do not count.
fn own() -> usize {
    status("RssAnon:")
}

/// A figure of this process, bytes.
fn status(name: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("");
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or(0) * 1024
}
