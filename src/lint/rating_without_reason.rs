//! A rating that does not say why.

use super::{Desk, Words};
use crate::model::claim::Claim;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let rating = claim.rating.as_ref().filter(|rating| rating.reason.trim().is_empty())?;
    Some(format!("{} needs a reason", desk.project.rating_label(rating)).into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Grade, Rating};
    use crate::testing::Desk;

    #[test]
    fn a_rating_needs_a_reason() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim]. [Three|claim].");
        let rated = |reason: &'static str| move |claim: &mut Claim| claim.rating = Grade::new(1).map(|grade| Rating::new(grade, reason));
        desk.change(desk.claim("A1"), rated(" \n"));
        desk.change(desk.claim("A2"), rated("The minutes say otherwise."));
        assert_eq!(said(&desk, Rule::RatingWithoutReason), ["A1: 1 Wrong needs a reason"]);
    }
}
