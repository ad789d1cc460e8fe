//! The end of the report: method and scale, text hashes, findings, history.

use super::tables::{claim, columns, legend, row};
use super::{Block, Cell, Item, Look, Run};
use crate::lint::Severity;
use crate::report::anchors::Anchors;
use crate::report::{Check, HashRow, HistoryRow, Off, Report};

pub(super) fn method(report: &Report) -> Vec<Block> {
    let paragraph = |words: &String| Block::Paragraph { words: vec![Run::plain(words.clone())] };
    let mut blocks: Vec<_> = report.method.paragraphs.iter().map(paragraph).collect();
    blocks.push(Block::Paragraph { words: vec![Run::new(report.method.scale_name.clone(), Look::Strong)] });
    blocks.push(legend(report));
    blocks
}

pub(super) fn hashes(report: &Report) -> Block {
    let language = report.language();
    let of = |key, what: &str| vec![Run::new(language.say_with(key, &[("what", what.into())]), Look::Quiet)];
    let line = |hash: &HashRow| {
        let mut lines = vec![vec![Run::plain(hash.hash.clone())]];
        lines.extend((!hash.original.is_empty()).then(|| of("original-had", &hash.original)));
        lines.extend((!hash.read_from.is_empty()).then(|| of("read-from", &hash.read_from)));
        row(vec![
            Cell::of(vec![Run::new(hash.letter.clone(), Look::Strong)]),
            Cell::Lines { lines },
            Cell::text(hash.bytes.to_string()),
            Cell::quiet(hash.opened.clone()),
        ])
    };
    let heads = [("", 0.05), ("column-hash", 0.61), ("column-bytes", 0.12), ("column-opened", 0.22)];
    Block::Table { columns: columns(language, &heads), rows: report.hashes.iter().map(line).collect() }
}

pub(super) fn checks(report: &Report, anchors: &Anchors) -> Vec<Block> {
    let item = |check: &Check| {
        let look = if check.is_fine() || check.severity == Severity::Note { Look::Plain } else { Look::Warning };
        let line = |line: &crate::report::checks::CheckLine| {
            let subject = Run::to(line.subject.clone(), Look::Plain, anchors.of_jump(line.jump));
            vec![subject, Run::new(format!(": {}", line.words), Look::Quiet)]
        };
        Item { words: vec![Run::new(check.words.clone(), look)], lines: check.lines.iter().map(line).collect() }
    };
    let mut blocks = vec![Block::List { items: report.checks.iter().map(item).collect() }];
    if !report.switched_off.is_empty() {
        blocks.push(Block::Paragraph { words: vec![Run::plain(report.language().say("switched-off"))] });
        let item = |off: &Off| {
            let by = Run::new(format!("  {}", off.by), Look::Quiet);
            Item { words: vec![Run::new(off.title.clone(), Look::Strong), Run::plain(format!(": {}", off.reason)), by], lines: Vec::new() }
        };
        blocks.push(Block::List { items: report.switched_off.iter().map(item).collect() });
    }
    blocks
}

pub(super) fn history(report: &Report, anchors: &Anchors) -> Block {
    let line = |past: &HistoryRow| {
        let mut subject: Vec<_> = past.claim.iter().flat_map(|one| [claim(one, anchors), Run::plain(" ")]).collect();
        subject.push(Run::new(past.subject.clone(), Look::Quote));
        row(vec![
            Cell::quiet(past.at.clone()),
            Cell::text(past.by.clone()),
            Cell::of(subject),
            Cell::text(past.field.clone()),
            Cell::text(past.before.clone()),
            Cell::text(past.after.clone()),
        ])
    };
    let heads = [
        ("column-when", 0.19),
        ("column-who", 0.08),
        ("column-claim", 0.29),
        ("column-what", 0.12),
        ("column-old", 0.16),
        ("column-new", 0.16),
    ];
    Block::Table { columns: columns(report.language(), &heads), rows: report.history.iter().map(line).collect() }
}
