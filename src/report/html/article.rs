//! An annotated article: text with its marks, short notes in the margin, full notes below.

use maud::{Markup, html};

use super::anchors::{Anchors, article_id, mark_id, note_id, number_id, ref_id, source_id};
use super::signs::{address, difference, joined, quote, rating, status, status_icon, warning};
use super::{part, tables};
use crate::model::claim::{Stance, Status};
use crate::model::quantity::Approximation;
use crate::model::source::FirstHand;
use crate::report::words::capitalised;
use crate::report::{
    AnnotatedArticle, EvidenceLine, Look, MarkFace, Note, NumberLine, Paragraph, Report, Section, Segment, SourceLine, Strike,
};

pub(super) fn articles(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! { @for article in &report.articles { (annotated(article, anchors)) } };
    part(Section::Articles, html! {}, body)
}

fn annotated(article: &AnnotatedArticle, anchors: &Anchors) -> Markup {
    let (headline, body) = match article.paragraphs.split_first() {
        Some((first, rest)) if first.is_headline() => (Some(first), rest),
        _ => (None, article.paragraphs.as_slice()),
    };
    html! {
        article.art id=(article_id(article)) {
            (head(article, headline))
            dl.facts { @for fact in &article.facts { div { dt { (fact.name) } dd { (address(&fact.value)) } } } }
            @for line in body { (paragraph(article, line)) }
            @if !article.notes.is_empty() {
                div.notes {
                    h4 { "Notes to " (article.letter) }
                    @for line in &article.notes { (note(article, line, anchors)) }
                }
            }
            (set_aside(article))
            (remarks(article, anchors))
        }
    }
}

/// Letter and title. A headline that is part of the text stands here with its marks, and not again below.
fn head(article: &AnnotatedArticle, headline: Option<&Paragraph>) -> Markup {
    let badge = html! { span.badge { (article.letter) } };
    match headline {
        Some(line) => beside_margin(article, line, badge, html! { h3.tx lang="" { (words(article, line)) } }),
        None => html! { div.para { span.pn { (badge) } span {} h3.tx dir="auto" { (article.title) } } },
    }
}

fn paragraph(article: &AnnotatedArticle, line: &Paragraph) -> Markup {
    beside_margin(article, line, html! { (line.name) }, html! { div.tx lang="" { (words(article, line)) } })
}

fn words(article: &AnnotatedArticle, line: &Paragraph) -> Markup {
    html! { @for piece in &line.segments { (segment(article, piece)) } }
}

/// A paragraph between its name and its short notes, with a bar where nobody has touched it.
fn beside_margin(article: &AnnotatedArticle, line: &Paragraph, name: Markup, text: Markup) -> Markup {
    let is_raw = line.sentences > 0 && line.untouched == line.sentences;
    html! {
        div.para.raw[is_raw] {
            span.pn { (name) }
            span.rule title=[is_raw.then_some("untouched")] {}
            (text)
            div.margin {
                @for note in line.notes.iter().filter_map(|at| article.notes.get(*at)) { (margin(article, note)) }
                @for passage in line.set_aside.iter().filter_map(|at| article.set_aside.get(*at)) {
                    div { em { "not checkable: " (passage.reason.word()) } }
                }
            }
        }
    }
}

/// The words of a segment inside one element for each mark over them, and the numbers of the claims that end here.
fn segment(article: &AnnotatedArticle, piece: &Segment) -> Markup {
    let faces = |tag_order: u8| {
        let open = piece.open.iter().filter_map(|at| Some((*at, article.marks.get(*at)?)));
        open.filter(move |(_, face)| rank(face) == tag_order)
    };
    // Washes lie below the lanes, so claims come outermost whatever is longest.
    let around: Vec<_> = (0..3).flat_map(faces).collect();
    let words = html! {
        @match (piece.strike, piece.set_aside) {
            (Some(Strike::Cut), _) => s.cut { (piece.text) },
            (Some(Strike::Changed), _) => s { (piece.text) },
            (None, Some(_)) => span.aside { (piece.text) },
            (None, None) => (piece.text),
        }
    };
    let wrapped = around.iter().rev().fold(words, |inner, (at, face)| wrap(piece, *at, face, inner));
    html! { (wrapped) @for at in &piece.ends { @if let Some(face) = article.marks.get(*at) { (reference(article, face)) } } }
}

fn rank(face: &MarkFace) -> u8 {
    match face.look {
        Look::Claim { .. } => 0,
        Look::Number => 1,
        Look::Source { .. } => 2,
    }
}

fn wrap(piece: &Segment, at: usize, face: &MarkFace, inner: Markup) -> Markup {
    let begins = piece.begins.contains(&at);
    let id = begins.then(|| mark_id(face.id));
    match face.look {
        Look::Claim { is_settled, .. } => {
            html! { span.c.done[is_settled].o[begins].e[piece.ends.contains(&at)] id=[id] { (inner) } }
        }
        Look::Number => html! { span.n id=[id] title=(face.label) { (inner) } },
        Look::Source { is_anonymous } => html! { span.s.anon[is_anonymous] id=[id] title=(face.label) { (inner) } },
    }
}

fn reference(article: &AnnotatedArticle, face: &MarkFace) -> Markup {
    let note = face.note.and_then(|at| article.notes.get(at));
    html! {
        @if let Some(note) = note {
            a.ref id=(ref_id(face.id)) href={ "#" (note_id(article, note)) } aria-label={ "Note " (note.claim.label) } { (note.number) }
        }
    }
}

