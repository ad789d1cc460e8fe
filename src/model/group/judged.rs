//! The figures of a group as they stand in the articles, and what they say together.

use std::collections::BTreeMap;

use super::Group;
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::{Claim, Status};
use crate::model::document::{Document, letter};
use crate::model::id::{ClaimId, DocumentId, QuantityId};
use crate::model::link::Role;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::model::quantity::agreement::{Agreement, Figure, agreement, period};
use crate::model::quantity::noun::noun;

/// A figure of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The number.
    pub number: QuantityId,
    /// Letter of its article; blank where it has no mark.
    pub letter: String,
    /// What it counts, as its article has it.
    pub noun: String,
    /// When it was so: as a checker says, else the month in which its article appeared; may be blank.
    pub time: String,
    /// Its words at its first mark.
    pub quote: String,
    /// The claims that hold it.
    pub claims: Vec<ClaimId>,
    /// Whether its wording still stands: not all of its claims were changed or cut.
    pub stands: bool,
}

/// A group with what its figures say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// In the order of articles and text.
    pub members: Vec<Member>,
    /// What they say. Places in it are those of the members.
    pub agreement: Agreement,
}

impl Judged {
    /// The place of a number among the members.
    pub fn place(&self, number: QuantityId) -> Option<usize> {
        self.members.iter().position(|member| member.number == number)
    }

    /// The member against which a number stands most, where it stands against one.
    pub fn against(&self, number: QuantityId) -> Option<&Member> {
        let against = self.agreement.against.get(self.place(number)?).copied().flatten()?;
        self.members.get(against)
    }

    /// The two that are quoted side by side: one that is out of line and the one against which it stands.
    pub fn quoted_pair(&self) -> Option<(usize, usize)> {
        let out = self.agreement.is_out_of_line.iter().position(|is_out| *is_out)?;
        Some((out, self.agreement.against.get(out).copied().flatten()?))
    }
}

/// All groups of a project by age, each with what its figures say together.
pub fn judged_all<'a>(project: &'a Project, lookup: &Lookup) -> Vec<(&'a Group, Judged)> {
    let ranks = ranks(project);
    project.groups().values().map(|group| (group, judge(project, lookup, (group, &ranks)))).collect()
}

/// One group with what its figures say together.
pub fn judged(project: &Project, lookup: &Lookup, group: &Group) -> Judged {
    judge(project, lookup, (group, &ranks(project)))
}

type Ranks = BTreeMap<DocumentId, usize>;

fn ranks(project: &Project) -> Ranks {
    project.order().iter().enumerate().map(|(rank, id)| (*id, rank)).collect()
}

fn judge(project: &Project, lookup: &Lookup, (group, ranks): (&Group, &Ranks)) -> Judged {
    let mark = |id: &QuantityId| {
        let mark = lookup.mentions(Mention::Number(*id)).first()?;
        project.annotations().get(mark)
    };
    let mut numbers: Vec<(QuantityId, Option<&Annotation>)> = lookup.members(group.id).iter().map(|id| (*id, mark(id))).collect();
    numbers.sort_by_key(|(id, mark)| {
        let stands = mark.map(|mark| (ranks.get(&mark.document).copied(), mark.span.start()));
        (stands.is_none(), stands, *id)
    });
    let members: Vec<Member> = numbers.into_iter().map(|(id, mark)| member(project, lookup, (id, mark, ranks))).collect();
    let figures = members.iter().filter_map(|member| {
        let number = project.quantities().get(&member.number)?;
        Some(Figure { number, letter: &member.letter, noun: &member.noun, time: &member.time, stands: member.stands })
    });
    let agreement = agreement(&figures.collect::<Vec<_>>(), &group.apart);
    Judged { members, agreement }
}

fn member(project: &Project, lookup: &Lookup, (id, mark, ranks): (QuantityId, Option<&Annotation>, &Ranks)) -> Member {
    let document = mark.and_then(|mark| project.document(mark.document));
    let claims = claims_of(project, lookup, id);
    let is_gone =
        |id: &ClaimId| project.claims().get(id).is_some_and(|claim: &Claim| matches!(claim.status, Status::Changed | Status::Cut));
    let typed = project.quantities().get(&id).map_or("", |number| number.as_of.trim());
    Member {
        number: id,
        letter: mark.and_then(|mark| ranks.get(&mark.document)).map_or_else(String::new, |rank| letter(*rank)),
        noun: mark
            .zip(document)
            .filter(|(mark, _)| !mark.is_lost())
            .map_or_else(String::new, |(mark, document)| noun(&document.text, mark.span)),
        time: if typed.is_empty() { published(document) } else { typed.to_owned() },
        quote: mark.map_or_else(String::new, |mark| project.quote(mark).split_whitespace().collect::<Vec<_>>().join(" ")),
        stands: claims.is_empty() || !claims.iter().all(is_gone),
        claims,
    }
}

/// The month in which an article appeared: its figures are of about that time, and articles of one month tell of one time.
fn published(document: Option<&Document>) -> String {
    document.map_or_else(String::new, |document| period(std::iter::once(document.meta.published.as_str())))
}

fn claims_of(project: &Project, lookup: &Lookup, number: QuantityId) -> Vec<ClaimId> {
    let holders = lookup.linked(project, Mention::Number(number), Role::Contains);
    holders.into_iter().filter_map(|record| if let Mention::Claim(id) = record { Some(id) } else { None }).collect()
}
