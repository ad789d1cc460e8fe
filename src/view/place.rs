//! How a place in an article is named on screen: `¶10, sentence 2`.

use crate::model::document::structure::clock_words;
use crate::model::document::{Document, Span};

/// Paragraph of a place: `¶10`, `Headline`.
pub fn paragraph_words(document: &Document, at: usize) -> String {
    match document.paragraph_name(document.text.paragraph_at(at)).as_str() {
        "H" => "Headline".to_owned(),
        number => format!("¶{number}"),
    }
}

/// Paragraph and sentence of a span: `¶10, sentence 2`, `¶10, sentences 2 to 4`, `¶3 to ¶5`; and where it stands in the file that it came
/// from: `¶10, sentence 2, page 3`, `¶4, sentence 1, at 1:02:09`.
pub fn place_words(document: &Document, span: Span) -> String {
    let words = words_in_text(document, span);
    let (page, moment_ms) = document.structure.locator(span.start());
    let page = page.map_or_else(String::new, |page| format!(", page {page}"));
    let moment = moment_ms.map_or_else(String::new, |moment| format!(", at {}", clock_words(moment)));
    format!("{words}{page}{moment}")
}

fn words_in_text(document: &Document, span: Span) -> String {
    let text = &document.text;
    let last = span.end().saturating_sub(1).max(span.start());
    let (first_paragraph, last_paragraph) = (text.paragraph_at(span.start()), text.paragraph_at(last));
    let name = paragraph_words(document, span.start());
    if first_paragraph != last_paragraph {
        return format!("{name} to {}", paragraph_words(document, last));
    }
    let sentences = text.sentences_of(first_paragraph);
    let nth = |at: usize| sentences.partition_point(|sentence| sentence.start() <= at).max(1);
    let (first, last) = (nth(span.start()), nth(last));
    let is_headline = first_paragraph == 0 && document.has_headline();
    let is_known = !sentences.is_empty() || text.known_sentences().is_some();
    match (is_headline || !is_known, first == last) {
        (true, _) => name,
        (false, true) => format!("{name}, sentence {first}"),
        (false, false) => format!("{name}, sentences {first} to {last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::Structure;
    use crate::model::document::structure::{Kind, Part};
    use crate::testing::project;

    #[test]
    fn a_place_is_named_by_paragraph_and_sentence() {
        let project = project("Dyke fails\nIt rained. It poured. It stopped.\nThen it snowed.");
        let document = project.documents().next().unwrap();
        let check = |from: &str, to: &str, expected: &str| {
            let text = document.text.as_str();
            let span = Span::between(text.find(from).unwrap(), text.find(to).unwrap() + to.len());
            assert_eq!(place_words(document, span), expected);
        };
        check("Dyke", "fails", "Headline");
        check("rained", "rained", "¶1, sentence 1");
        check("poured", "stopped.", "¶1, sentences 2 to 3");
        check("stopped", "Then", "¶1 to ¶2");
        check("snowed", "snowed.", "¶2, sentence 1");
    }

    #[test]
    fn a_place_tells_the_page_and_the_moment_of_the_file() {
        let project = project("Dyke fails\nIt rained.\nIt snowed.");
        let mut document = project.documents().next().unwrap().clone();
        let [_, rained, snowed] = document.text.paragraphs() else { panic!("three paragraphs") };
        let part = |span: &Span, kind| Part { span: *span, kind };
        let parts = vec![part(rained, Kind::Page(7)), part(rained, Kind::Time(129_400)), part(snowed, Kind::Time(3_729_000))];
        document.structure = Structure::checked(parts, &document.text).0;
        assert_eq!(place_words(&document, *rained), "¶1, sentence 1, page 7, at 2:09");
        assert_eq!(place_words(&document, *snowed), "¶2, sentence 1, page 7, at 1:02:09");
    }

    #[test]
    fn an_empty_article_has_a_place_too() {
        let project = project("");
        let document = project.documents().next().unwrap();
        assert_eq!(place_words(document, Span::between(0, 0)), "¶1, sentence 1");
    }
}
