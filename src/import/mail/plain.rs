//! The plain text of a mail: lines that were broken to fit are joined, quoted ones become quotes.

use crate::import::{Draft, Mark};
use crate::model::document::structure::Kind;

/// Longest line, in code points, of a text that was broken into lines.
const BROKEN_CHARS: usize = 82;

/// Lines shorter than this are the width of no text.
const NARROW_CHARS: usize = 50;

/// Writes it. `is_flowed` where the mail says that a blank at the end of a line means that it goes on (RFC 3676).
pub fn write(text: &str, is_flowed: bool, draft: &mut Draft) {
    let lines: Vec<Line<'_>> = text.lines().map(Line::of).collect();
    let width = if is_flowed { None } else { width(&lines) };
    let mut quotes: Vec<Mark> = Vec::new();
    let mut goes_on = false;
    for (nth, line) in lines.iter().enumerate() {
        if !goes_on {
            set_depth(&mut quotes, line.depth, draft);
            draft.line();
        }
        let words = if is_flowed { line.words.strip_prefix(' ').unwrap_or(line.words) } else { line.words };
        draft.words(words);
        draft.words(" ");
        let next = lines.get(nth + 1).filter(|next| next.depth == line.depth && !next.words.trim().is_empty());
        goes_on = !line.words.trim().is_empty()
            && next.is_some_and(|next| if is_flowed { line.words.ends_with(' ') && words != "-- " } else { is_broken(line, next, width) });
    }
    set_depth(&mut quotes, 0, draft);
    draft.line();
}

struct Line<'a> {
    depth: usize,
    words: &'a str,
}

impl<'a> Line<'a> {
    /// A line with the marks of quoting taken off: `>`, `>>`, `> >`.
    fn of(line: &'a str) -> Line<'a> {
        let mut words = line;
        let mut depth = 0;
        while let Some(rest) = words.strip_prefix('>').or_else(|| words.strip_prefix(" >").filter(|_| depth > 0)) {
            depth += 1;
            words = rest;
        }
        Line { depth, words }
    }
}

/// Ends quotes, and begins them, until they are so deep.
fn set_depth(quotes: &mut Vec<Mark>, depth: usize, draft: &mut Draft) {
    let depth = depth.min(usize::from(Kind::DEEPEST));
    while quotes.len() > depth {
        let level = u8::try_from(quotes.len()).unwrap_or(Kind::DEEPEST);
        if let Some(from) = quotes.pop() {
            draft.end(from, Kind::Quote(level));
        }
    }
    while quotes.len() < depth {
        quotes.push(draft.begin());
    }
}

/// The width to which the lines were broken, if they look so: none is longer, and several come near it.
fn width(lines: &[Line<'_>]) -> Option<usize> {
    let lengths = || lines.iter().filter(|line| !line.words.contains("://")).map(|line| line.words.trim_end().chars().count());
    let longest = lengths().max().filter(|longest| (NARROW_CHARS..=BROKEN_CHARS).contains(longest))?;
    (lengths().filter(|length| length + 12 >= longest).count() > 1).then_some(longest)
}

/// Whether a line ends where it does because the next word did not fit into it.
fn is_broken(line: &Line<'_>, next: &Line<'_>, width: Option<usize>) -> bool {
    let Some(width) = width else { return false };
    let first = next.words.split_whitespace().next().map_or(0, |word| word.chars().count());
    let begins_entry = next.words.trim_start().starts_with(['-', '*', '•', '|']) || next.words.starts_with("    ");
    !begins_entry && line.words.trim_end().chars().count() + 1 + first > width
}
