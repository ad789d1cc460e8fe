//! The tables of the report: ratings, claims, contradictions, questions, changes, sources, numbers.

use maud::{Markup, PreEscaped, html};

use super::part;
use super::signs::{address, claim_link, difference, grade_class, joined, jump_link, place_link, quote, rating, status, warning};
use crate::lint::worked_out::Verdict;
use crate::model::source::FirstHand;
use crate::report::anchors::{Anchors, number_id, source_id};
use crate::report::plots::to_svg;
use crate::report::{
    ArticleRow, ChangeRow, ClaimRow, GroupFigures, Jump, Language, NumberRow, Place, Question, Report, Section, SentenceCount, Side,
    SourceRow, Tally,
};

pub(super) fn ratings(report: &Report, anchors: &Anchors) -> Markup {
    let language = report.language();
    let say = |key| language.say(key);
    let legend = html! {
        ul.legend {
            @for face in report.scale.iter().rev() { li { i.g.(grade_class(face.grade)) {} (face.label()) } }
            li { i.g.g0 {} (say("not-rated")) }
        }
    };
    let body = html! {
        div.wide { table.ratings {
            thead { tr {
                th scope="col" { span.vh { (say("column-letter")) } } th scope="col" { (say("column-article")) } th scope="col" { (say("column-claims-by-rating")) }
                th.num-col scope="col" { (say("column-settled")) } th scope="col" colspan="2" { (say("column-sentences-read")) }
            } }
            tbody { @for row in &report.ratings { (rating_row(language, article(row, anchors), &row.tally)) } }
            @if let Some(total) = &report.total { tfoot { (rating_row(language, html! { td {} td { span.one-line { (say("total-row")) } } }, total)) } }
        } }
    };
    part(report, Section::Ratings, legend, body)
}

/// Claims by status, an article a row; nothing where there are no claims.
pub(super) fn statuses(report: &Report, anchors: &Anchors) -> Markup {
    let language = report.language();
    let line = |of: Markup, tally: &Tally| {
        html! { tr { (of) @for status in &report.statuses { td.num-col { (tally.of_status(*status)) } } } }
    };
    html! {
        @if !report.statuses.is_empty() {
            div.wide { table.ratings.statuses {
                caption { (language.say("claims-by-status")) }
                thead { tr {
                    th scope="col" { span.vh { (language.say("column-letter")) } } th scope="col" { (language.say("column-article")) }
                    @for status in &report.statuses { th.num-col scope="col" { (language.status(*status)) } }
                } }
                tbody { @for row in &report.ratings { (line(article(row, anchors), &row.tally)) } }
                @if let Some(total) = &report.total { tfoot { (line(html! { td {} td { span.one-line { (language.say("total-row")) } } }, total)) } }
            } }
        }
    }
}

fn letter(anchors: &Anchors, row: &ArticleRow) -> Markup {
    let badge = html! { span.badge { (row.letter) } };
    match anchors.of_jump(Jump::Document(row.document)) {
        Some(name) => html! { a.lab href={ "#" (name) } { (badge) } },
        None => badge,
    }
}

fn article(row: &ArticleRow, anchors: &Anchors) -> Markup {
    html! {
        td { (letter(anchors, row)) }
        td { span.one-line title=(row.title) dir="auto" { (row.title) } }
    }
}

fn rating_row(language: Language, of: Markup, tally: &Tally) -> Markup {
    html! {
        tr {
            (of)
            td { (meter(language, tally)) }
            td.num-col { (tally.settled) "/" (tally.claims) }
            td { (read(language, tally.sentences)) }
            td.num-col.quiet { (language.say_with("left", &[("count", tally.sentences.untouched.into())])) }
        }
    }
}

/// The bar of grades, best first; the figures in it say the same.
fn meter(language: Language, tally: &Tally) -> Markup {
    let grades = (1..=5).rev().zip(tally.rated.iter().rev()).filter(|(_, count)| **count > 0);
    html! {
        div.meter {
            @for (grade, count) in grades { i class={ "g" (grade) } style={ "flex-grow:" (count) } title=(language.say_with("rated", &[("grade", grade.into())])) { (count) } }
            @if tally.unrated > 0 { i.g0 style={ "flex-grow:" (tally.unrated) } title=(language.say("not-rated")) { (tally.unrated) } }
        }
    }
}

