//! Finding words: a slim bar over the page for the article shown, and a list of hits in all articles for the left panel.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange, CharIndex};
use egui::text_edit::TextEditState;
use egui::{Align, Id, Key, Layout, Modifiers, Rect, Role, Sense, Ui, UiBuilder, Vec2};

use super::Cx;
use super::kept::Kept;
use super::place::paragraph_words;
use super::snippet::{Around, snippet};
use super::table::{Heights, Lines, cell_text, inset_ui, lines_ui, padded_ui};
use super::wording::{count, number_word};
use crate::command::catalogue::Action;
use crate::command::{Command, Query};
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at, paint_line_in};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{
    Badge, Face, Icon, IconButton, Spoken, TextField, Theme, hairline_ui, icon_button_ui, icon_ui, letter_badge_ui, text_field_ui,
};

const BAR: f32 = 40.0;
const PADDING: f32 = 12.0;
const GROUP: f32 = 30.0;
const HIT: f32 = 46.0;
const AROUND: Around = Around { before_chars: 18, after_chars: 60 };
/// A selection longer than this is no search word.
const MOST_PRESET_CHARS: usize = 80;

/// What is being searched, as the checker types it.
#[derive(Default)]
pub struct FindState {
    is_bar_open: bool,
    is_list_open: bool,
    query: Query,
    searched: Option<DocumentId>,
    should_focus: bool,
    should_send: bool,
    kept: Kept<Query, Listed>,
}

/// The lines of the list of hits.
struct Listed {
    lines: Vec<Line>,
    heights: Heights,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// Heading of an article with its hits.
    Article(DocumentId, Range<usize>),
    /// A hit by its place among all.
    Hit(usize),
}

impl FindState {
    /// Opens the bar, or the list for all articles. Selected words are looked for at once.
    pub fn open(&mut self, session: &Session, is_everywhere: bool) {
        self.is_bar_open = !is_everywhere;
        self.is_list_open = is_everywhere;
        self.query.is_everywhere = is_everywhere;
        if let Some(words) = selected_words(session) {
            self.query.text = words;
        }
        self.should_focus = true;
        self.should_send = true;
    }

    /// Puts bar and list away and searches no longer.
    pub fn close(&mut self, cx: &mut Cx<'_>) {
        let query = std::mem::take(&mut self.query);
        *self = FindState { query, ..FindState::default() };
        cx.send(Command::Search(Query::default()));
    }

    /// Whether the bar is on screen.
    pub fn is_bar_open(&self) -> bool {
        self.is_bar_open
    }

    /// Whether the list is on screen.
    pub fn is_list_open(&self) -> bool {
        self.is_list_open
    }

    /// Searches again after typing, a toggle, or a change of the article shown.
    fn send_if_due(&mut self, cx: &mut Cx<'_>) {
        let shown = cx.session.document().map(|document| document.id);
        let is_elsewhere = !self.query.is_everywhere && shown != self.searched;
        if std::mem::take(&mut self.should_send) || is_elsewhere {
            self.searched = shown;
            cx.send(Command::Search(self.query.clone()));
        }
    }
}

fn selected_words(session: &Session) -> Option<String> {
    let selection = session.selection().filter(|selection| !selection.is_empty())?;
    let words = session.document()?.text.slice(selection.span());
    (words.chars().count() <= MOST_PRESET_CHARS && !words.contains('\n')).then(|| words.to_owned())
}

/// Draws the bar across the available width, 40 high, while it is open: field, toggles, place among the hits, steps, close.
pub fn find_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    if state.is_bar_open {
        ui.scope(|ui| bar_ui(ui, cx, state));
    }
}

