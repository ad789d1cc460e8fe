//! What the history of a project does not tell anybody outside of the desk: how to reach a source, and what a protected one was called
//! before it was protected.

use std::collections::BTreeSet;

use super::export::Export;
use crate::model::annotation::Mention;
use crate::model::change::Change;
use crate::model::link::Role;
use crate::model::source::SourceKind;

/// Tells which values of the history may be told.
pub(super) struct Withheld<'a> {
    export: &'a Export<'a>,
    /// What sources are called today.
    names: BTreeSet<&'a str>,
}

impl<'a> Withheld<'a> {
    pub fn new(export: &'a Export<'a>) -> Self {
        Withheld { export, names: export.project.sources().values().map(|source| source.name.as_str()).collect() }
    }

    /// Whether a value before or after a change may be told.
    pub fn is_told(&self, change: &Change, words: &str) -> bool {
        let source = match change.subject {
            Mention::Source(id) => self.export.project.sources().get(&id),
            Mention::Claim(_) | Mention::Number(_) => None,
        };
        match change.field.as_str() {
            _ if words.is_empty() => true,
            // An earlier name of a source may be the one that is protected today.
            field if field == Role::RestsOn.word() => self.names.contains(words),
            "contact" => self.export.has_contacts() || source.is_none_or(|source| source.is_contact_open),
            _ => source.is_none_or(|source| source.kind != SourceKind::Anonymous),
        }
    }
}
