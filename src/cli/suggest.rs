//! `tickmark suggest`: what a checker would tag in articles, as the program proposes it.

mod quality;

use std::path::{Path, PathBuf};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;
use serde_json::Value as Json;

use super::terminal::say;
use super::{FAILED, FLAWED, SOUND, complain, count, open_article};
use crate::import::Wish;
use crate::model::annotation::Tag;
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Language, Span, Text};
use crate::suggest::quantity::Reading;
use crate::suggest::{Suggestion, Suggestions};

/// Tell what a checker might tag in articles: numbers, who is cited, sentences worth checking, each with its reason
#[derive(clap::Args)]
#[command(after_help = "Exit code: 0 all articles were read, 1 some could not be read, 2 none could.")]
pub(super) struct Arguments {
    /// Articles: plain text or Markdown in UTF-8
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Print one JSON object a line; start and end count Unicode code points
    #[arg(long)]
    json: bool,
    /// Measure instead: lines as --json prints them, put right by hand, say what should be found; a table tells precision, recall and F1
    #[arg(long, value_name = "LINES", conflicts_with = "json")]
    against: Option<PathBuf>,
}

/// One suggestion as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    tag: &'static str,
    /// Code points of the text.
    start: usize,
    end: usize,
    quote: &'a str,
    /// The value; none of a range.
    value: Json,
    /// The ends of the range; the value twice where there is one.
    low: Json,
    high: Json,
    unit: Option<&'a str>,
    per: Option<&'a str>,
    approximation: Option<&'static str>,
    /// Who says what, for sources and for claims that somebody is cited for.
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<Says>,
    /// The same in another unit, where the article has both.
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<Also>,
    reason: &'a str,
    /// From 0 to 1: an order, not a probability.
    score: f32,
}

/// Who says what.
#[derive(Serialize)]
struct Says {
    speaker: String,
    cue: String,
    content: String,
    /// Whom a pronoun or surname means, perhaps.
    #[serde(skip_serializing_if = "Option::is_none")]
    perhaps: Option<String>,
}

/// The same number in another unit.
#[derive(Serialize)]
struct Also {
    value: Json,
    low: Json,
    high: Json,
    unit: String,
    approximation: &'static str,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    if let Some(lines) = &arguments.against {
        return quality::run(&arguments.files, lines);
    }
    let unread = arguments.files.iter().filter(|path| !suggest(path, arguments.json)).count();
    match unread {
        0 => SOUND,
        unread if unread == arguments.files.len() => FAILED,
        unread => {
            complain(&format!("{} could not be read and {} left out", count(unread, "article"), if unread == 1 { "is" } else { "are" }));
            FLAWED
        }
    }
}

/// Tells what is found in one article; false where it cannot be read.
fn suggest(path: &Path, is_json: bool) -> bool {
    let article = match open_article(path, Wish::default()) {
        Ok(opened) => opened.article,
        Err(error) => {
            complain(&format!("{}: {error}", path.display()));
            return false;
        }
    };
    let language = Language::named(&article.meta.language).unwrap_or_else(|| article.text.language());
    let file = path.display().to_string();
    let offsets = OffsetMap::new(article.text.as_str());
    let all = Suggestions::of(&article.text, language);
    let mut found: Vec<&Suggestion> = Tag::ALL.iter().flat_map(|tag| all.all(*tag)).collect();
    found.sort_by_key(|suggestion| (suggestion.span.start(), suggestion.tag));
    for suggestion in found {
        if is_json {
            say_json(&line(&file, &article.text, &offsets, suggestion));
        } else {
            say(&words(&file, &article.text, suggestion));
        }
    }
    true
}

fn line<'a>(file: &'a str, text: &'a Text, offsets: &OffsetMap<'_>, found: &'a Suggestion) -> Line<'a> {
    let reading = found.readings.as_ref().map(|(reading, _)| reading);
    let (value, low, high) = reading.map_or((Json::Null, Json::Null, Json::Null), ends);
    let says = found.attribution.map(|attribution| Says {
        speaker: text.slice(attribution.speaker).to_owned(),
        cue: text.slice(attribution.cue).to_owned(),
        content: text.slice(attribution.content).to_owned(),
        perhaps: attribution.earlier.map(|earlier| text.slice(earlier).to_owned()),
    });
    Line {
        file,
        tag: found.tag.word(),
        start: offsets.char_from_byte(found.span.start()),
        end: offsets.char_from_byte(found.span.end()),
        quote: text.slice(found.span),
        value,
        low,
        high,
        unit: reading.map(|reading| reading.unit.as_str()),
        per: reading.map(|reading| reading.per.as_str()),
        approximation: reading.map(|reading| reading.approximation.word()),
        says,
        also: found.readings.as_ref().and_then(|(_, also)| also.as_ref()).map(|also| {
            let (value, low, high) = ends(also);
            Also { value, low, high, unit: also.unit.clone(), approximation: also.approximation.word() }
        }),
        reason: &found.reason,
        score: f32::from(found.score) / 100.0,
    }
}

/// Value, lower and upper end.
fn ends(reading: &Reading) -> (Json, Json, Json) {
    let low = number(reading.value.low);
    match reading.value.high {
        None => (low.clone(), low.clone(), low),
        Some(high) => (Json::Null, low, number(high)),
    }
}

/// Whole numbers as such, so that no reader sees `1500.0`.
fn number(value: Decimal) -> Json {
    let whole = value.fract().is_zero().then(|| value.to_i64()).flatten();
    whole.map(Json::from).or_else(|| value.to_f64().map(Json::from)).unwrap_or(Json::Null)
}

fn say_json(line: &Line<'_>) {
    match serde_json::to_string(line) {
        Ok(json) => say(&json),
        Err(error) => complain(&format!("{}: a suggestion could not be written: {error}", line.file)),
    }
}

/// `flood.txt, line 2: number “About 6,200 people”: a number of something that is named; read as about 6,200 people`.
fn words(file: &str, text: &Text, found: &Suggestion) -> String {
    let line = text.slice(Span::between(0, found.span.start())).matches('\n').count() + 1;
    let quote = text.slice(found.span).split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{file}, line {line}: {} “{quote}”: {}", found.tag.word(), found.reason)
}
