//! Finding words in the article shown or in all.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use regex::{Regex, RegexBuilder};

use super::{Outcome, Session};
use crate::command::Query;
use crate::model::document::{Span, Text};
use crate::model::id::DocumentId;

/// Hits kept at most; a single letter in a book needs no more to be refined.
const MOST_HITS: usize = 10_000;

/// Text up to which a search is done at once, bytes: a millisecond or two. What is longer is searched off the drawing thread.
const MOST_BYTES_AT_ONCE: usize = 200_000;

/// A query and what it found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    query: Query,
    hits: Vec<(DocumentId, Span)>,
    current: Option<usize>,
    error: Option<String>,
    /// Counts the searches. All that look know the latest, so that one that nobody waits for any more gives up.
    latest: Arc<AtomicU64>,
    /// A search of long texts that nobody has begun yet.
    sought: Option<Sought>,
    is_searching: bool,
    /// The way to go as soon as something is found.
    step: Option<bool>,
    changes: u64,
}

impl Search {
    /// What is searched for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Places found, in the order of articles and text. While long texts are searched, those of the query before.
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

    /// Whether a search is under way.
    pub fn is_searching(&self) -> bool {
        self.is_searching
    }

    /// Grows when the hits are others, for what is computed from them.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    fn put_hits(&mut self, hits: Vec<(DocumentId, Span)>) {
        self.current = self.current.filter(|at| *at < hits.len());
        self.hits = hits;
        self.changes += 1;
    }
}

/// A search to be done: the words and the texts, for any thread.
#[derive(Clone, Debug)]
pub struct Sought {
    number: u64,
    latest: Arc<AtomicU64>,
    pattern: Regex,
    texts: Vec<(DocumentId, Text)>,
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Found {
    number: u64,
    hits: Vec<(DocumentId, Span)>,
}

impl Sought {
    /// Searches; stops early when another search was begun meanwhile.
    pub fn find(&self) -> Found {
        let is_wanted = || self.latest.load(Ordering::Relaxed) == self.number;
        let texts = self.texts.iter().take_while(|_| is_wanted());
        let hits = texts.flat_map(|(id, text)| {
            let whole = self.pattern.find_iter(text.as_str()).take_while(|_| is_wanted()).filter(|hit| !hit.is_empty());
            whole.map(|hit| (*id, text.span(hit.start(), hit.end())))
        });
        Found { number: self.number, hits: hits.take(MOST_HITS).collect() }
    }

    fn bytes(&self) -> usize {
        self.texts.iter().map(|(_, text)| text.len()).sum()
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
        self.search.query = query;
        self.search.current = None;
        self.search.step = None;
        self.refresh_search();
        Ok(())
    }

    /// Looks again, because the words or the articles are others. What is under way is of no use any more.
    pub(super) fn refresh_search(&mut self) {
        let search = &mut self.search;
        let number = search.latest.fetch_add(1, Ordering::Relaxed) + 1;
        (search.sought, search.is_searching, search.error) = (None, false, None);
        let (query, project) = (&search.query, &self.project);
        if query.text.is_empty() {
            search.put_hits(Vec::new());
            return;
        }
        let pattern = match pattern(query) {
            Ok(pattern) => pattern,
            Err(words) => {
                search.error = Some(words);
                search.put_hits(Vec::new());
                return;
            }
        };
        let shown = self.selection.map(|selection| selection.document);
        let documents = project.documents().filter(|document| query.is_everywhere || Some(document.id) == shown);
        let texts = documents.map(|document| (document.id, document.text.clone())).collect();
        let sought = Sought { number, latest: Arc::clone(&search.latest), pattern, texts };
        search.is_searching = true;
        if sought.bytes() <= MOST_BYTES_AT_ONCE {
            self.take_found(sought.find());
        } else {
            search.hits.retain(|(id, _)| project.document(*id).is_some());
            search.sought = Some(sought);
        }
    }

    /// The search of long texts that somebody should do, taken once; what it finds goes to [`Session::take_found`].
    pub fn take_sought(&mut self) -> Option<Sought> {
        self.search.sought.take()
    }

    /// Takes what a search found, unless another was begun since.
    pub fn take_found(&mut self, found: Found) {
        if found.number != self.search.latest.load(Ordering::Relaxed) {
            return;
        }
        self.search.is_searching = false;
        self.search.put_hits(found.hits);
        if let Some(forward) = self.search.step.take()
            && let Err(refusal) = self.step_hit(forward)
        {
            self.say(refusal.0, true);
        }
    }

    /// Goes to the next or previous hit, round at the ends.
    pub(super) fn step_hit(&mut self, forward: bool) -> Outcome {
        if self.search.is_searching {
            self.search.step = Some(forward);
            return Ok(());
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::session::{IdSource, Request};
    use crate::testing::{NOW, project};

    fn search(session: &mut Session, words: &str) {
        session.run(Command::Search(Query { text: words.to_owned(), ..Query::default() }), NOW);
    }

    fn long() -> Session {
        Session::new(project(&format!("Title\n{}A dyke broke.", "It was wet. ".repeat(MOST_BYTES_AT_ONCE / 12))), None, IdSource::new(1))
    }

    #[test]
    fn a_long_text_is_searched_when_somebody_does_it_and_a_step_waits_for_it() {
        let mut session = long();
        search(&mut session, "dyke");
        session.run(Command::Run(crate::command::Action::NextHit), NOW);
        assert!(session.search().is_searching() && session.search().hits().is_empty() && session.notice().is_none());
        let sought = session.take_sought().unwrap();
        assert!(session.take_sought().is_none());
        session.take_found(sought.find());
        assert!(!session.search().is_searching());
        assert_eq!((session.search().hits().len(), session.current_hit()), (1, Some(0)));
        assert!(session.take_requests().iter().any(|request| matches!(request, Request::Reveal { .. })));
    }

    #[test]
    fn a_search_that_nobody_waits_for_gives_up_and_what_it_found_is_dropped() {
        let mut session = long();
        search(&mut session, "wet");
        let old = session.take_sought().unwrap();
        let found = old.find();
        assert_eq!(found.hits.len(), MOST_HITS);
        search(&mut session, "dyke");
        assert!(old.find().hits.is_empty());
        session.take_found(found);
        assert!(session.search().is_searching() && session.search().hits().is_empty());
    }
}
