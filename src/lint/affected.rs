//! What must be asked again after a step: what it touched, and what the rules say with a look at that.

use std::collections::BTreeSet;

use super::Subject;
use super::figures_disagree::numbers_of;
use super::sum_fails::{beside, stated_with};
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::Claim;
use crate::model::house::House;
use crate::model::id::{ClaimId, DocumentId, GroupId, QuantityId, SourceId};
use crate::model::link::Role;
use crate::model::lookup::{Lookup, Touched, cited};
use crate::model::project::Project;

/// What must be asked again.
pub(super) struct Affected {
    /// Subjects about which every rule is asked.
    pub subjects: BTreeSet<Subject>,
    /// Groups whose figures may say something else together.
    pub groups: BTreeSet<GroupId>,
    /// Claims of which only what is said about their ratings may have changed.
    pub ratings: Vec<ClaimId>,
}

/// What a step may have changed of what is found; none where that may be anything.
pub(super) fn affected(project: &Project, lookup: &Lookup, touched: &Touched) -> Option<Affected> {
    // Words of any claim may hold a letter.
    if touched.order.as_ref().is_some_and(|old| changes_letters(old, project.order())) {
        return None;
    }
    let mut gathered =
        Gathered { project, lookup, subjects: BTreeSet::new(), near: BTreeSet::new(), sources: BTreeSet::new(), groups: BTreeSet::new() };
    gathered.gather(touched);
    gathered.follow_sources();
    gathered.follow_claims();
    gathered.follow_groups();
    let ratings = read_otherwise(project, touched);
    Some(Affected { subjects: gathered.subjects, groups: gathered.groups, ratings })
}

/// The claims whose ratings read otherwise, or have become words of a scale or ceased to be, because the scales were changed.
fn read_otherwise(project: &Project, touched: &Touched) -> Vec<ClaimId> {
    let house = project.house();
    let Some(old) = touched.house.as_deref().filter(|old| old.scales != house.scales) else { return Vec::new() };
    let is_other = |claim: &&Claim| {
        let rating = claim.rating.as_ref();
        rating.is_some_and(|rating| old.word(rating) != house.word(rating) || old.is_outdated(rating) != house.is_outdated(rating))
    };
    project.claims().values().filter(is_other).map(|claim| claim.id).collect()
}

/// Whether an article has another letter than before, so that every rule is asked anew. One that was put behind all others, or taken from
/// there, changes none.
pub fn changes_letters(old: &[DocumentId], new: &[DocumentId]) -> bool {
    !old.starts_with(new) && !new.starts_with(old)
}

struct Gathered<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    subjects: BTreeSet<Subject>,
    /// Claims at which other claims look.
    near: BTreeSet<ClaimId>,
    /// Sources that others may look at by way of those that rest on them.
    sources: BTreeSet<SourceId>,
    /// Groups of which the figures look at each other.
    groups: BTreeSet<GroupId>,
}

