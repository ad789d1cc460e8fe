//! An annotated article: text with its marks, short notes in the margin, full notes below.

use maud::{Markup, html};

use super::signs::{address, claim_link, difference, joined, jump_link, place_link, quote, rating, status, status_icon, warning};
use super::{part, tables};
use crate::model::annotation::Mention;
use crate::model::claim::{Stance, Status};
use crate::model::quantity::Approximation;
use crate::model::source::FirstHand;
use crate::report::anchors::{Anchors, article_id, mark_id, note_id, ref_id};
use crate::report::words::capitalised;
use crate::report::{
    AnnotatedArticle, EvidenceLine, Jump, Look, MarkFace, Note, NumberLine, Paragraph, Report, Section, Segment, SourceLine, Strike,
};

pub(super) fn articles(report: &Report, anchors: &Anchors) -> Markup {
    let body = html! { @for article in &report.articles { (annotated(article, anchors)) } };
    part(report, Section::Articles, html! {}, body)
}

fn annotated(article: &AnnotatedArticle, anchors: &Anchors) -> Markup {
    let (headline, body) = match article.paragraphs.split_first() {
        Some((first, rest)) if first.is_headline() => (Some(first), rest),
        _ => (None, article.paragraphs.as_slice()),
    };
    html! {
        article.art id=(article_id(article)) {
            (head(article, headline, anchors))
            dl.facts { @for fact in &article.facts { div { dt { (fact.name) } dd { (address(&fact.value)) } } } }
            @for line in body { (paragraph(article, line, anchors)) }
            @if !article.notes.is_empty() {
                div.notes {
                    h4 { (anchors.say_of("notes-to", "letter", &article.letter)) }
                    @for line in &article.notes { (note(article, line, anchors)) }
                }
            }
            (set_aside(article, anchors))
            (remarks(article, anchors))
        }
    }
}

/// Letter and title. A headline that is part of the text stands here with its marks, and not again below.
fn head(article: &AnnotatedArticle, headline: Option<&Paragraph>, anchors: &Anchors) -> Markup {
    let badge = html! { span.badge { (article.letter) } };
    match headline {
        Some(line) => beside_margin(
            (article, line, anchors),
            badge,
            html! { h3.tx lang=(language_of(article)) dir="auto" { (words(article, line, anchors)) } },
        ),
        None => html! { div.para { span.pn { (badge) } span {} h3.tx dir="auto" { (article.title) } } },
    }
}

fn paragraph(article: &AnnotatedArticle, line: &Paragraph, anchors: &Anchors) -> Markup {
    beside_margin(
        (article, line, anchors),
        html! { (line.name) },
        html! { div.tx lang=(language_of(article)) dir="auto" { (words(article, line, anchors)) } },
    )
}

/// The tag of the article's language, blank where nobody said it: then the page's own language would be wrong.
fn language_of(article: &AnnotatedArticle) -> &str {
    &article.language
}

fn words(article: &AnnotatedArticle, line: &Paragraph, anchors: &Anchors) -> Markup {
    html! { @for piece in &line.segments { (segment(article, piece, anchors)) } }
}

/// A paragraph between its name and its short notes, with a bar where nobody has touched it.
fn beside_margin((article, line, anchors): (&AnnotatedArticle, &Paragraph, &Anchors), name: Markup, text: Markup) -> Markup {
    let is_raw = line.sentences > 0 && line.untouched == line.sentences;
    html! {
        div.para.raw[is_raw] {
            span.pn { (name) }
            span.rule title=[is_raw.then(|| anchors.say("untouched"))] {}
            (text)
            div.margin {
                @for note in line.notes.iter().filter_map(|at| article.notes.get(*at)) { (margin(article, note, anchors)) }
                @for passage in line.set_aside.iter().filter_map(|at| article.set_aside.get(*at)) {
                    div { em { (anchors.say_of("not-checkable", "reason", &anchors.language.reason(passage.reason))) } }
                }
            }
        }
    }
}

