//! The tables and lists of the report in Markdown.

use super::escape::{address, quote, text};
use super::push;
use crate::model::source::FirstHand;
use crate::report::{ClaimRef, ClaimRow, Contradiction, Language, NumberRow, Place, RatingFace, Report, Side, SourceRow, Tally};

/// A table whose columns are named by keys of words. Cells are Markdown already.
pub(super) fn table(language: Language, keys: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let say = |key: &&str| if key.is_empty() { String::new() } else { language.say(key).into_owned() };
    headed(&keys.iter().map(say).collect::<Vec<_>>(), rows)
}

/// A table with these heads; they and the cells are Markdown already.
fn headed(heads: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut page = line(heads);
    page.push_str(&line(&vec!["---".to_owned(); heads.len()]));
    rows.for_each(|row| page.push_str(&line(&row)));
    page
}

pub(super) fn rating(language: Language, rating: Option<&RatingFace>) -> String {
    rating.map_or_else(|| language.say("not-rated").into_owned(), |rating| text(&rating.label()))
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
fn ratings_of(language: Language, row: &ClaimRow) -> String {
    let others = row.other_ratings.iter().map(|other| language.say_with("also", &[("words", text(other).into())]));
    std::iter::once(rating(language, row.rating.as_ref())).chain(others).collect::<Vec<_>>().join("; ")
}

pub(super) fn ratings(report: &Report) -> String {
    let language = report.language();
    let words: Vec<_> = report.scale.iter().rev().map(|face| text(&face.label())).collect();
    let say = |key| language.say(key).into_owned();
    let mut heads = vec![String::new(), say("column-article")];
    heads.extend(words);
    heads.extend([say("not-rated"), say("column-settled"), say("column-sentences-read")]);
    let row = |(letter, title, tally): (&str, &str, Tally)| {
        let mut cells = vec![letter.to_owned(), text(title)];
        cells.extend(tally.rated.iter().rev().map(usize::to_string));
        let sentences = tally.sentences;
        cells.extend([tally.unrated.to_string(), format!("{}/{}", tally.settled, tally.claims)]);
        let (all, left) = (sentences.total(), sentences.untouched);
        cells.push(language.say_with("read-of", &[("read", (all - left).into()), ("all", all.into()), ("left", left.into())]));
        cells
    };
    let articles = report.ratings.iter().map(|row| (row.letter.as_str(), row.title.as_str(), row.tally));
    let total = language.say("total-row");
    headed(&heads, articles.chain(report.total.map(|tally| ("", &*total, tally))).map(row))
}

/// Claims by status, an article a row, under their name; blank where there are no claims.
pub(super) fn statuses(report: &Report) -> String {
    if report.statuses.is_empty() {
        return String::new();
    }
    let language = report.language();
    let heads = [String::new(), language.say("column-article").into_owned()].into_iter();
    let heads: Vec<_> = heads.chain(report.statuses.iter().map(|status| language.status(*status).into_owned())).collect();
    let row = |(letter, title, tally): (&str, &str, Tally)| {
        let counts = report.statuses.iter().map(|status| tally.of_status(*status).to_string());
        [letter.to_owned(), text(title)].into_iter().chain(counts).collect()
    };
    let articles = report.ratings.iter().map(|row| (row.letter.as_str(), row.title.as_str(), row.tally));
    let total = language.say("total-row");
    let table = headed(&heads, articles.chain(report.total.map(|tally| ("", &*total, tally))).map(row));
    format!("\n{}:\n\n{table}", language.say("claims-by-status"))
}

pub(super) fn claims(report: &Report) -> String {
    let language = report.language();
    let row = |row: &ClaimRow| {
        let rests_on = if row.rests_on.is_warning { warning(&row.rests_on.words) } else { text(&row.rests_on.words) };
        vec![row.label.clone(), text(&row.quote), ratings_of(language, row), language.status(row.status).into_owned(), rests_on]
    };
    table(
        language,
        &["column-number", "column-as-written", "column-rating", "column-status", "column-rests-on"],
        report.claims.printed().map(row),
    )
}

pub(super) fn contradictions(report: &Report) -> String {
    let language = report.language();
    let side = |side: &Side| {
        let place = side.place.as_ref().map_or("", |place| place.words.as_str()).to_owned();
        let parts = joined(&[place, language.status(side.status).to_lowercase(), rating(language, side.rating.as_ref())], ", ");
        format!("{} {} ({parts})", side.claim.label, quote(language, &side.quote))
    };
    let line = |pair: &Contradiction| {
        let note = if pair.note.is_empty() { String::new() } else { format!(". {}", text(&pair.note)) };
        let over = if pair.is_live { String::new() } else { format!(" ({})", language.say("settled-pair")) };
        format!("- {} ≠ {}{note}{over}\n", side(&pair.one), side(&pair.other))
    };
    let figure = |figure: &crate::report::GroupFigure| {
        let out = if figure.is_out { "⚠ " } else { "" };
        format!("    - {out}{} {}, {}\n", quote(language, &figure.quote), text(&figure.reading), places(&figure.places))
    };
    let group = |group: &crate::report::GroupFigures| {
        let figures: String = group.figures.iter().map(figure).collect();
        format!("- {}: {}\n{figures}", text(&group.name), warning(&group.verdict))
    };
    report.contradictions.iter().map(line).chain(report.disagreeing().map(group)).collect()
}

pub(super) fn questions(report: &Report) -> String {
    let language = report.language();
    let row = |question: &crate::report::Question| {
        let words = joined(&[text(&question.note), quote(language, &question.quote)], " ");
        vec![question.claim.label.clone(), words, language.status(question.status).into_owned(), question.since.clone()]
    };
    table(language, &["column-number", "column-question", "column-status", "column-since"], report.questions.iter().map(row))
}

pub(super) fn changes(report: &Report) -> String {
    let language = report.language();
    let row = |change: &crate::report::ChangeRow| {
        let new = if change.new.is_empty() { format!("({})", language.say("take-it-out")) } else { text(&change.new) };
        let reason = change.rating.as_ref().map_or_else(String::new, |rating| text(&rating.reason));
        vec![
            change.claim.label.clone(),
            places(&change.places),
            text(&change.old),
            new,
            language.status(change.status).into_owned(),
            reason,
        ]
    };
    table(
        language,
        &["column-number", "column-where", "column-old", "column-new", "column-status", "column-why"],
        report.changes.iter().map(row),
    )
}

pub(super) fn sources(report: &Report) -> String {
    let language = report.language();
    let mut page = String::new();
    for group in &report.sources {
        push(&mut page, format_args!("### {}\n\n", language.kinds(group.kind)));
        let heads = [
            "column-source",
            "column-where-to-find",
            "column-grade",
            "column-first-hand",
            "column-named-at",
            "column-claims-on-it",
            "column-note",
        ];
        page.push_str(&table(language, &heads, group.rows.iter().map(|row| source(language, row))));
        page.push('\n');
    }
    page
}

fn source(language: Language, row: &SourceRow) -> Vec<String> {
    vec![
        joined(&[text(&row.name), text(&row.role)], ", "),
        address(&row.locator),
        text(&row.grade),
        if row.first_hand == FirstHand::Unclear { String::new() } else { language.first_hand(row.first_hand).into_owned() },
        places(&row.places),
        labels(&row.claims),
        joined(&[text(&row.note), warning(&row.finding)], " "),
    ]
}

pub(super) fn numbers(report: &Report) -> String {
    let language = report.language();
    let row = |row: &NumberRow| {
        let (reading, meant) = if row.is_read {
            (text(&row.reading), language.approximation(row.approximation).into_owned())
        } else {
            (warning(&language.say("not-read")), String::new())
        };
        vec![text(&row.written), reading, meant, text(&row.about()), places(&row.places), labels(&row.claims)]
    };
    let keys = ["column-as-written", "column-reading", "column-meant", "column-measured", "column-where", "column-claim"];
    let mut page = table(language, &keys, report.numbers.iter().map(row));
    if !report.workings.is_empty() {
        page.push('\n');
    }
    for working in &report.workings {
        let words = joined(&[text(&working.equation), text(&working.words), text(&working.place), labels(&working.claims)], "; ");
        push(&mut page, format_args!("- {} {}: {words}\n", working.sign(), working.verdict_in(language)));
    }
    page
}

pub(super) fn history(report: &Report) -> String {
    let row = |row: &crate::report::HistoryRow| {
        let claim = row.claim.as_ref().map_or("", |claim| claim.label.as_str()).to_owned();
        let subject = joined(&[claim, text(&row.subject)], " ");
        vec![row.at.clone(), text(&row.by), subject, text(&row.field), text(&row.before), text(&row.after)]
    };
    let keys = ["column-when", "column-who", "column-claim", "column-what", "column-old", "column-new"];
    table(report.language(), &keys, report.history.iter().map(row))
}
