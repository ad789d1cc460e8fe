//! Evidence that was seen before the article appeared which it is to check: it cannot speak of what the article says.

use super::{Desk, Words, shortened};
use crate::model::annotation::Mention;
use crate::model::claim::Claim;
use crate::model::day::Day;

/// Days are compared as they are written; where one is not clear, nothing is said. Of several articles the first one counts.
pub(super) fn find(desk: &Desk<'_>, claim: &Claim) -> Option<Words> {
    let seen = claim.evidence.iter().filter_map(|row| Some((Day::read(&row.seen)?, row.seen.trim())));
    let (seen, seen_words) = seen.min()?;
    let marks = desk.lookup.mentions(Mention::Claim(claim.id)).iter().filter_map(|id| desk.project.annotations().get(id));
    let articles = marks.map(|mark| mark.document).chain([claim.home]);
    let published = articles.map(|id| {
        let words = desk.project.document(id)?.meta.published.trim();
        Some((Day::read(words)?, words))
    });
    let (published, published_words) = published.collect::<Option<Vec<_>>>()?.into_iter().min()?;
    let words = || format!("Evidence seen {}, before the article of {}", shortened(seen_words), shortened(published_words));
    (seen < published).then(|| words().into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Claim, Evidence};
    use crate::model::document::Document;
    use crate::model::id::{EvidenceId, Uid};
    use crate::testing::Desk;

    fn check(published: &[&str], seen: &str, expected: &[&str]) {
        let mut desk = Desk::default();
        for published in published {
            let id = desk.article("[It held|claim held].");
            desk.change(id, |document: &mut Document| document.meta.published = (*published).into());
        }
        let row = Evidence { seen: seen.into(), ..Evidence::new(EvidenceId(Uid(901))) };
        desk.change(desk.claim("A1"), |claim: &mut Claim| claim.evidence.push(row));
        assert_eq!(said(&desk, Rule::EvidenceEarly), expected, "{published:?} {seen}");
    }

    #[test]
    fn evidence_is_seen_after_the_article_appeared() {
        check(&["22 January 2025"], "2025-01-20", &["A1: Evidence seen 2025-01-20, before the article of 22 January 2025"]);
        check(&["Jan 22, 2025"], "22 January 2025", &[]);
        check(&["29 Oct 2018"], "Jan 22, 2025", &[]);
        check(&["22 January 2025"], "", &[]);
        check(&["22 January"], "2025-01-20", &[]);
        check(&["22 January 2025"], "01/02/2025", &[]);
        // Of two articles the first one counts, if both are clear.
        check(&["22 January 2025", "19 January 2025"], "2025-01-20", &[]);
        check(&["22 January 2025", "2025"], "2025-01-20", &[]);
    }
}
