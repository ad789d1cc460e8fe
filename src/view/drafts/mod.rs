//! The window of drafts: what the new draft of an article changed, and the marks that must be looked at for it, gone through one by one.

pub mod rows;

use std::sync::Arc;

use egui::{Align, Context, Id, Layout, Rect, Role, ScrollArea, Sense, Ui, Vec2};

use self::rows::{DraftRows, MarkRow};
use super::Cx;
use super::inspector::correction::difference_words_ui;
use super::kept::Kept;
use super::list_keys::{ListKeys, ListPressed, list_keys_ui};
use super::table::inset_ui;
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::compare::drafts::{Differences, differences};
use crate::model::annotation::{Doubtful, Fate};
use crate::model::document::{Span, Text};
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::modal::top_within;
use crate::widget::paint::{line_cut_to, paint_line_at};
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{
    Button, Chip, Face, Icon, ModalHead, ModalWindow, Spoken, Theme, button_ui, chip_ui, hairline_ui, modal_head_ui, modal_ui, paint_icon,
};

const WIDTH: f32 = 1080.0;
const TOP: f32 = 64.0;
const PADDING: f32 = 18.0;
/// Width of the list of marks, points.
const MARKS: f32 = 376.0;
const ROW: f32 = 46.0;
/// Height of the two columns at most, points.
const COLUMNS: f32 = 560.0;
/// Room for the chosen mark below the list, points.
const DETAIL: f32 = 196.0;
/// Paragraphs shown at once; a book has thousands.
const PAGE: usize = 60;

/// Two drafts that are to be compared off the drawing thread.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftsOrder {
    old: Text,
    new: Text,
}

impl DraftsOrder {
    /// Compares them.
    pub fn compare(&self) -> Differences {
        differences(&self.old, &self.new)
    }
}

/// What is read of an earlier draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reading {
    /// What was changed since.
    #[default]
    Changes,
    /// The draft as it was.
    Whole,
}

/// What the window of drafts remembers.
#[derive(Default)]
pub struct DraftsState {
    document: Option<DocumentId>,
    /// Which earlier draft is read; the last one where there is none.
    before: Option<usize>,
    reading: Reading,
    page: usize,
    ordered: Option<DraftsOrder>,
    wanted: Option<DraftsOrder>,
    found: Option<Arc<Differences>>,
    rows: Kept<DocumentId, Option<DraftRows>>,
    chosen: usize,
    should_reveal: bool,
    came_by_tab: bool,
}

impl DraftsState {
    /// Opens the window on an article.
    pub fn open(&mut self, document: DocumentId) {
        *self = DraftsState { document: Some(document), ..DraftsState::default() };
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.document.is_some()
    }

    /// The drafts that are to be compared, taken once.
    pub fn take_order(&mut self) -> Option<DraftsOrder> {
        self.wanted.take()
    }

    /// Takes what was found between two drafts, if it is still wanted.
    pub fn take_found(&mut self, order: &DraftsOrder, found: Differences) {
        if self.ordered.as_ref() == Some(order) {
            self.found = Some(Arc::new(found));
        }
    }

    fn order(&mut self, old: &Text, new: &Text) {
        let order = DraftsOrder { old: old.clone(), new: new.clone() };
        if self.ordered.as_ref() != Some(&order) {
            self.found = None;
            self.ordered = Some(order.clone());
            self.wanted = Some(order);
        }
    }
}

