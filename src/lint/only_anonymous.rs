//! A claim that rests on anonymous sources alone, while nothing else speaks for it.

use super::{Desk, Found};
use crate::model::claim::{Claim, Stance, Status};
use crate::model::source::SourceKind;

pub(super) fn find(desk: &Desk<'_>) -> Found {
    desk.each_claim(|claim| words(desk, claim))
}

fn words(desk: &Desk<'_>, claim: &Claim) -> Option<String> {
    let mut sources = desk.lookup.sources_of(desk.project, claim.id);
    sources.sort_unstable();
    sources.dedup();
    let is_anonymous = |id| desk.project.sources().get(id).is_some_and(|source| source.kind == SourceKind::Anonymous);
    let is_backed = claim.evidence.iter().any(|row| row.stance == Stance::Supports);
    if claim.status == Status::Cut || is_backed || sources.is_empty() || !sources.iter().all(is_anonymous) {
        return None;
    }
    Some(match sources.len() {
        1 => "Rests on one anonymous source".to_owned(),
        2 => "Rests on two anonymous sources".to_owned(),
        count => format!("Rests on {count} anonymous sources"),
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
}
