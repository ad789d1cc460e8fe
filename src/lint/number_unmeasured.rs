//! A number that was read, but without its unit or without what it measures, and in no group that says so: nobody can tell what it may be compared with.

use super::Words;
use crate::model::quantity::Quantity;

pub(super) fn find(number: &Quantity) -> Option<Words> {
    number.value.as_ref()?;
    let is_said = !number.measured.trim().is_empty() || number.group.is_some();
    match (number.unit.trim().is_empty(), !is_said) {
        (true, true) => Some("No unit, and not what it measures".into()),
        (true, false) => Some("No unit".into()),
        (false, true) => Some("Not what it measures".into()),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::quantity::Quantity;
    use crate::testing::Desk;

    #[test]
    fn a_number_needs_unit_and_what_it_measures() {
        let mut desk = Desk::default();
        desk.article("[1,500|number] and [1,600|number] and [1,700|number] and [1,800|number] and [several|number].");
        for (words, unit, measured) in
            [("1,500", "men", "troops sent"), ("1,600", "", "troops sent"), ("1,700", "men", " "), ("1,800", " ", "")]
        {
            desk.change(desk.number(words), |number: &mut Quantity| {
                (number.unit, number.measured) = (unit.into(), measured.into());
            });
        }
        let expected = ["1,600: No unit", "1,700: Not what it measures", "1,800: No unit, and not what it measures"];
        assert_eq!(said(&desk, Rule::NumberUnmeasured), expected);
    }
}
