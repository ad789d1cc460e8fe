//! A number without a value: nothing can be added up or compared with it.

use super::{Desk, Found, Subject};
use crate::model::annotation::Mention;

pub(super) fn find(desk: &Desk<'_>) -> Found {
    let unread = desk.project.quantities().values().filter(|quantity| quantity.value.is_none());
    let records = desk.in_text_order(unread.map(|quantity| Mention::Number(quantity.id)));
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
