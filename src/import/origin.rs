//! What the origin of an article says of how its file was read: written here, and read here again.

use super::{Wish, html, mail, markdown, subtitles, text};

/// What stands between the name of the file and how it was read.
const READ_AS: &str = ", read as ";

/// What stands behind a web page of which all words were wanted.
const WHOLE: &str = ", with all of its words";

/// What a file leaves open, and how it was decided when its article was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOpen {
    /// Whether it is a web page, of which the article alone may be wanted or all of its words.
    pub is_page: bool,
    /// Whether all of its words were wanted.
    pub is_whole: bool,
    /// Whether the encoding of its letters is open.
    pub has_encoding: bool,
}

/// The origin of an article that a reader of that name has read.
pub(super) fn written(name: &str, reader: &str, wish: &Wish) -> String {
    let whole = if wish.whole_page && is_page(reader) { WHOLE } else { "" };
    let encoding = wish.encoding.as_deref().map_or_else(String::new, |encoding| format!(" ({encoding})"));
    let encoding = if has_encoding(reader) { encoding } else { String::new() };
    format!("{name}{READ_AS}{reader}{encoding}{whole}")
}

/// What the file of an article leaves open, by the origin of the article.
pub fn left_open(origin: &str) -> LeftOpen {
    let Some((_, how)) = origin.rsplit_once(READ_AS) else { return LeftOpen::default() };
    let (how, is_whole) = how.strip_suffix(WHOLE).map_or((how, false), |how| (how, true));
    let reader = how.split_once(" (").map_or(how, |(reader, _)| reader);
    let is_text = how == text::reader(encoding(how)) || how == markdown::reader(encoding(how));
    LeftOpen { is_page: is_page(reader), is_whole, has_encoding: is_text || has_encoding(reader) }
}

/// What stands in the brackets.
fn encoding(how: &str) -> &str {
    how.split_once(" (").and_then(|(_, rest)| rest.split_once(')')).map_or("", |(encoding, _)| encoding)
}

fn is_page(reader: &str) -> bool {
    [html::READER, mail::PAGE_READER].contains(&reader)
}

fn has_encoding(reader: &str) -> bool {
    is_page(reader) || [mail::READER, subtitles::READER].contains(&reader)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read_as;

    #[test]
    fn what_was_decided_is_told_and_known_again() {
        let check = |name: &str, words: &str, wish: &Wish, origin: &str, (is_page, is_whole, has_encoding): (bool, bool, bool)| {
            let read = read_as(name, words.as_bytes(), wish).unwrap();
            assert_eq!(read.meta.origin, format!("{name}, read as {origin}"));
            assert_eq!(left_open(&read.meta.origin), LeftOpen { is_page, is_whole, has_encoding }, "{origin}");
        };
        let plain = Wish::default();
        let chosen = Wish { encoding: Some("KOI8-R".into()), whole_page: true, ..Wish::default() };
        let page = "<!DOCTYPE html><p>The dyke failed.";
        check("a.html", page, &plain, "a web page", (true, false, true));
        check("a.html", page, &chosen, "a web page (KOI8-R), with all of its words", (true, true, true));
        check("a, read as b.txt", "It rained.", &plain, "plain text (UTF-8)", (false, false, true));
        check("a.txt", "It rained.", &chosen, "plain text (KOI8-R)", (false, false, true));
        check("a.md", "It *rained*.", &plain, "Markdown (UTF-8), shown as written", (false, false, true));
        check("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nOne", &plain, "subtitles", (false, false, true));
        check("a.rtf", "{\\rtf1 It rained.}", &chosen, "rich text (RTF)", (false, false, false));
        assert_eq!(left_open("pasted from the clipboard"), LeftOpen::default());
    }
}
