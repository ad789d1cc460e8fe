//! Marks with what they mention. In view may be hundreds, and much is asked of each: so each is looked up once.

use crate::model::annotation::{Annotation, Mark, Mention};
use crate::model::claim::Claim;
use crate::model::project::Project;
use crate::model::source::Source;

/// A mark of the index with its annotation and its record.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Where it stands.
    pub mark: Mark,
    /// The mark itself.
    pub annotation: &'a Annotation,
    /// What it mentions.
    pub record: Record<'a>,
}

/// The record that a mark mentions, as far as the page asks for it.
#[derive(Clone, Copy, Debug)]
pub enum Record<'a> {
    /// A claim.
    Claim(&'a Claim),
    /// A number.
    Number,
    /// A source.
    Source(&'a Source),
}

impl<'a> Known<'a> {
    /// Looks up marks, in their order.
    pub fn all(project: &'a Project, marks: &[Mark]) -> Vec<Self> {
        let known = |mark: &Mark| {
            let annotation = project.annotations().get(&mark.id)?;
            let record = match annotation.mention {
                Mention::Claim(id) => Record::Claim(project.claims().get(&id)?),
                Mention::Number(_) => Record::Number,
                Mention::Source(id) => Record::Source(project.sources().get(&id)?),
            };
            Some(Known { mark: *mark, annotation, record })
        };
        marks.iter().filter_map(known).collect()
    }

    /// The claim, where it mentions one.
    pub fn claim(&self) -> Option<&'a Claim> {
        if let Record::Claim(claim) = self.record { Some(claim) } else { None }
    }
}
