//! What can be worked out between figures of one group, wherever they stand: the same length in two units, and a figure that is all of
//! the others of its article together.

use std::collections::BTreeMap;

use super::sentence::Figure;
use super::{Check, Kind, Verdict, parts, stated};
use crate::model::annotation::Mention;
use crate::model::group::Group;
use crate::model::id::{DocumentId, QuantityId};
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::model::quantity::conversion::conversion;

/// Figures of one article that are added up at most; more are a table.
const MOST_PARTS: usize = 12;

/// The checks of a group, conversions first.
pub fn in_group(project: &Project, lookup: &Lookup, group: &Group) -> Vec<Check> {
    let members = lookup.members(group.id);
    let is_together = |id: &&QuantityId| project.quantities().get(id).is_some_and(|number| number.apart.trim().is_empty());
    if !group.apart.trim().is_empty() {
        return Vec::new();
    }
    let members: Vec<QuantityId> = members.iter().filter(is_together).copied().collect();
    let mut found = conversions(project, &members);
    found.extend(sums(project, lookup, &members));
    found
}

/// The first figure in each unit against the first of all that have one.
fn conversions(project: &Project, members: &[QuantityId]) -> Vec<Check> {
    let numbers = members.iter().filter_map(|id| project.quantities().get(id));
    let mut firsts: Vec<_> = Vec::new();
    for number in numbers.filter(|number| number.per.is_empty()) {
        let unit = crate::model::quantity::Unit::find(&number.unit);
        if unit.is_some() && !firsts.iter().any(|(known, _)| *known == unit) {
            firsts.push((unit, number));
        }
    }
    let Some(((_, first), others)) = firsts.split_first() else { return Vec::new() };
    let check = |(_, other): &(_, &crate::model::quantity::Quantity)| {
        let found = conversion(first, other)?;
        let verdict = if found.holds { Verdict::Holds } else { Verdict::Fails };
        let (equation, working) = (found.equation, found.working);
        Some(Check { kind: Kind::Conversion, verdict, equation, working, places: Vec::new(), numbers: vec![first.id, other.id] })
    };
    others.iter().filter_map(check).collect()
}

/// A figure that is exactly all the others of its article together. Where it is not, nobody has said that it should be.
fn sums(project: &Project, lookup: &Lookup, members: &[QuantityId]) -> Vec<Check> {
    let mut by_article: BTreeMap<DocumentId, Vec<Figure>> = BTreeMap::new();
    for id in members {
        let mark = lookup.mentions(Mention::Number(*id)).first().and_then(|mark| project.annotations().get(mark));
        if let (Some(mark), Some(figure)) = (mark, stated::figure(project, lookup, *id)) {
            by_article.entry(mark.document).or_default().push(figure);
        }
    }
    by_article.into_values().filter_map(sum).collect()
}

fn sum(mut figures: Vec<Figure>) -> Option<Check> {
    if !(3..=MOST_PARTS).contains(&figures.len()) {
        return None;
    }
    let first = figures.first()?.clone();
    let most = figures.iter().enumerate().max_by_key(|(_, figure)| figure.value_in(&first))?.0;
    let total = figures.remove(most);
    // What is told twice is no part of itself.
    if !figures.iter().all(|figure| figure.is_like(&total) && figure.value_in(&total) != total.value()) {
        return None;
    }
    let numbers = std::iter::once(&total).chain(&figures).flat_map(|figure| figure.numbers.iter().copied()).collect();
    let check = parts::sum((&total, &figures), false).filter(|check| check.verdict == Verdict::Holds)?;
    let is_exact = !check.working.contains("Off by");
    is_exact.then_some(Check { places: Vec::new(), numbers, ..check })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::GroupId;
    use crate::model::quantity::Quantity;
    use crate::testing::Desk;

    #[track_caller]
    fn check(articles: &[&str], expected: &[&str]) {
        let mut desk = Desk::default();
        for marked in articles {
            desk.article(marked);
        }
        let group = GroupId(desk.id());
        desk.add(Group::named(group, "Same"));
        let numbers: Vec<QuantityId> = desk.project.quantities().keys().copied().collect();
        numbers.iter().for_each(|id| desk.change(*id, |number: &mut Quantity| number.group = Some(group)));
        let lookup = Lookup::new(&desk.project);
        let found = in_group(&desk.project, &lookup, &desk.project.groups()[&group]);
        let told: Vec<String> = found.iter().map(|check| format!("{:?} {} | {}", check.verdict, check.equation, check.working)).collect();
        assert_eq!(told, expected, "{articles:?}");
    }

    #[test]
    fn figures_of_two_articles_in_two_units_are_worked_out_again() {
        let holds = "Holds 1,553 mi = 2,499.3 km | Written 2,500 km. Off by 0.03 %, within its rounding.";
        check(&["It is [1,553 miles|number] long.", "It is [2,500 km|number] long.", "Also [2,500 km|number]."], &[holds]);
        check(
            &["It is [1,553 miles|number] long.", "It is [2,800 km|number] long."],
            &["Fails 1,553 mi = 2,499.3 km | Written 2,800 km. Off by 12 %."],
        );
    }

    #[test]
    fn a_figure_that_is_all_others_of_its_article_is_their_sum() {
        let article = "It sent [four aircraft|number]. There were [two C-17s|number]. Then came [two C-130s|number].";
        check(&[article, "It sent [9 aircraft|number]."], &["Holds 2 C-17s + 2 C-130s = 4 | Written 4 aircraft."]);
        check(&["It sent [five aircraft|number]. There were [two C-17s|number]. Then came [two C-130s|number]."], &[]);
        check(&["He saw [5 men|number], [5 men|number] and [5 men|number]."], &[]);
    }
}
