//! What the marks of an article look like as plain facts: how deep a claim nests, what is open, which sources are named.
//! Prepared once for each change of the project, for the marks in view only when they are painted.

use super::known::{Known, Record};
use crate::model::annotation::{Annotation, Doubtful, Mark, Mention, Tag};
use crate::model::claim::Status;
use crate::model::document::Span;
use crate::model::link::Role;
use crate::model::source::SourceKind;
use crate::session::Session;
use crate::session::doubts::fate_words;

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
pub fn signs(known: &[Known<'_>]) -> Vec<Signed> {
    let marks: Vec<Mark> = known.iter().map(|known| known.mark).collect();
    let looks = known.iter().zip(around(&marks)).map(|(known, around)| Signed { mark: known.mark, sign: sign(known.record, around) });
    let mut signed: Vec<Signed> = looks.collect();
    signed.sort_by_key(|signed| std::cmp::Reverse(signed.mark.span.len()));
    signed
}

fn sign(record: Record<'_>, around: usize) -> Sign {
    match record {
        Record::Claim(claim) => {
            let level = around.min(LEVELS - 1);
            Sign::Claim { level, is_settled: claim.is_settled(), is_cut: claim.status == Status::Cut }
        }
        Record::Number => Sign::Number { is_inner: around > 0 },
        Record::Source(source) => Sign::Source { is_anonymous: source.kind == SourceKind::Anonymous },
    }
}

/// How many marks of the same tag contain each mark, counted up to what is told apart. Of two on the same words, the older one
/// is the outer. In index order a container comes before what it contains, so only marks that still run are looked at.
fn around(marks: &[Mark]) -> Vec<usize> {
    let mut running: Vec<Mark> = Vec::new();
    let count = |mark: &Mark| {
        running.retain(|other| other.span.end() > mark.span.start());
        let containers = running.iter().filter(|other| other.tag == mark.tag && other.span.end() >= mark.span.end());
        let found = containers.take(LEVELS).count();
        running.push(*mark);
        found
    };
    marks.iter().map(count).collect()
}

/// Stretches that lie in two claims of which neither contains the other, where at least one is open.
pub fn crossings(signed: &[Signed]) -> Vec<Span> {
    let claim = |signed: &Signed| match signed.sign {
        Sign::Claim { is_settled, .. } => Some((signed.mark.span, is_settled)),
        _ => None,
    };
    let mut claims: Vec<(Span, bool)> = signed.iter().filter_map(claim).collect();
    claims.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut running: Vec<(Span, bool)> = Vec::new();
    let mut found = Vec::new();
    for (span, is_settled) in claims {
        running.retain(|(other, _)| other.end() > span.start());
        // What runs began no later; it crosses where it ends earlier.
        let crossing = running.iter().filter(|(other, settled)| other.end() < span.end() && !(is_settled && *settled));
        found.extend(crossing.filter_map(|(other, _)| other.intersection(span)));
        running.push((span, is_settled));
    }
    found
}

/// Stretches in order, those that overlap or touch as one: where marks are dense, several claims cross on the same words.
pub fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable_by_key(|span| span.start());
    spans.dedup_by(|next, last| {
        let is_joined = next.start() <= last.end();
        if is_joined {
            *last = Span::between(last.start(), last.end().max(next.end()));
        }
        is_joined
    });
    spans
}

