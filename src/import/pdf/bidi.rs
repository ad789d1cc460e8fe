//! From the order in which letters stand on a line to the order in which they are read.

use super::letter::{Letter, is_number, is_right_to_left};
use super::piece::each_gap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Left,
    Right,
    Number,
    Neutral,
}

/// Puts the letters of a line that has right-to-left words in reading order, by their places. A line that has words of both ways goes
/// the way of its page.
pub fn in_reading_order(letters: &mut Vec<Letter>, page_is_leftward: bool) {
    let mut groups = with_their_marks(std::mem::take(letters));
    groups.sort_by(|one, other| middle(one).total_cmp(&middle(other)));
    let mut groups = with_blanks(groups);
    let ways: Vec<Way> = groups.iter().map(|group| way(group)).collect();
    let mut levels = levels(&ways, page_is_leftward || !ways.contains(&Way::Right));
    for level in [2_u8, 1] {
        reverse_runs(&mut groups, &mut levels, level);
    }
    mirror(&mut groups, &levels);
    part_scripts(&mut groups);
    *letters = groups.into_iter().flatten().collect();
}

/// Puts blanks where gaps are, while neighbours are still neighbours.
fn with_blanks(groups: Vec<Vec<Letter>>) -> Vec<Vec<Letter>> {
    let firsts: Vec<Letter> = groups.iter().filter_map(|group| group.first().cloned()).collect();
    let mut gaps = Vec::with_capacity(groups.len());
    each_gap(&firsts, |_, is_apart| gaps.push(is_apart));
    let mut out = Vec::with_capacity(groups.len());
    for (group, is_apart) in groups.into_iter().zip(gaps) {
        if let Some(first) = group.first().filter(|_| is_apart) {
            out.push(vec![Letter { words: " ".into(), end: first.start, ..first.clone() }]);
        }
        out.push(group);
    }
    out
}

/// Puts a blank between words of both ways that touch: the one that was written went to the other side of the word.
fn part_scripts(groups: &mut Vec<Vec<Letter>>) {
    let mut out: Vec<Vec<Letter>> = Vec::with_capacity(groups.len());
    for group in groups.drain(..) {
        let touches =
            out.last().is_some_and(|before| matches!((way(before), way(&group)), (Way::Left, Way::Right) | (Way::Right, Way::Left)));
        if let Some(first) = group.first().filter(|_| touches) {
            out.push(vec![Letter { words: " ".into(), end: first.start, ..first.clone() }]);
        }
        out.push(group);
    }
    *groups = out;
}

