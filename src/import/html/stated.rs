//! What a page itself says its article is, for search engines, against what was found in it.

use std::ops::Range;

use dom_query::Document;

use super::find::letters;
use crate::import::Draft;

/// A line of fewer letters may stand in any article.
const LEAST_LETTERS: usize = 12;

/// A line before or behind the article that is longer than this, in letters, is kept: a standfirst, or a correction.
const LONG_LETTERS: usize = 120;

/// Leaves out what stands before and behind the article as the page states it, where most of that was found.
pub fn without_surroundings(body: &str, draft: &mut Draft) {
    let stated = plain(body);
    let lines: Vec<(Range<usize>, String)> = lines_of(draft.text()).map(|(range, line)| (range, plain(line))).collect();
    let is_stated = |line: &str| line.chars().count() >= LEAST_LETTERS && stated.contains(line);
    let found: usize = lines.iter().filter(|(_, line)| is_stated(line)).map(|(_, line)| line.chars().count()).sum();
    if found * 10 < stated.chars().count() * 7 {
        return;
    }
    let Some(mut first) = lines.iter().position(|(_, line)| is_stated(line)) else { return };
    let Some(mut last) = lines.iter().rposition(|(_, line)| is_stated(line)) else { return };
    let is_long = |at: usize| lines.get(at).is_some_and(|(_, line)| line.chars().count() >= LONG_LETTERS);
    while first > 0 && is_long(first - 1) {
        first -= 1;
    }
    while is_long(last + 1) {
        last += 1;
    }
    let ends = lines.get(first).zip(lines.get(last)).map(|((first, _), (last, _))| first.start..last.end);
    if let Some(kept) = ends.filter(|kept| letters(draft.text().get(kept.clone()).unwrap_or("")) >= found) {
        draft.keep(kept);
    }
}

/// The words that a page marks as the body of its article, where it marks one place alone.
pub fn marked(document: &Document) -> Option<String> {
    let places = document.select("[itemprop=articleBody]");
    let [place] = places.nodes() else { return None };
    Some(place.text().to_string()).filter(|words| letters(words) >= LONG_LETTERS)
}

/// Leaves out a first line that only says the title again.
pub fn without_title(title: &str, draft: &mut Draft) {
    let title = plain(title);
    let mut lines = lines_of(draft.text()).filter(|(_, line)| !line.trim().is_empty());
    let first = lines.next().filter(|(_, line)| !title.is_empty() && plain(line) == title);
    if let Some((first, _)) = first.filter(|_| lines.next().is_some()) {
        drop(lines);
        draft.keep(first.end..draft.text().len());
    }
}

/// The lines of a text, each with its place.
fn lines_of(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start..*at, line))
    })
}

/// Letters and digits alone, in small letters: pages state their article without blanks, signs or looks that they show.
pub fn plain(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::structure::Kind;

    #[test]
    fn what_stands_around_the_stated_article_is_left_out_and_long_lines_beside_it_are_not() {
        let standfirst = "Six thousand people had to leave their homes in one night, and nobody can say who should have warned them before the \
            water came over the dyke at Orva.";
        let story = "The gate jammed on Friday night. About 6,200 people left.";
        let lines = ["2 min", "Share", standfirst, "The gate jammed on Friday night.", "About 6,200 people left.", "Next", "Get our app"];
        let mut draft = Draft::default();
        for line in lines {
            let from = draft.begin();
            draft.words(line);
            draft.end(from, Kind::Caption);
        }
        let mut whole = Draft::default();
        whole.words(draft.text());
        without_surroundings("Quite another story, of which nothing was found on this page at all.", &mut whole);
        assert!(whole.text().starts_with("2 min"), "it states another article");
        without_surroundings(story, &mut draft);
        let read = draft.freeze();
        assert_eq!(read.text.as_str(), format!("{standfirst}\nThe gate jammed on Friday night.\nAbout 6,200 people left.\n"));
        let parts: Vec<_> = read.structure.parts().iter().map(|part| read.text.slice(part.span)).collect();
        assert_eq!(parts, [standfirst, "The gate jammed on Friday night.", "About 6,200 people left."]);
    }
}
