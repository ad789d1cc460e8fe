//! The conformance files of Unicode, run against the words, sentences and graphemes of this program.

#[path = "../../../../tests/common/mod.rs"]
#[allow(dead_code, clippy::duplicate_mod, reason = "other tests use the rest of it, and it too")]
mod common;

use std::fs;

use super::super::text::Text;
use super::*;

/// A case of a file: the line, and the text in the pieces that Unicode cuts it into.
struct Case {
    line: String,
    pieces: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let Some(folder) = common::data("unicode") else { return Vec::new() };
    let content = fs::read_to_string(folder.join(file)).unwrap();
    content.lines().filter(|line| !line.starts_with('#')).map(case).collect()
}

fn case(line: &str) -> Case {
    let (signs, _) = line.split_once('#').unwrap();
    let sign = |code: &str| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
    let piece = |piece: &str| piece.split_whitespace().filter(|code| *code != "×").map(sign).collect::<String>();
    Case { line: line.to_owned(), pieces: signs.split('÷').map(piece).filter(|piece| !piece.is_empty()).collect() }
}

/// Runs a file: `cut` gives the pieces, or the reason why the case cannot arise here.
fn run(file: &str, cut: impl Fn(&str, &[String]) -> Result<bool, &'static str>, exceptions: &[(&str, usize)]) {
    let cases = cases(file);
    let mut passed = 0;
    let mut others: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for case in &cases {
        match cut(&case.pieces.concat(), &case.pieces) {
            Ok(true) => passed += 1,
            Ok(false) => others.entry("cut elsewhere").or_default().push(&case.line),
            Err(reason) => others.entry(reason).or_default().push(&case.line),
        }
    }
    let counts: Vec<(&str, usize)> = others.iter().map(|(reason, lines)| (*reason, lines.len())).collect();
    println!("{file}: {passed} of {} as Unicode says; {counts:?}", cases.len());
    if !cases.is_empty() {
        assert_eq!(counts, exceptions, "{:#?}", others.get("cut elsewhere"));
    }
}

#[test]
fn words_are_those_of_unicode() {
    let cut = |text: &str, pieces: &[String]| {
        let mut words: Vec<Span> = text.char_indices().map(|(at, _)| word_at(text, at, 0)).collect();
        words.dedup();
        Ok(words.iter().map(|word| &text[word.range()]).eq(pieces))
    };
    run("WordBreakTest-17.0.txt", cut, &[]);
}

#[test]
fn sentences_are_those_of_unicode_without_the_white_space_around_them() {
    let cut = |text: &str, pieces: &[String]| {
        let pieces = pieces.iter().map(|piece| piece.trim()).filter(|piece| !piece.is_empty());
        Ok(sentences(text, &paragraphs(text), Rules::of(text)).iter().map(|span| &text[span.range()]).eq(pieces))
    };
    run("SentenceBreakTest-17.0.txt", cut, &[]);
}

#[test]
fn graphemes_are_those_of_unicode() {
    let cut = |text: &str, pieces: &[String]| {
        if text.contains('\r') {
            return Err("a text is held without carriage returns");
        }
        let text = Text::freeze(text);
        let (mut start, mut found) = (0, Vec::new());
        while start < text.len() {
            let end = text.next(start);
            assert_eq!((text.floor(end), text.ceil(end), text.previous(end)), (end, end, start));
            found.push(text.slice(Span::between(start, end)).to_owned());
            start = end;
        }
        Ok(found == pieces)
    };
    run("GraphemeBreakTest-17.0.txt", cut, &[("a text is held without carriage returns", 32)]);
}
