//! Where the keys of the platform send the caret.

use egui::{Key, Modifiers, os::OperatingSystem};

use super::draft::{Draft, Selection};
use super::page::Page;
use super::text;
use crate::widget::typeset::CaretPos;

/// A way of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    RowLeft,
    RowRight,
    RowStart,
    RowEnd,
    Up,
    Down,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
}

impl Motion {
    /// What a key means on this platform, Shift aside.
    pub(super) fn of_key(key: Key, modifiers: Modifiers, os: OperatingSystem) -> Option<Self> {
        let is_mac = os == OperatingSystem::Mac;
        let is_word = if is_mac { modifiers.alt } else { modifiers.ctrl };
        let is_whole = is_mac && modifiers.mac_cmd;
        let choose = |whole: Self, word: Self, plain: Self| {
            if is_whole {
                whole
            } else if is_word {
                word
            } else {
                plain
            }
        };
        Some(match key {
            Key::ArrowLeft => choose(Self::RowLeft, Self::WordLeft, Self::Left),
            Key::ArrowRight => choose(Self::RowRight, Self::WordRight, Self::Right),
            Key::ArrowUp => choose(Self::TextStart, Self::LineStart, Self::Up),
            Key::ArrowDown => choose(Self::TextEnd, Self::LineEnd, Self::Down),
            Key::Home => choose(Self::TextStart, Self::TextStart, Self::RowStart),
            Key::End => choose(Self::TextEnd, Self::TextEnd, Self::RowEnd),
            _ => return None,
        })
    }

    fn is_vertical(self) -> bool {
        matches!(self, Self::Up | Self::Down)
    }
}

/// Moves the caret. `goal_x` is the distance from the left that steps up and down keep.
pub(super) fn go(motion: Motion, extends: bool, page: &Page, draft: &mut Draft, goal_x: &mut Option<f32>) {
    let selection = draft.selection();
    let kept_x = goal_x.take().filter(|_| motion.is_vertical());
    let x = kept_x.unwrap_or_else(|| page.caret(selection.head).left());
    let head = match collapsed(motion, page, selection) {
        Some(edge) if !extends => edge,
        _ => moved(motion, page, selection.head, x),
    };
    if motion.is_vertical() {
        *goal_x = Some(x);
    }
    let anchor = if extends { selection.anchor } else { head.byte };
    draft.select(Selection { anchor, head });
}

/// Left and right without Shift leave a selection at the edge that the eye sees on that side.
fn collapsed(motion: Motion, page: &Page, selection: Selection) -> Option<CaretPos> {
    if selection.is_empty() || !matches!(motion, Motion::Left | Motion::Right) {
        return None;
    }
    let range = selection.range();
    let (start, end) = (CaretPos::from(range.start), CaretPos::upstream(range.end));
    let (at_start, at_end) = (page.caret(start), page.caret(end));
    let starts_left = if at_start.top() == at_end.top() { at_start.left() <= at_end.left() } else { !page.is_rtl(range.start) };
    Some(if starts_left == (motion == Motion::Left) { start } else { end })
}

fn moved(motion: Motion, page: &Page, at: CaretPos, x: f32) -> CaretPos {
    let words = page.text();
    let is_rtl = page.is_rtl(at.byte);
    match motion {
        Motion::Left => page.left(at),
        Motion::Right => page.right(at),
        Motion::WordLeft if is_rtl => CaretPos::upstream(text::word_after(words, at.byte)),
        Motion::WordLeft => CaretPos::from(text::word_before(words, at.byte)),
        Motion::WordRight if is_rtl => CaretPos::from(text::word_before(words, at.byte)),
        Motion::WordRight => CaretPos::upstream(text::word_after(words, at.byte)),
        Motion::RowLeft if is_rtl => page.row_end(at),
        Motion::RowRight if is_rtl => page.row_start(at),
        Motion::RowStart | Motion::RowLeft => page.row_start(at),
        Motion::RowEnd | Motion::RowRight => page.row_end(at),
        Motion::Up => page.up(at, x).unwrap_or_default(),
        Motion::Down => page.down(at, x).unwrap_or(CaretPos::upstream(words.len())),
        Motion::LineStart => {
            let start = text::line_at(words, at.byte).start;
            CaretPos::from(if start == at.byte { text::line_at(words, text::before(words, at.byte)).start } else { start })
        }
        Motion::LineEnd => {
            let end = text::line_at(words, at.byte).end;
            CaretPos::upstream(if end == at.byte { text::line_at(words, text::after(words, at.byte)).end } else { end })
        }
        Motion::TextStart => CaretPos::default(),
        Motion::TextEnd => CaretPos::upstream(words.len()),
    }
}
