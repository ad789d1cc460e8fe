//! The tables: ratings, claims, contradictions, questions, changes, sources, numbers.

use super::note::{difference, quoted};
use super::{Block, Cell, Column, Item, Link, Look, Row, Run, Swatch, Words};
use crate::lint::worked_out::Verdict;
use crate::model::claim::Status;
use crate::model::source::FirstHand;
use crate::report::anchors::{Anchors, number_id, source_id};
use crate::report::plots::to_svg;
use crate::report::{
    ArticleRow, ChangeRow, ClaimRef, ClaimRow, GroupFigure, GroupFigures, Language, NumberRow, Place, Question, RatingFace, Report,
    Section, Side, SourceRow, Tally, Working, address,
};

/// Columns by the keys of their heads, with their shares of the width.
pub(super) fn columns(language: Language, columns: &[(&str, f32)]) -> Vec<Column> {
    let column = |(key, share): &(&str, f32)| Column {
        title: if key.is_empty() { String::new() } else { language.say(key).into_owned() },
        share: *share,
        is_figures: matches!(*key, "column-settled" | "column-bytes"),
    };
    columns.iter().map(column).collect()
}

pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row { anchor: None, is_group: false, cells }
}

pub(super) fn legend(report: &Report) -> Block {
    let graded = |face: &RatingFace| Swatch { grade: Some(face.grade.value()), words: face.label() };
    let unrated = Swatch { grade: None, words: report.language().say("not-rated").into_owned() };
    Block::Legend { swatches: report.scale.iter().rev().map(graded).chain([unrated]).collect() }
}

pub(super) fn ratings(report: &Report) -> Vec<Block> {
    let language = report.language();
    let cells = |letter: Cell, title: Cell, tally: &Tally| {
        let counts = tally.rated.iter().enumerate().rev().map(|(at, count)| (u8::try_from(at + 1).ok(), *count));
        let counts: Vec<_> = counts.chain([(None, tally.unrated)]).filter(|(_, count)| *count > 0).collect();
        let told = |(grade, count): &(Option<u8>, usize)| match grade {
            Some(grade) => format!("{count} {}", language.say_with("rated", &[("grade", (*grade).into())])),
            None => format!("{count} {}", language.say("not-rated")),
        };
        let rated = language.commas(&counts.iter().map(told).collect::<Vec<_>>());
        let sentences = tally.sentences;
        let [marked, aside, untouched] = [sentences.marked, sentences.not_checkable, sentences.untouched];
        let values = [("marked", marked.into()), ("aside", aside.into()), ("untouched", untouched.into())];
        let left = language.say_with("left", &[("count", untouched.into())]);
        row(vec![
            letter,
            title,
            Cell::Ratings { counts, words: rated },
            Cell::text(format!("{}/{}", tally.settled, tally.claims)),
            Cell::Read { marked, aside, untouched, words: language.say_with("sentences", &values) },
            Cell::quiet(left),
        ])
    };
    let article = |row: &ArticleRow| cells(letter(report, row), Cell::text(row.title.clone()), &row.tally);
    let total =
        report.total.iter().map(|total| cells(Cell::text(""), Cell::of(vec![Run::new(language.say("total-row"), Look::Strong)]), total));
    let heads = [
        ("", 0.05),
        ("column-article", 0.32),
        ("column-claims-by-rating", 0.31),
        ("column-settled", 0.09),
        ("column-sentences-read", 0.14),
        ("", 0.09),
    ];
    let rows = report.ratings.iter().map(article).chain(total).collect();
    vec![legend(report), Block::Table { columns: columns(language, &heads), rows }]
}

/// The letter of an article, leading to it where it is printed.
fn letter(report: &Report, row: &ArticleRow) -> Cell {
    let is_printed = report.options.sections.contains(&Section::Articles);
    Cell::of(vec![Run::to(row.letter.clone(), Look::Strong, is_printed.then(|| format!("article-{}", row.letter)))])
}

