//! Puts the panels together: bars, side panels, the view in the middle, what floats above.

mod floating;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Area, CentralPanel, Context, Frame, Id, Key, Order, Panel, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use super::dialogs::Purpose;
use super::settings::Settings;
use super::splitter;
use crate::command::catalogue::Action;
use crate::model::id::ClaimId;
use crate::report::Report;
use crate::session::already::{Asked, Known, Library};
use crate::session::{Preferences, Session, ViewKind};
use crate::view::Cx;
use crate::view::again::AgainState;
use crate::view::article::{GalleyState, article_ui, galley_id};
use crate::view::backups::BackupsState;
use crate::view::changed::ChangedFile;
use crate::view::compare::{CompareState, compare_left_ui, compare_right_ui, compare_ui};
use crate::view::decide::DecideState;
use crate::view::drafts::{DraftsState, article_of};
use crate::view::export::ExportWindow;
use crate::view::find_bar::{FindState, find_bar_ui, find_results_ui};
use crate::view::grouping::GroupingState;
use crate::view::inspector::{ComparedTranscript, InspectorState, TranscriptOrder, inspector_ui};
use crate::view::letters::LettersState;
use crate::view::notice::{NoticeState, notice_ui};
use crate::view::numbers::checks::numbers_right_ui;
use crate::view::numbers::{NumbersState, numbers_left_ui, numbers_ui};
use crate::view::opening::OpeningState;
use crate::view::palette::PaletteState;
use crate::view::path_dialog::PathDialogState;
use crate::view::queue::{QueueState, queue_left_ui, queue_ui};
use crate::view::report::{ReportOrder, ReportState, report_left_ui, report_right_ui, report_ui};
use crate::view::settings::SettingsState;
use crate::view::sidebar::{SidebarState, sidebar_ui};
use crate::view::sources::{SourcesState, sources_left_ui, sources_ui};
use crate::view::stating::StatingState;
use crate::view::status_bar::{SaveState, StatusBarState, status_bar_ui};
use crate::view::switch_off::SwitchOffState;
use crate::view::table::table_id;
use crate::view::top_bar::top_bar_ui;
use crate::view::web::WebState;
use crate::view::welcome::{WelcomeState, welcome_ui};
use crate::widget::access::announce_ui;
use crate::widget::paint::paint_outline_above;
use crate::widget::theme::Theme;

pub use floating::Answered;

/// Heights of the bars, points.
const TOP_BAR: f32 = 44.0;
/// Height of the status bar, points.
const STATUS_BAR: f32 = 30.0;
/// What egui knows the side panels by.
const LEFT_PANEL: &str = "left panel";
const RIGHT_PANEL: &str = "inspector";
/// Usual width of the left panel, and its bounds, points.
const LEFT: (f32, f32, f32) = (232.0, 180.0, 320.0);
/// Usual width of the inspector, and its bounds, points.
const INSPECTOR: (f32, f32, f32) = (356.0, 300.0, 480.0);
/// Window width below which the inspector is a drawer, points.
const DRAWER_BELOW: f32 = 1180.0;
/// Window width below which the left panel is a drawer too, points.
const SLIM_BELOW: f32 = 760.0;

/// Tables are never set narrower than this, points; where there is less room they are pushed from side to side.
const LEAST_TABLE: f32 = 560.0;

/// The panels that F6 goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Left,
    Centre,
    Inspector,
}

