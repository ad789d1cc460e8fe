//! Articles with their words, marks and passages, in code points.

use std::collections::BTreeMap;

use super::records::{file, reference, sign_off};
use super::shape::{Article, Aside, Doubt, Draft, Dropped, Mark, Part, Passage, Place};
use super::time;
use crate::model::annotation::{Anchor, Annotation, Fate};
use crate::model::document::aside::AsideKind;
use crate::model::document::offset::OffsetMap;
use crate::model::document::structure::Kind;
use crate::model::document::{Document, LineEnd, Offer, Span};
use crate::model::exclusion::Exclusion;
use crate::model::id::DocumentId;
use crate::model::project::Project;

/// All articles in the checker's order, each with everything that points into it, in the order of its text.
pub(super) fn articles(project: &Project) -> Vec<Article<'_>> {
    let mut marks: BTreeMap<DocumentId, Vec<&Annotation>> = BTreeMap::new();
    project.annotations().values().for_each(|mark| marks.entry(mark.document).or_default().push(mark));
    marks.values_mut().for_each(|marks| marks.sort_by_key(|mark| (mark.span, mark.id)));
    let mut passages: BTreeMap<DocumentId, Vec<&Exclusion>> = BTreeMap::new();
    project.exclusions().values().for_each(|passage| passages.entry(passage.document).or_default().push(passage));
    passages.values_mut().for_each(|passages| passages.sort_by_key(|passage| (passage.span, passage.id)));
    let mut with =
        |document: &Document| (marks.remove(&document.id).unwrap_or_default(), passages.remove(&document.id).unwrap_or_default());
    let documents: Vec<_> = project.documents().collect();
    documents.into_iter().map(|document| article(project, document, with(document))).collect()
}

fn article<'a>(project: &Project, document: &'a Document, (marks, passages): (Vec<&'a Annotation>, Vec<&'a Exclusion>)) -> Article<'a> {
    let offsets = OffsetMap::new(document.text.as_str());
    let place = |span| place(Anchor::of(&document.text, span, &offsets));
    Article {
        letter: project.letter(document.id),
        draft: draft(document, &offsets),
        marks: marks.into_iter().map(|told| mark(told, place(told.span))).collect(),
        not_checkable: passages
            .into_iter()
            .map(|passage| Passage {
                id: passage.id.to_string(),
                reason: passage.reason.word(),
                place: place(passage.span),
                doubt: passage.doubt.as_deref().map(doubt),
            })
            .collect(),
        earlier_drafts: document.earlier.iter().map(|earlier| draft(earlier, &OffsetMap::new(earlier.text.as_str()))).collect(),
    }
}

fn draft<'a>(document: &'a Document, offsets: &OffsetMap<'_>) -> Draft<'a> {
    let meta = &document.meta;
    Draft {
        id: document.id.to_string(),
        title: &meta.title,
        outlet: &meta.outlet,
        byline: &meta.byline,
        published: &meta.published,
        address: &meta.url,
        archived_at: &meta.archive_url,
        language: &meta.language,
        read_from: &meta.origin,
        original: document.original.as_ref().map(file),
        opened: time(document.opened),
        signed: document.signed.as_ref().map(sign_off),
        sha256: document.text.hash().to_string(),
        line_ends: line_ends(document.text.line_end()),
        had_byte_order_mark: document.text.had_bom(),
        text: document.text.as_str(),
        parts: document.structure.parts().iter().map(|told| part(document, offsets, (told.span, told.kind))).collect(),
        asides: document.asides.iter().map(|told| aside(offsets, told)).collect(),
        not_offered_again: document.dropped.iter().map(|told| dropped(offsets, *told)).collect(),
    }
}

fn dropped(offsets: &OffsetMap<'_>, dropped: crate::model::document::Dropped) -> Dropped {
    let offered_as = match dropped.offer {
        Offer::Mark(tag) => tag.word(),
        Offer::Aside => "aside",
    };
    let (start, end) = (offsets.char_from_byte(dropped.span.start()), offsets.char_from_byte(dropped.span.end()));
    Dropped { offered_as, start, end }
}

fn mark(mark: &Annotation, place: Place) -> Mark<'_> {
    Mark {
        id: mark.id.to_string(),
        mentions: reference(mark.mention),
        place,
        doubt: mark.doubt.as_deref().map(doubt),
        note: &mark.note,
        keywords: &mark.keywords,
        by: &mark.by,
        at: time(mark.created),
    }
}

fn place(anchor: Anchor) -> Place {
    Place { start: anchor.start_char, end: anchor.end_char, exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix }
}

fn doubt(doubt: &crate::model::annotation::Doubt) -> Doubt {
    let fate = match doubt.fate {
        Fate::Moved => "moved",
        Fate::Changed => "changed",
        Fate::Lost => "lost",
    };
    Doubt { fate, was: place(doubt.was.clone()) }
}

fn line_ends(line_end: LineEnd) -> &'static str {
    match line_end {
        LineEnd::Lf => "lf",
        LineEnd::CrLf => "crlf",
        LineEnd::Cr => "cr",
        LineEnd::Mixed => "mixed",
    }
}

fn aside<'a>(offsets: &OffsetMap<'_>, aside: &'a crate::model::document::Aside) -> Aside<'a> {
    let kind = match aside.kind {
        AsideKind::Comment => "comment",
        AsideKind::Footnote => "footnote",
        AsideKind::Insertion => "insertion",
        AsideKind::Deletion => "deletion",
    };
    let (start, end) = (offsets.char_from_byte(aside.span.start()), offsets.char_from_byte(aside.span.end()));
    Aside { kind, start, end, by: &aside.by, at: &aside.at, words: &aside.words }
}

fn part<'a>(document: &'a Document, offsets: &OffsetMap<'_>, (span, kind): (Span, Kind)) -> Part<'a> {
    let (name, number) = match kind {
        Kind::Table => ("table", None),
        Kind::Quote(depth) => ("quote", Some(depth.into())),
        Kind::Entry(depth) => ("list entry", Some(depth.into())),
        Kind::Heading(level) => ("heading", Some(level.into())),
        Kind::Caption => ("caption", None),
        Kind::Cell { is_head: true, .. } => ("head cell", None),
        Kind::Cell { .. } => ("cell", None),
        Kind::Sign => ("sign", None),
        Kind::Page(page) => ("page", Some(page)),
        Kind::Time(moment_ms) => ("moment", Some(moment_ms)),
        Kind::Strong => ("bold", None),
        Kind::Emphasis => ("italic", None),
        Kind::Link(_) => ("link", None),
    };
    let (start, end) = (offsets.char_from_byte(span.start()), offsets.char_from_byte(span.end()));
    let (row, column) = if let Kind::Cell { row, column, .. } = kind { (Some(row), Some(column)) } else { (None, None) };
    Part { kind: name, start, end, number, row, column, address: document.structure.target(kind) }
}
