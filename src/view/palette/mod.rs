//! The palette (Ctrl K): every command, claim, place and source by a few letters of its name.

mod matching;
pub mod rows;

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use egui::{Align, Color32, Context, Id, Key, Layout, Modifiers, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use self::rows::{Group, Marked, PaletteRow, Target, nth_value, rows};
use super::Cx;
use super::kept::Kept;
use super::sign::{kind_icon, status_icon};
use crate::command::catalogue::{self, Action};
use crate::model::annotation::Tag;
use crate::session::Session;
use crate::widget::line::{label_ui, said_ui};
use crate::widget::modal::close_cap_ui;
use crate::widget::typeset::{Emphasis, Quote, TextEngine, TextStyle, quote_ui};
use crate::widget::{
    Badge, Face, Icon, ModalWindow, Spoken, TextField, Theme, editor, hairline_ui, icon_ui, key_cap_ui, letter_badge_ui, modal_ui,
    paint_icon, rating_chip_ui, text_field_ui,
};

const WIDTH: f32 = 560.0;
const TOP: f32 = 84.0;
const HEAD: f32 = 52.0;
const ROW: f32 = 36.0;
const FOOT: f32 = 32.0;
const PADDING: f32 = 14.0;
const LEAD: f32 = 26.0;
const GAP: f32 = 10.0;
/// So much is left before letters that would be out of sight.
const SHORTLY_BEFORE_CHARS: usize = 8;
/// A longer list scrolls.
const MOST_LIST: f32 = 430.0;

/// What the palette remembers while it is open.
#[derive(Default)]
pub struct PaletteState {
    is_open: bool,
    typed: String,
    chosen: usize,
    kept: Kept<String, Vec<PaletteRow>>,
    should_reveal: bool,
}

impl PaletteState {
    /// Opens an empty palette.
    pub fn open(&mut self) {
        *self = PaletteState { is_open: true, ..PaletteState::default() };
    }

    /// Puts it away.
    pub fn close(&mut self) {
        *self = PaletteState::default();
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// The rows for what is typed; the first one is chosen when the words are others.
    fn rows(&mut self, cx: &Cx<'_>) -> Rc<Vec<PaletteRow>> {
        let typed = self.typed.clone();
        let rows = self.kept.get(cx.session, typed, || rows(cx.session, cx.preferences, &self.typed));
        self.chosen = self.chosen.min(rows.len().saturating_sub(1));
        rows
    }
}

/// Draws the palette over everything while it is open. Call it last, with keys not yet taken by others.
pub fn palette_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut PaletteState) {
    if !state.is_open {
        return;
    }
    let steps = Steps::take(ctx);
    let window = ModalWindow { id: "palette", name: "Commands", width: WIDTH, top: Some(TOP) };
    let (target, should_close) = modal_ui(ctx, &window, |ui| {
        let is_closed = head_ui(ui, state);
        let rows = state.rows(cx);
        state.step(&steps, rows.len());
        let clicked = list_ui(ui, cx.session, state, &rows);
        foot_ui(ui, rows.len());
        let wanted = clicked.or(steps.does.then_some(state.chosen));
        (wanted.and_then(|at| rows.get(at)).map(|row| row.target), is_closed)
    });
    let (target, is_closed) = target;
    if let Some(target) = target {
        cx.send(target.command());
        // What applies may be different now.
        state.kept = Kept::default();
    }
    if (target.is_some() && !steps.stays) || should_close || is_closed {
        state.close();
    }
}

/// The keys that choose and do, taken before the field can have them.
#[derive(Default)]
struct Steps {
    down: isize,
    does: bool,
    stays: bool,
}

impl Steps {
    fn take(ctx: &Context) -> Self {
        if editor::is_composing(ctx) {
            return Self::default();
        }
        ctx.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            let stays = input.consume_key(Modifiers::COMMAND, Key::Enter);
            let does = input.consume_key(Modifiers::NONE, Key::Enter);
            Steps { down: down as isize - up as isize, does: does || stays, stays }
        })
    }
}

