//! Checks that a checker states: the numbers may stand in any sentences of any articles. They are judged as those that are found.

use rust_decimal::prelude::ToPrimitive;

use super::age::Birth;
use super::sentence::{Figure, looks_rounded};
use super::{Check, Kind, Verdict, age, growth, parts, per_head, share, span};
use crate::model::annotation::Mention;
use crate::model::day::Day;
use crate::model::document::{Language, Span};
use crate::model::id::QuantityId;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::model::quantity::conversion::conversion;
use crate::model::stated::{Relation, Stated};
use crate::suggest::quantity::{self, figures};

/// A number that is part of a stated check.
struct Given<'a> {
    figure: Figure,
    /// Its words at its first mark.
    words: &'a str,
    /// The day of the article.
    published: Option<Day>,
}

/// What a stated check comes to; nothing where one of its numbers is gone, or its relation is not known here.
pub fn judge(project: &Project, lookup: &Lookup, stated: &Stated) -> Option<Check> {
    let relation = stated.relation.filter(|relation| relation.takes(stated.numbers.len()))?;
    let given: Vec<Given<'_>> = stated.numbers.iter().map(|id| given(project, lookup, *id)).collect::<Option<_>>()?;
    let judged = judged(relation, &given).unwrap_or_else(|| not_worked_out(relation, &given));
    Some(Check { places: Vec::new(), numbers: stated.numbers.clone(), ..judged })
}

/// A number as a figure, wherever it stands; nothing where it is gone.
pub(super) fn figure(project: &Project, lookup: &Lookup, id: QuantityId) -> Option<Figure> {
    given(project, lookup, id).map(|given| given.figure)
}

fn given<'a>(project: &'a Project, lookup: &Lookup, id: QuantityId) -> Option<Given<'a>> {
    let number = project.quantities().get(&id)?;
    let mark = lookup.mentions(Mention::Number(id)).first().and_then(|mark| project.annotations().get(mark));
    let document = mark.and_then(|mark| project.document(mark.document));
    let words = mark.map_or("", |mark| project.quote(mark));
    let language = document.map_or(Language::English, |document| document.language());
    let span = mark.map_or(Span::between(0, 0), |mark| mark.span);
    let core = figures(words, language).into_iter().find_map(|figure| match figure {
        quantity::Figure::Quantity(found) => words.get(found.figure.range()),
        quantity::Figure::Other { .. } => None,
    });
    let figure = Figure {
        span,
        core: span,
        quantity: number.clone(),
        also: None,
        numbers: vec![id],
        looks_rounded: looks_rounded(core.unwrap_or(words), language),
    };
    Some(Given { figure, words, published: document.and_then(super::day_of) })
}

fn judged(relation: Relation, given: &[Given<'_>]) -> Option<Check> {
    let figures: Vec<Figure> = given.iter().map(|given| given.figure.clone()).collect();
    match (relation, figures.as_slice()) {
        (Relation::Sum, [total, of @ ..]) => parts::sum((total, of), true),
        (Relation::Part, [whole, of @ ..]) => parts::of_whole(of, whole),
        (Relation::Share, [per_cent, part, whole]) => share::compared((part, whole, per_cent), true),
        (Relation::Growth, [old, new]) => {
            let (equation, _) = growth::equation(old, new)?;
            Some(said(Kind::Growth, equation, growth::NOT_SAID.to_owned()))
        }
        (Relation::Growth, [old, new, by]) => growth::grown(old, new, by),
        (Relation::PerHead, [rate, total, heads]) => per_head::judged(rate, total, heads),
        (Relation::Conversion, [one, other]) => {
            let found = conversion(&one.quantity, &other.quantity)?;
            let verdict = if found.holds { Verdict::Holds } else { Verdict::Fails };
            Some(Check { verdict, ..said(Kind::Conversion, found.equation, found.working) })
        }
        (Relation::Span, [span, ..]) => span::between(span, (given.get(1)?.day()?, given.get(2)?.day()?), true),
        (Relation::Age, [age, ..]) => {
            let on = given.get(2).map_or_else(|| given.first().and_then(|age| age.published), Given::day);
            Some(age::judged(age.value()?.to_i64()?, given.get(1)?.birth()?, on))
        }
        _ => None,
    }
}

/// Somebody must look: with the reason.
fn said(kind: Kind, equation: String, working: String) -> Check {
    Check { kind, verdict: Verdict::Open, equation, working, places: Vec::new(), numbers: Vec::new() }
}

fn not_worked_out(relation: Relation, given: &[Given<'_>]) -> Check {
    let words = |given: &Given<'_>| given.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let needs_day = |at: usize| matches!((relation, at), (Relation::Span, 1 | 2) | (Relation::Age, 1 | 2));
    let missing = given.iter().enumerate().find_map(|(at, given)| match needs_day(at) {
        true if given.day().is_none() => Some(format!("“{}” is no day that could be counted from.", words(given))),
        false if given.figure.value().is_none() => Some(format!("“{}” has no single value yet. Type it.", words(given))),
        _ => None,
    });
    let working = missing.unwrap_or_else(|| "These do not measure the same, so nothing comes of them together.".to_owned());
    said(kind_of(relation), given.iter().map(words).collect::<Vec<_>>().join(", "), working)
}

fn kind_of(relation: Relation) -> Kind {
    match relation {
        Relation::Sum => Kind::Sum,
        Relation::Part => Kind::Part,
        Relation::Share => Kind::Share,
        Relation::Growth => Kind::Growth,
        Relation::PerHead => Kind::PerHead,
        Relation::Conversion => Kind::Conversion,
        Relation::Span => Kind::Span,
        Relation::Age => Kind::Age,
    }
}

impl Given<'_> {
    /// The day that its words tell; one without a year has that of its article.
    fn day(&self) -> Option<Day> {
        let with_year = || Day::read(&format!("{} {}", self.words, self.published?.year));
        Day::read(self.words).or_else(with_year)
    }

    /// When somebody was born: a day, or a year alone.
    fn birth(&self) -> Option<Birth> {
        let year = || Some(Birth::Year(self.words.trim().parse().ok().filter(|year| (1000..3000).contains(year))?));
        Day::read(self.words).map(Birth::Day).or_else(year)
    }
}

#[cfg(test)]
mod tests;
