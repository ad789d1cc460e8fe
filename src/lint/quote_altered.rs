//! A claim of what somebody said whose words are not those that the evidence quotes.

use super::{Desk, Words, shortened};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, ClaimKind, Comparison, Likeness, Stance, Status, compare, quoted};

/// Only claims of the kind quote are compared, each with all quotes of its evidence; one that has its words to the letter is enough. A
/// background row may quote something else.
pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let is_asked = claim.kind == ClaimKind::Quote && !matches!(claim.status, Status::Changed | Status::Cut);
    let mut rows = claim.evidence.iter().filter(|row| is_asked && !row.quote.trim().is_empty()).peekable();
    rows.peek()?;
    let words = quoted(desk.lookup.quote(desk.project, Mention::Claim(claim.id)));
    let compared = rows.map(|row| (row, either_way(&words, &row.quote)));
    let telling = compared.filter(|(row, found)| row.stance != Stance::Context || found.likeness != Likeness::NotFound);
    let (row, best) = telling.min_by_key(|(_, found)| found.likeness)?;
    match best.likeness {
        Likeness::Exact | Likeness::Ellipsis => None,
        Likeness::Altered => {
            let said = best.place.as_ref().and_then(|place| row.quote.get(place.clone())).unwrap_or(&row.quote);
            Some(format!("Not as it was said: “{}”", shortened(said)).into())
        }
        Likeness::NotFound => Some("Its words are not in what the evidence quotes".into()),
    }
}

/// The evidence may quote more than the article, or less.
fn either_way(words: &str, evidence: &str) -> Comparison {
    let found = compare(words, evidence);
    let is_part = || compare(&quoted(evidence), words).likeness.is_faithful();
    if !found.likeness.is_faithful() && is_part() { Comparison { likeness: Likeness::Exact, ..found } } else { found }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, ClaimKind, Evidence, Stance, Status};
    use crate::model::id::{EvidenceId, Uid};
    use crate::testing::Desk;

    fn check(kind: ClaimKind, status: Status, rows: &[(Stance, &str)], expected: &[&str]) {
        let mut desk = Desk::default();
        desk.article("[“We will develop additional missions,” she said|claim].");
        desk.change(desk.claim("A1"), |claim: &mut Claim| {
            (claim.kind, claim.status) = (kind, status);
            let row = |(stance, quote): &(Stance, &str)| Evidence {
                stance: *stance,
                quote: (*quote).into(),
                ..Evidence::new(EvidenceId(Uid(901)))
            };
            claim.evidence = rows.iter().map(row).collect();
        });
        assert_eq!(said(&desk, Rule::QuoteAltered), expected, "{kind:?} {rows:?}");
    }

    #[test]
    fn a_quote_should_be_word_for_word() {
        use ClaimKind::{Fact, Quote};
        use Stance::{Contradicts, Supports};
        let (right, wrong) = ("Today we will develop additional missions.", "Today we will develop many missions.");
        check(Quote, Status::Open, &[(Supports, right)], &[]);
        check(Quote, Status::Open, &[(Supports, "additional missions")], &[]);
        check(Quote, Status::Open, &[(Supports, "")], &[]);
        check(Quote, Status::Open, &[(Supports, wrong)], &["A1: Not as it was said: “we will develop many missions”"]);
        check(Quote, Status::Open, &[(Contradicts, wrong), (Supports, right)], &[]);
        check(Quote, Status::Open, &[(Supports, "Good afternoon to all of you.")], &["A1: Its words are not in what the evidence quotes"]);
        check(Quote, Status::Open, &[(Stance::Context, "Good afternoon to all of you.")], &[]);
        check(Quote, Status::Changed, &[(Supports, wrong)], &[]);
        check(Fact, Status::Open, &[(Supports, wrong)], &[]);
    }
}