impl PaletteState {
    /// Moves the choice, round at the ends.
    fn step(&mut self, steps: &Steps, count: usize) {
        if steps.down != 0 && count > 0 {
            self.chosen = (self.chosen as isize + steps.down).rem_euclid(count as isize) as usize;
            self.should_reveal = true;
        }
    }
}

fn head_ui(ui: &mut Ui, state: &mut PaletteState) -> bool {
    let theme = Theme::of(ui.ctx());
    let room = Vec2::new(ui.available_width(), HEAD);
    let is_closed = ui
        .allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(room);
            ui.spacing_mut().item_spacing.x = GAP;
            ui.add_space(PADDING);
            icon_ui(ui, Icon::Search, 18.0, theme.ink2);
            let name = "Command, claim, words or source";
            let look = TextField::new(name).hint(name).face(Face::Ask).bare().width(ui.available_width() - 62.0);
            let field = text_field_ui(ui, look.id(Id::unique("palette field")), &mut state.typed);
            if field.changed() {
                state.chosen = 0;
            }
            // Not `field.has_focus()`: that is false while the window has no focus, and asking in every frame would keep the
            // input method from letting the window have it.
            if !ui.memory(|memory| memory.has_focus(field.id)) {
                field.request_focus();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(PADDING);
                close_cap_ui(ui).clicked()
            })
            .inner
        })
        .inner;
    hairline_ui(ui);
    is_closed
}

fn list_ui(ui: &mut Ui, session: &Session, state: &mut PaletteState, rows: &[PaletteRow]) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    if rows.is_empty() {
        ui.add_space(18.0);
        ui.horizontal(|ui| {
            ui.add_space(PADDING);
            said_ui(ui, "No command or claim by that name.", Face::Interface, theme.ink2);
        });
        ui.add_space(18.0);
        return None;
    }
    let should_reveal = std::mem::take(&mut state.should_reveal);
    let most = (ui.ctx().content_rect().height() - TOP - HEAD - FOOT - 40.0).clamp(3.0 * ROW, MOST_LIST);
    let mut clicked = None;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]).show(ui, |ui| {
        let mut group = None;
        for (at, row) in rows.iter().enumerate() {
            if group != Some(row.group()) {
                group = Some(row.group());
                group_ui(ui, row.group());
            }
            let (rect, was_clicked) = row_ui(ui, session, row, at == state.chosen);
            if was_clicked {
                clicked = Some(at);
            }
            if should_reveal && at == state.chosen {
                // The heading comes along with the first row.
                let above = if at == 0 { ROW } else { 0.0 };
                ui.scroll_to_rect(rect.with_min_y(rect.top() - above), None);
            }
        }
        ui.add_space(6.0);
    });
    clicked
}

fn group_ui(ui: &mut Ui, group: Group) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::hover());
    let line = crate::widget::paint::line_of_text(ui, group.title(), Face::SectionHead, theme.ink3);
    crate::widget::paint::paint_line_at(ui.painter(), (rect.left() + PADDING, rect.top() + 17.0), line, theme.ink3);
    Spoken::new(Role::Heading, group.title()).tell(&response);
}

/// Draws a row; gives where it is and whether it was clicked.
fn row_ui(ui: &mut Ui, session: &Session, row: &PaletteRow, is_chosen: bool) -> (Rect, bool) {
    let theme = Theme::of(ui.ctx());
    // Not a stop for Tab: the keyboard stays in the field.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::CLICK);
    if ui.is_rect_visible(rect) {
        if is_chosen {
            ui.painter().rect_filled(rect, 0.0, theme.selbg);
            ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hover);
        }
        let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
        let lead = inside.with_max_x(inside.left() + LEAD);
        lead_ui(ui, lead, session, row);
        let builder = UiBuilder::new().max_rect(inside.with_min_x(lead.right() + GAP)).layout(Layout::right_to_left(Align::Center));
        words_ui(&mut ui.new_child(builder), row);
    }
    let name = format!("{} {}", row.lead, row.words.words);
    Spoken::new(Role::ListBoxOption, name.trim()).on(is_chosen).key(Some(&row.key)).tell(&response);
    (rect, response.clicked())
}

