//! What merges left open, one question after the other: ours, theirs or both. Each answer is an ordinary step, which undo takes back.

pub mod rows;

#[cfg(test)]
mod tests;

use egui::{Align, Context, Key, Layout, Modifiers, ScrollArea, Ui, Vec2};

use self::rows::{Question, question};
use super::Cx;
use super::table::inset_ui;
use crate::command::Command;
use crate::widget::line::words_ui;
use crate::widget::{Button, Face, Icon, ModalHead, ModalWindow, Theme, button_ui, hairline_ui, modal_head_ui, modal_ui, section_ui};

const WIDTH: f32 = 600.0;
const TOP: f32 = 84.0;
const PADDING: f32 = 18.0;
/// Height of what a side says, beyond which it scrolls, points.
const SIDE: f32 = 132.0;

/// Where the checker is in the walk.
#[derive(Default)]
pub struct DecideState {
    is_open: bool,
    at: usize,
}

impl DecideState {
    /// Starts with the first question.
    pub fn open(&mut self) {
        *self = DecideState { is_open: true, at: 0 };
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.is_open
    }
}

/// What was done in the window.
#[derive(Clone, Debug, PartialEq)]
enum Done {
    /// The answer with that place.
    Answered(usize),
    Next,
    Previous,
    Look(Command),
    Left,
}

/// Draws the question over everything while the walk is open. It closes with the last answer.
pub fn decide_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut DecideState) {
    if !state.is_open {
        return;
    }
    let Some(question) = question(cx.session, state.at) else {
        state.is_open = false;
        return;
    };
    state.at = question.at;
    let keyed = keyed(ctx, &question);
    let window = ModalWindow { id: "decide", name: "What the merge left open", width: WIDTH, top: Some(TOP) };
    let ((is_closed, clicked), should_close) = modal_ui(ctx, &window, |ui| {
        let remark = format!("{} of {}", question.at + 1, question.total);
        let head = ModalHead { icon: Icon::CircleQuestionMark, title: "What the merge left open", remark: &remark };
        let is_closed = modal_head_ui(ui, head);
        (is_closed, question_ui(ui, &question))
    });
    let left = (is_closed || should_close).then_some(Done::Left);
    match keyed.or(clicked).or(left) {
        Some(Done::Answered(nth)) => {
            if let Some((choice, _)) = question.answers.get(nth) {
                cx.send(Command::Decide(question.id, *choice));
            }
        }
        Some(Done::Next) => state.at = (question.at + 1) % question.total,
        Some(Done::Previous) => state.at = (question.at + question.total - 1) % question.total,
        Some(Done::Look(command)) => {
            state.is_open = false;
            cx.send(command);
        }
        Some(Done::Left) => state.is_open = false,
        None => {}
    }
}

/// The keys of the window: a digit for each answer, arrows for the other questions.
fn keyed(ctx: &Context, question: &Question) -> Option<Done> {
    const DIGITS: [Key; 3] = [Key::Num1, Key::Num2, Key::Num3];
    let digits = DIGITS.iter().take(question.answers.len()).enumerate();
    ctx.input_mut(|input| {
        let mut pressed = |key: Key| input.consume_key(Modifiers::NONE, key);
        for (nth, digit) in digits {
            if pressed(*digit) {
                return Some(Done::Answered(nth));
            }
        }
        if pressed(Key::ArrowRight) {
            return Some(Done::Next);
        }
        pressed(Key::ArrowLeft).then_some(Done::Previous)
    })
}

fn question_ui(ui: &mut Ui, question: &Question) -> Option<Done> {
    let theme = Theme::of(ui.ctx());
    let mut done = None;
    ui.add_space(14.0);
    inset_ui(ui, PADDING, |ui| {
        words_ui(ui, &question.title, (Face::Strong, Face::Strong.row()), theme.ink);
        ui.add_space(2.0);
        words_ui(ui, question.words, (Face::Interface, Face::Interface.row()), theme.ink2);
        if let Some((ours, theirs)) = &question.sides {
            side_ui(ui, "Ours", ours);
            side_ui(ui, "Theirs", theirs);
        }
        ui.add_space(12.0);
    });
    hairline_ui(ui);
    ui.add_space(12.0);
    let room = Vec2::new(ui.available_width(), 28.0);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(PADDING);
        for (nth, (_, words)) in question.answers.iter().enumerate() {
            let key = (nth + 1).to_string();
            let button = if nth == 0 { Button::primary(words) } else { Button::secondary(words) };
            if button_ui(ui, button.key(&key)).clicked() {
                done = Some(Done::Answered(nth));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING);
            if question.total > 1 && button_ui(ui, Button::secondary("Next").key("→")).clicked() {
                done = Some(Done::Next);
            }
            if let Some(place) = &question.place
                && button_ui(ui, Button::secondary("Show it")).clicked()
            {
                done = Some(Done::Look(place.clone()));
            }
        });
    });
    ui.add_space(14.0);
    done
}

/// What a side says, under its name; long words scroll.
fn side_ui(ui: &mut Ui, name: &str, words: &str) {
    let theme = Theme::of(ui.ctx());
    section_ui(ui, name, "");
    let is_blank = words.trim().is_empty();
    let (shown, colour) = if is_blank { ("Nothing", theme.ink3) } else { (words, theme.ink) };
    ScrollArea::vertical().id_salt(name).max_height(SIDE).auto_shrink([false, true]).show(ui, |ui| {
        words_ui(ui, shown, (Face::Interface, Face::Interface.row()), colour);
    });
}
