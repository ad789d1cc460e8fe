//! A claim that is settled without a rating.

use super::{Desk, Found};

pub(super) fn find(desk: &Desk<'_>) -> Found {
    desk.each_claim(|claim| (claim.is_settled() && claim.rating.is_none()).then(|| format!("{}, but not rated", claim.status.word())))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Grade, Rating, Status};
    use crate::testing::Desk;

    #[test]
    fn a_settled_claim_needs_a_rating() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim]. [Three|claim].");
        desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Changed);
        desk.change(desk.claim("A2"), |claim: &mut Claim| {
            claim.status = Status::Confirmed;
            claim.rating = Grade::new(5).map(|grade| Rating::new(grade, "Minutes"));
        });
        assert_eq!(said(&desk, Rule::SettledUnrated), ["A1: Changed, but not rated"]);
    }
}
