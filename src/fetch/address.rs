//! Addresses on the web, as they are typed and as they are asked for (RFC 3986).

use std::fmt;

use super::punycode;

/// An address that can be fetched: `https` or, where it was typed so, `http`; a host; a path. In ASCII, without a place within the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    is_encrypted: bool,
    /// Host, and its port where it is not the usual one.
    authority: String,
    /// From the first slash on.
    rest: String,
    /// All of it.
    text: String,
}

/// Why words are no address that can be fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAddress {
    /// Nothing was typed.
    #[error("Type the address of a page, such as example.org/news.")]
    Blank,
    /// It is one of another kind.
    #[error("Only pages of the web can be fetched, not “{0}:”. Their addresses begin with https:// or http://.")]
    OtherKind(String),
    /// It names no host.
    #[error("“{0}” is not the name of a site. Copy the address from the browser.")]
    NoHost(String),
    /// It holds a name or a password.
    #[error("The address holds a name or a password, which would stand in the report. Leave out what is before “@”.")]
    Secret,
}

impl Address {
    /// The address that was typed. Where it does not say how, it is asked for encrypted.
    ///
    /// # Errors
    /// When it is none that can be fetched.
    pub fn typed(text: &str) -> Result<Address, NotAnAddress> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAnAddress::Blank);
        }
        match scheme(text) {
            None => Self::of(true, text),
            Some((scheme, rest)) => match (scheme.to_ascii_lowercase().as_str(), rest.strip_prefix("//")) {
                ("https", Some(rest)) => Self::of(true, rest),
                ("http", Some(rest)) => Self::of(false, rest),
                (other, _) => Err(NotAnAddress::OtherKind(other.to_owned())),
            },
        }
    }

    /// Whether words begin as an address on the web does.
    pub fn is_meant(text: &str) -> bool {
        scheme(text).is_some_and(|(scheme, rest)| {
            rest.starts_with("//") && (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        })
    }

    /// Where a redirect from here leads.
    ///
    /// # Errors
    /// When that is no address that can be fetched.
    pub fn follow(&self, location: &str) -> Result<Address, NotAnAddress> {
        let location = location.trim();
        if scheme(location).is_some() {
            return Self::typed(location);
        }
        if let Some(rest) = location.strip_prefix("//") {
            return Self::of(self.is_encrypted, rest);
        }
        let rest = if location.starts_with('/') {
            location.to_owned()
        } else if location.starts_with('?') || location.is_empty() {
            format!("{}{location}", self.path())
        } else {
            let folder = self.path().rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{location}")
        };
        Self::of(self.is_encrypted, &format!("{}{rest}", self.authority))
    }

    /// What stands behind `https://` or `http://`.
    fn of(is_encrypted: bool, behind: &str) -> Result<Address, NotAnAddress> {
        let end = behind.find(['/', '?', '#', '\\']).unwrap_or(behind.len());
        let (authority, rest) = behind.split_at_checked(end).unwrap_or((behind, ""));
        let authority = authority_of(authority, is_encrypted)?;
        let rest = rest.split('#').next().unwrap_or("");
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, format!("?{}", escaped(query))),
            None => (rest, String::new()),
        };
        let path = without_dots(&escaped(path));
        let rest = format!("{}{path}{query}", if path.starts_with('/') { "" } else { "/" });
        let text = format!("{}://{authority}{rest}", if is_encrypted { "https" } else { "http" });
        Ok(Address { is_encrypted, authority, rest, text })
    }

    /// All of it, in ASCII.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether nobody on the way can read or change what is asked and answered.
    pub fn is_encrypted(&self) -> bool {
        self.is_encrypted
    }

    /// A file name for what is found there, with an ending that fits what the server calls it; blank where that is not known.
    pub fn file_name(&self, kind: &str) -> String {
        super::answer::file_name(self, kind)
    }

    /// The host that is asked.
    pub fn host(&self) -> &str {
        match self.authority.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => host,
            _ => &self.authority,
        }
    }

    /// The path, from its first slash, without what is behind a question mark.
    pub fn path(&self) -> &str {
        self.rest.split('?').next().unwrap_or("/")
    }

    /// Whether it is this machine that is asked, to which no proxy leads.
    pub fn is_of_this_machine(&self) -> bool {
        let host = self.host();
        host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || is_loopback_number(host)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn is_loopback_number(host: &str) -> bool {
    host.parse::<std::net::Ipv4Addr>().is_ok_and(|number| number.is_loopback())
}

/// The scheme of an address and what is behind its colon. `example.org:8080/a` has none: behind the colon of a port stands a digit.
fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let is_named = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    let is_port = rest.starts_with(|sign: char| sign.is_ascii_digit());
    (is_named && scheme.starts_with(|sign: char| sign.is_ascii_alphabetic()) && !is_port).then_some((scheme, rest))
}

