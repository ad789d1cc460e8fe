//! Finding words in the article shown or in all.

use regex::{Regex, RegexBuilder};

use super::{Outcome, Session};
use crate::command::Query;
use crate::model::document::Span;
use crate::model::id::DocumentId;

/// Hits kept at most; a single letter in a book needs no more to be refined.
const MOST_HITS: usize = 10_000;

/// A query and what it found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    query: Query,
    hits: Vec<(DocumentId, Span)>,
    current: Option<usize>,
    error: Option<String>,
}

impl Search {
    /// What is searched for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Places found, in the order of articles and text.
    pub fn hits(&self) -> &[(DocumentId, Span)] {
        &self.hits
    }

    /// Which hit is the current one.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// Why the regular expression cannot be used.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// Whether there were more hits than are kept.
    pub fn is_cut(&self) -> bool {
        self.hits.len() >= MOST_HITS
    }
}

/// The query as a regular expression.
fn pattern(query: &Query) -> Result<Regex, String> {
    let inner = if query.is_regex { query.text.clone() } else { regex::escape(&query.text) };
    let whole = if query.is_whole_words { format!(r"\b(?:{inner})\b") } else { inner };
    let built = RegexBuilder::new(&whole).case_insensitive(!query.is_case_sensitive).multi_line(true).size_limit(1 << 22).build();
    built.map_err(|error| format!("This is no regular expression: {}", error.to_string().lines().last().unwrap_or("it cannot be read")))
}

impl Session {
    pub(super) fn search_for(&mut self, query: Query) -> Outcome {
        self.search = Search { query, ..Search::default() };
        self.refresh_search();
        Ok(())
    }

    /// Looks again; after an edit the articles may be others.
    pub(super) fn refresh_search(&mut self) {
        let query = self.search.query.clone();
        self.search.hits.clear();
        self.search.error = None;
        if query.text.is_empty() {
            self.search.current = None;
            return;
        }
        let found = match pattern(&query) {
            Ok(found) => found,
            Err(words) => {
                self.search.error = Some(words);
                return;
            }
        };
        let shown = self.selection.map(|selection| selection.document);
        let documents = self.project.documents().filter(|document| query.is_everywhere || Some(document.id) == shown);
        let hits = documents.flat_map(|document| {
            let whole = found.find_iter(document.text.as_str()).filter(|hit| !hit.is_empty());
            whole.map(|hit| (document.id, document.text.span(hit.start(), hit.end()))).collect::<Vec<_>>()
        });
        self.search.hits = hits.take(MOST_HITS).collect();
        self.search.current = self.search.current.filter(|at| *at < self.search.hits.len());
    }

    /// Goes to the next or previous hit, round at the ends.
    pub(super) fn step_hit(&mut self, forward: bool) -> Outcome {
        let hits = &self.search.hits;
        if hits.is_empty() {
            return Err(format!("No “{}” found. Spelling, or another word?", self.search.query.text).as_str().into());
        }
        let at = match (self.current_hit(), forward) {
            (Some(at), true) => (at + 1) % hits.len(),
            (Some(at), false) => at.checked_sub(1).unwrap_or(hits.len() - 1),
            (None, _) => self.first_hit(forward),
        };
        let Some((document, span)) = hits.get(at).copied() else { return Ok(()) };
        self.search.current = Some(at);
        self.remember_place();
        self.view = super::ViewKind::Articles;
        self.select(document, span.start(), span.end())?;
        self.requests.push(super::Request::Reveal { document, span });
        Ok(())
    }

    /// The hit whose words are selected: "3 of 17" speaks of it and the next step starts there, however it was reached.
    pub fn current_hit(&self) -> Option<usize> {
        let here = self.selection.map(|selection| (selection.document, selection.span()))?;
        let is_here = |at: &usize| self.search.hits.get(*at) == Some(&here);
        self.search.current.filter(is_here).or_else(|| self.search.hits.iter().position(|hit| *hit == here))
    }

    /// The first hit at or after the caret (before it, when going back).
    fn first_hit(&self, forward: bool) -> usize {
        let order = self.project.order();
        let rank = |document: DocumentId| order.iter().position(|id| *id == document).unwrap_or(usize::MAX);
        let here = self.selection.map_or((0, 0), |selection| (rank(selection.document), selection.span().start()));
        let after = self.search.hits.iter().position(|(document, span)| (rank(*document), span.start()) >= here);
        match (after, forward) {
            (Some(at), true) => at,
            (Some(at), false) => at.checked_sub(1).unwrap_or(self.search.hits.len() - 1),
            (None, true) => 0,
            (None, false) => self.search.hits.len() - 1,
        }
    }
}
