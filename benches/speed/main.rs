//! The speed of the article page, measured through the real view in an egui context without a renderer, as one table:
//! `cargo bench --bench speed`. With `-- --write` it also goes to `docs/speed.md`. Texts are made from the test data that
//! `TICKMARK_TEST_DATA` names, `../shared/data` if it names none.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "in a bench a panic is the report"
)]

mod floor;
mod memory;
mod page;
mod table;
mod texts;

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
    let mut table = Table::new(floor::measure());
    for language in Language::ALL {
        for (bytes, counts) in SIZES {
            for marks in counts {
                let case = Case { language, bytes, marks: *marks };
                let row = page::measure(case);
                println!("{}", table::line(case, &row));
                table.push(case, row, memory::measure(case));
            }
        }
    }
    let words = table.words();
    println!("{words}");
    if arguments.iter().any(|argument| argument == "--write") {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/speed.md"), words).expect("docs can be written");
    }
}