/// All panels with what they remember.
#[derive(Default)]
pub struct Panels {
    /// The article.
    pub galley: GalleyState,
    /// Two articles beside each other.
    pub compare: CompareState,
    /// What a screen reader is told.
    pub announcement: String,
    sidebar: SidebarState,
    inspector: InspectorState,
    status_bar: StatusBarState,
    notice: NoticeState,
    welcome: WelcomeState,
    queue: QueueState,
    numbers: NumbersState,
    sources: SourcesState,
    report: ReportState,
    find: FindState,
    palette: PaletteState,
    settings: SettingsState,
    decide: DecideState,
    letters: LettersState,
    export: ExportWindow,
    grouping: GroupingState,
    stating: StatingState,
    switch_off: SwitchOffState,
    drafts: DraftsState,
    again: Option<AgainState>,
    is_sheet_open: bool,
    path_dialog: Option<(Purpose, PathDialogState)>,
    /// The folder of which it wants the entries.
    wanted_folder: Option<String>,
    backups: Option<BackupsState>,
    opening: Option<OpeningState>,
    web: Option<WebState>,
    is_asking_to_close: bool,
    /// The conflict copies that may be merged, in words.
    copies: Option<String>,
    changed: Option<ChangedFile>,
    is_drawer_open: bool,
    is_left_drawer_open: bool,
    widths: (f32, f32),
    window: Option<(f32, f32)>,
    zoom: Option<f32>,
    stop: Option<Stop>,
    answered: Vec<Answered>,
}

impl Panels {
    /// Panels as wide as they were last time.
    pub fn new(settings: &Settings) -> Self {
        let widths = (settings.left_width.unwrap_or(LEFT.0), settings.inspector_width.unwrap_or(INSPECTOR.0));
        Panels { widths, ..Panels::default() }
    }

    /// Whether something floats above that has the keyboard.
    pub fn has_overlay(&self) -> bool {
        self.palette.is_open()
            || self.settings.is_open()
            || self.decide.is_open()
            || self.letters.is_open()
            || self.export.is_open()
            || self.grouping.is_open()
            || self.stating.is_open()
            || self.switch_off.is_open()
            || self.drafts.is_open()
            || self.is_sheet_open
            || self.path_dialog.is_some()
            || self.is_asking_to_close
            || self.copies.is_some()
            || self.backups.is_some()
            || self.opening.is_some()
            || self.web.is_some()
            || self.again.is_some()
            || self.changed.is_some()
    }

    /// Whether even keys that act everywhere belong to what floats above.
    pub fn takes_all_keys(&self) -> bool {
        self.has_overlay()
    }

    /// Whether a widget with the focus is a table, where row keys act.
    pub fn is_table_focus(&self, id: Id) -> bool {
        [ViewKind::Claims, ViewKind::Numbers, ViewKind::Sources, ViewKind::Compare, ViewKind::Report]
            .iter()
            .any(|view| table_id(*view) == id)
    }

    /// Lets go of all that belonged to the project at work.
    pub fn forget_project(&mut self) {
        let library = Arc::clone(&self.inspector.already.library);
        let kept = Panels { widths: self.widths, window: self.window, zoom: self.zoom, ..Panels::default() };
        *self = kept;
        self.set_library(library);
    }

    /// Opens what floats, or the search.
    pub fn open(&mut self, session: &Session, action: Action) {
        match action {
            Action::Palette => self.palette.open(),
            Action::Shortcuts => self.is_sheet_open = true,
            Action::Settings => self.settings.open(),
            Action::Decide => self.decide.open(),
            Action::Letters => self.letters.open(session),
            Action::Export => self.export.open(),
            Action::ReadAgain => self.again = AgainState::of(session),
            Action::Drafts => article_of(session).into_iter().for_each(|document| self.drafts.open(document)),
            Action::GroupNumber | Action::RowGroup => drop(self.grouping.open(session)),
            Action::StateCheck | Action::RowCheck => drop(self.stating.open(session)),
            Action::Find => self.find.open(session, false),
            Action::FindEverywhere => self.find.open(session, true),
            _ => {}
        }
    }

    /// Goes to the calculator, and shows the panel where it stands.
    pub fn open_calculator(&mut self, ctx: &Context, preferences: &mut Preferences) {
        self.numbers.checks.open_calculator();
        if is_narrow(ctx) {
            self.is_drawer_open = true;
        } else {
            preferences.is_inspector_open = true;
        }
    }

