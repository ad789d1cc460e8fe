//! The tables of the report: ratings, claims, contradictions, questions, changes, sources, numbers.

use maud::{Markup, html};

use super::anchors::{Anchors, number_id, source_id};
use super::part;
use super::signs::{address, difference, grade_class, joined, quote, rating, status, warning};
use crate::model::source::FirstHand;
use crate::report::{
    ArticleRow, ChangeRow, ClaimRow, NumberRow, Place, Question, Report, Section, SentenceCount, Side, SourceRow, TOTAL, Tally,
};

pub(super) fn ratings(report: &Report) -> Markup {
    let legend = html! {
        ul.legend {
            @for face in report.scale.iter().rev() { li { i.g.(grade_class(face.grade)) {} (face.label()) } }
            li { i.g.g0 {} "not rated" }
        }
    };
    let body = html! {
        div.wide { table.ratings {
            thead { tr {
                th aria-label="Letter" {} th { "Article" } th { "Claims by rating" } th.num-col { "Settled" } th colspan="2" { "Sentences read" }
            } }
            tbody { @for row in &report.ratings { (rating_row(article(row), &row.tally)) } }
            @if let Some(total) = &report.total { tfoot { (rating_row(html! { td {} td.one-line { (TOTAL) } }, total)) } }
        } }
    };
    part(Section::Ratings, legend, body)
}

fn article(row: &ArticleRow) -> Markup {
    html! {
        td { a.lab href={ "#article-" (row.letter) } { span.badge { (row.letter) } } }
        td { span.one-line title=(row.title) dir="auto" { (row.title) } }
    }
}

fn rating_row(of: Markup, tally: &Tally) -> Markup {
    html! {
        tr {
            (of)
            td { (meter(tally)) }
            td.num-col { (tally.settled) "/" (tally.claims) }
            td { (read(tally.sentences)) }
            td.num-col.quiet { (tally.sentences.untouched) " left" }
        }
    }
}

/// The bar of grades, best first; the figures in it say the same.
fn meter(tally: &Tally) -> Markup {
    let grades = (1..=5).rev().zip(tally.rated.iter().rev()).filter(|(_, count)| **count > 0);
    html! {
        div.meter {
            @for (grade, count) in grades { i class={ "g" (grade) } style={ "flex-grow:" (count) } title={ "rated " (grade) } { (count) } }
            @if tally.unrated > 0 { i.g0 style={ "flex-grow:" (tally.unrated) } title="not rated" { (tally.unrated) } }
        }
    }
}

fn read(sentences: SentenceCount) -> Markup {
    let words = format!("{} marked, {} not checkable, {} untouched", sentences.marked, sentences.not_checkable, sentences.untouched);
    html! {
        div.read role="img" aria-label=(words) title=(words) {
            i.m style={ "flex-grow:" (sentences.marked) } {}
            @if sentences.not_checkable > 0 { i.x style={ "flex-grow:" (sentences.not_checkable) } {} }
            i style={ "flex-grow:" (sentences.untouched) } {}
        }
    }
}

pub(super) fn claims(report: &Report, anchors: &Anchors) -> Markup {
    let table = &report.claims;
    let chips = html! {
        fieldset.chips {
            legend { "Claims to show" }
            @for (at, filter) in table.filters.iter().enumerate() {
                input type="radio" name="show" id={ "show-" (at) } checked[at == 0];
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
            thead { tr { th { "No." } th { "As written" } th { "Rating" } th { "Status" } th { "Rests on" } } }
            tbody { @for (row, class) in table.rows.iter().zip(&classes) { (claim_row(row, class.trim_end(), anchors)) } }
        } }
    };
    html! { div.claims { (part(Section::Claims, chips, body)) } }
}

fn claim_row(row: &ClaimRow, class: &str, anchors: &Anchors) -> Markup {
    html! {
        tr class=[(!class.is_empty()).then_some(class)] {
            td.no { (anchors.claim(&row.claim_ref())) }
            td { span.q.clamp dir="auto" { (row.quote) } }
            td {
                (rating(row.rating.as_ref()))
                @for other in &row.other_ratings { p.quiet dir="auto" { "Also " (other) } }
            }
            td { (status(row.status)) }
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
                    div.ne.over[!pair.is_live] title=(if pair.is_live { "cannot both be right" } else { "settled: one was changed or cut" }) { "≠" }
                    (side(&pair.other, anchors))
                    @if !pair.note.is_empty() { p.remark { (pair.note) } }
                }
            }
        }
    };
    part(Section::Contradictions, html! {}, body)
}

