//! The table of what was read, format by format.

use super::gold;
use super::one::Outcome;
use super::samples::Sample;
use super::words::f1;

const HEAD: &str = "\
| Format | Files | Opened | Refused in words | Broke down | Word F1, mean | lowest | Title | Author | Date | Time, all | Peak memory |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
";

/// How like the words of a file are to those that are expected; none where nothing is.
pub fn likeness(outcome: &Outcome, sample: &Sample) -> Option<f64> {
    let expected = sample.expected.as_deref()?;
    let read = outcome.read.as_deref().unwrap_or_default();
    Some(match (sample.format, sample.is_words_alone) {
        (_, true) => f1(&gold::words(read), &gold::words(expected)),
        ("PDF", false) => f1(&gold::without_directions(read), expected),
        // Letter by letter: nothing less will do.
        ("Text in any encoding", false) => f64::from(u8::from(read == expected.trim_start_matches('\u{feff}'))),
        _ => f1(read, expected),
    })
}

/// The table.
pub fn quality(results: &[(Outcome, Sample)]) -> String {
    let mut table = HEAD.to_owned();
    let mut formats: Vec<&str> = Vec::new();
    for (_, sample) in results {
        if !formats.contains(&sample.format) {
            formats.push(sample.format);
        }
    }
    for format in formats {
        let of: Vec<_> = results.iter().filter(|(_, sample)| sample.format == format).collect();
        table.push_str(&row(format, &of));
    }
    table
}

fn row(format: &str, of: &[&(Outcome, Sample)]) -> String {
    let opened = of.iter().filter(|(outcome, _)| outcome.read.is_ok()).count();
    let broken = of.iter().filter(|(outcome, _)| !outcome.has_ended).count();
    let likenesses: Vec<f64> = of.iter().filter_map(|(outcome, sample)| likeness(outcome, sample)).collect();
    let (mean, lowest) = if likenesses.is_empty() {
        ("–".to_owned(), "–".to_owned())
    } else {
        let mean = likenesses.iter().sum::<f64>() / likenesses.len() as f64;
        (format!("{mean:.4} of {}", likenesses.len()), format!("{:.3}", likenesses.iter().copied().fold(1.0, f64::min)))
    };
    let facts = [0, 1, 2].map(|nth| found(of, nth));
    let ms: f64 = of.iter().map(|(outcome, _)| outcome.ms).sum();
    let peak = of.iter().map(|(outcome, _)| outcome.peak_kb).max().unwrap_or(0) / 1024;
    let refused = of.len() - opened - broken;
    let [title, author, date] = facts;
    format!(
        "| {format} | {} | {opened} | {refused} | {broken} | {mean} | {lowest} | {title} | {author} | {date} | {ms:.0} ms | {peak} MB |\n",
        of.len()
    )
}

/// `15 of 17`: title, author or date as expected.
fn found(of: &[&(Outcome, Sample)], nth: usize) -> String {
    let known = of.iter().filter_map(|(outcome, sample)| Some((outcome.facts.get(nth)?, sample.facts.get(nth)?.as_ref()?)));
    let day = |text: &str| text.get(..10).unwrap_or(text).to_owned();
    let is_found =
        |(read, expected): &(&String, &String)| if nth == 2 { day(read) == day(expected) } else { gold::is_same(read, expected) };
    let known: Vec<_> = known.collect();
    if known.is_empty() { "–".to_owned() } else { format!("{} of {}", known.iter().filter(|pair| is_found(pair)).count(), known.len()) }
}

/// A file in a line.
pub fn line(outcome: &Outcome, sample: &Sample) -> String {
    let likeness = likeness(outcome, sample).map_or("–".to_owned(), |likeness| format!("{likeness:.4}"));
    let said = outcome.read.as_ref().err().map_or("", String::as_str);
    format!("{likeness} {:.1} ms {} MB {} {said}", outcome.ms, outcome.peak_kb / 1024, sample.path.display())
}
