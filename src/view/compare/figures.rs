//! The table of figures under the two articles: what both have, what only one has, and what other articles say of the same.

use std::collections::BTreeSet;

use super::building::Beside;
use super::rows::Column;
use crate::compare::Figure;
use crate::model::annotation::{Mention, Tag};
use crate::model::document::Span;
use crate::model::group::{Group, judged};
use crate::model::id::{DocumentId, GroupId};
use crate::model::link::Role;
use crate::model::quantity::agreement::Outcome;
use crate::model::quantity::{Quantity, Value};
use crate::session::Session;
use crate::view::wording::{listed, number_word};

/// A figure as an article has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The words.
    pub words: String,
    /// Where they stand.
    pub place: (DocumentId, Span),
}

/// What is to be said of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// In words.
    pub words: String,
    /// Whether somebody must look.
    pub is_warning: bool,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// What is measured, as the checker has said, or the word behind the figure.
    pub measured: String,
    /// Whether the checker has said it.
    pub is_said: bool,
    /// In the left article.
    pub one: Option<Cell>,
    /// In the right article.
    pub other: Option<Cell>,
    /// In other articles, by letter.
    pub others: Vec<(String, Cell)>,
    /// What follows from it.
    pub finding: Finding,
}

/// The table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureTable {
    /// Its rows: figures of both articles, then those of one.
    pub rows: Vec<FigureRow>,
    /// How many both have, only the left one, only the right one.
    pub counts: (usize, usize, usize),
}

/// A figure of one of the two, with its mark if it has one.
#[derive(Clone, Copy)]
struct Found<'a> {
    span: Span,
    value: Option<Value>,
    unit: &'a str,
    number: Option<&'a Quantity>,
    /// The passage in which it stands.
    passage: Option<usize>,
}

impl Found<'_> {
    fn measured(&self) -> &str {
        self.number.map_or("", |number| number.measured.trim())
    }

    fn group(&self) -> Option<GroupId> {
        self.number.and_then(|number| number.group)
    }

    /// Whether the checker has said that both measure the same.
    fn measures_as(&self, other: &Found<'_>) -> bool {
        let is_said = !self.measured().is_empty() && self.measured() == other.measured();
        is_said || self.group().is_some() && self.group() == other.group()
    }

    fn has_value_of(&self, other: &Found<'_>) -> bool {
        self.value.is_some() && self.value == other.value
    }

    /// Whether both have the same value in passages that belong together.
    fn is_in_passage_of(&self, other: &Found<'_>) -> bool {
        self.has_value_of(other) && self.passage.is_some() && self.passage == other.passage
    }

    /// Whether both have the same value of the same unit, as far as it is known.
    fn counts_as(&self, other: &Found<'_>) -> bool {
        self.has_value_of(other) && (self.unit == other.unit || self.unit.is_empty() || other.unit.is_empty())
    }
}

/// Where the same figure stands in both, in passages that belong together.
pub fn both(beside: &Beside) -> Vec<(Span, Span)> {
    let (ones, others) = (plain(beside, Column::One), plain(beside, Column::Other));
    paired(&ones, &others).into_iter().filter_map(|(one, other)| Some((ones.get(one?)?.span, others.get(other?)?.span))).collect()
}

fn plain(beside: &Beside, column: Column) -> Vec<Found<'_>> {
    let figures = column.of((&beside.found.figures.0, &beside.found.figures.1));
    figures.iter().map(|figure| found(beside, column, figure)).collect()
}

fn found<'a>(beside: &'a Beside, column: Column, figure: &'a Figure) -> Found<'a> {
    let passage = passage_of(beside, column, figure.span);
    Found { span: figure.span, value: Some(figure.value), unit: &figure.unit, number: None, passage }
}

fn passage_of(beside: &Beside, column: Column, span: Span) -> Option<usize> {
    beside.found.passages.iter().position(|passage| column.of((&passage.one, &passage.other)).span.contains(span))
}

