//! Writes the paragraphs of a file into a draft: words joined over lines and pages, headings by their size, styles, links and pages.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::{Draft, Mark, Note};
use super::hyphen::{Seam, Words};
use super::letter::Style;
use super::line::{Line, is_bullet};
use super::paragraph::Block;
use crate::model::document::structure::Kind;

/// The longest heading, code points.
const HEADING_CHARS: usize = 200;
/// How many levels of headings are told apart.
const LEVELS: usize = 4;

/// What stands on a page beside its words.
#[derive(Debug, Default)]
pub struct Beside {
    /// Where its links lead.
    pub targets: Vec<Arc<str>>,
    /// What its comments say.
    pub notes: Vec<Note>,
}

/// Writes blocks of lines.
pub struct Composer<'a> {
    draft: &'a mut Draft,
    lines: &'a [Line],
    beside: &'a [Beside],
    words: Words,
    print: Print,
    /// The page whose words are written, and where they began.
    page: Option<(u32, Mark)>,
    /// The style of the last words, and where it began.
    style: (Style, Mark),
    /// The comments that were written, by page and number, each with where its words began.
    note: Option<((u32, u16), Mark)>,
    written: HashSet<(u32, u16)>,
}

/// How the file is printed on the whole.
struct Print {
    /// Size of most letters, points.
    size: f32,
    /// Sizes of headings, the largest first.
    headings: Vec<f32>,
    /// Whether bold tells nothing, as most of it is.
    is_mostly_bold: bool,
}

impl<'a> Composer<'a> {
    /// Into a draft.
    pub fn new(draft: &'a mut Draft, lines: &'a [Line], blocks: &[Block], beside: &'a [Beside]) -> Self {
        let here = draft.here();
        let print = Print::of(lines, blocks);
        Composer {
            draft,
            lines,
            beside,
            words: Words::of(lines),
            print,
            page: None,
            style: (Style::default(), here),
            note: None,
            written: HashSet::new(),
        }
    }

    /// Writes all blocks.
    pub fn write(mut self, blocks: &[Block]) {
        let mut nth = 0;
        while let Some(block) = blocks.get(nth) {
            match block {
                Block::Lines(numbers) => {
                    self.paragraph(numbers);
                    nth += 1;
                }
                Block::Row(_) => {
                    let rows: Vec<&[usize]> = blocks
                        .iter()
                        .skip(nth)
                        .map_while(|block| match block {
                            Block::Row(cells) => Some(&**cells),
                            Block::Lines(_) => None,
                        })
                        .collect();
                    nth += rows.len();
                    self.table(&rows);
                }
            }
        }
        self.note_at(None);
        self.turn_page(None);
    }

    fn paragraph(&mut self, numbers: &[usize]) {
        let lines: Vec<&Line> = numbers.iter().filter_map(|nth| self.lines.get(*nth)).collect();
        let heading = self.print.heading(&lines);
        let Some(first) = lines.first() else { return };
        self.turn_page_at_line(first.page);
        let whole = self.draft.begin();
        let label = first.words.split(' ').next().filter(|label| is_bullet(label) && first.words.len() > label.len()).map(str::len);
        let mut skip = 0;
        if let Some(label) = label {
            self.draft.words(first.words.get(..label).unwrap_or(""));
            self.draft.mark(whole, Kind::Sign);
            skip = label;
        }
        for (nth, line) in lines.iter().enumerate() {
            if nth > 0 {
                self.turn_page_at_line(line.page);
            }
            let seam = lines.get(nth + 1).map(|next| self.words.seam(&line.words, &next.words));
            let end = if seam == Some(Seam::WithoutHyphen) {
                line.words.trim_end_matches(['-', '\u{ad}', '\u{2010}']).len()
            } else {
                line.words.len()
            };
            self.styled(line, skip..end, heading.is_some());
            skip = 0;
            if seam == Some(Seam::Blank) {
                self.draft.words(" ");
            }
        }
        self.end_style();
        match (heading, label) {
            (Some(level), _) => self.draft.end(whole, Kind::Heading(level)),
            (None, Some(_)) => self.draft.end(whole, Kind::Entry(1)),
            (None, None) => self.draft.line(),
        }
    }