    /// Shows or hides the inspector, which is a drawer in a narrow window.
    pub fn toggle_inspector(&mut self, ctx: &Context, preferences: &mut Preferences) {
        if is_narrow(ctx) {
            self.is_drawer_open = !self.is_drawer_open;
        } else {
            preferences.is_inspector_open = !preferences.is_inspector_open;
        }
    }

    /// Shows or hides the left panel, which is a drawer in a slim window.
    pub fn toggle_left(&mut self, ctx: &Context, preferences: &mut Preferences) {
        if is_slim(ctx) {
            self.is_left_drawer_open = !self.is_left_drawer_open;
        } else {
            preferences.is_left_open = !preferences.is_left_open;
        }
    }

    /// Whether the left panel is shown: when it is wanted, and while it holds what was searched for.
    fn has_left(&self, ctx: &Context, preferences: &Preferences) -> bool {
        self.find.is_list_open() || if is_slim(ctx) { self.is_left_drawer_open } else { preferences.is_left_open }
    }

    /// Shows or hides the pairs of articles beside the Compare view, which has its room else.
    pub fn toggle_pairs(&mut self) {
        self.compare.is_list_open = !self.compare.is_list_open;
    }

    /// Shows the inspector because one of its fields is wanted.
    pub fn show_inspector(&mut self) {
        self.is_drawer_open = true;
    }

    /// Moves the keyboard focus to the next panel that is shown.
    pub fn step_focus(&mut self, ctx: &Context, preferences: &Preferences, forward: bool) {
        let has_inspector = if is_narrow(ctx) { self.is_drawer_open } else { preferences.is_inspector_open };
        let shown: Vec<Stop> = [(Stop::Left, self.has_left(ctx, preferences)), (Stop::Centre, true), (Stop::Inspector, has_inspector)]
            .into_iter()
            .filter_map(|(stop, is_shown)| is_shown.then_some(stop))
            .collect();
        let focused = ctx.memory(|memory| memory.focused());
        let by_focus = shown.iter().position(|stop| focused == Some(stop_id(*stop)));
        let current = by_focus.or_else(|| self.stop.and_then(|stop| shown.iter().position(|other| *other == stop)));
        let centre = shown.iter().position(|stop| *stop == Stop::Centre).unwrap_or(0);
        let at = current.filter(|_| focused != Some(galley_id())).unwrap_or(centre);
        let step = if forward { 1 } else { shown.len() - 1 };
        let next = shown.get((at + step) % shown.len()).copied().unwrap_or(Stop::Centre);
        self.stop = Some(next);
        ctx.memory_mut(|memory| memory.request_focus(stop_id(next)));
    }

    /// Whether numbers of the same are to be looked for: they are on screen, or asked about.
    pub fn wants_proposals(&self, session: &Session) -> bool {
        session.view() == ViewKind::Numbers || self.grouping.is_open()
    }

    /// Whether a claim was checked before, to be answered; taken once.
    pub fn take_asked(&mut self) -> Option<Asked> {
        self.inspector.already.take_order()
    }

    /// Takes what was checked before and is like a claim.
    pub fn take_known(&mut self, claim: ClaimId, known: Vec<Known>) {
        self.inspector.already.take_answer(claim, known);
    }

    /// A long transcript to be compared, taken once.
    pub fn take_transcript_order(&mut self) -> Option<TranscriptOrder> {
        self.inspector.take_transcript_order()
    }

    /// Takes what came of comparing a transcript.
    pub fn take_compared_transcript(&mut self, answer: ComparedTranscript) {
        self.inspector.take_compared_transcript(answer);
    }

    /// Offers the settled claims of other projects from now on.
    pub fn set_library(&mut self, library: Arc<Library>) {
        self.inspector.already.library = library;
    }

    /// Shows of which files copies lie beside the project, by their hashes.
    pub fn set_originals(&mut self, kept: BTreeSet<String>) {
        self.inspector.originals = kept;
    }

    /// The report that the Report view waits for, taken once.
    pub fn take_report_order(&mut self) -> Option<ReportOrder> {
        self.report.take_order()
    }

