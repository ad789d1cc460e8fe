//! A question that is out and whose answer is late: its day is over, or nobody set one and a day has passed.

use super::{Words, shortened};
use crate::model::claim::{Claim, Evidence, Status};
use crate::model::moment::Moment;

/// How long a question may be out for which no time was set.
const PATIENCE_MS: i64 = 24 * 60 * 60 * 1_000;

pub(super) fn find(claim: &Claim, now: Moment) -> Option<Words> {
    let late = waiting(claim).filter(|(_, due)| *due < now).min_by_key(|(_, due)| *due);
    if let Some((row, _)) = late {
        return Some(match row.question.trim() {
            "" => "An answer is overdue".into(),
            question => format!("Overdue: “{}”", shortened(question)).into(),
        });
    }
    let is_forgotten = patience(claim).is_some_and(|end| end < now);
    is_forgotten.then(|| "Asked more than a day ago, and no time is set for the answer".into())
}

/// The moments after which it may say something else.
pub(super) fn deadlines(claim: &Claim) -> impl Iterator<Item = Moment> + '_ {
    waiting(claim).map(|(_, due)| due).chain(patience(claim))
}

fn waiting(claim: &Claim) -> impl Iterator<Item = (&Evidence, Moment)> {
    let rows = claim.evidence.iter().filter(|row| !claim.is_settled() && !row.is_answered());
    rows.filter_map(|row| Some((row, row.due?)))
}

/// When patience ends with a question for which no time was set.
fn patience(claim: &Claim) -> Option<Moment> {
    let is_open_ended = claim.status == Status::Asked && !claim.is_settled() && claim.evidence.iter().all(|row| row.due.is_none());
    is_open_ended.then(|| Moment::from_ms(claim.status_since.epoch_ms.saturating_add(PATIENCE_MS)))
}

#[cfg(test)]
mod tests {
    use super::PATIENCE_MS;
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence, Status};
    use crate::model::id::{EvidenceId, Uid};
    use crate::model::moment::Moment;
    use crate::testing::{Desk, NOW};

    /// The status was set, and the answer was due, so many milliseconds ago.
    fn check(status: Status, since: i64, row: Option<(&str, &str, Option<i64>)>, expected: &[&str]) {
        let mut desk = Desk::default();
        desk.article("[One|claim].");
        let ago = |ms: i64| Moment::from_ms(NOW.epoch_ms - ms);
        desk.change(desk.claim("A1"), |claim: &mut Claim| {
            (claim.status, claim.status_since) = (status, ago(since));
            claim.evidence.extend(row.map(|(question, text, due)| Evidence {
                question: question.into(),
                text: text.into(),
                due: due.map(ago),
                ..Evidence::new(EvidenceId(Uid(901)))
            }));
        });
        assert_eq!(said(&desk, Rule::AskedOverdue), expected, "{status:?} {since} {row:?}");
    }

    #[test]
    fn an_answer_is_late_when_its_time_is_over() {
        let late = "A1: Overdue: “Who was there?”";
        check(Status::Asked, 0, Some(("Who was there?", "", Some(1))), &[late]);
        check(Status::Open, 0, Some(("Who was there?", "", Some(1))), &[late]);
        check(Status::Open, 0, Some(("", "", Some(1))), &["A1: An answer is overdue"]);
        check(Status::Asked, 0, Some(("Who was there?", "", Some(0))), &[]);
        check(Status::Asked, 0, Some(("Who was there?", "Nobody.", Some(1))), &[]);
        check(Status::Confirmed, 0, Some(("Who was there?", "", Some(1))), &[]);
    }

    #[test]
    fn a_question_without_a_time_has_a_day() {
        let forgotten = "A1: Asked more than a day ago, and no time is set for the answer";
        check(Status::Asked, PATIENCE_MS + 1, None, &[forgotten]);
        check(Status::Asked, PATIENCE_MS + 1, Some(("Who was there?", "", None)), &[forgotten]);
        check(Status::Asked, PATIENCE_MS + 1, Some(("Who was there?", "", Some(-1))), &[]);
        check(Status::Asked, PATIENCE_MS, None, &[]);
        check(Status::Open, PATIENCE_MS + 1, None, &[]);
    }
}
