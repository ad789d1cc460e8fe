//! What follows from a project and is asked for all the time: who mentions what, which marks lie where, how far a text is
//! read. Rebuilt after an edit; never saved.

use std::collections::{BTreeMap, BTreeSet};

use super::annotation::{Mark, Mention, Tag, index::MarkIndex};
use super::claim::Claim;
use super::document::{Document, Span};
use super::exclusion::Exclusion;
use super::id::{AnnotationId, ChangeId, ClaimId, DocumentId, LinkId, SourceId};
use super::link::Role;
use super::project::Project;

/// How a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SentenceState {
    /// Nothing in it is marked.
    Untouched,
    /// At least one mark lies in it.
    Marked,
    /// It was set aside as not checkable.
    NotCheckable,
}

/// What follows from one article.
#[derive(Clone, Debug, Default)]
pub struct DocumentLookup {
    /// Its marks by place.
    pub marks: MarkIndex,
    /// Its not-checkable passages by place.
    pub exclusions: Vec<Exclusion>,
    /// How each sentence stands, in order.
    pub sentences: Vec<SentenceState>,
}

impl DocumentLookup {
    fn new(project: &Project, document: &Document) -> Self {
        let marks = MarkIndex::new(project.annotations.values().filter(|mark| mark.document == document.id));
        let mut exclusions: Vec<_> = project.exclusions.values().filter(|set_aside| set_aside.document == document.id).cloned().collect();
        exclusions.sort_by_key(|set_aside| set_aside.span);
        let state = |sentence: &Span| {
            if exclusions.iter().any(|set_aside| set_aside.span.overlaps(*sentence)) {
                SentenceState::NotCheckable
            } else if marks.touches(*sentence) {
                SentenceState::Marked
            } else {
                SentenceState::Untouched
            }
        };
        let sentences = document.text.sentences().iter().map(state).collect();
        DocumentLookup { marks, exclusions, sentences }
    }

    /// The not-checkable passages that share words with a span, in order.
    pub fn exclusions_in(&self, span: Span) -> Vec<Exclusion> {
        self.exclusions.iter().filter(|passage| passage.span.overlaps(span)).cloned().collect()
    }

    /// Sentences in that state.
    pub fn count(&self, state: SentenceState) -> usize {
        self.sentences.iter().filter(|other| **other == state).count()
    }
}

/// All that follows from a project.
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    documents: BTreeMap<DocumentId, DocumentLookup>,
    mentions: BTreeMap<Mention, Vec<AnnotationId>>,
    links: BTreeMap<Mention, Vec<LinkId>>,
    changes: BTreeMap<Mention, Vec<ChangeId>>,
}

impl Lookup {
    /// Looks through the whole project.
    pub fn new(project: &Project) -> Self {
        let mut lookup = Lookup::default();
        lookup.refresh(project, project.order.iter().copied().collect());
        lookup
    }

    /// Brings up to date after an edit that touched these articles.
    pub fn refresh(&mut self, project: &Project, touched: BTreeSet<DocumentId>) {
        self.documents.retain(|id, _| project.documents.contains_key(id));
        for document in touched.iter().filter_map(|id| project.documents.get(id)) {
            self.documents.insert(document.id, DocumentLookup::new(project, document));
        }
        self.gather(project);
    }

    /// Who mentions, links and changed what. Mentions come in the order of the articles, then of the text.
    fn gather(&mut self, project: &Project) {
        self.mentions.clear();
        self.links.clear();
        self.changes.clear();
        for id in &project.order {
            let marks = self.documents.get(id).map_or(&[][..], |document| document.marks.marks());
            for annotation in marks.iter().filter_map(|mark| project.annotations.get(&mark.id)) {
                self.mentions.entry(annotation.mention).or_default().push(annotation.id);
            }
        }
        for link in project.links.values() {
            self.links.entry(link.from).or_default().push(link.id);
            self.links.entry(link.to).or_default().push(link.id);
        }
        for change in project.changes.values() {
            self.changes.entry(change.subject).or_default().push(change.id);
        }
    }

    /// What follows from one article; none for an unknown one.
    pub fn document(&self, id: DocumentId) -> Option<&DocumentLookup> {
        self.documents.get(&id)
    }

    /// The marks of a record, in the order of articles and text.
    pub fn mentions(&self, record: Mention) -> &[AnnotationId] {
        self.mentions.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The links that start or end at a record, oldest first.
    pub fn links(&self, record: Mention) -> &[LinkId] {
        self.links.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The history of a record, oldest first.
    pub fn changes(&self, record: Mention) -> &[ChangeId] {
        self.changes.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The records at the other end of the links with that role, oldest link first.
    pub fn linked(&self, project: &Project, record: Mention, role: Role) -> Vec<Mention> {
        let links = self.links(record).iter().filter_map(|id| project.links.get(id));
        links.filter(|link| link.role == role).map(|link| link.other_end(record)).collect()
    }

    /// The sources a claim rests on.
    pub fn sources_of(&self, project: &Project, claim: ClaimId) -> Vec<SourceId> {
        let linked = self.linked(project, Mention::Claim(claim), Role::RestsOn);
        linked.into_iter().filter_map(|record| if let Mention::Source(id) = record { Some(id) } else { None }).collect()
    }

    /// Claims in the order of an article's text: those with a mention in it, each once, at their first mention there.
    pub fn claims_in(&self, project: &Project, document: DocumentId) -> Vec<(ClaimId, Mark)> {
        let mut seen = BTreeSet::new();
        let marks = self.document(document).map_or(&[][..], |document| document.marks.marks());
        let claims = marks.iter().filter(|mark| mark.tag == Tag::Claim);
        let found = claims.filter_map(|mark| match project.annotations.get(&mark.id)?.mention {
            Mention::Claim(id) => Some((id, *mark)),
            Mention::Number(_) | Mention::Source(_) => None,
        });
        found.filter(|(id, _)| seen.insert(*id)).collect()
    }

    /// All claims in the order of letters, then numbers.
    pub fn claims_in_order<'a>(&self, project: &'a Project) -> Vec<&'a Claim> {
        let place: BTreeMap<_, _> = project.order.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let mut claims: Vec<_> = project.claims.values().collect();
        claims.sort_by_key(|claim| (place.get(&claim.home).copied().unwrap_or(usize::MAX), claim.number, claim.id));
        claims
    }

    /// The words of a record's first mention; blank where it has none.
    pub fn quote<'a>(&self, project: &'a Project, record: Mention) -> &'a str {
        let first = self.mentions(record).first().and_then(|id| project.annotations.get(id));
        first.map_or("", |annotation| project.quote(annotation))
    }
}