fn lead_ui(ui: &mut Ui, rect: Rect, session: &Session, row: &PaletteRow) {
    let theme = Theme::of(ui.ctx());
    let icon = match row.target {
        Target::Action(Action::Rate(nth)) => {
            let chip = Rect::from_center_size(rect.center(), Vec2::new(19.0, 18.0));
            let place = nth_value(session, nth).map(|value| value.place.value());
            rating_chip_ui(&mut ui.new_child(UiBuilder::new().max_rect(chip)), place, "");
            None
        }
        Target::Action(action) => Some(action_icon(action)),
        Target::Source(id) => session.project().sources().get(&id).map(|source| kind_icon(source.kind)),
        Target::Claim(_) => {
            let label = crate::widget::paint::line_of_text(ui, &row.lead, Face::DenseStrong, theme.ink2);
            crate::widget::paint::paint_line_in(ui.painter(), rect, label, theme.ink2);
            None
        }
        Target::Place(..) => {
            let layout = Layout::left_to_right(Align::Center).with_main_align(Align::Center).with_main_justify(false);
            let badge = Rect::from_center_size(rect.center(), Vec2::new(18.0, 18.0));
            letter_badge_ui(&mut ui.new_child(UiBuilder::new().max_rect(badge).layout(layout)), &row.lead, Badge::Outlined);
            None
        }
    };
    if let Some(icon) = icon {
        paint_icon(ui.painter(), icon, rect.center(), 16.0, theme.ink2);
    }
}

/// Key at the right, then words and remark from the left.
fn words_ui(ui: &mut Ui, row: &PaletteRow) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.x = GAP;
    if !row.key.is_empty() {
        key_cap_ui(ui, &row.key);
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let style = if row.is_quote() { TextStyle::serif(14.5, 19.0) } else { TextStyle::sans(14.0, 18.0) };
        let width = ui.available_width();
        let beside_room = match (row.beside.words.is_empty(), row.words.letters.is_empty()) {
            (true, _) => 0.0,
            // It is the remark that answers.
            (false, true) if !row.beside.letters.is_empty() => width * 0.6,
            _ => 150.0_f32.min(width * 0.4),
        };
        let room = (width - beside_room).max(40.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            marked_ui(ui, &row.words, style, theme.ink);
        });
        if !row.beside.words.is_empty() {
            marked_ui(ui, &row.beside, TextStyle::sans(13.0, 17.0), theme.ink3);
        }
    });
}

/// Draws the words on one line, from shortly before the letters that agree where these would be cut off.
fn marked_ui(ui: &mut Ui, marked: &Marked, style: TextStyle, colour: Color32) {
    let marked = &in_sight(ui, marked, style);
    let both = |range: &Range<usize>| [(range.clone(), Emphasis::Semibold), (range.clone(), Emphasis::Underline(colour))];
    let emphasis: Vec<_> = marked.letters.iter().flat_map(both).collect();
    quote_ui(ui, &Quote::new(&marked.words, style, colour).rows(1).emphasis(&emphasis));
}

fn in_sight<'a>(ui: &Ui, marked: &'a Marked, style: TextStyle) -> Cow<'a, Marked> {
    let Some(head) = marked.letters.last().and_then(|last| marked.words.get(..last.end)) else { return Cow::Borrowed(marked) };
    let head = TextEngine::of(ui.ctx()).lock().layout(head, &style, f32::INFINITY);
    let room = ui.available_width() - style.size_pt;
    if head.width() <= room { Cow::Borrowed(marked) } else { Cow::Owned(marked.from_near(SHORTLY_BEFORE_CHARS)) }
}

