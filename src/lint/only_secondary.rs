//! A claim whose sources all pass on what others say, while nothing else speaks for it.

use super::{Words, is_checked, says_something};
use crate::model::claim::{Claim, Evidence, Stance};
use crate::model::project::Project;
use crate::model::source::FirstHand;
use crate::model::support::{Support, Supports};

pub(super) fn find(project: &Project, claim: &Claim, supports: &Supports) -> Option<Words> {
    let is_second_hand =
        |support: &Support| project.sources().get(&support.source).is_some_and(|source| source.first_hand == FirstHand::No);
    // A row that names a source counts with that source.
    let backs = |row: &Evidence| row.stance == Stance::Supports && row.source.is_none() && says_something(row);
    let is_such = is_checked(claim) && !supports.all.is_empty() && supports.all.iter().all(is_second_hand);
    (is_such && !claim.evidence.iter().any(backs)).then(|| "Rests on second-hand sources alone".into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence, Stance};
    use crate::model::id::{EvidenceId, Uid};
    use crate::model::link::Role;
    use crate::model::source::{FirstHand, Source};
    use crate::testing::Desk;

    #[test]
    fn somebody_should_have_been_there() {
        let mut desk = Desk::default();
        desk.article(
            "[One|claim] [Courier|source] [Gazette|source] [Ann Ex|source]. [Two|claim]. [Three|claim]. [Four|claim]. [Five|claim].",
        );
        for name in ["Courier", "Gazette"] {
            desk.change(desk.source(name), |source: &mut Source| source.first_hand = FirstHand::No);
        }
        for (claim, source) in
            [("A1", "Courier"), ("A1", "Gazette"), ("A2", "Courier"), ("A2", "Ann Ex"), ("A3", "Courier"), ("A4", "Gazette")]
        {
            let (claim, source) = (desk.claim(claim), desk.source(source));
            desk.link(claim, Role::RestsOn, source);
        }
        let ann = desk.source("Ann Ex");
        let rows = [
            ("A3", Evidence { url: "https://minutes.example".into(), ..Evidence::new(EvidenceId(Uid(901))) }),
            ("A4", Evidence { source: Some(ann), ..Evidence::new(EvidenceId(Uid(902))) }),
        ];
        for (label, row) in rows {
            desk.change(desk.claim(label), |claim: &mut Claim| claim.evidence.push(Evidence { stance: Stance::Supports, ..row }));
        }
        assert_eq!(said(&desk, Rule::OnlySecondary), ["A1: Rests on second-hand sources alone"]);
    }
}
