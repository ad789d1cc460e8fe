//! Which user texts may become links: only web and mail addresses, never anything that a reader could run.

/// Schemes that a report may link to.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// The text as an address to link to; nothing where it is any other text.
pub fn link(text: &str) -> Option<&str> {
    let address = text.trim();
    let has_scheme = |scheme: &str| address.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    let scheme = SCHEMES.into_iter().find(|scheme| has_scheme(scheme))?;
    // Browsers drop tabs and line ends inside an address, so what is read would not be what is opened.
    let is_plain = !address.contains(|sign: char| sign.is_whitespace() || sign.is_control() || matches!(sign, '<' | '>' | '"' | '\\'));
    (is_plain && address.len() > scheme.len()).then_some(address)
}

/// The text as the address of a page on the web, without what leads to a place in the page; nothing where it is any other text.
pub fn page_address(text: &str) -> Option<&str> {
    let address = link(text)?;
    let page = address.split_once('#').map_or(address, |(page, _)| page);
    let is_web = |scheme: &&&str| page.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    let host = SCHEMES.iter().take(2).find(is_web).and_then(|scheme| page.get(scheme.len()..))?;
    (!host.is_empty() && !host.starts_with(['/', '?'])).then_some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_a_web_address_and_no_place_in_it() {
        assert_eq!(page_address(" https://a.example/b?c=d "), Some("https://a.example/b?c=d"));
        assert_eq!(page_address("HTTP://a.example/b#note"), Some("HTTP://a.example/b"));
        for text in ["", "a.example", "mailto:a@b.example", "https://", "https:///b", "https://#b", "ftp://a.example", "https://a b"] {
            assert_eq!(page_address(text), None, "{text}");
        }
    }

    #[test]
    fn only_web_and_mail_addresses_are_links() {
        for text in ["http://a.example", " https://a.example/b?c=d#e ", "HTTPS://A.EXAMPLE", "mailto:a@b.example"] {
            assert_eq!(link(text), Some(text.trim()));
        }
        let others =
            ["", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "https://", "https://a b", "https://a\n.example"];
        for text in others.into_iter().chain(["/etc/passwd", "file:///a", "see https://a.example", "https://a\">", "é", "vbscript:x"]) {
            assert_eq!(link(text), None, "{text}");
        }
    }
}
