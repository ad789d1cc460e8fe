//! A document without a page, an address or a file: nobody else can read it.

use super::Words;
use crate::model::source::{Source, SourceKind};

pub(super) fn find(source: &Source) -> Option<Words> {
    let is_lost = source.kind == SourceKind::Document && !source.is_findable();
    is_lost.then(|| "No locator: find the document and the page".into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::source::Source;
    use crate::testing::Desk;

    #[test]
    fn a_document_can_be_found() {
        let mut desk = Desk::default();
        desk.article("[a report|source], [a memo|source], [a study|source], [officials|source].");
        desk.change(desk.source("a memo"), |source: &mut Source| source.locator = "page 4".into());
        desk.change(desk.source("a study"), |source: &mut Source| source.archive_url = "https://archive.example".into());
        assert_eq!(said(&desk, Rule::DocumentUnlocated), ["a report: No locator: find the document and the page"]);
    }
}
