//! The end of the report: method and scale, text hashes, findings.

use maud::{Markup, html};

use super::anchors::Anchors;
use super::part;
use super::signs::{fine as holds, grade_class, warning};
use crate::lint::Severity;
use crate::report::checks::Check;
use crate::report::{Report, Section};

pub(super) fn method(report: &Report) -> Markup {
    let body = html! {
        div.method {
            @for words in &report.method.paragraphs { p { (words) } }
            ul.sample {
                li { span.c.o.e { "open claim" } }
                li { span.c.done.o.e { "settled claim" } }
                li { span.n { "number" } }
                li { span.s { "named source" } }
                li { span.s.anon { "anonymous source" } }
                li { s { "replaced" } }
                li { s.cut { "cut" } }
            }
            p { (report.method.scale_name) ":" }
            ul.legend { @for face in report.scale.iter().rev() { li { i.g.(grade_class(face.grade)) {} (face.label()) } } }
        }
    };
    part(Section::Method, html! {}, body)
}

pub(super) fn hashes(report: &Report) -> Markup {
    let body = html! {
        div.wide { table {
            thead { tr { th aria-label="Letter" {} th { "SHA-256 of the frozen text" } th.num-col { "Bytes" } th { "Opened" } } }
            tbody {
                @for row in &report.hashes {
                    tr {
                        td { span.badge { (row.letter) } }
                        td.hash {
                            (row.hash)
                            @if !row.original.is_empty() { br; span.dim { "original had " (row.original) } }
                            @if !row.read_from.is_empty() { br; span.dim { "read from " (row.read_from) } }
                        }
                        td.num-col { (row.bytes) }
                        td.quiet { (row.opened) }
                    }
                }
            }
        } }
    };
    part(Section::Hashes, html! {}, body)
}

pub(super) fn checks(report: &Report, anchors: &Anchors) -> Markup {
    let (found, fine) = report.checks.iter().partition::<Vec<_>, _>(|check| !check.is_fine());
    let beside = html! { span.dim { (fine.len()) " fine, " (found.len()) " to look at" } };
    let body = html! {
        ul.plain {
            @for check in found { (failed(check, anchors)) }
            @for check in fine { li { (holds(&check.words)) } }
        }
        @if !report.switched_off.is_empty() {
            p { "Findings switched off for this project, with the reason:" }
            ul.plain {
                @for off in &report.switched_off { li { b { (off.title) } ": " (off.reason) " " span.dim { (off.by) } } }
            }
        }
    };
    part(Section::Checks, beside, body)
}

fn failed(check: &Check, anchors: &Anchors) -> Markup {
    html! {
        li {
            details {
                summary { @if check.severity == Severity::Note { (check.words) } @else { (warning(&check.words)) } }
                ul { @for line in &check.lines { li { (anchors.jump(line.jump, &line.subject)) ": " (line.words) } } }
            }
        }
    }
}
