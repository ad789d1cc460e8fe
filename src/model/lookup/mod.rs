//! What follows from a project and is asked for all the time: who mentions what, which marks lie where, how far a text is
//! read. Brought up to date after each step from the records that it touched; never saved.

mod citing;
pub mod document;
pub mod overview;
pub mod touched;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use self::citing::Citing;
pub(crate) use self::citing::cited;
use self::document::Standing;
pub use self::document::{DocumentLookup, SentenceState, Tally};
use self::touched::Then;
pub use self::touched::Touched;
use super::annotation::{Annotation, Mark, MarkIndex, Mention, Tag};
use super::claim::{Claim, Status};
use super::document::Span;
use super::id::{AnnotationId, ChangeId, ClaimId, DocumentId, GroupId, LinkId, QuantityId, SourceId, Uid};
use super::link::{Link, Role};
use super::project::Project;
use super::quantity::Quantity;

/// More marks than this, and than half of all, are put up anew with all others rather than one by one.
const MANY_MARKS: usize = 5_000;

/// Ids of which there is mostly one, which then needs no room of its own.
#[derive(Clone, Debug)]
enum Few<T> {
    One(T),
    /// One at least. In a box, since it is rare and every record would pay for its room.
    #[expect(clippy::box_collection, reason = "the list grows; only its handle is to be small")]
    Many(Box<Vec<T>>),
}

impl<T: Copy + PartialEq> Few<T> {
    fn of(ids: impl ExactSizeIterator<Item = T>) -> Option<Self> {
        let mut ids = ids;
        if ids.len() > 1 { Some(Few::Many(Box::new(ids.collect()))) } else { ids.next().map(Few::One) }
    }

    fn as_slice(&self) -> &[T] {
        match self {
            Few::One(id) => std::slice::from_ref(id),
            Few::Many(ids) => ids,
        }
    }

    fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Few::One(id) => std::slice::from_mut(id),
            Few::Many(ids) => ids,
        }
    }

    fn insert(&mut self, at: usize, id: T) {
        if let Few::One(only) = self {
            *self = Few::Many(Box::new(vec![*only]));
        }
        if let Few::Many(ids) = self {
            ids.insert(at, id);
        }
    }

    /// Takes an id out, unless it is the last of all: then it says so.
    fn remove(&mut self, id: T) -> bool {
        match self {
            Few::Many(ids) if ids.len() > 1 => {
                ids.retain(|other| *other != id);
                false
            }
            last => last.as_slice().contains(&id),
        }
    }
}

/// All that follows from a project.
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    documents: BTreeMap<DocumentId, DocumentLookup>,
    /// In the order of articles and text.
    mentions: BTreeMap<Mention, Few<AnnotationId>>,
    links: BTreeMap<Mention, Vec<LinkId>>,
    changes: BTreeMap<Mention, Vec<ChangeId>>,
    /// Claims by the article where they are at home and their number there.
    numbers: BTreeSet<(DocumentId, u32, ClaimId)>,
    /// The numbers of each group, by age.
    members: BTreeMap<GroupId, Vec<QuantityId>>,
    settled: usize,
    citing: Citing,
}

impl Lookup {
    /// Looks through the whole project with all its sentences: for a thread that can wait for them.
    pub fn new(project: &Project) -> Self {
        for document in project.documents.values() {
            document.text.sentences();
        }
        Lookup::of_records(project)
    }

    /// Looks through the records alone. The sentences of long articles that are not known yet are left to be counted with
    /// [`Self::count_sentences`].
    ///
    /// What comes out is what [`Self::refresh`] makes of everything, but all is put up at once: maps that grow one by one stand half
    /// empty, and what is let go on the way stays with the process.
    pub fn of_records(project: &Project) -> Self {
        let documents = project.documents.iter().map(|(id, document)| (*id, DocumentLookup::new(&document.text)));
        let mut lookup = Lookup { documents: documents.collect(), ..Lookup::default() };
        lookup.put_all_marks(project);
        project.links.values().for_each(|link| lookup.put_link(link));
        for line in project.changes.values() {
            put_by_age(lookup.changes.entry(line.subject).or_default(), line.id);
        }
        for passage in project.exclusions.values() {
            if let Some(document) = lookup.documents.get_mut(&passage.document) {
                document.put_exclusion(passage);
            }
        }
        lookup.numbers = project.claims.values().map(number_key).collect();
        for number in project.quantities.values() {
            lookup.put_member(number);
        }
        lookup.settled = project.claims.values().filter(|claim| claim.is_settled()).count();
        project.claims.values().for_each(|claim| lookup.citing.put_claim(claim));
        project.sources.values().for_each(|source| lookup.citing.put_source(source));
        let records: Vec<Mention> = lookup.mentions.keys().copied().collect();
        records.into_iter().for_each(|record| lookup.count(record, Then::now(project), true));
        for (id, document) in &mut lookup.documents {
            document.open.pack();
            if let Some(known) = project.documents.get(id) {
                document.read_all(&known.text);
            }
        }
        lookup
    }

