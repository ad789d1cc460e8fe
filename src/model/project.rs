//! A checker's project: everything that one file holds.

use super::annotation::{Annotation, Mention};
use super::change::Change;
use super::claim::{Claim, Rating, Scale};
use super::document::{Document, letter};
use super::exclusion::Exclusion;
use super::flag::Flag;
use super::group::Group;
use super::house::House;
use super::id::{AnnotationId, ChangeId, ClaimId, DocumentId, ExclusionId, FlagId, GroupId, LinkId, ProjectId, QuantityId, SourceId};
use super::link::Link;
use super::quantity::Quantity;
use super::source::Source;
use super::table::Table;
use super::unknown::Kept;

/// A project. Everyone may read it; it changes only through [`crate::edit`]. Copies share what they have in common, so a
/// snapshot for a background job is cheap.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    pub(crate) id: ProjectId,
    pub(crate) name: String,
    pub(crate) house: House,
    pub(crate) order: Vec<DocumentId>,
    pub(crate) documents: Table<DocumentId, Document>,
    pub(crate) annotations: Table<AnnotationId, Annotation>,
    pub(crate) claims: Table<ClaimId, Claim>,
    pub(crate) sources: Table<SourceId, Source>,
    pub(crate) groups: Table<GroupId, Group>,
    pub(crate) quantities: Table<QuantityId, Quantity>,
    pub(crate) links: Table<LinkId, Link>,
    pub(crate) exclusions: Table<ExclusionId, Exclusion>,
    pub(crate) changes: Table<ChangeId, Change>,
    pub(crate) kept: Kept,
    pub(crate) flags: Table<FlagId, Flag>,
}

impl Project {
    /// An empty project.
    pub fn new(id: ProjectId, name: &str) -> Self {
        Project {
            id,
            name: name.to_owned(),
            house: House::default(),
            order: Vec::new(),
            documents: Table::default(),
            annotations: Table::default(),
            claims: Table::default(),
            sources: Table::default(),
            groups: Table::default(),
            quantities: Table::default(),
            links: Table::default(),
            exclusions: Table::default(),
            changes: Table::default(),
            kept: Kept::default(),
            flags: Table::default(),
        }
    }

    /// The same as a project of its own, with an identity that nobody else has.
    pub fn copied_as(self, id: ProjectId) -> Self {
        Project { id, ..self }
    }

    /// Identity.
    pub fn id(&self) -> ProjectId {
        self.id
    }

    /// What the checker calls it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the desk has decided for all of it.
    pub fn house(&self) -> &House {
        &self.house
    }

    /// The rating scale in use.
    pub fn scale(&self) -> &Scale {
        self.house.scale()
    }

    /// Number and word of a rating: `1 Wrong`.
    pub fn rating_label(&self, rating: &Rating) -> String {
        self.house.label(rating)
    }

    /// Articles in the checker's order, which gives them their letters.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Document> + '_ {
        // Edits keep the order and the table alike, so nothing is skipped here.
        self.order.iter().filter_map(|id| self.documents.get(id)).collect::<Vec<_>>().into_iter()
    }

    /// Ids of the articles in the checker's order.
    pub fn order(&self) -> &[DocumentId] {
        &self.order
    }

    /// One article.
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(&id)
    }

    /// Marks by id.
    pub fn annotations(&self) -> &Table<AnnotationId, Annotation> {
        &self.annotations
    }

    /// Claims by id.
    pub fn claims(&self) -> &Table<ClaimId, Claim> {
        &self.claims
    }

    /// The source register by id.
    pub fn sources(&self) -> &Table<SourceId, Source> {
        &self.sources
    }

    /// What several numbers measure, by id.
    pub fn groups(&self) -> &Table<GroupId, Group> {
        &self.groups
    }

    /// Numbers by id.
    pub fn quantities(&self) -> &Table<QuantityId, Quantity> {
        &self.quantities
    }

    /// Links by id.
    pub fn links(&self) -> &Table<LinkId, Link> {
        &self.links
    }

    /// Passages that are not checkable, by id.
    pub fn exclusions(&self) -> &Table<ExclusionId, Exclusion> {
        &self.exclusions
    }

    /// The history by id, which is by time.
    pub fn changes(&self) -> &Table<ChangeId, Change> {
        &self.changes
    }

    /// What its file holds besides, word for word.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Sets what its file holds besides: for reading files.
    pub(crate) fn keep(&mut self, kept: Kept) {
        self.kept = kept;
    }

    /// What merges could not decide and nobody has decided since.
    pub fn flags(&self) -> &Table<FlagId, Flag> {
        &self.flags
    }

    /// The letter of an article, also of an earlier draft of it; `?` for one that is not in the project.
    pub fn letter(&self, id: DocumentId) -> String {
        let place = self.order.iter().position(|other| *other == id);
        let draft = || self.order.iter().position(|other| self.documents.get(other).is_some_and(|document| document.was(id)));
        place.or_else(draft).map_or_else(|| "?".to_owned(), letter)
    }

    /// The place of an article in the list, from 0; behind all where it is not there.
    pub fn rank(&self, id: DocumentId) -> usize {
        self.order.iter().position(|other| *other == id).unwrap_or(usize::MAX)
    }

    /// What a claim is called: `A14`.
    pub fn claim_label(&self, id: ClaimId) -> String {
        self.claims.get(&id).map_or_else(|| "?".to_owned(), |claim| format!("{}{}", self.letter(claim.home), claim.number))
    }

    /// The next free claim number of an article.
    pub fn next_claim_number(&self, home: DocumentId) -> u32 {
        let numbers = self.claims.values().filter(|claim| claim.home == home).map(|claim| claim.number);
        numbers.max().unwrap_or(0).saturating_add(1)
    }

    /// The words of a mark; of one that has lost its place, those that it had.
    pub fn quote<'a>(&'a self, annotation: &'a Annotation) -> &'a str {
        match annotation.doubt.as_deref().filter(|doubt| doubt.is_lost()) {
            Some(doubt) => &doubt.was.exact,
            None => self.documents.get(&annotation.document).map_or("", |document| document.text.slice(annotation.span)),
        }
    }

    /// Whether a record exists.
    pub fn has(&self, record: Mention) -> bool {
        match record {
            Mention::Claim(id) => self.claims.contains_key(&id),
            Mention::Number(id) => self.quantities.contains_key(&id),
            Mention::Source(id) => self.sources.contains_key(&id),
        }
    }
}
