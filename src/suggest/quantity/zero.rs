//! None, in words: `no active duty troops`, `none of the soldiers`, `zero deaths`, `ningún soldado`, `keine Toten`.

use super::lexicon::Roles;
use super::noun;
use super::token::Line;

/// Words of `no …` before the noun at most.
const ATTRIBUTES: usize = 4;

/// Words that say there is none: the token after them, and where the noun is.
pub struct Zero {
    /// The token after all of it.
    pub end: usize,
    /// The noun.
    pub noun: Option<(usize, usize)>,
}

/// What begins at the token.
pub fn zero(line: &Line, at: usize) -> Option<Zero> {
    if line.is(at, Roles::NONE) && line.is(at + 1, Roles::OF) {
        let after = at + 2 + usize::from(line.is(at + 2, Roles::THE.with(Roles::ARTICLE).with(Roles::STOP)) && line.is_word(at + 3));
        let noun = noun::noun(line, after);
        return Some(Zero { end: noun.map_or(at + 2, |(_, end)| end), noun });
    }
    if line.is(at, Roles::NONE) && line.is(at + 1, Roles::COUNTED) && line.says(at, "none") {
        return Some(Zero { end: at + 1, noun: None });
    }
    if !line.is(at, Roles::NO) || line.is(at + 1, Roles::NO_FIGURE) || line.sign(at + 1).is_some() {
        return None;
    }
    let (start, end) = noun::noun(line, at + 1).or_else(|| singular(line, at + 1))?;
    // Only of what news count: no troops, no deaths; but `no signs`, `no plans`, `no comments` are figures of speech.
    let is_counted = line.is(end - 1, Roles::COUNTABLE) && end - start <= ATTRIBUTES + 2;
    is_counted.then_some(Zero { end, noun: Some((start, end)) })
}

/// `ningún soldado`, `aucun mort`: the singular.
fn singular(line: &Line, at: usize) -> Option<(usize, usize)> {
    (at..at + 2).take_while(|word| line.is_word(*word)).find(|word| line.is(*word, Roles::COUNTABLE)).map(|word| (at, word + 1))
}
