//! Makes written RON legible: the serialiser escapes every apostrophe, accent mark and no-break space (`don\'t`,
//! `cafe\u{301}`); here all characters that a reader can see are put back, and only hidden ones stay escaped.

/// Puts back the escapes that hide readable characters. In the serialiser's output a backslash stands nowhere but in strings.
pub fn soften(ron: &str) -> String {
    let mut out = String::with_capacity(ron.len());
    let mut rest = ron;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        rest = soften_escape(escape, &mut out);
    }
    out.push_str(rest);
    out
}

/// Writes the escape whose backslash has just been read, and gives what follows it.
fn soften_escape<'a>(escape: &'a str, out: &mut String) -> &'a str {
    if let Some((digits, rest)) = escape.strip_prefix("u{").and_then(|code| code.split_once('}')) {
        match u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) {
            Some(sign) if !is_hidden(sign) => out.push(sign),
            _ => out.push_str(&format!("\\u{{{digits}}}")),
        }
        return rest;
    }
    let mut signs = escape.chars();
    match signs.next() {
        Some('\'') => out.push('\''),
        Some(other) => out.extend(['\\', other]),
        None => out.push('\\'),
    }
    signs.as_str()
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
        let written = ron::to_string(text).unwrap();
        let softened = soften(&written);
        assert_eq!(softened, expected);
        assert_eq!(ron::from_str::<String>(&softened).unwrap(), text);
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
