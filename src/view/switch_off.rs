//! Asks why findings of a rule are not wanted in a project: without a reason they stay.

use egui::{Align, Context, Id, Key, Layout, Modifiers, Ui, Vec2};

use super::Cx;
use super::table::inset_ui;
use crate::command::Command;
use crate::lint::Rule;
use crate::view::wording::count;
use crate::widget::line::words_ui;
use crate::widget::{Button, Face, Icon, ModalHead, ModalWindow, TextField, Theme, button_ui, modal_head_ui, modal_ui, text_field_ui};

const WIDTH: f32 = 460.0;
const PADDING: f32 = 16.0;

/// What is asked, and what is written so far.
#[derive(Default)]
pub struct SwitchOffState {
    asked: Option<Asked>,
}

struct Asked {
    rule: Rule,
    reason: String,
    /// Whether it was to be switched off without a reason.
    is_refused: bool,
    is_new: bool,
}

impl SwitchOffState {
    /// Asks about a rule.
    pub fn open(&mut self, rule: Rule) {
        self.asked = Some(Asked { rule, reason: String::new(), is_refused: false, is_new: true });
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.asked.is_some()
    }
}

/// Draws the question over everything while it is asked.
pub fn switch_off_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut SwitchOffState) {
    let Some(asked) = &mut state.asked else { return };
    // On a button, Enter presses the button.
    let is_in_field = ctx.memory(|memory| memory.focused().is_none_or(|id| id == field_id()));
    let is_enter = is_in_field && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let title = format!("Not for this project: {}", asked.rule.title().to_lowercase());
    let window = ModalWindow { id: "switch off", name: &title, width: WIDTH, top: None };
    let ((is_closed, is_done), should_close) = modal_ui(ctx, &window, |ui| {
        let is_closed = modal_head_ui(ui, ModalHead { icon: Icon::TriangleAlert, title: &title, remark: "" });
        ui.add_space(14.0);
        inset_ui(ui, PADDING, |ui| asked_ui(ui, cx, asked));
        ui.add_space(16.0);
        let is_done = buttons_ui(ui);
        ui.add_space(14.0);
        (is_closed, is_done)
    });
    if is_closed || should_close || is_done == Some(false) {
        state.asked = None;
    } else if is_enter || is_done == Some(true) {
        asked.is_refused = asked.reason.trim().is_empty();
        if !asked.is_refused {
            let reason = asked.reason.trim().to_owned();
            cx.send(Command::SwitchOff { rule: asked.rule.code().to_owned(), reason });
            state.asked = None;
        }
    }
}

fn asked_ui(ui: &mut Ui, cx: &Cx<'_>, asked: &mut Asked) {
    let theme = Theme::of(ui.ctx());
    let found = count(cx.session.findings().count(asked.rule), "finding");
    let words = format!("{found} will be left out here, in the report and by tickmark check. The report prints the reason.");
    words_ui(ui, words, (Face::Dense, Face::Dense.row()), theme.ink2);
    ui.add_space(10.0);
    let field = TextField::new("Reason").hint("Why the desk does not want this").id(field_id());
    let response = text_field_ui(ui, field, &mut asked.reason);
    // Whoever types while nothing has the focus means the field.
    let is_free = ui.memory(|memory| memory.focused().is_none());
    if std::mem::take(&mut asked.is_new) || is_free {
        response.request_focus();
    }
    if asked.is_refused && asked.reason.trim().is_empty() {
        ui.add_space(6.0);
        words_ui(ui, "Not without a reason: write why it is not wanted.", (Face::Note, Face::Note.row()), theme.warn);
    }
}

fn field_id() -> Id {
    Id::unique("reason to switch off")
}

/// What was answered: whether to switch it off.
fn buttons_ui(ui: &mut Ui) -> Option<bool> {
    let room = Vec2::new(ui.available_width(), 28.0);
    let buttons = |ui: &mut Ui| {
        ui.add_space(PADDING);
        if button_ui(ui, Button::primary("Switch off").key("Enter")).clicked() {
            return Some(true);
        }
        button_ui(ui, Button::secondary("Keep it")).clicked().then_some(false)
    };
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), buttons).inner
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::testing::project;
    use crate::view::testing::{session, window};

    #[test]
    fn a_reason_is_asked_for_and_without_one_nothing_is_switched_off() {
        let session = session(project("[It rained|claim]."));
        let mut harness = window(session, SwitchOffState::default(), |ui, cx, state| switch_off_ui(ui.ctx(), cx, state));
        harness.state_mut().own.open(Rule::NoSource);
        harness.run();
        assert!(harness.query_by_label_contains("1 finding will be left out").is_some());
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state_mut().own.is_open());
        assert!(harness.query_by_label_contains("Not without a reason").is_some());
        harness.event(egui::Event::Text("A satire".into()));
        harness.run();
        harness.get_by_label("Switch off").click();
        harness.run();
        assert!(!harness.state_mut().own.is_open());
        let house = harness.state_mut().session.project().house().clone();
        assert_eq!(house.why_off("no-source").map(|off| off.reason.as_str()), Some("A satire"));
        harness.state_mut().own.open(Rule::OnlyAnonymous);
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert!(!harness.state_mut().own.is_open());
    }
}
