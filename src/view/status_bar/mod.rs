//! The bar at the bottom: how far the article is read, what the keys do now, whether the work is saved.

mod meter;
pub mod rows;

#[cfg(test)]
mod tests;

use egui::{Align, Layout, Pos2, Rect, Role, Sense, Stroke, Ui, UiBuilder, Vec2};

use self::rows::{Hint, Meter};
use super::Cx;
use super::decide::rows::left;
use super::kept::Kept;
use super::mark_word::{marked_word_ui, marked_word_width};
use super::wording::{clock, count};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::id::DocumentId;
use crate::model::moment::Moment;
use crate::session::ViewKind;
use crate::widget::line::{HoverWords, label_ui, said_ui};
use crate::widget::paint::{line_of_text, paint_focus};
use crate::widget::typeset::{Emphasis, Quote, quote_ui};
use crate::widget::{
    Chip, Face, Icon, Spoken, Theme, chip_ui, icon_text_ui, icon_text_width, key_cap_ui, trailing_ui, upright_hairline_ui,
};

/// Whether the work is on disk; the app knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// A new project without a file, and nothing in it yet.
    #[default]
    NewProject,
    /// Everything is safe on disk, in the file or in the journal that goes before it; since when.
    Saved(Moment),
    /// The same for a project that has no file yet.
    Kept(Moment),
    /// There are changes that are not safe on disk.
    Unsaved,
    /// They are being written now, which takes a few milliseconds.
    Saving {
        /// Whether the project has a file.
        has_file: bool,
    },
    /// It could not be written, in words with a next step.
    Failed(String),
    /// It may only be read, and why.
    ReadOnly(String),
}

/// What was computed for the status bar. Make a fresh one when another project is opened.
#[derive(Default)]
pub struct StatusBarState {
    meter: Kept<Option<DocumentId>, Option<Meter>>,
    doubts: Kept<(), Option<String>>,
    numbers: Kept<(), Vec<(String, bool)>>,
    /// What the view in the middle says of itself, each part with whether it is emphasised.
    pub remark: Option<Vec<(String, bool)>>,
}

/// Height of the bar, points.
pub const HEIGHT: f32 = 30.0;
const PADDING: f32 = 12.0;
const GAP: f32 = 12.0;

/// Draws the status bar, 30 high, in a panel without margins.
pub fn status_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut StatusBarState, saved: &SaveState) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, Theme::of(ui.ctx()).line));
    let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
    let mut left = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = 0.0;
    left_ui(&mut left, cx, (state, saved));
    let doubts = state.doubts.get(cx.session, (), || cx.session.doubt_count().words());
    let rest = Rect::from_min_max(Pos2::new(left.min_rect().right().min(inside.right()) + GAP, inside.top()), inside.max);
    trailing_ui(ui, rest, |ui| {
        let doubts_width = doubts.as_deref().map_or(0.0, |words| doubts_width(ui, words));
        hints_ui(ui, cx, rest.width() - saved_width(ui, saved) - questions_width(ui, cx) - doubts_width);
        questions_ui(ui, cx);
        if let Some(words) = doubts.as_deref() {
            doubts_ui(ui, cx, words);
        }
        saved_ui(ui, saved);
    });
}

fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, saved): (&mut StatusBarState, &SaveState)) {
    let session = cx.session;
    if let Some(words) = rows::mode_words(session).filter(|_| session.view() == ViewKind::Articles) {
        mode_ui(ui, cx, &words);
        return;
    }
    let theme = Theme::of(ui.ctx());
    let project = session.project();
    match session.view() {
        _ if project.order().is_empty() => {
            let words = if *saved == SaveState::NewProject { "New project. Everything is kept from your first mark on." } else { "" };
            label_ui(ui, words, Face::Dense, theme.ink2);
        }
        ViewKind::Articles => {
            let shown = session.document().map(|document| document.id);
            let kept = state.meter.get(session, shown, || Meter::of(session));
            if let Some(meter) = kept.as_ref() {
                meter::meter_ui(ui, meter);
            }
        }
        ViewKind::Claims => emphasised_ui(ui, &figure(project.claims().len(), "claim")),
        ViewKind::Numbers => {
            let words = state.numbers.get(session, (), || rows::number_words(session));
            emphasised_ui(ui, &words);
        }
        ViewKind::Sources => emphasised_ui(ui, &figure(project.sources().len(), "source")),
        ViewKind::Compare => {
            if let Some(words) = &state.remark {
                emphasised_ui(ui, words);
            }
        }
        ViewKind::Report => {
            said_ui(ui, "Every line opens its place in the text", Face::Dense, theme.ink2);
        }
    }
}