/// Claims by status, an article a row, under their name; nothing where there are no claims.
pub(super) fn statuses(report: &Report) -> Vec<Block> {
    if report.statuses.is_empty() {
        return Vec::new();
    }
    let language = report.language();
    let cells = |letter: Cell, title: Cell, tally: &Tally| {
        let counts = report.statuses.iter().map(|status| Cell::text(tally.of_status(*status).to_string()));
        row([letter, title].into_iter().chain(counts).collect())
    };
    let article = |row: &ArticleRow| cells(letter(report, row), Cell::text(row.title.clone()), &row.tally);
    let all = |total| cells(Cell::text(""), Cell::of(vec![Run::new(language.say("total-row"), Look::Strong)]), total);
    let rows = report.ratings.iter().map(article).chain(report.total.iter().map(all)).collect();
    // What the letter and the counts leave is the title's.
    let (narrow, count) = (0.05, 0.12);
    let title = 1.0 - narrow - count * report.statuses.len() as f32;
    let counted = |status: &Status| Column { title: language.status(*status).into_owned(), share: count, is_figures: true };
    let columns = columns(language, &[("", narrow), ("column-article", title)]);
    let name = Block::Paragraph { words: vec![Run::new(language.say("claims-by-status"), Look::Strong)] };
    vec![name, Block::Table { columns: columns.into_iter().chain(report.statuses.iter().map(counted)).collect(), rows }]
}

/// The name of a claim, leading to its note.
pub(super) fn claim(claim: &ClaimRef, anchors: &Anchors) -> Run {
    Run::to(claim.label.clone(), Look::Strong, anchors.note_of(claim.claim).map(str::to_owned))
}

fn claims_of(claims: &[ClaimRef], anchors: &Anchors) -> Cell {
    Cell::of(joined(claims.iter().map(|one| claim(one, anchors))))
}

pub(super) fn places(places: &[Place], anchors: &Anchors) -> Words {
    joined(places.iter().map(|place| Run::to(place.words.clone(), Look::Quiet, anchors.of_place(place))))
}

/// Runs with commas between them.
fn joined(runs: impl Iterator<Item = Run>) -> Words {
    let mut words = Words::new();
    for run in runs {
        if !words.is_empty() {
            words.push(Run::plain(", "));
        }
        words.push(run);
    }
    words
}

pub(super) fn rating(language: Language, rating: Option<&RatingFace>) -> Words {
    match rating {
        Some(face) => vec![Run::new(face.grade.value().to_string(), Look::Grade), Run::plain(format!(" {}", face.word))],
        None => vec![Run::new(language.say("not-rated"), Look::Quiet)],
    }
}

pub(super) fn claims(report: &Report, anchors: &Anchors) -> Block {
    let language = report.language();
    let line = |claim_row: &ClaimRow| {
        let others = claim_row
            .other_ratings
            .iter()
            .map(|other| vec![Run::new(language.say_with("also", &[("words", other.as_str().into())]), Look::Quiet)]);
        let rests_on = &claim_row.rests_on;
        let look = if rests_on.is_warning { Look::Warning } else { Look::Quiet };
        row(vec![
            Cell::of(vec![claim(&claim_row.claim_ref(), anchors)]),
            Cell::of(vec![Run::new(claim_row.quote.clone(), Look::Quote)]),
            Cell::Lines { lines: std::iter::once(rating(language, claim_row.rating.as_ref())).chain(others).collect() },
            Cell::text(language.status(claim_row.status)),
            if rests_on.words.is_empty() { Cell::text("") } else { Cell::of(vec![Run::new(rests_on.words.clone(), look)]) },
        ])
    };
    let heads =
        [("column-number", 0.07), ("column-as-written", 0.42), ("column-rating", 0.16), ("column-status", 0.12), ("column-rests-on", 0.23)];
    Block::Table { columns: columns(language, &heads), rows: report.claims.printed().map(line).collect() }
}

