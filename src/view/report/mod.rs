//! The Report view: the report as it will be handed over, drawn from its tree; every line leads to its place in the text.

mod building;
mod export;
mod head;
mod lists;
pub mod rows;
mod statuses;
mod tables;

use std::sync::Arc;

use egui::{Color32, Rect, Role, Sense, Stroke, Ui, Vec2};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use self::building::Building;
pub use self::building::ReportOrder;
pub use self::export::report_right_ui;
use self::rows::{Line, Wish, command, jump, lines, sections, spoken};
use super::Cx;
use super::kept::Kept;
use super::table::{Heights, Lines, cell_text, focus_table, keyboard_ui, lines_on_ui, padded_ui, stepped};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::moment::Moment;
use crate::report::{Jump, Report, Section};
use crate::session::ViewKind;
use crate::widget::line::{label_ui, said_ui};
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at};
use crate::widget::{Face, Spoken, Theme};

/// Desk around the page, and paper around the words, points.
const DESK: f32 = 12.0;
const PADDING: f32 = 26.0;
/// A wider page would be hard to read across.
const WIDEST: f32 = 980.0;
const MINUTE_MS: i64 = 60_000;

/// What the Report view remembers.
#[derive(Default)]
pub struct ReportState {
    wish: Wish,
    building: Building,
    shown: Kept<(Wish, u32, u64), Shown>,
    /// The line that the keyboard is on.
    chosen: Option<Line>,
    reveal: Option<Line>,
    /// The part at the top of the window.
    current: Option<Section>,
    export: export::ExportState,
}

/// The lines of the report, with their heights.
struct Shown {
    lines: Vec<Line>,
    heights: Heights,
    /// The part that each line belongs to.
    parts: Vec<Section>,
}

impl ReportState {
    fn report(&mut self, cx: &Cx<'_>) -> Option<Arc<Report>> {
        self.building.get(cx)
    }

    /// The report that is wanted from the app, taken once.
    pub fn take_order(&mut self) -> Option<ReportOrder> {
        self.building.take_order()
    }

    /// Shows a report that was ordered; gives the one it takes the place of.
    pub fn take_report(&mut self, order: &ReportOrder, report: Arc<Report>) -> Option<Arc<Report>> {
        self.building.take(order, report)
    }
}

/// Difference of this machine's clock to UTC at that time.
fn offset(now: Moment) -> jiff::tz::Offset {
    let here = Timestamp::from_millisecond(now.epoch_ms).map(|now| TimeZone::system().to_offset(now));
    here.unwrap_or(jiff::tz::Offset::UTC)
}

/// A line to be drawn: where, and whether the keyboard is on it.
#[derive(Clone, Copy)]
struct Place {
    rect: Rect,
    is_chosen: bool,
}

/// Draws the report across the middle of the window.
pub fn report_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ReportState) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.desk);
    ui.spacing_mut().item_spacing.y = 0.0;
    let report = state.report(cx);
    let words = match &report {
        None => Some("Building the report …"),
        Some(report) => report.is_empty().then_some("Nothing to report yet. It fills as you tag."),
    };
    if let Some(words) = words {
        padded_ui(ui, 60.0, PADDING, |ui| label_ui(ui, words, Face::Interface, theme.ink2));
    }
    let Some(report) = report.filter(|report| !report.is_empty()) else { return };
    let action = keyboard_ui(ui, cx, ViewKind::Report);
    let width = (ui.available_width() - 2.0 * DESK).clamp(320.0, WIDEST);
    let shown = state.shown.get(cx.session, (state.wish, width.to_bits(), state.building.serial), || {
        let lines = lines(&report, state.wish);
        let room = width - 2.0 * PADDING;
        let heights = Heights::new(lines.iter().map(|line| height(ui, &report, *line, room)));
        let parts = parts(&lines);
        Shown { lines, heights, parts }
    });
    if let Some(action) = action {
        act(cx, state, (&report, &shown), action);
    }
    let reveal = state.reveal.take().and_then(|line| shown.lines.iter().position(|other| *other == line));
    let page = |whole: Rect| {
        let left = whole.left() + ((whole.width() - width) / 2.0).floor().max(DESK);
        Rect::from_x_y_ranges(left..=left + width, whole.y_range())
    };
    let ground = |ui: &Ui, whole: Rect| {
        let sheet = page(whole);
        let sheet = sheet.with_min_y(sheet.top() + DESK).with_max_y(sheet.bottom() - DESK);
        ui.painter().rect(sheet, 0.0, theme.paper, Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
    };
    let mut top = None;
    let near_top = ui.available_rect_before_wrap().top() + 80.0;
    lines_on_ui(ui, Lines { id: "report", heights: &shown.heights, reveal }, ground, |ui, at, rect| {
        let Some(line) = shown.lines.get(at).copied() else { return };
        if rect.top() <= near_top {
            top = Some(at);
        }
        let inside = page(rect).shrink2(Vec2::new(PADDING, 0.0));
        let place = Place { rect: inside, is_chosen: state.chosen == Some(line) };
        line_ui(ui, cx, (state, &report), (line, place));
    });
    state.current = top.and_then(|top| shown.parts.get(top)).copied();
}

