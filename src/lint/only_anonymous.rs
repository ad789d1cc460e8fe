//! A claim that rests on anonymous sources alone, while nothing else speaks for it.

use super::{Desk, Words, is_checked};
use crate::model::claim::{Claim, Evidence, Stance};
use crate::model::id::SourceId;
use crate::model::source::SourceKind;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let mut sources = desk.lookup.sources_of(desk.project, claim.id);
    sources.sort_unstable();
    sources.dedup();
    let is_anonymous = |id: &SourceId| desk.project.sources().get(id).is_some_and(|source| source.kind == SourceKind::Anonymous);
    // A row that names one of them once more is no backing.
    let backs = |row: &Evidence| row.stance == Stance::Supports && !row.source.as_ref().is_some_and(is_anonymous);
    if !is_checked(claim) || claim.evidence.iter().any(backs) || sources.is_empty() || !sources.iter().all(is_anonymous) {
        return None;
    }
    Some(match sources.len() {
        1 => "Rests on one anonymous source".into(),
        2 => "Rests on two anonymous sources".into(),
        count => format!("Rests on {count} anonymous sources").into(),
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence, Stance};
    use crate::model::id::{EvidenceId, Uid};
    use crate::model::link::Role;
    use crate::testing::Desk;

    #[test]
    fn anonymous_sources_alone_are_named_with_their_count() {
        let mut desk = Desk::default();
        desk.article("[One|claim] [officials|source] [insiders|source] [Ann Ex|source]. [Two|claim]. [Three|claim]. [Four|claim].");
        for (claim, source) in [
            ("A1", "officials"),
            ("A1", "officials"),
            ("A2", "officials"),
            ("A2", "insiders"),
            ("A3", "officials"),
            ("A3", "Ann Ex"),
            ("A4", "insiders"),
        ] {
            let (claim, source) = (desk.claim(claim), desk.source(source));
            desk.link(claim, Role::RestsOn, source);
        }
        desk.change(desk.claim("A4"), |claim: &mut Claim| {
            claim.evidence.push(Evidence { stance: Stance::Supports, ..Evidence::new(EvidenceId(Uid(1))) });
        });
        assert_eq!(said(&desk, Rule::OnlyAnonymous), ["A1: Rests on one anonymous source", "A2: Rests on two anonymous sources"]);
    }

    #[test]
    fn evidence_by_an_anonymous_source_backs_nothing() {
        let mut desk = Desk::default();
        desk.article("[One|claim] [officials|source]. [Two|claim] [insiders|source] [Ann Ex|source].");
        let (officials, insiders, ann) = (desk.source("officials"), desk.source("insiders"), desk.source("Ann Ex"));
        for (label, rests_on, seen_by) in [("A1", officials, insiders), ("A2", insiders, ann)] {
            let claim = desk.claim(label);
            desk.link(claim, Role::RestsOn, rests_on);
            let row = Evidence { stance: Stance::Supports, source: Some(seen_by), ..Evidence::new(EvidenceId(Uid(1))) };
            desk.change(claim, |claim: &mut Claim| claim.evidence.push(row));
        }
        assert_eq!(said(&desk, Rule::OnlyAnonymous), ["A1: Rests on one anonymous source"]);
    }
}
