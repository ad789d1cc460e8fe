//! Ids that both sides gave to different records: theirs gets another one, and all that points to it follows.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::Mergeable;
use crate::edit::Record;
use crate::edit::difference::{pairs, side_by_side};
use crate::model::annotation::{Annotation, Mention};
use crate::model::change::Change;
use crate::model::claim::{Claim, Pointer};
use crate::model::document::Document;
use crate::model::exclusion::Exclusion;
use crate::model::flag::{Conflict, Flag};
use crate::model::group::Group;
use crate::model::id::{DocumentId, QuantityId, SourceId, Uid};
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

/// New ids by old ones.
type NewIds = BTreeMap<Uid, Uid>;

/// Their state, in which no record has an id that ours gave to something else.
pub fn with_ids_of_its_own(base: &Project, ours: &Project, theirs: &Project, flags: &mut Vec<Flag>) -> Project {
    // An article with the id of somebody's earlier draft would be taken for that draft.
    let drafts = [base, ours, theirs].into_iter().flat_map(Project::documents).flat_map(|document| &document.earlier);
    let drafts = drafts.map(|draft| draft.id.0).collect();
    let mut renaming = Renaming { base, ours, drafts, project: theirs.clone(), flags };
    let documents = renaming.table::<Document>(
        |document, id| document.id.0 = id,
        |was, own, other| {
            // The text of an article never changes, so a file that was changed by hand holds another article, unless nobody has marked
            // anything in the one that it takes the place of.
            let is_left = |project, own: &Document| was.is_some_and(|was| was.text == own.text) && !has_new_places(base, project, own.id);
            own.text != other.text && !is_left(ours, own) && !is_left(theirs, other)
        },
    );
    let sources = renaming.table::<Source>(|source, id| source.id.0 = id, is_clash);
    let groups = renaming.table::<Group>(|group, id| group.id.0 = id, is_clash);
    let numbers = renaming.table::<Quantity>(|number, id| number.id.0 = id, is_clash);
    let claims = renaming.table::<Claim>(|claim, id| claim.id.0 = id, is_clash);
    renaming.table::<Change>(|line, id| line.id.0 = id, is_clash);
    if [&documents, &sources, &groups, &numbers, &claims].iter().any(|new| !new.is_empty()) {
        let document = |id: &mut DocumentId| id.0 = documents.get(&id.0).copied().unwrap_or(id.0);
        let mention = |mention: &mut Mention| match mention {
            Mention::Claim(id) => id.0 = claims.get(&id.0).copied().unwrap_or(id.0),
            Mention::Source(id) => id.0 = sources.get(&id.0).copied().unwrap_or(id.0),
            Mention::Number(id) => id.0 = numbers.get(&id.0).copied().unwrap_or(id.0),
        };
        renaming.project.order.iter_mut().for_each(document);
        let source = |id: &mut SourceId| id.0 = sources.get(&id.0).copied().unwrap_or(id.0);
        renaming.project.house.kept_apart.iter_mut().flat_map(|pair| [&mut pair.one, &mut pair.other]).for_each(source);
        let number = |id: &mut QuantityId| id.0 = numbers.get(&id.0).copied().unwrap_or(id.0);
        renaming.project.house.told_apart.iter_mut().flat_map(|told| told.numbers.iter_mut().chain(&mut told.from)).for_each(number);
        renaming.project.house.stated.iter_mut().flat_map(|stated| stated.numbers.iter_mut()).for_each(number);
        renaming.each::<Quantity>(|record| record.group.iter_mut().for_each(|id| id.0 = groups.get(&id.0).copied().unwrap_or(id.0)));
        renaming.each::<Source>(|record| record.rests_on.iter_mut().for_each(source));
        renaming.each::<Claim>(|claim| {
            document(&mut claim.home);
            for row in &mut claim.evidence {
                row.source.iter_mut().for_each(source);
                match &mut row.pointer {
                    Some(Pointer::Claim(id)) => id.0 = claims.get(&id.0).copied().unwrap_or(id.0),
                    Some(Pointer::Passage(id)) => document(id),
                    None => {}
                }
            }
        });
        renaming.each::<Annotation>(|mark| {
            document(&mut mark.document);
            mention(&mut mark.mention);
        });
        renaming.each::<Link>(|link| {
            mention(&mut link.from);
            mention(&mut link.to);
        });
        renaming.each::<Exclusion>(|passage| document(&mut passage.document));
        renaming.each::<Change>(|line| mention(&mut line.subject));
    }
    renaming.table::<Annotation>(|mark, id| mark.id.0 = id, is_clash);
    renaming.table::<Link>(|link, id| link.id.0 = id, is_clash);
    renaming.table::<Exclusion>(|passage, id| passage.id.0 = id, is_clash);
    renaming.project
}