fn figure(number: usize, noun: &str) -> Vec<(String, bool)> {
    let words = count(number, noun);
    let noun = words.trim_start_matches(|sign: char| sign.is_ascii_digit()).to_owned();
    vec![(number.to_string(), true), (noun, false)]
}

/// Draws words of which some stand out.
fn emphasised_ui(ui: &mut Ui, parts: &[(String, bool)]) {
    let theme = Theme::of(ui.ctx());
    let mut all = String::new();
    let mut emphasis = Vec::new();
    for (words, is_strong) in parts {
        let range = all.len()..all.len() + words.len();
        all.push_str(words);
        if *is_strong {
            emphasis.extend([(range.clone(), Emphasis::Semibold), (range, Emphasis::Color(theme.ink))]);
        }
    }
    quote_ui(ui, &Quote::new(&all, Face::Dense.style(), theme.ink2).emphasis(&emphasis));
}

/// What the keyboard is busy with; while linking, the roles to choose from.
fn mode_ui(ui: &mut Ui, cx: &mut Cx<'_>, words: &str) {
    let theme = Theme::of(ui.ctx());
    label_ui(ui, words, Face::DenseStrong, theme.ink);
    let roles = cx.session.link_roles();
    let chosen = rows::chosen_role(cx.session);
    if roles.len() < 2 {
        return;
    }
    ui.add_space(GAP);
    for role in roles {
        if chip_ui(ui, Chip { word: role.word(), count: None, is_on: chosen == Some(*role) }).clicked() {
            cx.send(Command::PickRole(*role));
        }
        ui.add_space(4.0);
    }
}

/// Draws the hints, as many as there is room for.
fn hints_ui(ui: &mut Ui, cx: &Cx<'_>, room: f32) {
    let hints = rows::hints(cx.session);
    let mut left = room;
    let fitting = hints.iter().take_while(|hint| {
        left -= hint_width(ui, cx, hint);
        left >= 0.0
    });
    let fitting: Vec<&Hint> = fitting.collect();
    for hint in fitting {
        hint_ui(ui, cx, hint);
    }
}

/// Room before a hint, and between its key and its words.
const BEFORE_HINT: f32 = 15.0;
const AFTER_KEY: f32 = 5.0;

fn hint_width(ui: &Ui, cx: &Cx<'_>, hint: &Hint) -> f32 {
    let keys: f32 = keys_of(cx, hint).iter().map(|key| key_width(ui, key) + AFTER_KEY).sum();
    let words = match hint.look {
        Some(look) => marked_word_width(ui, hint.words, look, 13.0),
        None => line_of_text(ui, hint.words, Face::Dense, egui::Color32::PLACEHOLDER).size().x,
    };
    (BEFORE_HINT + keys + words).ceil()
}

fn key_width(ui: &Ui, key: &str) -> f32 {
    (line_of_text(ui, key, Face::Meta, egui::Color32::PLACEHOLDER).size().x + 10.0).max(crate::widget::key::HEIGHT)
}

fn keys_of(cx: &Cx<'_>, hint: &Hint) -> Vec<String> {
    hint.actions.iter().map(|action| cx.key(*action)).filter(|key| !key.is_empty()).collect()
}

fn hint_ui(ui: &mut Ui, cx: &Cx<'_>, hint: &Hint) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(BEFORE_HINT);
    for key in keys_of(cx, hint) {
        key_cap_ui(ui, &key);
        ui.add_space(AFTER_KEY);
    }
    match hint.look {
        Some(look) => {
            marked_word_ui(ui, hint.words, look, 13.0);
        }
        None => {
            label_ui(ui, hint.words, Face::Dense, theme.ink2);
        }
    }
}

