//! The only door through which a project changes: edits with inverses, gathered in labelled transactions.

pub mod chronicle;
pub mod deed;
pub mod difference;
pub mod draft;
pub mod history;
pub mod transaction;

pub use deed::Deed;
pub use difference::{describe, difference};
pub use draft::Draft;
pub use history::History;
pub use transaction::Transaction;

use crate::model::annotation::Annotation;
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::document::{Document, Span};
use crate::model::exclusion::Exclusion;
use crate::model::flag::Flag;
use crate::model::group::Group;
use crate::model::house::House;
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, ExclusionId, FlagId, GroupId, LinkId, QuantityId, SourceId};
use crate::model::link::Link;
use crate::model::lookup::touched::{self, Before, Touched};
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::table::Table;
use crate::model::unknown::{Kept, Unknown};

/// A record as it was and as it is to be; one side is missing where the record is added or removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Swap<T> {
    /// What must stand there now.
    pub before: Option<Box<T>>,
    /// What is to stand there.
    pub after: Option<Box<T>>,
}

/// One change of a project. It holds both sides, so its inverse is the same with the sides exchanged, and nobody can undo
/// onto a state that is not the one expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Renames the project.
    Rename(Swap<String>),
    /// Changes what the desk has decided for the whole project: scales, filters, letters.
    SetHouse(Swap<House>),
    /// Changes what the file holds that this version does not understand.
    Keep(Swap<Kept>),
    /// Changes the order of the articles, also when one is added or removed.
    Reorder(Swap<Vec<DocumentId>>),
    /// Adds, removes or changes an article (never its text).
    PutDocument(Swap<Document>),
    /// Adds, removes or changes a mark.
    PutAnnotation(Swap<Annotation>),
    /// Adds, removes or changes a claim.
    PutClaim(Swap<Claim>),
    /// Adds, removes or changes an entry of the register.
    PutSource(Swap<Source>),
    /// Adds, removes or changes what several numbers measure.
    PutGroup(Swap<Group>),
    /// Adds, removes or changes a number.
    PutQuantity(Swap<Quantity>),
    /// Adds, removes or changes a link.
    PutLink(Swap<Link>),
    /// Adds, removes or changes a not-checkable passage.
    PutExclusion(Swap<Exclusion>),
    /// Adds or removes a line of the history.
    PutChange(Swap<Change>),
    /// Adds or removes something that a merge could not decide.
    PutFlag(Swap<Flag>),
}