    fn table(&mut self, rows: &[&[usize]]) {
        let first = rows.first().and_then(|row| row.first()).and_then(|nth| self.lines.get(*nth));
        self.turn_page_at_line(first.map_or(0, |line| line.page));
        let whole = self.draft.begin();
        let is_table = rows.len() > 1;
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u32..).zip(*cells) {
                let Some(line) = self.lines.get(*cell) else { continue };
                if column > 0 {
                    self.draft.next_cell();
                } else {
                    self.turn_page_at_line(line.page);
                }
                let from = self.draft.here();
                self.styled(line, 0..line.words.len(), false);
                self.end_style();
                if is_table {
                    self.draft.mark(from, Kind::Cell { row, column, is_head: false });
                }
            }
            self.draft.line();
        }
        if is_table {
            self.draft.end(whole, Kind::Table);
        }
    }

    /// Writes a part of a line with its styles.
    fn styled(&mut self, line: &Line, bytes: std::ops::Range<usize>, is_heading: bool) {
        let ends = line.styles.iter().skip(1).map(|(start, _)| *start).chain([line.words.len()]);
        for ((start, style), end) in line.styles.iter().zip(ends) {
            let part = (*start).max(bytes.start)..end.min(bytes.end);
            let Some(words) = line.words.get(part).filter(|words| !words.is_empty()) else { continue };
            let plain = is_heading || self.print.is_mostly_bold;
            self.note_at((style.note > 0).then_some((line.page, style.note)));
            let style = Style { is_bold: style.is_bold && !plain, note: 0, ..*style };
            let is_same = style == self.style.0 && (style.link == 0 || self.page.is_some_and(|(page, _)| page == line.page));
            if !is_same {
                self.end_style();
                self.style = (style, self.draft.here());
            }
            self.draft.words(words);
        }
    }

    /// Goes on with a comment, or ends the one before and begins this.
    fn note_at(&mut self, next: Option<(u32, u16)>) {
        if self.note.map(|(open, _)| open) == next {
            return;
        }
        if let Some(((page, number), from)) = self.note.take() {
            let note = self.beside.get(page as usize).and_then(|beside| beside.notes.get(usize::from(number) - 1));
            // A comment that goes on behind other words is put on the first.
            if let Some(note) = note.filter(|_| self.written.insert((page, number))) {
                self.draft.aside(from, note.clone());
            }
        }
        self.note = next.map(|next| (next, self.draft.here()));
    }

    fn end_style(&mut self) {
        let (style, from) = std::mem::replace(&mut self.style, (Style::default(), self.draft.here()));
        if style.is_bold {
            self.draft.mark(from, Kind::Strong);
        }
        if style.is_italic {
            self.draft.mark(from, Kind::Emphasis);
        }
        let Some((page, _)) = self.page.filter(|_| style.link > 0) else { return };
        let target = self.beside.get(page as usize).and_then(|beside| beside.targets.get(usize::from(style.link) - 1));
        if let Some(target) = target.filter(|target| !target.is_empty()) {
            let kind = self.draft.link(target);
            self.draft.mark(from, kind);
        }
    }

    fn turn_page_at_line(&mut self, page: u32) {
        if self.page.is_none_or(|(open, _)| open != page) {
            self.turn_page(Some(page));
        }
    }

    fn turn_page(&mut self, next: Option<u32>) {
        self.end_style();
        if let Some((page, from)) = self.page.take() {
            self.draft.mark(from, Kind::Page(page + 1));
        }
        self.page = next.map(|page| (page, self.draft.here()));
    }
}

impl Print {
    fn of(lines: &[Line], blocks: &[Block]) -> Self {
        let mut sizes: HashMap<i32, usize> = HashMap::new();
        let (mut bold, mut all) = (0, 0);
        for line in lines {
            *sizes.entry((line.size * 2.0).round() as i32).or_default() += line.words.len();
            bold += if line.is_bold { line.words.len() } else { 0 };
            all += line.words.len();
        }
        let size = sizes.into_iter().max_by_key(|(size, letters)| (*letters, *size)).map_or(0.0, |(size, _)| size as f32 / 2.0);
        let mut print = Print { size, headings: Vec::new(), is_mostly_bold: bold * 2 > all };
        let mut headings: Vec<f32> = Vec::new();
        for block in blocks {
            let Block::Lines(numbers) = block else { continue };
            let lines: Vec<&Line> = numbers.iter().filter_map(|nth| lines.get(*nth)).collect();
            headings.extend(print.large(&lines));
        }
        headings.sort_by(|one, other| other.total_cmp(one));
        headings.dedup_by(|one, other| (*one - *other).abs() < 0.06 * *other);
        headings.truncate(LEVELS);
        print.headings = headings;
        print
    }

    /// The size of a paragraph that is larger than the text and short.
    fn large(&self, lines: &[&Line]) -> Option<f32> {
        let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
        (is_short(lines) && size > 1.12 * self.size).then_some(size)
    }

    fn heading(&self, lines: &[&Line]) -> Option<u8> {
        if let Some(size) = self.large(lines) {
            let level = self.headings.iter().position(|heading| size >= 0.95 * heading).unwrap_or(LEVELS - 1);
            return u8::try_from(level + 1).ok();
        }
        let is_bold = !self.is_mostly_bold && lines.iter().all(|line| line.is_bold && line.size > 0.95 * self.size);
        let is_title =
            is_bold && lines.len() <= 2 && is_short(lines) && lines.last().is_some_and(|line| !line.words.ends_with(['.', ',', ';', ':']));
        is_title.then(|| u8::try_from(self.headings.len().min(LEVELS) + 1).unwrap_or(6))
    }
}

/// Whether it is short enough for a heading, and has words.
fn is_short(lines: &[&Line]) -> bool {
    let chars: usize = lines.iter().map(|line| line.words.chars().count()).sum();
    let letters = lines.iter().flat_map(|line| line.words.chars()).filter(|sign| sign.is_alphabetic()).count();
    lines.len() <= 5 && chars <= HEADING_CHARS && letters >= 3
}
