//! The report as one HTML file: no script, nothing loaded from anywhere, every user text escaped.

mod anchors;
mod article;
mod ends;
mod signs;
mod tables;
#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Report, Section};
use anchors::Anchors;

/// Nothing may be loaded or run; only this file's own style sheet applies.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE: &str = include_str!("style.css");

/// Prints the report as a self-contained HTML file.
pub fn html(report: &Report) -> String {
    let anchors = Anchors::new(report);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="Tickmark";
                title { (report.title) " – fact-check report" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (signs::sheet())
                main {
                    (head(report))
                    @for part in Section::ALL { (section(report, part, &anchors)) }
                    p.end { "Made with Tickmark. Marks, ratings and notes are the checker’s own." }
                }
            }
        }
    };
    page.into_string()
}

fn head(report: &Report) -> Markup {
    html! {
        header.top {
            div {
                h1 { bdi { (report.title) } }
                p.by { (report.byline) }
            }
            div.sign { "Editor sign-off " i {} }
        }
    }
}

/// A part of the report; nothing where it has no lines.
fn section(report: &Report, part: Section, anchors: &Anchors) -> Markup {
    if report.count(part) == Some(0) && part != Section::Checks {
        return html! {};
    }
    match part {
        Section::Summary => summary(report),
        Section::Ratings => tables::ratings(report),
        Section::Claims => tables::claims(report, anchors),
        Section::Contradictions => tables::contradictions(report, anchors),
        Section::Questions => tables::questions(report, anchors),
        Section::Changes => tables::changes(report, anchors),
        Section::Sources => tables::sources(report, anchors),
        Section::Numbers => tables::numbers(report, anchors),
        Section::Articles => article::articles(report, anchors),
        Section::Method => ends::method(report),
        Section::Hashes => ends::hashes(report),
        Section::Checks => ends::checks(report, anchors),
    }
}

fn summary(report: &Report) -> Markup {
    html! {
        ul.cards {
            @for card in &report.cards {
                li { b.warn[card.is_alarming] { (card.figure) } (card.beside) br; (card.below) }
            }
        }
        nav aria-label="Parts of the report" {
            ul.toc {
                @for part in Section::ALL.into_iter().skip(1).filter(|part| report.count(*part) != Some(0)) {
                    li { a href={ "#" (id(part)) } { (part.title()) } @if let Some(count) = report.count(part) { " " (count) } }
                }
            }
        }
    }
}

/// The anchor of a part.
fn id(part: Section) -> &'static str {
    match part {
        Section::Summary => "summary",
        Section::Ratings => "ratings",
        Section::Claims => "claims",
        Section::Contradictions => "contradictions",
        Section::Questions => "questions",
        Section::Changes => "changes",
        Section::Sources => "sources",
        Section::Numbers => "numbers",
        Section::Articles => "articles",
        Section::Method => "method",
        Section::Hashes => "hashes",
        Section::Checks => "checks",
    }
}

/// A part with its heading and what stands beside it.
fn part(section: Section, beside: Markup, body: Markup) -> Markup {
    let id = id(section);
    html! {
        section id=(id) aria-labelledby={ (id) "-title" } {
            div.head { h2 id={ (id) "-title" } { (section.title()) } (beside) }
            (body)
        }
    }
}