/// Draws the window while it is open.
pub fn drafts_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut DraftsState) {
    let Some(id) = state.document else { return };
    let (session, now) = (cx.session, cx.now);
    let rows = state.rows.get(session, id, || DraftRows::of(session, id, now));
    let Some(rows) = rows.as_ref() else {
        state.document = None;
        return;
    };
    let window = ModalWindow { id: "drafts", name: "Drafts", width: WIDTH, top: Some(TOP) };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::FileText, title: &rows.title, remark: &rows.now };
        let is_closed = modal_head_ui(ui, head);
        inset_ui(ui, PADDING, |ui| choices_ui(ui, state, rows));
        hairline_ui(ui);
        let height = (ui.ctx().content_rect().height() - top_within(ui.ctx(), TOP) - 190.0).clamp(220.0, COLUMNS);
        let is_left = columns_ui(ui, cx, (state, rows), height);
        is_closed || is_left
    });
    if is_closed || should_close {
        *state = DraftsState::default();
    }
}

/// Which earlier draft is read, and how.
fn choices_ui(ui: &mut Ui, state: &mut DraftsState, rows: &DraftRows) {
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        let last = rows.earlier.len().saturating_sub(1);
        let before = state.before.unwrap_or(last);
        for (nth, name) in rows.earlier.iter().enumerate() {
            if chip_ui(ui, Chip { word: name, count: None, is_on: nth == before }).clicked() {
                (state.before, state.page) = (Some(nth), 0);
            }
        }
        ui.add_space(12.0);
        for (reading, word) in [(Reading::Changes, "What was changed since"), (Reading::Whole, "As it was")] {
            if chip_ui(ui, Chip { word, count: None, is_on: reading == state.reading }).clicked() {
                (state.reading, state.page) = (reading, 0);
            }
        }
    });
    ui.add_space(10.0);
}

/// The two columns; true when the window is to be left for the article.
fn columns_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut DraftsState, &DraftRows), height: f32) -> bool {
    let room = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), height));
    let (left, right) = room.split_left_right_at_x(room.right() - MARKS);
    let layout = Layout::top_down(Align::Min);
    ui.scope_builder(egui::UiBuilder::new().max_rect(left.shrink2(Vec2::new(PADDING, 0.0))).layout(layout), |ui| reading_ui(ui, cx, state));
    let line = Theme::of(ui.ctx()).line;
    ui.painter().vline(right.left(), room.y_range(), egui::Stroke::new(1.0, line));
    let is_left = ui.scope_builder(egui::UiBuilder::new().max_rect(right.with_min_x(right.left() + 1.0)).layout(layout), |ui| {
        marks_ui(ui, cx, (state, rows))
    });
    ui.advance_cursor_after_rect(room);
    is_left.inner
}

/// What is read of the earlier draft.
fn reading_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut DraftsState) {
    let Some(document) = state.document.and_then(|id| cx.session.project().document(id)) else { return };
    let before = state.before.unwrap_or(document.earlier.len().saturating_sub(1));
    let Some(old) = document.earlier.get(before) else { return };
    state.order(&old.text, &document.text);
    let name = if state.reading == Reading::Whole { "Earlier draft" } else { "Differences" };
    ScrollArea::vertical().id_salt((name, before, state.page)).auto_shrink(false).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.add_space(10.0);
        match (state.reading, state.found.clone()) {
            (Reading::Whole, _) => whole_ui(ui, state, &old.text),
            (Reading::Changes, None) => muted_ui(ui, "Comparing …"),
            (Reading::Changes, Some(found)) => changes_ui(ui, state, &found),
        }
        ui.add_space(14.0);
    });
}

fn muted_ui(ui: &mut Ui, words: &str) {
    let ink = Theme::of(ui.ctx()).ink3;
    words_ui(ui, words, (Face::Meta, Face::Meta.row()), ink);
}

fn kept_ui(ui: &mut Ui, kept: usize) {
    if kept > 0 {
        let words = crate::report::words::count(kept, "paragraph");
        muted_ui(ui, &format!("{words} as before"));
        ui.add_space(8.0);
    }
}

