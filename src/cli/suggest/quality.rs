//! `tickmark suggest --against`: how much of what people marked is found, and how much of what is found they marked, by language and kind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::{SOUND, ends};
use crate::cli::terminal::say;
use crate::cli::{FAILED, FLAWED, complain, open_article};
use crate::import::Wish;
use crate::model::annotation::Tag;
use crate::model::document::Language;
use crate::model::document::offset::OffsetMap;
use crate::storage::{Disk, Fs as _};
use crate::suggest::Suggestions;

/// What one line says should be found.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    tag: Tag,
    /// Code points of the text.
    start: usize,
    end: usize,
    /// What a number says; nothing where the line leaves it open.
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<String>,
}

/// What the program found.
type Found = Wanted;

/// How often it was right, and how often not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    hits: u32,
    missed: u32,
    made_up: u32,
}

/// Prints the table. Files of which the lines say nothing count as having nothing that should be found.
pub(super) fn run(files: &[PathBuf], lines: &Path) -> u8 {
    let wanted = match Disk.read(lines) {
        Ok(bytes) => wanted(&String::from_utf8_lossy(&bytes)),
        Err(error) => {
            complain(&format!("{}: {error}", lines.display()));
            return FAILED;
        }
    };
    let wanted = match wanted {
        Ok(wanted) => wanted,
        Err(line) => {
            complain(&format!("{}, line {line}: this is no line as --json prints them", lines.display()));
            return FAILED;
        }
    };
    let mut table: BTreeMap<(usize, Tag), Tally> = BTreeMap::new();
    let mut is_whole = true;
    for path in files {
        let Some((language, found)) = found(path) else {
            is_whole = false;
            continue;
        };
        let of_file = wanted.get(&path.display().to_string()).map_or(&[][..], Vec::as_slice);
        for tag in Tag::ALL {
            let tally = compared(of_file, &found, tag);
            let row = table.entry((Language::ALL.iter().position(|other| *other == language).unwrap_or(0), tag)).or_default();
            (row.hits, row.missed, row.made_up) = (row.hits + tally.hits, row.missed + tally.missed, row.made_up + tally.made_up);
        }
    }
    say(&as_table(&table));
    if is_whole { SOUND } else { FLAWED }
}

/// The lines by file, or the number of the first one that cannot be read.
fn wanted(text: &str) -> Result<BTreeMap<String, Vec<Wanted>>, usize> {
    let mut by_file: BTreeMap<String, Vec<Wanted>> = BTreeMap::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let json: Json = serde_json::from_str(line).map_err(|_| at + 1)?;
        let (file, wanted) = of_line(&json).ok_or(at + 1)?;
        by_file.entry(file).or_default().push(wanted);
    }
    Ok(by_file)
}

fn of_line(json: &Json) -> Option<(String, Wanted)> {
    let place = |name: &str| usize::try_from(json.get(name)?.as_u64()?).ok();
    let words = |name: &str| json.get(name).and_then(Json::as_str);
    let figure = |name: &str| json.get(name).and_then(Json::as_f64);
    let tag = Tag::ALL.into_iter().find(|tag| Some(tag.word()) == words("tag"))?;
    let value = figure("value");
    let (low, high) = (figure("low").or(value), figure("high").or(value));
    let wanted = Wanted { tag, start: place("start")?, end: place("end")?, low, high, unit: words("unit").map(str::to_owned) };
    Some((words("file")?.to_owned(), wanted))
}

/// The language of an article and what is found in it; nothing where it cannot be read.
fn found(path: &Path) -> Option<(Language, Vec<Found>)> {
    let article = match open_article(path, Wish::default()) {
        Ok(opened) => opened.article,
        Err(error) => {
            complain(&format!("{}: {error}", path.display()));
            return None;
        }
    };
    let language = Language::named(&article.meta.language).unwrap_or_else(|| article.text.language());
    let offsets = OffsetMap::new(article.text.as_str());
    let all = Suggestions::of(&article.text, language);
    let of = |suggestion: &crate::suggest::Suggestion| {
        let reading = suggestion.readings.as_ref().map(|(reading, _)| reading);
        let (low, high) = reading.map_or((None, None), |reading| {
            let (_, low, high) = ends(reading);
            (low.as_f64(), high.as_f64())
        });
        Found {
            tag: suggestion.tag,
            start: offsets.char_from_byte(suggestion.span.start()),
            end: offsets.char_from_byte(suggestion.span.end()),
            low,
            high,
            unit: reading.map(|reading| reading.unit.clone()),
        }
    };
    Some((language, Tag::ALL.iter().flat_map(|tag| all.all(*tag)).map(of).collect()))
}