/// The part that each line belongs to.
fn parts(lines: &[Line]) -> Vec<Section> {
    let mut part = Section::Summary;
    let of = |line: &Line| {
        if let Line::Head(section) = line {
            part = *section;
        }
        part
    };
    lines.iter().map(of).collect()
}

/// Heights of lines are fixed but for paragraphs, which are laid out.
fn height(ui: &Ui, report: &Report, line: Line, room: f32) -> f32 {
    match line {
        Line::Title => DESK + 70.0,
        Line::Cards => head::cards_height(report.cards.len(), room),
        Line::Head(_) => 42.0,
        Line::Columns(_) => 20.0,
        Line::StatusColumns => 34.0,
        Line::Nothing(_) | Line::MoreClaims(_) => 28.0,
        Line::Rating(_)
        | Line::Total
        | Line::Statuses(_)
        | Line::AllStatuses
        | Line::Question(_)
        | Line::Article(_)
        | Line::Hash(_)
        | Line::Past(_) => 27.0,
        Line::Claim(_) | Line::Number(_) | Line::Group(_) | Line::Working(_) => 28.0,
        Line::Contradiction(at) => {
            if report.contradictions.get(at).is_some_and(|row| !row.note.is_empty()) {
                50.0
            } else {
                30.0
            }
        }
        Line::Change(_) => 50.0,
        Line::Kind(_) => 28.0,
        Line::Source(..) => 40.0,
        Line::Method(at) => {
            let words = report.method.paragraphs.get(at).map_or("", String::as_str);
            lists::paragraph(ui, words, room, Color32::PLACEHOLDER).size().y + 8.0
        }
        Line::End => DESK + PADDING,
    }
}

fn line_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, report): (&mut ReportState, &Report), (line, place): (Line, Place)) {
    let rect = place.rect;
    if let Some(jump) = jump(report, line)
        && row_ground_ui(ui, (report, line), place)
    {
        go(ui, cx, jump);
    }
    match line {
        Line::Title => head::title_ui(ui, report, rect),
        Line::Cards => {
            if let Some(jump) = head::cards_ui(ui, report, rect) {
                go(ui, cx, jump);
            }
        }
        Line::Head(section) => head::section_ui(ui, (state, report), section, rect),
        Line::Columns(section) => tables::columns_ui(ui, section, rect),
        Line::StatusColumns => statuses::columns_ui(ui, report, rect),
        Line::Statuses(at) => draw(report.ratings.get(at), |row| statuses::article_ui(ui, (report, row), rect)),
        Line::AllStatuses => draw(report.total.as_ref(), |total| {
            statuses::total_ui(ui, (report, total), rect);
            let response = ui.interact(rect, ui.scope_id().with("all statuses"), Sense::hover());
            Spoken::new(Role::ListItem, &spoken(report, line)).tell(&response);
        }),
        Line::Nothing(section) => {
            let filter = report.claims.filters.get(state.wish.filter).filter(|_| state.wish.filter > 0).map(|filter| filter.name.as_str());
            let theme = Theme::of(ui.ctx());
            cell_text(ui, rect, &rows::nothing(section, filter), (Face::Dense, theme.ink3));
        }
        Line::MoreClaims(more) => {
            if lists::more_claims_ui(ui, more, rect) {
                state.wish.has_all_claims = true;
            }
        }
        Line::Rating(at) => draw(report.ratings.get(at), |row| tables::rating_ui(ui, row, rect)),
        Line::Total => draw(report.total.as_ref(), |total| {
            tables::total_ui(ui, (&report.language().say("total-row"), total), rect);
            let response = ui.interact(rect, ui.scope_id().with("total"), Sense::hover());
            Spoken::new(Role::ListItem, &spoken(report, line)).tell(&response);
        }),
        Line::Claim(at) => draw(report.claims.rows.get(at), |row| tables::claim_ui(ui, row, rect)),
        Line::Contradiction(at) => draw(report.contradictions.get(at), |row| {
            if let Some(claim) = lists::contradiction_ui(ui, row, rect) {
                cx.send(Command::ShowRecord(crate::model::annotation::Mention::Claim(claim)));
            }
        }),
        Line::Group(at) => draw(report.disagreeing().nth(at), |group| lists::group_ui(ui, group, rect)),
        Line::Working(at) => draw(report.workings.get(at), |row| lists::working_ui(ui, (report, row), rect)),
        Line::Question(at) => draw(report.questions.get(at), |row| lists::question_ui(ui, row, rect)),
        Line::Change(at) => draw(report.changes.get(at), |row| lists::change_ui(ui, row, rect)),
        Line::Kind(at) => draw(report.sources.get(at), |group| tables::kind_ui(ui, group, rect)),
        Line::Source(group, at) => {
            draw(report.sources.get(group).and_then(|group| Some((group.kind, group.rows.get(at)?))), |(kind, row)| {
                tables::source_ui(ui, (kind, row), rect);
            });
        }
        Line::Number(at) => draw(report.numbers.get(at), |row| tables::number_ui(ui, row, rect)),
        Line::Article(at) => draw(report.articles.get(at), |article| lists::article_ui(ui, article, rect)),
        Line::Method(at) => draw(report.method.paragraphs.get(at), |words| lists::method_ui(ui, words, rect)),
        Line::Hash(at) => draw(report.hashes.get(at), |row| lists::hash_ui(ui, row, rect)),
        Line::Past(at) => draw(report.history.get(at), |row| lists::past_ui(ui, row, rect)),
        Line::End => {}
    }
}

