//! Sentences of an article that are neither marked nor set aside as not checkable.

use super::{Desk, Words};
use crate::model::id::DocumentId;
use crate::model::lookup::SentenceState;

pub(super) fn find(desk: &Desk<'_>, id: DocumentId) -> Option<Words> {
    let article = desk.lookup.document(id)?;
    let untouched = article.count(SentenceState::Untouched);
    let noun = if article.sentences.len() == 1 { "sentence" } else { "sentences" };
    (untouched > 0).then(|| format!("{untouched} of {} {noun} untouched", article.sentences.len()).into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::exclusion::Reason;
    use crate::testing::Desk;

    #[test]
    fn every_sentence_should_be_marked_or_set_aside() {
        let mut desk = Desk::default();
        desk.article("[One|claim] is marked. Two is not.");
        let read = desk.article("[One|claim] is marked. Two is lovely.");
        desk.exclude(read, "Two is lovely.", Reason::Opinion);
        assert_eq!(said(&desk, Rule::SentencesUntouched), ["A: 1 of 2 sentences untouched"]);
    }
}
