//! A source on which no claim rests.

use super::{Desk, Found, Subject};
use crate::model::annotation::Tag;
use crate::model::link::Role;

pub(super) fn find(desk: &Desk<'_>) -> Found {
    let records = desk.others.iter().copied().filter(|record| record.tag() == Tag::Source);
    let unused = records.filter(|record| desk.lookup.linked(desk.project, *record, Role::RestsOn).is_empty());
    desk.in_text_order(unused).into_iter().map(|record| (Subject::Record(record), "No claim rests on it".to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::link::Role;
    use crate::testing::Desk;

    #[test]
    fn a_source_should_carry_a_claim() {
        let mut desk = Desk::default();
        desk.article("[They|source] say [one|claim], [officials|source] deny it.");
        let (one, they) = (desk.claim("A1"), desk.source("They"));
        desk.link(one, Role::RestsOn, they);
        assert_eq!(said(&desk, Rule::SourceUnused), ["officials: No claim rests on it"]);
    }
}
