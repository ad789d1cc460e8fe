//! What the marks of an article look like as plain facts: how deep a claim nests, what is open, which sources are named.
//! Prepared once for each change of the project, for the marks in view only when they are painted.

use crate::model::annotation::{Annotation, Mark, Mention, Tag};
use crate::model::claim::Status;
use crate::model::document::Span;
use crate::model::link::Role;
use crate::model::source::SourceKind;
use crate::session::Session;

/// Levels of nesting that are told apart; deeper ones look like the last.
pub const LEVELS: usize = 3;

/// How a mark is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A claim: brackets and a wash.
    Claim {
        /// How many claims contain it, at most 2.
        level: usize,
        /// Whether it is settled: then it fades.
        is_settled: bool,
        /// Whether it is to be taken out.
        is_cut: bool,
    },
    /// A number: a solid lane.
    Number {
        /// Whether it stands inside another number.
        is_inner: bool,
    },
    /// A source: a broken lane.
    Source {
        /// Whether nobody is named.
        is_anonymous: bool,
    },
}

/// A mark with its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The mark.
    pub mark: Mark,
    /// Its look.
    pub sign: Sign,
}

/// The looks of these marks (all that overlap some text, in index order), longest claims first.
pub fn signs(session: &Session, marks: &[Mark]) -> Vec<Signed> {
    let mut signed: Vec<Signed> =
        marks.iter().filter_map(|mark| Some(Signed { mark: *mark, sign: sign(session, marks, *mark)? })).collect();
    signed.sort_by_key(|signed| std::cmp::Reverse(signed.mark.span.len()));
    signed
}

fn sign(session: &Session, marks: &[Mark], mark: Mark) -> Option<Sign> {
    let project = session.project();
    let annotation = project.annotations().get(&mark.id)?;
    match annotation.mention {
        Mention::Claim(id) => {
            let claim = project.claims().get(&id)?;
            let level = around(marks, mark).min(LEVELS - 1);
            Some(Sign::Claim { level, is_settled: claim.status.is_settled(), is_cut: claim.status == Status::Cut })
        }
        Mention::Number(_) => Some(Sign::Number { is_inner: around(marks, mark) > 0 }),
        Mention::Source(id) => {
            let source = project.sources().get(&id)?;
            Some(Sign::Source { is_anonymous: source.kind == SourceKind::Anonymous })
        }
    }
}

/// How many marks of the same tag contain a mark. Of two on the same words, the older one is the outer.
fn around(marks: &[Mark], mark: Mark) -> usize {
    let contains = |other: &&Mark| {
        let is_same = other.span == mark.span;
        other.tag == mark.tag && other.id != mark.id && other.span.contains(mark.span) && (!is_same || other.id < mark.id)
    };
    marks.iter().filter(contains).count()
}

/// Stretches that lie in two claims of which neither contains the other, where at least one is open.
pub fn crossings(signed: &[Signed]) -> Vec<Span> {
    let claims: Vec<(Span, bool)> = signed
        .iter()
        .filter_map(|signed| match signed.sign {
            Sign::Claim { is_settled, .. } => Some((signed.mark.span, is_settled)),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for (at, (one, one_settled)) in claims.iter().enumerate() {
        for (other, other_settled) in claims.iter().skip(at + 1) {
            let is_nested = one.contains(*other) || other.contains(*one);
            let is_open = !*one_settled || !*other_settled;
            if is_open && !is_nested {
                found.extend(one.intersection(*other));
            }
        }
    }
    found
}

/// What a mark is called for a screen reader (design language, section 11).
pub fn spoken(session: &Session, annotation: &Annotation) -> String {
    let project = session.project();
    let lookup = session.lookup();
    let quote = project.quote(annotation);
    let mut parts: Vec<String> = Vec::new();
    match annotation.mention {
        Mention::Claim(id) => {
            parts.push(format!("Claim {}", project.claim_label(id)));
            if let Some(claim) = project.claims().get(&id) {
                parts.push(claim.status.word().to_lowercase());
                parts.extend(claim.rating.as_ref().map(|rating| format!("rated {}", project.scale().label(rating.grade))));
            }
            let labels = |role: Role| {
                let linked = lookup.linked(project, annotation.mention, role);
                let claims = linked
                    .into_iter()
                    .filter_map(|record| if let Mention::Claim(id) = record { Some(project.claim_label(id)) } else { None });
                claims.collect::<Vec<_>>()
            };
            let against = labels(Role::Contradicts);
            if !against.is_empty() {
                parts.push(format!("contradicts {}", against.join(" and ")));
            }
            let numbers = lookup.linked(project, annotation.mention, Role::Contains).len();
            if numbers > 0 {
                parts.push(crate::view::wording::count(numbers, "number"));
            }
            match lookup.sources_of(project, id).len() {
                0 => parts.push("no source".to_owned()),
                sources => parts.push(crate::view::wording::count(sources, "source")),
            }
            return format!("{}. {quote}", parts.join(", "));
        }
        Mention::Number(id) => {
            parts.push(format!("Number, {quote}"));
            if let Some(number) = project.quantities().get(&id) {
                parts.push(if number.value.is_some() { format!("read as {}", number.reading()) } else { "not read".to_owned() });
                parts.push(number.approximation.word().to_owned());
            }
        }
        Mention::Source(id) => {
            let kind = project.sources().get(&id).map_or("", |source| source.kind.word()).to_lowercase();
            parts.push(format!("Source, {kind}, {quote}"));
            let claims = lookup.linked(project, annotation.mention, Role::RestsOn).len();
            parts.push(crate::view::wording::count(claims, "claim"));
        }
    }
    let owner = lookup.linked(project, annotation.mention, Role::Contains).into_iter().next();
    if let Some(Mention::Claim(id)) = owner {
        parts.push(format!("in claim {}", project.claim_label(id)));
    }
    parts.join(", ")
}

/// The tag's word and, for claims, the name: for tooltips.
pub fn hover(session: &Session, annotation: &Annotation) -> String {
    match annotation.mention.tag() {
        Tag::Claim => spoken(session, annotation).split(". ").next().unwrap_or_default().to_owned(),
        Tag::Number | Tag::Source => spoken(session, annotation),
    }
}
