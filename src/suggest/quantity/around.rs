//! How exactly a figure is meant, by the words around it: `as many as`, `roughly`, `or more`.

use super::lexicon::Roles;
use super::token::Line;
use crate::model::quantity::Approximation;

/// Tokens that a phrase takes at most.
const PHRASE_TOKENS: usize = 6;

/// What stands before a figure: its first token and how exactly the figure is meant.
pub fn before(line: &Line, at: usize) -> Option<(usize, Approximation)> {
    let (start, meaning) = nearest(line, at)?;
    // `up to about 500`: the bound says more than the guess.
    let is_open = matches!(meaning, Approximation::About | Approximation::Exact);
    let outer = if is_open { nearest(line, start).filter(|(_, meaning)| *meaning != Approximation::Exact) } else { None };
    Some(outer.unwrap_or((start, meaning)))
}

fn nearest(line: &Line, at: usize) -> Option<(usize, Approximation)> {
    // The article of the noun may stand between: about the 5,000 troops.
    let end = if line.is_before(at, Roles::THE) && at > 1 { at - 1 } else { at };
    for end in [at, end] {
        if end == 0 || !line.lexicon.may_end_before(line.written(end - 1)) {
            continue;
        }
        let earliest = end.saturating_sub(PHRASE_TOKENS);
        for start in earliest..end {
            if crosses(line, start, end) || line.is_attached(start) && line.sign(start).is_none() && line.sign_before(start).is_none() {
                continue;
            }
            if let Some(meaning) = line.lexicon.before(&plain(line.between(start, end))) {
                return is_meant(line, start, end).then_some((start, meaning));
            }
        }
        if end == at && at == 0 {
            break;
        }
    }
    None
}

/// Whether the phrase is a hedge here: `over` and `some` can be other things.
fn is_meant(line: &Line, start: usize, end: usize) -> bool {
    // `twice as many as four years ago` compares; `the under 21s` are a team.
    let is_compared = line.says(start, "as")
        && end > start + 1
        && start > 0
        && matches!(line.written(start - 1), "twice" | "times" | "half" | "double" | "thrice");
    // Bajó hasta 2,6 millones: down to, not up to.
    let is_goal = line.says(start, "hasta");
    if is_compared || is_goal && super::range::is_change(line, start, super::range::FAR) {
        return false;
    }
    !(line.is_before(start, Roles::THE) && line.says(start, "under"))
}

/// A comma or a stop inside a phrase ends it.
fn crosses(line: &Line, start: usize, end: usize) -> bool {
    (start..end).any(|at| matches!(line.sign(at), Some(',' | ';' | ':' | '!' | '?' | '(' | ')' | '—' | '"' | '“' | '”')))
}

/// What stands behind a figure and what it counts: the token after it and its meaning.
pub fn after(line: &Line, at: usize) -> Option<(usize, Approximation)> {
    if line.sign(at) == Some('+') && line.is_attached(at) {
        return Some((at + 1, Approximation::AtLeast));
    }
    let start = if line.is_hyphen(at) { at + 1 } else { at };
    if !line.lexicon.may_begin_after(line.written(start)) {
        return None;
    }
    (1..=4).rev().find_map(|tokens| {
        let meaning = line.lexicon.after(&plain(line.between(start, start + tokens)))?;
        // `odd` and `plus` only where they touch: 30-odd, 50-plus.
        let is_joined = matches!(line.written(start), "odd" | "plus");
        (!is_joined || start > at).then_some((start + tokens, meaning))
    })
}

/// Lower case, one blank for a gap, plain apostrophes.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.chars().flat_map(char::to_lowercase).map(|sign| if sign == '’' { '\'' } else { sign }));
    }
    plain
}