fn changes_ui(ui: &mut Ui, state: &mut DraftsState, found: &Differences) {
    let pages = found.changed.len().div_ceil(PAGE).max(1);
    for changed in found.changed.iter().skip(state.page * PAGE).take(PAGE) {
        kept_ui(ui, changed.kept_before);
        difference_words_ui(ui, &changed.pieces);
        ui.add_space(10.0);
    }
    if state.page + 1 == pages {
        kept_ui(ui, found.kept_after);
    }
    pages_ui(ui, state, pages);
}

fn whole_ui(ui: &mut Ui, state: &mut DraftsState, text: &Text) {
    let theme = Theme::of(ui.ctx());
    let pages = text.paragraphs().len().div_ceil(PAGE).max(1);
    for paragraph in text.paragraphs().iter().skip(state.page * PAGE).take(PAGE) {
        quote_ui(ui, &Quote::new(text.slice(*paragraph).trim(), TextStyle::serif(14.0, 19.0), theme.ink));
        ui.add_space(10.0);
    }
    pages_ui(ui, state, pages);
}

fn pages_ui(ui: &mut Ui, state: &mut DraftsState, pages: usize) {
    if pages < 2 {
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if button_ui(ui, Button::secondary("Back").enabled(state.page > 0)).clicked() {
            state.page = state.page.saturating_sub(1);
        }
        muted_ui(ui, &format!("Part {} of {pages}", state.page + 1));
        if button_ui(ui, Button::secondary("Further").enabled(state.page + 1 < pages)).clicked() {
            state.page += 1;
        }
    });
}

/// The marks that must be looked at; true when one is to be seen in the article.
fn marks_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut DraftsState, &DraftRows)) -> bool {
    let theme = Theme::of(ui.ctx());
    ui.add_space(10.0);
    inset_ui(ui, 14.0, |ui| words_ui(ui, rows.summary.clone(), (Face::DenseStrong, Face::DenseStrong.row()), theme.ink));
    ui.add_space(8.0);
    if rows.marks.is_empty() {
        inset_ui(ui, 14.0, |ui| words_ui(ui, "Every mark stands on its words.", (Face::Dense, Face::Dense.row()), theme.ink2));
        return false;
    }
    state.chosen = state.chosen.min(rows.marks.len() - 1);
    let height = (ui.available_height() - DETAIL).max(2.0 * ROW).min(rows.marks.len() as f32 * ROW);
    let rect = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), height));
    let is_entered = keyboard_ui(ui, rect, state, rows);
    let should_reveal = std::mem::take(&mut state.should_reveal);
    let area = ScrollArea::vertical().id_salt("marks").max_height(height).min_scrolled_height(height).auto_shrink(false);
    area.show_rows(ui, ROW, rows.marks.len(), |ui, visible| {
        for at in visible {
            if rows.marks.get(at).is_some_and(|mark| mark_ui(ui, mark, at == state.chosen)) {
                state.chosen = at;
            }
        }
    });
    if should_reveal {
        let top = rect.top() + state.chosen as f32 * ROW;
        ui.scroll_to_rect(Rect::from_min_size(egui::pos2(rect.left(), top), Vec2::new(1.0, ROW)), None);
    }
    hairline_ui(ui);
    let Some(mark) = rows.marks.get(state.chosen) else { return false };
    inset_ui(ui, 14.0, |ui| detail_ui(ui, cx, (state, mark), is_entered))
}

/// The list is one stop for Tab, its marks are chosen by arrows. True when Enter was pressed.
fn keyboard_ui(ui: &Ui, rect: Rect, state: &mut DraftsState, rows: &DraftRows) -> bool {
    let spoken = rows.marks.get(state.chosen).map_or_else(String::new, MarkRow::spoken);
    let list = ListKeys { id: Id::unique("drafts list"), name: "Marks to look at", spoken, count: rows.marks.len() };
    let ListPressed { chosen, is_entered } = list_keys_ui(ui, rect, list, state.chosen, &mut state.came_by_tab);
    if let Some(chosen) = chosen {
        (state.chosen, state.should_reveal) = (chosen, true);
    }
    is_entered
}

