//! The data sets of others, each read as it is kept: what stands where, with which value and unit.

use std::path::Path;

use rust_decimal::Decimal;
use serde_json::Value as Json;
use tickmark::model::document::{Language, Span};
use tickmark::model::quantity::{Dimension, Unit};
use tickmark::suggest::quantity::{Found, quantities, read};

use super::gold::Tally;

/// One row of the table.
pub struct Row {
    pub set: &'static str,
    pub language: Language,
    pub kind: &'static str,
    pub tally: Tally,
}

/// A figure of a data set: its place, its value where the set has one, its unit where it is one of ours.
struct Expected {
    place: Span,
    value: Option<f64>,
    unit: Option<&'static str>,
}

/// All rows of the data sets in the folder.
pub fn rows(folder: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    for (language, name) in [(Language::English, "English"), (Language::Spanish, "Spanish"), (Language::French, "French")] {
        let place = folder.join("recognizers-text").join(name);
        let mut model = |file: &str, kind: &'static str, tally: &dyn Fn(&[Json], Language) -> Tally| {
            let cases = json(&place.join(file));
            rows.push(Row { set: "Recognizers-Text", language, kind, tally: tally(&cases, language) });
        };
        model("NumberWithUnit.DimensionModel.json", "measures", &|cases, language| in_text(cases, language, is_measure));
        model("NumberWithUnit.TemperatureModel.json", "temperatures", &|cases, language| in_text(cases, language, is_temperature));
        model("NumberWithUnit.CurrencyModel.json", "money", &|cases, language| {
            in_text(cases, language, |unit| matches!(unit.dimension, Dimension::Money(_)))
        });
        model("Number.PercentModel.json", "per cent", &|cases, language| {
            in_text(cases, language, |unit| unit.dimension == Dimension::Share)
        });
        model("Number.NumberModel.json", "numbers, as marked", &as_marked);
    }
    rows.push(Row { set: "quantulum3", language: Language::English, kind: "numbers and units", tally: quantulum(folder) });
    rows.push(Row { set: "MeasEval", language: Language::English, kind: "places, science", tally: meas_eval(folder) });
    rows.push(Row { set: "grobid-quantities", language: Language::English, kind: "places, patents and papers", tally: grobid(folder) });
    for (file, language, kind) in [
        ("Numeral.EN.json", Language::English, "numbers, as marked"),
        ("Numeral.ES.json", Language::Spanish, "numbers, as marked"),
        ("AmountOfMoney.EN.json", Language::English, "money, as marked"),
    ] {
        rows.push(Row { set: "duckling", language, kind, tally: duckling(&json(&folder.join("duckling").join(file)), language) });
    }
    rows
}

fn json(path: &Path) -> Vec<Json> {
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str::<Json>(&text).unwrap().as_array().unwrap().clone()
}

fn is_measure(unit: &Unit) -> bool {
    !matches!(
        unit.dimension,
        Dimension::Money(_) | Dimension::Share | Dimension::SharePoints | Dimension::Time | Dimension::Calendar | Dimension::Temperature
    )
}

fn is_temperature(unit: &Unit) -> bool {
    matches!(unit.dimension, Dimension::Temperature | Dimension::Degrees)
}

/// The cases that the set itself says are supported, with places that fit their words.
fn supported(case: &Json) -> bool {
    let unsupported = case["NotSupported"].as_str().unwrap_or("");
    let results = case["Results"].as_array().unwrap();
    !unsupported.contains("dotnet")
        && case["NotSupportedByDesign"].is_null()
        && results.iter().all(|result| result["SpanOk"] == Json::Bool(true))
}

/// Finds figures in running text; of what is found only the kind that the set is about counts.
fn in_text(cases: &[Json], language: Language, is_kind: fn(&Unit) -> bool) -> Tally {
    let mut all = Tally::default();
    for case in cases.iter().filter(|case| supported(case)) {
        let text = case["Input"].as_str().unwrap();
        let expected: Vec<Expected> = case["Results"].as_array().unwrap().iter().filter_map(|result| expected(text, result)).collect();
        let found = quantities(text, language).into_iter().flat_map(with_second);
        let found: Vec<Found> = found.filter(|found| Unit::find(&found.reading.unit).is_some_and(is_kind)).collect();
        let tally = matched(&expected, found.clone());
        if std::env::var_os("TICKMARK_SHOW_QUALITY").is_some() && tally.missed + tally.false_ones > 0 {
            println!("{text}\n    {:?}", found.iter().map(|found| (&text[found.figure.range()], &found.reading.unit)).collect::<Vec<_>>());
            println!("    wanted {:?}", expected.iter().map(|one| (&text[one.place.range()], one.value, one.unit)).collect::<Vec<_>>());
        }
        all.add(tally);
    }
    all
}

