//! A number whose value is not the one that its words say: mistyped, or typed on purpose.

use super::{Desk, Words, shortened};
use crate::model::annotation::{Annotation, Mention};
use crate::model::quantity::{Approximation, Quantity, Value};
use crate::suggest::quantity::{self, Reading};

pub(super) fn find(desk: &Desk<'_>, number: &Quantity) -> Option<Words> {
    let value = number.value?;
    let marks = desk.lookup.mentions(Mention::Number(number.id)).iter().filter_map(|id| desk.project.annotations().get(id));
    let said = marks.filter_map(|mark| Some((mark, read(desk, mark)?)));
    // A record may have several mentions; what none of them says is what nobody has read there.
    let said: Vec<(&Annotation, Reading)> = said.collect();
    let (mark, first) = said.first()?;
    if said.iter().any(|(mark, reading)| is_same(reading.value, value) || is_vague(desk.project.quote(mark), reading)) {
        return None;
    }
    let quote = shortened(desk.project.quote(mark));
    let how = if number.is_edited { "Typed" } else { "The value is" };
    Some(format!("{how} {value}, the words say {}: “{quote}”", first.value).into())
}

fn read(desk: &Desk<'_>, mark: &Annotation) -> Option<Reading> {
    let document = desk.project.document(mark.document).filter(|_| !mark.is_lost())?;
    quantity::read(document.text.as_str(), mark.span, document.language())
}

/// Whether the words only tell a bound, as "dozens" does: any number beyond it is theirs.
fn is_vague(words: &str, reading: &Reading) -> bool {
    let is_bound = matches!(reading.approximation, Approximation::AtLeast | Approximation::MoreThan);
    is_bound && !words.contains(char::is_numeric)
}

/// Whether two values are the same figure however many zeros are written behind it.
fn is_same(one: Value, other: Value) -> bool {
    let ends = |value: Value| (value.low.normalize(), value.high.map(|high| high.normalize()));
    ends(one) == ends(other)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::quantity::{Approximation, Quantity};
    use crate::testing::Desk;

    /// What is said of a number marked on these words once somebody has typed that value.
    fn check(words: &str, typed: &str, expected: Option<&str>) {
        let mut desk = Desk::default();
        desk.article(&format!("There were [{words}|number] at all."));
        let id = *desk.project.quantities().keys().next().unwrap();
        desk.change(id, |number: &mut Quantity| {
            number.value = typed.parse().ok();
            number.is_edited = true;
        });
        let expected: Vec<String> = expected.map(|expected| format!("{words}: {expected}")).into_iter().collect();
        assert_eq!(said(&desk, Rule::NumberMisread), expected);
    }

    #[test]
    fn a_value_that_the_words_do_not_say_is_told() {
        check("1,500 men", "1800", Some("Typed 1,800, the words say 1,500: “1,500 men”"));
        check("1,500 men", "1500.0", None);
        check("10 to 20 boats", "10 to 20", None);
        check("10 to 20 boats", "10", Some("Typed 10, the words say 10 to 20: “10 to 20 boats”"));
        // Where the program cannot read the words, nobody can tell.
        check("several dozen men", "40", None);
        check("1,500 men", "", None);
    }

    #[test]
    fn a_value_changed_in_the_file_is_told_as_well_and_how_it_is_meant_is_the_checkers() {
        let mut desk = Desk::default();
        desk.article("There were [1,500 men|number] at all.");
        let id = desk.number("1,500 men");
        desk.change(id, |number: &mut Quantity| number.approximation = Approximation::About);
        assert!(said(&desk, Rule::NumberMisread).is_empty());
        desk.change(id, |number: &mut Quantity| number.value = "15000".parse().ok());
        assert_eq!(said(&desk, Rule::NumberMisread), ["1,500 men: The value is 15,000, the words say 1,500: “1,500 men”"]);
    }

    #[test]
    fn one_of_several_mentions_is_enough() {
        let mut desk = Desk::default();
        desk.article("There were [1,500|number men] men, [no more than 1,600|number men] of them.");
        let id = desk.number("1,500");
        for (typed, expected) in [("1500", 0), ("1600", 0), ("1700", 1)] {
            desk.change(id, |number: &mut Quantity| number.value = typed.parse().ok());
            assert_eq!(said(&desk, Rule::NumberMisread).len(), expected, "{typed}");
        }
    }
}
