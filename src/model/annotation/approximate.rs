//! Approximate search: how many errors (letters put in, left out or changed) words are from what stands in a text, one column of
//! the table for each letter. Bit-parallel after Myers, "A fast bit-vector algorithm for approximate string matching based on
//! dynamic programming" (Journal of the ACM 46, 1999), in blocks of 64 rows after Hyyrö, "A bit-vector algorithm for computing
//! Levenshtein and Damerau edit distances" (Nordic Journal of Computing 10, 2003).

use std::collections::BTreeMap;

/// Rows of a block.
const ROWS: usize = 64;

/// Words that are sought.
pub struct Pattern {
    /// Code points.
    len: usize,
    /// Blocks of a column.
    blocks: usize,
    /// For each letter that occurs, the rows where it stands; the first, for all other letters, is empty.
    rows: Vec<u64>,
    ascii: [u32; 128],
    others: BTreeMap<char, u32>,
}

impl Pattern {
    /// Prepares words.
    pub fn new(words: impl Iterator<Item = char> + Clone) -> Self {
        let len = words.clone().count();
        let blocks = len.div_ceil(ROWS);
        let mut pattern = Pattern { len, blocks, rows: vec![0; blocks], ascii: [0; 128], others: BTreeMap::new() };
        for (row, letter) in words.enumerate() {
            let number = pattern.number_for(letter);
            if let Some(block) = pattern.rows.get_mut(number * blocks + row / ROWS) {
                *block |= 1 << (row % ROWS);
            }
        }
        pattern
    }

    /// Code points of the words.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What a letter of the text costs to compare.
    pub fn cost(&self) -> usize {
        self.blocks.max(1)
    }

    /// After each letter of a text, the errors of the best stretch that ends there.
    pub fn scan<I: Iterator<Item = char>>(&self, text: I) -> Columns<'_, I> {
        self.columns(text, 0)
    }

    /// After each letter of a text, the errors of the whole text up to there.
    pub fn scan_from_start<I: Iterator<Item = char>>(&self, text: I) -> Columns<'_, I> {
        self.columns(text, 1)
    }

    fn columns<I: Iterator<Item = char>>(&self, text: I, top: i8) -> Columns<'_, I> {
        Columns { pattern: self, text, column: vec![Block { up: u64::MAX, down: 0 }; self.blocks], top, errors: self.len }
    }

    fn number_for(&mut self, letter: char) -> usize {
        let known = self.number_of(letter);
        if known > 0 {
            return known;
        }
        let Ok(number) = u32::try_from(self.rows.len() / self.blocks.max(1)) else { return 0 };
        self.rows.resize(self.rows.len() + self.blocks, 0);
        match self.ascii.get_mut(letter as usize) {
            Some(place) => *place = number,
            None => drop(self.others.insert(letter, number)),
        }
        number as usize
    }

    fn number_of(&self, letter: char) -> usize {
        let number = self.ascii.get(letter as usize).or_else(|| self.others.get(&letter));
        number.map_or(0, |number| *number as usize)
    }
}

/// 64 rows of a column: where it grows by one downwards, and where it shrinks.
#[derive(Clone, Copy)]
struct Block {
    up: u64,
    down: u64,
}

impl Block {
    /// The next column; takes and gives the difference to the column before at its upper and its lower edge.
    fn advance(&mut self, equal: u64, above: i8, last_row: u64) -> i8 {
        let Block { up, down } = *self;
        let diagonal = equal | down;
        let equal = equal | u64::from(above < 0);
        let across = (((equal & up).wrapping_add(up)) ^ up) | equal;
        let (mut grows, mut shrinks) = (down | !(across | up), up & across);
        let below = i8::from(grows & last_row != 0) - i8::from(shrinks & last_row != 0);
        grows = (grows << 1) | u64::from(above > 0);
        shrinks = (shrinks << 1) | u64::from(above < 0);
        *self = Block { up: shrinks | !(diagonal | grows), down: grows & diagonal };
        below
    }
}

/// Errors after each letter of a text.
pub struct Columns<'p, I> {
    pattern: &'p Pattern,
    text: I,
    column: Vec<Block>,
    /// What the first row grows by with each letter: nothing where words may begin anywhere.
    top: i8,
    errors: usize,
}

impl<I: Iterator<Item = char>> Iterator for Columns<'_, I> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let from = self.pattern.number_of(self.text.next()?) * self.pattern.blocks;
        let rows = self.pattern.rows.get(from..from + self.pattern.blocks).unwrap_or_default();
        let last_of_all = 1 << (self.pattern.len.saturating_sub(1) % ROWS);
        let mut edge = self.top;
        for (at, (block, equal)) in self.column.iter_mut().zip(rows).enumerate() {
            let last_row = if at + 1 == self.pattern.blocks { last_of_all } else { 1 << (ROWS - 1) };
            edge = block.advance(*equal, edge, last_row);
        }
        self.errors = self.errors.saturating_add_signed(edge.into());
        Some(self.errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The whole table, cell by cell.
    fn naive(words: &str, text: &str, grows_at_top: bool) -> Vec<usize> {
        let words: Vec<char> = words.chars().collect();
        let mut column: Vec<usize> = (0..=words.len()).collect();
        let mut last_row = Vec::new();
        for (at, letter) in text.chars().enumerate() {
            let mut next = vec![if grows_at_top { at + 1 } else { 0 }];
            for row in 1..=words.len() {
                let changed = column[row - 1] + usize::from(words[row - 1] != letter);
                next.push(changed.min(column[row] + 1).min(next[row - 1] + 1));
            }
            last_row.push(next[words.len()]);
            column = next;
        }
        last_row
    }

    fn check(words: &str, text: &str) {
        let pattern = Pattern::new(words.chars());
        assert_eq!(pattern.scan(text.chars()).collect::<Vec<_>>(), naive(words, text, false), "{words} in {text}");
        assert_eq!(pattern.scan_from_start(text.chars()).collect::<Vec<_>>(), naive(words, text, true), "{words} against {text}");
    }

    #[test]
    fn known_words_have_their_errors() {
        assert_eq!(Pattern::new("annual".chars()).scan("CPM annual conference".chars()).min(), Some(0));
        assert_eq!(Pattern::new("kitten".chars()).scan_from_start("sitting".chars()).last(), Some(3));
        for len in [0, 1, 63, 64, 65, 127, 128, 129, 200] {
            check(&"é".repeat(len), &"éa".repeat(90));
        }
    }

    proptest! {
        #[test]
        fn the_bits_agree_with_the_whole_table(words in "[abé中👍٤]{0,200}", text in "[abé中👍٤ф]{0,220}") {
            check(&words, &text);
        }

        #[test]
        fn words_are_found_again_after_some_errors(words in "[a-d é]{60,140}", at in any::<prop::sample::Index>(), before in "[xy]{0,50}") {
            let mut letters: Vec<char> = words.chars().collect();
            letters.remove(at.index(letters.len()));
            let text = format!("{before}{}z", letters.into_iter().collect::<String>());
            let least = Pattern::new(words.chars()).scan(text.chars()).min();
            prop_assert_eq!(least, Some(1));
        }
    }
}
