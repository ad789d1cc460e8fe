//! A claim that is settled without a rating. What cannot be checked cannot be rated.

use super::Words;
use crate::model::claim::Claim;

pub(super) fn find(claim: &Claim) -> Option<Words> {
    let needs_rating = claim.status.is_settled() && claim.not_checkable.is_none();
    (needs_rating && claim.rating.is_none()).then(|| format!("{}, but not rated", claim.status.word()).into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Grade, Rating, Status};
    use crate::model::exclusion::Reason;
    use crate::testing::Desk;

    #[test]
    fn a_settled_claim_needs_a_rating() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim]. [Three|claim]. [Four|claim].");
        desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Changed);
        desk.change(desk.claim("A2"), |claim: &mut Claim| {
            claim.status = Status::Confirmed;
            claim.rating = Grade::new(5).map(|grade| Rating::new(grade, "Minutes"));
        });
        desk.change(desk.claim("A4"), |claim: &mut Claim| claim.not_checkable = Some(Reason::Forecast));
        assert_eq!(said(&desk, Rule::SettledUnrated), ["A1: Changed, but not rated"]);
    }
}
