//! Writes a project as RON: one field a line, article text line by line, records in an order that never changes by itself.

use std::collections::BTreeMap;

use ron::ser::PrettyConfig;

use super::format::{self, File, VERSION};
use super::legible::soften;
use super::time;
use crate::model::annotation::{Anchor, Annotation, Mention};
use crate::model::change::Change;
use crate::model::claim::{Claim, Evidence};
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Document, Span, Text};
use crate::model::exclusion::Exclusion;
use crate::model::id::DocumentId;
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

/// The first lines of every file, for whoever opens it in a text editor.
const HEADING: &str =
    "// Tickmark project. Positions (start, end) count Unicode code points of the text, its lines joined by line feeds.\n";

/// Why a project could not be put into words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The project could not be written as RON: {0}. Your work is still in memory; please report this fault")]
pub struct WriteError(#[from] ron::Error);

/// The file of a project. The same project always gives the same bytes. Takes about 10 ms for each 1,000 marks.
///
/// # Errors
/// None that a project is known to cause; passed on from the serialiser.
pub fn to_ron(project: &Project) -> Result<String, WriteError> {
    let config = PrettyConfig::new().new_line("\n").indentor("  ");
    let written = ron::ser::to_string_pretty(&file(project), config)?;
    Ok(format!("{HEADING}{}\n", soften(&written)))
}

fn file(project: &Project) -> File {
    let documents: Vec<_> = documents(project);
    let places = Places(documents.iter().map(|document| (document.id, (&document.text, OffsetMap::new(document.text.as_str())))).collect());
    File {
        version: VERSION,
        name: project.name().to_owned(),
        id: project.id().to_string(),
        scale: format::Scale { name: project.scale().name.clone(), words: project.scale().words.to_vec() },
        documents: documents.into_iter().map(document).collect(),
        sources: project.sources().values().map(source).collect(),
        quantities: project.quantities().values().map(quantity).collect(),
        claims: project.claims().values().map(claim).collect(),
        annotations: project.annotations().values().map(|record| annotation(record, &places)).collect(),
        links: project.links().values().map(link).collect(),
        exclusions: project.exclusions().values().map(|record| exclusion(record, &places)).collect(),
        changes: project.changes().values().map(change).collect(),
    }
}

/// The articles in the checker's order. One that the order forgets comes last: a fault elsewhere must not cost an article.
fn documents(project: &Project) -> Vec<&Document> {
    let forgotten = project.documents.values().filter(|document| !project.order.contains(&document.id));
    project.documents().chain(forgotten).collect()
}

/// Turns spans into places of the file.
struct Places<'a>(BTreeMap<DocumentId, (&'a Text, OffsetMap<'a>)>);

impl Places<'_> {
    fn place(&self, document: DocumentId, span: Span) -> format::Place {
        let anchor = self.0.get(&document).map_or_else(Anchor::default, |(text, map)| Anchor::of(text, span, map));
        let Anchor { start_char, end_char, exact, prefix, suffix } = anchor;
        format::Place { start: start_char, end: end_char, exact, prefix, suffix }
    }
}

fn mention(mention: Mention) -> format::Mention {
    match mention {
        Mention::Claim(id) => format::Mention::Claim(id.to_string()),
        Mention::Number(id) => format::Mention::Number(id.to_string()),
        Mention::Source(id) => format::Mention::Source(id.to_string()),
    }
}

fn document(record: &Document) -> format::Document {
    let meta = record.meta.clone();
    format::Document {
        id: record.id.to_string(),
        title: meta.title,
        outlet: meta.outlet,
        byline: meta.byline,
        published: meta.published,
        url: meta.url,
        archive_url: meta.archive_url,
        origin: meta.origin,
        opened: time::write(record.opened),
        sha256: record.text.hash().to_string(),
        line_end: record.text.line_end().into(),
        bom: record.text.had_bom(),
        text: record.text.as_str().split('\n').map(str::to_owned).collect(),
    }
}

fn source(record: &Source) -> format::Source {
    let Source { id, name, kind, role, locator, grade, first_hand, note } = record.clone();
    format::Source { id: id.to_string(), name, kind: kind.into(), role, locator, grade, first_hand: first_hand.into(), note }
}

