//! Small parts that every table uses: status signs, ratings, addresses, differences.

use maud::{Markup, PreEscaped, html};

use crate::model::claim::correction::Piece;
use crate::model::claim::{Grade, Status};
use crate::report::anchors::Anchors;
use crate::report::{ClaimRef, Jump, Language, Place, RatingFace, address};

/// Line drawings on a 16-unit grid, defined once and used by name.
const SHEET: &str = concat!(
    "<svg hidden xmlns=\"http://www.w3.org/2000/svg\">",
    "<symbol id=\"i-open\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6\"/></symbol>",
    "<symbol id=\"i-asked\" viewBox=\"0 0 16 16\"><path d=\"M14 2 9.5 14 7 9 2 6.5Zm0 0L7 9\"/></symbol>",
    "<symbol id=\"i-confirmed\" viewBox=\"0 0 16 16\"><path d=\"m2.5 8.5 4 4 7-9\"/></symbol>",
    "<symbol id=\"i-changed\" viewBox=\"0 0 16 16\"><path d=\"m2 14 .8-3.6L11 2.2l2.8 2.8-8.2 8.2Zm7.2-10 2.8 2.8\"/></symbol>",
    "<symbol id=\"i-cut\" viewBox=\"0 0 16 16\"><circle cx=\"3.8\" cy=\"4\" r=\"2\"/><circle cx=\"3.8\" cy=\"12\" r=\"2\"/>",
    "<path d=\"M5.4 5.2 14 12.5M5.4 10.8 14 3.5\"/></symbol>",
    "<symbol id=\"i-unresolved\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.3\"/>",
    "<path d=\"M6.2 6.4A1.9 1.9 0 1 1 8 8.5v.6M8 11.4h0\"/></symbol>",
    "<symbol id=\"i-warn\" viewBox=\"0 0 16 16\"><path d=\"M8 2 1.5 13.5h13ZM8 6.5v3M8 11.5h0\"/></symbol>",
    "</svg>"
);

/// The drawings; stands once at the start of the page.
pub(super) fn sheet() -> Markup {
    PreEscaped(SHEET.to_owned())
}

fn icon(name: &str) -> Markup {
    html! { svg aria-hidden="true" { use href={ "#i-" (name) } {} } }
}

/// The sign of a status.
pub(super) fn status_icon(status: Status) -> Markup {
    icon(match status {
        Status::Open => "open",
        Status::Asked => "asked",
        Status::Confirmed => "confirmed",
        Status::Changed => "changed",
        Status::Cut => "cut",
        Status::Unresolved => "unresolved",
    })
}

/// Sign and word of a status.
pub(super) fn status(language: Language, status: Status) -> Markup {
    html! { span.row.nw { (status_icon(status)) (language.status(status)) } }
}

/// Words of warning with their triangle.
pub(super) fn warning(words: &str) -> Markup {
    html! { span.row.warn { (icon("warn")) span { (words) } } }
}

/// Words of a check that holds.
pub(super) fn fine(words: &str) -> Markup {
    html! { span.row { span.ok { (icon("confirmed")) } span { (words) } } }
}

/// The class of a grade's colours.
pub(super) fn grade_class(grade: Grade) -> String {
    format!("g{}", grade.value())
}

/// The grade in its box, and its word.
pub(super) fn rating(language: Language, rating: Option<&RatingFace>) -> Markup {
    match rating {
        Some(rating) => html! { span.row.nw { i.g.(grade_class(rating.grade)) { (rating.grade.value()) } (rating.word) } },
        None => html! { span.dim { (language.say("not-rated")) } },
    }
}

/// A text that is a link when it is a web or mail address.
pub(super) fn address(text: &str) -> Markup {
    match address::link(text) {
        // A long address may break where it has a joint, rather than in the middle of a word.
        Some(address) => html! {
            a.url href=(address) rel="noopener noreferrer" { @for part in address.split_inclusive(['/', '.', '?', '&', '=', '_']) { (part) wbr; } }
        },
        None => html! { (text) },
    }
}

/// Old and new wording in one.
pub(super) fn difference(pieces: &[Piece]) -> Markup {
    html! {
        span.q dir="auto" {
            @for piece in pieces {
                @match piece {
                    Piece::Kept(words) => (words),
                    Piece::Struck(words) => del { (words) },
                    Piece::Added(words) => ins { (words) },
                }
            }
        }
    }
}

/// Words of an article inside a sentence: in quotation marks, unless they bring their own.
pub(super) fn quote(language: Language, words: &str) -> Markup {
    let is_quoted = words.starts_with(['“', '"', '„', '«', '‘']) || words.ends_with(['”', '"', '»', '’']);
    html! { span.q dir="auto" { @if is_quoted { (words) } @else { (language.say_with("quoted", &[("words", words.into())])) } } }
}

/// Parts with a separator between them.
pub(super) fn joined(parts: impl IntoIterator<Item = Markup>, separator: &str) -> Markup {
    html! { @for (at, part) in parts.into_iter().enumerate() { @if at > 0 { (separator) } (part) } }
}

/// The name of a claim, leading to its note.
pub(super) fn claim_link(anchors: &Anchors, claim: &ClaimRef) -> Markup {
    match anchors.note_of(claim.claim) {
        Some(note) => html! { a.lab href={ "#" (note) } { (claim.label) } },
        None => html! { b.lab { (claim.label) } },
    }
}

/// A place in the text, leading there.
pub(super) fn place_link(anchors: &Anchors, place: &Place) -> Markup {
    linked(anchors.of_place(place), &place.words)
}

/// Words that lead to where a jump goes, if the page has that place.
pub(super) fn jump_link(anchors: &Anchors, jump: Jump, words: &str) -> Markup {
    linked(anchors.of_jump(jump), words)
}

fn linked(target: Option<String>, words: &str) -> Markup {
    match target {
        Some(target) => html! { a href={ "#" (target) } { (words) } },
        None => html! { (words) },
    }
}