fn bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), BAR));
    ui.painter().rect_filled(room, 0.0, theme.paper);
    let mut should_close = false;
    ui.allocate_ui_with_layout(room.size(), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room.size());
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_space(PADDING);
        icon_ui(ui, Icon::Search, 15.0, theme.ink2);
        ui.add_space(2.0);
        let width = (ui.available_width() - 330.0).clamp(120.0, 320.0);
        should_close = field_ui(ui, cx, state, width);
        toggles_ui(ui, state);
        ui.add_space(8.0);
        ui.label(Face::Dense.text(place_words(cx.session, state)).color(theme.ink2));
        steps_ui(ui, cx);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING - 5.0);
            should_close |= icon_button_ui(ui, IconButton::new(Icon::X, "Close the search").key("Esc")).clicked();
        });
    });
    trouble_ui(ui, cx.session, state, PADDING);
    hairline_ui(ui);
    state.send_if_due(cx);
    if should_close {
        state.close(cx);
    }
}

/// Draws the list of hits in all articles, across the whole panel, while it is open.
pub fn find_results_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    if !state.is_list_open {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let mut should_close = false;
    ui.spacing_mut().item_spacing.y = 0.0;
    padded_ui(ui, 36.0, PADDING, |ui| {
        ui.label(Face::Strong.text("Find in all articles").color(theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            should_close |= icon_button_ui(ui, IconButton::new(Icon::X, "Close the search").key("Esc")).clicked();
        });
    });
    padded_ui(ui, 30.0, PADDING, |ui| should_close |= field_ui(ui, cx, state, ui.available_width()));
    padded_ui(ui, 34.0, PADDING, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        toggles_ui(ui, state);
        ui.add_space(ui.available_width() - 2.0 * 26.0 + 5.0);
        ui.spacing_mut().item_spacing.x = 0.0;
        steps_ui(ui, cx);
    });
    let words = place_words(cx.session, state);
    if !words.is_empty() {
        padded_ui(ui, 22.0, PADDING, |ui| ui.label(Face::Meta.text(words).color(theme.ink3)));
    }
    trouble_ui(ui, cx.session, state, PADDING);
    ui.add_space(4.0);
    hairline_ui(ui);
    hits_ui(ui, cx, state);
    state.send_if_due(cx);
    if should_close {
        state.close(cx);
    }
}

/// Enter goes on to the next hit, Shift Enter back; Esc closes. True when it is to be closed.
fn field_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState, width: f32) -> bool {
    let id = Id::unique(("tickmark find", state.query.is_everywhere));
    let is_in_it = ui.memory(|memory| memory.has_focus(id));
    let (back, on) = ui.input_mut(|input| {
        let mut take = |modifiers| is_in_it && input.consume_key(modifiers, Key::Enter);
        (take(Modifiers::SHIFT), take(Modifiers::NONE))
    });
    let name = if state.query.is_everywhere { "Words to find in all articles" } else { "Words to find in this article" };
    let hint = if state.query.is_everywhere { "Find in all articles" } else { "Find in this article" };
    let response = text_field_ui(ui, TextField::new(name).hint(hint).width(width).id(id), &mut state.query.text);
    if std::mem::take(&mut state.should_focus) {
        response.request_focus();
        select_all(ui, id, &state.query.text);
    }
    if response.changed() {
        state.should_send = true;
    }
    // The galley takes the focus after a jump; the field keeps it while the checker types and steps.
    if (back || on) && !cx.session.search().hits().is_empty() {
        cx.run(if back { Action::PreviousHit } else { Action::NextHit });
    }
    // egui has taken the focus away by now.
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))
}

/// Selects what stands in a field, so that typing replaces it.
fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut edit = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(CharIndex(text.chars().count()));
    edit.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    edit.store(ui.ctx(), id);
}

fn toggles_ui(ui: &mut Ui, state: &mut FindState) {
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
    response.on_hover_text(name);
    is_clicked
}

fn steps_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let has_hits = !cx.session.search().hits().is_empty();
    for (icon, name, action) in [(Icon::ChevronUp, "Previous hit", Action::PreviousHit), (Icon::ChevronDown, "Next hit", Action::NextHit)] {
        let key = cx.key(action);
        if icon_button_ui(ui, IconButton::new(icon, name).key(&key).enabled(has_hits)).clicked() {
            cx.run(action);
        }
    }
}

