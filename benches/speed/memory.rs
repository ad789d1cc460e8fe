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
    /// The page.
    pub page: usize,
    /// What a short article with marks as close took before: the fixed part of every page, nearly all of it.
    pub screen: usize,
}

impl Memory {
    pub fn total(self) -> usize {
        self.records + self.lookup + self.page
    }
}

pub fn measure(case: Case) -> Memory {
    let language = Language::ALL.iter().position(|language| *language == case.language).unwrap_or(0);
    let [records, lookup, page, screen] = ask(&[FLAG, &language.to_string(), &case.bytes.to_string(), &case.marks.to_string()]);
    Memory { records, lookup, page, screen }
}

/// The whole process with a session of 1,000 articles of 100 KB and 100,000 marks, and one of them on its page, bytes.
pub fn library() -> usize {
    let [all, ..] = ask(&[LIBRARY_FLAG]);
    all
}

fn ask(arguments: &[&str]) -> [usize; 4] {
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program).args(arguments).output().expect("this program runs");
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = words.split_whitespace().map(|word| word.parse().unwrap_or(0));
    [(); 4].map(|()| numbers.next().unwrap_or(0))
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
    // A page of one screen: fonts are there before, its atlas and layouts are its own.
    let short = texts::project(Case { bytes: 10 * KB, marks: case.marks * 10 * KB / case.bytes, ..case }, &[FIRST]);
    let lookup = Lookup::new(&short);
    let mut small = page(short, lookup);
    jump(&mut small);
    let before = own();
    let project = texts::project(case, &[FIRST]);
    let with_records = own();
    let lookup = Lookup::new(&project);
    let with_lookup = own();
    let mut large = page(project, lookup);
    jump(&mut large);
    let grown = [with_records.saturating_sub(before), with_lookup.saturating_sub(with_records), own().saturating_sub(with_lookup)];
    println!("{} {} {} {}", grown[0], grown[1], grown[2], before.saturating_sub(nothing));
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
    let lookup = Lookup::new(&project);
    let mut page = page(project, lookup);
    jump(&mut page);
    println!("{}", status("VmRSS:"));
}

fn page(project: Project, lookup: Lookup) -> Page {
    let findings = Findings::new(&project, &lookup, Moment::default());
    Page::new(Session::knowing((project, lookup, findings), None, IdSource::new(7)))
}

fn jump(page: &mut Page) {
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
