//! How well numbers are read: the program against what people wrote down, as a table in docs/quality.md that may not get worse.

// Clippy takes helpers for tests, too.
#![cfg(test)]
#![allow(clippy::string_slice, reason = "in a test a panic is the report")]

mod common;
#[path = "quality/fresh.rs"]
mod fresh;
#[path = "quality/gold.rs"]
mod gold;
#[path = "quality/holdout.rs"]
mod holdout;
#[path = "quality/seeds.rs"]
mod seeds;
#[path = "quality/sets.rs"]
mod sets;

use std::fmt::Write as _;
use std::path::Path;

use gold::{Paragraph, Tally, compare};
use sets::Row;
use tickmark::model::document::Language;

/// The line of docs/quality.md after which the table stands, and the one before which it ends.
const BEGIN: &str = "<!-- table of numbers -->";
const END: &str = "<!-- end of table -->";

/// How much worse than the kept table a row may be, points of F1 in per cent.
const LENIENCE: f64 = 1.0;

#[test]
fn every_number_of_the_seeds_is_read_and_none_is_made_up() {
    let Some(files) = common::seeds() else { return };
    let mut report = Vec::new();
    let mut count = 0;
    assert_eq!(files.len(), seeds::SEEDS.len());
    for (path, (file, gold)) in files.iter().zip(seeds::SEEDS) {
        assert!(path.ends_with(file));
        let text = std::fs::read_to_string(path).unwrap();
        count += compare(&text, Language::English, gold, &mut report).iter().map(|tally| tally.hits).sum::<u32>();
    }
    assert_eq!((report, count), (Vec::new(), 56));
}

/// With `TICKMARK_WRITE_QUALITY=1` the table is written anew instead.
#[test]
fn no_row_of_the_table_has_got_worse() {
    let mut rows: Vec<Row> = Vec::new();
    rows.extend(by_language("News, used to tune", holdout::PARAGRAPHS));
    rows.extend(by_language("News, first read when tuned", fresh::PARAGRAPHS));
    if let Some(folder) = common::data("quantities") {
        rows.extend(sets::rows(&folder));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/quality.md");
    let kept = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = kept.split_once(BEGIN).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    let new = as_table(&rows);
    println!("{new}");
    if std::env::var_os("TICKMARK_WRITE_QUALITY").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}\n\n{new}\n{END}{after}")).unwrap();
        return;
    }
    let worse: Vec<String> = rows.iter().filter_map(|row| worse(row, table)).collect();
    assert_eq!(worse, [""; 0], "see docs/quality.md");
}

/// What is worse in the row than in the kept table, if anything is.
fn worse(row: &Row, table: &str) -> Option<String> {
    let name = name(row);
    let Some(kept) = table.lines().find(|line| line.starts_with(&name)) else { return Some(format!("{name} is not in the table")) };
    let kept: f64 = kept.trim_end_matches([' ', '|']).rsplit('|').next().unwrap().trim().parse().unwrap();
    let now = row.tally.f1() * 100.0;
    (now < kept - LENIENCE).then(|| format!("{name} F1 was {kept:.1} and is {now:.1}"))
}

fn name(row: &Row) -> String {
    format!("| {} | {} | {} |", row.set, row.language.word(), row.kind)
}

fn as_table(rows: &[Row]) -> String {
    let mut table = "| Set | Language | What | Numbers | Precision | Recall | F1 |\n|---|---|---|--:|--:|--:|--:|\n".to_owned();
    for row in rows {
        let Tally { hits, missed, .. } = row.tally;
        let (precision, recall, f1) = (row.tally.precision() * 100.0, row.tally.recall() * 100.0, row.tally.f1() * 100.0);
        let _ = writeln!(table, "{} {} | {precision:.1} | {recall:.1} | {f1:.1} |", name(row), hits + missed);
    }
    table
}

fn by_language(set: &'static str, paragraphs: &[Paragraph]) -> Vec<Row> {
    let mut rows = Vec::new();
    for language in Language::ALL {
        let mut tallies = [Tally::default(); 2];
        for paragraph in paragraphs.iter().filter(|paragraph| paragraph.language == language) {
            let mut report = vec![format!("{}:", paragraph.name)];
            for (tally, more) in tallies.iter_mut().zip(compare(paragraph.text, language, paragraph.gold, &mut report)) {
                tally.add(more);
            }
            if report.len() > 1 {
                println!("{}", report.join("\n"));
            }
        }
        for (kind, tally) in ["numbers with a unit", "counts, shares and others"].into_iter().zip(tallies) {
            rows.push(Row { set, language, kind, tally });
        }
    }
    rows
}