impl Gathered<'_> {
    fn gather(&mut self, touched: &Touched) {
        for (id, old) in &touched.annotations {
            for mark in old.as_deref().into_iter().chain(self.project.annotations().get(id)) {
                self.add(mark.mention);
                if matches!(mark.mention, Mention::Number(_)) {
                    self.add_beside(mark);
                }
                self.subjects.insert(Subject::Document(mark.document));
            }
        }
        for (id, old) in &touched.claims {
            self.add(Mention::Claim(*id));
            old.as_deref().into_iter().chain(self.project.claims().get(id)).for_each(|claim| self.add_cited(claim));
        }
        for (id, old) in &touched.links {
            for link in old.as_deref().into_iter().chain(self.project.links().get(id)) {
                // A source that a claim rests on is as it was, but for being used.
                for end in [link.from, link.to] {
                    match end {
                        Mention::Source(_) => drop(self.subjects.insert(Subject::Record(end))),
                        Mention::Claim(_) | Mention::Number(_) => self.add(end),
                    }
                }
            }
        }
        for (id, old) in &touched.exclusions {
            let passages = old.as_deref().into_iter().chain(self.project.exclusions().get(id));
            self.subjects.extend(passages.map(|passage| Subject::Document(passage.document)));
        }
        for (id, old) in &touched.sources {
            self.add(Mention::Source(*id));
            // Those that it rests on are used by it.
            let entries = old.as_deref().into_iter().chain(self.project.sources().get(id)).flat_map(|source| source.rests_on.iter());
            self.subjects.extend(entries.map(|other| Subject::Record(Mention::Source(*other))));
        }
        for (id, old) in &touched.quantities {
            self.add(Mention::Number(*id));
            let marks = self.lookup.mentions(Mention::Number(*id)).iter().filter_map(|id| self.project.annotations().get(id));
            marks.for_each(|mark| self.add_beside(mark));
            self.groups.extend(old.as_deref().and_then(|number| number.group));
            // Claims that hold it repeat what is said of it.
            self.subjects.extend(self.lookup.linked(self.project, Mention::Number(*id), Role::Contains).into_iter().map(Subject::Record));
        }
        self.groups.extend(touched.groups.keys());
        for id in touched.claims.keys() {
            // A claim that was changed or cut takes its figures out of the comparison.
            let numbers = numbers_of(self.project, self.lookup, Mention::Claim(*id));
            self.groups.extend(numbers.iter().filter_map(|number| self.project.quantities().get(number)?.group));
        }
        for id in &touched.documents {
            self.subjects.insert(Subject::Document(*id));
            self.add_dated(*id);
            self.add_figures(*id);
        }
        touched.languages.iter().for_each(|id| self.add_read(*id));
        self.add_stated(touched);
    }

    /// Numbers that a checker has put together or taken apart, and those that were put together with a touched one. The day of an
    /// article is part of what is said of its dates.
    fn add_stated(&mut self, touched: &Touched) {
        let (project, house) = (self.project, self.project.house());
        let is_other = |old: &&House| old.stated != house.stated;
        let stated = touched.house.as_deref().filter(is_other).into_iter().flat_map(|old| old.stated.iter().chain(&house.stated));
        let mut numbers: BTreeSet<QuantityId> = stated.flat_map(|stated| stated.numbers.iter().copied()).collect();
        if house.stated.is_empty() {
            self.subjects.extend(numbers.into_iter().map(|id| Subject::Record(Mention::Number(id))));
            return;
        }
        let marked = touched.annotations.iter().flat_map(|(id, old)| old.as_deref().into_iter().chain(project.annotations().get(id)));
        let marked = marked.filter_map(|mark| if let Mention::Number(id) = mark.mention { Some(id) } else { None });
        let near: BTreeSet<QuantityId> = marked.chain(touched.quantities.keys().copied()).collect();
        numbers.extend(near.into_iter().flat_map(|id| stated_with(project, id)));
        if !touched.documents.is_empty() {
            numbers.extend(house.stated.iter().flat_map(|stated| stated.numbers.iter().copied()));
        }
        self.subjects.extend(numbers.into_iter().map(|id| Subject::Record(Mention::Number(id))));
    }

    fn add(&mut self, record: Mention) {
        match record {
            Mention::Claim(id) => drop(self.near.insert(id)),
            Mention::Source(id) => drop(self.sources.insert(id)),
            Mention::Number(id) => {
                self.subjects.insert(Subject::Record(record));
                self.groups.extend(self.project.quantities().get(&id).and_then(|number| number.group));
            }
        }
    }

    fn add_cited(&mut self, claim: &Claim) {
        let sources = cited(claim).filter(|record| matches!(record, Mention::Source(_)));
        self.subjects.extend(sources.map(Subject::Record));
    }

    /// The claims of an article whose evidence has a day.
    fn add_dated(&mut self, id: DocumentId) {
        let Some(document) = self.lookup.document(id) else { return };
        let marks = document.marks.iter().chain(document.lost()).filter_map(|mark| self.project.annotations().get(&mark.id));
        let is_dated = |id: &ClaimId| {
            let claim = self.project.claims().get(id);
            claim.is_some_and(|claim| claim.evidence.iter().any(|row| !row.seen.trim().is_empty()))
        };
        let claims = marks.filter_map(|mark| if let Mention::Claim(id) = mark.mention { Some(id) } else { None });
        let of_home = self.project.claims().values().filter(|claim| claim.home == id).map(|claim| claim.id);
        let dated = claims.chain(of_home).filter(is_dated).map(|id| Subject::Record(Mention::Claim(id)));
        self.subjects.extend(dated);
    }

    /// Numbers in the sentence of a mark: what is said of a sum is said of all its parts.
    fn add_beside(&mut self, mark: &Annotation) {
        let numbers = beside(self.project, self.lookup, mark);
        self.subjects.extend(numbers.into_iter().map(|id| Subject::Record(Mention::Number(id))));
    }

    /// The numbers of an article, whose words say something else in another language, and the claims that hold them.
    fn add_read(&mut self, id: DocumentId) {
        let Some(document) = self.lookup.document(id) else { return };
        let marks = document.marks.iter().filter_map(|mark| self.project.annotations().get(&mark.id));
        let numbers: BTreeSet<Mention> = marks.map(|mark| mark.mention).filter(|mention| matches!(mention, Mention::Number(_))).collect();
        for number in numbers {
            self.subjects.insert(Subject::Record(number));
            self.subjects.extend(self.lookup.linked(self.project, number, Role::Contains).into_iter().map(Subject::Record));
        }
    }

    /// The groups with a figure in an article, whose day may be theirs.
    fn add_figures(&mut self, id: DocumentId) {
        let Some(document) = self.lookup.document(id) else { return };
        let marks = document.marks.iter().chain(document.lost()).filter_map(|mark| self.project.annotations().get(&mark.id));
        let numbers =
            marks.filter_map(|mark| if let Mention::Number(id) = mark.mention { self.project.quantities().get(&id) } else { None });
        self.groups.extend(numbers.filter_map(|number| number.group));
    }

    /// Sources that rest on a touched one, directly or not, and the claims for which they speak.
    fn follow_sources(&mut self) {
        let mut waiting: Vec<SourceId> = self.sources.iter().copied().collect();
        while let Some(source) = waiting.pop() {
            let record = Mention::Source(source);
            self.subjects.insert(Subject::Record(record));
            let linked = self.lookup.linked(self.project, record, Role::RestsOn);
            let claims = linked.into_iter().filter_map(|record| if let Mention::Claim(id) = record { Some(id) } else { None });
            self.near.extend(claims.chain(self.lookup.citing(record).iter().copied()));
            waiting.extend(self.lookup.resting_on(source).iter().copied().filter(|other| self.sources.insert(*other)));
        }
    }

    /// All figures of a group, and the claims that hold them.
    fn follow_groups(&mut self) {
        for member in self.groups.iter().flat_map(|group| self.lookup.members(*group)) {
            let number = Mention::Number(*member);
            self.subjects.insert(Subject::Record(number));
            self.subjects.extend(self.lookup.linked(self.project, number, Role::Contains).into_iter().map(Subject::Record));
        }
    }

    /// Claims that are linked with one or point at it look at its status, its label and its sources.
    fn follow_claims(&mut self) {
        for id in &self.near {
            let own = Mention::Claim(*id);
            let links = self.lookup.links(own).iter().filter_map(|id| self.project.links().get(id)).map(|link| link.other_end(own));
            let pointing = self.lookup.citing(own).iter().map(|id| Mention::Claim(*id));
            let claims = links.filter(|record| matches!(record, Mention::Claim(_))).chain(pointing).chain([own]);
            self.subjects.extend(claims.map(Subject::Record));
        }
    }
}
