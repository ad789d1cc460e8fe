//! What the forms are written from: the project, and the report that was built of it.

use super::{BuildInput, Report};
use crate::lint::Findings;
use crate::model::lookup::Lookup;
use crate::model::project::Project;

/// A project with all that was worked out of it. Nothing else is read: the same input gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The project.
    pub project: &'a Project,
    /// What follows from it.
    pub lookup: &'a Lookup,
    /// What the rules find in it.
    pub findings: &'a Findings,
    /// Its report. What was left out of it is left out of the tables, too.
    pub report: &'a Report,
    /// What the report was built with: the choices, who checks, when.
    pub input: &'a BuildInput,
}

impl Export<'_> {
    /// Whether confidential contacts are written.
    pub fn has_contacts(&self) -> bool {
        self.input.options.has_contacts
    }

    /// A name of somebody of the desk as the report prints it.
    pub fn person(&self, name: &str) -> String {
        self.input.options.names.printed(name)
    }
}

/// Why a form was not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// Somebody stopped it.
    #[error("The export was stopped. Nothing was written")]
    Cancelled,
    /// It could not be put together.
    #[error("The {form} could not be put together: {why}. Choose another form, and tell the makers of Tickmark")]
    Failed {
        /// The form: `DOCX file`.
        form: &'static str,
        /// What went wrong.
        why: String,
    },
}

#[cfg(test)]
pub(crate) mod testing;