fn side(side: &Side, anchors: &Anchors) -> Markup {
    html! {
        div {
            p { (quote(&side.quote)) }
            div.where {
                (anchors.claim(&side.claim))
                @if let Some(place) = &side.place { span { (anchors.place(place)) } }
                (status(side.status))
                @if side.rating.is_some() { (rating(side.rating.as_ref())) }
            }
        }
    }
}

pub(super) fn questions(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            thead { tr { th { "No." } th { "Question" } th { "Status" } th.num-col { "Since" } } }
            tbody { @for question in &report.questions { (question_row(question, anchors)) } }
        } }
    };
    part(Section::Questions, html! {}, body)
}

fn question_row(question: &Question, anchors: &Anchors) -> Markup {
    html! {
        tr {
            td.no { (anchors.claim(&question.claim)) }
            td {
                @if !question.note.is_empty() { p { (question.note) } }
                p.quiet { (quote(&question.quote)) }
            }
            td { (status(question.status)) }
            td.num-col.quiet { (question.since) }
        }
    }
}

pub(super) fn changes(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            thead { tr { th { "No." } th { "Where" } th { "Old and new wording" } th { "Status" } } }
            tbody { @for change in &report.changes { (change_row(change, anchors)) } }
        } }
    };
    part(Section::Changes, html! {}, body)
}

fn change_row(change: &ChangeRow, anchors: &Anchors) -> Markup {
    html! {
        tr {
            td.no { (anchors.claim(&change.claim)) }
            td.quiet { (places(&change.places, anchors)) }
            td {
                (difference(&change.pieces))
                @if change.new.is_empty() { p.quiet { "Take it out." } }
                @if let Some(rating) = change.rating.as_ref().filter(|rating| !rating.reason.is_empty()) { p.quiet { (rating.reason) } }
            }
            td { (status(change.status)) }
        }
    }
}

pub(super) fn places(places: &[Place], anchors: &Anchors) -> Markup {
    joined(places.iter().map(|place| html! { span style="white-space:nowrap" { (anchors.place(place)) } }), ", ")
}

pub(super) fn sources(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            thead { tr { th { "Source" } th { "Where to find" } th { "Grade" } th { "First hand" } th { "Named at" } th { "Claims on it" } } }
            @for group in &report.sources {
                tbody {
                    tr.group { th colspan="6" scope="rowgroup" { b.quiet { (group.kind.plural()) } " " (group.rows.len()) } }
                    @for row in &group.rows { (source_row(row, anchors)) }
                }
            }
        } }
    };
    part(Section::Sources, html! {}, body)
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
            td { @if row.first_hand != FirstHand::Unclear { (row.first_hand.word()) } @else { span.dim { "unclear" } } }
            td.quiet { (places(&row.places, anchors)) }
            td { (joined(row.claims.iter().map(|claim| anchors.claim(claim)), ", ")) }
        }
    }
}

pub(super) fn numbers(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! {
        div.wide { table {
            thead { tr { th { "As written" } th { "Reading" } th { "Meant" } th { "Measured" } th { "Where" } th { "Claim" } } }
            tbody { @for row in &report.numbers { (number_row(row, anchors)) } }
        } }
    };
    part(Section::Numbers, html! {}, body)
}

fn number_row(row: &NumberRow, anchors: &Anchors) -> Markup {
    html! {
        tr id=(number_id(row.number)) {
            td { span.q dir="auto" { (row.written) } }
            td { @if row.is_read { b { (row.reading) } } @else { (warning("not read")) } }
            td.quiet { @if row.is_read { (row.approximation.word()) } }
            td { (row.about()) }
            td.quiet { (places(&row.places, anchors)) }
            td { (joined(row.claims.iter().map(|claim| anchors.claim(claim)), ", ")) }
        }
    }
}
