//! What somebody decides about a flag: the project as it is to be then.

use super::field::Field;
use super::tables::Mergeable;
use crate::model::annotation::Annotation;
use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::exclusion::Exclusion;
use crate::model::flag::{Choice, Conflict, Flag, Subject};
use crate::model::group::Group;
use crate::model::id::FlagId;
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

/// The choices that a flag leaves, the one that changes nothing first.
pub fn choices(flag: &Flag) -> Vec<Choice> {
    match flag.conflict {
        Conflict::Rated => vec![Choice::Ours, Choice::Theirs, Choice::Both],
        Conflict::Differs => match taker(flag) {
            Some(true) => vec![Choice::Ours, Choice::Theirs, Choice::Both],
            Some(false) => vec![Choice::Ours, Choice::Theirs],
            None => vec![Choice::Ours],
        },
        Conflict::Kept | Conflict::Renumbered | Conflict::NewId => vec![Choice::Ours],
    }
}

/// The project once a flag is decided, and the flag gone. `None` where it cannot be decided so: then it stays.
pub fn resolve(project: &Project, id: FlagId, choice: Choice) -> Option<Project> {
    let flag = project.flags.get(&id)?;
    let mut resolved = project.clone();
    resolved.flags.remove(&id);
    if choice == Choice::Ours && flag.conflict != Conflict::Rated {
        return Some(resolved);
    }
    let is_done = match (flag.subject, flag.conflict) {
        (Subject::Claim(id), Conflict::Rated) => rate(&mut resolved, flag, id, choice),
        (Subject::Claim(id), Conflict::Differs) => take::<Claim>(&mut resolved, id, flag, choice),
        (Subject::Document(id), Conflict::Differs) => take::<Document>(&mut resolved, id, flag, choice),
        (Subject::Mark(id), Conflict::Differs) => take::<Annotation>(&mut resolved, id, flag, choice),
        (Subject::Source(id), Conflict::Differs) => take::<Source>(&mut resolved, id, flag, choice),
        (Subject::Number(id), Conflict::Differs) => take::<Quantity>(&mut resolved, id, flag, choice),
        (Subject::Group(id), Conflict::Differs) => take::<Group>(&mut resolved, id, flag, choice),
        (Subject::Link(id), Conflict::Differs) => take::<Link>(&mut resolved, id, flag, choice),
        (Subject::Passage(id), Conflict::Differs) => take::<Exclusion>(&mut resolved, id, flag, choice),
        (Subject::Project, Conflict::Differs) if flag.field == "name" => {
            resolved.name = joined(&flag.ours, &flag.theirs, choice, " ");
            true
        }
        _ => false,
    };
    is_done.then_some(resolved)
}

/// Whether a field can be taken from words (`Some`), and whether it holds words to which others can be added.
fn taker(flag: &Flag) -> Option<bool> {
    fn of<T: Mergeable + Blank>(flag: &Flag) -> Option<bool> {
        let field = field_of::<T>(flag)?;
        (field.read)(&flag.theirs, &mut T::blank()).then_some(field.is_text)
    }
    match flag.subject {
        Subject::Claim(_) => of::<Claim>(flag),
        Subject::Source(_) => of::<Source>(flag),
        Subject::Number(_) => of::<Quantity>(flag),
        Subject::Group(_) => of::<Group>(flag),
        Subject::Document(_) => field_of::<Document>(flag).map(|field| field.is_text).filter(|is_text| *is_text),
        Subject::Mark(_) => field_of::<Annotation>(flag).map(|field| field.is_text).filter(|is_text| *is_text),
        Subject::Link(_) => field_of::<Link>(flag).map(|field| field.is_text).filter(|is_text| *is_text),
        Subject::Passage(_) => (flag.field == "reason").then_some(false),
        Subject::Project => (flag.field == "name").then_some(true),
    }
}

/// A record to try words on.
trait Blank {
    fn blank() -> Self;
}

impl Blank for Claim {
    fn blank() -> Self {
        let zero = crate::model::id::Uid(0);
        Claim::new(zero.into(), zero.into(), 0, crate::model::moment::Moment::default(), "")
    }
}

impl Blank for Source {
    fn blank() -> Self {
        Source::named(crate::model::id::Uid(0).into(), "")
    }
}

impl Blank for Group {
    fn blank() -> Self {
        Group::named(crate::model::id::Uid(0).into(), "")
    }
}

impl Blank for Quantity {
    fn blank() -> Self {
        Quantity::new(crate::model::id::Uid(0).into())
    }
}

fn field_of<T: Mergeable>(flag: &Flag) -> Option<&'static Field<T>> {
    T::FIELDS.iter().find(|field| field.name == flag.field)
}

fn take<T: Mergeable>(project: &mut Project, id: T::Id, flag: &Flag, choice: Choice) -> bool {
    let (Some(field), Some(record)) = (field_of::<T>(flag), T::table(project).get(&id)) else { return false };
    let mut changed = record.clone();
    // What stands there now, not what stood there when the flag was made.
    let stands = (field.show)(record, project);
    if choice == Choice::Both && !field.is_text {
        return false;
    }
    let is_read = (field.read)(&joined(&stands, &flag.theirs, choice, "\n"), &mut changed);
    if is_read {
        T::table_mut(project).insert(id, changed);
    }
    is_read
}

fn joined(ours: &str, theirs: &str, choice: Choice, between: &str) -> String {
    match choice {
        Choice::Ours => ours.to_owned(),
        Choice::Theirs => theirs.to_owned(),
        Choice::Both if ours.is_empty() || theirs.is_empty() => format!("{ours}{theirs}"),
        Choice::Both => format!("{ours}{between}{theirs}"),
    }
}

fn rate(project: &mut Project, flag: &Flag, id: crate::model::id::ClaimId, choice: Choice) -> bool {
    if choice == Choice::Both {
        return true;
    }
    let Some(claim) = project.claims.get(&id) else { return false };
    let is_theirs = |rating: &crate::model::claim::Rating| super::tables::rating_words(project, rating) == flag.theirs;
    let Some(at) = claim.other_ratings.iter().position(|other| is_theirs(&other.rating)) else { return choice == Choice::Ours };
    let mut changed = claim.clone();
    let other = changed.other_ratings.remove(at);
    if choice == Choice::Theirs {
        changed.rating = Some(other.rating);
    }
    project.claims.insert(id, changed);
    true
}
