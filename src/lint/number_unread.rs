//! A number without a value: nothing can be added up or compared with it.

use super::{Desk, Found, Subject};
use crate::model::annotation::Mention;

pub(super) fn find(desk: &Desk<'_>) -> Found {
    let is_unread = |record: &Mention| match record {
        Mention::Number(id) => desk.project.quantities().get(id).is_some_and(|quantity| quantity.value.is_none()),
        Mention::Claim(_) | Mention::Source(_) => false,
    };
    let records = desk.in_text_order(desk.others.iter().copied().filter(is_unread));
    records.into_iter().map(|record| (Subject::Record(record), "Not read: it has no value".to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::testing::Desk;

    #[test]
    fn a_number_needs_a_value() {
        let mut desk = Desk::default();
        desk.article("[1,500|number] men, [no one|number] else, [several|number] boats.");
        assert_eq!(said(&desk, Rule::NumberUnread), ["no one: Not read: it has no value", "several: Not read: it has no value"]);
    }
}