    fn put_all_marks(&mut self, project: &Project) {
        let ranks: BTreeMap<DocumentId, usize> = project.order.iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
        let rank = |mark: &Annotation| ranks.get(&mark.document).copied().unwrap_or(usize::MAX);
        let mut marks: Vec<&Annotation> = project.annotations.values().collect();
        marks.sort_by_cached_key(|mark| (rank(mark), Mark::of(mark).key()));
        for here in marks.chunk_by(|one, other| one.document == other.document) {
            if let Some(document) = here.first().and_then(|mark| self.documents.get_mut(&mark.document)) {
                document.marks = MarkIndex::new(here.iter().copied().filter(|mark| !mark.is_lost()));
                document.doubtful = MarkIndex::new(here.iter().copied().filter(|mark| mark.doubt.is_some()));
            }
        }
        // Marks of one record stay in the order of articles and text.
        marks.sort_by_key(|mark| mark.mention);
        let records = marks.chunk_by(|one, other| one.mention == other.mention);
        let mentions = records.filter_map(|of_it| Some((of_it.first()?.mention, Few::of(of_it.iter().map(|mark| mark.id))?)));
        self.mentions = mentions.collect();
    }

    /// Brings up to date after a step. Its cost is that of what was touched, not of the project.
    pub fn refresh(&mut self, project: &Project, touched: &Touched) {
        if touched.annotations.len() > MANY_MARKS.max(project.annotations.len() / 2) {
            *self = Lookup::of_records(project);
            return;
        }
        let records = self.affected(project, touched);
        records.iter().for_each(|record| self.count(*record, Then::before(project, touched), false));
        self.take_out(touched);
        self.put_documents(project, touched);
        self.put_in(project, touched);
        records.iter().for_each(|record| self.count(*record, Then::now(project), true));
        self.read_again(project, touched);
    }

    /// Looks how the sentences of an article stand, now that they are known.
    pub fn count_sentences(&mut self, project: &Project, id: DocumentId) {
        if let (Some(lookup), Some(document)) = (self.documents.get_mut(&id), project.documents.get(&id)) {
            lookup.count_sentences(&document.text);
        }
    }

    /// Whether it is known of every article how its sentences stand.
    pub fn is_counted(&self) -> bool {
        self.documents.values().all(DocumentLookup::is_counted)
    }

    /// The records whose marks may count differently now: those of touched marks, and claims whose standing may have changed.
    fn affected(&self, project: &Project, touched: &Touched) -> BTreeSet<Mention> {
        let before = Then::before(project, touched);
        let mut records = BTreeSet::new();
        for (id, old) in &touched.annotations {
            records.extend(old.as_deref().into_iter().chain(project.annotations.get(id)).map(|mark| mark.mention));
        }
        for (id, old) in &touched.links {
            records.extend(old.as_deref().into_iter().chain(project.links.get(id)).flat_map(|link| [link.from, link.to]));
        }
        for id in touched.claims.keys() {
            let claim = Mention::Claim(*id);
            records.insert(claim);
            records.extend(self.contradictions(claim, before));
        }
        records
    }

    /// The claims that contradict one.
    fn contradictions(&self, claim: Mention, then: Then<'_>) -> impl Iterator<Item = Mention> {
        let links = self.links(claim).iter().filter_map(move |id| then.link(*id));
        links.filter(|link| link.role == Role::Contradicts).map(move |link| link.other_end(claim))
    }

    fn standing(&self, record: Mention, then: Then<'_>) -> Standing {
        let status = |record| match record {
            Mention::Claim(id) => then.claim(id).map(|claim| claim.status),
            Mention::Number(_) | Mention::Source(_) => None,
        };
        let Some(own) = status(record) else { return Standing::default() };
        let others: Vec<_> = self.contradictions(record, then).collect();
        // Two claims that contradict each other are not both right, whatever was confirmed.
        let is_open = |other: Status| !own.is_settled() || !other.is_settled() || (own, other) == (Status::Confirmed, Status::Confirmed);
        let is_disputed = others.iter().filter_map(|other| status(*other)).any(is_open);
        Standing { is_settled: own.is_settled(), is_contradicted: !others.is_empty(), is_disputed }
    }

