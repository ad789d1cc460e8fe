//! The text of a field laid out: one paragraph for each line, so that a key lays out one line anew and every line reads
//! in its own direction.

use std::borrow::Cow;
use std::ops::Range;

use egui::{Color32, Painter, Pos2, Rect, Vec2, pos2};

use super::text;
use crate::widget::typeset::{CaretPos, Paragraph, TextEngine, TextStyle, reads_rtl};

/// Width of the sign for a selected line feed, points.
const FEED: f32 = 4.0;

/// How a field is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Setting {
    pub(super) style: TextStyle,
    /// Width in points for text that wraps; none for a single line, where line feeds count as spaces.
    pub(super) wrap: Option<f32>,
    /// Whether dots stand for its letters, which are not to be read over a shoulder.
    pub(super) is_masked: bool,
}

/// A line without its line feed.
struct Line {
    start: usize,
    /// Points below the top of the page.
    top: f32,
    paragraph: Paragraph,
}

impl Line {
    fn end(&self) -> usize {
        self.start + self.paragraph.text_len()
    }

    fn inside(&self, at: CaretPos) -> CaretPos {
        CaretPos { byte: at.byte.saturating_sub(self.start), ..at }
    }

    fn outside(&self, at: CaretPos) -> CaretPos {
        CaretPos { byte: at.byte + self.start, ..at }
    }
}

/// A text laid out. Offsets are bytes of the text, lengths points from the top left corner.
pub(super) struct Page {
    text: String,
    /// What is shown instead, byte for byte as long.
    mask: Option<String>,
    setting: Setting,
    /// Whether most letters read from right to left: lines without letters follow.
    is_rtl: bool,
    lines: Vec<Line>,
}

impl Page {
    /// Lays a text out.
    pub(super) fn new(engine: &mut TextEngine, text: &str, setting: Setting) -> Self {
        let mut page = Self { text: String::new(), mask: None, setting, is_rtl: false, lines: Vec::new() };
        page.set_lines(engine, text, Vec::new());
        page
    }

    /// Brings the page up to a text and a setting. Lays out only lines that are new; nothing when all is as it was.
    pub(super) fn update(&mut self, engine: &mut TextEngine, text: &str, setting: Setting) {
        let is_other = self.setting.style != setting.style || self.setting.is_masked != setting.is_masked;
        if is_other || self.setting.wrap.is_some() != setting.wrap.is_some() {
            *self = Self::new(engine, text, setting);
        }
        if self.setting != setting {
            self.setting = setting;
            for line in &mut self.lines {
                engine.rewrap(&mut line.paragraph, setting.wrap.unwrap_or(f32::INFINITY));
            }
            self.stack();
        }
        if self.text != text {
            let old = std::mem::take(&mut self.lines);
            self.set_lines(engine, text, old);
        }
    }

    /// Sets the lines of `text`, keeping those of `old` that still stand at the beginning or at the end.
    fn set_lines(&mut self, engine: &mut TextEngine, text: &str, mut old: Vec<Line>) {
        let is_single = self.setting.wrap.is_none();
        self.mask = self.setting.is_masked.then(|| masked(text));
        let is_rtl = self.mask.is_none() && reads_rtl(text).unwrap_or_default();
        if std::mem::replace(&mut self.is_rtl, is_rtl) != is_rtl {
            old.clear();
        }
        let style = self.setting.style.on_page(is_rtl);
        let spans: Vec<Range<usize>> = if is_single { std::iter::once(0..text.len()).collect() } else { lines_of(text).collect() };
        let is_same = |line: &Line, span: &Range<usize>| self.text.get(line.start..line.end()) == text.get(span.clone());
        let first = old.iter().zip(&spans).take_while(|(line, span)| is_same(line, span)).count();
        let most = old.len().min(spans.len()) - first;
        let last = old.iter().rev().zip(spans.iter().rev()).take(most).take_while(|(line, span)| is_same(line, span)).count();
        let mut below = old.split_off(old.len() - last).into_iter();
        old.truncate(first);
        let mut above = old.into_iter();
        let width = self.setting.wrap.unwrap_or(f32::INFINITY);
        let mut lines = Vec::with_capacity(spans.len());
        for (nth, span) in spans.iter().enumerate() {
            let kept = if nth < first {
                above.next()
            } else if nth + last >= spans.len() {
                below.next()
            } else {
                None
            };
            let paragraph = kept.map(|line| line.paragraph).unwrap_or_else(|| {
                let words = text.get(span.clone()).unwrap_or_default();
                let words = match &self.mask {
                    Some(mask) => Cow::Borrowed(mask.as_str()),
                    None if is_single => as_one_line(words),
                    None => Cow::Borrowed(words),
                };
                engine.layout(&words, &style, width)
            });
            lines.push(Line { start: span.start, top: 0.0, paragraph });
        }
        self.lines = lines;
        self.text = text.to_owned();
        self.stack();
    }

