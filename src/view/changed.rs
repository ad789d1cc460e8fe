//! The question which version is to stand, when somebody else has changed the file of the project.

use egui::{Align, Context, Key, Layout, Modifiers, Vec2};

use super::table::inset_ui;
use crate::widget::line::words_ui;
use crate::widget::{Button, Face, Icon, ModalHead, ModalWindow, Theme, button_ui, modal_head_ui, modal_ui};

const WIDTH: f32 = 560.0;
const PADDING: f32 = 16.0;
const ANSWER_WIDTH: f32 = 132.0;

/// Which version is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Both, record by record.
    Merge,
    /// Both, in two files.
    KeepBoth,
    /// The one in the window.
    KeepMine,
    /// The one on disk.
    KeepTheirs,
}

impl Choice {
    fn word(self) -> &'static str {
        match self {
            Choice::Merge => "Merge",
            Choice::KeepBoth => "Keep both",
            Choice::KeepMine => "Keep mine",
            Choice::KeepTheirs => "Keep theirs",
        }
    }

    /// What it does with either version.
    fn words(self, beside: &str) -> String {
        match self {
            Choice::Merge => {
                "Their work and yours, record by record, in one step. What cannot be decided is asked; nothing is dropped.".to_owned()
            }
            Choice::KeepBoth => format!("Yours goes to a new file beside it, “{beside}”, in which you go on. Theirs stays as it is."),
            Choice::KeepMine => "Yours is written to the file. Theirs is kept as a backup first.".to_owned(),
            Choice::KeepTheirs => "You go on with theirs, in one step. Undo brings yours back.".to_owned(),
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    /// Name of the file.
    pub name: String,
    /// What was changed there, in words; may be blank.
    pub differs: String,
    /// The name that yours would get.
    pub beside: String,
    /// What is possible, the best first.
    pub choices: Vec<Choice>,
}

/// Asks; until it is answered. `Some(None)` is "later".
pub fn changed_ui(ctx: &Context, file: &ChangedFile) -> Option<Option<Choice>> {
    let takes_enter = ctx.memory(|memory| memory.focused().is_none());
    let is_enter = takes_enter && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut answered = file.choices.first().copied().filter(|_| is_enter);
    let window = ModalWindow { id: "changed on disk", name: "The file was changed on disk", width: WIDTH, top: None };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let theme = Theme::of(ui.ctx());
        let head = ModalHead { icon: Icon::EqualNot, title: "The file was changed on disk", remark: "" };
        let is_closed = modal_head_ui(ui, head);
        let text = (Face::Interface, Face::Interface.row());
        ui.add_space(14.0);
        inset_ui(ui, PADDING, |ui| {
            words_ui(ui, told(file), text, theme.ink);
        });
        for (nth, choice) in file.choices.iter().enumerate() {
            ui.add_space(14.0);
            inset_ui(ui, PADDING, |ui| {
                ui.horizontal_top(|ui| {
                    let room = Vec2::new(ANSWER_WIDTH, 28.0);
                    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
                        ui.set_min_size(room);
                        let word = choice.word();
                        let button = if nth == 0 { Button::primary(word).key("Enter") } else { Button::secondary(word) };
                        if button_ui(ui, button.least_width(ANSWER_WIDTH)).clicked() {
                            answered = Some(*choice);
                        }
                    });
                    ui.add_space(12.0);
                    ui.vertical(|ui| {
                        ui.add_space(5.0);
                        words_ui(ui, choice.words(&file.beside), (Face::Dense, Face::Dense.row()), theme.ink2);
                    });
                });
            });
        }
        ui.add_space(16.0);
        inset_ui(ui, PADDING, |ui| {
            let later = "Esc decides later: until then nothing is written to the file, and your work is kept in the journal.";
            words_ui(ui, later, (Face::Meta, Face::Meta.row()), theme.ink3);
        });
        ui.add_space(14.0);
        is_closed
    });
    match answered {
        Some(choice) => Some(Some(choice)),
        None => (is_closed || should_close).then_some(None),
    }
}

fn told(file: &ChangedFile) -> String {
    let ChangedFile { name, differs, .. } = file;
    let what = if differs.is_empty() { String::new() } else { format!(" There: {differs}.") };
    format!("Another program or person has written to “{name}” since it was last read or saved here.{what} Which version is to stand?")
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::testing::project;
    use crate::view::testing::{session, window};

    #[test]
    fn each_choice_is_made_by_its_button_enter_takes_the_first_and_escape_decides_later() {
        let choices = vec![Choice::Merge, Choice::KeepBoth, Choice::KeepMine, Choice::KeepTheirs];
        let file =
            ChangedFile { name: "p.ron".into(), differs: "3 claims rated".into(), beside: "p (mine).ron".into(), choices: choices.clone() };
        let mut harness = window(session(project("Words.")), None, move |ui, _, answer: &mut Option<Option<Choice>>| {
            if let Some(given) = changed_ui(ui.ctx(), &file) {
                *answer = Some(given);
            }
        });
        for choice in choices {
            harness.get_by_label(choice.word()).click();
            harness.run();
            assert_eq!(harness.state_mut().own.take(), Some(Some(choice)));
        }
        assert!(harness.query_by_label_contains("There: 3 claims rated.").is_some());
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(harness.state_mut().own.take(), Some(None));
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state_mut().own.take(), Some(Some(Choice::Merge)));
    }
}
