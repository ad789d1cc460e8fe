//! The encoding that a web page says it is in, found before it is parsed, as the HTML standard has it ("prescan a byte stream").

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// Bytes that are looked at. Browsers look at 1024 first, and begin anew where it stands further down.
const HEAD_BYTES: usize = 64 * 1024;

/// The name of the encoding that a page or an XML file declares: in a `meta` element, else in its XML declaration.
pub fn declared(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let found = Scan { head, at: 0 }.meta().or_else(|| xml(head))?;
    // Who could read this in bytes knows that it is not in units of two.
    let found = if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found };
    Some(if found == X_USER_DEFINED { WINDOWS_1252.name() } else { found.name() })
}

/// The encoding in an XML declaration.
fn xml(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.strip_prefix(b"<?xml")?;
    let head = head.get(..memchr::memchr(b'>', head)?)?;
    let at = memchr::memmem::find(head, b"encoding")?;
    let rest = head.get(at + b"encoding".len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = rest.split_first().filter(|(quote, _)| matches!(quote, b'"' | b'\''))?;
    Encoding::for_label(rest.get(..memchr::memchr(*quote, rest)?)?)
}

struct Scan<'a> {
    head: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn meta(mut self) -> Option<&'static Encoding> {
        while self.at < self.head.len() {
            let rest = self.rest();
            if rest.starts_with(b"<!--") {
                // The two dashes may be those of its start.
                let end = memchr::memmem::find(rest.get(2..)?, b"-->")?;
                self.at += 2 + end + 3;
            } else if is_meta(rest) {
                self.at += b"<meta".len();
                if let Some(found) = self.charset() {
                    return Some(found);
                }
            } else if is_tag(rest) {
                self.at += rest.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>')?;
                while self.attribute().is_some() {}
            } else if rest.starts_with(b"<!") || rest.starts_with(b"</") || rest.starts_with(b"<?") {
                self.at += memchr::memchr(b'>', rest)? + 1;
            } else {
                self.at += 1 + memchr::memchr(b'<', rest.get(1..)?)?;
            }
        }
        None
    }

    /// The encoding in the attributes of a `meta` element.
    fn charset(&mut self) -> Option<&'static Encoding> {
        let mut seen: Vec<Vec<u8>> = Vec::new();
        let mut is_content_type = false;
        let mut needs_content_type = None;
        let mut found: Option<Option<&'static Encoding>> = None;
        while let Some((name, value)) = self.attribute() {
            if seen.contains(&name) {
                continue;
            }
            match name.as_slice() {
                b"http-equiv" => is_content_type = value == b"content-type",
                b"content" => {
                    if found.is_none()
                        && let Some(label) = charset_in_content(&value)
                    {
                        found = Some(Encoding::for_label(label));
                        needs_content_type = Some(true);
                    }
                }
                b"charset" => {
                    found = Some(Encoding::for_label(&value));
                    needs_content_type = Some(false);
                }
                _ => {}
            }
            seen.push(name);
        }
        if needs_content_type? && !is_content_type {
            return None;
        }
        found?
    }

    /// The next attribute of a tag, in small letters; nothing at the end of the tag.
    fn attribute(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        self.skip(|byte| byte.is_ascii_whitespace() || byte == b'/');
        if self.now()? == b'>' {
            return None;
        }
        let mut name = Vec::new();
        loop {
            let byte = self.now()?;
            match byte {
                b'=' if !name.is_empty() => break,
                b'/' | b'>' => return Some((name, Vec::new())),
                _ if byte.is_ascii_whitespace() => {
                    self.skip(|byte| byte.is_ascii_whitespace());
                    if self.now()? != b'=' {
                        return Some((name, Vec::new()));
                    }
                    break;
                }
                _ => name.push(byte.to_ascii_lowercase()),
            }
            self.at += 1;
        }
        self.at += 1;
        self.skip(|byte| byte.is_ascii_whitespace());
        Some((name, self.value()?))
    }

    fn value(&mut self) -> Option<Vec<u8>> {
        let first = self.now()?;
        let is_quoted = matches!(first, b'"' | b'\'');
        if is_quoted {
            self.at += 1;
        }
        let rest = self.rest();
        let is_end = |byte: &u8| if is_quoted { *byte == first } else { byte.is_ascii_whitespace() || *byte == b'>' };
        let end = rest.iter().position(is_end)?;
        let value = rest.get(..end)?.to_ascii_lowercase();
        self.at += end + usize::from(is_quoted);
        Some(value)
    }

    fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) {
        while self.now().is_some_and(&is_skipped) {
            self.at += 1;
        }
    }

    fn now(&self) -> Option<u8> {
        self.head.get(self.at).copied()
    }

    fn rest(&self) -> &[u8] {
        self.head.get(self.at..).unwrap_or_default()
    }
}

