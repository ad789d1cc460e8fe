//! Keeps hostile and broken pages from taking for ever to be taken apart: elements nested below a depth count as siblings, as in browsers,
//! and an element keeps only so many attributes.

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

/// Most attributes of one element: parsers look through all of them for each one, to leave out what is there twice.
const MOST_ATTRIBUTES: usize = 1_000;

/// The page without the tags that would nest too deep, and without attributes that nobody could have written.
pub fn tamed(page: &str) -> Cow<'_, str> {
    match flattened(page) {
        Cow::Borrowed(page) => trimmed(page),
        Cow::Owned(page) => Cow::Owned(trimmed(&page).into_owned()),
    }
}

/// The page with no more than so many attributes in each tag.
fn trimmed(page: &str) -> Cow<'_, str> {
    let bytes = page.as_bytes();
    let mut kept = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(tag) = next_start(page, at) {
        let (cut, end) = attributes(bytes, tag.end);
        if let Some(cut) = cut {
            kept.push_str(page.get(copied..cut).unwrap_or(""));
            copied = end;
        }
        at = end.max(tag.end);
        if is_one_of(&RAW, tag.name) && !tag.is_end {
            let Some(end) = raw_end(page, at, tag.name) else { break };
            at = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    kept.push_str(page.get(copied..).unwrap_or(""));
    Cow::Owned(kept)
}

/// Where the attributes of a tag end whose name ends there, at its `>` or at the end of the page; and where those begin that are too many.
fn attributes(bytes: &[u8], mut at: usize) -> (Option<usize>, usize) {
    let (mut count, mut cut) = (0, None);
    let byte = |at: usize| bytes.get(at).copied();
    let skip = |mut at: usize, is_over: fn(u8) -> bool| {
        while byte(at).is_some_and(|byte| !is_over(byte)) {
            at += 1;
        }
        at
    };
    loop {
        at = skip(at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        match byte(at) {
            None | Some(b'>') => return (cut, at.min(bytes.len())),
            Some(_) => {}
        }
        count += 1;
        if count == MOST_ATTRIBUTES + 1 {
            cut = Some(at);
        }
        // A name may begin with a sign that ends one.
        at = skip(at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let behind = skip(at, |byte| !byte.is_ascii_whitespace());
        if byte(behind) != Some(b'=') {
            continue;
        }
        at = skip(behind + 1, |byte| !byte.is_ascii_whitespace());
        at = match byte(at) {
            Some(quote @ (b'"' | b'\'')) => {
                let rest = bytes.get(at + 1..).unwrap_or_default();
                memchr::memchr(quote, rest).map_or(bytes.len(), |end| at + end + 2)
            }
            _ => skip(at, |byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
    }
}

/// The page without the tags that would nest too deep.
fn flattened(page: &str) -> Cow<'_, str> {
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
        let tag = next_start(page, at)?;
        at = tag.end;
        if is_one_of(&NOT_COUNTED, tag.name) {
            continue;
        }
        let end = at + memchr::memchr(b'>', page.as_bytes().get(at..)?)? + 1;
        if is_one_of(&RAW, tag.name) {
            at = if tag.is_end { end } else { raw_end(page, end, tag.name)? };
            continue;
        }
        return Some(Tag { end, ..tag });
    }
}

/// The next tag outside of comments, of which only the beginning is looked at: it ends where its name does.
fn next_start(page: &str, mut at: usize) -> Option<Tag<'_>> {
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
        if name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            return Some(Tag { name, is_end, start, end: at });
        }
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

    #[test]
    fn attributes_beyond_a_thousand_are_left_out_and_nothing_else() {
        let many = |count: usize| (0..count).map(|nth| format!(" a{nth}='>{nth}' b{nth}=x c{nth}")).collect::<String>();
        let page = |count: usize| format!("<p{}>Words <b class=x>here</b>", many(count));
        assert!(matches!(trimmed(&page(300)), Cow::Borrowed(_)));
        let short = trimmed(&page(100_000)).into_owned();
        assert!(short.len() < 30_000 && short.ends_with("> Words <b class=x>here</b>".trim_start_matches("> ")), "{}", short.len());
        assert!(short.contains("a333='>333'") && !short.contains("b333"), "1,000 are left");
        assert!(matches!(trimmed(&short), Cow::Borrowed(_)));
        for whole in [
            format!("<script>if (a <b {} c) {{}}</script><p>x", "d ".repeat(5_000)),
            format!("<!-- <p {}> --><p>x", "d ".repeat(5_000)),
            "<a href=\"x".to_owned(),
            "<p =a = b / />x".to_owned(),
            format!("<p><img src='data:{}'>x", "A B ".repeat(5_000)),
        ] {
            assert!(matches!(trimmed(&whole), Cow::Borrowed(_)), "{}", whole.chars().take(30).collect::<String>());
        }
    }
}