/// A second unit in brackets is a figure of its own in the sets.
fn with_second(found: Found) -> Vec<Found> {
    let second = found.also.clone().map(|reading| Found {
        figure: Span::between(found.figure.end(), found.span.end()),
        also: None,
        reading,
        ..found.clone()
    });
    [Some(found), second].into_iter().flatten().collect()
}

fn expected(text: &str, result: &Json) -> Option<Expected> {
    let resolution = &result["Resolution"];
    let value = resolution["value"].as_str()?.trim_end_matches('%').replace(',', ".").parse().ok()?;
    let place = units_to_bytes(text, result["Start"].as_u64()? as usize, result["End"].as_u64()? as usize + 1);
    let is_money = result["TypeName"] == "currency";
    let unit = resolution["unit"].as_str().and_then(|unit| match unit {
        "C" => Unit::find("°C"),
        "F" => Unit::find("°F"),
        "Pound" if is_money => Unit::find("GBP"),
        // Which ton is meant the set leaves open.
        "Ton" => None,
        _ => Unit::find(unit),
    });
    Some(Expected { place, value: Some(value), unit: unit.map(|unit| unit.name) })
}

/// UTF-16 units as bytes.
fn units_to_bytes(text: &str, start: usize, end: usize) -> Span {
    let byte = |wanted: usize| {
        let mut units = 0;
        for (at, sign) in text.char_indices() {
            if units >= wanted {
                return at;
            }
            units += sign.len_utf16();
        }
        text.len()
    };
    Span::between(byte(start), byte(end))
}

fn matched(expected: &[Expected], found: Vec<Found>) -> Tally {
    let mut left: Vec<Option<Found>> = found.into_iter().map(Some).collect();
    let mut tally = Tally::default();
    for one in expected {
        let hit =
            left.iter_mut().find(|found| found.as_ref().is_some_and(|found| found.figure.overlaps(one.place) && is_right(found, one)));
        match hit.and_then(Option::take) {
            Some(_) => tally.hits += 1,
            None => tally.missed += 1,
        }
    }
    tally.false_ones = left.into_iter().flatten().count() as u32;
    tally
}

fn is_right(found: &Found, expected: &Expected) -> bool {
    let value = |value: Decimal| value.to_string().parse::<f64>().unwrap();
    let (low, high) = (value(found.reading.value.low), found.reading.value.high.map(value));
    // quantulum3 gives the middle of a range.
    let middle = high.map_or(low, |high| (low + high) / 2.0);
    let is_value = expected
        .value
        .is_none_or(|wanted| is_near(low, wanted) || high.is_some_and(|high| is_near(high, wanted)) || is_near(middle, wanted));
    let is_unit = expected.unit.is_none_or(|wanted| Unit::find(&found.reading.unit).is_some_and(|unit| unit.name == wanted));
    is_value && is_unit
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-4 * other.abs().max(1e-9)
}

/// Reads each figure as if a checker had marked its words.
fn as_marked(cases: &[Json], language: Language) -> Tally {
    let mut all = Tally::default();
    for case in cases.iter().filter(|case| supported(case)) {
        let text = case["Input"].as_str().unwrap();
        for one in case["Results"].as_array().unwrap().iter().filter_map(|result| expected(text, result)) {
            all.add(marked(text, one.place, language, (one.value.unwrap(), None)));
        }
    }
    all
}

fn marked(text: &str, place: Span, language: Language, (low, high): (f64, Option<f64>)) -> Tally {
    let value = |value: Decimal| value.to_string().parse::<f64>().unwrap();
    let hit = Tally { hits: 1, ..Tally::default() };
    let missed = Tally { missed: 1, ..Tally::default() };
    match read(text, place, language) {
        None => missed,
        Some(reading)
            if is_near(value(reading.value.low), low)
                && reading.value.high.map(value).zip(high).is_none_or(|(one, other)| is_near(one, other)) =>
        {
            hit
        }
        Some(_) => Tally { false_ones: 1, ..missed },
    }
}

