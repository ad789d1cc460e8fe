//! The names of places in the page, and which of them exist: a link is only printed to a place that is there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{AnnotatedArticle, Jump, Language, Note, Place, Report, Section};
use crate::model::annotation::Mention;
use crate::model::id::{AnnotationId, ClaimId, DocumentId, QuantityId, SourceId};

/// All places in a page.
pub struct Anchors {
    /// The language of the page.
    pub language: Language,
    /// Marks with words in the text.
    marks: BTreeSet<AnnotationId>,
    /// The first note on each claim.
    notes: BTreeMap<ClaimId, String>,
    articles: BTreeMap<DocumentId, String>,
    /// Whether the tables of numbers and sources are printed.
    has_numbers: bool,
    has_sources: bool,
}

impl Anchors {
    /// The places of a report as its options print it.
    pub fn new(report: &Report) -> Self {
        let prints = |section| report.options.sections.contains(&section);
        let articles = if prints(Section::Articles) { report.articles.as_slice() } else { &[] };
        let marks = articles.iter().flat_map(|article| article.marks.iter().filter(|mark| mark.is_visible).map(|mark| mark.id));
        let mut notes = BTreeMap::new();
        for article in articles {
            for note in &article.notes {
                // A claim's own article has its letter; the note there is the one that others point to.
                let is_home = note.is_home();
                if is_home || !notes.contains_key(&note.claim.claim) {
                    notes.insert(note.claim.claim, note_id(article, note));
                }
            }
        }
        Anchors {
            language: report.language(),
            marks: marks.collect(),
            notes,
            articles: articles.iter().map(|article| (article.document, article_id(article))).collect(),
            has_numbers: prints(Section::Numbers),
            has_sources: prints(Section::Sources),
        }
    }

    /// The words of a key in the language of the page.
    pub fn say(&self, key: &str) -> Cow<'static, str> {
        self.language.say(key)
    }

    /// The words of a key with one value put in.
    pub fn say_of(&self, key: &str, name: &str, value: &str) -> String {
        self.language.say_with(key, &[(name, value.into())])
    }

    /// The note on a claim, where one is printed.
    pub fn note_of(&self, claim: ClaimId) -> Option<&str> {
        self.notes.get(&claim).map(String::as_str)
    }

    /// A place in the text, where it is printed.
    pub fn of_place(&self, place: &Place) -> Option<String> {
        self.marks.contains(&place.mark).then(|| mark_id(place.mark))
    }

    /// Where a jump goes, where that is printed.
    pub fn of_jump(&self, jump: Jump) -> Option<String> {
        match jump {
            Jump::Record(Mention::Claim(id)) => self.notes.get(&id).cloned(),
            Jump::Record(Mention::Number(id)) => self.has_numbers.then(|| number_id(id)),
            Jump::Record(Mention::Source(id)) => self.has_sources.then(|| source_id(id)),
            Jump::Mark(id) => self.marks.contains(&id).then(|| mark_id(id)),
            Jump::Document(id) | Jump::Passage(id, _) => self.articles.get(&id).cloned(),
        }
    }

    /// Whether a mark has words in the text.
    pub fn has_mark(&self, mark: AnnotationId) -> bool {
        self.marks.contains(&mark)
    }
}

/// An article.
pub fn article_id(article: &AnnotatedArticle) -> String {
    format!("article-{}", article.letter)
}

/// The note on a claim in an article.
pub fn note_id(article: &AnnotatedArticle, note: &Note) -> String {
    format!("note-{}-{}", article.letter, note.claim.claim)
}

/// Where a mark begins.
pub fn mark_id(mark: AnnotationId) -> String {
    format!("mark-{mark}")
}

/// The small number after a mark.
pub fn ref_id(mark: AnnotationId) -> String {
    format!("ref-{mark}")
}

/// A line of the table of numbers.
pub fn number_id(number: QuantityId) -> String {
    format!("number-{number}")
}

/// A line of the table of sources.
pub fn source_id(source: SourceId) -> String {
    format!("source-{source}")
}
