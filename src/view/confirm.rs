//! Questions that must be answered before anything else happens.

use egui::{Align, Context, Key, Layout, Modifiers, Vec2};

use super::table::inset_ui;
use crate::widget::line::words_ui;
use crate::widget::{Button, Face, Icon, ModalHead, ModalWindow, Theme, button_ui, modal_head_ui, modal_ui};

const PADDING: f32 = 16.0;

/// A question with its answers.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Keeps two questions apart.
    pub id: &'a str,
    /// The question, short.
    pub title: &'a str,
    /// What is at stake, in a sentence or two; may be blank.
    pub words: &'a str,
    /// The answers. The first one is the main one, which Enter gives.
    pub answers: &'a [&'a str],
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The answer with this place in [`Question::answers`].
    Answer(usize),
    /// Esc, or a click beside the window: nothing is to happen.
    Left,
}

/// Draws a question over everything; asks until it is answered.
pub fn ask_ui(ctx: &Context, question: &Question<'_>) -> Option<Answered> {
    let takes_enter = ctx.memory(|memory| memory.focused().is_none());
    let is_enter = takes_enter && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut answered = is_enter.then_some(Answered::Answer(0));
    let window = ModalWindow { id: question.id, name: question.title, width: 460.0, top: None };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let theme = Theme::of(ui.ctx());
        let head = ModalHead { icon: Icon::CircleQuestionMark, title: question.title, remark: "" };
        let is_closed = modal_head_ui(ui, head);
        ui.add_space(14.0);
        if !question.words.is_empty() {
            inset_ui(ui, PADDING, |ui| {
                words_ui(ui, question.words, (Face::Interface, Face::Interface.row()), theme.ink);
            });
            ui.add_space(16.0);
        }
        let room = Vec2::new(ui.available_width(), 28.0);
        ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING);
            for (nth, answer) in question.answers.iter().enumerate() {
                let button = if nth == 0 { Button::primary(answer).key("Enter") } else { Button::secondary(answer) };
                if button_ui(ui, button).clicked() {
                    answered = Some(Answered::Answer(nth));
                }
            }
        });
        ui.add_space(14.0);
        is_closed
    });
    answered.or((is_closed || should_close).then_some(Answered::Left))
}

/// What to do with a project that is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseAnswer {
    /// Save, then go.
    Save,
    /// Go; what was not saved is dropped.
    CloseWithoutSaving,
    /// Neither.
    Stay,
}

/// Asks what to do with a project that is not saved.
pub fn confirm_close_ui(ctx: &Context, (project, has_file): (&str, bool)) -> Option<CloseAnswer> {
    let words = if has_file {
        format!("“{project}” has changes that its file does not hold: saving failed. Closed without saving, they are gone.")
    } else {
        format!("“{project}” is in no file yet. Closed without saving, it is gone.")
    };
    let question = Question {
        id: "close project",
        title: "Save the project before closing?",
        words: &words,
        answers: &["Save", "Close without saving", "Stay"],
    };
    ask_ui(ctx, &question).map(|answered| match answered {
        Answered::Answer(0) => CloseAnswer::Save,
        Answered::Answer(1) => CloseAnswer::CloseWithoutSaving,
        Answered::Answer(_) | Answered::Left => CloseAnswer::Stay,
    })
}

/// Asks whether conflict copies that lie beside the project are to be merged; `names` in words.
pub fn confirm_copies_ui(ctx: &Context, names: &str) -> Option<bool> {
    let words = format!(
        "{names}: the same project, changed on another machine while this one was. Merged, everything that either holds is there, and what \
         differs is left for you to decide. The copy stays on disk."
    );
    let question = Question { id: "conflict copies", title: "Merge the conflict copy?", words: &words, answers: &["Merge", "Leave it"] };
    ask_ui(ctx, &question).map(|answered| answered == Answered::Answer(0))
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::testing::project;
    use crate::view::testing::{session, window};

    #[test]
    fn each_answer_is_given_by_its_button_enter_saves_and_escape_stays() {
        let mut harness = window(session(project("Words.")), None, |ui, _, answer: &mut Option<CloseAnswer>| {
            if let Some(given) = confirm_close_ui(ui.ctx(), ("Dykes", false)) {
                *answer = Some(given);
            }
        });
        for (name, expected) in
            [("Save", CloseAnswer::Save), ("Close without saving", CloseAnswer::CloseWithoutSaving), ("Stay", CloseAnswer::Stay)]
        {
            harness.get_by_label(name).click();
            harness.run();
            assert_eq!(harness.state_mut().own.take(), Some(expected));
        }
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(harness.state_mut().own.take(), Some(CloseAnswer::Stay));
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state_mut().own.take(), Some(CloseAnswer::Save));
    }
}