pub(super) fn contradictions(report: &Report, anchors: &Anchors) -> Vec<Block> {
    let language = report.language();
    let side = |side: &Side| {
        let mut facts = vec![claim(&side.claim, anchors)];
        if let Some(place) = &side.place {
            facts.extend([Run::plain("  "), Run::to(place.words.clone(), Look::Quiet, anchors.of_place(place))]);
        }
        facts.push(Run::new(format!("  {}  ", language.status(side.status)), Look::Quiet));
        if side.rating.is_some() {
            facts.extend(rating(language, side.rating.as_ref()));
        }
        vec![vec![quoted(language, &side.quote)], facts]
    };
    let pair = |pair: &crate::report::Contradiction| Block::Pair {
        one: side(&pair.one),
        other: side(&pair.other),
        is_live: pair.is_live,
        note: pair.note.clone(),
    };
    report.contradictions.iter().map(pair).chain(report.disagreeing().flat_map(|group| group_blocks(language, group, anchors))).collect()
}

/// Figures of the same that disagree, each with its sentence; then all on one axis.
fn group_blocks(language: Language, group: &GroupFigures, anchors: &Anchors) -> Vec<Block> {
    let line = |figure: &GroupFigure| {
        let look = if figure.is_out { Look::Warning } else { Look::Strong };
        let mut words = vec![quoted(language, &figure.quote), Run::plain(" "), Run::new(figure.reading.clone(), look), Run::plain(" ")];
        words.extend(places(&figure.places, anchors));
        words
    };
    let words = vec![Run::new(group.name.clone(), Look::Strong), Run::plain("  "), Run::new(group.verdict.clone(), Look::Warning)];
    let list = Block::List { items: vec![Item { words, lines: group.figures.iter().map(line).collect() }] };
    let plot = group.plot.as_ref().map(|plot| Block::Plot { svg: to_svg(plot), words: plot.description.clone() });
    std::iter::once(list).chain(plot).collect()
}

pub(super) fn questions(report: &Report, anchors: &Anchors) -> Block {
    let language = report.language();
    let line = |question: &Question| {
        let note = (!question.note.is_empty()).then(|| vec![Run::plain(question.note.clone())]);
        row(vec![
            Cell::of(vec![claim(&question.claim, anchors)]),
            Cell::Lines { lines: note.into_iter().chain([vec![quoted(language, &question.quote)]]).collect() },
            Cell::text(language.status(question.status)),
            Cell::quiet(question.since.clone()),
        ])
    };
    let heads = [("column-number", 0.08), ("column-question", 0.56), ("column-status", 0.14), ("column-since", 0.22)];
    Block::Table { columns: columns(language, &heads), rows: report.questions.iter().map(line).collect() }
}

pub(super) fn changes(report: &Report, anchors: &Anchors) -> Block {
    let language = report.language();
    let line = |change: &ChangeRow| {
        let mut lines = vec![difference(&change.pieces)];
        if change.new.is_empty() {
            lines.push(vec![Run::new(language.say("take-it-out"), Look::Quiet)]);
        }
        let reason = change.rating.as_ref().map_or("", |rating| rating.reason.as_str());
        lines.extend((!reason.is_empty()).then(|| vec![Run::new(reason, Look::Quiet)]));
        row(vec![
            Cell::of(vec![claim(&change.claim, anchors)]),
            Cell::of(places(&change.places, anchors)),
            Cell::Lines { lines },
            Cell::text(language.status(change.status)),
        ])
    };
    let heads = [("column-number", 0.08), ("column-where", 0.16), ("column-wording", 0.62), ("column-status", 0.14)];
    Block::Table { columns: columns(language, &heads), rows: report.changes.iter().map(line).collect() }
}

/// Words that lead to the web where they are an address.
pub(super) fn web(text: &str) -> Run {
    let link = address::link(text).map(|address| Link::Web { address: address.to_owned() });
    Run { text: text.to_owned(), look: Look::Plain, link }
}