/// Host and port as they are asked for.
fn authority_of(authority: &str, is_encrypted: bool) -> Result<String, NotAnAddress> {
    if authority.contains('@') {
        return Err(NotAnAddress::Secret);
    }
    let none = || NotAnAddress::NoHost(authority.to_owned());
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (authority, ""),
    };
    let number = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let host = match number {
        Some(number) => number.parse::<std::net::Ipv6Addr>().map(|number| format!("[{number}]")).map_err(|_| none())?,
        None => punycode::ascii(host).filter(|host| is_name(host)).ok_or_else(none)?,
    };
    if port.is_empty() {
        return Ok(host);
    }
    let port: u16 = port.parse().map_err(|_| none())?;
    let usual = if is_encrypted { 443 } else { 80 };
    Ok(if port == usual { host } else { format!("{host}:{port}") })
}

fn is_name(host: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let name = host.strip_suffix('.').unwrap_or(host);
    host.len() <= 253 && name.split('.').all(|part| !part.is_empty() && part.bytes().all(is_sign))
}

/// Signs that stand in an address as they are; the others are written by their bytes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~:/?[]@!$&'()*+,;=%".contains(&byte);
        if is_plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A path without `.` and `..`.
fn without_dots(path: &str) -> String {
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
    kept.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let got = Address::typed(typed).map_or_else(|error| error.to_string(), |address| address.to_string());
        assert_eq!(got, expected, "{typed}");
    }

    #[test]
    fn an_address_is_asked_for_encrypted_unless_typed_otherwise() {
        check(" example.org/news ", "https://example.org/news");
        check("HTTPS://Example.org", "https://example.org/");
        check("http://example.org/a", "http://example.org/a");
        check("localhost:8080/a?b=c", "https://localhost:8080/a?b=c");
        check("http://[::1]:80/", "http://[::1]/");
        check("https://example.org:443?q", "https://example.org/?q");
    }

    #[test]
    fn an_address_is_asked_for_in_ascii_without_a_place_in_the_page() {
        check("https://b\u{fc}cher.example/\u{fc}ber uns#anfang", "https://xn--bcher-kva.example/%C3%BCber%20uns");
        check("example.org/a/../b/./c?d=\u{e9}%20#e", "https://example.org/b/c?d=%C3%A9%20");
        check("example.org/a\"b<c>", "https://example.org/a%22b%3Cc%3E");
        check("example.org\\@other.example", "https://example.org/%5C@other.example");
    }

    #[test]
    fn other_addresses_are_refused_in_words() {
        check("", "Type the address of a page, such as example.org/news.");
        let other =
            |kind: &str| format!("Only pages of the web can be fetched, not “{kind}:”. Their addresses begin with https:// or http://.");
        check("file:///etc/passwd", &other("file"));
        check("javascript:alert()", &other("javascript"));
        check("ftp://example.org", &other("ftp"));
        check("http:example.org", &other("http"));
        for host in ["exa mple.org", "a..b", "example.org:99999", "exam%70le.org", "[::g]", ""] {
            let said = Address::typed(&format!("https://{host}/x")).unwrap_err();
            assert_eq!(said, NotAnAddress::NoHost(host.to_owned()));
        }
        check("https://editor:secret@example.org/", &NotAnAddress::Secret.to_string());
        check("https://example.org@other.example/", &NotAnAddress::Secret.to_string());
    }

    #[test]
    fn a_redirect_is_followed_from_where_it_is_met() {
        let from = Address::typed("https://example.org/a/b?c").unwrap();
        let check = |location: &str, expected: &str| assert_eq!(from.follow(location).unwrap().as_str(), expected, "{location}");
        check("https://other.example/x", "https://other.example/x");
        check("//other.example/x", "https://other.example/x");
        check("/x/../y", "https://example.org/y");
        check("x", "https://example.org/a/x");
        check("../x?y", "https://example.org/x?y");
        check("?d", "https://example.org/a/b?d");
        check("http://example.org/", "http://example.org/");
        assert!(matches!(from.follow("file:///etc/passwd"), Err(NotAnAddress::OtherKind(_))));
    }

    #[test]
    fn this_machine_is_known_by_name_and_number() {
        let check = |typed: &str, is_own: bool| assert_eq!(Address::typed(typed).unwrap().is_of_this_machine(), is_own, "{typed}");
        check("http://localhost:1/", true);
        check("http://127.0.0.9:8/", true);
        check("http://[::1]:8/", true);
        check("http://127.0.0.1.example.org/", false);
        check("http://10.0.0.1/", false);
    }
}
