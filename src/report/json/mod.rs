//! The whole project as JSON, for programs: every record with its words and places, in the shape of `docs/schema/project.schema.json`.
//! Places are Unicode code points, ids texts, dates RFC 3339 in UTC. The report's choice of articles and claims does not matter here.

mod articles;
mod records;
mod shape;
#[cfg(test)]
mod tests;

use jiff::Timestamp;

use super::export::{Export, ExportError};
use super::forms::Printed;
use crate::model::moment::Moment;
use shape::{House, Names, Root, Scale, ScaleValue, SwitchedOff};

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
        house: house(export),
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

fn house<'a>(export: &Export<'a>) -> House<'a> {
    let house = export.project.house();
    let value =
        |value: &'a crate::model::claim::ScaleValue| ScaleValue { word: &value.word, meaning: &value.meaning, place: value.place.value() };
    let scale = |scale: &'a crate::model::claim::Scale| Scale { name: &scale.name, values: scale.values.iter().map(value).collect() };
    let off =
        |off: &'a crate::model::house::SwitchedOff| SwitchedOff { rule: &off.rule, reason: &off.reason, by: &off.by, at: time(off.at) };
    House {
        scales: house.scales.iter().map(scale).collect(),
        grades: house.grade_words().into_iter().map(|(sign, meaning)| Names { name: sign, text: meaning }).collect(),
        switched_off: house.switched_off.iter().map(off).collect(),
        filters: house.filters.iter().map(|filter| Names { name: &filter.name, text: &filter.query }).collect(),
        letters: house.templates.iter().map(|template| Names { name: &template.letter, text: &template.text }).collect(),
        sources_kept_apart: house.kept_apart.iter().map(|pair| [pair.one.to_string(), pair.other.to_string()]).collect(),
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
    if !project.house().told_apart.is_empty() {
        losses.push("Which numbers were told apart is left out.".to_owned());
    }
    let drafts: usize = project.documents().map(|document| document.earlier.len()).sum();
    losses.extend((drafts > 0).then(|| format!("{} told by title and hash, without the words.", count(drafts, "earlier draft"))));
    let has_more = !project.kept().fields.is_empty() || project.claims().values().any(|claim| !claim.unknown.is_empty());
    losses.extend(has_more.then(|| "What a newer version of Tickmark wrote is left out.".to_owned()));
    losses
}
