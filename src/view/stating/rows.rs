//! The numbers that can be put together with one, as plain rows: those of its own article first, the nearest before others.

use std::collections::BTreeMap;

use crate::model::annotation::Mention;
use crate::model::id::{DocumentId, QuantityId};
use crate::model::quantity::{Dimension, Unit};
use crate::model::stated::Relation;
use crate::session::Session;
use crate::view::place::paragraph_words;

/// Numbers listed at most; typing narrows them.
const MOST: usize = 60;

/// A number that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberChoice {
    /// The number.
    pub number: QuantityId,
    /// Its words at its first mark.
    pub words: String,
    /// Where it stands and what it reads as: `A ¶3, 1,500 troops`.
    pub remark: String,
}

/// What a number shows of itself; nothing where it has no mark.
pub fn choice(session: &Session, number: QuantityId) -> Option<NumberChoice> {
    let project = session.project();
    let mark = project.annotations().get(session.lookup().mentions(Mention::Number(number)).first()?)?;
    let document = project.document(mark.document)?;
    let reading = project.quantities().get(&number)?.reading();
    Some(NumberChoice {
        number,
        words: project.quote(mark).split_whitespace().collect::<Vec<_>>().join(" "),
        remark: format!("{} {}, {reading}", project.letter(mark.document), paragraph_words(document, mark.span.start())),
    })
}

/// All numbers that agree with what is typed, without those that are chosen already.
pub fn choices(session: &Session, chosen: &[QuantityId], typed: &str) -> Vec<NumberChoice> {
    let (project, lookup) = (session.project(), session.lookup());
    let ranks: BTreeMap<DocumentId, usize> = project.order().iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
    let place = |number: QuantityId| {
        let mark = project.annotations().get(lookup.mentions(Mention::Number(number)).first()?)?;
        Some((mark.document, mark.span.start()))
    };
    let here = chosen.first().and_then(|first| place(*first));
    let wanted = typed.trim().to_lowercase();
    let agrees = |number: QuantityId| wanted.is_empty() || lookup.quote(project, Mention::Number(number)).to_lowercase().contains(&wanted);
    let numbers = project.quantities().keys().copied().filter(|number| !chosen.contains(number) && agrees(*number));
    let mut placed: Vec<_> = numbers.filter_map(|number| Some((place(number)?, number))).collect();
    placed.sort_by_key(|((document, at), number)| {
        let near = here.filter(|(own, _)| own == document).map(|(_, own)| own.abs_diff(*at));
        (near.is_none(), near, ranks.get(document).copied(), *at, *number)
    });
    placed.into_iter().take(MOST).filter_map(|(_, number)| choice(session, number)).collect()
}

/// How a number most likely belongs to others: per cent are of something, a rate is dealt out, most others are sums.
pub fn likely(session: &Session, number: QuantityId) -> Relation {
    let Some(number) = session.project().quantities().get(&number) else { return Relation::Sum };
    let dimension = Unit::find(&number.unit).map(|unit| unit.dimension);
    match dimension {
        _ if !number.per.is_empty() => Relation::PerHead,
        Some(Dimension::Share) => Relation::Share,
        Some(Dimension::Time | Dimension::Calendar) => Relation::Span,
        _ => Relation::Sum,
    }
}
