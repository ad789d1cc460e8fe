//! A claim that names no source and has no evidence either. One that was cut or cannot be checked needs none.

use super::{Desk, Words, is_checked, says_something};
use crate::model::claim::Claim;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let has_source = || !desk.lookup.sources_of(desk.project, claim.id).is_empty();
    let names_nothing = is_checked(claim) && !claim.evidence.iter().any(says_something) && !has_source();
    names_nothing.then(|| "Names no source".into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence, Status};
    use crate::model::exclusion::Reason;
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

    #[test]
    fn what_cannot_be_checked_needs_no_source() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim].");
        desk.change(desk.claim("A1"), |claim: &mut Claim| claim.not_checkable = Some(Reason::Opinion));
        desk.change(desk.claim("A2"), |claim: &mut Claim| {
            claim.evidence.push(Evidence { question: "Who says so?".into(), ..Evidence::new(EvidenceId(crate::model::id::Uid(1))) });
        });
        assert_eq!(said(&desk, Rule::NoSource), ["A2: Names no source"]);
    }
}