    fn stack(&mut self) {
        let mut top = 0.0;
        for line in &mut self.lines {
            line.top = top;
            top += line.paragraph.height();
        }
    }

    /// The text as it is shown.
    pub(super) fn text(&self) -> &str {
        self.mask.as_deref().unwrap_or(&self.text)
    }

    /// Height of all rows.
    pub(super) fn height(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| line.top + line.paragraph.height())
    }

    /// The right end of the longest row.
    pub(super) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.paragraph.width()).fold(0.0, f32::max)
    }

    /// Whether the line of `byte` reads from right to left.
    pub(super) fn is_rtl(&self, byte: usize) -> bool {
        self.line(self.line_of(byte)).is_some_and(|line| line.paragraph.is_rtl())
    }

    /// Paints what shows inside the painter's clip rectangle.
    pub(super) fn paint(&self, engine: &mut TextEngine, painter: &Painter, origin: Pos2, color: Color32) {
        for line in &self.lines {
            engine.paint(painter, &line.paragraph, origin + Vec2::new(0.0, line.top), color);
        }
    }

    /// The paragraphs, each with the byte that it starts at and its top.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = (usize, f32, &Paragraph)> {
        self.lines.iter().map(|line| (line.start, line.top, &line.paragraph))
    }

    /// The place nearest to a point.
    pub(super) fn hit(&self, at: Pos2) -> CaretPos {
        let below = self.lines.partition_point(|line| line.top <= at.y);
        let Some(line) = self.line(below.saturating_sub(1)) else { return CaretPos::default() };
        line.outside(line.paragraph.hit(pos2(at.x, at.y - line.top)))
    }

    /// The grapheme under a point.
    pub(super) fn grapheme_at(&self, at: Pos2) -> Option<Range<usize>> {
        let below = self.lines.partition_point(|line| line.top <= at.y);
        let line = self.line(below.saturating_sub(1))?;
        let found = line.paragraph.cluster_at(pos2(at.x, at.y - line.top))?;
        Some(found.start + line.start..found.end + line.start)
    }

    /// A rectangle without width and as high as its row where a caret stands.
    pub(super) fn caret(&self, at: CaretPos) -> Rect {
        let Some(line) = self.line(self.line_of(at.byte)) else { return Rect::ZERO };
        let inside = line.inside(at);
        let (x, row) = (line.paragraph.caret(inside).left(), line.paragraph.row(line.paragraph.row_of(inside)));
        Rect::from_x_y_ranges(x..=x, line.top + row.top..=line.top + row.bottom)
    }

    /// Where the graphemes of a range stand; a line feed inside it is a sliver.
    pub(super) fn rects(&self, range: Range<usize>) -> Vec<Rect> {
        let mut rects = Vec::new();
        for line in self.lines.iter().filter(|line| line.start < range.end && range.start <= line.end()) {
            let down = Vec2::new(0.0, line.top);
            let inside = range.start.saturating_sub(line.start)..range.end - line.start;
            let fragments = line.paragraph.rects(inside.start..inside.end.min(line.paragraph.text_len()));
            rects
                .extend(fragments.iter().map(|part| Rect::from_x_y_ranges(part.left..=part.right, part.top..=part.bottom).translate(down)));
            if range.end > line.end() {
                rects.push(feed_rect(&line.paragraph).translate(down));
            }
        }
        rects
    }

    /// One grapheme to the left as the eye sees it, on the line before or after where this one ends.
    pub(super) fn left(&self, at: CaretPos) -> CaretPos {
        self.step(at, Paragraph::left, true)
    }

    /// One grapheme to the right as the eye sees it.
    pub(super) fn right(&self, at: CaretPos) -> CaretPos {
        self.step(at, Paragraph::right, false)
    }

    fn step(&self, at: CaretPos, step: impl Fn(&Paragraph, CaretPos) -> Option<CaretPos>, to_left: bool) -> CaretPos {
        let index = self.line_of(at.byte);
        let Some(line) = self.line(index) else { return at };
        if let Some(next) = step(&line.paragraph, line.inside(at)) {
            return line.outside(next);
        }
        if to_left == line.paragraph.is_rtl() {
            self.line(index + 1).map_or(at, |below| CaretPos::from(below.start))
        } else {
            index.checked_sub(1).and_then(|above| self.line(above)).map_or(at, |above| CaretPos::upstream(above.end()))
        }
    }

    /// The place on the row above nearest to `goal_x`; none on the first row.
    pub(super) fn up(&self, at: CaretPos, goal_x: f32) -> Option<CaretPos> {
        let index = self.line_of(at.byte);
        let line = self.line(index)?;
        if let Some(up) = line.paragraph.up(line.inside(at), goal_x) {
            return Some(line.outside(up));
        }
        let above = self.line(index.checked_sub(1)?)?;
        Some(above.outside(above.paragraph.hit(pos2(goal_x, above.paragraph.height() - 1.0))))
    }

    /// The place on the row below nearest to `goal_x`; none on the last row.
    pub(super) fn down(&self, at: CaretPos, goal_x: f32) -> Option<CaretPos> {
        let index = self.line_of(at.byte);
        let line = self.line(index)?;
        if let Some(down) = line.paragraph.down(line.inside(at), goal_x) {
            return Some(line.outside(down));
        }
        let below = self.line(index + 1)?;
        Some(below.outside(below.paragraph.hit(pos2(goal_x, 1.0))))
    }

    /// The first place on the row of a caret.
    pub(super) fn row_start(&self, at: CaretPos) -> CaretPos {
        self.line(self.line_of(at.byte)).map_or(at, |line| line.outside(line.paragraph.row_start(line.inside(at))))
    }

    /// The last place on the row of a caret.
    pub(super) fn row_end(&self, at: CaretPos) -> CaretPos {
        self.line(self.line_of(at.byte)).map_or(at, |line| line.outside(line.paragraph.row_end(line.inside(at))))
    }

    fn line(&self, index: usize) -> Option<&Line> {
        self.lines.get(index)
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.start <= byte).saturating_sub(1)
    }
}

