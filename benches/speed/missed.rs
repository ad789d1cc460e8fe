//! Which targets of the issue were not met, worked out from what was measured.

use super::memory::Memory;
use super::page::WHAT;
use super::table::{TARGETS, Table, Times, size};
use super::texts::Language;
use super::{Case, KB, MB};

/// The 99th percentile that a wheel frame may take, milliseconds.
const WHEEL_P99: f64 = 2.0;
/// How much longer a frame in 10 MB may take than in 10 KB.
const BY_LENGTH: f64 = 1.2;
/// What may differ between two runs of the same frame, milliseconds.
const NOISE: f64 = 0.03;
/// From the click to the painted words, milliseconds.
const OPENING: f64 = 40.0;
/// What the drawing thread may compute at a stretch, milliseconds.
const STEP: f64 = 4.0;

/// What may stand beside each byte of a text, bytes.
const BESIDE_THE_TEXT: f64 = 2.0;
/// What index and page may add for a mark, bytes.
const PER_MARK: f64 = 100.0;

/// One line for each, with the measured figures.
pub fn missed(table: &Table) -> Vec<String> {
    let mut found: Vec<String> = table.rows.iter().filter_map(|(case, row, _)| frames(*case, row)).collect();
    found.extend(Language::ALL.into_iter().filter_map(|language| by_length(table, language)));
    found.extend(table.openings.iter().filter(|opening| opening.shown > OPENING).map(|opening| {
        format!(
            "{:?} 10 MB: from the click to the words {:.0} ms (target {OPENING}); floor {:.0} ms",
            opening.language, opening.shown, opening.floor
        )
    }));
    found
        .extend(table.steps.iter().filter(|(_, ms)| *ms > STEP).map(|(what, ms)| format!("one step: {what}: {ms:.1} ms (at most {STEP})")));
    found.extend(table.floor.missed());
    found
        .extend(table.rows.iter().filter(|(case, ..)| super::has_memory(case)).filter_map(|(case, _, taken)| memory(table, *case, *taken)));
    found
}

/// An article that takes too much memory.
fn memory(table: &Table, case: Case, taken: Memory) -> Option<String> {
    let what = format!("memory, {:?} {}", case.language, size(case));
    if case.marks == 0 {
        let beside = taken.beside_the_text(case);
        return (beside > BESIDE_THE_TEXT).then(|| format!("{what}: {beside:.2} bytes beside each byte ({BESIDE_THE_TEXT})"));
    }
    let marks = case.marks;
    let each = taken.lookup_and_page_per_mark((case, table.bare(case)?));
    (each > PER_MARK).then(|| format!("{what}, {marks} marks: {each:.0} bytes a mark in lookup and page ({PER_MARK})"))
}

fn is_met(what: &str, language: Language, times: Times, target: f64) -> bool {
    let target = if language == Language::Hindi && matches!(what, "page" | "jump") { 8.0 } else { target };
    times.median <= target && (what != "wheel" || times.p99 <= WHEEL_P99)
}

/// The frames of a case that took too long.
fn frames(case: Case, row: &[Times]) -> Option<String> {
    let columns = WHAT.iter().zip(row).zip(TARGETS);
    let late: Vec<String> = columns
        .filter(|((what, times), target)| !is_met(what, case.language, **times, *target))
        .map(|((what, times), target)| format!("{what} {:.2} / {:.2} ({target})", times.median, times.p99))
        .collect();
    let density = case.bytes.checked_div(case.marks).map_or(String::new(), |bytes| format!(", a mark every {bytes} bytes"));
    (!late.is_empty()).then(|| format!("{:?} {}{density}: {}", case.language, size(case), late.join(", ")))
}

/// The frames that take longer in a long article than in a short one. What is not laid out anew in a short one, since it is all in
/// view, cannot be compared: pages, jumps and the wheel are compared with 1 MB.
fn by_length(table: &Table, language: Language) -> Option<String> {
    let row = |bytes: usize| {
        let wanted = Case { language, bytes, marks: 0 };
        table.rows.iter().find(|(case, ..)| *case == wanted).map(|(_, row, _)| row)
    };
    let (short, middle, long) = (row(10 * KB)?, row(MB)?, row(10 * MB)?);
    let late: Vec<String> = WHAT
        .iter()
        .enumerate()
        .filter_map(|(at, what)| {
            let short = if matches!(*what, "wheel" | "page" | "jump") { middle } else { short };
            let (short, long) = (short.get(at)?.median, long.get(at)?.median);
            (long > short * BY_LENGTH + NOISE).then(|| format!("{what} {short:.2} → {long:.2}"))
        })
        .collect();
    (!late.is_empty())
        .then(|| format!("{language:?}, longer in 10 MB than {BY_LENGTH} times what it takes in a short article: {}", late.join(", ")))
}
