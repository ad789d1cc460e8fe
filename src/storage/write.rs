//! Writes a project as RON: one record a line, article text line by line, records in an order that never changes by itself.

pub mod rows;

use self::rows::Places;
use super::format::{self, LEAST_READER, VERSION};
use super::written::{Out, Verbatim, Written, write_name};
use crate::model::house::House;
use crate::model::project::Project;

/// The first lines of every file, for whoever opens it in a text editor.
const HEADING: &str =
    "// Tickmark project. Positions (start, end) count Unicode code points of the text, its lines joined by line feeds.\n";

/// The file of a project. The same project always gives the same bytes. Takes about 2 ms for each 1,000 marks.
pub fn to_ron(project: &Project) -> String {
    let (places, kept) = (Places::new(project), project.kept());
    let mut file = File { out: Out { text: format!("{HEADING}(\n"), breaks_lines: true }, project };
    file.field("version", &VERSION.max(kept.version));
    file.field("least_reader", &LEAST_READER.max(kept.least_reader));
    file.field("name", &project.name().to_owned());
    file.field("id", &project.id().to_string());
    file.house(project.house());
    file.list("documents", project.documents(), rows::document);
    file.list("sources", project.sources().values(), rows::source);
    if !project.groups().is_empty() || kept.records.iter().any(|(list, _)| list == "groups") {
        file.list("groups", project.groups().values(), rows::group);
    }
    file.list("quantities", project.quantities().values(), rows::quantity);
    file.list("claims", project.claims().values(), rows::claim);
    file.list("annotations", project.annotations().values(), |mark| rows::annotation(mark, &places));
    file.list("links", project.links().values(), rows::link);
    file.list("exclusions", project.exclusions().values(), |passage| rows::exclusion(passage, &places));
    file.list("changes", project.changes().values(), rows::change);
    file.list("flags", project.flags().values(), rows::flag);
    for (name, value) in kept.fields.own().iter() {
        file.field(name, &Verbatim(value));
    }
    file.out.push(")\n");
    file.out.text
}

/// A file in the making.
struct File<'a> {
    out: Out,
    project: &'a Project,
}

impl File<'_> {
    /// What the desk has decided; left out where it has decided nothing.
    fn house(&mut self, house: &House) {
        let format::House { scales, grades, switched_off, filters, templates, presets, kept_apart, told_apart, stated, .. } =
            rows::house(house);
        let mut scales = scales.into_iter();
        self.field("scale", &scales.next().unwrap_or_default());
        self.filled("more_scales", scales.collect());
        self.filled("grades", grades);
        self.filled("switched_off", switched_off);
        self.filled("filters", filters);
        self.filled("templates", templates);
        self.filled("presets", presets);
        self.filled("kept_apart", kept_apart.0.unwrap_or_default());
        self.filled("told_apart", told_apart.0.unwrap_or_default());
        self.filled("stated", stated.0.unwrap_or_default());
    }

    /// A list of the house, a line for each entry.
    fn filled<T: Written>(&mut self, name: &str, list: Vec<T>) {
        if !list.is_empty() {
            self.list(name, list.into_iter(), |entry| entry);
        }
    }

    /// A field of the file on a line of its own.
    fn field(&mut self, name: &str, value: &impl Written) {
        self.out.push("  ");
        write_name(name, &mut self.out);
        self.out.push(": ");
        value.write(&mut self.out);
        self.out.push(",\n");
    }

    /// A list of records, each on a line of its own; behind them what was kept of the list without being understood.
    fn list<R, W: Written>(&mut self, name: &str, records: impl Iterator<Item = R>, row: impl Fn(R) -> W) {
        self.out.push("  ");
        self.out.push(name);
        self.out.push(": [");
        let start = self.out.text.len();
        for record in records {
            self.out.push("\n    ");
            row(record).write(&mut self.out);
            self.out.push(",");
        }
        let kept = self.project.kept().records.iter().filter(|(list, _)| list == name);
        for (_, record) in kept {
            self.out.push("\n    ");
            self.out.push(record);
            self.out.push(",");
        }
        let is_empty = self.out.text.len() == start;
        self.out.push(if is_empty { "],\n" } else { "\n  ],\n" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::read::read;
    use crate::testing::project;
    use crate::testing::projects::projects;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_project_opens_as_it_was_saved_and_is_saved_as_it_was_opened(project in projects()) {
            let written = to_ron(&project);
            let opened = read(written.as_bytes()).unwrap();
            prop_assert_eq!(&opened.warnings, &vec![]);
            prop_assert_eq!(&opened.project, &project);
            prop_assert!(opened.project.documents().zip(project.documents()).all(|(one, other)| one.text.as_str() == other.text.as_str()));
            prop_assert_eq!(to_ron(&opened.project), written);
        }
    }

    #[test]
    fn a_file_is_written_to_be_read_by_people() {
        insta::assert_snapshot!(to_ron(&project("Dyke fails\n\n“It [won't hold|claim],” [they|source] said.\n")));
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
        assert_eq!(to_ron(&opened.project), example());
    }

    #[test]
    fn the_guide_names_every_field_and_every_word_of_the_format() {
        let fields = include_str!("format.rs").lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "));
        // `scales` stands in journals, in place of `scale` and `more_scales`.
        for (field, _) in fields.filter(|(field, _)| !field.contains(' ') && *field != "scales") {
            assert!(GUIDE.contains(&format!("`{field}`")), "{field}");
        }
        let lists = include_str!("mirror.rs").lines().filter_map(|line| line.split_once(" { ")?.1.split_once(" } else "));
        for word in lists.flat_map(|(words, _)| words.split(", ")).filter(|word| !word.starts_with('$')) {
            assert!(GUIDE.contains(&format!("`{word}`")), "{word}");
        }
    }
}
