//! The report as one HTML file: no script, nothing loaded from anywhere, every user text escaped.

mod article;
mod ends;
mod signs;
mod tables;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::anchors::Anchors;
use super::{Report, Section};

/// Nothing may be loaded or run; only this file's own style sheet applies.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE: &str = include_str!("style.css");

/// The fonts that a page may bring, by family, weight and slant: those of the window.
const FONTS: [(&str, u16, &str, &[u8]); 6] = [
    ("Source Sans 3", 400, "normal", include_bytes!("../../../assets/fonts/source-sans-3-400.ttf")),
    ("Source Sans 3", 400, "italic", include_bytes!("../../../assets/fonts/source-sans-3-400-italic.ttf")),
    ("Source Sans 3", 600, "normal", include_bytes!("../../../assets/fonts/source-sans-3-600.ttf")),
    ("Source Serif 4", 400, "normal", include_bytes!("../../../assets/fonts/source-serif-4-400.ttf")),
    ("Source Serif 4", 400, "italic", include_bytes!("../../../assets/fonts/source-serif-4-400-italic.ttf")),
    ("Source Serif 4", 600, "normal", include_bytes!("../../../assets/fonts/source-serif-4-600.ttf")),
];

/// The style sheet with what the choices ask for: the size of the paper, and the fonts.
fn style(report: &Report) -> String {
    let mut style = format!("{STYLE}@page{{size:{}}}\n", report.options.paper.css());
    if report.options.has_fonts {
        for (family, weight, slant, bytes) in FONTS {
            let data = BASE64.encode(bytes);
            let _ = writeln!(
                style,
                "@font-face{{font-family:\"{family}\";font-weight:{weight};font-style:{slant};src:url(data:font/ttf;base64,{data})}}"
            );
        }
    }
    style
}

/// Prints the report as a self-contained HTML file.
pub fn html(report: &Report) -> String {
    let anchors = Anchors::new(report);
    let page = html! {
        (DOCTYPE)
        html lang=(report.language().code()) dir=(if report.language().is_right_to_left() { "rtl" } else { "ltr" }) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content={ (POLICY) @if report.options.has_fonts { "; font-src data:" } };
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="Tickmark";
                title { (report.language().say_with("document-title", &[("title", report.title.as_str().into())])) }
                style { (PreEscaped(style(report))) }
            }
            body {
                (signs::sheet())
                main {
                    (head(report))
                    @for part in report.parts() { (section(report, part, &anchors)) }
                    @if !report.left_out.is_empty() { p.end { (report.left_out) } }
                    p.end { (report.language().say("made-with")) }
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
            div.sign { (report.language().say("editor-sign-off")) " " i {} }
        }
    }
}

/// A part of the report.
fn section(report: &Report, part: Section, anchors: &Anchors) -> Markup {
    match part {
        Section::Summary => summary(report, anchors),
        Section::Ratings => tables::ratings(report, anchors),
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
        Section::History => ends::history(report, anchors),
    }
}

fn summary(report: &Report, anchors: &Anchors) -> Markup {
    html! {
        ul.cards {
            @for card in &report.cards {
                li { b.warn[card.is_alarming] { (card.figure) } (card.beside) br; (card.below) }
            }
        }
        (tables::statuses(report, anchors))
        nav aria-label=(report.language().say("parts-of-report")) {
            ul.toc {
                @for part in report.parts().filter(|part| *part != Section::Summary) {
                    li { a href={ "#" (part.code()) } { (report.title_of(part)) } @if let Some(count) = report.count(part) { " " (count) } }
                }
            }
        }
    }
}

/// A part with its heading and what stands beside it.
fn part(report: &Report, section: Section, beside: Markup, body: Markup) -> Markup {
    let id = section.code();
    html! {
        section id=(id) aria-labelledby={ (id) "-title" } {
            div.head { h2 id={ (id) "-title" } { (report.title_of(section)) } (beside) }
            (body)
        }
    }
}
