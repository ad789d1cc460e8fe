//! A claim that is rated but not settled: it looks done and is not.

use super::{Desk, Words};
use crate::model::claim::Claim;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let rating = claim.rating.as_ref().filter(|_| !claim.is_settled())?;
    Some(format!("Rated {}, but {}", desk.project.rating_label(rating), claim.status.word().to_lowercase()).into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Grade, Rating, Status};
    use crate::testing::Desk;

    #[test]
    fn a_rated_claim_should_be_settled() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim]. [Three|claim].");
        let rated = |status| {
            move |claim: &mut Claim| {
                claim.status = status;
                claim.rating = Grade::new(2).map(|grade| Rating::new(grade, "Minutes"));
            }
        };
        desk.change(desk.claim("A1"), rated(Status::Asked));
        desk.change(desk.claim("A2"), rated(Status::Cut));
        assert_eq!(said(&desk, Rule::RatedUnsettled), ["A1: Rated 2 Mostly wrong, but asked"]);
    }
}