/// Why an edit does not fit a project. The project is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Something else stands there than the edit expects.
    #[error("the {0} is not as this change expects it")]
    Stale(&'static str),
    /// A record points to one that is not there.
    #[error("the {0} points to something that is not in the project")]
    Dangling(&'static str),
    /// An article's text may not change.
    #[error("the text of an opened article never changes")]
    FrozenText,
    /// A mark does not lie on whole characters of its article.
    #[error("a mark must cover whole characters of its article")]
    BadSpan,
}

/// A kind of record with a table of its own.
pub trait Record: Clone + PartialEq {
    /// Its identity.
    type Id: Ord + Copy;
    /// What it is called in messages.
    const NAME: &'static str;
    /// Its identity.
    fn id(&self) -> Self::Id;
    /// Its table, to read.
    fn table(project: &Project) -> &Table<Self::Id, Self>;
    /// Its table, to write; only edits do.
    fn table_mut(project: &mut Project) -> &mut Table<Self::Id, Self>;
    /// The edit that swaps it.
    fn edit(swap: Swap<Self>) -> Edit;
    /// Lets go of unknown words in fields that were changed since: the checker's choice takes their place.
    fn forget_changed(&mut self, before: &Self) {
        let _ = before;
    }
    /// Whether it may stand in the project.
    fn check(&self, project: &Project) -> Result<(), EditError> {
        let _ = project;
        Ok(())
    }
}

macro_rules! record {
    ($type:ident, $id:ident, $name:literal, $table:ident, $edit:ident $(, $own:item)*) => {
        impl Record for $type {
            type Id = $id;
            const NAME: &'static str = $name;

            fn id(&self) -> $id {
                self.id
            }

            fn table(project: &Project) -> &Table<$id, Self> {
                &project.$table
            }

            fn table_mut(project: &mut Project) -> &mut Table<$id, Self> {
                &mut project.$table
            }

            fn edit(swap: Swap<Self>) -> Edit {
                Edit::$edit(swap)
            }

            $($own)*
        }
    };
}

record!(
    Document,
    DocumentId,
    "article",
    documents,
    PutDocument,
    fn check(&self, project: &Project) -> Result<(), EditError> {
        let is_same_text = project.documents.get(&self.id).is_none_or(|old| old.text == self.text);
        is_same_text.then_some(()).ok_or(EditError::FrozenText)
    }
);
record!(
    Annotation,
    AnnotationId,
    "mark",
    annotations,
    PutAnnotation,
    fn check(&self, project: &Project) -> Result<(), EditError> {
        let document = project.documents.get(&self.document).ok_or(EditError::Dangling("mark"))?;
        if !fits(self.span, self.is_lost(), document) {
            return Err(EditError::BadSpan);
        }
        project.has(self.mention).then_some(()).ok_or(EditError::Dangling("mark"))
    }
);
record!(
    Claim,
    ClaimId,
    "claim",
    claims,
    PutClaim,
    fn forget_changed(&mut self, before: &Self) {
        forget(&mut self.unknown, "status", self.status != before.status);
        forget(&mut self.unknown, "kind", self.kind != before.kind);
        forget(&mut self.unknown, "risks", self.risks != before.risks);
        forget(&mut self.unknown, "not_checkable", self.not_checkable != before.not_checkable);
        forget_part(&mut self.unknown, "rating", before.rating.is_some(), self.rating.is_some());
        forget_part(&mut self.unknown, "correction", before.correction.is_some(), self.correction.is_some());
        for row in &mut self.evidence {
            let was = before.evidence.iter().find(|old| old.id == row.id).map(|old| old.stance);
            forget(&mut row.unknown, "stance", was.is_some_and(|was| was != row.stance));
        }
    },
    fn check(&self, project: &Project) -> Result<(), EditError> {
        project.documents.contains_key(&self.home).then_some(()).ok_or(EditError::Dangling("claim"))
    }
);
record!(
    Source,
    SourceId,
    "source",
    sources,
    PutSource,
    fn forget_changed(&mut self, before: &Self) {
        forget(&mut self.unknown, "kind", self.kind != before.kind);
        forget(&mut self.unknown, "first_hand", self.first_hand != before.first_hand);
    }
);
record!(Group, GroupId, "group", groups, PutGroup);
record!(
    Quantity,
    QuantityId,
    "number",
    quantities,
    PutQuantity,
    fn forget_changed(&mut self, before: &Self) {
        forget(&mut self.unknown, "approximation", self.approximation != before.approximation);
        forget(&mut self.unknown, "group", self.group != before.group);
        forget_part(&mut self.unknown, "value", before.value.is_some(), self.value.is_some());
    },
    fn check(&self, project: &Project) -> Result<(), EditError> {
        let is_there = self.group.is_none_or(|group| project.groups.contains_key(&group));
        is_there.then_some(()).ok_or(EditError::Dangling("number"))
    }
);
record!(
    Link,
    LinkId,
    "link",
    links,
    PutLink,
    fn check(&self, project: &Project) -> Result<(), EditError> {
        (project.has(self.from) && project.has(self.to)).then_some(()).ok_or(EditError::Dangling("link"))
    }
);
record!(
    Exclusion,
    ExclusionId,
    "not-checkable passage",
    exclusions,
    PutExclusion,
    fn forget_changed(&mut self, before: &Self) {
        forget(&mut self.unknown, "reason", self.reason != before.reason);
    },
    fn check(&self, project: &Project) -> Result<(), EditError> {
        let document = project.documents.get(&self.document).ok_or(EditError::Dangling("not-checkable passage"))?;
        fits(self.span, self.is_lost(), document).then_some(()).ok_or(EditError::BadSpan)
    }
);
record!(Change, ChangeId, "history", changes, PutChange);
record!(Flag, FlagId, "open question of a merge", flags, PutFlag);

/// Lets go of what a newer version wrote in a field, where the field was changed.
fn forget(unknown: &mut Unknown, field: &str, is_changed: bool) {
    if is_changed {
        unknown.forget(field);
    }
}

/// The same for a part that a record may have: a new one takes the place of one that could not be read, and with one that is taken
/// away goes what was in it.
fn forget_part(unknown: &mut Unknown, part: &str, was: bool, is: bool) {
    match (was, is) {
        (false, true) => unknown.forget(part),
        (true, false) => unknown.forget_part(part),
        _ => {}
    }
}

/// Adds a record to a project that is being read from a file, without remembering how.
///
/// # Errors
/// When its id is taken or it may not stand in the project; the record comes back.
pub fn admit<T: Record>(project: &mut Project, record: T) -> Result<(), (EditError, T)> {
    let id = record.id();
    let fits = if T::table(project).contains_key(&id) { Err(EditError::Stale(T::NAME)) } else { record.check(project) };
    match fits {
        Ok(()) => {
            T::table_mut(project).insert(id, record);
            Ok(())
        }
        Err(error) => Err((error, record)),
    }
}

/// Whether a span lies on whole characters of an article, and covers words unless its place is lost.
fn fits(span: Span, is_lost: bool, document: &Document) -> bool {
    span.is_empty() == is_lost && document.text.span(span.start(), span.end()) == span
}

impl<T> Swap<T> {
    /// From one state to the other.
    pub fn new(before: Option<T>, after: Option<T>) -> Self {
        Swap { before: before.map(Box::new), after: after.map(Box::new) }
    }

    fn reversed(&self) -> Self
    where
        T: Clone,
    {
        Swap { before: self.after.clone(), after: self.before.clone() }
    }
}

impl Edit {
    /// The edit that takes this one back.
    pub fn inverse(&self) -> Edit {
        match self {
            Edit::Rename(swap) => Edit::Rename(swap.reversed()),
            Edit::SetHouse(swap) => Edit::SetHouse(swap.reversed()),
            Edit::Keep(swap) => Edit::Keep(swap.reversed()),
            Edit::Reorder(swap) => Edit::Reorder(swap.reversed()),
            Edit::PutDocument(swap) => Edit::PutDocument(swap.reversed()),
            Edit::PutAnnotation(swap) => Edit::PutAnnotation(swap.reversed()),
            Edit::PutClaim(swap) => Edit::PutClaim(swap.reversed()),
            Edit::PutSource(swap) => Edit::PutSource(swap.reversed()),
            Edit::PutGroup(swap) => Edit::PutGroup(swap.reversed()),
            Edit::PutQuantity(swap) => Edit::PutQuantity(swap.reversed()),
            Edit::PutLink(swap) => Edit::PutLink(swap.reversed()),
            Edit::PutExclusion(swap) => Edit::PutExclusion(swap.reversed()),
            Edit::PutChange(swap) => Edit::PutChange(swap.reversed()),
            Edit::PutFlag(swap) => Edit::PutFlag(swap.reversed()),
        }
    }

    /// Carries the edit out.
    ///
    /// # Errors
    /// When the project is not in the state that the edit expects; it is then unchanged.
    pub fn apply(&self, project: &mut Project) -> Result<(), EditError> {
        match self {
            Edit::Rename(swap) => put_value(&mut project.name, swap, "project name"),
            Edit::SetHouse(swap) => put_value(&mut project.house, swap, "rules of the house"),
            Edit::Keep(swap) => put_value(&mut project.kept, swap, "part of a newer version"),
            Edit::Reorder(swap) => put_value(&mut project.order, swap, "order of articles"),
            Edit::PutDocument(swap) => put(project, swap),
            Edit::PutAnnotation(swap) => put(project, swap),
            Edit::PutClaim(swap) => put(project, swap),
            Edit::PutSource(swap) => put(project, swap),
            Edit::PutGroup(swap) => put(project, swap),
            Edit::PutQuantity(swap) => put(project, swap),
            Edit::PutLink(swap) => put(project, swap),
            Edit::PutExclusion(swap) => put(project, swap),
            Edit::PutChange(swap) => put(project, swap),
            Edit::PutFlag(swap) => put(project, swap),
        }
    }

    /// Notes what it touches as it is before: called in the order in which edits are carried out.
    pub fn note(&self, touched: &mut Touched) {
        fn keep<T: Record>(swap: &Swap<T>, known: &mut Before<T::Id, T>) {
            if let Some(record) = swap.before.as_deref().or(swap.after.as_deref()) {
                touched::note(known, record.id(), swap.before.as_deref());
            }
        }
        match self {
            Edit::Reorder(swap) => drop(touched.order.get_or_insert_with(|| swap.before.as_deref().cloned().unwrap_or_default())),
            Edit::PutDocument(swap) => {
                let ids = || swap.before.iter().chain(&swap.after).map(|document| document.id);
                touched.documents.extend(ids());
                touched.texts.extend(ids().filter(|_| swap.before.is_none() || swap.after.is_none()));
                let languages = swap.before.as_deref().zip(swap.after.as_deref());
                let changed = languages.filter(|(before, after)| before.language() != after.language());
                touched.languages.extend(changed.map(|(before, _)| before.id));
            }
            Edit::PutAnnotation(swap) => keep(swap, &mut touched.annotations),
            Edit::PutClaim(swap) => keep(swap, &mut touched.claims),
            Edit::PutLink(swap) => keep(swap, &mut touched.links),
            Edit::PutExclusion(swap) => keep(swap, &mut touched.exclusions),
            Edit::PutChange(swap) => keep(swap, &mut touched.changes),
            Edit::PutSource(swap) => keep(swap, &mut touched.sources),
            Edit::PutGroup(swap) => keep(swap, &mut touched.groups),
            Edit::PutQuantity(swap) => keep(swap, &mut touched.quantities),
            Edit::SetHouse(swap) => drop(touched.house.get_or_insert_with(|| swap.before.clone().unwrap_or_default())),
            Edit::Rename(_) | Edit::Keep(_) | Edit::PutFlag(_) => {}
        }
    }
}

fn put_value<T: Clone + PartialEq>(place: &mut T, swap: &Swap<T>, name: &'static str) -> Result<(), EditError> {
    match (&swap.before, &swap.after) {
        (Some(before), Some(after)) if **before == *place => {
            *place = (**after).clone();
            Ok(())
        }
        _ => Err(EditError::Stale(name)),
    }
}

fn put<T: Record>(project: &mut Project, swap: &Swap<T>) -> Result<(), EditError> {
    let id = match (&swap.before, &swap.after) {
        (Some(before), Some(after)) if before.id() != after.id() => {
            return Err(EditError::Stale(T::NAME));
        }
        (Some(record), _) | (_, Some(record)) => record.id(),
        (None, None) => return Ok(()),
    };
    if T::table(project).get(&id) != swap.before.as_deref() {
        return Err(EditError::Stale(T::NAME));
    }
    match &swap.after {
        Some(after) => {
            after.check(project)?;
            T::table_mut(project).insert(id, (**after).clone());
        }
        None => {
            T::table_mut(project).remove(&id);
        }
    }
    Ok(())
}