pub(super) fn sources(report: &Report, anchors: &Anchors) -> Block {
    let language = report.language();
    let mut rows = Vec::new();
    for group in &report.sources {
        let name = Run::new(format!("{} {}", language.kinds(group.kind), group.rows.len()), Look::Strong);
        rows.push(Row { anchor: None, is_group: true, cells: vec![Cell::of(vec![name])] });
        rows.extend(group.rows.iter().map(|row| source(language, row, anchors)));
    }
    let heads = [
        ("column-source", 0.26),
        ("column-where-to-find", 0.24),
        ("column-grade", 0.08),
        ("column-first-hand", 0.1),
        ("column-named-at", 0.18),
        ("column-claims-on-it", 0.14),
    ];
    Block::Table { columns: columns(language, &heads), rows }
}

fn source(language: Language, source: &SourceRow, anchors: &Anchors) -> Row {
    let mut name = vec![Run::new(source.name.clone(), Look::Strong)];
    name.extend((!source.role.is_empty()).then(|| Run::plain(format!(", {}", source.role))));
    let mut lines = vec![name];
    lines.extend((!source.note.is_empty()).then(|| vec![Run::new(source.note.clone(), Look::Quiet)]));
    lines.extend((!source.finding.is_empty()).then(|| vec![Run::new(source.finding.clone(), Look::Warning)]));
    let look = if source.first_hand == FirstHand::Unclear { Look::Quiet } else { Look::Plain };
    let cells = vec![
        Cell::Lines { lines },
        if source.locator.is_empty() { Cell::text("") } else { Cell::of(vec![web(&source.locator)]) },
        Cell::text(source.grade.clone()),
        Cell::of(vec![Run::new(language.first_hand(source.first_hand), look)]),
        Cell::of(places(&source.places, anchors)),
        claims_of(&source.claims, anchors),
    ];
    Row { anchor: Some(source_id(source.source)), is_group: false, cells }
}

pub(super) fn numbers(report: &Report, anchors: &Anchors) -> Vec<Block> {
    let language = report.language();
    let line = |number: &NumberRow| {
        let reading = match number.is_read {
            true => Run::new(number.reading.clone(), Look::Strong),
            false => Run::new(language.say("not-read"), Look::Warning),
        };
        let meant = if number.is_read { language.approximation(number.approximation) } else { Default::default() };
        let cells = vec![
            Cell::of(vec![Run::new(number.written.clone(), Look::Quote)]),
            Cell::of(vec![reading]),
            Cell::text(meant),
            Cell::text(number.about()),
            Cell::of(places(&number.places, anchors)),
            claims_of(&number.claims, anchors),
        ];
        Row { anchor: Some(number_id(number.number)), is_group: false, cells }
    };
    let heads = [
        ("column-as-written", 0.24),
        ("column-reading", 0.17),
        ("column-meant", 0.11),
        ("column-measured", 0.22),
        ("column-where", 0.15),
        ("column-claim", 0.11),
    ];
    let table = Block::Table { columns: columns(language, &heads), rows: report.numbers.iter().map(line).collect() };
    let working = |row: &Working| {
        let look = if row.verdict == Verdict::Fails { Look::Warning } else { Look::Strong };
        let mut words = vec![Run::new(format!("{} ", row.verdict_in(language)), look), Run::new(row.equation.clone(), Look::Quote)];
        words.push(Run::plain(format!(" {} ", row.words)));
        words.push(Run::to(row.place.clone(), Look::Quiet, anchors.of_jump(row.jump)));
        words.extend(row.claims.iter().flat_map(|one| [Run::plain(" "), claim(one, anchors)]));
        Item { words, lines: Vec::new() }
    };
    let workings = (!report.workings.is_empty()).then(|| Block::List { items: report.workings.iter().map(working).collect() });
    std::iter::once(table).chain(workings).collect()
}
