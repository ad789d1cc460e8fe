//! Texts as the file writes them, to be read by people: only quotes, backslashes and characters that nobody can see are escaped.

use std::fmt::Write;

/// Writes a text in quotes.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut done = 0;
    for (at, sign) in text.match_indices(is_escaped) {
        out.push_str(text.get(done..at).unwrap_or(""));
        sign.chars().for_each(|sign| escape(sign, out));
        done = at + sign.len();
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out.push('"');
}

fn is_escaped(sign: char) -> bool {
    match sign {
        '"' | '\\' => true,
        ' '..='~' => false,
        _ => is_hidden(sign),
    }
}

fn escape(sign: char, out: &mut String) {
    match sign {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\0' => out.push_str("\\0"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        // Writing to a text cannot fail.
        _ => drop(write!(out, "\\u{{{:x}}}", u32::from(sign))),
    }
}

/// Characters that nobody sees but that change what a reader sees: controls, direction marks, byte order marks, tags.
/// The joiners that Persian, Hindi and emoji are written with are not among them.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e00ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut written = String::new();
        quote(text, &mut written);
        assert_eq!(written, expected);
        assert_eq!(ron::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn what_a_reader_sees_is_written_as_it_is() {
        check("the country's “border”", "\"the country's “border”\"");
        check("cafe\u{301} हिन्दी عربي 👨‍👩‍👧", "\"cafe\u{301} हिन्दी عربي 👨‍👩‍👧\"");
        check("«\u{a0}oui\u{202f}»", "\"«\u{a0}oui\u{202f}»\"");
    }

    #[test]
    fn what_a_reader_does_not_see_stays_escaped() {
        check("a\0b\tc\r\n\u{7f}", r#""a\0b\tc\r\n\u{7f}""#);
        check("\u{202e}txt\u{2066}\u{feff}\u{200b}", r#""\u{202e}txt\u{2066}\u{feff}\u{200b}""#);
        check(r#"C:\new "x" \u{301}"#, r#""C:\\new \"x\" \\u{301}""#);
    }
}
