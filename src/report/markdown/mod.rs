//! The report as Markdown: tables as GitHub writes them, notes as footnotes. What Markdown cannot show is counted.

mod article;
pub(super) mod escape;
mod loss;
mod marks;
mod tables;
#[cfg(test)]
mod tests;

pub use loss::Loss;

use std::fmt::Write;

use super::{Report, Section};
use escape::text;
use tables::table;

/// Prints the report as Markdown, and says what could not be printed.
pub fn markdown(report: &Report) -> (String, Vec<Loss>) {
    let mut page = format!("# {}\n\n{}\n", text(&report.title), text(&report.byline));
    let mut losses = Vec::new();
    for part in report.parts() {
        let body = match part {
            Section::Summary => summary(report),
            Section::Ratings => tables::ratings(report),
            Section::Claims => tables::claims(report),
            Section::Contradictions => tables::contradictions(report),
            Section::Questions => tables::questions(report),
            Section::Changes => tables::changes(report),
            Section::Sources => tables::sources(report),
            Section::Numbers => tables::numbers(report),
            Section::Articles => article::articles(report, &mut losses),
            Section::Method => method(report),
            Section::Hashes => hashes(report),
            Section::Checks => checks(report),
            Section::History => tables::history(report),
        };
        push(&mut page, format_args!("\n## {}\n\n{}\n", report.title_of(part), body.trim_end()));
    }
    if !report.left_out.is_empty() {
        push(&mut page, format_args!("\n{}\n", text(&report.left_out)));
    }
    (page, loss::summed(losses))
}

/// Appends to a text, which cannot fail.
fn push(page: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = page.write_fmt(words);
}

fn summary(report: &Report) -> String {
    let cards = report.cards.iter().map(|card| format!("- **{}** {} {}\n", card.figure, card.beside, card.below));
    cards.chain([tables::statuses(report)]).collect()
}

fn method(report: &Report) -> String {
    let mut page = String::new();
    for words in &report.method.paragraphs {
        push(&mut page, format_args!("{}\n\n", text(words)));
    }
    push(&mut page, format_args!("{}\n\n", text(&report.language().say("sample-markdown"))));
    let scale: Vec<_> = report.scale.iter().rev().map(|face| text(&face.label())).collect();
    let values = [("name", text(&report.method.scale_name).into()), ("words", report.language().commas(&scale).into())];
    push(&mut page, format_args!("{}\n", report.language().say_with("scale-is", &values)));
    page
}

fn hashes(report: &Report) -> String {
    let language = report.language();
    let of = |key, what: String| language.say_with(key, &[("what", what.into())]);
    let row = |row: &super::HashRow| {
        let original = if row.original.is_empty() { String::new() } else { format!(" ({})", of("original-had", row.original.clone())) };
        let read_from = if row.read_from.is_empty() { String::new() } else { format!("; {}", of("read-from", text(&row.read_from))) };
        vec![
            row.letter.clone(),
            text(&row.title),
            format!("`{}`{original}{read_from}", row.hash),
            row.bytes.to_string(),
            row.opened.clone(),
        ]
    };
    table(language, &["", "column-article", "column-hash", "column-bytes", "column-opened"], report.hashes.iter().map(row))
}

fn checks(report: &Report) -> String {
    let mut page = String::new();
    for check in &report.checks {
        push(&mut page, format_args!("- {} {}\n", if check.is_fine() { "✓" } else { "⚠" }, text(&check.words)));
        for line in &check.lines {
            push(&mut page, format_args!("    - {}: {}\n", escape::line(&line.subject), text(&line.words)));
        }
    }
    if !report.switched_off.is_empty() {
        push(&mut page, format_args!("\n{}\n\n", report.language().say("switched-off")));
    }
    for off in &report.switched_off {
        let by = if off.by.is_empty() { String::new() } else { format!(" ({})", text(&off.by)) };
        push(&mut page, format_args!("- **{}**: {}{by}\n", text(&off.title), text(&off.reason)));
    }
    page
}
