//! A mark or passage whose words are nowhere in its article: nobody can see any more what was checked.

use super::{Desk, Subject, Words, doubtful_places};

pub(super) fn find(desk: &Desk<'_>, subject: Subject) -> Vec<Words> {
    let words = |letter: &str| format!("Lost its place: its words are nowhere in article {letter}");
    doubtful_places(desk, subject, |doubt, letter| doubt.is_lost().then(|| words(letter)))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::annotation::Fate;
    use crate::model::exclusion::Reason;
    use crate::testing::Desk;

    #[test]
    fn what_lost_its_place_is_an_error_whatever_it_is() {
        let mut desk = Desk::default();
        let article = desk.article("[It rained|claim]. [They|source] say [4|number]. That is sad.");
        desk.exclude(article, "That is sad.", Reason::Opinion);
        assert!(said(&desk, Rule::PlaceLost).is_empty());
        desk.doubt("It rained", Fate::Moved);
        desk.doubt("4", Fate::Lost);
        desk.doubt_passages(Fate::Lost);
        let passage = "A: A not-checkable passage lost its place: “That is sad.”";
        assert_eq!(said(&desk, Rule::PlaceLost), ["4: Lost its place: its words are nowhere in article A", passage]);
    }
}