fn margin(article: &AnnotatedArticle, note: &Note) -> Markup {
    let short = &note.margin;
    html! {
        div {
            a.k href={ "#" (note_id(article, note)) } { (note.number) (status_icon(note.status)) }
            span {
                @if let Some(verdict) = &short.verdict { b { (verdict.label()) ". " } }
                @if let Some(words) = &short.warning { span.warn { (capitalised(words)) ". " } }
                @if !short.words.is_empty() { (short.words) } @else if short.verdict.is_none() && short.warning.is_none() { (note.status.word()) }
            }
        }
    }
}

fn note(article: &AnnotatedArticle, note: &Note, anchors: &Anchors) -> Markup {
    html! {
        div.note id=(note_id(article, note)) {
            b { (note.claim.label) }
            div {
                p { (quote(&note.quote)) " " (back(note, anchors)) }
                @if !note.restatement.is_empty() { p.full dir="auto" { (note.restatement) } }
                div.line { (status(note.status)) (rating(note.rating.as_ref())) @for words in &note.findings { (warning(words)) } }
                dl { (note_facts(note, anchors)) }
            }
        }
    }
}

/// Arrows back to every mark of the claim in this article and the names of its other places.
fn back(note: &Note, anchors: &Anchors) -> Markup {
    html! {
        @if anchors.has_mark(note.mark) { a.back href={ "#" (ref_id(note.mark)) } aria-label={ "Back to " (note.claim.label) " in the text" } { "↑" } }
        @if !note.elsewhere.is_empty() { span.dim { " also " (tables::places(&note.elsewhere, anchors)) } }
    }
}

fn note_facts(note: &Note, anchors: &Anchors) -> Markup {
    let reason = note.rating.as_ref().map_or("", |rating| rating.reason.as_str());
    html! {
        @if !reason.is_empty() { dt { "Reason" } dd { (reason) } }
        @if let Some(pieces) = &note.correction { dt { @if note.status == Status::Changed { "Corrected" } @else { "Correction" } } dd { (difference(pieces)) } }
        @if !note.evidence.is_empty() { dt { "Evidence" } dd { @for line in &note.evidence { p { (evidence(line)) } } } }
        @if !note.sources.is_empty() { dt { "Rests on" } dd { @for line in &note.sources { p { (source(line)) } } } }
        @if !note.numbers.is_empty() { dt { "Numbers" } dd { @for line in &note.numbers { p { (number(line)) } } } }
        @for link in &note.links {
            dt { span.warn[link.is_contradiction] { (capitalised(link.words)) } }
            dd { (anchors.claim(&link.claim)) " " (quote(&link.quote)) @if !link.note.is_empty() { " – " (link.note) } }
        }
        @if !note.notes.is_empty() { dt { "Note" } dd { @for words in &note.notes { p { (words) } } } }
        @if !note.keywords.is_empty() { dt { "Keywords" } dd { (note.keywords.join(", ")) } }
    }
}

fn evidence(line: &EvidenceLine) -> Markup {
    let parts = [(!line.text.is_empty()).then(|| html! { (line.text) }), (!line.locator.is_empty()).then(|| html! { (line.locator) })];
    let address = (!line.url.is_empty()).then(|| address(&line.url));
    html! {
        b.warn[line.stance == Stance::Contradicts] { (line.stance.word()) ": " }
        (joined(parts.into_iter().flatten().chain(address), ", "))
    }
}

fn source(line: &SourceLine) -> Markup {
    html! {
        a href={ "#" (source_id(line.source)) } { (line.name) }
        @if !line.role.is_empty() { ", " (line.role) }
        span.quiet {
            " – " (line.kind.word().to_lowercase())
            @if line.first_hand == FirstHand::Yes { ", first hand" } @else if line.first_hand == FirstHand::No { ", second hand" }
            @if !line.grade.is_empty() { ", " (line.grade) }
        }
        @if !line.locator.is_empty() { ", " (address(&line.locator)) }
        @if !line.note.is_empty() { " – " (line.note) }
    }
}

fn number(line: &NumberLine) -> Markup {
    html! {
        a.q href={ "#" (number_id(line.number)) } { (line.written) } ": " b { (line.reading) }
        @if line.approximation != Approximation::Exact { ", " (line.approximation.word()) }
        @if !line.about.is_empty() { span.quiet { " – " (line.about) } }
    }
}

fn set_aside(article: &AnnotatedArticle) -> Markup {
    html! {
        @if !article.set_aside.is_empty() {
            div.notes {
                h4 { "Not checkable in " (article.letter) }
                ul.plain {
                    @for passage in &article.set_aside {
                        li { span.quiet { (passage.place) ", " (passage.reason.word()) ": " } (quote(&passage.words)) }
                    }
                }
            }
        }
    }
}

fn remarks(article: &AnnotatedArticle, anchors: &Anchors) -> Markup {
    html! {
        @if !article.remarks.is_empty() {
            div.notes {
                h4 { "Notes on numbers and sources in " (article.letter) }
                ul.plain {
                    @for remark in &article.remarks {
                        li {
                            (anchors.place(&remark.place)) ", " (remark.tag.word()) " " (quote(&remark.quote))
                            @if !remark.note.is_empty() { ": " (remark.note) }
                            @if !remark.keywords.is_empty() { span.quiet { " (" (remark.keywords.join(", ")) ")" } }
                        }
                    }
                }
            }
        }
    }
}
