//! Figures of the same that cannot all be right: told at each figure that stands against another one, and at the claims that hold it,
//! with the words of both.

use super::{Desk, Words, shortened};
use crate::model::annotation::Mention;
use crate::model::claim::Claim;
use crate::model::group::{Judged, Member};
use crate::model::id::{GroupId, QuantityId};
use crate::model::link::Role;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::quantity::agreement::Outcome;

pub(super) fn of_number(desk: &Desk<'_>, number: &Quantity) -> Option<Words> {
    let group = number.group?;
    words(desk.project, (group, desk.judged.get(&group)?), number.id)
}

/// The same for every figure of a claim.
pub(super) fn of_claim(desk: &Desk<'_>, claim: &Claim) -> Vec<Words> {
    let numbers = numbers_of(desk.project, desk.lookup, Mention::Claim(claim.id));
    let said = numbers.into_iter().filter_map(|id| of_number(desk, desk.project.quantities().get(&id)?));
    said.collect()
}

/// The numbers that a claim contains.
pub(super) fn numbers_of(project: &Project, lookup: &Lookup, claim: Mention) -> Vec<QuantityId> {
    let linked = lookup.linked(project, claim, Role::Contains);
    linked.into_iter().filter_map(|record| if let Mention::Number(id) = record { Some(id) } else { None }).collect()
}

fn words(project: &Project, (group, judged): (GroupId, &Judged), number: QuantityId) -> Option<Words> {
    if judged.agreement.outcome != Outcome::Differ {
        return None;
    }
    let (own, other) = (judged.members.get(judged.place(number)?)?, judged.against(number)?);
    let title = project.groups().get(&group).map_or("", |group| group.title());
    let strong = judged.agreement.strong.trim_end_matches('.');
    Some(format!("{strong} in “{}”: {} against {}", shortened(title), quoted(own), quoted(other)).into())
}

/// `“no active duty troops” (A)`.
fn quoted(member: &Member) -> String {
    let quote = shortened(&member.quote);
    if member.letter.is_empty() { format!("“{quote}”") } else { format!("“{quote}” ({})", member.letter) }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Status};
    use crate::model::group::Group;
    use crate::model::id::GroupId;
    use crate::model::link::Role;
    use crate::model::quantity::Quantity;
    use crate::testing::Desk;

    fn desk() -> (Desk, GroupId) {
        let mut desk = Desk::default();
        desk.article("[Dykes hold [1,500 men|number]|claim]. [It rained|claim].");
        desk.article("[At the dykes are [about 2,200 men|number]|claim]. [1,510 men|number] ate.");
        let group = GroupId(desk.id());
        desk.add(Group::named(group, "Men at the dykes"));
        for (claim, words) in [("A1", "1,500 men"), ("B1", "about 2,200 men")] {
            desk.link(desk.claim(claim), Role::Contains, desk.number(words));
            desk.change(desk.number(words), |number: &mut Quantity| number.group = Some(group));
        }
        (desk, group)
    }

    #[test]
    fn a_contradiction_is_told_at_both_figures_and_at_their_claims_with_both_quotes() {
        let (desk, _) = desk();
        let (one, other) = ("“1,500 men” (A)", "“about 2,200 men” (B)");
        let words = |own: &str, other: &str| format!("47 % apart in “Men at the dykes”: {own} against {other}");
        let expected = [
            format!("A1: {}", words(one, other)),
            format!("B1: {}", words(other, one)),
            format!("1,500 men: {}", words(one, other)),
            format!("about 2,200 men: {}", words(other, one)),
        ];
        assert_eq!(said(&desk, Rule::FiguresDisagree), expected);
    }

    #[test]
    fn what_agrees_was_changed_or_cannot_be_compared_is_no_finding() {
        let check = |change: &dyn Fn(&mut Desk, GroupId), expected: usize| {
            let (mut desk, group) = desk();
            change(&mut desk, group);
            assert_eq!(said(&desk, Rule::FiguresDisagree).len(), expected);
        };
        check(&|_, _| {}, 4);
        check(&|desk, _| desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Changed), 0);
        check(&|desk, _| desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Confirmed), 4);
        check(&|desk, group| desk.change(group, |group: &mut Group| group.apart = "Before and after".into()), 0);
        check(&|desk, _| desk.change(desk.number("1,500 men"), |number: &mut Quantity| number.apart = "without officers".into()), 0);
        check(&|desk, _| desk.change(desk.number("1,500 men"), |number: &mut Quantity| number.group = None), 0);
        check(&|desk, _| desk.change(desk.number("1,500 men"), |number: &mut Quantity| number.value = None), 0);
        // A third one that agrees with the first, in no claim.
        let third = |desk: &mut Desk, group| desk.change(desk.number("1,510 men"), |number: &mut Quantity| number.group = Some(group));
        check(&third, 5);
    }
}
