//! The list of hits in all articles, by article, for the left panel.

use std::ops::Range;

use egui::{Align, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, Vec2};

use super::controls::{field_ui, place_words, steps_ui, toggles_ui, trouble_ui};
use super::{FindState, PADDING};
use crate::command::Command;
use crate::model::id::DocumentId;
use crate::session::Session;
use crate::view::Cx;
use crate::view::place::paragraph_words;
use crate::view::snippet::{Around, snippet};
use crate::view::table::{Heights, Lines, cell_text, lines_ui, padded_ui};
use crate::view::wording::count;
use crate::widget::line::{label_ui, said_ui};
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Face, Icon, IconButton, Spoken, Theme, hairline_ui, icon_button_ui, letter_badge_ui};

const GROUP: f32 = 30.0;
const HIT: f32 = 46.0;
const AROUND: Around = Around { before_chars: 18, after_chars: 60 };

/// The lines of the list of hits.
pub(super) struct Listed {
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

/// Draws the list of hits in all articles, across the whole panel, while it is open.
pub fn find_results_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    if !state.is_list_open {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let mut should_close = false;
    ui.spacing_mut().item_spacing.y = 0.0;
    padded_ui(ui, 36.0, PADDING, |ui| {
        said_ui(ui, "Find in all articles", Face::Strong, theme.ink);
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
        padded_ui(ui, 22.0, PADDING, |ui| label_ui(ui, words, Face::Meta, theme.ink3));
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

fn hits_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FindState) {
    let session = cx.session;
    let listed = state.kept.get(session, session.search().changes(), || listed(session));
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
