//! Marked numbers that do not fit each other, in one sentence or as a checker has put them together: parts and their total, a part and
//! its whole, one length in two units.

use super::{Desk, Words};
use crate::model::annotation::{Annotation, Mention};
use crate::model::document::{Document, Span};
use crate::model::id::QuantityId;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::suggest::checks::{Article, Check, Verdict, judge};

pub(super) fn of_number(desk: &Desk<'_>, number: &Quantity) -> Vec<Words> {
    let marks = desk.lookup.mentions(Mention::Number(number.id)).iter().filter_map(|id| desk.project.annotations().get(id));
    let mut told: Vec<Words> = Vec::new();
    for mark in marks.filter(|mark| !mark.is_lost()) {
        for check in failing(desk, mark).into_iter().filter(|check| check.numbers.contains(&number.id)) {
            let words = Words::from(format!("{}. {}", check.equation, check.working));
            if !told.contains(&words) {
                told.push(words);
            }
        }
    }
    let stated = desk.project.house().stated.iter().filter(|stated| stated.holds(number.id));
    for check in stated.filter_map(|stated| judge(desk.project, desk.lookup, stated)).filter(|check| check.verdict == Verdict::Fails) {
        let words = Words::from(format!("{}. {}", check.equation, check.working));
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told
}

/// The numbers with which a checker has put one together.
pub(super) fn stated_with(project: &Project, number: QuantityId) -> impl Iterator<Item = QuantityId> + '_ {
    project.house().stated.iter().filter(move |stated| stated.holds(number)).flat_map(|stated| stated.numbers.iter().copied())
}

/// What does not hold in the sentence around a mark.
fn failing(desk: &Desk<'_>, mark: &Annotation) -> Vec<Check> {
    let Some((document, sentence)) = sentence_of(desk.project, mark) else { return Vec::new() };
    let in_two_units = || desk.project.quote(mark).contains('(');
    if numbers_in(desk.project, desk.lookup, document, sentence).len() < 2 && !in_two_units() {
        return Vec::new();
    }
    let mut checks = Article::around(desk.project, desk.lookup, (document, sentence)).checks_in(sentence);
    checks.retain(|check| check.verdict == Verdict::Fails);
    checks
}

fn sentence_of<'a>(project: &'a Project, mark: &Annotation) -> Option<(&'a Document, Span)> {
    let document = project.document(mark.document)?;
    Some((document, document.text.sentence_around(mark.span.start())?))
}

/// The numbers that are marked in a sentence.
fn numbers_in(project: &Project, lookup: &Lookup, document: &Document, sentence: Span) -> Vec<QuantityId> {
    let Some(marks) = lookup.document(document.id).map(|lookup| lookup.marks.overlapping(sentence)) else { return Vec::new() };
    let number = |id| match project.annotations().get(&id)?.mention {
        Mention::Number(id) => Some(id),
        Mention::Claim(_) | Mention::Source(_) => None,
    };
    marks.iter().filter_map(|mark| number(mark.id)).collect()
}

/// The numbers of which something else may be said once this mark is another one, or is gone: those in its sentence.
pub(super) fn beside(project: &Project, lookup: &Lookup, mark: &Annotation) -> Vec<QuantityId> {
    sentence_of(project, mark).map_or_else(Vec::new, |(document, sentence)| numbers_in(project, lookup, document, sentence))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::quantity::Quantity;
    use crate::model::stated::{Relation, Stated};
    use crate::testing::Desk;

    fn desk(marked: &str) -> Desk {
        let mut desk = Desk::default();
        desk.article(marked);
        desk
    }

    #[test]
    fn a_value_typed_wrong_on_purpose_is_told_at_all_numbers_of_the_sum() {
        let mut desk = desk("It sent [four aircraft|number] in total — [two C-17s|number] and [two C-130s|number].");
        assert!(said(&desk, Rule::SumFails).is_empty());
        desk.change(desk.number("two C-17s"), |number: &mut Quantity| (number.value, number.is_edited) = ("20".parse().ok(), true));
        let words = "20 C-17s + 2 C-130s = 22. Written 4 aircraft. Off by 18.";
        let expected = ["four aircraft", "two C-17s", "two C-130s"].map(|number| format!("{number}: {words}"));
        assert_eq!(said(&desk, Rule::SumFails), expected);
    }

    #[test]
    fn a_length_in_two_units_is_one_number() {
        let desk = desk("The [1,553 mile (2,800 kilometer)|number] way.");
        let expected = ["1,553 mile (2,800 kilometer): 1,553 mi = 2,499.3 km. Written 2,800 km. Off by 12 %."];
        assert_eq!(said(&desk, Rule::SumFails), expected);
    }

    #[test]
    fn what_a_checker_has_stated_is_told_at_all_its_numbers() {
        let mut desk = desk("It sent [four aircraft|number]. It lost [two C-17s|number]. It kept [two C-130s|number].");
        let numbers = ["four aircraft", "two C-17s", "two C-130s"];
        let stated = Stated::new(Relation::Sum, numbers.map(|words| desk.number(words)).to_vec());
        desk.decide(|house| house.stated.push(stated.clone()));
        assert!(said(&desk, Rule::SumFails).is_empty());
        desk.change(desk.number("two C-17s"), |number: &mut Quantity| number.value = "20".parse().ok());
        let words = "20 C-17s + 2 C-130s = 22. Written 4 aircraft. Off by 18.";
        assert_eq!(said(&desk, Rule::SumFails), numbers.map(|number| format!("{number}: {words}")));
    }

    #[test]
    fn a_question_is_no_finding_and_neither_is_what_is_not_marked() {
        assert!(said(&desk("It sent [five aircraft|number]: [two C-17s|number] and [two C-130s|number]."), Rule::SumFails).is_empty());
        assert!(said(&desk("It sent [five aircraft|number] in total — two C-17s and two C-130s."), Rule::SumFails).is_empty());
    }
}
