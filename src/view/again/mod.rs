//! An article is read again from the very bytes that it was opened from, in another way: the whole page or its article, or another
//! encoding. It asks only; the app reads, and what comes of it is a new draft.

#[cfg(test)]
mod tests;

use egui::{Align, Context, Layout, Ui, Vec2};

use super::menu::{Choice, choice_ui};
use super::table::inset_ui;
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::session::files::{ENCODINGS, LeftOpen, left_open};
use crate::widget::line::words_ui;
use crate::widget::{Button, Face, Icon, ModalHead, ModalWindow, Theme, button_ui, hairline_ui, modal_head_ui, modal_ui};

const WIDTH: f32 = 560.0;
const TOP: f32 = 84.0;
const PADDING: f32 = 18.0;
/// Width of the names before the choices, points.
const LABELS: f32 = 110.0;
/// What stands for the encoding that the file itself tells, or that is guessed.
const AS_TOLD: &str = "As the file says";

/// How an article is to be read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAgain {
    /// Which article.
    pub document: DocumentId,
    /// Whether all words of the page are wanted, not its article alone.
    pub is_whole: bool,
    /// The encoding; none as the file says.
    pub encoding: Option<String>,
}

/// What was done in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgainAnswer {
    /// It is to be read so.
    Read(ReadAgain),
    /// It stays as it is.
    Left,
}

/// The state of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgainState {
    letter: String,
    origin: String,
    open: LeftOpen,
    wanted: ReadAgain,
}

impl AgainState {
    /// For the article shown; nothing where there is none.
    pub fn of(session: &Session) -> Option<Self> {
        let document = session.document()?;
        let origin = document.meta.origin.clone();
        let open = left_open(&origin);
        let wanted = ReadAgain { document: document.id, is_whole: open.is_whole, encoding: None };
        Some(AgainState { letter: session.project().letter(document.id), origin, open, wanted })
    }

    /// Whether anything would be read in another way.
    fn is_other(&self) -> bool {
        self.wanted.is_whole != self.open.is_whole || self.wanted.encoding.is_some()
    }
}

/// Draws the window over everything.
pub fn again_ui(ctx: &Context, state: &mut AgainState) -> Option<AgainAnswer> {
    let title = format!("Read {} in another way", state.letter);
    let window = ModalWindow { id: "again", name: "Read in another way", width: WIDTH, top: Some(TOP) };
    let (answer, should_close) = modal_ui(ctx, &window, |ui| {
        let is_closed = modal_head_ui(ui, ModalHead { icon: Icon::FileCode, title: &title, remark: "" });
        ui.add_space(14.0);
        inset_ui(ui, PADDING, |ui| choices_ui(ui, state));
        ui.add_space(14.0);
        let answer = foot_ui(ui, state);
        if is_closed { Some(AgainAnswer::Left) } else { answer }
    });
    answer.or_else(|| should_close.then_some(AgainAnswer::Left))
}

fn choices_ui(ui: &mut Ui, state: &mut AgainState) {
    let theme = Theme::of(ui.ctx());
    let plain = (Face::Interface, Face::Interface.row());
    words_ui(ui, format!("Read from {}.", state.origin), plain, theme.ink2);
    ui.add_space(10.0);
    if state.open == LeftOpen::default() {
        let words = "Its file leaves nothing open: there is one way to read it. Where words are wrong, get another copy and open it as a new draft.";
        words_ui(ui, words, plain, theme.ink);
        return;
    }
    if state.open.is_page {
        let choice = Choice { name: "Words", label_width: LABELS, chosen: state.wanted.is_whole };
        let choices = [(false, "The article alone"), (true, "All words of the page")];
        state.wanted.is_whole = choice_ui(ui, choice, &choices).unwrap_or(state.wanted.is_whole);
        ui.add_space(8.0);
    }
    if state.open.has_encoding {
        let at = |name: &str| ENCODINGS.iter().position(|other| *other == name);
        let chosen = state.wanted.encoding.as_deref().and_then(at);
        let choices: Vec<_> =
            [(None, AS_TOLD)].into_iter().chain(ENCODINGS.iter().enumerate().map(|(nth, name)| (Some(nth), *name))).collect();
        if let Some(picked) = choice_ui(ui, Choice { name: "Encoding", label_width: LABELS, chosen }, &choices) {
            state.wanted.encoding = picked.and_then(|nth| ENCODINGS.get(nth)).map(|name| (*name).to_owned());
        }
        ui.add_space(8.0);
    }
    let words =
        "What is read becomes a new draft: every mark goes to its own words or is listed to be looked at, and one undo takes it back.";
    words_ui(ui, words, plain, theme.ink2);
}

fn foot_ui(ui: &mut Ui, state: &AgainState) -> Option<AgainAnswer> {
    hairline_ui(ui);
    let mut answer = None;
    let room = Vec2::new(ui.available_width(), 48.0);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.add_space(PADDING);
        if button_ui(ui, Button::primary("Read it").enabled(state.is_other())).clicked() && state.is_other() {
            answer = Some(AgainAnswer::Read(state.wanted.clone()));
        }
        if button_ui(ui, Button::secondary("Cancel").key("Esc")).clicked() {
            answer = Some(AgainAnswer::Left);
        }
    });
    answer
}
