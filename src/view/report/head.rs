//! Title, cards, and the headings of the parts with their legends and filters.

use egui::{Align, Color32, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::rows::Wish;
use super::{DESK, ReportState};
use crate::report::{Card, Jump, Report, Section};
use crate::view::wording::count;
use crate::widget::line::Line;
use crate::widget::paint::{line_cut_to, line_in_style, line_of_text, paint_focus, paint_line_at};
use crate::widget::typeset::TextStyle;
use crate::widget::{Chip, Face, Spoken, Theme, chip_ui};

const CARD_GAP: f32 = 10.0;
const CARD: f32 = 66.0;
/// A narrower card would cut its words, points.
const LEAST_CARD: f32 = 136.0;

/// How many cards stand side by side.
fn cards_a_row(cards: usize, room: f32) -> usize {
    let cards = cards.max(1);
    let fits = room >= cards as f32 * (LEAST_CARD + CARD_GAP) - CARD_GAP;
    if fits { cards } else { cards.div_ceil(2) }
}

/// Height of the cards, points, with room above them.
pub(super) fn cards_height(cards: usize, room: f32) -> f32 {
    14.0 + cards.div_ceil(cards_a_row(cards, room)) as f32 * (CARD + CARD_GAP) - CARD_GAP
}

pub(super) fn title_ui(ui: &mut Ui, report: &Report, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let top = rect.top() + DESK + 18.0;
    let title = line_cut_to(ui, &report.title, Face::ReportTitle, (theme.ink, rect.width() - 200.0));
    paint_line_at(ui.painter(), (rect.left(), top + 15.0), title, theme.ink);
    let below = top + 42.0;
    let sign_off = line_of_text(ui, "Editor sign-off", Face::Dense, theme.ink3);
    let line_left = rect.right() - 84.0;
    let sign_left = line_left - 14.0 - sign_off.size().x;
    let whole = line_of_text(ui, &report.byline, Face::Dense, theme.ink2);
    let fits = whole.size().x <= sign_left - 16.0 - rect.left();
    let byline = if fits { whole } else { line_cut_to(ui, &report.byline, Face::Dense, (theme.ink2, rect.width())) };
    paint_line_at(ui.painter(), (rect.left(), below), byline, theme.ink2);
    // Where the line is full, the sign-off goes up beside the title.
    let sign_middle = if fits { below } else { top + 18.0 };
    paint_line_at(ui.painter(), (sign_left, sign_middle), sign_off, theme.ink3);
    ui.painter().hline(line_left..=rect.right(), sign_middle + 8.5, Stroke::new(1.0, theme.line2));
    let response = ui.interact(rect, ui.scope_id().with("report title"), Sense::hover());
    Spoken::new(Role::Heading, &format!("{}. {}", report.title, report.byline)).tell(&response);
}

/// Draws the cards side by side; gives where the clicked one leads.
pub(super) fn cards_ui(ui: &mut Ui, report: &Report, rect: Rect) -> Option<Jump> {
    let a_row = cards_a_row(report.cards.len(), rect.width());
    let width = (rect.width() + CARD_GAP) / a_row as f32 - CARD_GAP;
    let mut clicked = None;
    for (at, card) in report.cards.iter().enumerate() {
        let (row, column) = (at / a_row, at % a_row);
        let corner = Vec2::new(column as f32 * (width + CARD_GAP), 14.0 + row as f32 * (CARD + CARD_GAP));
        let frame = Rect::from_min_size(rect.min + corner, Vec2::new(width, CARD));
        if card_ui(ui, card, frame.round()) {
            clicked = card.jump;
        }
    }
    clicked
}

fn card_ui(ui: &mut Ui, card: &Card, rect: Rect) -> bool {
    let theme = Theme::of(ui.ctx());
    let sense = if card.jump.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("card", &card.below)), sense);
    let fill = if card.jump.is_some() && response.hovered() { theme.hover } else { theme.paper };
    ui.painter().rect(rect, 4.0, fill, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    let colour = if card.is_alarming { theme.warn } else { theme.ink };
    let figure = line_in_style(ui, &card.figure.to_string(), TextStyle::sans(25.0, 31.0).semibold(), colour);
    let (left, room) = (rect.left() + 12.0, rect.width() - 24.0);
    let after = left + figure.size().x + 5.0;
    let middle = rect.top() + 23.0;
    paint_line_at(ui.painter(), (left, middle), figure, colour);
    let beside = line_cut_to(ui, &card.beside, Face::Dense, (theme.ink2, (rect.right() - 8.0 - after).max(8.0)));
    // On the baseline of the figure.
    paint_line_at(ui.painter(), (after, middle + 3.5), beside, theme.ink2);
    let below = line_cut_to(ui, &card.below, Face::Dense, (theme.ink2, room));
    paint_line_at(ui.painter(), (left, rect.top() + 48.0), below, theme.ink2);
    paint_focus(ui, &response);
    let role = if card.jump.is_some() { Role::Button } else { Role::Label };
    Spoken::new(role, &format!("{} {} {}", card.figure, card.beside, card.below)).tell(&response);
    card.jump.is_some() && response.clicked()
}

