//! Words with a little of their sentence around them, as lists quote them.

use std::ops::Range;

use crate::model::document::{Span, Text};

/// Words of an article with what stands around them in the same sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The words, on one line, with an ellipsis where the sentence is cut.
    pub text: String,
    /// Where in them the quoted words lie, in bytes.
    pub core: Range<usize>,
}

/// How many code points of context a list shows on each side.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// Code points before the words.
    pub before_chars: usize,
    /// Code points after them.
    pub after_chars: usize,
}

/// The words of a span with their context, cut between words.
pub fn snippet(text: &Text, span: Span, around: Around) -> Snippet {
    let sentence_of = |at: usize| text.sentence_around(at).filter(|sentence| sentence.covers(at));
    let from = sentence_of(span.start()).map_or(span.start(), |sentence| sentence.start());
    let to = sentence_of(text.previous(span.end())).map_or(span.end(), |sentence| sentence.end().max(span.end()));
    let head = text.slice(Span::between(from, span.start()));
    let tail = text.slice(Span::between(span.end(), to));
    let (head, is_head_cut) = last_words(head, around.before_chars);
    let (tail, is_tail_cut) = first_words(tail, around.after_chars);
    let mut line = String::new();
    if is_head_cut {
        line.push('…');
    }
    push_on_one_line(&mut line, head);
    let start = line.len();
    push_on_one_line(&mut line, text.slice(span));
    let core = start..line.len();
    push_on_one_line(&mut line, tail);
    if is_tail_cut {
        // Not four dots behind an abbreviation.
        line.push_str(if line.ends_with('.') { "\u{a0}…" } else { "…" });
    }
    Snippet { text: line, core }
}

/// Line ends and tabs become spaces; nothing else changes, so that offsets hold.
fn push_on_one_line(line: &mut String, words: &str) {
    line.extend(words.chars().map(|sign| if sign.is_whitespace() { ' ' } else { sign }));
}

fn last_words(text: &str, most_chars: usize) -> (&str, bool) {
    let count = text.chars().count();
    if count <= most_chars {
        return (text, false);
    }
    let from = text.char_indices().nth(count - most_chars).map_or(0, |(at, _)| at);
    let tail = text.get(from..).unwrap_or("");
    // From the next gap on; a word longer than the room is cut inside.
    let gap = tail.find(char::is_whitespace).map(|gap| tail.get(gap..).unwrap_or("").trim_start());
    (gap.unwrap_or(tail), true)
}

fn first_words(text: &str, most_chars: usize) -> (&str, bool) {
    let Some((to, _)) = text.char_indices().nth(most_chars) else { return (text.trim_end(), false) };
    let head = text.get(..to).unwrap_or("");
    let cut = head.rfind(char::is_whitespace).map_or(head, |gap| head.get(..gap).unwrap_or(""));
    (cut, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: &str) {
        let text = Text::freeze(text);
        let start = text.as_str().find(words).unwrap();
        let around = Around { before_chars: 16, after_chars: 16 };
        let found = snippet(&text, Span::between(start, start + words.len()), around);
        let marked = format!("{}[{}]{}", &found.text[..found.core.start], &found.text[found.core.clone()], &found.text[found.core.end..]);
        assert_eq!(marked, expected);
    }

    #[test]
    fn context_is_cut_between_words() {
        check("First. There were no troops at all.", "no troops", "There were [no troops] at all.");
        let long = "Until this deployment, there were no troops working along the border.";
        check(long, "no troops", "…there were [no troops] working along…");
        check("Tab\tand 4% up", "4%", "Tab and [4%] up");
        check("4%", "4%", "[4%]");
        check("It began at 4% near 6 a.m. and went on and on.", "4%", "It began at [4%] near 6 a.m.\u{a0}…");
    }
}
