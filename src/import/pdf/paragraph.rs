//! Lines become paragraphs: by leading, indent, lines that end early, and changes of print.

use std::collections::HashMap;

use super::line::{BULLETS, Line, is_label};

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph: the numbers of its lines.
    Lines(Vec<usize>),
    /// A row of a table: the numbers of its cells.
    Row(Vec<usize>),
}

/// The blocks of a file's lines.
pub fn blocks(lines: &mut Vec<Line>) -> Vec<Block> {
    join_stretched(lines);
    let rows = rows(lines);
    let leading = leading(lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut nth = 0;
    let mut open: Option<Run> = None;
    while let Some(line) = lines.get(nth) {
        let cells = rows.get(nth).copied().unwrap_or(1);
        if cells > 1 {
            open = None;
            blocks.push(Block::Row((nth..nth + cells).collect()));
            nth += cells;
            continue;
        }
        let goes_on = open.as_ref().is_some_and(|run| run.holds(nth));
        let run = match open.take().filter(|_| goes_on) {
            Some(run) => run,
            None => Run::from(lines, &rows, &leading, nth),
        };
        let before = nth.checked_sub(1).filter(|before| rows.get(*before) == Some(&1)).and_then(|before| lines.get(before));
        let joins =
            before.is_some_and(|before| if goes_on { run.joins(before, line, &leading) } else { continues(before, line, lines, nth) });
        match blocks.last_mut() {
            Some(Block::Lines(numbers)) if joins => numbers.push(nth),
            _ => blocks.push(Block::Lines(vec![nth])),
        }
        open = Some(run);
        nth += 1;
    }
    blocks
}

/// Puts lines of narrow columns together again that look like cells because their blanks were stretched.
fn join_stretched(lines: &mut Vec<Line>) {
    let old = std::mem::take(lines);
    let is_alone = |nth: usize| old.get(nth).is_some_and(|line| !line.is_beside) && old.get(nth + 1).is_none_or(|next| !next.is_beside);
    let mut joins = vec![false; old.len()];
    for (nth, join) in joins.iter_mut().enumerate().skip(1) {
        let (Some(one), Some(other)) = (old.get(nth - 1), old.get(nth)) else { continue };
        let ends_row = old.get(nth + 1).is_none_or(|next| !next.is_beside);
        let is_pair = other.is_beside && !one.is_beside && ends_row;
        let size = one.size.max(other.size);
        let fits = |neighbour: Option<&Line>| {
            neighbour.is_some_and(|line| (line.left - one.left).abs() < 1.5 * size && (line.right - other.right).abs() < 0.7 * size)
        };
        let above = nth.checked_sub(2).filter(|above| is_alone(*above)).and_then(|above| old.get(above));
        let below = old.get(nth + 1).filter(|_| is_alone(nth + 1));
        *join = is_pair && other.left - one.right < 4.0 * size && (fits(above) || fits(below));
    }
    for (line, join) in old.into_iter().zip(joins) {
        match lines.last_mut() {
            Some(last) if join => last.append(line),
            _ => lines.push(line),
        }
    }
}

/// For each line how many cells the row has that it begins; 0 within a row.
fn rows(lines: &[Line]) -> Vec<usize> {
    let mut rows = vec![1; lines.len()];
    let mut first = 0;
    for (nth, line) in lines.iter().enumerate() {
        if !line.is_beside {
            first = nth;
            continue;
        }
        if let Some(cells) = rows.get_mut(first) {
            *cells += 1;
        }
        if let Some(cells) = rows.get_mut(nth).filter(|_| nth != first) {
            *cells = 0;
        }
    }
    rows
}

/// The distance of lines of one size, in half points, that comes most often.
type Leading = HashMap<i32, f32>;

fn leading(lines: &[Line]) -> Leading {
    let mut counts: HashMap<i32, HashMap<i32, usize>> = HashMap::new();
    for (one, other) in lines.iter().zip(lines.iter().skip(1)) {
        let step = other.base - one.base;
        if one.page == other.page
            && one.turn == other.turn
            && size_key(one) == size_key(other)
            && step > 0.5 * one.size
            && step < 3.5 * one.size
        {
            *counts.entry(size_key(one)).or_default().entry((step * 2.0).round() as i32).or_default() += 1;
        }
    }
    let most =
        |counts: HashMap<i32, usize>| counts.into_iter().max_by_key(|(step, count)| (*count, -step)).map(|(step, _)| step as f32 / 2.0);
    counts.into_iter().filter_map(|(size, counts)| Some((size, most(counts)?))).collect()
}

fn size_key(line: &Line) -> i32 {
    (line.size * 2.0).round() as i32
}

fn is_like(one: &Line, other: &Line, part: f32) -> bool {
    one.turn == other.turn && (one.size - other.size).abs() <= part * one.size.max(other.size)
}

/// Most lines of one run; no column has more.
const RUN_LINES: usize = 1000;

/// Lines below each other in one column.
struct Run {
    from: usize,
    to: usize,
    /// Where most lines begin, in the direction of reading.
    lead: f32,
    /// Where the first begins.
    start: f32,
    /// Where the longest ends.
    trail: f32,
}

/// Where a line begins and ends in the direction of reading.
fn edges(line: &Line, is_leftward: bool) -> (f32, f32) {
    if is_leftward { (-line.right, -line.left) } else { (line.left, line.right) }
}

impl Run {
    fn from(lines: &[Line], rows: &[usize], leading: &Leading, first: usize) -> Self {
        let mut to = first + 1;
        while let (Some(one), Some(other)) = (lines.get(to - 1), lines.get(to)) {
            let step = other.base - one.base;
            let widest = leading.get(&size_key(one)).map_or(2.2 * one.size, |leading| (1.45 * leading).max(2.2 * one.size));
            let overlaps = one.left < other.right && other.left < one.right;
            let is_below = one.page == other.page && step > 0.3 * one.size && step <= widest;
            if to - first >= RUN_LINES || rows.get(to) != Some(&1) || !is_below || !overlaps || !is_like(one, other, 0.12) {
                break;
            }
            to += 1;
        }
        let members = || lines.iter().skip(first).take(to - first);
        let is_leftward = members().filter(|line| line.is_leftward).count() * 2 > to - first;
        let mut leads: Vec<(i32, usize)> = Vec::new();
        let (mut start, mut trail) = (f32::MAX, f32::MIN);
        for line in members() {
            let (lead, end) = edges(line, is_leftward);
            start = start.min(lead);
            trail = trail.max(end);
            let lead = lead.round() as i32;
            match leads.iter_mut().find(|(known, _)| (known - lead).abs() <= 1) {
                Some((_, count)) => *count += 1,
                None => leads.push((lead, 1)),
            }
        }
        let lead = leads.iter().max_by_key(|(lead, count)| (*count, -lead)).map_or(0.0, |(lead, _)| *lead as f32);
        Run { from: first, to, lead, start, trail }
    }

    fn holds(&self, nth: usize) -> bool {
        self.from < nth && nth < self.to
    }

    /// Whether a line of it goes on with the paragraph of the one before.
    fn joins(&self, before: &Line, line: &Line, leading: &Leading) -> bool {
        let size = line.size;
        let step = line.base - before.base;
        let usual = leading.get(&size_key(line)).copied().unwrap_or(1.3 * size).max(size);
        if step > 1.25 * usual && step > usual + 0.2 * size {
            return false;
        }
        let is_next_entry = begins_with_label(line) && ends_sentence(&before.words);
        if begins_entry(line)
            || is_next_entry
            || leads_to_number(&before.words)
            || (before.is_bold != line.is_bold && (ends_early(before, line, self) || line.is_bold))
        {
            return false;
        }
        if is_heading_pair(before, line) || is_parted(before, line) {
            return true;
        }
        let (lead, _) = edges(line, line.is_leftward);
        let (lead_before, _) = edges(before, line.is_leftward);
        let at_lead = |lead: f32| (lead - self.lead).abs() < 0.5 * size;
        let is_indented = lead > self.lead + 0.7 * size && at_lead(lead_before) && !begins_with_label(before);
        let is_hanging = lead < self.lead - 0.7 * size && lead_before > self.lead - 0.5 * size;
        !is_indented && !is_hanging && !ends_early(before, line, self)
    }
}

/// Whether the next line's first word would have had room on the line before.
fn ends_early(before: &Line, line: &Line, run: &Run) -> bool {
    let (lead, end) = edges(before, line.is_leftward);
    let room = if is_centred(before, line) { (run.trail - run.start) - (end - lead) } else { run.trail - end };
    0.2 * line.size + line.first_word < room - 0.3 * line.size
}

/// Whether two lines stand one below the other in the middle.
fn is_centred(before: &Line, line: &Line) -> bool {
    let middle = |line: &Line| f32::midpoint(line.left, line.right);
    (middle(before) - middle(line)).abs() < 0.1 * line.size && (before.left - line.left).abs() > 0.5 * line.size
}

/// Whether it begins with the sign or number of a list entry.
fn begins_with_label(line: &Line) -> bool {
    let first = line.words.split(' ').next().unwrap_or("");
    begins_entry(line) || (is_label(first) && line.words.len() > first.len())
}

/// Whether it is a line of a table of contents: dots that lead to a number.
fn leads_to_number(words: &str) -> bool {
    let bare = words.trim_end_matches(|sign: char| sign.is_alphanumeric() || sign == ' ');
    bare.len() < words.len() && (bare.ends_with("....") || bare.ends_with(". . . ."))
}

/// Whether a word is parted between two lines.
fn is_parted(before: &Line, line: &Line) -> bool {
    let body = before.words.trim_end_matches(['-', '\u{ad}', '\u{2010}']);
    body.len() < before.words.len() && body.ends_with(char::is_alphanumeric) && line.words.starts_with(char::is_lowercase)
}

fn begins_entry(line: &Line) -> bool {
    let first = line.words.split(' ').next().unwrap_or("");
    let is_bullet = line.words.chars().next().is_some_and(|sign| BULLETS.contains(sign) && !"-–—*·".contains(sign));
    is_bullet || (is_label(first) && line.words.len() > first.len() && (first.ends_with(')') || BULLETS.contains(first)))
}

/// Two lines of one heading: bold, one below the other in the middle.
fn is_heading_pair(before: &Line, line: &Line) -> bool {
    before.is_bold && line.is_bold && is_centred(before, line) && !ends_sentence(&before.words)
}

fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    words.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '؟', '۔'])
}

