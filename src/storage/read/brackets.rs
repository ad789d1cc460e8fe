//! Whether a file ends inside a bracket, a string or a comment: how one that was cut off is told from one with a fault.

/// Whether a bracket, string or comment of a RON text is not closed at its end.
pub fn are_open_at_end(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find(['(', ')', '[', ']', '{', '}', '"', '/']) {
        let (before, here) = (rest.get(..at).unwrap_or(""), rest.get(at..).unwrap_or(""));
        let after = here.get(1..).unwrap_or("");
        let next = match here.as_bytes().first() {
            Some(b'(' | b'[' | b'{') => {
                depth += 1;
                Some(after)
            }
            Some(b')' | b']' | b'}') => {
                depth = depth.saturating_sub(1);
                Some(after)
            }
            Some(b'"') => after_string(before, after),
            _ => after_comment(here),
        };
        match next {
            Some(next) => rest = next,
            None => return true,
        }
    }
    depth > 0
}

/// What follows a string whose opening quote was just read; nothing where it is not closed.
fn after_string<'a>(before: &str, inside: &'a str) -> Option<&'a str> {
    let word = before.trim_end_matches('#');
    if word.ends_with('r') {
        let end = format!("\"{}", "#".repeat(before.len() - word.len()));
        return inside.split_once(&end).map(|(_, rest)| rest);
    }
    let mut signs = inside.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => return Some(signs.as_str()),
            '\\' => drop(signs.next()),
            _ => {}
        }
    }
    None
}

/// What follows a comment, or a lone slash; nothing where it is not closed.
fn after_comment(here: &str) -> Option<&str> {
    if here.starts_with("//") {
        return Some(here.split_once('\n').map_or("", |(_, rest)| rest));
    }
    let Some(inside) = here.strip_prefix("/*") else {
        return here.get(1..);
    };
    // Comments nest.
    let (mut depth, mut at) = (1_usize, 0);
    while depth > 0 {
        match inside.as_bytes().get(at..at + 2)? {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    inside.get(at..)
}

#[cfg(test)]
mod tests {
    use super::are_open_at_end;

    #[test]
    fn open_brackets_strings_and_comments_are_found() {
        for closed in
            ["", "(a: [1, {2}])", r#"(a: "(\"[", b: r"\")"#, r###"(a: r##"("#["##)"###, "( // (\n)", "(/* ( /* [ */ { */)", "1 / 2"]
        {
            assert!(!are_open_at_end(closed), "{closed}");
        }
        for open in ["(", "(a: [1)", r#"(a: ")"#, r#"(a: "\")"#, r##"(a: r#")"##, "( // )", "(/* /* */ )", "(\""] {
            assert!(are_open_at_end(open), "{open}");
        }
    }
}