/// `3 of 17`, or `17 found` while the caret is at none of them; in all articles with their number.
fn place_words(session: &Session, state: &FindState) -> String {
    let search = session.search();
    let found = search.hits().len();
    if state.query.text.is_empty() || found == 0 {
        return String::new();
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
    if query.text.is_empty() || search.query() != query {
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

fn trouble_ui(ui: &mut Ui, session: &Session, state: &FindState, padding: f32) {
    let Some(words) = trouble(session, &state.query) else { return };
    let theme = Theme::of(ui.ctx());
    let colour = if session.search().error().is_some() { theme.warn } else { theme.ink2 };
    inset_ui(ui, padding, |ui| ui.add(egui::Label::new(Face::Dense.text(words).color(colour)).wrap()));
    ui.add_space(6.0);
}

fn hits_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    let session = cx.session;
    let listed = state.kept.get(session, session.search().query().clone(), || listed(session));
    let current = session.current_hit();
    let was_revealed: Id = Id::unique("tickmark find revealed");
    let revealed: Option<usize> = ui.data(|data| data.get_temp(was_revealed)).flatten();
    let reveal = current.filter(|_| current != revealed).and_then(|at| listed.lines.iter().position(|line| *line == Line::Hit(at)));
    ui.data_mut(|data| data.insert_temp(was_revealed, current));
    let mut clicked = None;
    lines_ui(ui, Lines { id: "hits", heights: &listed.heights, reveal }, |ui, at, rect| match listed.lines.get(at) {
        Some(Line::Article(id, hits)) => article_ui(ui, session, rect, (*id, hits.len())),
        Some(Line::Hit(hit)) if hit_ui(ui, session, rect, (*hit, current)) => clicked = Some(*hit),
        _ => {}
    });
    if let Some((document, span)) = clicked.and_then(|at| session.search().hits().get(at)).copied() {
        cx.send(Command::ShowPlace { document, span });
    }
}

fn listed(session: &Session) -> Listed {
    let hits = session.search().hits();
    let mut lines = Vec::new();
    let mut from = 0;
    for group in hits.chunk_by(|one, other| one.0 == other.0) {
        let places = from..from + group.len();
        if let Some((document, _)) = group.first() {
            lines.push(Line::Article(*document, places.clone()));
        }
        from = places.end;
        lines.extend(places.map(Line::Hit));
    }
    let heights = Heights::new(lines.iter().map(|line| if matches!(line, Line::Hit(_)) { HIT } else { GROUP }));
    Listed { lines, heights }
}

fn article_ui(ui: &mut Ui, session: &Session, rect: Rect, (id, hits): (DocumentId, usize)) {
    let theme = Theme::of(ui.ctx());
    let Some(document) = session.project().document(id) else { return };
    let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
    let builder = UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center));
    let mut row = ui.new_child(builder);
    letter_badge_ui(&mut row, &session.project().letter(id), Badge::Small);
    let number = line_of_text(ui, &hits.to_string(), Face::Meta, theme.ink3);
    let left = inside.right() - number.size().x;
    paint_line_at(ui.painter(), (left, rect.center().y), number, theme.ink3);
    let title = Rect::from_x_y_ranges(row.min_rect().right() + 8.0..=left - 8.0, rect.y_range());
    cell_text(ui, title, document.title(), (Face::DenseStrong, theme.ink));
    let response = ui.interact(title, ui.scope_id().with(("article", id)), Sense::hover());
    Spoken::new(Role::Heading, &format!("{}, {}", document.title(), count(hits, "hit"))).tell(&response);
}