fn is_meta(rest: &[u8]) -> bool {
    let name = rest.get(..b"<meta".len()).unwrap_or_default();
    let after = rest.get(b"<meta".len()).copied().unwrap_or(0);
    name.eq_ignore_ascii_case(b"<meta") && (after.is_ascii_whitespace() || after == b'/')
}

fn is_tag(rest: &[u8]) -> bool {
    let Some(rest) = rest.strip_prefix(b"<") else { return false };
    rest.strip_prefix(b"/").unwrap_or(rest).first().is_some_and(u8::is_ascii_alphabetic)
}

/// The label behind `charset=` in the value of a `content` attribute, which is in small letters.
fn charset_in_content(mut value: &[u8]) -> Option<&[u8]> {
    loop {
        let at = memchr::memmem::find(value, b"charset")?;
        value = value.get(at + b"charset".len()..)?;
        let Some(rest) = value.trim_ascii_start().strip_prefix(b"=") else { continue };
        let rest = rest.trim_ascii_start();
        return match rest.first()? {
            quote @ (b'"' | b'\'') => {
                let rest = rest.get(1..)?;
                rest.get(..memchr::memchr(*quote, rest)?)
            }
            _ => rest.split(|byte| byte.is_ascii_whitespace() || *byte == b';').next(),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        assert_eq!(declared(page.as_bytes()), expected, "{page}");
    }

    #[test]
    fn a_page_says_its_encoding_in_a_meta_element() {
        check("<!DOCTYPE html><meta charset=iso8859-2>", Some("ISO-8859-2"));
        check("<META/CHARSET = ' latin1 '>", Some("windows-1252"));
        check("<meta http-equiv='Content-Type' content='text/html; charset=\"koi8\"'>", Some("KOI8-R"));
        check("<meta content='text/html;charset charset = sjis;x' http-equiv=content-type>", Some("Shift_JIS"));
        check("<meta charset=utf-16>", Some("UTF-8"));
        check("<meta charset=x-user-defined>", Some("windows-1252"));
        check("<meta charset=bogus><meta charset=gbk>", Some("GBK"));
        check(&format!("<title>{}</title><meta charset=big5>", "x".repeat(5_000)), Some("Big5"));
    }

    #[test]
    fn what_only_looks_like_it_is_passed_over() {
        check("<!-- <meta charset=koi8> --><p>", None);
        check("<!--><meta charset=koi8>", Some("KOI8-R"));
        check("<p title='<meta charset=koi8>'>", None);
        check("<metacharset=koi8>", None);
        check("<meta content='text/html; charset=koi8'>", None);
        check("<meta name=a content='charset=koi8' http-equiv=refresh>", None);
        check("<meta charset=koi8", None);
        check("<p", None);
        check("no page", None);
    }

    #[test]
    fn an_xml_declaration_counts_where_no_meta_does() {
        check("<?xml version='1.0' encoding='windows-1251'?><html>", Some("windows-1251"));
        check("<?xml version='1.0' encoding='windows-1251'?><meta charset=koi8>", Some("KOI8-R"));
        check("<?xml version='1.0'?><p>", None);
    }
}
