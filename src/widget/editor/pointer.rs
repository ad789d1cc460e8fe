//! The mouse and the finger in a field: click, words and lines by double and triple click, drag, Shift, long press.

use egui::{Pos2, Response, Ui, Vec2};

use super::draft::Selection;
use super::state::{Editor, Grain, Presses};
use crate::widget::typeset::CaretPos;

/// A pointer outside a field scrolls as if it were this close, so that long lines do not rush by; points.
const REACH: f32 = 8.0;

/// What the pointer did.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touched {
    /// Whether the field wants the keyboard now.
    pub(super) wants_focus: bool,
    /// Whether words of an input method were settled, which changes the text.
    pub(super) has_settled: bool,
}

/// Moves caret and selection to the pointer. `origin` is the top left corner of the text on screen.
pub(super) fn take(ui: &Ui, response: &Response, editor: &mut Editor, origin: Pos2) -> Touched {
    let Some(pointer) = response.interact_pointer_pos() else { return Touched::default() };
    let at = nearest(response, pointer) - origin.to_vec2();
    let is_press = response.hovered() && ui.input(|input| input.pointer.any_pressed());
    let is_drag = response.is_pointer_button_down_on() && response.sense.senses_drag() && !is_press;
    let is_click = response.clicked_by(egui::PointerButton::Primary);
    if response.long_touched() {
        let touched = settle(editor);
        press(editor, at, Grain::Word, false);
        return touched;
    }
    if is_press && ui.input(|input| input.pointer.primary_down()) {
        let touched = settle(editor);
        let grain = editor.presses.count(ui.ctx(), pointer);
        if response.sense.senses_drag() {
            press(editor, at, grain, ui.input(|input| input.modifiers.shift));
        }
        return Touched { wants_focus: response.sense.senses_drag(), ..touched };
    }
    if is_drag && response.dragged() {
        // A press after a drag is the first of its kind, however quick.
        editor.presses = Presses::default();
        extend(editor, at);
        if !response.rect.contains(pointer) {
            // The next frame scrolls on, also when the pointer rests.
            ui.ctx().request_repaint();
        }
    } else if is_click && !response.sense.senses_drag() {
        // A finger that scrolls must not select, so it puts the caret down when it leaves.
        let touched = settle(editor);
        press(editor, at, Grain::Grapheme, false);
        return Touched { wants_focus: true, ..touched };
    }
    Touched::default()
}

fn nearest(response: &Response, pointer: Pos2) -> Pos2 {
    let rect = response.rect.expand2(Vec2::new(REACH, REACH));
    rect.clamp(pointer)
}

fn settle(editor: &mut Editor) -> Touched {
    Touched { has_settled: editor.settle(), wants_focus: true }
}

fn press(editor: &mut Editor, at: Pos2, grain: Grain, extends: bool) {
    let Some(page) = editor.laid_out() else { return };
    let hit = page.hit(at);
    let under = page.grapheme_at(at).map_or(hit.byte, |grapheme| grapheme.start);
    editor.goal_x = None;
    if extends {
        let anchor = editor.draft.selection().anchor;
        editor.grain = (grain, anchor..anchor);
        extend(editor, at);
        return;
    }
    let unit = editor.around(grain, under);
    let selection = if grain == Grain::Grapheme { Selection::caret(hit) } else { Selection::over(unit.clone()) };
    editor.draft.select(selection);
    editor.grain = (grain, if grain == Grain::Grapheme { hit.byte..hit.byte } else { unit });
}

/// Selects from where the gesture began to the pointer, by whole units.
fn extend(editor: &mut Editor, at: Pos2) {
    let Some(page) = editor.laid_out() else { return };
    let hit = page.hit(at);
    let (grain, start) = editor.grain.clone();
    let unit = editor.around(grain, hit.byte);
    let selection = if grain == Grain::Grapheme {
        Selection { anchor: start.start, head: hit }
    } else if hit.byte < start.start {
        Selection { anchor: start.end, head: CaretPos::from(unit.start) }
    } else {
        Selection { anchor: start.start, head: CaretPos::upstream(unit.end.max(start.end)) }
    };
    editor.draft.select(selection);
}
