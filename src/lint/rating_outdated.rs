//! A rating with a word that its scale no longer has: the scale was changed since.

use super::{Desk, Words};
use crate::model::claim::Claim;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let house = desk.project.house();
    let rating = claim.rating.as_ref().filter(|rating| house.is_outdated(rating))?;
    Some(format!("Rated {}, which is no longer on the scale", house.label(rating)).into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Grade, Rating};
    use crate::testing::Desk;

    #[test]
    fn a_rating_should_be_a_word_of_its_scale() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim]. [Three|claim].");
        for (label, word) in [("A1", "Wrong"), ("A2", "")] {
            desk.change(desk.claim(label), |claim: &mut Claim| {
                claim.rating = Grade::new(1).map(|grade| Rating { word: word.into(), ..Rating::new(grade, "Minutes") });
            });
        }
        assert!(said(&desk, Rule::RatingOutdated).is_empty());
        desk.decide(|house| house.change_scale(|scale| scale.values.iter_mut().for_each(|value| value.word.insert_str(0, "New "))));
        assert_eq!(said(&desk, Rule::RatingOutdated), ["A1: Rated 1 Wrong, which is no longer on the scale"]);
    }
}
