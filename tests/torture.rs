//! Breaks the program on purpose, counts what is lost and prints a table. `cargo test` runs a short form;
//! `cargo test --test torture -- --long` the whole of it. Nothing may be lost, or the command fails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test with a table of its own, in which a panic is the report"
)]

#[path = "torture/chance.rs"]
mod chance;
#[path = "torture/clock.rs"]
mod clock;
#[path = "torture/damage.rs"]
mod damage;
#[path = "torture/disk_full.rs"]
mod disk_full;
#[path = "../src/storage/faulty.rs"]
#[allow(dead_code, reason = "the tests of the program use the rest")]
mod faulty;
#[path = "torture/journal.rs"]
mod journal;
#[path = "torture/killed.rs"]
mod killed;
#[cfg(all(feature = "gui", target_os = "linux"))]
#[path = "torture/kills.rs"]
mod kills;
#[cfg(not(all(feature = "gui", target_os = "linux")))]
#[path = "common/pause.rs"]
mod pause;
#[path = "torture/records.rs"]
mod records;
#[path = "torture/saves.rs"]
mod saves;
#[cfg(all(feature = "gui", target_os = "linux"))]
#[path = "common/screen.rs"]
mod screen;
#[path = "torture/steps.rs"]
mod steps;
#[path = "torture/strace.rs"]
mod strace;
#[path = "torture/table.rs"]
mod table;
#[path = "torture/writers.rs"]
mod writers;

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

// It brings the same pause along.
#[cfg(all(feature = "gui", target_os = "linux"))]
use screen as pause;
use table::{Form, Row, Table};
// The disks that fail, which the program's own tests have, see it beside them.
use tickmark::storage::fs;

/// A kind of fault, by the name under which it stands in the table.
type Fault = (&'static str, fn(Form) -> Option<Row>);

/// All kinds of faults.
const FAULTS: &[Fault] = &[
    ("kill at a system call of a save", saves::killed_at_every_call),
    ("a system call of a save fails", saves::every_call_fails),
    ("kill at a system call of journalling", killed::at_every_call),
    ("a system call of journalling fails", killed::every_call_fails),
    ("a disk of 64 KB is full", disk_full::small_disk),
    ("two writers, both orders", writers::both_orders),
    ("the clock jumps", clock::backwards),
    ("a journal is cut at a byte", journal::cut_at_every_byte),
    ("bytes of a journal are changed", journal::changed_bytes),
    ("an operation of journalling or reading back fails", journal::every_operation_fails),
    ("power goes while journalling or reading back", journal::power_goes),
    ("a project is cut at a byte", damage::cut_at_every_byte),
    ("bytes of a project are changed", damage::changed_bytes),
    ("blocks of a project are torn or doubled", damage::torn_blocks),
    #[cfg(all(feature = "gui", target_os = "linux"))]
    ("kill -9 of the window while keys tag", kills::killed_while_tagging),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if killed::answer(&words) {
        return ExitCode::SUCCESS;
    }
    // The runner of cargo asks every test program for its tests, and hands a filter on to all of them.
    let filters: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.starts_with('-')).collect();
    if words.iter().any(|word| word == "--list") {
        return ExitCode::SUCCESS;
    }
    let form = if words.iter().any(|word| word == "--long") { Form::Long } else { Form::Short };
    let is_wanted = |(name, _): &&Fault| filters.is_empty() || filters.iter().any(|filter| name.contains(filter));
    let table = run(&FAULTS.iter().filter(is_wanted).collect::<Vec<_>>(), form);
    println!("{table}");
    if table.has_failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Injects faults of several kinds at once, on every core.
fn run(faults: &[&Fault], form: Form) -> Table {
    let (next, outcomes) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some((name, inject)) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
            let began = Instant::now();
            let outcome = std::panic::catch_unwind(|| inject(form));
            outcomes.lock().unwrap().push((*name, outcome, began.elapsed()));
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    let mut outcomes = outcomes.into_inner().unwrap();
    outcomes.sort_by_key(|(name, ..)| faults.iter().position(|(known, _)| known == name));
    let mut table = Table::default();
    outcomes.into_iter().for_each(|(name, outcome, took)| table.add(name, outcome, took));
    table
}
