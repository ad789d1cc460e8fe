//! `cargo bench --bench formats [-- --write]`: every test file of every format is opened in a process of its own; one table tells how many
//! opened, how like they are to what is expected, what was found of title, author and date, time and memory, and the usual tools beside
//! them. `--write` puts it into `docs/formats.md`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench ends with what is wrong"
)]

mod beside;
#[path = "../../tests/common/mod.rs"]
#[allow(dead_code, reason = "the bench uses a part of it")]
mod common;
#[path = "../../tests/readers/gold.rs"]
mod gold;
mod one;
mod samples;
mod table;
#[path = "../../tests/readers/words.rs"]
#[allow(dead_code, reason = "the bench uses a part of it")]
mod words;

use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // A file is read by this program itself, started once more, so that its memory is its own.
    if let Some(at) = arguments.iter().position(|argument| argument == one::ARGUMENT) {
        return one::read(arguments.get(at + 1..).unwrap_or_default());
    }
    let results: Vec<_> = samples::all().into_iter().map(|sample| (one::of(&sample), sample)).collect();
    if results.is_empty() {
        return;
    }
    let tables = format!("{}\n{}", table::quality(&results), beside::speed(&results));
    println!("{tables}");
    for (outcome, sample) in &results {
        if std::env::var_os("TICKMARK_EACH_FILE").is_some() {
            println!("{}", table::line(outcome, sample));
        }
    }
    if arguments.iter().any(|argument| argument == "--write") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md");
        let page = std::fs::read_to_string(&path).unwrap();
        let (before, rest) = page.split_once("<!-- table of formats -->\n").expect("docs/formats.md marks the place of the table");
        let (_, after) = rest.split_once("<!-- end of table -->").expect("docs/formats.md marks the end of the table");
        std::fs::write(&path, format!("{before}<!-- table of formats -->\n\n{tables}\n<!-- end of table -->{after}")).unwrap();
    }
}
