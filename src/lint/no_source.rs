//! A claim that names no source and has no evidence either. One that was cut needs none.

use super::{Desk, Found};
use crate::model::claim::{Claim, Evidence, Status};

pub(super) fn find(desk: &Desk<'_>) -> Found {
    let names_nothing = |claim: &Claim| {
        claim.status != Status::Cut
            && desk.lookup.sources_of(desk.project, claim.id).is_empty()
            && !claim.evidence.iter().any(says_something)
    };
    desk.each_claim(|claim| names_nothing(claim).then(|| "Names no source".to_owned()))
}

/// A row that was added but never filled in is no evidence.
fn says_something(row: &Evidence) -> bool {
    [&row.text, &row.url, &row.locator].iter().any(|field| !field.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence, Status};
    use crate::model::id::EvidenceId;
    use crate::model::link::Role;
    use crate::testing::Desk;

    fn with_evidence(text: &'static str) -> impl FnOnce(&mut Claim) {
        move |claim| claim.evidence.push(Evidence { text: text.into(), ..Evidence::new(EvidenceId(crate::model::id::Uid(1))) })
    }

    #[test]
    fn a_claim_needs_a_source_or_evidence_unless_it_is_cut() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim], [they|source] say. [Three|claim]. [Four|claim]. [Five|claim].");
        let (two, they) = (desk.claim("A2"), desk.source("they"));
        desk.link(two, Role::RestsOn, they);
        desk.change(desk.claim("A3"), with_evidence("Minutes, page 4"));
        desk.change(desk.claim("A4"), with_evidence(" "));
        desk.change(desk.claim("A5"), |claim: &mut Claim| claim.status = Status::Cut);
        assert_eq!(said(&desk, Rule::NoSource), ["A1: Names no source", "A4: Names no source"]);
    }
}