fn icon_of(fate: Fate) -> Icon {
    match fate {
        Fate::Moved | Fate::Changed => Icon::TriangleAlert,
        Fate::Lost => Icon::Unlink,
    }
}

/// Draws a line of the list; true when it was clicked.
fn mark_ui(ui: &mut Ui, mark: &MarkRow, is_chosen: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    // Not a stop for Tab: the arrows go through the list.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::CLICK);
    if ui.is_rect_visible(rect) {
        if is_chosen {
            ui.painter().rect_filled(rect, 0.0, theme.selbg);
            ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hover);
        }
        let inside = rect.shrink2(Vec2::new(14.0, 0.0));
        let (above, below) = (rect.top() + 15.0, rect.top() + 32.0);
        paint_icon(ui.painter(), icon_of(mark.fate), egui::pos2(inside.left() + 7.0, above), 14.0, theme.warn);
        let title = line_cut_to(ui, &mark.title, Face::DenseStrong, (theme.ink, inside.width() - 20.0));
        paint_line_at(ui.painter(), (inside.left() + 20.0, above), title, theme.ink);
        let words = if mark.now.is_empty() { &mark.was } else { &mark.now };
        let words = line_cut_to(ui, &format!("“{words}”"), Face::Dense, (theme.ink2, inside.width() - 20.0));
        paint_line_at(ui.painter(), (inside.left() + 20.0, below), words, theme.ink2);
    }
    Spoken::new(Role::ListItem, &mark.spoken()).on(is_chosen).tell(&response);
    response.clicked()
}

/// The chosen mark with the ways out; true when it is to be seen in the article.
fn detail_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, mark): (&mut DraftsState, &MarkRow), is_entered: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let style = TextStyle::serif(14.0, 19.0);
    ui.add_space(8.0);
    label_ui(ui, "It was", Face::Meta, theme.ink3);
    quote_ui(ui, &Quote::new(&mark.was, style, theme.ink2).rows(2));
    if mark.fate != Fate::Moved && !mark.now.is_empty() {
        ui.add_space(4.0);
        label_ui(ui, "It is now", Face::Meta, theme.ink3);
        quote_ui(ui, &Quote::new(&mark.now, style, theme.ink).rows(2));
    }
    ui.add_space(8.0);
    let mut is_left = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        let is_lost = mark.fate == Fate::Lost;
        let label = Action::AcceptPlace.row().map_or("", |row| row.label);
        let accept = !is_lost && button_ui(ui, Button::primary(label).icon(Icon::Check).key("Enter")).clicked();
        if accept || (is_entered && !is_lost) {
            cx.send(Command::Accept(mark.doubtful));
            state.should_reveal = true;
        }
        let show = if is_lost { Button::primary("Choose its words").key("Enter") } else { Button::secondary("Show it") };
        if button_ui(ui, show).clicked() || (is_entered && is_lost) {
            show_mark(cx, mark, state.document);
            is_left = true;
        }
        if button_ui(ui, Button::secondary("Remove it").icon(Icon::Trash)).clicked() {
            cx.send(match mark.doubtful {
                Doubtful::Mark(id) => Command::RemoveMark(id),
                Doubtful::Passage(id) => Command::RemoveExclusion(id),
            });
        }
    });
    is_left
}

fn show_mark(cx: &mut Cx<'_>, mark: &MarkRow, document: Option<DocumentId>) {
    cx.send(Command::LookAt(mark.doubtful));
    if let (Doubtful::Passage(_), Some(document)) = (mark.doubtful, document) {
        cx.send(Command::ShowPlace { document, span: Span::between(mark.span.start(), mark.span.start()) });
    }
}

/// The article whose drafts the window shows when it is asked for.
pub fn article_of(session: &Session) -> Option<DocumentId> {
    session.document().filter(|document| !document.earlier.is_empty()).map(|document| document.id)
}

#[cfg(test)]
mod tests;
