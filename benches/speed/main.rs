//! The speed of the article page, measured through the real view in an egui context without a renderer, as one table:
//! `cargo bench --bench speed`. With `-- --write` it also goes to `docs/speed.md`; with `-- Hindi` only that language is measured
//! (and with `-- Hindi --dense` only what has a mark every ten bytes),
//! with `-- --opening` only how quickly an article opens, with `-- --steps` only the longest steps, with `-- --starts` only windows,
//! with `-- --memory` only memory. Texts are made from the test data that
//! `TICKMARK_TEST_DATA` names, `../shared/data` if it names none.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "in a bench a panic is the report"
)]

mod clock;
mod floor;
mod memory;
mod missed;
mod opening;
mod page;
mod steps;
mod table;
mod texts;

use memory::Memory;
use table::Table;
use texts::Language;

/// A text and the marks in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    language: Language,
    bytes: usize,
    marks: usize,
}

const KB: usize = 1_000;
const MB: usize = 1_000_000;

/// From no marks to one every ten bytes.
const SIZES: [(usize, &[usize]); 3] =
    [(10 * KB, &[0, 100, 1_000]), (MB, &[0, 1_000, 10_000, 100_000]), (10 * MB, &[0, 1_000, 10_000, 100_000])];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if memory::answer(&arguments) || floor::answer(&arguments) {
        return;
    }
    let is_asked = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if is_asked("--opening") {
        opening::measure();
    } else if is_asked("--steps") {
        steps::measure();
    } else if is_asked("--starts") {
        println!("{}", floor::measure().words());
    } else if is_asked("--memory") {
        let rows = Language::ALL.into_iter().flat_map(cases).filter(has_memory).map(|case| (case, Vec::new(), memory::measure(case)));
        let (table, mut words) = (Table { rows: rows.collect(), ..Table::default() }, String::new());
        table.write_memory(&mut words);
        println!("{words}");
    } else if let Some(language) = Language::ALL.into_iter().find(|language| is_asked(&format!("{language:?}"))) {
        println!("{:?}", page::view_of_words(language));
        let is_wanted = |case: &Case| !is_asked("--dense") || case.marks * 10 == case.bytes;
        cases(language).filter(is_wanted).for_each(|case| println!("{}", table::line(case, &page::measure(case))));
    } else {
        let words = everything().words();
        println!("{words}");
        if is_asked("--write") {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/speed.md"), words).expect("docs can be written");
        }
    }
}

fn cases(language: Language) -> impl Iterator<Item = Case> {
    let of_size = move |(bytes, counts): (usize, &'static [usize])| counts.iter().map(move |marks| Case { language, bytes, marks: *marks });
    SIZES.into_iter().flat_map(of_size)
}

/// Few marks drown in what a process takes for other reasons, and a short text too.
fn has_memory(case: &Case) -> bool {
    case.bytes >= MB && (case.marks == 0 || case.marks >= 10_000)
}

fn everything() -> Table {
    let mut table = Table {
        floor: floor::measure(),
        openings: opening::measure(),
        steps: steps::measure(),
        library: memory::library(),
        ..Table::default()
    };
    println!("{:?} {}", table.floor, table.library);
    table.views.extend(Language::ALL.map(|language| (language, page::view_of_words(language))));
    for case in Language::ALL.into_iter().flat_map(cases) {
        let row = page::measure(case);
        let memory = if has_memory(&case) { memory::measure(case) } else { Memory::default() };
        println!("{} {memory:?}", table::line(case, &row));
        table.rows.push((case, row, memory));
    }
    table
}
