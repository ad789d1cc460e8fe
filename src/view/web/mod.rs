//! Opening a page of the web: its address, what would be asked of whom before anything is, and where the answer came from. It asks nothing
//! itself; the app does.

#[cfg(test)]
mod tests;

use egui::{Align, Context, Id, Key, Layout, Modifiers, Ui, Vec2};

use super::table::inset_ui;
use crate::session::web::{Asking, asking};
use crate::widget::editor;
use crate::widget::line::words_ui;
use crate::widget::{
    Button, Face, Icon, ModalHead, ModalWindow, TextField, Theme, button_ui, hairline_ui, modal_head_ui, modal_ui, text_field_ui,
};

const WIDTH: f32 = 620.0;
const TOP: f32 = 84.0;
const PADDING: f32 = 18.0;

/// Whether pages may be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// They may.
    Given,
    /// The checker has not said so; they can here.
    NotGiven,
    /// Not in this run, which was started so.
    Offline,
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// The address is typed.
    #[default]
    Typing,
    /// A host is asked.
    Waiting {
        /// The host.
        host: String,
    },
    /// The page is here, by way of other addresses.
    Found {
        /// The addresses in their order, the last one that of the page.
        way: Vec<String>,
    },
    /// It could not be fetched: why, in words. The address can be corrected.
    Refused(String),
}

/// The state of the window. The app makes it, tells it what became of the page, and drops it after an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebState {
    /// The address as typed.
    pub text: String,
    /// How far it is.
    pub stage: Stage,
    /// Whether this run fetches nothing.
    pub is_offline: bool,
    has_been_shown: bool,
}

impl WebState {
    /// A field with an address that was given, or empty.
    pub fn new(given: &str, is_offline: bool) -> Self {
        WebState { text: given.to_owned(), is_offline, ..WebState::default() }
    }
}

/// What was done in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WebAnswer {
    /// Pages may be fetched from now on.
    Allowed,
    /// This address is to be asked for, as typed.
    Fetch(String),
    /// The page that was found is to be opened.
    Open,
    /// It is not wanted any more.
    Left,
}

/// Draws the window over everything; `may_fetch` is what the checker has settled.
pub fn web_ui(ctx: &Context, state: &mut WebState, may_fetch: bool) -> Option<WebAnswer> {
    let leave = match (state.is_offline, may_fetch) {
        (true, _) => Leave::Offline,
        (false, true) => Leave::Given,
        (false, false) => Leave::NotGiven,
    };
    let is_enter = takes_enter(ctx);
    let window = ModalWindow { id: "web", name: "Open from a web address", width: WIDTH, top: Some(TOP) };
    let (inner, should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::FileCode, title: "Open from a web address", remark: "" };
        let is_closed = modal_head_ui(ui, head);
        ui.add_space(14.0);
        let asked = match &state.stage {
            Stage::Waiting { .. } | Stage::Found { .. } => {
                // The field takes the keyboard anew when it is back.
                state.has_been_shown = false;
                None
            }
            Stage::Typing | Stage::Refused(_) => {
                field_ui(ui, state);
                Some(asking(&state.text))
            }
        };
        inset_ui(ui, PADDING, |ui| told_ui(ui, state, asked.as_ref(), leave));
        ui.add_space(14.0);
        let answer = foot_ui(ui, state, asked.as_ref().and_then(|asked| asked.as_ref().ok()), leave, is_enter);
        if is_closed { Some(WebAnswer::Left) } else { answer }
    });
    inner.or_else(|| should_close.then_some(WebAnswer::Left))
}

fn field_id() -> Id {
    Id::unique("web address field")
}

/// Whether Enter does what the main button says: on another button it presses that one.
fn takes_enter(ctx: &Context) -> bool {
    let is_in_field = ctx.memory(|memory| memory.focused().is_none_or(|id| id == field_id()));
    !editor::is_composing(ctx) && is_in_field && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

fn field_ui(ui: &mut Ui, state: &mut WebState) {
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        let width = ui.available_width() - PADDING;
        let field = TextField::new("Address of the page").hint("https://example.org/news").width(width).id(field_id());
        let response = text_field_ui(ui, field, &mut state.text);
        if !std::mem::replace(&mut state.has_been_shown, true) {
            response.request_focus();
        }
        if response.changed() && matches!(state.stage, Stage::Refused(_)) {
            state.stage = Stage::Typing;
        }
    });
    ui.add_space(10.0);
}

