//! Addresses on the web, made whole where a page gives a part of one (RFC 3986, section 5).

/// A link's address in full. Nothing for places within the page, for scripts, and for parts of an address where the page's own is not known.
pub fn absolute(base: Option<&str>, href: &str) -> Option<String> {
    let href: String = href.trim().chars().filter(|sign| !matches!(sign, '\t' | '\n' | '\r')).collect();
    if href.is_empty() || href.starts_with('#') {
        return None;
    }
    if let Some(scheme) = scheme(&href) {
        let scheme = scheme.to_ascii_lowercase();
        let is_whole = match scheme.as_str() {
            "http" | "https" => href.get(scheme.len()..).is_some_and(|rest| rest.starts_with("://") && rest.len() > 3),
            "mailto" => true,
            _ => false,
        };
        return is_whole.then(|| href.replace(' ', "%20"));
    }
    let base = base?;
    let (scheme, rest) = base.split_once("://").filter(|(scheme, _)| is_web(scheme))?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let path = path.split(['?', '#']).next().unwrap_or("");
    let whole = if let Some(host) = href.strip_prefix("//") {
        format!("{scheme}://{host}")
    } else if href.starts_with('/') {
        format!("{scheme}://{host}{}", without_dots(&href))
    } else if href.starts_with('?') {
        format!("{scheme}://{host}{path}{href}")
    } else {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{scheme}://{host}{}", without_dots(&format!("{folder}/{href}")))
    };
    Some(whole.replace(' ', "%20"))
}

/// The host of an address, without `www.`.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://").filter(|(scheme, _)| is_web(scheme))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

fn scheme(href: &str) -> Option<&str> {
    let (scheme, _) = href.split_once(':')?;
    let is_named = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    (is_named && scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())).then_some(scheme)
}

/// A path without `.` and `..`.
fn without_dots(address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at_checked(end).unwrap_or((address, ""));
    let mut kept: Vec<&str> = Vec::new();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        match part {
            "." | ".." => {
                // The first one is what stands before the first slash.
                if part == ".." && kept.len() > 1 {
                    kept.pop();
                }
                if is_last {
                    kept.push("");
                }
            }
            _ => kept.push(part),
        }
    }
    format!("{}{rest}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_made_whole_by_the_address_of_the_page() {
        let base = Some("https://news.example/a/b/c.html?x=1#top");
        let check = |href: &str, expected: Option<&str>| assert_eq!(absolute(base, href).as_deref(), expected, "{href}");
        check("https://other.example/x y", Some("https://other.example/x%20y"));
        check("HTTP://other.example", Some("HTTP://other.example"));
        check("mailto:ann@news.example", Some("mailto:ann@news.example"));
        check("//other.example/x", Some("https://other.example/x"));
        check("/x/../y", Some("https://news.example/y"));
        check("../d.html#p", Some("https://news.example/a/d.html#p"));
        check("../../../../d", Some("https://news.example/d"));
        check("./", Some("https://news.example/a/b/"));
        check("d?u=../x", Some("https://news.example/a/b/d?u=../x"));
        check("?page=2", Some("https://news.example/a/b/c.html?page=2"));
        check(" /a\nb ", Some("https://news.example/ab"));
        for none in ["#note", "", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://"] {
            check(none, None);
        }
        assert_eq!(absolute(None, "/x"), None);
        assert_eq!(absolute(Some("file:///home/page.html"), "x"), None);
    }

    #[test]
    fn a_host_is_named_without_www_port_and_user() {
        assert_eq!(host("https://www.news.example:8080/a"), Some("news.example"));
        assert_eq!(host("http://ann@news.example?x"), Some("news.example"));
        assert_eq!(host("mailto:ann@news.example"), None);
        assert_eq!(host("https:///x"), None);
    }
}