/// Figures of one and of the other that are the same, in the order of one, then those of the other that are left: by what is measured, then
/// by value in the same passage, then by value and unit.
fn paired(ones: &[Found<'_>], others: &[Found<'_>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut partner: Vec<Option<usize>> = vec![None; ones.len()];
    let mut taken = vec![false; others.len()];
    let rules: [fn(&Found<'_>, &Found<'_>) -> bool; 3] =
        [|one, other| one.measures_as(other), |one, other| one.is_in_passage_of(other), |one, other| one.counts_as(other)];
    for rule in rules {
        for (one, partner) in ones.iter().zip(&mut partner) {
            if partner.is_some() {
                continue;
            }
            let beside = others.iter().enumerate().find(|(at, other)| taken.get(*at) == Some(&false) && rule(one, other));
            if let Some((at, _)) = beside {
                *partner = Some(at);
                taken.get_mut(at).into_iter().for_each(|taken| *taken = true);
            }
        }
    }
    let firsts = partner.iter().enumerate().map(|(at, partner)| (Some(at), *partner));
    let rest = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(at, _)| (None, Some(at)));
    firsts.chain(rest).collect()
}

/// The table of two articles. With `has_others`, what all other articles say of the same.
pub fn table(session: &Session, beside: &Beside, has_others: bool) -> FigureTable {
    let (ones, others) = (marked(session, beside, Column::One), marked(session, beside, Column::Other));
    let pairs = paired(&ones, &others);
    let mut rows: Vec<(usize, FigureRow)> = Vec::new();
    let mut told: Vec<Found<'_>> = Vec::new();
    let mut counts = (0, 0, 0);
    for is_both in [true, false] {
        for (one, other) in &pairs {
            let (one, other) = (one.and_then(|at| ones.get(at).copied()), other.and_then(|at| others.get(at).copied()));
            let Some(figure) = one.or(other).filter(|_| (one.is_some() && other.is_some()) == is_both) else { continue };
            // The same figure is said more than once in an article as a rule.
            if told.iter().any(|known| is_again(known, &figure)) {
                continue;
            }
            told.push(figure);
            let (rank, count) = match (one, other) {
                (Some(_), Some(_)) => (0, &mut counts.0),
                (Some(_), None) => (1, &mut counts.1),
                _ => (2, &mut counts.2),
            };
            *count += 1;
            rows.push((rank, row(session, beside, (one, other), has_others)));
        }
    }
    rows.sort_by_key(|(rank, row)| (*rank, !row.finding.is_warning));
    FigureTable { rows: rows.into_iter().map(|(_, row)| row).collect(), counts }
}

/// A figure from which on the same value is hardly twice in two articles by chance.
const TELLING: i64 = 1_000;

/// Whether a figure is one that was told already.
fn is_again(known: &Found<'_>, figure: &Found<'_>) -> bool {
    let is_large = figure.value.is_some_and(|value| value.low >= TELLING.into());
    let is_same_unit = known.unit == figure.unit || known.unit.is_empty() || figure.unit.is_empty() || is_large;
    known.value.is_some() && known.value == figure.value && is_same_unit
}

/// The figures of an article: the marked ones, and what else is written in digits.
fn marked<'a>(session: &'a Session, beside: &'a Beside, column: Column) -> Vec<Found<'a>> {
    let project = session.project();
    let written = plain(beside, column);
    let marks = session.lookup().document(column.of(beside.two)).into_iter().flat_map(|document| document.marks.iter());
    let numbers = marks.filter(|mark| mark.tag == Tag::Number).filter_map(|mark| {
        let Mention::Number(id) = project.annotations().get(&mark.id)?.mention else { return None };
        let number = project.quantities().get(&id)?;
        let passage = passage_of(beside, column, mark.span);
        let behind = written.iter().find(|found| found.span.overlaps(mark.span)).map_or("", |found| found.unit);
        let unit = if number.unit.trim().is_empty() { behind } else { number.unit.trim() };
        Some(Found { span: mark.span, value: number.value, unit, number: Some(number), passage })
    });
    let mut all: Vec<Found<'a>> = numbers.collect();
    let unmarked: Vec<Found<'a>> = written.iter().filter(|found| !all.iter().any(|mark| mark.span.overlaps(found.span))).copied().collect();
    all.extend(unmarked);
    all.sort_by_key(|found| found.span);
    all
}

