//! What bar and list share: the field, its switches and steps, the place among the hits, and what went wrong.

use egui::{Id, Key, Modifiers, Role, Sense, Ui, Vec2};

use super::FindState;
use crate::command::Query;
use crate::command::catalogue::Action;
use crate::session::Session;
use crate::view::Cx;
use crate::view::table::inset_ui;
use crate::view::wording::number_word;
use crate::widget::editor;
use crate::widget::line::{HoverWords, words_ui};
use crate::widget::paint::{line_of_text, paint_focus, paint_line_in};
use crate::widget::{Face, Icon, IconButton, Spoken, TextField, Theme, icon_button_ui, text_field_ui};

/// Enter goes on to the next hit, Shift Enter back; Esc closes. True when it is to be closed.
pub(super) fn field_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState, width: f32) -> bool {
    let id = Id::unique(("tickmark find", state.query.is_everywhere));
    let is_in_it = ui.memory(|memory| memory.has_focus(id)) && !editor::is_composing(ui.ctx());
    let (back, on) = ui.input_mut(|input| {
        let mut take = |modifiers| is_in_it && input.consume_key(modifiers, Key::Enter);
        (take(Modifiers::SHIFT), take(Modifiers::NONE))
    });
    let name = if state.query.is_everywhere { "Words to find in all articles" } else { "Words to find in this article" };
    let hint = if state.query.is_everywhere { "Find in all articles" } else { "Find in this article" };
    let response = text_field_ui(ui, TextField::new(name).hint(hint).width(width).id(id), &mut state.query.text);
    if std::mem::take(&mut state.should_focus) {
        response.request_focus();
        editor::select_all(ui.ctx(), id);
    }
    if response.changed() {
        state.should_send = true;
    }
    // The galley takes the focus after a jump; the field keeps it while the checker types and steps.
    let search = cx.session.search();
    if (back || on) && (search.is_searching() || !search.hits().is_empty()) {
        cx.run(if back { Action::PreviousHit } else { Action::NextHit });
    }
    // egui has taken the focus away by now.
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))
}

pub(super) fn toggles_ui(ui: &mut Ui, state: &mut FindState) {
    let query = &mut state.query;
    let mut is_changed = toggle_ui(ui, "Aa", "Match the case of letters", &mut query.is_case_sensitive);
    is_changed |= toggle_ui(ui, "“w”", "Whole words only", &mut query.is_whole_words);
    is_changed |= toggle_ui(ui, ".*", "Regular expression", &mut query.is_regex);
    state.should_send |= is_changed;
}

/// A switch with two or three signs on it; its name is its tooltip.
fn toggle_ui(ui: &mut Ui, signs: &str, name: &str, is_on: &mut bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(30.0, 26.0), Sense::click());
    if response.clicked() {
        *is_on = !*is_on;
    }
    let (ground, ink) = match (*is_on, response.hovered()) {
        (true, _) => (Some(theme.ink), theme.onink),
        (false, true) => (Some(theme.hover), theme.ink),
        (false, false) => (None, theme.ink2),
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, 4.0, ground);
    }
    let line = line_of_text(ui, signs, Face::Dense, ink);
    paint_line_in(ui.painter(), rect, line, ink);
    paint_focus(ui, &response);
    Spoken::new(Role::Button, name).on(*is_on).tell(&response);
    let is_clicked = response.clicked();
    response.on_hover_words(name);
    is_clicked
}

pub(super) fn steps_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let has_hits = !cx.session.search().hits().is_empty();
    for (icon, name, action) in [(Icon::ChevronUp, "Previous hit", Action::PreviousHit), (Icon::ChevronDown, "Next hit", Action::NextHit)] {
        let key = cx.key(action);
        if icon_button_ui(ui, IconButton::new(icon, name).key(&key).enabled(has_hits)).clicked() {
            cx.run(action);
        }
    }
}

/// `3 of 17`, or `17 found` while the caret is at none of them; in all articles with their number.
pub(super) fn place_words(session: &Session, state: &FindState) -> String {
    let search = session.search();
    let found = search.hits().len();
    if state.query.text.is_empty() {
        return String::new();
    }
    if found == 0 {
        return if search.is_searching() { "Searching …".to_owned() } else { String::new() };
    }
    let more = if search.is_cut() { "+" } else { "" };
    match session.current_hit() {
        Some(at) => format!("{} of {found}{more}", at + 1),
        None => format!("{found}{more} found"),
    }
}

/// What went wrong with the search, in words: no hit, or no regular expression.
fn trouble(session: &Session, query: &Query) -> Option<String> {
    let search = session.search();
    if query.text.is_empty() || search.query() != query || search.is_searching() {
        return None;
    }
    if let Some(error) = search.error() {
        return Some(error.to_owned());
    }
    let articles = session.project().order().len();
    let place = match (query.is_everywhere, articles) {
        (false, _) | (true, 1) => "this article".to_owned(),
        (true, articles) => format!("these {} articles", number_word(articles)),
    };
    search.hits().is_empty().then(|| format!("No “{}” in {place}. Spelling, or another word?", query.text))
}

pub(super) fn trouble_ui(ui: &mut Ui, session: &Session, state: &FindState, padding: f32) {
    let Some(words) = trouble(session, &state.query) else { return };
    let theme = Theme::of(ui.ctx());
    let colour = if session.search().error().is_some() { theme.warn } else { theme.ink2 };
    inset_ui(ui, padding, |ui| words_ui(ui, &words, (Face::Dense, Face::Dense.row()), colour));
    ui.add_space(6.0);
}