/// What would be asked of whom, or what became of it.
fn told_ui(ui: &mut Ui, state: &WebState, asked: Option<&Result<Asking, String>>, leave: Leave) {
    let theme = Theme::of(ui.ctx());
    let plain = (Face::Interface, Face::Interface.row());
    let mut say = |words: &str, colour| {
        words_ui(ui, words, plain, colour);
    };
    match &state.stage {
        Stage::Waiting { host } => {
            return say(&format!("Waiting for {host} …"), theme.ink);
        }
        Stage::Found { way } => {
            let (first, rest) = way.split_first().map_or(("", way.as_slice()), |(first, rest)| (first.as_str(), rest));
            say(&format!("{first} sends on to:"), theme.ink2);
            for next in rest {
                say(next, theme.ink);
            }
            return say("The page was fetched from the last one. That address stands in the report.", theme.ink2);
        }
        Stage::Refused(words) => say(words, theme.warn),
        Stage::Typing => {}
    }
    match (leave, asked) {
        (Leave::Offline, _) => {
            say(
                "This run was started with --offline: nothing is fetched from the web. Start without it, or open a saved page.",
                theme.warn,
            );
        }
        (Leave::NotGiven, _) => say(
            "Fetching pages from the web is off. Allow it here once; the settings turn it off again. Even then nothing is asked of anybody \
             until you press Fetch.",
            theme.ink2,
        ),
        (Leave::Given, Some(Ok(asking))) if !matches!(state.stage, Stage::Refused(_)) => {
            let Asking { host, address, is_encrypted } = asking;
            say(&format!("Tickmark will ask {host} for this page and where it sends on to; nothing else is sent."), theme.ink);
            say(address, theme.ink2);
            if !is_encrypted {
                say("This is not encrypted: others on the way can see what is asked and change what is answered.", theme.warn);
            }
        }
        (Leave::Given, Some(Err(words))) if !state.text.trim().is_empty() => say(words, theme.warn),
        (Leave::Given, _) if !matches!(state.stage, Stage::Refused(_)) => {
            say("Nothing is asked of anybody until you press Fetch.", theme.ink3);
        }
        (Leave::Given, _) => {}
    }
}

fn foot_ui(ui: &mut Ui, state: &WebState, asked: Option<&Asking>, leave: Leave, is_enter: bool) -> Option<WebAnswer> {
    hairline_ui(ui);
    let mut answer = None;
    let room = Vec2::new(ui.available_width(), 48.0);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.add_space(PADDING);
        let (word, done, is_ready) = match (&state.stage, leave) {
            (Stage::Waiting { .. }, _) => {
                if button_ui(ui, Button::secondary("Stop").key("Esc")).clicked() {
                    answer = Some(WebAnswer::Left);
                }
                return;
            }
            (Stage::Found { .. }, _) => ("Open it", WebAnswer::Open, true),
            (_, Leave::Offline) => {
                if button_ui(ui, Button::secondary("Done")).clicked() {
                    answer = Some(WebAnswer::Left);
                }
                return;
            }
            (_, Leave::NotGiven) => ("Allow fetching", WebAnswer::Allowed, true),
            (_, Leave::Given) => ("Fetch", WebAnswer::Fetch(state.text.clone()), asked.is_some()),
        };
        // Enter after an address was typed must not give leave in passing: that takes a press of the button.
        let has_key = leave != Leave::NotGiven;
        let key = if has_key { "Enter" } else { "" };
        let is_pressed = button_ui(ui, Button::primary(word).key(key).enabled(is_ready)).clicked();
        let is_entered = is_enter && has_key;
        if is_ready && (is_pressed || is_entered) {
            answer = Some(done);
        } else if button_ui(ui, Button::secondary("Cancel")).clicked() {
            answer = Some(WebAnswer::Left);
        }
    });
    answer
}