fn row(session: &Session, beside: &Beside, (one, other): (Option<Found<'_>>, Option<Found<'_>>), has_others: bool) -> FigureRow {
    let cell = |found: Option<Found<'_>>, column: Column| {
        let found = found?;
        let reading = column.of((&beside.one, &beside.other));
        let words = reading.text().slice(found.span).split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Cell { words, place: (column.of(beside.two), found.span) })
    };
    let both = [one, other];
    let group = both.iter().flatten().find_map(Found::group).and_then(|group| session.project().groups().get(&group));
    let said = both.iter().flatten().map(Found::measured).find(|measured| !measured.is_empty());
    let said = group.map(Group::title).or(said);
    let unit = both.iter().flatten().map(|found| found.unit.trim()).find(|unit| !unit.is_empty());
    let numbers: Vec<&Quantity> = both.iter().flatten().filter_map(|found| found.number).collect();
    let elsewhere = if has_others { elsewhere(session, beside, &numbers) } else { Vec::new() };
    let grouped = group.filter(|_| has_others).and_then(|group| verdict(session, group));
    let finding = grouped.unwrap_or_else(|| finding(session, beside, (one, other), &elsewhere));
    let others = elsewhere.into_iter().map(|said| (session.project().letter(said.cell.place.0), said.cell)).collect();
    FigureRow {
        measured: said.or(unit).unwrap_or_default().to_owned(),
        is_said: said.is_some(),
        one: cell(one, Column::One),
        other: cell(other, Column::Other),
        others,
        finding,
    }
}

/// What the figures of a group say together; nothing where no two of them were read.
fn verdict(session: &Session, group: &Group) -> Option<Finding> {
    let agreement = judged(session.project(), session.lookup(), group).agreement;
    let is_told = agreement.outcome != Outcome::Nothing;
    is_told.then(|| Finding { words: agreement.sentence(), is_warning: agreement.outcome.is_warning() })
}

/// What another article says of the same.
struct Elsewhere {
    cell: Cell,
    value: Option<Value>,
    /// Whether a checker has said that the two contradict each other.
    contradicts: bool,
}

/// What other articles say of what these numbers measure: by their group, by what the checker wrote as measured, and by claims that are
/// linked as the same or as contradicting.
fn elsewhere(session: &Session, beside: &Beside, numbers: &[&Quantity]) -> Vec<Elsewhere> {
    let (project, lookup) = (session.project(), session.lookup());
    let mut found: Vec<(Mention, bool)> = Vec::new();
    for number in numbers {
        let measured = number.measured.trim();
        let is_same = |other: &&Quantity| {
            other.group.is_some() && other.group == number.group || !measured.is_empty() && other.measured.trim() == measured
        };
        let same = project.quantities().values().filter(is_same);
        found.extend(same.map(|other| (Mention::Number(other.id), false)));
        found.extend(linked(session, number));
    }
    let mut told = BTreeSet::new();
    let places = found.into_iter().flat_map(|(record, contradicts)| {
        let mentions = lookup.mentions(record).iter().filter_map(|id| project.annotations().get(id));
        mentions.map(move |mark| (mark, record, contradicts)).collect::<Vec<_>>()
    });
    let outside = places.filter(|(mark, ..)| mark.document != beside.two.0 && mark.document != beside.two.1 && !mark.is_lost());
    let outside: Vec<_> = outside.collect();
    let said = outside.into_iter().filter(|(mark, record, _)| told.insert((mark.document, *record)));
    let elsewhere = said.map(|(mark, record, contradicts)| {
        let value = match record {
            Mention::Number(id) => project.quantities().get(&id).and_then(|number| number.value),
            _ => None,
        };
        Elsewhere { cell: Cell { words: project.quote(mark).to_owned(), place: (mark.document, mark.span) }, value, contradicts }
    });
    elsewhere.collect()
}

