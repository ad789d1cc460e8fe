//! Makes any text safe inside Markdown: it can neither form markup in CommonMark and its common extensions, nor templates.

use crate::report::{Language, address};

/// The text on one line, as words and nothing else. May stand anywhere but at the start of a line; see [`line`].
pub(in crate::report) fn text(words: &str) -> String {
    let mut safe = String::with_capacity(words.len() + words.len() / 8);
    append(&mut safe, words.trim());
    safe
}

/// Goes on with a piece of a text. Spaces at its ends are kept; what stands before it is looked at, for signs that are only
/// markup together.
pub(super) fn append(safe: &mut String, words: &str) {
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign.is_whitespace() {
            while signs.next_if(|next| next.is_whitespace()).is_some() {}
            safe.push(' ');
            continue;
        }
        let next = signs.peek().copied();
        match sign {
            // Readers of tables disagree on a backslash before a bar; none disagrees on this.
            '|' => safe.push_str("&#124;"),
            _ if sign.is_control() => safe.push(char::REPLACEMENT_CHARACTER),
            _ if needs_backslash(sign, safe, next) => safe.extend(['\\', sign]),
            _ => safe.push(sign),
        }
    }
}

fn needs_backslash(sign: char, before: &str, next: Option<char>) -> bool {
    match sign {
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '$' | '^' | '=' | '@' => true,
        // Addresses (`https://`) and signs by name (`:smile:`), but not times and not the end of a clause.
        ':' => match next {
            Some(next) => next == ':' || next == '/' || next == '+' || next == '-' || next.is_alphabetic(),
            // What follows is in the next piece, and after a figure it is the rest of a time.
            None => !before.ends_with(|sign: char| sign.is_ascii_digit()),
        },
        // Some readers turn `www.` into a link.
        '.' => before.get(before.len().saturating_sub(3)..).is_some_and(|head| head.eq_ignore_ascii_case("www")),
        // Template engines look at the signs themselves and know nothing of backslashes: no pair of theirs may stand.
        '%' | '?' | '!' => before.ends_with(['{', '<']),
        _ => false,
    }
}

/// A whole line that begins with user text: neither heading, list, rule nor anything else that starts a line.
pub(super) fn line(words: &str) -> String {
    let safe = text(words);
    let digits = safe.bytes().take_while(u8::is_ascii_digit).count();
    let at = match safe.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => digits,
        Some(b'-' | b'+' | b':' | b'%') if digits == 0 => 0,
        _ => return safe,
    };
    let (head, tail) = safe.split_at_checked(at).unwrap_or(("", &safe));
    format!("{head}\\{tail}")
}

/// A web or mail address as a link; any other text as text.
pub(super) fn address(words: &str) -> String {
    match address::link(words) {
        Some(address) => format!("<{}>", address.replace('|', "%7C")),
        None => text(words),
    }
}

/// Words of an article: in quotation marks, unless they bring their own.
pub(super) fn quote(language: Language, words: &str) -> String {
    let is_quoted = words.starts_with(['“', '"', '„', '«', '‘']) || words.ends_with(['”', '"', '»', '’']);
    if is_quoted { text(words) } else { language.say_with("quoted", &[("words", text(words).into())]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_stays_readable() {
        let prose = "At 14:32, “3.5%” of 1,500 active-duty troops (some 50) left: the U.S. said so; it’s true! Why?";
        assert_eq!(text(prose), prose);
    }

    #[test]
    fn markup_becomes_words() {
        let check = |words: &str, safe: &str| assert_eq!(text(words), safe);
        check("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~");
        check("[a](b) ![c](d) <e> &amp;", "\\[a\\](b) !\\[c\\](d) \\<e\\> \\&amp;");
        check("a | b\n\n c", "a &#124; b c");
        check("https://a.example www.a.example :smile: a@b", "https\\://a.example www\\.a.example \\:smile: a\\@b");
        check("{{ x }} {% y %}", "\\{\\{ x \\}\\} \\{\\% y %\\}");
        check("\u{0}\u{7}", "\u{fffd}\u{fffd}");
    }

    #[test]
    fn nothing_starts_a_line() {
        let check = |words: &str, safe: &str| assert_eq!(line(words), safe);
        check("- a", "\\- a");
        check("1. a", "1\\. a");
        check("12) a", "12\\) a");
        check("1,500 men", "1,500 men");
        check("# a", "\\# a");
        check("---", "\\---");
        check("    a", "a");
        check("", "");
    }
}