/// What a mark is called for a screen reader (design language, section 11).
pub fn spoken(session: &Session, annotation: &Annotation) -> String {
    let project = session.project();
    let lookup = session.lookup();
    let quote = project.quote(annotation);
    let mut parts: Vec<String> = Vec::new();
    let again = annotation.doubt.as_deref().map(|doubt| format!("{}, look again", fate_words(doubt.fate).to_lowercase()));
    if annotation.is_lost() {
        return format!("{}. {quote}", session.doubt_words(Doubtful::Mark(annotation.id)));
    }
    match annotation.mention {
        Mention::Claim(id) => {
            parts.push(format!("Claim {}", project.claim_label(id)));
            if let Some(claim) = project.claims().get(&id) {
                parts.push(claim.status.word().to_lowercase());
                parts.extend(claim.rating.as_ref().map(|rating| format!("rated {}", project.scale().label(rating.grade))));
            }
            parts.extend(again);
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
            parts.extend(again);
        }
        Mention::Source(id) => {
            let kind = project.sources().get(&id).map_or("", |source| source.kind.word()).to_lowercase();
            parts.push(format!("Source, {kind}, {quote}"));
            parts.extend(again);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{AnnotationId, Uid};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn marks(spans: &[(usize, usize, bool)]) -> Vec<Mark> {
        let mark = |(id, (start, len, is_claim)): (usize, &(usize, usize, bool))| Mark {
            span: Span::between(*start, start + len),
            id: AnnotationId(Uid(id as u64)),
            tag: if *is_claim { Tag::Claim } else { Tag::Number },
        };
        let mut marks: Vec<Mark> = spans.iter().enumerate().map(mark).collect();
        marks.sort_by_key(Mark::key);
        marks
    }

    proptest! {
        #[test]
        fn levels_and_crossings_agree_with_comparing_every_pair(spans in prop::collection::vec((0usize..60, 1usize..30, any::<bool>()), 0..40)) {
            let marks = marks(&spans);
            let contains = |outer: &Mark, inner: &Mark| {
                let is_same = outer.span == inner.span;
                outer.tag == inner.tag && outer.id != inner.id && outer.span.contains(inner.span) && (!is_same || outer.id < inner.id)
            };
            let naive: Vec<usize> = marks.iter().map(|mark| marks.iter().filter(|other| contains(other, mark)).count().min(LEVELS)).collect();
            prop_assert_eq!(around(&marks), naive);
            let claims: Vec<Signed> = marks.iter().filter(|mark| mark.tag == Tag::Claim).map(|mark| Signed {
                mark: *mark,
                sign: Sign::Claim { level: 0, is_settled: mark.id.0.0.is_multiple_of(2), is_cut: false },
            }).collect();
            let mut pairs = BTreeSet::new();
            for one in &claims {
                for other in &claims {
                    let (a, b) = (one.mark, other.mark);
                    let is_open = a.id.0.0 % 2 == 1 || b.id.0.0 % 2 == 1;
                    if is_open && !a.span.contains(b.span) && !b.span.contains(a.span) {
                        pairs.extend(a.span.intersection(b.span));
                    }
                }
            }
            prop_assert_eq!(crossings(&claims).into_iter().collect::<BTreeSet<_>>(), pairs);
        }
    }

    proptest! {
        #[test]
        fn joined_stretches_cover_the_same_bytes_and_lie_apart(spans in prop::collection::vec((0usize..60, 1usize..9), 0..20)) {
            let spans: Vec<Span> = spans.into_iter().map(|(start, len)| Span::between(start, start + len)).collect();
            let joined = joined(spans.clone());
            let covers = |spans: &[Span], byte| spans.iter().any(|span| span.covers(byte));
            prop_assert!((0..80).all(|byte| covers(&spans, byte) == covers(&joined, byte)));
            prop_assert!(joined.windows(2).all(|pair| pair[0].end() < pair[1].start()));
        }

        #[test]
        fn levels_and_crossings_stay_as_they_are_while_the_page_scrolls(
            spans in prop::collection::vec((0usize..200, 1usize..90, any::<bool>()), 0..40),
            views in prop::collection::vec((0usize..200, 5usize..40), 1..6),
        ) {
            let marks = marks(&spans);
            let levels = around(&marks);
            let claims = |marks: &[Mark]| -> Vec<Signed> {
                let sign = Sign::Claim { level: 0, is_settled: false, is_cut: false };
                marks.iter().filter(|mark| mark.tag == Tag::Claim).map(|mark| Signed { mark: *mark, sign }).collect()
            };
            for (start, len) in views {
                let view = Span::between(start, start + len);
                let seen: Vec<Mark> = marks.iter().copied().filter(|mark| mark.span.overlaps(view)).collect();
                let of_all: Vec<usize> =
                    marks.iter().zip(&levels).filter(|(mark, _)| mark.span.overlaps(view)).map(|(_, level)| *level).collect();
                prop_assert_eq!(around(&seen), of_all);
                let shown = |marks: &[Mark]| -> BTreeSet<Span> {
                    crossings(&claims(marks)).into_iter().filter_map(|crossing| crossing.intersection(view)).collect()
                };
                prop_assert_eq!(shown(&seen), shown(&marks));
            }
        }
    }
}