/// Whether a line goes on with the paragraph that the one before left open at the foot of its column or page.
fn continues(before: &Line, line: &Line, lines: &[Line], nth: usize) -> bool {
    let is_moved = before.page < line.page || line.base < before.base - before.size;
    if !is_moved || line.page > before.page + 1 || !is_like(before, line, 0.05) || before.is_bold != line.is_bold || begins_entry(line) {
        return false;
    }
    if is_parted(before, line) {
        return true;
    }
    if ends_sentence(&before.words) {
        return false;
    }
    let is_lower = line.words.chars().next().is_some_and(char::is_lowercase);
    // As wide as its neighbours: it was not ended, it was full.
    let above = lines.iter().take(nth).rev().skip(1).take(3).filter(|above| above.page == before.page && is_like(above, before, 0.05));
    let widest = above.map(|above| above.right).fold(f32::MIN, f32::max);
    let is_full = before.right + 0.5 * line.first_word >= widest && widest > f32::MIN;
    let has_no_case = line.words.chars().next().is_some_and(|sign| sign.is_alphabetic() && !sign.is_lowercase() && !sign.is_uppercase());
    is_lower
        || (is_full && has_no_case)
        || (is_full && before.words.ends_with([',', ';']))
        || (is_full && line.words.chars().next().is_some_and(char::is_alphanumeric) && before.words.chars().count() > 30)
}
