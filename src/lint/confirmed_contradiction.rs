//! Two claims that cannot both be right, and both are confirmed.

use super::{Desk, Words};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};
use crate::model::link::Role;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Vec<Words> {
    if claim.status != Status::Confirmed {
        return Vec::new();
    }
    let own = Mention::Claim(claim.id);
    let links = desk.lookup.links(own).iter().filter_map(|id| desk.project.links().get(id));
    // Told once a pair, at the claim where the link starts.
    let against = links.filter(|link| link.role == Role::Contradicts && link.from == own);
    let confirmed = against.filter_map(|link| match link.to {
        Mention::Claim(id) => desk.project.claims().get(&id).filter(|other| other.status == Status::Confirmed),
        Mention::Number(_) | Mention::Source(_) => None,
    });
    let words = |other: &Claim| format!("Contradicts {}; both are confirmed", desk.project.claim_label(other.id)).into();
    confirmed.map(words).collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Status};
    use crate::model::link::Role;
    use crate::testing::Desk;

    #[test]
    fn only_one_of_two_contradicting_claims_can_be_confirmed() {
        let mut desk = Desk::default();
        desk.article("[Nobody came|claim]. [It rained|claim].");
        desk.article("[Two came|claim]. [It was dry|claim].");
        for (one, role, other) in [("A1", Role::Contradicts, "B1"), ("A2", Role::Contradicts, "B2"), ("A1", Role::Same, "B2")] {
            let (one, other) = (desk.claim(one), desk.claim(other));
            desk.link(one, role, other);
        }
        for label in ["A1", "B1", "B2"] {
            desk.change(desk.claim(label), |claim: &mut Claim| claim.status = Status::Confirmed);
        }
        assert_eq!(said(&desk, Rule::ConfirmedContradiction), ["A1: Contradicts B1; both are confirmed"]);
    }
}