fn read(language: Language, sentences: SentenceCount) -> Markup {
    let [marked, aside, untouched] = [sentences.marked, sentences.not_checkable, sentences.untouched];
    let words = language.say_with("sentences", &[("marked", marked.into()), ("aside", aside.into()), ("untouched", untouched.into())]);
    html! {
        div.read role="img" aria-label=(words) title=(words) {
            i.m style={ "flex-grow:" (sentences.marked) } {}
            @if sentences.not_checkable > 0 { i.x style={ "flex-grow:" (sentences.not_checkable) } {} }
            i style={ "flex-grow:" (sentences.untouched) } {}
        }
    }
}

/// The heads of a table's columns, by their keys.
fn columns(anchors: &Anchors, keys: &[&str]) -> Markup {
    html! { thead { tr { @for key in keys { th scope="col" { (anchors.say(key)) } } } } }
}

pub(super) fn claims(report: &Report, anchors: &Anchors) -> Markup {
    let table = &report.claims;
    let chips = html! {
        fieldset.chips {
            legend { (anchors.say("claims-to-show")) }
            @for (at, filter) in table.filters.iter().enumerate() {
                input type="radio" name="show" id={ "show-" (at) } checked[at == table.chosen];
                label for={ "show-" (at) } { (filter.name) @if at > 0 { " " b { (filter.rows.len()) } } }
            }
        }
    };
    // Which filters show a row, as class names that the style sheet knows.
    let mut classes = vec![String::new(); table.rows.len()];
    for (at, filter) in table.filters.iter().enumerate().skip(1) {
        for row in &filter.rows {
            if let Some(class) = classes.get_mut(*row) {
                class.push_str(&format!("f{at} "));
            }
        }
    }
    let body = html! {
        div.wide { table {
            (columns(anchors, &["column-number", "column-as-written", "column-rating", "column-status", "column-rests-on"]))
            tbody { @for (row, class) in table.rows.iter().zip(&classes) { (claim_row(row, class.trim_end(), anchors)) } }
        } }
    };
    html! { div.claims { (part(report, Section::Claims, chips, body)) } }
}

fn claim_row(row: &ClaimRow, class: &str, anchors: &Anchors) -> Markup {
    html! {
        tr class=[(!class.is_empty()).then_some(class)] {
            td.no { (claim_link(anchors, &row.claim_ref())) }
            td { span.q.clamp dir="auto" { (row.quote) } }
            td {
                (rating(anchors.language, row.rating.as_ref()))
                @for other in &row.other_ratings { p.quiet dir="auto" { (anchors.say_of("also", "words", other)) } }
            }
            td { (status(anchors.language, row.status)) }
            td { @if row.rests_on.is_warning { (warning(&row.rests_on.words)) } @else { span.quiet { (row.rests_on.words) } } }
        }
    }
}

pub(super) fn contradictions(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div {
            @for pair in &report.contradictions {
                div.pair {
                    (side(&pair.one, anchors))
                    div.ne.over[!pair.is_live] title=(anchors.say(if pair.is_live { "cannot-both" } else { "settled-pair" })) { "≠" }
                    (side(&pair.other, anchors))
                    @if !pair.note.is_empty() { p.remark { (pair.note) } }
                }
            }
            @for group in report.disagreeing() { (group_figures(group, anchors)) }
        }
    };
    part(report, Section::Contradictions, html! {}, body)
}

/// Figures of the same that disagree: each with its sentence, and all on one axis.
fn group_figures(group: &GroupFigures, anchors: &Anchors) -> Markup {
    html! {
        div.pair.figures {
            div {
                p { b dir="auto" { (group.name) } }
                p { (warning(&group.verdict)) }
                @for figure in &group.figures {
                    p.figure { (quote(anchors.language, &figure.quote)) " " b.warn[figure.is_out] { (figure.reading) } " " span.where { (places(&figure.places, anchors)) } }
                }
            }
            @if let Some(plot) = &group.plot { div.plot { (PreEscaped(to_svg(plot))) } }
        }
    }
}

/// What was worked out again, with its working.
fn workings(report: &Report, anchors: &Anchors) -> Markup {
    html! {
        @if !report.workings.is_empty() {
            ul.plain.workings {
                @for row in &report.workings {
                    li {
                        b.warn[row.verdict == Verdict::Fails].ok[row.verdict == Verdict::Holds] { (row.sign()) " " (row.verdict_in(anchors.language)) }
                        " " span.q dir="auto" { (row.equation) } " " (row.words) " "
                        span.quiet { (jump_link(anchors, row.jump, &row.place)) }
                        @for claim in &row.claims { " " (claim_link(anchors, claim)) }
                    }
                }
            }
        }
    }
}

