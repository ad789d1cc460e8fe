//! The words that the steps of a journal need, and the places in them, counted once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::rows::{EditRow, PartRow};
use crate::model::document::{Text, TextHash};
use crate::model::id::DocumentId;
use crate::model::project::Project;
use crate::storage::format;
use crate::storage::write::rows::Places;

/// The words of the articles that steps need.
#[derive(Debug, Default)]
pub struct Texts {
    /// Of the articles of the project.
    standing: BTreeMap<DocumentId, Text>,
    /// Of articles that come or go and of earlier drafts, by their SHA-256.
    opened: BTreeMap<String, Text>,
}

impl Texts {
    /// Finds the words that the steps need, in the project and among those that the journal holds by their SHA-256.
    pub fn new<'p>(project: &Project, parts: impl Iterator<Item = &'p PartRow>, words: &BTreeMap<String, String>) -> Self {
        let standing = project.documents().map(|document| (document.id, document.text.clone())).collect();
        let drafts = project.documents().flat_map(|document| &document.earlier);
        let mut opened: BTreeMap<String, Text> = drafts.map(|draft| (draft.text.hash().to_string(), draft.text.clone())).collect();
        for row in parts.flat_map(|part| &part.edits).flat_map(EditRow::documents) {
            if let Some(words) = words.get(&row.sha256).filter(|_| !opened.contains_key(&row.sha256)) {
                opened.insert(row.sha256.clone(), Text::from_frozen(words.clone(), row.line_end.into(), row.bom));
            }
        }
        Texts { standing, opened }
    }

    /// The words with this SHA-256. Those of another article stand in for words that the journal has only once.
    fn find(&self, id: DocumentId, sha256: &str) -> Option<&Text> {
        let own = self.standing.get(&id).into_iter().chain(self.opened.get(sha256));
        own.chain(self.standing.values()).find(|text| text.hash().to_string() == sha256)
    }

    /// The text of an article's row.
    fn frozen(&self, id: DocumentId, row: &format::Document) -> Option<Text> {
        let text = self.find(id, &row.sha256)?;
        let (line_end, had_bom) = (row.line_end.into(), row.bom);
        let is_same = text.line_end() == line_end && text.had_bom() == had_bom;
        Some(if is_same { text.clone() } else { Text::from_frozen(text.as_str().to_owned(), line_end, had_bom) })
    }
}

/// What is needed to read steps exactly.
pub struct Reading<'a> {
    texts: &'a Texts,
    /// The places of each article by the text that it had last.
    places: RefCell<BTreeMap<DocumentId, (TextHash, Rc<Places<'a>>)>>,
}

impl<'a> Reading<'a> {
    /// Nothing is counted before it is needed.
    pub fn new(texts: &'a Texts) -> Self {
        Reading { texts, places: RefCell::default() }
    }

    /// The text of an article's row.
    pub fn frozen(&self, id: DocumentId, row: &format::Document) -> Option<Text> {
        self.texts.frozen(id, row)
    }

    /// The places of an article with the text that it has in the project now, or had last.
    pub fn places(&self, project: &Project, document: Option<DocumentId>) -> Rc<Places<'a>> {
        let Some(id) = document else { return Rc::default() };
        let mut known = self.places.borrow_mut();
        let now = project.document(id).map(|document| document.text.hash());
        if let Some((_, places)) = known.get(&id).filter(|(hash, _)| now.is_none_or(|now| now == *hash)) {
            return Rc::clone(places);
        }
        let text = now.and_then(|hash| self.texts.find(id, &hash.to_string()));
        let places = Rc::new(Places::of(text.map(|text| (id, text)).into_iter()));
        if let Some(hash) = now {
            known.insert(id, (hash, Rc::clone(&places)));
        }
        places
    }
}