fn draw<T>(row: Option<T>, draw_ui: impl FnOnce(T)) {
    if let Some(row) = row {
        draw_ui(row);
    }
}

/// Goes where a line leads. A click while the table has no focus gives it the keyboard, for the way back.
fn go(ui: &Ui, cx: &mut Cx<'_>, jump: Jump) {
    focus_table(ui, ViewKind::Report);
    cx.send(command(jump));
}

/// Draws the ground of a line that leads somewhere; true when it was clicked.
fn row_ground_ui(ui: &mut Ui, (report, line): (&Report, Line), place: Place) -> bool {
    let theme = Theme::of(ui.ctx());
    let key = format!("{line:?}");
    let response = ui.interact(place.rect, ui.scope_id().with(key), Sense::CLICK);
    // A little beyond the columns, so that words do not touch the edge of the ground.
    let ground = place.rect.expand2(Vec2::new(8.0, 0.0));
    if place.is_chosen {
        ui.painter().rect_filled(ground, 0.0, theme.selbg);
        ui.painter().rect_filled(ground.with_max_x(ground.left() + 3.0), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, 0.0, theme.hover);
    }
    ui.painter().rect_filled(place.rect.with_max_y(place.rect.top() + 1.0), 0.0, theme.line);
    Spoken::new(Role::ListItem, &spoken(report, line)).on(place.is_chosen).tell(&response);
    response.clicked()
}

/// Carries out what was pressed while the report has the keyboard.
fn act(cx: &mut Cx<'_>, state: &mut ReportState, (report, shown): (&Report, &Shown), action: Action) {
    let stops: Vec<Line> = shown.lines.iter().copied().filter(|line| jump(report, *line).is_some()).collect();
    let chosen = state.chosen.and_then(|chosen| stops.iter().position(|line| *line == chosen));
    match action {
        Action::RowNext | Action::RowPrevious => {
            let next = stepped(chosen, stops.len(), action == Action::RowNext).and_then(|at| stops.get(at)).copied();
            state.chosen = next;
            state.reveal = next;
            if let Some(Jump::Record(record)) = next.and_then(|line| jump(report, line)) {
                cx.send(Command::SelectRecord(record));
            }
        }
        Action::RowShow => {
            if let Some(jump) = state.chosen.and_then(|line| jump(report, line)) {
                cx.send(command(jump));
            }
        }
        _ => {}
    }
}

/// Draws the left panel: the parts of the report, with how much stands in each.
pub fn report_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ReportState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let report = state.report(cx);
    padded_ui(ui, 36.0, 12.0, |ui| {
        said_ui(ui, "Report", Face::Strong, theme.ink);
        if state.building.is_updating() {
            ui.add_space(8.0);
            said_ui(ui, "updating …", Face::Meta, theme.ink3);
        }
    });
    let Some(report) = report.filter(|report| !report.is_empty()) else { return };
    for section in sections(&report) {
        let is_current = state.current == Some(section);
        if section_row_ui(ui, &report.title_of(section), report.count(section), is_current) {
            state.reveal = Some(if section == Section::Summary { Line::Title } else { Line::Head(section) });
            state.current = Some(section);
        }
    }
}

fn section_row_ui(ui: &mut Ui, title: &str, count: Option<usize>, is_current: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::click());
    if is_current {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let face = if is_current { Face::DenseStrong } else { Face::Dense };
    let inside = rect.shrink2(Vec2::new(12.0, 0.0));
    cell_text(ui, inside, title, (face, theme.ink));
    if let Some(count) = count {
        let number = line_of_text(ui, &count.to_string(), face, theme.ink3);
        paint_line_at(ui.painter(), (inside.right() - number.size().x, rect.center().y), number, theme.ink3);
    }
    paint_focus(ui, &response);
    Spoken::new(Role::Button, title).on(is_current).tell(&response);
    response.clicked()
}

#[cfg(test)]
mod tests;
