//! Two claims that cannot both be right, and both are confirmed.

use super::{Desk, Found, Subject};
use crate::model::annotation::Mention;
use crate::model::claim::Status;
use crate::model::link::Role;

pub(super) fn find(desk: &Desk<'_>) -> Found {
    let status = |record| match record {
        Mention::Claim(id) => desk.project.claims().get(&id).map(|claim| (id, claim.status)),
        Mention::Number(_) | Mention::Source(_) => None,
    };
    let mut found = Found::new();
    // From the claims rather than the links, so that findings come in the order of labels.
    for claim in desk.claims.iter().filter(|claim| claim.status == Status::Confirmed) {
        let record = Mention::Claim(claim.id);
        let links = desk.lookup.links(record).iter().filter_map(|id| desk.project.links().get(id));
        for link in links.filter(|link| link.role == Role::Contradicts && link.from == record) {
            if let Some((other, Status::Confirmed)) = status(link.to) {
                let words = format!("Contradicts {}; both are confirmed", desk.project.claim_label(other));
                found.push((Subject::Record(record), words));
            }
        }
    }
    found
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
