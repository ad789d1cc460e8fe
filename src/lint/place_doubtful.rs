//! A mark or passage that moved or was changed with its article, and that nobody has looked at since.

use super::{Desk, Subject, Words, doubtful_places};
use crate::model::annotation::Fate;

pub(super) fn find(desk: &Desk<'_>, subject: Subject) -> Vec<Words> {
    doubtful_places(desk, subject, |doubt, letter| match doubt.fate {
        Fate::Moved => Some(format!("Moved: the text of article {letter} was changed, and nobody has looked since")),
        Fate::Changed => Some(format!("Changed: its words in article {letter} or those beside them, and nobody has looked since")),
        Fate::Lost => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::annotation::Fate;
    use crate::testing::Desk;

    #[test]
    fn what_moved_or_was_changed_is_told_until_it_is_looked_at() {
        let mut desk = Desk::default();
        desk.article("[It rained|claim]. [It snowed|claim]. [It poured|claim].");
        desk.doubt("It rained", Fate::Moved);
        desk.doubt("It snowed", Fate::Changed);
        let changed = "A2: Changed: its words in article A or those beside them, and nobody has looked since";
        let moved = "A1: Moved: the text of article A was changed, and nobody has looked since";
        assert_eq!(said(&desk, Rule::PlaceDoubtful), [moved, changed]);
    }
}