fn side(side: &Side, anchors: &Anchors) -> Markup {
    html! {
        div {
            p { (quote(anchors.language, &side.quote)) }
            div.where {
                (claim_link(anchors, &side.claim))
                @if let Some(place) = &side.place { span { (place_link(anchors, place)) } }
                (status(anchors.language, side.status))
                @if side.rating.is_some() { (rating(anchors.language, side.rating.as_ref())) }
            }
        }
    }
}

pub(super) fn questions(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            (columns(anchors, &["column-number", "column-question", "column-status", "column-since"]))
            tbody { @for question in &report.questions { (question_row(question, anchors)) } }
        } }
    };
    part(report, Section::Questions, html! {}, body)
}

fn question_row(question: &Question, anchors: &Anchors) -> Markup {
    html! {
        tr {
            td.no { (claim_link(anchors, &question.claim)) }
            td {
                @if !question.note.is_empty() { p { (question.note) } }
                p.quiet { (quote(anchors.language, &question.quote)) }
            }
            td { (status(anchors.language, question.status)) }
            td.num-col.quiet { (question.since) }
        }
    }
}

pub(super) fn changes(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            (columns(anchors, &["column-number", "column-where", "column-wording", "column-status"]))
            tbody { @for change in &report.changes { (change_row(change, anchors)) } }
        } }
    };
    part(report, Section::Changes, html! {}, body)
}

fn change_row(change: &ChangeRow, anchors: &Anchors) -> Markup {
    html! {
        tr {
            td.no { (claim_link(anchors, &change.claim)) }
            td.quiet { (places(&change.places, anchors)) }
            td {
                (difference(&change.pieces))
                @if change.new.is_empty() { p.quiet { (anchors.say("take-it-out")) } }
                @if let Some(rating) = change.rating.as_ref().filter(|rating| !rating.reason.is_empty()) { p.quiet { (rating.reason) } }
            }
            td { (status(anchors.language, change.status)) }
        }
    }
}

pub(super) fn places(places: &[Place], anchors: &Anchors) -> Markup {
    joined(places.iter().map(|place| html! { span style="white-space:nowrap" { (place_link(anchors, place)) } }), ", ")
}

pub(super) fn sources(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            (columns(anchors, &["column-source", "column-where-to-find", "column-grade", "column-first-hand", "column-named-at", "column-claims-on-it"]))
            @for group in &report.sources {
                tbody {
                    tr.group { th colspan="6" scope="rowgroup" { b.quiet { (anchors.language.kinds(group.kind)) } " " (group.rows.len()) } }
                    @for row in &group.rows { (source_row(row, anchors)) }
                }
            }
        } }
    };
    part(report, Section::Sources, html! {}, body)
}

fn source_row(row: &SourceRow, anchors: &Anchors) -> Markup {
    html! {
        tr id=(source_id(row.source)) {
            td {
                span dir="auto" { b { (row.name) } @if !row.role.is_empty() { ", " (row.role) } }
                @if !row.note.is_empty() { p.quiet { (row.note) } }
                @if !row.finding.is_empty() { p { (warning(&row.finding)) } }
            }
            td.url { (address(&row.locator)) }
            td { (row.grade) }
            td { @if row.first_hand != FirstHand::Unclear { (anchors.language.first_hand(row.first_hand)) } @else { span.dim { (anchors.language.first_hand(row.first_hand)) } } }
            td.quiet { (places(&row.places, anchors)) }
            td { (joined(row.claims.iter().map(|claim| claim_link(anchors, claim)), ", ")) }
        }
    }
}

pub(super) fn numbers(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            (columns(anchors, &["column-as-written", "column-reading", "column-meant", "column-measured", "column-where", "column-claim"]))
            tbody { @for row in &report.numbers { (number_row(row, anchors)) } }
        } }
    };
    let body = html! { (body) (workings(report, anchors)) };
    part(report, Section::Numbers, html! {}, body)
}

fn number_row(row: &NumberRow, anchors: &Anchors) -> Markup {
    html! {
        tr id=(number_id(row.number)) {
            td { span.q dir="auto" { (row.written) } }
            td { @if row.is_read { b { (row.reading) } } @else { (warning(&anchors.say("not-read"))) } }
            td.quiet { @if row.is_read { (anchors.language.approximation(row.approximation)) } }
            td { (row.about()) }
            td.quiet { (places(&row.places, anchors)) }
            td { (joined(row.claims.iter().map(|claim| claim_link(anchors, claim)), ", ")) }
        }
    }
}
