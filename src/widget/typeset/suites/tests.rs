//! The conformance files of Unicode for bidirectional text and line breaking, run against what the layout is made of.

#[path = "../../../../tests/common/mod.rs"]
#[allow(dead_code, clippy::duplicate_mod, reason = "other tests use the rest of it, and it too")]
mod common;

use std::collections::BTreeMap;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness, LineBreakWordOption};

use super::super::tests::engine;
use super::super::{TextStyle, reads_rtl};

/// Cases of the older file of line breaking that later rules decide otherwise.
const QUOTES: usize = 3;
const FIGURES: usize = 15;

fn lines(file: &str) -> Vec<String> {
    let Some(folder) = common::data("unicode") else { return Vec::new() };
    let content = std::fs::read_to_string(folder.join(file)).unwrap();
    content.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
}

fn sign(code: &str) -> char {
    char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()
}

#[test]
fn mixed_directions_are_ordered_as_unicode_orders_them() {
    let lines = lines("BidiCharacterTest-15.0.sample.txt");
    let mut engine = engine();
    let (mut passed, mut others) = (0, BTreeMap::<&str, Vec<&str>>::new());
    for line in &lines {
        let fields: Vec<&str> = line.split(';').collect();
        let text: String = fields[0].split(' ').map(sign).collect();
        let is_rtl = fields[2] == "1";
        let page = TextStyle::serif(17.0, 30.0).on_page(is_rtl);
        let p = engine.layout(&text, &page, f32::INFINITY);
        if p.row_count() > 1 {
            others.entry("line ends, of which a paragraph holds none").or_default().push(line);
            continue;
        }
        if reads_rtl(&text).is_some_and(|own| own != is_rtl) {
            others.entry("reads the other way by most of its letters").or_default().push(line);
            continue;
        }
        // Order of graphemes from left to right; signs that the file leaves out are not compared.
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let grapheme = |at: usize| p.edges.floor(at);
        let mut expected: Vec<usize> =
            fields[4].split(' ').filter(|index| !index.is_empty()).map(|index| grapheme(starts[index.parse::<usize>().unwrap()])).collect();
        expected.dedup();
        let mut found: Vec<usize> =
            p.cells_of(p.row_trace(0)).iter().map(|cell| cell.start as usize).filter(|at| expected.contains(at)).collect();
        found.dedup();
        if found == expected { passed += 1 } else { others.entry("ordered otherwise").or_default().push(line) }
    }
    let counts: Vec<(&str, usize)> = others.iter().map(|(reason, lines)| (*reason, lines.len())).collect();
    println!("BidiCharacterTest: {passed} of {} as Unicode says; {counts:?}", lines.len());
    let otherwise = others.get("ordered otherwise").map_or(&[][..], Vec::as_slice);
    assert!(otherwise.is_empty(), "{} of them: {:#?}", otherwise.len(), &otherwise[..otherwise.len().min(12)]);
    // More than half of the samples can be read in the direction that the file asks for.
    assert!(lines.is_empty() || passed > lines.len() / 2, "{passed}");
}

#[test]
fn rows_may_end_where_unicode_says() {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options.word_option = Some(LineBreakWordOption::Normal);
    let segmenter = LineSegmenter::new_dictionary(options);
    let lines = lines("LineBreakTest-15.0.txt");
    let mut otherwise = Vec::new();
    for line in &lines {
        let (mut text, mut expected) = (String::new(), Vec::new());
        for part in line.split('#').next().unwrap().split_whitespace() {
            match part {
                "÷" => expected.push(text.len()),
                "×" => {}
                code => text.push(sign(code)),
            }
        }
        let found: Vec<usize> = segmenter.segment_str(&text).filter(|at| *at > 0).collect();
        if found != expected {
            otherwise.push(line);
        }
    }
    let (quotes, figures): (Vec<&String>, Vec<&String>) = otherwise.into_iter().partition(|line| line.contains("(QU"));
    println!("LineBreakTest: {} of {} as Unicode says", lines.len() - quotes.len() - figures.len(), lines.len());
    if !lines.is_empty() {
        // The file is of Unicode 15.0. Later rules part quotation marks from brackets behind a space (LB15), and keep figures,
        // money and brackets together by a pattern instead of by pairs (LB25).
        assert_eq!((quotes.len(), figures.len()), (QUOTES, FIGURES), "{quotes:#?} {figures:#?}");
    }
}