fn quantulum(folder: &Path) -> Tally {
    let mut all = Tally::default();
    for case in json(&folder.join("quantulum3/quantities.json")) {
        let text = case["req"].as_str().unwrap();
        let mut from = 0;
        let mut expected = Vec::new();
        for result in case["res"].as_array().unwrap() {
            let surface = result["surface"].as_str().unwrap();
            let Some(at) = text[from..].find(surface).map(|at| from + at) else { continue };
            from = at + surface.len();
            let unit = result["unit"].as_str().and_then(Unit::find).map(|unit| unit.name);
            expected.push(Expected { place: Span::between(at, from), value: result["value"].as_f64(), unit });
        }
        all.add(matched(&expected, quantities(text, Language::English).into_iter().flat_map(with_second).collect()));
    }
    all
}

/// Places alone: values are not resolved in this set.
fn meas_eval(folder: &Path) -> Tally {
    let mut all = Tally::default();
    for (part, ending) in [("measeval", "tsv"), ("measeval-brat", "ann")] {
        let mut files: Vec<_> = std::fs::read_dir(folder.join(part)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == ending)) {
            let text = std::fs::read_to_string(path.with_extension("txt")).unwrap();
            let byte = |wanted: usize| text.char_indices().nth(wanted).map_or(text.len(), |(at, _)| at);
            let rows = std::fs::read_to_string(path).unwrap();
            let expected = rows.lines().filter_map(|row| {
                let cells: Vec<&str> = row.split('\t').collect();
                let (start, end) = if ending == "tsv" {
                    (cells.get(2) == Some(&"Quantity")).then(|| Some((cells.get(3)?.parse().ok()?, cells.get(4)?.parse().ok()?)))??
                } else {
                    let place = cells.get(1)?.strip_prefix("Quantity ")?;
                    let (start, end) = place.split_once(' ')?;
                    (start.parse().ok()?, end.parse().ok()?)
                };
                Some(Expected { place: Span::between(byte(start), byte(end)), value: None, unit: None })
            });
            let expected: Vec<Expected> = expected.collect();
            all.add(matched(&expected, quantities(&text, Language::English)));
        }
    }
    all
}

/// The text of the TEI files, and each outermost measure in it.
fn grobid(folder: &Path) -> Tally {
    let mut all = Tally::default();
    for name in ["12970_2015_Article_108.training.tei.xml", "EP-0505067-B1.training.tei.xml"] {
        let xml = std::fs::read_to_string(folder.join("grobid-quantities").join(name)).unwrap();
        let (mut text, mut expected, mut open) = (String::new(), Vec::new(), Vec::new());
        for (at, piece) in xml.split('<').enumerate() {
            let (tag, words) = if at == 0 { ("", piece) } else { piece.split_once('>').unwrap_or(("", piece)) };
            if tag.starts_with("measure") {
                open.push(text.len());
            } else if tag == "/measure"
                && let Some(start) = open.pop()
                && open.is_empty()
            {
                expected.push(Expected { place: Span::between(start, text.len()), value: None, unit: None });
            } else if tag == "/p" {
                text.push('\n');
            }
            text.push_str(&words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace('\n', " "));
        }
        all.add(matched(&expected, quantities(&text, Language::English)));
    }
    all
}

fn duckling(cases: &[Json], language: Language) -> Tally {
    let mut all = Tally::default();
    for case in cases.iter().filter(|case| case["must_not_match"].is_null()) {
        let Some(value) = case["value"].as_str().and_then(constructed) else { continue };
        for input in case["inputs"].as_array().unwrap().iter().filter_map(Json::as_str) {
            let input = input.replace("\\x20ac", "€").replace("\\x00a3", "£").replace("\\x00a2", "¢");
            all.add(marked(&input, Span::between(0, input.len()), language, value));
        }
    }
    all
}

/// `NumeralValue (-1_200)`, `simple Dollar 1e4`, `between Dollar (10, 20)`.
fn constructed(words: &str) -> Option<(f64, Option<f64>)> {
    let plain = words.replace(['(', ')', '_'], "");
    let mut numbers = plain.split([' ', ',']).filter_map(|word| word.parse::<f64>().ok());
    Some((numbers.next()?, numbers.next()))
}
