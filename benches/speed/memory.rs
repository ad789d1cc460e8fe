//! What a text and its marks take: the growth of a process of its own, so that nothing before it counts.

use std::process::Command;

use tickmark::session::{IdSource, Session};

use super::Case;
use super::page::Page;
use super::texts::{self, FIRST, Language};

const FLAG: &str = "--memory-of";

/// Bytes by which a fresh process grows.
pub fn measure(case: Case) -> usize {
    let language = Language::ALL.iter().position(|language| *language == case.language).unwrap_or(0);
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program).args([FLAG, &language.to_string(), &case.bytes.to_string(), &case.marks.to_string()]).output();
    String::from_utf8_lossy(&output.expect("this program runs").stdout).trim().parse().unwrap_or(0)
}

/// Answers when this process was started to measure itself.
pub fn answer(arguments: &[String]) -> bool {
    let Some(at) = arguments.iter().position(|argument| argument == FLAG) else { return false };
    let number = |by: usize| arguments[at + by].parse::<usize>().expect("a number");
    let case = Case { language: Language::ALL[number(1)], bytes: number(2), marks: number(3) };
    // Fonts, atlas and the page itself are there before.
    let empty = Case { bytes: 1_000, marks: 0, ..case };
    let mut small = page(empty);
    jump(&mut small);
    let before = resident();
    let mut large = page(case);
    jump(&mut large);
    println!("{}", resident().saturating_sub(before));
    true
}

fn page(case: Case) -> Page {
    Page::new(Session::new(texts::project(case, &[FIRST]), None, IdSource::new(7)))
}

fn jump(page: &mut Page) {
    for _ in 0..10 {
        page.frame(Vec::new());
    }
}

/// Bytes of this process in memory.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("");
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or(0) * 1024
}
