//! What stands beside words in the file that their article came from: comments, notes, tracked changes, and where links lead.

use crate::model::document::structure::Kind;
use crate::model::document::{Document, Span};

/// Something beside the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideRow {
    /// `Comment by Ann Ex, 2019-03-01`, `Link`.
    pub title: String,
    /// What it says, or where it leads.
    pub words: String,
    /// Its place among the asides of the article; none of a link.
    pub aside: Option<usize>,
}

/// What stands beside these words, in the order of the text.
pub fn beside(document: &Document, span: Span) -> Vec<BesideRow> {
    let noted = document.asides.iter().enumerate().filter(|(_, aside)| aside.span.overlaps(span));
    let noted = noted.map(|(nth, aside)| BesideRow { title: aside.title(), words: aside.said(&document.text), aside: Some(nth) });
    let inside = document.structure.parts().iter().take_while(|part| part.span.start() < span.end());
    let links = inside.filter(|part| matches!(part.kind, Kind::Link(_)) && part.span.overlaps(span));
    let links = links.filter_map(|part| {
        let words = document.structure.target(part.kind)?.to_owned();
        Some(BesideRow { title: "Link".to_owned(), words, aside: None })
    });
    noted.chain(links).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::aside::{Aside, AsideKind};
    use crate::testing::project;

    #[test]
    fn what_a_writer_noted_is_found_at_its_words() {
        let project = project("Dyke fails\nIt rained twice.");
        let mut document = project.documents().next().unwrap().clone();
        let at = |words: &str| {
            let start = document.text.as_str().find(words).unwrap();
            Span::between(start, start + words.len())
        };
        let (rained, twice) = (at("rained"), at("twice"));
        let aside =
            |span, kind, by: &str, words: &str| Aside { span, kind, by: by.into(), at: "2025-01-22T10:00:00Z".into(), words: words.into() };
        document.asides = vec![aside(rained, AsideKind::Comment, "Ann Ex", "Says who?"), aside(twice, AsideKind::Deletion, "", "once")];
        let row = |title: &str, words: &str, nth| BesideRow { title: title.into(), words: words.into(), aside: Some(nth) };
        let comment = row("Comment by Ann Ex, 2025-01-22", "Says who?", 0);
        let deletion = row("Taken out, 2025-01-22", "“once”", 1);
        assert_eq!(beside(&document, rained), std::slice::from_ref(&comment));
        assert_eq!(beside(&document, Span::between(rained.start(), twice.end())), [comment, deletion]);
        assert_eq!(beside(&document, Span::between(0, 4)), []);
    }
}