/// Turns brackets of right-to-left words around where the file tells their shape: there a closing one comes first.
fn mirror(groups: &mut [Vec<Letter>], levels: &[u8]) {
    const PAIRS: [(&str, &str); 5] = [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›")];
    let first = groups.iter().zip(levels).filter(|(_, level)| **level == 1).flat_map(|(group, _)| group).find_map(|letter| {
        PAIRS
            .iter()
            .find_map(|(open, close)| if *letter.words == **open { Some(true) } else { (*letter.words == **close).then_some(false) })
    });
    if first != Some(false) {
        return;
    }
    for (group, _) in groups.iter_mut().zip(levels).filter(|(_, level)| **level == 1) {
        for letter in group {
            let turned = PAIRS.iter().find_map(|(open, close)| match &*letter.words {
                words if words == *open => Some(*close),
                words if words == *close => Some(*open),
                _ => None,
            });
            if let Some(turned) = turned {
                letter.words = turned.into();
            }
        }
    }
}

/// Whether most steps between right-to-left letters go to the left, so that they were drawn in reading order.
pub fn is_drawn_as_read(letters: &[Letter]) -> bool {
    let (mut leftward, mut rightward) = (0_usize, 0_usize);
    for (one, other) in letters.iter().zip(letters.iter().skip(1)) {
        let is_leftward = |letter: &Letter| letter.words.chars().any(is_right_to_left);
        if is_leftward(one) && is_leftward(other) && !is_mark(one) && !is_mark(other) {
            if other.middle() < one.middle() {
                leftward += 1;
            } else {
                rightward += 1;
            }
        }
    }
    leftward > rightward
}

/// Letters with the marks that belong above or below them: where a line is drawn from the left, a mark is drawn before its letter.
fn with_their_marks(letters: Vec<Letter>) -> Vec<Vec<Letter>> {
    let mut groups: Vec<Vec<Letter>> = Vec::new();
    let mut waiting: Vec<Letter> = Vec::new();
    let covers = |group: &[Letter], mark: &Letter| {
        group.first().is_some_and(|base| !base.is_blank() && base.start <= mark.middle() && mark.middle() <= base.end)
    };
    for letter in letters {
        if is_mark(&letter) {
            waiting.push(letter);
            continue;
        }
        let mut group = vec![letter];
        for mark in waiting.drain(..) {
            let is_blank = group.first().is_some_and(Letter::is_blank);
            let is_far = (middle(&group) - mark.middle()).abs() > mark.size;
            let goes_back = groups.last().is_some_and(|before| is_blank || (is_far && covers(before, &mark)));
            match groups.last_mut().filter(|_| goes_back) {
                Some(before) => before.push(mark),
                None => group.push(mark),
            }
        }
        groups.push(group);
    }
    match groups.last_mut() {
        Some(last) => last.append(&mut waiting),
        None => groups.push(waiting),
    }
    groups
}

fn is_mark(letter: &Letter) -> bool {
    let is_mark = |sign: char| matches!(sign, '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}');
    !letter.words.is_empty() && letter.words.chars().all(is_mark)
}

fn middle(group: &[Letter]) -> f32 {
    group.first().map_or(0.0, Letter::middle)
}

fn way(group: &[Letter]) -> Way {
    let signs = || group.iter().flat_map(|letter| letter.words.chars());
    if signs().any(is_right_to_left) {
        Way::Left
    } else if signs().any(char::is_alphabetic) {
        Way::Right
    } else if signs().any(is_number) {
        Way::Number
    } else {
        Way::Neutral
    }
}

/// How deep each letter is turned around: 0 stays, 1 is turned, 2 is turned twice.
fn levels(ways: &[Way], is_leftward: bool) -> Vec<u8> {
    let base = u8::from(is_leftward);
    let mut levels: Vec<Option<u8>> = Vec::with_capacity(ways.len());
    for (nth, way) in ways.iter().enumerate() {
        // Signs between figures are part of the number: 1,500 and 14/3.
        let joins_number =
            *way == Way::Neutral && nth > 0 && ways.get(nth - 1) == Some(&Way::Number) && ways.get(nth + 1) == Some(&Way::Number);
        levels.push(match way {
            Way::Left => Some(1),
            Way::Right if is_leftward => Some(2),
            Way::Right => Some(0),
            Way::Number if is_leftward => Some(2),
            Way::Number => None,
            Way::Neutral if joins_number => levels.last().copied().flatten(),
            Way::Neutral => None,
        });
    }
    // What stands between two of the same way goes with them, else with the line.
    let mut nth = 0;
    while let Some(level) = levels.get(nth) {
        if level.is_some() {
            nth += 1;
            continue;
        }
        let end = levels.iter().skip(nth).position(Option::is_some).map_or(levels.len(), |more| nth + more);
        let before = nth.checked_sub(1).and_then(|at| levels.get(at).copied().flatten());
        let after = levels.get(end).copied().flatten();
        let level = if before == after { before.unwrap_or(base) } else { base };
        levels.iter_mut().skip(nth).take(end - nth).for_each(|place| *place = Some(level));
        nth = end;
    }
    levels.into_iter().map(|level| level.unwrap_or(base)).collect()
}

fn reverse_runs(groups: &mut [Vec<Letter>], levels: &mut [u8], least: u8) {
    let mut nth = 0;
    while nth < levels.len() {
        let run = levels.iter().skip(nth).take_while(|level| **level >= least).count();
        if let (Some(groups), Some(levels)) = (groups.get_mut(nth..nth + run), levels.get_mut(nth..nth + run)) {
            groups.reverse();
            levels.reverse();
        }
        nth += run.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of one unit each, from left to right.
    fn line(shown: &str) -> Vec<Letter> {
        let letter = |(nth, sign): (usize, char)| Letter {
            words: sign.to_string().into(),
            start: nth as f32 * 10.0,
            end: nth as f32 * 10.0 + 10.0,
            base: 0.0,
            size: 10.0,
            turn: 0,
            style: super::super::letter::Style::default(),
            is_artefact: false,
            is_hidden: false,
        };
        shown.chars().enumerate().map(letter).collect()
    }

    fn words(letters: &[Letter]) -> String {
        letters.iter().map(|letter| &*letter.words).collect()
    }

    #[track_caller]
    fn check(shown: &str, page_is_leftward: bool, read: &str) {
        let mut letters = line(shown);
        in_reading_order(&mut letters, page_is_leftward);
        assert_eq!(words(&letters), read);
    }

    #[test]
    fn lines_are_read_from_the_right_and_their_numbers_and_names_from_the_left() {
        check("אבג", false, "גבא");
        check("Tickmark אב 1,500 גד", true, "דג 1,500 בא Tickmark");
        check("see אב גד now", false, "see דג בא now");
        check("see אב 12 now", false, "see בא 12 now");
        check("(אב)", false, "(בא)");
        check("see (a) אב", false, "see (a) בא");
    }

    #[test]
    fn marks_stay_on_their_letters() {
        let mut letters = line("ا ض");
        letters[1].words = "\u{64b}".into();
        (letters[1].start, letters[1].end) = (20.0, 20.0);
        in_reading_order(&mut letters, true);
        assert_eq!(words(&letters).replace(' ', ""), "ض\u{64b}ا");
    }

    #[test]
    fn it_is_known_which_way_letters_were_drawn() {
        let mut letters = line("אב1ג");
        assert!(!is_drawn_as_read(&letters));
        letters.reverse();
        assert!(!is_drawn_as_read(&line("abc")));
        for (nth, letter) in letters.iter_mut().enumerate() {
            letter.start = 100.0 - nth as f32 * 10.0;
            letter.end = letter.start + 10.0;
        }
        assert!(is_drawn_as_read(&letters));
    }
}
