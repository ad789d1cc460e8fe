//! The names of places in the page, and which of them exist: a link is only printed to a place that is there.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use crate::model::annotation::Mention;
use crate::model::id::{AnnotationId, ClaimId, DocumentId, QuantityId, SourceId};
use crate::report::{AnnotatedArticle, ClaimRef, Jump, Note, Place, Report};

/// All places in a page.
pub(super) struct Anchors {
    /// Marks with words in the text.
    marks: BTreeSet<AnnotationId>,
    /// The first note on each claim.
    notes: BTreeMap<ClaimId, String>,
    articles: BTreeMap<DocumentId, String>,
}

impl Anchors {
    pub fn new(report: &Report) -> Self {
        let marks = report.articles.iter().flat_map(|article| article.marks.iter().filter(|mark| mark.is_visible).map(|mark| mark.id));
        let mut notes = BTreeMap::new();
        for article in &report.articles {
            for note in &article.notes {
                // A claim's own article has its letter; the note there is the one that others point to.
                let is_home = note.is_home();
                if is_home || !notes.contains_key(&note.claim.claim) {
                    notes.insert(note.claim.claim, note_id(article, note));
                }
            }
        }
        let articles = report.articles.iter().map(|article| (article.document, article_id(article))).collect();
        Anchors { marks: marks.collect(), notes, articles }
    }

    /// The name of a claim, leading to its note.
    pub fn claim(&self, claim: &ClaimRef) -> Markup {
        match self.notes.get(&claim.claim) {
            Some(note) => html! { a.lab href={ "#" (note) } { (claim.label) } },
            None => html! { b.lab { (claim.label) } },
        }
    }

    /// A place in the text, leading there.
    pub fn place(&self, place: &Place) -> Markup {
        if self.marks.contains(&place.mark) {
            return html! { a href={ "#" (mark_id(place.mark)) } { (place.words) } };
        }
        html! { (place.words) }
    }

    /// Words that lead to where a jump goes, if the page has that place.
    pub fn jump(&self, jump: Jump, words: &str) -> Markup {
        let target = match jump {
            Jump::Record(Mention::Claim(id)) => self.notes.get(&id).cloned(),
            Jump::Record(Mention::Number(id)) => Some(number_id(id)),
            Jump::Record(Mention::Source(id)) => Some(source_id(id)),
            Jump::Mark(id) => self.marks.contains(&id).then(|| mark_id(id)),
            Jump::Document(id) | Jump::Passage(id, _) => self.articles.get(&id).cloned(),
        };
        match target {
            Some(target) => html! { a href={ "#" (target) } { (words) } },
            None => html! { (words) },
        }
    }

    /// Whether a mark has words in the text.
    pub fn has_mark(&self, mark: AnnotationId) -> bool {
        self.marks.contains(&mark)
    }
}

pub(super) fn article_id(article: &AnnotatedArticle) -> String {
    format!("article-{}", article.letter)
}

pub(super) fn note_id(article: &AnnotatedArticle, note: &Note) -> String {
    format!("note-{}-{}", article.letter, note.claim.claim)
}

/// Where a mark begins.
pub(super) fn mark_id(mark: AnnotationId) -> String {
    format!("mark-{mark}")
}

/// The small number after a mark.
pub(super) fn ref_id(mark: AnnotationId) -> String {
    format!("ref-{mark}")
}

pub(super) fn number_id(number: QuantityId) -> String {
    format!("number-{number}")
}

pub(super) fn source_id(source: SourceId) -> String {
    format!("source-{source}")
}