/// Draws how many places must be looked at; a click goes to the next.
fn doubts_ui(ui: &mut Ui, cx: &mut Cx<'_>, words: &str) {
    let warn = Theme::of(ui.ctx()).warn;
    ui.add_space(GAP);
    upright_hairline_ui(ui, 16.0);
    ui.add_space(GAP);
    let response = icon_text_ui(ui, Icon::Unlink, words, Face::DenseStrong, warn).interact(Sense::click());
    let key = cx.key(Action::NextDoubt);
    Spoken::new(Role::Button, words).key(Some(&key)).tell(&response);
    paint_focus(ui, &response);
    let tooltip = Action::NextDoubt.row().map_or("", |row| row.tooltip);
    if response.on_hover_words(format!("{tooltip} ({key})")).clicked() {
        cx.run(Action::NextDoubt);
    }
}

fn doubts_width(ui: &Ui, words: &str) -> f32 {
    2.0 * GAP + 1.0 + icon_text_width(ui, words, Face::DenseStrong)
}

/// What merges left open, while there is any: a button that goes through it.
fn questions_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let words = left(cx.session);
    if words.is_empty() {
        return;
    }
    ui.add_space(GAP);
    if chip_ui(ui, Chip { word: &words, count: None, is_on: false }).clicked() {
        cx.run(Action::Decide);
    }
}

fn questions_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let words = left(cx.session);
    if words.is_empty() { 0.0 } else { GAP + line_of_text(ui, &words, Face::Dense, egui::Color32::PLACEHOLDER).size().x + 24.0 }
}

/// How the state of saving looks and what it says; nothing for a project that was never worth saving.
fn saved_words(saved: &SaveState) -> Option<(Icon, String, Face)> {
    Some(match saved {
        SaveState::NewProject => return None,
        SaveState::Saved(at) => (Icon::Check, format!("Saved {}", clock(*at)), Face::Dense),
        SaveState::Kept(at) => (Icon::Check, format!("Kept {}, in no file yet", clock(*at)), Face::Dense),
        SaveState::Unsaved => (Icon::Circle, "Not saved yet".to_owned(), Face::Dense),
        SaveState::Saving { .. } => (Icon::Hourglass, "Saving".to_owned(), Face::Dense),
        SaveState::Failed(_) => (Icon::TriangleAlert, "Not saved".to_owned(), Face::DenseStrong),
        SaveState::ReadOnly(_) => (Icon::Lock, "Read only".to_owned(), Face::DenseStrong),
    })
}

fn saved_ui(ui: &mut Ui, saved: &SaveState) {
    let theme = Theme::of(ui.ctx());
    let Some((icon, words, face)) = saved_words(saved) else { return };
    ui.add_space(GAP);
    upright_hairline_ui(ui, 16.0);
    ui.add_space(GAP);
    let (SaveState::Failed(cause) | SaveState::ReadOnly(cause)) = saved else {
        icon_text_ui(ui, icon, &words, face, theme.ink2);
        ui.add_space(words_width(ui, saved, &words, face) - icon_text_width(ui, &words, face));
        return;
    };
    // The whole story is in the notice, and here for whoever has closed it.
    let response = icon_text_ui(ui, icon, &words, face, theme.warn);
    Spoken::new(Role::Label, cause).tell(&response);
    response.on_hover_words(cause);
}

fn saved_width(ui: &Ui, saved: &SaveState) -> f32 {
    saved_words(saved).map_or(0.0, |(_, words, face)| 2.0 * GAP + 1.0 + words_width(ui, saved, &words, face))
}

/// What is said while it is written takes the room of what will be said then, or the bar would twitch at every key.
fn words_width(ui: &Ui, saved: &SaveState, words: &str, face: Face) -> f32 {
    let next = match saved {
        SaveState::Saving { has_file: true } => saved_words(&SaveState::Saved(Moment::default())),
        SaveState::Saving { has_file: false } => saved_words(&SaveState::Kept(Moment::default())),
        _ => None,
    };
    let room = next.map_or(0.0, |(_, words, face)| icon_text_width(ui, &words, face));
    room.max(icon_text_width(ui, words, face))
}
