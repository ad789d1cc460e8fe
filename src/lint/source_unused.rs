//! A source on which nothing rests: no claim, no evidence, no other source.

use super::{Desk, Words};
use crate::model::annotation::Mention;
use crate::model::link::Role;
use crate::model::source::Source;

pub(super) fn find(desk: &Desk<'_>, source: &Source) -> Option<Words> {
    let record = Mention::Source(source.id);
    let lookup = desk.lookup;
    let is_cited = !lookup.citing(record).is_empty() || lookup.resting_on(source.id).iter().any(|other| *other != source.id);
    let is_used = is_cited || !lookup.linked(desk.project, record, Role::RestsOn).is_empty();
    (!is_used).then(|| "No claim rests on it".into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence};
    use crate::model::id::{EvidenceId, Uid};
    use crate::model::link::Role;
    use crate::model::source::Source;
    use crate::testing::Desk;

    #[test]
    fn a_source_should_carry_a_claim() {
        let mut desk = Desk::default();
        desk.article("[They|source] say [one|claim], [officials|source] deny it.");
        let (one, they) = (desk.claim("A1"), desk.source("They"));
        desk.link(one, Role::RestsOn, they);
        assert_eq!(said(&desk, Rule::SourceUnused), ["officials: No claim rests on it"]);
    }

    #[test]
    fn a_source_is_used_by_evidence_and_by_other_sources() {
        let mut desk = Desk::default();
        desk.article("[Courier|source] and [officials|source] and [a report|source] say [one|claim]. [Nobody|source].");
        let (one, courier, officials, report) =
            (desk.claim("A1"), desk.source("Courier"), desk.source("officials"), desk.source("a report"));
        desk.link(one, Role::RestsOn, courier);
        desk.change(courier, |source: &mut Source| source.rests_on = vec![officials]);
        let row = Evidence { source: Some(report), ..Evidence::new(EvidenceId(Uid(901))) };
        desk.change(one, |claim: &mut Claim| claim.evidence.push(row));
        desk.change(desk.source("Nobody"), |source: &mut Source| source.rests_on = vec![source.id]);
        assert_eq!(said(&desk, Rule::SourceUnused), ["Nobody: No claim rests on it"]);
    }
}