fn foot_ui(ui: &mut Ui, found: usize) {
    let theme = Theme::of(ui.ctx());
    hairline_ui(ui);
    let room = Vec2::new(ui.available_width(), FOOT);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(PADDING);
        for (caps, words) in [(&["↑", "↓"][..], "choose"), (&["Enter"], "do it"), (&["Ctrl Enter"], "do it and stay")] {
            for cap in caps {
                key_cap_ui(ui, cap);
            }
            label_ui(ui, words, Face::Meta, theme.ink3);
            ui.add_space(8.0);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING);
            label_ui(ui, format!("{found} found"), Face::Meta, theme.ink3);
        });
    });
}

/// The shape that stands before a command: its own, or that of its group.
fn action_icon(action: Action) -> Icon {
    match action {
        Action::SetStatus(status) => status_icon(status),
        Action::ShowClaims => Icon::ListFilter,
        Action::ShowNumbers | Action::GroupNumber | Action::TagSelection(Tag::Number) | Action::RenumberClaims => Icon::Hash,
        Action::ShowSources | Action::TagSelection(Tag::Source) => Icon::Quote,
        Action::ShowReport => Icon::ClipboardCheck,
        Action::TagEveryOccurrence(_) => Icon::Repeat2,
        Action::SplitMention => Icon::Unlink,
        Action::Undo => Icon::Undo2,
        Action::Redo => Icon::Redo2,
        Action::Settings => Icon::Settings,
        Action::Letters => Icon::Mail,
        Action::Calculator | Action::StateCheck | Action::RowCheck => Icon::Calculator,
        Action::Shortcuts => Icon::Keyboard,
        Action::StartLink => Icon::Spline,
        Action::StartResize => Icon::ArrowLeftRight,
        Action::NotCheckable => Icon::Ban,
        Action::Remove => Icon::Trash,
        Action::ClearRating | Action::CloseProject | Action::Quit => Icon::X,
        Action::OpenSample => Icon::BookOpen,
        Action::OpenArticles => Icon::FilePlus,
        Action::PasteArticle | Action::PasteDraft => Icon::ClipboardPaste,
        Action::OpenDraft | Action::Drafts => Icon::FileText,
        Action::ReadAgain => Icon::FileCode,
        Action::OpenFromWeb => Icon::FileCode,
        Action::Save | Action::SaveAs | Action::Backups => Icon::HardDrive,
        Action::Export | Action::ExportAgain | Action::Print => Icon::FileDown,
        Action::ShowExported => Icon::FolderOpen,
        Action::SaveFigures => Icon::FileSpreadsheet,
        Action::Decide => Icon::CircleQuestionMark,
        Action::TakeOver => Icon::Lock,
        Action::NextMark | Action::NextOpen | Action::NextArticle | Action::NextHit => Icon::ChevronDown,
        Action::PreviousMark | Action::PreviousOpen | Action::PreviousArticle | Action::PreviousHit => Icon::ChevronUp,
        Action::NextDoubt => Icon::Unlink,
        Action::AcceptPlace => Icon::Check,
        Action::Back => Icon::ChevronLeft,
        Action::Forward => Icon::ChevronRight,
        Action::ZoomIn => Icon::Plus,
        Action::ZoomOut => Icon::Minus,
        action => action.row().map_or(Icon::ChevronRight, |row| group_icon(row.group)),
    }
}

fn group_icon(group: catalogue::Group) -> Icon {
    use catalogue::Group as G;
    match group {
        G::Read => Icon::BookOpen,
        G::Tag | G::Suggest | G::Settle | G::Tables => Icon::Pencil,
        G::Find => Icon::Search,
        G::Compare => Icon::Columns2,
        G::Files => Icon::FolderOpen,
        G::Views | G::GoOn | G::Link | G::Resize | G::Occurrences => Icon::FileText,
    }
}

#[cfg(test)]
mod tests;