fn feed_rect(paragraph: &Paragraph) -> Rect {
    let row = paragraph.row(paragraph.row_count());
    let x = if paragraph.is_rtl() { row.left - FEED..=row.left } else { row.right..=row.right + FEED };
    Rect::from_x_y_ranges(x, row.top..=row.bottom)
}

fn lines_of(words: &str) -> impl Iterator<Item = Range<usize>> {
    let starts = std::iter::once(0).chain(words.match_indices('\n').map(|(feed, _)| feed + 1));
    starts.map(|start| text::line_at(words, start))
}

/// Dots for letters: as many bytes for each as it has, so that every place in the text is one among the dots.
fn masked(text: &str) -> String {
    let dots = |sign: char| match sign.len_utf8() {
        1 => "*",
        2 => "\u{b7}",
        3 => "\u{2022}",
        _ => "\u{b7}\u{b7}",
    };
    text.chars().map(dots).collect()
}

/// Everything that breaks a line as a space of as many bytes, so that offsets stay true.
fn as_one_line(words: &str) -> Cow<'_, str> {
    let breaks = |sign: char| matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !words.contains(breaks) {
        return Cow::Borrowed(words);
    }
    let space = |sign: char| match sign.len_utf8() {
        _ if !breaks(sign) => sign,
        1 => ' ',
        2 => '\u{a0}',
        _ => '\u{2003}',
    };
    Cow::Owned(words.chars().map(space).collect())
}
