//! The tables and lists of the report in Markdown.

use super::escape::{address, quote, text};
use super::push;
use crate::model::source::FirstHand;
use crate::report::{ClaimRef, ClaimRow, Contradiction, NumberRow, Place, RatingFace, Report, Side, SourceRow, TOTAL, Tally};

/// A table. Cells are Markdown already.
pub(super) fn table(heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let heads: Vec<_> = heads.iter().map(|head| (*head).to_owned()).collect();
    let mut page = line(&heads);
    page.push_str(&line(&vec!["---".to_owned(); heads.len()]));
    rows.for_each(|row| page.push_str(&line(&row)));
    page
}

pub(super) fn rating(rating: Option<&RatingFace>) -> String {
    rating.map_or_else(|| "not rated".to_owned(), |rating| text(&rating.label()))
}

pub(super) fn labels(claims: &[ClaimRef]) -> String {
    claims.iter().map(|claim| claim.label.as_str()).collect::<Vec<_>>().join(", ")
}

pub(super) fn places(places: &[Place]) -> String {
    places.iter().map(|place| place.words.as_str()).collect::<Vec<_>>().join(", ")
}

/// Words with the sign of warning, where there are any.
pub(super) fn warning(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("⚠ {}", text(words)) }
}

/// The parts that are not blank, with a separator.
pub(super) fn joined(parts: &[String], separator: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(separator)
}

/// The rating of a claim, and what other people made of it.
fn ratings_of(row: &ClaimRow) -> String {
    let others = row.other_ratings.iter().map(|other| format!("also {}", text(other)));
    std::iter::once(rating(row.rating.as_ref())).chain(others).collect::<Vec<_>>().join("; ")
}

pub(super) fn ratings(report: &Report) -> String {
    let words: Vec<_> = report.scale.iter().rev().map(|face| text(&face.label())).collect();
    let mut heads = vec!["", "Article"];
    heads.extend(words.iter().map(String::as_str));
    heads.extend(["not rated", "Settled", "Sentences read"]);
    let row = |(letter, title, tally): (&str, &str, Tally)| {
        let mut cells = vec![letter.to_owned(), text(title)];
        cells.extend(tally.rated.iter().rev().map(usize::to_string));
        let sentences = tally.sentences;
        cells.extend([tally.unrated.to_string(), format!("{} of {}", tally.settled, tally.claims)]);
        cells.push(format!("{} of {}, {} left", sentences.total() - sentences.untouched, sentences.total(), sentences.untouched));
        cells
    };
    let articles = report.ratings.iter().map(|row| (row.letter.as_str(), row.title.as_str(), row.tally));
    table(&heads, articles.chain(report.total.map(|total| ("", TOTAL, total))).map(row))
}

pub(super) fn claims(report: &Report) -> String {
    let row = |row: &ClaimRow| {
        let rests_on = if row.rests_on.is_warning { warning(&row.rests_on.words) } else { text(&row.rests_on.words) };
        vec![row.label.clone(), text(&row.quote), ratings_of(row), row.status.word().to_owned(), rests_on]
    };
    table(&["No.", "As written", "Rating", "Status", "Rests on"], report.claims.rows.iter().map(row))
}

pub(super) fn contradictions(report: &Report) -> String {
    let side = |side: &Side| {
        let place = side.place.as_ref().map_or("", |place| place.words.as_str()).to_owned();
        let parts = joined(&[place, side.status.word().to_lowercase(), rating(side.rating.as_ref())], ", ");
        format!("{} {} ({parts})", side.claim.label, quote(&side.quote))
    };
    let line = |pair: &Contradiction| {
        let note = if pair.note.is_empty() { String::new() } else { format!(". {}", text(&pair.note)) };
        let over = if pair.is_live { "" } else { " (settled)" };
        format!("- {} ≠ {}{note}{over}\n", side(&pair.one), side(&pair.other))
    };
    report.contradictions.iter().map(line).collect()
}

pub(super) fn questions(report: &Report) -> String {
    let row = |question: &crate::report::Question| {
        let words = joined(&[text(&question.note), quote(&question.quote)], " ");
        vec![question.claim.label.clone(), words, question.status.word().to_owned(), question.since.clone()]
    };
    table(&["No.", "Question", "Status", "Since"], report.questions.iter().map(row))
}

pub(super) fn changes(report: &Report) -> String {
    let row = |change: &crate::report::ChangeRow| {
        let new = if change.new.is_empty() { "(take it out)".to_owned() } else { text(&change.new) };
        let reason = change.rating.as_ref().map_or_else(String::new, |rating| text(&rating.reason));
        vec![change.claim.label.clone(), places(&change.places), text(&change.old), new, change.status.word().to_owned(), reason]
    };
    table(&["No.", "Where", "Old wording", "New wording", "Status", "Why"], report.changes.iter().map(row))
}

pub(super) fn sources(report: &Report) -> String {
    let mut page = String::new();
    for group in &report.sources {
        push(&mut page, format_args!("### {}\n\n", group.kind.plural()));
        let heads = ["Source", "Where to find", "Grade", "First hand", "Named at", "Claims on it", "Note"];
        page.push_str(&table(&heads, group.rows.iter().map(source)));
        page.push('\n');
    }
    page
}

fn source(row: &SourceRow) -> Vec<String> {
    vec![
        joined(&[text(&row.name), text(&row.role)], ", "),
        address(&row.locator),
        text(&row.grade),
        if row.first_hand == FirstHand::Unclear { String::new() } else { row.first_hand.word().to_owned() },
        places(&row.places),
        labels(&row.claims),
        joined(&[text(&row.note), warning(&row.finding)], " "),
    ]
}

pub(super) fn numbers(report: &Report) -> String {
    let row = |row: &NumberRow| {
        let (reading, meant) =
            if row.is_read { (text(&row.reading), row.approximation.word().to_owned()) } else { (warning("not read"), String::new()) };
        vec![text(&row.written), reading, meant, text(&row.about()), places(&row.places), labels(&row.claims)]
    };
    table(&["As written", "Reading", "Meant", "Measured", "Where", "Claim"], report.numbers.iter().map(row))
}
