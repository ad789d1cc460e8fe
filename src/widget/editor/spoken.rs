//! What a screen reader hears of a field: its rows as runs of text with the place of every letter, and the selection.

use std::ops::Range;

use egui::accesskit::{self, Role, TextDirection, TextPosition, TextSelection};
use egui::{Id, Rect, Ui, UiBuilder, Vec2, pos2};

use super::draft::Selection;
use super::page::Page;
use super::text;
use crate::widget::typeset::{Paragraph, PlacedGrapheme};

/// Signs of one row in one direction, in the order of the text.
struct Run {
    row: usize,
    start: usize,
    rect: Rect,
    is_rtl: bool,
    signs: Vec<Sign>,
}

/// A grapheme, or the part of one that a run can hold.
struct Sign {
    bytes: u8,
    /// From the start of the run in the direction of reading, points.
    position: f32,
    width: f32,
}

impl Run {
    fn end(&self) -> usize {
        self.start + self.signs.iter().map(|sign| usize::from(sign.bytes)).sum::<usize>()
    }

    fn byte_of(&self, index: usize) -> usize {
        self.start + self.signs.iter().take(index).map(|sign| usize::from(sign.bytes)).sum::<usize>()
    }

    fn index_of(&self, byte: usize) -> usize {
        (0..=self.signs.len()).find(|index| self.byte_of(*index) >= byte).unwrap_or(self.signs.len())
    }
}

/// Writes the text of a field and its selection to the accessibility tree, below the field's own node.
pub(super) fn tell(ui: &mut Ui, id: Id, page: &Page, selection: Selection, to_screen: Vec2) {
    let runs = runs_of(page);
    let node_of = |nth: usize| run_id(id, nth).accesskit_id();
    for (nth, run) in runs.iter().enumerate() {
        let child = UiBuilder::new().scope_id(run_id(id, nth)).accessibility_parent(id).accessibility_role(Role::TextRun);
        drop(ui.new_child(child.max_rect(run.rect.translate(to_screen))));
        ui.ctx().accesskit_node_builder(run_id(id, nth), |node| {
            fill(node, run, page.text(), to_screen);
            let is_beside = |other: usize| runs.get(other).is_some_and(|other| other.row == run.row);
            if nth > 0 && is_beside(nth - 1) {
                node.set_previous_on_line(node_of(nth - 1));
            }
            if is_beside(nth + 1) {
                node.set_next_on_line(node_of(nth + 1));
            }
        });
    }
    let position = |byte: usize| {
        let nth = runs.iter().position(|run| byte < run.end()).unwrap_or(runs.len().saturating_sub(1));
        runs.get(nth).map(|run| TextPosition { node: node_of(nth), character_index: run.index_of(byte) })
    };
    if let (Some(anchor), Some(focus)) = (position(selection.anchor), position(selection.head.byte)) {
        ui.ctx().accesskit_node_builder(id, |node| node.set_text_selection(TextSelection { anchor, focus }));
    }
}

/// The byte that a position in the accessibility tree means.
pub(super) fn byte_of(page: &Page, id: Id, at: &TextPosition) -> Option<usize> {
    let runs = runs_of(page);
    let nth = (0..runs.len()).find(|nth| run_id(id, *nth).accesskit_id() == at.node)?;
    runs.get(nth).map(|run| run.byte_of(at.character_index))
}

fn run_id(field: Id, nth: usize) -> Id {
    field.with(("text run", nth))
}

fn fill(node: &mut accesskit::Node, run: &Run, words: &str, to_screen: Vec2) {
    let rect = run.rect.translate(to_screen);
    let value = words.get(run.start..run.end()).unwrap_or_default();
    node.set_role(Role::TextRun);
    node.set_text_direction(if run.is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
    node.set_bounds(accesskit::Rect { x0: rect.left().into(), y0: rect.top().into(), x1: rect.right().into(), y1: rect.bottom().into() });
    node.set_value(value);
    node.set_character_lengths(run.signs.iter().map(|sign| sign.bytes).collect::<Vec<u8>>());
    node.set_character_positions(run.signs.iter().map(|sign| sign.position).collect::<Vec<f32>>());
    node.set_character_widths(run.signs.iter().map(|sign| sign.width).collect::<Vec<f32>>());
    node.set_word_starts(word_starts(run, words));
}

/// The signs at which a word starts, counted within the run.
fn word_starts(run: &Run, words: &str) -> Vec<u8> {
    let line = text::line_at(words, run.start);
    let starts = text::words(words, line).map(|word| word.start);
    let inside = starts.filter(|start| (run.start..run.end()).contains(start));
    inside.filter_map(|start| u8::try_from(run.index_of(start)).ok()).collect()
}

fn runs_of(page: &Page) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut first_row = 0;
    for (start, top, paragraph) in page.paragraphs() {
        add_line(&mut runs, page.text(), (first_row, start, top), paragraph);
        let feed = if page.text().get(start + paragraph.text_len()..).is_some_and(|rest| rest.starts_with('\r')) { 2 } else { 1 };
        let has_feed = start + paragraph.text_len() < page.text().len();
        if let Some(run) = runs.last_mut().filter(|_| has_feed) {
            run.signs.push(Sign { bytes: feed, position: run.rect.width(), width: 0.0 });
        }
        first_row += paragraph.row_count();
    }
    runs
}

fn add_line(runs: &mut Vec<Run>, text: &str, (first_row, start, top): (usize, usize, f32), paragraph: &Paragraph) {
    for run in paragraph.runs(&[]) {
        let row = paragraph.row(run.row);
        let rect = Rect::from_min_max(pos2(run.left, top + row.top), pos2(run.right, top + row.bottom));
        let words = |bytes: &Range<usize>| text.get(start + bytes.start..start + bytes.end).unwrap_or_default();
        let signs = run.graphemes.iter().flat_map(|grapheme| signs_of(words(&grapheme.bytes), grapheme)).collect();
        runs.push(Run { row: first_row + run.row, start: start + run.bytes.start, rect, is_rtl: run.is_rtl, signs });
    }
    if paragraph.text_len() == 0 {
        let row = paragraph.row(0);
        let rect = Rect::from_min_max(pos2(row.left, top + row.top), pos2(row.right, top + row.bottom));
        runs.push(Run { row: first_row, start, rect, is_rtl: row.is_rtl, signs: Vec::new() });
    }
}

/// A grapheme as one sign; one that is longer than a byte can count as one for each of its characters.
fn signs_of(words: &str, grapheme: &PlacedGrapheme) -> Vec<Sign> {
    let sign = |bytes| Sign { bytes, position: grapheme.position, width: grapheme.width };
    match u8::try_from(grapheme.bytes.len()) {
        Ok(bytes) => vec![sign(bytes)],
        Err(_) => words.chars().map(|character| sign(character.len_utf8() as u8)).collect(),
    }
}

/// All that is heard, one run after the other.
#[cfg(test)]
pub(super) fn heard(page: &Page) -> String {
    let runs = runs_of(page);
    runs.iter().map(|run| page.text().get(run.start..run.end()).expect("a run ends inside a character")).collect()
}
