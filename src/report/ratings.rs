//! Ratings by article: how many claims got which grade, how many are settled, how far the text is read.

use super::desk::Desk;
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
    /// Claims that bear its letter.
    pub claims: usize,
    /// Those among them that are settled.
    pub settled: usize,
    /// Claims for each grade, worst first.
    pub rated: [usize; 5],
    /// Claims without a rating.
    pub unrated: usize,
    /// Its sentences.
    pub sentences: SentenceCount,
}

/// How far an article is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentenceCount {
    /// Sentences with a mark.
    pub marked: usize,
    /// Sentences set aside as not checkable.
    pub not_checkable: usize,
    /// Sentences that nobody has touched.
    pub untouched: usize,
}

impl SentenceCount {
    /// All sentences.
    pub fn total(self) -> usize {
        self.marked + self.not_checkable + self.untouched
    }
}

pub(super) fn rows(desk: &Desk<'_>) -> Vec<ArticleRow> {
    desk.project.documents().map(|document| row(desk, document)).collect()
}

fn row(desk: &Desk<'_>, document: &Document) -> ArticleRow {
    let claims: Vec<_> = desk.claims.iter().filter(|claim| claim.home == document.id).collect();
    let mut rated = [0; 5];
    for rating in claims.iter().filter_map(|claim| claim.rating.as_ref()) {
        if let Some(count) = rated.get_mut(rating.grade.index()) {
            *count += 1;
        }
    }
    ArticleRow {
        document: document.id,
        letter: desk.project.letter(document.id),
        title: desk.title(document),
        outlet: document.meta.outlet.trim().to_owned(),
        published: document.meta.published.trim().to_owned(),
        claims: claims.len(),
        settled: claims.iter().filter(|claim| claim.status.is_settled()).count(),
        rated,
        unrated: claims.len() - rated.iter().sum::<usize>(),
        sentences: sentences(desk, document.id),
    }
}

fn sentences(desk: &Desk<'_>, document: DocumentId) -> SentenceCount {
    desk.lookup.document(document).map_or_else(SentenceCount::default, |article| SentenceCount {
        marked: article.count(SentenceState::Marked),
        not_checkable: article.count(SentenceState::NotCheckable),
        untouched: article.count(SentenceState::Untouched),
    })
}