/// The words of a segment inside one element for each mark over them, and the numbers of the claims that end here.
fn segment(article: &AnnotatedArticle, piece: &Segment, anchors: &Anchors) -> Markup {
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
    html! { (wrapped) @for at in &piece.ends { @if let Some(face) = article.marks.get(*at) { (reference(article, face, anchors)) } } }
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

fn reference(article: &AnnotatedArticle, face: &MarkFace, anchors: &Anchors) -> Markup {
    let note = face.note.and_then(|at| article.notes.get(at));
    html! {
        @if let Some(note) = note {
            a.ref id=(ref_id(face.id)) href={ "#" (note_id(article, note)) } aria-label=(anchors.say_of("note-on", "label", &note.number)) { (note.number) }
        }
    }
}

fn margin(article: &AnnotatedArticle, note: &Note, anchors: &Anchors) -> Markup {
    let short = &note.margin;
    html! {
        div {
            a.k href={ "#" (note_id(article, note)) } { (note.number) (status_icon(note.status)) }
            span {
                @if let Some(verdict) = &short.verdict { b { (verdict.label()) ". " } }
                @if let Some(words) = &short.warning { span.warn { (capitalised(words)) ". " } }
                @if !short.words.is_empty() { (short.words) } @else if short.verdict.is_none() && short.warning.is_none() { (anchors.language.status(note.status)) }
            }
        }
    }
}

fn note(article: &AnnotatedArticle, note: &Note, anchors: &Anchors) -> Markup {
    html! {
        div.note id=(note_id(article, note)) {
            b { (note.claim.label) }
            div {
                p { (quote(anchors.language, &note.quote)) " " (back(note, anchors)) }
                @if !note.restatement.is_empty() { p.full dir="auto" { (note.restatement) } }
                div.line { (status(anchors.language, note.status)) (rating(anchors.language, note.rating.as_ref())) @for words in &note.findings { (warning(words)) } }
                dl { (note_facts(note, anchors)) }
            }
        }
    }
}

/// Arrows back to every mark of the claim in this article and the names of its other places.
fn back(note: &Note, anchors: &Anchors) -> Markup {
    html! {
        @if anchors.has_mark(note.mark) { a.back href={ "#" (ref_id(note.mark)) } aria-label=(anchors.say_of("back-to", "label", &note.claim.label)) { "↑" } }
        @if !note.elsewhere.is_empty() { span.dim { " " (anchors.say("note-also-at")) " " (tables::places(&note.elsewhere, anchors)) } }
    }
}

fn note_facts(note: &Note, anchors: &Anchors) -> Markup {
    let reason = note.rating.as_ref().map_or("", |rating| rating.reason.as_str());
    html! {
        @if !reason.is_empty() { dt { (anchors.say("note-reason")) } dd { (reason) } }
        @if let Some(pieces) = &note.correction { dt { (anchors.say(if note.status == Status::Changed { "note-corrected" } else { "note-correction" })) } dd { (difference(pieces)) } }
        @if !note.evidence.is_empty() { dt { (anchors.say("note-evidence")) } dd { @for line in &note.evidence { p { (evidence(line, anchors)) } } } }
        @if !note.sources.is_empty() { dt { (anchors.say("note-sources")) } dd { @for line in &note.sources { p { (source(line, anchors)) } } } }
        @if !note.numbers.is_empty() { dt { (anchors.say("note-numbers")) } dd { @for line in &note.numbers { p { (number(line, anchors)) } } } }
        @for link in &note.links {
            dt { span.warn[link.is_contradiction] { (capitalised(&link.words)) } }
            dd { (claim_link(anchors, &link.claim)) " " (quote(anchors.language, &link.quote)) @if !link.note.is_empty() { " – " (link.note) } }
        }
        @if !note.notes.is_empty() { dt { (anchors.say("note-note")) } dd { @for words in &note.notes { p { (words) } } } }
        @if !note.keywords.is_empty() { dt { (anchors.say("note-keywords")) } dd { (anchors.language.commas(&note.keywords)) } }
        @if !note.signed.is_empty() { dt { (anchors.say("fact-signed")) } dd { (note.signed) } }
    }
}

fn evidence(line: &EvidenceLine, anchors: &Anchors) -> Markup {
    let parts = [(!line.text.is_empty()).then(|| html! { (line.text) }), (!line.locator.is_empty()).then(|| html! { (line.locator) })];
    let address = (!line.url.is_empty()).then(|| address(&line.url));
    html! {
        b.warn[line.stance == Stance::Contradicts] { (anchors.language.stance(line.stance)) ": " }
        (joined(parts.into_iter().flatten().chain(address), ", "))
    }
}

fn source(line: &SourceLine, anchors: &Anchors) -> Markup {
    html! {
        (jump_link(anchors, Jump::Record(Mention::Source(line.source)), &line.name))
        @if !line.role.is_empty() { ", " (line.role) }
        span.quiet {
            " – " (anchors.language.kind(line.kind).to_lowercase())
            @if line.first_hand == FirstHand::Yes { ", " (anchors.say("first-hand")) } @else if line.first_hand == FirstHand::No { ", " (anchors.say("second-hand")) }
            @if !line.grade.is_empty() { ", " (line.grade) }
        }
        @if !line.locator.is_empty() { ", " (address(&line.locator)) }
        @if !line.note.is_empty() { " – " (line.note) }
    }
}

fn number(line: &NumberLine, anchors: &Anchors) -> Markup {
    html! {
        span.q dir="auto" { (jump_link(anchors, Jump::Record(Mention::Number(line.number)), &line.written)) } ": " b { (line.reading) }
        @if line.approximation != Approximation::Exact { ", " (anchors.language.approximation(line.approximation)) }
        @if !line.about.is_empty() { span.quiet { " – " (line.about) } }
    }
}

fn set_aside(article: &AnnotatedArticle, anchors: &Anchors) -> Markup {
    html! {
        @if !article.set_aside.is_empty() {
            div.notes {
                h4 { (anchors.say_of("not-checkable-in", "letter", &article.letter)) }
                ul.plain {
                    @for passage in &article.set_aside {
                        li { span.quiet { (passage.place) ", " (anchors.language.reason(passage.reason)) ": " } (quote(anchors.language, &passage.words)) }
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
                h4 { (anchors.say_of("remarks-in", "letter", &article.letter)) }
                ul.plain {
                    @for remark in &article.remarks {
                        li {
                            (place_link(anchors, &remark.place)) ", " (anchors.language.tag(remark.tag)) " " (quote(anchors.language, &remark.quote))
                            @if !remark.note.is_empty() { ": " (remark.note) }
                            @if !remark.keywords.is_empty() { span.quiet { " (" (anchors.language.commas(&remark.keywords)) ")" } }
                        }
                    }
                }
            }
        }
    }
}