    /// Shows a report that was ordered; gives the one it takes the place of.
    pub fn take_report(&mut self, order: &ReportOrder, report: Arc<Report>) -> Option<Arc<Report>> {
        self.report.take_report(order, report)
    }

    /// Notes the sizes of panels and window for the next start.
    pub fn note_sizes(&self, settings: &mut Settings) {
        settings.left_width = Some(self.widths.0);
        settings.inspector_width = Some(self.widths.1);
        settings.window = self.window.or(settings.window);
        settings.zoom = self.zoom.unwrap_or(settings.zoom);
    }

    /// Draws everything.
    pub fn draw_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, state: &SaveState) {
        let ctx = ui.ctx().clone();
        let theme = Theme::of(&ctx);
        let size = ctx.content_rect().size();
        self.window = Some((size.x * ctx.zoom_factor(), size.y * ctx.zoom_factor()));
        self.zoom = Some(ctx.zoom_factor());
        let bar = Frame::NONE.fill(theme.panel);
        Panel::top("top bar").exact_size(TOP_BAR).frame(bar).show_separator_line(false).show(ui, |ui| top_bar_ui(ui, cx));
        self.status_bar.remark = self.compare.remark();
        Panel::bottom("status bar")
            .exact_size(STATUS_BAR)
            .frame(bar)
            .show_separator_line(false)
            .show(ui, |ui| status_bar_ui(ui, cx, &mut self.status_bar, state));
        self.left_ui(ui, cx);
        self.inspector_ui(ui, cx);
        CentralPanel::default().frame(Frame::NONE.fill(theme.desk)).show(ui, |ui| self.centre_ui(ui, cx));
        notice_ui(ui, cx, &mut self.notice);
        if let Some(words) = self.compare.take_announcement() {
            self.announcement = words;
        }
        announce_ui(ui, &self.announcement);
        self.floating_ui(&ctx, cx);
    }

    fn left_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let is_compare = cx.session.view() == ViewKind::Compare;
        let has_left = if is_compare { self.compare.is_list_open } else { self.has_left(ui.ctx(), cx.preferences) };
        if !has_left {
            return;
        }
        if is_slim(ui.ctx()) {
            drawer_ui(ui, (Stop::Left, self.widths.0), |ui| self.left_contents_ui(ui, cx));
            return;
        }
        let theme = Theme::of(ui.ctx());
        splitter::take_arrows(ui, LEFT_PANEL, Key::ArrowRight);
        let panel = Panel::left(LEFT_PANEL).resizable(true).default_size(self.widths.0).size_range(LEFT.1..=LEFT.2);
        let shown = panel.frame(Frame::NONE.fill(theme.panel)).show(ui, |ui| self.left_contents_ui(ui, cx));
        self.widths.0 = shown.response.rect.width();
        splitter::paint_edge(ui, LEFT_PANEL, shown.response.rect);
    }

    fn left_contents_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        focus_stop_ui(ui, Stop::Left, "Left panel");
        match cx.session.view() {
            ViewKind::Articles if self.find.is_list_open() => find_results_ui(ui, cx, &mut self.find),
            ViewKind::Articles => sidebar_ui(ui, cx, &mut self.sidebar),
            ViewKind::Claims => queue_left_ui(ui, cx, &mut self.queue),
            ViewKind::Numbers => numbers_left_ui(ui, cx, &mut self.numbers),
            ViewKind::Sources => sources_left_ui(ui, cx, &mut self.sources),
            ViewKind::Compare => compare_left_ui(ui, cx, &mut self.compare),
            ViewKind::Report => report_left_ui(ui, cx, &mut self.report),
        }
    }

    fn inspector_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let theme = Theme::of(ui.ctx());
        let frame = Frame::NONE.fill(theme.panel);
        if is_narrow(ui.ctx()) {
            if self.is_drawer_open {
                drawer_ui(ui, (Stop::Inspector, self.widths.1), |ui| self.inspector_contents_ui(ui, cx));
            }
            return;
        }
        if !cx.preferences.is_inspector_open {
            return;
        }
        splitter::take_arrows(ui, RIGHT_PANEL, Key::ArrowLeft);
        let panel = Panel::right(RIGHT_PANEL).resizable(true).default_size(self.widths.1).size_range(INSPECTOR.1..=INSPECTOR.2);
        let shown = panel.frame(frame).show(ui, |ui| self.inspector_contents_ui(ui, cx));
        self.widths.1 = shown.response.rect.width();
        splitter::paint_edge(ui, RIGHT_PANEL, shown.response.rect);
    }

    fn inspector_contents_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        focus_stop_ui(ui, Stop::Inspector, "Inspector");
        match cx.session.view() {
            ViewKind::Compare => compare_right_ui(ui, cx, &mut self.compare),
            ViewKind::Report => report_right_ui(ui, cx, &mut self.report),
            ViewKind::Numbers => {
                let inspector = &mut self.inspector;
                numbers_right_ui(ui, cx, &mut self.numbers.checks, |ui, cx| inspector_ui(ui, cx, inspector));
            }
            _ => inspector_ui(ui, cx, &mut self.inspector),
        }
    }

    fn centre_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if cx.session.view() != ViewKind::Articles {
            focus_stop_ui(ui, Stop::Centre, "Table");
        }
        if cx.session.view() != ViewKind::Articles && ui.available_width() < LEAST_TABLE {
            ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
                ui.set_width(LEAST_TABLE);
                self.view_ui(ui, cx);
            });
        } else {
            self.view_ui(ui, cx);
        }
    }

    fn view_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        match cx.session.view() {
            ViewKind::Articles if cx.session.document().is_none() => welcome_ui(ui, cx, &mut self.welcome),
            ViewKind::Articles => {
                if self.find.is_bar_open() {
                    find_bar_ui(ui, cx, &mut self.find);
                }
                article_ui(ui, cx, &mut self.galley);
            }
            ViewKind::Claims => queue_ui(ui, cx, &mut self.queue),
            ViewKind::Numbers => numbers_ui(ui, cx, &mut self.numbers),
            ViewKind::Sources => sources_ui(ui, cx, &mut self.sources),
            ViewKind::Compare => compare_ui(ui, cx, &mut self.compare),
            ViewKind::Report => report_ui(ui, cx, &mut self.report),
        }
    }
}

