//! Statuses and ratings by article: how many claims stand how, how many got which grade, how far the text is read. A claim counts in each
//! article that mentions it, as in the window's list of articles, and once in the total.

use super::desk::Desk;
use crate::model::claim::{Claim, Status};
use crate::model::document::Document;
use crate::model::id::DocumentId;
use crate::model::lookup::SentenceState;

/// One article in the table of ratings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// The article.
    pub document: DocumentId,
    /// Its letter.
    pub letter: String,
    /// Its title.
    pub title: String,
    /// Newspaper, agency or site; may be blank.
    pub outlet: String,
    /// Date of publication as written; may be blank.
    pub published: String,
    /// The claims that it mentions, and its sentences.
    pub tally: Tally,
}

/// Claims and sentences, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All claims.
    pub claims: usize,
    /// Those among them that are settled.
    pub settled: usize,
    /// Claims for each status, in the order of [`Status::ALL`].
    pub by_status: [usize; Status::ALL.len()],
    /// Claims for each grade, worst first.
    pub rated: [usize; 5],
    /// Claims without a rating.
    pub unrated: usize,
    /// The sentences.
    pub sentences: SentenceCount,
}

/// How far a text is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentenceCount {
    /// Sentences with a mark.
    pub marked: usize,
    /// Sentences set aside as not checkable.
    pub not_checkable: usize,
    /// Sentences that nobody has touched.
    pub untouched: usize,
}

impl Tally {
    /// How many claims have that status.
    pub fn of_status(&self, status: Status) -> usize {
        Status::ALL.iter().zip(self.by_status).filter(|(other, _)| **other == status).map(|(_, count)| count).sum()
    }
}

impl SentenceCount {
    /// All sentences.
    pub fn total(self) -> usize {
        self.marked + self.not_checkable + self.untouched
    }
}

pub(super) fn rows(desk: &Desk<'_>) -> Vec<ArticleRow> {
    desk.documents().map(|document| row(desk, document)).collect()
}

/// The statuses that claims of these articles have, in the order of the inspector's buttons.
pub(super) fn statuses(rows: &[ArticleRow]) -> Vec<Status> {
    Status::ALL.into_iter().filter(|status| rows.iter().any(|row| row.tally.of_status(*status) > 0)).collect()
}

/// All articles together; nothing where one row says it all.
pub(super) fn total(desk: &Desk<'_>) -> Option<Tally> {
    let order: Vec<_> = desk.documents().map(|document| document.id).collect();
    let sum = |sum: SentenceCount, id: &DocumentId| {
        let one = sentences(desk, *id);
        SentenceCount {
            marked: sum.marked + one.marked,
            not_checkable: sum.not_checkable + one.not_checkable,
            untouched: sum.untouched + one.untouched,
        }
    };
    (order.len() > 1).then(|| tally(desk.claims.iter().copied(), order.iter().fold(SentenceCount::default(), sum)))
}

fn row(desk: &Desk<'_>, document: &Document) -> ArticleRow {
    let mentioned = desk.lookup.claims_in(desk.project, document.id);
    let claims = mentioned.iter().filter_map(|(id, _)| desk.project.claims().get(id));
    ArticleRow {
        document: document.id,
        letter: desk.project.letter(document.id),
        title: desk.title(document),
        outlet: document.meta.outlet.trim().to_owned(),
        published: document.meta.published.trim().to_owned(),
        tally: tally(claims, sentences(desk, document.id)),
    }
}

fn tally<'a>(claims: impl Iterator<Item = &'a Claim>, sentences: SentenceCount) -> Tally {
    let mut tally = Tally { sentences, ..Tally::default() };
    for claim in claims {
        tally.claims += 1;
        tally.settled += usize::from(claim.is_settled());
        for (status, count) in Status::ALL.iter().zip(&mut tally.by_status) {
            *count += usize::from(*status == claim.status);
        }
        match claim.rating.as_ref().and_then(|rating| tally.rated.get_mut(rating.grade.index())) {
            Some(rated) => *rated += 1,
            None => tally.unrated += 1,
        }
    }
    tally
}

fn sentences(desk: &Desk<'_>, document: DocumentId) -> SentenceCount {
    desk.lookup.document(document).map_or_else(SentenceCount::default, |article| SentenceCount {
        marked: article.count(SentenceState::Marked),
        not_checkable: article.count(SentenceState::NotCheckable),
        untouched: article.count(SentenceState::Untouched),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::rate;
    use crate::report::tests::build;
    use crate::testing::Desk;

    #[test]
    fn statuses_are_counted_by_article_and_a_status_that_nobody_has_is_no_column() {
        let mut desk = Desk::default();
        desk.article("One\n[It rained|claim rain]. [It was dry|claim]. [It froze|claim].");
        desk.article("Two\n[Rain fell|claim rain]. [It thawed|claim].");
        rate(&mut desk, "A1", 4, "", Status::Asked);
        rate(&mut desk, "A2", 4, "", Status::Cut);
        rate(&mut desk, "B1", 4, "", Status::Cut);
        let report = build(&desk);
        assert_eq!(report.statuses, [Status::Open, Status::Asked, Status::Cut]);
        let counts = |tally: &Tally| report.statuses.iter().map(|status| tally.of_status(*status)).collect::<Vec<_>>();
        let rows: Vec<_> = report.ratings.iter().map(|row| counts(&row.tally)).collect();
        assert_eq!(rows, [[1, 1, 1], [0, 1, 1]]);
        assert_eq!(report.total.as_ref().map(counts), Some(vec![1, 1, 2]));
        assert_eq!(build(&Desk::default()).statuses, []);
    }
}
