//! A claim that counts as right although evidence speaks against it and none speaks for it.

use super::{Desk, Words, says_something};
use crate::model::claim::{Claim, Grade, Stance, Status};

/// From this grade on a claim counts as right.
const RIGHT: u8 = 4;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let has = |stance| claim.evidence.iter().any(|row| row.stance == stance && says_something(row));
    if matches!(claim.status, Status::Changed | Status::Cut) || !has(Stance::Contradicts) || has(Stance::Supports) {
        return None;
    }
    let is_right = |grade: Grade| grade.value() >= RIGHT;
    let rated = claim.rating.as_ref().filter(|rating| is_right(rating.grade)).map(|rating| desk.project.rating_label(rating));
    let standing = match (claim.status, rated) {
        (Status::Confirmed, _) => "Confirmed".to_owned(),
        (_, Some(label)) => format!("Rated {label}"),
        (_, None) => return None,
    };
    Some(format!("{standing}, but evidence speaks against it and none for it").into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence, Grade, Rating, Stance, Status};
    use crate::model::id::{EvidenceId, Uid};
    use crate::testing::Desk;

    fn check(status: Status, grade: u8, stances: &[Stance], expected: &[&str]) {
        let mut desk = Desk::default();
        desk.article("[One|claim].");
        desk.change(desk.claim("A1"), |claim: &mut Claim| {
            claim.status = status;
            claim.rating = Grade::new(grade).map(|grade| Rating::new(grade, "Minutes"));
            let row = |stance: &Stance| Evidence { stance: *stance, text: "Seen".into(), ..Evidence::new(EvidenceId(Uid(901))) };
            claim.evidence = stances.iter().map(row).collect();
        });
        assert_eq!(said(&desk, Rule::ContradictionUnanswered), expected, "{status:?} {grade} {stances:?}");
    }

    #[test]
    fn who_confirms_a_claim_answers_what_speaks_against_it() {
        use Stance::{Context, Contradicts, Supports};
        let words = "but evidence speaks against it and none for it";
        check(Status::Confirmed, 0, &[Contradicts], &[&format!("A1: Confirmed, {words}")]);
        check(Status::Open, 4, &[Context, Contradicts], &[&format!("A1: Rated 4 Mostly right, {words}")]);
        check(Status::Confirmed, 5, &[Contradicts, Supports], &[]);
        check(Status::Confirmed, 5, &[Context], &[]);
        check(Status::Asked, 3, &[Contradicts], &[]);
        check(Status::Changed, 4, &[Contradicts], &[]);
    }
}