struct Renaming<'a> {
    base: &'a Project,
    ours: &'a Project,
    /// Ids of earlier drafts, which no record may get.
    drafts: BTreeSet<Uid>,
    project: Project,
    flags: &'a mut Vec<Flag>,
}

impl Renaming<'_> {
    /// Gives new ids to their records of a kind where ours has something else under the same one.
    fn table<T: Mergeable>(&mut self, set: impl Fn(&mut T, Uid), is_clash: impl Fn(Option<&T>, &T, &T) -> bool) -> NewIds
    where
        T::Id: From<Uid> + Into<Uid>,
    {
        let (base, ours) = (T::table(self.base), T::table(self.ours));
        let clashes: Vec<T> = side_by_side(ours.values(), T::table(&self.project).values(), Record::id)
            .filter_map(|(own, other)| own.zip(other))
            .filter(|(own, other)| own != other && is_clash(base.get(&own.id()), *own, *other))
            .map(|(_, other)| other.clone())
            .collect();
        let mut new_ids = NewIds::new();
        for mut record in clashes {
            let old = record.id();
            let mut uid: Uid = old.into();
            let is_taken =
                |id: &T::Id, project: &Project| base.contains_key(id) || ours.contains_key(id) || T::table(project).contains_key(id);
            while self.drafts.contains(&uid) || is_taken(&T::Id::from(uid), &self.project) {
                uid.0 = uid.0.wrapping_add(1);
            }
            new_ids.insert(old.into(), uid);
            set(&mut record, uid);
            T::table_mut(&mut self.project).remove(&old);
            T::table_mut(&mut self.project).insert(T::Id::from(uid), record);
            if let Some(subject) = T::subject(T::Id::from(uid)) {
                let old: Uid = old.into();
                self.flags.push(Flag::new(subject, Conflict::NewId, "", (old.to_string(), uid.to_string())));
            }
        }
        new_ids
    }

    /// Changes every record of a kind that a change touches.
    fn each<T: Mergeable>(&mut self, change: impl Fn(&mut T)) {
        let changed: Vec<T> = T::table(&self.project)
            .values()
            .filter_map(|record| {
                let mut after = record.clone();
                change(&mut after);
                (after != *record).then_some(after)
            })
            .collect();
        for record in changed {
            T::table_mut(&mut self.project).insert(record.id(), record);
        }
    }
}

/// Whether two records of one id are different things. One that the base has is the same thing however it was changed.
fn is_clash<T: Mergeable>(base: Option<&T>, ours: &T, theirs: &T) -> bool {
    base.is_none() && !ours.is_same_thing(theirs)
}

/// Whether a side has changed any mark or passage of an article.
fn has_new_places(base: &Project, side: &Project, document: DocumentId) -> bool {
    let is_in = |mark: Option<&Annotation>| mark.is_some_and(|mark| mark.document == document);
    let is_passage_in = |passage: Option<&Exclusion>| passage.is_some_and(|passage| passage.document == document);
    pairs::<Annotation>(base, side).any(|(was, now)| is_in(was) || is_in(now))
        || pairs::<Exclusion>(base, side).any(|(was, now)| is_passage_in(was) || is_passage_in(now))
}
