//! Markdown. The text is kept verbatim, marks and all, so that positions count what stands in the file; metadata and
//! light structure are read from it.

mod structure;

pub use structure::structure;

use crate::model::document::Meta;
use crate::model::document::meta;

/// What the reader is called in an article's origin.
pub fn reader(encoding: &str) -> String {
    format!("Markdown ({encoding}), shown as written")
}

/// Endings of Markdown files.
pub const ENDINGS: &[&str] = &["md", "markdown", "mdown", "mkd"];

/// What can be read off the text. Fields between two `---` lines at its top count more than what its first lines look like.
pub fn propose(decoded: &str) -> Meta {
    let text = decoded.strip_prefix('\u{feff}').unwrap_or(decoded);
    let Some((fields, body)) = split_front_matter(text) else {
        return meta::propose(text);
    };
    let mut proposed = meta::propose(body);
    for (name, value) in fields.lines().filter_map(|line| line.split_once(':')) {
        let value = unquoted(value);
        let place = match name.trim().to_ascii_lowercase().as_str() {
            "title" | "headline" => &mut proposed.title,
            "author" | "authors" | "byline" => &mut proposed.byline,
            "date" | "published" => &mut proposed.published,
            "outlet" | "publication" | "source" => &mut proposed.outlet,
            "url" | "link" | "canonical_url" => &mut proposed.url,
            _ => continue,
        };
        if !value.is_empty() {
            value.clone_into(place);
        }
    }
    proposed
}

/// The lines between two `---` lines at the top, and the rest.
fn split_front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---")?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((rest.get(..end)?, rest.get(end + line.len()..)?));
        }
        end += line.len();
    }
    None
}

/// A value without white space and quotation marks around it.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
    inner.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, title: &str, byline: &str, published: &str) {
        let meta = propose(text);
        assert_eq!([&*meta.title, &*meta.byline, &*meta.published], [title, byline, published], "{text:?}");
    }

    #[test]
    fn a_heading_or_the_fields_at_the_top_are_proposed() {
        check("# Gate fails\n\nText.", "Gate fails", "", "");
        check(
            "---\ntitle: \"Gate: fails\"\nauthor: Ann Example\ndate: 2031-03-14\n---\n# Gate\nText.",
            "Gate: fails",
            "Ann Example",
            "2031-03-14",
        );
        check("\u{feff}---\r\ntitle: Gate\r\n---\r\n\r\nText.\r\n", "Gate", "", "");
        check("---\ntags:\n---\n# Gate\n", "Gate", "", "");
    }

    #[test]
    fn a_line_of_dashes_alone_opens_no_fields() {
        check("---\n\nThe gate failed on Monday.", "---", "", "");
        assert_eq!(split_front_matter("--- title: x\n---\n"), None);
    }
}