    /// Counts the marks of a record in or out, article by article.
    fn count(&mut self, record: Mention, then: Then<'_>, is_in: bool) {
        let standing = self.standing(record, then);
        let mut last = None;
        let marks = self.mentions.get(&record).map_or(&[][..], Few::as_slice);
        for mark in marks.iter().filter_map(|id| then.annotation(*id)) {
            let is_first = last.replace(mark.document) != Some(mark.document);
            if let Some(document) = self.documents.get_mut(&mark.document) {
                document.count_mark(mark, standing, (is_first, is_in));
            }
        }
    }

    fn take_out(&mut self, touched: &Touched) {
        for mark in touched.annotations.values().flatten() {
            let is_last = self.mentions.get_mut(&mark.mention).is_some_and(|marks| marks.remove(mark.id));
            if is_last {
                self.mentions.remove(&mark.mention);
            }
            if let Some(document) = self.documents.get_mut(&mark.document) {
                document.take_mark(mark);
            }
        }
        for link in touched.links.values().flatten() {
            drop_from(&mut self.links, link.from, link.id);
            drop_from(&mut self.links, link.to, link.id);
        }
        for line in touched.changes.values().flatten() {
            drop_from(&mut self.changes, line.subject, line.id);
        }
        for passage in touched.exclusions.values().flatten() {
            if let Some(document) = self.documents.get_mut(&passage.document) {
                document.take_exclusion(passage);
            }
        }
        for claim in touched.claims.values().flatten() {
            self.numbers.remove(&number_key(claim));
            self.settled -= usize::from(claim.is_settled());
            self.citing.take_claim(claim);
        }
        for number in touched.quantities.values().flatten() {
            if let Some(group) = number.group {
                drop_from(&mut self.members, group, number.id);
            }
        }
        touched.sources.values().flatten().for_each(|source| self.citing.take_source(source));
    }

    fn put_documents(&mut self, project: &Project, touched: &Touched) {
        touched.texts.iter().for_each(|id| drop(self.documents.remove(id)));
        for id in &touched.documents {
            match project.documents.get(id) {
                Some(document) => drop(self.documents.entry(*id).or_insert_with(|| DocumentLookup::new(&document.text))),
                None => drop(self.documents.remove(id)),
            }
        }
        let is_still_there = |id: &&DocumentId| project.order.contains(id);
        let Some(old) = &touched.order else { return };
        if !old.iter().filter(is_still_there).is_sorted_by_key(|id| rank(project, *id)) {
            // Records with marks in several articles are few beside all.
            for marks in self.mentions.values_mut() {
                marks.as_mut_slice().sort_by_key(|id| project.annotations.get(id).map(|mark| rank(project, mark.document)));
            }
        }
    }

    fn put_in(&mut self, project: &Project, touched: &Touched) {
        for mark in touched.annotations.keys().filter_map(|id| project.annotations.get(id)) {
            self.put_mention(project, mark);
            if let Some(document) = self.documents.get_mut(&mark.document) {
                document.put_mark(mark);
            }
        }
        for link in touched.links.keys().filter_map(|id| project.links.get(id)) {
            self.put_link(link);
        }
        for line in touched.changes.keys().filter_map(|id| project.changes.get(id)) {
            put_by_age(self.changes.entry(line.subject).or_default(), line.id);
        }
        for passage in touched.exclusions.keys().filter_map(|id| project.exclusions.get(id)) {
            if let Some(document) = self.documents.get_mut(&passage.document) {
                document.put_exclusion(passage);
            }
        }
        for claim in touched.claims.keys().filter_map(|id| project.claims.get(id)) {
            self.numbers.insert(number_key(claim));
            self.settled += usize::from(claim.is_settled());
            self.citing.put_claim(claim);
        }
        touched.quantities.keys().filter_map(|id| project.quantities.get(id)).for_each(|number| self.put_member(number));
        let sources = touched.sources.keys().filter_map(|id| project.sources.get(id));
        sources.for_each(|source| self.citing.put_source(source));
    }

