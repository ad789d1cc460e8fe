//! What opening, saving, journalling and merging take, as one table beside a plain `ron` parse and write of the same words:
//! `cargo bench --bench storage`. With `-- --write` it also goes to `docs/storage-speed.md`. Times of one thread's work are what it
//! computed, so that other programs on the machine count little; waiting for the disk is time that went by.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::print_stdout, reason = "in a bench a panic is the report")]

#[path = "../speed/clock.rs"]
mod clock;
mod file;
mod journalling;
mod merging;
mod plain;
mod project;

use std::fmt::Write as _;

const HEADING: &str = "# Speed of storage

`cargo bench --bench storage --no-default-features -- --write` makes this file. Each mark has a claim and a line of history; all stand in
one article. Times of opening, writing and merging are what the thread computed, the middle one of several; *save and sync* is time that
went by. Memory is what a process of its own grew by at most meanwhile. The floor is a plain `ron` parse (`ron::from_str`) and write
(`ron::to_string`) of the same words with derived types.
";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if file::answer(&arguments) {
        return;
    }
    let mut words = HEADING.to_owned();
    let _ = writeln!(words, "Machine: {}, cores that it could use: {}, {}.\n", processor(), cores(), profile());
    words += &file::table();
    words.push('\n');
    println!("{words}");
    let rest = journalling::table() + &merging::table();
    println!("{rest}");
    if arguments.iter().any(|argument| argument == "--write") {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/storage-speed.md"), words + &rest).expect("docs can be written");
    }
}

/// The middle of some times, and the longest.
fn middle_and_most(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[times.len() - 1])
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(0, std::num::NonZero::get)
}

fn processor() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or_else(|| "unknown processor".to_owned(), |(_, name)| name.to_owned())
}

/// What the build was asked to be other than it ships.
fn profile() -> String {
    match option_env!("CARGO_PROFILE_BENCH_LTO") {
        Some(lto) => format!("release build with LTO \"{lto}\" (the program ships with thin LTO)"),
        None => "release build as it ships".to_owned(),
    }
}