fn quantity(record: &Quantity) -> format::Quantity {
    let Quantity { id, value, unit, approximation, measured, of, as_of, is_edited } = record.clone();
    let value = value.map(|value| format::Value { low: value.low.to_string(), high: value.high.map(|high| high.to_string()) });
    format::Quantity { id: id.to_string(), value, unit, approximation: approximation.into(), measured, of, as_of, edited: is_edited }
}

fn claim(record: &Claim) -> format::Claim {
    let Claim { id, home, number, restatement, status, status_since, rating, evidence: rows, correction, note, created, by } =
        record.clone();
    format::Claim {
        id: id.to_string(),
        home: home.to_string(),
        number,
        restatement,
        status: status.into(),
        status_since: time::write(status_since),
        rating: rating.map(|rating| format::Rating { grade: rating.grade.value(), reason: rating.reason }),
        evidence: rows.into_iter().map(evidence).collect(),
        correction: correction.map(|correction| format::Correction { wording: correction.wording }),
        note,
        created: time::write(created),
        by,
    }
}

fn evidence(record: Evidence) -> format::Evidence {
    let Evidence { id, text, url, locator, stance } = record;
    format::Evidence { id: id.to_string(), text, url, locator, stance: stance.into() }
}

fn annotation(record: &Annotation, places: &Places<'_>) -> format::Annotation {
    let place = places.place(record.document, record.span);
    let Annotation { id, document, span: _, mention: to, note, keywords, created, by } = record.clone();
    let (id, document, created) = (id.to_string(), document.to_string(), time::write(created));
    format::Annotation { id, document, place, mention: mention(to), note, keywords, created, by }
}

fn link(record: &Link) -> format::Link {
    let Link { id, from, to, role, note } = record.clone();
    format::Link { id: id.to_string(), from: mention(from), to: mention(to), role: role.into(), note }
}

fn exclusion(record: &Exclusion, places: &Places<'_>) -> format::Exclusion {
    let Exclusion { id, document, span, reason } = record.clone();
    let place = places.place(document, span);
    format::Exclusion { id: id.to_string(), document: document.to_string(), place, reason: reason.into() }
}

fn change(record: &Change) -> format::Change {
    let Change { id, at, by, subject, field, before, after } = record.clone();
    format::Change { id: id.to_string(), at: time::write(at), by, subject: mention(subject), field, before, after }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::read::read;
    use crate::storage::testing::projects;
    use crate::testing::project;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_project_opens_as_it_was_saved_and_is_saved_as_it_was_opened(project in projects()) {
            let written = to_ron(&project).unwrap();
            let opened = read(written.as_bytes()).unwrap();
            prop_assert_eq!(&opened.warnings, &vec![]);
            prop_assert_eq!(&opened.project, &project);
            prop_assert!(opened.project.documents().zip(project.documents()).all(|(one, other)| one.text.as_str() == other.text.as_str()));
            prop_assert_eq!(to_ron(&opened.project).unwrap(), written);
        }
    }

    #[test]
    fn a_file_is_written_to_be_read_by_people() {
        insta::assert_snapshot!(to_ron(&project("Dyke fails\n\n“It [won't hold|claim],” [they|source] said.\n")).unwrap());
    }

    const GUIDE: &str = include_str!("../../docs/file-format.md");

    /// The example of the guide.
    fn example() -> &'static str {
        let (_, rest) = GUIDE.split_once("```ron\n").unwrap();
        rest.split_once("```").unwrap().0
    }

    #[test]
    fn the_example_of_the_guide_is_what_the_program_writes() {
        let opened = read(example().as_bytes()).unwrap();
        assert_eq!(opened.warnings, []);
        assert_eq!(to_ron(&opened.project).unwrap(), example());
    }

    #[test]
    fn the_guide_names_every_field_and_every_word_of_the_format() {
        let fields = include_str!("format.rs").lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "));
        for (field, _) in fields.filter(|(field, _)| !field.contains(' ')) {
            assert!(GUIDE.contains(&format!("`{field}`")), "{field}");
        }
        let lists = include_str!("mirror.rs").lines().filter_map(|line| line.split_once(" { ")?.1.split_once(" } else "));
        for word in lists.flat_map(|(words, _)| words.split(", ")).filter(|word| !word.starts_with('$')) {
            assert!(GUIDE.contains(&format!("`{word}`")), "{word}");
        }
    }
}