    fn put_mention(&mut self, project: &Project, mark: &Annotation) {
        let key = |mark: &Annotation| (rank(project, mark.document), Mark::of(mark).key());
        let own = key(mark);
        let is_before = |id: &AnnotationId| project.annotations.get(id).is_some_and(|other| key(other) < own);
        match self.mentions.entry(mark.mention) {
            Entry::Vacant(place) => drop(place.insert(Few::One(mark.id))),
            Entry::Occupied(mut marks) => {
                let at = marks.get().as_slice().partition_point(is_before);
                marks.get_mut().insert(at, mark.id);
            }
        }
    }

    fn put_member(&mut self, number: &Quantity) {
        if let Some(group) = number.group {
            put_by_age(self.members.entry(group).or_default(), number.id);
        }
    }

    fn put_link(&mut self, link: &Link) {
        put_by_age(self.links.entry(link.from).or_default(), link.id);
        put_by_age(self.links.entry(link.to).or_default(), link.id);
    }

    /// Looks again at the sentences under all that was marked or set aside, before or now.
    fn read_again(&mut self, project: &Project, touched: &Touched) {
        let mut spans: BTreeMap<DocumentId, Vec<Span>> = BTreeMap::new();
        for (id, old) in &touched.annotations {
            for mark in old.as_deref().into_iter().chain(project.annotations.get(id)) {
                spans.entry(mark.document).or_default().push(mark.span);
            }
        }
        for (id, old) in &touched.exclusions {
            for passage in old.as_deref().into_iter().chain(project.exclusions.get(id)) {
                spans.entry(passage.document).or_default().push(passage.span);
            }
        }
        for (id, spans) in spans {
            if let (Some(lookup), Some(document)) = (self.documents.get_mut(&id), project.documents.get(&id)) {
                lookup.read_again(&document.text, &spans);
            }
        }
    }

    /// What follows from one article; none for an unknown one.
    pub fn document(&self, id: DocumentId) -> Option<&DocumentLookup> {
        self.documents.get(&id)
    }

    /// The marks of a record, in the order of articles and text.
    pub fn mentions(&self, record: Mention) -> &[AnnotationId] {
        self.mentions.get(&record).map_or(&[], Few::as_slice)
    }

    /// The links that start or end at a record, oldest first.
    pub fn links(&self, record: Mention) -> &[LinkId] {
        self.links.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The history of a record, oldest first.
    pub fn changes(&self, record: Mention) -> &[ChangeId] {
        self.changes.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The numbers of a group, oldest first.
    pub fn members(&self, group: GroupId) -> &[QuantityId] {
        self.members.get(&group).map_or(&[], Vec::as_slice)
    }

    /// The entries of the register that rest on a source themselves, oldest first.
    pub fn resting_on(&self, source: SourceId) -> &[SourceId] {
        self.citing.resting(source)
    }

    /// The claims whose evidence names a source or points at a claim, oldest first.
    pub fn citing(&self, record: Mention) -> &[ClaimId] {
        self.citing.of(record)
    }

    /// Claims that are settled.
    pub fn settled(&self) -> usize {
        self.settled
    }

    /// The highest number of a claim that is at home in an article; 0 where there is none.
    pub fn last_claim_number(&self, home: DocumentId) -> u32 {
        let last = ClaimId(Uid(u64::MAX));
        self.numbers.range(..=(home, u32::MAX, last)).next_back().filter(|(at, ..)| *at == home).map_or(0, |(_, number, _)| *number)
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
        let lookup = self.document(document).into_iter();
        let mut marks: Vec<Mark> = lookup.clone().flat_map(|document| document.marks.iter()).copied().collect();
        let placed = marks.len();
        marks.extend(lookup.flat_map(DocumentLookup::lost));
        if marks.len() > placed {
            marks.sort_by_key(Mark::key);
        }
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

/// Place of an article in the checker's order.
fn rank(project: &Project, id: impl std::borrow::Borrow<DocumentId>) -> usize {
    project.order.iter().position(|other| other == id.borrow()).unwrap_or(usize::MAX)
}

fn number_key(claim: &Claim) -> (DocumentId, u32, ClaimId) {
    (claim.home, claim.number, claim.id)
}

/// Takes an id off the list of a record, and the list away with its last one.
fn drop_from<K: Ord, T: PartialEq>(lists: &mut BTreeMap<K, Vec<T>>, record: K, id: T) {
    let Some(list) = lists.get_mut(&record) else { return };
    list.retain(|other| *other != id);
    if list.is_empty() {
        lists.remove(&record);
    }
}

fn put_by_age<T: Ord>(list: &mut Vec<T>, id: T) {
    if let Err(at) = list.binary_search(&id) {
        list.insert(at, id);
    }
}
