//! Nothing dangles: what one side removed and the other one still points to comes back.

use std::collections::BTreeSet;

use super::tables::{Merge, Mergeable};
use crate::edit::Record;
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::flag::{Conflict, Subject};
use crate::model::group::Group;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

impl Merge<'_> {
    /// A claim, number or source that stays although one side removed it keeps its marks, too: without them nobody would find it.
    pub fn bring_back_marks(&mut self) {
        let kept: BTreeSet<Mention> =
            self.flags.iter().filter(|flag| flag.conflict == Conflict::Kept).filter_map(|flag| flag.subject.mention()).collect();
        if kept.is_empty() {
            return;
        }
        let marked: BTreeSet<Mention> = self.merged.annotations.values().map(|mark| mark.mention).collect();
        let bare = |mark: &&Annotation| kept.contains(&mark.mention) && !marked.contains(&mark.mention);
        let marks = self.ours.annotations.values().chain(self.theirs.annotations.values()).filter(bare);
        for mark in marks.cloned().collect::<Vec<_>>() {
            // In an article that has another text now there is no place for it.
            let fits = !self.merged.documents.contains_key(&mark.document) || mark.check(&self.merged).is_ok();
            if fits && !self.merged.annotations.contains_key(&mark.id) {
                self.merged.annotations.insert(mark.id, mark);
            }
        }
    }

    /// Brings back what records of the merged project point to, and what those point to.
    pub fn bring_back_what_is_needed(&mut self) {
        loop {
            let missing = missing(&self.merged);
            let back = missing.into_iter().filter(|subject| self.bring_back(*subject)).count();
            if back == 0 {
                return;
            }
        }
    }

    /// Whether it came back.
    fn bring_back(&mut self, subject: Subject) -> bool {
        match subject {
            Subject::Document(id) => self.take_back::<Document>(id, subject),
            Subject::Claim(id) => self.take_back::<Claim>(id, subject),
            Subject::Source(id) => self.take_back::<Source>(id, subject),
            Subject::Number(id) => self.take_back::<Quantity>(id, subject),
            Subject::Group(id) => self.take_back::<Group>(id, subject),
            Subject::Project | Subject::Mark(_) | Subject::Link(_) | Subject::Passage(_) => false,
        }
    }

    fn take_back<T: Mergeable>(&mut self, id: T::Id, subject: Subject) -> bool {
        let own = T::table(self.ours).get(&id);
        let record = own.or_else(|| T::table(self.theirs).get(&id)).or_else(|| T::table(self.base).get(&id)).cloned();
        let Some(record) = record else { return false };
        T::table_mut(&mut self.merged).insert(id, record);
        self.flag_needed(subject, own.is_some());
        true
    }
}

/// What records point to and is not there.
fn missing(project: &Project) -> BTreeSet<Subject> {
    let mut missing = BTreeSet::new();
    let mut need = |subject: Subject, is_there: bool| {
        if !is_there {
            missing.insert(subject);
        }
    };
    for mark in project.annotations.values() {
        need(Subject::Document(mark.document), project.documents.contains_key(&mark.document));
        need(mark.mention.into(), project.has(mark.mention));
    }
    for end in project.links.values().flat_map(|link| [link.from, link.to]) {
        need(end.into(), project.has(end));
    }
    for group in project.quantities.values().filter_map(|number| number.group) {
        need(Subject::Group(group), project.groups.contains_key(&group));
    }
    let homes = project.claims.values().map(|claim| claim.home);
    for document in homes.chain(project.exclusions.values().map(|passage| passage.document)) {
        need(Subject::Document(document), project.documents.contains_key(&document));
    }
    missing
}
