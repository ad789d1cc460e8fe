//! All figures as a table for spreadsheets: a line a number, by group. What an article or a checker has written can start no formula there.

use std::collections::BTreeMap;

use super::data::csv::{cell, line};
use crate::lint::Findings;
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::Claim;
use crate::model::document::{Document, letter};
use crate::model::id::{DocumentId, GroupId, QuantityId};
use crate::model::link::Role;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::model::quantity::{Quantity, Value};

/// The first line.
const HEAD: [&str; 16] = [
    "group",
    "verdict",
    "out of line",
    "article",
    "place",
    "as written",
    "value",
    "to",
    "unit",
    "meant as",
    "measured",
    "of",
    "as of",
    "source",
    "claim",
    "status",
];

/// The table.
pub fn figures(project: &Project, lookup: &Lookup, findings: &Findings) -> String {
    let ranks = project.order().iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
    let table = Table { project, lookup, findings, ranks };
    let grouped = project.groups().keys().flat_map(|group| {
        let members = findings.judged(*group).map_or(&[][..], |judged| judged.members.as_slice());
        members.iter().map(|member| (Some(*group), member.number))
    });
    let loose = table.loose().into_iter().map(|number| (None, number));
    let lines = grouped.chain(loose).map(|(group, number)| table.line(group, number));
    std::iter::once(line(HEAD.map(str::to_owned).into_iter())).chain(lines).collect()
}

struct Table<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    findings: &'a Findings,
    ranks: BTreeMap<DocumentId, usize>,
}

impl Table<'_> {
    /// The numbers that are in no group, in the order of articles and text.
    fn loose(&self) -> Vec<QuantityId> {
        let free = self.project.quantities().values().filter(|number| number.group.is_none());
        let mut numbers: Vec<QuantityId> = free.map(|number| number.id).collect();
        numbers.sort_by_cached_key(|id| {
            let stands = self.mark(*id).map(|mark| (self.ranks.get(&mark.document).copied(), mark.span.start()));
            (stands.is_none(), stands, *id)
        });
        numbers
    }

    fn mark(&self, id: QuantityId) -> Option<&Annotation> {
        let mark = self.lookup.mentions(Mention::Number(id)).first()?;
        self.project.annotations().get(mark)
    }

    fn line(&self, group: Option<GroupId>, id: QuantityId) -> String {
        let project = self.project;
        let Some(number) = project.quantities().get(&id) else { return String::new() };
        let judged = group.and_then(|group| self.findings.judged(group));
        let is_out = judged.and_then(|judged| judged.agreement.is_out_of_line.get(judged.place(id)?).copied()).unwrap_or(false);
        let stands = self.mark(id).and_then(|mark| Some((mark, project.document(mark.document)?)));
        let holders = self.lookup.linked(project, Mention::Number(id), Role::Contains);
        let claims = holders.iter().filter_map(|record| if let Mention::Claim(id) = record { project.claims().get(id) } else { None });
        let claims: Vec<&Claim> = claims.collect();
        let claim = claims.first();
        let sources = claim.map(|claim| self.lookup.sources_of(project, claim.id)).unwrap_or_default();
        let names: Vec<&str> = sources.iter().filter_map(|id| project.sources().get(id)).map(|source| source.name.as_str()).collect();
        let labels: Vec<String> = claims.iter().map(|claim| project.claim_label(claim.id)).collect();
        let quote = self.lookup.quote(project, Mention::Number(id)).split_whitespace().collect::<Vec<_>>().join(" ");
        let (low, high) = ends(number);
        let cells = [
            cell(group.and_then(|group| project.groups().get(&group)).map_or("", |group| group.title())),
            cell(&judged.map_or_else(String::new, |judged| judged.agreement.sentence())),
            (if is_out { "yes" } else { "" }).to_owned(),
            cell(stands.map_or("", |(_, document)| document.title())),
            cell(&stands.map_or_else(String::new, |(mark, document)| self.place(mark, document))),
            cell(&quote),
            low,
            high,
            cell(&number.unit),
            (if number.value.is_some() { number.approximation.word() } else { "not read" }).to_owned(),
            cell(&number.measured),
            cell(&number.of),
            cell(&number.as_of),
            cell(&names.join("; ")),
            cell(&labels.join(" ")),
            claim.map_or_else(String::new, |claim| claim.status.word().to_owned()),
        ];
        line(cells.into_iter())
    }

    /// `A ¶10`, `A headline`, `A lost`.
    fn place(&self, mark: &Annotation, document: &Document) -> String {
        let letter = self.ranks.get(&mark.document).map_or_else(|| "?".to_owned(), |rank| letter(*rank));
        match document.paragraph_name(document.text.paragraph_at(mark.span.start())).as_str() {
            _ if mark.is_lost() => format!("{letter} lost"),
            "H" => format!("{letter} headline"),
            number => format!("{letter} ¶{number}"),
        }
    }
}

/// Both ends of a value in plain digits, as programs read them.
fn ends(number: &Quantity) -> (String, String) {
    let Some(Value { low, high }) = number.value else { return Default::default() };
    (low.normalize().to_string(), high.map_or_else(String::new, |high| high.normalize().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::group::Group;
    use crate::model::link::Role;
    use crate::testing::{Desk, NOW};

    #[test]
    fn a_line_a_number_by_group_with_its_verdict() {
        let mut desk = Desk::default();
        desk.article("Dykes, \"old\"\n[There were [1,100 men|number] at all|claim], [officials, two|source] said.");
        desk.article("Locks\nAlready [about 2,200|number] men. It cost [10 to 20 thalers|number]. [Umpteen|number] came.");
        let group = GroupId(desk.id());
        desk.add(Group::named(group, "=Men"));
        for words in ["1,100 men", "about 2,200"] {
            desk.change(desk.number(words), |number: &mut Quantity| number.group = Some(group));
        }
        desk.link(desk.claim("A1"), Role::Contains, desk.number("1,100 men"));
        desk.link(desk.claim("A1"), Role::RestsOn, desk.source("officials, two"));
        desk.change(desk.number("about 2,200"), |number: &mut Quantity| number.value = "-3.50".parse().ok());
        let lookup = Lookup::new(&desk.project);
        let table = figures(&desk.project, &lookup, &Findings::new(&desk.project, &lookup, NOW));
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(lines[0], HEAD.join(","));
        let verdict = "\"Contradiction. B says about −3.5, A says 1,100\"";
        let dykes = "\"Dykes, \"\"old\"\"\"";
        assert_eq!(lines[1], format!("'=Men,{verdict},yes,{dykes},A ¶1,\"1,100 men\",1100,,men,exact,,,,\"officials, two\",A1,Open"));
        assert_eq!(lines[2], format!("'=Men,{verdict},yes,Locks,B ¶1,\"about 2,200\",-3.5,,men,about,,,,,,"));
        assert_eq!(lines[3], ",,,Locks,B ¶1,10 to 20 thalers,10,20,thalers,between,,,,,,");
        assert_eq!(lines[4], ",,,Locks,B ¶1,Umpteen,,,,not read,,,,,,");
        assert_eq!((lines[5], lines.len()), ("", 6));
    }
}
