//! A rating for which there is no evidence that another person could find: nobody can check the check.

use super::{Desk, Words, is_checked};
use crate::model::claim::{Claim, Evidence};
use crate::model::id::SourceId;

pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let rating = claim.rating.as_ref().filter(|_| is_checked(claim))?;
    let is_findable = |id: &SourceId| desk.project.sources().get(id).is_some_and(|source| source.is_findable());
    let has_row =
        claim.evidence.iter().any(Evidence::is_findable) || claim.evidence.iter().filter_map(|row| row.source.as_ref()).any(is_findable);
    let is_found = has_row || desk.lookup.sources_of(desk.project, claim.id).iter().any(is_findable);
    (!is_found).then(|| format!("Rated {}, without evidence that others could find", desk.project.rating_label(rating)).into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence, Grade, Rating};
    use crate::model::id::{EvidenceId, Uid};
    use crate::model::link::Role;
    use crate::model::source::Source;
    use crate::testing::Desk;

    #[test]
    fn another_person_must_be_able_to_follow_a_rating() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim]. [Three|claim], [a report|source] says. [Four|claim]. [Five|claim].");
        let report = desk.source("a report");
        desk.change(report, |source: &mut Source| source.url = "https://report.example".into());
        let three = desk.claim("A3");
        desk.link(three, Role::RestsOn, report);
        let row = Evidence::new(EvidenceId(Uid(901)));
        let rows = [
            ("A1", Evidence { text: "Somebody told me".into(), ..row.clone() }),
            ("A2", Evidence { url: "https://minutes.example".into(), ..row.clone() }),
            ("A4", Evidence { source: Some(report), text: "As the report has it".into(), ..row.clone() }),
            ("A3", row.clone()),
        ];
        for (label, row) in rows {
            desk.change(desk.claim(label), |claim: &mut Claim| {
                claim.rating = Grade::new(4).map(|grade| Rating::new(grade, "Minutes"));
                claim.evidence.push(row);
            });
        }
        let expected = ["A1: Rated 4 Mostly right, without evidence that others could find"];
        assert_eq!(said(&desk, Rule::RatingUnfindable), expected);
    }
}
