//! A number without a value: nothing can be added up or compared with it.

use super::Words;
use crate::model::quantity::Quantity;

pub(super) fn find(number: &Quantity) -> Option<Words> {
    number.value.is_none().then(|| "Not read: it has no value".into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::testing::Desk;

    #[test]
    fn a_number_needs_a_value() {
        let mut desk = Desk::default();
        desk.article("[1,500|number] men, [no one|number] else, [several|number] boats.");
        assert_eq!(said(&desk, Rule::NumberUnread), ["several: Not read: it has no value"]);
    }
}