/// In a narrow window a side panel lies over the page, at the edge of its own side.
fn drawer_ui(ui: &Ui, (stop, width): (Stop, f32), contents: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    let room = ui.available_rect_before_wrap();
    let width = width.min(room.width());
    let left = if stop == Stop::Left { room.left() } else { room.right() - width };
    let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
    let frame = Frame::NONE.fill(theme.panel).stroke(Stroke::new(1.0, theme.line2)).shadow(theme.floating_shadow());
    Area::new(stop_id(stop).with("drawer")).order(Order::Middle).fixed_pos(rect.min).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_min_size(rect.size());
            ui.set_max_size(rect.size());
            contents(ui);
        });
    });
}

fn is_slim(ctx: &Context) -> bool {
    ctx.content_rect().width() < SLIM_BELOW
}

fn is_narrow(ctx: &Context) -> bool {
    ctx.content_rect().width() < DRAWER_BELOW
}

fn stop_id(stop: Stop) -> Id {
    match stop {
        Stop::Left => Id::unique("panel stop left"),
        Stop::Centre => Id::unique("panel stop centre"),
        Stop::Inspector => Id::unique("panel stop inspector"),
    }
}

/// A place for the keyboard focus at the head of a panel; Tab goes on from there into the panel.
fn focus_stop_ui(ui: &mut Ui, stop: Stop, name: &str) {
    let rect = ui.max_rect();
    let id = stop_id(stop);
    let response = ui.interact(Rect::from_min_size(rect.min, vec2(rect.width(), 1.0)), id, Sense::focusable_noninteractive());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Region, true, name));
    if response.has_focus() {
        paint_outline_above(ui, id, rect);
    }
}