/// Draws the heading of a part, and what belongs beside it.
pub(super) fn section_ui(ui: &mut Ui, (state, report): (&mut ReportState, &Report), section: Section, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let middle = rect.bottom() - 13.0;
    let heading = report.title_of(section);
    let title = line_of_text(ui, &heading, Face::GroupTitle, theme.ink);
    let after = rect.left() + title.size().x + 8.0;
    paint_line_at(ui.painter(), (rect.left(), middle), title, theme.ink);
    let response = ui.interact(rect.with_max_x(after), ui.scope_id().with(("part", section)), Sense::hover());
    Spoken::new(Role::Heading, &heading).tell(&response);
    let beside = Rect::from_min_max(egui::pos2(after, middle - 14.0), egui::pos2(rect.right(), middle + 14.0));
    match section {
        Section::Ratings => legend_ui(ui, report, beside),
        Section::Claims => filters_ui(ui, (state, report), beside),
        _ => {
            let remark = remark(report, section);
            let line = line_of_text(ui, &remark, Face::Dense, theme.ink3);
            paint_line_at(ui.painter(), (after, middle), line, theme.ink3);
        }
    }
}

/// What stands beside the heading of a part; nothing where the part is empty, which says so itself.
fn remark(report: &Report, section: Section) -> String {
    match section {
        section if report.count(section) == Some(0) => String::new(),
        Section::Contradictions => count(report.contradictions.len(), "pair"),
        Section::Questions => format!("{} asked or unresolved", report.questions.len()),
        Section::Changes => count(report.changes.len(), "correction"),
        Section::Numbers => count(report.numbers.len(), "figure"),
        Section::Articles => "open one to read it with its marks".to_owned(),
        Section::Method => report.method.scale_name.clone(),
        Section::Hashes => "SHA-256 of the frozen text".to_owned(),
        _ => String::new(),
    }
}

/// What the colours of the bars mean. Where there is no room for all words, only the ends of the scale have theirs.
fn legend_ui(ui: &mut Ui, report: &Report, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let width = |entries: &[LegendEntry]| entries.iter().map(|(line, _)| line.size().x + 30.0).sum::<f32>();
    let long = legend(ui, report, false);
    let shown = if width(&long) <= rect.width() { long } else { legend(ui, report, true) };
    let mut right = rect.right();
    for (line, colour) in shown {
        let left = right - line.size().x;
        paint_line_at(ui.painter(), (left, rect.center().y), line, theme.ink2);
        let square = Rect::from_min_size(egui::pos2((left - 17.0).round(), (rect.center().y - 6.5).round()), Vec2::splat(13.0));
        ui.painter().rect(square, 0.0, colour, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
        right = square.left() - 13.0;
    }
}

/// Words and colour.
type LegendEntry = (Line, Color32);

/// The entries from the right end leftwards.
fn legend(ui: &Ui, report: &Report, is_short: bool) -> Vec<LegendEntry> {
    let theme = Theme::of(ui.ctx());
    let line = |words: &str| line_of_text(ui, words, Face::Meta, theme.ink2);
    let last = report.scale.len().saturating_sub(1);
    let mut entries = vec![(line("not rated"), theme.paper)];
    entries.extend(report.scale.iter().enumerate().map(|(at, face)| {
        let is_end = at == 0 || at == last;
        let words = if is_short && !is_end { face.grade.value().to_string() } else { face.label() };
        (line(&words), theme.rating(face.grade.value()).0)
    }));
    entries
}

fn filters_ui(ui: &mut Ui, (state, report): (&mut ReportState, &Report), rect: Rect) {
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    let mut row = ui.new_child(builder);
    row.spacing_mut().item_spacing.x = 6.0;
    for (at, filter) in report.claims.filters.iter().enumerate().rev() {
        // The first one only sorts.
        let count = (at > 0).then_some(filter.rows.len());
        if chip_ui(&mut row, Chip { word: &filter.name, count, is_on: state.wish.filter == at }).clicked() {
            state.wish = Wish { filter: at, has_all_claims: false };
        }
    }
}
