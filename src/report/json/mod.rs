//! The whole project as JSON, for programs: every record with its words and places, in the shape of `docs/schema/project.schema.json`.
//! Places are Unicode code points, ids texts, dates RFC 3339 in UTC. The report's choice of articles and claims does not matter here.

mod articles;
#[cfg(test)]
mod fields;
mod house;
mod records;
mod shape;
#[cfg(test)]
mod tests;

use jiff::Timestamp;

use super::export::{Export, ExportError};
use super::forms::Printed;
use crate::model::moment::Moment;
use shape::Root;

/// Name and version of the shape. A new field is no new version; a field that goes or changes is one.
const SHAPE: (&str, u32) = ("tickmark-project", 1);

/// Prints the whole project.
///
/// # Errors
/// When it was stopped, or could not be put together.
pub fn json(export: &Export<'_>, progress: &dyn Fn(f32) -> bool) -> Result<Printed, ExportError> {
    let root = root(export);
    if !progress(0.3) {
        return Err(ExportError::Cancelled);
    }
    let mut bytes = serde_json::to_vec_pretty(&root).map_err(|error| ExportError::Failed { form: "JSON file", why: error.to_string() })?;
    bytes.push(b'\n');
    if !progress(1.0) {
        return Err(ExportError::Cancelled);
    }
    Ok(Printed::one(bytes, losses(export)))
}

fn root<'a>(export: &'a Export<'a>) -> Root<'a> {
    let project = export.project;
    Root {
        format: SHAPE.0,
        version: SHAPE.1,
        written: time(export.input.today),
        id: project.id().to_string(),
        name: project.name(),
        house: house::house(export.project.house()),
        articles: articles::articles(project),
        claims: project.claims().values().map(|claim| records::claim(project, claim)).collect(),
        numbers: project.quantities().values().map(records::number).collect(),
        groups: project.groups().values().map(records::group).collect(),
        sources: project.sources().values().map(|source| records::source(source, export.has_contacts())).collect(),
        links: project.links().values().map(records::link).collect(),
        history: records::history(export),
        flags: project.flags().values().map(records::flag).collect(),
    }
}

/// RFC 3339 in UTC; nothing for the beginning of time, which nobody wrote down, and for a moment outside the calendar.
fn time(moment: Moment) -> Option<String> {
    if moment == Moment::default() {
        return None;
    }
    Timestamp::from_millisecond(moment.epoch_ms).ok().map(|timestamp| timestamp.to_string())
}

fn losses(export: &Export<'_>) -> Vec<String> {
    use crate::model::count::count;
    let project = export.project;
    let mut losses = vec!["Files that evidence and sources rest on are told by name and hash, without the folder they lie in.".to_owned()];
    let hidden =
        project.sources().values().filter(|source| !source.contact.is_empty() && !records::is_contact_told(source, export.has_contacts()));
    let hidden = hidden.count();
    losses.extend((hidden > 0).then(|| format!("{} left out. Ask for contacts to have them.", count(hidden, "confidential contact"))));
    let has_more = !project.kept().fields.is_empty() || project.claims().values().any(|claim| !claim.unknown.is_empty());
    losses.extend(has_more.then(|| "What a newer version of Tickmark wrote is left out.".to_owned()));
    losses
}
