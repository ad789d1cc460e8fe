//! What a server says that its answer is.

use super::Address;

/// What the header `Content-Type` says: the kind in lower case, and the encoding.
pub fn kind_and_charset(header: &str) -> (String, Option<String>) {
    let mut parts = header.split(';');
    let kind = parts.next().unwrap_or("").trim().to_ascii_lowercase();
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']);
        (name.trim().eq_ignore_ascii_case("charset") && !value.is_empty()).then(|| value.to_owned())
    });
    (kind, charset)
}

/// What it is, where that can be no article.
pub fn no_article(kind: &str) -> Option<&'static str> {
    let what = match kind.split_once('/')? {
        ("image", _) => "a picture",
        ("audio", _) => "a sound recording",
        ("video", _) => "a film",
        ("font", _) => "a font",
        ("text", "css") => "a style sheet",
        ("text" | "application", "javascript" | "x-javascript" | "ecmascript") => "a script",
        _ => return None,
    };
    Some(what)
}

/// Kinds, and the endings of files of that kind; the first one is given to a name without.
const ENDINGS: &[(&str, &[&str])] = &[
    ("text/html", &["html", "htm", "xhtml"]),
    ("application/xhtml+xml", &["xhtml", "html", "htm"]),
    ("application/pdf", &["pdf"]),
    ("text/plain", &["txt", "text", "md", "markdown", "srt"]),
    ("text/markdown", &["md", "markdown", "mdown", "mkd"]),
    ("text/vtt", &["vtt"]),
    ("application/x-subrip", &["srt"]),
    ("text/rtf", &["rtf"]),
    ("application/rtf", &["rtf"]),
    ("message/rfc822", &["eml", "mhtml", "mht"]),
    ("multipart/related", &["mhtml", "mht"]),
    ("application/epub+zip", &["epub"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/x-fictionbook+xml", &["fb2"]),
];

/// The longest name, in code points: no file system takes a longer one in every script.
const MOST_CHARS: usize = 80;

/// A file name by the last part of an address, with an ending that fits the kind.
pub fn file_name(address: &Address, kind: &str) -> String {
    let last = address.path().trim_end_matches('/').rsplit('/').next().unwrap_or("");
    let last = if last.is_empty() { address.host() } else { last };
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_');
    let name: String = last.chars().take(MOST_CHARS).map(|sign| if is_plain(sign) { sign } else { '-' }).collect();
    let Some((_, endings)) = ENDINGS.iter().find(|(of, _)| *of == kind) else { return name };
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match endings.first() {
        Some(first) if !endings.iter().any(|known| known.eq_ignore_ascii_case(ending)) => format!("{name}.{first}"),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_kind_and_encoding() {
        let check = |header: &str, kind: &str, charset: Option<&str>| {
            assert_eq!(kind_and_charset(header), (kind.to_owned(), charset.map(str::to_owned)), "{header}");
        };
        check("Text/HTML; Charset=\"ISO-8859-1\"", "text/html", Some("ISO-8859-1"));
        check("text/html;q=1 ; charset = utf-8 ", "text/html", Some("utf-8"));
        check("text/plain; charset=", "text/plain", None);
        check("", "", None);
    }

    #[test]
    fn the_name_of_a_page_says_what_it_is() {
        let check = |address: &str, kind: &str, name: &str| {
            assert_eq!(file_name(&Address::typed(address).unwrap(), kind), name, "{address}");
        };
        check("example.org/2031/flood.html?x=1/2", "text/html", "flood.html");
        check("example.org/2031/flood/", "text/html", "flood.html");
        check("example.org", "text/html", "example.org.html");
        check("example.org/notes.html", "text/plain", "notes.html.txt");
        check("example.org/a%20b", "", "a-20b");
        check("example.org/READ.MD", "text/plain", "READ.MD");
        check("example.org/report", "application/pdf", "report.pdf");
    }
}