/// A suggestion is right where it shares words with a mark of its kind and, of a number, says the same value and unit.
fn compared(wanted: &[Wanted], found: &[Found], tag: Tag) -> Tally {
    let mut left: Vec<&Wanted> = wanted.iter().filter(|wanted| wanted.tag == tag).collect();
    let mut tally = Tally::default();
    for one in found.iter().filter(|found| found.tag == tag) {
        match left.iter().position(|wanted| is_right(wanted, one)) {
            Some(at) => {
                left.remove(at);
                tally.hits += 1;
            }
            None => tally.made_up += 1,
        }
    }
    tally.missed = u32::try_from(left.len()).unwrap_or(u32::MAX);
    tally
}

fn is_right(wanted: &Wanted, found: &Found) -> bool {
    let is_same = |wanted: Option<f64>, found: Option<f64>| wanted.is_none_or(|wanted| found == Some(wanted));
    let is_there = wanted.start < found.end && found.start < wanted.end;
    let has_unit = wanted.unit.as_deref().is_none_or(|unit| found.unit.as_deref() == Some(unit));
    is_there && is_same(wanted.low, found.low) && is_same(wanted.high, found.high) && has_unit
}

fn as_table(table: &BTreeMap<(usize, Tag), Tally>) -> String {
    let mut lines = vec!["| Language | Kind | Marked | Precision | Recall | F1 |".to_owned(), "|---|---|--:|--:|--:|--:|".to_owned()];
    for ((language, tag), tally) in table.iter().filter(|(_, tally)| **tally != Tally::default()) {
        let part = |of: u32| if of == 0 { 0.0 } else { 100.0 * f64::from(tally.hits) / f64::from(of) };
        let (precision, recall) = (part(tally.hits + tally.made_up), part(tally.hits + tally.missed));
        let f1 = if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        let name = Language::ALL.get(*language).map_or("", |language| language.word());
        lines.push(format!("| {name} | {}s | {} | {precision:.1} | {recall:.1} | {f1:.1} |", tag.word(), tally.hits + tally.missed));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_missed_and_made_up_are_counted() {
        let line = |tag: &str, start: usize, value: &str, unit: &str| {
            format!(
                "{{\"file\": \"a.txt\", \"tag\": \"{tag}\", \"start\": {start}, \"end\": {}, \"value\": {value}, \"unit\": \"{unit}\"}}",
                start + 4
            )
        };
        let gold = [line("number", 0, "5", "km"), line("number", 10, "7", "kg"), line("number", 20, "9", "")].join("\n\n");
        let wanted = wanted(&gold).unwrap();
        let found = |start: usize, value: f64, unit: &str| Found {
            tag: Tag::Number,
            start,
            end: start + 3,
            low: Some(value),
            high: Some(value),
            unit: Some(unit.to_owned()),
        };
        let program = [found(1, 5.0, "km"), found(11, 7.0, "g"), found(40, 1.0, "")];
        let tally = compared(&wanted["a.txt"], &program, Tag::Number);
        assert_eq!(tally, Tally { hits: 1, missed: 2, made_up: 2 });
        let table = as_table(&[((0, Tag::Number), tally)].into());
        assert!(table.ends_with("| English | numbers | 3 | 33.3 | 33.3 | 33.3 |"), "{table}");
    }

    #[test]
    fn a_line_that_is_none_is_told_by_its_number() {
        assert_eq!(wanted("\n{\"file\": 1}"), Err(2));
    }
}