/// Draws a hit with its context; true when it was clicked.
fn hit_ui(ui: &mut Ui, session: &Session, rect: Rect, (at, current): (usize, Option<usize>)) -> bool {
    let theme = Theme::of(ui.ctx());
    let Some((document, span)) = session.search().hits().get(at).copied() else { return false };
    let Some(article) = session.project().document(document) else { return false };
    let found = snippet(&article.text, span, AROUND);
    let response = ui.interact(rect, ui.scope_id().with(("hit", at)), Sense::click());
    if current == Some(at) {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let place = line_of_text(ui, &paragraph_words(article, span.start()), Face::Meta, theme.ink3);
    let right = rect.right() - PADDING;
    let place_left = right - place.size().x;
    paint_line_at(ui.painter(), (place_left, rect.top() + 14.0), place, theme.ink3);
    let room = Rect::from_min_max(rect.min + Vec2::new(PADDING, 4.0), egui::pos2(place_left - 8.0, rect.bottom()));
    let emphasis = [(found.core.clone(), Emphasis::Semibold), (found.core.clone(), Emphasis::Underline(theme.ink2))];
    let quote = Quote::new(&found.text, TextStyle::serif(14.0, 19.0), theme.ink).rows(2).emphasis(&emphasis);
    quote_ui(&mut ui.new_child(UiBuilder::new().max_rect(room)), &quote);
    Spoken::new(Role::ListItem, &format!("Hit {}, {}", at + 1, found.text)).on(current == Some(at)).tell(&response);
    paint_focus(ui, &response);
    response.clicked()
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::testing::project_of;
    use crate::view::testing::{Stage, session, window};

    fn open(is_everywhere: bool) -> Harness<'static, Stage<FindState>> {
        let session = session(project_of(&["Dykes\nThe dyke held. A dyke is a wall.", "Locks\nNo dyke here."]));
        let mut state = FindState::default();
        state.open(&session, is_everywhere);
        window(session, state, |ui, cx, state| {
            find_bar_ui(ui, cx, state);
            find_results_ui(ui, cx, state);
        })
    }

    fn type_in(harness: &mut Harness<'static, Stage<FindState>>, words: &str) {
        harness.event(egui::Event::Text(words.into()));
        harness.run();
    }

    #[test]
    fn the_bar_finds_in_the_article_shown_and_steps_through() {
        let mut harness = open(false);
        type_in(&mut harness, "dyke");
        harness.get_by_label("3 found");
        harness.get_by_label("Next hit").click();
        harness.run();
        harness.get_by_label("1 of 3");
        harness.get_by_label("Previous hit").click();
        harness.run();
        harness.get_by_label("3 of 3");
        harness.get_by_label("Match the case of letters").click();
        harness.run();
        harness.get_by_label("2 of 2");
        harness.get_by_label("Close the search").click();
        harness.run();
        assert!(!harness.state().own.is_bar_open() && harness.state().session.search().hits().is_empty());
    }

    #[test]
    fn nothing_found_and_a_bad_expression_are_said_in_words() {
        let mut harness = open(false);
        type_in(&mut harness, "caravan(");
        harness.get_by_label("No “caravan(” in this article. Spelling, or another word?");
        harness.get_by_label("Regular expression").click();
        harness.run();
        harness.get_by_label_contains("This is no regular expression");
        let mut harness = open(true);
        type_in(&mut harness, "caravan");
        harness.get_by_label("No “caravan” in these two articles. Spelling, or another word?");
    }

    #[test]
    fn the_list_shows_hits_by_article_and_a_click_jumps() {
        let mut harness = open(true);
        type_in(&mut harness, "dyke");
        harness.get_by_label("Dykes, 3 hits");
        harness.get_by_label("Locks, 1 hit");
        harness.get_by_label("Hit 4, No dyke here.").click();
        harness.run();
        harness.get_by_label("4 of 4");
        let stage = harness.state();
        let shown = stage.session.document().map(|document| stage.session.project().letter(document.id));
        assert_eq!(shown.as_deref(), Some("B"));
    }
}
