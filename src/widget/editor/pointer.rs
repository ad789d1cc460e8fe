//! The mouse and the finger in a field: click, words and lines by double and triple click, drag, Shift, long press.

use egui::{Event, PointerButton, Pos2, Response, Ui, Vec2};

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
    let buttons = buttons(ui, response);
    // Of a press and a release within one frame egui remembers nothing.
    let pressed = buttons.iter().find(|(_, is_press)| *is_press).map(|(pos, _)| *pos);
    let Some(pointer) = response.interact_pointer_pos().or(pressed) else { return Touched::default() };
    let at = |pointer: Pos2| nearest(response, pointer) - origin.to_vec2();
    let mut touched = Touched::default();
    if response.long_touched() {
        touched = settle(editor);
        press(editor, at(pointer), Grain::Word, false);
    } else if response.sense.senses_drag() {
        for (pointer, is_press) in buttons {
            if is_press {
                touched = settle(editor);
                let grain = editor.presses.count(ui.ctx(), pointer);
                press(editor, at(pointer), grain, ui.input(|input| input.modifiers.shift));
            } else if editor.presses.is_far(ui.ctx(), pointer) {
                extend(editor, at(pointer));
            }
        }
        if response.dragged() && !touched.wants_focus {
            drag(ui, response, editor, (pointer, at(pointer)));
        }
    } else if response.clicked_by(PointerButton::Primary) {
        // A finger that scrolls must not select, so it puts the caret down when it leaves.
        touched = settle(editor);
        press(editor, at(pointer), Grain::Grapheme, false);
    }
    touched
}

/// Where the pointer was pressed (true) or released (false) on the field; a slow frame may hold a whole double click.
fn buttons(ui: &Ui, response: &Response) -> Vec<(Pos2, bool)> {
    let button = |event: &Event| match event {
        Event::PointerButton { pos, button: PointerButton::Primary, pressed, .. } => Some((*pos, *pressed)),
        _ => None,
    };
    let buttons: Vec<(Pos2, bool)> = ui.input(|input| input.events.iter().filter_map(button).collect());
    let is_here = |(pos, is_press): &(Pos2, bool)| !is_press || response.contains_pointer() && response.rect.contains(*pos);
    buttons.into_iter().filter(is_here).collect()
}

fn drag(ui: &Ui, response: &Response, editor: &mut Editor, (pointer, at): (Pos2, Pos2)) {
    // A press after a drag is the first of its kind, however quick.
    editor.presses = Presses::default();
    extend(editor, at);
    if !response.rect.contains(pointer) {
        // The next frame scrolls on, also when the pointer rests.
        ui.ctx().request_repaint();
    }
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
