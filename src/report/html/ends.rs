//! The end of the report: method and scale, text hashes, findings.

use maud::{Markup, html};

use super::part;
use super::signs::{claim_link, fine as holds, grade_class, jump_link, warning};
use crate::lint::Severity;
use crate::report::anchors::Anchors;
use crate::report::checks::Check;
use crate::report::{Report, Section};

pub(super) fn method(report: &Report) -> Markup {
    let say = |key| report.language().say(key);
    let body = html! {
        div.method {
            @for words in &report.method.paragraphs { p { (words) } }
            ul.sample {
                li { span.c.o.e { (say("sample-open")) } }
                li { span.c.done.o.e { (say("sample-settled")) } }
                li { span.n { (say("sample-number")) } }
                li { span.s { (say("sample-source")) } }
                li { span.s.anon { (say("sample-anonymous")) } }
                li { s { (say("sample-replaced")) } }
                li { s.cut { (say("sample-cut")) } }
            }
            p { (report.method.scale_name) ":" }
            ul.legend { @for face in report.scale.iter().rev() { li { i.g.(grade_class(face.grade)) {} (face.label()) } } }
        }
    };
    part(report, Section::Method, html! {}, body)
}

pub(super) fn hashes(report: &Report) -> Markup {
    let say = |key| report.language().say(key);
    let of = |key, what: &str| report.language().say_with(key, &[("what", what.into())]);
    let body = html! {
        div.wide { table {
            thead { tr { th scope="col" { (say("column-article")) } th scope="col" { (say("column-hash")) } th.num-col scope="col" { (say("column-bytes")) } th scope="col" { (say("column-opened")) } } }
            tbody {
                @for row in &report.hashes {
                    tr {
                        td { span.badge { (row.letter) } }
                        td.hash {
                            (row.hash)
                            @if !row.original.is_empty() { br; span.dim { (of("original-had", &row.original)) } }
                            @if !row.read_from.is_empty() { br; span.dim { (of("read-from", &row.read_from)) } }
                        }
                        td.num-col { (row.bytes) }
                        td.quiet { (row.opened) }
                    }
                }
            }
        } }
    };
    part(report, Section::Hashes, html! {}, body)
}

pub(super) fn checks(report: &Report, anchors: &Anchors) -> Markup {
    let (found, fine) = report.checks.iter().partition::<Vec<_>, _>(|check| !check.is_fine());
    let values = [("fine", fine.len().into()), ("found", found.len().into())];
    let beside = html! { span.dim { (report.language().say_with("checks-summary", &values)) } };
    let body = html! {
        ul.plain {
            @for check in found { (failed(check, anchors)) }
            @for check in fine { li { (holds(&check.words)) } }
        }
        @if !report.switched_off.is_empty() {
            p { (report.language().say("switched-off")) }
            ul.plain {
                @for off in &report.switched_off { li { b { (off.title) } ": " (off.reason) " " span.dim { (off.by) } } }
            }
        }
    };
    part(report, Section::Checks, beside, body)
}

pub(super) fn history(report: &Report, anchors: &Anchors) -> Markup {
    let columns = ["column-when", "column-who", "column-claim", "column-what", "column-old", "column-new"];
    let body = html! {
        div.wide { table {
            thead { tr { @for key in columns { th scope="col" { (anchors.say(key)) } } } }
            tbody {
                @for row in &report.history {
                    tr {
                        td.quiet { (row.at) }
                        td { (row.by) }
                        td { @if let Some(claim) = &row.claim { (claim_link(anchors, claim)) " " } span.q.clamp dir="auto" { (row.subject) } }
                        td { (row.field) }
                        td dir="auto" { (row.before) }
                        td dir="auto" { (row.after) }
                    }
                }
            }
        } }
    };
    part(report, Section::History, html! {}, body)
}

fn failed(check: &Check, anchors: &Anchors) -> Markup {
    html! {
        li {
            details {
                summary { @if check.severity == Severity::Note { (check.words) } @else { (warning(&check.words)) } }
                ul { @for line in &check.lines { li { (jump_link(anchors, line.jump, &line.subject)) ": " (line.words) } } }
            }
        }
    }
}