/// The numbers of claims that are linked to the claims of a number, of the same unit; the claim itself where it has none.
fn linked(session: &Session, number: &Quantity) -> Vec<(Mention, bool)> {
    let (project, lookup) = (session.project(), session.lookup());
    let links = |record: Mention| lookup.links(record).iter().filter_map(|id| project.links().get(id)).collect::<Vec<_>>();
    let contained =
        |claim: Mention| links(claim).into_iter().filter(|link| link.role == Role::Contains).map(move |link| link.other_end(claim));
    let is_comparable = |record: &Mention| match record {
        Mention::Number(id) => project.quantities().get(id).is_some_and(|other| other.unit.trim() == number.unit.trim()),
        _ => false,
    };
    let mut found = Vec::new();
    for claim in links(Mention::Number(number.id)).into_iter().filter(|link| link.role == Role::Contains).map(|link| link.from) {
        for link in links(claim).into_iter().filter(|link| matches!(link.role, Role::Same | Role::Contradicts)) {
            let beside = link.other_end(claim);
            let contradicts = link.role == Role::Contradicts;
            let mut numbers = contained(beside).peekable();
            // Where the other claim has figures and none of this unit, it speaks against something else of this claim.
            if numbers.peek().is_none() && contradicts {
                found.push((beside, contradicts));
            }
            found.extend(numbers.filter(is_comparable).map(|number| (number, contradicts)));
        }
    }
    found
}

fn finding(session: &Session, beside: &Beside, (one, other): (Option<Found<'_>>, Option<Found<'_>>), elsewhere: &[Elsewhere]) -> Finding {
    let letter = |id| session.project().letter(id);
    let (here, there) = (letter(beside.two.0), letter(beside.two.1));
    let warning = |words: String| Finding { words, is_warning: true };
    let values: BTreeSet<String> = [one, other].iter().flatten().filter_map(|found| found.value).map(|value| value.to_string()).collect();
    let of_both = if one.is_some() && other.is_some() {
        "both"
    } else if one.is_some() {
        &here
    } else {
        &there
    };
    let against: BTreeSet<String> = elsewhere.iter().filter(|said| said.contradicts).map(|said| letter(said.cell.place.0)).collect();
    if !against.is_empty() {
        return warning(format!(
            "{} contradict{} {of_both}",
            listed(&against.iter().cloned().collect::<Vec<_>>()),
            if against.len() == 1 { "s" } else { "" }
        ));
    }
    if values.len() > 1 {
        return warning(format!("{here} and {there} differ"));
    }
    let differs = |said: &&Elsewhere| said.value.is_some_and(|value| !values.is_empty() && !values.contains(&value.to_string()));
    let differing: BTreeSet<String> = elsewhere.iter().filter(differs).map(|said| letter(said.cell.place.0)).collect();
    if !differing.is_empty() {
        return warning(format!(
            "{} differ{} from {of_both}",
            listed(&differing.iter().cloned().collect::<Vec<_>>()),
            if differing.len() == 1 { "s" } else { "" }
        ));
    }
    let articles: BTreeSet<DocumentId> = elsewhere.iter().map(|said| said.cell.place.0).collect();
    let all = articles.len() + usize::from(one.is_some()) + usize::from(other.is_some());
    let words = match (one.is_some() && other.is_some(), all) {
        (true, 2) => "Both agree".to_owned(),
        (_, 1) => format!("Only in {of_both}"),
        (_, all) => format!("All {} agree", number_word(all)),
    };
    Finding { words, is_warning: false }
}
