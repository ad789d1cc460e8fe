//! Keeps hostile and broken pages from nesting their elements so deep that taking them apart takes for ever: elements below a depth
//! count as siblings, as in browsers.

use std::borrow::Cow;

use crate::import::limits;

/// Deepest nesting. Elements that need no end tag come on top, up to three for each in tables.
const DEEPEST: usize = limits::DEPTH / 2;

/// Elements without content, those that end by themselves, and those of single words, which do not nest for long.
const NOT_COUNTED: [&str; 53] = [
    "a", "area", "b", "base", "big", "body", "br", "code", "col", "colgroup", "dd", "dt", "em", "embed", "font", "frame", "head", "hr",
    "html", "i", "img", "input", "keygen", "li", "link", "meta", "nobr", "optgroup", "option", "p", "param", "rb", "rp", "rt", "rtc", "s",
    "small", "source", "strike", "strong", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "tt", "u", "wbr", "image", "bgsound",
    "basefont",
];

/// Elements whose content is no markup.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// The page without the tags that would nest too deep.
pub fn flattened(page: &str) -> Cow<'_, str> {
    let mut open: Vec<&str> = Vec::new();
    let mut skipped = 0_usize;
    let mut kept = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(tag) = next_tag(page, at) {
        at = tag.end;
        if tag.is_end {
            if skipped > 0 {
                skipped -= 1;
                copy(page, &mut kept, &mut copied, tag);
            } else if let Some(place) = open.iter().rposition(|name| name.eq_ignore_ascii_case(tag.name)) {
                open.truncate(place);
            }
        } else if open.len() < DEEPEST {
            open.push(tag.name);
        } else {
            skipped += 1;
            copy(page, &mut kept, &mut copied, tag);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    kept.push_str(page.get(copied..).unwrap_or(""));
    Cow::Owned(kept)
}

/// Copies what stands before a tag, and a blank for the tag.
fn copy(page: &str, kept: &mut String, copied: &mut usize, tag: Tag<'_>) {
    kept.push_str(page.get(*copied..tag.start).unwrap_or(""));
    kept.push(' ');
    *copied = tag.end;
}

#[derive(Clone, Copy)]
struct Tag<'a> {
    name: &'a str,
    is_end: bool,
    start: usize,
    end: usize,
}

/// The next tag that counts.
fn next_tag(page: &str, mut at: usize) -> Option<Tag<'_>> {
    loop {
        let start = at + memchr::memchr(b'<', page.as_bytes().get(at..)?)?;
        let rest = page.get(start..)?;
        if let Some(comment) = rest.strip_prefix("<!--") {
            at = start + 4 + memchr::memmem::find(comment.as_bytes(), b"-->")?;
            continue;
        }
        let is_end = rest.starts_with("</");
        let name_start = start + 1 + usize::from(is_end);
        let after = page.get(name_start..)?;
        let length = after.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '>' | '/' | '<')).unwrap_or(after.len());
        let name = after.get(..length)?;
        at = name_start + length;
        if !name.starts_with(|sign: char| sign.is_ascii_alphabetic()) || is_one_of(&NOT_COUNTED, name) {
            continue;
        }
        let end = at + memchr::memchr(b'>', page.as_bytes().get(at..)?)? + 1;
        if is_one_of(&RAW, name) {
            at = if is_end { end } else { raw_end(page, end, name)? };
            continue;
        }
        return Some(Tag { name, is_end, start, end });
    }
}

/// Where the end tag of an element without markup in it begins.
fn raw_end(page: &str, from: usize, name: &str) -> Option<usize> {
    let bytes = page.as_bytes().get(from..)?;
    let is_end = |at: &usize| bytes.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
    memchr::memmem::find_iter(bytes, b"</").find(is_end).map(|at| from + at)
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nests_no_deeper_stays_as_it_is() {
        for page in [
            "<p>One<p>Two".repeat(1_000),
            "<div class='a>b'>x</div><!-- <div> --><br>".repeat(1_000),
            "<li><a href=x>y".repeat(1_000),
            format!("<script>{}</script>", "'<div>'".repeat(1_000)),
            format!("{}x{}", "<div>".repeat(DEEPEST), "</div>".repeat(DEEPEST)),
            "<div><span>unclosed</div>".repeat(1_000),
        ] {
            assert!(matches!(flattened(&page), Cow::Borrowed(_)), "{}", page.chars().take(30).collect::<String>());
        }
    }

    #[test]
    fn deeper_elements_become_siblings_and_no_word_is_lost() {
        let page = format!("{}deep<i>er</i>{}after", "<div>".repeat(5_000), "</div>".repeat(5_000));
        let flat = flattened(&page).into_owned();
        assert_eq!(flat.matches("<div>").count(), DEEPEST);
        assert_eq!(flat.matches("</div>").count(), DEEPEST);
        assert!(flat.contains("deep<i>er</i>") && flat.ends_with("</div>after"));
        assert!(matches!(flattened(&flat), Cow::Borrowed(_)));
    }
}
